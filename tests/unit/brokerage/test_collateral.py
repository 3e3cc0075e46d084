"""Deposits, withdrawals, moves and cash."""

from typing import Any

import pytest

from quantera.evm import expect_revert
from quantera.gas.brokerage_stack import (
    ACTIVE,
    COLLATERAL,
    DAY,
    SETTLEMENT,
    VALUE,
    Asset,
    account_of,
)
from tests.unit.brokerage.conftest import Book

ALL = 2**256 - 1
WEEK = 7 * DAY


def withdraw(book: Book, amount: int, to: Any = None) -> Any:
    return book.brokerage.withdraw(
        book.account, book.ether.id, amount, to or book.alice, sender=book.alice
    )


def give_cash(book: Book, value: int) -> None:
    """Alice has cash, in an asset that is the book's cash."""
    with book.stack.surgery() as surgeon:
        surgeon.writeCashAsset(book.dollar.id, sender=book.governor)
        surgeon.writeCash(book.account, value, sender=book.governor)


class TestDeposit:
    def test_units_are_counted_everywhere(self, book: Book) -> None:
        brokerage: Any = book.brokerage
        before = book.ether.cash.balanceOf(brokerage)
        receipt = brokerage.deposit(book.account, book.ether.id, 5, sender=book.alice)
        told = receipt.events.one("CollateralDeposited").args
        balance = 10 * book.ether.one + 5
        assert (told.payer, told.amount, told.balance) == (book.alice, 5, balance)
        assert brokerage.collateralOf(book.account, book.ether.id) == balance
        assert brokerage.institutionCollateralOf(book.account, book.ether.id) == balance
        assert book.ether.cash.balanceOf(brokerage) == before + 5

    def test_the_total_counts_each_account_in_millionths(self, book: Book) -> None:
        brokerage: Any = book.brokerage
        brokerage.deposit(book.account, book.ether.id, 1, sender=book.alice)
        brokerage.deposit(account_of(book.bob), book.ether.id, 1, sender=book.bob)
        total = 10 * book.ether.one + 2 * 10**12
        assert brokerage.totalCollateralUp(book.ether.id) == total
        withdraw(book, 1)
        assert brokerage.totalCollateralUp(book.ether.id) == total - 10**12

    def test_nothing_is_no_deposit(self, book: Book) -> None:
        with expect_revert("AmountZero"):
            book.brokerage.deposit(book.account, book.ether.id, 0, sender=book.alice)

    def test_a_verified_third_party_pays_with_its_own(self, book: Book) -> None:
        before = book.ether.cash.balanceOf(book.bob)
        book.brokerage.deposit(book.account, book.ether.id, 7, sender=book.bob)
        assert book.ether.cash.balanceOf(book.bob) == before - 7

    def test_strangers_pay_nothing(self, book: Book) -> None:
        with expect_revert("PayerNotVerified", payer=book.stranger):
            book.brokerage.deposit(book.account, book.ether.id, 7, sender=book.stranger)

    @pytest.mark.parametrize("flags", [0, ACTIVE, COLLATERAL, SETTLEMENT | ACTIVE])
    def test_only_active_collateral(self, book: Book, flags: int) -> None:
        asset = book.stack.asset("Other", flags=flags)
        with expect_revert("AssetNotUsable", assetId=asset.id):
            book.stack.deposit(book.alice, asset, 1)

    def test_an_asset_that_is_not_listed(self, book: Book) -> None:
        for number in (60, 79):
            with expect_revert("AssetNotUsable", assetId=number):
                book.brokerage.deposit(book.account, number, 1, sender=book.alice)

    def test_what_the_own_group_issued_is_no_collateral(self, book: Book) -> None:
        asset = book.stack.asset("Own bond", issuer_group=5)
        book.brokerage.setGroup(book.alice, 5, sender=book.governor)
        with expect_revert("WrongWayRisk", account=book.account, assetId=asset.id, group=5):
            book.stack.deposit(book.alice, asset, 1)

    def test_the_assets_cap(self, book: Book) -> None:
        asset = book.stack.asset("Capped", cap=100 * 10**18)
        book.stack.deposit(book.alice, asset, 60 * 10**18)
        book.stack.deposit(book.bob, asset, 40 * 10**18)
        with expect_revert("CollateralCapExceeded", assetId=asset.id, cap=100 * 10**18):
            book.stack.deposit(book.bob, asset, 1)
        book.brokerage.withdraw(account_of(book.bob), asset.id, 10**18, book.bob, sender=book.bob)
        book.stack.deposit(book.alice, asset, 10**18)

    def test_the_cap_of_one_institution_is_over_its_sub_accounts(self, book: Book) -> None:
        asset = book.stack.asset("Capped", institution_cap=100)
        book.brokerage.openAccount(1, sender=book.alice)
        book.stack.deposit(book.alice, asset, 60)
        book.stack.deposit(book.alice, asset, 40, sub_account=1)
        for sub_account in range(2):
            with expect_revert("InstitutionCapExceeded", amount=101, cap=100):
                book.stack.deposit(book.alice, asset, 1, sub_account=sub_account)
        book.stack.deposit(book.bob, asset, 100)

    def test_kinds_of_collateral_end(self, book: Book) -> None:
        """T-30: an account can always be valued in one go."""
        assets = [book.stack.asset(f"Asset {number}") for number in range(10)]
        for asset in assets[:9]:
            book.stack.deposit(book.alice, asset, 1)
        with expect_revert("TooManyAssets", account=book.account, most=10):
            book.stack.deposit(book.alice, assets[9], 1)

    def test_balances_end_at_128_bits(self, book: Book) -> None:
        with expect_revert("AmountTooLarge"):
            book.stack.deposit(book.alice, book.ether, 2**128)


