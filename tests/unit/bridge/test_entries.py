"""Every entry, called by whom and with what it must not take."""

from contextlib import suppress
from typing import Any

import pytest

from quantera.bridge.messages import Kind, Message
from quantera.bridge.scoring import Protocol
from quantera.devnet.protocols import Refused
from quantera.evm import ZERO_ADDRESS, Reverted, expect_revert
from quantera.gas.bridge_stack import DELAY_FROM, HOUR, LANE, BridgeEnds, Status
from quantera.gas.token_stack import UNIT
from tests.unit.bridge.acts import (
    NO_TOKENS,
    UNITS,
    carried,
    forge,
    forge_over_layerzero,
    forge_twice,
    pair,
    send,
    send_over,
    state,
)
from tests.unit.bridge.conftest import HERE, THERE


def transfer(ends: BridgeEnds, **changes: Any) -> Message:
    """A message that here never sent, well-formed."""
    alice, bob = pair(ends)
    parts: dict[str, Any] = {
        "kind": Kind.TRANSFER,
        "source_chain_id": ends[HERE].chain_id,
        "destination_chain_id": ends[THERE].chain_id,
        "nonce": 99,
        "asset": ends[HERE].token.address,
        "sender": alice,
        "recipient": bob,
        "amount": UNITS,
        "decimals": 18,
        **changes,
    }
    return Message(**parts)


def word(address: str) -> bytes:
    return bytes.fromhex(address[2:]).rjust(32, b"\0")


def test_strangers_are_refused_at_every_entry(ends: BridgeEnds) -> None:
    """BRG-04, BRG-12: whatever they bring (CrossCurve 2026, Nomad 2022)."""
    there = ends[THERE]
    bridge, stranger = there.bridge, there.chain.actor("stranger")
    message = transfer(ends).encode()
    peer = ends[HERE].bridge.address
    with expect_revert("NotTheEndpoint", caller=stranger):
        bridge.ccipReceive((bytes(32), 1, word(peer), message, NO_TOKENS), sender=stranger)
    with expect_revert("NotTheEndpoint", caller=stranger):
        bridge.lzReceive((30101, word(peer), 1), bytes(32), message, stranger, b"", sender=stranger)
    with expect_revert("NotVouchedFor"):
        bridge.executeVAAv1(bytes(100) + message, sender=stranger)
    with expect_revert("NotVouchedFor"):
        bridge.executeVAAv1(b"", sender=stranger)
    with expect_revert("NotVouchedFor"):
        bridge.execute(bytes(32), "Ethereum", peer, message, sender=stranger)
    with expect_revert("NotTheEndpoint", caller=stranger):
        there.chain.transact(bridge, b"", sender=stranger, value=1)
    with expect_revert("NotTheBridge", caller=stranger):
        bridge.creditArrival(message, stranger, 15, 1, sender=stranger)
    with expect_revert("NotTheBridge", caller=stranger):
        bridge.executeOther(message, stranger, 15, 1, sender=stranger)
    with expect_revert("NotTheBridge", caller=stranger):
        bridge.dispatch(0, 1, message, 1, 1, stranger, sender=stranger)


@pytest.mark.parametrize("wrong", ["sender", "number", "length"])
def test_only_the_peer_is_heard(ends: BridgeEnds, wrong: str) -> None:
    """BRG-04: neither another application nor another chain, nor more than an address."""
    there = ends[THERE]
    router = there.bridge.endpointOf(Protocol.CHAINLINK_CCIP).endpoint
    number = there.bridge.peerOf(1, Protocol.CHAINLINK_CCIP).number
    there.chain.set_balance(router, 10**18)
    message, peer = transfer(ends).encode(), word(ends[HERE].bridge.address)
    if wrong == "sender":
        peer = word(there.token.address)
    elif wrong == "number":
        number += 1
    else:
        peer = b"\1" + peer
    with expect_revert("PeerUnknown", protocol=Protocol.CHAINLINK_CCIP, chainId=1):
        there.bridge.ccipReceive((bytes(32), number, peer, message, NO_TOKENS), sender=router)


