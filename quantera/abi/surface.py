"""Which contracts are published, and the one ABI of each.

A contract that passes unknown calls on to extension implementations has one merged ABI: an
extension says `@custom:extension-of <Contract>` in its NatSpec, is published as part of that
contract, and not by itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from eth_utils.abi import function_signature_to_4byte_selector

from quantera.abi.canonical import AbiEntry, canonical_abi, signature
from quantera.artifacts import Artifact

SOURCES = "contracts/"
TESTING = "contracts/testing/"
INTERFACES = "contracts/interfaces/"
EXTENSION_TAG = "custom:extension-of"

# Of an extension these never answer: it is reached by delegatecall from the main contract alone.
_OWN_ALONE = {"constructor", "fallback", "receive"}


class SurfaceError(Exception):
    """The published ABIs contradict each other; the message says which and how."""


@dataclass(frozen=True)
class Documentation:
    """NatSpec of a function, event or error; `params` and `returns` by name, in their order."""

    notice: str = ""
    details: str = ""
    params: dict[str, str] = field(default_factory=dict)
    returns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Surface:
    """What integrators may call: the canonical merged ABI, and its documentation by signature."""

    name: str
    summary: str
    abi: list[AbiEntry]
    documentation: dict[str, Documentation]
    extensions: tuple[str, ...] = ()

    def entries(self, kind: str) -> list[AbiEntry]:
        """Entries of one kind, such as `function`."""
        return [entry for entry in self.abi if entry["type"] == kind]


def _words(text: str) -> str:
    return " ".join(text.split())


def _first(value: Any) -> dict[str, Any]:
    # The compiler lists an error's documentation once per declaration of the same error.
    found: dict[str, Any] = value[0] if isinstance(value, list) and value else value or {}
    return found


def _documentation(artifact: Artifact) -> dict[str, Documentation]:
    found: dict[str, Documentation] = {}
    for group in ("methods", "events", "errors"):
        dev, user = artifact.devdoc.get(group, {}), artifact.userdoc.get(group, {})
        for name in dev.keys() | user.keys():
            told = {**_first(dev.get(name)), **_first(user.get(name))}
            found[name] = Documentation(
                notice=_words(told.get("notice", "")),
                details=_words(told.get("details", "")),
                params={key: _words(text) for key, text in told.get("params", {}).items()},
                returns={key: _words(text) for key, text in told.get("returns", {}).items()},
            )
    return found


def _extended(artifact: Artifact) -> str:
    name: str = artifact.devdoc.get(EXTENSION_TAG, "")
    return name.strip()


def _types(parameters: Iterable[Mapping[str, Any]]) -> str:
    return signature({"inputs": list(parameters)})


def _meaning(entry: AbiEntry) -> tuple[object, ...]:
    """What two declarations of one signature must have in common to be the same on the wire."""
    return (
        _types(entry.get("outputs", ())),
        entry.get("stateMutability"),
        entry.get("anonymous"),
        [parameter.get("indexed") for parameter in entry.get("inputs", ())],
    )


def _selector_clashes(name: str, abi: Iterable[AbiEntry]) -> None:
    for kind in ("function", "error"):
        seen: dict[bytes, str] = {}
        for entry in abi:
            if entry["type"] != kind:
                continue
            written = signature(entry)
            other = seen.setdefault(function_signature_to_4byte_selector(written), written)
            if other != written:
                raise SurfaceError(f"{name}: {other} and {written} have the same selector")


def _merge(main: Artifact, extensions: list[Artifact]) -> list[AbiEntry]:
    if extensions and not any(entry["type"] == "fallback" for entry in main.abi):
        names = ", ".join(extension.name for extension in extensions)
        raise SurfaceError(f"{main.name} has no fallback that could reach its extensions ({names})")
    merged: dict[tuple[str, str], tuple[str, AbiEntry]] = {}
    for part in (main, *extensions):
        for entry in canonical_abi(part.abi):
            if part is not main and entry["type"] in _OWN_ALONE:
                continue
            key = (entry["type"], signature(entry))
            owner, known = merged.setdefault(key, (part.name, entry))
            if _meaning(known) != _meaning(entry):
                raise SurfaceError(f"{key[1]} means something else in {part.name} than in {owner}")
    abi = canonical_abi(entry for _, entry in merged.values())
    _selector_clashes(main.name, abi)
    return abi


def production(artifacts: Iterable[Artifact]) -> list[Artifact]:
    """Artifacts of the product: everything below `contracts/` but what is there for tests."""
    return [
        artifact
        for artifact in artifacts
        if artifact.source_id.startswith(SOURCES) and not artifact.source_id.startswith(TESTING)
    ]


def _published(artifact: Artifact) -> bool:
    if artifact.source_id.startswith(INTERFACES):
        return bool(artifact.abi)
    # Abstract contracts have no code; libraries for internal use have no functions.
    functions = [entry for entry in artifact.abi if entry["type"] == "function"]
    return bool(artifact.creation_code and functions)


def surfaces(artifacts: Iterable[Artifact]) -> list[Surface]:
    """The published contracts among some artifacts, by name, with extensions merged in.

    Raises:
        SurfaceError: an extension's contract is missing or cannot reach it, or two parts of one
            contract disagree about a signature.
    """
    given = {artifact.name: artifact for artifact in artifacts}
    extensions: dict[str, list[Artifact]] = {}
    for name in sorted(given):
        extended = _extended(given[name])
        if extended and extended not in given:
            raise SurfaceError(f"{name} extends {extended}, which is not compiled")
        if extended:
            extensions.setdefault(extended, []).append(given[name])
    return [
        Surface(
            name=name,
            summary=_words(artifact.userdoc.get("notice", "") or artifact.devdoc.get("title", "")),
            abi=_merge(artifact, extensions.get(name, [])),
            documentation={
                key: documentation
                for part in (*extensions.get(name, []), artifact)
                for key, documentation in _documentation(part).items()
            },
            extensions=tuple(extension.name for extension in extensions.get(name, [])),
        )
        for name, artifact in sorted(given.items())
        if not _extended(artifact) and (_published(artifact) or name in extensions)
    ]
