"""What the four protocols have in common: contracts on every chain, verifiers, and messages."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from eth_utils.crypto import keccak
from pydantic import BaseModel

from quantera import chains as facts
from quantera.artifacts import Artifact
from quantera.devnet.protocols.keys import sorted_actors
from quantera.devnet.protocols.outbox import Packet, TopUp
from quantera.devnet.watched import WatchedChain
from quantera.evm import Actor, Contract, Reverted
from quantera.evm.chain import TRANSACTION_GAS_LIMIT

DELIVERY_GAS = 2_000_000
"""Gas a relayer gives to a call whose sender could not say how much it needs."""
EXECUTION_GAS = 5_000_000
"""Gas of a delivery through a contract that catches failures, so that nothing can be estimated."""


class Route(BaseModel):
    """One application that a protocol serves without being told where a message goes.

    Attributes:
        addresses: the application on each chain, by the chain's name.
        destination_at: where in what it publishes the two bytes of the destination are.
        bridges: whether it is a bridge, which knows messages by the hash of what is behind those
            bytes (`IBridgeRecovery.hasArrived`) and not by the protocol's own.
    """

    addresses: dict[str, str]
    destination_at: int = 0
    bridges: bool = False


class Site(BaseModel):
    """A protocol on one chain.

    Attributes:
        contracts: addresses by contract name.
        generation: which set of verifiers is in force, counted from 0.
        fee_factor: how many times as dear as at the start messages are, where it is kept here.
    """

    contracts: dict[str, str] = {}
    generation: int = 0
    fee_factor: int = 1


class Installation(BaseModel):
    """A protocol on all chains, as it is written to disk."""

    sites: dict[str, Site]
    routes: list[Route] = []


@dataclass(frozen=True)
class SourceLog:
    """An event on a source chain, with where it is."""

    block: int
    transaction: str
    log_index: int
    address: str
    name: str
    args: Mapping[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What came of a delivery.

    Attributes:
        delivered: whether the receiver took the message.
        reason: why not.
        waits: whether it will be possible without anybody's doing, once others are delivered.
    """

    delivered: bool
    reason: str = ""
    waits: bool = False


class Refused(Exception):  # noqa: N818 -- reads as what happened
    """A protocol's contract did not accept a proof or a delivery; the message says why."""


