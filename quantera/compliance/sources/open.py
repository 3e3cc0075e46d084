"""Chooses the reader of a source from its location."""

from collections.abc import Iterator
from pathlib import Path

from quantera.compliance.errors import SourceError
from quantera.compliance.sources.csv_file import read_csv
from quantera.compliance.sources.database import read_database
from quantera.compliance.sources.json_file import read_json, read_json_lines
from quantera.compliance.sources.rows import RawRow

_READERS = {".csv": read_csv, ".json": read_json, ".jsonl": read_json_lines}


def open_source(location: str, table: str = "investor_records") -> Iterator[RawRow]:
    """Rows of a file (`.csv`, `.json`, `.jsonl`) or of a database URL.

    Raises:
        SourceError: the location is of no known kind, or cannot be read.
    """
    if "://" in location:
        return read_database(location, table)
    path = Path(location)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise SourceError(f"{path.name} is neither {', '.join(_READERS)} nor a database URL")
    return reader(path)
