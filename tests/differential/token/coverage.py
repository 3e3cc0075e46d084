"""Which rows of the table a run has seen, and which it has not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table

from tests.differential.token.semantics import semantics


@dataclass
class Coverage:
    """Counts what the model tells while it applies operations; a `Watcher`.

    Attributes:
        met: conditions that were asked for and held, by row.
        failed: conditions that decided a refusal, by row.
        events: `Contract.function Event` of functions that took effect.
        paths: ways views took to their answers.
        operations: (accepted, refused) by `Contract.function`.
    """

    met: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    paths: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def condition(self, row: str, *, met: bool) -> None:
        """See `Watcher.condition`."""
        (self.met if met else self.failed)[row] += 1

    def emitted(self, function: str, event: str) -> None:
        """See `Watcher.emitted`."""
        self.events[f"{function} {event}"] += 1

    def path(self, row: str) -> None:
        """See `Watcher.path`."""
        self.paths[row] += 1

    def count(self, function: str, *, accepted: bool) -> None:
        """An operation of a sequence was accepted or refused."""
        (self.accepted if accepted else self.refused)[function] += 1

    def missing(self) -> list[str]:
        """Rows not seen as they should have been, each with what is missing."""
        elsewhere = semantics().covered_elsewhere()
        return [
            line
            for line in self._missing()
            if line.split()[0].rpartition(".")[0] not in elsewhere
            and line.split()[0] not in elsewhere
        ]

    def unknown(self) -> list[str]:
        """Rows the model asked for that the table does not have."""
        table = semantics()
        rows = {*table.conditions(), *table.calls()}
        events = {
            f"{function} {event}" for function, it in table.functions() for event in it.events
        }
        paths = {f"{function}.{path}" for function, it in table.functions() for path in it.paths}
        return sorted(
            {*self.met, *self.failed} - rows | set(self.events) - events | set(self.paths) - paths
        )

    def contradicted(self) -> list[str]:
        """Rows that happened although the table says that they never do."""
        conditions = semantics().conditions()
        return [
            *(row for row, it in conditions.items() if it.never_fails and self.failed[row]),
            *(row for row, it in conditions.items() if it.never_met and self.met[row]),
            *(
                row
                for row, it in semantics().calls().items()
                if it.never_refused and self.failed[row]
            ),
        ]

    def report(self, console: Console) -> None:
        """Print how often each operation was accepted and refused."""
        table = Table("operation", "accepted", "refused", title="operations")
        for function in sorted({*self.accepted, *self.refused}):
            table.add_row(function, str(self.accepted[function]), str(self.refused[function]))
        console.print(table)
        rows = len(semantics().conditions())
        seen = sum(1 for row in semantics().conditions() if self.met[row] and self.failed[row])
        console.print(f"{seen} of {rows} preconditions met and failed")

    def _missing(self) -> Iterator[str]:
        table = semantics()
        for row, condition in table.conditions().items():
            # What never fails is never asked for by the model either.
            if not (condition.never_met or condition.never_fails) and not self.met[row]:
                yield f"{row} never met"
            if not condition.never_fails and not self.failed[row]:
                yield f"{row} never failed"
        for row, call in table.calls().items():
            if not self.met[row]:
                yield f"{row} never accepted"
            if not call.never_refused and not self.failed[row]:
                yield f"{row} never refused"
        for function, rows in table.functions():
            for event in rows.events:
                if not self.events[f"{function} {event}"]:
                    yield f"{function} {event} never emitted"
            for path in rows.paths:
                if not self.paths[f"{function}.{path}"]:
                    yield f"{function}.{path} never taken"
