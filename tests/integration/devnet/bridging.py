"""Five running chains with all protocols, a probe of each on each chain, and relayers in hand."""

import itertools
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from eth_utils.crypto import keccak

from quantera import chains, devnet
from quantera.devnet import Settings, protocols
from quantera.devnet.attached import AttachedChain
from quantera.devnet.faults import Injector
from quantera.devnet.protocols import Outbox, Protocol, Relayer, Wormhole
from quantera.devnet.protocols.relayer import Depths, at_once
from quantera.devnet.watched import WatchedChain, WatchedMemoryChain
from quantera.evm import Actor, Contract, Receipt

LANES = list(itertools.permutations(chains.PRODUCTION, 2))
NAMES = tuple(protocols.PROTOCOLS)
GAS = 200_000
PROBES = {
    "axelar": ("AxelarProbe", ("gateway", "gas_service")),
    "wormhole": ("WormholeProbe", ("core",)),
    "layerzero": ("LayerZeroProbe", ("endpoint",)),
    "ccip": ("CcipProbe", ("router",)),
}


def place_probes(protocol: Protocol) -> dict[str, Contract]:
    """A probe on each chain, every two of them peers."""
    contract, needed = PROBES[protocol.name]
    probes = {}
    for name, chain in protocol.chains.items():
        arguments: list[object] = [protocol.at(name, part) for part in needed]
        if protocol.name == "layerzero":
            arguments.append(protocol.admin(name))
        probes[name] = chain.deploy(contract, *arguments)
    for here, there in itertools.permutations(protocol.chains, 2):
        remote = chains.get(there)
        probes[here].connect(
            *(remote.chain_id, protocol.number(there), remote.axelar.chain_name, probes[there]),
            sender=protocol.admin(here),
        )
    if isinstance(protocol, Wormhole):
        protocol.serve({name: probe.address for name, probe in probes.items()})
    return probes


@dataclass
class Ground:
    """What all tests of a worker share."""

    chains: Mapping[str, WatchedChain]
    protocols: dict[str, Protocol]
    probes: dict[str, dict[str, Contract]]


@dataclass
class Stage:
    """One test's view of it; relayers start with empty outboxes, and share what is in a folder."""

    ground: Ground
    folder: Path
    protocols: dict[str, Protocol]
    _open: list[Outbox] = field(default_factory=list)

    def chain(self, name: str) -> WatchedChain:
        return self.ground.chains[name]

    def node(self, name: str) -> AttachedChain:
        """A chain that is a real node."""
        chain = self.chain(name)
        assert isinstance(chain, AttachedChain)
        return chain

    def user(self, chain: str) -> Actor:
        return self.chain(chain).actor("user")

    def probe(self, protocol: str, chain: str) -> Contract:
        return self.ground.probes[protocol][chain]

    def relayer(
        self, protocol: str, injector: Injector | None = None, depth: Depths = at_once
    ) -> Relayer:
        """A relayer's process as it would start now; what the last one kept on disk is there."""
        outbox = Outbox(self.folder / f"{protocol}.db")
        self._open.append(outbox)
        return Relayer(self.protocols[protocol], outbox, injector, depth)

    def send(
        self,
        protocol: str,
        lane: tuple[str, str],
        payload: bytes,
        gas: int = GAS,
        fee: int | None = None,
    ) -> Receipt:
        source, destination = lane
        probe, to = self.probe(protocol, source), chains.get(destination).chain_id
        value = probe.quote(to, payload, gas) if fee is None else fee
        receipt: Receipt = probe.send(to, payload, gas, sender=self.user(source), value=value)
        return receipt

    def taken(self, protocol: str, lane: tuple[str, str], payload: bytes) -> int:
        """How often the destination's probe has taken a payload from the source."""
        source, destination = lane
        probe, origin = self.probe(protocol, destination), chains.get(source).chain_id
        times: int = probe.timesTaken(origin, keccak(payload))
        return times

    def close(self) -> None:
        for outbox in self._open:
            outbox.close()


@contextmanager
def grounded(settings: Settings) -> Iterator[Ground]:
    """Chains, protocols and probes, without relayer processes."""
    with devnet.launch(settings) as running, ExitStack() as held:
        nodes = {name: AttachedChain(local) for name, local in running.chains.items()}
        for node in nodes.values():
            held.callback(node.close)
        installed = protocols.install(nodes)
        yield Ground(nodes, installed, {n: place_probes(p) for n, p in installed.items()})


def grounded_in_memory() -> Ground:
    """The same on chains in this process."""
    nodes = {chain.name: WatchedMemoryChain(chain.chain_id) for chain in chains.production()}
    installed = protocols.install(nodes)
    return Ground(nodes, installed, {n: place_probes(p) for n, p in installed.items()})


@contextmanager
def staged(ground: Ground, folder: Path) -> Iterator[Stage]:
    """A stage that leaves no trace on the chains."""
    snapshots = {name: chain.snapshot() for name, chain in ground.chains.items()}
    stage = Stage(
        ground,
        folder,
        {
            name: type(protocol)(ground.chains, protocol.installation.model_copy(deep=True))
            for name, protocol in ground.protocols.items()
        },
    )
    try:
        yield stage
    finally:
        stage.close()
        for name, chain in ground.chains.items():
            chain.revert(snapshots[name])
