"""The narrow interface between this package and one chain's registry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One chain's register at one block.

    Attributes:
        chain: the chain's name.
        block: number of the block.
        records: packed record by wallet (lower case); wallets without one are absent.
        evidence: evidence word by identity.
        timestamp: of the block, Unix seconds.
        terms: words by token and identity: the last per jurisdiction of a headroom, the current one
            last.
        grants: headroom that was given out at first, by token and identity, then by jurisdiction
            and end of its attestation.
    """

    chain: str
    block: int
    timestamp: int
    records: Mapping[str, int]
    evidence: Mapping[int, int]
    terms: Mapping[tuple[str, int], Sequence[int]] = field(default_factory=dict)
    grants: Mapping[tuple[str, int], Mapping[tuple[int, int], int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FeeQuote:
    """What gas costs on a chain now, in the native coin's smallest unit.

    Attributes:
        gas_price: per unit of gas, tip included.
        data_price: per byte of calldata, where the chain pays another chain for data; else 0.
        block_gas_limit: gas that a block holds.
    """

    gas_price: int
    data_price: int
    block_gas_limit: int


@dataclass(frozen=True, slots=True)
class Call:
    """A call: calldata, the most gas it may use, and whom; the registry when nobody is named."""

    data: bytes
    gas: int
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A signed transaction that has not been sent: sending it twice does what sending it once does.

    Attributes:
        hash: transaction hash.
        raw: the signed transaction.
        nonce: the sender account's nonce that it uses up.
    """

    hash: str
    raw: bytes
    nonce: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that the registry left out, and why in its words."""

    wallet: str
    cause: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A mined transaction.

    Attributes:
        block: its block.
        gas_used: gas paid for.
        succeeded: False when it reverted.
        final: whether it is deep enough to rely on.
        skipped: rows that the registry left out.
    """

    block: int
    gas_used: int
    succeeded: bool
    final: bool
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that the registry wrote."""

    block: int
    wallet: str
    record: int


class RegistryReader(Protocol):
    """Questions to one chain's registry."""

    @property
    def chain(self) -> str:
        """The chain's name."""

    @property
    def chain_id(self) -> int:
        """EIP-155 chain id."""

    @property
    def registry(self) -> str:
        """The registry's address."""

    def snapshot(self) -> Snapshot:
        """The whole register at the newest block.

        Raises:
            RegistryError: the chain cannot be reached.
        """

    def changes(self, after: int) -> tuple[int, Sequence[RecordChange]]:
        """The newest block and the records written after block `after` up to it, in order."""

    def holders(self, wallets: Iterable[str]) -> set[str]:
        """Those of the wallets that hold a token of the issuer."""

    def fees(self) -> FeeQuote:
        """What gas costs now."""

    def timestamp(self) -> int:
        """Time of the newest block, Unix seconds."""

    def last_batch_nonce(self, issuer: str) -> int:
        """Nonce of the issuer's last batch that was applied."""


class RegistryWriter(Protocol):
    """Calls to one chain's registry, in steps that survive a crash between any two of them."""

    def terms(self, token: str, identity: int) -> int:
        """Current terms between a token and an investor, which purchases may have changed."""

    def terms_since(self, after: int) -> tuple[int, Sequence[tuple[tuple[str, int], int]]]:
        """The newest block, and terms written after block `after` up to it, in order.

        Each is token and identity, and the word.
        """

    def trial(self, call: Call) -> str | None:
        """Why the call would revert now; None when it would not."""

    def prepare(self, call: Call, nonce: int | None = None) -> Prepared:
        """Signs a call; with `nonce` it replaces an earlier transaction of that nonce."""

    def broadcast(self, prepared: Prepared) -> None:
        """Hands a signed transaction to the chain; one that it knows already is no error."""

    def outcome(self, transaction: str) -> Outcome | None:
        """A transaction's outcome; None while it is not mined."""

    def used_nonces(self) -> int:
        """How many nonces of the sending account are used up by mined transactions."""


class Registry(RegistryReader, RegistryWriter, Protocol):
    """Both sides of one chain's registry."""
