"""Bridges on the five chains over the protocols' contracts, with people, relayers and books."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from quantera import chains
from quantera.bridge.messages import Message
from quantera.bridge.scoring import Protocol
from quantera.devnet.faults import Injector
from quantera.devnet.protocols import Outbox, Relayer
from quantera.devnet.watched import WatchedChain, WatchedMemoryChain
from quantera.evm import Actor, Contract, Receipt
from quantera.gas.bridge_network import NAMES, Network, install
from quantera.gas.bridge_stack import BridgeEnd, BridgeEnds, Status, deploy_ends
from quantera.gas.token_stack import UNIT, four_rules

HOLDERS = ("ann", "ben", "cleo")
"""Investors that every chain knows, with units on each."""
NOBODY = "nobody"
"""A wallet that no chain knows."""
VALUE = 100 * 10**18
"""Paid with every message; what is above the fee, whatever the coin, can be withdrawn."""
ISSUED = 200_000 * UNIT
"""Units of the token that each holder has on each chain."""
COINS = 200_000 * 10**6
"""Units of the ordinary asset that each holder has on each chain, and every lane's escrow."""
LANES = tuple(
    (here, there) for here in chains.PRODUCTION for there in chains.PRODUCTION if here != there
)


@dataclass
class Stage:
    """One test's view of the bridges; what is kept on disk is in its folder.

    Attributes:
        allotted: the supply cap's allotments over all chains, with what is on its way.
    """

    ends: BridgeEnds
    folder: Path
    allotted: int = len(chains.PRODUCTION) * four_rules()["supplyCap"]
    _open: list[Outbox] = field(default_factory=list)

    # -- who and where --------------------------------------------------------------------------

    def end(self, chain: str) -> BridgeEnd:
        return self.ends[chain]

    def bridge(self, chain: str) -> Contract:
        return self.ends[chain].bridge

    def who(self, name: str) -> Actor:
        """The same wallet on every chain, with what it needs to pay."""
        wallets = [end.chain.actor(name) for end in self.ends.ends.values()]
        return wallets[0]

    def watched(self, chain: str) -> WatchedChain:
        found = self.ends[chain].chain
        assert isinstance(found, WatchedChain)
        return found

    # -- messages -------------------------------------------------------------------------------

    def send(
        self,
        lane: tuple[str, str],
        protocol: Protocol = Protocol.WORMHOLE,
        *,
        sender: str = "ann",
        recipient: str = "ann",
        units: int = UNIT,
        ordinary: bool = False,
    ) -> Message:
        """Send and give back what crosses."""
        here, there = lane
        changes = {"asset": self.end(here).plain} if ordinary else {}
        request = self.ends.request(here, there, self.who(recipient), units, protocol, **changes)
        return self.ends.message(here, self.ends.send(here, request, self.who(sender), VALUE))

    def send_over(
        self, lane: tuple[str, str], protocols: tuple[Protocol, ...], units: int, value: int
    ) -> Receipt:
        """Send the token over several protocols at once."""
        here, there = lane
        request = self.ends.request(here, there, self.who("ann"), units)
        receipt: Receipt = self.bridge(here).sendOver(
            request, list(protocols), sender=self.who("ann"), value=value
        )
        return receipt

    def relayer(self, protocol: Protocol, injector: Injector | None = None) -> Relayer:
        """A relayer's process as it would start now; what the last one kept on disk is there."""
        outbox = Outbox(self.folder / f"{NAMES[protocol]}.db")
        self._open.append(outbox)
        return Relayer(self.ends.network.protocols[protocol], outbox, injector)

    def settle(self, *protocols: Protocol) -> None:
        """Have the protocols carry whatever they can."""
        for protocol in protocols or tuple(Protocol):
            self.relayer(protocol).settle()

    def status(self, message: Message) -> Status:
        """Where a message stands at its destination."""
        there = self.bridge(chains.by_id(message.destination_chain_id).name)
        return Status(there.arrivalOf(message.id).status)

    def reason(self, message: Message) -> int:
        """Why it is parked."""
        there = self.bridge(chains.by_id(message.destination_chain_id).name)
        reason: int = there.arrivalOf(message.id).reason
        return reason

    def balance(self, chain: str, name: str, *, ordinary: bool = False) -> int:
        """Units of the token, or of the ordinary asset."""
        end = self.end(chain)
        found: int = (end.plain if ordinary else end.token).balanceOf(self.who(name))
        return found

    def close(self) -> None:
        for outbox in self._open:
            outbox.close()


def furnish(ends: BridgeEnds) -> None:
    """Rules, investors, and what they hold; every lane's escrow is funded."""
    for end in ends.ends.values():
        end.stack.configure(four_rules())
        for name in HOLDERS:
            end.holder(name, ISSUED)
            end.fund(name, COINS)
        bank = end.fund("bank", len(chains.PRODUCTION) * COINS)
        for other in ends.ends.values():
            if other is not end:
                end.bridge.fundEscrow(end.plain, other.chain_id, COINS, sender=bank)


def grounded(nodes: Mapping[str, WatchedChain]) -> BridgeEnds:
    """Protocols and bridges on chains, furnished."""
    ends = deploy_ends(install(nodes))
    furnish(ends)
    return ends


def grounded_in_memory() -> BridgeEnds:
    """The same on chains in this process."""
    return grounded(
        {chain.name: WatchedMemoryChain(chain.chain_id) for chain in chains.production()}
    )


@contextmanager
def staged(ground: BridgeEnds, folder: Path) -> Iterator[Stage]:
    """A stage that leaves no trace on the chains."""
    snapshots = {name: end.chain.snapshot() for name, end in ground.ends.items()}
    network = ground.network
    protocols = {
        key: type(protocol)(protocol.chains, protocol.installation.model_copy(deep=True))
        for key, protocol in network.protocols.items()
    }
    stage = Stage(replace(ground, network=Network(network.chains, protocols)), folder)
    try:
        yield stage
    finally:
        stage.close()
        for name, end in ground.ends.items():
            end.chain.revert(snapshots[name])
