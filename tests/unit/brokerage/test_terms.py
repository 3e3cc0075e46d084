"""An account's terms: loosened by both, tightened by the risk officers alone (PB-23)."""

from collections.abc import Iterator
from typing import Any

import pytest

from quantera.evm import expect_revert
from quantera.gas.brokerage_stack import DAY, NEVER
from tests.unit.brokerage.conftest import Book
from tests.unit.brokerage.liquidating import GRACE, Auction, auction_of

FREE: dict[str, int] = {
    "extraInitial": 0,
    "extraMaintenance": 0,
    "facilityEndDay": NEVER,
    "reviewDay": NEVER,
}
STRICT: dict[str, int] = {**FREE, "extraInitial": 30, "extraMaintenance": 10}


@pytest.fixture
def auction(book: Book) -> Iterator[Auction]:
    yield auction_of(book)


def propose(auction: Auction, terms: dict[str, int], lasting: int = DAY) -> Any:
    return auction.brokerage.proposeTerms(
        auction.account, terms, auction.now + lasting, sender=auction.book.governor
    )


def accept(auction: Auction, terms: dict[str, int]) -> Any:
    return auction.brokerage.acceptTerms(auction.account, terms, sender=auction.book.alice)


def tighten(auction: Auction, terms: dict[str, int]) -> Any:
    return auction.brokerage.tightenTerms(auction.account, terms, sender=auction.book.governor)


def in_force(auction: Auction) -> dict[str, int]:
    return dict(zip(FREE, auction.brokerage.termsOf(auction.account), strict=True))


def test_both_sides_change_terms(auction: Auction) -> None:
    propose(auction, STRICT).events.one("TermsProposed")
    terms, expiry = auction.brokerage.proposedTermsOf(auction.account)
    assert tuple(terms) == tuple(STRICT.values())
    assert expiry == auction.now + DAY
    assert in_force(auction) == FREE
    event = accept(auction, STRICT).events.one("TermsChanged")
    assert (event.account, event.agreed) == (auction.account, True)
    assert in_force(auction) == STRICT
    assert auction.brokerage.proposedTermsOf(auction.account)[1] == 0
    with expect_revert("TermsNotProposed", account=auction.account):
        accept(auction, STRICT)


def test_the_institution_accepts_what_it_read(auction: Auction) -> None:
    propose(auction, STRICT)
    for name in FREE:
        with expect_revert("TermsNotProposed"):
            accept(auction, {**STRICT, name: STRICT[name] - 1 if STRICT[name] else 1})
    for nobody in (auction.carol, auction.book.bob, auction.book.governor):
        with expect_revert("TermsNotYours", account=auction.account, caller=nobody):
            auction.brokerage.acceptTerms(auction.account, STRICT, sender=nobody)


def test_proposals_expire_and_can_be_withdrawn(auction: Auction) -> None:
    propose(auction, STRICT)
    auction.wait(DAY)
    with expect_revert("TermsNotProposed"):
        accept(auction, STRICT)
    propose(auction, STRICT)
    withdraw = auction.brokerage.withdrawTerms
    governor = auction.book.governor
    withdraw(auction.account, sender=governor).events.one("TermsWithdrawn")
    with expect_revert("TermsNotProposed"):
        withdraw(auction.account, sender=governor)
    with expect_revert("TermsNotProposed"):
        accept(auction, STRICT)
    with expect_revert("TermsInvalid", cause="expiry"):
        propose(auction, STRICT, 0)


def test_stricter_terms_alone_need_no_consent(auction: Auction) -> None:
    assert not tighten(auction, STRICT).events.one("TermsChanged").agreed
    today = auction.now // DAY
    tightest = {
        "extraInitial": 40,
        "extraMaintenance": 20,
        "facilityEndDay": today + 9,
        "reviewDay": today + 3,
    }
    tighten(auction, tightest)
    assert in_force(auction) == tightest
    for name, value in tightest.items():
        looser = {**tightest, name: value + (1 if name.endswith("Day") else -1)}
        with expect_revert("TermsLooser", cause=name):
            tighten(auction, looser)
    propose(auction, FREE)
    accept(auction, FREE)
    assert in_force(auction) == FREE


@pytest.mark.parametrize("tightening", ("terms", "days"))
def test_an_old_proposal_does_not_undo_a_tightening(auction: Auction, tightening: str) -> None:
    """F3: what was proposed on other terms cannot be accepted any more."""
    book = auction.book
    propose(auction, FREE)
    if tightening == "terms":
        tighten(auction, STRICT)
        assert auction.brokerage.proposedTermsOf(auction.account)[1] == 0
    else:
        book.brokerage.shortenCreditDays(book.alice, NEVER - 1, NEVER - 1, sender=book.governor)
    with expect_revert("TermsNotProposed"):
        accept(auction, FREE)


@pytest.mark.parametrize(
    ("terms", "error"),
    (
        ({"extraInitial": 101}, "ParameterOutOfRange"),
        ({"extraMaintenance": 25}, "RatiosUnordered"),
        ({"extraInitial": 10, "extraMaintenance": 35}, "RatiosUnordered"),
    ),
)
def test_terms_keep_the_order_of_the_ratios(
    auction: Auction, terms: dict[str, int], error: str
) -> None:
    """T-40: the initial ratio stays above the maintenance ratio."""
    assert auction.brokerage.MAX_EXTRA_POINTS() == 100
    for call in (propose, tighten):
        with expect_revert(error):
            call(auction, {**FREE, **terms})
    propose(auction, {**FREE, "extraInitial": 10, "extraMaintenance": 34})


def test_unknown_accounts_have_no_terms(auction: Auction) -> None:
    governor = auction.book.governor
    with expect_revert("AccountUnknown", account=77):
        auction.brokerage.proposeTerms(77, FREE, auction.now + 1, sender=governor)
    with expect_revert("AccountUnknown", account=77):
        auction.brokerage.tightenTerms(77, FREE, sender=governor)


def test_terms_raise_the_ratios(auction: Auction) -> None:
    """At 136 with twelve points more for maintenance she is called, at 160 she borrows no more."""
    auction.price(1_700)
    with expect_revert("AccountHealthy"):
        auction.call()
    tighten(auction, {**STRICT, "extraMaintenance": 12})
    assert auction.call().return_value == auction.now + GRACE
    auction.price(2_000)
    with expect_revert("MarginInsufficient", ratio=180):
        auction.book.borrow(1)


def test_stricter_maintenance_raises_target_and_cure_as_well(auction: Auction) -> None:
    tighten(auction, STRICT)
    auction.price(1_650)
    auction.call()
    auction.price(1_699)
    with expect_revert("MarginNotCured", neededValue=13_600 * 10**8):
        auction.brokerage.cureMarginCall(auction.account, sender=auction.carol)
    auction.price(1_300)
    auction.liquidate()
    assert 1.4499 < auction.ratio(1_300) < 1.4501


def test_the_liquidation_threshold_stays(auction: Auction) -> None:
    """INV-05: no terms move it."""
    tighten(auction, {**FREE, "extraInitial": 100, "extraMaintenance": 100})
    auction.price(1_375)
    with expect_revert("NotLiquidatable"):
        auction.liquidate()


def test_days_end_new_risk(auction: Auction) -> None:
    today = auction.now // DAY
    tighten(auction, {**FREE, "facilityEndDay": today, "reviewDay": today})
    auction.book.borrow(1)
    auction.wait(DAY, 2_000)
    with expect_revert("CreditLineLapsed", facilityEndDay=today, reviewDay=today):
        auction.book.borrow(1)
