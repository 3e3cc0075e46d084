// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { Arrivals } from "../parts/Arrivals.sol";
import { IVaaExecution } from "../protocols/IVaaExecution.sol";
import { IWormholeCore } from "../protocols/IWormholeCore.sol";
import { Delivery } from "./Delivery.sol";

/// @title WormholeLane
/// @notice Wormhole's core, which neither knows destinations nor stops replays: the first two bytes of what is
/// published say where it goes, and the message's own record tells what has been brought.
abstract contract WormholeLane is IVaaExecution, Arrivals {
    uint8 private constant FINALIZED = 1;
    uint256 private constant DESTINATION_SIZE = 2;
    // Version, number of the guardian set and count of signatures; then 66 bytes for each; then what is signed:
    // time, nonce, chain, emitter, sequence and level before the payload.
    uint256 private constant COUNT_AT = 5;
    uint256 private constant SIGNATURE_SIZE = 66;
    uint256 private constant PAYLOAD_AT = 57;

    /// @inheritdoc IVaaExecution
    function executeVAAv1(bytes calldata multiSigVaa) external payable nonReentrant {
        IUniversalBridge.BridgeProtocol protocol = IUniversalBridge.BridgeProtocol.WORMHOLE;
        address core = _layout().endpoints[uint256(protocol)].endpoint;
        if (core == address(0)) revert IUniversalBridge.ProtocolOff(protocol, 0);
        if (msg.value != 0) _refund(msg.value);
        (IWormholeCore.VerifiedMessage memory vaa, bool valid, string memory reason) =
            IWormholeCore(core).parseAndVerifyVM(multiSigVaa);
        if (!valid) revert IUniversalBridge.NotVouchedFor(reason);
        // The core found the same bytes behind the same signatures.
        bytes calldata published = multiSigVaa[PAYLOAD_AT + SIGNATURE_SIZE * uint8(multiSigVaa[COUNT_AT]):];
        if (published.length < DESTINATION_SIZE) revert IUniversalBridge.MessageMalformed();
        uint256 destination = uint16(bytes2(published));
        if (destination != _layout().endpoints[uint256(protocol)].ownNumber) {
            revert IUniversalBridge.NotForThisChain(destination);
        }
        _arrive(protocol, vaa.emitterChainId, uint256(vaa.emitterAddress), published[DESTINATION_SIZE:]);
    }

    function _sendWormhole(Delivery memory delivery, bytes memory message) internal returns (uint256 fee) {
        IWormholeCore core = IWormholeCore(delivery.endpoint);
        fee = delivery.affordable(core.messageFee());
        core.publishMessage{ value: fee }(0, abi.encodePacked(uint16(delivery.number), message), FINALIZED);
    }
}
