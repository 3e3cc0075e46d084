"""Four bridge protocols with their real contracts on local chains, and the relayers between them.

    from quantera.devnet import protocols

    installed = protocols.install(chains)             # {"axelar": Axelar, "wormhole": …}
    relayer = Relayer(installed["axelar"], Outbox(path))
    relayer.settle()                                  # reads, proves, delivers until nothing waits

The contracts are those of the protocols' npm packages, for tests alone: see `docs/licences.md`.
"""

from collections.abc import Mapping
from pathlib import Path

from quantera.devnet.protocols.axelar import Axelar
from quantera.devnet.protocols.ccip import Ccip
from quantera.devnet.protocols.layerzero import LayerZero
from quantera.devnet.protocols.outbox import Outbox, Packet
from quantera.devnet.protocols.protocol import Installation, Outcome, Protocol, Refused
from quantera.devnet.protocols.relayer import Relayer
from quantera.devnet.protocols.wormhole import Wormhole
from quantera.devnet.watched import WatchedChain

PROTOCOLS: Mapping[str, type[Protocol]] = {
    kind.name: kind for kind in (Axelar, Wormhole, LayerZero, Ccip)
}

__all__ = [
    "PROTOCOLS",
    "Axelar",
    "Ccip",
    "LayerZero",
    "Outbox",
    "Outcome",
    "Packet",
    "Protocol",
    "Refused",
    "Relayer",
    "Wormhole",
    "install",
    "read",
    "write",
]


def install(chains: Mapping[str, WatchedChain]) -> dict[str, Protocol]:
    """Deploy all protocols on the chains and open all lanes."""
    return {name: kind.install(chains) for name, kind in PROTOCOLS.items()}


def write(folder: Path, protocol: Protocol) -> None:
    """Keep where a protocol's contracts are, for other processes."""
    path = _path(folder, protocol.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Whoever reads at the same time finds the old or the new text, and nothing in between.
    draft = path.with_suffix(".draft")
    draft.write_text(protocol.installation.model_dump_json(indent=2) + "\n")
    draft.replace(path)


def read(folder: Path, name: str, chains: Mapping[str, WatchedChain]) -> Protocol:
    """A protocol that `write` has kept.

    Raises:
        FileNotFoundError: it was not installed.
    """
    text = _path(folder, name).read_text()
    return PROTOCOLS[name](chains, Installation.model_validate_json(text))


def _path(folder: Path, name: str) -> Path:
    return folder / "protocols" / f"{name}.json"
