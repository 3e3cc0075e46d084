"""Slither over the production contracts, its findings reduced to what a triage can name."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quantera.audit.compilation import build_info
from quantera.toolchain.workspace import VENV, environment

CONFIG = "slither.config.json"
# Its millions of objects live to the end: looking for cycles among them is a third of its time.
WITHOUT_COLLECTOR = "import gc; gc.disable(); from slither.__main__ import main; main()"
OURS = "contracts/"


class SlitherError(Exception):
    """Slither did not finish; the message is its own."""


@dataclass(frozen=True)
class Finding:
    """One result: the detector, its impact, the place as a triage names it, and the whole text.

    `where` is `Contract.function(types)`, `Contract.variable` or `Contract`: it stays the same
    when lines move.
    """

    check: str
    impact: str
    where: str
    line: str
    text: str


def _place(element: dict[str, Any]) -> str:
    fields = element.get("type_specific_fields", {})
    parent = fields.get("parent")
    if element["type"] == "node":
        return _place(parent) if parent else str(element["name"])
    name = str(fields.get("signature") or element["name"])
    return f"{_place(parent)}.{name}" if parent else name


def _finding(result: dict[str, Any]) -> Finding:
    first = result["elements"][0]
    lines = first["source_mapping"]["lines"]
    return Finding(
        check=result["check"],
        impact=result["impact"],
        where=_place(first),
        line=f"{first['source_mapping']['filename_relative']}:{lines[0] if lines else 0}",
        text=" ".join(result["description"].split()),
    )


def _concerns_us(result: dict[str, Any]) -> bool:
    # Slither's own path filter drops a finding of ours as soon as a dependency takes part in it.
    return any(
        element["source_mapping"]["filename_relative"].startswith(OURS)
        for element in result["elements"]
    )


def findings(tree: Path) -> list[Finding]:
    """High and medium findings that a production contract takes part in, by place.

    Comments in the sources silence nothing: the configuration shows ignored findings too.

    Raises:
        SlitherError: Slither failed.
        AnalysisError: the contracts do not compile.
    """
    info = build_info(tree)
    command = [
        *(str(VENV / "bin" / "python"), "-c", WITHOUT_COLLECTOR),
        *(".", "--config-file", CONFIG, "--ignore-compile"),
        *("--foundry-build-info-directory", str(info.folder.relative_to(tree)), "--json", "-"),
    ]
    done = subprocess.run(
        command,
        cwd=tree,
        env={**os.environ, **environment()},
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        answer = json.loads(done.stdout)
    except json.JSONDecodeError as error:
        raise SlitherError(f"slither gave no answer: {done.stderr.strip()[-500:]}") from error
    if not answer["success"]:
        raise SlitherError(f"slither failed: {answer['error']}")
    results = answer["results"].get("detectors", [])
    found = [_finding(result) for result in results if _concerns_us(result)]
    return sorted(found, key=lambda finding: (finding.where, finding.check, finding.line))
