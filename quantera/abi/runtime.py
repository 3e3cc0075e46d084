"""What the generated classes stand on: typed calls, events and errors over a web3.py contract.

Nothing here knows a contract; web3.py and what it brings are the only imports.
"""

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import resources
from typing import Any, ClassVar, Generic, Self, TypeVar, get_args, get_origin, overload

from eth_abi.abi import decode
from eth_abi.exceptions import DecodingError
from eth_abi.grammar import ABIType, TupleType, parse
from eth_typing import ABI, ChecksumAddress, HexStr
from eth_utils.address import to_checksum_address
from hexbytes import HexBytes
from web3 import Web3
from web3.contract import Contract as Web3Contract
from web3.contract.contract import ContractFunction
from web3.exceptions import ContractLogicError
from web3.types import BlockIdentifier, FilterParams, LogReceipt, TxParams, TxReceipt

__all__ = [
    "Address",
    "Contract",
    "ContractError",
    "Event",
    "Functions",
    "Log",
    "NotDeployedError",
    "PanicError",
    "Read",
    "ReasonError",
    "Sequence",
    "UnknownError",
    "Write",
    "decode_error",
    "load_addresses",
]

Address = ChecksumAddress
T = TypeVar("T")


class NotDeployedError(LookupError):
    """This release of the package knows no address of that contract on that chain."""


@cache
def _types(signature: str) -> tuple[ABIType, ...]:
    if signature.endswith("()"):
        return ()
    inputs = parse(signature[signature.index("(") :])
    return tuple(inputs.components) if isinstance(inputs, TupleType) else ()


def _name(kind: ABIType) -> str:
    name: str = kind.to_type_str()  # type: ignore[no-untyped-call]
    return name


def _build(kind: Any, value: Any) -> Any:
    """Shape what an ABI decoder returned into the annotated Python type."""
    origin = get_origin(kind)
    if origin is list:
        return [_build(get_args(kind)[0], item) for item in value]
    if origin is tuple:
        return tuple(_build(part, item) for part, item in zip(get_args(kind), value, strict=True))
    if dataclasses.is_dataclass(kind):
        parts = zip(dataclasses.fields(kind), value, strict=True)
        built: Callable[..., Any] = kind  # type: ignore[assignment]
        return built(*(_build(field.type, item) for field, item in parts))
    if kind is ChecksumAddress:
        return to_checksum_address(value)
    return bytes(value) if kind is bytes else value


def _plain(value: Any) -> Any:
    """Turn structs back into the tuples that an ABI encoder takes."""
    if dataclasses.is_dataclass(value):
        return tuple(_plain(getattr(value, field.name)) for field in dataclasses.fields(value))
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


class ContractError(Exception):
    """A contract refused: one subclass per custom error, its arguments as attributes."""

    SIGNATURE: ClassVar[str]
    SELECTOR: ClassVar[bytes]

    def __str__(self) -> str:
        """Name and arguments, as in Solidity."""
        arguments = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{self.SIGNATURE.partition('(')[0]}({arguments})"


@dataclasses.dataclass(eq=False)
class ReasonError(ContractError):
    """A reason in words."""

    SIGNATURE: ClassVar[str] = "Error(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("08c379a0")
    reason: str


@dataclasses.dataclass(eq=False)
class PanicError(ContractError):
    """A failure that the compiler found, such as 0x11 for an arithmetic overflow."""

    SIGNATURE: ClassVar[str] = "Panic(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4e487b71")
    code: int


@dataclasses.dataclass(eq=False)
class UnknownError(ContractError):
    """Revert data of an error that this package does not know; empty when no reason was given."""

    SIGNATURE: ClassVar[str] = "UnknownError(bytes)"
    SELECTOR: ClassVar[bytes] = b""
    data: bytes


_BUILT_IN: dict[bytes, type[ContractError]] = {
    ReasonError.SELECTOR: ReasonError,
    PanicError.SELECTOR: PanicError,
}


def decode_error(data: bytes | str, known: Mapping[bytes, type[ContractError]]) -> ContractError:
    """Read revert data.

    Args:
        data: what the call returned when it reverted, as bytes or hex.
        known: error classes by selector.

    Returns:
        The error; `UnknownError` where the data is of no known error.
    """
    raw = bytes(HexBytes(data))
    kind = {**_BUILT_IN, **known}.get(raw[:4])
    if kind is None:
        return UnknownError(raw)
    try:
        values = decode([_name(part) for part in _types(kind.SIGNATURE)], raw[4:])
    except (DecodingError, UnicodeDecodeError):
        return UnknownError(raw)
    error: ContractError = _build(kind, values)
    return error


