"""Invariants: contracts state them, the catalogue explains them, tests name them."""

from pathlib import Path

from quantera.audit.invariants import TABLE, collect
from quantera.gates.gate import Gate, Outcome, command


def check(tree: Path) -> Outcome:
    """Every id that lacks in one of the three places, and a table that is out of date."""
    found = collect(tree)
    faults = found.faults()
    file = tree / TABLE
    if not faults and (not file.is_file() or file.read_text() != found.table()):
        faults = [f"{TABLE}: out of date"]
    return Outcome(tuple(faults))


GATE = Gate(
    name="invariants",
    question="Is every invariant stated, explained and tested under one id?",
    remedy="state it in NatSpec (`@custom:invariant ID …`), give it a row in audits/invariants.md, "
    "name it in its tests, then `python -m quantera.audit.invariants` and commit",
    budget_seconds=5,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
