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
import { BridgeAssetWord } from "../storage/BridgeAssetWord.sol";
import { BridgeStorage } from "../storage/BridgeStorage.sol";
import { LaneGate } from "../storage/LaneGate.sol";
import { PeerWord } from "../storage/PeerWord.sol";
import { BridgeCore } from "./BridgeCore.sol";

/// @title Arrivals
/// @notice What becomes of a message that a protocol brings: it waits for other protocols or for its delay, is
/// credited, or is parked. Nothing but a foreign or malformed message, or too little gas, makes an entry revert.
abstract contract Arrivals is BridgeCore {
    using BridgeMessages for bytes;

    // Records and parking: one slot that is new, and the event without the message's bytes.
    uint256 private constant PARKING_GAS = 60_000;
    uint256 private constant GAS_PER_BYTE = 24;
    uint16 private constant REASON_SIZE = 36;

    /// @dev What decides about a message beside its record.
    /// @param terms of its asset here
    /// @param required votes that it needs
    /// @param present mask of protocols that are known to carry messages from its chain
    /// @param again whether the caller can try again with more gas
    struct Standing {
        BridgeAssetWord terms;
        uint256 required;
        uint256 present;
        bool again;
    }

    // ------------------------------------------------------------------ entries

    /// @dev Takes a message for which the protocol vouched as sent by `sender` on its chain of that number.
    function _arrive(IUniversalBridge.BridgeProtocol protocol, uint256 number, uint256 sender, bytes calldata message)
        internal
    {
        message.check();
        uint256 source = message.sourceChainId();
        PeerWord peer = _layout().peers[source][uint256(protocol)].word();
        if (!peer.isOf(number, sender)) revert IUniversalBridge.PeerUnknown(protocol, source);
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
        BridgeAssetWord terms = _localTerms(message);
        uint256 required = _requiredVotes(message, terms, peer.gate());
        if (waits || LibBit.popCount(record.votes) < required) {
            if (!waits) record.status = IUniversalBridge.MessageStatus.AWAITING;
            _layout().arrivals[id] = record;
            emit IUniversalBridge.AttestationCounted(id, protocol, record.votes, required);
            return;
        }
        // Executors of the other two bring it once; these two anybody may call again, with more gas.
        bool again =
            protocol == IUniversalBridge.BridgeProtocol.WORMHOLE || protocol == IUniversalBridge.BridgeProtocol.AXELAR;
        _proceed(id, record, message, Standing(terms, required, vote, again));
    }

    // ------------------------------------------------------------------ what becomes of it

    /// @dev Delays, credits or parks a message that enough protocols have brought.
    function _proceed(
        bytes32 id,
        IBridgeRecovery.ArrivalRecord memory record,
        bytes calldata message,
        Standing memory standing
    ) internal {
        if (record.vetoed) return _park(id, record, message, BridgeReasons.VETOED);
        uint256 required = standing.required;
        uint256 active = _activeVotes(record.votes, message.sourceChainId(), standing.present);
        if (LibBit.popCount(active) < required) return _park(id, record, message, BridgeReasons.PROTOCOL_PAUSED);
        if (_delayed(id, record, message, standing.terms)) return;
        uint256 needed = _creditGasOf(message, standing.terms) + _parkingGas(message);
        if (gasleft() < needed) {
            if (standing.again) revert IUniversalBridge.GasTooLow(gasleft(), needed);
            return _park(id, record, message, BridgeReasons.OUT_OF_GAS);
        }
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
        BridgeAssetWord terms
    ) internal returns (bool) {
        if (record.releaseAt != 0 || !_movesAsset(message.kind())) return false;
        // Without a counterpart there is nothing that could wait.
        if (terms.isNone() || message.amount() < terms.delayFrom()) return false;
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
            ? IUniversalBridge.creditArrival.selector
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

    /// @dev What of the votes comes from protocols that are not paused and still carry messages from the chain; of
    /// those in `present` that is known.
    function _activeVotes(uint256 votes, uint256 source, uint256 present) internal view returns (uint256 active) {
        active = votes & ~BridgeGroups.protocolsOf(_pausedGroups());
        BridgeStorage.Layout storage $ = _layout();
        for (uint256 left = active & ~present; left != 0; left &= left - 1) {
            uint256 protocol = LibBit.ffs(left);
            bool carries =
                $.endpoints[protocol].endpoint != address(0) && $.peers[source][protocol].bridge != address(0);
            if (!carries) active &= ~(1 << protocol);
        }
    }

    function _localAsset(bytes calldata message) internal view returns (address) {
        return _layout().localAssets[message.sourceChainId()][message.asset()];
    }

    /// @dev Terms of the asset here; empty where it has no counterpart.
    function _localTerms(bytes calldata message) internal view returns (BridgeAssetWord) {
        return _layout().assets[_localAsset(message)].word();
    }

    /// @dev How many protocols must have brought a message; of an asset that is not known, as many as for a large one.
    function _requiredVotes(bytes calldata message, BridgeAssetWord terms, LaneGate gate)
        internal
        pure
        returns (uint256)
    {
        if (!_movesAsset(message.kind())) return gate.controlRequired();
        return message.amount() < terms.attestFrom() ? 1 : gate.required();
    }

    /// @dev Gate of the lane by which a message came.
    function _gateOf(bytes calldata message) internal view returns (LaneGate) {
        return _layout().lanes[message.sourceChainId()].gate();
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
