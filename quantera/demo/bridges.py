"""Bridges between all chains, and messages followed from one end to the other."""

import time
from dataclasses import dataclass

from quantera.access import LocalRole, Specification, assignments
from quantera.bridge.messages import Message
from quantera.bridge.scoring import Protocol
from quantera.demo.errors import DemoError
from quantera.demo.issued import Issued
from quantera.demo.stage import Stage
from quantera.devnet import protocols
from quantera.evm import Receipt
from quantera.gas.bridge_network import NAMES, Network
from quantera.gas.bridge_stack import (
    CONTRACT,
    PLAIN_DECIMALS,
    BridgeEnd,
    BridgeEnds,
    Status,
    connect,
    deploy_bridge,
)

PATIENCE = 120
"""Seconds in which a message must have arrived."""
LOOK = 0.1


@dataclass(frozen=True)
class Bridges:
    """The bridges of all chains."""

    stage: Stage
    ends: BridgeEnds

    def send(
        self, lane: tuple[str, str], protocol: Protocol, sender: str, recipient: str, units: int
    ) -> tuple[Message, Receipt, int]:
        """Send the asset from one chain to another.

        Returns:
            what crosses, the receipt, and the protocol's fee in wei.
        """
        here, there = lane
        wallet, to = self.stage.funded(sender), self.stage.funded(recipient)
        request = self.ends.request(here, there, to, units, protocol)
        fee: int = self.ends[here].bridge.quoteSend(request, wallet)
        receipt = self.ends.send(here, request, wallet, fee)
        return self.ends.message(here, receipt), receipt, fee

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
        return Status(self.ends[there].bridge.arrivalOf(message.id).status)

    def reason(self, message: Message, there: str) -> int:
        """Why a message is parked there; 0 when it is not."""
        code: int = self.ends[there].bridge.arrivalOf(message.id).reason
        return code


def configured(stage: Stage, issued: Issued) -> Bridges:
    """Bridges on all chains, over all four protocols, for the asset and for an ordinary one."""
    nodes = stage.chains
    installed = {
        key: protocols.read(stage.settings.folder, name, nodes) for key, name in NAMES.items()
    }
    network = Network(nodes, installed)
    ends = {name: _end(stage, issued, name) for name in nodes}
    made = connect(network, ends)
    # Wormhole alone has to be told whose messages its relayer carries.
    protocols.write(stage.settings.folder, installed[Protocol.WORMHOLE])
    return Bridges(stage, made)


def _end(stage: Stage, issued: Issued, name: str) -> BridgeEnd:
    stage.page.say(f"bridge on {name}")
    stack = issued.stack(name)
    governor = stack.governor
    bridge = deploy_bridge(stack.manager)
    for item in assignments(Specification.load(), CONTRACT):
        stack.manager.setTargetFunctionRole(bridge, item.selectors, item.role, sender=governor)
    for local in LocalRole:
        bridge.grantLocalRole(local, governor, sender=governor)
    for target in (stack.token, stack.engine):
        target.grantLocalRole(LocalRole.BRIDGE, bridge, sender=governor)
    plain = stack.chain.deploy("PlainToken", "Coin", PLAIN_DECIMALS)
    return BridgeEnd(name, stack, bridge, plain)


