"""Strategies of the pools: others move a position, and put its fees to work."""

from dataclasses import dataclass

from quantera.evm import Actor, NodeChain, Receipt
from quantera.gas.operation import Operation, Subject
from quantera.gas.operations.liquidity import Market, observed
from quantera.gas.pool_market import (
    BLOCK,
    DEPTH,
    HOUR,
    MAX_INPUT,
    SPACING,
    START,
    OurVenue,
    around,
)
from quantera.gas.pool_stack import Key, PoolStack
from quantera.liquidity.ticks import sqrt_price_at_tick

WINDOW = 600
MOVED = START + SPACING + SPACING // 6
"""In the managed range, which is three spacings wide, and over a spacing off its middle."""


@dataclass(frozen=True)
class Managed:
    """A position of the provider's with a policy, and a stranger who holds both tokens."""

    stack: PoolStack
    key: Key
    token_id: int
    stranger: Actor


def _managed(chain: NodeChain) -> Managed:
    """Its fees have been brought up to date once, the price has moved and stayed, it is due."""
    market: Market = observed(chain)
    venue = market.venue
    if not isinstance(venue, OurVenue):
        raise TypeError("strategies are ours alone")
    stack, key = venue.stack, venue.key
    stack.pools.growObservations(stack.pools.poolId(key), 20, sender=market.trader)
    token_id: int = venue.mint(market.provider, *around(1), DEPTH).return_value[0]
    policy = {
        "halfWidth": 2 * SPACING,
        "narrowest": 0,
        "widest": 0,
        "factor": 0,
        "horizon": 0,
        "minMove": SPACING,
        "cooldown": HOUR,
        "meanWindow": WINDOW,
        "maxDeviation": 50,
        "maxLossBps": 100,
        "rewardCapA": DEPTH,
        "rewardCapB": DEPTH,
        "minFeesValue": 1,
        "coinPrice": 10**18,
        "rewardBps": 1000,
        "gasMultiple": 1,
    }
    stack.pools.setPolicy(key, token_id, policy, sender=market.provider)
    for a_for_b in (True, False):
        chain.advance(BLOCK)
        venue.swap(market.trader, 10**18, a_for_b=a_for_b)
    chain.advance(2 * WINDOW)
    stack.pools.compoundFor(key, token_id, sender=market.trader)
    chain.advance(BLOCK)
    venue.swap(market.trader, 10**18, a_for_b=True)
    chain.advance(BLOCK)
    limit = sqrt_price_at_tick(MOVED)
    venue.swap(market.trader, MAX_INPUT, a_for_b=False, limit=limit)
    chain.advance(2 * WINDOW)
    return Managed(stack, key, token_id, market.trader)


def _rebalance(managed: Managed) -> Receipt:
    receipt: Receipt = managed.stack.pools.rebalance(
        managed.key, managed.token_id, sender=managed.stranger
    )
    return receipt


def _compound(managed: Managed) -> Receipt:
    receipt: Receipt = managed.stack.pools.compoundFor(
        managed.key, managed.token_id, sender=managed.stranger
    )
    return receipt


CONDITIONS = (
    "by a stranger through the proxy, who is rewarded in both tokens; mean of ten minutes; gas and "
    "fees decide; the price is in the range and a spacing off its middle"
)

OPERATIONS = (
    Operation(
        id="pool.rebalance",
        limit=300_000,
        conditions=f"{CONDITIONS}; the old range's ticks go out of use, one new one comes into use",
        ours=Subject(_managed, _rebalance),
    ),
    Operation(
        id="pool.compound",
        limit=200_000,
        conditions=f"{CONDITIONS}; by somebody else than the owner, what does not fit stays owed",
        ours=Subject(_managed, _compound),
    ),
)
