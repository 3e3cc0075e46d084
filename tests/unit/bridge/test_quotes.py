"""What a message costs and what would become of it, told before and found after."""

from dataclasses import replace
from typing import Any

import pytest

from quantera.bridge.messages import Message
from quantera.bridge.scoring import USD, Protocol
from quantera.evm import ZERO_ADDRESS, Actor, Reverted
from quantera.gas.bridge_stack import (
    LANE,
    PLAIN_DECIMALS,
    BridgeEnds,
    LimitKind,
    Status,
    endpoint_terms,
)
from quantera.gas.token_stack import UNIT
from tests.unit.bridge.conftest import HERE, THERE

HELD = 50_000 * UNIT
PAUSED, BALANCE, UNREGISTERED = 1, 8, 13
BRIDGE_PAUSED, LANE_PAUSED, PROTOCOL_PAUSED, ASSET_PAUSED, ASSET_UNKNOWN = range(200, 205)
LANE_LIMIT, ESCROW_SHORT, VETOED, RECIPIENT_INVALID, DECIMALS_DIFFER = 205, 207, 208, 211, 213
ABSENT, QUOTE_FAILED, NOT_FUNDED, DUST = 220, 222, 223, 224
SENDING, CREDITING = 1, 2


@pytest.fixture
def alice(ends: BridgeEnds) -> Actor:
    """Known at both ends, with units of both assets at one."""
    ends[THERE].holder("alice")
    alice = ends[HERE].holder("alice", HELD)
    ends[HERE].fund("alice", 10**9)
    return alice


def plain(ends: BridgeEnds, recipient: Any, units: int, **changes: Any) -> dict[str, Any]:
    return ends.request(HERE, THERE, recipient, units, asset=ends[HERE].plain, **changes)


def preview(ends: BridgeEnds, request: dict[str, Any], sender: Actor) -> Any:
    return ends[HERE].bridge.previewBridge(request, sender)


# -- prices -------------------------------------------------------------------------------------


@pytest.mark.parametrize("protocol", Protocol)
def test_a_quote_is_what_sending_costs(ends: BridgeEnds, alice: Actor, protocol: Protocol) -> None:
    """BRG-09: to the wei, and not one less will do."""
    end = ends[HERE]
    for request in (
        ends.request(HERE, THERE, alice, UNIT, protocol),
        plain(ends, alice, 100, protocol=protocol),
    ):
        fee = end.bridge.quoteSend(request, alice)
        before, credited = end.chain.balance(alice), end.bridge.refundOf(alice)
        ends.send(HERE, request, alice, fee + 5)
        assert end.chain.balance(alice) == before - fee - 5
        assert end.bridge.refundOf(alice) == credited + 5
        with pytest.raises(Reverted):
            ends.send(HERE, request, alice, end.bridge.quoteSend(request, alice) - 1)


@pytest.mark.parametrize("protocol", Protocol)
def test_a_message_is_priced_as_sending_it_again_costs(
    ends: BridgeEnds, alice: Actor, protocol: Protocol
) -> None:
    bridge = ends[HERE].bridge
    receipt = ends.send(HERE, ends.request(HERE, THERE, alice, UNIT), alice)
    encoded = ends.message(HERE, receipt).encode()
    fee = bridge.quoteMessage(encoded, protocol)
    before = bridge.refundOf(alice)
    bridge.resend(encoded, protocol, sender=alice, value=fee + 3)
    assert bridge.refundOf(alice) == before + 3


@pytest.mark.parametrize("protocol", Protocol)
def test_a_return_is_priced_before_it_is_sent(
    ends: BridgeEnds, alice: Actor, protocol: Protocol
) -> None:
    here, there = ends[HERE], ends[THERE]
    bob = there.chain.actor("bob")
    receipt = ends.send(HERE, ends.request(HERE, THERE, bob, UNIT), alice)
    ends.network.carry(HERE, receipt)
    message = ends.message(HERE, receipt)
    assert there.bridge.arrivalOf(message.id).status == Status.PARKED
    fee = there.bridge.quoteMessage(message.encode(), protocol)
    there.bridge.returnHome(message.encode(), protocol, sender=bob, value=fee + 1)
    assert there.bridge.refundOf(bob) == 1
    assert here.bridge.quoteMessage(message.encode(), protocol) > 0


def test_quotes_refuse_what_cannot_be_priced(ends: BridgeEnds, alice: Actor) -> None:
    end = ends[HERE]
    stranger = ends.request(HERE, THERE, alice, UNIT, asset=alice)
    off = ends.request(HERE, THERE, alice, UNIT, destinationChainId=999)
    for request, error in (
        (stranger, "AssetUnknown"),
        (plain(ends, alice, 101), "DustRefused"),
        (plain(ends, alice, 0), "DustRefused"),
        (off, "ProtocolOff"),
    ):
        with pytest.raises(Reverted) as refused:
            end.bridge.quoteSend(request, alice)
        assert refused.value.name == error
    with pytest.raises(Reverted) as refused:
        end.bridge.quoteMessage(b"none", Protocol.WORMHOLE)
    assert refused.value.name == "MessageMalformed"


