// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A position, in one slot. From bit 0: size 112 (signed, units of the asset; positive is long), entry 112
/// (signed value, 8 decimals: sizes times price less carry when they were taken), time of the last change 32.
type BookPosition is uint256;

/// @title Parts of a position
/// @notice Reads and makes a `BookPosition`.
library BookPositions {
    int256 internal constant MAX_SIZE = type(int112).max;

    function size(BookPosition position) internal pure returns (int256) {
        return int112(uint112(BookPosition.unwrap(position)));
    }

    function entryValue(BookPosition position) internal pure returns (int256) {
        return int112(uint112(BookPosition.unwrap(position) >> 112));
    }

    function changedAt(BookPosition position) internal pure returns (uint256) {
        return BookPosition.unwrap(position) >> 224;
    }

    /// @dev The caller has bounded size and entry by `MAX_SIZE` in both directions.
    function pack(int256 size_, int256 entryValue_, uint256 time) internal pure returns (BookPosition) {
        return BookPosition.wrap(
            uint256(uint112(int112(size_))) | (uint256(uint112(int112(entryValue_))) << 112) | (time << 224)
        );
    }
}

using BookPositions for BookPosition global;
