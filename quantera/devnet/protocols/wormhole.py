"""Wormhole: the core contract and its guardians.

The core neither knows destinations nor stops replays. Where a message goes is told by `Route`s:
two bytes at a fixed place of what an application publishes are Wormhole's number of the chain. A
relayer asks the application whether it has taken a message: by Wormhole's hash of it
(`IVaaReceiver.isConsumed`), or a bridge by its own (`IBridgeRecovery.hasArrived`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from eth_utils.crypto import keccak

from quantera.artifacts import Artifact
from quantera.devnet.protocols import packages
from quantera.devnet.protocols.keys import sign
from quantera.devnet.protocols.outbox import Packet, TopUp
from quantera.devnet.protocols.protocol import (
    DELIVERY_GAS,
    Outcome,
    Protocol,
    Refused,
    Route,
    SourceLog,
    chain_facts,
    word,
)
from quantera.evm import Actor, Contract
from quantera.evm.abi import ContractAbi

GOVERNANCE_CHAIN = 1
GOVERNANCE_EMITTER = bytes(31) + b"\x04"
MODULE = b"Core".rjust(32, b"\0")
UPGRADE_GUARDIANS = 2
SET_FEE = 3
FEE = 10**12
"""Price of a message, in wei; on the public chains it is 0 or little."""
OLD_SET_SECONDS = 86_400
"""How long the guardians before the present ones are still believed."""
FINALIZED = 1
NUMBER_IN_BRIDGES = 2
"""How bridges number this protocol (`IUniversalBridge.BridgeProtocol`)."""


@cache
def _receiver() -> ContractAbi:
    return ContractAbi(
        "VaaReceiver",
        [
            {
                "type": "function",
                "name": "executeVAAv1",
                "stateMutability": "payable",
                "inputs": [{"name": "multiSigVaa", "type": "bytes"}],
                "outputs": [],
            },
            {
                "type": "function",
                "name": "isConsumed",
                "stateMutability": "view",
                "inputs": [{"name": "vaaHash", "type": "bytes32"}],
                "outputs": [{"name": "consumed", "type": "bool"}],
            },
            {
                "type": "function",
                "name": "hasArrived",
                "stateMutability": "view",
                "inputs": [
                    {"name": "id", "type": "bytes32"},
                    {"name": "protocol", "type": "uint8"},
                ],
                "outputs": [{"name": "arrived", "type": "bool"}],
            },
        ],
    )


@dataclass(frozen=True)
class Body:
    """What guardians sign: a message and where and when it was published."""

    timestamp: int
    chain: int
    emitter: bytes
    sequence: int
    payload: bytes
    nonce: int = 0
    level: int = FINALIZED

    @property
    def encoded(self) -> bytes:
        """As it stands behind the signatures."""
        return b"".join(
            (
                self.timestamp.to_bytes(4),
                self.nonce.to_bytes(4),
                self.chain.to_bytes(2),
                self.emitter,
                self.sequence.to_bytes(8),
                self.level.to_bytes(1),
                self.payload,
            )
        )


def digest_of(body: bytes) -> bytes:
    """What guardians sign."""
    return keccak(keccak(body))


class Wormhole(Protocol):
    """The core contract on each chain, with four guardians of whom three must sign."""

    name = "wormhole"
    verifiers = 4
    threshold = 3
    watched: ClassVar = {"core": ("LogMessagePublished",)}

    @staticmethod
    def artifacts() -> Mapping[str, Artifact]:
        """See `Protocol.artifacts`."""
        return {
            "setup": packages.wormhole("Setup"),
            "core": packages.wormhole("Implementation"),
            "proxy": packages.wormhole("Wormhole"),
        }

    @staticmethod
    def number(chain: str) -> int:
        """Wormhole's own number of a chain."""
        return chain_facts(chain).wormhole.chain_id

    # -- installation ---------------------------------------------------------------------------

    def _deploy(self, chain: str) -> None:
        setup = self.place(chain, "setup")
        logic = self.place(chain, "core")
        begin = setup.setup.encode(
            logic,
            [str(key) for key in self.keys(chain)],
            self.number(chain),
            GOVERNANCE_CHAIN,
            GOVERNANCE_EMITTER,
            self.chains[chain].chain_id,
        )
        self.record(chain, "core", self.place(chain, "proxy", setup, begin))

    def _connect(self, chain: str) -> None:
        self.scale_fees(chain, 1)

    def serve(
        self, addresses: Mapping[str, str], destination_at: int = 0, *, bridges: bool = False
    ) -> None:
        """Deliver what an application publishes, on the chains it is on; see `Route`."""
        self.installation.routes.append(
            Route(addresses=dict(addresses), destination_at=destination_at, bridges=bridges)
        )

    def scale_fees(self, chain: str, factor: int) -> None:
        """Set the message fee, as the guardians would."""
        self._govern(chain, SET_FEE, (FEE * factor).to_bytes(32), "submitSetMessageFee")

    def rotate(self, chain: str) -> None:
        """Hand over to the next guardians; those before are believed for another day."""
        site = self.installation.sites[chain]
        guardians = self.keys(chain, site.generation + 1)
        addresses = b"".join(bytes.fromhex(key[2:]) for key in guardians)
        order = (site.generation + 1).to_bytes(4) + len(guardians).to_bytes(1) + addresses
        self._govern(chain, UPGRADE_GUARDIANS, order, "submitNewGuardianSet")
        site.generation += 1

    def _govern(self, chain: str, action: int, order: bytes, function: str) -> None:
        node = self.chains[chain]
        payload = MODULE + action.to_bytes(1) + self.number(chain).to_bytes(2) + order
        # Its number only has to make the order another one than all before.
        body = Body(
            node.timestamp, GOVERNANCE_CHAIN, GOVERNANCE_EMITTER, node.block_number, payload
        ).encoded
        approval = self._approve(chain, body, self.quorum(chain))
        self._send(chain, self.at(chain, "core").function(function), approval)

    # -- messages -------------------------------------------------------------------------------

    def read(self, chain: str, log: SourceLog) -> Packet | TopUp | None:
        """See `Protocol.read`."""
        sender = log.args["sender"]
        route = self._route(chain, sender)
        payload: bytes = log.args["payload"]
        if route is None:
            return None
        number = int.from_bytes(payload[route.destination_at : route.destination_at + 2])
        destination = self.chain_numbered(number)
        if destination is None or destination not in route.addresses:
            return None
        body = Body(
            self.chains[chain].time_of(log.block),
            self.number(chain),
            word(sender),
            log.args["sequence"],
            payload,
            log.args["nonce"],
            log.args["consistencyLevel"],
        ).encoded
        return Packet(
            id="0x" + digest_of(body).hex(),
            source=chain,
            destination=destination,
            block=log.block,
            transaction=log.transaction,
            log_index=log.log_index,
            content={
                "body": body.hex(),
                "receivers": route.addresses,
                "known_by": payload[route.destination_at + 2 :].hex() if route.bridges else "",
            },
        )

    def _route(self, chain: str, sender: str) -> Route | None:
        routes = self.installation.routes
        return next((route for route in routes if route.addresses.get(chain) == sender), None)

    def is_verified(self, packet: Packet) -> bool:
        """Whether the guardians have signed; nothing is told to the destination before delivery."""
        return "approval" in packet.content

    def verify(
        self, packet: Packet, target: str | None = None, keys: Sequence[Actor] | None = None
    ) -> None:
        """Have the guardians sign."""
        there = target or packet.destination
        signers = self.quorum(there) if keys is None else keys
        body = bytes.fromhex(packet.content["body"])
        packet.content["approval"] = self._approve(there, body, signers).hex()

    def _approve(self, chain: str, body: bytes, signers: Sequence[Actor]) -> bytes:
        current = self.installation.sites[chain].generation
        generation, guardians = next(
            (
                (at, self.keys(chain, at))
                for at in range(current, -1, -1)
                if set(signers) <= set(self.keys(chain, at))
            ),
            (current, self.keys(chain)),
        )
        signed = b""
        for index, guardian in enumerate(guardians):
            if guardian in signers:
                signature = sign(guardian, digest_of(body))
                signed += index.to_bytes(1) + signature.r.to_bytes(32) + signature.s.to_bytes(32)
                signed += signature.parity.to_bytes(1)
        return b"\x01" + generation.to_bytes(4) + len(signers).to_bytes(1) + signed + body

    def is_delivered(self, packet: Packet) -> bool:
        """See `Protocol.is_delivered`."""
        receiver = self._receiver_on(packet, packet.destination)
        message = bytes.fromhex(packet.content.get("known_by", ""))
        if message:
            return bool(receiver.hasArrived(keccak(message), NUMBER_IN_BRIDGES))
        return bool(receiver.isConsumed(bytes.fromhex(packet.id[2:])))

    def _receiver_on(self, packet: Packet, chain: str) -> Contract:
        return self.chains[chain].at(packet.content["receivers"][chain], _receiver())

    def deliver(self, packet: Packet, target: str | None = None, gas: int | None = None) -> Outcome:
        """Call the receiver, which has the core check the signatures."""
        there = target or packet.destination
        receiver = self._receiver_on(packet, there)
        if not self.is_verified(packet):
            self.verify(packet, target)
        approval = bytes.fromhex(packet.content["approval"])
        try:
            self._send(there, receiver.executeVAAv1, approval, gas=gas or DELIVERY_GAS)
        except Refused:
            # Guardians that were replaced are not believed for ever: these sign anew next time.
            packet.content.pop("approval")
            raise
        return Outcome(True)

    def forge(
        self, source: str, destination: str, sender: str, receiver: str, payload: bytes
    ) -> Packet:
        """See `Protocol.forge`; the payload goes behind the number of the destination."""
        published = self.number(destination).to_bytes(2) + payload
        body = Body(0, self.number(source), word(sender), 2**63, published).encoded
        return Packet(
            id="0x" + digest_of(body).hex(),
            source=source,
            destination=destination,
            content={"body": body.hex(), "receivers": {destination: receiver}},
        )
