// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeGroups } from "../BridgeGroups.sol";
import { BridgeMessages } from "../BridgeMessages.sol";
import { BridgeAssetWord } from "../storage/BridgeAssetWord.sol";
import { BridgeStorage } from "../storage/BridgeStorage.sol";
import { LaneGate } from "../storage/LaneGate.sol";

/// @title BridgeCore
/// @notice What sending, arriving and recovering share.
abstract contract BridgeCore is ReentrancyGuardTransient, GroupPauseState {
    using BridgeMessages for bytes;

    // The guard's own slot shortened: a constant of 32 bytes that occurs often is fetched from code, for 29 gas more.
    bytes32 private constant GUARD = bytes32(uint256(0x9b779b17));
    uint256 private constant THOUSAND = 1000;
    uint256 private constant MESSAGES_PER_SECOND_BITS = 16;
    // With what an entry needs it stays below the 3,000,000 that CCIP takes at most.
    uint256 internal constant MOST_GAS = 2_600_000;
    // What an entry needs besides the credit: checking the message, its record, parking it with 64 lots, and what the
    // protocol's own contract does and keeps back before.
    uint256 internal constant ENTRY_GAS = 300_000;
    // A delivery moves a token and counts it; an allotment changes one limit.
    uint256 internal constant CONTROL_GAS = 800_000;

    modifier onlyBridge() {
        if (msg.sender != address(this)) revert IUniversalBridge.NotTheBridge(msg.sender);
        _;
    }

    /// @dev Where the guard stands, in the transient storage that all parts of the bridge share.
    function _reentrancyGuardStorageSlot() internal pure override returns (bytes32) {
        return GUARD;
    }

    function _layout() internal pure returns (BridgeStorage.Layout storage) {
        return BridgeStorage.load();
    }

    /// @dev Reverts unless messages may leave for that chain.
    function _requireSending(uint256 chainId) internal view {
        _requireSending(chainId, _layout().lanes[chainId].gate());
    }

    /// @dev The same for the chain's gate.
    function _requireSending(uint256 chainId, LaneGate gate) internal view {
        _requireGroupActive(BridgeGroups.SENDING);
        _requireActive(chainId, gate);
    }

    /// @dev The same where sending is known not to be paused.
    function _requireActive(uint256 chainId, LaneGate gate) internal view {
        if (gate.isActive()) return;
        if (!_layout().lanes[chainId].open) revert IUniversalBridge.LaneClosed(chainId);
        revert IUniversalBridge.LanePaused(chainId);
    }

    /// @dev Number of the first message of this second; others of the same content count on from there.
    function _firstNonce() internal view returns (uint256) {
        return block.timestamp << MESSAGES_PER_SECOND_BITS;
    }

    /// @dev The id of a new message, which it numbers anew while an earlier one was the same.
    function _firstFree(bytes memory message) internal view returns (bytes32 id) {
        id = keccak256(message);
        mapping(bytes32 => uint256) storage sent = _layout().sent;
        while (sent[id] != 0) {
            BridgeMessages.renumber(message);
            id = keccak256(message);
        }
    }

    /// @dev The same, and the message has been sent.
    function _record(bytes memory message) internal returns (bytes32 id) {
        uint256 sent = BridgeStorage.SENT;
        uint256 numberEnd = BridgeMessages.NONCE_END;
        mapping(bytes32 => uint256) storage known = _layout().sent;
        assembly ("memory-safe") {
            let size := mload(message)
            let slot
            mstore(32, known.slot)
            for { } 1 { } {
                id := keccak256(add(message, 32), size)
                mstore(0, id)
                slot := keccak256(0, 64)
                if iszero(sload(slot)) { break }
                let counter := add(message, numberEnd)
                mstore(counter, add(mload(counter), 1))
            }
            sstore(slot, sent)
        }
    }

    /// @dev `MessageSent`, whose other words go into the room before the message.
    function _tellSent(bytes32 id, uint256 chainId, uint256 protocols, bytes memory message) internal {
        bytes32 topic = IUniversalBridge.MessageSent.selector;
        assembly ("memory-safe") {
            let data := sub(message, 64)
            mstore(data, protocols)
            mstore(add(data, 32), 64)
            log3(data, add(64, and(add(mload(message), 63), not(31))), topic, id, chainId)
        }
    }

    /// @dev Gas that the effect of a message of these lots gets.
    function _creditGas(BridgeAssetWord terms, uint256 lots) internal pure returns (uint256 needed) {
        // 24 bits, and of lots a message has far fewer than 2^200.
        unchecked {
            needed = terms.creditGas() + lots * (terms.gasPerLotThousands() * THOUSAND);
        }
        return needed > MOST_GAS ? MOST_GAS : needed;
    }

    /// @dev Gas for the arrival of a message of these lots.
    function _arrivalGas(BridgeAssetWord terms, uint256 lots) internal pure returns (uint256) {
        // Neither is above 3,000,000.
        unchecked {
            return _creditGas(terms, lots) + ENTRY_GAS;
        }
    }

    /// @dev Gas that the effect of a message gets, as the terms of its asset on this chain have it.
    function _creditGasOf(bytes calldata message, BridgeAssetWord terms) internal pure returns (uint256) {
        if (message.kind() == IUniversalBridge.MessageKind.DELIVERY) return CONTROL_GAS;
        return _creditGas(terms, message.lotCount());
    }

    /// @dev Units as a message's amount; reverts where a part of one would be lost.
    function _amountOf(uint256 units, BridgeAssetWord terms) internal pure returns (uint256 amount) {
        uint256 multiple = terms.unitsPerAmount();
        // A power of ten is never zero, and what was divided by it can be multiplied again.
        unchecked {
            amount = units / multiple;
            if (amount == 0 || amount * multiple != units) revert IUniversalBridge.DustRefused(units, multiple);
        }
    }

    /// @dev Reverts unless a protocol's fee is within what was given for it.
    function _requireAffordable(IUniversalBridge.BridgeProtocol protocol, uint256 fee, uint256 budget) internal pure {
        if (fee > budget) revert IUniversalBridge.FeeTooLow(protocol, fee, budget);
    }

    /// @dev What was paid above the fees belongs to the payer.
    function _refund(uint256 amount) internal {
        _refundTo(msg.sender, amount);
    }

    function _refundTo(address payer, uint256 amount) internal {
        if (amount == 0) return;
        _layout().refunds[payer] += amount;
        emit IUniversalBridge.RefundCredited(payer, amount);
    }
}
