"""Messages that could not be credited: parked with a reason, claimed, redirected, returned."""

from collections.abc import Callable

import pytest

from quantera.bridge.messages import Kind, Message
from quantera.bridge.scoring import Protocol
from quantera.evm import expect_revert
from quantera.gas.bridge_stack import ENOUGH, LANE, BridgeEnd, BridgeEnds, LimitKind, Status
from tests.unit.bridge.acts import (
    CREDITING,
    SENDING,
    UNITS,
    carried,
    forge,
    group,
    pair,
    send,
    state,
    supply,
)
from tests.unit.bridge.conftest import HERE, THERE

WEEK = 7 * 86_400
NOT_VERIFIED, FROZEN, PAUSED = 13, 3, 1


def unverify(end: BridgeEnd) -> None:
    end.stack.engine.deleteIdentity(end.chain.actor("bob"), sender=end.stack.agent)


def verify(end: BridgeEnd) -> None:
    end.stack.investor("bob")


def freeze(end: BridgeEnd, frozen: bool = True) -> None:
    end.token.setAddressFrozen(end.chain.actor("bob"), frozen, sender=end.stack.agent)


def thaw(end: BridgeEnd) -> None:
    freeze(end, frozen=False)


def pause_token(end: BridgeEnd) -> None:
    end.token.pause(sender=end.stack.agent)


def unpause_token(end: BridgeEnd) -> None:
    end.token.unpause(sender=end.stack.agent)


def pause_crediting(end: BridgeEnd) -> None:
    end.bridge.pauseGroups(CREDITING, sender=end.governor)


def unpause_crediting(end: BridgeEnd) -> None:
    end.bridge.unpauseGroups(CREDITING, sender=end.governor)


def pause_protocol(end: BridgeEnd) -> None:
    end.bridge.pauseGroups(group(Protocol.WORMHOLE), sender=end.governor)


def unpause_protocol(end: BridgeEnd) -> None:
    end.bridge.unpauseGroups(group(Protocol.WORMHOLE), sender=end.governor)


def pause_lane(end: BridgeEnd) -> None:
    end.bridge.pauseLane(1, sender=end.governor)


def unpause_lane(end: BridgeEnd) -> None:
    end.bridge.unpauseLane(1, sender=end.governor)


def close_lane(end: BridgeEnd) -> None:
    end.bridge.setLane(1, {**LANE, "open": False}, sender=end.governor)


def open_lane(end: BridgeEnd) -> None:
    end.bridge.setLane(1, LANE, sender=end.governor)


def pause_asset(end: BridgeEnd) -> None:
    end.bridge.pauseAsset(end.token, sender=end.governor)


def unpause_asset(end: BridgeEnd) -> None:
    end.bridge.unpauseAsset(end.token, sender=end.governor)


def limit(end: BridgeEnd, kind: LimitKind, key: int) -> None:
    end.bridge.lowerLimit(kind, end.token, key, UNITS - 1, 1_440, sender=end.governor)


def unlimit(end: BridgeEnd, kind: LimitKind, key: int) -> None:
    end.bridge.raiseLimit(kind, end.token, key, 2 * UNITS, 1, sender=end.governor)
    end.chain.advance(60)


def limit_lane(end: BridgeEnd) -> None:
    limit(end, LimitKind.LANE_IN, 1)


def unlimit_lane(end: BridgeEnd) -> None:
    unlimit(end, LimitKind.LANE_IN, 1)


def limit_protocol(end: BridgeEnd) -> None:
    limit(end, LimitKind.PROTOCOL_IN, Protocol.WORMHOLE)


def unlimit_protocol(end: BridgeEnd) -> None:
    unlimit(end, LimitKind.PROTOCOL_IN, Protocol.WORMHOLE)


Act = Callable[[BridgeEnd], None]
OBSTACLES: list[tuple[Act, Act, int]] = [
    (unverify, verify, NOT_VERIFIED),
    (freeze, thaw, FROZEN),
    (pause_token, unpause_token, PAUSED),
    (pause_crediting, unpause_crediting, 200),
    (pause_lane, unpause_lane, 201),
    (close_lane, open_lane, 201),
    (pause_protocol, unpause_protocol, 202),
    (pause_asset, unpause_asset, 203),
    (limit_lane, unlimit_lane, 205),
    (limit_protocol, unlimit_protocol, 206),
]


