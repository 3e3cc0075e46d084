"""A listed person or body, whatever list it comes from."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Literal

from quantera.compliance.errors import ScreeningListError

EntryKind = Literal["individual", "organisation", "vessel", "aircraft"]

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")
_NOT_ALNUM = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile("['`\u2018\u2019\u02bc]")
_CIRCA_YEARS = 2


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name of a listed person; `weak` where the publisher calls the alias weak or low quality."""

    text: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """One listed person or body.

    Attributes:
        list_id: `OFAC`, `EU`, `UK`, `UN`, `MAS` or `MOF`.
        reference: the publisher's identifier.
        kind: what is listed.
        names: primary name first.
        birth_years: ranges of possible birth years, both ends included.
        documents: identity documents, letters and digits only, upper case.
        wallets: Ethereum-style addresses, lower case.
    """

    list_id: str
    reference: str
    kind: EntryKind
    names: tuple[ListedName, ...]
    birth_years: tuple[tuple[int, int], ...] = ()
    documents: frozenset[str] = frozenset()
    wallets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SanctionsList:
    """One published list; `published_at` in Unix seconds, `digest` the SHA-256 of its files."""

    list_id: str
    published_at: int
    entries: tuple[ListedEntry, ...]
    digest: str


@lru_cache(maxsize=262_144)
def normalise(name: str) -> str:
    """Letters and digits in lower case without marks, one space between words."""
    if name.isascii() and name.replace(" ", "").isalnum():
        return " ".join(name.lower().split())
    plain = _APOSTROPHES.sub("", name)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_ALNUM.sub(" ", plain.casefold()).strip()


def normalise_document(number: str) -> str:
    """A document number without spaces and punctuation, in upper case."""
    return _NOT_ALNUM.sub("", number).upper()


def birth_range(text: str) -> tuple[int, int] | None:
    """Possible birth years in a publisher's wording, such as `circa 1955-1958`."""
    years = [int(year) for year in _YEAR.findall(text)]
    if not years:
        return None
    spread = _CIRCA_YEARS if re.search(r"circa|approx|between", text, re.IGNORECASE) else 0
    return min(years) - spread, max(years) + spread


def birth_ranges(texts: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Distinct ranges of several wordings."""
    found = (birth_range(text) for text in texts)
    return tuple(dict.fromkeys(span for span in found if span))


def addresses_in(texts: Iterable[str]) -> frozenset[str]:
    """Ethereum-style addresses named in texts, lower case."""
    return frozenset(match.lower() for text in texts for match in _ADDRESS.findall(text))


def published(text: str, formats: tuple[str, ...]) -> int:
    """A publication date in Unix seconds.

    Raises:
        ScreeningListError: the text is in none of the formats.
    """
    for form in formats:
        try:
            return int(datetime.strptime(text.strip(), form).replace(tzinfo=UTC).timestamp())
        except ValueError:
            continue
    raise ScreeningListError(f"publication date {text!r} is in none of the publisher's formats")
