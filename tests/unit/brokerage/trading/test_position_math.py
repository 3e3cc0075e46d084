"""Average-cost accounting of one position against exact fractions (PB-08, PB-10, PB-11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import Contract, MemoryChain
from tests.unit.brokerage.trading.desk import CARRY

DECIMALS = (0, 2, 6, 8, 18, 27)
"""T-42: of underlyings."""
MOST_NET = 10**20 * CARRY
"""A price of 10**12 dollars, with the digits of a carry."""
MOST_VALUE = 10**15 * 10**8


@pytest.fixture(scope="module")
def probe() -> Contract:
    return MemoryChain().deploy("PositionMathProbe")


@dataclass(frozen=True)
class Deal:
    """A trade: signed units at a net price of 14 decimals."""

    traded: int
    net: int

    def cost(self, scale: int) -> Fraction:
        return Fraction(self.traded * self.net, scale)


def expected(size: int, entry: int, deal: Deal, scale: int) -> tuple[int, int, int]:
    """Size, entry and profit, each rounded against the account."""
    closed = 0
    if size * deal.traded < 0:
        closed = min(abs(size), abs(deal.traded)) * (1 if deal.traded > 0 else -1)
    realised = 0
    if closed:
        released = ceil(Fraction(entry * abs(closed), abs(size)))
        realised = -ceil(Fraction(closed * deal.net, scale)) - released
        entry -= released
    opened = deal.traded - closed
    return size + deal.traded, entry + ceil(Fraction(opened * deal.net, scale)), realised


@st.composite
def deals(draw: st.DrawFn, scale: int, net: int | None = None) -> Deal:
    price = net if net is not None else draw(st.integers(-MOST_NET // 10**6, MOST_NET))
    most = min(2**111, MOST_VALUE * scale // max(abs(price), 1))
    magnitude = draw(st.integers(1, max(most, 1)))
    return Deal(magnitude * draw(st.sampled_from([1, -1])), price)


@st.composite
def histories(draw: st.DrawFn, one_price: bool = False) -> tuple[int, list[Deal]]:
    scale = 10 ** draw(st.sampled_from(DECIMALS)) * CARRY
    net = draw(st.integers(1, MOST_NET)) if one_price else None
    return scale, draw(st.lists(deals(scale, net), min_size=1, max_size=8))


def run(probe: Contract, history: Sequence[Deal], scale: int) -> tuple[int, int, int]:
    size = entry = realised = 0
    for deal in history:
        size, entry, gained = probe.book(size, entry, deal.traded, deal.net, scale)
        realised += gained
    return size, entry, realised


@given(drawn=histories())
def test_inv_08_each_trade_is_rounded_against_the_account(
    probe: Contract, drawn: tuple[int, list[Deal]]
) -> None:
    """INV-08: to the last unit the figures are those of exact fractions, rounded against it."""
    scale, history = drawn
    size = entry = 0
    for deal in history:
        booked = probe.book(size, entry, deal.traded, deal.net, scale)
        assert tuple(booked) == expected(size, entry, deal, scale)
        size, entry, _ = booked


@given(drawn=histories())
def test_inv_11_nothing_but_roundings_is_made_or_lost(
    probe: Contract, drawn: tuple[int, list[Deal]]
) -> None:
    """INV-11: entries left and profits taken sum to what the trades cost, up to two a trade."""
    scale, history = drawn
    size, entry, realised = run(probe, history, scale)
    assert size == sum(deal.traded for deal in history)
    paid = sum((deal.cost(scale) for deal in history), Fraction(0))
    assert 0 <= entry - realised - paid <= 2 * len(history)
    if size == 0:
        assert entry == 0


@given(drawn=histories(one_price=True))
def test_inv_07_trading_at_one_price_gains_nothing(
    probe: Contract, drawn: tuple[int, list[Deal]]
) -> None:
    """INV-07: at one price no sequence of trades is worth more than nothing."""
    scale, history = drawn
    size, entry, realised = run(probe, history, scale)
    left = floor(Deal(size, history[0].net).cost(scale)) - entry
    assert -2 * len(history) - 1 <= left + realised <= 0


@given(data=st.data(), parts=st.integers(1, 6))
def test_inv_10_a_trade_in_parts_is_the_trade(
    probe: Contract, data: st.DataObject, parts: int
) -> None:
    """INV-10: the same size, and the same entry and profit within one a part, never above."""
    scale = 10 ** data.draw(st.sampled_from(DECIMALS)) * CARRY
    first, deal = data.draw(deals(scale)), data.draw(deals(scale))
    cuts = sorted(data.draw(st.lists(st.integers(0, abs(deal.traded)), max_size=parts - 1)))
    sign = 1 if deal.traded > 0 else -1
    edges = [0, *cuts, abs(deal.traded)]
    pieces = [Deal(sign * (high - low), deal.net) for low, high in pairwise(edges) if high > low]
    whole = run(probe, [first, deal], scale)
    split = run(probe, [first, *pieces], scale)
    assert split[0] == whole[0]
    assert whole[2] - 2 * len(pieces) <= split[2] <= whole[2] + len(pieces)
    # What is left and what is taken together never favour the account that splits.
    gain = (split[2] - split[1]) - (whole[2] - whole[1])
    assert -2 * len(pieces) - 2 <= gain <= 2


@given(
    price=st.integers(0, 2**72 - 1),
    bps=st.integers(0, 10_000),
)
def test_a_spread_moves_a_price_against_the_account(probe: Contract, price: int, bps: int) -> None:
    assert probe.dearerUp(price, bps) == ceil(Fraction(price * (10_000 + bps), 10_000))
    assert probe.cheaperDown(price, bps) == floor(Fraction(price * (10_000 - bps), 10_000))
