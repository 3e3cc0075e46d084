"""Advice: every state that is stuck has something that somebody can do about it."""

import re
from typing import Any

import pytest

from quantera.bridge.messages import Kind, Message
from quantera.bridge.reasons import TEXTS, Reason, text
from quantera.bridge.recovery import (
    PUBLIC_RETURN_SECONDS,
    Action,
    Carried,
    Remedy,
    Who,
    advise,
)
from quantera.bridge.scoring import Protocol
from quantera.bridge.tracking import State, Tracked
from quantera.toolchain.workspace import ROOT

ADDRESS = "0x" + "11" * 20
WORMHOLE, AXELAR = Protocol.WORMHOLE, Protocol.AXELAR


def stuck(state: State, kind: Kind = Kind.TRANSFER, **changes: Any) -> Tracked:
    message = Message(kind, 1, 137, 0, ADDRESS, ADDRESS, ADDRESS, 1)
    known: dict[str, Any] = {
        "protocols": frozenset({WORMHOLE}),
        "votes": frozenset(),
        "reason": 0,
        "release_at": 0,
        "sent_at": 1_000,
        "sent_in": "0x",
        "ended_at": 0,
    }
    return Tracked(id=message.id, message=message, state=state, **(known | changes))


def actions(remedies: list[Remedy]) -> list[Action]:
    return [remedy.action for remedy in remedies]


def test_what_is_under_way_wants_patience() -> None:
    (remedy,) = advise(stuck(State.IN_FLIGHT), 1_100, expected_seconds=600)
    assert (remedy.action, remedy.not_before) == (Action.WAIT, 2_200)


def test_what_is_late_can_be_sent_again_over_the_other_protocols() -> None:
    found = advise(stuck(State.IN_FLIGHT), 2_200, expected_seconds=600)
    assert set(actions(found)) == {Action.RESEND}
    assert {remedy.protocol for remedy in found} == set(Protocol) - {WORMHOLE}


@pytest.mark.parametrize(
    ("carried", "action"), [(Carried.UNPAID, Action.ADD_GAS), (Carried.FAILED, Action.RETRY)]
)
def test_what_a_protocol_says_is_cured_first(carried: Carried, action: Action) -> None:
    tracked = stuck(State.IN_FLIGHT, protocols=frozenset({AXELAR}))
    found = advise(tracked, 1_001, expected_seconds=600, carried={AXELAR: carried})
    assert (found[0].action, found[0].protocol) == (action, AXELAR)
    assert set(actions(found[1:])) == {Action.RESEND}


def test_a_protocol_that_has_brought_it_needs_nothing() -> None:
    tracked = stuck(
        State.AWAITING, protocols=frozenset({WORMHOLE, AXELAR}), votes=frozenset({WORMHOLE})
    )
    carried = {WORMHOLE: Carried.FAILED, AXELAR: Carried.FAILED}
    found = advise(tracked, 1_001, expected_seconds=600, required=2, carried=carried)
    assert [one.protocol for one in found if one.action is Action.RETRY] == [AXELAR]


def test_a_missing_attestation_can_be_filled_up_at_once() -> None:
    tracked = stuck(State.AWAITING, votes=frozenset({WORMHOLE}))
    found = advise(tracked, 1_001, expected_seconds=600, required=2)
    assert set(actions(found)) == {Action.RESEND}
    assert {remedy.not_before for remedy in found} == {0}
    assert WORMHOLE not in {remedy.protocol for remedy in found}


def test_what_is_delayed_is_released_when_its_time_has_come() -> None:
    (remedy,) = advise(stuck(State.DELAYED, release_at=5_000), 2_000, expected_seconds=600)
    assert (remedy.action, remedy.who, remedy.not_before) == (Action.RELEASE, Who.ANYBODY, 5_000)


@pytest.mark.parametrize("reason", [19, *Reason])
def test_whatever_the_reason_what_is_parked_can_be_claimed_and_returned(reason: int) -> None:
    tracked = stuck(State.PARKED, reason=reason, changed_at=2_000)
    found = advise(tracked, 2_000, expected_seconds=600)
    assert Action.CLAIM in actions(found)
    assert Action.REDIRECT in actions(found)
    returns = [remedy for remedy in found if remedy.action is Action.RETURN]
    assert [(one.who, one.not_before) for one in returns] == [
        (Who.RECIPIENT_OR_AGENT, 0),
        (Who.ANYBODY, 2_000 + PUBLIC_RETURN_SECONDS),
    ]


@pytest.mark.parametrize("reason", [Reason.LANE_PAUSED, Reason.ESCROW_SHORT])
def test_what_an_administrator_must_repair_is_said_first(reason: Reason) -> None:
    found = advise(stuck(State.PARKED, reason=reason), 2_000, expected_seconds=600)
    assert (found[0].action, found[0].who) == (Action.REPAIR, Who.GUARDIANS)


def test_what_has_come_home_is_not_returned_again() -> None:
    found = advise(stuck(State.PARKED, Kind.RETURN, reason=19), 2_000, expected_seconds=600)
    assert actions(found) == [Action.CLAIM, Action.REDIRECT]


@pytest.mark.parametrize(
    ("kind", "ways"),
    [
        (Kind.ALLOTMENT, [Action.CLAIM, Action.RETURN, Action.RETURN]),
        (Kind.DELIVERY, [Action.CLAIM]),
    ],
)
def test_what_belongs_to_nobody_is_not_redirected(kind: Kind, ways: list[Action]) -> None:
    found = advise(stuck(State.PARKED, kind, reason=Reason.CALL_FAILED), 2_000, expected_seconds=1)
    assert actions(found) == ways


@pytest.mark.parametrize("state", [State.AWAITING, State.DELAYED, State.PARKED])
def test_a_veto_stands_before_everything_else(state: State) -> None:
    found = advise(stuck(state, vetoed=True), 2_000, expected_seconds=1)
    assert [(one.action, one.who) for one in found] == [(Action.REPAIR, Who.GUARDIANS)]


@pytest.mark.parametrize("state", [State.CREDITED, State.RETURNED])
def test_nothing_is_done_about_what_is_finished(state: State) -> None:
    assert advise(stuck(state), 10**9, expected_seconds=1) == []


def test_every_code_has_words() -> None:
    assert TEXTS.keys() == set(Reason)
    assert text(0) == "nothing speaks against it"
    assert text(19) == "the token refuses with code 19"
    assert text(Reason.DUST) == TEXTS[Reason.DUST]
    assert text(250) == "code 250"


def test_the_codes_are_those_of_the_contracts() -> None:
    folder = ROOT / "contracts" / "bridge"
    found: dict[str, int] = {}
    for file in (folder / "BridgeReasons.sol", folder / "routes" / "RouteReasons.sol"):
        pattern = r"uint8 internal constant (\w+) = (\d+);"
        found |= {name: int(code) for name, code in re.findall(pattern, file.read_text())}
    found.pop("NONE", None)
    assert found == {reason.name: reason.value for reason in Reason}
