"""Compiled contracts as Ape wrote them: ABI, creation code, runtime code, by contract name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from quantera.toolchain.workspace import ROOT

BUILD_MANIFEST = ROOT / ".build" / "__local__.json"


class ArtifactMissingError(Exception):
    """No compiled contract of that name; compile first, or check the spelling."""


@dataclass(frozen=True)
class Artifact:
    """One compiled contract: `source_id` is its path in the checkout, byte codes are plain bytes.

    `devdoc` and `userdoc` are NatSpec as the compiler gives it.
    """

    name: str
    source_id: str
    abi: list[dict[str, Any]]
    creation_code: bytes
    runtime_code: bytes
    devdoc: dict[str, Any] = field(default_factory=dict)
    userdoc: dict[str, Any] = field(default_factory=dict)


def _bytes(code: dict[str, Any] | None) -> bytes:
    text = (code or {}).get("bytecode") or "0x"
    return bytes.fromhex(text.removeprefix("0x"))


@cache
def _compiled_sources(manifest: Path, _changed_ns: int) -> dict[str, str]:
    # Ape lists data files of the folder too once one of its commands has looked at them.
    return {
        path: source["content"]
        for path, source in json.loads(manifest.read_text())["sources"].items()
        if path.endswith(".sol")
    }


@cache
def _load(manifest: Path, _changed_ns: int) -> dict[str, Artifact]:
    types = json.loads(manifest.read_text())["contractTypes"]
    return {
        name: Artifact(
            name=name,
            source_id=entry["sourceId"],
            abi=entry.get("abi", []),
            creation_code=_bytes(entry.get("deploymentBytecode")),
            runtime_code=_bytes(entry.get("runtimeBytecode")),
            devdoc=entry.get("devdoc") or {},
            userdoc=entry.get("userdoc") or {},
        )
        for name, entry in types.items()
    }


def load_all(manifest: Path = BUILD_MANIFEST) -> dict[str, Artifact]:
    """Every compiled contract of the checkout, by name.

    Raises:
        ArtifactMissingError: nothing has been compiled yet.
    """
    if not manifest.is_file():
        raise ArtifactMissingError("nothing is compiled yet: run `ape compile`")
    return _load(manifest, manifest.stat().st_mtime_ns)


def load(name: str, manifest: Path = BUILD_MANIFEST) -> Artifact:
    """One compiled contract.

    Raises:
        ArtifactMissingError: nothing is compiled, or no contract has that name.
    """
    artifacts = load_all(manifest)
    if name not in artifacts:
        raise ArtifactMissingError(f"no contract named {name!r} is compiled; run `ape compile`")
    return artifacts[name]


def changed_sources(manifest: Path = BUILD_MANIFEST, root: Path = ROOT) -> list[str]:
    """Sources that are not what was compiled: edited, added or removed since, by path.

    Raises:
        ArtifactMissingError: nothing has been compiled yet.
    """
    if not manifest.is_file():
        raise ArtifactMissingError("nothing is compiled yet: run `ape compile`")
    compiled = _compiled_sources(manifest, manifest.stat().st_mtime_ns)
    present = {
        str(path.relative_to(root)): path.read_text() for path in root.glob("contracts/**/*.sol")
    }
    return sorted(
        path for path in compiled.keys() | present.keys() if compiled.get(path) != present.get(path)
    )


def load_foundry(path: str) -> Artifact:
    """A peer's artifact as its npm package ships Foundry's output.

    Args:
        path: file below `node_modules`, such as `@uniswap/v4-core/out/X.sol/X.json`.
    """
    content = json.loads((ROOT / "node_modules" / path).read_text())
    code = {
        part: bytes.fromhex(content[part]["object"].removeprefix("0x"))
        for part in ("bytecode", "deployedBytecode")
    }
    return Artifact(
        name=Path(path).stem,
        source_id=path,
        abi=content["abi"],
        creation_code=code["bytecode"],
        runtime_code=code["deployedBytecode"],
    )


def _linked(content: dict[str, Any], code: str, references: str, links: Mapping[str, str]) -> bytes:
    """Byte code with the addresses of its libraries in the places that the compiler left open."""
    text = content.get(code, "0x").removeprefix("0x")
    for libraries in content.get(references, {}).values():
        for name, places in libraries.items():
            address = links[name].removeprefix("0x").lower()
            for place in places:
                start, size = 2 * place["start"], 2 * place["length"]
                text = text[:start] + address + text[start + size :]
    return bytes.fromhex(text)


def load_npm(path: str, links: Mapping[str, str] | None = None) -> Artifact:
    """A peer's artifact as its npm package ships it (Hardhat's format).

    Args:
        path: file below `node_modules`, such as `@uniswap/v3-core/artifacts/.../X.json`.
        links: addresses of the libraries that it calls, by name.

    Raises:
        KeyError: a library that it calls has no address.
    """
    content = json.loads((ROOT / "node_modules" / path).read_text())
    known = links or {}
    return Artifact(
        name=content["contractName"],
        source_id=content.get("sourceName", path),
        abi=content["abi"],
        creation_code=_linked(content, "bytecode", "linkReferences", known),
        runtime_code=_linked(content, "deployedBytecode", "deployedLinkReferences", known),
    )
