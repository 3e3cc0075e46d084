"""The node: a real anvil behind the same interface, for realism, traces and gas."""

from types import TracebackType
from typing import Any, Self

from quantera.evm.actors import ZERO_ADDRESS, AddressLike, to_address
from quantera.evm.anvil import Anvil
from quantera.evm.chain import GENESIS_TIME, Chain
from quantera.evm.errors import Reverted, TransactionInvalidError, decode_revert
from quantera.evm.receipts import Receipt, raw_logs
from quantera.evm.rpc import Rpc, RpcError

_REVERTED = 3
_TOP_CALL = {"tracer": "callTracer", "tracerConfig": {"onlyTopCall": True}}


class NodeChain(Chain):
    """A local anvil: every receipt's gas is exact.

    A context manager; `close` ends the node, and so does the end of the Python process.

    Blocks are mined when asked for: a node that mines on its own does so beside what is asked of
    it, and when it is late, a revert or a second block overtakes it.

    Args:
        chain_id: EIP-155 chain id.
        timestamp: where the clock starts, in seconds.
        options: further command-line options of anvil.
        serves: whether others send it transactions too, which it then mines by itself.
    """

    def __init__(
        self,
        chain_id: int = 31337,
        timestamp: int = GENESIS_TIME,
        options: tuple[str, ...] = (),
        *,
        serves: bool = False,
    ) -> None:
        super().__init__(chain_id)
        self._anvil = Anvil(
            chain_id,
            *("--timestamp", str(timestamp)),
            *("--block-base-fee-per-gas", "0", "--gas-price", "0"),
            *("--accounts", "0", "--auto-impersonate"),
            *options,
        )
        self.url = self._anvil.url
        self.rpc = Rpc(self.url)
        # The clock stands still between transactions, as it does in memory.
        self.rpc("anvil_setBlockTimestampInterval", 0)
        self._serves = serves
        self.rpc("evm_setAutomine", serves)
        self._timestamp = timestamp
        self._clock_moved = False
        self._base_fee = 0
        self._saved: dict[int, tuple[int, int, set[str]]] = {}

    def close(self) -> None:
        """End the node; may be called twice."""
        self.rpc.close()
        self._anvil.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- calls and transactions -----------------------------------------------------------------

    def transact(
        self,
        to: AddressLike | None,
        data: bytes,
        sender: AddressLike,
        value: int = 0,
        gas: int | None = None,
    ) -> Receipt:
        """See `Chain.transact`."""
        request = {
            "from": to_address(sender),
            "input": "0x" + data.hex(),
            "value": hex(value),
            "gas": hex(self._gas_limit(gas, data, creates=to is None)),
            "gasPrice": hex(self._base_fee),
            # From the chain, not from the node's pool, which remembers nonces that a revert undid.
            "nonce": hex(self.nonce(sender)),
        }
        if to is not None:
            request["to"] = to_address(to)
        self._prepare_block()
        transaction, answer = self._mined(request)
        status = int(answer["status"], 16)
        created = answer["contractAddress"] if status else None
        receipt = Receipt(
            registry=self.registry,
            status=status,
            sender=to_address(answer["from"]),
            to=None if to is None else to_address(to),
            contract_address=None if created is None else to_address(created),
            block_number=int(answer["blockNumber"], 16),
            timestamp=self._timestamp,
            logs=lambda: raw_logs(answer["logs"]),
            output=lambda: self._traced(transaction)[0],
            gas_used=int(answer["gasUsed"], 16),
            transaction_hash=transaction,
        )
        if not status:
            data, halt = self._traced(transaction)
            reverted = decode_revert(data, self.registry, halt)
            reverted.receipt = receipt
            raise reverted
        return receipt

    def _mined(self, request: dict[str, str]) -> tuple[str, dict[str, Any]]:
        if self._serves:
            self.rpc("evm_setAutomine", False)
        try:
            transaction: str = self.rpc("eth_sendTransaction", request)
            self.rpc("evm_mine")
        except RpcError as error:
            raise TransactionInvalidError(error.message) from error
        finally:
            if self._serves:
                self.rpc("evm_setAutomine", True)
        receipt: dict[str, Any] | None = self.rpc("eth_getTransactionReceipt", transaction)
        if receipt is None:
            raise TransactionInvalidError(f"the node did not mine {transaction}")
        return transaction, receipt

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
        block = {
            "time": hex(self._timestamp if timestamp is None else timestamp),
            "baseFeePerGas": hex(self._base_fee),
        }
        if block_number is not None:
            block["number"] = hex(block_number)
        try:
            return bytes.fromhex(self.rpc("eth_call", request, "latest", {}, block)[2:])
        except RpcError as error:
            raise self._refused(error) from error

    def _refused(self, error: RpcError) -> Reverted | TransactionInvalidError:
        if error.code == _REVERTED:
            return decode_revert(bytes.fromhex((error.data or "0x")[2:]), self.registry)
        if error.message.startswith("EVM error"):
            return decode_revert(b"", self.registry, error.message)
        return TransactionInvalidError(error.message)

    def _traced(self, transaction: str) -> tuple[bytes, str]:
        frame = self.rpc("debug_traceTransaction", transaction, _TOP_CALL)
        return bytes.fromhex(frame.get("output", "0x")[2:]), frame.get("error", "")

    def _prepare_block(self) -> None:
        if self._clock_moved:
            self.rpc("evm_setNextBlockTimestamp", self._timestamp)
            self._clock_moved = False
        if self._base_fee:
            # anvil adjusts the fee after every block, as a chain does; here it is held.
            self.rpc("anvil_setNextBlockBaseFeePerGas", hex(self._base_fee))

    # -- snapshots ------------------------------------------------------------------------------

    def snapshot(self) -> int:
        """See `Chain.snapshot`."""
        snapshot = int(self.rpc("evm_snapshot"), 16)
        self._saved[snapshot] = (self._timestamp, self._base_fee, self._funded.copy())
        return snapshot

    def revert(self, snapshot: int) -> None:
        """See `Chain.revert`."""
        self._timestamp, base_fee, self._funded = self._saved[snapshot]
        self._saved = {key: saved for key, saved in self._saved.items() if key < snapshot}
        self.rpc("evm_revert", hex(snapshot))
        # The pool may still hold transactions of the blocks undone: the node would mine them
        # again, or refuse the same one as known.
        self.rpc("anvil_dropAllTransactions")
        self._clock_moved = True
        self.set_base_fee(base_fee)

    # -- time, blocks, fees ---------------------------------------------------------------------

    @property
    def timestamp(self) -> int:
        """See `Chain.timestamp`."""
        return self._timestamp

    def set_timestamp(self, timestamp: int) -> None:
        """See `Chain.set_timestamp`."""
        self._timestamp = self._forward(timestamp)
        self._clock_moved = True

    @property
    def block_number(self) -> int:
        """See `Chain.block_number`."""
        return int(self.rpc("eth_blockNumber"), 16)

    def mine(self, blocks: int = 1) -> None:
        """See `Chain.mine`."""
        self._prepare_block()
        self.rpc("anvil_mine", hex(blocks), "0x0")

    @property
    def base_fee(self) -> int:
        """See `Chain.base_fee`."""
        return self._base_fee

    def set_base_fee(self, base_fee: int) -> None:
        """See `Chain.set_base_fee`."""
        self._base_fee = base_fee
        self.rpc("anvil_setNextBlockBaseFeePerGas", hex(base_fee))

    # -- state ----------------------------------------------------------------------------------

    def balance(self, address: AddressLike) -> int:
        """See `Chain.balance`."""
        return int(self.rpc("eth_getBalance", to_address(address), "latest"), 16)

    def set_balance(self, address: AddressLike, balance: int) -> None:
        """See `Chain.set_balance`."""
        self.rpc("anvil_setBalance", to_address(address), hex(balance))

    def code(self, address: AddressLike) -> bytes:
        """See `Chain.code`."""
        return bytes.fromhex(self.rpc("eth_getCode", to_address(address), "latest")[2:])

    def set_code(self, address: AddressLike, code: bytes) -> None:
        """See `Chain.set_code`."""
        self.rpc("anvil_setCode", to_address(address), "0x" + code.hex())

    def storage(self, address: AddressLike, slot: int) -> int:
        """See `Chain.storage`."""
        return int(self.rpc("eth_getStorageAt", to_address(address), hex(slot), "latest"), 16)

    def set_storage(self, address: AddressLike, slot: int, value: int) -> None:
        """See `Chain.set_storage`."""
        self.rpc("anvil_setStorageAt", to_address(address), hex(slot), f"0x{value:064x}")

    def nonce(self, address: AddressLike) -> int:
        """See `Chain.nonce`."""
        return int(self.rpc("eth_getTransactionCount", to_address(address), "latest"), 16)

    # -- the node's own -------------------------------------------------------------------------

    def trace(self, transaction_hash: str) -> dict[str, Any]:
        """Call tree of a transaction, with logs, as anvil's `callTracer` tells it."""
        options = {"tracer": "callTracer", "tracerConfig": {"withLog": True}}
        tree: dict[str, Any] = self.rpc("debug_traceTransaction", transaction_hash, options)
        return tree
