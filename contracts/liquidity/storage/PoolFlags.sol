// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolModes } from "./PoolModes.sol";

/// @title PoolFlags
/// @notice What is switched on in a pool, as bits of its word: twelve at most. The two lowest are its modes.
library PoolFlags {
    uint256 internal constant DYNAMIC_FEE = PoolModes.DYNAMIC_FEE;
    uint256 internal constant PERMISSIONED = PoolModes.PERMISSIONED;
    /// @notice Receipts of A are checked.
    uint256 internal constant CHECKED_A = 1 << 2;
    /// @notice Receipts of B are checked.
    uint256 internal constant CHECKED_B = 1 << 3;
    /// @notice Observations are kept.
    uint256 internal constant OBSERVED = 1 << 4;
    /// @notice Nobody gets a better price than the block's first on the way back.
    uint256 internal constant SANDWICH_GUARD = 1 << 5;
    /// @notice Liquidity that leaves early gives its fees to those who stay.
    uint256 internal constant EARLY_EXIT_PENALTY = 1 << 6;
    /// @notice Swaps stop, or pay the highest fee, far from the time-weighted price.
    uint256 internal constant DEVIATION_BREAKER = 1 << 7;
    /// @notice Trading happens in batches at one price.
    uint256 internal constant BATCH_ONLY = 1 << 8;
    /// @notice Nothing but taking out.
    uint256 internal constant PAUSED = 1 << 9;
    /// @notice Additions of liquidity to a pool without any of these take the short path.
    uint256 internal constant ENTRY_HOOKS = EARLY_EXIT_PENALTY | PAUSED;
    /// @notice A swap of a pool without any of these takes the short path.
    uint256 internal constant SWAP_HOOKS = DYNAMIC_FEE | SANDWICH_GUARD | DEVIATION_BREAKER | BATCH_ONLY | PAUSED;
}
