"""OFAC's Specially Designated Nationals: `SDN.XML`, or `SDN.CSV` with `ALT.CSV` beside it."""

import re
from collections import defaultdict
from pathlib import Path
from xml.etree.ElementTree import Element

from quantera.compliance.errors import ScreeningListError
from quantera.compliance.sanctions import table, xml
from quantera.compliance.sanctions.entry import (
    EntryKind,
    ListedEntry,
    ListedName,
    addresses_in,
    birth_ranges,
    normalise_document,
    published,
)

LIST_ID = "OFAC"
_KINDS: dict[str, EntryKind] = {
    "individual": "individual",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
_NULL = "-0-"
_SDN_COLUMNS = 12
_ALT_COLUMNS = 5
_REMARK_DOCUMENT = re.compile(
    r"(?:Passport|National ID No\.|Identification Number|Registration ID|Tax ID No\.)\s+"
    r"([A-Z0-9][A-Z0-9 /-]*)",
    re.IGNORECASE,
)
_REMARK_BIRTH = re.compile(r"\bDOB ([^;]+)")


def _kind(text: str) -> EntryKind:
    return _KINDS.get(text.strip().lower(), "organisation")


def _xml_entry(element: Element) -> ListedEntry:
    def full(part: Element) -> str:
        return f"{xml.text(part, 'firstName')} {xml.text(part, 'lastName')}".strip()

    names = [ListedName(full(element))]
    for aka in xml.children(element, "akaList", "aka"):
        names.append(ListedName(full(aka), xml.text(aka, "category").lower() == "weak"))
    documents, wallets = [], []
    for item in xml.children(element, "idList", "id"):
        number = xml.text(item, "idNumber")
        if xml.text(item, "idType").startswith("Digital Currency Address"):
            wallets.append(number)
        else:
            documents.append(number)
    return ListedEntry(
        list_id=LIST_ID,
        reference=xml.text(element, "uid"),
        kind=_kind(xml.text(element, "sdnType")),
        names=tuple(name for name in names if name.text),
        birth_years=birth_ranges(
            xml.texts(element, "dateOfBirthList", "dateOfBirthItem", "dateOfBirth")
        ),
        documents=frozenset(filter(None, map(normalise_document, documents))),
        wallets=addresses_in(wallets),
    )


def read_xml(path: Path) -> tuple[int, list[ListedEntry]]:
    """Publication time and entries of `SDN.XML`.

    Raises:
        ScreeningListError: not the publisher's format.
    """
    when, entries = 0, []
    for element in xml.stream(path, "sdnList", frozenset({"publshInformation", "sdnEntry"})):
        tag = xml.local(element.tag)
        if tag == "publshInformation":
            when = published(xml.text(element, "Publish_Date"), ("%m/%d/%Y",))
        elif tag == "sdnEntry":
            entries.append(_xml_entry(element))
    if not when:
        raise ScreeningListError(f"{path.name} has no publication date")
    return when, entries


def _cell(text: str) -> str:
    return "" if text == _NULL else text


def read_csv(path: Path) -> tuple[int, list[ListedEntry]]:
    """Entries of `SDN.CSV`, with the aliases of an `ALT.CSV` in the same folder.

    The publisher puts no date into these files, so the publication time is the file's own.

    Raises:
        ScreeningListError: not the publisher's format.
    """
    aliases: dict[str, list[ListedName]] = defaultdict(list)
    beside = path.with_name(path.name.upper().replace("SDN", "ALT"))
    alternatives = next((p for p in path.parent.iterdir() if p.name.upper() == beside.name), None)
    if alternatives is not None:
        for row in table.cells(alternatives):
            if len(row) != _ALT_COLUMNS:
                raise ScreeningListError(f"{alternatives.name} needs {_ALT_COLUMNS} columns")
            weak = "weak" in row[4].lower()
            aliases[row[0]].append(ListedName(_cell(row[3]), weak))
    entries = []
    for row in table.cells(path):
        if len(row) != _SDN_COLUMNS:
            raise ScreeningListError(f"{path.name} needs {_SDN_COLUMNS} columns")
        remarks = _cell(row[11])
        entries.append(
            ListedEntry(
                list_id=LIST_ID,
                reference=row[0],
                kind=_kind(_cell(row[2])),
                names=(ListedName(_cell(row[1])), *aliases[row[0]]),
                birth_years=birth_ranges(_REMARK_BIRTH.findall(remarks)),
                documents=frozenset(map(normalise_document, _REMARK_DOCUMENT.findall(remarks))),
                wallets=addresses_in([remarks]),
            )
        )
    return int(path.stat().st_mtime), entries
