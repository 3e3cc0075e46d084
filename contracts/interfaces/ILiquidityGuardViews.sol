// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolKey } from "./ILiquidityPoolOptimizer.sol";

/// @title What the guards of the LiquidityPoolOptimizer's pools are set to, and what they would do now
/// @notice See `ILiquidityGuards`.
interface ILiquidityGuardViews {
    /// @notice How a pool is guarded.
    /// @param paused whether nothing but taking out goes on
    /// @param sandwichGuard whether the sandwich guard is on
    /// @param earlyExitPeriod seconds in which liquidity is young; 0 for no penalty
    /// @param breakerTicks how far off the mean a swap may end; 0 for no breaker
    /// @param breakerWindow seconds of the mean
    /// @param breakerCharges whether swaps beyond pay the highest fee instead of being refused
    struct Guards {
        bool paused;
        bool sandwichGuard;
        uint32 earlyExitPeriod;
        uint24 breakerTicks;
        uint32 breakerWindow;
        bool breakerCharges;
    }

    /// @notice How a pool is guarded; empty where there is none.
    function guardsOf(bytes32 id) external view returns (Guards memory);

    /// @notice The price that swaps of this block get at best on the way back; the present one where the block has
    /// had no swap, or the pool has no sandwich guard.
    /// @param id hash of the pool's key
    /// @return sqrtPriceX96 square root of B per A, Q64.96
    function openingPrice(bytes32 id) external view returns (uint160 sqrtPriceX96);

    /// @notice Where the deviation breaker lets a swap end now; the whole range of ticks where there is none.
    /// @param id hash of the pool's key
    /// @return lowest for swaps that lower the price
    /// @return highest for swaps that raise it
    function breakerBounds(bytes32 id) external view returns (int24 lowest, int24 highest);

    /// @notice What a part of a position would lose by leaving now.
    /// @param key the pool
    /// @param position name of the position
    /// @param liquidity the part; more than there is counts as all
    /// @return amountA units of A
    /// @return amountB units of B
    function exitPenalty(PoolKey calldata key, bytes32 position, uint128 liquidity)
        external
        view
        returns (uint256 amountA, uint256 amountB);

    /// @notice What a swap at a given fee would come to without guards.
    /// @param id hash of the pool's key
    /// @param aForB whether A enters
    /// @param amountSpecified units that enter, or, negative, units that leave
    /// @param sqrtPriceLimitX96 price that is not passed, or 0 for none
    /// @param feePips fee, in millionths of the input; below a million
    /// @return amountIn units that enter
    /// @return amountOut units that leave
    /// @return tick tick afterwards
    function unguardedSwap(bytes32 id, bool aForB, int256 amountSpecified, uint160 sqrtPriceLimitX96, uint24 feePips)
        external
        view
        returns (uint256 amountIn, uint256 amountOut, int24 tick);
}
