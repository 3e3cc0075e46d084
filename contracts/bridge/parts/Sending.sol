// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC7802 } from "@openzeppelin/contracts/interfaces/draft-IERC7802.sol";
import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { IERC3643Metadata } from "../../interfaces/IERC3643Metadata.sol";
import { ILots } from "../../interfaces/ILots.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeMessage, BridgeMessages } from "../BridgeMessages.sol";
import { BridgeGroups } from "../BridgeGroups.sol";
import { AxelarLane } from "../lanes/AxelarLane.sol";
import { CcipLane } from "../lanes/CcipLane.sol";
import { Delivery } from "../lanes/Delivery.sol";
import { LayerZeroLane } from "../lanes/LayerZeroLane.sol";
import { WormholeLane } from "../lanes/WormholeLane.sol";
import { BridgeAsset, BridgeEndpoint, BridgeLane, BridgePeer, BridgeStorage } from "../storage/BridgeStorage.sol";
import { BucketWord } from "../storage/BucketWord.sol";
import { Locking } from "./Locking.sol";

/// @title Sending
/// @notice Takes an asset, writes the message, and hands it to one protocol or several.
abstract contract Sending is IUniversalBridge, Locking, CcipLane, LayerZeroLane, WormholeLane, AxelarLane {
    /// @dev A message on its way out.
    struct Outgoing {
        bytes32 id;
        bytes message;
        uint256 gasLimit;
        uint256 required;
    }

    /// @inheritdoc IUniversalBridge
    function send(SendRequest calldata request) external payable nonReentrant returns (bytes32) {
        Outgoing memory outgoing = _prepare(request, 1);
        _requireRecipient(request, request.protocol);
        uint256 fee = _dispatch(
            request.protocol,
            request.destinationChainId,
            outgoing.message,
            outgoing.gasLimit,
            msg.value,
            msg.sender
        );
        emit MessageSent(
            outgoing.id, request.destinationChainId, 1 << uint256(request.protocol), outgoing.message
        );
        _refund(msg.value - fee);
        return outgoing.id;
    }

    /// @inheritdoc IUniversalBridge
    function sendOver(SendRequest calldata request, BridgeProtocol[] calldata protocols)
        external
        payable
        nonReentrant
        returns (bytes32)
    {
        Outgoing memory outgoing = _prepare(request, protocols.length);
        uint256 listed = 0;
        uint256 took = 0;
        uint256 count = 0;
        uint256 left = msg.value;
        for (uint256 i; i < protocols.length; ++i) {
            uint256 bit = 1 << uint256(protocols[i]);
            if (listed & bit != 0) revert ProtocolsInvalid();
            listed |= bit;
            _requireRecipient(request, protocols[i]);
            try this.dispatch(
                protocols[i], request.destinationChainId, outgoing.message, outgoing.gasLimit, left, msg.sender
            ) returns (uint256 fee) {
                left -= fee;
                took |= bit;
                ++count;
            } catch (bytes memory reason) {
                emit ProtocolFailed(outgoing.id, protocols[i], reason);
            }
        }
        if (count < outgoing.required) revert AttestationRequired(outgoing.required, count);
        emit MessageSent(outgoing.id, request.destinationChainId, took, outgoing.message);
        _refund(left);
        return outgoing.id;
    }

    /// @inheritdoc IUniversalBridge
    function dispatch(
        BridgeProtocol protocol,
        uint256 chainId,
        bytes calldata message,
        uint256 gasLimit,
        uint256 budget,
        address payer
    ) external onlyBridge returns (uint256 fee) {
        return _dispatch(protocol, chainId, message, gasLimit, budget, payer);
    }

    // ------------------------------------------------------------------ the message

    /// @dev Checks, counts and takes what is sent; `given` is the number of protocols it is to go over.
    function _prepare(SendRequest calldata request, uint256 given) private returns (Outgoing memory outgoing) {
        BridgeLane storage lane = _requireSending(request.destinationChainId);
        BridgeStorage.Layout storage $ = _layout();
        BridgeAsset memory terms = $.assets[request.asset];
        if (terms.flags & BridgeStorage.LISTED == 0) {
            revert AssetUnknown(request.asset, request.destinationChainId);
        }
        if (terms.flags & BridgeStorage.PAUSED != 0) revert AssetPaused(request.asset);
        uint256 amount = _amountOf(request, terms);
        outgoing.required = amount < terms.attestFrom ? 1 : lane.required;
        if (given < outgoing.required) revert AttestationRequired(outgoing.required, given);
        _takeOut(request, amount);
        BridgeMessage memory parts;
        parts.kind = MessageKind.TRANSFER;
        parts.sourceChainId = uint64(block.chainid);
        parts.destinationChainId = uint64(request.destinationChainId);
        parts.nonce = lane.nonce++;
        (parts.asset, parts.sender, parts.recipient) = (request.asset, msg.sender, request.recipient);
        parts.amount = uint128(amount);
        bool regulated = terms.flags & BridgeStorage.REGULATED != 0;
        if (regulated) {
            address engine = address(IERC3643Metadata(request.asset).identityRegistry());
            parts.identity = IERC3643Metadata(request.asset).identityRegistry().identity(msg.sender);
            if (terms.flags & BridgeStorage.KEEPS_LOTS != 0) {
                parts.lots = ILots(engine).lotsLeaving(request.asset, msg.sender, request.units);
            }
        }
        outgoing.message = BridgeMessages.encode(parts);
        outgoing.id = keccak256(outgoing.message);
        outgoing.gasLimit = _creditGas(terms, parts.lots.length) + ENTRY_GAS;
        $.sent[outgoing.id] = BridgeStorage.SENT;
        if (regulated) {
            IERC7802(request.asset).crosschainBurn(msg.sender, request.units);
        } else {
            _lock(request.asset, request.destinationChainId, request.units);
        }
    }

    function _amountOf(SendRequest calldata request, BridgeAsset memory terms) private pure returns (uint256 amount) {
        uint256 multiple = _unitsPerAmount(terms);
        amount = request.units / multiple;
        if (amount == 0 || amount * multiple != request.units) revert DustRefused(request.units, multiple);
    }

    /// @dev A bucket's level has fewer bits than a message's amount.
    function _takeOut(SendRequest calldata request, uint256 amount) private {
        mapping(uint256 => BucketWord) storage buckets = _layout().buckets[request.asset];
        uint256 key = BridgeStorage.limitKey(IBridgeConfiguration.LimitKind.LANE_OUT, request.destinationChainId);
        (bool enough, BucketWord left) = buckets[key].taken(amount);
        if (!enough) revert LimitExceeded(request.asset, buckets[key].availableDown(), amount);
        buckets[key] = left;
    }

    function _requireRecipient(SendRequest calldata request, BridgeProtocol protocol) private view {
        BridgeStorage.Layout storage $ = _layout();
        address remote = $.remoteAssets[request.destinationChainId][request.asset];
        if (remote == address(0)) revert AssetUnknown(request.asset, request.destinationChainId);
        address recipient = request.recipient;
        address bridge = $.peers[request.destinationChainId][uint256(protocol)].bridge;
        if (recipient == address(0) || recipient == remote || recipient == bridge) {
            revert RecipientInvalid(recipient);
        }
    }

    // ------------------------------------------------------------------ the protocols

    function _dispatch(
        BridgeProtocol protocol,
        uint256 chainId,
        bytes memory message,
        uint256 gasLimit,
        uint256 budget,
        address payer
    ) private returns (uint256 fee) {
        _requireGroupActive(BridgeGroups.ofProtocol(protocol));
        BridgeStorage.Layout storage $ = _layout();
        BridgeEndpoint storage own = $.endpoints[uint256(protocol)];
        BridgePeer memory peer = $.peers[chainId][uint256(protocol)];
        Delivery memory delivery =
            Delivery(protocol, own.endpoint, peer.bridge, peer.number, chainId, gasLimit, budget, payer);
        if (delivery.endpoint == address(0) || delivery.bridge == address(0)) revert ProtocolOff(protocol, chainId);
        if (protocol == BridgeProtocol.CHAINLINK_CCIP) return _sendCcip(delivery, message);
        if (protocol == BridgeProtocol.LAYERZERO) return _sendLayerZero(delivery, message);
        if (protocol == BridgeProtocol.WORMHOLE) return _sendWormhole(delivery, message);
        return _sendAxelar(delivery, message);
    }
}
