// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IERC20Metadata } from "@openzeppelin/contracts/interfaces/IERC20Metadata.sol";
import { IBrokerageRisk } from "../../interfaces/IBrokerageRisk.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { ISettlementRegistry } from "../../interfaces/ISettlementRegistry.sol";
import { RiskBounds } from "../RiskBounds.sol";
import { AccountSetBits } from "../storage/AccountSets.sol";
import { AssetLimits, BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { DebtIndex, DebtIndexes } from "../storage/DebtIndex.sol";
import { RiskStorage } from "../storage/RiskStorage.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { BrokerageCore } from "./BrokerageCore.sol";
import { LotKeeping } from "./LotKeeping.sol";

/// @title AssetDesk
/// @notice Lists assets, says what they are for, and takes their power away.
abstract contract AssetDesk is IBrokerageRisk, BrokerageCore, AccessManagedUpgradeable {
    uint256 internal constant MOST_HAIRCUT_BPS = 9999;
    uint256 private constant USES = RiskWords.COLLATERAL | RiskWords.TRADABLE | RiskWords.SETTLEMENT;

    /// @inheritdoc IBrokerageRisk
    function listAsset(AssetListing calldata listing) external restricted returns (uint8 assetId) {
        BrokerageStorage.Layout storage $ = _layout();
        assetId = $.terms.assetCount;
        if (assetId == AccountSetBits.MAX_ASSETS) revert AssetListFull(AccountSetBits.MAX_ASSETS);
        uint256 decimals = _requireListing(listing);
        uint256 uses = _usesOf(listing.isCollateral, listing.isTradable, listing.isSettlement);
        if (uses == 0) revert ListingInvalid("isCollateral");
        _requireUses(listing.token, listing.desk, uses, listing.exposureBps);
        $.terms.assetCount = assetId + 1;
        $.assets[assetId] = RiskWord.wrap(0)
            .withTerms(listing.maxAgeMinutes, listing.haircutBps, listing.exposureBps, decimals)
            .withFlag(uses | RiskWords.ACTIVE);
        if (listing.token != address(0)) $.assetIds[listing.token] = uint256(assetId) + 1;
        if (listing.desk != address(0)) $.desks[assetId] = listing.desk;
        AssetLimits storage limits = $.limits[assetId];
        (limits.token, limits.issuerGroup, limits.class) = (listing.token, listing.issuerGroup, listing.assetClass);
        (limits.cap, limits.institutionCap) = (listing.caps.cap, listing.caps.institutionCap);
        limits.openInterestCap = listing.caps.openInterestCap;
        if (listing.issuerGroup != 0) RiskStorage.load().issuers[listing.issuerGroup].assets |= uint80(1 << assetId);
        if (listing.isSettlement) _openPool(assetId);
        emit AssetAdmitted(assetId, listing.token, listing, uint8(decimals));
    }

    /// @inheritdoc IBrokerageRisk
    function addUses(uint8 assetId, bool isCollateral, bool isTradable, bool isSettlement) external restricted {
        RiskWord word = _wordOf(assetId);
        uint256 uses = _usesOf(isCollateral, isTradable, isSettlement);
        uint256 earlier = RiskWord.unwrap(word) & USES;
        if (uses & earlier != earlier) revert NotLooser("uses");
        BrokerageStorage.Layout storage $ = _layout();
        _requireUses($.limits[assetId].token, $.desks[assetId], uses & ~earlier, word.exposureBps());
        if (isSettlement && !word.has(RiskWords.SETTLEMENT)) _openPool(assetId);
        $.assets[assetId] = word.withFlag(uses);
        emit AssetUsesSet(assetId, isCollateral, isTradable, isSettlement);
    }

    /// @inheritdoc IBrokerageRisk
    function deactivateAsset(uint8 assetId) external restricted {
        _layout().assets[assetId] = _wordOf(assetId).withoutFlag(RiskWords.ACTIVE);
        emit AssetActivitySet(assetId, false);
    }

    /// @inheritdoc IBrokerageRisk
    function activateAsset(uint8 assetId) external restricted {
        _layout().assets[assetId] = _wordOf(assetId).withFlag(RiskWords.ACTIVE);
        emit AssetActivitySet(assetId, true);
    }

    /// @inheritdoc IBrokerageRisk
    function setCashAsset(uint8 assetId) external restricted {
        RiskWord word = _wordOf(assetId);
        if (!word.has(RiskWords.SETTLEMENT) || !word.has(RiskWords.ACTIVE)) revert ListingInvalid("cashAsset");
        _layout().terms.cashAsset = assetId;
        emit CashAssetSet(assetId);
    }

    /// @inheritdoc IBrokerageRisk
    function setSettlementManager(address manager) external restricted {
        if (manager.code.length == 0) revert IPrimeBrokerage.AddressWithoutCode(manager);
        RiskStorage.load().settlementManager = manager;
        emit SettlementManagerSet(manager);
    }

    /// @dev The word of a listed asset.
    function _wordOf(uint256 assetId) internal view returns (RiskWord) {
        if (assetId >= _layout().terms.assetCount) revert IPrimeBrokerage.AssetUnknown(assetId);
        return _layout().assets[assetId];
    }

    function _usesOf(bool isCollateral, bool isTradable, bool isSettlement) private pure returns (uint256) {
        return (isCollateral ? RiskWords.COLLATERAL : 0) | (isTradable ? RiskWords.TRADABLE : 0)
            | (isSettlement ? RiskWords.SETTLEMENT : 0);
    }

    function _openPool(uint256 assetId) private {
        _layout().debtIndexes[assetId] = DebtIndex.wrap(0).accrued(DebtIndexes.ONE, 0);
    }

    /// @dev What is lent is nobody's in particular: units of a token that is told, or keeps by lots, whose units move
    /// could neither be lent on nor come back.
    function _requireUses(address token, address desk, uint256 uses, uint256 exposureBps) private view {
        if (token == address(0) && uses & ~RiskWords.TRADABLE != 0) revert ListingInvalid("token");
        if (uses & RiskWords.TRADABLE != 0 && exposureBps == 0) revert ListingInvalid("exposureBps");
        if (uses & RiskWords.SETTLEMENT == 0) return;
        if (desk != address(0)) revert ListingInvalid("desk");
        if (LotKeeping.keepsLots(token)) revert ListingInvalid("lots");
        address manager = RiskStorage.load().settlementManager;
        if (manager == address(0)) revert NoSettlementAsset(token);
        try ISettlementRegistry(manager).assetTerms(token) returns (ISettlementRegistry.AssetTerms memory) { }
        catch {
            revert NoSettlementAsset(token);
        }
    }

    function _requireListing(AssetListing calldata listing) private view returns (uint256 decimals) {
        RiskBounds.requireWithin("maxAgeMinutes", listing.maxAgeMinutes, 1, RiskWords.MAX_AGE_MINUTES);
        RiskBounds.requireWithin("haircutBps", listing.haircutBps, 0, MOST_HAIRCUT_BPS);
        RiskBounds.requireWithin("exposureBps", listing.exposureBps, 0, BPS);
        if (listing.desk != address(0) && listing.desk.code.length == 0) {
            revert IPrimeBrokerage.AddressWithoutCode(listing.desk);
        }
        decimals = listing.decimals;
        address token = listing.token;
        if (token != address(0)) {
            if (decimals != 0) revert ListingInvalid("decimals");
            if (_layout().assetIds[token] != 0) revert TokenAlreadyListed(token);
            decimals = _decimalsOf(token);
        }
        RiskBounds.requireWithin("decimals", decimals, 0, RiskWords.MAX_DECIMALS);
    }

    function _decimalsOf(address token) private view returns (uint256) {
        if (token.code.length == 0) revert IPrimeBrokerage.AddressWithoutCode(token);
        try IERC20Metadata(token).decimals() returns (uint8 found) {
            return found;
        } catch {
            revert ListingInvalid("token");
        }
    }
}
