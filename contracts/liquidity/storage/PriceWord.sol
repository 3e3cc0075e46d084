// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A pool's price in one slot: square root of the price 160 bits, tick 24, sampling 72.
/// @dev The sampling bits belong to the dynamic fee.
type PriceWord is uint256;

using PriceWords for PriceWord global;

/// @title PriceWords
/// @notice Fields of `PriceWord`.
library PriceWords {
    uint256 private constant PRICE_MASK = type(uint160).max;
    uint256 private constant TICK_SHIFT = 160;
    uint256 private constant TICK_MASK = 0xffffff;
    uint256 private constant SAMPLING_SHIFT = 184;

    /// @notice The word of a price, a tick and the sampling bits.
    function pack(uint160 price, int24 ofPrice, uint72 bits) internal pure returns (PriceWord word) {
        assembly ("memory-safe") {
            word := or(or(price, shl(TICK_SHIFT, and(ofPrice, TICK_MASK))), shl(SAMPLING_SHIFT, bits))
        }
    }

    /// @notice Square root of B per A, Q64.96.
    function sqrtPriceX96(PriceWord word) internal pure returns (uint160) {
        return uint160(PriceWord.unwrap(word) & PRICE_MASK);
    }

    /// @notice The price's tick; one below it where the price came down to a tick exactly.
    function tick(PriceWord word) internal pure returns (int24 found) {
        assembly ("memory-safe") {
            found := signextend(2, shr(TICK_SHIFT, word))
        }
    }

    /// @notice The sampling bits.
    function sampling(PriceWord word) internal pure returns (uint72) {
        return uint72(PriceWord.unwrap(word) >> SAMPLING_SHIFT);
    }
}
