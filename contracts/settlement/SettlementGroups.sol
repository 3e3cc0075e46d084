// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Pause groups of the settlement manager
/// @notice Releasing and cancelling belong to no group: what is held can always go back.
library SettlementGroups {
    /// @notice Payments in a selected asset.
    uint64 internal constant PAYING = 1 << 0;
    /// @notice Trades, one by one or netted, and their instructions.
    uint64 internal constant TRADING = 1 << 1;
    /// @notice Netting batches of payments.
    uint64 internal constant NETTING = 1 << 2;
    /// @notice Setting units aside and paying out of holds.
    uint64 internal constant HOLDING = 1 << 3;
    /// @notice The queue of payments.
    uint64 internal constant QUEUEING = 1 << 4;
    /// @notice Deliveries and payments across chains.
    uint64 internal constant CROSSING = 1 << 5;
}
