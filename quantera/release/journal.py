"""What a release is doing on all its chains, line by line, on disk before it is done.

Invariant REL-06: a transaction is signed and on disk before it is sent, so that after a crash at
any point every transaction that may be on a chain is known; a journal has one holder at a time.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Literal, Self

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

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
    """A chain has got as far as this, finally."""

    event: Literal["reached"] = "reached"
    chain: str
    phase: Literal["deployed", "activating", "active", "abandoning", "abandoned"]


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


class Journal:
    """An append-only file of JSON lines for one plan; each line is on disk when `write` returns.

    A line that a crash cut short is dropped when the journal is opened again: nothing that follows
    from it can have been done.

    Args:
        path: the file; created where it is missing.
        plan: digest of the plan; a journal of another plan is refused.

    Raises:
        BusyError: another process holds it.
        JournalError: it is another plan's, or damaged.
    """

    def __init__(self, path: Path, plan: str) -> None:
        self._path = path
        self._lock = Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file_lock = FileLock(f"{path}.lock")
        try:
            self._file_lock.acquire(timeout=0)
        except Timeout as error:
            raise BusyError(f"{path.name} is in the hands of another release") from error
        try:
            self.entries = self._open(plan)
        except BaseException:
            self._file_lock.release()
            raise

    def _open(self, plan: str) -> list[Entry]:
        content = self._path.read_bytes() if self._path.exists() else b""
        whole = content[: content.rfind(b"\n") + 1]
        entries = list(_parsed(self._path, whole))
        first = entries[0] if entries else None
        if first is not None and not (isinstance(first, Opened) and first.plan == plan):
            raise JournalError(f"{self._path.name} belongs to another plan")
        self._handle = self._path.open("r+b" if self._path.exists() else "w+b")
        self._handle.truncate(len(whole))
        self._handle.seek(0, os.SEEK_END)
        if first is None:
            self.entries = []
            self.write(Opened(plan=plan))
            self._sync_folder()
            return self.entries
        return entries

    def _sync_folder(self) -> None:
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def write(self, entry: Entry) -> None:
        """Append one line and return when it is on disk; threads may call it at once."""
        line = json.dumps(entry.model_dump(mode="json"), separators=(",", ":")).encode() + b"\n"
        with self._lock:
            self._handle.write(line)
            self._handle.flush()
            os.fsync(self._handle.fileno())
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

    def phase(self, chain: str) -> str:
        """How far a chain has got; empty before anything is final."""
        reached = [
            entry.phase
            for entry in self._now()
            if isinstance(entry, Reached) and entry.chain == chain
        ]
        return reached[-1] if reached else ""

    def _now(self) -> list[Entry]:
        with self._lock:
            return list(self.entries)

    def close(self) -> None:
        """Close the file and let other processes have it."""
        self._handle.close()
        self._file_lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