def parked(ends: BridgeEnds, obstacle: Act = unverify) -> Message:
    """Sent by Alice to Bob, with something in the way there."""
    alice, bob = pair(ends)
    message, receipt = send(ends, alice, bob)
    obstacle(ends[THERE])
    carried(ends, receipt)
    return message


@pytest.mark.parametrize(("obstacle", "cure", "reason"), OBSTACLES)
def test_what_is_refused_is_parked_and_claimed_later(
    ends: BridgeEnds, obstacle: Act, cure: Act, reason: int
) -> None:
    """BRG-01, BRG-03, BRG-06, BRG-07: with its reason; nothing is credited or lost meanwhile."""
    message = parked(ends, obstacle)
    bridge, token = ends[THERE].bridge, ends[THERE].token
    bob, anybody = ends[THERE].chain.actors("bob", "anybody")
    issued = supply(ends) + UNITS
    assert state(ends, message) == (Status.PARKED, reason)
    assert token.balanceOf(bob) == 0
    with expect_revert():
        bridge.claim(message.encode(), sender=anybody)
    assert state(ends, message) == (Status.PARKED, reason)
    cure(ends[THERE])
    bridge.claim(message.encode(), sender=anybody)
    assert state(ends, message) == (Status.CREDITED, 0)
    assert token.balanceOf(bob) == UNITS
    assert supply(ends) == issued


def test_an_agent_redirects_to_whom_the_rules_accept(ends: BridgeEnds) -> None:
    """BRG-03: the rules run for the new recipient."""
    message = parked(ends)
    there = ends[THERE]
    stranger, agent = there.chain.actors("stranger", "governor")
    other = there.stack.investor("other")
    with expect_revert("LocalRoleMissing"):
        there.bridge.redirect(message.encode(), other, 5, sender=stranger)
    with expect_revert("TransferRefused"):
        there.bridge.redirect(message.encode(), stranger, 5, sender=agent)
    for nobody in ("0x" + "00" * 20, there.bridge, there.token):
        with expect_revert("CreditRefused", reason=211):
            there.bridge.redirect(message.encode(), nobody, 5, sender=agent)
    receipt = there.bridge.redirect(message.encode(), other, 5, sender=agent)
    event = receipt.events.of(there.bridge).one("CreditRedirected")
    assert (event.id, event.recipient, event.reason, event.by) == (message.id, other, 5, agent)
    assert there.token.balanceOf(other) == UNITS
    verify(there)
    with expect_revert("StatusRefuses", status=Status.CREDITED):
        there.bridge.claim(message.encode(), sender=agent)


@pytest.mark.parametrize("protocol", list(Protocol))
def test_what_is_parked_goes_home(ends: BridgeEnds, protocol: Protocol) -> None:
    """BRG-01, BRG-10, BRG-11: to its sender with the same lots; never credited there again."""
    message = parked(ends)
    there, here = ends[THERE], ends[HERE]
    alice, bob, anybody = there.chain.actors("alice", "bob", "anybody")
    lots = here.stack.engine.lotsOf(here.token, here.stack.engine.identity(alice))
    before = here.token.balanceOf(alice)
    with expect_revert("ReturnTooEarly"):
        there.bridge.returnHome(message.encode(), protocol, sender=anybody, value=ENOUGH)
    receipt = there.bridge.returnHome(message.encode(), protocol, sender=bob, value=ENOUGH)
    home = ends.message(THERE, receipt)
    assert (home.kind, home.reference, home.nonce) == (Kind.RETURN, message.id, message.nonce)
    assert (home.sender, home.recipient, home.lots) == (bob, alice, message.lots)
    assert state(ends, message) == (Status.RETURNED, NOT_VERIFIED)
    verify(there)
    for act in (there.bridge.claim, there.bridge.release):
        with expect_revert("StatusRefuses", status=Status.RETURNED):
            act(message.encode(), sender=bob)
    carried(ends, receipt, THERE)
    assert state(ends, home, HERE) == (Status.CREDITED, 0)
    assert here.token.balanceOf(alice) == before + UNITS
    assert here.bridge.sentStatus(message.id) == (True, True)
    merged = here.stack.engine.lotsOf(here.token, here.stack.engine.identity(alice))
    assert sum(lot & (2**120 - 1) for lot in merged) == before + UNITS
    assert {lot >> 120 for lot in merged} == {lot >> 120 for lot in lots}
    with expect_revert("MessageNotSent"):
        here.bridge.resend(message.encode(), protocol, sender=alice, value=ENOUGH)


