"""The story's pools, whichever of ether and dollars has the lower address."""

from typing import Any

import pytest

from quantera.demo import market
from quantera.demo.chapters.sandwich import (
    DEPTH,
    FEE,
    SPACING,
    UNIT,
    WIDTH,
    Venue,
    liquidity_of,
    sqrt_price,
    worth,
)
from quantera.evm import Actor, MemoryChain
from quantera.gas.pool_stack import deploy_pool_stack, in_order

PRICE = market.Price(0, 1_600 * market.VALUE)
HIGHER = market.Price(1, 1_650 * market.VALUE)
PLENTY = 10**9 * UNIT


@pytest.fixture(scope="module", params=(True, False), ids=("ether first", "dollar first"))
def pool(request: pytest.FixtureRequest) -> tuple[Venue, Actor]:
    stack = deploy_pool_stack(MemoryChain())
    one, other = (stack.token(name) for name in ("one", "other"))
    first, second = in_order(one, other)
    ether, dollar = (first, second) if request.param else (second, first)
    start = sqrt_price(PRICE, ether_is_a=request.param)
    key = (first, second, FEE, SPACING, 0)
    by_address: dict[Any, Any] = {one.address: one, other.address: other}
    tokens = [by_address[getattr(token, "address", token)] for token in (ether, dollar)]
    venue = Venue("pool", stack, key, stack.create(key, start), *tokens)
    trader = stack.chain.actor("trader")
    stack.fund(tokens, [trader], PLENTY)
    tick = stack.pools.poolState(venue.id).tick // SPACING * SPACING
    added = stack.added(key, tick - WIDTH, tick + WIDTH, liquidity_of(venue, start))
    stack.pools.add(added, sender=trader)
    return venue, trader


def test_the_range_holds_the_depth_that_was_asked_for(pool: tuple[Venue, Actor]) -> None:
    venue, trader = pool
    dollars = PLENTY - venue.held(trader)[1]
    ether = PLENTY - venue.held(trader)[0]
    assert abs(dollars - DEPTH) < DEPTH // 100
    assert abs(ether * 1_600 - DEPTH) < DEPTH // 100


def test_a_buyer_gets_ether_for_dollars_at_the_price(pool: tuple[Venue, Actor]) -> None:
    venue, trader = pool
    for buys in (True, False):
        ether, dollars = venue.held(trader)
        amount = 1_600 * UNIT if buys else UNIT
        with venue.stack.chain.rollback():
            request = venue.swap(amount, trader, buys=buys)
            venue.stack.pools.swap(request, sender=trader)
            now = venue.held(trader)
        got = now[0] - ether, now[1] - dollars
        gained, paid = got if buys else got[::-1]
        assert paid == -amount
        fair = UNIT if buys else 1_600 * UNIT
        assert fair * 998 // 1_000 < gained < fair


def test_a_limit_is_where_the_price_comes_to(pool: tuple[Venue, Actor]) -> None:
    venue, trader = pool
    target = venue.sqrt_price(HIGHER)
    buys = (target > venue.now()) is venue.ether_is_a
    assert buys
    with venue.stack.chain.rollback():
        request = venue.swap(PLENTY // 10, trader, buys=buys, limit=target)
        venue.stack.pools.swap(request, sender=trader)
        assert venue.now() == target


def test_worth_is_dollars_at_the_price(pool: tuple[Venue, Actor]) -> None:
    venue, _ = pool
    found = worth(3 * UNIT, venue.now(), ether_is_a=venue.ether_is_a)
    assert abs(found - 3 * 1_600 * UNIT) < 10**9
    assert venue.fee() == FEE
