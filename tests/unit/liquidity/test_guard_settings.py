"""Switching guards: what each call writes, refuses and says; and pausing a pool."""

from typing import Any

import pytest

from quantera.access import Role
from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.gas.pool_stack import FOREVER, Key
from quantera.liquidity.ticks import MAX_TICK
from tests.unit.liquidity.conftest import DEPTH, PRICE, RANGE, Market, told
from tests.unit.liquidity.guarding import switch, to_tick
from tests.unit.liquidity.test_ranges import moving

NOTHING = (False, False, 0, 0, 0, False)
AMOUNT = 10**15
WINDOW = 5
BREAKER = "DeviationBreaker"
CALLS: tuple[tuple[str, tuple[Any, ...], Role], ...] = (
    ("raiseSandwichGuard", (), Role.RISK_OFFICER),
    ("lowerSandwichGuard", (), Role.CONFIGURATOR),
    ("setEarlyExitPeriod", (60,), Role.CONFIGURATOR),
    ("extendEarlyExitPeriod", (60,), Role.RISK_OFFICER),
    ("setDeviationBreaker", (100, WINDOW, True), Role.CONFIGURATOR),
    ("tightenDeviationBreaker", (100, WINDOW, False), Role.RISK_OFFICER),
    ("pausePool", (), Role.RISK_OFFICER),
    ("unpausePool", (), Role.LISTING_ADMIN),
)


@pytest.fixture
def observed(market: Market) -> Market:
    market.pools.growObservations(market.id, WINDOW + 1, sender=market.alice)
    market.stack.chain.advance(WINDOW)
    to_tick(market, 20)
    return market


@pytest.mark.parametrize(("function", "arguments", "role"), CALLS)
def test_each_has_its_role(
    observed: Market, function: str, arguments: tuple[Any, ...], role: Role
) -> None:
    holder, others = observed.stack.chain.actors("holder", "others")
    governor = observed.stack.governor
    for each in Role:
        if each not in (Role.ADMIN,):
            account = holder if each == role else others
            observed.stack.access.grantRole(each, account, 0, sender=governor)
    with expect_revert("AccessManagedUnauthorized"):
        switch(observed, function, *arguments, sender=others)
    switch(observed, function, *arguments, sender=holder)


@pytest.mark.parametrize(("function", "arguments", "role"), CALLS)
def test_of_pools_that_are_there(
    market: Market, function: str, arguments: tuple[Any, ...], role: Role
) -> None:
    key: Key = (market.token_a, market.token_b, 1, 1, 0)
    assert role
    with expect_revert("PoolUnknown"):
        switch(market, function, *arguments, key=key)


def test_they_do_not_meet(observed: Market) -> None:
    pools, pool = observed.pools, observed.id
    assert pools.guardsOf(pool) == NOTHING
    flags = pools.poolState(pool).flags
    before = pools.poolState(pool)
    assert told(switch(observed, "raiseSandwichGuard"), "SandwichGuardSet") == (pool, True)
    assert told(switch(observed, "setEarlyExitPeriod", 60), "EarlyExitPeriodSet") == (pool, 60)
    switch(observed, "setDeviationBreaker", MAX_TICK, WINDOW, True)
    assert told(switch(observed, "pausePool"), "PoolPaused") == (pool,)
    assert pools.guardsOf(pool) == (True, True, 60, MAX_TICK, WINDOW, True)
    assert pools.poolState(pool).flags == flags | 0x2E0
    switch(observed, "setEarlyExitPeriod", 86_400)
    assert pools.guardsOf(pool) == (True, True, 86_400, MAX_TICK, WINDOW, True)
    switch(observed, "setDeviationBreaker", 1, WINDOW - 1, False)
    assert pools.guardsOf(pool) == (True, True, 86_400, 1, WINDOW - 1, False)
    assert told(switch(observed, "unpausePool"), "PoolUnpaused") == (pool,)
    assert told(switch(observed, "lowerSandwichGuard"), "SandwichGuardSet") == (pool, False)
    switch(observed, "setDeviationBreaker", 0, 0, False)
    assert pools.guardsOf(pool) == (False, False, 86_400, 0, 0, False)
    assert told(switch(observed, "setEarlyExitPeriod", 0), "EarlyExitPeriodSet") == (pool, 0)
    assert pools.guardsOf(pool) == NOTHING
    assert pools.poolState(pool) == before


