"""Slither: no high or medium finding that `audits/slither-triage.yaml` does not explain."""

from pathlib import Path

from quantera.audit import triage
from quantera.audit.compilation import AnalysisError
from quantera.audit.slither import SlitherError, findings
from quantera.gates.gate import Gate, GateError, Outcome, command


def check(tree: Path) -> Outcome:
    """Findings without an entry, and entries without their finding."""
    try:
        return Outcome(tuple(triage.unexplained(findings(tree), triage.load(tree))))
    except (AnalysisError, SlitherError, triage.TriageError) as error:
        raise GateError(str(error)) from error


GATE = Gate(
    name="slither",
    question="Does Slither find nothing of high or medium impact that the triage leaves open?",
    remedy="repair it, or say in audits/slither-triage.yaml (check, where, reason) why it may stay",
    budget_seconds=100,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
