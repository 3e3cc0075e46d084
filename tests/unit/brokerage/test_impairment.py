"""Impairment: closing down without being called."""

from collections.abc import Iterator

import pytest

from quantera.evm import expect_revert
from tests.unit.brokerage.conftest import Book
from tests.unit.brokerage.liquidating import Auction, auction_of

REASON = b"court order".ljust(32, b"\0")


@pytest.fixture
def auction(book: Book) -> Iterator[Auction]:
    yield auction_of(book)


def impair(auction: Auction) -> None:
    receipt = auction.brokerage.impair(auction.account, REASON, sender=auction.book.governor)
    event = receipt.events.one("Impaired")
    assert (event.account, event.reason) == (auction.account, REASON)


def test_an_impaired_account_takes_no_more_risk(auction: Auction) -> None:
    book = auction.book
    impair(auction)
    assert auction.brokerage.isImpaired(auction.account)
    with expect_revert("CloseOnly", account=auction.account):
        book.borrow(1)
    with expect_revert("CloseOnly", account=auction.account):
        book.brokerage.withdraw(auction.account, book.ether.id, 1, book.alice, sender=book.alice)


def test_it_is_neither_called_nor_liquidated_for_it(auction: Auction) -> None:
    impair(auction)
    with expect_revert("AccountHealthy"):
        auction.call()
    with expect_revert("NotLiquidatable"):
        auction.liquidate()
    assert not auction.state().isOpen


def test_it_can_be_repaid_and_topped_up(auction: Auction) -> None:
    """PB-14"""
    book = auction.book
    impair(auction)
    book.brokerage.deposit(auction.account, book.ether.id, 1, sender=book.alice)
    book.brokerage.repay(auction.account, book.dollar.id, 1, sender=book.alice)


def test_it_ends_when_it_is_removed(auction: Auction) -> None:
    governor = auction.book.governor
    impair(auction)
    receipt = auction.brokerage.removeImpairment(auction.account, sender=governor)
    assert receipt.events.one("ImpairmentRemoved").account == auction.account
    assert not auction.brokerage.isImpaired(auction.account)
    auction.book.borrow(1)


def test_a_restriction_is_not_lifted_with_it(auction: Auction) -> None:
    """F4: each has an end of its own."""
    book = auction.book
    impair(auction)
    book.brokerage.restrictAccounts([auction.account], sender=book.governor)
    book.brokerage.removeImpairment(auction.account, sender=book.governor)
    with expect_revert("CloseOnly"):
        book.borrow(1)
    book.brokerage.releaseAccounts([auction.account], sender=book.governor)
    impair(auction)
    with expect_revert("CloseOnly"):
        book.borrow(1)


def test_it_is_impaired_once(auction: Auction) -> None:
    governor = auction.book.governor
    with expect_revert("ImpairmentUnchanged", account=auction.account):
        auction.brokerage.removeImpairment(auction.account, sender=governor)
    impair(auction)
    with expect_revert("ImpairmentUnchanged"):
        auction.brokerage.impair(auction.account, REASON, sender=governor)
    with expect_revert("AccountUnknown", account=77):
        auction.brokerage.impair(77, REASON, sender=governor)
    with expect_revert("AccountUnknown", account=77):
        auction.brokerage.removeImpairment(77, sender=governor)
