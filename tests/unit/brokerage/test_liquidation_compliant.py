"""Collateral that is a ComplianceAwareToken: seized by its rules, or claimed (T-29, T-38)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from quantera.evm import Contract, expect_revert
from quantera.gas.brokerage_listing import list_asset
from quantera.gas.brokerage_stack import VALUE, Asset
from quantera.gas.settlement_stack import MAX_UINT
from quantera.gas.token_stack import TokenStack, deploy_token, open_token
from tests.unit.brokerage.conftest import Book
from tests.unit.brokerage.liquidating import SUNK, Auction, auction_of

HELD = 50 * 10**18


@dataclass(frozen=True)
class Regulated:
    """Alice also has fifty bonds at 20 as collateral; the brokerage is their custodian."""

    auction: Auction
    tokens: TokenStack
    bond: Asset

    @property
    def token(self) -> Contract:
        return self.tokens.token

    def sink(self) -> None:
        self.auction.price(SUNK - 100)
        self.auction.book.stack.set_price(self.bond, 20 * VALUE)

    def seize(self, nonce: int = 0) -> int:
        found: int = self.auction.liquidate(
            collateral=self.bond.id, expectedNonce=nonce
        ).return_value.seized
        return found


@pytest.fixture
def regulated(book: Book) -> Iterator[Regulated]:
    stack, governor = book.stack, book.governor
    token, compliance = deploy_token(stack.access, stack.registry, name="Bond")
    tokens = TokenStack(
        stack.chain, stack.access, governor, governor, governor, stack.registry, compliance, token
    )
    open_token(tokens)
    bond = list_asset(stack, token, isCollateral=True, haircutBps=2_000, desk=stack.registry)
    stack.set_price(bond, 20 * VALUE)
    token.mint(book.alice, HELD, sender=governor)
    token.approve(book.brokerage, MAX_UINT, sender=book.alice)
    book.brokerage.deposit(book.account, bond.id, HELD, sender=book.alice)
    yield Regulated(auction_of(book), tokens, bond)


def test_a_verified_liquidator_receives(regulated: Regulated) -> None:
    """T-38: the token lets the units go to him."""
    regulated.sink()
    seized = regulated.seize()
    assert seized == HELD
    assert regulated.token.balanceOf(regulated.auction.carol) == HELD


@pytest.mark.parametrize("refusal", ("frozen", "paused"))
def test_what_the_token_refuses_waits(regulated: Regulated, refusal: str) -> None:
    """T-29: a wallet frozen by the token's agent, a paused token; ether is seized all the same."""
    auction, token = regulated.auction, regulated.token
    agent = auction.book.governor
    regulated.sink()
    if refusal == "frozen":
        token.setAddressFrozen(auction.carol, True, sender=agent)
    else:
        token.pause(sender=agent)
    seized = regulated.seize()
    claim = (auction.account, regulated.bond.id, auction.carol)
    assert auction.brokerage.claimable(auction.carol, auction.account, regulated.bond.id) == seized
    assert token.balanceOf(auction.brokerage) == seized
    auction.liquidate(expectedNonce=1)
    with expect_revert():
        auction.brokerage.claimSeized(*claim, sender=auction.carol)
    if refusal == "frozen":
        token.setAddressFrozen(auction.carol, False, sender=agent)
    else:
        token.unpause(sender=agent)
    auction.brokerage.claimSeized(*claim, sender=auction.carol)
    assert token.balanceOf(auction.carol) == seized
