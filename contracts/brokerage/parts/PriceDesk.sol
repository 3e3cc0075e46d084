// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { FeedTerms } from "../prices/FeedTerms.sol";
import { FeedTrack } from "../prices/FeedTrack.sol";
import { PriceJudgement, PriceRules } from "../prices/PriceRules.sol";
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
        PriceJudgement memory judged;
        for (uint256 i; i < count; ++i) {
            uint8 assetId = assetIds[i];
            (RiskWord word, FeedTrack track) = _refresh(assetId, judged);
            uint256 outcome = uint256(judged.outcome);
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

    /// @dev Asks the feeds of one asset and keeps what they come to.
    function _refresh(uint8 assetId, PriceJudgement memory judged)
        internal
        returns (RiskWord word, FeedTrack track)
    {
        PriceStorage.Layout storage prices = PriceStorage.load();
        FeedTerms terms = _feedTerms(assetId);
        (word, track) = _refreshed(assetId, terms, PriceStorage.wordOf(assetId), prices.trackOf(assetId), judged);
        prices.keep(assetId, word, track);
        if (judged.outcome != PriceOutcome.ACCEPTED) _tellFaults(assetId, terms, track, judged);
    }

    function _tellFaults(uint8 assetId, FeedTerms terms, FeedTrack track, PriceJudgement memory judged) private {
        if (judged.primary > FeedFault.ABSENT) {
            (address feed,,) = terms.primary();
            emit FeedFaulty(assetId, feed, judged.primary);
        }
        if (judged.secondary > FeedFault.ABSENT) emit FeedFaulty(assetId, track.secondary(), judged.secondary);
    }

    /// @dev The terms of an asset that has feeds.
    function _feedTerms(uint256 assetId) internal view returns (FeedTerms terms) {
        if (assetId < AccountSetBits.MAX_ASSETS) terms = PriceStorage.load().termsOf(assetId);
        if (!terms.exists()) revert FeedsMissing(uint8(assetId));
    }

    /// @dev What a refresh would leave, from what stands; `judged` says what it came to.
    function _refreshed(
        uint256 assetId,
        FeedTerms terms,
        RiskWord word,
        FeedTrack track,
        PriceJudgement memory judged
    ) internal view returns (RiskWord, FeedTrack) {
        uint256 low = word.low();
        uint256 high = word.highUp();
        PriceRules.judge(terms, track, low, high, judged);
        PriceOutcome outcome = judged.outcome;
        if (word.has(RiskWords.RAMPING)) word = HaircutRamps.arrived(assetId, word);
        if (outcome == PriceOutcome.ACCEPTED || outcome == PriceOutcome.SINGLE) {
            uint256 average;
            uint256 told = judged.high;
            if (low == 0) {
                average = (judged.low + told) / 2;
            } else {
                (word, average) = _settled(terms, word, track, low + high);
                (judged.low, judged.high) = PriceRules.banded(judged.low, told, average, terms.bandBps());
            }
            word = _priced(word, judged, told);
            return (word, track.refreshed(average, false));
        }
        if (outcome == PriceOutcome.JUMPED) {
            uint256 average;
            (word, average) = _settled(terms, word, track, low + high);
            return (_doubted(word), track.refreshed(average, true));
        }
        return (outcome == PriceOutcome.DISAGREED ? _doubted(word) : word, track);
    }

    /// @dev The word with its carry, and the time-weighted price, brought up to now at the price that stood.
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

    /// @dev The spread is rounded up. Where it does not fit its bits it is cut, and where that hides what a feed says the
    /// price is doubted.
    /// @param told the higher answer
    function _priced(RiskWord word, PriceJudgement memory judged, uint256 told) private view returns (RiskWord) {
        uint256 low = judged.low;
        // Prices of 75 bits times basis points; a time that is at most now, and at least now less an age.
        unchecked {
            uint256 spread = ((judged.high - low) * BPS + low - 1) / low;
            bool cut = spread > RiskWords.MAX_SPREAD_BPS;
            if (cut) spread = RiskWords.MAX_SPREAD_BPS;
            uint256 age = word.maxAge();
            uint256 until = block.timestamp + age;
            if (judged.until < until) until = judged.until;
            word = judged.outcome == PriceOutcome.SINGLE
                ? word.withFlag(RiskWords.ONE_FEED)
                : word.withoutFlag(RiskWords.ONE_FEED);
            word = word.withPrice(low, spread, until - age);
            if (!cut || word.highUp() >= told) return word;
        }
        judged.outcome = PriceOutcome.TOO_WIDE;
        return _doubted(word);
    }

    /// @dev The price aged to just beyond its oldest age, unless it is older.
    function _doubted(RiskWord word) private view returns (RiskWord) {
        if (word.freshUntil() < block.timestamp) return word;
        return word.withPrice(word.low(), word.spreadBps(), block.timestamp - word.maxAge() - 1);
    }
}
