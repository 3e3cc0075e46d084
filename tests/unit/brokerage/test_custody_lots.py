"""Collateral whose token keeps lots: they stay the owner's in custody; seized ones keep their day.

The brokerage is a registered custodian (custody look-through, LOT-04): a deposit and a withdrawal
move no lot, a seizure moves the seized units' lots to who receives them, and only then.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.compliance.lots import EXEMPTIONS, LotKey, decode
from quantera.evm import Actor, Contract, expect_revert
from quantera.gas.brokerage_listing import list_asset
from quantera.gas.brokerage_stack import DAY, VALUE, Asset
from quantera.gas.settlement_stack import MAX_UINT
from quantera.gas.token_stack import TokenStack, deploy_token, open_token
from tests.unit.brokerage.conftest import Book
from tests.unit.brokerage.liquidating import SUNK, Auction, auction_of

OLDER, YOUNGER = 30 * 10**18, 20 * 10**18
HELD = OLDER + YOUNGER
PRICE = 20 * VALUE
NONE: dict[LotKey, int] = {}
"""No lot."""


@dataclass(frozen=True)
class Lots:
    """Alice has a lot of thirty bonds and one, a day younger, of twenty: all of them collateral."""

    auction: Auction
    tokens: TokenStack
    bond: Asset
    older: LotKey
    younger: LotKey

    @property
    def book(self) -> Book:
        return self.auction.book

    @property
    def token(self) -> Contract:
        return self.tokens.token

    def identity(self, who: Actor) -> Actor:
        return self.tokens.chain.actor(f"identity of {who.name}")

    def of(self, who: Actor) -> dict[LotKey, int]:
        """Units of an investor's lots, wherever they are."""
        words = self.tokens.engine.lotsOf(self.token, self.identity(who))
        return {lot.key: lot.units for lot in map(decode, words)}

    def share(self, who: Actor) -> int:
        """Units that the brokerage holds for an investor, as the engine says."""
        found: int = self.tokens.engine.shareOf(self.token, self.book.brokerage, self.identity(who))
        return found

    def books_own(self) -> list[int]:
        """Lots of the custodian itself."""
        found: list[int] = self.tokens.engine.lotsOf(self.token, self.book.brokerage)
        return found

    def seize(self, **changes: Any) -> int:
        self.auction.price(SUNK - 100)
        self.book.stack.set_price(self.bond, PRICE)
        receipt = self.auction.liquidate(collateral=self.bond.id, **changes)
        seized: int = receipt.return_value.seized
        return seized


@pytest.fixture
def lots(book: Book) -> Iterator[Lots]:
    stack, governor = book.stack, book.governor
    token, compliance = deploy_token(stack.access, stack.registry, name="Bond")
    tokens = TokenStack(
        stack.chain, stack.access, governor, governor, governor, stack.registry, compliance, token
    )
    open_token(tokens)
    stack.registry.startCount(token, (False, False, 0, True), sender=governor)
    bond = list_asset(stack, token, isCollateral=True, haircutBps=2_000, desk=stack.registry)
    token.approve(book.brokerage, MAX_UINT, sender=book.alice)
    keys = []
    for units, exemption in ((OLDER, "RegS"), (YOUNGER, "506c")):
        terms = (0, 0, 0, EXEMPTIONS.index(exemption), 0)
        token.mintUnderTerms(book.alice, units, terms, sender=governor)
        keys.append(LotKey(stack.chain.timestamp // DAY, "issuer", exemption))
        stack.chain.advance(DAY)
    for asset, price in ((bond, PRICE), (book.ether, 2_000 * VALUE), (book.dollar, VALUE)):
        stack.set_price(asset, price)
    book.brokerage.deposit(book.account, bond.id, HELD, sender=book.alice)
    yield Lots(auction_of(book), tokens, bond, *keys)


def test_a_deposit_moves_no_lot(lots: Lots) -> None:
    """LOT-04: day, source and exemption stay the owner's; the custodian has none of its own."""
    assert lots.of(lots.book.alice) == {lots.older: OLDER, lots.younger: YOUNGER}
    assert lots.share(lots.book.alice) == HELD
    assert lots.books_own() == []
    assert lots.token.balanceOf(lots.book.brokerage) == HELD


def test_a_withdrawal_moves_no_lot(lots: Lots) -> None:
    book = lots.book
    book.brokerage.withdraw(book.account, lots.bond.id, OLDER + 1, book.alice, sender=book.alice)
    assert lots.of(book.alice) == {lots.older: OLDER, lots.younger: YOUNGER}
    assert lots.share(book.alice) == YOUNGER - 1


def test_lots_that_another_brings_become_the_institutions(lots: Lots) -> None:
    """A deposit for somebody is a sale: with the day of the seller's lot, and its exemption."""
    book = lots.book
    terms = (0, 0, 0, EXEMPTIONS.index("506b"), 0)
    lots.token.mintUnderTerms(book.bob, 7, terms, sender=book.governor)
    key = LotKey(lots.tokens.chain.timestamp // DAY, "issuer", "506b")
    lots.token.approve(book.brokerage, MAX_UINT, sender=book.bob)
    book.brokerage.deposit(book.account, lots.bond.id, 7, sender=book.bob)
    assert lots.of(book.bob) == NONE
    assert lots.of(book.alice)[key] == 7


def test_a_part_seized_takes_its_lots_along(lots: Lots) -> None:
    """T-27: the receiver's lots are as old as the owner's were; the rest stays the owner's."""
    carol, alice = lots.auction.carol, lots.book.alice
    seized = lots.seize(maxRepay=200 * 10**6)
    assert 0 < seized < HELD
    theirs, left = lots.of(carol), lots.of(alice)
    assert sum(theirs.values()) == seized == lots.token.balanceOf(carol)
    assert sum(left.values()) == HELD - seized == lots.share(alice)
    for key, units in ((lots.older, OLDER), (lots.younger, YOUNGER)):
        assert theirs.get(key, 0) + left.get(key, 0) == units
    assert lots.books_own() == []


def test_nobody_ineligible_seizes_a_lot(lots: Lots) -> None:
    """T-38: neither lots nor units move."""
    before = lots.of(lots.book.alice)
    lots.auction.price(SUNK - 100)
    lots.book.stack.set_price(lots.bond, PRICE)
    with expect_revert("LiquidatorIneligible", liquidator=lots.book.stranger):
        lots.auction.liquidate(lots.book.stranger, collateral=lots.bond.id)
    assert lots.of(lots.book.alice) == before
    assert lots.share(lots.book.alice) == HELD


def test_refused_lots_wait_with_their_owner(lots: Lots) -> None:
    """T-29, T-38: what the token does not let go to the receiver stays the owner's in custody, with
    its lots, until it is claimed.
    """
    carol, alice, agent = lots.auction.carol, lots.book.alice, lots.book.governor
    lots.token.setAddressFrozen(carol, True, sender=agent)
    seized = lots.seize()
    assert lots.of(alice) == {lots.older: OLDER, lots.younger: YOUNGER}
    assert lots.share(alice) == HELD
    assert lots.of(carol) == NONE
    lots.token.setAddressFrozen(carol, False, sender=agent)
    lots.auction.brokerage.claimSeized(lots.auction.account, lots.bond.id, carol, sender=carol)
    assert sum(lots.of(carol).values()) == seized
    assert lots.share(alice) == HELD - seized