class Protocol(ABC):
    """One protocol's real contracts on the chains, and what its off-chain part signs and sends.

    Attributes:
        name: of the protocol.
        verifiers: how many of them there are on each chain.
        threshold: how many must vouch for a message.
        chains: the chains, by name.
        installation: where its contracts are.
    """

    name: ClassVar[str]
    verifiers: ClassVar[int]
    threshold: ClassVar[int]
    watched: ClassVar[Mapping[str, tuple[str, ...]]]
    """Events that a relayer reads, by the contract that emits them."""

    def __init__(self, chains: Mapping[str, WatchedChain], installation: Installation) -> None:
        self.chains = chains
        self.installation = installation
        self._handles: dict[tuple[str, str], Contract] = {}

    @classmethod
    def install(cls, chains: Mapping[str, WatchedChain]) -> Self:
        """Deploy the contracts on every chain and open all lanes."""
        protocol = cls(chains, Installation(sites={name: Site() for name in chains}))
        for name in chains:
            protocol._deploy(name)
        for name in chains:
            protocol._connect(name)
        return protocol

    # -- what a protocol is ---------------------------------------------------------------------

    @staticmethod
    @abstractmethod
    def artifacts() -> Mapping[str, Artifact]:
        """Its contracts, by the names that `Site` gives them."""

    @abstractmethod
    def _deploy(self, chain: str) -> None:
        """Deploy on one chain."""

    @abstractmethod
    def _connect(self, chain: str) -> None:
        """Open the lanes from and to the other chains."""

    @staticmethod
    @abstractmethod
    def number(chain: str) -> int:
        """The protocol's own number of a chain."""

    @abstractmethod
    def read(self, chain: str, log: SourceLog) -> Packet | TopUp | None:
        """What an event on a source chain means, if anything."""

    @abstractmethod
    def is_verified(self, packet: Packet) -> bool:
        """Whether the destination knows already that the message is genuine."""

    @abstractmethod
    def verify(
        self, packet: Packet, target: str | None = None, keys: Sequence[Actor] | None = None
    ) -> None:
        """Prove to the destination that the message is genuine.

        Args:
            packet: the message.
            target: another chain than the one it is for, to see that it refuses.
            keys: who signs, when it is not enough of those in force there.

        Raises:
            Refused: it is not believed.
        """

    @abstractmethod
    def is_delivered(self, packet: Packet) -> bool:
        """Whether the receiver has taken the message."""

    @abstractmethod
    def deliver(self, packet: Packet, target: str | None = None, gas: int | None = None) -> Outcome:
        """Bring a verified message to its receiver.

        Args:
            packet: the message.
            target: another chain than the one it is for.
            gas: gas for the transaction when it is not what is usual.

        Raises:
            Refused: the protocol does not let it through to the receiver.
        """

    @abstractmethod
    def forge(
        self, source: str, destination: str, sender: str, receiver: str, payload: bytes
    ) -> Packet:
        """A message that nobody sent, as a thief of verifiers' keys would write it."""

    @abstractmethod
    def rotate(self, chain: str) -> None:
        """Replace the verifiers that a chain listens to by the next set of them."""

    @abstractmethod
    def scale_fees(self, chain: str, factor: int) -> None:
        """Make messages from a chain that many times as dear as they were at the start."""

    def upkeep(self, chain: str) -> None:  # noqa: B027 -- most have nothing to do
        """What the protocol's off-chain part does on a chain without being asked."""

    # -- shared ---------------------------------------------------------------------------------

    def at(self, chain: str, contract: str) -> Contract:
        """Handle of one of the protocol's contracts."""
        found = self._handles.get((chain, contract))
        if found is None:
            address = self.installation.sites[chain].contracts[contract]
            found = self.chains[chain].at(address, self.artifacts()[contract])
            self._handles[chain, contract] = found
        return found

    def place(self, chain: str, contract: str, *args: Any) -> Contract:
        """Deploy one of the protocol's contracts and remember where it is."""
        made = self.chains[chain].deploy(
            self.artifacts()[contract], *args, sender=self.admin(chain)
        )
        self.record(chain, contract, made)
        return made

    def record(self, chain: str, contract: str, made: Contract) -> None:
        """Remember where a contract is."""
        self.installation.sites[chain].contracts[contract] = made.address

    def remotes(self, chain: str) -> list[str]:
        """The other chains."""
        return [name for name in self.chains if name != chain]

    def admin(self, chain: str) -> Actor:
        """Who deploys and configures there."""
        return self.chains[chain].actor(f"{self.name} admin")

    def carrier(self, chain: str) -> Actor:
        """Who sends the relayer's transactions there; it has what they cost."""
        return self.chains[chain].actor(f"{self.name} relayer")

    def keys(self, chain: str, generation: int | None = None) -> list[Actor]:
        """The verifiers that a chain listens to, by ascending address."""
        wanted = self.installation.sites[chain].generation if generation is None else generation
        return sorted_actors(f"{self.name} verifier {wanted}.{at}" for at in range(self.verifiers))

    def quorum(self, chain: str) -> list[Actor]:
        """As few verifiers as a chain believes."""
        return self.keys(chain)[: self.threshold]

    def chain_numbered(self, number: int) -> str | None:
        """The chain that the protocol gives that number."""
        return next((name for name in self.chains if self.number(name) == number), None)

    def _send(
        self, chain: str, call: Any, *args: Any, gas: int = TRANSACTION_GAS_LIMIT, **options: Any
    ) -> Any:
        """Send a relayer's transaction.

        Raises:
            Refused: it was reverted.
        """
        try:
            return call(*args, gas=gas, **({"sender": self.carrier(chain)} | options))
        except Reverted as error:
            raise Refused(f"{call.abi.name}: {error}") from error


def word(address: str) -> bytes:
    """An address as a left-padded word."""
    return bytes(12) + bytes.fromhex(address[2:])


def digest_of(*parts: bytes) -> bytes:
    """Hash of bytes one behind the other."""
    return keccak(b"".join(parts))


def chain_facts(name: str) -> facts.Chain:
    """What is known of the public chain that a local one stands in for."""
    return facts.get(name)