class TestHostileTokens:
    @pytest.fixture
    def hostile(self, book: Book) -> Asset:
        token = book.stack.chain.deploy("MisbehavingToken")
        asset = book.stack.asset("", token=token, decimals=6)
        book.stack.fund(asset, [book.alice], 10**12)
        return asset

    @pytest.mark.parametrize(("manner", "moved"), [(2, 99), (3, 101)])
    def test_another_amount_is_refused(
        self, book: Book, hostile: Asset, manner: int, moved: int
    ) -> None:
        hostile.cash.misbehave(manner, sender=book.governor)
        with expect_revert("AmountNotMoved", amount=100, moved=moved):
            book.brokerage.deposit(book.account, hostile.id, 100, sender=book.alice)

    def test_a_token_that_says_no(self, book: Book, hostile: Asset) -> None:
        hostile.cash.misbehave(1, sender=book.governor)
        with expect_revert("SafeERC20FailedOperation"):
            book.brokerage.deposit(book.account, hostile.id, 100, sender=book.alice)

    def test_donations_change_nothing(self, book: Book) -> None:
        """T-24: units that are sent are not looked at."""
        book.borrow(1_000)
        brokerage: Any = book.brokerage
        state = brokerage.accountOf(book.account), brokerage.lendingPool(book.dollar.id)
        book.dollar.cash.transfer(brokerage, 10**9, sender=book.bob)
        book.ether.cash.transfer(brokerage, 10**20, sender=book.bob)
        assert (brokerage.accountOf(book.account), brokerage.lendingPool(book.dollar.id)) == state
        with expect_revert("CollateralInsufficient"):
            withdraw(book, 11 * book.ether.one)


