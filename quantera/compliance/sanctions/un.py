"""The UN Security Council's consolidated list (XML)."""

from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element

from quantera.compliance.errors import ScreeningListError
from quantera.compliance.sanctions import xml
from quantera.compliance.sanctions.entry import (
    EntryKind,
    ListedEntry,
    ListedName,
    addresses_in,
    birth_ranges,
    normalise_document,
)

LIST_ID = "UN"
_KINDS: dict[str, EntryKind] = {"INDIVIDUAL": "individual", "ENTITY": "organisation"}
_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_BIRTH_PARTS = ("TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR")


def _entry(element: Element) -> ListedEntry:
    tag = xml.local(element.tag)
    names = [ListedName(" ".join(filter(None, (xml.text(element, part) for part in _PARTS))))]
    names += [ListedName(script) for script in xml.texts(element, "NAME_ORIGINAL_SCRIPT")]
    for alias in xml.children(element, f"{tag}_ALIAS"):
        weak = xml.text(alias, "QUALITY").lower() == "low"
        names.append(ListedName(xml.text(alias, "ALIAS_NAME"), weak))
    births = [
        " ".join(xml.text(born, part) for part in _BIRTH_PARTS)
        for born in xml.children(element, "INDIVIDUAL_DATE_OF_BIRTH")
    ]
    numbers = xml.texts(element, "INDIVIDUAL_DOCUMENT", "NUMBER")
    return ListedEntry(
        list_id=LIST_ID,
        reference=xml.text(element, "REFERENCE_NUMBER") or xml.text(element, "DATAID"),
        kind=_KINDS[tag],
        names=tuple(name for name in names if name.text),
        birth_years=birth_ranges(births),
        documents=frozenset(filter(None, map(normalise_document, numbers))),
        wallets=addresses_in(xml.texts(element, "COMMENTS1")),
    )


def read_xml(path: Path) -> tuple[int, list[ListedEntry]]:
    """Publication time and entries of the XML list.

    Raises:
        ScreeningListError: not the publisher's format.
    """
    when, entries = 0, []
    for element in xml.stream(path, "CONSOLIDATED_LIST", frozenset(_KINDS)):
        if xml.local(element.tag) == "CONSOLIDATED_LIST":
            try:
                generated = datetime.fromisoformat(element.get("dateGenerated", ""))
            except ValueError as error:
                raise ScreeningListError(f"{path.name} has no generation date") from error
            when = int(generated.timestamp())
        else:
            entries.append(_entry(element))
    return when, entries
