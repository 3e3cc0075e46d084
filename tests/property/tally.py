"""How long a property suite searches, what it must have seen, and what it saw."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

REGRESSIONS = Path(__file__).parent / "regressions"
SCRATCH = Path(__file__).parents[2] / ".quantera" / "fuzz"
FIXED_SEED = 20_260_101


@dataclass(frozen=True)
class Profile:
    """How long to search and what must have been seen.

    Attributes:
        sequences: sequences of full length.
        steps: length of a sequence.
        least: how often each operation must be seen succeeding, and being refused.
        batches: batches at most, where time does not decide; more than one only while too few
            sequences were full, or something was seen too rarely.
        folder: where failures are kept.
    """

    sequences: int
    steps: int
    least: int
    batches: int
    folder: Path
    fixed_seed: bool = True
    timed: bool = False


PROFILES = {
    "quick": Profile(sequences=20, steps=25, least=0, batches=1, folder=SCRATCH),
    "ci": Profile(sequences=200, steps=40, least=50, batches=20, folder=REGRESSIONS),
    "deep": Profile(
        sequences=100,
        steps=100,
        least=50,
        batches=1,
        folder=REGRESSIONS,
        fixed_seed=False,
        timed=True,
    ),
}


class NotSeenError(AssertionError):
    """An operation was seen succeeding, or being refused, too rarely for the run to mean much."""


@dataclass
class Tally:
    """What a run has seen.

    Attributes:
        seed: the seed of its first batch.
        sequences: sequences of full length.
        steps: all steps.
        succeeded: by operation.
        refused: by operation.
    """

    machine: str
    seed: int
    sequences: int = 0
    steps: int = 0
    seconds: float = 0
    operations: dict[str, bool] = field(default_factory=dict)
    succeeded: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def missing(self, least: int) -> list[str]:
        """What was seen less often than that."""
        lacking = []
        for name, refusable in self.operations.items():
            if self.succeeded[name] < least:
                lacking.append(f"{name} succeeded {self.succeeded[name]} times")
            if refusable and self.refused[name] < least:
                lacking.append(f"{name} was refused {self.refused[name]} times")
        return lacking

    def table(self) -> str:
        """The counts, a line for each operation."""
        width = max(map(len, self.operations), default=0)
        lines = [
            f"{self.machine}: {self.sequences} full sequences, {self.steps} steps, "
            f"{self.seconds:.1f} s, seed {self.seed}"
        ]
        for name, refusable in self.operations.items():
            refused = f"{self.refused[name]:7} refused" if refusable else "      - never refused"
            lines.append(f"  {name:{width}} {self.succeeded[name]:7} succeeded {refused}")
        return "\n".join(lines)
