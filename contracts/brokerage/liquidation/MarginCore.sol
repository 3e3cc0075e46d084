// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageMargin } from "../../interfaces/IBrokerageMargin.sol";
import { MarginRatios } from "../MarginRatios.sol";
import { BrokerageCore } from "../parts/BrokerageCore.sol";
import { Assessment, Valuation } from "../parts/Valuation.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BookTerms, BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { RiskTermWords, RiskTerms } from "../storage/RiskTerms.sol";
import { AuctionClock } from "./AuctionClock.sol";
import { LiquidationTermsWord } from "./LiquidationTermsWord.sol";
import { MarginCallWord } from "./MarginCallWord.sol";
import { MarginStorage } from "./MarginStorage.sol";
import { SequencerOutages } from "./SequencerOutages.sol";
import { StandstillWord } from "./StandstillWord.sol";

/// @notice Where an account stands: collateral as it counts for maintenance, exposure, and the points that its terms
/// and the book's add to the maintenance ratio.
struct MarginStanding {
    uint256 adjustedValue;
    uint256 exposureValue;
    uint256 extraPoints;
}

/// @title MarginCore
/// @notice What calls and liquidations share: where an account stands, whether it may be liquidated, and the clock.
abstract contract MarginCore is BrokerageCore {
    using Valuation for Assessment;

    uint256 private constant POINT_BPS = 100;

    function _margin() internal pure returns (MarginStorage.Layout storage) {
        return MarginStorage.load();
    }

    function _liquidationTerms() internal view returns (LiquidationTermsWord) {
        return _margin().terms.orDefault();
    }

    /// @dev Reverts while a price of the account's assets is stale.
    function _marginStanding(uint256 account, AccountSets sets, RiskTerms terms)
        internal
        view
        returns (MarginStanding memory standing)
    {
        BrokerageStorage.Layout storage $ = _layout();
        Assessment memory a = Valuation.assess($, account, sets, terms);
        _requireFresh(a);
        BookTerms storage book = $.terms;
        standing.adjustedValue = a.maintenanceDown(book.gainHaircutBps);
        standing.exposureValue = a.exposure();
        standing.extraPoints = book.extraMaintenance;
        if (sets.has(AccountSetBits.FIGURES)) standing.extraPoints += $.figures[account].extraMaintenance;
    }

    /// @dev Below the liquidation threshold, which no terms move.
    function _isBelowThreshold(MarginStanding memory standing) internal pure returns (bool) {
        return standing.adjustedValue * MarginRatios.WHOLE < standing.exposureValue * MarginRatios.LIQUIDATION;
    }

    function _isBelowMaintenance(MarginStanding memory standing) internal pure returns (bool) {
        return standing.adjustedValue * MarginRatios.WHOLE
            < standing.exposureValue * (MarginRatios.MAINTENANCE + standing.extraPoints);
    }

    /// @dev Adjusted value that ends a call, rounded up.
    function _cureValueUp(MarginStanding memory standing, LiquidationTermsWord terms) internal pure returns (uint256) {
        uint256 ratioBps = (MarginRatios.MAINTENANCE + standing.extraPoints) * POINT_BPS + terms.hysteresisBps();
        return (standing.exposureValue * ratioBps + BPS - 1) / BPS;
    }

    /// @dev Ratio that a liquidation restores.
    function _targetBps(MarginStanding memory standing, LiquidationTermsWord terms) internal pure returns (uint256) {
        return terms.targetRatioBps() + standing.extraPoints * POINT_BPS;
    }

    /// @dev The clock with every outage that is over; reverts while the sequencer stops liquidations.
    function _passOutage(RiskTerms terms) internal returns (StandstillWord clock) {
        MarginStorage.Layout storage margin = _margin();
        clock = margin.clock;
        if (!terms.has(RiskTermWords.SEQUENCED)) return clock;
        StandstillWord passed = SequencerOutages.pass(_layout(), clock);
        if (StandstillWord.unwrap(passed) == StandstillWord.unwrap(clock)) return clock;
        margin.clock = passed;
        emit IBrokerageMargin.StandstillEnded(uint40(passed.endedAt()), uint32(passed.total()));
        return passed;
    }

    /// @dev The call with an auction, which begins now, or began when the call's deadline passed.
    function _auctioned(MarginCallWord call, StandstillWord clock, LiquidationTermsWord terms)
        internal
        view
        returns (MarginCallWord)
    {
        if (call.auctionStart() != 0) return call;
        uint256 run = AuctionClock.elapsed(call, clock, terms, block.timestamp);
        return call.auctioned(block.timestamp - run, clock.total());
    }

    function _open(uint256 account, MarginCallWord call, uint256 end, MarginStanding memory standing)
        internal
        returns (MarginCallWord)
    {
        emit IBrokerageMargin.MarginCallIssued(account, uint40(end), standing.adjustedValue, standing.exposureValue);
        return call.called(block.timestamp, end);
    }

    function _escalate(uint256 account, MarginCallWord call, MarginStanding memory standing)
        internal
        returns (MarginCallWord)
    {
        emit IBrokerageMargin.MarginCallEscalated(account, standing.adjustedValue, standing.exposureValue);
        return call.escalated(block.timestamp);
    }

    function _cure(uint256 account, MarginCallWord call, MarginStanding memory standing)
        internal
        returns (MarginCallWord)
    {
        emit IBrokerageMargin.MarginCallCured(account, standing.adjustedValue, standing.exposureValue);
        return call.cured(block.timestamp);
    }
}
