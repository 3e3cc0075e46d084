"""All guards at once under random calls: nobody leaves young with fees, and all comes out."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import Actor, Reverted
from quantera.gas.pool_stack import PARTIAL
from tests.unit.liquidity.conftest import Market
from tests.unit.liquidity.guarding import price_of, same_block, switch, worth

PERIOD, WINDOW, BAND = 30, 10, 400
RANGES = ((-600, 660), (0, 60), (-60, 120), (60, 120))
MOST = 2**128 - 1

CALLS = st.lists(
    st.tuples(
        st.sampled_from(("swap", "swap", "swap", "add", "remove", "collect", "touch")),
        st.integers(0, 2),
        st.sampled_from(RANGES),
        st.integers(12, 19),
        st.booleans(),
        st.sampled_from((None, None, None, 0, 1, PERIOD)),
    ),
    min_size=5,
    max_size=30,
)


def run(
    market: Market, who: Actor, call: str, span: tuple[int, int], power: int, *, flag: bool
) -> None:
    """One call; what the guards and the pool refuse is refused."""
    amount = 10**power if flag or call == "add" else -(10**power)
    name = market.position(*span, who)
    held = market.pools.positionState(name)
    if call == "swap":
        down = power % 2 == 0
        market.swap(amount, a_for_b=down, sender=who, options=PARTIAL)
    elif call == "add":
        market.add(*span, amount, sender=who)
    elif call == "remove":
        leave(market, who, span, held.liquidity if flag else held.liquidity // 3)
    elif call == "touch":
        market.remove(name, 0, who, sender=who)
    else:
        market.pools.collect(market.key, name, who, MOST, MOST, sender=who)


def leave(market: Market, who: Actor, span: tuple[int, int], liquidity: int) -> None:
    """LPO-42, LPO-43: the liquidity's worth comes out, what was owed, and no young fee."""
    name = market.position(*span, who)
    before = market.pools.positionState(name)
    worth_it = market.pools.quoteRemove(market.key, name, liquidity)
    fees = market.pools.feesOf(market.key, name)
    young = market.stack.chain.timestamp - before.addedAt < PERIOD
    if young:
        assert fees == (before.owedA, before.owedB)
    penalty = market.pools.exitPenalty(market.key, name, liquidity)
    receipt = market.remove(name, liquidity, who, sender=who)
    assert receipt.return_value == (worth_it[0] + fees[0], worth_it[1] + fees[1])
    lost = [event.args for event in receipt.events if event.name == "FeesForfeited"]
    assert [(args["amountA"], args["amountB"]) for args in lost] == [penalty] * any(penalty)
    assert young or not lost


@pytest.fixture(scope="module")
def busy(market_session: Market) -> Iterator[Market]:
    """Undone afterwards."""
    with market_session.stack.chain.rollback():
        yield prepared(market_session)


def prepared(market: Market) -> Market:
    """A ring that reaches over the window, and a third account."""
    market.pools.growObservations(market.id, WINDOW + 1, sender=market.alice)
    market.stack.chain.advance(1)
    market.swap(10**18, a_for_b=True)
    market.swap(10**18, a_for_b=False)
    market.stack.chain.advance(WINDOW)
    carol = market.stack.chain.actor("carol")
    market.stack.fund((market.token_a, market.token_b), [carol], 10**24)
    for who in (market.alice, market.bob, carol):
        for span in RANGES:
            market.add(*span, 10**19, sender=who)
    return market


@given(CALLS, st.booleans())
def test_whatever_happens_all_comes_out(
    busy: Market,
    calls: list[tuple[str, int, tuple[int, int], int, bool, int | None]],
    charges: bool,
) -> None:
    """LPO-01, LPO-02, LPO-40, LPO-42, LPO-43, LPO-45 at once."""
    market = busy
    chain = market.stack.chain
    with chain.rollback():
        people = (market.alice, market.bob, chain.actor("carol"))
        switch(market, "raiseSandwichGuard")
        switch(market, "setEarlyExitPeriod", PERIOD)
        switch(market, "setDeviationBreaker", BAND, WINDOW, charges)
        for call, person, span, power, flag, wait in calls:
            if wait is None:
                same_block(market)
            else:
                chain.advance(wait)
            opening = price_of(
                market.pools.function("openingPrice")(
                    market.id, block_number=chain.block_number + 1
                )
            )
            who = people[person]
            before = worth(market, who, opening)
            lowest, highest = market.pools.breakerBounds(market.id)
            start = market.pools.poolState(market.id).tick
            try:
                run(market, who, call, span, power, flag=flag)
            except Reverted:
                continue
            if call == "swap":
                assert worth(market, who, opening) <= before
                end = market.pools.poolState(market.id).tick
                assert charges or min(lowest, start) <= end <= max(highest, start)
        for who in people:
            for span in RANGES:
                name = market.position(*span, who)
                held = market.pools.positionState(name)
                if held.poolNumber and (held.liquidity or held.owedA or held.owedB):
                    if held.liquidity:
                        leave(market, who, span, held.liquidity)
                    else:
                        market.pools.collect(market.key, name, who, MOST, MOST, sender=who)
        market.pools.collectProtocolFees(
            market.key, market.bob, MOST, MOST, sender=market.stack.governor
        )
        # What stays is rounding, and the unit that keeps the protocol's slot in use.
        left = market.balances(market.pools)
        assert max(left) <= 4 * (len(calls) + 3 * len(RANGES))
        assert market.pools.poolState(market.id).liquidity == 0
