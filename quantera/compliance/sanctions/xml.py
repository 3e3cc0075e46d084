"""Reading publishers' XML without trusting it: no entities, no network, one entry in memory."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from quantera.compliance.errors import ScreeningListError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def local(tag: str) -> str:
    """A tag without its namespace: publishers change theirs and keep the names."""
    return tag.rpartition("}")[2]


def children(element: "Element | None", *path: str) -> "Iterator[Element]":
    """Descendants at a path of local names."""
    if element is None:
        return
    first, *rest = path
    for child in element:
        if local(child.tag) == first:
            if rest:
                yield from children(child, *rest)
            else:
                yield child


def texts(element: "Element | None", *path: str) -> list[str]:
    """Non-empty texts at a path of local names."""
    found = ((child.text or "").strip() for child in children(element, *path))
    return [text for text in found if text]


def text(element: "Element | None", *path: str) -> str:
    """First non-empty text at a path, or an empty string."""
    return next(iter(texts(element, *path)), "")


def stream(path: Path, root: str, wanted: frozenset[str]) -> "Iterator[Element]":
    """Yields each element of the wanted local names when it is complete, then forgets it.

    The root element itself comes first, with its attributes only.

    Raises:
        ScreeningListError: not XML, forbidden constructs, or another root element.
    """
    try:
        events = iterparse(str(path), events=("start", "end"), forbid_dtd=True)
        top = None
        for event, element in events:
            if top is None:
                top = element
                if local(top.tag) != root:
                    raise ScreeningListError(f"{path.name} has root {local(top.tag)}, not {root}")
                yield top
            elif event == "end" and local(element.tag) in wanted:
                yield element
                element.clear()
    except (ParseError, DefusedXmlException) as error:
        raise ScreeningListError(f"{path.name} is not safe XML: {error}") from error
    except OSError as error:
        raise ScreeningListError(f"{path.name} cannot be read: {error.strerror}") from error
