// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPointMathLib } from "solady/utils/FixedPointMathLib.sol";
import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { FeedTerms } from "../prices/FeedTerms.sol";
import { FeedTrack, FeedTracks } from "../prices/FeedTrack.sol";
import { PriceRules } from "../prices/PriceRules.sol";
import { SecondFeed } from "../prices/SecondFeed.sol";
import { AccountSetBits } from "../storage/AccountSets.sol";
import { PriceStorage } from "../storage/PriceStorage.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { HaircutRamps } from "./HaircutRamps.sol";

/// @title PriceDesk
/// @notice Refreshes prices from their feeds, accrues financing, and ends ramps of haircuts that have arrived.
abstract contract PriceDesk is IBrokeragePrices, GroupPauseState {
    using PriceStorage for PriceStorage.Layout;

    int256 private constant YEAR = 365 days;
    uint256 private constant BPS = 10_000;

    /// @inheritdoc IBrokeragePrices
    function refreshPrices(uint8[] calldata assetIds) external whenGroupActive(BrokerageGroups.PRICING) {
        uint256 count = assetIds.length;
        bytes memory assets = new bytes(count * 2);
        uint256[] memory words = new uint256[](count * 2);
        for (uint256 i; i < count; ++i) {
            uint8 assetId = assetIds[i];
            (RiskWord word, FeedTrack track, PriceOutcome outcome,) = _refresh(assetId);
            // Two bytes and two words for each asset, which both arrays have.
            assembly ("memory-safe") {
                let place := add(add(assets, 0x20), shl(1, i))
                mstore8(place, assetId)
                mstore8(add(place, 1), outcome)
                place := add(add(words, 0x20), shl(6, i))
                mstore(place, word)
                mstore(add(place, 0x20), track)
            }
        }
        emit PricesRefreshed(assets, words);
    }

    /// @notice Asks the feeds of one asset and keeps what they come to.
    /// @return word the asset's word afterwards
    /// @return track what is kept of its feeds afterwards
    /// @return outcome what the refresh came to
    /// @return faults number of the primary feed's fault, and of the secondary's from bit 8
    function _refresh(uint8 assetId)
        internal
        returns (RiskWord word, FeedTrack track, PriceOutcome outcome, uint256 faults)
    {
        PriceStorage.Layout storage prices = PriceStorage.load();
        FeedTerms terms = _feedTerms(assetId);
        SecondFeed second = prices.secondOf(assetId);
        uint256 four = prices.tracksOf(assetId);
        (word, track, outcome, faults) =
            _refreshed(assetId, terms, second, PriceStorage.wordOf(assetId), FeedTracks.within(four, assetId));
        prices.keep(assetId, word, track.placed(four, assetId));
        if (faults != 0) _tellFaults(assetId, terms, second, faults);
    }

    function _tellFaults(uint8 assetId, FeedTerms terms, SecondFeed second, uint256 faults) private {
        FeedFault primary = FeedFault(faults & 0xff);
        FeedFault secondary = FeedFault(faults >> 8);
        if (primary != FeedFault.NONE) {
            (address feed,,) = terms.primary();
            emit FeedFaulty(assetId, feed, primary);
        }
        if (secondary > FeedFault.ABSENT) emit FeedFaulty(assetId, second.feed(), secondary);
    }

    /// @dev The terms of an asset that has feeds.
    function _feedTerms(uint256 assetId) internal view returns (FeedTerms terms) {
        if (assetId < AccountSetBits.MAX_ASSETS) terms = PriceStorage.load().termsOf(assetId);
        if (!terms.exists()) revert FeedsMissing(uint8(assetId));
    }

    /// @dev What a refresh would leave, from what stands; as `_refresh` returns it.
    function _refreshed(uint256 assetId, FeedTerms terms, SecondFeed second, RiskWord word, FeedTrack track)
        internal
        view
        returns (RiskWord, FeedTrack, PriceOutcome outcome, uint256 faults)
    {
        uint256 low;
        uint256 high;
        uint256 until;
        uint256 standingLow = word.low();
        uint256 standingHigh = word.highUp();
        uint256 standing;
        // Prices of 75 bits.
        unchecked {
            standing = standingLow + standingHigh;
        }
        (outcome, low, high, until, faults) = PriceRules.judge(terms, second, track, standingLow, standingHigh);
        if (word.has(RiskWords.RAMPING)) word = HaircutRamps.arrived(assetId, word);
        if (outcome == PriceOutcome.ACCEPTED || outcome == PriceOutcome.SINGLE) {
            uint256 average;
            uint256 told = high;
            if (standingLow == 0) {
                average = FixedPointMathLib.avg(low, high);
            } else {
                (word, average) = _settled(terms, word, track, standing);
                (low, high) = PriceRules.banded(low, high, average, terms.bandBps());
            }
            bool wide;
            word = outcome == PriceOutcome.SINGLE
                ? word.withFlag(RiskWords.ONE_FEED)
                : word.withoutFlag(RiskWords.ONE_FEED);
            (word, wide) = _priced(word, low, high, until, told);
            if (wide) (outcome, word) = (PriceOutcome.TOO_WIDE, _doubted(word));
            return (word, FeedTracks.refreshed(average, false), outcome, faults);
        }
        if (outcome == PriceOutcome.JUMPED) {
            uint256 average;
            (word, average) = _settled(terms, word, track, standing);
            return (_doubted(word), FeedTracks.refreshed(average, true), outcome, faults);
        }
        if (outcome == PriceOutcome.DISAGREED) word = _doubted(word);
        return (word, track, outcome, faults);
    }

    /// @notice The word with its carry, and the time-weighted price, brought up to now at the price that stood.
    /// @param standing both sides of it together
    function _settled(FeedTerms terms, RiskWord word, FeedTrack track, uint256 standing)
        internal
        view
        returns (RiskWord, uint256 average)
    {
        // Prices of 75 bits, rates of 22 and times of 32.
        unchecked {
            uint256 elapsed = block.timestamp - track.refreshedAt();
            average = PriceRules.averagedDown(track.average(), standing / 2, elapsed, terms.window());
            int256 rate = terms.ratePips();
            if (rate == 0) return (word, average);
            // A price of 8 decimals times millionths has the carry's 14.
            int256 carry = word.carry() + int256(standing * elapsed) * rate / (2 * YEAR);
            if (carry > RiskWords.MAX_CARRY) carry = RiskWords.MAX_CARRY;
            else if (carry < -RiskWords.MAX_CARRY) carry = -RiskWords.MAX_CARRY;
            return (word.withCarry(carry), average);
        }
    }

    /// @notice The spread is rounded up. Where it does not fit its bits it is cut.
    /// @param told the higher answer
    /// @return priced the word with the price
    /// @return wide whether the cut hides what a feed says
    function _priced(RiskWord word, uint256 low, uint256 high, uint256 until, uint256 told)
        private
        view
        returns (RiskWord priced, bool wide)
    {
        // Prices of 75 bits times basis points; a time that is at most now, and at least now less an age.
        unchecked {
            uint256 spread = ((high - low) * BPS + low - 1) / low;
            uint256 age = word.maxAge();
            uint256 latest = block.timestamp + age;
            uint256 time = FixedPointMathLib.min(until, latest) - age;
            if (spread <= RiskWords.MAX_SPREAD_BPS) return (word.withPrice(low, spread, time), false);
            priced = word.withPrice(low, RiskWords.MAX_SPREAD_BPS, time);
            wide = priced.highUp() < told;
        }
    }

    /// @dev The price aged to just beyond its oldest age, unless it is older.
    function _doubted(RiskWord word) private view returns (RiskWord) {
        if (word.freshUntil() < block.timestamp) return word;
        return word.withPrice(word.low(), word.spreadBps(), block.timestamp - word.maxAge() - 1);
    }
}
