// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { LibBit } from "solady/utils/LibBit.sol";
import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { ITokenBridging } from "../../interfaces/ITokenBridging.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeGroups } from "../BridgeGroups.sol";
import { BridgeMessages } from "../BridgeMessages.sol";
import { BridgeReasons } from "../BridgeReasons.sol";
import { BridgeAssetWord } from "../storage/BridgeAssetWord.sol";
import { BridgeStorage } from "../storage/BridgeStorage.sol";
import { BucketWord } from "../storage/BucketWord.sol";
import { LaneGate } from "../storage/LaneGate.sol";
import { BridgeCore } from "./BridgeCore.sol";

/// @title Crediting
/// @notice Pauses, limits and rules of a credit, and the credit itself. Runs in a call of the bridge to itself:
/// whatever refuses undoes all of it.
abstract contract Crediting is BridgeCore {
    using BridgeMessages for bytes;
    using SafeERC20 for IERC20;

    uint256 private constant PROTOCOLS = 4;

    /// @dev Credits the message's amount of the local asset, against the lane's and the protocols' limits.
    function _credit(bytes calldata message, address recipient, uint256 voters, uint256 required) internal {
        uint256 source = message.sourceChainId();
        (address asset, BridgeAssetWord terms) = _requireCreditable(source, message.asset(), voters);
        if (message.decimals() != terms.sharedDecimals()) {
            revert IUniversalBridge.CreditRefused(BridgeReasons.DECIMALS_DIFFER);
        }
        if (recipient == address(0) || recipient == address(this) || recipient == asset) {
            revert IUniversalBridge.CreditRefused(BridgeReasons.RECIPIENT_INVALID);
        }
        uint256 amount = message.amount();
        _takeLimits(asset, source, amount, voters, required);
        uint256 units = amount * terms.unitsPerAmount();
        emit IUniversalBridge.MessageCredited(keccak256(message), source, asset, recipient, units);
        if (!terms.has(BridgeStorage.REGULATED)) return _unlock(asset, source, recipient, units);
        uint256[] calldata lots = message.lots();
        if (!terms.has(BridgeStorage.KEEPS_LOTS)) lots = lots[:0];
        ITokenBridging(asset).mintArriving(message.identity(), recipient, units, lots);
    }

    /// @dev The local asset, where nothing is paused; refuses with the bridge's reason otherwise.
    function _requireCreditable(uint256 source, address remoteAsset, uint256 voters)
        internal
        view
        returns (address asset, BridgeAssetWord terms)
    {
        _requireOpenLane(source, voters);
        BridgeStorage.Layout storage $ = _layout();
        asset = $.localAssets[source][remoteAsset];
        if (asset == address(0)) revert IUniversalBridge.CreditRefused(BridgeReasons.ASSET_UNKNOWN);
        terms = $.assets[asset].word();
        if (terms.has(BridgeStorage.PAUSED)) {
            revert IUniversalBridge.CreditRefused(BridgeReasons.ASSET_PAUSED);
        }
    }

    /// @dev Whichever of the voters it is, its peer has the lane's gate.
    function _requireOpenLane(uint256 source, uint256 voters) internal view {
        if (_pausedGroups() & BridgeGroups.CREDITING != 0) {
            revert IUniversalBridge.CreditRefused(BridgeReasons.BRIDGE_PAUSED);
        }
        LaneGate gate = _layout().peers[source][LibBit.ffs(voters)].gate;
        if (!gate.isActive()) revert IUniversalBridge.CreditRefused(BridgeReasons.LANE_PAUSED);
    }

    /// @dev A credit that rests on one protocol alone counts for one of those that brought it.
    function _takeLimits(address asset, uint256 source, uint256 amount, uint256 voters, uint256 required) private {
        mapping(uint256 => BucketWord) storage buckets = _layout().buckets[asset];
        if (!_take(buckets, BridgeStorage.limitKey(IBridgeConfiguration.LimitKind.LANE_IN, source), amount)) {
            revert IUniversalBridge.CreditRefused(BridgeReasons.LANE_LIMIT);
        }
        if (required > 1) return;
        for (uint256 protocol; protocol < PROTOCOLS; ++protocol) {
            if ((voters >> protocol) & 1 == 0) continue;
            uint256 key = BridgeStorage.limitKey(IBridgeConfiguration.LimitKind.PROTOCOL_IN, protocol);
            if (_take(buckets, key, amount)) return;
        }
        revert IUniversalBridge.CreditRefused(BridgeReasons.PROTOCOL_LIMIT);
    }

    function _take(mapping(uint256 => BucketWord) storage buckets, uint256 key, uint256 amount)
        private
        returns (bool enough)
    {
        BucketWord left;
        (enough, left) = buckets[key].taken(amount);
        if (enough) buckets[key] = left;
    }

    function _unlock(address asset, uint256 source, address recipient, uint256 units) private {
        mapping(uint256 => uint256) storage escrow = _layout().escrow[asset];
        uint256 locked = escrow[source];
        if (locked < units) revert IUniversalBridge.CreditRefused(BridgeReasons.ESCROW_SHORT);
        escrow[source] = locked - units;
        uint256 before = IERC20(asset).balanceOf(recipient);
        IERC20(asset).safeTransfer(recipient, units);
        uint256 received = IERC20(asset).balanceOf(recipient) - before;
        if (received != units) revert IUniversalBridge.ReceiptNotExact(asset, units, received);
    }
}
