"""Descriptions of functions, events and errors, parsed once from an ABI, and a registry of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from eth_utils.crypto import keccak

from quantera.evm.codec import Codec, CodingError, canonical_type, record_type, word_decoder

AbiEntry = Mapping[str, Any]


def signature_of(entry: AbiEntry) -> str:
    """Canonical signature of a function, event or error, such as `transfer(address,uint256)`."""
    return f"{entry['name']}({','.join(canonical_type(item) for item in entry['inputs'])})"


class FunctionAbi:
    """One function: selector, codecs and whether it only reads.

    Attributes:
        name: its name; `signature` tells overloads apart.
        is_view: declared `view` or `pure`.
        payable: takes native coin.
    """

    def __init__(self, entry: AbiEntry) -> None:
        self.entry = entry
        self.name: str = entry["name"]
        self.signature = signature_of(entry)
        self.selector = keccak(text=self.signature)[:4]
        self.is_view = entry.get("stateMutability") in {"view", "pure"}
        self.payable = entry.get("stateMutability") == "payable"

    @cached_property
    def inputs(self) -> Codec:
        """Codec of the arguments."""
        return Codec(self.entry["inputs"])

    @cached_property
    def outputs(self) -> Codec:
        """Codec of the results."""
        return Codec(self.entry.get("outputs", []))

    @cached_property
    def _result(self) -> Callable[[list[Any]], Any]:
        count = len(self.outputs.types)
        if count == 0:
            return lambda _values: None
        if count == 1:
            return lambda values: values[0]
        named = all(item.get("name") for item in self.entry["outputs"])
        if not named or len(set(self.outputs.fields)) != count:
            return tuple
        record = record_type(f"{self.name}_result".lstrip("_"), self.outputs.fields)
        return lambda values: record(*values)

    def encode(self, values: Sequence[Any]) -> bytes:
        """Calldata of a call with these arguments.

        Raises:
            CodingError: the arguments do not fit.
        """
        return self.selector + self.inputs.encode(values)

    def decode(self, data: bytes) -> Any:
        """Result of a call: nothing, one value, or a tuple (with names where the ABI has them).

        Raises:
            CodingError: the data is not what the ABI says.
        """
        return self._result(self.outputs.decode(data))


class EventAbi:
    """One event: its topic and how logs of it are read."""

    def __init__(self, entry: AbiEntry) -> None:
        self.entry = entry
        self.name: str = entry["name"]
        self.signature = signature_of(entry)
        self.topic = keccak(text=self.signature)
        self.indexed = [item for item in entry["inputs"] if item["indexed"]]

    @cached_property
    def _topics(self) -> list[tuple[str, Callable[[bytes], Any]]]:
        # A dynamic value in a topic is only its hash.
        return [
            (name, word_decoder(canonical_type(item)) or bytes)
            for name, item in self._named
            if item["indexed"]
        ]

    @cached_property
    def _data(self) -> Codec:
        return Codec([item for item in self.entry["inputs"] if not item["indexed"]])

    @cached_property
    def _named(self) -> list[tuple[str, AbiEntry]]:
        names = Codec(self.entry["inputs"]).fields
        return list(zip(names, self.entry["inputs"], strict=True))

    @cached_property
    def _order(self) -> list[tuple[str, bool]]:
        return [(name, item["indexed"]) for name, item in self._named]

    def decode(self, topics: Sequence[bytes], data: bytes) -> dict[str, Any]:
        """Arguments by name, in the order of the declaration.

        Raises:
            CodingError: the log is not one of this event.
        """
        found = {
            name: decode(topic)
            for (name, decode), topic in zip(self._topics, topics[1:], strict=True)
        }
        rest = iter(self._data.decode(data))
        return {name: found[name] if indexed else next(rest) for name, indexed in self._order}


class ErrorAbi:
    """One custom error."""

    def __init__(self, entry: AbiEntry) -> None:
        self.entry = entry
        self.name: str = entry["name"]
        self.signature = signature_of(entry)
        self.selector = keccak(text=self.signature)[:4]

    @cached_property
    def inputs(self) -> Codec:
        """Codec of the arguments."""
        return Codec(self.entry["inputs"])

    def decode(self, data: bytes) -> dict[str, Any]:
        """Arguments by name of revert data that starts with this error's selector.

        Raises:
            CodingError: the data is not what the ABI says.
        """
        return dict(zip(self.inputs.fields, self.inputs.decode(data[4:]), strict=True))


class ContractAbi:
    """A parsed ABI.

    Attributes:
        name: the contract's name.
        functions: overloads by name.
        by_signature: each function by its canonical signature.
    """

    def __init__(self, name: str, entries: Iterable[AbiEntry]) -> None:
        self.name = name
        self.functions: dict[str, list[FunctionAbi]] = defaultdict(list)
        self.by_signature: dict[str, FunctionAbi] = {}
        self.events: list[EventAbi] = []
        self.errors: list[ErrorAbi] = []
        self.constructor_entry: AbiEntry = {"inputs": []}
        for entry in entries:
            match entry["type"]:
                case "function":
                    function = FunctionAbi(entry)
                    self.functions[function.name].append(function)
                    self.by_signature[function.signature] = function
                case "event":
                    if not entry.get("anonymous"):
                        self.events.append(EventAbi(entry))
                case "error":
                    self.errors.append(ErrorAbi(entry))
                case "constructor":
                    self.constructor_entry = entry

    @cached_property
    def constructor(self) -> Codec:
        """Codec of the constructor's arguments."""
        return Codec(self.constructor_entry["inputs"])


