// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../interfaces/IUniversalBridge.sol";

/// @notice A message in parts; see `BridgeMessages`.
struct BridgeMessage {
    IUniversalBridge.MessageKind kind;
    uint64 sourceChainId;
    uint64 destinationChainId;
    uint64 nonce;
    address asset;
    address sender;
    address recipient;
    uint128 amount;
    address identity;
    bytes32 ref;
    uint8 decimals;
    uint256[] lots;
}

/// @title BridgeMessages
/// @notice The bytes of a message, packed: version 1, kind 1, source 8, destination 8, nonce 8, asset 20 (on the source
/// chain), sender 20, recipient 20, amount 16, identity 20, reference 32, decimals of the amount 1, count of lots 1,
/// and 32 for each lot.
/// The reference is the message that a RETURN returns, limit and key of an ALLOTMENT, the settlement of a DELIVERY. A
/// RETURN has the nonce of what it returns.
/// @dev `quantera.bridge.messages` writes the same bytes, and a test compares the two.
library BridgeMessages {
    uint256 internal constant HEAD = 156;
    uint8 private constant VERSION = 1;
    uint256 private constant WORD = 32;
    // The number ends with byte 26; a word that ends there begins with the length's last bytes.
    uint256 private constant NONCE_END = 26;
    uint256 private constant DECIMALS_AT = 154;
    uint256 private constant COUNT_AT = 155;
    uint256 private constant MOST_LOTS = 64;

    /// @notice The bytes.
    function encode(BridgeMessage memory parts) internal pure returns (bytes memory message) {
        uint256 first = (uint256(VERSION) << 248) | (uint256(parts.kind) << 240) | (uint256(parts.sourceChainId) << 176)
            | (uint256(parts.destinationChainId) << 112) | (uint256(parts.nonce) << 48);
        (address asset_, address sender_, address recipient_) = (parts.asset, parts.sender, parts.recipient);
        (uint256 amount_, address identity_, bytes32 ref_) = (parts.amount, parts.identity, parts.ref);
        uint256 decimals_ = parts.decimals;
        uint256[] memory lots_ = parts.lots;
        // Each part is written with the rest of its word, which those behind it then overwrite.
        assembly ("memory-safe") {
            message := mload(0x40)
            let start := add(message, 32)
            let count := mload(lots_)
            let size := add(HEAD, shl(5, count))
            mstore(0x40, and(add(add(start, size), 63), not(31)))
            mstore(message, size)
            mstore(start, first)
            mstore(add(start, 26), shl(96, asset_))
            mstore(add(start, 46), shl(96, sender_))
            mstore(add(start, 66), shl(96, recipient_))
            mstore(add(start, 86), shl(128, amount_))
            mstore(add(start, 102), shl(96, identity_))
            mstore(add(start, 122), ref_)
            mstore(add(start, DECIMALS_AT), or(shl(248, decimals_), shl(240, count)))
            mcopy(add(start, HEAD), add(lots_, 32), shl(5, count))
            mstore(add(start, size), 0)
        }
    }

    /// @notice Gives a message the next number, in place.
    function renumber(bytes memory message) internal pure {
        assembly ("memory-safe") {
            let place := add(message, NONCE_END)
            mstore(place, add(mload(place), 1))
        }
    }

    /// @notice Reverts with `MessageMalformed` unless the bytes are a message of this version.
    function check(bytes calldata message) internal pure {
        if (message.length < HEAD) revert IUniversalBridge.MessageMalformed();
        uint256 count = uint8(message[COUNT_AT]);
        uint256 kind_ = uint8(message[1]);
        if (
            uint8(message[0]) != VERSION || kind_ == 0 || kind_ > uint256(type(IUniversalBridge.MessageKind).max)
                || count > MOST_LOTS || message.length != HEAD + WORD * count
        ) revert IUniversalBridge.MessageMalformed();
    }

    function kind(bytes calldata message) internal pure returns (IUniversalBridge.MessageKind) {
        return IUniversalBridge.MessageKind(_number(message, 1, 1));
    }

    function sourceChainId(bytes calldata message) internal pure returns (uint256) {
        return _number(message, 2, 8);
    }

    function destinationChainId(bytes calldata message) internal pure returns (uint256) {
        return _number(message, 10, 8);
    }

    function nonce(bytes calldata message) internal pure returns (uint256) {
        return _number(message, 18, 8);
    }

    function asset(bytes calldata message) internal pure returns (address) {
        return address(uint160(_number(message, 26, 20)));
    }

    function sender(bytes calldata message) internal pure returns (address) {
        return address(uint160(_number(message, 46, 20)));
    }

    function recipient(bytes calldata message) internal pure returns (address) {
        return address(uint160(_number(message, 66, 20)));
    }

    function amount(bytes calldata message) internal pure returns (uint256) {
        return _number(message, 86, 16);
    }

    function identity(bytes calldata message) internal pure returns (address) {
        return address(uint160(_number(message, 102, 20)));
    }

    function ref(bytes calldata message) internal pure returns (bytes32) {
        return bytes32(_number(message, 122, WORD));
    }

    /// @notice Decimals in which a transfer's or a return's amount is.
    function decimals(bytes calldata message) internal pure returns (uint256) {
        return _number(message, DECIMALS_AT, 1);
    }

    function lotCount(bytes calldata message) internal pure returns (uint256) {
        return _number(message, COUNT_AT, 1);
    }

    /// @dev The words where they stand in the message, which was checked to have so many.
    function lots(bytes calldata message) internal pure returns (uint256[] calldata words) {
        uint256 count = lotCount(message);
        assembly ("memory-safe") {
            words.offset := add(message.offset, HEAD)
            words.length := count
        }
    }

    /// @notice All parts.
    function decode(bytes calldata message) internal pure returns (BridgeMessage memory parts) {
        parts.kind = kind(message);
        parts.sourceChainId = uint64(sourceChainId(message));
        parts.destinationChainId = uint64(destinationChainId(message));
        parts.nonce = uint64(nonce(message));
        parts.asset = asset(message);
        parts.sender = sender(message);
        parts.recipient = recipient(message);
        parts.amount = uint128(amount(message));
        parts.identity = identity(message);
        parts.ref = ref(message);
        parts.decimals = uint8(decimals(message));
        parts.lots = lots(message);
    }

    /// @dev Big-endian number of at most 32 bytes; the message was checked to be long enough.
    function _number(bytes calldata message, uint256 from, uint256 size) private pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := shr(sub(256, shl(3, size)), calldataload(add(message.offset, from)))
        }
    }
}
