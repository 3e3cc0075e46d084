"""Financing in the price: longs pay what shorts receive, and nobody is charged."""

from fractions import Fraction
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import Actor
from tests.unit.brokerage.trading.desk import CARRY, CLEARING, ETHER, VALUE, Desk, account_of

DOLLAR = VALUE * CARRY
"""A carry of one dollar per whole token."""


def test_a_long_pays_the_carry_and_a_short_receives_it(desk: Desk) -> None:
    """INV-11: to the unit the same."""
    alice, bob = desk.member("alice"), desk.member("bob")
    desk.trade(alice, desk.ether, 3 * ETHER)
    desk.trade(bob, desk.ether, -3 * ETHER)
    desk.price(desk.ether, 2_000 * VALUE, carry=7 * DOLLAR)
    assert desk.risk(alice).lossValue == 21 * VALUE
    assert desk.risk(bob).gainValue == 21 * VALUE
    desk.close(alice, desk.ether)
    desk.close(bob, desk.ether)
    assert desk.owed(alice) == 21 * 10**6
    assert desk.cash_of(bob) == 21 * VALUE
    assert desk.broker.clearingCash() == 0


def test_a_carry_may_fall(desk: Desk, alice: Actor) -> None:
    """At a rate below zero shorts pay longs."""
    desk.price(desk.ether, 2_000 * VALUE, carry=-5 * DOLLAR)
    desk.trade(alice, desk.ether, ETHER)
    assert desk.position(account_of(alice), desk.ether) == (ETHER, 2_005 * VALUE)
    desk.price(desk.ether, 2_000 * VALUE, carry=-9 * DOLLAR)
    assert desk.risk(alice).gainValue == 4 * VALUE


def test_what_is_opened_later_pays_from_then_on(desk: Desk, alice: Actor) -> None:
    desk.price(desk.ether, 2_000 * VALUE, carry=100 * DOLLAR)
    desk.trade(alice, desk.ether, ETHER)
    assert desk.position(account_of(alice), desk.ether) == (ETHER, 1_900 * VALUE)
    assert desk.risk(alice).lossValue == 0
    desk.price(desk.ether, 2_000 * VALUE, carry=101 * DOLLAR)
    assert desk.risk(alice).lossValue == VALUE


def test_a_carry_above_the_price(desk: Desk, alice: Actor) -> None:
    """What was paid over the years may be more than the asset is worth; entries are below zero."""
    desk.price(desk.barrels, 70 * VALUE, carry=300 * DOLLAR)
    desk.trade(alice, desk.barrels, 10)
    assert desk.position(account_of(alice), desk.barrels) == (10, -2_300 * VALUE)
    assert desk.position(CLEARING, desk.barrels) == (-10, 2_300 * VALUE)
    desk.price(desk.barrels, 71 * VALUE, carry=300 * DOLLAR)
    desk.close(alice, desk.barrels, 4)
    assert desk.cash_of(alice) == 4 * VALUE
    assert desk.position(account_of(alice), desk.barrels) == (6, -1_380 * VALUE)


def test_margin_and_market_value_know_no_carry(desk: Desk, alice: Actor) -> None:
    """Potential exposure and mark to market are of the price itself."""
    desk.price(desk.ether, 2_000 * VALUE, carry=900 * DOLLAR)
    desk.trade(alice, desk.ether, ETHER)
    shown = desk.broker.crossMarginPosition(account_of(alice), desk.ether.id)
    assert (shown.margin, shown.markToMarket) == (200 * VALUE, 2_000 * VALUE)


@given(
    size=st.integers(-(10**13), 10**13).filter(bool),
    low=st.integers(1, 10**13),
    spread=st.integers(0, 500),
    carries=st.tuples(*[st.integers(-(10**20), 10**20)] * 2),
)
def test_inv_08_marks_and_profits_are_exact(
    desk_session: Desk,
    size: int,
    low: int,
    spread: int,
    carries: tuple[int, int],
) -> None:
    """INV-08 (PB-08): against exact fractions, each rounded against the account."""
    desk = desk_session
    asset, terms = desk.gold, desk.terms[desk.gold.id]
    with desk.undone():
        carol = desk.member("carol", 10**13)
        account = account_of(carol)
        desk.price(asset, low, spread, carries[0])
        desk.trade(carol, asset, size)
        entry = ceil(size * terms.net(terms.high if size > 0 else terms.low))
        assert desk.position(account, asset) == (size, entry)
        desk.price(asset, low, spread, carries[1])
        item = desk.broker.positionOf(account, asset.id)
        assert item.profitValue == terms.profit(size, entry)
        assert item.potentialValue == terms.potential(size)
        closed = max(abs(size) // 3, 1)
        event = desk.close(carol, asset, closed).events.one("PositionChanged")
        sign = 1 if size > 0 else -1
        released = ceil(Fraction(entry * closed, abs(size)))
        price = terms.low if size > 0 else terms.high
        assert event.realisedValue == floor(sign * closed * terms.net(price)) - released
