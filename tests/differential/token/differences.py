"""The catalogue of accepted differences: read, checked, and asked about each discrepancy."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict

from tests.differential.token.difference_conditions import CONDITIONS, Situation

CATALOGUE = Path(__file__).with_name("differences.yaml")


class Aspect(StrEnum):
    """What two implementations can differ in."""

    OUTCOME = "outcome"
    REASON = "reason"
    RETURNED = "returned"
    EVENTS = "events"
    STATE = "state"
    FORM = "form"


@dataclass(frozen=True)
class Discrepancy:
    """One thing the subject did otherwise than the reference.

    Attributes:
        aspect: what kind of thing.
        situation: in which it showed.
        reference, subject: what each did, for people.
        names: reasons the subject named, or names of the events only one of them emitted.
        reference_accepted: of an outcome, whether the reference accepted.
    """

    aspect: Aspect
    situation: Situation
    reference: str
    subject: str
    names: frozenset[str] = frozenset()
    reference_accepted: bool | None = None

    def __str__(self) -> str:
        where = self.situation.question or self.aspect.value
        return f"{where}\n      reference: {self.reference}\n      subject:   {self.subject}"


def _known_condition(name: str) -> str:
    if name not in CONDITIONS:
        raise ValueError(f"no condition {name!r}; there are {sorted(CONDITIONS)}")
    return name


Verdict = Literal["accepted", "refused"]


class Case(BaseModel):
    """One way in which a difference shows; the fields are explained in the catalogue."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    aspect: Aspect
    functions: tuple[str, ...] = ()
    when: Annotated[str, AfterValidator(_known_condition)] = "always"
    reference: Verdict | None = None
    subject: Verdict | None = None
    reasons: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    questions: str = ".*"
    handling: Literal["undo", "tolerate"] = "undo"
    seen: Literal["required", "possible"] = "possible"

    def covers(self, discrepancy: Discrepancy, function: str) -> bool:
        """Whether this is what was seen."""
        if discrepancy.aspect is not self.aspect:
            return False
        if self.functions and function not in self.functions:
            return False
        return self._fits(discrepancy) and CONDITIONS[self.when](discrepancy.situation)

    def _fits(self, discrepancy: Discrepancy) -> bool:
        match self.aspect:
            case Aspect.OUTCOME:
                expected = discrepancy.reference_accepted == (self.reference == "accepted")
                named = self.subject == "accepted" or bool(discrepancy.names & self.reasons)
                return expected and named
            case Aspect.REASON:
                return bool(discrepancy.names & self.reasons)
            case Aspect.EVENTS:
                return discrepancy.names <= self.events
            case Aspect.STATE:
                return re.search(self.questions, discrepancy.situation.question) is not None
            case _:
                return True


class Difference(BaseModel):
    """An accepted difference; its reason stands in `docs/trex-differences.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    cases: tuple[Case, ...]


class Entries(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    differences: tuple[Difference, ...]


@dataclass
class Catalogue:
    """Accepted differences, and how often each case was met.

    Attributes:
        differences: none, for two implementations that must not differ at all.
        met: count by `id case-number`.
    """

    differences: tuple[Difference, ...] = ()
    met: Counter[str] = field(default_factory=Counter)

    def explain(self, discrepancy: Discrepancy, function: str) -> Case | None:
        """The case that covers a discrepancy in a function, if any; it counts as met."""
        for name, case in self._cases():
            if case.covers(discrepancy, function):
                self.met[name] += 1
                return case
        return None

    def never_met(self) -> list[str]:
        """Cases that should have shown and did not."""
        return [
            name for name, case in self._cases() if case.seen == "required" and not self.met[name]
        ]

    def _cases(self) -> Iterator[tuple[str, Case]]:
        for difference in self.differences:
            for number, case in enumerate(difference.cases, start=1):
                yield f"{difference.id} case {number}", case


def catalogue(path: Path = CATALOGUE) -> Catalogue:
    """Read the catalogue.

    Raises:
        pydantic.ValidationError: the file is not what its head says.
        ValueError: an id is used twice.
    """
    entries = Entries.model_validate(yaml.safe_load(path.read_text())).differences
    ids = Counter(entry.id for entry in entries)
    doubled = [name for name, count in ids.items() if count > 1]
    if doubled:
        raise ValueError(f"used twice: {doubled}")
    return Catalogue(entries)
