"""The EU's consolidated financial sanctions list, version 1.1: XML, or CSV with semicolons."""

from collections import defaultdict
from datetime import datetime
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

LIST_ID = "EU"
_PERSON = frozenset({"p", "person"})
_REQUIRED = ("fileGenerationDate", "Entity_LogicalId", "NameAlias_WholeName")


def _kind(code: str) -> EntryKind:
    return "individual" if code.strip().lower() in _PERSON else "organisation"


def _whole(whole: str, first: str, middle: str, last: str) -> str:
    return whole.strip() or " ".join(part for part in (first, middle, last) if part.strip())


def _xml_entry(element: Element) -> ListedEntry:
    names = []
    for alias in xml.children(element, "nameAlias"):
        parts = (alias.get(k, "") for k in ("wholeName", "firstName", "middleName", "lastName"))
        names.append(ListedName(_whole(*parts), alias.get("strong", "true").lower() == "false"))
    births = [
        " ".join(filter(None, (born.get("birthdate"), born.get("year"))))
        + (" circa" if born.get("circa", "").lower() == "true" else "")
        for born in xml.children(element, "birthdate")
    ]
    subject = next(xml.children(element, "subjectType"), None)
    numbers = [item.get("number", "") for item in xml.children(element, "identification")]
    return ListedEntry(
        list_id=LIST_ID,
        reference=element.get("euReferenceNumber", "") or element.get("logicalId", ""),
        kind=_kind("" if subject is None else subject.get("code", "")),
        names=tuple(name for name in names if name.text),
        birth_years=birth_ranges(births),
        documents=frozenset(filter(None, map(normalise_document, numbers))),
        wallets=addresses_in([*numbers, *xml.texts(element, "remark")]),
    )


def read_xml(path: Path) -> tuple[int, list[ListedEntry]]:
    """Publication time and entries of the XML list.

    Raises:
        ScreeningListError: not the publisher's format.
    """
    when, entries = 0, []
    for element in xml.stream(path, "export", frozenset({"sanctionEntity"})):
        if xml.local(element.tag) == "export":
            generated = element.get("generationDate", "")
            try:
                when = int(datetime.fromisoformat(generated).timestamp())
            except ValueError as error:
                raise ScreeningListError(f"{path.name} has no generation date") from error
        else:
            entries.append(_xml_entry(element))
    return when, entries


def read_csv(path: Path) -> tuple[int, list[ListedEntry]]:
    """Publication time and entries of the CSV list: several rows per entity, merged by its id.

    Raises:
        ScreeningListError: not the publisher's format.
    """
    when = 0
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table.records(table.cells(path, ";"), path.name, _REQUIRED):
        when = when or published(row["fileGenerationDate"], ("%d/%m/%Y", "%Y-%m-%d"))
        rows[row["Entity_LogicalId"]].append(row)
    if not when:
        raise ScreeningListError(f"{path.name} has no entity and no date")
    return when, [_csv_entry(reference, group) for reference, group in rows.items()]


def _csv_entry(reference: str, rows: list[dict[str, str]]) -> ListedEntry:
    names = dict.fromkeys(
        _whole(
            row["NameAlias_WholeName"],
            row.get("NameAlias_FirstName", ""),
            row.get("NameAlias_MiddleName", ""),
            row.get("NameAlias_LastName", ""),
        )
        for row in rows
    )
    first = rows[0]
    numbers = [row.get("Identification_Number", "") for row in rows]
    return ListedEntry(
        list_id=LIST_ID,
        reference=first.get("Entity_EU_ReferenceNumber") or reference,
        kind=_kind(
            first.get("Entity_SubjectType_ClassificationCode")
            or first.get("Entity_SubjectType", "")
        ),
        names=tuple(ListedName(name) for name in names if name),
        birth_years=birth_ranges(
            f"{row.get('BirthDate_BirthDate', '')} {row.get('BirthDate_Year', '')}" for row in rows
        ),
        documents=frozenset(filter(None, map(normalise_document, numbers))),
        wallets=addresses_in([*numbers, *(row.get("Entity_Remark", "") for row in rows)]),
    )
