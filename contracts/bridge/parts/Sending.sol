// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeGroups } from "../BridgeGroups.sol";
import { AxelarLane } from "../lanes/AxelarLane.sol";
import { CcipLane } from "../lanes/CcipLane.sol";
import { Delivery } from "../lanes/Delivery.sol";
import { LayerZeroLane } from "../lanes/LayerZeroLane.sol";
import { WormholeLane } from "../lanes/WormholeLane.sol";
import { BridgePeer } from "../storage/BridgeStorage.sol";
import { Preparing } from "./Preparing.sol";

/// @title Sending
/// @notice Sends over one protocol, and hands messages to the protocols.
abstract contract Sending is IUniversalBridge, Preparing, CcipLane, LayerZeroLane, WormholeLane, AxelarLane {
    /// @inheritdoc IUniversalBridge
    function send(SendRequest calldata request) external payable nonReentrant returns (bytes32) {
        BridgePeer memory peer = _layout().peers[request.destinationChainId][uint256(request.protocol)];
        Outgoing memory outgoing = _prepare(request, peer.gate, 1);
        _requireRecipient(request, peer.bridge);
        Delivery memory delivery =
            _deliveryTo(peer, request.protocol, request.destinationChainId, outgoing.gasLimit, msg.value, msg.sender);
        uint256 fee = _dispatch(delivery, outgoing.message);
        emit MessageSent(outgoing.id, request.destinationChainId, 1 << uint256(request.protocol), outgoing.message);
        _refund(msg.value - fee);
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
        BridgePeer memory peer = _layout().peers[chainId][uint256(protocol)];
        return _dispatch(_deliveryTo(peer, protocol, chainId, gasLimit, budget, payer), message);
    }

    // ------------------------------------------------------------------ the protocols

    function _deliveryTo(
        BridgePeer memory peer,
        BridgeProtocol protocol,
        uint256 chainId,
        uint256 gasLimit,
        uint256 budget,
        address payer
    ) private view returns (Delivery memory delivery) {
        _requireGroupActive(BridgeGroups.ofProtocol(protocol));
        address endpoint = _layout().endpoints[uint256(protocol)].endpoint;
        if (endpoint == address(0) || peer.bridge == address(0)) revert ProtocolOff(protocol, chainId);
        return Delivery(protocol, endpoint, peer.bridge, peer.number, chainId, gasLimit, budget, payer);
    }

    function _dispatch(Delivery memory delivery, bytes memory message) private returns (uint256 fee) {
        BridgeProtocol protocol = delivery.protocol;
        if (protocol == BridgeProtocol.CHAINLINK_CCIP) return _sendCcip(delivery, message);
        if (protocol == BridgeProtocol.LAYERZERO) return _sendLayerZero(delivery, message);
        if (protocol == BridgeProtocol.WORMHOLE) return _sendWormhole(delivery, message);
        return _sendAxelar(delivery, message);
    }
}
