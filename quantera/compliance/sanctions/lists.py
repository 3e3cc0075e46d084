"""Opens a sanctions list by its id and file."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from quantera.compliance.errors import ScreeningListError
from quantera.compliance.sanctions import eu, house, ofac, uk, un
from quantera.compliance.sanctions.entry import ListedEntry, SanctionsList

_Reader = Callable[[Path], tuple[int, list[ListedEntry]]]
_READERS: dict[tuple[str, str], _Reader] = {
    ("OFAC", ".xml"): ofac.read_xml,
    ("OFAC", ".csv"): ofac.read_csv,
    ("EU", ".xml"): eu.read_xml,
    ("EU", ".csv"): eu.read_csv,
    ("UK", ".xml"): uk.read_xml,
    ("UK", ".csv"): uk.read_csv,
    ("UN", ".xml"): un.read_xml,
    ("MAS", ".csv"): partial(house.read_csv, list_id="MAS"),
    ("MOF", ".csv"): partial(house.read_csv, list_id="MOF"),
}


def read_list(list_id: str, path: Path) -> SanctionsList:
    """Reads one list.

    An empty list is refused: a truncated download must not clear everybody.

    Raises:
        ScreeningListError: no reader fits, or the file is not in its publisher's format.
    """
    reader = _READERS.get((list_id, path.suffix.lower()))
    if reader is None:
        known = ", ".join(f"{name}{suffix}" for name, suffix in _READERS)
        raise ScreeningListError(f"no reader for {list_id} in {path.name}; there are {known}")
    when, entries = reader(path)
    if not entries:
        raise ScreeningListError(f"{path.name} lists nobody")
    for entry in entries:
        if not entry.reference or not entry.names:
            raise ScreeningListError(f"{path.name} has an entry without reference or name")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return SanctionsList(list_id, when, tuple(entries), digest)
