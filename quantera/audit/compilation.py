"""One compile for all analysers: syntax trees, storage layouts and interfaces, but no code.

Slither and the layout check read the same "build info" (compiler input and output in one file, as
Hardhat writes it). Leaving out code generation makes it many times faster than a build.
"""

import hashlib
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock

from quantera.toolchain.compiler import CompilerSettings, executable, settings

TESTING = Path("contracts") / "testing"
CACHE = Path(".quantera") / "analysis"
KEPT_RESULTS = 4
OUTPUTS = {"*": {"*": ["abi", "devdoc", "userdoc", "storageLayout"], "": ["ast"]}}
NO_CODE = {"object": "", "sourceMap": "", "linkReferences": {}}


class AnalysisError(Exception):
    """The contracts do not compile; the message is the compiler's."""


@dataclass(frozen=True)
class BuildInfo:
    """Where the compile's result lies: `folder` holds `file` and nothing else."""

    folder: Path
    file: Path
    warnings: tuple[str, ...]


def production_sources(tree: Path) -> list[Path]:
    """Every Solidity file that can reach a chain: all but those under `contracts/testing`."""
    return sorted(
        file
        for file in (tree / "contracts").rglob("*.sol")
        if not file.is_relative_to(tree / TESTING)
    )


def _input(tree: Path, pinned: CompilerSettings) -> dict[str, Any]:
    return {
        "language": "Solidity",
        "sources": {
            str(file.relative_to(tree)): {"content": file.read_text()}
            for file in production_sources(tree)
        },
        "settings": {
            "remappings": sorted(pinned.import_remapping),
            "evmVersion": pinned.evm_version,
            "viaIR": pinned.via_ir,
            "optimizer": {"enabled": pinned.optimize, "runs": pinned.optimization_runs},
            "outputSelection": OUTPUTS,
        },
    }


def run_compiler(content: dict[str, Any], tree: Path) -> dict[str, Any]:
    """Give the pinned compiler a standard input whose imports lie below `tree`.

    Raises:
        AnalysisError: the sources do not compile.
    """
    done = subprocess.run(
        [executable(), "--standard-json", "--base-path", tree],
        input=json.dumps(content),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AnalysisError(f"the compiler ended with {done.returncode}: {done.stderr.strip()}")
    output: dict[str, Any] = json.loads(done.stdout)
    errors = [said for said in output.get("errors", []) if said["severity"] == "error"]
    if errors:
        raise AnalysisError("; ".join(error["formattedMessage"].strip() for error in errors[:3]))
    return output


def _key(content: dict[str, Any], tree: Path, version: str) -> str:
    packages = tree / "package-lock.json"
    digest = hashlib.sha256(version.encode())
    digest.update(json.dumps(content, sort_keys=True).encode())
    digest.update(packages.read_bytes() if packages.is_file() else b"")
    return digest.hexdigest()[:32]


def _write(tree: Path, pinned: CompilerSettings, content: dict[str, Any], file: Path) -> None:
    output = run_compiler(content, tree)
    for source in output["sources"]:
        # Analysers look for the text of every file they meet, imported ones too.
        content["sources"].setdefault(source, {"content": (tree / source).read_text()})
    for contracts in output["contracts"].values():
        for contract in contracts.values():
            contract["evm"] = {"bytecode": NO_CODE, "deployedBytecode": NO_CODE}
    info = {
        "id": file.stem,
        "_format": "hh-sol-build-info-1",
        "solcVersion": pinned.version,
        "solcLongVersion": pinned.version,
        "input": content,
        "output": output,
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial")
    partial.write_text(json.dumps(info))
    partial.replace(file)


def _forget_old(cache: Path) -> None:
    folders = [folder for folder in cache.iterdir() if folder.is_dir()]
    newest_first = sorted(folders, key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in newest_first[KEPT_RESULTS:]:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def build_info(tree: Path) -> BuildInfo:
    """Compile the production contracts of `tree` for analysis, or find that it was done before.

    Raises:
        AnalysisError: the sources do not compile.
    """
    pinned = settings()
    content = _input(tree, pinned)
    cache = tree / CACHE
    cache.mkdir(parents=True, exist_ok=True)
    folder = cache / _key(content, tree, pinned.version)
    file = folder / "production.json"
    with FileLock(cache / "lock"):
        if not file.is_file():
            _write(tree, pinned, content, file)
            _forget_old(cache)
        said = json.loads(file.read_text())["output"].get("errors", [])
    return BuildInfo(
        folder,
        file,
        tuple(
            " ".join(warning["formattedMessage"].split())
            for warning in said
            if (warning.get("sourceLocation") or {}).get("file", "").startswith("contracts/")
        ),
    )
