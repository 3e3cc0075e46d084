"""The interface both EVMs implement: deploy, call, send, look, and control time and state."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from quantera import artifacts
from quantera.artifacts import Artifact
from quantera.evm.abi import AbiEntry, AbiRegistry, ContractAbi
from quantera.evm.actors import Actor, AddressLike, actor_named, to_address
from quantera.evm.contract import Contract
from quantera.evm.errors import Reverted, TransactionInvalidError
from quantera.evm.reach import from_environment
from quantera.evm.receipts import Receipt

ETHER = 10**18
ACTOR_FUNDS = 10_000 * ETHER
GENESIS_TIME = 1_767_225_600
"""1 January 2026, 00:00 UTC: where both kinds of chain start."""
BLOCK_GAS_LIMIT = 30_000_000
TRANSACTION_GAS_LIMIT = 16_777_216
"""EIP-7825's limit, which is also the gas a transaction gets when none is given."""

ContractLike = str | Artifact
AbiLike = str | Artifact | ContractAbi | Contract | Sequence[AbiEntry]


def known_abis() -> Iterable[ContractAbi]:
    """Every compiled ABI of the checkout; nothing when nothing is compiled."""
    try:
        found = artifacts.load_all()
    except artifacts.ArtifactMissingError:
        return []
    return (ContractAbi(name, artifact.abi) for name, artifact in found.items())


