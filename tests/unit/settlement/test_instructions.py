"""Submitted instructions: matching, statuses, cancellation, replacement, reasons."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.gas.settlement_stack import DAY, Leg
from tests.unit.settlement.conftest import AMOUNT, FUNDS, QUANTITY, Market


class Status(IntEnum):
    NONE = 0
    NMAT = 1
    MACH = 2
    CANR = 3
    SETT = 4
    CANC = 5


GRAPH = {
    # Matched on arrival when the other side is there already.
    Status.NONE: {Status.NMAT, Status.MACH},
    Status.NMAT: {Status.MACH, Status.SETT, Status.CANC},
    Status.MACH: {Status.CANR, Status.SETT, Status.CANC},
    Status.CANR: {Status.SETT, Status.CANC},
}


def submit(market: Market, terms: dict[str, Any], side: int, nonce: int = 1, **leg: Any) -> bytes:
    party = (market.alice, market.bob)[side]
    own = Leg(party, nonce, **leg).unsigned()
    found: bytes = market.manager.submitInstruction(terms, side, own, sender=party).return_value
    return found


def unsigned(market: Market, nonce: int = 1) -> tuple[Any, Any]:
    return Leg(market.alice, nonce).unsigned(), Leg(market.bob, nonce).unsigned()


def status(market: Market, instruction: bytes) -> Status:
    return Status(market.manager.instructionStatus(instruction).status)


def test_two_instructions_match_and_anyone_settles(market: Market) -> None:
    terms = market.terms()
    delivering = submit(market, terms, 0)
    assert status(market, delivering) == Status.NMAT
    paying = submit(market, terms, 1)
    assert status(market, delivering) == status(market, paying) == Status.MACH
    market.manager.settle(terms, *unsigned(market), QUANTITY, sender=market.carrier)
    assert status(market, delivering) == status(market, paying) == Status.SETT
    assert market.manager.instructionStatus(paying).settled == QUANTITY
    with expect_revert("StatusRefuses"):
        market.manager.settle(terms, *unsigned(market), QUANTITY, sender=market.carrier)


def test_other_terms_do_not_match(market: Market) -> None:
    delivering = submit(market, market.terms(), 0)
    paying = submit(market, market.terms(amount=AMOUNT + 1), 1)
    assert status(market, delivering) == status(market, paying) == Status.NMAT
    with expect_revert("SignatureInvalid"):
        market.manager.settle(market.terms(), *unsigned(market), QUANTITY, sender=market.carrier)


def test_an_unmatched_instruction_settles_with_a_signature(market: Market) -> None:
    terms = market.terms()
    delivering = submit(market, terms, 0)
    sides = unsigned(market)[0], market.sides(terms)[1]
    market.manager.settle(terms, *sides, QUANTITY, sender=market.carrier)
    assert status(market, delivering) == Status.SETT


def test_a_matched_instruction_settles_with_its_match_alone(market: Market) -> None:
    terms = market.terms()
    submit(market, terms, 0)
    submit(market, terms, 1)
    other = market.sides(terms, nonce=2)[1]
    with expect_revert("StatusRefuses", status=Status.MACH):
        market.manager.settle(terms, unsigned(market)[0], other, QUANTITY, sender=market.carrier)


def test_somebody_else_submits_with_a_signature(market: Market) -> None:
    terms = market.terms()
    own = market.sides(terms)[0]
    with expect_revert("SignatureInvalid", party=market.alice):
        market.manager.submitInstruction(
            terms, 0, Leg(market.alice, 1).unsigned(), sender=market.carrier
        )
    receipt = market.manager.submitInstruction(terms, 0, own, sender=market.carrier)
    event = receipt.events.one("InstructionSubmitted")
    assert (event.side, event.nonce, event.terms.quantity) == (0, 1, QUANTITY)
    with expect_revert("StatusRefuses", status=Status.NMAT):
        market.manager.submitInstruction(terms, 0, own, sender=market.carrier)


def test_a_second_instruction_of_a_side_is_refused_while_one_is_open(market: Market) -> None:
    terms = market.terms()
    first = submit(market, terms, 0)
    with expect_revert("StatusRefuses", instruction=first):
        submit(market, terms, 0, nonce=2)
    market.manager.cancelInstruction(terms, 0, unsigned(market)[0], sender=market.alice)
    second = submit(market, terms, 0, nonce=2)
    assert status(market, second) == Status.NMAT


def test_an_instruction_uses_its_nonce_up(market: Market) -> None:
    terms = market.terms()
    submit(market, terms, 0)
    with expect_revert("NonceUsed"):
        market.manager.cancelNonce(1, sender=market.alice)
    with expect_revert("NonceUsed"):
        market.settle(terms)


def test_unmatched_is_cancelled_at_once(market: Market) -> None:
    terms = market.terms()
    delivering = submit(market, terms, 0)
    with expect_revert("NotTheParty", caller=market.bob, party=market.alice):
        market.manager.cancelInstruction(terms, 0, unsigned(market)[0], sender=market.bob)
    market.manager.cancelInstruction(terms, 0, unsigned(market)[0], sender=market.alice)
    assert status(market, delivering) == Status.CANC
    paying = submit(market, terms, 1)
    assert status(market, paying) == Status.NMAT
    with expect_revert("StatusRefuses", status=Status.CANC):
        market.manager.settle(terms, *unsigned(market), QUANTITY, sender=market.carrier)


def test_matched_is_cancelled_by_both(market: Market) -> None:
    terms = market.terms()
    delivering, paying = submit(market, terms, 0), submit(market, terms, 1)
    sides = unsigned(market)
    market.manager.cancelInstruction(terms, 0, sides[0], sender=market.alice)
    assert (status(market, delivering), status(market, paying)) == (Status.CANR, Status.MACH)
    with expect_revert("StatusRefuses", status=Status.CANR):
        market.manager.cancelInstruction(terms, 0, sides[0], sender=market.alice)
    with market.stack.chain.rollback():
        # One side's wish does not stop a matched trade.
        market.manager.settle(terms, *sides, QUANTITY, sender=market.carrier)
    market.manager.cancelInstruction(terms, 1, sides[1], sender=market.bob)
    assert status(market, delivering) == status(market, paying) == Status.CANC


def test_replacing_takes_one_back_and_submits_another(market: Market) -> None:
    terms, better = market.terms(), market.terms(amount=AMOUNT + 1)
    delivering = submit(market, terms, 0)
    own = unsigned(market)[0], Leg(market.alice, 2).unsigned()
    arguments = (terms, own[0], better, own[1], 0)
    replaced = market.manager.replaceInstruction(*arguments, sender=market.alice).return_value
    assert status(market, delivering) == Status.CANC
    assert status(market, replaced) == Status.NMAT
    submit(market, better, 1)
    assert status(market, replaced) == Status.MACH
    with expect_revert("StatusRefuses", status=Status.CANR):
        market.manager.replaceInstruction(
            better, own[1], terms, Leg(market.alice, 3).unsigned(), 0, sender=market.alice
        )


@pytest.mark.parametrize("late", [0, 1])
def test_nothing_is_submitted_after_the_cut_off(market: Market, late: int) -> None:
    terms = market.terms()
    market.stack.chain.set_timestamp(terms["cutOff"] + late)
    if late:
        with expect_revert("CutOffPassed"):
            submit(market, terms, 0)
    else:
        submit(market, terms, 0)


def test_a_trade_has_two_sides(market: Market) -> None:
    own = Leg(market.alice, 5).unsigned()
    for function in (market.manager.submitInstruction, market.manager.cancelInstruction):
        with expect_revert("TradeInvalid", cause="side"):
            function(market.terms(), 2, own, sender=market.alice)


def test_pending_reasons(market: Market) -> None:
    chain, terms = market.stack.chain, market.terms()
    terms |= {"settlementDate": chain.timestamp + 10}
    sides = unsigned(market)

    def reason() -> bytes:
        found: bytes = market.manager.pendingReason(terms, *sides)
        return found.rstrip(b"\0")

    assert reason() == b"FUTU"
    chain.advance(10)
    assert reason() == b""
    market.manager.pauseGroups(2, sender=market.governor)
    assert reason() == b"PREA"
    market.manager.unpauseGroups(2, sender=market.governor)
    market.cash.approve(market.manager, AMOUNT - 1, sender=market.bob)
    assert reason() == b"MONY"
    market.security.transfer(market.carrier, FUNDS - QUANTITY + 1, sender=market.alice)
    assert reason() == b"LACK"
    chain.set_timestamp(terms["cutOff"] + 1)
    assert reason() == b"LATE"


def test_pending_reasons_look_at_holds_and_parts(market: Market) -> None:
    chain, terms = market.stack.chain, market.terms()
    trade = market.manager.tradeIdOf(terms)
    arguments = (market.security, QUANTITY, market.bob, ZERO_ADDRESS, trade)
    expiry = chain.timestamp + DAY // 2
    hold = market.manager.hold(b"1" * 32, *arguments, expiry, sender=market.alice).return_value
    held = Leg(market.alice, 1, minimum_part=1, hold=hold)
    payment = Leg(market.bob, 1, minimum_part=1)
    sides = held.unsigned(), payment.unsigned()
    rest = market.security.balanceOf(market.alice)
    market.security.transfer(market.carrier, rest, sender=market.alice)
    assert market.manager.pendingReason(terms, *sides) == bytes(4)
    signed = market.stack.signed(terms, 0, held), market.stack.signed(terms, 1, payment)
    market.manager.settle(terms, *signed, 40, sender=market.carrier)
    assert market.manager.pendingReason(terms, *sides) == bytes(4)
    chain.set_timestamp(expiry)
    assert market.manager.pendingReason(terms, *sides) == b"LACK"


def test_s_19_iso_status_transitions_legal_graph_only(market: Market) -> None:
    """Whatever is tried in whatever status, it moves along the graph or is refused (SET-10)."""
    chain, terms = market.stack.chain, market.terms()
    manager, sides = market.manager, unsigned(market)
    preparations: list[tuple[str, ...]] = [
        (),
        ("submit 0",),
        ("submit 0", "submit 1"),
        ("submit 0", "submit 1", "cancel 0"),
        ("submit 0", "cancel 0"),
        ("submit 0", "submit 1", "settle"),
        ("submit 0", "submit 1", "cancel 0", "cancel 1"),
    ]
    acts: dict[str, Callable[[], Any]] = {
        "submit 0": lambda: manager.submitInstruction(terms, 0, sides[0], sender=market.alice),
        "submit 1": lambda: manager.submitInstruction(terms, 1, sides[1], sender=market.bob),
        "cancel 0": lambda: manager.cancelInstruction(terms, 0, sides[0], sender=market.alice),
        "cancel 1": lambda: manager.cancelInstruction(terms, 1, sides[1], sender=market.bob),
        "settle": lambda: manager.settle(terms, *sides, QUANTITY, sender=market.carrier),
    }
    with chain.rollback():
        instructions = [acts["submit 0"]().return_value, acts["submit 1"]().return_value]
    seen = set()
    for preparation in preparations:
        for name, act in acts.items():
            with chain.rollback():
                for step in preparation:
                    acts[step]()
                before = [status(market, item) for item in instructions]
                try:
                    act()
                except Exception as error:  # noqa: BLE001 -- which refusal is other tests' matter
                    assert type(error).__name__ == "Reverted", (preparation, name)
                after = [status(market, item) for item in instructions]
                for old, new in zip(before, after, strict=True):
                    assert old == new or new in GRAPH.get(old, ()), (preparation, name)
                    seen.add((old, new))
    assert {(old, new) for old in GRAPH for new in GRAPH[old]} - seen == {
        (Status.NMAT, Status.SETT)
    }
