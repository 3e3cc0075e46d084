"""The four protocols' real contracts under a bridge's ends, and messages carried between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from quantera.bridge.scoring import Protocol
from quantera.devnet import protocols as devnet
from quantera.devnet.protocols import Outcome, Packet
from quantera.devnet.protocols.layerzero import DVNS
from quantera.devnet.protocols.protocol import SourceLog
from quantera.devnet.watched import WatchedChain
from quantera.evm import Chain, Receipt

NAMES: Mapping[Protocol, str] = {
    Protocol.CHAINLINK_CCIP: "ccip",
    Protocol.LAYERZERO: "layerzero",
    Protocol.WORMHOLE: "wormhole",
    Protocol.AXELAR: "axelar",
}
"""How the local network calls the protocols."""


class OneGuardian(devnet.Wormhole):
    """Wormhole with a single guardian, as its messages are measured."""

    verifiers = 1
    threshold = 1


class OneDvn(devnet.LayerZero):
    """LayerZero whose paths come to need one verifier network, as its messages are measured."""

    def reduce(self) -> None:
        """Have LayerZero's owner make one verifier the default; the bridge takes no peer on one."""
        for chain in self.chains:
            eids = [self.number(remote) for remote in self.remotes(chain)]
            config = self.verifier_settings(chain, DVNS[:1], optional=0)
            for name in ("send_library", "receive_library"):
                library, admin = self.at(chain, name), self.admin(chain)
                library.setDefaultUlnConfigs([(eid, config) for eid in eids], sender=admin)


SMALLEST: Mapping[str, type[devnet.Protocol]] = {
    **devnet.PROTOCOLS,
    "wormhole": OneGuardian,
    "layerzero": OneDvn,
}
"""The protocols with as few signatures as there can be."""


@dataclass(frozen=True)
class Network:
    """Chains by the names of those that they stand for, and the protocols on them."""

    chains: Mapping[str, Chain]
    protocols: Mapping[Protocol, devnet.Protocol]

    def sent(self, source: str, receipt: Receipt) -> dict[Protocol, Packet]:
        """What a transaction sent, by protocol.

        Raises:
            ValueError: more than one message of a protocol.
        """
        found: dict[Protocol, Packet] = {}
        for name, protocol in self.protocols.items():
            for packet in _packets(protocol, source, receipt):
                if name in found:
                    raise ValueError(f"more than one message over {name.name}")
                found[name] = packet
        return found

    def deliver(self, protocol: Protocol, packet: Packet, gas: int | None = None) -> Outcome:
        """Prove a message where that has not been done, and deliver it.

        Raises:
            Refused: the protocol does not accept it.
        """
        carrier = self.protocols[protocol]
        if not carrier.is_verified(packet):
            carrier.verify(packet)
        return carrier.deliver(packet, gas=gas)

    def carry(self, source: str, receipt: Receipt) -> dict[Protocol, Outcome]:
        """Deliver all that a transaction sent, in the protocols' order."""
        packets = self.sent(source, receipt)
        return {name: self.deliver(name, packet) for name, packet in packets.items()}


def _packets(protocol: devnet.Protocol, source: str, receipt: Receipt) -> list[Packet]:
    watched = {
        protocol.at(source, contract).address: events
        for contract, events in protocol.watched.items()
    }
    registry = protocol.chains[source].registry
    found = []
    for index, log in enumerate(receipt.logs):
        event = registry.decode_log(log.topics, log.data) if log.address in watched else None
        if event is None or event[0] not in watched[log.address]:
            continue
        place = receipt.block_number, receipt.transaction_hash or "", index, log.address
        packet = protocol.read(source, SourceLog(*place, *event))
        if isinstance(packet, Packet):
            found.append(packet)
    return found


def install(
    chains: Mapping[str, Chain],
    kinds: Mapping[str, type[devnet.Protocol]] = devnet.PROTOCOLS,
) -> Network:
    """Install the protocols on chains of which those that send over Wormhole remember blocks."""
    # What protocols do on chains beside reading them is what every chain can do.
    watched = cast(Mapping[str, WatchedChain], chains)
    return Network(chains, {key: kinds[name].install(watched) for key, name in NAMES.items()})
