// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeRecovery } from "../../interfaces/IBridgeRecovery.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
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
        Outgoing memory outgoing = _prepare(
            request, _layout().lanes[request.destinationChainId].gate(), protocols.length
        );
        uint256 listed = 0;
        uint256 took = 0;
        uint256 count = 0;
        uint256 left = msg.value;
        for (uint256 i; i < protocols.length; ++i) {
            uint256 bit = 1 << uint256(protocols[i]);
            if (listed & bit != 0) revert IUniversalBridge.ProtocolsInvalid();
            listed |= bit;
            _requireRecipient(request, _layout().peers[request.destinationChainId][uint256(protocols[i])].bridge);
            // A share each: one that burns all it is given does not block those behind it.
            try IUniversalBridge(address(this)).dispatch{ gas: gasleft() / (protocols.length - i) }(
                protocols[i], request.destinationChainId, outgoing.message, outgoing.gasLimit, left, msg.sender
            ) returns (
                uint256 fee
            ) {
                left -= fee;
                took |= bit;
                ++count;
            } catch (bytes memory reason) {
                emit IUniversalBridge.ProtocolFailed(outgoing.id, protocols[i], reason);
            }
        }
        if (count < outgoing.required) revert IUniversalBridge.AttestationRequired(outgoing.required, count);
        emit IUniversalBridge.MessageSent(outgoing.id, request.destinationChainId, took, outgoing.message);
        _refund(left);
        return outgoing.id;
    }
}
