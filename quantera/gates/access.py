"""The access-control matrix: generated, and still what the contracts and their roles make."""

from pathlib import Path

from quantera.access.matrix import MATRIX_FILE
from quantera.access.specification import ACCESS_FILE
from quantera.gates.evidence import up_to_date
from quantera.gates.gate import Gate, command
from quantera.toolchain.workspace import ROOT


def _files(tree: Path) -> list[str | Path]:
    return [
        *("--access", tree / ACCESS_FILE.relative_to(ROOT)),
        *("--output", tree / MATRIX_FILE.relative_to(ROOT)),
    ]


GATE = Gate(
    name="access",
    question="Does the committed matrix say who may call every restricted function?",
    remedy="name the function's role in contracts/access/access.yaml, then "
    "`python -m quantera.access.matrix` and commit",
    budget_seconds=5,
    check=up_to_date("quantera.access.matrix", _files),
)

if __name__ == "__main__":
    command(GATE)()
