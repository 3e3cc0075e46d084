// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { FeedCall } from "../prices/FeedCall.sol";
import { FeedTerms, FeedTermsWords } from "../prices/FeedTerms.sol";
import { FeedTrack, FeedTracks } from "../prices/FeedTrack.sol";
import { SecondFeed, SecondFeeds } from "../prices/SecondFeed.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { PriceStorage } from "../storage/PriceStorage.sol";
import { RiskTermWords, RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { PriceDesk } from "./PriceDesk.sol";

/// @title FeedSetup
/// @notice Which feeds an asset has, what they are held to, its financing, and the sequencer's feed.
abstract contract FeedSetup is PriceDesk, AccessManagedUpgradeable {
    using PriceStorage for PriceStorage.Layout;

    uint256 private constant MOST_DECIMALS = 18;
    uint256 private constant MOST_BAND_BPS = 9999;
    uint256 private constant MOST_MOVE_BPS = 5000;
    int24 private constant MOST_RATE_PIPS = 2_000_000;
    uint32 private constant LONGEST_OUTAGE = 72 hours;
    uint32 private constant LONGEST_GRACE = 24 hours;

    /// @inheritdoc IBrokeragePrices
    /// @dev What stands keeps standing: with other feeds the next price has to be near it or be seen twice.
    function setFeeds(uint8 assetId, FeedSettings calldata settings) external restricted {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        if (assetId >= $.terms.assetCount) revert IPrimeBrokerage.AssetUnknown(assetId);
        _requireSound(settings);
        uint256 places = _decimals(settings.primary);
        uint256 otherPlaces = settings.secondary == address(0) ? 0 : _decimals(settings.secondary);
        _store(assetId, settings, places, otherPlaces);
        (RiskWord word, FeedTrack track, PriceOutcome outcome, uint256 faults) = _refresh(assetId);
        FeedFault fault = FeedFault(faults & 0xff);
        if (fault != FeedFault.NONE) revert FeedRefused(settings.primary, fault);
        fault = FeedFault(faults >> 8);
        if (fault > FeedFault.ABSENT) revert FeedRefused(settings.secondary, fault);
        if (outcome == PriceOutcome.DISAGREED) revert FeedsDisagree(assetId);
        uint256[] memory words = new uint256[](2);
        (words[0], words[1]) = (RiskWord.unwrap(word), FeedTrack.unwrap(track));
        emit PricesRefreshed(abi.encodePacked(assetId, uint8(outcome)), words);
    }

    /// @inheritdoc IBrokeragePrices
    function tightenFeeds(uint8 assetId, FeedSettings calldata settings) external restricted {
        FeedSettings memory earlier = _settings(assetId);
        _requireSound(settings);
        if (settings.primary != earlier.primary) revert PriceSettingsNotTighter("primary");
        if (settings.secondary != earlier.secondary) revert PriceSettingsNotTighter("secondary");
        if (settings.primaryAgeMinutes > earlier.primaryAgeMinutes) {
            revert PriceSettingsNotTighter("primaryAgeMinutes");
        }
        if (settings.secondaryAgeMinutes > earlier.secondaryAgeMinutes) {
            revert PriceSettingsNotTighter("secondaryAgeMinutes");
        }
        if (settings.bandBps > earlier.bandBps) revert PriceSettingsNotTighter("bandBps");
        if (settings.agreementBps > earlier.agreementBps) revert PriceSettingsNotTighter("agreementBps");
        if (settings.maxMoveBps > earlier.maxMoveBps) revert PriceSettingsNotTighter("maxMoveBps");
        if (settings.windowMinutes < earlier.windowMinutes) revert PriceSettingsNotTighter("windowMinutes");
        if (settings.singleAllowed && !earlier.singleAllowed) revert PriceSettingsNotTighter("singleAllowed");
        if (settings.signedAllowed && !earlier.signedAllowed) revert PriceSettingsNotTighter("signedAllowed");
        FeedTerms terms = PriceStorage.load().terms[assetId];
        (,, uint256 places) = terms.primary();
        (, uint256 otherPlaces) = terms.secondary();
        _store(assetId, settings, places, otherPlaces);
    }

    /// @inheritdoc IBrokeragePrices
    function setFinancing(uint8 assetId, int24 ratePips) external restricted {
        if (ratePips > MOST_RATE_PIPS || ratePips < -MOST_RATE_PIPS) {
            revert FinancingOutOfRange(ratePips, uint24(MOST_RATE_PIPS));
        }
        PriceStorage.Layout storage prices = PriceStorage.load();
        FeedTerms terms = _feedTerms(assetId);
        uint256 four = prices.tracksOf(assetId);
        FeedTrack track = FeedTracks.within(four, assetId);
        RiskWord word = PriceStorage.wordOf(assetId);
        uint256 average;
        (word, average) = _settled(terms, word, track, word.low() + word.highUp());
        track = FeedTracks.refreshed(average, track.hasJumped());
        prices.terms[assetId] = terms.withRate(ratePips);
        prices.keep(assetId, word, track.placed(four, assetId));
        emit FinancingSet(assetId, ratePips, RiskWord.unwrap(word), FeedTrack.unwrap(track));
    }

    /// @inheritdoc IBrokeragePrices
    function setSequencer(address feed, uint32 grace, uint32 mostOutage) external restricted {
        if (grace > LONGEST_GRACE) revert PriceSettingsInvalid("grace");
        if (mostOutage > LONGEST_OUTAGE || mostOutage < grace) revert PriceSettingsInvalid("mostOutage");
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        bool sequenced = feed != address(0);
        if (sequenced) {
            (bool answered,,) = FeedCall.latestRound(feed);
            if (!answered) revert FeedRefused(feed, FeedFault.SHORT_ANSWER);
        }
        RiskTerms terms = RiskTerms.wrap(_pauseCompanion()).withFlag(RiskTermWords.SEQUENCED, sequenced);
        _setPauseCompanion(RiskTerms.unwrap(terms));
        ($.sequencerFeed, $.sequencerGrace, $.sequencerLongest) = (feed, grace, mostOutage);
        emit SequencerSet(feed, grace, mostOutage);
    }

    /// @dev Settings of an asset's feeds as they were given.
    function _settings(uint8 assetId) internal view returns (FeedSettings memory settings) {
        PriceStorage.Layout storage prices = PriceStorage.load();
        FeedTerms terms = _feedTerms(assetId);
        SecondFeed second = prices.secondOf(assetId);
        uint256 maxAge;
        (settings.primary, maxAge,) = terms.primary();
        settings.secondary = second.feed();
        settings.primaryAgeMinutes = uint16(maxAge / 1 minutes);
        (maxAge,) = terms.secondary();
        settings.secondaryAgeMinutes = uint16(maxAge / 1 minutes);
        settings.bandBps = uint16(terms.bandBps());
        settings.agreementBps = uint16(terms.agreementBps());
        settings.maxMoveBps = uint16(second.maxMoveBps());
        settings.windowMinutes = uint16(terms.window() / 1 minutes);
        settings.singleAllowed = terms.has(FeedTermsWords.SINGLE_ALLOWED);
        settings.signedAllowed = prices.signed.allows(assetId);
    }

    function _requireSound(FeedSettings calldata settings) private pure {
        if (settings.primary == address(0)) revert PriceSettingsInvalid("primary");
        bool lone = settings.secondary == address(0);
        if (settings.secondary == settings.primary || lone && !settings.singleAllowed) {
            revert PriceSettingsInvalid("secondary");
        }
        if (_isOutside(settings.primaryAgeMinutes, FeedTermsWords.MAX_AGE_MINUTES)) {
            revert PriceSettingsInvalid("primaryAgeMinutes");
        }
        if (lone
                ? settings.secondaryAgeMinutes != 0
                : _isOutside(settings.secondaryAgeMinutes, FeedTermsWords.MAX_AGE_MINUTES)) {
            revert PriceSettingsInvalid("secondaryAgeMinutes");
        }
        if (_isOutside(settings.bandBps, MOST_BAND_BPS)) revert PriceSettingsInvalid("bandBps");
        if (_isOutside(settings.agreementBps, MOST_MOVE_BPS)) revert PriceSettingsInvalid("agreementBps");
        if (_isOutside(settings.maxMoveBps, MOST_MOVE_BPS)) revert PriceSettingsInvalid("maxMoveBps");
        if (_isOutside(settings.windowMinutes, FeedTermsWords.MAX_WINDOW_MINUTES)) {
            revert PriceSettingsInvalid("windowMinutes");
        }
    }

    function _isOutside(uint256 value, uint256 most) private pure returns (bool) {
        return value == 0 || value > most;
    }

    function _decimals(address feed) private view returns (uint256 places) {
        places = FeedCall.decimals(feed);
        if (places > MOST_DECIMALS) revert FeedRefused(feed, FeedFault.DECIMALS_CHANGED);
    }

    function _store(uint8 assetId, FeedSettings calldata settings, uint256 places, uint256 otherPlaces) private {
        PriceStorage.Layout storage prices = PriceStorage.load();
        int256 rate = prices.terms[assetId].ratePips();
        prices.terms[assetId] = FeedTermsWords.create(settings.primary)
            .withFeeds(settings.primaryAgeMinutes, settings.secondaryAgeMinutes, places, otherPlaces)
            .withBounds(settings.bandBps, settings.agreementBps, settings.windowMinutes, settings.singleAllowed)
            .withRate(rate);
        prices.seconds_[assetId] = SecondFeeds.pack(settings.secondary, settings.maxMoveBps);
        prices.signed = prices.signed.withAsset(assetId, settings.signedAllowed);
        emit FeedsSet(assetId, settings);
    }
}
