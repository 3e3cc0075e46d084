"""Supplying, redeeming, rates, reserves."""

from typing import Any

import pytest

from quantera.evm import expect_revert
from quantera.gas.brokerage_stack import ACTIVE, SETTLEMENT, VALUE, YEAR
from tests.unit.brokerage.conftest import Book

ALL = 2**256 - 1


def shares_of(book: Book, lender: Any) -> int:
    found: int = book.brokerage.lenderSharesOf(book.dollar.id, lender)
    return found


class TestSupply:
    def test_shares_are_minted_down(self, book: Book) -> None:
        receipt = book.brokerage.supply(book.dollar.id, 10**9, sender=book.bob)
        told = receipt.events.one("Supplied").args
        assert (told.lender, told.amount) == (book.bob, 10**9)
        assert receipt.return_value == told.shares == shares_of(book, book.bob)
        back = book.brokerage.redeem(book.dollar.id, ALL, sender=book.bob).return_value
        assert 10**9 - 2 <= back <= 10**9

    def test_lenders_are_verified(self, book: Book) -> None:
        with expect_revert("LenderNotVerified", lender=book.stranger):
            book.brokerage.supply(book.dollar.id, 1, sender=book.stranger)

    def test_nothing_is_nothing(self, book: Book) -> None:
        with expect_revert("AmountZero"):
            book.brokerage.supply(book.dollar.id, 0, sender=book.bob)

    def test_only_into_a_pool(self, book: Book) -> None:
        with expect_revert("AssetNotUsable", assetId=book.ether.id):
            book.brokerage.supply(book.ether.id, 1, sender=book.bob)
        retired = book.stack.settlement_asset("Retired", flags=SETTLEMENT)
        with expect_revert("AssetNotUsable", assetId=retired.id):
            book.brokerage.supply(retired.id, 1, sender=book.bob)

    def test_the_pause_stops_both_ways(self, book: Book) -> None:
        book.brokerage.pauseGroups(1 << 5, sender=book.governor)
        with expect_revert("GroupPaused", paused=32):
            book.brokerage.supply(book.dollar.id, 1, sender=book.bob)
        with expect_revert("GroupPaused", paused=32):
            book.brokerage.redeem(book.dollar.id, 1, sender=book.lender)

    def test_the_first_lender_cannot_price_others_out(self, book: Book) -> None:
        """T-24: neither a donation nor a unit of interest turns a deposit into nothing."""
        asset = book.stack.settlement_asset("Fresh", decimals=6)
        book.stack.fund(asset, [book.alice, book.bob], 10**12)
        brokerage: Any = book.brokerage
        brokerage.supply(asset.id, 1, sender=book.alice)
        asset.cash.transfer(brokerage, 10**11, sender=book.alice)
        brokerage.supply(asset.id, 10**6, sender=book.bob)
        back = brokerage.redeem(asset.id, ALL, sender=book.bob).return_value
        assert back >= 10**6 - 2

    def test_an_amount_worth_no_share(self, book: Book) -> None:
        asset = book.stack.settlement_asset("Fresh", flags=SETTLEMENT | ACTIVE)
        book.stack.supply(asset, 1, "first")
        with book.stack.surgery() as surgeon:
            surgeon.writeLiquidity(asset.id, 10**9, sender=book.governor)
        book.stack.fund(asset, [book.bob], 10**9)
        with expect_revert("TooLittle", assetId=asset.id, amount=1):
            book.brokerage.supply(asset.id, 1, sender=book.bob)


class TestRedeem:
    def test_interest_is_the_lenders(self, book: Book) -> None:
        book.borrow(10_000)
        book.stack.chain.advance(YEAR)
        book.brokerage.repay(book.account, book.dollar.id, ALL, sender=book.alice)
        amount = book.brokerage.redeem(book.dollar.id, ALL, sender=book.lender).return_value
        assert 10**12 + 900 * 10**6 - 2 <= amount <= 10**12 + 900 * 10**6

    def test_it_needs_no_evidence(self, book: Book) -> None:
        book.stack.unverify(book.lender)
        book.brokerage.redeem(book.dollar.id, ALL, sender=book.lender)

    def test_no_more_than_one_has(self, book: Book) -> None:
        own = shares_of(book, book.lender)
        with expect_revert("SharesInsufficient", shares=own + 1, balance=own):
            book.brokerage.redeem(book.dollar.id, own + 1, sender=book.lender)

    def test_no_more_than_the_pool_has(self, book: Book) -> None:
        book.borrow(1_000)
        with expect_revert("InsufficientLiquidity", available=10**12 - 10**9):
            book.brokerage.redeem(book.dollar.id, ALL, sender=book.lender)

    def test_shares_worth_nothing(self, book: Book) -> None:
        with expect_revert("TooLittle", amount=1):
            book.brokerage.redeem(book.dollar.id, 1, sender=book.lender)


