// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { Arrivals } from "../parts/Arrivals.sol";
import { ILayerZeroReceiver } from "../protocols/ILayerZeroReceiver.sol";
import { PeerWord } from "../storage/PeerWord.sol";
import { LayerZeroMessages } from "./LayerZeroMessages.sol";

/// @title LayerZeroLane
/// @notice LayerZero V2: messages in any order. Its licence keeps permissioned applications from using the protocol in
/// production without LayerZero's consent; without an endpoint it is switched off.
abstract contract LayerZeroLane is ILayerZeroReceiver, Arrivals {
    /// @notice Takes what LayerZero's endpoint gives back of a fee, in the call that paid it.
    receive() external payable {
        if (msg.sender != _layerZero()) revert IUniversalBridge.NotTheEndpoint(msg.sender);
    }

    /// @inheritdoc ILayerZeroReceiver
    function lzReceive(Origin calldata origin, bytes32, bytes calldata message, address executor, bytes calldata)
        external
        payable
        nonReentrant
    {
        if (msg.sender != _layerZero()) revert IUniversalBridge.NotTheEndpoint(msg.sender);
        _refundTo(executor, msg.value);
        _arrive(IUniversalBridge.BridgeProtocol.LAYERZERO, origin.srcEid, uint256(origin.sender), message);
    }

    /// @inheritdoc ILayerZeroReceiver
    function allowInitializePath(Origin calldata origin) external view returns (bool allowed) {
        uint256 chainId = _layout().layerZeroChains[origin.srcEid];
        uint256 protocol = uint256(IUniversalBridge.BridgeProtocol.LAYERZERO);
        return _layout().peers[chainId][protocol].word().isOf(origin.srcEid, uint256(origin.sender));
    }

    /// @inheritdoc ILayerZeroReceiver
    function nextNonce(uint32, bytes32) external pure returns (uint64 nonce) {
        return 0;
    }

    /// @dev The endpoint gives back at once what is above its fee: cheaper than asking for the fee first.
    function _sendLayerZero(address endpoint, PeerWord peer, uint256 gasLimit, uint256 budget, bytes memory message)
        internal
        returns (uint256 fee)
    {
        uint256 before = address(this).balance;
        (uint256 place, uint256 size) = LayerZeroMessages.wrap(message, peer.number(), peer.bridge(), gasLimit);
        LayerZeroMessages.submit(endpoint, budget, place, size);
        uint256 left = address(this).balance;
        return left < before ? before - left : 0;
    }

    function _layerZero() private view returns (address) {
        return _layout().endpoints[uint256(IUniversalBridge.BridgeProtocol.LAYERZERO)].endpoint;
    }
}