def test_anybody_sends_it_home_after_a_week(ends: BridgeEnds) -> None:
    message = parked(ends)
    there = ends[THERE]
    anybody = there.chain.actor("anybody")
    there.chain.advance(WEEK)
    there.bridge.returnHome(message.encode(), Protocol.WORMHOLE, sender=anybody, value=ENOUGH)
    assert state(ends, message)[0] == Status.RETURNED


def test_a_return_that_is_refused_waits_at_home(ends: BridgeEnds) -> None:
    """It is claimed or redirected there, never returned again."""
    message = parked(ends)
    there, here = ends[THERE], ends[HERE]
    alice, bob = there.chain.actors("alice", "bob")
    receipt = there.bridge.returnHome(message.encode(), Protocol.WORMHOLE, sender=bob, value=ENOUGH)
    home = ends.message(THERE, receipt)
    here.token.setAddressFrozen(alice, True, sender=here.stack.agent)
    carried(ends, receipt, THERE)
    assert state(ends, home, HERE) == (Status.PARKED, FROZEN)
    assert here.bridge.sentStatus(message.id) == (True, False)
    with expect_revert("KindRefused", kind=Kind.RETURN):
        here.bridge.returnHome(home.encode(), Protocol.WORMHOLE, sender=alice, value=ENOUGH)
    before = here.token.balanceOf(alice)
    here.token.setAddressFrozen(alice, False, sender=here.stack.agent)
    here.bridge.claim(home.encode(), sender=bob)
    assert here.token.balanceOf(alice) == before + UNITS


def test_home_takes_back_only_what_it_sent(ends: BridgeEnds) -> None:
    """BRG-02: a return with other content, or of what never was, is parked for good."""
    alice, bob = pair(ends)
    message, _ = send(ends, alice, bob)
    here, there = ends[HERE], ends[THERE]
    honest = Message(
        kind=Kind.RETURN,
        source_chain_id=there.chain_id,
        destination_chain_id=here.chain_id,
        nonce=message.nonce,
        asset=there.token.address,
        sender=bob,
        recipient=alice,
        amount=message.amount,
        identity=message.identity,
        reference=message.id,
        decimals=message.decimals,
        lots=message.lots,
    )
    changes = ({"amount": UNITS + 1}, {"recipient": bob}, {"reference": b"r" * 32}, {"nonce": 9})
    for change in changes:
        forged = Message(**{**honest.__dict__, **change})
        forge(ends, forged, HERE)
        assert state(ends, forged, HERE) == (Status.PARKED, 212)
    forge(ends, honest, HERE)
    assert state(ends, honest, HERE) == (Status.CREDITED, 0)


def test_a_paused_bridge_sends_nothing(ends: BridgeEnds) -> None:
    """BRG-07: returns and repetitions included."""
    message = parked(ends)
    there, here = ends[THERE], ends[HERE]
    alice, bob = there.chain.actors("alice", "bob")
    for end in (here, there):
        end.bridge.pauseGroups(SENDING, sender=end.governor)
    for call in (
        lambda: send(ends, alice, bob),
        lambda: here.bridge.resend(message.encode(), 0, sender=alice, value=ENOUGH),
        lambda: there.bridge.returnHome(message.encode(), 0, sender=bob, value=ENOUGH),
    ):
        with expect_revert("GroupPaused", paused=SENDING):
            call()
    assert state(ends, message)[0] == Status.PARKED
