// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice Units of A and of B in one slot: A in the lower 128 bits.
type Pair is uint256;

using Pairs for Pair global;

/// @title Pairs
/// @notice Fields of `Pair`.
library Pairs {
    /// @notice More than 128 bits of a token's units, or less than none.
    error PairOutOfRange(uint256 amountA, uint256 amountB);

    /// @notice A pair of two amounts.
    function pack(uint256 amountA, uint256 amountB) internal pure returns (Pair) {
        if ((amountA | amountB) >> 128 != 0) revert PairOutOfRange(amountA, amountB);
        return Pair.wrap(amountA | (amountB << 128));
    }

    /// @notice Units of A.
    function a(Pair pair) internal pure returns (uint256) {
        return uint128(Pair.unwrap(pair));
    }

    /// @notice Units of B.
    function b(Pair pair) internal pure returns (uint256) {
        return Pair.unwrap(pair) >> 128;
    }

    /// @notice The pair with more of each; reverts above 128 bits.
    function plus(Pair pair, uint256 amountA, uint256 amountB) internal pure returns (Pair) {
        return pack(a(pair) + amountA, b(pair) + amountB);
    }

    /// @notice The pair with less of each; reverts below zero.
    function minus(Pair pair, uint256 amountA, uint256 amountB) internal pure returns (Pair) {
        if (amountA > a(pair) || amountB > b(pair)) revert PairOutOfRange(amountA, amountB);
        unchecked {
            return Pair.wrap(Pair.unwrap(pair) - amountA - (amountB << 128));
        }
    }
}
