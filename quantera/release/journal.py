"""What a release is doing on all its chains, line by line, on disk before it is done.

Invariant REL-06: a transaction is signed and on disk before it is sent, so that after a crash at
any point every transaction that may be on a chain is known; a journal has one holder at a time.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from filelock import Timeout
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from quantera.durable_lines import DurableLines
from quantera.release.errors import BusyError, JournalError


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Opened(_Entry):
    """First line: whose journal it is."""

    event: Literal["opened"] = "opened"
    plan: str


class Prepared(_Entry):
    """A signed transaction that is about to be sent."""

    event: Literal["prepared"] = "prepared"
    chain: str
    step: str
    hash: str
    nonce: int
    raw: str
    max_fee: int
    tip: int


class Done(_Entry):
    """A step whose conditions hold; `hash` is empty where another transaction brought it about."""

    event: Literal["done"] = "done"
    chain: str
    step: str
    hash: str
    block: int
    gas: int


class Reached(_Entry):
    """A chain has got as far as this, finally.

    Attributes:
        phase: of a release deployed, activating, active, abandoning or abandoned; of a campaign
            the name of a stage, `undoing` or `undone`.
    """

    event: Literal["reached"] = "reached"
    chain: str
    phase: str


Entry = Opened | Prepared | Done | Reached
_READER: TypeAdapter[Entry] = TypeAdapter(Entry)


def read(path: Path) -> list[Entry]:
    """What a journal says, without taking it; a last line that is not whole is left out.

    Raises:
        JournalError: it is damaged.
    """
    content = path.read_bytes() if path.exists() else b""
    return list(_parsed(path, content[: content.rfind(b"\n") + 1]))


def _parsed(path: Path, content: bytes) -> Iterator[Entry]:
    for number, line in enumerate(content.splitlines(), 1):
        try:
            yield _READER.validate_json(line)
        except ValidationError as error:
            raise JournalError(f"{path.name} line {number} is damaged") from error


class Journal(DurableLines):
    """Lines of JSON for one plan; see `DurableLines`.

    Args:
        path: the file; created where it is missing.
        plan: digest of the plan; a journal of another plan is refused.

    Raises:
        BusyError: another process holds it.
        JournalError: it is another plan's, or damaged.
    """

    def __init__(self, path: Path, plan: str) -> None:
        self._plan = plan
        self.entries: list[Entry] = []
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            super().__init__(path)
        except Timeout as error:
            raise BusyError(f"{path.name} is in the hands of another release") from error

    def _read(self, content: bytes) -> None:
        self.entries = list(_parsed(self._path, content))
        first = self.entries[0] if self.entries else None
        if first is not None and not (isinstance(first, Opened) and first.plan == self._plan):
            raise JournalError(f"{self._path.name} belongs to another plan")

    def _begin(self) -> None:
        self.write(Opened(plan=self._plan))

    def write(self, entry: Entry) -> None:
        """Append one line and return when it is on disk; threads may call it at once."""
        with self._lock:
            line = json.dumps(entry.model_dump(mode="json"), separators=(",", ":"))
            self._append(line.encode())
            self.entries.append(entry)

    def prepared(self, chain: str, step: str) -> list[Prepared]:
        """Signed transactions of a step, in the order of their signing."""
        return [
            entry
            for entry in self._now()
            if isinstance(entry, Prepared) and (entry.chain, entry.step) == (chain, step)
        ]

    def done(self, chain: str) -> dict[str, Done]:
        """Steps of a chain that were done when last looked at, by name."""
        return {
            entry.step: entry
            for entry in self._now()
            if isinstance(entry, Done) and entry.chain == chain
        }

    def phases(self, chain: str) -> list[str]:
        """What a chain has got to, in order."""
        return [
            entry.phase
            for entry in self._now()
            if isinstance(entry, Reached) and entry.chain == chain
        ]

    def phase(self, chain: str) -> str:
        """How far a chain has got; empty before anything is final."""
        reached = self.phases(chain)
        return reached[-1] if reached else ""

    def _now(self) -> list[Entry]:
        with self._lock:
            return list(self.entries)
