// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title FeeAmounts
/// @notice Bounds and scales that pricing and validation share, and division that says how it rounds.
library FeeAmounts {
    /// @notice Most that any fee can be, millionths of the amount.
    uint256 internal constant MAX_FEE_PIPS = 50_000;
    /// @notice The same as a divisor of the amount.
    uint256 internal constant MAX_FEE_DIVISOR = 20;
    /// @notice A million.
    uint256 internal constant PIPS = 1_000_000;
    /// @notice Ten thousand.
    uint256 internal constant BPS = 10_000;
    /// @notice Millionths in one percent.
    uint256 internal constant PIPS_PER_PERCENT = 10_000;
    /// @notice Smallest units of value in one unit of the reference currency.
    uint256 internal constant VALUE_UNIT = 1e8;
    /// @notice Highest level of urgency and complexity.
    uint256 internal constant LAST_LEVEL = 3;
    /// @notice Highest band.
    uint256 internal constant LAST_BAND = 3;
    /// @notice Highest tier.
    uint256 internal constant LAST_TIER = 4;
    /// @notice Schedules in a version.
    uint256 internal constant PRODUCTS = 6;
    /// @notice Most decimals of an asset that has a price.
    uint256 internal constant MAX_DECIMALS = 36;

    /// @notice Quotient rounded up; the numerator is far below 2^256. Zero for a denominator of zero, as in the EVM.
    function divUp(uint256 numerator, uint256 denominator) internal pure returns (uint256 quotient) {
        assembly ("memory-safe") {
            quotient := div(sub(add(numerator, denominator), 1), denominator)
        }
    }

    /// @notice The smaller one.
    function min(uint256 a, uint256 b) internal pure returns (uint256) {
        return a < b ? a : b;
    }
}
