"""Types: mypy in strict mode over the package, its commands and its tests."""

import json
from pathlib import Path

from quantera.gates.gate import Gate, Outcome, command, tool
from quantera.toolchain.workspace import VENV

FOLDERS = ("quantera", "scripts", "tests")


def check(tree: Path) -> Outcome:
    """Every type error in the package, the scripts and the tests."""
    folders = [folder for folder in FOLDERS if any((tree / folder).rglob("*.py"))]
    # Test folders repeat file names such as conftest.py: name modules by their path.
    done = tool(
        [
            *(VENV / "bin" / "mypy", "--output", "json", "--explicit-package-bases"),
            *("--namespace-packages", *folders),
        ],
        tree,
    )
    faults = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return Outcome(
        tuple(
            f"{fault['file']}:{fault['line']} {fault['code']}: {fault['message']}"
            for fault in faults
            if fault["severity"] == "error"
        )
    )


GATE = Gate(
    name="types",
    question="Are the package, its commands and its tests well typed under mypy's strict rules?",
    remedy="repair it; an exception is a `type: ignore[code]` with its reason beside it",
    budget_seconds=60,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
