// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageRisk } from "../../interfaces/IBrokerageRisk.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { IInvestorAttestations } from "../../interfaces/IInvestorAttestations.sol";
import { RiskBounds } from "../RiskBounds.sol";
import { AssetLimits, BookTerms } from "../storage/BrokerageStorage.sol";
import { IssuerLine, RiskStorage } from "../storage/RiskStorage.sol";
import { RiskTerms, RiskTermWords } from "../storage/RiskTerms.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { HaircutDesk } from "./HaircutDesk.sol";

/// @title LimitDesk
/// @notice Caps, ages of prices, potential exposure, and what the whole book is held to.
abstract contract LimitDesk is HaircutDesk {
    uint256 private constant LEAST_THRESHOLD_MILLI = 500;
    uint256 private constant MOST_SPREAD_BPS = 1000;

    /// @inheritdoc IBrokerageRisk
    function setExposureRate(uint8 assetId, uint16 exposureBps) external restricted {
        RiskWord word = _wordOf(assetId);
        RiskBounds.requireWithin("exposureBps", exposureBps, word.has(RiskWords.TRADABLE) ? 1 : 0, BPS);
        _layout().assets[assetId] =
            word.withTerms(word.maxAgeMinutes(), word.haircutBps(), exposureBps, word.decimals());
        emit ExposureRateSet(assetId, exposureBps);
    }

    /// @inheritdoc IBrokerageRisk
    function lengthenMaxAge(uint8 assetId, uint16 maxAgeMinutes) external restricted {
        RiskWord word = _wordOf(assetId);
        if (maxAgeMinutes <= word.maxAgeMinutes()) revert NotLooser("maxAgeMinutes");
        _setMaxAge(assetId, word, maxAgeMinutes);
    }

    /// @inheritdoc IBrokerageRisk
    function shortenMaxAge(uint8 assetId, uint16 maxAgeMinutes) external restricted {
        RiskWord word = _wordOf(assetId);
        if (maxAgeMinutes >= word.maxAgeMinutes()) revert NotStricter("maxAgeMinutes");
        _setMaxAge(assetId, word, maxAgeMinutes);
    }

    /// @inheritdoc IBrokerageRisk
    function raiseCaps(uint8 assetId, AssetCaps calldata caps) external restricted {
        AssetLimits storage limits = _limitsOf(assetId);
        if (caps.cap < limits.cap) revert NotLooser("cap");
        if (caps.institutionCap < limits.institutionCap) revert NotLooser("institutionCap");
        if (caps.openInterestCap < limits.openInterestCap) revert NotLooser("openInterestCap");
        _setCaps(assetId, limits, caps);
    }

    /// @inheritdoc IBrokerageRisk
    function lowerCaps(uint8 assetId, AssetCaps calldata caps) external restricted {
        AssetLimits storage limits = _limitsOf(assetId);
        if (caps.cap > limits.cap) revert NotStricter("cap");
        if (caps.institutionCap > limits.institutionCap) revert NotStricter("institutionCap");
        if (caps.openInterestCap > limits.openInterestCap) revert NotStricter("openInterestCap");
        _setCaps(assetId, limits, caps);
    }

    /// @inheritdoc IBrokerageRisk
    function raiseIssuerCap(uint16 issuerGroup, uint128 capValue) external restricted {
        IssuerLine storage line = RiskStorage.load().issuers[issuerGroup];
        if (line.capValue == 0 || capValue != 0 && capValue < line.capValue) revert NotLooser("capValue");
        _setIssuerCap(issuerGroup, line, capValue);
    }

    /// @inheritdoc IBrokerageRisk
    function lowerIssuerCap(uint16 issuerGroup, uint128 capValue) external restricted {
        if (issuerGroup == 0) revert ListingInvalid("issuerGroup");
        IssuerLine storage line = RiskStorage.load().issuers[issuerGroup];
        if (capValue == 0 || line.capValue != 0 && capValue > line.capValue) revert NotStricter("capValue");
        _setIssuerCap(issuerGroup, line, capValue);
    }

    /// @inheritdoc IBrokerageRisk
    function setExtraMargin(uint8 extraInitial, uint8 extraMaintenance) external restricted {
        _setExtraMargin(extraInitial, extraMaintenance);
    }

    /// @inheritdoc IBrokerageRisk
    function raiseInitialMargin(uint8 extraInitial) external restricted {
        if (extraInitial <= _terms().extraInitial()) revert NotStricter("extraInitial");
        _setExtraMargin(extraInitial, _layout().terms.extraMaintenance);
    }

    /// @inheritdoc IBrokerageRisk
    /// @dev From a half on only the largest asset can be above the threshold, which is all that a valuation looks at.
    function setConcentration(uint16 thresholdMilli, uint16 addOnMilli) external restricted {
        RiskBounds.requireWithin("thresholdMilli", thresholdMilli, LEAST_THRESHOLD_MILLI, RiskTermWords.MAX_MILLI);
        RiskBounds.requireWithin("addOnMilli", addOnMilli, 0, RiskTermWords.MAX_MILLI);
        _setPauseCompanion(RiskTerms.unwrap(_terms().withConcentration(thresholdMilli, addOnMilli)));
        emit ConcentrationSet(thresholdMilli, addOnMilli);
    }

    /// @inheritdoc IBrokerageRisk
    function setTradeTerms(uint16 gainHaircutBps, uint16 tradeSpreadBps) external restricted {
        RiskBounds.requireWithin("gainHaircutBps", gainHaircutBps, 0, BPS);
        RiskBounds.requireWithin("tradeSpreadBps", tradeSpreadBps, 0, MOST_SPREAD_BPS);
        BookTerms storage terms = _layout().terms;
        (terms.gainHaircutBps, terms.tradeSpreadBps) = (gainHaircutBps, tradeSpreadBps);
        emit TradeTermsSet(gainHaircutBps, tradeSpreadBps);
    }

    /// @inheritdoc IBrokerageRisk
    function setEvidenceMode(bool attested) external restricted {
        RiskTerms terms = _terms();
        if (attested) _requireAttested(terms.registry());
        _setPauseCompanion(RiskTerms.unwrap(terms.withFlag(RiskTermWords.ATTESTED, attested)));
        emit EvidenceModeSet(attested);
    }

    /// @dev Limits of a listed asset.
    function _limitsOf(uint8 assetId) internal view returns (AssetLimits storage) {
        _wordOf(assetId);
        return _layout().limits[assetId];
    }

    /// @dev Reverts unless the registry has stored evidence and relies on it.
    function _requireAttested(address registry) private view {
        try IInvestorAttestations(registry).isLive() returns (bool live) {
            if (live) revert EvidenceNotAttested(registry);
        } catch {
            revert EvidenceNotAttested(registry);
        }
        try IComplianceEngine(registry).isAttested(address(this)) returns (bool) { }
        catch {
            revert EvidenceNotAttested(registry);
        }
    }

    function _setMaxAge(uint8 assetId, RiskWord word, uint16 maxAgeMinutes) private {
        RiskBounds.requireWithin("maxAgeMinutes", maxAgeMinutes, 1, RiskWords.MAX_AGE_MINUTES);
        _layout().assets[assetId] =
            word.withTerms(maxAgeMinutes, word.haircutBps(), word.exposureBps(), word.decimals());
        emit MaxAgeSet(assetId, maxAgeMinutes);
    }

    function _setCaps(uint8 assetId, AssetLimits storage limits, AssetCaps calldata caps) private {
        (limits.cap, limits.institutionCap) = (caps.cap, caps.institutionCap);
        limits.openInterestCap = caps.openInterestCap;
        emit AssetCapsSet(assetId, caps);
    }

    function _setIssuerCap(uint16 issuerGroup, IssuerLine storage line, uint128 capValue) private {
        line.capValue = capValue;
        emit IssuerCapSet(issuerGroup, capValue);
    }

    function _setExtraMargin(uint8 extraInitial, uint8 extraMaintenance) private {
        RiskBounds.requireBookExtras(extraInitial, extraMaintenance);
        _setPauseCompanion(RiskTerms.unwrap(_terms().withExtraInitial(extraInitial)));
        _layout().terms.extraMaintenance = extraMaintenance;
        emit ExtraMarginSet(extraInitial, extraMaintenance);
    }
}
