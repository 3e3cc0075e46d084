// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageRisk } from "../../interfaces/IBrokerageRisk.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AssetLimits, BookTerms, BrokerageStorage, HaircutPath } from "../storage/BrokerageStorage.sol";
import { IssuerLine, RiskStorage } from "../storage/RiskStorage.sol";
import { RiskTermWords, RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { IssuerCaps } from "./IssuerCaps.sol";
import { LimitDesk } from "./LimitDesk.sol";

/// @title AssetViews
/// @notice Assets and the book's terms, to be read.
abstract contract AssetViews is LimitDesk {
    /// @inheritdoc IBrokerageRisk
    function assetOf(uint8 assetId) external view returns (AssetListing memory listing, uint8 decimals, bool isActive) {
        BrokerageStorage.Layout storage $ = _layout();
        (RiskWord word, uint256 standing,) = _standing(assetId);
        AssetLimits storage limits = $.limits[assetId];
        listing.token = limits.token;
        decimals = uint8(word.decimals());
        if (listing.token == address(0)) listing.decimals = decimals;
        listing.isCollateral = word.has(RiskWords.COLLATERAL);
        listing.isTradable = word.has(RiskWords.TRADABLE);
        listing.isSettlement = word.has(RiskWords.SETTLEMENT);
        (listing.issuerGroup, listing.assetClass) = (limits.issuerGroup, limits.class);
        listing.maxAgeMinutes = uint16(word.maxAgeMinutes());
        (listing.haircutBps, listing.exposureBps) = (uint16(standing), uint16(word.exposureBps()));
        listing.desk = $.desks[assetId];
        listing.caps = AssetCaps(limits.cap, limits.institutionCap, limits.openInterestCap);
        isActive = word.has(RiskWords.ACTIVE);
    }

    /// @inheritdoc IBrokerageRisk
    function assetIdOf(address token) external view returns (uint8 assetId) {
        uint256 found = _layout().assetIds[token];
        if (found == 0) revert IPrimeBrokerage.AssetUnknown(type(uint256).max);
        return uint8(found - 1);
    }

    /// @inheritdoc IBrokerageRisk
    function assetCount() external view returns (uint256) {
        return _layout().terms.assetCount;
    }

    /// @inheritdoc IBrokerageRisk
    function haircutOf(uint8 assetId) external view returns (uint16 nowBps, uint16 toBps, uint40 start, uint40 end) {
        (, uint256 standing, uint256 target) = _standing(assetId);
        HaircutPath storage path = _layout().ramps[assetId];
        return (uint16(standing), uint16(target), path.start, path.end);
    }

    /// @inheritdoc IBrokerageRisk
    function issuerOf(uint16 issuerGroup) external view returns (uint256 value, uint128 capValue) {
        IssuerLine storage line = RiskStorage.load().issuers[issuerGroup];
        return (IssuerCaps.valueUp(line.assets), line.capValue);
    }

    /// @inheritdoc IBrokerageRisk
    function bookTerms()
        external
        view
        returns (
            uint8 extraInitial,
            uint8 extraMaintenance,
            uint16 thresholdMilli,
            uint16 addOnMilli,
            uint16 gainHaircutBps,
            uint16 tradeSpreadBps,
            uint8 cashAsset
        )
    {
        RiskTerms risk = _terms();
        BookTerms storage terms = _layout().terms;
        (extraInitial, extraMaintenance) = (uint8(risk.extraInitial()), terms.extraMaintenance);
        thresholdMilli = uint16(risk.concentrationMilli());
        addOnMilli = uint16(risk.concentrationAddOnMilli());
        (gainHaircutBps, tradeSpreadBps) = (terms.gainHaircutBps, terms.tradeSpreadBps);
        cashAsset = terms.cashAsset;
    }

    /// @inheritdoc IBrokerageRisk
    function isEvidenceAttested() external view returns (bool) {
        return _terms().has(RiskTermWords.ATTESTED);
    }

    /// @inheritdoc IBrokerageRisk
    function settlementManager() external view returns (address) {
        return RiskStorage.load().settlementManager;
    }
}
