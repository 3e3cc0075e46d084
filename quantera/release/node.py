"""A public node over HTTP: patient with what passes, clear about what does not."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from eth_utils.crypto import keccak

from quantera.release.conditions import Condition, Question
from quantera.release.errors import NodeError

_BATCH = 50
_LIMITED = {-32005, -32029, 429}
_TOO_MANY = 429
_SERVER_ERROR = 500
_WAIT_SECONDS = (0.1, 5.0)
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_LOCAL_CLIENTS = ("anvil/", "hardhatnetwork/")


class RefusalError(Exception):
    """A node's answer that says why it would not do what was asked."""

    def __init__(self, error: dict[str, Any]) -> None:
        self.code: int = error.get("code", 0)
        self.message = str(error.get("message", ""))
        self.data: Any = error.get("data")
        super().__init__(self.message)


class _PassingError(Exception):
    """A failure after which asking again makes sense."""


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


class Node:
    """One chain's node, for one thread.

    Args:
        name: of the chain, for messages.
        url: where it answers; may hold a provider's key, so that no message tells it.
        patience: seconds after which a node that does not answer stops the chain.
        timeout: seconds for one answer.
        sleep: waits so many seconds.
    """

    def __init__(
        self,
        name: str,
        url: str,
        *,
        patience: float = 60,
        timeout: float = 20,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = name
        self._url = url
        self._patience = patience
        self._timeout = timeout
        self._sleep = sleep
        self._session = requests.Session()
        self._requests = 0

    # -- asking ---------------------------------------------------------------------------------

    def ask(self, method: str, *params: Any) -> Any:
        """One answer.

        Raises:
            RefusalError: the node says why not.
            NodeError: it does not answer for as long as patience lasts.
        """
        answer = self._patiently([(method, list(params))])[0]
        if isinstance(answer, RefusalError):
            raise answer
        return answer

    def ask_all(self, asked: Sequence[tuple[str, list[Any]]]) -> list[Any]:
        """Answers in order; a refusal stands in place of an answer.

        Raises:
            NodeError: the node does not answer for as long as patience lasts.
        """
        found: list[Any] = []
        for start in range(0, len(asked), _BATCH):
            found += self._patiently(asked[start : start + _BATCH])
        return found

    def _patiently(self, asked: Sequence[tuple[str, list[Any]]]) -> list[Any]:
        until = time.monotonic() + self._patience
        wait, longest = _WAIT_SECONDS
        found: dict[int, Any] = {}
        while True:
            left = [at for at in range(len(asked)) if at not in found]
            why: _PassingError | None = None
            try:
                answers = self._once([asked[at] for at in left])
            except _PassingError as error:
                why = error
            else:
                for at, answer in zip(left, answers, strict=True):
                    if isinstance(answer, _PassingError):
                        why = answer
                    else:
                        found[at] = answer
            if why is None:
                return [found[at] for at in range(len(asked))]
            if time.monotonic() + wait > until:
                raise NodeError(f"{self.name}: the node does not answer: {why}") from why
            self._sleep(wait * random.uniform(0.5, 1.5))
            wait = min(2 * wait, longest)

    def _once(self, asked: Sequence[tuple[str, list[Any]]]) -> list[Any]:
        """Answers in order; a failure that passes stands in place of an answer."""
        first = self._requests + 1
        self._requests += len(asked)
        batch = [
            {"jsonrpc": "2.0", "id": first + at, "method": method, "params": params}
            for at, (method, params) in enumerate(asked)
        ]
        try:
            payload: Any = batch if len(batch) > 1 else batch[0]
            response = self._session.post(self._url, json=payload, timeout=self._timeout)
            if response.status_code == _TOO_MANY or response.status_code >= _SERVER_ERROR:
                raise _PassingError(f"HTTP {response.status_code}")
            told = response.json()
        except requests.RequestException as error:
            # The exception's own text holds the address, and with it a provider's key.
            raise _PassingError(type(error).__name__) from None
        answers = told if isinstance(told, list) else [told]
        by_id = {one.get("id"): one for one in answers if isinstance(one, dict)}
        return [self._answer(by_id.get(one["id"])) for one in batch]

    @staticmethod
    def _answer(told: dict[str, Any] | None) -> Any:
        if told is None or ("result" not in told and "error" not in told):
            return _PassingError("an answer is missing")
        if "error" not in told:
            return told["result"]
        refusal = RefusalError(told["error"])
        return _PassingError(refusal.message) if refusal.code in _LIMITED else refusal

    # -- the chain ------------------------------------------------------------------------------

    def chain_id(self) -> int:
        """EIP-155 chain id."""
        return int(self.ask("eth_chainId"), 16)

    def is_local(self) -> bool:
        """Whether this is a development node on this machine."""
        if urlsplit(self._url).hostname not in _LOOPBACK:
            return False
        return str(self.ask("web3_clientVersion")).lower().startswith(_LOCAL_CLIENTS)

    def block_number(self) -> int:
        """Of the latest block."""
        return int(self.ask("eth_blockNumber"), 16)

    def timestamp(self) -> int:
        """Of the latest block, in Unix seconds."""
        return int(self.ask("eth_getBlockByNumber", "latest", False)["timestamp"], 16)

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
        return [bytes.fromhex(self._told(answer)[2:]) for answer in self.ask_all(asked)]

    def balance(self, address: str) -> int:
        """Wei at an address."""
        return int(self.ask("eth_getBalance", address, "latest"), 16)

    def nonces(self, address: str) -> tuple[int, int]:
        """Transactions mined, and those with the ones that wait."""
        asked = [("eth_getTransactionCount", [address, tag]) for tag in ("latest", "pending")]
        latest, pending = (int(self._told(answer), 16) for answer in self.ask_all(asked))
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

    def created_in(self, factory: str, topics: Sequence[str]) -> str | None:
        """The transaction whose log at the factory has these topics."""
        request = {"address": factory, "topics": list(topics), "fromBlock": "0x0"}
        logs = self.ask("eth_getLogs", {**request, "toBlock": "latest"})
        return str(logs[-1]["transactionHash"]) if logs else None

    def close(self) -> None:
        """Drop the connection."""
        self._session.close()

    def _told(self, answer: Any) -> str:
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
    return str(told)
