// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPointMathLib } from "solady/utils/FixedPointMathLib.sol";
import { PoolFeeState, PoolFeeStates } from "./PoolFeeState.sol";

/// @title DynamicFee
/// @notice Fee of a pool whose fee follows the market; see `ILiquidityFees`.
/// @dev A second's first swap takes one sample of the whole move of the last second that had swaps. The directional
/// part follows from how arbitrage works: who moved the price up paid a fee f to do it, so the price elsewhere is
/// about f above the pool's; the band in which no arbitrage pays is moved to that side, at no change of the two
/// directions' mean. Every division rounds towards zero.
library DynamicFee {
    /// @notice Level, in millionths, for which `optimal` speaks.
    uint256 internal constant REFERENCE_FEE = 3000;
    /// @notice No fee is ever higher, in millionths.
    uint256 internal constant HIGHEST_FEE = 100_000;
    /// @notice Lowest and highest fee are the level divided by it and times it.
    uint256 internal constant BOUND = 8;

    uint256 private constant DAY = 86_400;
    /// @dev Seconds in which a sample of volatility loses half its weight.
    uint256 private constant MEMORY = 300;
    /// @dev Thousandths of the reference fee at no volatility.
    uint256 private constant FLOOR = 300;
    /// @dev Thousandths of the reference fee per `VOLATILITY_UNIT`.
    uint256 private constant SLOPE = 700;
    /// @dev Millionths per square root of a day.
    uint256 private constant VOLATILITY_UNIT = 30_000;
    uint256 private constant VOLATILITY_LIMIT = 10_000_000;
    /// @dev Thousandths of the fee paid by a move that lean the next fees its way.
    uint256 private constant LEAN = 900;
    /// @dev Seconds in which the lean loses half its weight.
    int256 private constant LEAN_MEMORY = 36_000;
    /// @dev Thousandths of the fee that it leans at most.
    uint256 private constant LEAN_MOST = 1000;
    uint256 private constant FULL_TURNOVER = 200_000;
    /// @dev Sixteenths of a squared tick are the unit of the variance.
    uint256 private constant VARIANCE_SCALE = 16;
    /// @dev Activity by hour (UTC) in hundredths, one byte each, midnight lowest.
    uint256 private constant HOURS = 0x64646465666768696a6b696664636362605f5f5f60616264;

    /// @notice Fee of a pool at the reference level, in millionths; see `ILiquidityFees.calculateOptimalFee`.
    function optimal(uint256 volatilityPips, uint256 turnover, uint256 timeOfDay)
        internal
        pure
        returns (uint256 found)
    {
        uint256 capped = FixedPointMathLib.min(volatilityPips, VOLATILITY_LIMIT);
        uint256 depth = 1_000_000 - FixedPointMathLib.min(turnover, FULL_TURNOVER) / 2;
        unchecked {
            uint256 activity = (HOURS >> ((timeOfDay % DAY) / 3600 * 8)) & 0xff;
            found = REFERENCE_FEE * (FLOOR * VOLATILITY_UNIT + SLOPE * capped) * depth * activity
                / (VOLATILITY_UNIT * 100_000_000_000);
        }
        return FixedPointMathLib.clamp(found, REFERENCE_FEE / BOUND, REFERENCE_FEE * BOUND);
    }

    /// @notice Volatility that a state tells, in millionths per square root of a day.
    function volatility(PoolFeeState state) internal pure returns (uint256) {
        unchecked {
            return 100 * FixedPointMathLib.sqrt(state.variance() * DAY / (VARIANCE_SCALE * MEMORY));
        }
    }

    /// @notice Fee of a direction, in millionths.
    /// @param state as `rolled` gives it for this second
    /// @param level the pool's fee level, in millionths
    /// @param up whether the price rises
    /// @param time seconds, for the hour of the day
    function fee(PoolFeeState state, uint256 level, bool up, uint256 time) internal pure returns (uint24) {
        uint256 whole = optimal(volatility(state), state.turnover(), time);
        int256 leaning = state.lean();
        if (!up) leaning = -leaning;
        unchecked {
            uint256 found = level * whole * uint256(127_000 + leaning * int256(LEAN_MOST)) / (REFERENCE_FEE * 127_000);
            uint256 lowest = FixedPointMathLib.max(1, level / BOUND);
            uint256 highest = FixedPointMathLib.min(level * BOUND, HIGHEST_FEE);
            // A level above the highest fee is refused when the pool is made, so the lowest is below the highest.
            return uint24(FixedPointMathLib.max(lowest, FixedPointMathLib.min(found, highest)));
        }
    }

    /// @notice State of the second `time`: samples the last second that had swaps, if it is another one.
    function rolled(PoolFeeState state, uint256 level, uint256 time) internal pure returns (PoolFeeState) {
        unchecked {
            uint256 elapsed = (time - state.time()) & 0xffffff;
            if (elapsed == 0) return state;
            int256 moved = state.moved();
            uint256 variance = state.variance() * MEMORY / (MEMORY + elapsed);
            int256 lean = state.lean();
            if (moved != 0) {
                variance += VARIANCE_SCALE * uint256(moved * moved);
                uint256 paid = fee(state, level, moved > 0, time - elapsed);
                lean = int256(FixedPointMathLib.min(LEAN * paid * 127 / (LEAN_MOST * level), 127));
                if (moved < 0) lean = -lean;
            }
            lean = lean * LEAN_MEMORY / (LEAN_MEMORY + int256(elapsed));
            // A tick is 50 millionths of the square root of price.
            uint256 turnover = state.turnover() * DAY / (DAY + elapsed) + 50 * FixedPointMathLib.abs(moved);
            return PoolFeeStates.pack(
                time & 0xffffff,
                0,
                PoolFeeStates.encode(variance, 10, 31, 0),
                lean,
                PoolFeeStates.encode(turnover, 8, 15, time * 40_503)
            );
        }
    }

    /// @notice State after a swap of the same second.
    /// @param state as `rolled` gave it
    /// @param ticks signed move of the tick
    function traded(PoolFeeState state, int256 ticks) internal pure returns (PoolFeeState) {
        unchecked {
            return state.withMoved(FixedPointMathLib.clamp(state.moved() + ticks, -4095, int256(4095)));
        }
    }
}
