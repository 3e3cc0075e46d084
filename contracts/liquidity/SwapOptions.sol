// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title SwapOptions
/// @notice What a swap may ask for, as bits.
library SwapOptions {
    /// @notice Stop at the price limit and keep the rest.
    uint256 internal constant PARTIAL = 1 << 0;
    /// @notice Pay out the native coin instead of its wrapper.
    uint256 internal constant NATIVE_OUT = 1 << 1;
}