class TestWithdraw:
    def test_units_go_to_the_institution(self, book: Book) -> None:
        before = book.ether.cash.balanceOf(book.alice)
        receipt = withdraw(book, book.ether.one)
        assert receipt.return_value == book.ether.one
        told = receipt.events.one("CollateralWithdrawn").args
        assert (told.to, told.balance) == (book.alice, 9 * book.ether.one)
        assert book.ether.cash.balanceOf(book.alice) == before + book.ether.one

    def test_all_of_it(self, book: Book) -> None:
        assert withdraw(book, ALL).return_value == 10 * book.ether.one
        assert book.brokerage.accountOf(book.account).collateralSet == 0
        with expect_revert("AmountZero"):
            withdraw(book, ALL)

    def test_more_than_there_is(self, book: Book) -> None:
        balance = 10 * book.ether.one
        with expect_revert("CollateralInsufficient", amount=balance + 1, balance=balance):
            withdraw(book, balance + 1)

    def test_another_wallet_of_the_identity(self, book: Book) -> None:
        identity = book.stack.chain.actor("identity of alice")
        second = book.stack.verify("alice's second wallet", identity=identity)
        withdraw(book, 5, second)
        assert book.ether.cash.balanceOf(second) == 5
        book.stack.unverify(second)
        with expect_revert("RecipientRefused", account=book.account, to=second):
            withdraw(book, 5, second)

    def test_nobody_else(self, book: Book) -> None:
        for wallet in (book.bob, book.stranger):
            with expect_revert("RecipientRefused", to=wallet):
                withdraw(book, 5, wallet)

    def test_initial_margin_holds_to_the_unit(self, book: Book) -> None:
        """10,666 dollars of debt need 15,999 of 16,000 in power: 0.000625 ether is free."""
        book.borrow(10_666)
        free = 625 * 10**12
        with expect_revert("MarginInsufficient", account=book.account, ratio=150):
            withdraw(book, free + 10**12)
        withdraw(book, free)

    def test_the_pause_stops_it_with_exposure_alone(self, book: Book) -> None:
        book.borrow(1)
        book.brokerage.pauseGroups(1 << 0, sender=book.governor)
        with expect_revert("GroupPaused", paused=1):
            withdraw(book, 1)
        book.brokerage.repay(book.account, book.dollar.id, ALL, sender=book.alice)
        withdraw(book, 1)

    def test_stale_prices_stop_it_with_exposure_alone(self, book: Book) -> None:
        """T-18, PB-15, INV-15: a free account needs no price."""
        book.borrow(1)
        book.stack.chain.advance(WEEK)
        with expect_revert("PriceStale"):
            withdraw(book, 1)
        book.brokerage.repay(book.account, book.dollar.id, ALL, sender=book.alice)
        assert withdraw(book, ALL).return_value == 10 * book.ether.one

    def test_a_free_account_withdraws_all_of_everything(self, book: Book) -> None:
        """PB-15, INV-15: whatever prices, sequencer and evidence say."""
        other = book.stack.asset("Other")
        book.stack.deposit(book.alice, other, 77)
        book.stack.unverify(book.alice)
        feed = book.stack.chain.deploy("FeedProbe", 0, 1)
        book.brokerage.setSequencer(feed, 3_600, 7_200, sender=book.governor)
        book.stack.chain.advance(WEEK)
        book.brokerage.restrictAccounts([book.account], sender=book.governor)
        withdraw(book, ALL)
        receipt = book.brokerage.withdraw(
            book.account, other.id, ALL, book.alice, sender=book.alice
        )
        assert receipt.return_value == 77

    def test_the_sequencer_stops_new_risk(self, book: Book) -> None:
        book.borrow(1)
        feed = book.stack.chain.deploy("FeedProbe", 0, 1)
        book.brokerage.setSequencer(feed, 3_600, 7_200, sender=book.governor)
        with expect_revert("SequencerUnavailable"):
            withdraw(book, 1)
        book.brokerage.deposit(book.account, book.ether.id, 1, sender=book.alice)
        book.brokerage.repay(book.account, book.dollar.id, 1, sender=book.alice)

    def test_a_delisted_asset_can_leave(self, book: Book) -> None:
        """PB-16, INV-16: and gives no power for new risk meanwhile."""
        book.brokerage.deactivateAsset(book.ether.id, sender=book.governor)
        with expect_revert("MarginInsufficient", adjustedValue=0):
            book.borrow(1)
        withdraw(book, ALL)


