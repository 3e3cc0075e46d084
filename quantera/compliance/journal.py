"""What has been done of a plan, line by line, on disk before it is done."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from filelock import FileLock, Timeout

from quantera.compliance.errors import JournalError


class Journal:
    """An append-only file of JSON lines for one plan; each line is on disk when `write` returns.

    A line that a crash cut short is dropped when the journal is opened again: nothing that follows
    from it can have been done. One process at a time holds a journal.

    Args:
        path: the file; created where it is missing.
        plan: digest of the plan; a journal of another plan is refused.

    Raises:
        JournalError: another plan's journal, a damaged one, or one that another process holds.
    """

    def __init__(self, path: Path, plan: str) -> None:
        self._path = path
        self._lock = Lock()
        self._file_lock = FileLock(f"{path}.lock")
        try:
            self._file_lock.acquire(timeout=0)
        except Timeout as error:
            raise JournalError(f"{path.name} is in use by another process") from error
        try:
            self.entries = self._open(plan)
        except BaseException:
            self._file_lock.release()
            raise

    def _open(self, plan: str) -> list[dict[str, Any]]:
        content = self._path.read_bytes() if self._path.exists() else b""
        whole = content[: content.rfind(b"\n") + 1]
        entries = list(self._parse(whole))
        self._handle = self._path.open("r+b" if self._path.exists() else "w+b")
        self._handle.truncate(len(whole))
        self._handle.seek(0, os.SEEK_END)
        if not entries:
            self.write({"plan": plan})
            self._sync_folder()
            return []
        if entries[0].get("plan") != plan:
            self._handle.close()
            raise JournalError(f"{self._path.name} belongs to another plan")
        return entries[1:]

    def _parse(self, content: bytes) -> Iterator[dict[str, Any]]:
        for number, line in enumerate(content.splitlines(), 1):
            try:
                entry = json.loads(line)
            except ValueError as error:
                raise JournalError(f"{self._path.name} line {number} is damaged") from error
            if not isinstance(entry, dict):
                raise JournalError(f"{self._path.name} line {number} is damaged")
            yield entry

    def _sync_folder(self) -> None:
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def write(self, entry: dict[str, Any]) -> None:
        """Appends one line and returns when it is on disk; threads may call it at once."""
        line = json.dumps(entry, separators=(",", ":")).encode() + b"\n"
        with self._lock:
            self._handle.write(line)
            self._handle.flush()
            os.fsync(self._handle.fileno())

    def close(self) -> None:
        """Closes the file and lets other processes have it."""
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
