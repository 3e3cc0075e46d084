"""Arguments by reference, made what the ABI asks for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Protocol

from quantera import artifacts
from quantera.abi.surface import EXTENSION_TAG, surfaces
from quantera.access import LocalRole
from quantera.artifacts import Artifact
from quantera.evm.abi import AbiEntry, ContractAbi, FunctionAbi
from quantera.evm.codec import Codec, CodingError
from quantera.release.errors import BlueprintError

EACH = "$each"
ANY = "*"
"""In place of a result that is not compared."""
_FOREIGN = re.compile(r"(\w+)\(([\w,\[\]]*)\)\(([\w,\[\]]*)\)")


@cache
def merged_abi(contract: str) -> ContractAbi:
    """ABI of a compiled contract with that of its extensions."""
    return ContractAbi(contract, merged_entries(contract))


@cache
def merged_entries(contract: str) -> Sequence[AbiEntry]:
    """The same as the compiler gives it, in the form that is published."""
    own = artifacts.load(contract)
    parts = (one for one in artifacts.load_all().values() if extended_by(one) == contract)
    for surface in surfaces([own, *parts]):
        if surface.name == contract:
            return surface.abi
    return own.abi


def extended_by(artifact: Artifact) -> str:
    """The contract of which an artifact is an extension; empty when it is none."""
    return str(artifact.devdoc.get(EXTENSION_TAG, "")).strip()


def function_of(contract: str, signature: str) -> FunctionAbi:
    """A function of a contract or of one of its extensions.

    Raises:
        BlueprintError: it has none of that signature.
    """
    found = merged_abi(contract).by_signature.get(signature)
    if found is None:
        raise BlueprintError(f"{contract} has no function {signature}")
    return found


def foreign(told: str) -> FunctionAbi:
    """A function of a contract that is not ours, from its signature and its results' types.

    Args:
        told: such as `getSendLibrary(address,uint32)(address)`; no structs.

    Raises:
        BlueprintError: it is not of that form.
    """
    found = _FOREIGN.fullmatch(told)
    if found is None:
        raise BlueprintError(f"{told} is no function with its results, such as eid()(uint32)")
    name, inputs, outputs = found.groups()
    parts = [
        [{"name": "", "type": kind} for kind in kinds.split(",") if kind]
        for kinds in (inputs, outputs)
    ]
    return FunctionAbi({"name": name, "inputs": parts[0], "outputs": parts[1]})


def _leaves(parameter: AbiEntry, value: Any) -> Iterator[tuple[str, Any]]:
    """Type and value of each word of a result whose length is known."""
    kind: str = parameter["type"]
    if kind.endswith("]"):
        element = {**parameter, "type": kind[: kind.rindex("[")]}
        size = kind[kind.rindex("[") + 1 : -1]
        if not size:
            raise BlueprintError(f"{kind} has no known length: {ANY} cannot stand beside it")
        values = [ANY] * int(size) if value == ANY else value
        for item in values:
            yield from _leaves(element, item)
    elif kind == "tuple":
        parts: Sequence[AbiEntry] = parameter["components"]
        values = [ANY] * len(parts) if value == ANY else value
        for part, item in zip(parts, values, strict=True):
            yield from _leaves(part, item)
    elif kind in {"string", "bytes"}:
        raise BlueprintError(f"{kind} has no known length: {ANY} cannot stand beside it")
    else:
        yield kind, value


def _holds(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(_holds, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_holds, value))
    return bool(value == ANY)


def _fitted(parameter: AbiEntry, value: Any) -> Any:
    kind: str = parameter["type"]
    if kind.endswith("]"):
        element = {**parameter, "type": kind[: kind.rindex("[")]}
        return [_fitted(element, item) for item in value]
    if kind == "tuple":
        parts: Sequence[AbiEntry] = parameter["components"]
        if isinstance(value, Mapping):
            value = [value[part["name"]] for part in parts]
        return tuple(_fitted(part, item) for part, item in zip(parts, value, strict=True))
    if kind.startswith("bytes") and isinstance(value, str):
        return bytes.fromhex(value[2:]) if value.startswith("0x") else value.encode()
    if kind.startswith(("uint", "int")) and isinstance(value, str):
        return int(value, 0)
    return value


class Book(Protocol):
    """Addresses by entry."""

    def __getitem__(self, entry: str) -> str:
        """An entry's address."""


class Resolver:
    """Makes arguments of one chain's release what the ABI asks for.

    Args:
        book: addresses of the release's entries.
        parameters: of this chain, by name.
    """

    def __init__(self, book: Book, parameters: Mapping[str, Any]) -> None:
        self.book = book
        self.parameters = parameters

    def value(self, given: Any, each: Any = None) -> Any:
        """An argument without references.

        Raises:
            BlueprintError: a parameter is missing.
        """
        match given:
            case str():
                return self._referred(given, each)
            case dict() if given.keys() == {"role"}:
                return int(LocalRole[given["role"]])
            case list() | tuple():
                return [self.value(item, each) for item in given]
            case _:
                return given

    def _referred(self, given: str, each: Any) -> Any:
        if given.startswith("@"):
            return self.book[given[1:]]
        if given == EACH:
            return each
        if given.startswith(f"{EACH}."):
            return each[given.removeprefix(f"{EACH}.")]
        return self.parameter(given[1:]) if given.startswith("$") else given

    def parameter(self, name: str) -> Any:
        """A parameter of this chain.

        Raises:
            BlueprintError: neither the request nor the chain data has it.
        """
        if name not in self.parameters:
            raise BlueprintError(f"the request has no parameter {name}")
        return self.parameters[name]

    def encoded(self, codec: Codec, given: Sequence[Any], what: str, each: Any = None) -> bytes:
        """Arguments encoded.

        Raises:
            BlueprintError: one of them is missing or does not fit.
        """
        try:
            values = [
                _fitted(parameter, self.value(item, each))
                for parameter, item in zip(codec.parameters, given, strict=True)
            ]
            return codec.encode(values)
        except (CodingError, KeyError, TypeError, ValueError) as error:
            raise BlueprintError(f"arguments of {what}: {error}") from error

    def answer(
        self, codec: Codec, given: Sequence[Any], what: str, each: Any = None
    ) -> tuple[bytes, tuple[int, ...]]:
        """What a view returns, and which words of it are compared; none stand for all.

        Raises:
            BlueprintError: a value is missing or does not fit.
        """
        values = [self.value(item, each) for item in given]
        if not _holds(values):
            return self.encoded(codec, values, what, each), ()
        try:
            words = [
                one
                for parameter, value in zip(codec.parameters, values, strict=True)
                for one in _leaves(parameter, value)
            ]
        except (TypeError, ValueError) as error:
            raise BlueprintError(f"results of {what}: {error}") from error
        known = tuple(at for at, (_, value) in enumerate(words) if value != ANY)
        if not known:
            raise BlueprintError(f"results of {what}: nothing of them would be compared")
        parameters = [{"name": "", "type": words[at][0]} for at in known]
        return self.encoded(Codec(parameters), [words[at][1] for at in known], what), known

    def call(self, contract: str, signature: str, given: Sequence[Any], each: Any = None) -> bytes:
        """Call data of a function of a contract or its extensions."""
        function = function_of(contract, signature)
        what = f"{contract}.{function.name}"
        return function.selector + self.encoded(function.inputs, given, what, each)

    def creation(self, contract: str, given: Sequence[Any]) -> bytes:
        """Creation code with its arguments."""
        artifact = artifacts.load(contract)
        codec = ContractAbi(artifact.name, artifact.abi).constructor
        return artifact.creation_code + self.encoded(codec, given, contract)
