"""Proofs: what holds of the packed words for every input."""

from pathlib import Path

from quantera.audit.prove import ProofError, prove
from quantera.gates.gate import Gate, GateError, Outcome, command
from quantera.toolchain.halmos import ToolError


def check(tree: Path) -> Outcome:
    """Proofs that fail, and those that halmos did not finish."""
    try:
        proofs = prove(tree)
    except (ProofError, ToolError) as error:
        raise GateError(str(error)) from error
    if not proofs:
        raise GateError("there are no proofs under tests/proofs")
    failing = (proof.name for proof in proofs if not proof.holds)
    return Outcome(tuple(f"{name} does not hold for every input" for name in failing))


GATE = Gate(
    name="proofs",
    question="Do the packed words keep their fields apart, whatever is in them?",
    remedy="run halmos on that proof for the arguments that break it, and repair the library",
    budget_seconds=15,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
