"""Contract size: what EIP-170 and EIP-3860 let a chain accept, and how much is left of it."""

from pathlib import Path

from rich.table import Table

from quantera.artifacts import Artifact
from quantera.audit.compilation import TESTING
from quantera.gates.compiled import artifacts
from quantera.gates.gate import Gate, Outcome, command

RUNTIME_LIMIT = 24_576
CREATION_LIMIT = 49_152


def _answers(artifact: Artifact) -> bool:
    # A library of internal functions leaves a stub that nobody deploys.
    return any(entry["type"] in {"function", "fallback", "receive"} for entry in artifact.abi)


def deployable(tree: Path) -> list[Artifact]:
    """Every production contract with code of its own, the largest first."""
    return sorted(
        (
            artifact
            for artifact in artifacts(tree).values()
            if artifact.runtime_code
            and _answers(artifact)
            and not Path(artifact.source_id).is_relative_to(TESTING)
        ),
        key=lambda artifact: (-len(artifact.runtime_code), artifact.name),
    )


def check(tree: Path) -> Outcome:
    """Contracts above a limit, and the margin of every one of them."""
    table = Table("contract", title="bytes of code and what is left", title_justify="left")
    for heading in ("runtime", f"left of {RUNTIME_LIMIT:,}", "creation", "left"):
        table.add_column(heading, justify="right")
    findings = []
    for artifact in deployable(tree):
        runtime, creation = len(artifact.runtime_code), len(artifact.creation_code)
        left = (RUNTIME_LIMIT - runtime, CREATION_LIMIT - creation)
        table.add_row(
            artifact.name, f"{runtime:,}", f"{left[0]:,}", f"{creation:,}", f"{left[1]:,}"
        )
        # Measured against "below", not "at most": the limits of the specification keep one byte.
        if left[0] <= 0:
            findings.append(
                f"{artifact.name} has {runtime:,} bytes of runtime code, {RUNTIME_LIMIT:,} is the "
                "limit"
            )
        if left[1] <= 0:
            findings.append(
                f"{artifact.name} has {creation:,} bytes of creation code, {CREATION_LIMIT:,} is "
                "the limit"
            )
    return Outcome(tuple(findings), (table,))


GATE = Gate(
    name="size",
    question="Is every production contract small enough to be deployed?",
    remedy="move cold functions to an extension implementation",
    budget_seconds=3,
    check=check,
)

if __name__ == "__main__":
    command(GATE)()