def test_what_is_out_of_range(observed: Market) -> None:
    for function in ("setEarlyExitPeriod", "extendEarlyExitPeriod"):
        with expect_revert("PeriodOutOfRange", period=86_401):
            switch(observed, function, 86_401)
    for ticks, window in ((0, 1), (1, 0), (MAX_TICK + 1, 1)):
        with expect_revert("BreakerOutOfRange", ticks=ticks, window=window):
            switch(observed, f"set{BREAKER}", ticks, window, False)


def test_periods_are_only_extended(observed: Market) -> None:
    """LPO-46."""
    switch(observed, "extendEarlyExitPeriod", 60)
    for shorter in (59, 0):
        with expect_revert("NotTighter", id=observed.id):
            switch(observed, "extendEarlyExitPeriod", shorter)
    switch(observed, "extendEarlyExitPeriod", 60)
    switch(observed, "extendEarlyExitPeriod", 61)
    switch(observed, "setEarlyExitPeriod", 1)


def test_breakers_are_only_tightened(observed: Market) -> None:
    """LPO-46."""
    tighten = f"tighten{BREAKER}"
    with expect_revert("NotTighter", id=observed.id):
        switch(observed, tighten, 0, 0, False)
    switch(observed, tighten, 100, WINDOW, True)
    for looser in (
        (101, WINDOW, True),
        (100, WINDOW - 1, True),
        (100, WINDOW + 1, True),
        (0, 0, False),
    ):
        with expect_revert("NotTighter", id=observed.id):
            switch(observed, tighten, *looser)
    switch(observed, tighten, 99, WINDOW, True)
    switch(observed, tighten, 99, WINDOW, False)
    with expect_revert("NotTighter", id=observed.id):
        switch(observed, tighten, 99, WINDOW, True)
    switch(observed, f"set{BREAKER}", 500, WINDOW - 1, True)


@pytest.fixture
def paused(market: Market) -> Market:
    market.swap(10**18, a_for_b=True)
    market.swap(10**18, a_for_b=False)
    switch(market, "pausePool")
    return market


def test_a_paused_pool_takes_nothing_in(paused: Market) -> None:
    """LPO-47."""
    pools, key, name = paused.pools, paused.key, paused.position(*RANGE)
    hops = [(key, True, 0)]
    for refused in (
        lambda: paused.swap(AMOUNT, a_for_b=True),
        lambda: paused.swap(-AMOUNT, a_for_b=False),
        lambda: pools.swapPathExactIn(
            hops, AMOUNT, 0, paused.alice, FOREVER, 0, sender=paused.alice
        ),
        lambda: pools.swapPathExactOut(
            hops, AMOUNT, 2**255, paused.alice, FOREVER, 0, sender=paused.alice
        ),
        lambda: pools.quoteSwap(key, True, AMOUNT, 0),
        lambda: paused.add(*RANGE, DEPTH),
        lambda: paused.mint(*RANGE, DEPTH),
        lambda: pools.changeRange(moving(paused, name, -60, 60), sender=paused.bob),
        lambda: pools.compound(key, name, 0, 0, 0, FOREVER, sender=paused.bob),
    ):
        with expect_revert("PoolIsPaused", id=paused.id):
            refused()


def test_a_paused_pool_lets_everything_out(paused: Market) -> None:
    """LPO-47."""
    pools, name = paused.pools, paused.position(*RANGE)
    fees = pools.feesOf(paused.key, name)
    assert fees[0] > 0
    paused.remove(name, DEPTH // 2, ZERO_ADDRESS)
    pools.collect(paused.key, name, paused.bob, 2**128 - 1, 2**128 - 1, sender=paused.bob)
    paused.remove(name, DEPTH // 2, paused.bob)
    assert max(paused.balances(pools)) <= 4
    assert pools.poolOf(paused.key).totalLiquidity == 0


def test_only_the_paused_pool(paused: Market) -> None:
    other: Key = (paused.token_a, paused.token_b, 500, 10, 0)
    paused.stack.create(other, PRICE)
    paused.add(*RANGE, DEPTH, key=other)
    paused.swap(AMOUNT, a_for_b=True, key=other)
    switch(paused, "unpausePool")
    paused.add(*RANGE, DEPTH)
    paused.swap(AMOUNT, a_for_b=True)
