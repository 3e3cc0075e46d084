// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILayerZeroEndpoint } from "../protocols/ILayerZeroEndpoint.sol";
import { LaneCalls } from "./LaneCalls.sol";

/// @title LayerZeroMessages
/// @notice A message as LayerZero's endpoint takes it, to be sent or priced: in any order, paid in the native coin.
/// @dev The bytes are those of `ILayerZeroEndpoint`, whose two functions take the same; a test compares them with the
/// compiler's.
library LayerZeroMessages {
    // Options of type 3 with one entry: worker 1 (the executor), 17 bytes, option 1 (gas of lzReceive).
    bytes6 private constant GAS_OPTION = 0x000301001101;
    uint256 private constant OPTION_BYTES = 22;
    uint256 private constant GAS_SHIFT = 80;
    // Two words, and the struct's five.
    uint256 private constant BEFORE = 224;
    uint256 private constant MESSAGE_AT = 160;
    // The options with their length.
    uint256 private constant BEHIND = 64;
    // Identifier, number, and both fees.
    uint256 private constant ANSWER = 128;

    /// @notice Writes the endpoint's words around a message with room; this contract sends it and gets back what is
    /// paid too much.
    /// @param chain endpoint id of the destination
    /// @return place where the arguments begin
    /// @return size their bytes
    function wrap(bytes memory message, uint256 chain, address bridge, uint256 gasLimit)
        internal
        view
        returns (uint256 place, uint256 size)
    {
        uint256 eid = uint32(chain);
        uint256 option = uint256(bytes32(GAS_OPTION)) | (uint256(uint128(gasLimit)) << GAS_SHIFT);
        assembly ("memory-safe") {
            let padded := and(add(mload(message), 63), not(31))
            place := sub(message, BEFORE)
            mstore(place, 64)
            mstore(add(place, 32), address())
            mstore(add(place, 64), eid)
            mstore(add(place, 96), bridge)
            mstore(add(place, 128), MESSAGE_AT)
            mstore(add(place, 160), add(MESSAGE_AT, padded))
            mstore(add(place, 192), 0)
            let behind := add(message, padded)
            mstore(behind, OPTION_BYTES)
            mstore(add(behind, 32), option)
            size := add(add(BEFORE, padded), BEHIND)
        }
    }

    /// @notice What the endpoint asks for what was wrapped.
    function fee(address endpoint, uint256 place, uint256 size) internal view returns (uint256) {
        return LaneCalls.ask(endpoint, ILayerZeroEndpoint.quote.selector, place, size);
    }

    /// @notice Sends what was wrapped.
    function submit(address endpoint, uint256 value, uint256 place, uint256 size) internal {
        // LayerZero's own function, here its selector.
        // solhint-disable-next-line check-send-result
        LaneCalls.act(endpoint, value, ILayerZeroEndpoint.send.selector, place, size, ANSWER);
    }
}
