// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title PositionFlags
/// @notice What is kept of a position beside its range, as bits of its word: sixteen at most.
library PositionFlags {
    /// @notice It is in a pool for verified holders.
    uint16 internal constant PERMISSIONED = 1 << 0;
    /// @notice Its owner has written a policy by which others may move it.
    uint16 internal constant MANAGED = 1 << 1;
}
