// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Position
/// @notice What one identity holds of one token on this chain, in one storage word.
/// @dev From the lowest bit: balance 128 and volume sent in the current window 88 (token units), first second after the
/// window 40 (Unix time).
type Position is uint256;

using Positions for Position global;

/// @title Positions
/// @notice Reading and changing of `Position` words; nothing here touches storage.
library Positions {
    /// @notice A token reported more units than any token may have.
    error PositionTooLarge(uint256 units);

    /// @notice A token moves more units than its investor has: it was registered with a wrong count, or lies.
    error PositionTooSmall(uint256 balance, uint256 amount);

    uint256 private constant BALANCE_MASK = type(uint128).max;
    uint256 private constant VOLUME_SHIFT = 128;
    uint256 private constant WINDOW_END_SHIFT = 216;

    /// @notice Units of all wallets of the identity.
    function balance(Position position) internal pure returns (uint256) {
        return Position.unwrap(position) & BALANCE_MASK;
    }

    /// @notice Units sent in the window that ends at `windowEnd`.
    function volume(Position position) internal pure returns (uint256) {
        return uint88(Position.unwrap(position) >> VOLUME_SHIFT);
    }

    /// @notice First second that no longer belongs to the current window.
    function windowEnd(Position position) internal pure returns (uint256) {
        return Position.unwrap(position) >> WINDOW_END_SHIFT;
    }

    /// @notice The position with more units, of which there are less than 2^128; reverts when the sum is not.
    function plus(Position position, uint256 amount) internal pure returns (Position) {
        unchecked {
            if (((Position.unwrap(position) & BALANCE_MASK) + amount) >> 128 != 0) revert PositionTooLarge(amount);
            return Position.wrap(Position.unwrap(position) + amount);
        }
    }

    /// @notice The position with fewer units; reverts when it has not so many.
    function minus(Position position, uint256 amount) internal pure returns (Position) {
        if (Position.unwrap(position) & BALANCE_MASK < amount) revert PositionTooSmall(position.balance(), amount);
        unchecked {
            return Position.wrap(Position.unwrap(position) - amount);
        }
    }

    /// @notice The position with another window, given at its place in the word.
    function withWindow(Position position, uint256 window) internal pure returns (Position) {
        return Position.wrap(position.balance() | window);
    }
}
