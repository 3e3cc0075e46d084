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
        Seizure memory taken = _seizure(found, order);
        if (taken.seized < order.minSeized) revert SeizedTooFew(taken.seized, order.minSeized);
        (repaid, seized) = (taken.repaid, taken.seized);
        BrokerageStorage.Layout storage $ = _layout();
        (found.sets,,,) = _acquit(order.account, found.sets, order.debtAsset, repaid);
        $.pools[order.debtAsset].liquidity = _asUnits($.pools[order.debtAsset].liquidity + repaid);
        address token;
        (found.sets,, token) =
            _debitCollateral(order.account, found.sets, order.collateral, $.assets[order.collateral], seized);
        if (taken.fee != 0) FundStorage.load().funds[order.debtAsset].firstLoss += uint128(taken.fee);
        _finish(found, taken.isUnderWater);
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

    function _seizure(LiquidationCase memory found, LiquidationOrder calldata order)
        private
        returns (Seizure memory taken)
    {
        BrokerageStorage.Layout storage $ = _layout();
        (uint8 debtAsset, uint8 collateral) = (order.debtAsset, order.collateral);
        RiskWord debt = $.assets[debtAsset];
        RiskWord held = $.assets[collateral];
        SeizureTerms memory terms;
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
        SeizureWindow memory window = SeizureWindows.now_(collateral, found.terms.seizureWindow());
        terms.capValue = window.capValue == 0 ? type(uint256).max : window.capValue - window.takenValue;
        taken = SeizureMath.seizure(terms);
        if (taken.repaid == 0 || taken.seized == 0) {
            if (terms.capValue == 0) {
                revert SeizureCapReached(
                    collateral, window.capValue, uint256(window.start) + found.terms.seizureWindow()
                );
            }
            revert NothingToLiquidate(order.account, debtAsset, collateral);
        }
        if (window.capValue == 0) return taken;
        window.takenValue += uint96(SeizureMath.valueDown(taken.seized, terms.collateralPrice, terms.collateralScale));
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
