// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { RiskWords } from "../storage/RiskWord.sol";
import { FeedCall } from "./FeedCall.sol";
import { FeedTerms, FeedTermsWords } from "./FeedTerms.sol";
import { FeedTrack } from "./FeedTrack.sol";

/// @notice What one feed says: its answer in 8 decimals rounded down and up, and when it becomes too old.
/// @param low zero where the answer does not count
/// @param fault why it does not
struct FeedReading {
    uint256 low;
    uint256 high;
    uint256 until;
    IBrokeragePrices.FeedFault fault;
}

/// @notice What both feeds say together.
/// @param low price of assets where there is one
/// @param high price of liabilities where there is one
/// @param until when the price becomes too old, where there is one
/// @param primary fault of the primary feed
/// @param secondary fault of the secondary feed
struct PriceJudgement {
    IBrokeragePrices.PriceOutcome outcome;
    uint256 low;
    uint256 high;
    uint256 until;
    IBrokeragePrices.FeedFault primary;
    IBrokeragePrices.FeedFault secondary;
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
    /// @param found is filled, whatever it held before
    function judge(
        FeedTerms terms,
        FeedTrack track,
        uint256 standingLow,
        uint256 standingHigh,
        PriceJudgement memory found
    ) internal view {
        FeedCall.requireGas(2);
        (address feed, uint256 maxAge, uint256 places) = terms.primary();
        (uint256 low, uint256 high, uint256 until) = _read(feed, maxAge, places);
        (maxAge, places) = terms.secondary();
        (uint256 otherLow, uint256 otherHigh, uint256 otherUntil) = _read(track.secondary(), maxAge, places);
        if (low != 0 && otherLow != 0) {
            uint256 least = low < otherLow ? low : otherLow;
            uint256 most = high > otherHigh ? high : otherHigh;
            if (_agree(terms, least, most) && !_isJump(track, least, most, standingLow, standingHigh)) {
                found.outcome = IBrokeragePrices.PriceOutcome.ACCEPTED;
                (found.low, found.high) = (least, most);
                found.until = until < otherUntil ? until : otherUntil;
                (found.primary, found.secondary) =
                    (IBrokeragePrices.FeedFault.NONE, IBrokeragePrices.FeedFault.NONE);
                return;
            }
        }
        _judgeClosely(
            terms,
            track,
            standingLow,
            standingHigh,
            found,
            _reading(low, high, until),
            _reading(otherLow, otherHigh, otherUntil)
        );
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
            return (low < upper ? low : upper, high > lower ? high : lower);
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
            if (places != DECIMALS) {
                if (answer > type(uint128).max) {
                    low = 0;
                } else if (places < DECIMALS) {
                    low = answer * 10 ** (DECIMALS - places);
                    high = low;
                } else {
                    uint256 divisor = 10 ** (places - DECIMALS);
                    low = answer / divisor;
                    high = (answer + divisor - 1) / divisor;
                }
            }
        }
        if (low == 0 || high > RiskWords.MAX_PRICE) return (0, 0, uint256(IBrokeragePrices.FeedFault.OUT_OF_RANGE));
    }

    function _reading(uint256 low, uint256 high, uint256 until) private pure returns (FeedReading memory) {
        return FeedReading(
            low,
            high,
            until,
            low == 0 ? IBrokeragePrices.FeedFault(until) : IBrokeragePrices.FeedFault.NONE
        );
    }

    /// @dev What faults, disagreement and jumps come to.
    function _judgeClosely(
        FeedTerms terms,
        FeedTrack track,
        uint256 standingLow,
        uint256 standingHigh,
        PriceJudgement memory found,
        FeedReading memory first,
        FeedReading memory second
    ) private view {
        _combine(found, terms, first, second);
        if (!_isSuspect(found, track, standingLow, standingHigh)) return;
        if (_dropsChanged(terms, track, first, second)) {
            _combine(found, terms, first, second);
            if (!_isSuspect(found, track, standingLow, standingHigh)) return;
        }
        if (found.outcome == IBrokeragePrices.PriceOutcome.DISAGREED) return;
        uint256 elapsed = block.timestamp - track.refreshedAt();
        if (!track.hasJumped() || elapsed > MOST_WAIT) found.outcome = IBrokeragePrices.PriceOutcome.JUMPED;
        else if (elapsed < LEAST_WAIT) found.outcome = IBrokeragePrices.PriceOutcome.WAITING;
    }

    function _combine(
        PriceJudgement memory found,
        FeedTerms terms,
        FeedReading memory first,
        FeedReading memory second
    ) private pure {
        (found.primary, found.secondary) = (first.fault, second.fault);
        if (first.low != 0 && second.low != 0) {
            found.low = first.low < second.low ? first.low : second.low;
            found.high = first.high > second.high ? first.high : second.high;
            found.until = first.until < second.until ? first.until : second.until;
            found.outcome = _agree(terms, found.low, found.high)
                ? IBrokeragePrices.PriceOutcome.ACCEPTED
                : IBrokeragePrices.PriceOutcome.DISAGREED;
        } else if (first.low | second.low != 0 && terms.has(FeedTermsWords.SINGLE_ALLOWED)) {
            FeedReading memory only = first.low != 0 ? first : second;
            found.outcome = IBrokeragePrices.PriceOutcome.SINGLE;
            (found.low, found.high, found.until) = (only.low, only.high, only.until);
        } else {
            found.outcome = IBrokeragePrices.PriceOutcome.UNUSABLE;
        }
    }

    /// @dev Feeds that disagree, or a price beyond the greatest move from the one that stands.
    function _isSuspect(PriceJudgement memory found, FeedTrack track, uint256 standingLow, uint256 standingHigh)
        private
        pure
        returns (bool)
    {
        if (found.outcome == IBrokeragePrices.PriceOutcome.DISAGREED) return true;
        if (found.outcome == IBrokeragePrices.PriceOutcome.UNUSABLE) return false;
        return _isJump(track, found.low, found.high, standingLow, standingHigh);
    }

    function _agree(FeedTerms terms, uint256 low, uint256 high) private pure returns (bool) {
        // Prices of 72 bits times basis points.
        unchecked {
            return (high - low) * BPS <= low * terms.agreementBps();
        }
    }

    /// @dev Nothing is a jump from no price.
    function _isJump(FeedTrack track, uint256 low, uint256 high, uint256 standingLow, uint256 standingHigh)
        private
        pure
        returns (bool)
    {
        // Prices of 75 bits times basis points, and a greatest move below all of them.
        unchecked {
            uint256 move = track.maxMoveBps();
            return low * BPS < standingLow * (BPS - move)
                || (standingLow != 0 && high * BPS > standingHigh * (BPS + move));
        }
    }

    /// @dev Other decimals change an answer by a factor of ten at least, which is suspect: so they are asked for in no
    /// other case.
    function _dropsChanged(FeedTerms terms, FeedTrack track, FeedReading memory first, FeedReading memory second)
        private
        view
        returns (bool dropped)
    {
        (address feed,, uint256 places) = terms.primary();
        if (_isChanged(first, feed, places)) dropped = true;
        (, places) = terms.secondary();
        if (_isChanged(second, track.secondary(), places)) dropped = true;
    }

    function _isChanged(FeedReading memory reading, address feed, uint256 places) private view returns (bool) {
        if (reading.low == 0 || FeedCall.decimals(feed) == places) return false;
        (reading.low, reading.fault) = (0, IBrokeragePrices.FeedFault.DECIMALS_CHANGED);
        return true;
    }
}
