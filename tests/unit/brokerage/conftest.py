from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from quantera.evm import Actor, Contract, MemoryChain
from quantera.gas.brokerage_stack import (
    VALUE,
    Asset,
    BrokerageStack,
    account_of,
    deploy_brokerage_stack,
)
from tests.unit.brokerage.listing import Listed, deploy_listed
from tests.unit.brokerage.pricing import Desk, deploy_desk

PLENTY = 10**6
"""Whole tokens."""


@dataclass(frozen=True)
class Book:
    """Two institutions, ether at 2,000 with a haircut of 20 %, dollars with a lent pool.

    Attributes:
        alice: an institution with 10 ether as collateral.
        bob: another one, without anything.
        lender: supplied a million dollars.
        stranger: nobody that the registry knows.
    """

    stack: BrokerageStack
    alice: Actor
    bob: Actor
    lender: Actor
    stranger: Actor
    ether: Asset
    dollar: Asset

    @property
    def brokerage(self) -> Contract:
        return self.stack.brokerage

    @property
    def governor(self) -> Actor:
        return self.stack.governor

    @property
    def account(self) -> int:
        """Alice's sub-account 0."""
        return account_of(self.alice)

    def borrow(self, dollars: int) -> None:
        """Alice borrows whole dollars."""
        amount = dollars * self.dollar.one
        self.brokerage.borrow(self.account, self.dollar.id, amount, self.alice, sender=self.alice)


@pytest.fixture(scope="session")
def book_session() -> Book:
    stack = deploy_brokerage_stack(MemoryChain())
    alice, bob = stack.institution("alice"), stack.institution("bob")
    ether = stack.asset("Ether", 2_000 * VALUE, haircut=2_000)
    dollar = stack.settlement_asset("Dollar", decimals=6, rate=100_000, reserve=1_000)
    lender = stack.supply(dollar, PLENTY * dollar.one)
    stack.fund(ether, [alice, bob], PLENTY * ether.one)
    stack.fund(dollar, [alice, bob], PLENTY * dollar.one)
    stack.brokerage.deposit(account_of(alice), ether.id, 10 * ether.one, sender=alice)
    stranger = stack.chain.actor("stranger")
    stack.fund(ether, [stranger], PLENTY * ether.one)
    stack.fund(dollar, [stranger], PLENTY * dollar.one)
    return Book(stack, alice, bob, lender, stranger, ether, dollar)


@pytest.fixture
def book(book_session: Book) -> Iterator[Book]:
    """Undone afterwards."""
    assets = book_session.stack.assets
    listed = len(assets)
    with book_session.stack.chain.rollback():
        yield book_session
    del assets[listed:]


@pytest.fixture(scope="session")
def desk_session() -> Desk:
    return deploy_desk(MemoryChain())


@pytest.fixture
def desk(desk_session: Desk) -> Iterator[Desk]:
    """Undone afterwards."""
    with desk_session.chain.rollback():
        yield desk_session


@pytest.fixture(scope="session")
def listed_session() -> Listed:
    return deploy_listed(MemoryChain())


@pytest.fixture
def listed(listed_session: Listed) -> Iterator[Listed]:
    """Undone afterwards."""
    with listed_session.chain.rollback():
        yield listed_session
