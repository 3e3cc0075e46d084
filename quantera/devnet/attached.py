"""A running local chain behind the interface of `quantera.evm`: others use it at the same time."""

from collections.abc import Sequence
from typing import Any

from quantera.devnet.network import LocalChain
from quantera.devnet.watched import PlacedLog, WatchedChain
from quantera.evm.actors import ZERO_ADDRESS, AddressLike, to_address
from quantera.evm.chain import Chain
from quantera.evm.errors import TransactionInvalidError
from quantera.evm.node import NodeChain
from quantera.evm.receipts import Log, raw_logs
from quantera.evm.rpc import Rpc, RpcError

PRICE_FACTOR = 4
"""The price offered is that many times the base fee: it may rise before the next block."""


class AttachedChain(NodeChain, WatchedChain):
    """One of the five running nodes; its clock is the node's own and moves by itself.

    Anyone can send, as on every chain of `quantera.evm`: the node signs for whom it is asked to.

    Args:
        local: the running node.
    """

    def __init__(self, local: LocalChain) -> None:
        # The parent's would start a node of its own.
        Chain.__init__(self, local.chain_id)
        self.name = local.name
        self.url = local.url
        self.rpc = Rpc(local.url)
        self._serves = False
        self._timestamp = 0
        self._clock_moved = False
        self._base_fee = 0
        self._saved = {}
        self.rpc("anvil_autoImpersonateAccount", True)

    def close(self) -> None:
        """Drop the connection; the node goes on."""
        self.rpc.close()

    def _block(self, tag: str = "latest") -> dict[str, Any]:
        block: dict[str, Any] = self.rpc("eth_getBlockByNumber", tag, False)
        return block

    def _prepare_block(self) -> None:
        # The node prices and dates its blocks itself.
        pass

    def _mined(self, request: dict[str, str]) -> tuple[str, dict[str, Any]]:
        price = PRICE_FACTOR * max(self.base_fee, 10**9)
        try:
            answer = self.rpc("eth_sendTransactionSync", request | {"gasPrice": hex(price)})
        except RpcError as error:
            raise TransactionInvalidError(error.message) from error
        self._timestamp = int(str(answer["blockTimestamp"]), 0)
        return answer["transactionHash"], answer

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
        """See `Chain.call`."""
        request = {
            "from": ZERO_ADDRESS if sender is None else to_address(sender),
            "to": to_address(to),
            "input": "0x" + data.hex(),
            "value": hex(value),
        }
        if gas is not None:
            request["gas"] = hex(gas)
        seen = {"time": timestamp, "number": block_number}
        block = {key: hex(value) for key, value in seen.items() if value is not None}
        try:
            return bytes.fromhex(self.rpc("eth_call", request, "latest", {}, block)[2:])
        except RpcError as error:
            raise self._refused(error) from error

    def logs_of(self, transaction: str) -> tuple[Log, ...]:
        """See `WatchedChain.logs_of`."""
        answer = self.rpc("eth_getTransactionReceipt", transaction)
        return () if answer is None else raw_logs(answer["logs"])

    def logs_between(self, first: int, last: int, addresses: Sequence[str]) -> list[PlacedLog]:
        """See `WatchedChain.logs_between`."""
        wanted = {"fromBlock": hex(first), "toBlock": hex(last), "address": list(addresses)}
        entries = self.rpc("eth_getLogs", wanted)
        return [
            PlacedLog(
                int(entry["blockNumber"], 16),
                entry["transactionHash"],
                int(entry["logIndex"], 16),
                log,
            )
            for entry, log in zip(entries, raw_logs(entries), strict=True)
        ]

    def hash_of(self, block: int) -> str:
        """See `WatchedChain.hash_of`."""
        found = self.rpc("eth_getBlockByNumber", hex(block), False)
        return "" if found is None else str(found["hash"])

    def time_of(self, block: int) -> int:
        """See `WatchedChain.time_of`."""
        return int(self._block(hex(block))["timestamp"], 16)

    @property
    def timestamp(self) -> int:
        """Time of the latest block, in seconds."""
        return int(self._block()["timestamp"], 16)

    def set_timestamp(self, timestamp: int) -> None:
        """Set the clock, which goes on from there, and mine a block with that time."""
        self.rpc("evm_setTime", self._forward(timestamp))
        self.rpc("evm_mine")

    def mine(self, blocks: int = 1) -> None:
        """See `Chain.mine`; the clock goes on."""
        self.rpc("anvil_mine", hex(blocks))

    @property
    def base_fee(self) -> int:
        """Base fee of the latest block, in wei; the next block's is near it."""
        return int(self._block()["baseFeePerGas"], 16)

    def set_base_fee(self, base_fee: int) -> None:
        """Set the base fee of the next block; the node goes on from there."""
        self.rpc("anvil_setNextBlockBaseFeePerGas", hex(base_fee))
        self.rpc("evm_mine")

    def snapshot(self) -> int:
        """See `Chain.snapshot`; what others did since is undone as well."""
        snapshot = int(self.rpc("evm_snapshot"), 16)
        self._saved[snapshot] = (0, 0, self._funded.copy())
        return snapshot

    def revert(self, snapshot: int) -> None:
        """See `Chain.revert`."""
        _, _, self._funded = self._saved[snapshot]
        self._saved = {key: saved for key, saved in self._saved.items() if key < snapshot}
        self.rpc("evm_revert", hex(snapshot))
        self.rpc("anvil_dropAllTransactions")
