// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPointMathLib } from "solady/utils/FixedPointMathLib.sol";

/// @notice What the dynamic fee remembers, the 72 spare bits of a pool's price slot: second of the last sample 24 bits,
/// ticks moved since that second's first swap 13, variance 15, lean 8, turnover 12, lowest first.
/// @dev The second wraps every 194 days: a pool idle for exactly so long would take two seconds for one, which delays a
/// sample. Variance is a decayed sum of squared moves in sixteenths of a squared tick, turnover one of moves of the
/// square root of price from second to second in millionths; both are floats without sign.
type PoolFeeState is uint72;

using PoolFeeStates for PoolFeeState global;

/// @title PoolFeeStates
/// @notice Fields of `PoolFeeState`.
library PoolFeeStates {
    /// @notice The state of its fields; variance and turnover as `encode` gave them.
    function pack(uint256 second, int256 movedTicks, uint256 varianceBits, int256 leaning, uint256 turnoverBits)
        internal
        pure
        returns (PoolFeeState)
    {
        unchecked {
            return PoolFeeState.wrap(
                uint72(
                    second | (uint256(movedTicks) & 0x1fff) << 24 | varianceBits << 37 | (uint256(leaning) & 0xff) << 52
                        | turnoverBits << 60
                )
            );
        }
    }

    /// @notice Second of the last sample, modulo 2^24.
    function time(PoolFeeState state) internal pure returns (uint256) {
        return PoolFeeState.unwrap(state) & 0xffffff;
    }

    /// @notice Ticks that the price moved in that second, at most 4,095 either way.
    function moved(PoolFeeState state) internal pure returns (int256 ticks) {
        uint256 bits = uint256(PoolFeeState.unwrap(state));
        assembly ("memory-safe") {
            ticks := sar(243, shl(219, bits))
        }
    }

    /// @notice Decayed sum of squared moves, in sixteenths of a squared tick.
    function variance(PoolFeeState state) internal pure returns (uint256) {
        uint256 bits = (PoolFeeState.unwrap(state) >> 37) & 0x7fff;
        return (bits & 0x3ff) << (bits >> 10);
    }

    /// @notice What the fee leans by, 127ths of the most; positive makes buying token A dearer.
    function lean(PoolFeeState state) internal pure returns (int256 leaning) {
        uint256 bits = uint256(PoolFeeState.unwrap(state));
        assembly ("memory-safe") {
            leaning := signextend(0, shr(52, bits))
        }
    }

    /// @notice Decayed sum of moves of the square root of price, in millionths: a day's turnover over depth.
    function turnover(PoolFeeState state) internal pure returns (uint256) {
        uint256 bits = PoolFeeState.unwrap(state) >> 60;
        return (bits & 0xff) << (bits >> 8);
    }

    /// @notice The state with another move.
    function withMoved(PoolFeeState state, int256 ticks) internal pure returns (PoolFeeState) {
        unchecked {
            uint256 rest = PoolFeeState.unwrap(state) & ~(uint256(0x1fff) << 24);
            return PoolFeeState.wrap(uint72(rest | (uint256(ticks) & 0x1fff) << 24));
        }
    }

    /// @notice Float of a value, saturated.
    /// @param value below 2^240
    /// @param mantissa bits of the mantissa
    /// @param most highest exponent
    /// @param dither its 16 low bits round up in proportion to what is cut off
    function encode(uint256 value, uint256 mantissa, uint256 most, uint256 dither) internal pure returns (uint256) {
        unchecked {
            uint256 limit = 1 << mantissa;
            if (value < limit) return value;
            uint256 exponent = FixedPointMathLib.log2(value) + 1 - mantissa;
            value += ((dither & 0xffff) << exponent) >> 16;
            exponent = FixedPointMathLib.log2(value) + 1 - mantissa;
            if (exponent > most) return (most << mantissa) | (limit - 1);
            return (exponent << mantissa) | (value >> exponent);
        }
    }
}
