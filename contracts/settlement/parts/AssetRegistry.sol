// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IERC20Metadata } from "@openzeppelin/contracts/interfaces/IERC20Metadata.sol";
import { ISettlementAssetManager } from "../../interfaces/ISettlementAssetManager.sol";
import { ISettlementRegistry } from "../../interfaces/ISettlementRegistry.sol";
import { AssetWord, AssetWords } from "../storage/AssetWord.sol";
import { AssetDetails, Currency, SettlementStorage } from "../storage/SettlementStorage.sol";
import { BaselTreatment } from "./BaselTreatment.sol";
import { FeedReader } from "./FeedReader.sol";
import { SettlementCore } from "./SettlementCore.sol";

/// @title AssetRegistry
/// @notice Which assets and securities are admitted, under which terms, at what price.
abstract contract AssetRegistry is ISettlementRegistry, SettlementCore, AccessManagedUpgradeable {
    uint256 internal constant JURISDICTIONS = 5;
    uint256 private constant MOST_ASSETS = 16;
    uint256 private constant MOST_CURRENCIES = 256;
    uint256 private constant MOST_SCORE = 100;
    uint256 private constant MOST_BAND_BPS = 1000;
    uint256 private constant MOST_DECIMALS = 18;
    // USDT's fee switch, in basis points.
    bytes4 private constant FEE_RATE = bytes4(keccak256("basisPointsRate()"));

    /// @inheritdoc ISettlementRegistry
    function listAsset(address token, ISettlementRegistry.AssetTerms calldata terms) external restricted {
        SettlementStorage.Layout storage $ = _layout();
        AssetWord earlier = $.assets[token];
        if (earlier.has(AssetWords.SECURITY)) revert ISettlementRegistry.AssetAlreadyListed(token);
        uint256 decimals = _requireToken(token);
        _requireTerms(terms);
        if (!earlier.has(AssetWords.LISTED)) {
            address[] storage tokens = $.listed[terms.currency];
            if (tokens.length == MOST_ASSETS) revert ISettlementRegistry.TooMany(MOST_ASSETS);
            tokens.push(token);
        } else if (earlier.currency() != terms.currency) {
            revert ISettlementRegistry.TermsInvalid("currency");
        }
        AssetDetails storage details = $.details[token];
        (details.feed, details.claim, details.claimDocument) = (terms.feed, terms.claim, terms.claimDocument);
        ISettlementRegistry.BaselProfile memory profile = _profile(details, terms.assetType);
        if (details.profiled) BaselTreatment.requireSound(token, terms.assetType, terms.claim, profile);
        AssetWord word = _pack(terms, decimals).withDayOf(earlier);
        if (earlier.has(AssetWords.SUSPENDED)) word = word.withFlag(AssetWords.SUSPENDED);
        if (BaselTreatment.isGroup2(profile.group)) word = word.withFlag(AssetWords.GROUP_2);
        if (terms.feed != address(0)) word = _priced(token, word, terms.feed);
        $.assets[token] = word;
        emit ISettlementRegistry.AssetListed(token, terms, uint8(decimals));
    }

    /// @inheritdoc ISettlementRegistry
    function listSecurity(address token, uint8 home, bool isCompliant) external restricted {
        SettlementStorage.Layout storage $ = _layout();
        if ($.assets[token].has(AssetWords.LISTED)) revert ISettlementRegistry.AssetAlreadyListed(token);
        if (home >= JURISDICTIONS) revert ISettlementRegistry.TermsInvalid("home");
        uint256 decimals = _requireToken(token);
        uint256 flags = AssetWords.LISTED | AssetWords.SECURITY | (isCompliant ? AssetWords.COMPLIANT : 0);
        $.assets[token] = AssetWord.wrap(flags | (uint256(home) << 148) | (decimals << 192));
        emit ISettlementRegistry.SecurityListed(token, home, isCompliant);
    }

    /// @inheritdoc ISettlementRegistry
    function suspendAsset(address token) external restricted {
        _requireListed(token);
        _layout().assets[token] = _layout().assets[token].withFlag(AssetWords.SUSPENDED);
        emit ISettlementRegistry.AssetSuspended(token, false);
    }

    /// @inheritdoc ISettlementRegistry
    function resumeAsset(address token) external restricted {
        _requireListed(token);
        _layout().assets[token] = _layout().assets[token].withoutFlag(AssetWords.SUSPENDED);
        emit ISettlementRegistry.AssetSuspended(token, true);
    }

    /// @inheritdoc ISettlementRegistry
    function addCurrency(bytes3 code, address feed, uint24 maxAge) external restricted returns (uint8 currency) {
        Currency[] storage currencies = _layout().currencies;
        uint256 index = currencies.length;
        if (index == MOST_CURRENCIES) revert ISettlementRegistry.TooMany(MOST_CURRENCIES);
        if (code == 0) revert ISettlementRegistry.TermsInvalid("code");
        if (maxAge == 0) revert ISettlementRegistry.TermsInvalid("maxAge");
        for (uint256 i; i < index; ++i) {
            if (currencies[i].code == code) revert ISettlementRegistry.TermsInvalid("code");
        }
        (uint256 rate, uint256 updatedAt) = FeedReader.read(feed, 0, AssetWords.MAX_PRICE);
        currencies.push(Currency(feed, uint56(rate), uint40(updatedAt), maxAge, code));
        currency = uint8(index);
        emit ISettlementRegistry.CurrencyRateSet(currency, code, rate, updatedAt);
    }

    /// @inheritdoc ISettlementRegistry
    function refreshRate(uint8 currency) external {
        Currency storage found = _currency(currency);
        (uint256 rate, uint256 updatedAt) = FeedReader.read(found.feed, found.updatedAt, AssetWords.MAX_PRICE);
        (found.rate, found.updatedAt) = (uint56(rate), uint40(updatedAt));
        emit ISettlementRegistry.CurrencyRateSet(currency, found.code, rate, updatedAt);
    }

    /// @inheritdoc ISettlementRegistry
    function refreshPrice(address token) external {
        _requireListed(token);
        SettlementStorage.Layout storage $ = _layout();
        $.assets[token] = _priced(token, $.assets[token], $.details[token].feed);
    }

    /// @inheritdoc ISettlementRegistry
    function setBaselProfile(address token, ISettlementRegistry.BaselProfile calldata profile) external restricted {
        SettlementStorage.Layout storage $ = _layout();
        AssetWord word = _requireAsset(token);
        AssetDetails storage details = $.details[token];
        BaselTreatment.requireSound(token, _kind(word), details.claim, profile);
        (details.profiled, details.profile) = (true, profile);
        $.assets[token] = BaselTreatment.isGroup2(profile.group)
            ? word.withFlag(AssetWords.GROUP_2)
            : word.withoutFlag(AssetWords.GROUP_2);
        emit ISettlementRegistry.BaselProfileSet(token, profile);
    }

    /// @inheritdoc ISettlementRegistry
    function switchInfrastructureAddOnOn(uint8 jurisdiction) external restricted {
        _setAddOns(_layout().addOns | _jurisdictionBit(jurisdiction));
    }

    /// @inheritdoc ISettlementRegistry
    function switchInfrastructureAddOnOff(uint8 jurisdiction) external restricted {
        _setAddOns(_layout().addOns & ~_jurisdictionBit(jurisdiction));
    }

    // ------------------------------------------------------------------ shared with the views

    function _requireListed(address token) internal view {
        if (!_layout().assets[token].has(AssetWords.LISTED)) revert ISettlementRegistry.AssetNotListed(token);
    }

    /// @dev The word of a settlement asset; securities are none.
    function _requireAsset(address token) internal view returns (AssetWord word) {
        word = _layout().assets[token];
        if (!word.has(AssetWords.LISTED) || word.has(AssetWords.SECURITY)) {
            revert ISettlementRegistry.AssetNotListed(token);
        }
    }

    function _kind(AssetWord word) internal pure returns (ISettlementAssetManager.SettlementAssetType) {
        return ISettlementAssetManager.SettlementAssetType(word.kind());
    }

    function _currency(uint256 currency) internal view returns (Currency storage) {
        Currency[] storage currencies = _layout().currencies;
        if (currency >= currencies.length) revert ISettlementRegistry.CurrencyUnknown(uint8(currency));
        return currencies[currency];
    }

    function _profile(AssetDetails storage details, ISettlementAssetManager.SettlementAssetType kind)
        internal
        view
        returns (ISettlementRegistry.BaselProfile memory)
    {
        return details.profiled ? details.profile : BaselTreatment.byKind(kind, details.claim);
    }

    /// @dev The least score of a kind: how far central-bank money, and then each following kind, is from the best.
    function _leastScore(ISettlementAssetManager.SettlementAssetType kind) internal pure returns (uint256) {
        if (kind == ISettlementAssetManager.SettlementAssetType.WCBDC) return 0;
        if (kind == ISettlementAssetManager.SettlementAssetType.RBDC) return 5;
        if (kind == ISettlementAssetManager.SettlementAssetType.DEPOSIT_TOKEN) return 20;
        return kind == ISettlementAssetManager.SettlementAssetType.STABLECOIN ? 50 : MOST_SCORE;
    }

    // ------------------------------------------------------------------ checking

    /// @dev A token with code, known decimals, and no fee switched on. A fee that comes later is met by `_move`.
    function _requireToken(address token) private view returns (uint256 decimals) {
        if (token.code.length == 0) revert ISettlementRegistry.TokenRefused(token, "code");
        try IERC20Metadata(token).decimals() returns (uint8 found) {
            decimals = found;
        } catch {
            revert ISettlementRegistry.TokenRefused(token, "decimals");
        }
        if (decimals > MOST_DECIMALS) revert ISettlementRegistry.TokenRefused(token, "decimals");
        (bool answered, bytes memory answer) = token.staticcall(abi.encodePacked(FEE_RATE));
        if (answered && answer.length == 32 && abi.decode(answer, (uint256)) != 0) {
            revert ISettlementRegistry.TokenRefused(token, "fee");
        }
    }

    function _requireTerms(ISettlementRegistry.AssetTerms calldata terms) private view {
        bool crypto = terms.assetType == ISettlementAssetManager.SettlementAssetType.CRYPTO;
        bool needsFeed = crypto || terms.assetType == ISettlementAssetManager.SettlementAssetType.STABLECOIN;
        if (terms.riskWeight < _leastScore(terms.assetType) || terms.riskWeight > MOST_SCORE) {
            revert ISettlementRegistry.TermsInvalid("riskWeight");
        }
        if (terms.home >= JURISDICTIONS) revert ISettlementRegistry.TermsInvalid("home");
        if (terms.jurisdictions >> JURISDICTIONS != 0 || (terms.jurisdictions >> terms.home) & 1 == 0) {
            revert ISettlementRegistry.TermsInvalid("jurisdictions");
        }
        _currency(terms.currency);
        if (terms.feed == address(0) && needsFeed) revert ISettlementRegistry.TermsInvalid("feed");
        if (terms.feed != address(0)) {
            if (terms.maxAge == 0) revert ISettlementRegistry.TermsInvalid("maxAge");
            if (!crypto && (terms.bandBps == 0 || terms.bandBps > MOST_BAND_BPS)) {
                revert ISettlementRegistry.TermsInvalid("bandBps");
            }
        }
        if (terms.haircutBps > BPS) revert ISettlementRegistry.TermsInvalid("haircutBps");
        bool stated = terms.claim != ISettlementRegistry.LegalClaim.NONE;
        if (stated && terms.claimDocument == 0) revert ISettlementRegistry.TermsInvalid("claimDocument");
    }

    function _pack(ISettlementRegistry.AssetTerms calldata terms, uint256 decimals) private pure returns (AssetWord) {
        (uint256 cap, bool exact) = AssetWords.packCap(terms.dailyCap);
        if (!exact || terms.dailyCap == 0) revert ISettlementRegistry.TermsInvalid("dailyCap");
        uint256 order = (uint256(terms.riskWeight) << 1) | (terms.isPreferred ? 0 : 1);
        uint256 flags = AssetWords.LISTED | (terms.feed != address(0) ? AssetWords.FED : 0)
            | (terms.isPausable ? AssetWords.PAUSABLE : 0) | (terms.isCompliant ? AssetWords.COMPLIANT : 0);
        return AssetWord.wrap(
            (uint256(terms.maxAge) << 96) | (uint256(terms.bandBps) << 120) | (order << 136)
                | (uint256(uint8(terms.assetType)) << 144) | (uint256(terms.home) << 148) | flags
                | (uint256(terms.jurisdictions) << 160) | (uint256(terms.haircutBps) << 176) | (decimals << 192)
                | (uint256(terms.currency) << 200) | cap
        );
    }

    function _priced(address token, AssetWord word, address feed) private returns (AssetWord) {
        (uint256 price, uint256 updatedAt) = FeedReader.read(feed, word.updatedAt(), AssetWords.MAX_PRICE);
        emit ISettlementRegistry.PriceRefreshed(token, price, updatedAt);
        return word.withPrice(price, updatedAt);
    }

    function _jurisdictionBit(uint8 jurisdiction) private pure returns (uint16) {
        if (jurisdiction >= JURISDICTIONS) revert ISettlementRegistry.TermsInvalid("jurisdiction");
        return uint16(1 << jurisdiction);
    }

    function _setAddOns(uint16 addOns) private {
        _layout().addOns = addOns;
        emit ISettlementRegistry.InfrastructureAddOnsSet(addOns);
    }
}
