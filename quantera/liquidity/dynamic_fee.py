"""Twin of the pool's dynamic fee, equal to the contract's to the unit.

The fee of a block is settled by what happened before it: the block's first swap takes one sample of
the previous active block's whole move, so nothing that a block's own swaps do changes their fee.
Fees are millionths of the input, volatility millionths per square root of a day, turnover
millionths of the depth in range over about a day.

The directional part follows from how arbitrage works: who lifted the price paid a fee `f` to do it,
so the price elsewhere is about `f` above the pool's, and the band in which no arbitrage pays is
moved to that side, at no change of the two directions' mean.
"""

import math
from dataclasses import dataclass, replace

from quantera.liquidity.words import quotient_toward_zero, wrapped_signed

REFERENCE_FEE = 3_000
"""Millionths: the level for which `optimal_fee` speaks; a pool scales it to its own."""


@dataclass(frozen=True)
class Policy:
    """Constants of the fee; the contract has the defaults.

    Attributes:
        memory: seconds in which a sample of volatility loses half its weight.
        floor: thousandths of the reference fee at no volatility.
        slope: thousandths of the reference fee per `volatility_unit`.
        volatility_unit: millionths per square root of a day.
        lean: thousandths of the fee paid by a move that lean the next fees its way.
        lean_memory: seconds in which the lean loses half its weight.
        lean_most: thousandths of the fee that it leans at most.
    """

    memory: int = 300
    floor: int = 300
    slope: int = 700
    volatility_unit: int = 30_000
    lean: int = 900
    lean_memory: int = 36_000
    lean_most: int = 1_000


POLICY = Policy()

LOWEST_SHARE, HIGHEST_SHARE = 8, 8
"""The fee stays between an eighth and eight times the pool's level."""
HIGHEST_FEE = 100_000
"""Millionths: no fee is ever higher."""
DAY = 86_400
_TIME_MASK = (1 << 24) - 1
_MOVE_LIMIT = (1 << 12) - 1
_VARIANCE_SCALE = 16
_TURNOVER_MEMORY = DAY
_TICK_SHARE = 50
"""Millionths that a tick is of the square root of price."""
# Activity by hour of the day (UTC) in hundredths: quiet Asian morning, busy American one.
_HOURS = (
    100,
    98,
    97,
    96,
    95,
    95,
    95,
    96,
    98,
    99,
    99,
    100,
    102,
    105,
    107,
    106,
    105,
    104,
    103,
    102,
    101,
    100,
    100,
    100,
)
_FULL_TURNOVER = 200_000


@dataclass(frozen=True)
class FeeState:
    """What the price's slot remembers, 72 bits.

    Attributes:
        time: second of the last sample, 24 bits.
        moved: ticks since the opening of that second's first swap, saturated at 4,095.
        variance: decayed sum of squared moves in sixteenths of a squared tick, a 15-bit float.
        lean: 127ths of `lean_most`; positive makes buying token 0 (price up) dearer.
        turnover: decayed sum of moves of the square root of price, millionths, a 12-bit float.
    """

    time: int = 0
    moved: int = 0
    variance: int = 0
    lean: int = 0
    turnover: int = 0


def pack(state: FeeState) -> int:
    """The 72 bits: time 24, move 13, variance 15, lean 8, turnover 12, lowest first."""
    return (
        state.time
        | (state.moved & 0x1FFF) << 24
        | state.variance << 37
        | (state.lean & 0xFF) << 52
        | state.turnover << 60
    )


def unpack(bits: int) -> FeeState:
    """Inverse of `pack`."""
    return FeeState(
        bits & _TIME_MASK,
        wrapped_signed(bits >> 24, 13),
        bits >> 37 & 0x7FFF,
        wrapped_signed(bits >> 52, 8),
        bits >> 60 & 0xFFF,
    )


def decoded(bits: int, mantissa: int) -> int:
    """Value of a float without sign: `mantissa` low bits shifted left by the rest."""
    return (bits & ((1 << mantissa) - 1)) << (bits >> mantissa)


