"""Deployment manifests: a file per chain and contract that says what was deployed, and how.

`deployments/<chain>/<Contract>.json`; chains of the profile `local` go to
`deployments/local-<chain>/`, which is not committed. `python -m quantera.deployments` writes the
JSON schema of the files beside them.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from eth_abi.abi import decode
from eth_abi.exceptions import DecodingError
from eth_abi.grammar import ABIType, BasicType, TupleType, parse
from eth_typing import ChecksumAddress
from eth_utils.abi import function_signature_to_4byte_selector
from eth_utils.address import is_checksum_address, to_checksum_address
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    NonNegativeInt,
    PositiveInt,
    StringConstraints,
    ValidationError,
    model_validator,
)

from quantera.abi.canonical import canonical_type
from quantera.toolchain.workspace import ROOT

DEPLOYMENTS = ROOT / "deployments"
SCHEMA = DEPLOYMENTS / "manifest.schema.json"
LOCAL_PROFILE = "local"
LOCAL_PREFIX = "local-"


class ManifestError(Exception):
    """A manifest is missing, not valid, or in the wrong place; the message says which."""


def _checksummed(address: str) -> ChecksumAddress:
    if not is_checksum_address(address):
        raise ValueError(f"{address} is not a checksummed address")
    return ChecksumAddress(to_checksum_address(address))


def _text(pattern: str) -> StringConstraints:
    return StringConstraints(pattern=pattern)


Address = Annotated[str, _text(r"^0x[0-9a-fA-F]{40}$"), AfterValidator(_checksummed)]
Hash = Annotated[str, _text(r"^0x[0-9a-f]{64}$")]
Digest = Annotated[str, _text(r"^[0-9a-f]{64}$")]
Hex = Annotated[str, _text(r"^0x([0-9a-f]{2})*$")]
ContractName = Annotated[str, _text(r"^[A-Za-z_][A-Za-z0-9_]*$")]
Slug = Annotated[str, _text(r"^[a-z][a-z0-9-]*$")]
Commit = Annotated[str, _text(r"^[0-9a-f]{40}(-dirty)?$")]


class _Record(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )


class Creation(_Record):
    """One created address and the transaction that created it; gas is the transaction's."""

    address: Address
    transaction_hash: Hash
    block_number: NonNegativeInt
    block_hash: Hash
    gas_used: PositiveInt


class Argument(_Record):
    """A decoded argument: integers as decimal text, bytes as hex, arrays and structs as lists."""

    name: str
    type: str
    value: JsonValue


def _told(kind: ABIType, value: Any) -> JsonValue:
    if kind.is_array:
        return [_told(kind.item_type, item) for item in value]
    if isinstance(kind, TupleType):
        return [_told(part, item) for part, item in zip(kind.components, value, strict=True)]
    if isinstance(kind, BasicType) and kind.base in {"uint", "int"}:
        return str(value)
    if isinstance(kind, BasicType) and kind.base == "address":
        return to_checksum_address(value)
    return "0x" + value.hex() if isinstance(value, bytes) else value


def _decoded(names: Iterable[str], types: list[str], data: bytes) -> tuple[Argument, ...]:
    values = decode(types, data)
    return tuple(
        Argument(name=name, type=kind, value=_told(parse(kind), value))
        for name, kind, value in zip(names, types, values, strict=True)
    )


class Arguments(_Record):
    """Constructor arguments as the chain got them and decoded; the two must agree."""

    values: tuple[Argument, ...] = ()
    raw: Hex = "0x"

    def _encoded(self) -> bytes:
        return bytes.fromhex(self.raw.removeprefix("0x"))

    @model_validator(mode="after")
    def _agree(self) -> Self:
        try:
            told = _decoded(
                [argument.name for argument in self.values],
                [argument.type for argument in self.values],
                self._encoded(),
            )
        except (DecodingError, ValueError) as error:
            raise ValueError(f"the raw arguments do not decode: {error}") from error
        if told != self.values:
            raise ValueError("the decoded arguments are not what the raw ones say")
        return self

    @classmethod
    def of_constructor(cls, inputs: Iterable[Mapping[str, Any]], raw: bytes) -> Self:
        """Decode what followed the creation code.

        Args:
            inputs: the constructor's `inputs` of the ABI, empty for a contract without one.
            raw: the encoded arguments.
        """
        parameters = list(inputs)
        names = [parameter.get("name", "") for parameter in parameters]
        types = [canonical_type(parameter) for parameter in parameters]
        return cls(values=_decoded(names, types, raw), raw="0x" + raw.hex())


