"""The released bridges, and messages followed to their end."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from quantera import chains
from quantera.bridge import command
from quantera.bridge.messages import Message
from quantera.bridge.nodes import Nodes
from quantera.bridge.scoring import Protocol
from quantera.bridge.settings import load
from quantera.bridge.tracking import Tracker
from quantera.demo.errors import DemoError
from quantera.demo.issued import DECIMALS, Issued
from quantera.demo.people import GERMAN_INSURER
from quantera.demo.stage import Stage
from quantera.devnet import prices, protocols
from quantera.evm import Contract, Receipt
from quantera.gas.bridge_network import NAMES
from quantera.gas.bridge_stack import Status
from quantera.gas.token_stack import merged

BRIDGE = "UniversalBridge"
CONFIGURATION = "bridge.yaml"
PATIENCE = 120
"""Seconds in which a message must have arrived."""
LOOK = 0.1


@dataclass(frozen=True)
class Bridges:
    """The bridges of all chains.

    Attributes:
        configuration: the file that `ape run bridge` reads.
    """

    stage: Stage
    issued: Issued
    configuration: Path

    @contextmanager
    def followed(self) -> Iterator[tuple[Tracker, Nodes]]:
        """What the bridges have told of messages until now, and connections to all of them."""
        with command.followed(load(self.configuration), list(merged(BRIDGE))) as found:
            yield found

    def at(self, chain: str) -> Contract:
        """The bridge on a chain."""
        return self.issued.released.at(chain, BRIDGE)

    def send(
        self, lane: tuple[str, str], protocol: Protocol, people: tuple[str, str], units: int
    ) -> tuple[Message, Receipt, int]:
        """Send the asset from one chain to another.

        Args:
            lane: from where, to where.
            protocol: over which.
            people: who sends, and who is credited.
            units: token units.

        Returns:
            what crosses, the receipt, and the protocol's fee in wei.
        """
        here, there = lane
        wallet, recipient = (self.stage.funded(name) for name in people)
        request = {
            "asset": self.issued.address,
            "destinationChainId": chains.get(there).chain_id,
            "recipient": recipient,
            "units": units,
            "protocol": protocol,
        }
        bridge = self.at(here)
        fee: int = bridge.quoteSend(request, wallet)
        receipt: Receipt = bridge.send(request, sender=wallet, value=fee)
        told = receipt.events.of(bridge).one("MessageSent")
        return Message.decode(told.args["message"]), receipt, fee

    def arrived(self, message: Message, there: str) -> Status:
        """Where a message stands at its destination, once it is there.

        Raises:
            DemoError: it has not arrived in time.
        """
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            status = self.status(message, there)
            if status is not Status.NONE:
                return status
            time.sleep(LOOK)
        raise DemoError(f"0x{message.id.hex()} did not arrive on {there} within {PATIENCE} s")

    def status(self, message: Message, there: str) -> Status:
        """Where a message stands at its destination now."""
        return Status(self.at(there).arrivalOf(message.id).status)

    def reason(self, message: Message, there: str) -> int:
        """Why a message is parked there; 0 when it is not."""
        code: int = self.at(there).arrivalOf(message.id).reason
        return code


def connected(stage: Stage, issued: Issued) -> Bridges:
    """The released bridges, whose messages the relayers carry from now on.

    Wormhole alone has to be told whose messages its relayer carries; the others know addressees.
    """
    bridges = Bridges(stage, issued, _configured(stage, issued))
    wormhole = protocols.read(stage.settings.folder, NAMES[Protocol.WORMHOLE], dict(stage.chains))
    if isinstance(wormhole, protocols.Wormhole):
        wormhole.serve({name: bridges.at(name).address for name in stage.chains}, bridges=True)
    protocols.write(stage.settings.folder, wormhole)
    return bridges


def _configured(stage: Stage, issued: Issued) -> Path:
    """Write the file of the bridge's commands."""
    bridge = issued.released.plan.addresses[BRIDGE]
    path = stage.folder / CONFIGURATION
    content = {
        "chains": {
            name: {"url": chain.url, "bridge": bridge, "coin_usd": prices.coin_usd(name)}
            for name, chain in stage.chains.items()
        },
        "assets": {
            issued.symbol: {
                name: {"address": issued.address, "decimals": DECIMALS} for name in stage.chains
            }
        },
        "tracking": str(stage.folder / "bridge.db"),
        "account": {"unlocked": str(stage.funded(GERMAN_INSURER))},
    }
    path.write_text(yaml.safe_dump(content, sort_keys=False))
    return path
