// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { SafeTransferLib } from "solady/utils/SafeTransferLib.sol";
import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { FeeCharging } from "../../fees/FeeCharging.sol";
import { IDynamicFeeStructure } from "../../interfaces/IDynamicFeeStructure.sol";
import { ISettlementAssetManager } from "../../interfaces/ISettlementAssetManager.sol";
import { ISettlementFees } from "../../interfaces/ISettlementFees.sol";
import { ISettlementRegistry } from "../../interfaces/ISettlementRegistry.sol";
import { ISettlementSelection } from "../../interfaces/ISettlementSelection.sol";
import { SettlementReasons } from "../SettlementReasons.sol";
import { AssetWord, AssetWords } from "../storage/AssetWord.sol";
import { DayCounter, DayCounters } from "../storage/DayCounter.sol";
import { JurisdictionCounter } from "../storage/JurisdictionCounter.sol";
import { Currency, Institution, SettlementStorage } from "../storage/SettlementStorage.sol";

/// @title SettlementCore
/// @notice What every way of settling shares: who and what is admitted, how a leg moves, what is counted.
abstract contract SettlementCore is ReentrancyGuardTransient, GroupPauseState {
    using SafeERC20 for IERC20;

    uint256 internal constant ONE_VALUE = 1e8;
    uint256 internal constant BPS = 10_000;
    // Two legs that hang on each other, as the fee structure counts complexity.
    uint8 internal constant TRADE_COMPLEXITY = 1;
    uint256 private constant CRYPTO = uint256(ISettlementAssetManager.SettlementAssetType.CRYPTO);
    // SCO60: Group 2 exposures should stay below 1 % and must stay within 2 % of Tier 1 capital.
    uint256 private constant FLAG_BPS = 100;
    uint256 private constant LIMIT_BPS = 200;

    function _layout() internal pure returns (SettlementStorage.Layout storage) {
        return SettlementStorage.load();
    }

    // ------------------------------------------------------------------ who and what

    /// @dev Jurisdictions that two parties share; reverts when one of them is not admitted.
    function _sharedJurisdictions(address payer, address payee) internal view returns (uint256) {
        return _admitted(payer) & _admitted(payee);
    }

    function _admitted(address account) internal view returns (uint256 jurisdictions) {
        jurisdictions = _layout().participants[account].jurisdictions;
        if (jurisdictions == 0) revert ISettlementSelection.ParticipantNotAdmitted(account);
    }

    /// @dev What a currency's unit is worth in the reference currency; zero when that is not known any more.
    function _parityOf(uint256 currency) internal view returns (uint256) {
        if (currency == 0) return ONE_VALUE;
        Currency storage found = _layout().currencies[currency];
        return block.timestamp > uint256(found.updatedAt) + found.maxAge ? 0 : found.rate;
    }

    /// @dev Why an asset cannot be paid in by parties with these jurisdictions, whatever the amount.
    function _standing(AssetWord word, uint256 shared, uint256 parity) internal view returns (uint256) {
        if (!word.isPaymentAsset()) {
            if (!word.has(AssetWords.LISTED)) return SettlementReasons.NOT_ADMITTED;
            return word.has(AssetWords.SUSPENDED) ? SettlementReasons.SUSPENDED : SettlementReasons.IS_SECURITY;
        }
        if (word.jurisdictions() & shared == 0) return SettlementReasons.NO_COMMON_JURISDICTION;
        if (parity == 0) return SettlementReasons.RATE_STALE;
        if (!word.has(AssetWords.FED)) return SettlementReasons.ELIGIBLE;
        if (block.timestamp > word.updatedAt() + word.maxAge()) return SettlementReasons.PRICE_STALE;
        if (word.kind() == CRYPTO) return SettlementReasons.ELIGIBLE;
        uint256 price = word.price();
        uint256 off = price > parity ? price - parity : parity - price;
        return off * BPS > word.bandBps() * parity ? SettlementReasons.OFF_PEG : SettlementReasons.ELIGIBLE;
    }

    /// @dev The word of an asset that can be paid in; reverts with the reason otherwise.
    function _payable(address token, uint256 shared) internal view returns (AssetWord word, uint256 parity) {
        word = _layout().assets[token];
        parity = word.has(AssetWords.SECURITY) ? ONE_VALUE : _parityOf(word.currency());
        uint256 reason = _standing(word, shared, parity);
        if (reason != 0) revert ISettlementSelection.PaymentAssetRefused(token, uint8(reason));
    }

    /// @dev Value of an amount in the reference currency, rounded down.
    function _valueOfDown(AssetWord word, uint256 amount, uint256 parity) internal pure returns (uint256) {
        return amount * (word.has(AssetWords.FED) ? word.price() : parity) / word.oneToken();
    }

    /// @dev Units that pay a value of the asset's currency, rounded up: at par, or at the market for CRYPTO.
    function _unitsForUp(AssetWord word, uint256 value, uint256 parity) internal pure returns (uint256) {
        uint256 scaled = value * word.oneToken();
        if (word.kind() != CRYPTO) return (scaled + ONE_VALUE - 1) / ONE_VALUE;
        uint256 divisor = ONE_VALUE * word.price();
        return (scaled * parity + divisor - 1) / divisor;
    }

    // ------------------------------------------------------------------ moving

    /// @dev Moves exactly an amount or reverts with the token's own error; a ComplianceAwareToken is known to be exact.
    function _move(address token, AssetWord word, address from, address to, uint256 amount) internal {
        bool exact = word.has(AssetWords.COMPLIANT);
        uint256 before = exact ? 0 : SafeTransferLib.balanceOf(token, to);
        if (from == address(this)) {
            IERC20(token).safeTransfer(to, amount);
        } else {
            IERC20(token).safeTransferFrom(from, to, amount);
        }
        if (exact) return;
        uint256 received = SafeTransferLib.balanceOf(token, to) - before;
        if (received != amount) revert ISettlementSelection.AmountNotExact(token, amount, received);
    }

    /// @dev Debtors pay creditors in the participants' order: at most one movement less than there are participants.
    function _moveNet(address token, AssetWord word, address[] memory participants, int256[] memory net)
        internal
        returns (uint256 movements)
    {
        uint256 creditor = 0;
        for (uint256 debtor; debtor < net.length; ++debtor) {
            while (net[debtor] < 0) {
                while (net[creditor] <= 0) ++creditor;
                int256 owed = -net[debtor];
                int256 amount = owed < net[creditor] ? owed : net[creditor];
                net[debtor] += amount;
                net[creditor] -= amount;
                ++movements;
                _move(token, word, participants[debtor], participants[creditor], uint256(amount));
            }
        }
    }

    // ------------------------------------------------------------------ fees

    function _feeStructure() internal view returns (address) {
        return address(uint160(_pauseCompanion()));
    }

    /// @dev Charges the payer of a cash leg, where fees are on, and takes the fee from its account.
    function _chargeFee(address token, AssetWord word, address payer, uint256 amount, uint256 parity, uint8 complexity)
        internal
    {
        uint256 fee = _recordFee(token, word, payer, amount, parity, complexity);
        if (fee != 0) _move(token, word, payer, address(this), fee);
    }

    /// @dev Charges the payer of a cash leg, where fees are on, and leaves it to the caller to take the fee.
    function _recordFee(address token, AssetWord word, address payer, uint256 amount, uint256 parity, uint8 complexity)
        internal
        returns (uint256 fee)
    {
        address fees = _feeStructure();
        if (fees == address(0)) return 0;
        SettlementStorage.Layout storage $ = _layout();
        IDynamicFeeStructure.FeeRequest memory request = IDynamicFeeStructure.FeeRequest({
            product: IDynamicFeeStructure.Product.SETTLEMENT,
            payer: payer,
            asset: token,
            amount: amount,
            price: uint64(word.has(AssetWords.FED) ? word.price() : parity),
            decimals: uint8(word.decimals()),
            urgency: 0,
            complexity: complexity,
            account: $.participants[payer].institution
        });
        uint256 most = _mostFeeDown(payer, amount);
        bytes4 refusal;
        (fee, refusal) = FeeCharging.charge(fees, request, most);
        if (refusal != 0) emit ISettlementFees.FeeNotCharged(token, payer, amount, refusal);
        if (fee == 0) return 0;
        $.fees[token] += fee;
        emit ISettlementFees.FeeCollected(token, payer, fee);
    }

    /// @dev Most that a payer has agreed to pay as the fee of an amount.
    function _mostFeeDown(address payer, uint256 amount) internal view returns (uint256) {
        return amount * _layout().participants[payer].mostFeeBps / BPS;
    }

    // ------------------------------------------------------------------ counting

    /// @dev Counts one leg on its own. Securities are not counted: they are what is settled, not what it is settled in.
    function _countLeg(address token, AssetWord word, address payer, address payee, uint256 amount) internal {
        if (word.has(AssetWords.SECURITY)) return;
        _count(token, word, amount, 1);
        // What was set aside before settles at the last known rate, however old.
        uint256 parity = word.currency() == 0 ? ONE_VALUE : _layout().currencies[word.currency()].rate;
        _countValue(word, payer, payee, amount, parity, 1);
    }

    /// @dev The word of an asset or security that may settle between two parties, for legs that were agreed before.
    function _movable(address token) internal view returns (AssetWord word) {
        word = _layout().assets[token];
        if (!word.has(AssetWords.LISTED)) revert ISettlementRegistry.AssetNotListed(token);
        if (word.has(AssetWords.SUSPENDED)) {
            revert ISettlementSelection.PaymentAssetRefused(token, uint8(SettlementReasons.SUSPENDED));
        }
    }

    function _today() internal view returns (uint256) {
        return block.timestamp / 1 days;
    }

    /// @dev What settled today in an asset.
    function _usedToday(address token, AssetWord word) internal view returns (uint256) {
        return word.lastDay() < _today() ? 0 : _layout().days_[token][_today()].amount();
    }

    /// @dev Counts a movement and holds it against the daily cap; a new day takes over what settled before it.
    function _count(address token, AssetWord word, uint256 amount, uint256 movements) internal {
        SettlementStorage.Layout storage $ = _layout();
        uint256 today = _today();
        mapping(uint256 => DayCounter) storage counters = $.days_[token];
        DayCounter counter;
        if (word.lastDay() < today) {
            counter = DayCounters.following(counters[word.lastDay()]);
            $.assets[token] = $.assets[token].withDay(today);
        } else {
            counter = counters[today];
        }
        uint256 used = counter.amount() + amount;
        uint256 cap = word.cap();
        if (used > cap || used > type(uint96).max) revert ISettlementSelection.DailyCapExceeded(token, cap, used);
        counters[today] = counter.plus(amount, movements);
    }

    /// @dev Counts a payment for the asset's home, and for Group 2 assets for the institutions of both sides.
    function _countValue(
        AssetWord word,
        address payer,
        address payee,
        uint256 amount,
        uint256 parity,
        uint256 movements
    ) internal {
        SettlementStorage.Layout storage $ = _layout();
        uint256 value = _valueOfDown(word, amount, parity);
        mapping(uint256 => JurisdictionCounter) storage counters = $.jurisdictionDays[word.home()];
        counters[_today()] = counters[_today()].plus(value, movements);
        if (word.has(AssetWords.GROUP_2)) _moveExposure(payer, payee, value);
    }

    /// @dev Figures of an institution if it received a value more; `reason` is 11 above 2 % of Tier 1.
    function _exposureWith(address payer, address payee, uint256 value)
        internal
        view
        returns (address institution, uint256 exposure, uint256 tier1, uint256 reason)
    {
        SettlementStorage.Layout storage $ = _layout();
        institution = $.participants[payee].institution;
        Institution memory figures = $.institutions[institution];
        (exposure, tier1) = (figures.exposureValue, figures.tier1Value);
        if (institution != $.participants[payer].institution) exposure += value;
        if (!figures.attested || exposure * BPS > tier1 * LIMIT_BPS) reason = SettlementReasons.GROUP_2_LIMIT;
    }

    function _moveExposure(address payer, address payee, uint256 value) private {
        SettlementStorage.Layout storage $ = _layout();
        (address institution, uint256 exposure, uint256 tier1, uint256 reason) = _exposureWith(payer, payee, value);
        if (reason != 0) revert ISettlementRegistry.Group2LimitExceeded(institution, exposure, tier1);
        if (exposure * BPS > tier1 * FLAG_BPS) {
            emit ISettlementRegistry.Group2LimitPassed(institution, exposure, tier1);
        }
        $.institutions[institution].exposureValue = uint96(exposure);
        address giver = $.participants[payer].institution;
        if (giver == institution) return;
        uint96 given = $.institutions[giver].exposureValue;
        $.institutions[giver].exposureValue = given > value ? given - uint96(value) : 0;
    }
}
