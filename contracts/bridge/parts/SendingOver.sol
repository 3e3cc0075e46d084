// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeRecovery } from "../../interfaces/IBridgeRecovery.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { LaneGate } from "../storage/LaneGate.sol";
import { Preparing } from "./Preparing.sol";

/// @title SendingOver
/// @notice Sends one message over several protocols.
abstract contract SendingOver is IBridgeRecovery, Preparing {
    /// @inheritdoc IBridgeRecovery
    function sendOver(
        IUniversalBridge.SendRequest calldata request,
        IUniversalBridge.BridgeProtocol[] calldata protocols
    ) external payable nonReentrant returns (bytes32) {
        return _sendOver(request, protocols);
    }

    function _sendOver(
        IUniversalBridge.SendRequest calldata request,
        IUniversalBridge.BridgeProtocol[] calldata protocols
    ) internal returns (bytes32) {
        uint256 chainId = request.destinationChainId;
        (bytes32 id, bytes memory message, uint256 gasLimit, uint256 required) = _prepareAll(request, protocols.length);
        uint256 listed = 0;
        uint256 took = 0;
        uint256 count = 0;
        uint256 left = msg.value;
        for (uint256 i; i < protocols.length; ++i) {
            uint256 bit = 1 << uint256(protocols[i]);
            if (listed & bit != 0) revert IUniversalBridge.ProtocolsInvalid();
            listed |= bit;
            address bridge = _layout().peers[chainId][uint256(protocols[i])].bridge;
            _requireRecipient(request.asset, chainId, request.recipient, bridge);
            // A share each: one that burns all it is given does not block those behind it.
            try IUniversalBridge(address(this)).dispatch{ gas: gasleft() / (protocols.length - i) }(
                protocols[i], chainId, message, gasLimit, left, msg.sender
            ) returns (
                uint256 fee
            ) {
                left -= fee;
                took |= bit;
                ++count;
            } catch (bytes memory reason) {
                emit IUniversalBridge.ProtocolFailed(id, protocols[i], reason);
            }
        }
        if (count < required) revert IUniversalBridge.AttestationRequired(required, count);
        _tellSent(id, chainId, took, message);
        _refund(left);
        return id;
    }

    function _prepareAll(IUniversalBridge.SendRequest calldata request, uint256 given)
        private
        returns (bytes32 id, bytes memory message, uint256 gasLimit, uint256 required)
    {
        uint256 chainId = request.destinationChainId;
        LaneGate gate = _layout().lanes[chainId].gate();
        _requireSending(chainId, gate);
        return _prepare(request.asset, chainId, request.recipient, request.units, gate, given, true);
    }
}
