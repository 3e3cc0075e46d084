"""The oracle: started and grown on demand, means, edges. The rest is the differential test's."""

import pytest

from quantera.evm import expect_revert
from quantera.liquidity.ticks import sqrt_price_at_tick
from tests.unit.liquidity.conftest import DEPTH, TICK, Market, told


def to_tick(market: Market, tick: int) -> None:
    """Move the price to a tick."""
    down = tick < market.pools.poolState(market.id).tick
    limit = sqrt_price_at_tick(tick)
    market.swap(DEPTH, a_for_b=down, sqrtPriceLimitX96=limit, options=1)


def test_nobody_asked(market: Market) -> None:
    to_tick(market, 10)
    assert market.pools.poolState(market.id).observationsWanted == 0
    with expect_revert("ObservationsNotKept", id=market.id):
        market.pools.observe(market.id, [0])
    with expect_revert("ObservationsNotKept", id=market.id):
        market.pools.meanTick(market.id, 1)
    assert market.pools.observationAt(market.id, 0) == (0, 0, 0, False)


def test_anybody_may_ask(market: Market) -> None:
    receipt = market.pools.growObservations(market.id, 3, sender=market.alice)
    assert told(receipt, "ObservationsGrown") == (market.id, 0, 3)
    now = market.stack.chain.timestamp
    assert market.pools.observationAt(market.id, 0) == (now, 0, 0, True)
    assert market.pools.observationAt(market.id, 1) == (1, 0, 0, False)
    state = market.pools.poolState(market.id)
    assert (state.observationIndex, state.observationsKept, state.observationsWanted) == (0, 1, 3)
    assert not market.pools.growObservations(market.id, 3, sender=market.alice).events
    assert market.pools.growObservations(market.id, 5, sender=market.alice).events


def test_means(market: Market) -> None:
    """LPO-09."""
    chain, pools = market.stack.chain, market.pools
    pools.growObservations(market.id, 10, sender=market.alice)
    chain.advance(100)
    to_tick(market, -50)
    told_then = pools.observe(market.id, [0, 100])
    chain.advance(50)
    assert pools.meanTick(market.id, 50) == -50
    assert pools.meanTick(market.id, 150) == (100 * TICK - 50 * 50) // 150
    assert pools.meanTick(market.id, 149) == (99 * TICK - 50 * 50) // 149
    to_tick(market, -51)
    chain.advance(100)
    # A mean that is no whole tick is rounded down.
    assert pools.meanTick(market.id, 101) == -51
    assert pools.observe(market.id, [150, 250]) == told_then
    with expect_revert("WindowZero"):
        pools.meanTick(market.id, 0)
    with expect_revert("ObservationTooOld"):
        pools.meanTick(market.id, 251)


@pytest.mark.parametrize("kept", [1, 2, 3])
def test_the_ring_goes_round(market: Market, kept: int) -> None:
    chain, pools = market.stack.chain, market.pools
    pools.growObservations(market.id, kept, sender=market.alice)
    times = []
    for step in range(7):
        chain.advance(10)
        to_tick(market, -2 * step)
        times.append(chain.timestamp)
    written = {pools.observationAt(market.id, place)[0] for place in range(kept)}
    assert written == set(times[-kept:])
    reach = 10 * (kept - 1)
    pools.observe(market.id, [reach])
    with expect_revert("ObservationTooOld"):
        pools.observe(market.id, [reach + 1])
