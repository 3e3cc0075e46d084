// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPointMathLib } from "solady/utils/FixedPointMathLib.sol";
import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { RiskWords } from "../storage/RiskWord.sol";
import { FeedCall } from "./FeedCall.sol";
import { FeedTerms, FeedTermsWords } from "./FeedTerms.sol";
import { FeedTrack } from "./FeedTrack.sol";
import { SecondFeed } from "./SecondFeed.sol";

/// @notice What one feed says: its answer in 8 decimals rounded down and up, and when it becomes too old.
/// @param low zero where the answer does not count
/// @param until the number of the fault where the answer does not count
struct FeedReading {
    uint256 low;
    uint256 high;
    uint256 until;
}

/// @title PriceRules
/// @notice What two feeds' answers come to, given the price and the time-weighted price that stand.
library PriceRules {
    /// @notice Least seconds from a jump's first sight to its second.
    uint256 internal constant LEAST_WAIT = 60;
    /// @notice Most seconds from a jump's first sight to its second; later it is a first one again.
    uint256 internal constant MOST_WAIT = 1 hours;
    uint256 private constant BPS = 10_000;
    uint256 private constant DECIMALS = 8;

    /// @notice Reads both feeds and judges them.
    /// @dev Two feeds that agree on a price near the one that stands, as nearly always, are all that is looked at here.
    /// @param standingLow the price of assets that stands, or zero before the first one
    /// @param standingHigh the price of liabilities that stands
    /// @return outcome what they come to
    /// @return low price of assets where there is one
    /// @return high price of liabilities where there is one
    /// @return until when the price becomes too old, where there is one
    /// @return faults number of the primary feed's fault, and of the secondary's from bit 8
    function judge(FeedTerms terms, SecondFeed second, FeedTrack track, uint256 standingLow, uint256 standingHigh)
        internal
        view
        returns (IBrokeragePrices.PriceOutcome outcome, uint256 low, uint256 high, uint256 until, uint256 faults)
    {
        FeedCall.requireGas(2);
        (address feed, uint256 maxAge, uint256 places) = terms.primary();
        (uint256 firstLow, uint256 firstHigh, uint256 firstUntil) = _read(feed, maxAge, places);
        (maxAge, places) = terms.secondary();
        (uint256 otherLow, uint256 otherHigh, uint256 otherUntil) = _read(second.feed(), maxAge, places);
        if (firstLow != 0 && otherLow != 0) {
            low = FixedPointMathLib.min(firstLow, otherLow);
            high = FixedPointMathLib.max(firstHigh, otherHigh);
            if (_agree(terms, low, high) && !_isJump(second.maxMoveBps(), low, high, standingLow, standingHigh)) {
                until = FixedPointMathLib.min(firstUntil, otherUntil);
                return (IBrokeragePrices.PriceOutcome.ACCEPTED, low, high, until, 0);
            }
        }
        FeedReading memory first = FeedReading(firstLow, firstHigh, firstUntil);
        FeedReading memory other = FeedReading(otherLow, otherHigh, otherUntil);
        FeedReading memory both = FeedReading(standingLow, standingHigh, 0);
        outcome = _judgeClosely(terms, second, track, first, other, both);
        if (first.low == 0) faults = first.until;
        if (other.low == 0) faults |= other.until << 8;
        (low, high, until) = (both.low, both.high, both.until);
    }

    /// @notice The time-weighted price moved towards the price that stood since the last refresh, rounded down.
    /// @param average as it was
    /// @param standing the price that stood
    /// @param elapsed seconds that it stood for
    /// @param window seconds of the time-weighted price
    function averagedDown(uint256 average, uint256 standing, uint256 elapsed, uint256 window)
        internal
        pure
        returns (uint256)
    {
        // Prices of 75 bits, a window of 16 and a time of 32.
        unchecked {
            return (average * window + standing * elapsed) / (window + elapsed);
        }
    }

    /// @notice An accepted price with the band around the time-weighted one: assets at most its upper end, liabilities
    /// at least its lower one.
    function banded(uint256 low, uint256 high, uint256 average, uint256 bandBps)
        internal
        pure
        returns (uint256, uint256)
    {
        // Prices of 75 bits times basis points, and a band below all of them.
        unchecked {
            uint256 upper = average * (BPS + bandBps) / BPS;
            uint256 lower = (average * (BPS - bandBps) + BPS - 1) / BPS;
            return (FixedPointMathLib.min(low, upper), FixedPointMathLib.max(high, lower));
        }
    }

    /// @dev Asks one feed; `low` is zero where its answer does not count, and `until` the number of the fault then.
    function _read(address feed, uint256 maxAge, uint256 places)
        private
        view
        returns (uint256 low, uint256 high, uint256 until)
    {
        if (feed == address(0)) return (0, 0, uint256(IBrokeragePrices.FeedFault.ABSENT));
        (uint256 answer, uint256 detail) = FeedCall.latestAnswer(feed, maxAge);
        if (answer == 0) return (0, 0, detail);
        // At most 18 places and 2^128, so nothing overflows.
        unchecked {
            until = detail + maxAge;
            (low, high) = (answer, answer);
            if (places != DECIMALS) (low, high) = _scaled(answer, places);
        }
        if (low == 0 || high > RiskWords.MAX_PRICE) return (0, 0, uint256(IBrokeragePrices.FeedFault.OUT_OF_RANGE));
    }

    /// @dev In 8 decimals, rounded down and up; `low` is zero for more than can be told.
    function _scaled(uint256 answer, uint256 places) private pure returns (uint256 low, uint256 high) {
        if (answer > type(uint128).max) return (0, 0);
        // At most 18 places.
        unchecked {
            if (places < DECIMALS) {
                low = answer * 10 ** (DECIMALS - places);
                return (low, low);
            }
            uint256 divisor = 10 ** (places - DECIMALS);
            return (answer / divisor, (answer + divisor - 1) / divisor);
        }
    }

    /// @notice What faults, disagreement and jumps come to.
    /// @param both what stands, and afterwards the price where there is one
    function _judgeClosely(
        FeedTerms terms,
        SecondFeed second,
        FeedTrack track,
        FeedReading memory first,
        FeedReading memory other,
        FeedReading memory both
    ) private view returns (IBrokeragePrices.PriceOutcome outcome) {
        (uint256 standingLow, uint256 standingHigh) = (both.low, both.high);
        outcome = _combine(terms, first, other, both);
        if (!_isSuspect(outcome, second, both, standingLow, standingHigh)) return outcome;
        if (_dropsChanged(terms, second, first, other)) {
            outcome = _combine(terms, first, other, both);
            if (!_isSuspect(outcome, second, both, standingLow, standingHigh)) return outcome;
        }
        if (outcome == IBrokeragePrices.PriceOutcome.DISAGREED) return outcome;
        uint256 elapsed = block.timestamp - track.refreshedAt();
        if (!track.hasJumped() || elapsed > MOST_WAIT) return IBrokeragePrices.PriceOutcome.JUMPED;
        return elapsed < LEAST_WAIT ? IBrokeragePrices.PriceOutcome.WAITING : outcome;
    }

    function _combine(FeedTerms terms, FeedReading memory first, FeedReading memory other, FeedReading memory both)
        private
        pure
        returns (IBrokeragePrices.PriceOutcome)
    {
        if (first.low != 0 && other.low != 0) {
            both.low = FixedPointMathLib.min(first.low, other.low);
            both.high = FixedPointMathLib.max(first.high, other.high);
            both.until = FixedPointMathLib.min(first.until, other.until);
            return _agree(terms, both.low, both.high)
                ? IBrokeragePrices.PriceOutcome.ACCEPTED
                : IBrokeragePrices.PriceOutcome.DISAGREED;
        }
        if (first.low | other.low == 0 || !terms.has(FeedTermsWords.SINGLE_ALLOWED)) {
            return IBrokeragePrices.PriceOutcome.UNUSABLE;
        }
        FeedReading memory only = first.low != 0 ? first : other;
        (both.low, both.high, both.until) = (only.low, only.high, only.until);
        return IBrokeragePrices.PriceOutcome.SINGLE;
    }

    /// @dev Feeds that disagree, or a price beyond the greatest move from the one that stands.
    function _isSuspect(
        IBrokeragePrices.PriceOutcome outcome,
        SecondFeed second,
        FeedReading memory both,
        uint256 standingLow,
        uint256 standingHigh
    ) private pure returns (bool) {
        if (outcome == IBrokeragePrices.PriceOutcome.DISAGREED) return true;
        if (outcome == IBrokeragePrices.PriceOutcome.UNUSABLE) return false;
        return _isJump(second.maxMoveBps(), both.low, both.high, standingLow, standingHigh);
    }

    function _agree(FeedTerms terms, uint256 low, uint256 high) private pure returns (bool) {
        // Prices of 72 bits times basis points.
        unchecked {
            return (high - low) * BPS <= low * terms.agreementBps();
        }
    }

    /// @dev Nothing is a jump from no price.
    function _isJump(uint256 moveBps, uint256 low, uint256 high, uint256 standingLow, uint256 standingHigh)
        private
        pure
        returns (bool)
    {
        // Prices of 75 bits times basis points, and a greatest move below all of them.
        unchecked {
            if (low * BPS < standingLow * (BPS - moveBps)) return true;
            return high * BPS > standingHigh * (BPS + moveBps) && standingLow != 0;
        }
    }

    /// @dev Other decimals change an answer by a factor of ten at least, which is suspect: so they are asked for in no
    /// other case.
    function _dropsChanged(FeedTerms terms, SecondFeed second, FeedReading memory first, FeedReading memory other)
        private
        view
        returns (bool dropped)
    {
        (address feed,, uint256 places) = terms.primary();
        if (_isChanged(first, feed, places)) dropped = true;
        (, places) = terms.secondary();
        if (_isChanged(other, second.feed(), places)) dropped = true;
    }

    function _isChanged(FeedReading memory reading, address feed, uint256 places) private view returns (bool) {
        if (reading.low == 0 || FeedCall.decimals(feed) == places) return false;
        (reading.low, reading.until) = (0, uint256(IBrokeragePrices.FeedFault.DECIMALS_CHANGED));
        return true;
    }
}
