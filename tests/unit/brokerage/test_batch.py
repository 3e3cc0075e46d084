"""Several operations under one check."""

from typing import Any

import pytest

from quantera.evm import expect_revert
from quantera.gas.brokerage_stack import BORROW, DAY, NEVER, VALUE, account_of
from quantera.gas.token_stack import record
from tests.unit.access.arguments import blank_arguments
from tests.unit.brokerage.conftest import Book

ALL = 2**256 - 1


class Calls:
    """Calldata of operations with Alice's account."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.brokerage: Any = book.brokerage

    def deposit(self, amount: int, account: int | None = None) -> bytes:
        encoded: bytes = self.brokerage.deposit.encode(
            account or self.book.account, self.book.ether.id, amount
        )
        return encoded

    def withdraw(self, amount: int) -> bytes:
        encoded: bytes = self.brokerage.withdraw.encode(
            self.book.account, self.book.ether.id, amount, self.book.alice
        )
        return encoded

    def borrow(self, dollars: int) -> bytes:
        encoded: bytes = self.brokerage.borrow.encode(
            self.book.account, self.book.dollar.id, dollars * 10**6, self.book.alice
        )
        return encoded

    def repay(self, amount: int) -> bytes:
        encoded: bytes = self.brokerage.repay.encode(self.book.account, self.book.dollar.id, amount)
        return encoded

    def run(self, *calls: bytes, sender: Any = None) -> Any:
        return self.brokerage.batch(
            self.book.account, list(calls), sender=sender or self.book.alice
        )


@pytest.fixture
def calls(book: Book) -> Calls:
    return Calls(book)


class TestOneCheck:
    def test_what_ends_healthy_passes(self, calls: Calls) -> None:
        """T-35: in between, the account may be anything."""
        one = 10**18
        receipt = calls.run(calls.borrow(14_000), calls.deposit(5 * one), calls.withdraw(one))
        results = receipt.return_value
        assert len(results) == 3
        assert int.from_bytes(results[2]) == one
        assert calls.book.brokerage.accountOf(calls.book.account).exposure == 14_000 * VALUE

    def test_what_ends_unhealthy_does_not(self, calls: Calls) -> None:
        """T-35: one check at the end, of all that was done."""
        with expect_revert("MarginInsufficient", account=calls.book.account):
            calls.run(calls.deposit(1), calls.borrow(14_000))
        with expect_revert("MarginInsufficient"):
            calls.run(calls.borrow(10_000), calls.withdraw(10**18))

    def test_the_first_failure_takes_everything_back(self, calls: Calls) -> None:
        before = calls.book.brokerage.accountOf(calls.book.account)
        with expect_revert("CollateralInsufficient"):
            calls.run(calls.borrow(1), calls.withdraw(11 * 10**18))
        assert calls.book.brokerage.accountOf(calls.book.account) == before

    def test_an_account_that_ends_free_needs_nothing(self, calls: Calls) -> None:
        """PB-15: repaying and withdrawing together is repaying, then withdrawing."""
        book = calls.book
        book.borrow(1_000)
        book.stack.unverify(book.alice)
        book.stack.chain.advance(7 * DAY)
        calls.run(calls.repay(ALL), calls.withdraw(ALL))
        assert book.brokerage.accountOf(book.account).collateralSet == 0

    def test_the_order_does_not_matter(self, calls: Calls) -> None:
        book = calls.book
        book.borrow(1_000)
        book.stack.chain.advance(7 * DAY)
        calls.run(calls.withdraw(ALL), calls.repay(ALL))

    def test_relief_alone_is_never_refused(self, calls: Calls) -> None:
        """PB-14: a batch that only pays in asks for no price and no evidence."""
        book = calls.book
        book.borrow(1_000)
        book.stack.unverify(book.alice)
        book.stack.chain.advance(7 * DAY)
        calls.run(calls.repay(10**6), calls.deposit(1))

    def test_taking_collateral_is_checked_with_evidence(self, calls: Calls) -> None:
        book = calls.book
        book.borrow(1_000)
        book.stack.unverify(book.alice)
        with expect_revert("CloseOnly"):
            calls.run(calls.repay(10**6), calls.withdraw(1))

    def test_limits_are_looked_at_once(self, calls: Calls) -> None:
        book = calls.book
        book.brokerage.lowerCreditLimit(book.alice, 1_000 * VALUE, sender=book.governor)
        calls.run(calls.borrow(1_500), calls.repay(500 * 10**6))
        with expect_revert("CreditLimitExceeded"):
            calls.run(calls.borrow(500), calls.repay(1))

    def test_sub_accounts_are_recorded_at_the_end(self, calls: Calls) -> None:
        book = calls.book
        book.brokerage.openAccount(2, sender=book.alice)
        account = account_of(book.alice, 2)
        brokerage: Any = book.brokerage
        brokerage.batch(
            account,
            [
                brokerage.borrow.encode(account, book.dollar.id, 10**9, book.alice),
                brokerage.deposit.encode(account, book.ether.id, 10**18),
            ],
            sender=book.alice,
        )
        assert brokerage.accountOf(account).exposure == 1_000 * VALUE
        brokerage.batch(
            account,
            [
                brokerage.repay.encode(account, book.dollar.id, 4 * 10**8),
                brokerage.withdraw.encode(account, book.ether.id, 10**17, book.alice),
            ],
            sender=book.alice,
        )
        assert brokerage.accountOf(account).exposure == 600 * VALUE


class TestBounds:
    def test_an_empty_batch(self, calls: Calls) -> None:
        with expect_revert("BatchEmpty"):
            calls.run()

    def test_an_account_that_is_not_open(self, calls: Calls) -> None:
        with expect_revert("AccountUnknown"):
            calls.book.brokerage.batch(5, [calls.deposit(1)], sender=calls.book.alice)

    def test_batches_do_not_nest(self, calls: Calls) -> None:
        """T-35: a batch in a batch would check too early."""
        inner = calls.brokerage.batch.encode(calls.book.account, [calls.borrow(1)])
        with expect_revert("BatchRunning", account=calls.book.account):
            calls.run(inner)

    @pytest.mark.parametrize(
        "name",
        ["liquidate", "liquidatePosition", "takeOverPosition", "declareDefault", "matchTrade"],
    )
    def test_an_account_is_not_liquidated_in_between(self, calls: Calls, name: str) -> None:
        """T-35: what looks at margins does not run while one is deferred."""
        functions = calls.brokerage.abi.by_signature.values()
        function = next(item for item in functions if item.name == name)
        call = calls.brokerage[function.signature].encode(*blank_arguments(function))
        with expect_revert("BatchRunning", account=calls.book.account):
            calls.run(call)

    def test_others_accounts_wait(self, calls: Calls) -> None:
        """T-35: nobody else's margin is left unchecked."""
        other = account_of(calls.book.bob)
        with expect_revert("BatchOfOther", account=calls.book.account, other=other):
            calls.run(calls.deposit(1, other))

    def test_each_call_is_the_callers(self, calls: Calls) -> None:
        book = calls.book
        with expect_revert("AccountNotYours", caller=book.bob):
            calls.run(calls.borrow(1), sender=book.bob)
        expiry = book.stack.chain.timestamp + DAY
        book.brokerage.setOperator(book.account, book.bob, BORROW, expiry, sender=book.alice)
        calls.run(calls.borrow(1), sender=book.bob)
        with expect_revert("AccountNotYours"):
            calls.run(calls.borrow(1), calls.withdraw(1), sender=book.bob)

    def test_restricted_functions_stay_restricted(self, calls: Calls) -> None:
        raised = calls.brokerage.raiseCreditLimit.encode(calls.book.alice, 2**43 * VALUE)
        with expect_revert("AccessManagedUnauthorized"):
            calls.run(raised)

    def test_a_batch_is_over_when_it_ends(self, calls: Calls) -> None:
        calls.run(calls.deposit(1))
        calls.book.brokerage.deposit(
            account_of(calls.book.bob), calls.book.ether.id, 1, sender=calls.book.bob
        )

    def test_swallowing_a_failure_swallows_the_batch(self, calls: Calls) -> None:
        """T-35: who catches the batch's failure has done nothing in it."""
        book = calls.book
        safe = book.stack.chain.deploy("BatchCatcher")
        word = record(book.stack.chain.actor("identity of the safe"))
        book.stack.registry.writeRecords([(safe, word)], sender=book.governor)
        terms = (10**12 * VALUE, 0, NEVER, NEVER)
        book.brokerage.admitInstitution(safe, terms, sender=book.governor)
        account = account_of(safe.address)
        brokerage: Any = book.brokerage
        borrow = brokerage.borrow.encode(account, book.dollar.id, 10**9, safe)
        run = brokerage.batch.encode(account, [borrow])
        done = safe.run(brokerage, [run, run], sender=book.stranger).return_value
        assert done == [False, False]
        assert brokerage.debtOf(account, book.dollar.id) == 0
        assert book.dollar.cash.balanceOf(safe) == 0