def test_axelar_names_the_peer_in_any_case_and_nobody_else(ends: BridgeEnds) -> None:
    """BRG-04: the sender is text, which must be the peer's address and nothing more."""
    there, axelar = ends[THERE], ends.network.protocols[Protocol.AXELAR]
    message = transfer(ends)
    peer, stranger = ends[HERE].bridge.address, there.token.address

    def bring(name: str, chain: str = "Ethereum") -> None:
        receiver, payload = there.bridge.address, message.encode()
        packet = axelar.forge(HERE, THERE, name, receiver, payload)
        axelar.verify(packet)
        id_, carrier = bytes.fromhex(packet.id[2:]), there.chain.actor("carrier")
        there.bridge.execute(id_, chain, name, payload, sender=carrier)

    for name in (stranger, stranger.lower(), peer[2:], peer + "0", peer[:-1] + "g", "0" * 42, ""):
        with there.chain.rollback(), expect_revert("PeerUnknown", protocol=Protocol.AXELAR):
            bring(name)
    for name in (peer, peer.lower(), "0x" + peer[2:].upper()):
        with there.chain.rollback():
            bring(name)
            assert state(ends, message) == (Status.CREDITED, 0)


@pytest.mark.parametrize("protocol", list(Protocol))
def test_without_a_peer_nothing_is_accepted(ends: BridgeEnds, protocol: Protocol) -> None:
    """BRG-04: zero authorises nothing (Nomad 2022)."""
    alice, bob = pair(ends)
    message, receipt = send(ends, alice, bob, protocol=protocol)
    there = ends[THERE]
    there.bridge.setPeer(1, protocol, (ZERO_ADDRESS, 0, 0, ""), sender=there.governor)
    with suppress(Reverted, Refused):
        carried(ends, receipt)
    assert state(ends, message) == (Status.NONE, 0)
    there.token.mint(bob, UNITS, sender=there.stack.agent)
    with expect_revert("ProtocolOff", protocol=protocol):
        ends.send(THERE, ends.request(THERE, HERE, alice, UNITS, protocol), bob)


@pytest.mark.parametrize("protocol", [Protocol.WORMHOLE, Protocol.AXELAR])
def test_a_protocol_that_is_off_takes_nothing(ends: BridgeEnds, protocol: Protocol) -> None:
    there = ends[THERE]
    stranger = there.chain.actor("stranger")
    there.bridge.setEndpoint(protocol, (ZERO_ADDRESS, ZERO_ADDRESS, 0), sender=there.governor)
    with expect_revert("ProtocolOff", protocol=protocol):
        if protocol is Protocol.WORMHOLE:
            there.bridge.executeVAAv1(bytes(200), sender=stranger)
        else:
            there.bridge.execute(bytes(32), "Ethereum", stranger, b"", sender=stranger)


def test_messages_for_others_are_refused(ends: BridgeEnds) -> None:
    with expect_revert("NotForThisChain", chainId=10):
        forge(ends, transfer(ends, destination_chain_id=10))
    with expect_revert("PeerUnknown"):
        there = ends[THERE]
        router = there.bridge.endpointOf(0).endpoint
        there.chain.set_balance(router, 10**18)
        message = transfer(ends, source_chain_id=10).encode()
        incoming = (bytes(32), 1, word(ends[HERE].bridge.address), message, NO_TOKENS)
        there.bridge.ccipReceive(incoming, sender=router)


def test_malformed_bytes_are_refused(ends: BridgeEnds) -> None:
    there = ends[THERE]
    router = there.bridge.endpointOf(0).endpoint
    there.chain.set_balance(router, 10**18)
    good = transfer(ends).encode()
    kinds = [bytes([1, kind]) + good[2:] for kind in (0, 5)]
    long = good[:155] + bytes([65]) + bytes(65 * 32)
    for bad in (b"", good[:-1], good + b"\0", b"\2" + good[1:], *kinds, long):
        with expect_revert("MessageMalformed"):
            there.bridge.ccipReceive(
                (bytes(32), 1, word(ends[HERE].bridge.address), bad, NO_TOKENS), sender=router
            )


def test_one_stolen_key_is_worth_the_small_limit(ends: BridgeEnds) -> None:
    """BRG-05, BRG-06: per message below the threshold, per period what the protocol's bucket has
    (Kelp 2026, Ronin 2022)."""
    there = ends[THERE]
    bob = there.chain.actor("bob")
    large = transfer(ends, amount=10_000 * 10**18)
    forge(ends, large)
    assert state(ends, large) == (Status.AWAITING, 0)
    there.bridge.lowerLimit(2, there.token, 0, 2 * UNITS, 1_440, sender=there.governor)
    taken = [transfer(ends, nonce=nonce) for nonce in range(3)]
    for message in taken:
        forge(ends, message)
    assert [state(ends, message) for message in taken] == [
        (Status.CREDITED, 0),
        (Status.CREDITED, 0),
        (Status.PARKED, 206),
    ]
    assert there.token.balanceOf(bob) == 2 * UNITS
    capacity, minutes, left = there.bridge.limitOf(2, there.token, 0)
    assert (capacity, minutes) == (2 * UNITS, 1_440)
    assert left < UNITS // 1_000


