// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeGroups } from "../BridgeGroups.sol";
import { BridgeMessages } from "../BridgeMessages.sol";
import { AxelarLane } from "../lanes/AxelarLane.sol";
import { CcipLane } from "../lanes/CcipLane.sol";
import { LayerZeroLane } from "../lanes/LayerZeroLane.sol";
import { WormholeLane } from "../lanes/WormholeLane.sol";
import { EndpointWord } from "../storage/EndpointWord.sol";
import { PeerWord } from "../storage/PeerWord.sol";
import { Preparing } from "./Preparing.sol";

/// @title Sending
/// @notice Sends over one protocol, and hands messages to the protocols.
abstract contract Sending is IUniversalBridge, Preparing, CcipLane, LayerZeroLane, WormholeLane, AxelarLane {
    /// @inheritdoc IUniversalBridge
    function send(SendRequest calldata request) external payable nonReentrant returns (bytes32 id) {
        (address asset, uint256 chainId, address recipient) =
            (request.asset, request.destinationChainId, request.recipient);
        BridgeProtocol protocol = request.protocol;
        PeerWord peer = _layout().peers[chainId][uint256(protocol)].word();
        EndpointWord own = _layout().endpoints[uint256(protocol)].word();
        if (!own.sends()) _requireGroupActive(BridgeGroups.SENDING | BridgeGroups.ofProtocol(protocol));
        if (!peer.gate().isActive()) _requireActive(chainId, peer.gate());
        bytes memory message;
        uint256 gasLimit;
        // Whoever brings a message of Wormhole gives the gas there.
        bool byWormhole = protocol == BridgeProtocol.WORMHOLE;
        (id, message, gasLimit,) = _prepare(asset, chainId, recipient, request.units, peer.gate(), 1, !byWormhole);
        _requireRecipient(asset, chainId, recipient, peer.bridge());
        if (!peer.isReachedBy(own)) revert ProtocolOff(protocol, chainId);
        uint256 fee = byWormhole
            ? _sendWormholeAll(own.endpoint(), peer, message)
            : _dispatch(protocol, own.endpoint(), peer, chainId, gasLimit, msg.value, msg.sender, message);
        _tellSent(id, chainId, 1 << uint256(protocol), message);
        if (fee != msg.value) _refund(msg.value - fee);
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
        PeerWord peer = _layout().peers[chainId][uint256(protocol)].word();
        EndpointWord own = _layout().endpoints[uint256(protocol)].word();
        if (!own.sends()) _requireGroupActive(BridgeGroups.ofProtocol(protocol));
        if (!peer.isReachedBy(own)) revert ProtocolOff(protocol, chainId);
        bytes memory copy = BridgeMessages.copied(message);
        return _dispatch(protocol, own.endpoint(), peer, chainId, gasLimit, budget, payer, copy);
    }

    /// @dev Hands a message with room to a protocol, which may cost `budget`.
    function _dispatch(
        BridgeProtocol protocol,
        address endpoint,
        PeerWord peer,
        uint256 chainId,
        uint256 gasLimit,
        uint256 budget,
        address payer,
        bytes memory message
    ) private returns (uint256 fee) {
        if (protocol == BridgeProtocol.AXELAR) {
            return _sendAxelar(endpoint, peer, chainId, gasLimit, budget, payer, message);
        }
        if (protocol == BridgeProtocol.CHAINLINK_CCIP) return _sendCcip(endpoint, peer, gasLimit, budget, message);
        if (protocol == BridgeProtocol.WORMHOLE) return _sendWormhole(endpoint, peer, budget, message);
        return _sendLayerZero(endpoint, peer, gasLimit, budget, message);
    }
}
