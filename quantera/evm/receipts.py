"""What a transaction left behind: status, logs, decoded events, result, gas."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quantera.evm.abi import AbiRegistry, FunctionAbi
from quantera.evm.actors import to_address
from quantera.evm.errors import InexactGasError


@dataclass(frozen=True, slots=True)
class Log:
    """A raw log: 32-byte topics and data."""

    address: str
    topics: tuple[bytes, ...]
    data: bytes


class Arguments(Mapping[str, Any]):
    """Arguments of an event, by name or as attributes."""

    __slots__ = ("_values",)

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __getattr__(self, name: str) -> Any:
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(f"no argument {name!r} among {list(self._values)}") from None

    def __repr__(self) -> str:
        return ", ".join(f"{name}={value!r}" for name, value in self._values.items())


@dataclass(frozen=True, slots=True)
class Event:
    """A decoded log; `event.amount` is short for `event.args["amount"]`."""

    name: str
    args: Arguments
    address: str

    def __getattr__(self, name: str) -> Any:
        return getattr(self.args, name)

    def __repr__(self) -> str:
        return f"{self.name}({self.args!r})"


class Events(tuple[Event, ...]):
    """Events in the order they were emitted."""

    __slots__ = ()

    def named(self, name: str) -> "Events":
        """Those of one name."""
        return Events(event for event in self if event.name == name)

    def of(self, address: object) -> "Events":
        """Those that one contract emitted."""
        wanted = getattr(address, "address", address)
        return Events(event for event in self if event.address == wanted)

    def one(self, name: str) -> Event:
        """The only one of that name.

        Raises:
            AssertionError: there is none, or more than one.
        """
        found = self.named(name)
        if len(found) != 1:
            raise AssertionError(f"{len(found)} events {name} among {list(self)}")
        return found[0]


class Receipt:
    """The outcome of one transaction.

    Attributes:
        status: 1 when it took effect, 0 when it was undone.
        sender: who sent it.
        to: the account called, or nothing for a creation.
        contract_address: of a creation, the new contract.
        block_number: the block it is in.
        timestamp: that block's time in seconds.
        transaction_hash: on a node, its hash.
        function: the function called, when it was called through a contract handle.
    """

    def __init__(
        self,
        *,
        registry: AbiRegistry,
        status: int,
        sender: str,
        to: str | None,
        block_number: int,
        timestamp: int,
        logs: Callable[[], tuple[Log, ...]],
        output: Callable[[], bytes],
        contract_address: str | None = None,
        gas_used: int | None = None,
        transaction_hash: str | None = None,
    ) -> None:
        self._registry = registry
        self._logs = logs
        self._output = output
        self._gas_used = gas_used
        self.status = status
        self.sender = sender
        self.to = to
        self.contract_address = contract_address
        self.block_number = block_number
        self.timestamp = timestamp
        self.transaction_hash = transaction_hash
        self.function: FunctionAbi | None = None

    def __repr__(self) -> str:
        called = self.function.name if self.function else self.to or self.contract_address
        return f"<Receipt {called} status={self.status}>"

    @property
    def gas_used(self) -> int:
        """Gas of the whole transaction, exact.

        Raises:
            InexactGasError: this chain does not know it to the unit; see `quantera.evm.gas`.
        """
        if self._gas_used is None:
            raise InexactGasError(
                "a warm in-process EVM does not know gas; use exact_gas or a node"
            )
        return self._gas_used

    @cached_property
    def logs(self) -> tuple[Log, ...]:
        """All logs, in order."""
        return self._logs()

    @cached_property
    def events(self) -> Events:
        """The logs that some known ABI describes, decoded, in order."""
        decoded = ((self._registry.decode_log(log.topics, log.data), log) for log in self.logs)
        return Events(
            Event(found[0], Arguments(found[1]), log.address)
            for found, log in decoded
            if found is not None
        )

    @cached_property
    def output(self) -> bytes:
        """Raw return data; on a node it is asked for at first use, so before any `revert`."""
        return self._output()

    @property
    def return_value(self) -> Any:
        """Decoded result of the function that was called through a contract handle."""
        return None if self.function is None else self.function.decode(self.output)


def raw_logs(entries: Sequence[Mapping[str, Any]]) -> tuple[Log, ...]:
    """Logs as a node's JSON tells them."""
    return tuple(
        Log(
            to_address(entry["address"]),
            tuple(bytes.fromhex(topic[2:]) for topic in entry["topics"]),
            bytes.fromhex(entry["data"][2:]),
        )
        for entry in entries
    )
