"""Positions of accounts in liquidation: closed, or taken over for a reward (INV-06, INV-11)."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import pytest

from quantera.evm import Actor, Contract, Receipt, expect_revert
from quantera.gas.brokerage_stack import (
    ACTIVE,
    CLEARING,
    COLLATERAL,
    TRADABLE,
    VALUE,
    Asset,
    account_of,
)
from tests.unit.brokerage.conftest import Book
from tests.unit.brokerage.liquidating import HOUR

GOLD = 10**18
SIZE = 700 * GOLD
ANY_BUY, ANY_SELL = 2**256 - 1, 0
MOST = 2**128 - 1


@dataclass(frozen=True)
class Trader:
    """Alice has 700 gold at 100, long or short; she and Bob have ten ether that count 16,000."""

    book: Book
    gold: Asset
    sign: int

    @property
    def brokerage(self) -> Contract:
        return self.book.brokerage

    @property
    def account(self) -> int:
        return self.book.account

    @property
    def bob(self) -> int:
        return account_of(self.book.bob)

    def move(self, dollars: int) -> None:
        """Gold moves against Alice by so many dollars."""
        self.book.stack.set_price(self.gold, (100 - self.sign * dollars) * VALUE)

    def size(self, account: int) -> int:
        found: int = self.brokerage.crossMarginPosition(account, self.gold.id).position
        return found

    def close(self, size: int = MOST, sender: Actor | None = None) -> Receipt:
        receipt: Receipt = self.brokerage.liquidatePosition(
            self.account, self.gold.id, size, sender=sender or self.book.stranger
        )
        return receipt

    def take_over(
        self, size: int = MOST, nonce: int = 0, sender: Actor | None = None, taker: int = 0
    ) -> Receipt:
        receipt: Receipt = self.brokerage.takeOverPosition(
            self.account,
            taker or self.bob,
            self.gold.id,
            size,
            nonce,
            sender=sender or self.book.bob,
        )
        return receipt

    def ratio(self) -> Fraction:
        found = self.brokerage.accountRisk(self.account)
        return Fraction(found.maintenanceValue, found.exposureValue)


def tradable(book: Book, name: str) -> Asset:
    """An asset at 100 that positions may be taken in."""
    stack = book.stack
    asset = stack.asset(name, 100 * VALUE, flags=COLLATERAL | TRADABLE | ACTIVE)
    proxy = stack.brokerage.address
    code = stack.chain.code(proxy)
    stack.chain.set_code(proxy, stack.chain.code(stack.chain.deploy("TradingSurgery").address))
    surgeon = stack.chain.at(proxy, "TradingSurgery")
    surgeon.writeOpenInterestCap(asset.id, MOST, sender=book.governor)
    stack.chain.set_code(proxy, code)
    return asset


def trader_of(book: Book, sign: int) -> Trader:
    with book.stack.surgery() as surgeon:
        surgeon.writeCashAsset(book.dollar.id, sender=book.governor)
    trader = Trader(book, tradable(book, "Gold"), sign)
    limit = ANY_BUY if sign > 0 else ANY_SELL
    book.brokerage.openPosition(
        trader.account, trader.gold.id, sign * SIZE, limit, sender=book.alice
    )
    book.brokerage.deposit(trader.bob, book.ether.id, 10 * book.ether.one, sender=book.bob)
    return trader


@pytest.fixture(params=(1, -1), ids=("long", "short"))
def trader(book: Book, request: pytest.FixtureRequest) -> Iterator[Trader]:
    yield trader_of(book, request.param)


@pytest.fixture
def long(book: Book) -> Iterator[Trader]:
    yield trader_of(book, 1)


def test_a_healthy_traders_position_is_his_own(trader: Trader) -> None:
    """INV-05"""
    trader.move(5)
    with expect_revert("NotLiquidatable", account=trader.account):
        trader.close()
    with expect_revert("NotLiquidatable"):
        trader.take_over()


def test_anybody_closes_what_is_too_much(trader: Trader) -> None:
    """INV-06: at the adverse side, up to the target ratio; the loss is debt at once."""
    trader.move(13)
    before = trader.ratio()
    receipt = trader.close()
    event = receipt.events.one("PositionLiquidated")
    assert (event.account, event.assetId) == (trader.account, trader.gold.id)
    assert event.size == trader.sign * SIZE - trader.size(trader.account)
    assert 0 < abs(event.size) < SIZE
    assert before < Fraction(134_999, 100_000) <= trader.ratio() < Fraction(13_501, 10_000)
    lost = abs(event.size) * 13 * VALUE // GOLD
    debt = trader.brokerage.debtOf(trader.account, trader.book.dollar.id)
    assert 0 <= debt - lost // 100 <= 1
    assert not trader.brokerage.marginCallOf(trader.account).isOpen


def test_no_more_is_closed_than_asked(trader: Trader) -> None:
    trader.move(13)
    trader.close(GOLD)
    assert abs(trader.size(trader.account)) == SIZE - GOLD


def test_sizes_and_profits_still_sum_to_zero(trader: Trader) -> None:
    """INV-11: over Alice, Bob and clearing."""
    trader.move(13)
    trader.take_over(50 * GOLD)
    trader.close(20 * GOLD)
    accounts = (trader.account, trader.bob)
    assert sum(trader.size(account) for account in accounts) + trader.size(CLEARING) == 0
    assert abs(trader.size(trader.account)) == SIZE - 70 * GOLD


def test_a_taker_is_rewarded_for_what_he_relieves(trader: Trader) -> None:
    """INV-06: the position at its price, and the bonus on its potential exposure in cash."""
    trader.move(13)
    before = trader.ratio()
    receipt = trader.take_over(100 * GOLD)
    event = receipt.events.one("PositionTakenOver")
    price = (100 - trader.sign * 13) * VALUE
    relief = ceil(Fraction(100 * price * 1_000, 10_000))
    assert (event.account, event.taker, event.size) == (
        trader.account,
        trader.bob,
        trader.sign * 100 * GOLD,
    )
    assert event.rewardValue == relief // 100
    assert trader.size(trader.bob) == trader.sign * 100 * GOLD
    assert trader.brokerage.cashOf(trader.bob) == event.rewardValue
    risk = trader.brokerage.accountRisk(trader.bob)
    assert risk.exposureValue == relief
    assert trader.ratio() > before


def test_the_reward_grows_with_the_auction(long: Trader) -> None:
    long.move(13)
    long.brokerage.issueMarginCall(long.account, sender=long.book.bob)
    long.book.stack.chain.advance(HOUR)
    long.book.stack.set_price(long.book.dollar, VALUE)
    receipt = long.take_over(100 * GOLD)
    assert receipt.events.one("PositionTakenOver").rewardValue == 870 * VALUE * 5 // 100


def test_a_taker_keeps_initial_margin(long: Trader) -> None:
    book = long.book
    long.move(13)
    book.brokerage.withdraw(long.bob, book.ether.id, 10 * book.ether.one, book.bob, sender=book.bob)
    with expect_revert("MarginInsufficient", account=long.bob, ratio=150):
        long.take_over()


def test_a_taker_needs_the_right_to_trade(long: Trader) -> None:
    long.move(13)
    carol = long.book.stack.verify("carol")
    with expect_revert("AccountNotYours", account=long.bob, caller=carol):
        long.take_over(sender=carol)


def test_nobody_takes_over_from_himself(long: Trader) -> None:
    """T-32: another sub-account, a group's other member."""
    book = long.book
    long.move(13)
    book.brokerage.openAccount(1, sender=book.alice)
    with expect_revert("SelfLiquidation", account=long.account):
        long.take_over(sender=book.alice, taker=account_of(book.alice, 1))
    for member in (book.alice, book.bob):
        book.brokerage.setGroup(member, 7, sender=book.governor)
    with expect_revert("SelfLiquidation"):
        long.take_over()


