// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolKey } from "./ILiquidityPoolOptimizer.sol";
import { Hop } from "./ILiquidityTrading.sol";

/// @title Quotes of the LiquidityPoolOptimizer
/// @notice What a call would come to if it were mined now, by the code that executes it (LPO-08). Quotes revert where
/// the pool would refuse; they do not look at balances, allowances, pauses or who may use a pool.
interface ILiquidityQuotes {
    /// @notice A swap in one pool.
    /// @param key the pool
    /// @param aForB whether A enters
    /// @param amountSpecified units that enter, or, negative, units that leave
    /// @param sqrtPriceLimitX96 price that is not passed, or 0 for none
    /// @return amountIn units that would enter; less than asked for where the limit comes first
    /// @return amountOut units that would leave
    /// @return sqrtPriceX96 price afterwards
    /// @return feePips fee, in millionths of the input
    function quoteSwap(PoolKey calldata key, bool aForB, int256 amountSpecified, uint160 sqrtPriceLimitX96)
        external
        view
        returns (uint256 amountIn, uint256 amountOut, uint160 sqrtPriceX96, uint24 feePips);

    /// @notice `swapPathExactIn`. A path that comes through one pool twice cannot be quoted.
    function quotePathExactIn(Hop[] calldata hops, uint256 amountIn) external view returns (uint256 amountOut);

    /// @notice `swapPathExactOut`. A path that comes through one pool twice cannot be quoted.
    function quotePathExactOut(Hop[] calldata hops, uint256 amountOut) external view returns (uint256 amountIn);

    /// @notice What liquidity costs.
    /// @return amountA units of A that would enter, rounded up
    /// @return amountB units of B that would enter, rounded up
    function quoteAdd(PoolKey calldata key, int24 tickLower, int24 tickUpper, uint128 liquidity)
        external
        view
        returns (uint256 amountA, uint256 amountB);

    /// @notice What liquidity is worth, without fees.
    /// @return amountA units of A that would leave, rounded down
    /// @return amountB units of B that would leave, rounded down
    function quoteRemove(PoolKey calldata key, bytes32 position, uint128 liquidity)
        external
        view
        returns (uint256 amountA, uint256 amountB);

    /// @notice Most liquidity that amounts pay for in a range at the present price, rounded down.
    function liquidityFor(PoolKey calldata key, int24 tickLower, int24 tickUpper, uint256 amountA, uint256 amountB)
        external
        view
        returns (uint128 liquidity);
}
