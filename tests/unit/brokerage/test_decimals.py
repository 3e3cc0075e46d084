"""T-42: tokens of 0 to 27 decimals, prices from 1e-8 to 1e12 dollars."""

from fractions import Fraction
from typing import Any

import pytest

from quantera.evm import expect_revert
from quantera.gas.brokerage_stack import VALUE, account_of
from tests.unit.brokerage.conftest import Book

ALL = 2**256 - 1
DECIMALS = [0, 2, 6, 8, 18, 27]
PRICES = [1, VALUE, 60_000 * VALUE, 10**12 * VALUE]
NOTIONAL = 10**15
"""Dollars."""


def units_of(decimals: int, price: int, dollars: int) -> int:
    units: int = dollars * VALUE * 10**decimals // price
    return units


@pytest.mark.parametrize("decimals", DECIMALS)
@pytest.mark.parametrize("price", PRICES)
def test_collateral_is_valued_exactly(book: Book, decimals: int, price: int) -> None:
    """T-42, PB-08: what can be borrowed is the exact value rounded down."""
    asset = book.stack.asset("Asset", price, decimals=decimals, haircut=1_234)
    units = units_of(decimals, price, 90_000) + 1
    if units >= 2**128:
        with expect_revert("AmountTooLarge"):
            book.stack.deposit(book.bob, asset, units)
        return
    book.stack.deposit(book.bob, asset, units)
    account = account_of(book.bob)
    power = int(Fraction(units * price * (10_000 - 1_234), 10**decimals * 10_000))
    most = power * 100 // 150 * 10**6 // VALUE
    arguments = (account, book.dollar.id)
    if most + 2 <= 10**12:
        with expect_revert("MarginInsufficient", adjustedValue=power):
            book.brokerage.borrow(*arguments, most + 1, book.bob, sender=book.bob)
        book.brokerage.borrow(*arguments, most, book.bob, sender=book.bob)


@pytest.mark.parametrize("decimals", DECIMALS)
@pytest.mark.parametrize("price", PRICES)
def test_a_quadrillion_dollars_overflow_nothing(book: Book, decimals: int, price: int) -> None:
    """T-42: what does not fit its field is refused by name."""
    units = units_of(decimals, price, NOTIONAL)
    if units == 0:
        return
    asset = book.stack.asset("Asset", price, decimals=decimals)
    account = account_of(book.bob)
    fits = units < 2**128 and units // max(1, 10 ** (decimals - 6)) + 1 < 2**96
    if not fits:
        with expect_revert("AmountTooLarge"):
            book.stack.deposit(book.bob, asset, units)
        return
    book.stack.deposit(book.bob, asset, units)
    book.brokerage.borrow(account, book.dollar.id, 10**12, book.bob, sender=book.bob)
    book.brokerage.repay(account, book.dollar.id, ALL, sender=book.bob)
    out = book.brokerage.withdraw(account, asset.id, ALL, book.bob, sender=book.bob)
    assert out.return_value == units


@pytest.mark.parametrize("decimals", [0, 2, 6, 8, 18])
@pytest.mark.parametrize("price", PRICES)
def test_debt_is_valued_exactly(book: Book, decimals: int, price: int) -> None:
    """T-42, PB-08: the exposure of a debt is its value at the high price rounded up."""
    asset = book.stack.settlement_asset("Money", price, decimals=decimals, spread=77)
    units = max(1, units_of(decimals, price, 5_000) // 3)
    book.stack.supply(asset, units * 2, "supplier")
    high = price + -(-price * 77 // 10_000)
    worth = -(-units * high // 10**decimals)
    brokerage: Any = book.brokerage
    if units >= 2**96:
        with expect_revert("AmountTooLarge", most=2**96 - 1):
            brokerage.borrow(book.account, asset.id, units, book.alice, sender=book.alice)
        return
    if worth * 150 > 16_000 * VALUE * 100:
        with expect_revert("MarginInsufficient", exposureValue=worth):
            brokerage.borrow(book.account, asset.id, units, book.alice, sender=book.alice)
        return
    brokerage.borrow(book.account, asset.id, units, book.alice, sender=book.alice)
    assert brokerage.accountOf(book.account).exposure == worth


@pytest.mark.parametrize("decimals", [0, 6, 18])
def test_debts_end_with_their_field(book: Book, decimals: int) -> None:
    """T-42: shares of a debt have 96 bits."""
    asset = book.stack.settlement_asset("Money", 1, decimals=decimals)
    book.stack.supply(asset, 2**100, "supplier")
    with expect_revert("AmountTooLarge", amount=2**96, most=2**96 - 1):
        book.brokerage.borrow(book.account, asset.id, 2**96, book.alice, sender=book.alice)
