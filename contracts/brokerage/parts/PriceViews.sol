// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { FeedTerms } from "../prices/FeedTerms.sol";
import { FeedTrack } from "../prices/FeedTrack.sol";
import { PriceJudgement } from "../prices/PriceRules.sol";
import { SequencerGate } from "../prices/SequencerGate.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { PriceStorage } from "../storage/PriceStorage.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { FeedSetup } from "./FeedSetup.sol";

/// @title PriceViews
/// @notice Prices, their feeds and the sequencer, to be read.
abstract contract PriceViews is FeedSetup {
    /// @inheritdoc IBrokeragePrices
    function priceOf(uint8 assetId) external view returns (uint256 low, uint256 high, uint40 time, uint40 freshUntil) {
        RiskWord word = _wordOf(assetId);
        return (word.low(), word.highUp(), uint40(word.updatedAt()), uint40(word.freshUntil()));
    }

    /// @inheritdoc IBrokeragePrices
    function previewPrice(uint8 assetId)
        external
        view
        returns (PriceOutcome outcome, uint256 low, uint256 high, FeedFault primary, FeedFault secondary)
    {
        (FeedTerms terms, FeedTrack track) = _feedsOf(assetId);
        PriceJudgement memory judged;
        (RiskWord word,) = _refreshed(assetId, terms, _wordOf(assetId), track, judged);
        return (judged.outcome, word.low(), word.highUp(), judged.primary, judged.secondary);
    }

    /// @inheritdoc IBrokeragePrices
    function feedsOf(uint8 assetId) external view returns (FeedSettings memory) {
        return _settings(assetId);
    }

    /// @inheritdoc IBrokeragePrices
    function trackOf(uint8 assetId)
        external
        view
        returns (uint256 average, uint40 refreshedAt, bool jumped, int256 carry, int24 ratePips)
    {
        (FeedTerms terms, FeedTrack track) = _feedsOf(assetId);
        (average, refreshedAt, jumped) = (track.average(), uint40(track.refreshedAt()), track.hasJumped());
        (carry, ratePips) = (_wordOf(assetId).carry(), int24(terms.ratePips()));
    }

    /// @inheritdoc IBrokeragePrices
    function sequencer()
        external
        view
        returns (address feed, uint32 grace, uint32 mostOutage, bool riskAllowed, bool liquidationAllowed, uint40 since)
    {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        (feed, grace, mostOutage) = ($.sequencerFeed, $.sequencerGrace, $.sequencerLongest);
        uint256 from;
        (riskAllowed, liquidationAllowed, from) = SequencerGate.state($);
        since = uint40(from);
    }

    function _feedsOf(uint8 assetId) private view returns (FeedTerms terms, FeedTrack track) {
        terms = _feedTerms(assetId);
        track = PriceStorage.load().tracks[assetId];
    }

    function _wordOf(uint8 assetId) private view returns (RiskWord) {
        return BrokerageStorage.load().assets[assetId];
    }
}
