"""The UK Sanctions List: XML, or CSV under its line with the report date."""

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

LIST_ID = "UK"
_KINDS: dict[str, EntryKind] = {"individual": "individual", "ship": "vessel"}
_PARTS = tuple(f"Name{n}" for n in range(1, 7))
_COLUMNS = tuple(f"Name {n}" for n in range(1, 7))
_REPORT_DATE = "report date:"
_KIND_COLUMNS = ("Individual, Entity, Ship", "Designation Type")
_DOCUMENT_COLUMNS = (
    "National Identifier number",
    "Passport number",
    "Business registration number (s)",
)


def _kind(text: str) -> EntryKind:
    return _KINDS.get(text.strip().lower(), "organisation")


def _weak(strength: str) -> bool:
    return "low" in strength.lower()


def _primary_first(names: list[tuple[bool, ListedName]]) -> tuple[ListedName, ...]:
    ordered = sorted(names, key=lambda pair: not pair[0])
    return tuple(dict.fromkeys(name for _, name in ordered if name.text))


def _xml_entry(element: Element) -> ListedEntry:
    names = []
    for name in xml.children(element, "Names", "Name"):
        whole = " ".join(filter(None, (xml.text(name, part) for part in _PARTS)))
        primary = xml.text(name, "NameType").lower() == "primary name"
        names.append((primary, ListedName(whole, _weak(xml.text(name, "AliasStrength")))))
    for script in xml.texts(element, "NonLatinNames", "NonLatinName", "NameNonLatinScript"):
        names.append((False, ListedName(script)))
    person = next(xml.children(element, "IndividualDetails", "Individual"), None)
    body = next(xml.children(element, "EntityDetails", "Entity"), None)
    numbers = [
        *xml.texts(person, "PassportDetails", "Passport", "PassportNumber"),
        *xml.texts(
            person, "NationalIdentifierDetails", "NationalIdentifier", "NationalIdentifierNumber"
        ),
        *xml.texts(body, "BusinessRegistrationNumbers", "BusinessRegistrationNumber"),
    ]
    return ListedEntry(
        list_id=LIST_ID,
        reference=xml.text(element, "UniqueID"),
        kind=_kind(xml.text(element, "IndividualEntityShip")),
        names=_primary_first(names),
        birth_years=birth_ranges(xml.texts(person, "DOBs", "DOB")),
        documents=frozenset(filter(None, map(normalise_document, numbers))),
        wallets=addresses_in(xml.texts(element, "OtherInformation")),
    )


def read_xml(path: Path) -> tuple[int, list[ListedEntry]]:
    """Publication time and entries of the XML list.

    Raises:
        ScreeningListError: not the publisher's format.
    """
    when, entries = 0, []
    wanted = frozenset({"DateGenerated", "Designation"})
    for element in xml.stream(path, "Designations", wanted):
        tag = xml.local(element.tag)
        if tag == "DateGenerated":
            when = published((element.text or "")[:10], ("%d/%m/%Y", "%Y-%m-%d"))
        elif tag == "Designation":
            entries.append(_xml_entry(element))
    if not when:
        raise ScreeningListError(f"{path.name} has no DateGenerated")
    return when, entries


def read_csv(path: Path) -> tuple[int, list[ListedEntry]]:
    """Publication time and entries of the CSV list: one row per name, merged by unique id.

    Raises:
        ScreeningListError: not the publisher's format.
    """
    rows = table.cells(path)
    first = ",".join(next(rows, []))
    if not first.lower().startswith(_REPORT_DATE):
        raise ScreeningListError(f"{path.name} has no report date in its first line")
    when = published(first[len(_REPORT_DATE) :].strip(" ,"), ("%d-%b-%Y", "%d/%m/%Y"))
    groups: dict[str, list[dict[str, str]]] = defaultdict(list)
    required = ("Unique ID", "Name type", *_COLUMNS)
    for row in table.records(rows, path.name, required):
        groups[row["Unique ID"]].append(row)
    return when, [_csv_entry(reference, group) for reference, group in groups.items()]


def _csv_entry(reference: str, rows: list[dict[str, str]]) -> ListedEntry:
    names = []
    for row in rows:
        whole = " ".join(filter(None, (row.get(column, "") for column in _COLUMNS)))
        primary = row["Name type"].lower() == "primary name"
        names.append((primary, ListedName(whole, _weak(row.get("Alias strength", "")))))
        names.append((False, ListedName(row.get("Name non-latin script", ""))))
    first = rows[0]
    kind = next((first[column] for column in _KIND_COLUMNS if first.get(column)), "")
    numbers = [row.get(column, "") for row in rows for column in _DOCUMENT_COLUMNS]
    return ListedEntry(
        list_id=LIST_ID,
        reference=reference,
        kind=_kind(kind),
        names=_primary_first(names),
        birth_years=birth_ranges(row.get("D.O.B", "") for row in rows),
        documents=frozenset(filter(None, map(normalise_document, numbers))),
        wallets=addresses_in(row.get("Other Information", "") for row in rows),
    )
