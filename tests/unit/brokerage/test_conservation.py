"""PB-01, PB-02: whatever is done in whatever order, the contract holds what it owes."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from quantera.evm import Actor, Reverted
from quantera.gas.brokerage_stack import DAY, VALUE, Asset, account_of
from tests.unit.brokerage.conftest import Book

ALL = 2**256 - 1
STEPS = 80
Step = Callable[[], Any]


class Crowd:
    """Two institutions with two accounts each, and a lender, who do as chance has it."""

    def __init__(self, book: Book, seed: int) -> None:
        self.book = book
        self.brokerage: Any = book.brokerage
        self.chance = random.Random(seed)
        self.bond = book.stack.asset("Bond", 97 * VALUE, haircut=500)
        book.stack.fund(self.bond, [book.alice, book.bob], 10**24)
        for wallet in (book.alice, book.bob):
            self.brokerage.openAccount(1, sender=wallet)
            book.stack.fund(book.dollar, [wallet], 10**15)
        probe = book.stack.chain.deploy("FeeStructureProbe", 10)
        self.brokerage.setFeeStructure(probe, sender=book.governor)
        for wallet in (book.alice, book.bob):
            self.brokerage.agreeToFees(100, sender=wallet)
        self.done = 0

    @property
    def accounts(self) -> list[tuple[Actor, int]]:
        return [
            (wallet, account_of(wallet, number))
            for wallet in (self.book.alice, self.book.bob)
            for number in range(2)
        ]

    def amount(self, asset: Asset) -> int:
        """Of any size: units, dust, all."""
        return self.chance.choice([1, self.chance.randrange(1, 50 * asset.one), ALL])

    def step(self) -> Step:
        book, brokerage, chance = self.book, self.brokerage, self.chance
        wallet, account = chance.choice(self.accounts)
        held = chance.choice([book.ether, book.dollar, self.bond])
        some, money = self.amount(held), self.amount(book.dollar)
        steps: list[Step] = [
            lambda: brokerage.deposit(account, held.id, some, sender=wallet),
            lambda: brokerage.withdraw(account, held.id, some, wallet, sender=wallet),
            lambda: brokerage.moveCollateral(account, account ^ 1, held.id, some, sender=wallet),
            lambda: brokerage.borrow(account, book.dollar.id, money, wallet, sender=wallet),
            lambda: brokerage.repay(account, book.dollar.id, money, sender=wallet),
            lambda: brokerage.supply(book.dollar.id, money, sender=wallet),
            lambda: brokerage.redeem(book.dollar.id, money, sender=book.lender),
            lambda: brokerage.accrue(book.dollar.id, sender=wallet),
            self.later,
        ]
        return chance.choice(steps)

    def later(self) -> None:
        self.book.stack.chain.advance(self.chance.randrange(1, 30 * DAY))
        for asset, price in ((self.book.ether, 2_000), (self.book.dollar, 1), (self.bond, 97)):
            self.book.stack.set_price(asset, price * VALUE)

    def run(self) -> None:
        step = self.step()
        try:
            step()
        except Reverted:
            return
        self.done += 1

    def check_units(self) -> None:
        """PB-01, INV-01: balances cover collateral, liquidity and fees, to the unit."""
        for asset in (self.book.ether, self.book.dollar, self.bond):
            owed = sum(
                self.brokerage.collateralOf(account, asset.id) for _, account in self.accounts
            )
            if asset is self.book.dollar:
                owed += self.brokerage.lendingPool(asset.id).liquidity
                owed += self.brokerage.collectedFees(asset.id)
            assert asset.cash.balanceOf(self.brokerage) == owed

    def check_sums(self) -> None:
        """PB-02, INV-02: each institution's sums are those of its accounts."""
        for wallet in (self.book.alice, self.book.bob):
            accounts = [account for owner, account in self.accounts if owner == wallet]
            for asset in (self.book.ether, self.book.dollar, self.bond):
                held = sum(self.brokerage.collateralOf(account, asset.id) for account in accounts)
                assert self.brokerage.institutionCollateralOf(accounts[0], asset.id) == held
            exposed = sum(self.brokerage.accountOf(account).exposure for account in accounts)
            assert self.brokerage.creditLineOf(wallet).exposure == exposed
        total = sum(
            self.brokerage.creditLineOf(wallet).exposure
            for wallet in (self.book.alice, self.book.bob)
        )
        assert self.brokerage.totalExposure() == total

    def check_pool(self) -> None:
        """PB-08, PB-09: shares sum up, and lenders' worth is what is there and owed."""
        pool = self.brokerage.lendingPool(self.book.dollar.id)
        shares = sum(
            self.brokerage.debtSharesOf(account, self.book.dollar.id)
            for _, account in self.accounts
        )
        assert pool.totalDebtShares == shares
        debts = sum(
            self.brokerage.debtOf(account, self.book.dollar.id) for _, account in self.accounts
        )
        assert pool.totalAssets + pool.reserves <= pool.liquidity + debts


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_lost_or_made(book: Book, seed: int) -> None:
    """PB-01, PB-02, PB-09: eighty steps by chance, everything counted after each."""
    crowd = Crowd(book, seed)
    index = 0
    worth = 0
    for _ in range(STEPS):
        crowd.run()
        crowd.check_units()
        crowd.check_sums()
        crowd.check_pool()
        pool = book.brokerage.lendingPool(book.dollar.id)
        assert pool.borrowIndex >= index
        index = pool.borrowIndex
        # What a lender's share is worth never falls while nothing is written off.
        share = (pool.totalAssets + 1) * 10**18 // (pool.totalShares + 1_000)
        assert share >= worth - 1
        worth = share
    assert crowd.done >= STEPS // 3


@pytest.mark.parametrize("count", [0, 1, 10])
def test_accounts_of_every_size_are_valued(book: Book, count: int) -> None:
    """T-45: loops over nothing, one and the most."""
    account = account_of(book.bob)
    for number in range(count):
        book.stack.deposit(book.bob, book.stack.asset(f"Asset {number}"), 10**18)
    batch = [book.brokerage.accrue.encode(book.dollar.id)]
    book.brokerage.batch(account, batch, sender=book.bob)
    assert book.brokerage.accountOf(account).exposure == 0
    if count:
        book.brokerage.borrow(account, book.dollar.id, 1, book.bob, sender=book.bob)
        assert book.brokerage.accountOf(account).exposure == 100
