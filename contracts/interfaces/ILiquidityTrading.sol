// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolKey } from "./ILiquidityPoolOptimizer.sol";

/// @notice A swap in one pool.
/// @param key the pool
/// @param aForB whether A enters and B leaves
/// @param amountSpecified units that enter, or, negative, units that leave
/// @param amountLimit least units that leave, or most that enter
/// @param sqrtPriceLimitX96 price that is not passed, or 0 for none
/// @param recipient who receives what leaves
/// @param deadline last second in which the swap may be mined
/// @param options bits of `SwapOptions`
struct SwapRequest {
    PoolKey key;
    bool aForB;
    int256 amountSpecified;
    uint256 amountLimit;
    uint160 sqrtPriceLimitX96;
    address recipient;
    uint256 deadline;
    uint256 options;
}

/// @notice One pool of a path.
/// @param key the pool
/// @param aForB whether A enters and B leaves
/// @param sqrtPriceLimitX96 price that the pool must not pass, or 0 for none
struct Hop {
    PoolKey key;
    bool aForB;
    uint160 sqrtPriceLimitX96;
}

/// @title Trading in the pools of the LiquidityPoolOptimizer
/// @notice See `ILiquidityPoolOptimizer` for units and rounding.
interface ILiquidityTrading {
    /// @notice A swap, or one hop of a longer one.
    /// @param id hash of the pool's key
    /// @param sender who paid
    /// @param amountA change of the pool's units of A: positive what entered, negative what left
    /// @param amountB the same of B
    /// @param sqrtPriceX96 price afterwards
    /// @param liquidity liquidity in range afterwards
    /// @param tick tick afterwards
    /// @param feePips fee of this swap, in millionths of the input
    event Swapped(
        bytes32 indexed id,
        address indexed sender,
        int256 amountA,
        int256 amountB,
        uint160 sqrtPriceX96,
        uint128 liquidity,
        int24 tick,
        uint24 feePips
    );

    /// @notice The last second named by the caller is over.
    error DeadlinePassed(uint256 deadline, uint256 time);
    /// @notice An amount of zero is no swap.
    error AmountZero();
    /// @notice The price limit lies behind the price, or outside the range of prices.
    error PriceLimitOutOfRange(uint160 sqrtPriceLimitX96, uint160 sqrtPriceX96);
    /// @notice Less left, or more entered, than the caller allows.
    error AmountLimitExceeded(uint256 amount, uint256 amountLimit);
    /// @notice The price limit, or the end of liquidity, was reached and the caller did not ask for partial fills.
    error PartialFill(uint256 amountLeft);
    /// @notice A path of no hop, or one whose tokens do not follow each other.
    error PathBroken(uint256 hop);
    /// @notice What the pool received is not what it asked for.
    error ReceiptNotExact(address token, uint256 amount, uint256 received);
    /// @notice Native coin was sent, or asked for, where the token is not its wrapper, or less than enters.
    error NativeCoinMismatch(address token, uint256 value);

    /// @notice Swaps in one pool: the caller pays by allowance or, where the wrapped native coin enters, with the
    /// call's value, whose rest goes back.
    /// @return amountIn units that entered
    /// @return amountOut units that left
    function swap(SwapRequest calldata request) external payable returns (uint256 amountIn, uint256 amountOut);

    /// @notice Swaps an exact amount through several pools; tokens between the pools do not move.
    /// @param hops the pools in the order of the trade
    /// @param amountIn units that enter the first pool
    /// @param amountOutMinimum least units that leave the last
    /// @param recipient who receives what leaves
    /// @param deadline last second in which the swap may be mined
    /// @param options bits of `SwapOptions`; partial fills are refused
    /// @return amountOut units that left
    function swapPathExactIn(
        Hop[] calldata hops,
        uint256 amountIn,
        uint256 amountOutMinimum,
        address recipient,
        uint256 deadline,
        uint256 options
    ) external payable returns (uint256 amountOut);

    /// @notice Swaps for an exact amount through several pools; tokens between the pools do not move.
    /// @param hops the pools in the order of the trade
    /// @param amountOut units that leave the last pool
    /// @param amountInMaximum most units that enter the first
    /// @param recipient who receives what leaves
    /// @param deadline last second in which the swap may be mined
    /// @param options bits of `SwapOptions`; partial fills are refused
    /// @return amountIn units that entered
    function swapPathExactOut(
        Hop[] calldata hops,
        uint256 amountOut,
        uint256 amountInMaximum,
        address recipient,
        uint256 deadline,
        uint256 options
    ) external payable returns (uint256 amountIn);
}