def test_votes_of_a_paused_protocol_do_not_count(ends: BridgeEnds) -> None:
    """BRG-05, BRG-07: what it brought before the pause no more than what it brings during it."""
    there = ends[THERE]
    large = transfer(ends, amount=10_000 * 10**18)
    forge(ends, large)
    there.bridge.pauseGroups(1 << 2, sender=there.governor)
    small = transfer(ends)
    forge(ends, small)
    assert state(ends, small) == (Status.PARKED, 202)
    with expect_revert("AttestationsMissing", active=0, required=1):
        there.bridge.claim(small.encode(), sender=there.governor)
    with expect_revert("AttestationsMissing", active=0, required=2):
        there.bridge.claim(large.encode(), sender=there.governor)


def test_unknown_assets_are_parked(ends: BridgeEnds) -> None:
    """Of an asset that is not known two protocols must have told: its threshold is not known."""
    there = ends[THERE]
    message = transfer(ends, asset=there.chain.actor("no token"))
    forge(ends, message)
    assert state(ends, message) == (Status.AWAITING, 0)
    alice, bob = pair(ends)
    sent, receipt = send(ends, alice, bob)
    there.bridge.setRemoteAsset(1, there.token, ZERO_ADDRESS, sender=there.governor)
    carried(ends, receipt)
    assert state(ends, sent) == (Status.AWAITING, 0)
    again = ends[HERE].bridge.resend(sent.encode(), Protocol.AXELAR, sender=bob, value=10**17)
    carried(ends, again)
    assert state(ends, sent) == (Status.PARKED, 204)
    with expect_revert("AssetUnknown"):
        there.bridge.returnHome(sent.encode(), 2, sender=bob, value=10**17)


def test_little_gas_parks_and_very_little_reverts(ends: BridgeEnds) -> None:
    message = transfer(ends)
    there = ends[THERE]
    router = there.bridge.endpointOf(0).endpoint
    there.chain.set_balance(router, 10**18)
    number = there.bridge.peerOf(1, Protocol.CHAINLINK_CCIP).number
    incoming = (bytes(32), number, word(ends[HERE].bridge.address), message.encode(), NO_TOKENS)
    with expect_revert("GasTooLow"):
        there.bridge.ccipReceive(incoming, sender=router, gas=95_000)
    there.bridge.ccipReceive(incoming, sender=router, gas=400_000)
    assert state(ends, message) == (Status.PARKED, 209)
    there.bridge.claim(message.encode(), sender=there.governor)
    assert state(ends, message) == (Status.CREDITED, 0)


@pytest.mark.parametrize("protocol", [Protocol.WORMHOLE, Protocol.AXELAR])
def test_little_gas_from_whoever_may_call_again_reverts(
    ends: BridgeEnds, protocol: Protocol
) -> None:
    """A mean caller cannot park what others can still bring with enough gas."""
    alice, bob = pair(ends)
    message, receipt = send(ends, alice, bob, protocol=protocol)
    there, mean = ends[THERE], ends[THERE].chain.actor("mean")
    carrier = ends.network.protocols[protocol]
    packet = ends.network.sent(HERE, receipt)[protocol]
    carrier.verify(packet)

    def bring(**more: Any) -> None:
        content = packet.content
        if protocol is Protocol.WORMHOLE:
            approval = bytes.fromhex(content["approval"])
            there.bridge.executeVAAv1(approval, sender=mean, **more)
        else:
            id_, payload = bytes.fromhex(packet.id[2:]), bytes.fromhex(content["payload"])
            there.bridge.execute(id_, "Ethereum", content["sender"], payload, sender=mean, **more)

    for gas in (150_000, 400_000, 600_000):
        with expect_revert("GasTooLow"):
            bring(gas=gas)
        assert state(ends, message) == (Status.NONE, 0)
    bring()
    assert state(ends, message) == (Status.CREDITED, 0)


def test_a_release_with_little_gas_reverts(ends: BridgeEnds) -> None:
    alice, bob = pair(ends)
    units = DELAY_FROM * UNIT
    message, receipt = send_over(ends, alice, bob, units, [Protocol.WORMHOLE, Protocol.AXELAR])
    carried(ends, receipt)
    there = ends[THERE]
    assert state(ends, message)[0] == Status.DELAYED
    there.chain.advance(HOUR)
    with expect_revert("GasTooLow"):
        there.bridge.release(message.encode(), sender=there.governor, gas=300_000)
    there.bridge.release(message.encode(), sender=there.governor)
    assert state(ends, message) == (Status.CREDITED, 0)


