"""Fees of loans: charged as debt, set aside, swept."""

from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, Contract, expect_revert
from quantera.gas.brokerage_stack import VALUE
from tests.unit.brokerage.conftest import Book

RATE = 10
"""Basis points."""
MOST = 100
LOAN = 1_000 * 10**6
FEE = LOAN * RATE // 10_000
BROKERAGE = 4
"""`IDynamicFeeStructure.Product`."""


@pytest.fixture
def fees(book: Book) -> Contract:
    """Charges Alice, who has agreed to more."""
    probe = book.stack.chain.deploy("FeeStructureProbe", RATE)
    book.brokerage.setFeeStructure(probe, sender=book.governor)
    book.brokerage.agreeToFees(MOST, sender=book.alice)
    return probe


def test_a_loan_is_charged_as_debt(book: Book, fees: Contract) -> None:
    before = book.dollar.cash.balanceOf(book.alice)
    book.borrow(1_000)
    brokerage: Any = book.brokerage
    assert book.dollar.cash.balanceOf(book.alice) == before + LOAN
    assert brokerage.debtOf(book.account, book.dollar.id) == LOAN + FEE
    assert brokerage.collectedFees(book.dollar.id) == FEE
    pool = brokerage.lendingPool(book.dollar.id)
    assert pool.liquidity == 10**12 - LOAN - FEE
    assert pool.totalAssets == 10**12
    asked = fees.asked()
    assert (asked.product, asked.payer, asked.account) == (BROKERAGE, book.alice, book.alice)
    assert (asked.asset, asked.amount) == (book.dollar.cash.address, LOAN)
    assert (asked.price, asked.decimals) == (VALUE, 6)


def test_margin_counts_the_fee(book: Book, fees: Contract) -> None:
    """PB-03, PB-08: what is owed with the fee is what must be covered."""
    assert fees.rateBps() == RATE
    with expect_revert("MarginInsufficient"):
        book.borrow(10_660)
    book.borrow(10_650)


def test_who_has_agreed_to_nothing_takes_no_risk(book: Book, fees: Contract) -> None:
    book.brokerage.agreeToFees(0, sender=book.alice)
    with expect_revert("FeeAboveLimit", fee=FEE, maxFee=0):
        book.borrow(1_000)
    assert book.brokerage.agreedFees(book.alice) == 0
    assert fees.rateBps() == RATE


def test_a_greedy_structure_is_held_to_the_agreement(book: Book, fees: Contract) -> None:
    book.brokerage.agreeToFees(RATE - 1, sender=book.alice)
    fees.forgetLimits(sender=book.governor)
    with expect_revert("FeeAboveLimit", fee=FEE):
        book.borrow(1_000)


def test_paying_in_is_free(book: Book, fees: Contract) -> None:
    book.borrow(1_000)
    book.brokerage.deposit(book.account, book.ether.id, 1, sender=book.alice)
    repaid = book.brokerage.repay(
        book.account, book.dollar.id, 2**256 - 1, sender=book.alice
    ).return_value
    assert repaid == LOAN + FEE
    assert book.brokerage.collectedFees(book.dollar.id) == FEE
    assert fees.rateBps() == RATE


def test_collected_fees_are_swept(book: Book, fees: Contract) -> None:
    book.borrow(1_000)
    token = book.dollar.cash
    with expect_revert("FeesNotCollected", amount=FEE + 1, collected=FEE):
        fees.sweep(book.brokerage, token, FEE + 1, sender=book.governor)
    with expect_revert("FeesNotCollected", collected=0):
        fees.sweep(book.brokerage, fees, 1, sender=book.governor)
    with expect_revert("FeesNotCollected", collected=0):
        fees.sweep(book.brokerage, fees, 0, sender=book.governor)
    receipt = fees.sweep(book.brokerage, token, FEE, sender=book.governor)
    assert receipt.events.one("FeesPaid").args.amount == FEE
    assert token.balanceOf(fees) == FEE
    assert book.brokerage.collectedFees(book.dollar.id) == 0
    with expect_revert("NotTheFeeStructure", caller=book.alice):
        book.brokerage.payFees(token, book.alice, 1, sender=book.alice)


def test_a_refusal_with_a_reason_lets_the_loan_pass(book: Book) -> None:
    """A fee structure that does not know the brokerage says so, and is not charged for."""
    structure = book.stack.chain.deploy("FeeCollectorProbe", book.stack.registry)
    book.brokerage.setFeeStructure(book.stack.registry, sender=book.governor)
    book.brokerage.agreeToFees(MOST, sender=book.alice)
    assert structure.address
    with expect_revert("FeeStructureFailed", feeStructure=book.stack.registry.address):
        book.borrow(1_000)


def test_fees_are_switched_off(book: Book, fees: Contract) -> None:
    assert book.brokerage.feeStructure() == fees.address
    receipt = book.brokerage.setFeeStructure(ZERO_ADDRESS, sender=book.governor)
    assert receipt.events.one("FeeStructureSet").args.feeStructure == ZERO_ADDRESS
    book.borrow(1_000)
    assert book.brokerage.debtOf(book.account, book.dollar.id) == LOAN
    with expect_revert("AddressWithoutCode", account=book.alice):
        book.brokerage.setFeeStructure(book.alice, sender=book.governor)
