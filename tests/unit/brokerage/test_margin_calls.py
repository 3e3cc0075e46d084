"""Margin calls: once, on a clock that nobody winds back (T-36, T-37, T-19)."""

from collections.abc import Iterator

import pytest

from quantera.evm import expect_revert
from quantera.gas.brokerage_stack import DAY, VALUE
from tests.unit.brokerage.conftest import Book
from tests.unit.brokerage.liquidating import (
    CALLED,
    GRACE,
    HOUR,
    SUNK,
    UNDER_WATER,
    Auction,
    auction_of,
)

LIQUIDATING = 1 << 3
WEEK = 7 * DAY


@pytest.fixture
def auction(book: Book) -> Iterator[Auction]:
    yield auction_of(book)


def test_an_account_below_maintenance_is_called(auction: Auction) -> None:
    """T-36: anybody may; the deadline is fixed then."""
    auction.price(CALLED)
    receipt = auction.call(sender=auction.book.stranger)
    event = receipt.events.one("MarginCallIssued")
    assert event.account == auction.account
    assert (event.adjustedValue, event.exposureValue) == (12_000 * VALUE, 10_000 * VALUE)
    assert event.deadline == auction.now + GRACE == receipt.return_value
    state = auction.state()
    assert (state.isOpen, state.isEscalated, state.auctionStart) == (True, False, 0)
    assert (state.calledAt, state.deadline) == (auction.now, auction.now + GRACE)


@pytest.mark.parametrize("price", (2_000, 1_562.5))
def test_an_account_at_maintenance_is_not(auction: Auction, price: float) -> None:
    auction.price(price)
    with expect_revert("AccountHealthy", account=auction.account):
        auction.call()


def test_calling_again_changes_nothing(auction: Auction) -> None:
    """T-36: idempotent."""
    auction.price(CALLED)
    auction.call()
    before = auction.state()
    auction.wait(HOUR, CALLED)
    receipt = auction.call()
    assert auction.state() == before
    assert receipt.return_value == before.deadline
    assert not receipt.events.named("MarginCallIssued")


def test_below_the_threshold_a_call_escalates_at_once(auction: Auction) -> None:
    """T-36: the deadline is cut short, and the auction begins."""
    auction.price(CALLED)
    auction.call()
    auction.wait(HOUR, SUNK)
    auction.call().events.one("MarginCallEscalated")
    state = auction.state()
    assert state.isEscalated
    assert state.deadline == state.auctionStart == auction.now
    assert not auction.call().events.named("MarginCallEscalated")


def test_a_first_call_below_the_threshold_has_no_time_to_react(auction: Auction) -> None:
    auction.price(SUNK)
    receipt = auction.call()
    assert receipt.return_value == auction.now
    receipt.events.one("MarginCallIssued")
    receipt.events.one("MarginCallEscalated")


def test_a_cure_needs_more_than_maintenance(auction: Auction) -> None:
    """T-36: at 125 an account is not called, and at 125 it is not cured; at 126 it is."""
    auction.price(CALLED)
    auction.call()
    auction.price(1_574)
    with expect_revert("MarginNotCured", neededValue=12_600 * VALUE):
        auction.brokerage.cureMarginCall(auction.account, sender=auction.carol)
    auction.price(1_575)
    receipt = auction.brokerage.cureMarginCall(auction.account, sender=auction.book.stranger)
    receipt.events.one("MarginCallCured")
    state = auction.state()
    assert (state.isOpen, state.curedAt) == (False, auction.now)
    with expect_revert("NoMarginCall", account=auction.account):
        auction.brokerage.cureMarginCall(auction.account, sender=auction.carol)


def test_a_called_account_is_cured_by_topping_up(auction: Auction) -> None:
    auction.price(CALLED)
    auction.call()
    book = auction.book
    book.brokerage.deposit(auction.account, book.ether.id, book.ether.one, sender=book.alice)
    book.brokerage.cureMarginCall(auction.account, sender=book.alice)
    assert not auction.state().isOpen


