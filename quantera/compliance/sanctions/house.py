"""Lists whose publishers offer no machine-readable form, kept as CSV in this project's columns.

Columns: `publishedAt`, `reference`, `kind` (individual, organisation, vessel, aircraft), `name`,
`aliases`, `birthDate`, `documents`, `wallets`; several values are separated by semicolons.
"""

from pathlib import Path
from typing import get_args

from quantera.compliance.errors import ScreeningListError
from quantera.compliance.sanctions import table
from quantera.compliance.sanctions.entry import (
    EntryKind,
    ListedEntry,
    ListedName,
    addresses_in,
    birth_ranges,
    normalise_document,
    published,
)

_REQUIRED = ("publishedAt", "reference", "kind", "name")


def read_csv(path: Path, list_id: str) -> tuple[int, list[ListedEntry]]:
    """Publication time (the newest row's) and entries.

    Raises:
        ScreeningListError: a column is missing, or a kind or date is unknown.
    """
    when, entries = 0, []
    kinds = {kind: kind for kind in get_args(EntryKind)}
    for row in table.records(table.cells(path), path.name, _REQUIRED):
        if row["kind"] not in kinds:
            raise ScreeningListError(f"{path.name} has an entry of unknown kind {row['kind']!r}")
        when = max(when, published(row["publishedAt"], ("%Y-%m-%d",)))
        names = [row["name"], *row.get("aliases", "").split(";")]
        numbers = row.get("documents", "").split(";")
        entries.append(
            ListedEntry(
                list_id=list_id,
                reference=row["reference"],
                kind=kinds[row["kind"]],
                names=tuple(ListedName(name.strip()) for name in names if name.strip()),
                birth_years=birth_ranges(row.get("birthDate", "").split(";")),
                documents=frozenset(filter(None, map(normalise_document, numbers))),
                wallets=addresses_in([row.get("wallets", "")]),
            )
        )
    if not when:
        raise ScreeningListError(f"{path.name} is empty")
    return when, entries
