"""Terms of trades: who may state them, for which movement, and for no other (TRM-01)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.access import LocalRole
from quantera.evm import ZERO_ADDRESS, Actor, Contract, MemoryChain, Receipt, expect_revert
from tests.stacks.token import TokenStack, deploy_stack, rule_settings

NONE = (0, 0, 0, 0, 0)
TERMS = (123_456_00000000, 1, 0x54321, 9, 77)
EU_PACK = 0b00010


@dataclass(frozen=True)
class Desk:
    """A token, and a settlement contract that holds some of it and is its agent."""

    stack: TokenStack
    settlement: Contract
    buyer: Actor

    def terms(self, from_: Any, to: Any, amount: int) -> tuple[bool, tuple[int, ...]]:
        """What the engine would tell a movement in a transaction of its own."""
        pending, terms = self.stack.engine.tradeTerms(self.stack.token, from_, to, amount)
        return pending, tuple(terms)

    def set(self, from_: Any, to: Any, amount: int, terms: tuple[int, ...] = TERMS) -> bytes:
        encoded: bytes = self.stack.engine.setTradeTerms.encode(
            self.stack.token, from_, to, amount, terms
        )
        return encoded

    def ask(self, from_: Any, to: Any, amount: int) -> bytes:
        encoded: bytes = self.stack.engine.tradeTerms.encode(self.stack.token, from_, to, amount)
        return encoded

    def together(self, *calls: tuple[Contract, bytes]) -> list[tuple[bool, tuple[int, ...]]]:
        """Make the calls in one transaction, and tell what questions for terms were answered."""
        receipt: Receipt = self.settlement.together(
            [target for target, _ in calls],
            [data for _, data in calls],
            sender=self.stack.chain.actor("anybody"),
        )
        asked = self.stack.engine.tradeTerms
        answers = receipt.events.one("Answered").args.answers
        questions = [data[:4] == asked.selector for _, data in calls]
        words = [a for a, question in zip(answers, questions, strict=True) if question]
        return [_decoded(word) for word in words]


def _decoded(answer: bytes) -> tuple[bool, tuple[int, ...]]:
    words = [int.from_bytes(answer[i : i + 32], "big") for i in range(0, len(answer), 32)]
    return bool(words[0]), tuple(words[1:])


@pytest.fixture(scope="module")
def opened() -> Desk:
    stack = deploy_stack(MemoryChain())
    settlement = stack.chain.deploy("TradeTermsProbe")
    buyer = stack.investor("buyer")
    identity = stack.chain.actor("identity of settlement")
    stack.enter([settlement], [int(str(identity), 16) | (2**40 - 1) << 176])
    stack.token.mint(settlement, 1_000, sender=stack.agent)
    stack.engine.grantLocalRole(LocalRole.SETTLEMENT, settlement, sender=stack.governor)
    stack.token.grantLocalRole(LocalRole.AGENT, settlement, sender=stack.governor)
    return Desk(stack, settlement, buyer)


@pytest.fixture
def desk(opened: Desk) -> Iterator[Desk]:
    with opened.stack.chain.rollback():
        yield opened


def ask_packs(desk: Desk) -> None:
    """Have the engine ask the packs in every decision, without a rule of theirs."""
    desk.stack.configure(rule_settings((), ownPacks=EU_PACK))


class TestWho:
    def test_a_settlement_contract_states_terms_of_transfers(self, desk: Desk) -> None:
        engine = desk.stack.engine
        question = desk.ask(desk.settlement, desk.buyer, 5)
        answers = desk.together(
            (engine, desk.set(desk.settlement, desk.buyer, 5)), (engine, question)
        )
        assert answers == [(True, TERMS)]

    def test_but_not_of_issues(self, desk: Desk) -> None:
        with expect_revert("TermsNotAllowed", from_=ZERO_ADDRESS, caller=desk.settlement):
            desk.together((desk.stack.engine, desk.set(ZERO_ADDRESS, desk.buyer, 5)))

    def test_nobody_else_does(self, desk: Desk) -> None:
        stack = desk.stack
        for caller in (stack.agent, stack.governor, stack.bridge, desk.buyer):
            arguments = (stack.token, desk.settlement, desk.buyer, 5)
            with expect_revert("TermsNotAllowed", caller=caller):
                stack.engine.setTradeTerms(*arguments, TERMS, sender=caller)
            with expect_revert("TermsNotAllowed", caller=caller):
                stack.engine.clearTradeTerms(*arguments, sender=caller)

    def test_a_token_speaks_for_itself_alone(self, desk: Desk) -> None:
        stack = desk.stack
        other = stack.second_token().token
        stack.engine.setTradeTerms(
            stack.token, ZERO_ADDRESS, desk.buyer, 5, TERMS, sender=stack.token
        )
        with expect_revert("TermsNotAllowed", caller=other):
            stack.engine.setTradeTerms(
                stack.token, ZERO_ADDRESS, desk.buyer, 5, TERMS, sender=other
            )

    def test_an_unknown_token_has_no_terms(self, desk: Desk) -> None:
        unknown = desk.stack.chain.actor("unknown")
        with expect_revert("TermsNotAllowed", token=unknown):
            desk.stack.engine.setTradeTerms(
                unknown, ZERO_ADDRESS, desk.buyer, 5, TERMS, sender=unknown
            )

    @pytest.mark.parametrize(
        ("currency", "routes", "valid"),
        [(4, 0, True), (5, 0, False), (0, 0xFFFFF, True), (0, 0x100000, False)],
    )
    def test_currencies_and_routes_exist(
        self, desk: Desk, currency: int, routes: int, valid: bool
    ) -> None:
        terms = (1, currency, routes, 0, 0)
        call = (desk.stack.engine, desk.set(desk.settlement, desk.buyer, 5, terms))
        if valid:
            desk.together(call)
        else:
            with expect_revert("TermsInvalid", currency=currency, routes=routes):
                desk.together(call)


class TestBinding:
    def test_every_field_comes_back(self, desk: Desk) -> None:
        largest = (2**128 - 1, 4, 0xFFFFF, 255, 2**32 - 1)
        engine = desk.stack.engine
        for terms in (TERMS, largest, NONE):
            setting = desk.set(desk.settlement, desk.buyer, 5, terms)
            question = desk.ask(desk.settlement, desk.buyer, 5)
            assert desk.together((engine, setting), (engine, question)) == [(True, terms)]

    def test_another_movement_does_not_see_them(self, desk: Desk) -> None:
        engine, other = desk.stack.engine, desk.stack.investor("other")
        questions = [
            desk.ask(desk.settlement, desk.buyer, 6),
            desk.ask(desk.settlement, other, 5),
            desk.ask(other, desk.buyer, 5),
            desk.ask(ZERO_ADDRESS, desk.buyer, 5),
        ]
        setting = desk.set(desk.settlement, desk.buyer, 5)
        answers = desk.together((engine, setting), *((engine, q) for q in questions))
        assert answers == [(False, NONE)] * 4

    def test_another_transaction_does_not_see_them(self, desk: Desk) -> None:
        desk.together((desk.stack.engine, desk.set(desk.settlement, desk.buyer, 5)))
        assert desk.terms(desk.settlement, desk.buyer, 5) == (False, NONE)

    def test_the_movement_uses_them_up(self, desk: Desk) -> None:
        ask_packs(desk)
        stack = desk.stack
        question = (stack.engine, desk.ask(desk.settlement, desk.buyer, 5))
        moving = (stack.token, stack.token.transfer.encode(desk.buyer, 5))
        setting = (stack.engine, desk.set(desk.settlement, desk.buyer, 5))
        answers = desk.together(setting, question, moving, question, moving, question)
        assert answers == [(True, TERMS), (False, NONE), (False, NONE)]

    def test_other_movements_leave_them(self, desk: Desk) -> None:
        ask_packs(desk)
        stack = desk.stack
        question = (stack.engine, desk.ask(desk.settlement, desk.buyer, 5))
        moving = (stack.token, stack.token.transfer.encode(desk.buyer, 6))
        setting = (stack.engine, desk.set(desk.settlement, desk.buyer, 5))
        assert desk.together(setting, moving, question) == [(True, TERMS)]

    def test_the_last_terms_hold_and_can_be_withdrawn(self, desk: Desk) -> None:
        engine = desk.stack.engine
        second = (7, 0, 0, 0, 0)
        question = (engine, desk.ask(desk.settlement, desk.buyer, 5))
        clear = engine.clearTradeTerms.encode(desk.stack.token, desk.settlement, desk.buyer, 5)
        answers = desk.together(
            (engine, desk.set(desk.settlement, desk.buyer, 5)),
            (engine, desk.set(desk.settlement, desk.buyer, 5, second)),
            question,
            (engine, clear),
            question,
        )
        assert answers == [(True, second), (False, NONE)]

    def test_they_are_told(self, desk: Desk) -> None:
        receipt = desk.settlement.together(
            [desk.stack.engine],
            [desk.set(desk.settlement, desk.buyer, 5)],
            sender=desk.stack.chain.actor("anybody"),
        )
        said = receipt.events.one("TradeTermsSet").args
        assert (said.token, said.from_, said.to) == (desk.stack.token, desk.settlement, desk.buyer)
        assert (said.amount, tuple(said.terms), said.by) == (5, TERMS, desk.settlement)


class TestIssues:
    def test_an_agent_mints_under_terms(self, desk: Desk) -> None:
        stack = desk.stack
        receipt = stack.token.mintUnderTerms(desk.buyer, 5, TERMS, sender=stack.agent)
        assert stack.token.balanceOf(desk.buyer) == 5
        said = receipt.events.one("TradeTermsSet").args
        assert (said.from_, said.to, said.amount) == (ZERO_ADDRESS, desk.buyer, 5)
        assert (tuple(said.terms), said.by) == (TERMS, stack.token)

    @pytest.mark.parametrize("packs", [False, True])
    def test_no_later_mint_of_the_transaction_finds_them(self, desk: Desk, packs: bool) -> None:
        if packs:
            ask_packs(desk)
        stack = desk.stack
        minting = stack.token.mintUnderTerms.encode(desk.buyer, 5, TERMS)
        question = desk.ask(ZERO_ADDRESS, desk.buyer, 5)
        answers = desk.together((stack.token, minting), (stack.engine, question))
        assert answers == [(False, NONE)]

    def test_several_at_once(self, desk: Desk) -> None:
        stack, other = desk.stack, desk.stack.investor("other")
        second = (1, 2, 3, 4, 5)
        receipt = stack.token.batchMintUnderTerms(
            [desk.buyer, other, desk.buyer], [5, 6, 5], [TERMS, second, TERMS], sender=stack.agent
        )
        assert (stack.token.balanceOf(desk.buyer), stack.token.balanceOf(other)) == (10, 6)
        told = [tuple(event.args.terms) for event in receipt.events.named("TradeTermsSet")]
        assert told == [TERMS, second, TERMS]

    @pytest.mark.parametrize(("amounts", "terms"), [([5, 6], [TERMS]), ([5], [TERMS, TERMS])])
    def test_lists_have_one_length(
        self, desk: Desk, amounts: list[int], terms: list[tuple[int, ...]]
    ) -> None:
        with expect_revert("LengthMismatch"):
            desk.stack.token.batchMintUnderTerms(
                [desk.buyer], amounts, terms, sender=desk.stack.agent
            )

    def test_whom_mint_refuses_they_refuse(self, desk: Desk) -> None:
        stranger = desk.stack.chain.actor("stranger")
        with expect_revert("TransferRefused", code=13, to=stranger):
            desk.stack.token.mintUnderTerms(stranger, 5, TERMS, sender=desk.stack.agent)

    def test_only_agents(self, desk: Desk) -> None:
        with expect_revert("LocalRoleMissing", account=desk.buyer):
            desk.stack.token.mintUnderTerms(desk.buyer, 5, TERMS, sender=desk.buyer)
