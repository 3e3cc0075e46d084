// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IAxelarGasService } from "../protocols/IAxelarGasService.sol";
import { IAxelarGateway } from "../protocols/IAxelarGateway.sol";
import { HexText } from "./HexText.sol";
import { LaneCalls } from "./LaneCalls.sol";

/// @title AxelarMessages
/// @notice A message as Axelar's gateway and gas service take it, to be sent, paid or priced. What they share, the name
/// of the chain and the bridge there as text, stands before the message; what differs stands before that.
/// @dev The bytes are those of `IAxelarGateway` and `IAxelarGasService`; a test compares them with the compiler's.
library AxelarMessages {
    // Name and address, each with its length; the address has 0x and two digits for each byte.
    uint256 private constant NAMED = 160;
    uint256 private constant ADDRESS_TEXT = 42;
    // Words of the functions' heads.
    uint256 private constant CALL_HEAD = 96;
    uint256 private constant ESTIMATE_HEAD = 160;
    uint256 private constant PAY_HEAD = 256;
    // Behind a head: where the address begins, and the message.
    uint256 private constant BRIDGE_BEHIND = 64;
    // The empty parameters behind the message.
    uint256 private constant NOTHING = 32;

    /// @notice Writes name and address before a message with room, and the empty parameters behind it.
    /// @param name of the chain, of at most 31 bytes: as it lies in its slot
    function wrap(bytes memory message, string storage name, address bridge) internal view {
        (bytes32 first, bytes8 last) = HexText.digits(bridge);
        assembly ("memory-safe") {
            let place := sub(message, NAMED)
            let short := sload(name.slot)
            mstore(place, shr(1, and(short, 0xff)))
            mstore(add(place, 32), and(short, not(0xff)))
            mstore(add(place, 64), ADDRESS_TEXT)
            mstore(add(place, 96), shl(240, 0x3078))
            mstore(add(place, 98), first)
            // Its last two bytes are the first of the message's length, zero as they are.
            mstore(add(place, 130), last)
            mstore(add(message, and(add(mload(message), 63), not(31))), 0)
        }
    }

    /// @notice What the gas service asks for what was wrapped.
    function fee(bytes memory message, address gasService, uint256 gasLimit) internal view returns (uint256) {
        uint256 place;
        uint256 size;
        assembly ("memory-safe") {
            let padded := and(add(mload(message), 63), not(31))
            place := sub(message, add(NAMED, ESTIMATE_HEAD))
            mstore(place, ESTIMATE_HEAD)
            mstore(add(place, 32), add(ESTIMATE_HEAD, BRIDGE_BEHIND))
            mstore(add(place, 64), add(ESTIMATE_HEAD, NAMED))
            mstore(add(place, 96), gasLimit)
            mstore(add(place, 128), add(add(ESTIMATE_HEAD, NAMED), padded))
            size := add(add(add(ESTIMATE_HEAD, NAMED), padded), NOTHING)
        }
        return LaneCalls.ask(gasService, IAxelarGasService.estimateGasFee.selector, place, size);
    }

    /// @notice Pays for what was wrapped; what is not used goes to `payer` on this chain.
    function pay(bytes memory message, address gasService, uint256 value, uint256 gasLimit, address payer) internal {
        uint256 place;
        uint256 size;
        assembly ("memory-safe") {
            let padded := and(add(mload(message), 63), not(31))
            place := sub(message, add(NAMED, PAY_HEAD))
            mstore(place, address())
            mstore(add(place, 32), PAY_HEAD)
            mstore(add(place, 64), add(PAY_HEAD, BRIDGE_BEHIND))
            mstore(add(place, 96), add(PAY_HEAD, NAMED))
            mstore(add(place, 128), gasLimit)
            mstore(add(place, 160), 0)
            mstore(add(place, 192), payer)
            mstore(add(place, 224), add(add(PAY_HEAD, NAMED), padded))
            size := add(add(add(PAY_HEAD, NAMED), padded), NOTHING)
        }
        LaneCalls.act(gasService, value, IAxelarGasService.payGas.selector, place, size, 0);
    }

    /// @notice Publishes what was wrapped.
    function submit(bytes memory message, address gateway) internal {
        uint256 place;
        uint256 size;
        assembly ("memory-safe") {
            place := sub(message, add(NAMED, CALL_HEAD))
            mstore(place, CALL_HEAD)
            mstore(add(place, 32), add(CALL_HEAD, BRIDGE_BEHIND))
            mstore(add(place, 64), add(CALL_HEAD, NAMED))
            size := add(add(CALL_HEAD, NAMED), and(add(mload(message), 63), not(31)))
        }
        LaneCalls.act(gateway, 0, IAxelarGateway.callContract.selector, place, size, 0);
    }
}
