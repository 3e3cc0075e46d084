"""What a thief of verifiers' keys can do: bring whatever he likes over one protocol."""

from typing import Any

from quantera.bridge.messages import Kind, Message
from quantera.bridge.scoring import Protocol
from quantera.devnet.protocols import Outcome
from quantera.gas.token_stack import UNIT
from tests.integration.bridge.stage import Stage

HERE, THERE = "ethereum", "polygon"
GAS = 1_500_000


def invented(
    stage: Stage, units: int = UNIT, nonce: int = 10**6, recipient: str = "ben", **changes: Any
) -> Message:
    """A transfer of the token that nobody sent."""
    here, there = stage.end(HERE), stage.end(THERE)
    parts: dict[str, Any] = {
        "kind": Kind.TRANSFER,
        "source_chain_id": here.chain_id,
        "destination_chain_id": there.chain_id,
        "nonce": nonce,
        "asset": here.token.address,
        "sender": str(stage.who(recipient)),
        "recipient": str(stage.who(recipient)),
        "amount": units,
        "decimals": 18,
        "identity": str(stage.who(f"identity of {recipient}")),
    }
    return Message(**(parts | changes))


def bring(stage: Stage, protocol: Protocol, payload: bytes, sender: str | None = None) -> Outcome:
    """Have a protocol vouch for bytes as if the other chain's bridge had sent them."""
    carrier = stage.ends.network.protocols[protocol]
    origin = sender or stage.bridge(HERE).address
    packet = carrier.forge(HERE, THERE, origin, stage.bridge(THERE).address, payload)
    if "gas" in packet.content:
        packet.content["gas"] = GAS
    carrier.verify(packet)
    return carrier.deliver(packet)
