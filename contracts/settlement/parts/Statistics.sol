// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LocalRole } from "../../access/LocalRole.sol";
import { ISettlementStatistics } from "../../interfaces/ISettlementStatistics.sol";
import { AssetWord } from "../storage/AssetWord.sol";
import { DayCounter } from "../storage/DayCounter.sol";
import { JurisdictionCounter } from "../storage/JurisdictionCounter.sol";
import { SettlementStorage } from "../storage/SettlementStorage.sol";
import { RegistryViews } from "./RegistryViews.sol";

/// @title Statistics
/// @notice Reads the counters, and keeps how far finality has come.
abstract contract Statistics is ISettlementStatistics, RegistryViews {
    uint256 private constant HUNDRED = 100;

    /// @inheritdoc ISettlementStatistics
    function attestLedgerFinality(uint40 upTo) external onlyLocalRole(LocalRole.KEEPER) {
        SettlementStorage.Layout storage $ = _layout();
        if (upTo <= $.ledgerFinalUpTo || upTo >= block.timestamp) {
            revert ISettlementStatistics.FinalityNotAfter(upTo, $.ledgerFinalUpTo);
        }
        $.ledgerFinalUpTo = upTo;
        emit ISettlementStatistics.LedgerFinalityAttested(upTo);
    }

    /// @inheritdoc ISettlementStatistics
    function stateLegalFinality(uint40 upTo, bytes32 rules) external restricted {
        SettlementStorage.Layout storage $ = _layout();
        if (upTo <= $.legalFinalUpTo || upTo > $.ledgerFinalUpTo) {
            revert ISettlementStatistics.FinalityNotAfter(upTo, $.legalFinalUpTo);
        }
        $.legalFinalUpTo = upTo;
        emit ISettlementStatistics.LegalFinalityStated(upTo, rules);
    }

    /// @inheritdoc ISettlementStatistics
    function finalityOf(uint40 settledAt) external view returns (ISettlementStatistics.Finality) {
        SettlementStorage.Layout storage $ = _layout();
        if (settledAt == 0 || settledAt > block.timestamp) return ISettlementStatistics.Finality.NONE;
        if (settledAt <= $.legalFinalUpTo) return ISettlementStatistics.Finality.LEGAL;
        return settledAt <= $.ledgerFinalUpTo
            ? ISettlementStatistics.Finality.LEDGER
            : ISettlementStatistics.Finality.IRREVOCABLE;
    }

    /// @inheritdoc ISettlementStatistics
    function cashStatusOf(uint40 settledAt) external view returns (bytes4) {
        if (settledAt == 0 || settledAt > block.timestamp) return 0;
        return settledAt <= _layout().ledgerFinalUpTo ? bytes4("ACCC") : bytes4("ACSC");
    }

    /// @inheritdoc ISettlementStatistics
    function assetDay(address token, uint256 day) external view returns (uint256 amount, uint256 count) {
        DayCounter counter = _layout().days_[token][day];
        return (counter.amount(), counter.count());
    }

    /// @inheritdoc ISettlementStatistics
    function assetTotal(address token) external view returns (uint256 amount) {
        DayCounter counter = _layout().days_[token][_layout().assets[token].lastDay()];
        return counter.earlier() + counter.amount();
    }

    /// @inheritdoc ISettlementStatistics
    function jurisdictionDay(uint8 jurisdiction, uint256 day) external view returns (uint256 value, uint256 count) {
        JurisdictionCounter counter = _layout().jurisdictionDays[jurisdiction][day];
        return (counter.value(), counter.count());
    }

    /// @inheritdoc ISettlementStatistics
    function weightedDay(address token, uint256 day) external view returns (uint256 byScore, uint256 byBasel) {
        AssetWord word = _requireAsset(token);
        uint256 amount = _layout().days_[token][day].amount();
        byScore = (amount * word.score() + HUNDRED - 1) / HUNDRED;
        byBasel = _weightedUp(amount, _riskWeightBps(token, word));
    }
}
