"""Loans, repayments, interest and what rounding does."""

from fractions import Fraction
from typing import Any

import pytest

from quantera.evm import expect_revert
from quantera.gas.brokerage_stack import ACTIVE, COLLATERAL, DAY, SETTLEMENT, VALUE, YEAR
from tests.unit.brokerage.conftest import Book
from tests.unit.brokerage.test_collateral import give_cash

ALL = 2**256 - 1
WAD = 10**18


def owed(book: Book) -> int:
    debt: int = book.brokerage.debtOf(book.account, book.dollar.id)
    return debt


def repay(book: Book, amount: int, sender: Any = None) -> Any:
    return book.brokerage.repay(book.account, book.dollar.id, amount, sender=sender or book.alice)


class TestBorrow:
    def test_units_and_debt(self, book: Book) -> None:
        before = book.dollar.cash.balanceOf(book.alice)
        amount = 1_000 * 10**6
        receipt = book.brokerage.borrow(
            book.account, book.dollar.id, amount, book.alice, sender=book.alice
        )
        told = receipt.events.one("Borrowed").args
        assert (told.amount, told.shares) == (amount, amount)
        assert book.dollar.cash.balanceOf(book.alice) == before + amount
        assert owed(book) == amount
        pool = book.brokerage.lendingPool(book.dollar.id)
        assert (pool.totalDebt, pool.liquidity) == (amount, 10**12 - amount)
        state = book.brokerage.accountOf(book.account)
        assert (state.debtSet, state.exposure) == (1 << book.dollar.id, 1_000 * VALUE)

    def test_initial_margin_holds_to_the_unit(self, book: Book) -> None:
        """PB-08, PB-13, INV-13: 16,000 of power carry 10,666.666666 dollars."""
        brokerage: Any = book.brokerage
        most = 10_666_666_666
        arguments = (book.account, book.dollar.id)
        with expect_revert("MarginInsufficient", ratio=150, adjustedValue=16_000 * VALUE):
            brokerage.borrow(*arguments, most + 1, book.alice, sender=book.alice)
        brokerage.borrow(*arguments, most, book.alice, sender=book.alice)

    def test_liabilities_are_valued_high_and_assets_low(self, book: Book) -> None:
        """T-21, PB-08: a spread counts against the account on both sides."""
        book.stack.set_price(book.ether, 2_000 * VALUE, spread=500)
        book.stack.set_price(book.dollar, VALUE, spread=100)
        exposed = 10_000 * VALUE * 101 // 100
        book.borrow(10_000)
        assert book.brokerage.accountOf(book.account).exposure == exposed
        with expect_revert("MarginInsufficient", adjustedValue=16_000 * VALUE):
            book.borrow(562)
        book.borrow(561)

    def test_without_collateral_nothing(self, book: Book) -> None:
        """PB-13, INV-13: no debt without collateral."""
        bob = book.brokerage.accountNumber(book.bob, 0)
        with expect_revert("MarginInsufficient", adjustedValue=0):
            book.brokerage.borrow(bob, book.dollar.id, 1, book.bob, sender=book.bob)

    def test_the_pool_lends_what_it_has(self, book: Book) -> None:
        with expect_revert("InsufficientLiquidity", asked=10**12 + 1, available=10**12):
            book.brokerage.borrow(
                book.account, book.dollar.id, 10**12 + 1, book.alice, sender=book.alice
            )

    @pytest.mark.parametrize("flags", [COLLATERAL | ACTIVE, SETTLEMENT | COLLATERAL])
    def test_only_active_settlement_assets(self, book: Book, flags: int) -> None:
        asset = book.stack.settlement_asset("Other", flags=flags)
        with expect_revert("AssetNotUsable", assetId=asset.id):
            book.brokerage.borrow(book.account, asset.id, 1, book.alice, sender=book.alice)

    def test_an_asset_without_a_pool(self, book: Book) -> None:
        asset = book.stack.asset("Other", flags=SETTLEMENT | ACTIVE)
        with expect_revert("AssetNotUsable", assetId=asset.id):
            book.brokerage.borrow(book.account, asset.id, 1, book.alice, sender=book.alice)

    def test_nothing_is_no_loan(self, book: Book) -> None:
        with expect_revert("AmountZero"):
            book.borrow(0)

    def test_it_goes_to_the_institution_alone(self, book: Book) -> None:
        with expect_revert("RecipientRefused", to=book.bob):
            book.brokerage.borrow(book.account, book.dollar.id, 1, book.bob, sender=book.alice)

    def test_the_pause_stops_it(self, book: Book) -> None:
        book.brokerage.pauseGroups(1 << 1, sender=book.governor)
        with expect_revert("GroupPaused", paused=2):
            book.borrow(1)

    @pytest.mark.parametrize("stale", ["ether", "dollar"])
    def test_every_price_must_be_fresh(self, book: Book, stale: str) -> None:
        """T-18: a stale price of any asset stops new risk."""
        book.stack.chain.advance(7 * DAY)
        fresh = book.dollar if stale == "ether" else book.ether
        book.stack.set_price(fresh, VALUE if fresh is book.dollar else 2_000 * VALUE)
        asset = getattr(book, stale)
        with expect_revert("PriceStale", assetId=asset.id):
            book.borrow(1)

    def test_shares_are_rounded_up(self, book: Book) -> None:
        """PB-08, INV-08: each loan owes at least what was lent, at most a share more."""
        book.borrow(1)
        book.stack.chain.advance(12_345_67)
        book.stack.set_price(book.ether, 2_000 * VALUE)
        book.stack.set_price(book.dollar, VALUE)
        for amount in (1, 2, 3, 999_999, 10**9 + 7):
            before = owed(book)
            book.brokerage.borrow(
                book.account, book.dollar.id, amount, book.alice, sender=book.alice
            )
            assert 0 <= owed(book) - before - amount <= 1


