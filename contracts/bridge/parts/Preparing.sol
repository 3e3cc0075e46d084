// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC7802 } from "@openzeppelin/contracts/interfaces/draft-IERC7802.sol";
import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessage, BridgeMessages } from "../BridgeMessages.sol";
import { BridgeAsset, BridgeLane, BridgeStorage } from "../storage/BridgeStorage.sol";
import { BucketWord } from "../storage/BucketWord.sol";
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

    /// @dev Checks, counts and takes what is sent; `given` is the number of protocols it is to go over.
    function _prepare(IUniversalBridge.SendRequest calldata request, uint256 given)
        internal
        returns (Outgoing memory outgoing)
    {
        BridgeLane storage lane = _requireSending(request.destinationChainId);
        BridgeStorage.Layout storage $ = _layout();
        BridgeAsset memory terms = $.assets[request.asset];
        if (terms.flags & BridgeStorage.LISTED == 0) {
            revert IUniversalBridge.AssetUnknown(request.asset, request.destinationChainId);
        }
        if (terms.flags & BridgeStorage.PAUSED != 0) revert IUniversalBridge.AssetPaused(request.asset);
        uint256 amount = _amountOf(request, terms);
        outgoing.required = amount < terms.attestFrom ? 1 : lane.required;
        if (given < outgoing.required) revert IUniversalBridge.AttestationRequired(outgoing.required, given);
        _takeOut(request, amount);
        BridgeMessage memory parts = _compose(request, msg.sender, terms, amount, lane.nonce++);
        outgoing.message = BridgeMessages.encode(parts);
        outgoing.id = keccak256(outgoing.message);
        outgoing.gasLimit = _creditGas(terms, parts.lots.length) + ENTRY_GAS;
        $.sent[outgoing.id] = BridgeStorage.SENT;
        if (terms.flags & BridgeStorage.REGULATED != 0) {
            IERC7802(request.asset).crosschainBurn(msg.sender, request.units);
        } else {
            _lock(request.asset, request.destinationChainId, request.units);
        }
        if (terms.flags & BridgeStorage.CHARGED != 0) _chargeSending(request, outgoing.id, given);
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

    function _requireRecipient(IUniversalBridge.SendRequest calldata request, IUniversalBridge.BridgeProtocol protocol)
        internal
        view
    {
        BridgeStorage.Layout storage $ = _layout();
        address remote = $.remoteAssets[request.destinationChainId][request.asset];
        if (remote == address(0)) revert IUniversalBridge.AssetUnknown(request.asset, request.destinationChainId);
        address recipient = request.recipient;
        address bridge = $.peers[request.destinationChainId][uint256(protocol)].bridge;
        if (recipient == address(0) || recipient == remote || recipient == bridge) {
            revert IUniversalBridge.RecipientInvalid(recipient);
        }
    }
}