class AbiRegistry:
    """All that a chain knows by ABI, so that what other contracts do and say decodes as well.

    Args:
        everything: called once, when something unknown turns up; gives all ABIs there are.
    """

    def __init__(self, everything: Callable[[], Iterable[ContractAbi]]) -> None:
        self._everything: Callable[[], Iterable[ContractAbi]] | None = everything
        self._events: dict[tuple[bytes, int], EventAbi] = {}
        self._errors: dict[bytes, ErrorAbi] = {}
        self._functions: dict[bytes, FunctionAbi] = {}

    def add(self, abi: ContractAbi) -> None:
        """Learn the functions, events and errors of one contract."""
        for function in abi.by_signature.values():
            self._functions.setdefault(function.selector, function)
        for event in abi.events:
            self._events.setdefault((event.topic, len(event.indexed) + 1), event)
        for error in abi.errors:
            self._errors.setdefault(error.selector, error)

    def _learn_everything(self) -> bool:
        if self._everything is None:
            return False
        everything, self._everything = self._everything, None
        for abi in everything():
            self.add(abi)
        return True

    def function(self, selector: bytes) -> FunctionAbi | None:
        """The function with that selector, if any contract has it."""
        found = self._functions.get(selector)
        if found is None and self._learn_everything():
            found = self._functions.get(selector)
        return found

    def error(self, selector: bytes) -> ErrorAbi | None:
        """The error with that selector, if any contract declares it."""
        found = self._errors.get(selector)
        if found is None and self._learn_everything():
            found = self._errors.get(selector)
        return found

    def event(self, topics: Sequence[bytes]) -> EventAbi | None:
        """The event that such a log is of; ERC-20's and ERC-721's `Transfer` differ by topics."""
        if not topics:
            return None
        found = self._events.get((topics[0], len(topics)))
        if found is None and self._learn_everything():
            found = self._events.get((topics[0], len(topics)))
        return found

    def decode_log(self, topics: Sequence[bytes], data: bytes) -> tuple[str, dict[str, Any]] | None:
        """Name and arguments of a log, or nothing when no ABI describes it."""
        event = self.event(topics)
        if event is None:
            return None
        try:
            return event.name, event.decode(topics, data)
        except CodingError:
            return None