# -- this end -----------------------------------------------------------------------------------


@pytest.mark.parametrize("protocol", Protocol)
def test_a_preview_shows_the_bytes_and_the_price(
    ends: BridgeEnds, alice: Actor, protocol: Protocol
) -> None:
    """BRG-10: the lots among them."""
    for request in (
        ends.request(HERE, THERE, alice, 7 * UNIT, protocol),
        plain(ends, alice, 700, protocol=protocol),
    ):
        shown = preview(ends, request, alice)
        assert (shown.reason, shown.required) == (0, 1)
        assert shown.fee == ends[HERE].bridge.quoteSend(request, alice)
        receipt = ends.send(HERE, request, alice, shown.fee)
        sent = ends.message(HERE, receipt)
        assert sent.encode() == shown.message
        assert len(sent.lots) == (1 if request["asset"] == ends[HERE].token else 0)


def test_a_preview_tells_value_and_how_many_protocols(ends: BridgeEnds, alice: Actor) -> None:
    small = preview(ends, ends.request(HERE, THERE, alice, 10_000 * UNIT - 1), alice)
    large = preview(ends, ends.request(HERE, THERE, alice, 10_000 * UNIT), alice)
    assert (small.required, large.required) == (1, 2)
    assert (small.value, large.value) == (10_000 * USD, 10_000 * USD)


def test_what_the_token_refuses(ends: BridgeEnds, alice: Actor) -> None:
    """BRG-03"""
    end = ends[HERE]
    assert preview(ends, ends.request(HERE, THERE, alice, HELD + 1), alice).reason == BALANCE
    end.token.pause(sender=end.stack.agent)
    assert preview(ends, ends.request(HERE, THERE, alice, UNIT), alice).reason == PAUSED


def test_units_that_the_sender_lacks_have_no_message(ends: BridgeEnds, alice: Actor) -> None:
    assert preview(ends, ends.request(HERE, THERE, alice, HELD + 1), alice).message == b""


def test_an_ordinary_asset_must_be_there_and_approved(ends: BridgeEnds, alice: Actor) -> None:
    end = ends[HERE]
    assert preview(ends, plain(ends, alice, 10**9 + 100), alice).reason == NOT_FUNDED
    end.plain.approve(end.bridge, 99, sender=alice)
    assert preview(ends, plain(ends, alice, 100), alice).reason == NOT_FUNDED
    end.plain.approve(end.bridge, 100, sender=alice)
    assert preview(ends, plain(ends, alice, 100), alice).reason == 0


def test_recipients_that_nobody_is(ends: BridgeEnds, alice: Actor) -> None:
    for recipient in (ZERO_ADDRESS, ends[THERE].token, ends[THERE].bridge):
        request = ends.request(HERE, THERE, recipient, UNIT)
        assert preview(ends, request, alice).reason == RECIPIENT_INVALID
        with pytest.raises(Reverted) as refused:
            ends.send(HERE, request, alice)
        assert refused.value.name == "RecipientInvalid"


def test_assets_and_dust(ends: BridgeEnds, alice: Actor) -> None:
    unknown = preview(ends, ends.request(HERE, THERE, alice, UNIT, asset=alice), alice)
    assert (unknown.reason, unknown.message) == (ASSET_UNKNOWN, b"")
    assert preview(ends, plain(ends, alice, 101), alice).reason == DUST
    ends[HERE].bridge.pauseAsset(ends[HERE].token, sender=ends[HERE].governor)
    assert preview(ends, ends.request(HERE, THERE, alice, UNIT), alice).reason == ASSET_PAUSED


def test_pauses_and_limits(ends: BridgeEnds, alice: Actor) -> None:
    """BRG-06, BRG-07"""
    end, target = ends[HERE], ends[THERE].chain_id
    request = ends.request(HERE, THERE, alice, UNIT)
    limit = (LimitKind.LANE_OUT, end.token, target, UNIT - 1, 1_440)
    with end.chain.rollback():
        end.bridge.lowerLimit(*limit, sender=end.governor)
        assert preview(ends, request, alice).reason == LANE_LIMIT
    with end.chain.rollback():
        end.bridge.pauseGroups(SENDING, sender=end.governor)
        assert preview(ends, request, alice).reason == BRIDGE_PAUSED
    with end.chain.rollback():
        end.bridge.pauseLane(target, sender=end.governor)
        assert preview(ends, request, alice).reason == LANE_PAUSED
    end.bridge.pauseGroups(1 << (2 + Protocol.WORMHOLE), sender=end.governor)
    assert preview(ends, request, alice).reason == PROTOCOL_PAUSED


