// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ArrayWords
/// @notice Entries of arrays as whole words. The caller has compared the index with the length, once for all the arrays
/// of a call, which the compiler would do for each entry of each.
library ArrayWords {
    /// @notice Entry `index` of an array that has it.
    function wordAt(uint256[] calldata array, uint256 index) internal pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(add(array.offset, shl(5, index)))
        }
    }

    /// @notice Address `index` of an array that has it; reverts without reason when the word is no address.
    function addressAt(address[] calldata array, uint256 index) internal pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(add(array.offset, shl(5, index)))
            if shr(160, word) { revert(0, 0) }
        }
    }

    /// @notice Writes entry `index` of an array that has it.
    function put(uint256[] memory array, uint256 index, uint256 word) internal pure {
        assembly ("memory-safe") {
            mstore(add(add(array, 32), shl(5, index)), word)
        }
    }
}
