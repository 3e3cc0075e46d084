"""Style faults: ruff for Python, solhint for Solidity."""

import json
from pathlib import Path

from quantera.gates.gate import Gate, Outcome, command, tool
from quantera.toolchain.workspace import NODE_MODULES, VENV, node

SOLHINT_CONFIG = ".solhint.json"


def _python(tree: Path) -> list[str]:
    said = tool([VENV / "bin" / "ruff", "check", "--output-format", "json", "."], tree).stdout
    return [
        f"{Path(fault['filename']).relative_to(tree)}:{fault['location']['row']} "
        f"{fault['code'] or 'syntax'}: {fault['message']}"
        for fault in json.loads(said)
    ]


def _solidity(tree: Path) -> list[str]:
    if not any((tree / "contracts").rglob("*.sol")):
        return []
    # Without these two flags it asks the network for a newer version and prints advertisements.
    said = tool(
        [
            node(),
            NODE_MODULES / "solhint" / "solhint.js",
            *("--disc", "--noPoster", "--formatter", "json", "contracts/**/*.sol"),
        ],
        tree,
    ).stdout
    return [
        f"{fault['filePath']}:{fault['line']} {fault['ruleId']}: {fault['message']}"
        for fault in json.loads(said)
        if "ruleId" in fault
    ]


def check(tree: Path) -> Outcome:
    """Every fault of either linter; a warning counts like an error."""
    return Outcome((*_python(tree), *_solidity(tree)))


GATE = Gate(
    name="lint",
    question="Do ruff and solhint find nothing?",
    remedy="repair it; an exception is a `noqa` or a `solhint-disable` with its reason beside it",
    budget_seconds=25,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
