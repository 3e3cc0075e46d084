"""Reading publishers' CSV files."""

import csv
from collections.abc import Iterator
from pathlib import Path

from quantera.compliance.errors import ScreeningListError


def cells(path: Path, delimiter: str = ",") -> Iterator[list[str]]:
    """Rows of a CSV file without a header of ours, byte-order mark and end-of-file mark removed.

    Raises:
        ScreeningListError: the file cannot be read, or is not UTF-8 or CSV.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            for row in csv.reader(handle, delimiter=delimiter):
                if row and row != ["\x1a"]:
                    yield [cell.strip() for cell in row]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ScreeningListError(f"{path.name} cannot be read: {error}") from error


def records(
    rows: Iterator[list[str]], name: str, required: tuple[str, ...]
) -> Iterator[dict[str, str]]:
    """Rows as mappings, after a header row that must hold the required columns.

    Raises:
        ScreeningListError: there is no such header.
    """
    header = next(rows, [])
    missing = [column for column in required if column not in header]
    if missing:
        raise ScreeningListError(f"{name} lacks the columns {', '.join(missing)}")
    for row in rows:
        yield dict(zip(header, row, strict=False))
