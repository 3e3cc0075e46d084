// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title BrokerageGroups
/// @notice What of the brokerage can be paused by itself. Paying back, topping up and closing never can.
library BrokerageGroups {
    /// @notice Withdrawing collateral from accounts with exposure.
    uint64 internal constant COLLATERAL = 1 << 0;
    /// @notice Borrowing.
    uint64 internal constant BORROWING = 1 << 1;
    /// @notice Opening and raising positions.
    uint64 internal constant TRADING = 1 << 2;
    /// @notice Auctions and seizures.
    uint64 internal constant LIQUIDATING = 1 << 3;
    /// @notice Accepting new prices.
    uint64 internal constant PRICING = 1 << 4;
    /// @notice Lending to the pools.
    uint64 internal constant LENDING = 1 << 5;
}
