"""Compiler warnings: none in our own sources."""

from pathlib import Path

from quantera.audit.compilation import AnalysisError, build_info
from quantera.gates.gate import Gate, GateError, Outcome, command


def check(tree: Path) -> Outcome:
    """Every warning that the pinned compiler gives for a production source."""
    try:
        return Outcome(build_info(tree).warnings)
    except AnalysisError as error:
        raise GateError(str(error)) from error


GATE = Gate(
    name="warnings",
    question="Does the compiler warn about nothing in the production contracts?",
    remedy="repair what it warns about",
    budget_seconds=20,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
