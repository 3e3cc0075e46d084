// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageAuctions } from "../../interfaces/IBrokerageAuctions.sol";
import { AuctionClock } from "../../brokerage/liquidation/AuctionClock.sol";
import { LiquidationTermsWord, LiquidationTermsWords } from "../../brokerage/liquidation/LiquidationTermsWord.sol";
import { MarginCallWord } from "../../brokerage/liquidation/MarginCallWord.sol";
import { SequencerOutages } from "../../brokerage/liquidation/SequencerOutages.sol";
import { Seizure, SeizureMath, SeizureTerms } from "../../brokerage/liquidation/SeizureMath.sol";
import { StandstillWord } from "../../brokerage/liquidation/StandstillWord.sol";
import { BrokerageStorage } from "../../brokerage/storage/BrokerageStorage.sol";

/// @title SeizureMathProbe
/// @notice Arithmetic and clocks of liquidations, for tests that compare them with exact ones.
contract SeizureMathProbe {
    function seizure(SeizureTerms calldata terms) external pure returns (Seizure memory) {
        return SeizureMath.seizure(terms);
    }

    function rates(SeizureTerms calldata terms)
        external
        pure
        returns (uint256 bonusBps, uint256 takenBps, bool isUnderWater)
    {
        return SeizureMath.rates(terms);
    }

    function packed(IBrokerageAuctions.LiquidationTerms calldata terms)
        external
        pure
        returns (IBrokerageAuctions.LiquidationTerms memory)
    {
        return LiquidationTermsWords.pack(terms).unpack();
    }

    function deadlineOfNew(
        MarginCallWord call,
        IBrokerageAuctions.LiquidationTerms calldata terms,
        uint256 time,
        uint256 grace
    ) external pure returns (uint256) {
        return AuctionClock.deadlineOfNew(call, LiquidationTermsWords.pack(terms), time, grace);
    }

    function elapsed(
        MarginCallWord call,
        StandstillWord clock,
        IBrokerageAuctions.LiquidationTerms calldata terms,
        uint256 time
    ) external pure returns (uint256 seconds_, uint256 bonusBps, uint256 deadline) {
        LiquidationTermsWord word = LiquidationTermsWords.pack(terms);
        seconds_ = AuctionClock.elapsed(call, clock, word, time);
        return (seconds_, AuctionClock.bonusBpsDown(word, seconds_), AuctionClock.deadline(call, clock, word));
    }

    function begun(StandstillWord clock, uint256 time) external pure returns (StandstillWord) {
        return clock.begun(time);
    }

    function ended(StandstillWord clock, uint256 time) external pure returns (StandstillWord) {
        return clock.ended(time);
    }

    function passed(StandstillWord clock, uint256 from, uint256 until) external pure returns (StandstillWord) {
        return clock.passed(from, until);
    }

    function setSequencer(address feed, uint32 grace, uint32 longest) external {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        ($.sequencerFeed, $.sequencerGrace, $.sequencerLongest) = (feed, grace, longest);
    }

    function outagePassed(StandstillWord clock) external view returns (StandstillWord) {
        return SequencerOutages.pass(BrokerageStorage.load(), clock);
    }
}
