// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { IDynamicFeeStructure } from "../../interfaces/IDynamicFeeStructure.sol";
import { IDynamicFeeStructureCollection } from "../../interfaces/IDynamicFeeStructureCollection.sol";
import { IFeeCollector } from "../../interfaces/IFeeCollector.sol";
import { FeeAmounts } from "../FeeAmounts.sol";
import { FeeGroups } from "../FeeGroups.sol";
import { FeeLine } from "../FeeLine.sol";
import { FeeStorage, LineSlot, ServicePromise } from "../FeeStorage.sol";

/// @title FeeCollection
/// @notice See `IDynamicFeeStructureCollection`.
abstract contract FeeCollection is
    IDynamicFeeStructureCollection,
    LocalRoleBits,
    GroupPauseState,
    AccessManagedUpgradeable,
    ReentrancyGuardTransient
{
    using SafeERC20 for IERC20;

    /// @inheritdoc IDynamicFeeStructureCollection
    uint256 public constant REPORT_GRACE = 7 days;

    // ------------------------------------------------------------------ service levels

    /// @inheritdoc IDynamicFeeStructureCollection
    function reportDelivery(address asset, address payer, uint256 serial, uint256 deliveredAt)
        external
        onlyLocalRole(LocalRole.PRODUCT)
        whenGroupActive(FeeGroups.SERVICE)
        returns (bool kept)
    {
        if (deliveredAt > block.timestamp) revert DeliveredInFuture(deliveredAt);
        address collector = _msgSender();
        FeeStorage.Layout storage $ = FeeStorage.load();
        bytes32 key = FeeStorage.promiseKey(collector, asset, payer, serial);
        ServicePromise memory found = $.promises[key];
        if (found.premium == 0 || found.missed) return false;
        if (deliveredAt > found.dueAt) {
            $.promises[key].missed = true;
            emit ServiceMissed(collector, payer, asset, serial, deliveredAt);
            return false;
        }
        delete $.promises[key];
        _accrue(collector, asset, found.premium);
        emit ServiceKept(collector, payer, asset, serial, deliveredAt);
        return true;
    }

    /// @inheritdoc IDynamicFeeStructureCollection
    function claimRefund(address collector, address asset, address payer, uint256 serial)
        external
        nonReentrant
        whenGroupActive(FeeGroups.SERVICE)
        returns (uint256 refunded)
    {
        FeeStorage.Layout storage $ = FeeStorage.load();
        bytes32 key = FeeStorage.promiseKey(collector, asset, payer, serial);
        ServicePromise memory found = $.promises[key];
        uint256 premium = found.premium;
        if (premium == 0) revert PromiseUnknown(collector, asset, payer, serial);
        uint256 claimableFrom = uint256(found.dueAt) + REPORT_GRACE + 1;
        if (!found.missed && block.timestamp < claimableFrom) revert PromiseStillOpen(claimableFrom);
        // Nobody can report or claim it again while the collector pays.
        delete $.promises[key];
        refunded = _collect(collector, asset, premium);
        uint256 outstanding = premium - refunded;
        if (outstanding != 0) {
            $.promises[key] = ServicePromise({ premium: uint128(outstanding), dueAt: found.dueAt, missed: true });
        }
        $.credits[asset][payer] += refunded;
        emit PremiumRefunded(collector, payer, asset, serial, refunded, outstanding);
    }

    // ------------------------------------------------------------------ sweeping

    /// @inheritdoc IDynamicFeeStructureCollection
    function sweep(address collector, address asset)
        external
        nonReentrant
        whenGroupActive(FeeGroups.SWEEPING)
        returns (uint256 received)
    {
        FeeStorage.Layout storage $ = FeeStorage.load();
        LineSlot storage slot = $.lines[collector][asset];
        uint256 asked = slot.line.accrued();
        if (asked == 0) revert NothingAccrued(collector, asset);
        slot.line = slot.line.withAccrued(0);
        received = _collect(collector, asset, asked);
        // The collector may have charged meanwhile: what it still owes comes on top.
        if (received != asked) _accrue(collector, asset, asked - received);
        _credit($, collector, asset, received, asked - received);
    }

    /// @inheritdoc IDynamicFeeStructureCollection
    function withdraw(address asset, address to)
        external
        nonReentrant
        whenGroupActive(FeeGroups.WITHDRAWALS)
        returns (uint256 amount)
    {
        if (to == address(0)) revert WithdrawalToNobody();
        address holder = _msgSender();
        FeeStorage.Layout storage $ = FeeStorage.load();
        amount = $.credits[asset][holder];
        if (amount == 0) revert NothingCredited(asset, holder);
        $.credits[asset][holder] = 0;
        emit CreditWithdrawn(asset, holder, to, amount);
        IERC20(asset).safeTransfer(to, amount);
    }

    // ------------------------------------------------------------------ settings

    /// @inheritdoc IDynamicFeeStructureCollection
    function setSplit(address collector, Split calldata split) external restricted {
        if (uint256(split.partnerBps) + split.insuranceBps > FeeAmounts.BPS) {
            revert SplitTooLarge(split.partnerBps, split.insuranceBps);
        }
        FeeStorage.Layout storage $ = FeeStorage.load();
        $.splits[collector] = split;
        $.splitIsSet[collector] = true;
        emit SplitSet(collector, split.partner, split.partnerBps, split.insuranceBps);
    }

    /// @inheritdoc IDynamicFeeStructureCollection
    function setRecipients(address treasury_, address insurance_) external restricted {
        _setRecipients(treasury_, insurance_);
    }

    /// @inheritdoc IDynamicFeeStructureCollection
    function setPrice(address collector, address asset, uint64 price, uint8 decimals)
        external
        onlyLocalRole(LocalRole.PRICER)
    {
        if (decimals > FeeAmounts.MAX_DECIMALS) revert IDynamicFeeStructure.DecimalsTooLarge(decimals);
        LineSlot storage slot = FeeStorage.load().lines[collector][asset];
        slot.line = slot.line.withPrice(price, decimals);
        emit PriceSet(collector, asset, price, decimals);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc IDynamicFeeStructureCollection
    function lineOf(address collector, address asset) external view returns (Line memory) {
        FeeLine line = FeeStorage.load().lines[collector][asset].line;
        return
            Line({ accrued: line.accrued(), charges: line.charges(), price: line.price(), decimals: line.decimals() });
    }

    /// @inheritdoc IDynamicFeeStructureCollection
    function promiseOf(address collector, address asset, address payer, uint256 serial)
        external
        view
        returns (Promise memory)
    {
        bytes32 key = FeeStorage.promiseKey(collector, asset, payer, serial);
        ServicePromise memory found = FeeStorage.load().promises[key];
        return Promise({ premium: found.premium, dueAt: found.dueAt, missed: found.missed });
    }

    /// @inheritdoc IDynamicFeeStructureCollection
    function creditOf(address asset, address holder) external view returns (uint256) {
        return FeeStorage.load().credits[asset][holder];
    }

    /// @inheritdoc IDynamicFeeStructureCollection
    function splitOf(address collector) public view returns (Split memory) {
        FeeStorage.Layout storage $ = FeeStorage.load();
        return $.splits[$.splitIsSet[collector] ? collector : address(0)];
    }

    /// @inheritdoc IDynamicFeeStructureCollection
    function treasury() external view returns (address) {
        return FeeStorage.load().treasury;
    }

    /// @inheritdoc IDynamicFeeStructureCollection
    function insurance() external view returns (address) {
        return FeeStorage.load().insurance;
    }

    // ------------------------------------------------------------------ internals

    function _setRecipients(address treasury_, address insurance_) internal {
        if (treasury_ == address(0) || insurance_ == address(0)) revert RecipientMissing();
        FeeStorage.Layout storage $ = FeeStorage.load();
        $.treasury = treasury_;
        $.insurance = insurance_;
        emit RecipientsSet(treasury_, insurance_);
    }

    function _accrue(address collector, address asset, uint256 units) private {
        LineSlot storage slot = FeeStorage.load().lines[collector][asset];
        uint256 before = slot.line.accrued();
        uint256 accrued = before + units;
        if (accrued > type(uint128).max) revert IDynamicFeeStructure.AccrualFull(collector, asset, before);
        slot.line = slot.line.withAccrued(accrued);
    }

    /// @dev Makes a collector pay, and measures: what arrived beyond what was asked is nobody's.
    function _collect(address collector, address asset, uint256 asked) private returns (uint256 received) {
        uint256 before = IERC20(asset).balanceOf(address(this));
        IFeeCollector(collector).payFees(asset, address(this), asked);
        uint256 afterwards = IERC20(asset).balanceOf(address(this));
        if (afterwards <= before) revert CollectorPaidNothing(collector, asset, asked);
        return FeeAmounts.min(afterwards - before, asked);
    }

    /// @dev Shares are rounded down and the treasury has the rest, so that nothing is left over or made up.
    function _credit(
        FeeStorage.Layout storage $,
        address collector,
        address asset,
        uint256 received,
        uint256 outstanding
    ) private {
        Split memory split = splitOf(collector);
        address partner = split.partner == address(0) ? $.treasury : split.partner;
        uint256 partnerShare = (received * split.partnerBps) / FeeAmounts.BPS;
        uint256 insuranceShare = (received * split.insuranceBps) / FeeAmounts.BPS;
        uint256 treasuryShare = received - partnerShare - insuranceShare;
        $.credits[asset][partner] += partnerShare;
        $.credits[asset][$.insurance] += insuranceShare;
        $.credits[asset][$.treasury] += treasuryShare;
        emit FeesSwept(collector, asset, partner, treasuryShare, partnerShare, insuranceShare, outstanding);
    }
}
