// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IWormholeCore } from "../protocols/IWormholeCore.sol";
import { LaneCalls } from "./LaneCalls.sol";

/// @title WormholeMessages
/// @notice A message as Wormhole's core publishes it: two bytes that say where it goes, and its own.
/// @dev The bytes are those of `IWormholeCore`; a test compares them with the compiler's.
library WormholeMessages {
    uint256 private constant FINALIZED = 1;
    // Nonce, where the payload is, consistency, the payload's length, and the destination.
    uint256 private constant BEFORE = 130;
    uint256 private constant PAYLOAD_AT = 96;
    // The destination's bytes stand where the message's length ends.
    uint256 private constant LENGTH_BYTES = 32;
    uint256 private constant ANSWER = 32;

    /// @notice Publishes a message with room, and says whether the core took it.
    /// @param value the core's fee; it takes no other
    /// @param chain Wormhole's number of the destination
    function publish(bytes memory message, address core, uint256 value, uint256 chain)
        internal
        returns (bool published)
    {
        uint256 length;
        uint256 place;
        uint256 size;
        assembly ("memory-safe") {
            length := mload(message)
            place := sub(add(message, LENGTH_BYTES), BEFORE)
            mstore(place, 0)
            mstore(add(place, 32), PAYLOAD_AT)
            mstore(add(place, 64), FINALIZED)
            mstore(message, and(chain, 0xffff))
            mstore(add(place, PAYLOAD_AT), add(length, 2))
            size := add(128, and(add(length, 33), not(31)))
        }
        published = LaneCalls.attempt(core, value, IWormholeCore.publishMessage.selector, place, size, ANSWER);
        assembly ("memory-safe") {
            mstore(message, length)
        }
    }
}
