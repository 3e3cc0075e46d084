// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { ILots } from "../../interfaces/ILots.sol";
import { ITokenBridging } from "../../interfaces/ITokenBridging.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessage } from "../BridgeMessages.sol";
import { BridgeAsset, BridgeStorage } from "../storage/BridgeStorage.sol";
import { BucketWord } from "../storage/BucketWord.sol";
import { LaneGate } from "../storage/LaneGate.sol";
import { BridgeFeeHook } from "./BridgeFeeHook.sol";
import { Composing } from "./Composing.sol";
import { Locking } from "./Locking.sol";

/// @title Preparing
/// @notice Checks and takes what is sent, and writes the message.
abstract contract Preparing is Composing, Locking, BridgeFeeHook {
    /// @dev A message on its way out.
    struct Outgoing {
        bytes32 id;
        bytes message;
        uint256 gasLimit;
        uint256 required;
    }

    /// @dev Checks, counts and takes what is sent; `gate` is the lane's, `given` the number of protocols
    /// it is to go over.
    function _prepare(IUniversalBridge.SendRequest calldata request, LaneGate gate, uint256 given)
        internal
        returns (Outgoing memory outgoing)
    {
        _requireSending(request.destinationChainId, gate);
        BridgeAsset memory terms = _layout().assets[request.asset];
        if (terms.flags & BridgeStorage.LISTED == 0) {
            revert IUniversalBridge.AssetUnknown(request.asset, request.destinationChainId);
        }
        if (terms.flags & BridgeStorage.PAUSED != 0) revert IUniversalBridge.AssetPaused(request.asset);
        uint256 amount = _amountOf(request, terms);
        outgoing.required = amount < terms.attestFrom ? 1 : gate.required();
        if (given < outgoing.required) revert IUniversalBridge.AttestationRequired(outgoing.required, given);
        _takeOut(request, amount);
        BridgeMessage memory parts = _transferOf(request, msg.sender, terms, amount, _firstNonce());
        if (terms.flags & BridgeStorage.REGULATED != 0) {
            (parts.identity, parts.lots) = _burn(request, terms);
        } else {
            _lock(request.asset, request.destinationChainId, request.units);
        }
        (outgoing.message, outgoing.id) = _numbered(parts);
        outgoing.gasLimit = _creditGas(terms, parts.lots.length) + ENTRY_GAS;
        _layout().sent[outgoing.id] = BridgeStorage.SENT;
        if (terms.flags & BridgeStorage.CHARGED != 0) _chargeSending(request, outgoing.id, given);
    }

    /// @dev Burns, and gives what compliance needs at the other end: only the burn knows for certain which lots leave.
    function _burn(IUniversalBridge.SendRequest calldata request, BridgeAsset memory terms)
        private
        returns (address identity, uint256[] memory lots)
    {
        (identity, lots) = ITokenBridging(request.asset).burnLeaving(msg.sender, request.units);
        if (terms.flags & BridgeStorage.KEEPS_LOTS == 0) return (identity, new uint256[](0));
        if (lots.length == 0) revert ILots.LotsNotKept(request.asset);
    }

    function _amountOf(IUniversalBridge.SendRequest calldata request, BridgeAsset memory terms)
        private
        pure
        returns (uint256 amount)
    {
        uint256 multiple = _unitsPerAmount(terms);
        amount = request.units / multiple;
        if (amount == 0 || amount * multiple != request.units) {
            revert IUniversalBridge.DustRefused(request.units, multiple);
        }
    }

    /// @dev A bucket's level has fewer bits than a message's amount.
    function _takeOut(IUniversalBridge.SendRequest calldata request, uint256 amount) private {
        mapping(uint256 => BucketWord) storage buckets = _layout().buckets[request.asset];
        uint256 key = BridgeStorage.limitKey(IBridgeConfiguration.LimitKind.LANE_OUT, request.destinationChainId);
        (bool enough, BucketWord left) = buckets[key].taken(amount);
        if (!enough) revert IUniversalBridge.LimitExceeded(request.asset, buckets[key].availableDown(), amount);
        buckets[key] = left;
    }

    /// @dev `bridge` is the protocol's peer.
    function _requireRecipient(IUniversalBridge.SendRequest calldata request, address bridge) internal view {
        address remote = _layout().remoteAssets[request.destinationChainId][request.asset];
        if (remote == address(0)) revert IUniversalBridge.AssetUnknown(request.asset, request.destinationChainId);
        address recipient = request.recipient;
        if (recipient == address(0) || recipient == remote || recipient == bridge) {
            revert IUniversalBridge.RecipientInvalid(recipient);
        }
    }
}
