"""What the bridge's tests do over and over, and how they read what happened."""

from collections.abc import Sequence
from typing import Any

from quantera.bridge.messages import Message
from quantera.bridge.scoring import Protocol
from quantera.evm import Actor, Contract, Receipt
from quantera.gas.bridge_stack import ENOUGH, BridgeEnds
from quantera.gas.token_stack import UNIT
from tests.unit.bridge.conftest import HERE, THERE

UNITS = 100 * UNIT
PROTOCOLS = list(Protocol)
SENDING, CREDITING = 1 << 0, 1 << 1
NO_TOKENS: list[tuple[str, int]] = []


def group(protocol: Protocol) -> int:
    """Pause group of a protocol."""
    return 1 << (2 + protocol)


def pair(ends: BridgeEnds, units: int = UNITS, rich: int = 10**6 * UNIT) -> tuple[Actor, Actor]:
    """Alice here with units, known there as well; Bob is known on both sides."""
    alice = ends[HERE].holder("alice", max(units, rich))
    ends[HERE].holder("bob")
    ends[THERE].holder("alice")
    bob = ends[THERE].holder("bob")
    return alice, bob


def send(
    ends: BridgeEnds,
    sender: Actor,
    recipient: Actor | str,
    units: int = UNITS,
    protocol: Protocol = Protocol.WORMHOLE,
    **changes: Any,
) -> tuple[Message, Receipt]:
    """Send the token from here to there."""
    request = ends.request(HERE, THERE, recipient, units, protocol, **changes)
    receipt = ends.send(HERE, request, sender)
    return ends.message(HERE, receipt), receipt


def send_over(
    ends: BridgeEnds,
    sender: Actor,
    recipient: Actor | str,
    units: int,
    protocols: Sequence[Protocol],
) -> tuple[Message, Receipt]:
    """Send over several protocols."""
    request = ends.request(HERE, THERE, recipient, units)
    receipt: Receipt = ends[HERE].bridge.sendOver(request, protocols, sender=sender, value=ENOUGH)
    return ends.message(HERE, receipt), receipt


def carried(ends: BridgeEnds, receipt: Receipt, source: str = HERE) -> None:
    """Deliver all that a transaction sent."""
    ends.network.carry(source, receipt)


def record(ends: BridgeEnds, message: Message, place: str = THERE) -> Any:
    """How a message stands where it arrived."""
    return ends[place].bridge.arrivalOf(message.id)


def state(ends: BridgeEnds, message: Message, place: str = THERE) -> tuple[int, int]:
    """Status and reason."""
    found = record(ends, message, place)
    return found.status, found.reason


def supply(ends: BridgeEnds) -> int:
    """The token's supply over all chains."""
    return sum(ends[name].token.totalSupply() for name in (HERE, THERE))


def plain_request(ends: BridgeEnds, recipient: Actor | str, units: int, **more: Any) -> Any:
    """A `SendRequest` of the ordinary asset."""
    return ends.request(HERE, THERE, recipient, units, asset=ends[HERE].plain, **more)


def bridge_of(ends: BridgeEnds, place: str = HERE) -> Contract:
    """The bridge of a chain."""
    return ends[place].bridge


def attested(ends: BridgeEnds, receipt: Receipt, source: str = HERE) -> None:
    """Deliver what a transaction sent, and the same message over a second protocol."""
    carried(ends, receipt, source)
    end, message = ends[source], ends.message(source, receipt)
    sent = receipt.events.of(end.bridge).one("MessageSent").protocols
    second = next(protocol for protocol in reversed(Protocol) if not sent >> protocol & 1)
    again = end.bridge.resend(message.encode(), second, sender=end.governor, value=ENOUGH)
    carried(ends, again, source)


def forge(ends: BridgeEnds, message: Message, place: str = THERE) -> Receipt:
    """Bring bytes that their source never sent, as somebody with the router's keys can."""
    end = ends[place]
    number = end.bridge.peerOf(message.source_chain_id, Protocol.CHAINLINK_CCIP).number
    peer = end.bridge.peerOf(message.source_chain_id, Protocol.CHAINLINK_CCIP).bridge
    router = end.bridge.endpointOf(Protocol.CHAINLINK_CCIP).endpoint
    end.chain.set_balance(router, ENOUGH)
    sender = bytes.fromhex(peer[2:]).rjust(32, b"\0")
    incoming = (b"m" * 32, number, sender, message.encode(), NO_TOKENS)
    receipt: Receipt = end.bridge.ccipReceive(incoming, sender=router)
    return receipt


def forge_twice(ends: BridgeEnds, message: Message, place: str = THERE) -> None:
    """The same with the keys of LayerZero's endpoint as well."""
    forge(ends, message, place)
    forge_over_layerzero(ends, message, place)


def forge_over_layerzero(ends: BridgeEnds, message: Message, place: str = THERE) -> None:
    """The same with the keys of LayerZero's endpoint alone."""
    end = ends[place]
    peer = end.bridge.peerOf(message.source_chain_id, Protocol.LAYERZERO)
    endpoint = end.bridge.endpointOf(Protocol.LAYERZERO).endpoint
    end.chain.set_balance(endpoint, ENOUGH)
    origin = (peer.number, bytes.fromhex(peer.bridge[2:]).rjust(32, b"\0"), 1)
    end.bridge.lzReceive(origin, b"g" * 32, message.encode(), endpoint, b"", sender=endpoint)
