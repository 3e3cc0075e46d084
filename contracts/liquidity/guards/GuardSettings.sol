// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice How a pool's guards are set, in one slot: seconds in which liquidity is young 32 bits, ticks that a price
/// may
/// end off the mean 24, seconds of that mean 32, and a bit where a swap beyond pays the highest fee instead of being
/// refused.
type GuardSettings is uint256;

using GuardSettingsWords for GuardSettings global;

/// @title GuardSettingsWords
/// @notice Fields of `GuardSettings`.
library GuardSettingsWords {
    uint256 private constant YOUTH_MASK = type(uint32).max;
    uint256 private constant TICKS_SHIFT = 32;
    uint256 private constant WINDOW_SHIFT = 56;
    uint256 private constant CHARGES = 1 << 88;

    /// @notice Seconds after an addition in which liquidity that leaves loses its fees.
    function youth(GuardSettings settings) internal pure returns (uint32) {
        return uint32(GuardSettings.unwrap(settings));
    }

    /// @notice Ticks that a swap may end off the mean.
    function ticks(GuardSettings settings) internal pure returns (uint24) {
        return uint24(GuardSettings.unwrap(settings) >> TICKS_SHIFT);
    }

    /// @notice Seconds of the mean.
    function window(GuardSettings settings) internal pure returns (uint32) {
        return uint32(GuardSettings.unwrap(settings) >> WINDOW_SHIFT);
    }

    /// @notice Whether a swap beyond pays the highest fee instead of being refused.
    function charges(GuardSettings settings) internal pure returns (bool) {
        return GuardSettings.unwrap(settings) & CHARGES != 0;
    }

    /// @notice The settings with another youth.
    function withYouth(GuardSettings settings, uint32 period) internal pure returns (GuardSettings) {
        return GuardSettings.wrap((GuardSettings.unwrap(settings) & ~YOUTH_MASK) | period);
    }

    /// @notice The settings with another breaker.
    function withBreaker(GuardSettings settings, uint24 most, uint32 span, bool charging)
        internal
        pure
        returns (GuardSettings)
    {
        return GuardSettings.wrap(
            (GuardSettings.unwrap(settings) & YOUTH_MASK) | (uint256(most) << TICKS_SHIFT)
                | (uint256(span) << WINDOW_SHIFT) | (charging ? CHARGES : 0)
        );
    }
}
