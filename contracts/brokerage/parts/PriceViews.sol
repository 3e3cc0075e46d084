// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { FeedTerms } from "../prices/FeedTerms.sol";
import { FeedTrack, FeedTracks } from "../prices/FeedTrack.sol";
import { SequencerGate } from "../prices/SequencerGate.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { PriceStorage } from "../storage/PriceStorage.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { FeedSetup } from "./FeedSetup.sol";

/// @title PriceViews
/// @notice Prices, their feeds and the sequencer, to be read.
abstract contract PriceViews is FeedSetup {
    using PriceStorage for PriceStorage.Layout;

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
        FeedTerms terms = _feedTerms(assetId);
        RiskWord word;
        uint256 faults;
        (word,, outcome, faults) =
            _refreshed(assetId, terms, PriceStorage.load().secondOf(assetId), _wordOf(assetId), _trackOf(assetId));
        return (outcome, word.low(), word.highUp(), FeedFault(faults & 0xff), FeedFault(faults >> 8));
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
        FeedTerms terms = _feedTerms(assetId);
        FeedTrack track = _trackOf(assetId);
        (average, refreshedAt, jumped) = (track.average(), uint40(track.refreshedAt()), track.hasJumped());
        (carry, ratePips) = (_wordOf(assetId).carry(), int24(terms.ratePips()));
    }

    /// @inheritdoc IBrokeragePrices
    function sequencer()
        external
        view
        returns (
            address uptimeFeed,
            uint32 grace,
            uint32 mostOutage,
            bool riskAllowed,
            bool liquidationAllowed,
            uint40 since
        )
    {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        (uptimeFeed, grace, mostOutage) = ($.sequencerFeed, $.sequencerGrace, $.sequencerLongest);
        uint256 from;
        (riskAllowed, liquidationAllowed, from) = SequencerGate.state($);
        since = uint40(from);
    }

    function _trackOf(uint8 assetId) private view returns (FeedTrack) {
        return FeedTracks.within(PriceStorage.load().tracksOf(assetId), assetId);
    }

    function _wordOf(uint8 assetId) private view returns (RiskWord) {
        return BrokerageStorage.load().assets[assetId];
    }
}
