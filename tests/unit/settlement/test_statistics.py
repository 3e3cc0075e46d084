"""Counters and finality, reconciled with events (SET-09)."""

from collections import Counter

import pytest

from quantera.evm import Receipt, expect_revert
from quantera.gas.settlement_stack import DAY, EU, ONE, US, Kind
from tests.unit.settlement.conftest import AMOUNT, FUNDS, QUANTITY, Market


def today(market: Market) -> int:
    return market.stack.chain.timestamp // DAY


def tomorrow(market: Market) -> None:
    market.stack.chain.set_timestamp((today(market) + 1) * DAY)


def test_s_18_stats_reconcile_with_events(market: Market) -> None:
    """The counters say what the events of settled legs add up to, asset by asset, day by day."""
    units: Counter[tuple[str, int]] = Counter()
    movements: Counter[tuple[str, int]] = Counter()

    def book(receipt: Receipt) -> None:
        day = receipt.timestamp // DAY
        for event in receipts_legs(market, receipt):
            units[event[0], day] += event[1]
            movements[event[0], day] += 1

    for day in range(3):
        terms = market.terms(quantity=100 + day)
        book(market.settle(terms, nonce=10 * day))
        pvp = market.terms(security=market.assets[Kind.DEPOSIT_TOKEN], amount=7 + day)
        book(market.settle(pvp, nonce=10 * day + 1))
        for _ in range(day + 1):
            book(market.manager.pay(0, market.bob, ONE, 1, bytes(32), sender=market.alice))
        tomorrow(market)
    tokens = [market.cash, market.assets[Kind.DEPOSIT_TOKEN]]
    first = today(market) - 3
    for token in tokens:
        for day in range(first, first + 3):
            expected = units[token.address, day], movements[token.address, day]
            assert market.manager.assetDay(token, day) == expected
        total = sum(value for (name, _), value in units.items() if name == token.address)
        assert market.manager.assetTotal(token) == total
    for day in range(first, first + 3):
        value = sum(
            units[token.address, day] * ONE // 10**18 if units[token.address, day] > 10**10 else 0
            for token in tokens
        )
        found = market.manager.jurisdictionDay(EU, day)
        assert found.count == sum(movements[token.address, day] for token in tokens)
        assert abs(found.value - value) <= found.count
        assert market.manager.jurisdictionDay(US, day) == (0, 0)


def receipts_legs(market: Market, receipt: Receipt) -> list[tuple[str, int]]:
    """Settled legs in assets, from the manager's own events."""
    found = []
    assets = {str(token) for token in market.assets.values()}
    for event in receipt.events.of(market.manager):
        if event.name == "TradeSettled":
            legs = [(event.security, event.quantity), (event.cash, event.amount)]
            found += [leg for leg in legs if leg[0] in assets]
        elif event.name == "PaymentSettled":
            found.append((event.token, event.amount))
    return found


def test_securities_are_not_counted(market: Market) -> None:
    market.settle(market.terms())
    assert market.manager.assetDay(market.security, today(market)) == (0, 0)
    assert market.manager.assetDay(market.cash, today(market)) == (AMOUNT, 1)


def test_totals_survive_days_without_settlements(market: Market) -> None:
    market.settle(market.terms())
    market.stack.chain.advance(40 * DAY)
    assert market.manager.assetTotal(market.cash) == AMOUNT
    market.settle(market.terms(), nonce=2)
    assert market.manager.assetTotal(market.cash) == 2 * AMOUNT
    assert market.manager.assetDay(market.cash, today(market)) == (AMOUNT, 1)


def test_what_was_refused_is_not_counted(market: Market) -> None:
    market.cash.approve(market.manager, 0, sender=market.bob)
    with expect_revert("ERC20InsufficientAllowance"):
        market.settle(market.terms())
    assert market.manager.assetDay(market.cash, today(market)) == (0, 0)


def test_both_weighted_figures(market: Market) -> None:
    token = market.assets[Kind.DEPOSIT_TOKEN]
    market.settle(market.terms(cash=token, amount=101))
    assert market.manager.weightedDay(token, today(market)) == (21, 21)
    assert market.manager.weightedDay(market.cash, today(market)) == (0, 0)


def test_value_is_told_in_the_reference_currency(market: Market) -> None:
    chain = market.stack.chain
    feed = chain.deploy("FeedProbe", 8, 110 * 10**6)
    market.manager.addCurrency(b"EUR", feed, 2**24 - 1, sender=market.governor)
    euro = market.stack.asset("Euro", Kind.WCBDC, decimals=2, currency=1)
    market.stack.fund(euro, [market.bob], FUNDS)
    market.settle(market.terms(cash=euro, amount=1_000))
    assert market.manager.jurisdictionDay(EU, today(market)) == (11 * ONE, 1)


class TestFinality:
    def test_three_finalities_in_their_order(self, market: Market) -> None:
        market.settle(market.terms())
        chain, manager = market.stack.chain, market.manager
        settled_at = chain.timestamp
        assert manager.finalityOf(settled_at + 1) == manager.finalityOf(0) == 0
        assert manager.cashStatusOf(settled_at + 1) == manager.cashStatusOf(0) == bytes(4)
        assert (manager.finalityOf(settled_at), manager.cashStatusOf(settled_at)) == (1, b"ACSC")
        chain.advance(100)
        with expect_revert("FinalityNotAfter"):
            manager.stateLegalFinality(settled_at, bytes(32), sender=market.governor)
        manager.attestLedgerFinality(settled_at, sender=market.governor)
        assert (manager.finalityOf(settled_at), manager.cashStatusOf(settled_at)) == (2, b"ACCC")
        assert manager.cashStatusOf(settled_at + 1) == b"ACSC"
        manager.stateLegalFinality(settled_at, b"rules".ljust(32), sender=market.governor)
        assert manager.finalityOf(settled_at) == 3
        assert manager.finalityOf(settled_at + 1) == 1

    def test_finality_is_of_the_past_and_goes_forward(self, market: Market) -> None:
        chain, manager = market.stack.chain, market.manager
        now = chain.timestamp
        for wrong in (now, now + 1):
            with expect_revert("FinalityNotAfter"):
                manager.attestLedgerFinality(wrong, sender=market.governor)
        manager.attestLedgerFinality(now - 1, sender=market.governor)
        for wrong in (now - 1, now - 2):
            with expect_revert("FinalityNotAfter", known=now - 1):
                manager.attestLedgerFinality(wrong, sender=market.governor)
        manager.stateLegalFinality(now - 1, bytes(32), sender=market.governor)
        with expect_revert("FinalityNotAfter"):
            manager.stateLegalFinality(now - 1, bytes(32), sender=market.governor)

    @pytest.mark.parametrize("name", ["alice", "carrier"])
    def test_not_everybody_attests(self, market: Market, name: str) -> None:
        who = getattr(market, name)
        with expect_revert("LocalRoleMissing"):
            market.manager.attestLedgerFinality(1, sender=who)
        with expect_revert("AccessManagedUnauthorized"):
            market.manager.stateLegalFinality(1, bytes(32), sender=who)


def test_quantities_of_the_market_are_what_tests_assume(market: Market) -> None:
    receipt = market.settle(market.terms())
    assert receipts_legs(market, receipt) == [(market.cash.address, AMOUNT)]
    assert receipt.events.one("TradeSettled").quantity == QUANTITY
