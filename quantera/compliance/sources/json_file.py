"""Investor records as a JSON array, or as one JSON object per line."""

from collections.abc import Iterator
from pathlib import Path

from pydantic_core import from_json

from quantera.compliance.errors import SourceError
from quantera.compliance.sources.rows import RawRow, malformed


def _row(number: int, entry: object) -> RawRow:
    if not isinstance(entry, dict):
        return malformed(number, "a row is a JSON object")
    return RawRow(number, entry)


def read_json(path: Path) -> Iterator[RawRow]:
    """Rows of a `.json` file: an array of objects.

    Raises:
        SourceError: the file cannot be read or is no JSON array.
    """
    try:
        content = from_json(path.read_bytes())
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise SourceError(f"{path.name} is not JSON: {error}") from error
    if not isinstance(content, list):
        raise SourceError(f"{path.name} must hold an array of investors")
    for number, entry in enumerate(content, 1):
        yield _row(number, entry)


def read_json_lines(path: Path) -> Iterator[RawRow]:
    """Rows of a `.jsonl` file; blank lines are left out and not counted.

    Raises:
        SourceError: the file cannot be read.
    """
    try:
        handle = path.open("rb")
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read: {error.strerror}") from error
    number = 0
    with handle:
        for line in handle:
            if not line.strip():
                continue
            number += 1
            try:
                entry = from_json(line)
            except ValueError as error:
                yield malformed(number, f"not JSON: {error}")
                continue
            yield _row(number, entry)
