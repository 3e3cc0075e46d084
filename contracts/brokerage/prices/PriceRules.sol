// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { FeedCall } from "./FeedCall.sol";
import { FeedTerms, FeedTermsWords } from "./FeedTerms.sol";
import { FeedTrack } from "./FeedTrack.sol";

/// @title PriceRules
/// @notice What two feeds' answers come to, given the price and the time-weighted price that stand.
library PriceRules {
    /// @notice What one feed says.
    /// @param low its answer in 8 decimals, rounded down
    /// @param high its answer in 8 decimals, rounded up
    /// @param until when the answer becomes too old
    struct Reading {
        IBrokeragePrices.FeedFault fault;
        uint256 low;
        uint256 high;
        uint256 until;
    }

    /// @notice What both say together.
    /// @param low the price of assets where there is one, and zero otherwise
    /// @param high the price of liabilities where there is one
    /// @param until when the price becomes too old, where there is one
    struct Judgement {
        IBrokeragePrices.PriceOutcome outcome;
        Reading first;
        Reading second;
        uint256 low;
        uint256 high;
        uint256 until;
    }

    /// @notice Least seconds from a jump's first sight to its second.
    uint256 internal constant LEAST_WAIT = 60;
    /// @notice Most seconds from a jump's first sight to its second; later it is a first one again.
    uint256 internal constant MOST_WAIT = 1 hours;
    uint256 private constant BPS = 10_000;
    uint256 private constant DECIMALS = 8;

    /// @notice Reads both feeds and judges them.
    /// @param standingLow the price of assets that stands, or zero before the first one
    /// @param standingHigh the price of liabilities that stands
    /// @param most the highest price that can be kept
    /// @param found is filled, whatever it held before
    function judge(
        FeedTerms terms,
        FeedTrack track,
        uint256 standingLow,
        uint256 standingHigh,
        uint256 most,
        Judgement memory found
    ) internal view {
        _read(found.first, terms.primary(), terms.primaryAge(), terms.primaryDecimals(), most);
        _read(found.second, track.secondary(), terms.secondaryAge(), terms.secondaryDecimals(), most);
        _combine(found, terms);
        if (!_isSuspect(found, track, standingLow, standingHigh)) return;
        if (_dropsChanged(found, terms, track)) {
            _combine(found, terms);
            if (!_isSuspect(found, track, standingLow, standingHigh)) return;
        }
        if (found.outcome == IBrokeragePrices.PriceOutcome.DISAGREED) return;
        uint256 elapsed = block.timestamp - track.refreshedAt();
        if (!track.hasJumped() || elapsed > MOST_WAIT) found.outcome = IBrokeragePrices.PriceOutcome.JUMPED;
        else if (elapsed < LEAST_WAIT) found.outcome = IBrokeragePrices.PriceOutcome.WAITING;
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

    /// @dev Asks one feed.
    function _read(Reading memory reading, address feed, uint256 maxAge, uint256 places, uint256 most) private view {
        (uint256 answer, uint256 detail) = FeedCall.latestAnswer(feed, maxAge);
        if (answer == 0) {
            reading.fault = IBrokeragePrices.FeedFault(detail);
            return;
        }
        uint256 low;
        uint256 high;
        // At most 18 places and 2^128, so nothing overflows.
        unchecked {
            if (answer > type(uint128).max) {
                high = type(uint256).max;
            } else if (places <= DECIMALS) {
                low = answer * 10 ** (DECIMALS - places);
                high = low;
            } else {
                uint256 divisor = 10 ** (places - DECIMALS);
                low = answer / divisor;
                high = (answer + divisor - 1) / divisor;
            }
            reading.until = detail + maxAge;
        }
        (reading.low, reading.high) = (low, high);
        reading.fault =
            low == 0 || high > most ? IBrokeragePrices.FeedFault.OUT_OF_RANGE : IBrokeragePrices.FeedFault.NONE;
    }

    function _combine(Judgement memory found, FeedTerms terms) private pure {
        Reading memory first = found.first;
        Reading memory second = found.second;
        bool hasFirst = first.fault == IBrokeragePrices.FeedFault.NONE;
        bool hasSecond = second.fault == IBrokeragePrices.FeedFault.NONE;
        if (hasFirst && hasSecond) {
            (uint256 low, uint256 high) = (first.low, first.high);
            if (second.low < low) low = second.low;
            if (second.high > high) high = second.high;
            // Prices of 72 bits times basis points.
            unchecked {
                if ((high - low) * BPS > low * terms.agreementBps()) {
                    (found.outcome, found.low) = (IBrokeragePrices.PriceOutcome.DISAGREED, 0);
                    return;
                }
            }
            found.outcome = IBrokeragePrices.PriceOutcome.ACCEPTED;
            (found.low, found.high) = (low, high);
            found.until = first.until < second.until ? first.until : second.until;
        } else if ((hasFirst || hasSecond) && terms.has(FeedTermsWords.SINGLE_ALLOWED)) {
            Reading memory only = hasFirst ? first : second;
            found.outcome = IBrokeragePrices.PriceOutcome.SINGLE;
            (found.low, found.high, found.until) = (only.low, only.high, only.until);
        } else {
            (found.outcome, found.low) = (IBrokeragePrices.PriceOutcome.UNUSABLE, 0);
        }
    }

    /// @dev Feeds that disagree, or a price beyond the greatest move from the one that stands.
    function _isSuspect(Judgement memory found, FeedTrack track, uint256 standingLow, uint256 standingHigh)
        private
        pure
        returns (bool)
    {
        uint256 low = found.low;
        if (low == 0) return found.outcome == IBrokeragePrices.PriceOutcome.DISAGREED;
        if (standingLow == 0) return false;
        // Prices of 75 bits times basis points, and a greatest move below all of them.
        unchecked {
            uint256 move = track.maxMoveBps();
            return low * BPS < standingLow * (BPS - move) || found.high * BPS > standingHigh * (BPS + move);
        }
    }

    /// @dev Other decimals change an answer by a factor of ten at least, which is suspect: so they are asked for in no
    /// other case.
    function _dropsChanged(Judgement memory found, FeedTerms terms, FeedTrack track)
        private
        view
        returns (bool dropped)
    {
        if (_isChanged(found.first, terms.primary(), terms.primaryDecimals())) dropped = true;
        if (_isChanged(found.second, track.secondary(), terms.secondaryDecimals())) dropped = true;
    }

    function _isChanged(Reading memory reading, address feed, uint256 places) private view returns (bool) {
        if (reading.fault != IBrokeragePrices.FeedFault.NONE || FeedCall.decimals(feed) == places) return false;
        reading.fault = IBrokeragePrices.FeedFault.DECIMALS_CHANGED;
        return true;
    }
}
