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
    uint256 internal constant NONCE_END = 26;
    uint256 private constant DECIMALS_AT = 154;
    uint256 private constant COUNT_AT = 155;
    uint256 private constant MOST_LOTS = 64;
    // Before the length: a selector, eight words, a name and an address as text, as Axelar's gas service wants them.
    uint256 private constant ROOM_BEFORE = 448;
    // Behind the last word: five words, as CCIP's router wants them.
    uint256 private constant ROOM_BEHIND = 160;

    /// @notice The bytes, with room around them.
    function encode(BridgeMessage memory parts) internal pure returns (bytes memory message) {
        uint256[] memory lots_ = parts.lots;
        message = blank(lots_.length);
        (address asset_, address sender_, address recipient_) = (parts.asset, parts.sender, parts.recipient);
        write(
            message,
            start(parts.kind, parts.sourceChainId, parts.destinationChainId, parts.nonce),
            asset_,
            sender_,
            recipient_,
            parts.amount,
            parts.identity,
            parts.ref,
            parts.decimals,
            lots_.length
        );
        assembly ("memory-safe") {
            mcopy(add(message, add(32, HEAD)), add(lots_, 32), shl(5, mload(lots_)))
        }
    }

    /// @notice Room for a message of so many lots.
    function blank(uint256 count) internal pure returns (bytes memory message) {
        // Lots are words that were in memory or in an answer.
        unchecked {
            return _room(HEAD + WORD * count);
        }
    }

    /// @notice Bytes in memory, with room around them.
    function copied(bytes calldata message) internal pure returns (bytes memory copy) {
        copy = _room(message.length);
        assembly ("memory-safe") {
            calldatacopy(add(copy, 32), message.offset, message.length)
        }
    }

    /// @notice The first 26 bytes of a message, and nothing behind them.
    /// @param source below 2^64, as are the other two
    function start(IUniversalBridge.MessageKind kind_, uint256 source, uint256 destination, uint256 nonce_)
        internal
        pure
        returns (uint256)
    {
        return (uint256(VERSION) << 248) | (uint256(kind_) << 240) | (source << 176) | (destination << 112)
            | (nonce_ << 48);
    }

    /// @notice Writes everything before the lots; each part with the rest of its word, which those behind it overwrite.
    function write(
        bytes memory message,
        uint256 first,
        address asset_,
        address sender_,
        address recipient_,
        uint256 amount_,
        address identity_,
        bytes32 ref_,
        uint256 decimals_,
        uint256 count
    ) internal pure {
        assembly ("memory-safe") {
            let place := add(message, 32)
            mstore(place, first)
            mstore(add(place, 26), shl(96, asset_))
            mstore(add(place, 46), shl(96, sender_))
            mstore(add(place, 66), shl(96, recipient_))
            mstore(add(place, 86), shl(128, amount_))
            mstore(add(place, 102), shl(96, identity_))
            mstore(add(place, 122), ref_)
            // The last two bytes alone: lots may stand behind them.
            mstore8(add(place, DECIMALS_AT), decimals_)
            mstore8(add(place, COUNT_AT), count)
        }
    }

    /// @notice Where in memory its lots are.
    function lotsPlace(bytes memory message) internal pure returns (uint256 place) {
        assembly ("memory-safe") {
            place := add(message, add(32, HEAD))
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

    /// @dev The length and the padding are written. Around the bytes there is room for what the protocols' functions
    /// and the event of sending want to have there, so that a message is written once and never copied.
    function _room(uint256 size) private pure returns (bytes memory message) {
        assembly ("memory-safe") {
            message := add(mload(0x40), ROOM_BEFORE)
            let end := add(add(message, 32), size)
            mstore(message, size)
            mstore(end, 0)
            mstore(0x40, and(add(end, add(31, ROOM_BEHIND)), not(31)))
        }
    }

    /// @dev Big-endian number of at most 32 bytes; the message was checked to be long enough.
    function _number(bytes calldata message, uint256 from, uint256 size) private pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := shr(sub(256, shl(3, size)), calldataload(add(message.offset, from)))
        }
    }
}