def test_protocols_that_are_off_or_fail(ends: BridgeEnds, alice: Actor) -> None:
    end = ends[HERE]
    request = ends.request(HERE, THERE, alice, UNIT)
    terms = endpoint_terms(ends.network, HERE)[Protocol.WORMHOLE]
    hostile = end.chain.deploy("HostileEndpoint", 0, True)
    end.bridge.setEndpoint(Protocol.WORMHOLE, terms | {"endpoint": hostile}, sender=end.governor)
    shown = preview(ends, request, alice)
    assert (shown.reason, shown.fee) == (QUOTE_FAILED, 0)
    off = {"endpoint": ZERO_ADDRESS, "gasService": ZERO_ADDRESS, "ownNumber": 0}
    end.bridge.setEndpoint(Protocol.WORMHOLE, off, sender=end.governor)
    assert preview(ends, request, alice).reason == ABSENT


# -- the other end ------------------------------------------------------------------------------


@pytest.fixture
def message(ends: BridgeEnds, alice: Actor) -> Message:
    """Of a unit for Alice, which the other end would credit."""
    shown = preview(ends, ends.request(HERE, THERE, alice, UNIT), alice)
    return Message.decode(shown.message)


def credit(ends: BridgeEnds, message: Message) -> int:
    """The reason that the other end gives."""
    reason: int = ends[THERE].bridge.previewCredit(message.encode())
    return reason


def test_what_would_be_credited_is(ends: BridgeEnds, alice: Actor, message: Message) -> None:
    assert credit(ends, message) == 0
    ends.network.carry(HERE, ends.send(HERE, ends.request(HERE, THERE, alice, UNIT), alice))
    assert ends[THERE].bridge.arrivalOf(message.id).status == Status.CREDITED


def test_what_would_be_parked_is(ends: BridgeEnds, alice: Actor) -> None:
    """BRG-03"""
    bob = ends[HERE].chain.actor("bob")
    request = ends.request(HERE, THERE, bob, UNIT)
    reason = credit(ends, Message.decode(preview(ends, request, alice).message))
    assert reason == UNREGISTERED
    receipt = ends.send(HERE, request, alice)
    ends.network.carry(HERE, receipt)
    arrival = ends[THERE].bridge.arrivalOf(ends.message(HERE, receipt).id)
    assert (arrival.status, arrival.reason) == (Status.PARKED, reason)


def test_reasons_of_the_other_end(ends: BridgeEnds, message: Message) -> None:
    end, source = ends[THERE], ends[HERE].chain_id
    governor, bridge = end.governor, end.bridge
    limit = (LimitKind.LANE_IN, end.token, source, UNIT - 1, 1_440)
    changes = (
        (bridge.pauseGroups, (CREDITING,), BRIDGE_PAUSED),
        (bridge.pauseLane, (source,), LANE_PAUSED),
        (bridge.setLane, (source, {**LANE, "open": False}), LANE_PAUSED),
        (bridge.pauseAsset, (end.token,), ASSET_PAUSED),
        (bridge.lowerLimit, limit, LANE_LIMIT),
        (bridge.veto, (message.id, 1), VETOED),
    )
    for function, arguments, reason in changes:
        with end.chain.rollback():
            function(*arguments, sender=governor)
            assert credit(ends, message) == reason
    with end.chain.rollback():
        bridge.lowerLimit(*limit[:3], UNIT, 1_440, sender=governor)
        assert credit(ends, message) == 0
    end.token.pause(sender=end.stack.agent)
    assert credit(ends, message) == PAUSED


def test_contents_that_the_other_end_refuses(ends: BridgeEnds, message: Message) -> None:
    end = ends[THERE]
    assert credit(ends, replace(message, asset=ZERO_ADDRESS)) == ASSET_UNKNOWN
    for recipient in (ZERO_ADDRESS, end.bridge.address, end.token.address):
        assert credit(ends, replace(message, recipient=recipient)) == RECIPIENT_INVALID
    for decimals in (0, 17, 19, 255):
        assert credit(ends, replace(message, decimals=decimals)) == DECIMALS_DIFFER
    short = replace(
        message, asset=ends[HERE].plain.address, amount=1, decimals=PLAIN_DECIMALS - 2, lots=()
    )
    assert credit(ends, short) == ESCROW_SHORT
    end.fund("funder", 100)
    funder = end.chain.actor("funder")
    end.bridge.fundEscrow(end.plain, ends[HERE].chain_id, 100, sender=funder)
    assert credit(ends, short) == 0


def test_messages_for_other_chains(ends: BridgeEnds, message: Message) -> None:
    for encoded, error in (
        (replace(message, destination_chain_id=10).encode(), "NotForThisChain"),
        (b"none", "MessageMalformed"),
    ):
        with pytest.raises(Reverted) as refused:
            ends[THERE].bridge.previewCredit(encoded)
        assert refused.value.name == error


@pytest.mark.parametrize("units", [2**136, 2**200, 2**256 - 2**256 % 100 - 100, 2**256 - 100])
def test_units_beyond_every_bound_have_a_reason(ends: BridgeEnds, alice: Actor, units: int) -> None:
    """Neither a value nor a message holds so much, and the preview says so all the same."""
    for request in (
        ends.request(HERE, THERE, alice, units),
        plain(ends, alice, units - units % 100),
    ):
        told = preview(ends, request, alice)
        assert (told.reason, told.message, told.fee) == (LANE_LIMIT, b"", 0)
        assert told.value == 2**256 - 1
