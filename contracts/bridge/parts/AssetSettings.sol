// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IERC20Metadata } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import { ERC165Checker } from "@openzeppelin/contracts/utils/introspection/ERC165Checker.sol";
import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { ITokenBridging } from "../../interfaces/ITokenBridging.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeAsset, BridgeStorage } from "../storage/BridgeStorage.sol";
import { Buckets, BucketWord } from "../storage/BucketWord.sol";
import { BridgeCore } from "./BridgeCore.sol";

/// @title AssetSettings
/// @notice Assets, their counterparts and their limits.
abstract contract AssetSettings is IBridgeConfiguration, BridgeCore, AccessManagedUpgradeable {
    uint256 private constant LEAST_GAS = 200_000;
    // A power of ten that still leaves a message's amount room.
    uint256 private constant MOST_DIFFERENCE = 18;

    /// @inheritdoc IBridgeConfiguration
    function setAsset(address asset, AssetTerms calldata terms) external restricted {
        if (asset.code.length == 0) revert IUniversalBridge.AddressWithoutCode(asset);
        if (terms.creditGas < LEAST_GAS || terms.creditGas > MOST_GAS) revert TermsOutOfRange("creditGas");
        uint8 decimals = IERC20Metadata(asset).decimals();
        _requireDecimals(decimals, terms);
        if (terms.regulated && !ERC165Checker.supportsInterface(asset, type(ITokenBridging).interfaceId)) {
            revert TermsOutOfRange("regulated");
        }
        if (terms.keepsLots && !terms.regulated) revert TermsOutOfRange("keepsLots");
        BridgeAsset storage known = _layout().assets[asset];
        uint8 flags = known.flags;
        bool wasRegulated = flags & BridgeStorage.REGULATED != 0;
        if (flags & BridgeStorage.LISTED != 0) {
            if (wasRegulated != terms.regulated || known.sharedDecimals != terms.sharedDecimals) {
                revert AssetFixed(asset);
            }
        }
        flags = (flags & (BridgeStorage.PAUSED | BridgeStorage.CHARGED)) | BridgeStorage.LISTED;
        if (terms.regulated) flags |= BridgeStorage.REGULATED;
        if (terms.keepsLots) flags |= BridgeStorage.KEEPS_LOTS;
        _layout().assets[asset] = BridgeAsset(
            flags,
            decimals,
            terms.sharedDecimals,
            terms.creditGas,
            terms.gasPerLotThousands,
            terms.attestFrom,
            terms.delayFrom
        );
        emit AssetSet(asset, terms);
    }

    /// @inheritdoc IBridgeConfiguration
    function lowerThresholds(address asset, uint96 attestFrom, uint96 delayFrom) external restricted {
        BridgeAsset storage known = _listed(asset);
        if (attestFrom > known.attestFrom || delayFrom > known.delayFrom) revert WrongDirection();
        (known.attestFrom, known.delayFrom) = (attestFrom, delayFrom);
        emit AssetSet(asset, _termsOf(known));
    }

    /// @inheritdoc IBridgeConfiguration
    function setRemoteAsset(uint256 chainId, address asset, address remoteAsset) external restricted {
        _listed(asset);
        BridgeStorage.Layout storage $ = _layout();
        delete $.localAssets[chainId][$.remoteAssets[chainId][asset]];
        if (remoteAsset != address(0)) {
            if ($.localAssets[chainId][remoteAsset] != address(0)) revert RemoteAssetTaken(chainId, remoteAsset);
            $.localAssets[chainId][remoteAsset] = asset;
        }
        $.remoteAssets[chainId][asset] = remoteAsset;
        emit RemoteAssetSet(chainId, asset, remoteAsset);
    }

    /// @inheritdoc IBridgeConfiguration
    function pauseAsset(address asset) external restricted {
        _layout().assets[asset].flags |= BridgeStorage.PAUSED;
        emit AssetPauseChanged(asset, true, msg.sender);
    }

    /// @inheritdoc IBridgeConfiguration
    function unpauseAsset(address asset) external restricted {
        _layout().assets[asset].flags &= ~BridgeStorage.PAUSED;
        emit AssetPauseChanged(asset, false, msg.sender);
    }

    /// @inheritdoc IBridgeConfiguration
    function raiseLimit(LimitKind kind, address asset, uint256 key, uint104 capacity, uint16 periodMinutes)
        external
        restricted
    {
        _setLimit(kind, asset, key, capacity, periodMinutes);
    }

    /// @inheritdoc IBridgeConfiguration
    function lowerLimit(LimitKind kind, address asset, uint256 key, uint104 capacity, uint16 periodMinutes)
        external
        restricted
    {
        BucketWord bucket = _layout().buckets[asset][_limitKey(kind, key)];
        bool faster = uint256(capacity) * bucket.periodMinutes() > bucket.capacity() * periodMinutes;
        if (capacity > bucket.capacity() || faster) revert WrongDirection();
        _setLimit(kind, asset, key, capacity, periodMinutes);
    }

    /// @inheritdoc IBridgeConfiguration
    function assetOf(address asset)
        external
        view
        returns (AssetTerms memory terms, uint8 decimals, bool listed, bool paused)
    {
        BridgeAsset storage known = _layout().assets[asset];
        uint8 flags = known.flags;
        return (_termsOf(known), known.decimals, flags & BridgeStorage.LISTED != 0, flags & BridgeStorage.PAUSED != 0);
    }

    /// @inheritdoc IBridgeConfiguration
    function localAssetOf(uint256 chainId, address remoteAsset) external view returns (address asset) {
        return _layout().localAssets[chainId][remoteAsset];
    }

    /// @inheritdoc IBridgeConfiguration
    function limitOf(LimitKind kind, address asset, uint256 key)
        external
        view
        returns (uint256 capacity, uint256 periodMinutes, uint256 available)
    {
        BucketWord bucket = _layout().buckets[asset][_limitKey(kind, key)];
        return (bucket.capacity(), bucket.periodMinutes(), bucket.availableDown());
    }

    function _listed(address asset) private view returns (BridgeAsset storage known) {
        known = _layout().assets[asset];
        if (known.flags & BridgeStorage.LISTED == 0) revert IUniversalBridge.AssetUnknown(asset, block.chainid);
    }

    /// @dev A bucket that is new is full; one that changes keeps what it has left.
    function _setLimit(LimitKind kind, address asset, uint256 key, uint256 capacity, uint256 periodMinutes) private {
        _listed(asset);
        if (periodMinutes == 0) revert TermsOutOfRange("periodMinutes");
        mapping(uint256 => BucketWord) storage buckets = _layout().buckets[asset];
        uint256 place = _limitKey(kind, key);
        BucketWord known = buckets[place];
        uint256 level = known.periodMinutes() == 0 ? capacity : known.availableDown();
        buckets[place] = Buckets.pack(capacity, level < capacity ? level : capacity, block.timestamp, periodMinutes);
        emit LimitSet(kind, asset, key, capacity, periodMinutes);
    }

    function _limitKey(LimitKind kind, uint256 key) private pure returns (uint256) {
        if (key > type(uint64).max) revert TermsOutOfRange("key");
        return BridgeStorage.limitKey(kind, key);
    }

    function _requireDecimals(uint8 decimals, AssetTerms calldata terms) private pure {
        bool fits = terms.sharedDecimals <= decimals && decimals - terms.sharedDecimals <= MOST_DIFFERENCE;
        if (!fits || (terms.regulated && terms.sharedDecimals != decimals)) revert TermsOutOfRange("sharedDecimals");
    }

    function _termsOf(BridgeAsset storage known) private view returns (AssetTerms memory) {
        uint8 flags = known.flags;
        return AssetTerms(
            flags & BridgeStorage.REGULATED != 0,
            flags & BridgeStorage.KEEPS_LOTS != 0,
            known.sharedDecimals,
            known.creditGas,
            known.gasPerLotThousands,
            known.attestFrom,
            known.delayFrom
        );
    }
}
