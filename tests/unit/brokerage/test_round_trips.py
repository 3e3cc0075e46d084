"""PB-07, INV-07: nothing that goes there and back leaves its caller with more."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quantera.evm import Actor
from quantera.gas.brokerage_stack import DAY, VALUE
from tests.unit.brokerage.conftest import Book

ALL = 2**256 - 1
COMMON = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def wealth(book: Book, wallet: Actor) -> tuple[int, int]:
    """Units of ether and dollars that somebody has in wallet and account, less its debt."""
    brokerage: Any = book.brokerage
    account = brokerage.accountNumber(wallet, 0)
    ether = book.ether.cash.balanceOf(wallet) + brokerage.collateralOf(account, book.ether.id)
    dollars = book.dollar.cash.balanceOf(wallet) - brokerage.debtOf(account, book.dollar.id)
    return ether, dollars


def aged(book: Book, seconds: int) -> None:
    """An index that is no round number."""
    book.borrow(1_000)
    book.stack.chain.advance(seconds)
    book.brokerage.accrue(book.dollar.id, sender=book.bob)
    book.stack.set_price(book.ether, 2_000 * VALUE)
    book.stack.set_price(book.dollar, VALUE)


class TestNoProfit:
    @COMMON
    @given(amount=st.integers(1, 10**23))
    def test_depositing_and_withdrawing(self, book: Book, amount: int) -> None:
        with book.stack.chain.rollback():
            before = wealth(book, book.alice)
            brokerage: Any = book.brokerage
            brokerage.deposit(book.account, book.ether.id, amount, sender=book.alice)
            brokerage.withdraw(book.account, book.ether.id, amount, book.alice, sender=book.alice)
            assert wealth(book, book.alice) == before

    @COMMON
    @given(
        amount=st.integers(1, 9 * 10**9),
        seconds=st.integers(1, 300 * DAY),
        parts=st.lists(st.integers(1, 2 * 10**8), max_size=4),
    )
    def test_borrowing_and_repaying(
        self, book: Book, amount: int, seconds: int, parts: list[int]
    ) -> None:
        with book.stack.chain.rollback():
            aged(book, seconds)
            before = wealth(book, book.alice)
            pool = book.brokerage.lendingPool(book.dollar.id)
            brokerage: Any = book.brokerage
            arguments = (book.account, book.dollar.id)
            brokerage.borrow(*arguments, amount, book.alice, sender=book.alice)
            for part in parts:
                brokerage.repay(*arguments, part, sender=book.alice)
            left = brokerage.debtOf(*arguments)
            brokerage.repay(*arguments, ALL, sender=book.alice)
            after = wealth(book, book.alice)
            assert after[0] == before[0]
            assert before[1] - 2 - len(parts) <= after[1] <= before[1]
            assert left >= 0
            assert brokerage.lendingPool(book.dollar.id).totalAssets >= pool.totalAssets

    @COMMON
    @given(amount=st.integers(10, 10**12), seconds=st.integers(1, 300 * DAY))
    def test_supplying_and_redeeming(self, book: Book, amount: int, seconds: int) -> None:
        with book.stack.chain.rollback():
            aged(book, seconds)
            brokerage: Any = book.brokerage
            before = book.dollar.cash.balanceOf(book.bob)
            others = brokerage.lendingPool(book.dollar.id).totalAssets
            shares = brokerage.supply(book.dollar.id, amount, sender=book.bob).return_value
            brokerage.redeem(book.dollar.id, shares, sender=book.bob)
            lost = before - book.dollar.cash.balanceOf(book.bob)
            assert 0 <= lost <= 2
            assert brokerage.lendingPool(book.dollar.id).totalAssets == others + lost


@pytest.mark.parametrize("parts", [2, 7, 100])
def test_repaying_in_parts_costs_no_less(book: Book, parts: int) -> None:
    """INV-10: the sum of the parts is the whole, within a unit a part, against the payer."""
    aged(book, 123_456)
    brokerage: Any = book.brokerage
    debt = brokerage.debtOf(book.account, book.dollar.id)
    before = book.dollar.cash.balanceOf(book.alice)
    part = debt // parts
    for _ in range(parts - 1):
        brokerage.repay(book.account, book.dollar.id, part, sender=book.alice)
    brokerage.repay(book.account, book.dollar.id, ALL, sender=book.alice)
    paid = before - book.dollar.cash.balanceOf(book.alice)
    assert debt <= paid <= debt + parts
