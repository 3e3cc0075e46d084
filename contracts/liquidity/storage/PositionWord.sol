// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A position in one slot: liquidity 128 bits, lower tick 24, upper tick 24, its pool's number 24, second of
/// the last addition 40, flags 16.
type PositionWord is uint256;

using PositionWords for PositionWord global;

/// @title PositionWords
/// @notice Fields of `PositionWord`.
library PositionWords {
    uint256 private constant LIQUIDITY_MASK = type(uint128).max;
    uint256 private constant LOWER_SHIFT = 128;
    uint256 private constant UPPER_SHIFT = 152;
    uint256 private constant POOL_SHIFT = 176;
    uint256 private constant ADDED_SHIFT = 200;
    uint256 private constant FLAGS_SHIFT = 240;
    uint256 private constant TICK_MASK = type(uint24).max;

    /// @notice The word of a position without liquidity.
    function create(int24 lower, int24 upper, uint256 poolNumber) internal pure returns (PositionWord) {
        return PositionWord.wrap(
            (uint256(uint24(lower)) << LOWER_SHIFT) | (uint256(uint24(upper)) << UPPER_SHIFT)
                | (poolNumber << POOL_SHIFT)
        );
    }

    /// @notice Its liquidity.
    function liquidity(PositionWord word) internal pure returns (uint128) {
        return uint128(PositionWord.unwrap(word) & LIQUIDITY_MASK);
    }

    /// @notice Where its range begins.
    function tickLower(PositionWord word) internal pure returns (int24 tick) {
        assembly ("memory-safe") {
            tick := signextend(2, shr(LOWER_SHIFT, word))
        }
    }

    /// @notice Where its range ends.
    function tickUpper(PositionWord word) internal pure returns (int24 tick) {
        assembly ("memory-safe") {
            tick := signextend(2, shr(UPPER_SHIFT, word))
        }
    }

    /// @notice Its pool's number; 0 for no position.
    function pool(PositionWord word) internal pure returns (uint256) {
        return (PositionWord.unwrap(word) >> POOL_SHIFT) & TICK_MASK;
    }

    /// @notice Second in which liquidity was last added.
    function addedAt(PositionWord word) internal pure returns (uint40) {
        return uint40(PositionWord.unwrap(word) >> ADDED_SHIFT);
    }

    /// @notice Its flags.
    function flags(PositionWord word) internal pure returns (uint256) {
        return PositionWord.unwrap(word) >> FLAGS_SHIFT;
    }

    /// @notice The word with other liquidity.
    function withLiquidity(PositionWord word, uint128 amount) internal pure returns (PositionWord) {
        return PositionWord.wrap((PositionWord.unwrap(word) & ~LIQUIDITY_MASK) | amount);
    }

    /// @notice The word of a position that has just been added to.
    function withAddition(PositionWord word, uint128 amount, uint256 time) internal pure returns (PositionWord) {
        uint256 rest = PositionWord.unwrap(word) & ~(LIQUIDITY_MASK | (uint256(type(uint40).max) << ADDED_SHIFT));
        return PositionWord.wrap(rest | amount | (time << ADDED_SHIFT));
    }

    /// @notice The word with other flags.
    function withFlags(PositionWord word, uint16 bits) internal pure returns (PositionWord) {
        uint256 rest = PositionWord.unwrap(word) & ((uint256(1) << FLAGS_SHIFT) - 1);
        return PositionWord.wrap(rest | (uint256(bits) << FLAGS_SHIFT));
    }
}
