// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibBit } from "solady/utils/LibBit.sol";
import { LibCall } from "solady/utils/LibCall.sol";
import { IBridgeRecovery } from "../../interfaces/IBridgeRecovery.sol";
import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeGroups } from "../BridgeGroups.sol";
import { BridgeMessages } from "../BridgeMessages.sol";
import { BridgeReasons } from "../BridgeReasons.sol";
import { BridgeAsset, BridgeLane, BridgePeer } from "../storage/BridgeStorage.sol";
import { BridgeCore } from "./BridgeCore.sol";

/// @title Arrivals
/// @notice What becomes of a message that a protocol brings: it waits for other protocols or for its delay, is
/// credited, or is parked. Nothing but a foreign or malformed message, or far too little gas, makes an entry revert.
abstract contract Arrivals is BridgeCore {
    using BridgeMessages for bytes;

    // Records and parking: one slot that is new, and the event without the message's bytes.
    uint256 private constant PARKING_GAS = 60_000;
    uint256 private constant GAS_PER_BYTE = 24;
    uint16 private constant REASON_SIZE = 36;

    // ------------------------------------------------------------------ entries

    /// @dev Takes a message for which the protocol vouched as sent by `sender` on its chain of that number.
    function _arrive(IUniversalBridge.BridgeProtocol protocol, uint256 number, uint256 sender, bytes calldata message)
        internal
    {
        message.check();
        uint256 source = message.sourceChainId();
        if (!_isPeer(protocol, source, number, sender)) revert IUniversalBridge.PeerUnknown(protocol, source);
        if (message.destinationChainId() != block.chainid) {
            revert IUniversalBridge.NotForThisChain(message.destinationChainId());
        }
        uint256 needed = _parkingGas(message);
        if (gasleft() < needed) revert IUniversalBridge.GasTooLow(gasleft(), needed);
        bytes32 id = keccak256(message);
        IBridgeRecovery.ArrivalRecord memory record = _layout().arrivals[id];
        uint8 vote = uint8(1 << uint256(protocol));
        if (_isFinished(record.status) || record.votes & vote != 0) {
            emit IUniversalBridge.MessageIgnored(id, protocol);
            return;
        }
        record.votes |= vote;
        if (record.firstSeen == 0) record.firstSeen = uint40(block.timestamp);
        bool waits = record.status == IUniversalBridge.MessageStatus.PARKED
            || record.status == IUniversalBridge.MessageStatus.DELAYED;
        BridgeAsset memory terms = _localTerms(message);
        uint256 required = _requiredVotes(message, terms);
        if (waits || LibBit.popCount(record.votes) < required) {
            if (!waits) record.status = IUniversalBridge.MessageStatus.AWAITING;
            _layout().arrivals[id] = record;
            emit IUniversalBridge.AttestationCounted(id, protocol, record.votes, required);
            return;
        }
        _proceed(id, record, message, terms, required);
    }

    /// @dev Nothing is a peer until it is set: zero never is.
    function _isPeer(IUniversalBridge.BridgeProtocol protocol, uint256 chainId, uint256 number, uint256 sender)
        internal
        view
        returns (bool)
    {
        BridgePeer memory peer = _layout().peers[chainId][uint256(protocol)];
        return peer.bridge != address(0) && sender == uint160(peer.bridge) && number == peer.number;
    }

    // ------------------------------------------------------------------ what becomes of it

    /// @dev Delays, credits or parks a message that enough protocols have brought.
    function _proceed(
        bytes32 id,
        IBridgeRecovery.ArrivalRecord memory record,
        bytes calldata message,
        BridgeAsset memory terms,
        uint256 required
    ) internal {
        if (record.vetoed) return _park(id, record, message, BridgeReasons.VETOED);
        uint256 active = _activeVotes(record.votes);
        if (LibBit.popCount(active) < required) return _park(id, record, message, BridgeReasons.PROTOCOL_PAUSED);
        if (_delayed(id, record, message, terms)) return;
        uint256 credit = _creditGasOf(message, terms);
        if (gasleft() < credit + _parkingGas(message)) return _park(id, record, message, BridgeReasons.OUT_OF_GAS);
        _finish(id, record);
        (bool success,, bytes memory answer) = LibCall.tryCall(
            address(this),
            0,
            gasleft() - _parkingGas(message),
            REASON_SIZE,
            _effect(message, message.recipient(), active, required)
        );
        if (!success) _park(id, record, message, _reasonOf(answer));
    }

    /// @dev Large credits wait once, whenever they could first be made.
    function _delayed(
        bytes32 id,
        IBridgeRecovery.ArrivalRecord memory record,
        bytes calldata message,
        BridgeAsset memory terms
    ) internal returns (bool) {
        if (record.releaseAt != 0 || !_movesAsset(message.kind())) return false;
        // Without a counterpart there is nothing that could wait.
        if (terms.flags == 0 || message.amount() < terms.delayFrom) return false;
        uint256 delay = _layout().lanes[message.sourceChainId()].delay;
        if (delay == 0) return false;
        record.status = IUniversalBridge.MessageStatus.DELAYED;
        record.releaseAt = uint40(block.timestamp + delay);
        _layout().arrivals[id] = record;
        emit IUniversalBridge.CreditDelayed(id, record.releaseAt, message);
        return true;
    }

    function _finish(bytes32 id, IBridgeRecovery.ArrivalRecord memory record) internal {
        record.status = IUniversalBridge.MessageStatus.CREDITED;
        record.reason = 0;
        _layout().arrivals[id] = record;
    }

    /// @dev The call of this contract that gives a message its effect.
    function _effect(bytes calldata message, address recipient, uint256 active, uint256 required)
        internal
        pure
        returns (bytes memory)
    {
        bytes4 selector = message.kind() == IUniversalBridge.MessageKind.TRANSFER
            ? IUniversalBridge.executeCredit.selector
            : IBridgeRecovery.executeOther.selector;
        return abi.encodeWithSelector(selector, message, recipient, active, required);
    }

    function _park(bytes32 id, IBridgeRecovery.ArrivalRecord memory record, bytes calldata message, uint8 reason)
        private
    {
        record.status = IUniversalBridge.MessageStatus.PARKED;
        record.reason = reason;
        _layout().arrivals[id] = record;
        emit IUniversalBridge.CreditParked(id, reason, message);
    }

    // ------------------------------------------------------------------ facts

    function _isFinished(IUniversalBridge.MessageStatus status) internal pure returns (bool) {
        return status >= IUniversalBridge.MessageStatus.CREDITED;
    }

    /// @dev What of the votes comes from protocols that are not paused.
    function _activeVotes(uint256 votes) internal view returns (uint256) {
        return votes & ~BridgeGroups.protocolsOf(_pausedGroups());
    }

    function _localAsset(bytes calldata message) internal view returns (address) {
        return _layout().localAssets[message.sourceChainId()][message.asset()];
    }

    /// @dev Terms of the asset here; empty where it has no counterpart.
    function _localTerms(bytes calldata message) internal view returns (BridgeAsset memory) {
        return _layout().assets[_localAsset(message)];
    }

    /// @dev How many protocols must have brought a message; of an asset that is not known, as many as for a large one.
    function _requiredVotes(bytes calldata message, BridgeAsset memory terms) internal view returns (uint256) {
        BridgeLane storage lane = _layout().lanes[message.sourceChainId()];
        if (!_movesAsset(message.kind())) return lane.controlRequired;
        return message.amount() < terms.attestFrom ? 1 : lane.required;
    }

    function _movesAsset(IUniversalBridge.MessageKind kind) internal pure returns (bool) {
        return kind == IUniversalBridge.MessageKind.TRANSFER || kind == IUniversalBridge.MessageKind.RETURN;
    }

    function _parkingGas(bytes calldata message) private pure returns (uint256) {
        return PARKING_GAS + GAS_PER_BYTE * message.length;
    }

    /// @dev The code that a refusal carries as its first word, or a general one.
    function _reasonOf(bytes memory answer) private pure returns (uint8) {
        if (answer.length < REASON_SIZE) return BridgeReasons.CALL_FAILED;
        bytes4 selector = bytes4(answer);
        bool coded = selector == IUniversalBridge.CreditRefused.selector
            || selector == IComplianceAwareToken.TransferRefused.selector;
        return coded ? uint8(answer[REASON_SIZE - 1]) : BridgeReasons.CALL_FAILED;
    }
}
