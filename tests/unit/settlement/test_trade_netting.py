"""Trades settled together: models 2 and 3 of the CPSS report."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quantera.evm import Actor, expect_revert
from quantera.gas.settlement_stack import Leg, sign
from tests.unit.settlement.conftest import FUNDS, Market

NET_FUNDS, NET_BOTH = range(2)


def parties(market: Market) -> list[Actor]:
    return [market.alice, market.bob, market.stack.participant("carol")]


def fund(market: Market) -> list[Actor]:
    people = parties(market)
    for token in (market.security, market.cash):
        market.stack.fund(token, people[2:], FUNDS)
    return people


def book(
    market: Market, people: list[Actor], rows: list[tuple[int, int, int, int]]
) -> tuple[list[Any], list[Any], list[Any]]:
    """Signed trades from (deliverer, receiver, quantity, amount)."""
    trades, deliveries, payments = [], [], []
    for nonce, (deliverer, receiver, quantity, amount) in enumerate(rows):
        terms = market.terms(
            deliverer=people[deliverer], receiver=people[receiver], quantity=quantity, amount=amount
        )
        trades.append(terms)
        deliveries.append(market.stack.signed(terms, 0, Leg(people[deliverer], nonce)))
        payments.append(market.stack.signed(terms, 1, Leg(people[receiver], nonce)))
    return trades, deliveries, payments


RING = [(0, 1, 100, 1_000), (1, 2, 100, 1_010), (2, 0, 90, 900)]


@pytest.mark.parametrize(("model", "movements"), [(NET_FUNDS, 5), (NET_BOTH, 3)])
def test_both_models_end_where_gross_ends(market: Market, model: int, movements: int) -> None:
    people = fund(market)
    receipt = market.manager.settleTrades(model, *book(market, people, RING), sender=market.carrier)
    assert [market.security.balanceOf(p) - FUNDS for p in people] == [-10, 0, 10]
    assert [market.cash.balanceOf(p) - FUNDS for p in people] == [100, 10, -110]
    event = receipt.events.one("TradesNetted")
    assert (event.trades, event.movements) == (3, movements)
    assert len(receipt.events.named("TradeSettled")) == 3
    assert len(receipt.events.named("Transfer")) == movements


@settings(max_examples=25)
@given(
    rows=st.lists(
        st.tuples(
            st.integers(0, 2), st.integers(0, 2), st.integers(1, 50), st.integers(1, 50)
        ).filter(lambda row: row[0] != row[1]),
        min_size=1,
        max_size=5,
    ),
    model=st.sampled_from([NET_FUNDS, NET_BOTH]),
)
def test_set_05_any_book_ends_where_gross_ends(
    market_session: Market, rows: list[tuple[int, int, int, int]], model: int
) -> None:
    market = market_session
    with market.stack.chain.rollback():
        people = fund(market)
        securities, cash = [FUNDS] * 3, [FUNDS] * 3
        for deliverer, receiver, quantity, amount in rows:
            securities[deliverer] -= quantity
            securities[receiver] += quantity
            cash[receiver] -= amount
            cash[deliverer] += amount
        market.manager.settleTrades(model, *book(market, people, rows), sender=market.carrier)
        assert [market.security.balanceOf(p) for p in people] == securities
        assert [market.cash.balanceOf(p) for p in people] == cash
        assert market.cash.balanceOf(market.manager) == 0


def test_net_needs_only_what_is_net(market: Market) -> None:
    people = fund(market)
    for person in people:
        market.security.transfer(market.carrier, FUNDS - 10, sender=person)
        market.cash.transfer(market.carrier, FUNDS - 110, sender=person)
    arguments = book(market, people, RING)
    with expect_revert("ERC20InsufficientBalance"):
        market.manager.settleTrades(NET_FUNDS, *arguments, sender=market.carrier)
    market.manager.settleTrades(NET_BOTH, *arguments, sender=market.carrier)


def test_one_refused_trade_refuses_all(market: Market) -> None:
    people = fund(market)
    trades, deliveries, payments = book(market, people, RING)
    payments[1] = (*payments[1][:3], deliveries[1][3])
    with expect_revert("SignatureInvalid", party=people[2]):
        market.manager.settleTrades(NET_BOTH, trades, deliveries, payments, sender=market.carrier)
    assert market.security.balanceOf(people[0]) == FUNDS


def test_a_trade_settles_once_in_all_ways_together(market: Market) -> None:
    people = fund(market)
    trades, deliveries, payments = book(market, people, RING)
    for again in ([trades * 2, deliveries * 2, payments * 2],):
        with expect_revert("NonceUsed"):
            market.manager.settleTrades(NET_BOTH, *again, sender=market.carrier)
    market.manager.settle(
        trades[0], deliveries[0], payments[0], trades[0]["quantity"], sender=market.carrier
    )
    with expect_revert("NonceUsed"):
        market.manager.settleTrades(NET_BOTH, trades, deliveries, payments, sender=market.carrier)


def test_the_form_of_a_book(market: Market) -> None:
    people = fund(market)
    trades, deliveries, payments = book(market, people, RING)
    for wrong in (
        ([], [], []),
        (trades, deliveries[:2], payments),
        (trades, deliveries, payments[:2]),
        (trades * 11, deliveries * 11, payments * 11),
    ):
        with expect_revert("TradesInvalid", most=32):
            market.manager.settleTrades(NET_BOTH, *wrong, sender=market.carrier)
    held = (*deliveries[0][:2], b"h" * 32, deliveries[0][3])
    with expect_revert("TradeInvalid", cause="holdId"):
        market.manager.settleTrades(
            NET_BOTH, trades[:1], [held], payments[:1], sender=market.carrier
        )
    late = market.terms(settlementDate=market.stack.chain.timestamp + 1)
    sides = [
        (
            0,
            0,
            bytes(32),
            sign(party, market.manager.instructionDigest(late, side, (0, 0, bytes(32), b""))),
        )
        for side, party in enumerate(people[:2])
    ]
    with expect_revert("NotYetDue"):
        market.manager.settleTrades(NET_BOTH, [late], sides[:1], sides[1:], sender=market.carrier)
