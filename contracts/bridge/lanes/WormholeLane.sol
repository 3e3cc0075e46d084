// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { Arrivals } from "../parts/Arrivals.sol";
import { IVaaExecution } from "../protocols/IVaaExecution.sol";
import { IWormholeCore } from "../protocols/IWormholeCore.sol";
import { BridgeEndpoint } from "../storage/BridgeStorage.sol";
import { PeerWord } from "../storage/PeerWord.sol";
import { LaneCalls } from "./LaneCalls.sol";
import { WormholeMessages } from "./WormholeMessages.sol";

/// @title WormholeLane
/// @notice Wormhole's core, which neither knows destinations nor stops replays: the first two bytes of what is
/// published say where it goes, and the message's own record tells what has been brought.
abstract contract WormholeLane is IVaaExecution, Arrivals {
    uint8 private constant FINALIZED = 1;
    // Version, number of the guardian set and count of signatures; then 66 bytes for each; then what is signed:
    // time 4, nonce 4, chain 2, emitter 32, sequence 8 and level 1 before the payload.
    uint256 private constant COUNT_AT = 5;
    uint256 private constant SIGNATURES_AT = 6;
    uint256 private constant SIGNATURE_SIZE = 66;
    uint256 private constant CHAIN_AT = 8;
    uint256 private constant EMITTER_AT = 10;
    uint256 private constant DESTINATION_AT = 51;
    uint256 private constant MESSAGE_AT = 53;
    uint256 private constant TWO_WORDS = 64;

    /// @inheritdoc IVaaExecution
    function executeVAAv1(bytes calldata multiSigVaa) external payable nonReentrant {
        IUniversalBridge.BridgeProtocol protocol = IUniversalBridge.BridgeProtocol.WORMHOLE;
        BridgeEndpoint storage own = _layout().endpoints[uint256(protocol)];
        address core = own.endpoint;
        if (core == address(0)) revert IUniversalBridge.ProtocolOff(protocol, 0);
        _refund(msg.value);
        if (!_verified(core, multiSigVaa)) revert IUniversalBridge.NotVouchedFor("guardians");
        // The core hashed these very bytes, and the guardians signed their hash.
        bytes calldata body = multiSigVaa[SIGNATURES_AT + SIGNATURE_SIZE * uint8(multiSigVaa[COUNT_AT]):];
        if (body.length < MESSAGE_AT) revert IUniversalBridge.MessageMalformed();
        uint256 destination = uint16(bytes2(body[DESTINATION_AT:MESSAGE_AT]));
        if (destination != own.ownNumber) revert IUniversalBridge.NotForThisChain(destination);
        _arrive(
            protocol, uint16(bytes2(body[CHAIN_AT:EMITTER_AT])), uint256(bytes32(body[EMITTER_AT:])), body[MESSAGE_AT:]
        );
    }

    /// @dev The core's answer is the message taken apart, which costs much to copy and decode, whether it is valid, and
    /// why not: the second word is all that is looked at.
    function _verified(address core, bytes calldata vaa) private view returns (bool valid) {
        bytes memory question = abi.encodeCall(IWormholeCore.parseAndVerifyVM, (vaa));
        assembly ("memory-safe") {
            let answered := staticcall(gas(), core, add(question, 32), mload(question), 0, TWO_WORDS)
            valid := and(and(answered, gt(returndatasize(), 63)), eq(mload(32), 1))
        }
    }

    /// @dev Sends for what the sender paid, which most often is the fee itself. The core takes its fee and nothing
    /// else: it tells by taking the message, and only when it does not is it asked for its fee.
    function _sendWormholeAll(address core, PeerWord peer, bytes memory message) internal returns (uint256 fee) {
        if (WormholeMessages.publish(message, core, msg.value, peer.number())) return msg.value;
        return _sendWormhole(core, peer, msg.value, message);
    }

    function _sendWormhole(address core, PeerWord peer, uint256 budget, bytes memory message)
        internal
        returns (uint256 fee)
    {
        fee = IWormholeCore(core).messageFee();
        _requireAffordable(IUniversalBridge.BridgeProtocol.WORMHOLE, fee, budget);
        if (!WormholeMessages.publish(message, core, fee, peer.number())) LaneCalls.bubble();
    }
}