class TestMoving:
    @pytest.fixture
    def other(self, book: Book) -> int:
        book.brokerage.openAccount(4, sender=book.alice)
        return account_of(book.alice, 4)

    def move(self, book: Book, to: int, amount: int) -> Any:
        return book.brokerage.moveCollateral(
            book.account, to, book.ether.id, amount, sender=book.alice
        )

    def test_units_change_accounts_and_nothing_else(self, book: Book, other: int) -> None:
        brokerage: Any = book.brokerage
        balance = 10 * book.ether.one
        receipt = self.move(book, other, 3)
        assert receipt.events.one("CollateralMoved").args.amount == 3
        assert brokerage.collateralOf(book.account, book.ether.id) == balance - 3
        assert brokerage.collateralOf(other, book.ether.id) == 3
        assert brokerage.institutionCollateralOf(other, book.ether.id) == balance
        self.move(book, other, balance - 3)
        assert brokerage.accountOf(book.account).collateralSet == 0
        assert brokerage.institutionCollateralOf(other, book.ether.id) == balance

    def test_margin_is_asked(self, book: Book, other: int) -> None:
        book.borrow(10_000)
        with expect_revert("MarginInsufficient"):
            self.move(book, other, 5 * book.ether.one)

    def test_only_between_an_institutions_own(self, book: Book) -> None:
        for target in (book.account, account_of(book.bob)):
            with expect_revert("AccountsUnrelated", toAccount=target):
                self.move(book, target, 1)

    def test_both_rights_are_needed(self, book: Book, other: int) -> None:
        operator, brokerage = book.bob, book.brokerage
        brokerage.setOperator(book.account, operator, 2, 2**40 - 1, sender=book.alice)
        arguments = (book.account, other, book.ether.id, 1)
        with expect_revert("AccountNotYours", account=other, permission=1):
            brokerage.moveCollateral(*arguments, sender=operator)
        brokerage.setOperator(other, operator, 1, 2**40 - 1, sender=book.alice)
        brokerage.moveCollateral(*arguments, sender=operator)


class TestCash:
    def test_cash_is_paid_at_the_high_price(self, book: Book) -> None:
        give_cash(book, 100 * VALUE)
        book.stack.set_price(book.dollar, VALUE, spread=25)
        before = book.dollar.cash.balanceOf(book.alice)
        receipt = book.brokerage.withdrawCash(
            book.account, 50 * VALUE, book.alice, sender=book.alice
        )
        paid = 50 * VALUE * 10**6 // (VALUE * 10_025 // 10_000)
        assert receipt.return_value == paid
        assert book.dollar.cash.balanceOf(book.alice) == before + paid
        assert book.brokerage.cashOf(book.account) == 50 * VALUE
        assert receipt.events.one("CashWithdrawn").args.value == 50 * VALUE

    def test_the_pool_lends_it_to_the_book(self, book: Book) -> None:
        give_cash(book, 100 * VALUE)
        worth = book.brokerage.lendingPool(book.dollar.id).totalAssets
        book.brokerage.withdrawCash(book.account, ALL, book.alice, sender=book.alice)
        pool = book.brokerage.lendingPool(book.dollar.id)
        assert (pool.totalAssets, pool.bookUnits) == (worth, -100 * 10**6)
        assert book.brokerage.cashOf(book.account) == 0

    def test_limits(self, book: Book) -> None:
        give_cash(book, 100 * VALUE)
        with expect_revert("CashInsufficient", value=100 * VALUE + 1, cashValue=100 * VALUE):
            book.brokerage.withdrawCash(
                book.account, 100 * VALUE + 1, book.alice, sender=book.alice
            )
        with expect_revert("AmountZero"):
            book.brokerage.withdrawCash(book.account, 99, book.alice, sender=book.alice)
        give_cash(book, 2 * 10**6 * VALUE)
        with expect_revert("InsufficientLiquidity", asked=2 * 10**12, available=10**12):
            book.brokerage.withdrawCash(book.account, ALL, book.alice, sender=book.alice)
        book.stack.chain.advance(WEEK)
        with expect_revert("PriceStale"):
            book.brokerage.withdrawCash(book.account, 1, book.alice, sender=book.alice)

    def test_cash_is_collateral_in_full(self, book: Book) -> None:
        """16,000 of ether and 1,000 in cash carry 11,333 of debt and no more."""
        give_cash(book, 1_000 * VALUE)
        book.borrow(11_333)
        with expect_revert("MarginInsufficient", adjustedValue=17_000 * VALUE):
            book.borrow(1)
        with expect_revert("MarginInsufficient"):
            book.brokerage.withdrawCash(book.account, VALUE, book.alice, sender=book.alice)
