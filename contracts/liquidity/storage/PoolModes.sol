// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title PoolModes
/// @notice What a pool is for ever, as bits of its key.
library PoolModes {
    /// @notice The fee follows volatility, direction, depth and time of day.
    uint16 internal constant DYNAMIC_FEE = 1 << 0;
    /// @notice Only holders verified by an identity registry trade and provide.
    uint16 internal constant PERMISSIONED = 1 << 1;
    uint16 internal constant ALL = DYNAMIC_FEE | PERMISSIONED;
}