def test_votes_of_a_protocol_that_is_gone_do_not_count(ends: BridgeEnds) -> None:
    """BRG-05: neither without its peer nor without its contract here."""
    there = ends[THERE]
    message = transfer(ends, amount=10_000 * 10**18)
    forge(ends, message)
    peer = there.bridge.peerOf(1, Protocol.CHAINLINK_CCIP)
    own = there.bridge.endpointOf(Protocol.CHAINLINK_CCIP)
    there.bridge.setPeer(1, 0, (ZERO_ADDRESS, 0, 0, ""), sender=there.governor)
    forge_over_layerzero(ends, message)
    assert state(ends, message) == (Status.PARKED, 202)
    with expect_revert("AttestationsMissing", active=1, required=2):
        there.bridge.claim(message.encode(), sender=there.governor)
    there.bridge.setPeer(1, 0, peer, sender=there.governor)
    there.bridge.setEndpoint(0, (ZERO_ADDRESS, ZERO_ADDRESS, 0), sender=there.governor)
    with expect_revert("AttestationsMissing", active=1, required=2):
        there.bridge.claim(message.encode(), sender=there.governor)
    there.bridge.setEndpoint(0, own, sender=there.governor)
    there.bridge.claim(message.encode(), sender=there.governor)
    assert state(ends, message) == (Status.CREDITED, 0)


def test_ends_that_disagree_about_decimals_credit_nothing(ends: BridgeEnds) -> None:
    message = transfer(ends, decimals=6)
    forge(ends, message)
    assert state(ends, message) == (Status.PARKED, 213)
    with expect_revert("CreditRefused", reason=213):
        ends[THERE].bridge.claim(message.encode(), sender=ends[THERE].governor)


def test_every_change_of_a_lane_reaches_its_messages(ends: BridgeEnds) -> None:
    """BRG-05, BRG-07: peers have a copy of what messages need, also those set before the lane."""
    there = ends[THERE]
    large = transfer(ends, amount=10_000 * 10**18)
    there.bridge.pauseLane(1, sender=there.governor)
    small = transfer(ends)
    forge(ends, small)
    assert state(ends, small) == (Status.PARKED, 201)
    there.bridge.unpauseLane(1, sender=there.governor)
    there.bridge.claim(small.encode(), sender=there.governor)
    there.bridge.setLane(1, {**LANE, "required": 3}, sender=there.governor)
    forge_twice(ends, large)
    assert state(ends, large) == (Status.AWAITING, 0)
    with expect_revert("AttestationsMissing", active=2, required=3):
        there.bridge.claim(large.encode(), sender=there.governor)
    there.bridge.setLane(1, {**LANE, "open": False}, sender=there.governor)
    closed = transfer(ends, nonce=7)
    forge(ends, closed)
    assert state(ends, closed) == (Status.PARKED, 201)
    with expect_revert("LaneClosed", chainId=1):
        ends.send(THERE, ends.request(THERE, HERE, there.governor, UNITS), there.governor)


def test_layerzero_may_open_paths_of_peers_alone(ends: BridgeEnds) -> None:
    there = ends[THERE]
    number = there.bridge.peerOf(1, Protocol.LAYERZERO).number
    peer = word(ends[HERE].bridge.address)
    assert there.bridge.allowInitializePath((number, peer, 1))
    assert not there.bridge.allowInitializePath((number + 1, peer, 1))
    assert not there.bridge.allowInitializePath((number, word(there.token.address), 1))
    assert not there.bridge.allowInitializePath((number, bytes(32), 1))
    assert not there.bridge.allowInitializePath((0, bytes(32), 1))
    assert there.bridge.nextNonce(number, peer) == 0
    there.bridge.setPeer(1, Protocol.LAYERZERO, (ZERO_ADDRESS, 0, 0, ""), sender=there.governor)
    assert not there.bridge.allowInitializePath((number, peer, 1))
    assert not there.bridge.allowInitializePath((number, bytes(32), 1))


def test_ccip_finds_a_receiver(ends: BridgeEnds) -> None:
    bridge = ends[THERE].bridge
    assert bridge.getRouter() == bridge.endpointOf(Protocol.CHAINLINK_CCIP).endpoint
    assert bridge.supportsInterface(bytes.fromhex("01ffc9a7"))
    assert bridge.supportsInterface(bytes.fromhex("85572ffb"))
    assert not bridge.supportsInterface(bytes.fromhex("ffffffff"))
