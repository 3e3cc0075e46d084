"""Chains that relayers can read: a running node, or an EVM in this process for tests at speed."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from eth_utils.crypto import keccak

from quantera.evm.actors import AddressLike
from quantera.evm.chain import Chain
from quantera.evm.errors import Reverted
from quantera.evm.memory import MemoryChain
from quantera.evm.receipts import Log, Receipt


@dataclass(frozen=True)
class PlacedLog:
    """A log with where it is."""

    block: int
    transaction: str
    index: int
    log: Log


class WatchedChain(Chain, ABC):
    """A chain that tells what has happened on it."""

    @abstractmethod
    def logs_between(self, first: int, last: int, addresses: Sequence[str]) -> list[PlacedLog]:
        """What some contracts emitted in a range of blocks, in order."""

    @abstractmethod
    def logs_of(self, transaction: str) -> tuple[Log, ...]:
        """The logs of one transaction; none when it is in no block."""

    @abstractmethod
    def hash_of(self, block: int) -> str:
        """Hash of a block, or nothing where there is none."""

    @abstractmethod
    def time_of(self, block: int) -> int:
        """Time of a block, in seconds."""


@dataclass(frozen=True)
class _Block:
    hash: str
    timestamp: int
    logs: tuple[PlacedLog, ...] = ()


class WatchedMemoryChain(MemoryChain, WatchedChain):
    """An in-process chain that remembers its blocks; going back to a snapshot makes others of them.

    Args:
        chain_id: EIP-155 chain id.
    """

    def __init__(self, chain_id: int) -> None:
        self._blocks: dict[int, _Block] = {}
        self._made = 0
        super().__init__(chain_id)

    def _seal(self, number: int, receipt: Receipt | None = None) -> None:
        self._made += 1
        identifier = "0x" + keccak(text=f"{self.chain_id} {self._made}").hex()
        placed: list[PlacedLog] = []
        if receipt is not None:
            receipt.transaction_hash = identifier
            placed = [
                PlacedLog(number, identifier, index, log) for index, log in enumerate(receipt.logs)
            ]
        self._blocks[number] = _Block(identifier, self.timestamp, tuple(placed))

    def transact(
        self,
        to: AddressLike | None,
        data: bytes,
        sender: AddressLike,
        value: int = 0,
        gas: int | None = None,
    ) -> Receipt:
        """See `Chain.transact`; the receipt has a transaction hash, which is also its block's."""
        try:
            receipt = super().transact(to, data, sender, value, gas)
        except Reverted:
            self._seal(self.block_number)
            raise
        self._seal(self.block_number, receipt)
        return receipt

    def mine(self, blocks: int = 1) -> None:
        """See `Chain.mine`."""
        before = self.block_number
        super().mine(blocks)
        for number in range(before + 1, self.block_number + 1):
            self._seal(number)

    def revert(self, snapshot: int) -> None:
        """See `Chain.revert`."""
        super().revert(snapshot)
        self._blocks = {
            number: block for number, block in self._blocks.items() if number <= self.block_number
        }

    def logs_between(self, first: int, last: int, addresses: Sequence[str]) -> list[PlacedLog]:
        """See `WatchedChain.logs_between`."""
        wanted = set(addresses)
        return [
            placed
            for number in range(first, last + 1)
            if number in self._blocks
            for placed in self._blocks[number].logs
            if placed.log.address in wanted
        ]

    def logs_of(self, transaction: str) -> tuple[Log, ...]:
        """See `WatchedChain.logs_of`."""
        return next(
            (
                tuple(placed.log for placed in block.logs)
                for block in reversed(self._blocks.values())
                if block.hash == transaction
            ),
            (),
        )

    def hash_of(self, block: int) -> str:
        """See `WatchedChain.hash_of`."""
        if block == 0:
            return "0x" + keccak(text=f"{self.chain_id} genesis").hex()
        return self._blocks[block].hash if block in self._blocks else ""

    def time_of(self, block: int) -> int:
        """See `WatchedChain.time_of`."""
        return self._blocks[block].timestamp
