// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { FeedTerms } from "../prices/FeedTerms.sol";
import { FeedTrack } from "../prices/FeedTrack.sol";
import { PriceRules } from "../prices/PriceRules.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { PriceStorage } from "../storage/PriceStorage.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { HaircutRamps } from "./HaircutRamps.sol";

/// @title PriceDesk
/// @notice Refreshes prices from their feeds, accrues financing, and ends ramps of haircuts that have arrived.
abstract contract PriceDesk is IBrokeragePrices, GroupPauseState {
    int256 private constant YEAR = 365 days;
    uint256 private constant BPS = 10_000;

    /// @notice Everything that a refresh of one asset comes to.
    struct Refresh {
        PriceOutcome outcome;
        RiskWord word;
        FeedTrack track;
        FeedFault primary;
        FeedFault secondary;
    }

    /// @inheritdoc IBrokeragePrices
    function refreshPrices(uint8[] calldata assetIds) external whenGroupActive(BrokerageGroups.PRICING) {
        uint256 count = assetIds.length;
        bytes memory assets = new bytes(count * 2);
        uint256[] memory words = new uint256[](count * 2);
        for (uint256 i; i < count; ++i) {
            uint8 assetId = assetIds[i];
            Refresh memory found = _refresh(assetId);
            assets[2 * i] = bytes1(assetId);
            assets[2 * i + 1] = bytes1(uint8(found.outcome));
            words[2 * i] = RiskWord.unwrap(found.word);
            words[2 * i + 1] = FeedTrack.unwrap(found.track);
        }
        emit PricesRefreshed(assets, words);
    }

    /// @dev Asks the feeds of one asset and keeps what they come to.
    function _refresh(uint8 assetId) internal returns (Refresh memory found) {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        PriceStorage.Layout storage prices = PriceStorage.load();
        FeedTerms terms = prices.terms[assetId];
        if (!terms.exists()) revert FeedsMissing(assetId);
        RiskWord word = $.assets[assetId];
        FeedTrack track = prices.tracks[assetId];
        found = _refreshed(assetId, terms, word, track);
        if (found.primary > FeedFault.ABSENT) emit FeedFaulty(assetId, terms.primary(), found.primary);
        if (found.secondary > FeedFault.ABSENT) emit FeedFaulty(assetId, track.secondary(), found.secondary);
        if (RiskWord.unwrap(found.word) != RiskWord.unwrap(word)) $.assets[assetId] = found.word;
        if (FeedTrack.unwrap(found.track) != FeedTrack.unwrap(track)) prices.tracks[assetId] = found.track;
    }

    /// @dev What a refresh would leave, from what stands.
    function _refreshed(uint256 assetId, FeedTerms terms, RiskWord word, FeedTrack track)
        internal
        view
        returns (Refresh memory found)
    {
        (uint256 low, uint256 high) = (word.low(), word.highUp());
        PriceRules.Judgement memory judged = PriceRules.judge(terms, track, low, high, RiskWords.MAX_PRICE);
        (found.outcome, found.primary, found.secondary) = (judged.outcome, judged.primary, judged.secondary);
        if (word.has(RiskWords.RAMPING)) word = HaircutRamps.arrived(assetId, word);
        if (judged.outcome == PriceOutcome.ACCEPTED || judged.outcome == PriceOutcome.SINGLE) {
            uint256 average;
            uint256 told = judged.high;
            if (low == 0) {
                average = (judged.low + judged.high) / 2;
            } else {
                (word, average) = _settled(terms, word, track);
                (judged.low, judged.high) = PriceRules.banded(judged.low, judged.high, average, terms.bandBps());
            }
            word = _priced(word, judged);
            if (word.highUp() < told) (found.outcome, word) = (PriceOutcome.TOO_WIDE, _doubted(word));
            track = track.refreshed(average, false);
        } else if (judged.outcome == PriceOutcome.JUMPED) {
            uint256 average;
            (word, average) = _settled(terms, word, track);
            word = _doubted(word);
            track = track.refreshed(average, true);
        } else if (judged.outcome == PriceOutcome.DISAGREED) {
            word = _doubted(word);
        }
        (found.word, found.track) = (word, track);
    }

    /// @dev The word with its carry, and the time-weighted price, brought up to now at the price that stood.
    function _settled(FeedTerms terms, RiskWord word, FeedTrack track)
        internal
        view
        returns (RiskWord settled, uint256 average)
    {
        uint256 standing = word.low() + word.highUp();
        uint256 elapsed = block.timestamp - track.refreshedAt();
        average = PriceRules.averagedDown(track.average(), standing / 2, elapsed, terms.window());
        settled = word;
        int256 rate = terms.ratePips();
        if (rate != 0) {
            // A price of 8 decimals times millionths has the carry's 14.
            int256 carry = word.carry() + int256(standing * elapsed) * rate / (2 * YEAR);
            if (carry > RiskWords.MAX_CARRY) carry = RiskWords.MAX_CARRY;
            else if (carry < -RiskWords.MAX_CARRY) carry = -RiskWords.MAX_CARRY;
            settled = word.withCarry(carry);
        }
    }

    /// @dev The spread is rounded up; what does not fit it is cut.
    function _priced(RiskWord word, PriceRules.Judgement memory judged) private view returns (RiskWord) {
        uint256 spread = ((judged.high - judged.low) * BPS + judged.low - 1) / judged.low;
        if (spread > RiskWords.MAX_SPREAD_BPS) spread = RiskWords.MAX_SPREAD_BPS;
        uint256 age = word.maxAge();
        uint256 until = block.timestamp + age;
        if (judged.until < until) until = judged.until;
        word = word.withPrice(judged.low, spread, until - age);
        return judged.outcome == PriceOutcome.SINGLE
            ? word.withFlag(RiskWords.ONE_FEED)
            : word.withoutFlag(RiskWords.ONE_FEED);
    }

    /// @dev The price aged to just beyond its oldest age, unless it is older.
    function _doubted(RiskWord word) private view returns (RiskWord) {
        if (word.freshUntil() < block.timestamp) return word;
        return word.withPrice(word.low(), word.spreadBps(), block.timestamp - word.maxAge() - 1);
    }
}