@contextmanager
def _typed_errors(known: Mapping[bytes, type[ContractError]]) -> Iterator[None]:
    try:
        yield
    except ContractLogicError as error:
        if not isinstance(error.data, str) or not error.data.startswith("0x"):
            raise
        raise decode_error(error.data, known) from error


class Read(Generic[T]):
    """A call that is ready to be asked; nothing is sent before `call`."""

    def __init__(
        self,
        contract: Web3Contract,
        signature: str,
        arguments: Sequence[object],
        kind: type[T],
        errors: Mapping[bytes, type[ContractError]],
    ) -> None:
        self._contract = contract
        self._signature = signature
        self._arguments = [_plain(argument) for argument in arguments]
        self._kind = kind
        self._errors = errors

    @property
    def function(self) -> ContractFunction:
        """The plain web3.py function below, its arguments bound."""
        return self._contract.functions[self._signature](*self._arguments)

    @property
    def data(self) -> HexStr:
        """The call data, for multicalls, proposals and wallets."""
        return HexStr(self._contract.encode_abi(self._signature, args=self._arguments))

    def call(self, transaction: TxParams | None = None, block: BlockIdentifier = "latest") -> T:
        """Ask a node for the result, changing nothing.

        Args:
            transaction: sender, value and gas to pretend.
            block: the state to ask.

        Raises:
            ContractError: the contract refused.
        """
        with _typed_errors(self._errors):
            value = self.function.call(transaction, block)
        answer: T = _build(self._kind, value)
        return answer


class Write(Read[T]):
    """A call that can also be sent as a transaction."""

    def transact(self, transaction: TxParams | None = None) -> HexBytes:
        """Send it from an account of the node, or of a signing middleware.

        Returns:
            The transaction's hash.

        Raises:
            ContractError: the contract refused while gas was estimated.
        """
        with _typed_errors(self._errors):
            return self.function.transact(transaction)

    def build_transaction(self, transaction: TxParams | None = None) -> TxParams:
        """Fill in a transaction to sign elsewhere.

        Raises:
            ContractError: the contract refused while gas was estimated.
        """
        with _typed_errors(self._errors):
            return self.function.build_transaction(transaction)

    def estimate_gas(
        self, transaction: TxParams | None = None, block: BlockIdentifier | None = None
    ) -> int:
        """Gas that the node expects the transaction to use.

        Raises:
            ContractError: the contract refused.
        """
        with _typed_errors(self._errors):
            return self.function.estimate_gas(transaction, block)


class Functions:
    """Base of the generated functions of a contract."""

    def __init__(self, contract: Web3Contract, errors: Mapping[bytes, type[ContractError]]) -> None:
        self._contract = contract
        self._errors = errors

    def _read(self, signature: str, kind: type[T], *arguments: object) -> Read[T]:
        return Read(self._contract, signature, arguments, kind, self._errors)

    def _write(self, signature: str, kind: type[T], *arguments: object) -> Write[T]:
        return Write(self._contract, signature, arguments, kind, self._errors)


class Event:
    """Base of the generated events; an indexed text, array or struct is there as its hash."""

    SIGNATURE: ClassVar[str]
    TOPIC: ClassVar[bytes]
    INDEXED: ClassVar[tuple[bool, ...]]


E = TypeVar("E", bound=Event)


@dataclasses.dataclass(frozen=True)
class Log(Generic[E]):
    """An event and where it happened."""

    event: E
    address: ChecksumAddress
    block_number: int
    block_hash: HexBytes
    transaction_hash: HexBytes
    log_index: int


def _topic_value(kind: ABIType, topic: bytes) -> object:
    if kind.is_dynamic or kind.is_array or isinstance(kind, TupleType):
        return topic
    value: object = decode([_name(kind)], topic)[0]
    return value


def _decode_event(kind: type[E], log: LogReceipt) -> Log[E] | None:
    topics = [bytes(topic) for topic in log["topics"]]
    # Standards share signatures and differ in what they index: the number of topics tells.
    if len(topics) != 1 + sum(kind.INDEXED) or topics[0] != kind.TOPIC:
        return None
    types = list(zip(_types(kind.SIGNATURE), kind.INDEXED, strict=True))
    plain = [_name(part) for part, indexed in types if not indexed]
    try:
        body = iter(decode(plain, bytes(log["data"])))
        head = iter(topics[1:])
        values = [
            _topic_value(part, next(head)) if indexed else next(body) for part, indexed in types
        ]
    except (DecodingError, UnicodeDecodeError):
        return None
    return Log(
        event=_build(kind, values),
        address=log["address"],
        block_number=log["blockNumber"],
        block_hash=log["blockHash"],
        transaction_hash=log["transactionHash"],
        log_index=log["logIndex"],
    )


