// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Pause groups of the pools
/// @notice Taking liquidity out and collecting belong to no group: what is in a pool can always come out.
library LiquidityGroups {
    /// @notice Swaps.
    uint64 internal constant SWAPPING = 1 << 0;
    /// @notice Adding liquidity.
    uint64 internal constant PROVIDING = 1 << 1;
    /// @notice Creation of pools.
    uint64 internal constant CREATING = 1 << 2;
    /// @notice Batches.
    uint64 internal constant BATCHING = 1 << 3;
    /// @notice Strategies.
    uint64 internal constant STRATEGIES = 1 << 4;
}
