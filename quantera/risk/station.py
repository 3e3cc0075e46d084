"""A node as the keeper uses it: calls, one account's transactions, the accounts of the book."""

from collections.abc import Callable, Sequence
from typing import Any

from eth_typing import ChecksumAddress
from eth_utils.address import to_checksum_address
from eth_utils.crypto import keccak
from hexbytes import HexBytes
from web3 import Web3
from web3.exceptions import ContractLogicError, TransactionNotFound, Web3RPCError
from web3.types import TxParams

from quantera.evm.abi import AbiRegistry, ContractAbi
from quantera.evm.errors import decode_revert
from quantera.risk.calls import Function
from quantera.risk.keeper import Refused

BALANCE = Function("balanceOf(address)", "(uint256)")
ALLOWANCE = Function("allowance(address,address)", "(uint256)")
OPENED = keccak(b"AccountOpened(uint256,address,uint8)")
ROOM_PERCENT = 125
SPAN = 10_000
"""Blocks that nodes are asked for at once."""

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

    def call(self, to: str, data: bytes) -> bytes:
        """See `Station.call`."""
        try:
            return bytes(self._web3.eth.call(self._fields(to, data)))
        except ContractLogicError as error:
            raise Refused(self._reason(error)) from error

    def send(self, to: str, data: bytes) -> str:
        """See `Station.send`."""
        eth = self._web3.eth
        fields = self._fields(to, data)
        try:
            gas = eth.estimate_gas(fields) * ROOM_PERCENT // 100
            tip = eth.max_priority_fee
            base = eth.get_block("latest").get("baseFeePerGas", 0)
            whole = {
                **fields,
                "nonce": eth.get_transaction_count(self._keeper, "pending"),
                "chainId": eth.chain_id,
                "gas": gas,
                "type": 2,
                "value": 0,
                "maxFeePerGas": 2 * base + tip,
                "maxPriorityFeePerGas": tip,
            }
            return eth.send_raw_transaction(self._sign(whole)).to_0x_hex()
        except ContractLogicError as error:
            raise Refused(self._reason(error)) from error
        except Web3RPCError as error:
            raise Refused(error.message or str(error)) from error

    def settled(self, transaction: str) -> bool | None:
        """See `Station.settled`; one that the node has never heard of was dropped."""
        eth = self._web3.eth
        try:
            return eth.get_transaction_receipt(HexBytes(transaction))["status"] == 1
        except TransactionNotFound:
            pass
        try:
            eth.get_transaction(HexBytes(transaction))
        except TransactionNotFound:
            return False
        return None

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
        last = eth.block_number
        start = max(from_block, self._looked_up_to + 1)
        for first in range(start, last + 1, SPAN):
            logs = eth.get_logs(
                {
                    "address": self._brokerage,
                    "topics": [HexBytes(OPENED)],
                    "fromBlock": first,
                    "toBlock": min(first + SPAN - 1, last),
                }
            )
            self._opened += [int.from_bytes(log["topics"][1], "big") for log in logs]
        self._looked_up_to = last
        return list(self._opened)

    def _reason(self, error: ContractLogicError) -> str:
        if isinstance(error.data, str) and error.data.startswith("0x"):
            known = decode_revert(bytes.fromhex(error.data[2:]), self._errors)
            if known.name:
                return str(known)
        return error.message or "refused without a reason"