def intrinsic_gas(data: bytes, *, creates: bool) -> int:
    """Gas that sending takes before anything runs (Cancun): base, calldata, creation, its words."""
    zeros = data.count(0)
    gas = 21_000 + 4 * zeros + 16 * (len(data) - zeros)
    return gas + 32_000 + 2 * -(-len(data) // 32) if creates else gas


class Chain(ABC):
    """One EVM chain under the test's control.

    Time and blocks: each transaction, also one that reverts, is a block of its own, numbered one
    above `block_number`. The clock stands still until it is set or advanced; calls and the next
    transaction see `timestamp`. Calls see `block_number` as the current block.

    Anyone can send: an address needs no key, and a contract can be a sender too. Gas costs nothing
    while the base fee is zero, as it is at the start.

    Attributes:
        chain_id: EIP-155 chain id.
        registry: events and errors known here.
        reach: where calls through handles are noted, or nothing, which is the usual case.
    """

    def __init__(self, chain_id: int) -> None:
        self.chain_id = chain_id
        self.registry = AbiRegistry(known_abis)
        self.reach = from_environment()
        self._abis: dict[int, tuple[object, ContractAbi]] = {}
        self._funded: set[str] = set()

    # -- contracts and accounts -----------------------------------------------------------------

    def deploy(
        self,
        contract: ContractLike,
        *args: Any,
        sender: AddressLike | None = None,
        value: int = 0,
        gas: int | None = None,
    ) -> Contract:
        """Create a contract and return its handle; `handle.deployment` is the receipt.

        Args:
            contract: the name of a compiled contract, or an artifact.
            *args: the constructor's arguments.
            sender: who creates it; the actor `deployer` when not given.
            value: native coin for the constructor, in wei.
            gas: gas limit.

        Raises:
            Reverted: the constructor refused.
            ArtifactMissingError: no such contract is compiled.
            CodingError: the arguments do not fit.
        """
        artifact = artifacts.load(contract) if isinstance(contract, str) else contract
        abi = self.abi(artifact)
        code = artifact.creation_code + abi.constructor.encode(args)
        creator = self.actor("deployer") if sender is None else sender
        try:
            receipt = self.transact(None, code, creator, value, gas)
        except Reverted as error:
            if self.reach is not None:
                self.reach.refused_creation(abi, error)
            raise
        if receipt.contract_address is None:
            raise TransactionInvalidError(f"{artifact.name} was not created")
        return Contract(self, receipt.contract_address, abi, receipt)

    def at(self, address: AddressLike, abi: AbiLike) -> Contract:
        """Handle of a contract that is already there, such as a proxy seen through its logic's ABI.

        Args:
            address: where it is.
            abi: a compiled contract's name, an artifact, another handle or a plain ABI.
        """
        return Contract(self, to_address(address), self.abi(abi))

    def abi(self, source: AbiLike) -> ContractAbi:
        """Parse an ABI once, and know its events and errors from then on."""
        if isinstance(source, Contract):
            source = source.abi
        if isinstance(source, str):
            source = artifacts.load(source)
        if isinstance(source, ContractAbi):
            self.registry.add(source)
            return source
        # The source is kept beside what was made of it, so that its id stays its own.
        found = self._abis.get(id(source))
        if found is None:
            if isinstance(source, Artifact):
                parsed = ContractAbi(source.name, source.abi)
            else:
                parsed = ContractAbi("contract", source)
            self.registry.add(parsed)
            found = self._abis[id(source)] = (source, parsed)
        return found[1]

    def actor(self, name: str) -> Actor:
        """A funded account with the same key and address wherever that name is used."""
        found = actor_named(name)
        if found not in self._funded:
            self.set_balance(found, ACTOR_FUNDS)
            self._funded.add(found)
        return found

    def actors(self, *names: str) -> tuple[Actor, ...]:
        """Several funded accounts: `issuer, holder = chain.actors("issuer", "holder")`."""
        return tuple(self.actor(name) for name in names)

    # -- calls and transactions -----------------------------------------------------------------

    @abstractmethod
    def transact(
        self,
        to: AddressLike | None,
        data: bytes,
        sender: AddressLike,
        value: int = 0,
        gas: int | None = None,
    ) -> Receipt:
        """Send a transaction; without `to` it creates a contract from `data`.

        Args:
            to: the account called.
            data: calldata or creation code.
            sender: any address.
            value: native coin, in wei.
            gas: gas limit, at most and by default 16,777,216.

        Raises:
            Reverted: it was undone; its receipt is in the error.
            TransactionInvalidError: no block could hold it; nothing changed.
        """

    @abstractmethod
    def call(
        self,
        to: AddressLike,
        data: bytes,
        sender: AddressLike | None = None,
        value: int = 0,
        *,
        gas: int | None = None,
        timestamp: int | None = None,
        block_number: int | None = None,
    ) -> bytes:
        """Run calldata without keeping its effects and return the raw result.

        Args:
            to: the account called.
            data: calldata.
            sender: any address; the zero address when not given.
            value: native coin the sender really has, in wei.
            gas: gas limit, the block's by default.
            timestamp: time the call sees instead of the chain's.
            block_number: block the call sees instead of the current one.

        Raises:
            Reverted: it was refused.
            TransactionInvalidError: the sender lacks the value.
        """

    # -- snapshots ------------------------------------------------------------------------------

    @abstractmethod
    def snapshot(self) -> int:
        """Remember everything: state, clock, block number, base fee."""

    @abstractmethod
    def revert(self, snapshot: int) -> None:
        """Go back; uses up that snapshot and every later one.

        Raises:
            KeyError: unknown or used up.
        """

    @contextmanager
    def rollback(self) -> Iterator[None]:
        """Undo at the end whatever the block does."""
        snapshot = self.snapshot()
        try:
            yield
        finally:
            self.revert(snapshot)

    # -- time, blocks, fees ---------------------------------------------------------------------

    @property
    @abstractmethod
    def timestamp(self) -> int:
        """The clock, in seconds."""

    @abstractmethod
    def set_timestamp(self, timestamp: int) -> None:
        """Set the clock.

        Raises:
            ValueError: it would run backwards.
        """

    def advance(self, seconds: int) -> None:
        """Move the clock forward."""
        self.set_timestamp(self.timestamp + seconds)

    @property
    @abstractmethod
    def block_number(self) -> int:
        """Number of the latest block."""

    @abstractmethod
    def mine(self, blocks: int = 1) -> None:
        """Add empty blocks; the clock stands still."""

    @property
    @abstractmethod
    def base_fee(self) -> int:
        """Base fee of calls and transactions from now on, in wei."""

    @abstractmethod
    def set_base_fee(self, base_fee: int) -> None:
        """Set the base fee; it is also the gas price transactions offer."""

    # -- state ----------------------------------------------------------------------------------

    @abstractmethod
    def balance(self, address: AddressLike) -> int:
        """Native coin, in wei."""

    @abstractmethod
    def set_balance(self, address: AddressLike, balance: int) -> None:
        """Set native coin, in wei."""

    @abstractmethod
    def code(self, address: AddressLike) -> bytes:
        """Runtime code."""

    @abstractmethod
    def set_code(self, address: AddressLike, code: bytes) -> None:
        """Set runtime code."""

    @abstractmethod
    def storage(self, address: AddressLike, slot: int) -> int:
        """One storage word."""

    @abstractmethod
    def set_storage(self, address: AddressLike, slot: int, value: int) -> None:
        """Set one storage word."""

    @abstractmethod
    def nonce(self, address: AddressLike) -> int:
        """Transactions sent, for a contract creations made plus one."""

    # -- shared by the implementations ----------------------------------------------------------

    @staticmethod
    def _gas_limit(gas: int | None, data: bytes, *, creates: bool) -> int:
        if gas is None:
            return TRANSACTION_GAS_LIMIT
        if gas > TRANSACTION_GAS_LIMIT:
            raise TransactionInvalidError(
                f"gas limit {gas} is above {TRANSACTION_GAS_LIMIT}, the most a transaction may have"
            )
        # anvil takes such a transaction and then waits for ever for it to be mined.
        least = intrinsic_gas(data, creates=creates)
        if gas < least:
            raise TransactionInvalidError(f"gas limit {gas} is below {least}, the cost of sending")
        return gas

    def _forward(self, timestamp: int) -> int:
        if timestamp < self.timestamp:
            raise ValueError(f"the clock is at {self.timestamp}; it cannot go back to {timestamp}")
        return timestamp
