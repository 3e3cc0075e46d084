"""What the book owes a pool after cash bore a default there, and how it is paid (PB-24, F7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.evm import Contract, Receipt, expect_revert, to_address
from quantera.gas.brokerage_stack import VALUE, Asset
from tests.unit.brokerage.conftest import PLENTY, Book
from tests.unit.brokerage.liquidating import Auction, auction_of

CASH = 0
DOLLAR = 10**6
EURO_LOW, EURO_SPREAD = 125 * VALUE // 100, 80
EURO_HIGH = EURO_LOW * (10_000 + EURO_SPREAD) // 10_000
ALL = 2**256 - 1


@dataclass(frozen=True)
class Till:
    """Gains and losses settle in euros of eight decimals; Alice owes dollars and has cash alone."""

    auction: Auction
    euro: Asset

    @property
    def book(self) -> Book:
        return self.auction.book

    @property
    def brokerage(self) -> Contract:
        return self.book.brokerage

    @property
    def dollar(self) -> Asset:
        return self.book.dollar

    def pool(self, asset: Asset) -> Any:
        return self.brokerage.lendingPool(asset.id)

    def cash(self, value: int) -> None:
        with self.book.stack.surgery() as surgeon:
            surgeon.writeCash(self.auction.account, value, sender=self.book.governor)

    def declare(self, asset: Asset) -> int:
        """Units that cash bears of what is owed in an asset."""
        receipt: Receipt = self.brokerage.declareDefault(
            self.auction.account, asset.id, sender=self.auction.carol
        )
        borne = {event.layer: event.units for event in receipt.events.named("DefaultBorne")}
        units: int = borne.get(CASH, 0)
        return units

    def settle(self, asset: Asset, most: int = ALL) -> Receipt:
        receipt: Receipt = self.brokerage.settleBook(asset.id, most, sender=self.book.governor)
        return receipt

    def sink(self) -> None:
        """Seize all of the ether: dollars are still owed."""
        self.auction.price(800)
        self.refresh()
        self.auction.liquidate()
        assert self.auction.collateral() == 0

    def refresh(self) -> None:
        self.book.stack.set_price(self.euro, EURO_LOW, EURO_SPREAD)


@pytest.fixture
def till(book: Book) -> Iterator[Till]:
    stack, governor = book.stack, book.governor
    euro = stack.settlement_asset("Euro", EURO_LOW, decimals=8, spread=EURO_SPREAD)
    stack.supply(euro, PLENTY * euro.one)
    stack.fund(euro, [book.alice], PLENTY * euro.one)
    stack.fund(book.dollar, [governor], PLENTY * book.dollar.one)
    with stack.surgery() as surgeon:
        surgeon.writeCashAsset(euro.id, sender=governor)
    yield Till(auction_of(book), euro)


def test_the_book_owes_what_cash_bore(till: Till) -> None:
    """PB-24: in the pool of the asset that was owed, and in no other."""
    till.sink()
    till.cash(1_000 * VALUE)
    dollars, euros = till.pool(till.dollar), till.pool(till.euro)
    borne = till.declare(till.dollar)
    assert borne == 1_000 * DOLLAR
    assert till.pool(till.dollar).bookUnits == dollars.bookUnits - borne
    assert till.pool(till.euro) == euros
    assert till.brokerage.cashOf(till.auction.account) == 0


def test_settling_pays_one_pool_out_of_the_other(till: Till) -> None:
    """PB-24: the dollars at their low price, the euros at their high one; no pool's worth moves."""
    till.sink()
    till.cash(1_000 * VALUE)
    borne = till.declare(till.dollar)
    dollars, euros = till.pool(till.dollar), till.pool(till.euro)
    cash, held = till.dollar.cash, till.euro.cash
    before = cash.balanceOf(till.book.governor), held.balanceOf(till.book.governor)
    receipt = till.settle(till.dollar)
    paid = borne * 10**8 // DOLLAR * VALUE // EURO_HIGH
    assert tuple(receipt.return_value) == (borne, paid)
    event = receipt.events.one("BookSettled")
    assert (event.assetId, event.cashAsset, event.payer, event.settled, event.paid) == (
        till.dollar.id,
        till.euro.id,
        to_address(till.book.governor),
        borne,
        paid,
    )
    after, given = till.pool(till.dollar), till.pool(till.euro)
    assert (after.bookUnits, given.bookUnits) == (0, euros.bookUnits - paid)
    assert after.liquidity == dollars.liquidity + borne
    assert given.liquidity == euros.liquidity - paid
    assert (after.totalAssets, given.totalAssets) == (dollars.totalAssets, euros.totalAssets)
    assert before[0] - cash.balanceOf(till.book.governor) == borne
    assert held.balanceOf(till.book.governor) - before[1] == paid
    with expect_revert("BookOwesNothing", assetId=till.dollar.id):
        till.settle(till.dollar)


