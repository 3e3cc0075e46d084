// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageLiquidation } from "../../interfaces/IBrokerageLiquidation.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { Valuation } from "../parts/Valuation.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { FundStorage } from "../waterfall/FundStorage.sol";
import { LiquidationCase, LiquidationCore } from "./LiquidationCore.sol";
import { MarginStanding } from "./MarginCore.sol";
import { SeizureWindow } from "./MarginStorage.sol";
import { Seizure, SeizureMath, SeizureTerms } from "./SeizureMath.sol";
import { SeizureWindows } from "./SeizureWindows.sol";
import { TokenPush } from "./TokenPush.sol";

/// @title Liquidations
/// @notice Debt for collateral, at auction.
abstract contract Liquidations is IBrokerageLiquidation, LiquidationCore {
    /// @inheritdoc IBrokerageLiquidation
    function liquidate(LiquidationOrder calldata order)
        external
        nonReentrant
        outsideBatch
        returns (uint256 repaid, uint256 seized)
    {
        RiskTerms book = _activeTerms(BrokerageGroups.LIQUIDATING);
        _requireLiquidator(book, order.account);
        LiquidationCase memory found = _liquidatable(order.account, book);
        _requireNonce(found, order.expectedNonce);
        (Seizure memory taken, SeizureTerms memory terms) = _seizure(found, order);
        if (taken.seized < order.minSeized) revert SeizedTooFew(taken.seized, order.minSeized);
        if (taken.isUnderWater) _requireOtherIdentity(book, order.account, msg.sender);
        (repaid, seized) = (taken.repaid, taken.seized);
        address token = _book(found, order, terms, taken);
        emit Liquidated(
            order.account, msg.sender, order.debtAsset, order.collateral, repaid, taken.fee, seized, taken.bonusBps
        );
        _takeOwn(order.debtAsset, msg.sender, repaid + taken.fee);
        _push(order.account, order.collateral, token, seized);
    }

    /// @inheritdoc IBrokerageLiquidation
    function claimSeized(uint256 account, uint8 assetId, address to) external nonReentrant {
        mapping(uint256 accountAsset => uint256 units) storage claims = _margin().claims[msg.sender];
        uint256 key = BrokerageStorage.key(account, assetId);
        uint256 seized = claims[key];
        if (seized == 0) revert NothingToClaim(msg.sender, account, assetId);
        if (!_isVerified(_terms(), to)) revert LiquidatorIneligible(to);
        claims[key] = 0;
        emit SeizureClaimed(msg.sender, account, assetId, to, seized);
        address token = _layout().limits[assetId].token;
        _nameOwner(assetId, token, BrokerageStorage.institutionOf(account));
        _give(token, to, seized);
    }

    /// @dev Changes debt, pool, collateral and call. Returns the collateral's token.
    function _book(
        LiquidationCase memory found,
        LiquidationOrder calldata order,
        SeizureTerms memory terms,
        Seizure memory taken
    ) private returns (address token) {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 balance;
        uint256 shares;
        uint256 index;
        (found.sets,, shares, index) = _acquit(order.account, found.sets, order.debtAsset, taken.repaid);
        $.pools[order.debtAsset].liquidity = _asUnits($.pools[order.debtAsset].liquidity + taken.repaid);
        (found.sets, balance, token) = _debitCollateral(order.account, found.sets, order.collateral, taken.seized);
        if (taken.fee != 0) FundStorage.load().funds[order.debtAsset].firstLoss += uint128(taken.fee);
        MarginStanding memory standing = found.book.concentrationAddOnMilli() == 0
            ? _moved(found, terms, Valuation.debtUp(shares, index), balance)
            : _reassessed(found);
        // A share of debt is rounded down to a unit at most.
        _finish(found, standing, taken.isUnderWater, SeizureMath.valueUp(1, terms.debtPrice, terms.debtScale) + 1);
    }

    /// @dev Where the account stands: what two words have changed, to the last decimal as `Valuation` sums them up.
    /// Without a concentration add-on no other asset's value depends on them.
    function _moved(LiquidationCase memory found, SeizureTerms memory terms, uint256 owed, uint256 balance)
        private
        pure
        returns (MarginStanding memory standing)
    {
        uint256 scale = terms.collateralScale * BPS;
        uint256 counted = terms.collateralPrice * terms.weightBps;
        standing.adjustedValue =
            found.standing.adjustedValue - terms.collateralUnits * counted / scale + balance * counted / scale;
        standing.exposureValue = found.standing.exposureValue
            - SeizureMath.valueUp(terms.debtUnits, terms.debtPrice, terms.debtScale)
            + SeizureMath.valueUp(owed, terms.debtPrice, terms.debtScale);
        standing.extraPoints = found.standing.extraPoints;
    }

    function _seizure(LiquidationCase memory found, LiquidationOrder calldata order)
        private
        returns (Seizure memory taken, SeizureTerms memory terms)
    {
        BrokerageStorage.Layout storage $ = _layout();
        (uint8 debtAsset, uint8 collateral) = (order.debtAsset, order.collateral);
        RiskWord debt = $.assets[debtAsset];
        RiskWord held = $.assets[collateral];
        terms.exposureValue = found.standing.exposureValue;
        terms.adjustedValue = found.standing.adjustedValue;
        terms.targetBps = _targetBps(found.standing, found.terms);
        terms.weightBps = BPS - Valuation.haircutUp($, collateral, held);
        terms.bonusBps = found.bonusBps;
        terms.startBonusBps = found.terms.startBonusBps();
        terms.feeBps = found.terms.feeBps();
        terms.debtUnits = _debtOf(order.account, debtAsset);
        terms.debtPrice = debt.highUp();
        terms.debtScale = debt.oneToken();
        terms.collateralUnits = _collateralBalance(order.account, collateral);
        terms.collateralPrice = held.low();
        terms.collateralScale = held.oneToken();
        terms.dustValue = found.terms.dustValue();
        terms.maxRepay = order.maxRepay;
        terms.capValue = type(uint256).max;
        uint256 duration = found.terms.seizureWindow();
        if (duration == 0) taken = SeizureMath.seizure(terms);
        else taken = _withinCap(collateral, terms, duration);
        if (taken.repaid == 0 || taken.seized == 0) revert NothingToLiquidate(order.account, debtAsset, collateral);
    }

    /// @dev The liquidation that the asset's window has room for.
    function _withinCap(uint8 collateral, SeizureTerms memory terms, uint256 duration)
        private
        returns (Seizure memory taken)
    {
        SeizureWindow memory window = SeizureWindows.now_(collateral, duration);
        if (window.capValue == 0) return SeizureMath.seizure(terms);
        terms.capValue = window.capValue > window.takenValue ? window.capValue - window.takenValue : 0;
        taken = SeizureMath.seizure(terms);
        if (taken.seized == 0 && terms.debtUnits != 0 && terms.collateralUnits != 0 && terms.maxRepay != 0) {
            uint256 end = uint256(window.start) + duration;
            revert SeizureCapReached(collateral, window.capValue, end);
        }
        window.takenValue += uint96(SeizureMath.valueUp(taken.seized, terms.collateralPrice, terms.collateralScale));
        _margin().windows[collateral] = window;
    }

    /// @dev A transfer that fails becomes a claim.
    function _push(uint256 account, uint8 assetId, address token, uint256 units) private {
        address desk = _layout().desks[assetId];
        bool named = desk == address(0) || TokenPush.tryName(desk, token, BrokerageStorage.institutionOf(account));
        if (named && TokenPush.tryTransfer(token, msg.sender, units)) return;
        _margin().claims[msg.sender][BrokerageStorage.key(account, assetId)] += units;
        emit SeizureClaimable(msg.sender, account, assetId, units);
    }
}