def test_oscillating_does_not_reset_the_clock(auction: Auction) -> None:
    """T-36: called again soon after a cure, the old deadline stays; after a day it is a new one."""
    auction.price(CALLED)
    first = auction.call().return_value
    for _ in range(2):
        auction.wait(HOUR, 1_600)
        auction.brokerage.cureMarginCall(auction.account, sender=auction.carol)
        auction.wait(HOUR // 4, CALLED)
        assert auction.call().return_value == first
    auction.wait(HOUR, 1_600)
    auction.brokerage.cureMarginCall(auction.account, sender=auction.carol)
    auction.wait(DAY, CALLED)
    assert auction.call().return_value == auction.now + GRACE


def test_the_shortest_time_to_react_counts(auction: Auction) -> None:
    book = auction.book
    book.brokerage.setGrace(0, HOUR, sender=book.governor)
    assert book.brokerage.graceOf(0) == HOUR
    auction.price(CALLED)
    assert auction.call().return_value == auction.now + HOUR
    book.brokerage.setGrace(0, 0, sender=book.governor)
    assert book.brokerage.graceOf(0) == book.brokerage.DEFAULT_GRACE() == GRACE


def test_no_time_to_react_is_longer_than_a_day(auction: Auction) -> None:
    book = auction.book
    assert book.brokerage.MAX_GRACE() == DAY
    with expect_revert("GraceTooLong", grace=DAY + 1):
        book.brokerage.setGrace(0, DAY + 1, sender=book.governor)


def test_stale_prices_call_nobody(auction: Auction) -> None:
    """T-18"""
    auction.price(CALLED)
    auction.book.stack.chain.advance(4_095 * 60 + 1)
    with expect_revert("PriceStale"):
        auction.call()


def test_unknown_accounts_are_not_called(auction: Auction) -> None:
    with expect_revert("AccountUnknown", account=77):
        auction.brokerage.issueMarginCall(77, sender=auction.carol)


def test_a_pause_longer_than_the_grace_gives_time_to_react(auction: Auction) -> None:
    """T-37: nobody is called in it, and a deadline that passed in it is an hour after it."""
    governor = auction.book.governor
    auction.price(CALLED)
    auction.call()
    auction.brokerage.pauseGroups(LIQUIDATING, sender=governor).events.one("StandstillBegan")
    assert not auction.brokerage.pauseGroups(LIQUIDATING, sender=governor).events.named(
        "StandstillBegan"
    )
    with expect_revert("GroupPaused", paused=LIQUIDATING):
        auction.call()
    auction.wait(5 * HOUR, CALLED)
    event = auction.brokerage.unpauseGroups(LIQUIDATING, sender=governor).events.one(
        "StandstillEnded"
    )
    assert (event.endedAt, event.total) == (auction.now, 5 * HOUR)
    assert auction.state().deadline == auction.now + HOUR
    with expect_revert("NotLiquidatable", deadline=auction.now + HOUR):
        auction.liquidate()
    auction.wait(HOUR, CALLED)
    auction.liquidate()


def test_another_groups_pause_is_no_standstill(auction: Auction) -> None:
    governor = auction.book.governor
    receipts = (
        auction.brokerage.pauseGroups(1, sender=governor),
        auction.brokerage.unpauseGroups(1 | LIQUIDATING, sender=governor),
    )
    for receipt in receipts:
        assert not receipt.events.named("StandstillBegan")
        assert not receipt.events.named("StandstillEnded")
    assert tuple(auction.brokerage.standstill()) == (0, 0, 0)


def test_below_the_threshold_a_pause_gives_no_time(auction: Auction) -> None:
    """T-37: topping up was never paused."""
    governor = auction.book.governor
    auction.price(CALLED)
    auction.call()
    auction.brokerage.pauseGroups(LIQUIDATING, sender=governor)
    auction.wait(5 * HOUR, UNDER_WATER)
    auction.brokerage.unpauseGroups(LIQUIDATING, sender=governor)
    auction.liquidate()


def test_a_call_nobody_acts_on_lapses(auction: Auction) -> None:
    """T-36: an account that mended itself unseen has a clock again, and a fresh auction."""
    auction.price(CALLED)
    auction.call()
    auction.wait(GRACE + WEEK - 1, CALLED)
    assert auction.state().isOpen
    auction.wait(1, CALLED)
    assert not auction.state().isOpen
    assert auction.brokerage.auctionBonusOf(auction.account) == 100
    with expect_revert("NotLiquidatable", deadline=0):
        auction.liquidate()
    assert auction.call().return_value == auction.now + GRACE


def test_an_auction_nobody_bids_in_begins_again(auction: Auction) -> None:
    auction.price(SUNK)
    auction.call()
    auction.wait(WEEK, SUNK)
    receipt = auction.liquidate()
    assert receipt.events.one("Liquidated").bonusBps == 100
    receipt.events.one("MarginCallIssued")