class TestRepay:
    def test_parts_and_the_rest(self, book: Book) -> None:
        book.borrow(1_000)
        receipt = repay(book, 400 * 10**6)
        told = receipt.events.one("Repaid").args
        assert (told.payer, told.amount, told.shares) == (book.alice, 400 * 10**6, 600 * 10**6)
        assert repay(book, ALL).return_value == 600 * 10**6
        assert owed(book) == 0
        assert book.brokerage.accountOf(book.account).debtSet == 0
        with expect_revert("NothingOwed", account=book.account, assetId=book.dollar.id):
            repay(book, 1)

    def test_nothing_is_no_repayment(self, book: Book) -> None:
        book.borrow(1)
        with expect_revert("AmountZero"):
            repay(book, 0)

    def test_anybody_verified_repays(self, book: Book) -> None:
        book.borrow(10)
        repay(book, 10**6, book.bob)
        with expect_revert("PayerNotVerified", payer=book.stranger):
            repay(book, 10**6, book.stranger)

    def test_it_is_never_refused(self, book: Book) -> None:
        """PB-14, INV-14, T-18: pause, price, sequencer and evidence stop no paying in."""
        book.borrow(100)
        brokerage: Any = book.brokerage
        brokerage.pauseGroups(2**64 - 1, sender=book.governor)
        brokerage.freezeAccounts([book.account], sender=book.governor)
        feed = book.stack.chain.deploy("FeedProbe", 0, 1)
        brokerage.setSequencer(feed, 3_600, 7_200, sender=book.governor)
        book.stack.unverify(book.alice)
        book.stack.chain.advance(YEAR)
        brokerage.deposit(book.account, book.ether.id, 1, sender=book.alice)
        repay(book, 10**6)
        repay(book, ALL, book.bob)
        assert owed(book) == 0

    def test_it_needs_no_price_at_all(self, book: Book) -> None:
        """PB-14: not even one that was ever accepted."""
        book.borrow(100)
        book.stack.set_price(book.dollar, 0)
        book.stack.set_price(book.ether, 0)
        repay(book, ALL)

    def test_shares_are_rounded_down(self, book: Book) -> None:
        """PB-08, INV-08: a repayment never takes off more than was paid."""
        book.borrow(1_000)
        book.stack.chain.advance(12_345_67)
        for amount in (1, 2, 3, 999_999):
            before = owed(book)
            repay(book, amount)
            assert 0 <= amount - (before - owed(book)) <= 1

    def test_with_cash(self, book: Book) -> None:
        book.borrow(1_000)
        give_cash(book, 300 * VALUE)
        worth = book.brokerage.lendingPool(book.dollar.id).totalAssets
        receipt = book.brokerage.repayWithCash(book.account, 200 * VALUE, sender=book.alice)
        told = receipt.events.one("RepaidWithCash").args
        assert (told.value, told.amount) == (200 * VALUE, 200 * 10**6)
        assert owed(book) == 800 * 10**6
        assert book.brokerage.cashOf(book.account) == 100 * VALUE
        pool = book.brokerage.lendingPool(book.dollar.id)
        assert (pool.totalAssets, pool.bookUnits) == (worth, -200 * 10**6)

    def test_with_no_more_cash_than_needed(self, book: Book) -> None:
        book.borrow(100)
        give_cash(book, 300 * VALUE)
        book.brokerage.repayWithCash(book.account, ALL, sender=book.alice)
        assert (owed(book), book.brokerage.cashOf(book.account)) == (0, 200 * VALUE)
        with expect_revert("NothingOwed"):
            book.brokerage.repayWithCash(book.account, VALUE, sender=book.alice)

    def test_without_cash(self, book: Book) -> None:
        book.borrow(100)
        give_cash(book, 0)
        with expect_revert("AmountZero"):
            book.brokerage.repayWithCash(book.account, VALUE, sender=book.alice)


