"""A ComplianceAwareToken as security: its checks decide, a refused leg refuses the whole."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from quantera.evm import Actor, Contract, MemoryChain, expect_revert
from quantera.gas.settlement_stack import (
    DAY,
    EU,
    EVERYWHERE,
    MAX_UINT,
    Kind,
    Leg,
    SettlementStack,
    asset_terms,
    settlement_beside,
)
from quantera.gas.token_stack import TokenStack, deploy_stack, record
from tests.stacks import token as codes

FUNDS = 10**6
CUSTODIAN_FLAG = 1 << 4


@dataclass(frozen=True)
class Deal:
    tokens: TokenStack
    stack: SettlementStack
    seller: Actor
    buyer: Actor
    cash: Contract

    @property
    def token(self) -> Contract:
        return self.tokens.token

    def settle(self, nonce: int = 1, **changes: object) -> None:
        terms = self.stack.terms(self.seller, self.buyer, self.token, self.cash) | changes
        sides = [
            self.stack.signed(terms, side, Leg(party, nonce))
            for side, party in enumerate((self.seller, self.buyer))
        ]
        self.stack.manager.settle(terms, *sides, terms["quantity"], sender=self.tokens.governor)

    def held(self) -> tuple[int, ...]:
        return tuple(
            token.balanceOf(party)
            for token in (self.token, self.cash)
            for party in (self.seller, self.buyer)
        )


@pytest.fixture(scope="module")
def deal_module() -> Deal:
    tokens = deploy_stack(MemoryChain())
    stack = settlement_beside(tokens)
    seller, buyer = tokens.investor("seller"), tokens.investor("buyer")
    for party in (seller, buyer):
        stack.manager.admitParticipant(party, party, EVERYWHERE, sender=tokens.governor)
    stack.manager.listSecurity(tokens.token, EU, True, sender=tokens.governor)
    cash = stack.asset("Cash", Kind.WCBDC)
    stack.fund(cash, [seller, buyer], FUNDS)
    tokens.token.mint(seller, FUNDS, sender=tokens.agent)
    tokens.token.approve(stack.manager, MAX_UINT, sender=seller)
    return Deal(tokens, stack, seller, buyer, cash)


@pytest.fixture
def deal(deal_module: Deal) -> Iterator[Deal]:
    with deal_module.stack.chain.rollback():
        yield deal_module


def test_it_settles(deal: Deal) -> None:
    deal.settle()
    assert deal.held() == (FUNDS - 100, 100, FUNDS + 1_000, FUNDS - 1_000)


def test_a_refused_buyer_refuses_the_whole_with_the_tokens_own_code(deal: Deal) -> None:
    deal.tokens.engine.revokeVerification([deal.buyer], sender=deal.tokens.agent)
    before = deal.held()
    with expect_revert("TransferRefused", code=codes.UNVERIFIED, to=deal.buyer, amount=100):
        deal.settle()
    assert deal.held() == before


def test_frozen_and_paused(deal: Deal) -> None:
    deal.token.setAddressFrozen(deal.seller, True, sender=deal.tokens.agent)
    with expect_revert("TransferRefused", code=codes.SENDER_FROZEN):
        deal.settle()
    deal.token.pause(sender=deal.tokens.agent)
    with expect_revert("TransferRefused", code=codes.PAUSED):
        deal.settle()


def test_a_hold_needs_a_registered_custodian(deal: Deal) -> None:
    expiry = deal.stack.chain.timestamp + DAY
    arguments = (bytes(32), deal.token, 10, deal.buyer, deal.tokens.governor, bytes(32), expiry)
    with expect_revert("TransferRefused", code=codes.UNREGISTERED, to=deal.stack.manager):
        deal.stack.manager.hold(*arguments, sender=deal.seller)
    word = record(deal.stack.manager, flags=CUSTODIAN_FLAG)
    deal.tokens.enter([deal.stack.manager], [word])
    hold = deal.stack.manager.hold(*arguments, sender=deal.seller).return_value
    deal.stack.manager.executeHold(hold, 10, sender=deal.tokens.governor)
    assert deal.token.balanceOf(deal.buyer) == 10


def test_pending_reason_asks_the_token(deal: Deal) -> None:
    terms = deal.stack.terms(deal.seller, deal.buyer, deal.token, deal.cash)
    sides = [Leg(party, 1).unsigned() for party in (deal.seller, deal.buyer)]
    assert deal.stack.manager.pendingReason(terms, *sides) == bytes(4)
    deal.tokens.engine.revokeVerification([deal.buyer], sender=deal.tokens.agent)
    assert deal.stack.manager.pendingReason(terms, *sides) == b"LACK"


@pytest.mark.parametrize(
    ("obstacle", "reason"), [("pause", 9), ("freeze", 10), ("allowance", 10), ("verification", 15)]
)
def test_as_an_asset_its_own_checks_are_asked(deal: Deal, obstacle: str, reason: int) -> None:
    tokens, manager = deal.tokens, deal.stack.manager
    asset = tokens.second_token("Deposit")
    terms = asset_terms(Kind.WCBDC, isCompliant=True, isPreferred=True)
    deal.stack.list_asset(asset.token, terms)
    asset.token.mint(deal.seller, FUNDS * 10**18, sender=tokens.agent)
    asset.token.approve(manager, MAX_UINT, sender=deal.seller)
    ask = (0, deal.seller, deal.buyer, 10**8, 31)
    assert manager.explainSelection(*ask)[0] == (asset.token.address, 10**18, 0)
    if obstacle == "pause":
        asset.token.pause(sender=tokens.agent)
    elif obstacle == "freeze":
        asset.token.setFrozenTokens(deal.seller, FUNDS * 10**18, sender=tokens.agent)
    elif obstacle == "allowance":
        asset.token.approve(manager, 10**18 - 1, sender=deal.seller)
    else:
        tokens.engine.revokeVerification([deal.buyer], sender=tokens.agent)
    assert manager.explainSelection(*ask)[0].reason == reason
