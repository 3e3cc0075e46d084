"""Pools rebuilt from logs; the state machine compares whole random histories."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.evm import Receipt
from quantera.evm.receipts import Arguments, Event
from quantera.gas.pool_stack import PARTIAL, Key
from quantera.liquidity.replay import Replay, ReplayError
from quantera.liquidity.ticks import sqrt_price_at_tick
from quantera.liquidity.words import MAX_UINT128
from tests.unit.liquidity.conftest import DEPTH, PRICE, RANGE, Market

AMOUNT = 10**17
NOBODY = f"0x{0:040x}"


@dataclass
class History:
    """A new pool and the replay of what happens in it."""

    market: Market
    key: Key
    id: bytes
    replay: Replay

    def take(self, receipt: Receipt) -> Receipt:
        self.replay.apply(receipt.events.of(self.market.pools), receipt.timestamp)
        return receipt

    def agrees(self, *positions: bytes) -> None:
        """Price, growth, protocol's fees, and some positions, are the contract's."""
        pool, live = self.market.pools, self.replay.pools[self.id]
        state, twin = pool.poolState(self.id), live.pool
        assert (state.sqrtPriceX96, state.tick, state.liquidity) == (
            twin.sqrt_price,
            twin.tick,
            twin.liquidity,
        )
        assert (state.feeGrowthA, state.feeGrowthB) == (twin.fee_growth0, twin.fee_growth1)
        assert (state.protocolFeesA, state.protocolFeesB) == (
            twin.protocol_fees0,
            twin.protocol_fees1,
        )
        for name in positions:
            held, record = pool.positionState(name), live.position(name)
            assert (held.liquidity, held.insideA, held.insideB, held.owedA, held.owedB) == (
                record.liquidity,
                record.fee0_inside,
                record.fee1_inside,
                record.owed0,
                record.owed1,
            )
            assert (held.poolNumber > 0) == (name in live.places)


@pytest.fixture
def history(market: Market) -> History:
    key: Key = (market.token_a, market.token_b, 500, 60, 0)
    found = History(market, key, market.pools.poolId(key), Replay())
    found.take(market.pools.createPool(key, PRICE, sender=market.alice))
    found.take(market.add(*RANGE, DEPTH, key=key))
    return found


@pytest.mark.parametrize("amount", [AMOUNT, -AMOUNT, 1, 10**30])
@pytest.mark.parametrize("a_for_b", [True, False])
def test_swaps_are_worked_out_again(history: History, amount: int, *, a_for_b: bool) -> None:
    """Ended by their amount, or, as the last, by a limit that they do not tell.

    Beyond that, there is a stretch without any liquidity, which nothing enters or leaves for.
    """
    market, governor = history.market, history.market.stack.governor
    share = market.pools.setProtocolShare(history.key, 4, 10, sender=governor)
    history.take(share)
    for stop in (300, 900):
        limit = sqrt_price_at_tick(-stop if a_for_b else stop)
        swapped = market.swap(
            amount,
            a_for_b=a_for_b,
            key=history.key,
            options=PARTIAL,
            sqrtPriceLimitX96=limit,
        )
        history.take(swapped)
    history.agrees(market.stack.position_key(market.bob, history.key, *RANGE))
    paid = market.pools.collectProtocolFees(
        history.key, market.alice, MAX_UINT128, MAX_UINT128, sender=governor
    )
    history.take(paid)
    history.agrees()


def test_taking_out_and_being_owed_are_told_apart(history: History) -> None:
    """With a recipient the position ends; collected later it stays, empty, and can be filled."""
    market, pools = history.market, history.market.pools
    name = market.stack.position_key(market.bob, history.key, *RANGE)
    tokens = []
    for _ in range(2):
        request = market.stack.added(history.key, *RANGE, DEPTH)
        receipt = history.take(pools.mint(request, market.bob, sender=market.bob))
        tokens.append(receipt.return_value[0])
    ended, emptied = (token.to_bytes(32) for token in tokens)
    history.take(market.swap(AMOUNT, a_for_b=True, key=history.key))
    history.take(market.remove(ended, DEPTH, market.bob, key=history.key))
    history.take(market.remove(emptied, DEPTH, NOBODY, key=history.key))
    history.agrees(name, ended, emptied)
    history.take(
        pools.collect(history.key, emptied, market.bob, MAX_UINT128, MAX_UINT128, sender=market.bob)
    )
    history.agrees(name, ended, emptied)
    assert set(history.replay.owned(market.bob)) == {name, ended, emptied}
    history.take(pools.transferFrom(market.bob, market.alice, tokens[0], sender=market.bob))
    assert history.replay.owned(market.alice) == [ended]
    history.take(pools.close(tokens[1], sender=market.bob))
    assert history.replay.owned(market.bob) == [name]
    history.take(market.remove(name, DEPTH, market.bob, key=history.key))
    history.agrees(name, ended, emptied)
    assert history.replay.owned(market.bob) == []


def test_exact_tokens(history: History) -> None:
    market, governor = history.market, history.market.stack.governor
    token = market.stack.token("New", exact=False)
    history.take(market.pools.trustExactness(token, sender=governor))
    assert history.replay.exact == {token.address}
    history.take(market.pools.distrustExactness(token, sender=governor))
    assert history.replay.exact == set()


def test_what_guards_hold_back_and_take(history: History) -> None:
    market, pools, key = history.market, history.market.pools, history.key
    governor, chain = market.stack.governor, market.stack.chain
    name = market.stack.position_key(market.alice, key, *RANGE)
    history.take(pools.raiseSandwichGuard(key, sender=governor))
    history.take(pools.setEarlyExitPeriod(key, 600, sender=governor))
    history.take(market.add(*RANGE, DEPTH, key=key, sender=market.alice))
    history.take(market.swap(AMOUNT, a_for_b=True, key=key))
    chain.mine(-1)
    back = history.take(market.swap(AMOUNT // 2, a_for_b=False, key=key))
    assert back.events.named("SwapHeldBack")
    history.agrees(name)
    history.take(market.add(*RANGE, DEPTH // 3, key=key, sender=market.alice))
    history.agrees(name)
    chain.advance(30)
    history.take(market.swap(AMOUNT, a_for_b=False, key=key))
    left = market.remove(name, DEPTH // 2, market.alice, key=key, sender=market.alice)
    assert history.take(left).events.one("FeesForfeited").shared
    history.agrees(name)
    chain.advance(600)
    history.take(market.swap(AMOUNT, a_for_b=False, key=key))
    rest = DEPTH + DEPTH // 3 - DEPTH // 2
    history.take(market.remove(name, rest, market.alice, key=key, sender=market.alice))
    history.agrees(name)


FALSIFIED: list[tuple[str, str, Callable[[Any], Any]]] = [
    ("Swapped", "amountB", lambda value: value + 1),
    ("Swapped", "sqrtPriceX96", lambda value: value - 1),
    ("Swapped", "liquidity", lambda value: value + 1),
    ("LiquidityAdded", "amountA", lambda value: value + 1),
    ("LiquidityRemoved", "amountB", lambda value: value - 1),
    ("Collected", "amountA", lambda value: value - 1),
]


@pytest.mark.parametrize(("event", "argument", "change"), FALSIFIED)
def test_logs_that_do_not_fit_are_refused(
    history: History, event: str, argument: str, change: Callable[[Any], Any]
) -> None:
    market = history.market
    name = market.stack.position_key(market.bob, history.key, *RANGE)
    calls: dict[str, Callable[[], Receipt]] = {
        "Swapped": lambda: market.swap(AMOUNT, a_for_b=True, key=history.key),
        "LiquidityAdded": lambda: market.add(-60, 60, DEPTH, key=history.key),
    }
    does = calls.get(event)
    receipt = does() if does else market.remove(name, DEPTH, market.bob, key=history.key)
    events = [
        Event(told.name, Arguments(_changed(told, event, argument, change)), told.address)
        for told in receipt.events.of(market.pools)
    ]
    with pytest.raises(ReplayError):
        history.replay.apply(events, receipt.timestamp)


def _changed(
    told: Event, event: str, argument: str, change: Callable[[Any], Any]
) -> dict[str, Any]:
    found = dict(told.args)
    return found | {argument: change(found[argument])} if told.name == event else found
