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
        if (!own.sends()) _requireGroupActive(BridgeGroups.SENDING);
        _requireActive(chainId, peer.gate());
        bytes memory message;
        uint256 gasLimit;
        (id, message, gasLimit,) = _prepare(asset, chainId, recipient, request.units, peer.gate(), 1);
        _requireRecipient(asset, chainId, recipient, peer.bridge());
        uint256 fee = _dispatch(protocol, own, peer, chainId, gasLimit, msg.value, true, msg.sender, message);
        _tellSent(id, chainId, 1 << uint256(protocol), message);
        _refund(msg.value - fee);
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
        bytes memory copy = BridgeMessages.copied(message);
        return _dispatch(protocol, own, peer, chainId, gasLimit, budget, false, payer, copy);
    }

    /// @dev Hands a message with room to a protocol, which may cost `budget`; `exact` says that so much was paid for
    /// this alone, and is most often the fee itself.
    function _dispatch(
        BridgeProtocol protocol,
        EndpointWord own,
        PeerWord peer,
        uint256 chainId,
        uint256 gasLimit,
        uint256 budget,
        bool exact,
        address payer,
        bytes memory message
    ) private returns (uint256 fee) {
        if (!own.sends()) _requireGroupActive(BridgeGroups.ofProtocol(protocol));
        address endpoint = own.endpoint();
        if (endpoint == address(0) || peer.bridge() == address(0)) revert ProtocolOff(protocol, chainId);
        if (protocol == BridgeProtocol.WORMHOLE) return _sendWormhole(endpoint, peer, budget, exact, message);
        if (protocol == BridgeProtocol.AXELAR) {
            return _sendAxelar(endpoint, peer, chainId, gasLimit, budget, payer, message);
        }
        if (protocol == BridgeProtocol.CHAINLINK_CCIP) return _sendCcip(endpoint, peer, gasLimit, budget, message);
        return _sendLayerZero(endpoint, peer, gasLimit, budget, message);
    }
}
