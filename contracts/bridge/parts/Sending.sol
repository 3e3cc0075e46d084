// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeGroups } from "../BridgeGroups.sol";
import { AxelarLane } from "../lanes/AxelarLane.sol";
import { CcipLane } from "../lanes/CcipLane.sol";
import { Delivery } from "../lanes/Delivery.sol";
import { LayerZeroLane } from "../lanes/LayerZeroLane.sol";
import { WormholeLane } from "../lanes/WormholeLane.sol";
import { BridgeEndpoint, BridgePeer, BridgeStorage } from "../storage/BridgeStorage.sol";
import { Preparing } from "./Preparing.sol";

/// @title Sending
/// @notice Sends over one protocol, and hands messages to the protocols.
abstract contract Sending is IUniversalBridge, Preparing, CcipLane, LayerZeroLane, WormholeLane, AxelarLane {
    /// @inheritdoc IUniversalBridge
    function send(SendRequest calldata request) external payable nonReentrant returns (bytes32) {
        Outgoing memory outgoing = _prepare(request, 1);
        _requireRecipient(request, request.protocol);
        uint256 fee = _dispatch(
            request.protocol, request.destinationChainId, outgoing.message, outgoing.gasLimit, msg.value, msg.sender
        );
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
        return _dispatch(protocol, chainId, message, gasLimit, budget, payer);
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
