"""Arguments by reference, made what the ABI asks for."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Protocol

from quantera import artifacts
from quantera.abi.surface import EXTENSION_TAG, surfaces
from quantera.access import LocalRole
from quantera.artifacts import Artifact
from quantera.evm.abi import AbiEntry, ContractAbi, FunctionAbi
from quantera.evm.codec import Codec, CodingError
from quantera.release.errors import BlueprintError


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
            case str() if given.startswith("@"):
                return self.book[given[1:]]
            case "$each":
                return each
            case str() if given.startswith("$"):
                return self.parameter(given[1:])
            case dict() if given.keys() == {"role"}:
                return int(LocalRole[given["role"]])
            case list() | tuple():
                return [self.value(item, each) for item in given]
            case _:
                return given

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