def test_interest_is_not_what_was_settled(till: Till) -> None:
    """PB-24: the next accrual finds no gain and no loss in it."""
    till.sink()
    till.cash(1_000 * VALUE)
    till.declare(till.dollar)
    till.settle(till.dollar)
    till.book.stack.chain.advance(1)
    for asset in (till.dollar, till.euro):
        receipt = till.brokerage.accrue(asset.id, sender=till.book.bob)
        assert receipt.events.one("InterestAccrued").interest <= 1


def test_debt_in_the_cash_asset_settles_by_itself(till: Till) -> None:
    """PB-24: the book's entry in its own pool is all there is."""
    book = till.book
    book.brokerage.borrow(
        book.account, till.euro.id, 100 * till.euro.one, book.alice, sender=book.alice
    )
    till.sink()
    book.brokerage.repay(book.account, till.dollar.id, 2**128, sender=book.alice)
    till.cash(10 * VALUE)
    euros = till.pool(till.euro)
    borne = till.declare(till.euro)
    assert borne == 10 * VALUE * till.euro.one // EURO_HIGH
    assert till.pool(till.euro).bookUnits == euros.bookUnits - borne
    with expect_revert("BookOwesNothing", assetId=till.euro.id):
        till.settle(till.euro)


@pytest.mark.parametrize("first", ("dollar", "euro"))
def test_debts_in_both_take_what_cash_there_is(till: Till, first: str) -> None:
    """PB-24: the entries of both pools together are worth the cash that was used."""
    book = till.book
    book.brokerage.borrow(
        book.account, till.euro.id, 100 * till.euro.one, book.alice, sender=book.alice
    )
    till.sink()
    order = (till.dollar, till.euro) if first == "dollar" else (till.euro, till.dollar)
    cash = 50 * VALUE if first == "dollar" else 500 * VALUE
    till.cash(cash)
    worth = 0
    for asset, price in ((a, VALUE if a is till.dollar else EURO_HIGH) for a in order):
        before = till.pool(asset).bookUnits
        borne = till.declare(asset)
        assert till.pool(asset).bookUnits == before - borne
        worth += borne * price // asset.one
    assert 0 <= cash - worth - till.brokerage.cashOf(till.auction.account) <= 2
    assert till.brokerage.cashOf(till.auction.account) == 0


def test_it_can_be_paid_in_parts(till: Till) -> None:
    till.sink()
    till.cash(1_000 * VALUE)
    borne = till.declare(till.dollar)
    with expect_revert("AmountZero"):
        till.settle(till.dollar, 0)
    assert till.settle(till.dollar, borne // 3).return_value.settled == borne // 3
    assert till.pool(till.dollar).bookUnits == borne // 3 - borne
    assert till.settle(till.dollar).return_value.settled == borne - borne // 3
    assert till.pool(till.dollar).bookUnits == 0


def test_it_needs_prices_and_units(till: Till) -> None:
    till.sink()
    till.cash(1_000 * VALUE)
    till.declare(till.dollar)
    with till.book.stack.chain.rollback():
        with till.book.stack.surgery() as surgeon:
            surgeon.writeLiquidity(till.euro.id, 1, sender=till.book.governor)
        with expect_revert("InsufficientLiquidity", assetId=till.euro.id, available=1):
            till.settle(till.dollar)
    till.auction.wait(4_095 * 60 + 1)
    with expect_revert("PriceStale", assetId=till.dollar.id):
        till.settle(till.dollar)
    till.auction.price(800)
    with expect_revert("PriceStale", assetId=till.euro.id):
        till.settle(till.dollar)
    till.refresh()
    till.settle(till.dollar)


def test_the_treasurer_alone_settles(till: Till) -> None:
    with expect_revert("AccessManagedUnauthorized"):
        till.brokerage.settleBook(till.dollar.id, 1, sender=till.book.bob)
    for asset in (till.dollar, till.euro, till.book.ether):
        with expect_revert("BookOwesNothing", assetId=asset.id):
            till.settle(asset)
