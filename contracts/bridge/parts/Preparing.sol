// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { ILots } from "../../interfaces/ILots.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessages } from "../BridgeMessages.sol";
import { BridgeAssetWord } from "../storage/BridgeAssetWord.sol";
import { BridgeStorage } from "../storage/BridgeStorage.sol";
import { Buckets, BucketWord } from "../storage/BucketWord.sol";
import { LaneGate } from "../storage/LaneGate.sol";
import { BridgeFeeHook } from "./BridgeFeeHook.sol";
import { Departures } from "./Departures.sol";
import { Locking } from "./Locking.sol";

/// @title Preparing
/// @notice Checks and takes what is sent, and writes the message.
abstract contract Preparing is Locking, BridgeFeeHook {
    /// @dev Checks, counts and takes what is sent; `gate` is the lane's, which was found active, `given` the number of
    /// protocols it is to go over, of which one is told a gas limit (`limited`) or none.
    function _prepare(
        address asset,
        uint256 chainId,
        address recipient,
        uint256 units,
        LaneGate gate,
        uint256 given,
        bool limited
    ) internal returns (bytes32 id, bytes memory message, uint256 gasLimit, uint256 required) {
        BridgeAssetWord terms = _layout().assets[asset].word();
        // Listed, and not paused.
        if (!terms.matches(BridgeStorage.LISTED | BridgeStorage.PAUSED, BridgeStorage.LISTED)) {
            if (!terms.has(BridgeStorage.LISTED)) revert IUniversalBridge.AssetUnknown(asset, chainId);
            revert IUniversalBridge.AssetPaused(asset);
        }
        uint256 amount = terms.crossesWhole(units) ? units : _amountOf(units, terms);
        required = 1;
        if (amount >= terms.attestFrom()) {
            required = gate.required();
            if (given < required) revert IUniversalBridge.AttestationRequired(required, given);
        }
        _takeOut(asset, chainId, amount);
        address identity;
        uint256 lots;
        (identity, lots, message) = _take(asset, chainId, units, terms);
        // An active lane's chain has an id below 2^64, and so has this one.
        BridgeMessages.write(
            message,
            BridgeMessages.start(IUniversalBridge.MessageKind.TRANSFER, block.chainid, chainId, _firstNonce()),
            asset,
            msg.sender,
            recipient,
            amount,
            identity,
            0,
            terms.sharedDecimals(),
            lots
        );
        id = _record(message);
        if (limited) gasLimit = _arrivalGas(terms, lots);
        if (terms.has(BridgeStorage.CHARGED)) _chargeSending(asset, units, id, given);
    }

    /// @dev Takes the units, and gives what compliance needs at the other end: the identity, and a message with the
    /// lots and nothing else. Only the burn knows for certain which lots leave.
    function _take(address asset, uint256 chainId, uint256 units, BridgeAssetWord terms)
        private
        returns (address identity, uint256 lots, bytes memory message)
    {
        if (!terms.has(BridgeStorage.REGULATED)) {
            _lock(asset, chainId, units);
            return (address(0), 0, BridgeMessages.blank(0));
        }
        (identity, lots) = Departures.burn(asset, msg.sender, units);
        if (!terms.has(BridgeStorage.KEEPS_LOTS)) return (identity, 0, BridgeMessages.blank(0));
        if (lots == 0) revert ILots.LotsNotKept(asset);
        message = BridgeMessages.blank(lots);
        Departures.copyLots(BridgeMessages.lotsPlace(message), lots);
    }

    /// @dev A bucket's level has fewer bits than a message's amount.
    function _takeOut(address asset, uint256 chainId, uint256 amount) private {
        uint256 key = BridgeStorage.limitKey(IBridgeConfiguration.LimitKind.LANE_OUT, chainId);
        (BucketWord bucket, uint256 slot) = Buckets.find(_layout().buckets[asset], key);
        (bool enough, BucketWord left) = bucket.taken(amount);
        if (!enough) revert IUniversalBridge.LimitExceeded(asset, bucket.availableDown(), amount);
        left.store(slot);
    }

    /// @dev `bridge` is the protocol's peer.
    function _requireRecipient(address asset, uint256 chainId, address recipient, address bridge) internal view {
        address remote = _layout().remoteAssets[chainId][asset];
        if (remote == address(0)) revert IUniversalBridge.AssetUnknown(asset, chainId);
        bool wrong;
        // Comparing costs less than branching after each comparison.
        assembly ("memory-safe") {
            wrong := or(iszero(recipient), or(eq(recipient, remote), eq(recipient, bridge)))
        }
        if (wrong) revert IUniversalBridge.RecipientInvalid(recipient);
    }
}
