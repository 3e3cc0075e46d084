// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice Price before a block's first swap, in one slot: square root of the price 160 bits, the block's number modulo
/// 2^48, and its time modulo 2^48.
/// @dev Number and time together name a block: on Arbitrum many blocks have one number, and several one time. Blocks
/// that share both count as one, which only makes the guard last longer.
type BlockOpening is uint256;

using BlockOpenings for BlockOpening global;

/// @title BlockOpenings
/// @notice Fields of `BlockOpening`.
library BlockOpenings {
    uint256 private constant BLOCK_SHIFT = 160;

    /// @notice The price with which this block opens.
    function now_(uint160 sqrtPrice) internal view returns (BlockOpening) {
        return BlockOpening.wrap(sqrtPrice | (_block() << BLOCK_SHIFT));
    }

    /// @notice Whether it is this block's.
    function isOfThisBlock(BlockOpening opening) internal view returns (bool) {
        return BlockOpening.unwrap(opening) >> BLOCK_SHIFT == _block();
    }

    /// @notice Square root of B per A, Q64.96.
    function sqrtPriceX96(BlockOpening opening) internal pure returns (uint160) {
        return uint160(BlockOpening.unwrap(opening));
    }

    function _block() private view returns (uint256) {
        return (uint256(uint48(block.number)) << 48) | uint48(block.timestamp);
    }
}
