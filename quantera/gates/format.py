"""Formatting: ruff for Python, forge for Solidity."""

import json
from pathlib import Path

from quantera.gates.gate import Gate, Outcome, command, tool
from quantera.toolchain.workspace import BIN, VENV

DIFF_HEADING = "Diff in "


def _relative(file: str, tree: Path) -> str:
    path = Path(file)
    return str(path.relative_to(tree)) if path.is_relative_to(tree) else file


def _python(tree: Path) -> list[str]:
    # Without the preview flag, whose style differs from the one that `ruff format` writes.
    said = tool(
        [VENV / "bin" / "ruff", "format", "--check", "--output-format", "json", "."], tree
    ).stdout
    return sorted({_relative(entry["filename"], tree) for entry in json.loads(said)})


def _solidity(tree: Path) -> list[str]:
    if not any((tree / "contracts").rglob("*.sol")):
        return []
    said = tool([BIN / "forge", "fmt", "--check", "--root", tree, "contracts"], tree).stdout
    return [
        _relative(line.removeprefix(DIFF_HEADING).rstrip(":"), tree)
        for line in said.splitlines()
        if line.startswith(DIFF_HEADING)
    ]


def check(tree: Path) -> Outcome:
    """Every file that its formatter would write differently."""
    return Outcome(
        tuple(
            f"{file} is not formatted the way {formatter} writes it"
            for formatter, files in (("ruff", _python(tree)), ("forge fmt", _solidity(tree)))
            for file in files
        )
    )


GATE = Gate(
    name="format",
    question="Is every Python and Solidity file formatted?",
    remedy="`make format` formats them",
    budget_seconds=5,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
