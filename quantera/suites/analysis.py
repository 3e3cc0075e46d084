"""The static analysis as one command with a committed report."""

import os
from pathlib import Path

from pydantic import BaseModel

from quantera.audit import triage
from quantera.audit.compilation import production_sources
from quantera.gates.gate import GateError
from quantera.gates.registry import load
from quantera.toolchain import compiler
from quantera.toolchain.workspace import NODE_MODULES

REPORT = Path("audits") / "reports" / "analysis.md"
GATES = ("slither", "proofs", "warnings", "lint", "layout", "size", "access")


class Answer(BaseModel):
    """What one analysis said; `broken` is why it could not say anything."""

    name: str
    question: str
    findings: tuple[str, ...] = ()
    broken: str | None = None


class Analysis(BaseModel):
    """All analyses of one tree."""

    answers: list[Answer]

    @property
    def clean(self) -> bool:
        """Whether every analysis could be asked and found nothing."""
        return not any(answer.findings or answer.broken for answer in self.answers)


def analyse(tree: Path) -> Analysis:
    """Ask every analysis about a tree."""
    answers = []
    for name in GATES:
        gate = load(name)
        try:
            found, broken = gate.check(tree).findings, None
        except GateError as error:
            found, broken = (), str(error)
        answers.append(Answer(name=name, question=gate.question, findings=found, broken=broken))
    return Analysis(answers=answers)


def _without_places(text: str, tree: Path) -> str:
    # A tool may name files by their whole path, which says something of the machine.
    return text.replace(f"{tree}{os.sep}", "").replace(f"{NODE_MODULES}{os.sep}", "node_modules/")


def report(analysis: Analysis, tree: Path) -> str:
    """The committed report; the same tree gives the same text on every machine."""
    pinned = compiler.settings()
    accepted = triage.load(tree)
    lines = [
        "# Static analysis",
        "",
        "Written by `make analyse`. Analysed are the "
        f"{len(production_sources(tree))} sources under `contracts` that can reach a chain (those",
        f"under `contracts/testing` cannot), with solc {pinned.version} for {pinned.evm_version}.",
        "",
        "| analysis | question | findings |",
        "|---|---|---:|",
    ]
    lines += [
        f"| {a.name} | {a.question} | {'cannot tell' if a.broken else len(a.findings)} |"
        for a in analysis.answers
    ]
    for answer in analysis.answers:
        said = [answer.broken] if answer.broken else answer.findings
        if said:
            lines += ["", f"## {answer.name}", ""]
            lines += [f"- {_without_places(str(sentence), tree)}" for sentence in said]
    lines += ["", "## Accepted findings of Slither", ""]
    lines += [
        f"- {entry.check} in {', '.join(f'`{place}`' for place in entry.places)} "
        f"({entry.count} each): {' '.join(entry.reason.split())}"
        for entry in sorted(accepted, key=lambda entry: (entry.places, entry.check))
    ] or ["There are none."]
    return "\n".join(lines) + "\n"


def write(analysis: Analysis, tree: Path) -> Path:
    """Write the report into the tree; returns its path."""
    file = tree / REPORT
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(report(analysis, tree))
    return file
