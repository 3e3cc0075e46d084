"""Gas: no operation above its limit or away from the committed snapshot."""

from pathlib import Path

from quantera.gas import snapshot
from quantera.gas.__main__ import table
from quantera.gas.meter import measure
from quantera.gas.registry import operations
from quantera.gates.compiled import artifacts
from quantera.gates.gate import Gate, GateError, Outcome, command
from quantera.toolchain.workspace import ROOT


def check(tree: Path) -> Outcome:
    """Operations above a limit, too big for a transaction, or not as committed."""
    # Measured are the contracts of this checkout; the tree holds the figures to compare with.
    artifacts(ROOT)
    try:
        committed = snapshot.read(tree / snapshot.FILE.name)
    except snapshot.SnapshotError as error:
        raise GateError(str(error)) from error
    measured = measure(operations())
    return Outcome(
        (
            *measured.faults,
            *snapshot.above_limit(measured.entries),
            *snapshot.differences(committed, measured.entries),
        ),
        (table(measured.entries),),
    )


GATE = Gate(
    name="gas",
    question="Does every operation use what the snapshot says, and no more than it may?",
    remedy="make it cheaper; a change that is wanted is written by `make gas` and committed",
    budget_seconds=40,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
