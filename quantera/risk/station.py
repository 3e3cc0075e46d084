"""A node as the keeper uses it: calls, one account's transactions, the accounts of the book."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from eth_typing import BlockNumber, ChecksumAddress
from eth_utils.address import to_checksum_address
from eth_utils.crypto import keccak
from hexbytes import HexBytes
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter
from web3 import Web3
from web3.exceptions import ContractLogicError, TransactionNotFound, Web3RPCError
from web3.types import FilterParams, TxParams

from quantera.evm.abi import AbiRegistry, ContractAbi
from quantera.evm.errors import decode_revert
from quantera.risk.calls import Function
from quantera.risk.journal import Prepared
from quantera.risk.sending import Refused, StationError

BALANCE = Function("balanceOf(address)", "(uint256)")
ALLOWANCE = Function("allowance(address,address)", "(uint256)")
OPENED = keccak(b"AccountOpened(uint256,address,uint8)")
ROOM_PERCENT = 125
SPAN = 10_000
"""Blocks that nodes are asked for at once."""

ATTEMPTS = 4
KNOWN_ALREADY = ("already known", "already imported", "nonce too low", "known transaction")

AnswerT = TypeVar("AnswerT")
Signer = Callable[[dict[str, Any]], bytes]


class NodeStation:
    """A chain behind a node.

    Args:
        web3: the node.
        keeper: address of the account that acts.
        sign: turns a transaction's fields into its signed bytes.
        brokerage: address of the brokerage.
        errors: ABIs whose errors are named in refusals.
    """

    def __init__(
        self,
        web3: Web3,
        keeper: str,
        sign: Signer,
        brokerage: str,
        errors: Sequence[ContractAbi] = (),
    ) -> None:
        self._web3 = web3
        self._keeper: ChecksumAddress = to_checksum_address(keeper)
        self._sign = sign
        self._brokerage: ChecksumAddress = to_checksum_address(brokerage)
        self._errors = AbiRegistry(lambda: errors)
        self._opened: list[int] = []
        self._looked_up_to = -1

    def _fields(self, to: str, data: bytes) -> TxParams:
        return {"from": self._keeper, "to": to_checksum_address(to), "data": HexBytes(data)}

    def _ask(self, question: Callable[[], AnswerT]) -> AnswerT:
        """A node's answer; connections that break are tried again."""
        retrying = Retrying(
            retry=retry_if_exception_type(OSError),
            stop=stop_after_attempt(ATTEMPTS),
            wait=wait_exponential_jitter(multiplier=0.2, max=5.0),
            reraise=True,
        )
        try:
            return retrying(question)
        except OSError as error:
            raise StationError(f"the node cannot be reached: {error}") from error

    def call(self, to: str, data: bytes) -> bytes:
        """See `Station.call`."""
        fields = self._fields(to, data)
        try:
            return bytes(self._ask(lambda: self._web3.eth.call(fields)))
        except ContractLogicError as error:
            raise Refused(self._reason(error)) from error

    def prepare(self, to: str, data: bytes, nonce: int | None = None) -> Prepared:
        """See `Station.prepare`.

        A replacement offers an eighth more than the going price, which nodes ask of replacements.
        """
        eth, fields = self._web3.eth, self._fields(to, data)
        try:
            gas = self._ask(lambda: eth.estimate_gas(fields)) * ROOM_PERCENT // 100
        except ContractLogicError as error:
            raise Refused(self._reason(error)) from error
        except Web3RPCError as error:
            raise Refused(error.message or str(error)) from error
        tip = int(self._ask(lambda: eth.max_priority_fee))
        price = 2 * int(self._ask(lambda: eth.get_block("latest")).get("baseFeePerGas", 0)) + tip
        if nonce is None:
            nonce = self._ask(lambda: eth.get_transaction_count(self._keeper, "pending"))
        else:
            tip, price = tip + tip // 8 + 1, price + price // 8 + 1
        raw = self._sign(
            {
                **fields,
                "nonce": nonce,
                "chainId": self._ask(lambda: eth.chain_id),
                "gas": gas,
                "type": 2,
                "value": 0,
                "maxFeePerGas": price,
                "maxPriorityFeePerGas": tip,
            }
        )
        return Prepared(f"0x{keccak(raw).hex()}", raw, nonce)

    def broadcast(self, prepared: Prepared) -> None:
        """See `Station.broadcast`."""
        try:
            self._ask(lambda: self._web3.eth.send_raw_transaction(HexBytes(prepared.raw)))
        except Web3RPCError as error:
            message = error.message or str(error)
            if not any(words in message.lower() for words in KNOWN_ALREADY):
                raise Refused(message) from error

    def outcome(self, transaction: str) -> bool | None:
        """See `Station.outcome`."""
        try:
            receipt = self._ask(
                lambda: self._web3.eth.get_transaction_receipt(HexBytes(transaction))
            )
        except TransactionNotFound:
            return None
        return receipt["status"] == 1

    def knows(self, transaction: str) -> bool:
        """See `Station.knows`."""
        try:
            self._ask(lambda: self._web3.eth.get_transaction(HexBytes(transaction)))
        except TransactionNotFound:
            return False
        return True

    def used_nonces(self) -> int:
        """See `Station.used_nonces`."""
        return self._ask(lambda: self._web3.eth.get_transaction_count(self._keeper, "latest"))

    def budget(self, token: str) -> int:
        """See `Station.budget`."""
        held = BALANCE.results(self.call(token, BALANCE.call(self._keeper)))[0]
        given = ALLOWANCE.call(self._keeper, self._brokerage)
        return int(min(held, ALLOWANCE.results(self.call(token, given))[0]))

    def accounts(self, from_block: int = 0) -> list[int]:
        """Every account that was ever opened; what was found is not asked for again.

        Args:
            from_block: where the brokerage was created.
        """
        eth = self._web3.eth
        last = self._ask(lambda: eth.block_number)
        start = max(from_block, self._looked_up_to + 1)
        for first in range(start, last + 1, SPAN):
            span: FilterParams = {
                "address": self._brokerage,
                "topics": [HexBytes(OPENED)],
                "fromBlock": BlockNumber(first),
                "toBlock": BlockNumber(min(first + SPAN - 1, last)),
            }
            logs = self._ask(partial(eth.get_logs, span))
            self._opened += [int.from_bytes(log["topics"][1], "big") for log in logs]
        self._looked_up_to = last
        return list(self._opened)

    def _reason(self, error: ContractLogicError) -> str:
        if isinstance(error.data, str) and error.data.startswith("0x"):
            known = decode_revert(bytes.fromhex(error.data[2:]), self._errors)
            if known.name:
                return str(known)
        return error.message or "refused without a reason"
