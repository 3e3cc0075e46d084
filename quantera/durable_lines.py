"""A file of lines that a crash cannot make lie: one holder, each line on disk before it counts."""

import os
from abc import ABC, abstractmethod
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from filelock import FileLock


class DurableLines(ABC):
    """An append-only file of lines; each is on disk when `_append` returns.

    A line that a crash cut short is dropped when the file is opened again: nothing that follows
    from it can have been done. One process at a time holds a file.

    Args:
        path: the file; created where it is missing.

    Raises:
        filelock.Timeout: somebody else holds it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()
        self._file_lock = FileLock(f"{path}.lock")
        self._file_lock.acquire(timeout=0)
        try:
            content = path.read_bytes() if path.exists() else b""
            whole = content[: content.rfind(b"\n") + 1]
            self._read(whole)
            self._handle = path.open("r+b" if path.exists() else "w+b")
            self._handle.truncate(len(whole))
            self._handle.seek(0, os.SEEK_END)
            if not whole:
                self._begin()
                self._sync_folder()
        except BaseException:
            self._file_lock.release()
            raise

    @abstractmethod
    def _read(self, content: bytes) -> None:
        """Take up the whole lines of the file; raising refuses it and changes nothing."""

    @abstractmethod
    def _begin(self) -> None:
        """Write what a new file begins with."""

    def _append(self, line: bytes) -> None:
        """Append one line and return when it is on disk; threads may call it at once."""
        with self._lock:
            self._handle.write(line + b"\n")
            self._handle.flush()
            os.fsync(self._handle.fileno())

    def _sync_folder(self) -> None:
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

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
