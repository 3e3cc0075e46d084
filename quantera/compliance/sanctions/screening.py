"""Finds the listed persons that an investor may be: exact documents and wallets, fuzzy names.

A name is compared only with listed names that share two of its words (or the single word it has),
each word allowed one slip of the pen; `rapidfuzz` then scores what is left. This keeps a check in
the tens of microseconds against all lists together.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from quantera.compliance.catalogue import Matching
from quantera.compliance.sanctions.entry import (
    ListedEntry,
    SanctionsList,
    normalise,
    normalise_document,
)

_SHORTEST_WITH_SLIP = 4
_WORDS_COMPARED = 4
_WORDS_IN_COMMON = 2
# A name that is part of another: persons drop middle names, organisations share common words.
_SUBSET_OF_PERSON = 0.95
_SUBSET_OF_BODY = 0.9
_WEAK_WEIGHT = 0.95
_CRAFT = frozenset({"vessel", "aircraft"})
_NOBODY: frozenset[int] = frozenset()


class Subject(NamedTuple):
    """Whom to screen: names (the first is the legal one), birth year, documents and wallets."""

    names: Sequence[str]
    individual: bool
    birth_year: int | None = None
    documents: Sequence[str] = ()
    wallets: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A listed entry that the subject may be.

    Attributes:
        list_id: the list.
        reference: the publisher's identifier.
        listed_name: the listed name that matched.
        score: 0 to 100.
        by: `name`, `document` or `wallet`.
        decisive: counts as listed without a review.
    """

    list_id: str
    reference: str
    listed_name: str
    score: float
    by: str
    decisive: bool


def _spellings(word: str) -> list[str]:
    if len(word) < _SHORTEST_WITH_SLIP:
        return [word]
    return [word, *[word[:place] + word[place + 1 :] for place in range(len(word))]]


class Screener:
    """An index over several lists; building it takes seconds, asking it microseconds."""

    def __init__(self, lists: Iterable[SanctionsList], matching: Matching) -> None:
        self._matching = matching
        self._entries: list[ListedEntry] = []
        self._legal_forms = frozenset(matching.legal_forms)
        self._names: list[tuple[int, str, str, bool]] = []
        self._exact: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._joined: dict[str, list[int]] = defaultdict(list)
        self._single: set[int] = set()
        postings: dict[str, set[int]] = defaultdict(set)
        self.lists = tuple(lists)
        for content in self.lists:
            for entry in content.entries:
                self._add(entry, postings)
        # Nearly every spelling is one word's: a list for each would be most of the index.
        self._spelled: dict[str, str | list[str]] = {}
        for word in postings:
            for spelling in _spellings(word):
                known = self._spelled.setdefault(spelling, word)
                if isinstance(known, list):
                    known.append(word)
                elif known is not word:
                    self._spelled[spelling] = [known, word]
        self._postings = {word: frozenset(names) for word, names in postings.items()}
        self._like = lru_cache(maxsize=16_384)(self._names_with_word_like)

    def _words(self, name: str, individual: bool) -> tuple[str, ...]:
        words = tuple(normalise(name).split())
        if individual:
            return words
        return tuple(word for word in words if word not in self._legal_forms) or words

    def _add(self, entry: ListedEntry, postings: dict[str, set[int]]) -> None:
        place = len(self._entries)
        self._entries.append(entry)
        for number in entry.documents:
            self._exact["document", number].append(place)
        for wallet in entry.wallets:
            self._exact["wallet", wallet].append(place)
        for name in entry.names:
            words = self._words(name.text, entry.kind == "individual")
            if not words:
                continue
            index = len(self._names)
            self._names.append((place, name.text, " ".join(words), name.weak))
            self._joined["".join(words)].append(index)
            if len(words) == 1:
                self._single.add(index)
            for word in words:
                postings[word].add(index)

    def _names_with_word_like(self, word: str) -> frozenset[int]:
        postings, alike = self._postings, set[str]()
        for found in filter(None, map(self._spelled.get, _spellings(word))):
            if isinstance(found, str):
                alike.add(found)
            else:
                alike.update(found)
        if len(alike) == 1:
            return postings[alike.pop()]
        return frozenset().union(*map(postings.__getitem__, alike)) if alike else _NOBODY

    def _candidates(self, words: tuple[str, ...]) -> set[int]:
        found = set(self._joined.get("".join(words), ()))
        distinct = tuple(dict.fromkeys(words))
        if len(distinct) == 1:
            return found | (self._like(distinct[0]) & self._single)
        # Last names first: nobody has most of them, and then two words in common are out of reach.
        several, compared = [], min(len(distinct), _WORDS_COMPARED)
        for word in reversed(distinct):
            names = self._like(word)
            if names:
                several.append(names)
                continue
            compared -= 1
            if compared < _WORDS_IN_COMMON:
                return found
        several.sort(key=len)
        for one, other in combinations(several[:compared], _WORDS_IN_COMMON):
            found |= one & other
        return found

    def screen(self, subject: Subject) -> list[Match]:
        """Matches at or above the review score, the best of each listed entry, best first."""
        best: dict[int, Match] = {}
        for by, values in (
            ("document", map(normalise_document, subject.documents)),
            ("wallet", (wallet.lower() for wallet in subject.wallets)),
        ):
            for value in values:
                for place in self._exact.get((by, value), ()):
                    entry = self._entries[place]
                    best[place] = Match(
                        entry.list_id, entry.reference, entry.names[0].text, 100.0, by, True
                    )
        for name in subject.names:
            words = self._words(name, subject.individual)
            for index in self._candidates(words) if words else ():
                self._score(index, " ".join(words), subject, best)
        return sorted(best.values(), key=lambda m: (-m.decisive, -m.score, m.list_id, m.reference))

    def _score(self, index: int, text: str, subject: Subject, best: dict[int, Match]) -> None:
        place, listed, listed_text, weak = self._names[index]
        entry = self._entries[place]
        if subject.individual and entry.kind in _CRAFT:
            return
        score = max(
            fuzz.ratio(text, listed_text),
            fuzz.token_sort_ratio(text, listed_text),
            fuzz.ratio(text.replace(" ", ""), listed_text.replace(" ", "")),
        )
        if " " in text and " " in listed_text:
            weight = _SUBSET_OF_PERSON if subject.individual else _SUBSET_OF_BODY
            score = max(score, weight * fuzz.token_set_ratio(text, listed_text))
        if weak:
            score *= _WEAK_WEIGHT
        if score < self._matching.review:
            return
        known = best.get(place)
        if known is not None and known.score >= score:
            return
        decisive = (
            score >= self._matching.hit
            and subject.individual == (entry.kind == "individual")
            and not _born_otherwise(subject.birth_year, entry)
        )
        best[place] = Match(
            entry.list_id, entry.reference, listed, round(score, 1), "name", decisive
        )


def _born_otherwise(year: int | None, entry: ListedEntry) -> bool:
    if year is None or not entry.birth_years:
        return False
    return not any(first <= year <= last for first, last in entry.birth_years)