def test_another_auctions_order_fails(long: Trader) -> None:
    """T-33"""
    long.move(13)
    long.take_over(GOLD)
    with expect_revert("LiquidationNonceMismatch", expected=0, actual=1):
        long.take_over()


def test_without_a_position_nothing_is_closed(long: Trader) -> None:
    long.move(13)
    with expect_revert("NothingToLiquidate", account=long.account):
        long.brokerage.liquidatePosition(
            long.account, long.book.ether.id, MOST, sender=long.book.bob
        )


def test_a_taker_has_room_for_the_position(long: Trader) -> None:
    """T-30: ten positions are the most."""
    book = long.book
    for number in range(10):
        asset = tradable(book, f"Metal {number}")
        book.brokerage.openPosition(long.bob, asset.id, GOLD, ANY_BUY, sender=book.bob)
    long.move(13)
    with expect_revert("TooManyAssets", account=long.bob, most=10):
        long.take_over(GOLD)


def test_an_account_with_positions_is_not_in_default(long: Trader) -> None:
    """INV-12"""
    book = long.book
    long.move(30)
    long.close()
    assert long.size(long.account) != 0 or long.brokerage.debtOf(long.account, book.dollar.id) > 0
    with expect_revert("DefaultPremature"):
        long.brokerage.declareDefault(long.account, book.dollar.id, sender=book.bob)


def test_a_trader_is_ruined_in_order(long: Trader) -> None:
    """INV-12: positions closed, collateral seized, and only then a default."""
    book = long.book
    long.move(40)
    long.close()
    assert long.size(long.account) == 0
    book.stack.fund(book.dollar, [book.bob], 10**12)
    order = {
        "account": long.account,
        "debtAsset": book.dollar.id,
        "collateral": book.ether.id,
        "expectedNonce": 1,
        "maxRepay": MOST,
        "minSeized": 0,
    }
    long.brokerage.liquidate(order, sender=book.bob)
    assert long.brokerage.collateralOf(long.account, book.ether.id) == 0
    receipt = long.brokerage.declareDefault(long.account, book.dollar.id, sender=book.bob)
    assert receipt.events.named("DefaultBorne")
    assert long.brokerage.debtOf(long.account, book.dollar.id) == 0
