"""Policies: who writes them, what they may say, when they end."""

from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.gas.pool_stack import DYNAMIC_FEE, Key
from quantera.liquidity.ticks import sqrt_price_at_tick
from tests.unit.liquidity.conftest import FEE, PRICE, RANGE, SPACING, Market, told
from tests.unit.liquidity.strategies import LIQUIDITY, NARROW, POLICY, Managed, manage

VOLATILITY: dict[str, Any] = {
    "halfWidth": 0,
    "narrowest": 60,
    "widest": 600,
    "factor": 200,
    "horizon": 86_400,
}


def test_writing(market: Market) -> None:
    managed = manage(market)
    receipt = managed.set_policy(minMove=90)
    expected = tuple((POLICY | {"minMove": 90}).values())
    assert told(receipt, "PolicySet") == (market.id, managed.token, market.bob, expected)
    assert market.pools.policyOf(managed.token) == (expected, 0, 0, 0)
    assert market.pools.positionState(managed.name).flags == 2


def test_lpo_63_only_the_owner_writes(market: Market) -> None:
    managed = manage(market)
    market.pools.setApprovalForAll(market.alice, True, sender=market.bob)
    with expect_revert("PositionNotAllowed"):
        managed.set_policy(sender=market.alice)


def test_what_can_carry_a_policy(market: Market) -> None:
    bare = int.from_bytes(market.position(*RANGE))
    token = market.mint(*NARROW, LIQUIDITY)
    pools = market.pools
    with expect_revert("ObservationsNotKept", id=market.id):
        pools.setPolicy(market.key, token, POLICY, sender=market.bob)
    pools.growObservations(market.id, 1, sender=market.alice)
    for other in (bare, 99):
        with expect_revert("PositionUnknown"):
            pools.setPolicy(market.key, other, POLICY, sender=market.bob)
    other_key = (market.token_a, market.token_b, 500, 10, 0)
    with expect_revert("PoolUnknown"):
        pools.setPolicy(other_key, token, POLICY, sender=market.bob)
    market.stack.create(other_key, PRICE)
    with expect_revert("PositionUnknown"):
        pools.setPolicy(other_key, token, POLICY, sender=market.bob)
    pools.pauseGroups(1 << 4, sender=market.stack.governor)
    with expect_revert("GroupPaused"):
        pools.setPolicy(market.key, token, POLICY, sender=market.bob)


WIDTH, MOVE, COOLING, MEAN, LOSS, REWARD, TRIGGER = range(7)
MONTH = 30 * 86_400


@pytest.mark.parametrize(
    ("term", "change"),
    [
        (WIDTH, {"halfWidth": 119}),
        (WIDTH, {"halfWidth": 59}),
        (WIDTH, {"halfWidth": 887_280}),
        (WIDTH, VOLATILITY),
        (MOVE, {"minMove": 59}),
        (COOLING, {"cooldown": 59}),
        (COOLING, {"cooldown": MONTH + 1}),
        (MEAN, {"meanWindow": 59}),
        (MEAN, {"meanWindow": MONTH + 1}),
        (MEAN, {"maxDeviation": 1001}),
        (LOSS, {"maxLossBps": 0}),
        (LOSS, {"maxLossBps": 1001}),
        (REWARD, {"rewardBps": 2001}),
        (TRIGGER, {"minFeesValue": 0}),
        (TRIGGER, {"gasMultiple": 100}),
    ],
)
def test_bounds(market: Market, term: int, change: dict[str, Any]) -> None:
    managed = manage(market)
    with expect_revert("PolicyOutOfBounds", term=term):
        managed.set_policy(**change)


@pytest.mark.parametrize(
    "change",
    [
        {"halfWidth": 60},
        {"halfWidth": 887_220},
        {"cooldown": 60},
        {"cooldown": MONTH},
        {"meanWindow": 60},
        {"meanWindow": MONTH},
        {"maxDeviation": 1000},
        {"maxDeviation": 0},
        {"maxLossBps": 1},
        {"maxLossBps": 1000},
        {"rewardBps": 2000},
        {"minFeesValue": 0, "gasMultiple": 1, "coinPrice": 1},
    ],
)
def test_at_the_bounds(market: Market, change: dict[str, Any]) -> None:
    manage(market).set_policy(**change)


