"""Dutch auctions: what a liquidator gets, when, and on which clock (T-19, T-26, T-27, T-31)."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

import pytest

from quantera.evm import expect_revert
from quantera.gas.brokerage_stack import DAY, VALUE
from tests.unit.brokerage.conftest import Book
from tests.unit.brokerage.liquidating import CALLED, GRACE, HOUR, LOAN, SUNK, Auction, auction_of
from tests.unit.brokerage.seizures import TERMS

LIQUIDATING = 1 << 3
WINDOW = 6 * HOUR


@pytest.fixture
def auction(book: Book) -> Iterator[Auction]:
    yield auction_of(book)


def bonus(auction: Auction) -> int:
    found: int = auction.brokerage.auctionBonusOf(auction.account)
    return found


def test_the_bonus_grows_since_the_account_was_seen_below_the_threshold(auction: Auction) -> None:
    auction.price(SUNK)
    auction.call()
    seen = []
    for _ in range(6):
        seen.append(bonus(auction))
        auction.wait(HOUR // 4)
    assert seen == [100, 200, 300, 400, 500, 500]


def test_all_of_it_can_happen_in_one_second(auction: Auction) -> None:
    """T-43: borrowed, sunk, seized twice; the clock stands at its start."""
    start = auction.now
    with expect_revert("NotLiquidatable"):
        auction.liquidate()
    auction.price(SUNK)
    for nonce in range(2):
        receipt = auction.liquidate(expectedNonce=nonce, maxRepay=100 * 10**6)
        assert receipt.events.one("Liquidated").bonusBps == 100
    assert auction.now == auction.state().auctionStart == start


def test_the_bonus_grows_since_a_calls_deadline(auction: Auction) -> None:
    auction.price(CALLED)
    auction.call()
    auction.wait(GRACE)
    assert bonus(auction) == 100
    auction.wait(HOUR // 2, CALLED)
    assert bonus(auction) == 300
    assert auction.liquidate().events.one("Liquidated").bonusBps == 300
    assert auction.state().auctionStart == 0 or not auction.state().isOpen


def test_the_first_liquidator_of_an_account_nobody_called_gets_the_least(auction: Auction) -> None:
    auction.price(SUNK)
    assert auction.liquidate().events.one("Liquidated").bonusBps == 100


def test_a_liquidation_pays_and_takes_by_the_auctions_price(auction: Auction) -> None:
    """PB-08: repaid units up, taken ones down, the fee on top and up."""
    book = auction.book
    auction.brokerage.setLiquidationTerms({**TERMS, "feeBps": 50}, sender=book.governor)
    auction.price(SUNK)
    owed, held = auction.debt(), auction.collateral()
    receipt = auction.liquidate()
    repaid, seized = receipt.return_value
    event = receipt.events.one("Liquidated")
    fee = ceil(Fraction(repaid * 50, 10_000))
    assert (event.account, event.liquidator) == (auction.account, auction.carol)
    assert (event.repaid, event.fee, event.seized) == (repaid, fee, seized)
    assert seized == int(Fraction(repaid, 10**6) * Fraction(10_150, 10_000) / SUNK * 10**18)
    assert (owed - auction.debt(), held - auction.collateral()) == (repaid, seized)
    assert book.ether.cash.balanceOf(auction.carol) == seized
    assert auction.brokerage.defaultFundOf(book.dollar.id).firstLoss == fee


def test_a_liquidation_restores_the_target_and_ends_the_call(auction: Auction) -> None:
    """INV-06: 135, and no more."""
    auction.price(SUNK)
    before = auction.ratio(SUNK)
    auction.liquidate().events.one("MarginCallCured")
    assert before < Fraction(135, 100) <= auction.ratio(SUNK) < Fraction(13_501, 10_000)
    assert not auction.state().isOpen
    assert auction.state().nonce == 1
    with expect_revert("NotLiquidatable"):
        auction.liquidate(expectedNonce=1)


def test_a_part_leaves_the_auction_running(auction: Auction) -> None:
    """T-27: a small liquidation goes through though the account stays below maintenance."""
    auction.price(SUNK)
    before = auction.ratio(SUNK)
    auction.liquidate(maxRepay=100 * 10**6)
    assert before < auction.ratio(SUNK) < Fraction(5, 4)
    state = auction.state()
    assert (state.isOpen, state.nonce, state.auctionStart) == (True, 1, auction.now)
    auction.wait(HOUR, SUNK)
    assert auction.liquidate(expectedNonce=1).events.one("Liquidated").bonusBps == 500


def test_a_second_auction_begins_at_the_least_bonus(auction: Auction) -> None:
    auction.price(SUNK)
    auction.call()
    auction.wait(HOUR, SUNK)
    assert auction.liquidate().events.one("Liquidated").bonusBps == 500
    auction.price(1_000)
    assert auction.liquidate(expectedNonce=1).events.one("Liquidated").bonusBps == 100


def test_the_clock_stands_still_while_liquidations_are_paused(auction: Auction) -> None:
    """PB-19"""
    governor = auction.book.governor
    auction.price(SUNK)
    auction.call()
    auction.wait(HOUR // 4)
    auction.brokerage.pauseGroups(LIQUIDATING, sender=governor)
    auction.wait(10 * HOUR)
    assert bonus(auction) == 200
    auction.brokerage.unpauseGroups(LIQUIDATING, sender=governor)
    assert bonus(auction) == 200
    auction.wait(HOUR // 4, SUNK)
    assert auction.liquidate().events.one("Liquidated").bonusBps == 300


def test_dust_of_the_debt_goes_along(auction: Auction) -> None:
    """T-26: what would stay is below the dust value."""
    terms = {**TERMS, "dustValue": 8_000 * VALUE}
    auction.brokerage.setLiquidationTerms(terms, sender=auction.book.governor)
    auction.price(SUNK)
    auction.liquidate()
    assert auction.debt() == 0
    assert not auction.state().isOpen


def test_a_liquidator_who_pays_less_leaves_no_dust(auction: Auction) -> None:
    """T-26: he is cut, not refused."""
    terms = {**TERMS, "dustValue": 8_000 * VALUE}
    auction.brokerage.setLiquidationTerms(terms, sender=auction.book.governor)
    auction.price(SUNK)
    auction.liquidate(maxRepay=9_000 * 10**6)
    assert auction.debt() == 8_000 * 10**6


def test_a_cap_bounds_what_is_taken_in_a_window(auction: Auction) -> None:
    """PB-20: value beyond waits for the next window."""
    book = auction.book
    terms = {**TERMS, "seizureWindow": WINDOW, "dustValue": 0}
    auction.brokerage.setLiquidationTerms(terms, sender=book.governor)
    cap = 1_300 * VALUE
    auction.brokerage.setSeizureCap(book.ether.id, cap, sender=book.governor)
    auction.price(SUNK)
    assert auction.liquidate(maxRepay=640_000_000).return_value.seized < 10**18 // 2
    taken = auction.brokerage.seizureCapOf(book.ether.id).takenValue
    assert 640 * VALUE < taken < 650 * VALUE
    auction.liquidate(expectedNonce=1)
    shown = auction.brokerage.seizureCapOf(book.ether.id)
    assert cap - 1 <= shown.takenValue <= shown.capValue == cap
    until = auction.now + WINDOW
    with expect_revert("SeizureCapReached", assetId=book.ether.id, capValue=cap, windowEnd=until):
        for nonce in (2, 3):
            auction.liquidate(expectedNonce=nonce)
    auction.wait(WINDOW, SUNK)
    assert auction.brokerage.seizureCapOf(book.ether.id).takenValue == 0
    auction.liquidate(expectedNonce=auction.state().nonce)


def test_a_lower_cap_closes_the_window_and_none_opens_it(auction: Auction) -> None:
    book = auction.book
    terms = {**TERMS, "seizureWindow": WINDOW}
    auction.brokerage.setLiquidationTerms(terms, sender=book.governor)
    set_cap = auction.brokerage.setSeizureCap
    set_cap(book.ether.id, 1_300 * VALUE, sender=book.governor)
    auction.price(SUNK)
    auction.liquidate()
    taken = auction.brokerage.seizureCapOf(book.ether.id).takenValue
    set_cap(book.ether.id, 100 * VALUE, sender=book.governor)
    assert tuple(auction.brokerage.seizureCapOf(book.ether.id)) == (100 * VALUE, taken)
    with expect_revert("SeizureCapReached"):
        auction.liquidate(expectedNonce=1)
    # Lowered and raised again, it gives no room twice (PB-20).
    set_cap(book.ether.id, taken, sender=book.governor)
    with expect_revert("SeizureCapReached"):
        auction.liquidate(expectedNonce=1)
    set_cap(book.ether.id, 0, sender=book.governor)
    auction.liquidate(expectedNonce=1)


def test_the_terms_of_every_brokerage(auction: Auction) -> None:
    shown = auction.brokerage.liquidationTerms()
    assert tuple(shown) == tuple(TERMS.values())
    changed = {**TERMS, "maxBonusBps": 300, "feeBps": 20, "seizureWindow": 60}
    receipt = auction.brokerage.setLiquidationTerms(changed, sender=auction.book.governor)
    assert tuple(receipt.events.one("LiquidationTermsSet").terms) == tuple(changed.values())
    assert tuple(auction.brokerage.liquidationTerms()) == tuple(changed.values())
    with expect_revert("LiquidationTermsInvalid", cause="auctionDuration"):
        auction.brokerage.setLiquidationTerms(
            {**TERMS, "auctionDuration": 0}, sender=auction.book.governor
        )


def test_interest_alone_may_bring_an_account_down(auction: Auction) -> None:
    """PB-04: time does what prices do."""
    auction.price(1_563)
    with expect_revert("AccountHealthy"):
        auction.call()
    auction.wait(10 * DAY, 1_563)
    assert auction.debt() > LOAN * 10**6
    auction.call()


@pytest.mark.parametrize("announced", (True, False))
def test_a_cure_buys_no_time_but_a_new_auction(auction: Auction, announced: bool) -> None:
    """T-36, F10: soon after a cure the old deadline stays, whoever notices first, and the bonus
    grows from when the account was called again."""
    auction.price(CALLED)
    deadline = auction.call().return_value
    auction.price(1_600)
    auction.brokerage.cureMarginCall(auction.account, sender=auction.carol)
    auction.wait(GRACE + HOUR // 2, SUNK)
    if announced:
        assert auction.call().return_value == deadline
    auction.liquidate(maxRepay=10**8)
    state = auction.state()
    assert (state.deadline, state.auctionStart) == (deadline, auction.now)
    auction.wait(HOUR // 2, SUNK)
    assert auction.liquidate(expectedNonce=1).events.one("Liquidated").bonusBps == 300
