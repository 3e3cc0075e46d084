"""Quotes that tests make up."""

import itertools
import random

from hypothesis import strategies as st

from quantera import chains
from quantera.bridge.routes import LaneQuote
from quantera.bridge.scoring import Facts, Protocol

USD = 10**8
COINS = {
    "ethereum": 3_000 * USD,
    "polygon": USD // 4,
    "avalanche": 25 * USD,
    "arbitrum": 3_000 * USD,
    "optimism": 3_000 * USD,
}
LANES = tuple(itertools.permutations(chains.PRODUCTION, 2))
CLOSED = 221


def quote(
    protocol: Protocol,
    *,
    lane: tuple[str, str] = ("ethereum", "polygon"),
    reason: int = 0,
    cost: int = 10**15,
    seconds: int = 600,
    tier: int = 3,
    reliability: int = 9_900,
) -> LaneQuote:
    """One quote of which a test cares about a part."""
    return LaneQuote(*lane, protocol, reason, Facts(cost, seconds, tier, reliability))


def facts() -> st.SearchStrategy[Facts]:
    """Any facts; small ranges, so that equals happen."""
    return st.builds(
        Facts,
        cost=st.integers(0, 5).map(lambda at: at * 10**14) | st.integers(0, 10**18),
        expected_seconds=st.integers(0, 4).map(lambda at: at * 300) | st.integers(0, 10**5),
        tier=st.integers(0, 4),
        reliability_bps=st.integers(9_000, 10_000),
    )


def market(seed: int) -> list[LaneQuote]:
    """Quotes of all 20 lanes and 4 protocols; one in ten may not carry anything."""
    chance = random.Random(seed)
    return [
        LaneQuote(
            *lane,
            protocol,
            CLOSED if chance.random() < 0.1 else 0,
            Facts(
                chance.randrange(10**13, 10**16),
                chance.randrange(30, 2_000),
                chance.randrange(1, 5),
                chance.randrange(9_500, 10_001),
            ),
        )
        for lane in LANES
        for protocol in Protocol
    ]
