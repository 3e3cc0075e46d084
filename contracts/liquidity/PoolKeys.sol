// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolKey } from "../interfaces/ILiquidityPoolOptimizer.sol";

/// @title PoolKeys
/// @notice Names of pools and of positions that are no token.
library PoolKeys {
    /// @notice Hash of the key's five words.
    function id(PoolKey calldata key) internal pure returns (bytes32 found) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, key, 0xa0)
            found := keccak256(free, 0xa0)
        }
    }

    /// @notice Name of the position that an account has in a range without a token.
    /// @dev Longer than any token's id, which is a number of at most 64 bits.
    function position(address owner, bytes32 pool, int24 tickLower, int24 tickUpper)
        internal
        pure
        returns (bytes32 found)
    {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, owner)
            mstore(add(free, 0x20), pool)
            mstore(add(free, 0x40), tickLower)
            mstore(add(free, 0x60), tickUpper)
            found := keccak256(free, 0x80)
        }
    }
}
