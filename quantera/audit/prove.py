"""Proofs for all inputs: halmos runs every `check_` function of `tests/proofs` symbolically.

A proof is a Solidity function whose assertions must hold whatever its arguments are. forge
compiles it with the pinned compiler and settings, and halmos asks z3 for arguments that break it.
"""

import json
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quantera.toolchain import compiler, halmos

PROOFS = Path("tests") / "proofs"
OUT = Path(".quantera") / "proofs" / "out"
CACHE = Path(".quantera") / "proofs" / "cache"
PREFIX = "check_"
TIMEOUT_SECONDS = 180
SOLVER_TIMEOUT = "20s"


class ProofError(Exception):
    """Nothing can be said about the proofs; the message is the tool's."""


@dataclass(frozen=True)
class Proof:
    """One function: `FeeLineProof.check_price`, and whether it holds for all arguments."""

    name: str
    holds: bool


def expected(tree: Path) -> set[str]:
    """Every proof that stands in the tree's sources."""
    return {
        f"{file.stem}.{name}"
        for file in (tree / PROOFS).glob("*.sol")
        for name in re.findall(rf"function ({PREFIX}\w+)", file.read_text())
    }


def _variables() -> dict[str, str]:
    return {
        **os.environ,
        "FOUNDRY_SRC": str(PROOFS),
        "FOUNDRY_TEST": str(PROOFS),
        "FOUNDRY_OUT": str(OUT),
        "FOUNDRY_CACHE_PATH": str(CACHE),
    }


def compiled_by(tree: Path) -> set[tuple[str, str]]:
    """Version and target in the metadata of every artifact that halmos reads."""
    found = set()
    for file in (tree / OUT).rglob("*Proof.json"):
        metadata: dict[str, Any] = json.loads(file.read_text())["metadata"]
        version = metadata["compiler"]["version"].split("+")[0]
        found.add((version, metadata["settings"]["evmVersion"]))
    return found


def prove(tree: Path) -> list[Proof]:
    """Try every proof of a tree.

    Args:
        tree: a folder with `foundry.toml`, `contracts`, `node_modules` and `tests/proofs`.

    Raises:
        ProofError: the proofs do not compile, come from another compiler than the pinned one, or
            halmos did not answer about every one of them.
        quantera.toolchain.halmos.ToolError: halmos cannot be installed.
    """
    report = tree / OUT.parent / "report.json"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    command: list[str | Path] = [
        *(halmos.ensure(), "--root", tree, "--forge-build-out", OUT, "--function", PREFIX),
        *("--solver", "z3", "--solver-timeout-assertion", SOLVER_TIMEOUT),
        *("--no-status", "--json-output", report),
    ]
    try:
        done = subprocess.run(
            command,
            cwd=tree,
            env=_variables(),
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ProofError(f"the proofs take more than {TIMEOUT_SECONDS} s") from error
    if not report.is_file():
        said = " / ".join((done.stdout + done.stderr).strip().splitlines()[-3:])
        raise ProofError(f"halmos did not get to the proofs: {said}")
    pinned = compiler.settings()
    used = compiled_by(tree)
    if used != {(pinned.version, pinned.evm_version)}:
        raise ProofError(f"the proofs are compiled by {sorted(used)}, not by the pinned compiler")
    results: dict[str, list[dict[str, Any]]] = json.loads(report.read_text())["test_results"]
    proofs = [
        Proof(f"{contract.rsplit(':', 1)[1]}.{one['name'].split('(')[0]}", one["exitcode"] == 0)
        for contract, answers in sorted(results.items())
        for one in answers
    ]
    if unanswered := expected(tree) - {proof.name for proof in proofs}:
        raise ProofError(f"halmos says nothing about {', '.join(sorted(unanswered))}")
    return proofs