class Initialization(Arguments):
    """The call that initialised the proxy; `raw` begins with the function's selector."""

    function: str

    def _encoded(self) -> bytes:
        data = super()._encoded()
        if data[:4] != function_signature_to_4byte_selector(self.function):
            raise ValueError(f"the raw call is not one of {self.function}")
        return data[4:]

    @classmethod
    def of_call(cls, function: Mapping[str, Any], raw: bytes) -> Self:
        """Decode an initialiser's call.

        Args:
            function: the initialiser's ABI entry.
            raw: its whole call data.
        """
        parameters = list(function["inputs"])
        types = [canonical_type(parameter) for parameter in parameters]
        names = [parameter.get("name", "") for parameter in parameters]
        return cls(
            function=f"{function['name']}({','.join(types)})",
            values=_decoded(names, types, raw[4:]),
            raw="0x" + raw.hex(),
        )


class Manifest(_Record):
    """What stands on one chain under one contract's name.

    `abi_hash` is `quantera.abi.canonical.abi_hash` of the whole interface, extensions merged in;
    `code_hash` is keccak-256 of the implementation's runtime code on the chain;
    `compiler_input_hash` is SHA-256 of the compiler's standard JSON input.
    """

    version: Literal[1] = 1
    contract: ContractName
    chain: Slug
    chain_id: PositiveInt
    profile: Slug
    address: Address
    proxy: Creation | None
    implementation: Creation
    extensions: dict[ContractName, Creation] = Field(default_factory=dict)
    constructor: Arguments
    initialization: Initialization | None
    compiler_version: str
    compiler_input_hash: Digest
    abi_hash: Digest
    code_hash: Hash
    git_commit: Commit

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.address != (self.proxy or self.implementation).address:
            raise ValueError(
                "address is neither the proxy's nor, without one, the implementation's"
            )
        if self.initialization is not None and self.proxy is None:
            raise ValueError("an initialisation without a proxy")
        if self.chain.startswith(LOCAL_PREFIX):
            raise ValueError(
                f"a chain's name cannot begin with {LOCAL_PREFIX}: the profile says so"
            )
        return self

    def path(self, root: Path = DEPLOYMENTS) -> Path:
        """Where this manifest belongs below `root`."""
        local = LOCAL_PREFIX if self.profile == LOCAL_PROFILE else ""
        return root / f"{local}{self.chain}" / f"{self.contract}.json"


def write(manifest: Manifest, root: Path = DEPLOYMENTS) -> Path:
    """Put a manifest in its place, whole or not at all, surviving a power cut once returned.

    Returns:
        The file's path.
    """
    target = manifest.path(root)
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as sink:
            sink.write(manifest.model_dump_json(indent=2) + "\n")
            sink.flush()
            os.fsync(sink.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return target


def read(path: Path) -> Manifest:
    """Read one manifest.

    Raises:
        ManifestError: no such file, its content is not valid, or it belongs in another place.
    """
    try:
        manifest = Manifest.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ManifestError(f"{path}: {error.strerror}") from error
    except ValidationError as error:
        raise ManifestError(f"{path}: {error}") from error
    root = path.parents[1]
    if manifest.path(root) != path:
        raise ManifestError(f"{path}: its content belongs in {manifest.path(root)}")
    return manifest


def read_all(root: Path = DEPLOYMENTS) -> Iterator[Manifest]:
    """Every manifest below `root`, local chains included, in the order of their paths.

    Raises:
        ManifestError: one of them is not valid.
    """
    for path in sorted(root.glob("*/*.json")):
        yield read(path)


def address_book(root: Path = DEPLOYMENTS) -> dict[int, dict[str, str]]:
    """Contract addresses by chain id and contract name, without local chains.

    Raises:
        ManifestError: a manifest is not valid, or two name one contract on one chain.
    """
    book: dict[int, dict[str, str]] = {}
    for manifest in read_all(root):
        if manifest.profile == LOCAL_PROFILE:
            continue
        contracts = book.setdefault(manifest.chain_id, {})
        if manifest.contract in contracts:
            raise ManifestError(
                f"two manifests of {manifest.contract} on chain {manifest.chain_id}"
            )
        contracts[manifest.contract] = manifest.address
    return {chain: dict(sorted(book[chain].items())) for chain in sorted(book)}


def schema() -> str:
    """The JSON schema of a manifest file, as text."""
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Manifest.model_json_schema(mode="serialization"),
    }
    return json.dumps(content, indent=2) + "\n"


def main() -> int:
    """Write the JSON schema beside the manifests."""
    SCHEMA.write_text(schema())
    return 0


if __name__ == "__main__":
    sys.exit(main())
