"""Models 2 and 3 with a ComplianceAwareToken: rules and lots meet what really moves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.evm import Actor, Contract, MemoryChain, Receipt, expect_revert
from quantera.gas.settlement_stack import (
    EU,
    EVERYWHERE,
    MAX_UINT,
    Kind,
    Leg,
    SettlementStack,
    settlement_beside,
)
from quantera.gas.token_stack import DAY, TokenStack, deploy_stack
from tests.stacks import token as codes

FUNDS = 10**6
NET_FUNDS, NET_BOTH = range(2)
UNITS = 2**120 - 1
# (deliverer, receiver, quantity, amount): net, the first gives 10 units to the third.
RING = [(0, 1, 100, 1_000), (1, 2, 100, 1_010), (2, 0, 90, 900)]


@dataclass(frozen=True)
class Desk:
    """Three investors with units of a token that keeps lots, and with cash."""

    tokens: TokenStack
    stack: SettlementStack
    cash: Contract
    people: tuple[Actor, Actor, Actor]

    def settle(self, model: int) -> Receipt:
        trades: list[Any] = []
        sides: tuple[list[Any], list[Any]] = ([], [])
        for nonce, (deliverer, receiver, quantity, amount) in enumerate(RING):
            parties = self.people[deliverer], self.people[receiver]
            terms = self.stack.terms(
                *parties, self.tokens.token, self.cash, quantity=quantity, amount=amount
            )
            trades.append(terms)
            for side, party in enumerate(parties):
                sides[side].append(self.stack.signed(terms, side, Leg(party, nonce)))
        receipt: Receipt = self.stack.manager.settleTrades(
            model, trades, *sides, sender=self.tokens.governor
        )
        return receipt

    def held(self) -> list[int]:
        return [self.tokens.token.balanceOf(person) for person in self.people]

    def lots(self, person: Actor) -> Sequence[int]:
        engine = self.tokens.engine
        found: Sequence[int] = engine.lotsOf(self.tokens.token, engine.identity(person))
        return found

    def revoke(self, person: Actor) -> None:
        self.tokens.engine.revokeVerification([person], sender=self.tokens.agent)


@pytest.fixture(scope="module")
def desk_module() -> Desk:
    tokens = deploy_stack(MemoryChain())
    tokens.engine.startCount(tokens.token, (False, False, 0, True), sender=tokens.governor)
    stack = settlement_beside(tokens)
    people = tokens.investor("first"), tokens.investor("second"), tokens.investor("third")
    cash = stack.asset("Cash", Kind.WCBDC)
    stack.manager.listSecurity(tokens.token, EU, True, sender=tokens.governor)
    stack.fund(cash, people, FUNDS)
    for person in people:
        stack.manager.admitParticipant(person, person, EVERYWHERE, sender=tokens.governor)
        tokens.token.mint(person, FUNDS, sender=tokens.agent)
        tokens.token.approve(stack.manager, MAX_UINT, sender=person)
        # Each has acquired on a day of its own.
        tokens.chain.advance(DAY)
    return Desk(tokens, stack, cash, people)


@pytest.fixture
def desk(desk_module: Desk) -> Iterator[Desk]:
    with desk_module.tokens.chain.rollback():
        yield desk_module


@pytest.mark.parametrize(("model", "movements"), [(NET_FUNDS, 3), (NET_BOTH, 1)])
def test_set_05_lots_move_with_what_moves(desk: Desk, model: int, movements: int) -> None:
    """Model 3 moves the net units' lots alone, and the days of what stays stay."""
    before = [list(desk.lots(person)) for person in desk.people]
    moved = desk.settle(model).events.named("LotsMoved")
    assert len(moved) == movements
    assert desk.held() == [FUNDS - 10, FUNDS, FUNDS + 10]
    for person, units in zip(desk.people, desk.held(), strict=True):
        assert sum(lot & UNITS for lot in desk.lots(person)) == units
    if model == NET_BOTH:
        assert list(desk.lots(desk.people[1])) == before[1]
        [kept] = desk.lots(desk.people[0])
        assert kept == before[0][0] - 10


def test_set_05_rules_judge_the_net_transfer(desk: Desk) -> None:
    """Who is net flat receives nothing, so nothing is asked of it; trade by trade it would be."""
    desk.revoke(desk.people[1])
    before = desk.held()
    with expect_revert("TransferRefused", code=codes.UNVERIFIED, to=desk.people[1], amount=100):
        desk.settle(NET_FUNDS)
    assert desk.held() == before
    desk.settle(NET_BOTH)
    assert desk.held() == [FUNDS - 10, FUNDS, FUNDS + 10]


def test_set_01_a_refused_net_transfer_refuses_the_whole_book(desk: Desk) -> None:
    desk.revoke(desk.people[2])
    before = desk.held(), [desk.cash.balanceOf(person) for person in desk.people]
    with expect_revert("TransferRefused", code=codes.UNVERIFIED, to=desk.people[2], amount=10):
        desk.settle(NET_BOTH)
    assert (desk.held(), [desk.cash.balanceOf(person) for person in desk.people]) == before
