// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What a pool's oracle remembers of a moment, in one slot: second modulo 2^32 in 32 bits, sum of tick times
/// seconds in 56, sum of seconds per unit of liquidity (Q128) modulo 2^160 in 160, and a set bit.
/// @dev The fields, their wrapping and their arithmetic are those of Uniswap v3's oracle, so that both answer alike.
type Observation is uint256;

using Observations for Observation global;

/// @title Observations
/// @notice Fields and arithmetic of `Observation`.
library Observations {
    uint256 private constant TICKS_SHIFT = 32;
    uint256 private constant SECONDS_SHIFT = 88;
    uint256 private constant SET = 1 << 248;

    /// @notice What a place holds that was grown and not written yet: second 1, and not set.
    Observation internal constant PLACEHOLDER = Observation.wrap(1);

    /// @notice The word of a moment.
    function pack(uint32 second, int56 ticks, uint160 perLiquidity) internal pure returns (Observation) {
        return Observation.wrap(
            SET | second | (uint256(uint56(ticks)) << TICKS_SHIFT) | (uint256(perLiquidity) << SECONDS_SHIFT)
        );
    }

    /// @notice Whether the place has been written.
    function isSet(Observation found) internal pure returns (bool) {
        return Observation.unwrap(found) & SET != 0;
    }

    /// @notice Second modulo 2^32.
    function time(Observation found) internal pure returns (uint32) {
        return uint32(Observation.unwrap(found));
    }

    /// @notice Sum of tick times seconds.
    function tickCumulative(Observation found) internal pure returns (int56) {
        return int56(uint56(Observation.unwrap(found) >> TICKS_SHIFT));
    }

    /// @notice Sum of seconds per unit of liquidity, Q128 modulo 2^160.
    function secondsPerLiquidityX128(Observation found) internal pure returns (uint160) {
        return uint160(Observation.unwrap(found) >> SECONDS_SHIFT);
    }

    /// @notice What the moment becomes when a tick and a liquidity have held from it until now; liquidity of zero
    /// counts as one.
    function after_(Observation found, uint32 second, int24 tick, uint128 liquidity)
        internal
        pure
        returns (Observation)
    {
        unchecked {
            uint32 passed = second - found.time();
            uint160 perLiquidity = (uint160(passed) << 128) / (liquidity > 0 ? liquidity : 1);
            return pack(
                second,
                found.tickCumulative() + int56(tick) * int56(uint56(passed)),
                found.secondsPerLiquidityX128() + perLiquidity
            );
        }
    }
}
