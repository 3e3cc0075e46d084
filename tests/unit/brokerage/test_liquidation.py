"""Liquidations: of whom, by whom, of what (INV-05, INV-06, T-28, T-30, T-38)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quantera.evm import expect_revert
from quantera.gas.brokerage_stack import DAY, VALUE, account_of
from tests.unit.brokerage.conftest import Book
from tests.unit.brokerage.liquidating import (
    CALLED,
    GRACE,
    MOST,
    SUNK,
    UNDER_WATER,
    Auction,
    auction_of,
)

LIQUIDATING = 1 << 3


@pytest.fixture
def auction(book: Book) -> Iterator[Auction]:
    yield auction_of(book)


@pytest.mark.parametrize("price", (2_000, 1_562.5, CALLED, 1_375))
def test_above_the_threshold_and_uncalled_nobody_is_liquidated(
    auction: Auction, price: float
) -> None:
    """INV-05: 110 itself is not below."""
    auction.price(price)
    with expect_revert("NotLiquidatable", account=auction.account, deadline=0):
        auction.liquidate()


def test_below_the_threshold_at_once(auction: Auction) -> None:
    """INV-05: by one unit."""
    auction.price(1_374.99)
    auction.liquidate()


def test_a_called_account_only_after_its_deadline(auction: Auction) -> None:
    """INV-05: one second before it is not."""
    auction.price(CALLED)
    auction.call()
    auction.wait(GRACE - 1, CALLED)
    with expect_revert("NotLiquidatable", deadline=auction.now + 1):
        auction.liquidate()
    auction.wait(1, CALLED)
    auction.liquidate()


def test_a_called_account_that_recovered_is_not(auction: Auction) -> None:
    """INV-05: at the current price, not at that of the call."""
    auction.price(CALLED)
    auction.call()
    auction.wait(GRACE, 1_563)
    with expect_revert("NotLiquidatable"):
        auction.liquidate()


@given(
    dollars=st.integers(50_000, 220_000),
    called=st.booleans(),
    waited=st.integers(0, 2 * GRACE),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_who_is_liquidated(auction: Auction, dollars: int, called: bool, waited: int) -> None:
    """INV-05, INV-06: below 110, or below 125 after a call's deadline; the ratio does not fall
    unless the account is under water."""
    price = dollars / 100
    with auction.book.stack.chain.rollback():
        if called:
            auction.price(CALLED)
            auction.call()
        auction.wait(waited, price)
        before = auction.ratio(price)
        allowed = before < Fraction(110, 100) or (
            called and waited >= GRACE and before < Fraction(125, 100)
        )
        if not allowed:
            with expect_revert("NotLiquidatable"):
                auction.liquidate()
            return
        auction.liquidate()
        if auction.collateral() and auction.debt() and before > Fraction(81, 100):
            assert auction.ratio(price) >= before


def test_under_water_the_liquidator_pays_for_what_he_takes(auction: Auction) -> None:
    """T-28: all ether at the least bonus; what stays owed is left to the waterfall."""
    auction.price(800)
    dollars = auction.book.dollar.cash
    before = dollars.balanceOf(auction.carol)
    repaid, seized = auction.liquidate().return_value
    assert seized == 10 * 10**18
    paid = before - dollars.balanceOf(auction.carol)
    assert paid == repaid == -(-8_000 * 10**6 * 10_000 // 10_100)
    assert auction.collateral() == 0
    assert auction.debt() == 10_000 * 10**6 - repaid
    assert auction.state().isOpen


def test_an_account_without_debt_or_collateral_of_that_kind(auction: Auction) -> None:
    book = auction.book
    auction.price(SUNK)
    orders: tuple[dict[str, Any], ...] = (
        {"debtAsset": book.ether.id},
        {"collateral": book.dollar.id},
        {"maxRepay": 0},
    )
    for order in orders:
        with expect_revert("NothingToLiquidate", account=auction.account):
            auction.liquidate(**order)


def test_stale_prices_liquidate_nobody(auction: Auction) -> None:
    """T-18: a typed error, not a fallback."""
    auction.price(SUNK)
    auction.wait(4_095 * 60 + 1)
    with expect_revert("PriceStale"):
        auction.liquidate()


def test_a_pause_stops_liquidations(auction: Auction) -> None:
    auction.price(SUNK)
    auction.brokerage.pauseGroups(LIQUIDATING, sender=auction.book.governor)
    with expect_revert("GroupPaused", paused=LIQUIDATING):
        auction.liquidate()
    with expect_revert("GroupPaused", paused=LIQUIDATING):
        auction.brokerage.liquidatePosition(
            auction.account, auction.book.ether.id, 1, sender=auction.carol
        )


def test_unknown_accounts_are_not_liquidated(auction: Auction) -> None:
    with expect_revert("AccountUnknown"):
        auction.liquidate(account=77)


def test_an_institution_that_lost_its_evidence_is_liquidated_like_any(auction: Auction) -> None:
    """T-38: and what is left is still its own to repay and to be paid out."""
    book = auction.book
    book.stack.unverify(book.alice)
    auction.price(SUNK)
    auction.liquidate()
    auction.price(2_000)
    with expect_revert("CloseOnly", account=auction.account):
        book.borrow(1)
    book.brokerage.repay(auction.account, book.dollar.id, MOST, sender=book.alice)
    book.brokerage.withdraw(
        auction.account, book.ether.id, auction.collateral(), book.alice, sender=book.alice
    )
    assert auction.collateral() == 0


def test_only_verified_liquidators_receive(auction: Auction) -> None:
    """T-38"""
    auction.price(SUNK)
    with expect_revert("LiquidatorIneligible", liquidator=auction.book.stranger):
        auction.liquidate(sender=auction.book.stranger)


def test_exposure_follows(auction: Auction) -> None:
    """INV-02"""
    auction.price(SUNK)
    auction.liquidate()
    line = auction.brokerage.creditLineOf(auction.book.alice)
    assert line.exposure == -(-auction.debt() * VALUE // 10**6)
    assert auction.brokerage.totalExposure() == line.exposure


def test_a_sub_accounts_liquidation_leaves_the_others_alone(auction: Auction) -> None:
    book = auction.book
    book.brokerage.openAccount(1, sender=book.alice)
    other = account_of(book.alice, 1)
    book.brokerage.deposit(other, book.ether.id, book.ether.one, sender=book.alice)
    auction.price(SUNK)
    auction.liquidate()
    assert auction.brokerage.collateralOf(other, book.ether.id) == book.ether.one


def test_many_assets_are_liquidated_within_a_million_gas(book: Book) -> None:
    """T-30: ten kinds of collateral."""
    stack = book.stack
    assets = [stack.asset(f"Gem {number}", 200 * VALUE, haircut=2_000) for number in range(9)]
    for asset in assets:
        stack.deposit(book.alice, asset, asset.one)
    auction = auction_of(book)
    for asset in assets:
        stack.set_price(asset, 100 * VALUE)
    auction.price(UNDER_WATER)
    before = auction.debt()
    auction.brokerage.liquidate(auction.order(), sender=auction.carol, gas=1_000_000)
    assert auction.debt() < before


def test_interest_is_paid_before_anything_is_left(auction: Auction) -> None:
    """PB-09: what is owed is what the index says at the liquidation."""
    auction.wait(30 * DAY, SUNK)
    owed = auction.debt()
    assert owed > 10_000 * 10**6
    terms = auction.brokerage.liquidationTerms()
    assert terms.targetRatioBps == 13_500
    repaid = auction.liquidate().return_value.repaid
    assert 0 <= auction.debt() - (owed - repaid) <= 1
    assert auction.ratio(SUNK) >= Fraction(134_999, 100_000)


@pytest.mark.parametrize("add_on", (0, 200))
def test_what_is_told_is_what_the_view_shows(auction: Auction, add_on: int) -> None:
    """INV-06: with and without a concentration add-on, to the last decimal."""
    book = auction.book
    book.brokerage.setConcentration(1_000, 0, sender=book.governor)
    book.stack.deposit(book.alice, book.dollar, 1_000 * 10**6)
    auction.price(1_234.56)
    book.brokerage.setConcentration(600, add_on, sender=book.governor)
    event = auction.liquidate().events.one("MarginCallCured")
    risk = auction.brokerage.accountRisk(auction.account)
    assert (event.adjustedValue, event.exposureValue) == (
        risk.maintenanceValue,
        risk.exposureValue,
    )
    assert risk.maintenanceValue >= risk.exposureValue * 134_999 // 100_000


def test_what_would_lower_the_ratio_is_refused(auction: Auction) -> None:
    """INV-06: taking dollars leaves the ether more concentrated; taking ether is the way."""
    book = auction.book
    book.stack.deposit(book.alice, book.dollar, 2_000 * 10**6)
    auction.price(1_200)
    book.brokerage.setConcentration(500, 200, sender=book.governor)
    with expect_revert("LiquidationWorsens", account=auction.account):
        auction.liquidate(collateral=book.dollar.id, maxRepay=100 * 10**6)
    auction.liquidate(maxRepay=100 * 10**6)
