// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LiquidationTermsWord } from "./LiquidationTermsWord.sol";
import { MarginCallWord } from "./MarginCallWord.sol";
import { StandstillWord } from "./StandstillWord.sol";

/// @title AuctionClock
/// @notice When a call's time is over and how far an auction has got.
library AuctionClock {
    uint256 internal constant LAPSE = 7 days;

    /// @notice End of the time to react: the call's deadline, or the least time to react after a standstill that ended
    /// since the call was issued, whichever is later.
    function deadline(MarginCallWord call, StandstillWord clock, LiquidationTermsWord terms)
        internal
        pure
        returns (uint256 end)
    {
        end = call.deadline();
        uint256 resumed = clock.endedAt();
        if (resumed <= call.calledAt()) return end;
        uint256 least = resumed + terms.minReaction();
        if (least > end) end = least;
    }

    /// @notice The call that counts: one that nobody has acted on for a week after its deadline, or after its auction
    /// began, has lapsed. Nobody knows whether the account was mended in between.
    function live(MarginCallWord call, StandstillWord clock, LiquidationTermsWord terms, uint256 time)
        internal
        pure
        returns (MarginCallWord)
    {
        if (!call.isOpen()) return call;
        uint256 last = deadline(call, clock, terms);
        if (call.auctionStart() > last) last = call.auctionStart();
        return time < last + LAPSE ? call : call.forgotten();
    }

    /// @notice Deadline of a call issued at a time: after the time to react, but within the window after a cure not
    /// later than the old one.
    function deadlineOfNew(MarginCallWord call, LiquidationTermsWord terms, uint256 time, uint256 grace)
        internal
        pure
        returns (uint256 end)
    {
        end = time + grace;
        uint256 curedAt = call.curedAt();
        if (curedAt == 0 || time >= curedAt + terms.recallWindow()) return end;
        uint256 old = call.deadline();
        if (old < end) end = old;
    }

    /// @notice Seconds that an auction has run, standstills taken off. An auction that nobody has begun runs since the
    /// call's deadline, if that has passed, but not since before the call: a deadline can be older than it.
    function elapsed(MarginCallWord call, StandstillWord clock, LiquidationTermsWord terms, uint256 time)
        internal
        pure
        returns (uint256)
    {
        uint256 start = call.auctionStart();
        if (start == 0) {
            if (!call.isOpen()) return 0;
            uint256 end = deadline(call, clock, terms);
            if (end < call.calledAt()) end = call.calledAt();
            return time > end ? time - end : 0;
        }
        uint256 stood = clock.total() - call.standstillAtStart();
        uint256 pausedSince = clock.since();
        if (pausedSince != 0) stood += time - (pausedSince < start ? start : pausedSince);
        return time > start + stood ? time - start - stood : 0;
    }

    /// @notice An auction's bonus, rounded down: from the least to the most over its duration.
    function bonusBpsDown(LiquidationTermsWord terms, uint256 seconds_) internal pure returns (uint256) {
        uint256 start = terms.startBonusBps();
        uint256 duration = terms.auctionDuration();
        if (seconds_ >= duration) return terms.maxBonusBps();
        return start + (terms.maxBonusBps() - start) * seconds_ / duration;
    }
}
