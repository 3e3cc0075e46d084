// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ICcipRouter } from "../protocols/ICcipRouter.sol";
import { LaneCalls } from "./LaneCalls.sol";

/// @title CcipMessages
/// @notice A message as CCIP's router takes it, to be sent or priced: data in any order, paid in the native coin.
/// @dev The bytes are those of `ICcipRouter`, whose two functions take the same; a test compares them with the
/// compiler's.
library CcipMessages {
    // Tag of the arguments that say gas and whether any order will do.
    bytes4 private constant GENERIC_ARGUMENTS = 0x181dcf10;
    uint256 private constant GENERIC_BYTES = 68;
    // Two words, the struct's five, and the receiver with its length.
    uint256 private constant BEFORE = 288;
    // Of the struct: where the receiver is, the data, and with what is behind the data's words the rest.
    uint256 private constant RECEIVER_AT = 160;
    uint256 private constant DATA_AT = 224;
    // No tokens, and the arguments with their length.
    uint256 private constant BEHIND = 160;
    // Of the arguments: who pays. Before them, apart from their selector: room for those of a shorter question.
    uint256 private constant FEE_TOKEN_AT = 160;
    uint256 private constant SHORT_BEFORE = 96;
    uint256 private constant WORD = 32;

    /// @notice Writes the router's words around a message with room.
    /// @param chain selector of the destination
    /// @return place where the arguments begin
    /// @return size their bytes
    function wrap(bytes memory message, uint256 chain, address bridge, uint256 gasLimit)
        internal
        pure
        returns (uint256 place, uint256 size)
    {
        assembly ("memory-safe") {
            let padded := and(add(mload(message), 63), not(31))
            place := sub(message, BEFORE)
            mstore(place, chain)
            mstore(add(place, 32), 64)
            mstore(add(place, 64), RECEIVER_AT)
            mstore(add(place, 96), DATA_AT)
            mstore(add(place, 128), add(DATA_AT, padded))
            mstore(add(place, 160), 0)
            mstore(add(place, 192), add(add(DATA_AT, 32), padded))
            mstore(add(place, 224), 32)
            mstore(add(place, 256), bridge)
            let behind := add(message, padded)
            mstore(behind, 0)
            mstore(add(behind, 32), GENERIC_BYTES)
            mstore(add(behind, 64), GENERIC_ARGUMENTS)
            mstore(add(behind, 128), 0)
            mstore(add(behind, 68), gasLimit)
            mstore(add(behind, 100), 1)
            size := add(add(BEFORE, padded), BEHIND)
        }
    }

    /// @notice What the router asks now for what was wrapped.
    /// @dev Its own `getFee` takes the message apart, puts the wrapped coin in and asks the on-ramp: 3,000 gas more
    /// than asking that one. Where there is none the router says so itself.
    function fee(address router, uint256 place, uint256 size) internal view returns (uint256 asked) {
        uint256 short;
        assembly ("memory-safe") {
            short := sub(place, SHORT_BEFORE)
            mstore(short, mload(place))
        }
        uint256 onRamp = LaneCalls.ask(router, ICcipRouter.getOnRamp.selector, short, WORD);
        _payIn(place, LaneCalls.ask(router, ICcipRouter.getWrappedNative.selector, short, 0));
        address teller = onRamp == 0 ? router : address(uint160(onRamp));
        asked = LaneCalls.ask(teller, ICcipRouter.getFee.selector, place, size);
        _payIn(place, 0);
    }

    /// @notice Sends what was wrapped.
    function submit(address router, uint256 value, uint256 place, uint256 size) internal {
        LaneCalls.act(router, value, ICcipRouter.ccipSend.selector, place, size, WORD);
    }

    /// @dev Puts in the coin of the fee: zero is the native one.
    function _payIn(uint256 place, uint256 coin) private pure {
        assembly ("memory-safe") {
            mstore(add(place, FEE_TOKEN_AT), coin)
        }
    }
}