def dynamic_pool(market: Market) -> Key:
    key: Key = (market.token_a, market.token_b, FEE, SPACING, DYNAMIC_FEE)
    market.stack.create(key, PRICE)
    market.add(*RANGE, 10**20, key=key)
    return key


@pytest.mark.parametrize(
    "change",
    [
        {"narrowest": 59},
        {"widest": 119, "narrowest": 120},
        {"widest": 900_000},
        {"factor": 0},
        {"horizon": 0},
        {"horizon": MONTH + 1},
    ],
)
def test_bounds_of_a_width_from_volatility(market: Market, change: dict[str, Any]) -> None:
    managed = manage(market, dynamic_pool(market), **VOLATILITY)
    with expect_revert("PolicyOutOfBounds", term=WIDTH):
        managed.set_policy(**(VOLATILITY | change))


def ended(market: Market, managed: Managed) -> None:
    assert market.pools.policyOf(managed.token)[0] == (0,) * len(POLICY)
    assert managed.reason() == "NO_POLICY"
    for call in (managed.rebalance, managed.compound):
        with expect_revert("NotDue", reason=1):
            call()


def test_ending(market: Market) -> None:
    managed = manage(market)
    with expect_revert("PositionNotAllowed"):
        market.pools.endPolicy(managed.token, sender=market.alice)
    market.pools.pauseGroups(1 << 4, sender=market.stack.governor)
    receipt = market.pools.endPolicy(managed.token, sender=market.bob)
    market.pools.unpauseGroups(1 << 4, sender=market.stack.governor)
    assert told(receipt, "PolicyEnded") == (managed.token,)
    ended(market, managed)
    for token in (managed.token, 99):
        with expect_revert("PolicyUnknown"):
            market.pools.endPolicy(token, sender=market.bob)


@pytest.mark.parametrize("allow", ["approve", "setApprovalForAll"])
def test_those_the_owner_allows_end_it_too(market: Market, allow: str) -> None:
    managed = manage(market)
    what: Any = managed.token if allow == "approve" else True
    getattr(market.pools, allow)(market.alice, what, sender=market.bob)
    market.pools.endPolicy(managed.token, sender=market.alice)
    ended(market, managed)


def test_lpo_63_handing_on_ends_it(market: Market) -> None:
    managed = manage(market)
    receipt = market.pools.transferFrom(market.bob, market.alice, managed.token, sender=market.bob)
    assert told(receipt, "PolicyEnded") == (managed.token,)
    ended(market, managed)
    receipt = market.pools.transferFrom(
        market.alice, market.bob, managed.token, sender=market.alice
    )
    assert not receipt.events.named("PolicyEnded")
    ended(market, managed)
    managed.set_policy()
    assert managed.reason() == "NOT_MOVED"


def test_leaving_entirely_ends_it(market: Market) -> None:
    managed = manage(market)
    market.remove(managed.token, LIQUIDITY, market.bob)
    assert market.pools.policyOf(managed.token)[0] == (0,) * len(POLICY)
    with expect_revert("PositionUnknown"):
        managed.rebalance()
    market.pools.close(managed.token, sender=market.bob)


def test_it_stays_while_owed(market: Market) -> None:
    managed = manage(market)
    market.remove(managed.token, LIQUIDITY, ZERO_ADDRESS)
    assert managed.reason() == "EMPTY"
    with expect_revert("NotDue", reason=3):
        managed.compound()


def test_it_stays_when_the_owner_moves_the_range(market: Market) -> None:
    managed = manage(market)
    request = {
        "key": market.key,
        "position": managed.name,
        "tickLower": -60,
        "tickUpper": 120,
        "liquidity": 0,
        "maxA": 0,
        "maxB": 0,
        "minA": 0,
        "minB": 0,
        "sqrtPriceLowX96": 0,
        "sqrtPriceHighX96": sqrt_price_at_tick(800_000),
        "recipient": market.bob,
        "deadline": 2**63,
    }
    market.pools.changeRange(request, sender=market.bob)
    assert market.pools.positionState(managed.name).flags == 2
    assert managed.reason() == "NOT_MOVED"
    assert managed.fees() == (0, 0)
