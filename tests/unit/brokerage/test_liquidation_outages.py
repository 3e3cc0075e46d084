"""Outages of the sequencer: no liquidation in them nor in the grace after, not for ever (T-19)."""

from collections.abc import Iterator

import pytest

from quantera.evm import Contract, expect_revert
from tests.unit.brokerage.conftest import Book
from tests.unit.brokerage.liquidating import CALLED, GRACE, HOUR, SUNK, Auction, auction_of

UP, DOWN = 0, 1
AFTER = HOUR // 2
"""Grace after an outage."""
LONGEST = 6 * HOUR
"""Outage after which liquidations go on."""


@pytest.fixture
def auction(book: Book) -> Iterator[Auction]:
    yield auction_of(book)


@pytest.fixture
def uptime(auction: Auction) -> Contract:
    """A feed that has said up for a day."""
    feed = auction.book.stack.chain.deploy("UptimeFeedStandIn")
    feed.report(UP, auction.now - 24 * HOUR, sender=auction.carol)
    auction.brokerage.setSequencer(feed, AFTER, LONGEST, sender=auction.book.governor)
    return feed


def stood(auction: Auction) -> int:
    """Seconds of all standstills; the feed's first grace is one."""
    total: int = auction.brokerage.standstill().total
    return total


def outage(auction: Auction, uptime: Contract, length: int) -> None:
    """The sequencer is down for a while and is up again now."""
    uptime.report(DOWN, auction.now, sender=auction.carol)
    auction.wait(length)
    uptime.report(UP, auction.now, sender=auction.carol)


def test_nobody_is_called_or_liquidated_while_it_is_down(
    auction: Auction, uptime: Contract
) -> None:
    """T-19"""
    began = auction.now
    uptime.report(DOWN, began, sender=auction.carol)
    auction.wait(HOUR, SUNK)
    for act in (auction.call, auction.liquidate):
        with expect_revert("SequencerUnavailable", since=began):
            act()


def test_nobody_is_liquidated_in_the_grace_after_it(auction: Auction, uptime: Contract) -> None:
    """T-19"""
    outage(auction, uptime, HOUR)
    back = auction.now
    auction.wait(AFTER - 1, SUNK)
    with expect_revert("SequencerUnavailable", since=back):
        auction.liquidate()
    auction.wait(1, SUNK)
    auction.liquidate()


def test_an_outage_does_not_last_for_ever(auction: Auction, uptime: Contract) -> None:
    """T-19: debt does not fester."""
    uptime.report(DOWN, auction.now, sender=auction.carol)
    auction.wait(LONGEST - 1, SUNK)
    with expect_revert("SequencerUnavailable"):
        auction.liquidate()
    auction.wait(1, SUNK)
    auction.liquidate()


def test_the_auction_stands_still_in_an_outage(auction: Auction, uptime: Contract) -> None:
    """T-19, PB-19: the bonus is what it was, and grows on from there."""
    auction.price(SUNK)
    auction.call()
    assert stood(auction) == AFTER
    auction.wait(HOUR // 4)
    outage(auction, uptime, 3 * HOUR)
    auction.wait(AFTER, SUNK)
    receipt = auction.brokerage.noteOutage(sender=auction.book.stranger)
    event = receipt.events.one("StandstillEnded")
    assert (event.endedAt, event.total) == (auction.now, 3 * HOUR + 2 * AFTER)
    assert auction.brokerage.auctionBonusOf(auction.account) == 200
    assert not auction.brokerage.noteOutage(sender=auction.carol).events.named("StandstillEnded")
    auction.wait(HOUR // 4, SUNK)
    assert auction.liquidate().events.one("Liquidated").bonusBps == 300


def test_an_outage_of_which_nothing_is_known_counts_its_grace(
    auction: Auction, uptime: Contract
) -> None:
    auction.price(SUNK)
    auction.call()
    outage(auction, uptime, 3 * HOUR)
    uptime.forget(sender=auction.carol)
    auction.wait(AFTER, SUNK)
    event = auction.brokerage.noteOutage(sender=auction.carol).events.one("StandstillEnded")
    assert event.total == 2 * AFTER


def test_no_outage_counts_longer_than_the_longest(auction: Auction, uptime: Contract) -> None:
    auction.price(SUNK)
    auction.call()
    outage(auction, uptime, 3 * LONGEST)
    auction.wait(AFTER, SUNK)
    event = auction.brokerage.noteOutage(sender=auction.carol).events.one("StandstillEnded")
    assert event.total == LONGEST + 2 * AFTER


def test_a_deadline_that_passed_in_an_outage_gives_time_to_react(
    auction: Auction, uptime: Contract
) -> None:
    """T-37"""
    auction.price(CALLED)
    auction.call()
    outage(auction, uptime, GRACE)
    auction.wait(AFTER, CALLED)
    with expect_revert("NotLiquidatable", deadline=auction.now + HOUR):
        auction.liquidate()
    auction.wait(HOUR, CALLED)
    auction.liquidate()


def test_a_feed_that_cannot_be_read_stops_no_liquidation(auction: Auction, book: Book) -> None:
    """T-20: nobody knows since when it would have to be waited for."""
    feed = book.stack.chain.deploy("UptimeFeedStandIn")
    feed.report(UP, 1, sender=auction.carol)
    auction.brokerage.setSequencer(feed, AFTER, LONGEST, sender=book.governor)
    feed.report(DOWN, 0, sender=auction.carol)
    auction.price(SUNK)
    auction.liquidate()
    feed.report(DOWN, auction.now + HOUR, sender=auction.carol)
    auction.price(1_000)
    auction.liquidate(expectedNonce=1)
