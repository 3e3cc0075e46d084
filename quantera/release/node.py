"""What a release asks of a chain's node, and hands it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from eth_utils.address import to_checksum_address
from eth_utils.crypto import keccak

from quantera.release.conditions import Condition, Question, compared
from quantera.release.connection import Connection, RefusalError
from quantera.release.errors import NodeError

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_LOCAL_CLIENTS = ("anvil/", "hardhatnetwork/")


@dataclass(frozen=True)
class Mined:
    """A transaction in a block that is part of the chain as the node sees it now."""

    block: int
    block_hash: str
    gas_used: int
    succeeded: bool


@dataclass(frozen=True)
class Fees:
    """Prices of a unit of gas in wei."""

    base: int
    tip: int


class Node(Connection):
    """One chain's node; see `Connection`."""

    # -- the chain ------------------------------------------------------------------------------

    def chain_id(self) -> int:
        """EIP-155 chain id."""
        return int(self.ask("eth_chainId"), 16)

    def is_local(self) -> bool:
        """Whether this is a development node on this machine."""
        if urlsplit(self.url).hostname not in _LOOPBACK:
            return False
        return str(self.ask("web3_clientVersion")).lower().startswith(_LOCAL_CLIENTS)

    def block_number(self) -> int:
        """Of the latest block."""
        return int(self.ask("eth_blockNumber"), 16)

    def timestamp(self, block: int | None = None) -> int:
        """Of a block, or of the latest one, in Unix seconds."""
        number = "latest" if block is None else hex(block)
        return int(self.ask("eth_getBlockByNumber", number, False)["timestamp"], 16)

    def final_block(self, depth: int | None) -> int:
        """The last block that counts as final: by depth, or by the node's tag without one."""
        if depth is not None:
            return self.block_number() - depth
        block = self.ask("eth_getBlockByNumber", "finalized", False)
        return -1 if block is None else int(block["number"], 16)

    def code(self, address: str) -> bytes:
        """Code at an address."""
        return bytes.fromhex(self.ask("eth_getCode", address, "latest")[2:])

    def codes(self, addresses: Sequence[str]) -> list[bytes]:
        """Code at each address."""
        asked = [("eth_getCode", [address, "latest"]) for address in addresses]
        return [bytes.fromhex(self.told(answer)[2:]) for answer in self.ask_all(asked)]

    def balance(self, address: str) -> int:
        """Wei at an address."""
        return int(self.ask("eth_getBalance", address, "latest"), 16)

    def nonces(self, address: str) -> tuple[int, int]:
        """Transactions mined, and those with the ones that wait."""
        asked = [("eth_getTransactionCount", [address, tag]) for tag in ("latest", "pending")]
        latest, pending = (int(self.told(answer), 16) for answer in self.ask_all(asked))
        return latest, pending

    def call(self, to: str, data: str, sender: str | None = None) -> str:
        """Result of a call.

        Raises:
            RefusalError: it reverts.
        """
        request = {"to": to, "data": data} | ({"from": sender} if sender else {})
        return str(self.ask("eth_call", request, "latest"))

    def answers(self, conditions: Sequence[Condition]) -> list[str]:
        """See `Reader.answers`."""
        found = self.ask_all([_question(condition) for condition in conditions])
        return [_answered(one, told) for one, told in zip(conditions, found, strict=True)]

    # -- transactions ---------------------------------------------------------------------------

    def fees(self) -> Fees:
        """What the next block asks for."""
        block = self.ask("eth_getBlockByNumber", "latest", False)
        base = int(block.get("baseFeePerGas", "0x0"), 16)
        try:
            tip = int(self.ask("eth_maxPriorityFeePerGas"), 16)
        except RefusalError:
            tip = max(int(self.ask("eth_gasPrice"), 16) - base, 0)
        return Fees(base, tip)

    def send(self, raw: str) -> str | None:
        """Hands a signed transaction over; returns why the node does not take it, if so."""
        try:
            self.ask("eth_sendRawTransaction", raw)
        except RefusalError as refusal:
            return refusal.message
        return None

    def mined(self, transactions: Sequence[str]) -> list[Mined | None]:
        """Each transaction's place in the chain; nothing where its block is not in it now."""
        asked = [("eth_getTransactionReceipt", [one]) for one in transactions]
        receipts = [_record(answer) for answer in self.ask_all(asked)]
        numbers = sorted({one["blockNumber"] for one in receipts if one.get("blockNumber")})
        found = self.ask_all([("eth_getBlockByNumber", [number, False]) for number in numbers])
        blocks = {number: _record(block) for number, block in zip(numbers, found, strict=True)}
        return [
            _placed(transaction, receipt, blocks.get(receipt.get("blockNumber", ""), {}))
            for transaction, receipt in zip(transactions, receipts, strict=True)
        ]

    def touched(self, sender: str, calls: Sequence[tuple[str, bytes]]) -> dict[str, list[int]]:
        """Storage slots that calls would read or write, by contract.

        Args:
            sender: who would call; it need not exist.
            calls: whom, and the call data.

        Raises:
            NodeError: the node cannot say, or a call would fail.
        """
        asked: list[tuple[str, list[Any]]] = [
            (
                "eth_createAccessList",
                [{"from": sender, "to": to, "data": "0x" + data.hex()}, "latest"],
            )
            for to, data in calls
        ]
        found: dict[str, set[int]] = {}
        for (to, data), answer in zip(calls, self.ask_all(asked), strict=True):
            told = _record(answer)
            if "accessList" not in told or told.get("error"):
                why = told.get("error") or answer
                raise NodeError(f"{self.name}: call 0x{data[:4].hex()} of {to} would fail: {why}")
            for one in told["accessList"]:
                slots = found.setdefault(to_checksum_address(one["address"]), set())
                slots.update(int(slot, 16) for slot in one["storageKeys"])
            found.setdefault(to, set())
        return {address: sorted(slots) for address, slots in found.items()}

    def stored(self, slots: Sequence[tuple[str, int]]) -> list[int]:
        """What stands in slots, by address and number."""
        asked = [("eth_getStorageAt", [address, hex(slot), "latest"]) for address, slot in slots]
        return [int(self.told(answer), 16) for answer in self.ask_all(asked)]

    def created_in(self, factory: str, topics: Sequence[str]) -> str | None:
        """The transaction whose log at the factory has these topics."""
        request = {"address": factory, "topics": list(topics), "fromBlock": "0x0"}
        logs = self.ask("eth_getLogs", {**request, "toBlock": "latest"})
        return str(logs[-1]["transactionHash"]) if logs else None

    def told(self, answer: Any) -> str:
        """An answer of `ask_all` that must not be a refusal.

        Raises:
            NodeError: it is one.
        """
        if isinstance(answer, RefusalError):
            raise NodeError(f"{self.name}: {answer}")
        return str(answer)


def _record(answer: Any) -> dict[str, Any]:
    return answer if isinstance(answer, dict) else {}


def _placed(transaction: str, receipt: dict[str, Any], block: dict[str, Any]) -> Mined | None:
    if not block or block["hash"] != receipt["blockHash"]:
        return None
    if transaction not in block["transactions"]:
        return None
    return Mined(
        int(receipt["blockNumber"], 16),
        receipt["blockHash"],
        int(receipt["gasUsed"], 16),
        int(receipt["status"], 16) == 1,
    )


def _question(condition: Condition) -> tuple[str, list[Any]]:
    match condition.question:
        case Question.CODE:
            return "eth_getCode", [condition.address, "latest"]
        case Question.STORAGE:
            return "eth_getStorageAt", [condition.address, condition.data, "latest"]
    return "eth_call", [{"to": condition.address, "data": condition.data}, "latest"]


def _answered(condition: Condition, told: Any) -> str:
    if isinstance(told, RefusalError):
        return "reverted"
    match condition.question:
        case Question.CODE:
            return "0x" + keccak(bytes.fromhex(str(told)[2:])).hex()
        case Question.STORAGE:
            return f"0x{int(str(told), 16):064x}"
    return compared(condition, str(told))
