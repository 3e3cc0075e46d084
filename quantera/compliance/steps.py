"""A plan cut into transactions, and what a journal says of each of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal

from quantera.compliance.chain.protocol import Outcome, Prepared, Skipped
from quantera.compliance.plan import SINGLE_KINDS, ChainPlan, Row, by_agent

StepKind = Literal["attest", "write", "removal", "evidence", "terms"]


@dataclass(frozen=True, slots=True)
class Step:
    """Rows that go into one transaction; `name` is unique in the plan and the same in every run."""

    name: str
    kind: StepKind
    rows: tuple[Row, ...]

    def halves(self) -> "tuple[Step, Step]":
        """The same rows in two steps."""
        middle = len(self.rows) // 2
        return (
            Step(f"{self.name}.0", self.kind, self.rows[:middle]),
            Step(f"{self.name}.1", self.kind, self.rows[middle:]),
        )


def _step_kind(row: Row) -> StepKind:
    match row.kind:
        case "removal" | "evidence" | "terms":
            return row.kind
    return "write" if by_agent(row) else "attest"


def steps_of(plan: ChainPlan, rows_per_batch: int) -> Iterator[Step]:
    """A chain's steps, in the order in which they are carried out."""
    number = 0
    for kind, members in groupby(plan.rows, key=_step_kind):
        rows = tuple(members)
        size = 1 if kind in SINGLE_KINDS else rows_per_batch
        for start in range(0, len(rows), size):
            yield Step(f"{plan.chain}/{number}", kind, rows[start : start + size])
            number += 1


@dataclass(slots=True)
class StepHistory:
    """What the journal says of one step.

    Attributes:
        prepared: signed transactions, oldest first; all of one account nonce, or of later ones
            once that nonce was used up by a transaction that is not the step's.
        deadline: Unix second from which the newest one's attestation no longer counts.
        split: its rows were put into two steps.
        done: its outcome is known.
    """

    prepared: list[Prepared] = field(default_factory=list)
    deadline: int = 0
    split: bool = False
    done: bool = False


@dataclass(slots=True)
class ChainReport:
    """What happened on one chain, earlier runs of the same plan included.

    Attributes:
        chain: the chain's name.
        written: rows that are on-chain now.
        refused: rows that the registry left out or refused.
        gas_used: by all transactions.
        transactions: how many were mined.
        error: why the chain was given up; the next start goes on there.
    """

    chain: str
    written: int = 0
    refused: list[Skipped] = field(default_factory=list)
    gas_used: int = 0
    transactions: int = 0
    error: str | None = None


class ChainHistory:
    """One chain's part of a journal: what it says, and how it is written.

    Args:
        chain: the chain's name.
        entries: lines that earlier runs wrote.
    """

    def __init__(self, chain: str, entries: Iterable[dict[str, Any]]) -> None:
        self.report = ChainReport(chain)
        self.rows_per_batch: int | None = None
        self._steps: dict[str, StepHistory] = {}
        for entry in entries:
            if entry.get("chain") == chain:
                self.take(entry)

    def step(self, name: str) -> StepHistory:
        """What is known of a step."""
        return self._steps.setdefault(name, StepHistory())

    def take(self, entry: dict[str, Any]) -> None:
        """Takes in one line of the journal."""
        if entry["event"] == "size":
            self.rows_per_batch = entry["rows"]
            return
        known = self.step(entry["step"])
        match entry["event"]:
            case "prepared":
                raw = bytes.fromhex(entry["raw"])
                known.prepared.append(Prepared(entry["hash"], raw, entry["nonce"]))
                known.deadline = entry["deadline"]
            case "split":
                known.split = True
            case "refused":
                known.done = True
                self.report.refused.append(Skipped(entry["key"], entry["reason"]))
            case "done":
                known.done = True
                self.report.written += entry["written"]
                self.report.refused += [Skipped(*row) for row in entry["skipped"]]
                self.report.gas_used += entry["gas"]
                self.report.transactions += 1

    def sized(self, rows: int) -> dict[str, Any]:
        """Line: batches of this plan hold so many rows, in every run."""
        return {"chain": self.report.chain, "event": "size", "rows": rows}

    def prepared(self, step: Step, transaction: Prepared, deadline: int) -> dict[str, Any]:
        """Line: a transaction of the step is signed and may have been sent."""
        return {
            **self._head(step, "prepared"),
            "hash": transaction.hash,
            "nonce": transaction.nonce,
            "deadline": deadline,
            "raw": transaction.raw.hex(),
        }

    def split(self, step: Step, reason: str) -> dict[str, Any]:
        """Line: the step's rows go into two steps, because together they were refused."""
        return {**self._head(step, "split"), "reason": reason}

    def refused(self, step: Step, reason: str) -> dict[str, Any]:
        """Line: the step's only row is refused."""
        return {**self._head(step, "refused"), "key": step.rows[0].key, "reason": reason}

    def done(self, step: Step, outcome: Outcome) -> dict[str, Any]:
        """Line: the step's transaction is mined."""
        return {
            **self._head(step, "done"),
            "block": outcome.block,
            "gas": outcome.gas_used,
            "written": len(step.rows) - len(outcome.skipped),
            "skipped": [[row.wallet, row.cause] for row in outcome.skipped],
        }

    def _head(self, step: Step, event: str) -> dict[str, Any]:
        return {"chain": self.report.chain, "step": step.name, "event": event}
