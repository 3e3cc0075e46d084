"""The dynamic fee: the contract equals its Python twin, bounds hold, nobody moves his own fee."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import Contract, MemoryChain
from quantera.liquidity.dynamic_fee import (
    HIGHEST_FEE,
    REFERENCE_FEE,
    FeeState,
    fee_of,
    optimal_fee,
    pack,
    rolled,
    traded,
    unpack,
)

STATES = st.integers(0, (1 << 72) - 1)
LEVELS = st.sampled_from((1, 7, 8, 100, 500, 3000, 10_000, 100_000))
TIMES = st.integers(1 << 24, (1 << 40) - 1)
ATTACK_BLOCK = 12


@pytest.fixture(scope="module")
def probe() -> Contract:
    chain = MemoryChain()
    return chain.deploy("DynamicFeeProbe", sender=chain.actor("deployer"))


@given(st.integers(0, 1 << 200), st.integers(0, 1 << 200), st.integers(0, 1 << 40))
def test_optimal_fee_is_the_twins(
    probe: Contract, volatility: int, turnover: int, time: int
) -> None:
    fee = probe.optimal(volatility, turnover, time)
    assert fee == optimal_fee(volatility, turnover, time)
    assert REFERENCE_FEE // 8 <= fee <= REFERENCE_FEE * 8


@given(st.integers(0, 300_000), st.integers(0, 400_000), st.integers(0, 86_399))
def test_optimal_fee_near_the_market_is_the_twins(
    probe: Contract, volatility: int, turnover: int, time: int
) -> None:
    fee = probe.optimal(volatility, turnover, time)
    assert fee == optimal_fee(volatility, turnover, time)
    assert fee <= probe.optimal(volatility + 1000, turnover, time)
    assert fee >= probe.optimal(volatility, turnover + 1000, time)


@given(STATES, LEVELS, TIMES, st.integers(0, 1 << 24))
def test_any_state_rolls_as_the_twins(
    probe: Contract, bits: int, level: int, time: int, elapsed: int
) -> None:
    """LPO-31, and of states that no swap leaves: elapsed seconds from none to the wrap."""
    state = unpack(bits & ~0xFFFFFF | (time - elapsed) & 0xFFFFFF)
    expected = rolled(state, level, time)
    assert probe.rolled(pack(state), level, time) == pack(expected)
    up = fee_of(expected, level, up=True, now=time)
    down = fee_of(expected, level, up=False, now=time)
    assert probe.fees(pack(expected), level, time) == (up, down)
    for fee in (up, down):
        assert max(1, level // 8) <= fee <= min(level * 8, HIGHEST_FEE)


@pytest.mark.parametrize(
    ("level", "lean", "expected"),
    [(100_000, 0, (100_000, 100_000)), (3000, 127, (24_000, 3000 // 8)), (1, -127, (1, 8))],
)
def test_lpo_31_bounds_are_met(
    probe: Contract, level: int, lean: int, expected: tuple[int, int]
) -> None:
    wild = pack(FeeState(variance=0x7FFF, lean=lean))
    assert probe.fees(wild, level, 1 << 25) == expected


@given(STATES, st.integers(-10_000, 10_000))
def test_a_trade_is_the_twins(probe: Contract, bits: int, ticks: int) -> None:
    assert probe.traded(bits, ticks) == pack(traded(unpack(bits), ticks))


@given(STATES, LEVELS, TIMES, st.lists(st.integers(-900, 900), max_size=6))
def test_lpo_30_swaps_of_a_second_never_change_its_fees(
    bits: int, level: int, time: int, moves: list[int]
) -> None:
    state = rolled(unpack(bits), level, time)
    quoted = [fee_of(state, level, up=up, now=time) for up in (True, False)]
    for ticks in moves:
        state = rolled(traded(state, ticks), level, time)
        assert quoted == [fee_of(state, level, up=up, now=time) for up in (True, False)]


def test_turnover_of_a_day_is_measured_without_bias() -> None:
    """Four days of moves of a tick, each far below a step of the float that counts them."""
    draw = random.Random(3)
    state = FeeState(time=1)
    time = 1
    for _ in range(24_000):
        time += 14
        state = rolled(state, 500, time)
        state = traded(state, draw.choice((-1, 1)))
    counted = (state.turnover & 0xFF) << (state.turnover >> 8)
    steady = 50 * 86_400 / 14
    assert 0.7 * steady < counted < 1.1 * steady


@pytest.mark.parametrize("blocks", [1, 3, 10])
def test_pushing_the_fee_down_takes_quiet_and_up_takes_trades(blocks: int) -> None:
    """A round trip in one second is no sample; moves over blocks raise the fee."""
    level, now = 3000, 1 << 25
    calm = rolled(FeeState(time=now - 60 & 0xFFFFFF, variance=500), level, now)
    state, time = calm, now
    for _ in range(blocks):
        state = traded(traded(state, 400), -400)
        time += ATTACK_BLOCK
        state = rolled(state, level, time)
    assert state.variance <= calm.variance and state.lean == 0
    pushed, time = calm, now
    for block in range(blocks):
        pushed = traded(pushed, 50 if block % 2 else -50)
        time += ATTACK_BLOCK
        pushed = rolled(pushed, level, time)
    sides = [fee_of(pushed, level, up=up, now=time) for up in (True, False)]
    assert sum(sides) > sum(fee_of(calm, level, up=up, now=time) for up in (True, False))
