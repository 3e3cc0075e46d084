"""What has been done of a plan, line by line, on disk before it is done."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from filelock import Timeout

from quantera.compliance.errors import JournalError
from quantera.durable_lines import DurableLines


class Journal(DurableLines):
    """Lines of JSON for one plan; see `DurableLines`.

    Args:
        path: the file; created where it is missing.
        plan: digest of the plan; a journal of another plan is refused.

    Raises:
        JournalError: another plan's journal, a damaged one, or one that another process holds.
    """

    def __init__(self, path: Path, plan: str) -> None:
        self._plan = plan
        self.entries: list[dict[str, Any]] = []
        try:
            super().__init__(path)
        except Timeout as error:
            raise JournalError(f"{path.name} is in use by another process") from error

    def _read(self, content: bytes) -> None:
        entries = list(self._parse(content))
        if entries and entries[0].get("plan") != self._plan:
            raise JournalError(f"{self._path.name} belongs to another plan")
        self.entries = entries[1:]

    def _begin(self) -> None:
        self.write({"plan": self._plan})

    def _parse(self, content: bytes) -> Iterator[dict[str, Any]]:
        for number, line in enumerate(content.splitlines(), 1):
            try:
                entry = json.loads(line)
            except ValueError as error:
                raise JournalError(f"{self._path.name} line {number} is damaged") from error
            if not isinstance(entry, dict):
                raise JournalError(f"{self._path.name} line {number} is damaged")
            yield entry

    def write(self, entry: dict[str, Any]) -> None:
        """Appends one line and returns when it is on disk; threads may call it at once."""
        self._append(json.dumps(entry, separators=(",", ":")).encode())