def encoded(value: int, mantissa: int, most_exponent: int, dither: int = 0) -> int:
    """Float of a value, saturated; `dither` (16 bits) rounds up in proportion to the rest."""
    exponent = max(value.bit_length() - mantissa, 0)
    if exponent:
        value += (dither & 0xFFFF) * (1 << exponent) >> 16
        exponent = max(value.bit_length() - mantissa, 0)
    if exponent > most_exponent:
        return most_exponent << mantissa | ((1 << mantissa) - 1)
    return exponent << mantissa | value >> exponent


def optimal_fee(volatility: int, turnover: int, time_of_day: int, policy: Policy = POLICY) -> int:
    """Fee in millionths of a pool at the reference level.

    Args:
        volatility: millionths per square root of a day.
        turnover: of a day over depth in range, millionths.
        time_of_day: seconds since UTC midnight; later ones wrap.
        policy: constants.
    """
    shape = policy.floor * policy.volatility_unit + policy.slope * min(volatility, 10_000_000)
    # Busy deep pools live on flow that is not informed: up to a tenth less.
    depth = 1_000_000 - min(turnover, _FULL_TURNOVER) // 2
    fee = (
        REFERENCE_FEE
        * shape
        * depth
        * _HOURS[time_of_day % DAY // 3600]
        // (policy.volatility_unit * 100_000_000_000)
    )
    return max(REFERENCE_FEE // LOWEST_SHARE, min(fee, REFERENCE_FEE * HIGHEST_SHARE))


def volatility_of(state: FeeState, policy: Policy = POLICY) -> int:
    """Volatility in millionths per square root of a day: a tick is 100 millionths."""
    per_day = decoded(state.variance, 10) * DAY // (_VARIANCE_SCALE * policy.memory)
    return 100 * math.isqrt(per_day)


def fee_of(state: FeeState, level: int, *, up: bool, now: int, policy: Policy = POLICY) -> int:
    """Fee of a direction for a state that is already of this block, in millionths.

    Args:
        state: as `rolled` gives it.
        level: the pool's fee level, millionths.
        up: whether the price rises.
        now: seconds.
        policy: constants.
    """
    optimal = optimal_fee(volatility_of(state, policy), decoded(state.turnover, 8), now, policy)
    leaning = state.lean if up else -state.lean
    fee = level * optimal * (127_000 + leaning * policy.lean_most) // (REFERENCE_FEE * 127_000)
    lowest = max(1, level // LOWEST_SHARE)
    return max(lowest, min(fee, level * HIGHEST_SHARE, HIGHEST_FEE))


def rolled(state: FeeState, level: int, now: int, policy: Policy = POLICY) -> FeeState:
    """State of the block at `now`: a sample of the last active block, if it is another one."""
    elapsed = (now - state.time) & _TIME_MASK
    if elapsed == 0:
        return state
    moved = state.moved
    variance = decoded(state.variance, 10) * policy.memory // (policy.memory + elapsed)
    variance = encoded(variance + _VARIANCE_SCALE * moved * moved, 10, 31)
    turnover = decoded(state.turnover, 8) * _TURNOVER_MEMORY // (_TURNOVER_MEMORY + elapsed)
    turnover += _TICK_SHARE * abs(moved)
    lean = state.lean
    if moved:
        paid = fee_of(state, level, up=moved > 0, now=now - elapsed, policy=policy)
        # 127ths of the most that the level leans.
        size = min(policy.lean * paid * 127 // (policy.lean_most * level), 127)
        lean = size if moved > 0 else -size
    lean = quotient_toward_zero(lean * policy.lean_memory, policy.lean_memory + elapsed)
    return FeeState(now & _TIME_MASK, 0, variance, lean, encoded(turnover, 8, 15, now * 40503))


def traded(state: FeeState, ticks: int) -> FeeState:
    """State after a swap in the same block that moved the tick by `ticks`."""
    return replace(state, moved=max(-_MOVE_LIMIT, min(_MOVE_LIMIT, state.moved + ticks)))
