"""One chain's registry over JSON-RPC."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import urllib3
from eth_account.signers.local import LocalAccount
from eth_utils.address import to_checksum_address
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from quantera.abi import decode_error
from quantera.compliance.catalogue import load_reasons
from quantera.compliance.chain import calls
from quantera.compliance.chain.protocol import (
    Call,
    FeeQuote,
    Outcome,
    Prepared,
    RecordChange,
    Snapshot,
)
from quantera.compliance.errors import RegistryError
from quantera.compliance.record import IDENTITY_MASK
from quantera.compliance.terms import grants_of, remember
from quantera.evm.abi import AbiRegistry, ContractAbi
from quantera.evm.errors import decode_revert
from quantera.evm.rpc import Rpc, RpcError

ResultT = TypeVar("ResultT")

_ATTEMPTS = 4
_KNOWN_ALREADY = ("already known", "already imported", "nonce too low", "known transaction")
_ROOM_PERCENT = 125


class EvmRegistry:
    """Reads and writes the registry at one address.

    Args:
        chain: the chain's name.
        url: a node's JSON-RPC endpoint.
        registry: address of the compliance engine.
        account: pays for and sends transactions; an agent of the registry for what agents do;
            None only reads.
        tokens: the issuer's tokens on this chain.
        from_block: block in which the registry was created.
        span: blocks asked for at once.
        confirmations: blocks, its own included, after which a transaction counts as mined.
        errors: ABIs whose errors are decoded in refusals.
        data_price: per byte of calldata, for chains that pay another chain for data.
    """

    def __init__(
        self,
        chain: str,
        url: str,
        registry: str,
        account: LocalAccount | None,
        *,
        tokens: Sequence[str] = (),
        from_block: int = 0,
        span: int = 10_000,
        confirmations: int = 1,
        errors: Iterable[ContractAbi] = (),
        data_price: Callable[[], int] = lambda: 0,
    ) -> None:
        self.chain = chain
        self.registry = to_checksum_address(registry)
        self._rpc = Rpc(url)
        self._account = account
        self._tokens = tuple(tokens)
        self._from_block = from_block
        self._span = span
        self._confirmations = confirmations
        self._errors = AbiRegistry(lambda: errors)
        self._data_price = data_price
        self.chain_id = int(self._ask("eth_chainId"), 16)

    def _ask(self, method: str, *params: Any) -> Any:
        """A node's answer; connections that break are tried again."""
        retrying = Retrying(
            retry=retry_if_exception_type(urllib3.exceptions.HTTPError),
            stop=stop_after_attempt(_ATTEMPTS),
            wait=wait_exponential_jitter(multiplier=0.2, max=5.0),
            reraise=True,
        )
        try:
            return retrying(self._rpc, method, *params)
        except urllib3.exceptions.HTTPError as error:
            raise RegistryError(f"{self.chain} cannot be reached: {error}") from error

    def question(self, to: str, data: bytes) -> bytes:
        """What a view of a contract answers at the newest block.

        Raises:
            RegistryError: it reverts, or the chain cannot be reached.
        """
        request = {"to": to, "data": f"0x{data.hex()}"}
        try:
            answer = self._ask("eth_call", request, "latest")
        except RpcError as error:
            raise RegistryError(f"{self.chain}: {error}") from error
        return bytes.fromhex(answer.removeprefix("0x"))

    def _block(self) -> tuple[int, int, int]:
        block = self._ask("eth_getBlockByNumber", "latest", False)
        return int(block["number"], 16), int(block["timestamp"], 16), int(block["gasLimit"], 16)

    def _logs(self, first: int, last: int, events: Sequence[str]) -> list[Any]:
        topics = [f"0x{calls.TOPICS[event].hex()}" for event in events]
        found: list[Any] = []
        for start in range(first, last + 1, self._span):
            span = {
                "address": self.registry,
                "topics": [topics],
                "fromBlock": hex(start),
                "toBlock": hex(min(start + self._span - 1, last)),
            }
            try:
                found += self._ask("eth_getLogs", span)
            except RpcError as error:
                raise RegistryError(f"{self.chain}: {error}") from error
        return found

    def head(self) -> int:
        """Number of the newest block."""
        return self._block()[0]

    def time_of(self, block: int) -> int:
        """Time of a block, Unix seconds."""
        return int(self._ask("eth_getBlockByNumber", hex(block), False)["timestamp"], 16)

    def all_logs(self, addresses: Sequence[str], last: int) -> Iterator[Any]:
        """Logs of contracts from the registry's first block to `last`, in the chain's order.

        Raises:
            RegistryError: the chain cannot be reached.
        """
        for start in range(self._from_block, last + 1, self._span):
            span = {
                "address": list(addresses),
                "fromBlock": hex(start),
                "toBlock": hex(min(start + self._span - 1, last)),
            }
            try:
                yield from self._ask("eth_getLogs", span)
            except RpcError as error:
                raise RegistryError(f"{self.chain}: {error}") from error

    def timestamp(self) -> int:
        """See `RegistryReader.timestamp`."""
        return self._block()[1]

    def snapshot(self) -> Snapshot:
        """See `RegistryReader.snapshot`: the last record that the logs state for each wallet."""
        number, timestamp, _ = self._block()
        events = ("RecordWritten", "EvidenceWritten", "TermsWritten")
        logs = self._logs(self._from_block, number, events)
        records = {change.wallet: change.record for change in calls.record_changes(logs)}
        terms = calls.terms_changes(logs)
        return Snapshot(
            self.chain,
            number,
            timestamp,
            {wallet: word for wallet, word in records.items() if word & IDENTITY_MASK},
            dict(calls.evidence_changes(logs)),
            remember(terms),
            grants_of(terms),
        )

    def changes(self, after: int) -> tuple[int, Sequence[RecordChange]]:
        """See `RegistryReader.changes`."""
        number, _, _ = self._block()
        return number, calls.record_changes(self._logs(after + 1, number, ("RecordWritten",)))

    def holders(self, wallets: Iterable[str]) -> set[str]:
        """See `RegistryReader.holders`."""
        return {
            wallet
            for wallet in wallets
            if any(
                calls.word(self.question(token, calls.call("balanceOf", ["address"], wallet)))
                for token in self._tokens
            )
        }

    def record(self, wallet: str) -> int:
        """A wallet's packed record; 0 when it is not registered."""
        return calls.word(self.question(self.registry, calls.call("recordOf", ["address"], wallet)))

    def terms(self, token: str, identity: int) -> int:
        """See `RegistryWriter.terms`."""
        data = calls.call("termsOf", ["address", "address"], token, f"0x{identity:040x}")
        return calls.word(self.question(self.registry, data))

    def terms_since(self, after: int) -> tuple[int, Sequence[tuple[tuple[str, int], int]]]:
        """See `RegistryWriter.terms_since`."""
        number, _, _ = self._block()
        first = max(after + 1, self._from_block)
        return number, calls.terms_changes(self._logs(first, number, ("TermsWritten",)))

    def has_code(self, address: str) -> bool:
        """Whether a contract stands at an address."""
        return bool(self._ask("eth_getCode", address, "latest").removeprefix("0x"))

    def fees(self) -> FeeQuote:
        """See `RegistryReader.fees`."""
        price = int(self._ask("eth_gasPrice"), 16)
        return FeeQuote(price, self._data_price(), self._block()[2])

    def last_batch_nonce(self, issuer: str) -> int:
        """See `RegistryReader.last_batch_nonce`."""
        return calls.word(
            self.question(self.registry, calls.call("lastNonce", ["address"], issuer))
        )

    def preview(self, token: str, sender: str | None, recipient: str, amount: int) -> int:
        """The ERC-1404 code with which a token would refuse now; 0 when it passes.

        Without a sender it is a mint, which the engine alone is asked about.
        """
        if sender is not None:
            types = ["address", "address", "uint256"]
            data = calls.call("detectTransferRestriction", types, sender, recipient, amount)
            return calls.word(self.question(token, data))
        held = calls.word(self.question(token, calls.call("balanceOf", ["address"], recipient)))
        supply = calls.word(self.question(token, calls.call("totalSupply", [])))
        return calls.word(
            self.question(self.registry, calls.preview_mint(token, recipient, amount, held, supply))
        )

    def allotment(self, token: str, limit: int, key: int) -> tuple[int, int, int]:
        """Global value, this chain's allotment and use of a limit (`IRuleConfiguration`)."""
        types = ["address", "uint8", "uint256"]
        answer = self.question(self.registry, calls.call("allotment", types, token, limit, key))
        return calls.three_words(answer)

    @property
    def payer(self) -> str:
        """Address of the account that sends.

        Raises:
            RegistryError: opened for reading only.
        """
        return str(self._payer.address)

    @property
    def _payer(self) -> LocalAccount:
        if self._account is None:
            raise RegistryError(f"{self.chain} was opened for reading only")
        return self._account

    def _request(self, call: Call) -> dict[str, str]:
        return {
            "from": self._payer.address,
            "to": call.to or self.registry,
            "data": f"0x{call.data.hex()}",
            "gas": hex(call.gas),
        }

    def trial(self, call: Call, caller: str | None = None) -> str | None:
        """See `RegistryWriter.trial`; as `caller` instead of the paying account."""
        request = self._request(call) if caller is None else {**self._request(call), "from": caller}
        try:
            self._ask("eth_call", request, "latest")
        except RpcError as error:
            return self._why(error)
        return None

    def _why(self, error: RpcError) -> str:
        if not isinstance(error.data, str) or not error.data.startswith("0x"):
            return error.message
        data = bytes.fromhex(error.data[2:])
        known = decode_revert(data, self._errors, error.message)
        named = known if known.name else decode_error(data)
        code = getattr(named, "code", None) or (known.values.get("code") if known.name else None)
        return f"{named}: {load_reasons().by_code(code).text}" if code else str(named)

    def prepare(self, call: Call, nonce: int | None = None) -> Prepared:
        """See `RegistryWriter.prepare`.

        A replacement offers an eighth more than the going price, which nodes ask of replacements.

        Raises:
            RegistryError: the gas cannot be estimated.
        """
        try:
            needed = int(self._ask("eth_estimateGas", self._request(call)), 16)
        except RpcError as error:
            raise RegistryError(f"{self.chain}: {self._why(error)}") from error
        price = int(self._ask("eth_gasPrice"), 16)
        if nonce is None:
            nonce = int(self._ask("eth_getTransactionCount", self._payer.address, "pending"), 16)
        else:
            price += price // 8 + 1
        signed = self._payer.sign_transaction(
            {
                "type": 2,
                "chainId": self.chain_id,
                "nonce": nonce,
                "to": to_checksum_address(call.to or self.registry),
                "value": 0,
                "data": call.data,
                "gas": min(call.gas, needed * _ROOM_PERCENT // 100),
                "maxFeePerGas": 2 * price,
                "maxPriorityFeePerGas": min(price, 10**9),
            }
        )
        return Prepared(signed.hash.to_0x_hex(), bytes(signed.raw_transaction), nonce)

    def broadcast(self, prepared: Prepared) -> None:
        """See `RegistryWriter.broadcast`.

        Raises:
            RegistryError: the node refuses it for another reason than knowing it.
        """
        try:
            self._ask("eth_sendRawTransaction", f"0x{prepared.raw.hex()}")
        except RpcError as error:
            if not any(text in error.message.lower() for text in _KNOWN_ALREADY):
                raise RegistryError(f"{self.chain}: {error.message}") from error

    def outcome(self, transaction: str) -> Outcome | None:
        """See `RegistryWriter.outcome`."""
        receipt = self._ask("eth_getTransactionReceipt", transaction)
        if receipt is None or receipt["blockNumber"] is None:
            return None
        block = int(receipt["blockNumber"], 16)
        return Outcome(
            block=block,
            gas_used=int(receipt["gasUsed"], 16),
            succeeded=int(receipt["status"], 16) == 1,
            final=self._block()[0] >= block + self._confirmations - 1,
            skipped=calls.skipped_rows(receipt["logs"]),
        )

    def used_nonces(self) -> int:
        """See `RegistryWriter.used_nonces`."""
        return int(self._ask("eth_getTransactionCount", self._payer.address, "latest"), 16)

    def close(self) -> None:
        """Drops the connection."""
        self._rpc.close()
