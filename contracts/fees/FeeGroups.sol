// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title FeeGroups
/// @notice Groups of the fee structure's functions that can be paused apart (`IGroupPausable`). Quotes are in no group.
library FeeGroups {
    /// @notice Charging.
    uint64 internal constant CHARGING = 1 << 0;
    /// @notice Reports of service levels, and refunds.
    uint64 internal constant SERVICE = 1 << 1;
    /// @notice Sweeping of lines.
    uint64 internal constant SWEEPING = 1 << 2;
    /// @notice Withdrawal of credits.
    uint64 internal constant WITHDRAWALS = 1 << 3;
}