@cache
def _load(package: str, file: str) -> Any:
    return json.loads(resources.files(package).joinpath(file).read_text(encoding="utf-8"))


def load_addresses(package: str) -> dict[int, dict[str, ChecksumAddress]]:
    """Contract addresses by chain id and name, as packaged."""
    return {
        int(chain): dict(contracts) for chain, contracts in _load(package, "addresses.json").items()
    }


class _Abi:
    def __get__(self, instance: object, owner: "type[Contract]") -> ABI:
        abi: ABI = _load(owner.PACKAGE, f"json/{owner.NAME}.json")
        return abi


class _Address:
    """On a class the lookup by chain, on an instance its address."""

    @overload
    def __get__(
        self, instance: None, owner: "type[Contract]"
    ) -> Callable[[int], ChecksumAddress]: ...
    @overload
    def __get__(self, instance: "Contract", owner: "type[Contract]") -> ChecksumAddress: ...
    def __get__(
        self, instance: "Contract | None", owner: "type[Contract]"
    ) -> ChecksumAddress | Callable[[int], ChecksumAddress]:
        return owner._packaged_address if instance is None else instance.contract.address


class Contract:
    """Base of the generated contracts.

    `X.abi` is the ABI, `X.address(chain_id)` the packaged address, `X.at(w3, address)` the
    contract at an address; of an instance, `address` is where it stands and `contract` the plain
    web3.py contract below.
    """

    NAME: ClassVar[str]
    PACKAGE: ClassVar[str]
    ERRORS: ClassVar[Mapping[bytes, type[ContractError]]]
    EVENTS: ClassVar[tuple[type[Event], ...]]

    abi = _Abi()
    address = _Address()

    def __init__(self, w3: Web3, address: ChecksumAddress) -> None:
        self.contract: Web3Contract = w3.eth.contract(address=address, abi=self.abi)

    @classmethod
    def _packaged_address(cls, chain_id: int) -> ChecksumAddress:
        known = load_addresses(cls.PACKAGE).get(chain_id, {})
        if cls.NAME not in known:
            raise NotDeployedError(f"no address of {cls.NAME} on chain {chain_id} is packaged")
        return known[cls.NAME]

    @classmethod
    def at(cls, w3: Web3, address: ChecksumAddress | None = None) -> Self:
        """The contract at an address, or at the packaged one of the chain that `w3` is on.

        Raises:
            NotDeployedError: no address was given and none is packaged for that chain.
        """
        return cls(w3, address if address is not None else cls._packaged_address(w3.eth.chain_id))

    @classmethod
    def decode_error(cls, data: bytes | str) -> ContractError:
        """Read revert data, of this contract or of one that it called; see `decode_error`."""
        return decode_error(data, cls.ERRORS)

    @classmethod
    def decode_log(cls, log: LogReceipt) -> Log[Event] | None:
        """Read a log as one of this contract's events; None where it is none of them.

        The log's address is not looked at.
        """
        for kind in cls.EVENTS:
            found = _decode_event(kind, log)
            if found is not None:
                return found
        return None

    def receipt_logs(self, receipt: TxReceipt, event: type[E]) -> list[Log[E]]:
        """The events of one kind that this contract emitted in a transaction, in their order."""
        return self._decoded(receipt["logs"], event)

    def logs(
        self,
        event: type[E],
        from_block: BlockIdentifier = "latest",
        to_block: BlockIdentifier = "latest",
    ) -> list[Log[E]]:
        """The events of one kind that this contract emitted in a range of blocks, ends included."""
        wanted: FilterParams = {
            "address": self.address,
            "topics": [HexBytes(event.TOPIC)],
            "fromBlock": from_block,
            "toBlock": to_block,
        }
        return self._decoded(self.contract.w3.eth.get_logs(wanted), event)

    def _decoded(self, logs: Iterable[LogReceipt], event: type[E]) -> list[Log[E]]:
        own = (log for log in logs if log["address"] == self.address)
        return [found for log in own if (found := _decode_event(event, log)) is not None]