class TestTerms:
    def test_a_rate_holds_from_now_on(self, book: Book) -> None:
        book.borrow(1_000)
        book.stack.chain.advance(YEAR)
        receipt = book.brokerage.setBorrowRate(book.dollar.id, 200_000, sender=book.governor)
        assert receipt.events.one("BorrowRateSet").args.ratePips == 200_000
        assert book.brokerage.debtOf(book.account, book.dollar.id) == 1_100 * 10**6
        book.stack.chain.advance(YEAR)
        assert book.brokerage.debtOf(book.account, book.dollar.id) == 1_320 * 10**6

    def test_bounds(self, book: Book) -> None:
        brokerage: Any = book.brokerage
        most = brokerage.MAX_BORROW_RATE_PIPS()
        with expect_revert("RateTooHigh", ratePips=most + 1, most=10**6):
            brokerage.setBorrowRate(book.dollar.id, most + 1, sender=book.governor)
        brokerage.setBorrowRate(book.dollar.id, most, sender=book.governor)
        most = brokerage.MAX_RESERVE_BPS()
        with expect_revert("ReserveShareTooHigh", reserveBps=most + 1, most=5_000):
            brokerage.setReserveShare(book.dollar.id, most + 1, sender=book.governor)
        receipt = brokerage.setReserveShare(book.dollar.id, most, sender=book.governor)
        assert receipt.events.one("ReserveShareSet").args.reserveBps == most
        assert brokerage.lendingPool(book.dollar.id).reserveBps == most

    def test_a_reserve_share_does_not_look_back(self, book: Book) -> None:
        book.borrow(1_000)
        book.stack.chain.advance(YEAR)
        book.brokerage.setReserveShare(book.dollar.id, 5_000, sender=book.governor)
        assert book.brokerage.lendingPool(book.dollar.id).reserves == 10 * 10**6

    def test_reserves_are_paid_out(self, book: Book) -> None:
        book.borrow(1_000)
        book.stack.chain.advance(YEAR)
        brokerage: Any = book.brokerage
        arguments = (book.dollar.id, book.stranger)
        before = book.dollar.cash.balanceOf(book.stranger)
        worth = brokerage.lendingPool(book.dollar.id).totalAssets
        with expect_revert("ReservesInsufficient", amount=10**7 + 1, reserves=10**7):
            brokerage.withdrawReserves(*arguments, 10**7 + 1, sender=book.governor)
        receipt = brokerage.withdrawReserves(*arguments, 10**7, sender=book.governor)
        assert receipt.events.one("ReservesWithdrawn").args.amount == 10**7
        assert book.dollar.cash.balanceOf(book.stranger) == before + 10**7
        pool = brokerage.lendingPool(book.dollar.id)
        assert (pool.reserves, pool.totalAssets) == (0, worth)

    def test_reserves_wait_for_liquidity(self, book: Book) -> None:
        book.borrow(1_000)
        book.stack.chain.advance(YEAR)
        book.brokerage.accrue(book.dollar.id, sender=book.bob)
        with book.stack.surgery() as surgeon:
            surgeon.writeLiquidity(book.dollar.id, 5, sender=book.governor)
        with expect_revert("InsufficientLiquidity", asked=6, available=5):
            book.brokerage.withdrawReserves(book.dollar.id, book.stranger, 6, sender=book.governor)


@pytest.mark.parametrize("rate", [0, 1, 10**6])
def test_an_index_stays_in_its_field(book: Book, rate: int) -> None:
    """PB-09: nobody is kept from repaying by an index that has grown for long."""
    book.brokerage.setBorrowRate(book.dollar.id, rate, sender=book.governor)
    book.borrow(1_000)
    for _ in range(5):
        book.stack.chain.advance(10 * YEAR)
        book.brokerage.accrue(book.dollar.id, sender=book.bob)
    book.stack.fund(book.dollar, [book.alice], 10**20)
    book.brokerage.repay(book.account, book.dollar.id, ALL, sender=book.alice)
    assert book.brokerage.debtOf(book.account, book.dollar.id) == 0
    assert VALUE == 10**8
