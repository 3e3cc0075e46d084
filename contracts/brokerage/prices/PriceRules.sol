// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
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

    /// @notice What both say together; the fields after `secondary` are those of an accepted price alone.
    struct Judgement {
        IBrokeragePrices.PriceOutcome outcome;
        IBrokeragePrices.FeedFault primary;
        IBrokeragePrices.FeedFault secondary;
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
    function judge(FeedTerms terms, FeedTrack track, uint256 standingLow, uint256 standingHigh, uint256 most)
        internal
        view
        returns (Judgement memory found)
    {
        Reading memory first = read(terms.primary(), terms.primaryAge(), terms.primaryDecimals(), most);
        Reading memory second = read(track.secondary(), terms.secondaryAge(), terms.secondaryDecimals(), most);
        _combine(found, terms, first, second);
        if (!_isSuspect(found, track, standingLow, standingHigh)) return found;
        if (_dropsChanged(terms, track, first, second)) {
            _combine(found, terms, first, second);
            if (!_isSuspect(found, track, standingLow, standingHigh)) return found;
        }
        if (found.outcome == IBrokeragePrices.PriceOutcome.DISAGREED) return found;
        uint256 elapsed = block.timestamp - track.refreshedAt();
        if (!track.hasJumped() || elapsed > MOST_WAIT) found.outcome = IBrokeragePrices.PriceOutcome.JUMPED;
        else if (elapsed < LEAST_WAIT) found.outcome = IBrokeragePrices.PriceOutcome.WAITING;
    }

    /// @notice Asks one feed.
    function read(address feed, uint256 maxAge, uint256 places, uint256 most)
        internal
        view
        returns (Reading memory reading)
    {
        uint256 answer;
        uint256 updatedAt;
        (reading.fault, answer, updatedAt) = FeedCall.latestAnswer(feed, maxAge);
        if (reading.fault != IBrokeragePrices.FeedFault.NONE) return reading;
        if (answer > type(uint128).max) {
            reading.fault = IBrokeragePrices.FeedFault.OUT_OF_RANGE;
            return reading;
        }
        // At most 18 places and 2^128, so nothing overflows.
        unchecked {
            if (places <= DECIMALS) {
                reading.low = answer * 10 ** (DECIMALS - places);
                reading.high = reading.low;
            } else {
                uint256 divisor = 10 ** (places - DECIMALS);
                reading.low = answer / divisor;
                reading.high = (answer + divisor - 1) / divisor;
            }
            reading.until = updatedAt + maxAge;
        }
        if (reading.low == 0 || reading.high > most) reading.fault = IBrokeragePrices.FeedFault.OUT_OF_RANGE;
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
        return (average * window + standing * elapsed) / (window + elapsed);
    }

    /// @notice An accepted price with the band around the time-weighted one: assets at most its upper end, liabilities
    /// at least its lower one.
    function banded(uint256 low, uint256 high, uint256 average, uint256 bandBps)
        internal
        pure
        returns (uint256, uint256)
    {
        uint256 upper = average * (BPS + bandBps) / BPS;
        uint256 lower = Math.ceilDiv(average * (BPS - bandBps), BPS);
        return (low < upper ? low : upper, high > lower ? high : lower);
    }

    function _combine(Judgement memory found, FeedTerms terms, Reading memory first, Reading memory second)
        private
        pure
    {
        (found.primary, found.secondary) = (first.fault, second.fault);
        bool hasFirst = first.fault == IBrokeragePrices.FeedFault.NONE;
        bool hasSecond = second.fault == IBrokeragePrices.FeedFault.NONE;
        found.outcome = IBrokeragePrices.PriceOutcome.UNUSABLE;
        found.low = 0;
        if (hasFirst && hasSecond) {
            uint256 low = first.low < second.low ? first.low : second.low;
            uint256 high = first.high > second.high ? first.high : second.high;
            if ((high - low) * BPS > low * terms.agreementBps()) {
                found.outcome = IBrokeragePrices.PriceOutcome.DISAGREED;
                return;
            }
            found.outcome = IBrokeragePrices.PriceOutcome.ACCEPTED;
            (found.low, found.high) = (low, high);
            found.until = first.until < second.until ? first.until : second.until;
        } else if ((hasFirst || hasSecond) && terms.has(FeedTermsWords.SINGLE_ALLOWED)) {
            Reading memory only = hasFirst ? first : second;
            found.outcome = IBrokeragePrices.PriceOutcome.SINGLE;
            (found.low, found.high, found.until) = (only.low, only.high, only.until);
        }
    }

    /// @dev Feeds that disagree, or a price beyond the greatest move from the one that stands.
    function _isSuspect(Judgement memory found, FeedTrack track, uint256 standingLow, uint256 standingHigh)
        private
        pure
        returns (bool)
    {
        if (found.outcome == IBrokeragePrices.PriceOutcome.DISAGREED) return true;
        if (found.outcome == IBrokeragePrices.PriceOutcome.UNUSABLE || standingLow == 0) return false;
        uint256 move = track.maxMoveBps();
        return found.low * BPS < standingLow * (BPS - move) || found.high * BPS > standingHigh * (BPS + move);
    }

    /// @dev Other decimals change an answer by a factor of ten at least, which is suspect: so they are asked for in no
    /// other case.
    function _dropsChanged(FeedTerms terms, FeedTrack track, Reading memory first, Reading memory second)
        private
        view
        returns (bool dropped)
    {
        if (_isChanged(first, terms.primary(), terms.primaryDecimals())) dropped = true;
        if (_isChanged(second, track.secondary(), terms.secondaryDecimals())) dropped = true;
    }

    function _isChanged(Reading memory reading, address feed, uint256 places) private view returns (bool) {
        if (reading.fault != IBrokeragePrices.FeedFault.NONE || FeedCall.decimals(feed) == places) return false;
        reading.fault = IBrokeragePrices.FeedFault.DECIMALS_CHANGED;
        return true;
    }
}
