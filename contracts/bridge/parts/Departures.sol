// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITokenBridging } from "../../interfaces/ITokenBridging.sol";

/// @title Departures
/// @notice `ITokenBridging.burnLeaving`, whose lots go from the answer into the message without a stop between.
library Departures {
    uint256 private constant QUESTION = 68;
    // Identity, where the lots are, and how many.
    uint256 private constant HEAD = 96;
    uint256 private constant LOTS_AT = 64;

    /// @notice Burns; reverts as the token does, and when its answer is not as compilers encode it.
    /// @return identity identity whose units left
    /// @return count how many lots left with them; until the next call `copyLots` has them
    function burn(address token, address from, uint256 units) internal returns (address identity, uint256 count) {
        bytes4 selector = ITokenBridging.burnLeaving.selector;
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mstore(add(question, 4), from)
            mstore(add(question, 36), units)
            let burned := call(gas(), token, 0, question, QUESTION, question, HEAD)
            let size := returndatasize()
            if iszero(burned) {
                returndatacopy(question, 0, size)
                revert(question, size)
            }
            identity := mload(question)
            count := mload(add(question, 64))
            // An answer without its head, no address, lots elsewhere than behind the head, fewer lots than it says.
            let faults := or(lt(size, HEAD), shr(160, identity))
            faults := or(faults, xor(mload(add(question, 32)), LOTS_AT))
            if or(faults, gt(count, shr(5, sub(size, HEAD)))) { revert(0, 0) }
        }
    }

    /// @notice Copies the first lots of the answer to a place in memory.
    function copyLots(uint256 place, uint256 count) internal pure {
        assembly ("memory-safe") {
            returndatacopy(place, HEAD, shl(5, count))
        }
    }
}