class TestInterest:
    def index(self, book: Book) -> int:
        value: int = book.brokerage.lendingPool(book.dollar.id).borrowIndex
        return value

    def test_it_is_simple_between_touches(self, book: Book) -> None:
        """PB-09, INV-09: ten per cent a year, linear until somebody touches the pool."""
        book.borrow(1_000)
        book.stack.chain.advance(YEAR // 2)
        assert owed(book) == 1_050 * 10**6
        book.stack.chain.advance(YEAR // 2)
        assert owed(book) == 1_100 * 10**6

    def test_a_second_is_no_time(self, book: Book) -> None:
        """PB-09, INV-09: within a second the index stands still."""
        book.borrow(1_000)
        before = self.index(book)
        book.brokerage.accrue(book.dollar.id, sender=book.bob)
        receipt = book.brokerage.accrue(book.dollar.id, sender=book.bob)
        assert not receipt.events
        assert self.index(book) == before

    def test_many_touches_are_between_simple_and_compound(self, book: Book) -> None:
        """PB-09, INV-09: monotone, never below simple, never above continuous compounding."""
        book.borrow(1_000)
        start = last = self.index(book)
        for _ in range(24):
            book.stack.chain.advance(YEAR // 24)
            book.brokerage.accrue(book.dollar.id, sender=book.bob)
            assert self.index(book) > last
            last = self.index(book)
        grown = Fraction(last, start)
        assert grown >= Fraction(11, 10)
        step = 1 + Fraction(1, 240)
        assert step**24 <= grown <= step**24 + Fraction(25, WAD)

    def test_lenders_and_reserve_share_it(self, book: Book) -> None:
        book.borrow(1_000)
        book.stack.chain.advance(YEAR)
        receipt = book.brokerage.accrue(book.dollar.id, sender=book.bob)
        told = receipt.events.one("InterestAccrued").args
        assert (told.interest, told.reserved) == (100 * 10**6, 10 * 10**6)
        pool = book.brokerage.lendingPool(book.dollar.id)
        assert pool.reserves == 10 * 10**6
        assert pool.totalAssets == 10**12 + 90 * 10**6

    def test_views_know_it_before_anybody_touches(self, book: Book) -> None:
        book.borrow(1_000)
        book.stack.chain.advance(YEAR)
        before = book.brokerage.lendingPool(book.dollar.id)
        book.brokerage.accrue(book.dollar.id, sender=book.bob)
        assert book.brokerage.lendingPool(book.dollar.id) == before

    def test_a_loan_of_a_moment_owes_no_old_interest(self, book: Book) -> None:
        """Interest is what ran, not today's shares over the time since the last touch."""
        book.stack.chain.advance(YEAR)
        book.stack.set_price(book.ether, 2_000 * VALUE)
        book.stack.set_price(book.dollar, VALUE)
        brokerage: Any = book.brokerage
        worth = brokerage.lendingPool(book.dollar.id).totalAssets
        amount = 1_000 * 10**6
        calls = [
            brokerage.borrow.encode(book.account, book.dollar.id, amount, book.alice),
            brokerage.accrue.encode(book.dollar.id),
            brokerage.repay.encode(book.account, book.dollar.id, ALL),
        ]
        brokerage.batch(book.account, calls, sender=book.alice)
        pool = brokerage.lendingPool(book.dollar.id)
        assert pool.totalAssets >= worth
        assert pool.reserves <= 1

    def test_interest_of_a_repaid_loan_is_not_lost(self, book: Book) -> None:
        book.borrow(1_000)
        book.stack.chain.advance(YEAR)
        repay(book, ALL)
        book.brokerage.accrue(book.dollar.id, sender=book.bob)
        pool = book.brokerage.lendingPool(book.dollar.id)
        assert pool.reserves == 10 * 10**6
        assert pool.totalAssets == 10**12 + 90 * 10**6

    def test_an_asset_without_a_pool_cannot_accrue(self, book: Book) -> None:
        with expect_revert("AssetNotUsable", assetId=book.ether.id):
            book.brokerage.accrue(book.ether.id, sender=book.bob)
