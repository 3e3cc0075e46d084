"""Investor records in a CSV file with a header."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from quantera.compliance.errors import SourceError
from quantera.compliance.sources.rows import RawRow, malformed, nest

# What `surrogateescape` makes of bytes that are not UTF-8.
_UNDECODED = re.compile("[\udc80-\udcff]")


def _cell_fault(cells: list[str], header: list[str]) -> str | None:
    if len(cells) != len(header):
        return f"{len(cells)} cells under {len(header)} columns"
    text = "".join(cells)
    if not text.isascii() and _UNDECODED.search(text):
        return "the row is not UTF-8"
    return None


def read_csv(path: Path) -> Iterator[RawRow]:
    """Rows of a UTF-8 CSV file (RFC 4180, header in the first line, dots for nested fields).

    Raises:
        SourceError: the file cannot be opened, or has no usable header.
    """
    try:
        handle = path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")
    except OSError as error:
        raise SourceError(f"{path.name} cannot be opened: {error.strerror}") from error
    with handle:
        reader = csv.reader(handle, strict=True)
        try:
            header = [cell.strip() for cell in next(reader)]
        except (StopIteration, csv.Error) as error:
            raise SourceError(f"{path.name} has no header") from error
        if len(set(header)) != len(header) or not all(header):
            raise SourceError(f"{path.name} has empty or repeated column names")
        number = 0
        while True:
            number += 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield malformed(number, f"not CSV: {error}")
                continue
            if not cells:
                number -= 1
                continue
            fault = _cell_fault(cells, header)
            if fault:
                yield malformed(number, fault)
                continue
            filled = {k: v for k, cell in zip(header, cells, strict=True) if (v := cell.strip())}
            try:
                yield RawRow(number, nest(filled, "."))
            except ValueError as error:
                yield malformed(number, str(error))
