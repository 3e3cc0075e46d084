"""Accepted findings: each named in a committed file with the reason why it may stay."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from quantera.audit.slither import Finding

TRIAGE = Path("audits") / "slither-triage.yaml"


class TriageError(Exception):
    """The triage file cannot be read; the message names the entry and what is wrong with it."""


class Accepted(BaseModel):
    """One accepted kind of finding at one place, or at several for the same reason.

    `count` is how many findings of that kind each place has: one more is a new finding.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    check: str
    where: str | tuple[str, ...]
    count: int = Field(default=1, ge=1)
    reason: str = Field(min_length=30)

    @property
    def places(self) -> tuple[str, ...]:
        """Every place that the entry speaks of."""
        return (self.where,) if isinstance(self.where, str) else self.where


def load(tree: Path) -> list[Accepted]:
    """The tree's accepted findings.

    Raises:
        TriageError: the file is missing or an entry is not complete.
    """
    file = tree / TRIAGE
    try:
        return TypeAdapter(list[Accepted]).validate_python(yaml.safe_load(file.read_text()) or [])
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise TriageError(f"{TRIAGE} cannot be read: {error}") from error


def unexplained(found: Iterable[Finding], accepted: Iterable[Accepted]) -> Iterator[str]:
    """A sentence for every finding without an entry and every entry without its finding."""
    found = list(found)
    entries = {(entry.check, place): entry for entry in accepted for place in entry.places}
    counts = Counter((finding.check, finding.where) for finding in found)
    for finding in found:
        entry = entries.get((finding.check, finding.where))
        if entry is None or counts[finding.check, finding.where] > entry.count:
            yield (
                f"{finding.line} {finding.check} ({finding.impact.lower()}) in {finding.where}: "
                f"{finding.text}"
            )
    for key, entry in entries.items():
        if counts[key] < entry.count:
            yield (
                f"{TRIAGE} accepts {entry.count} {entry.check} in {key[1]}, "
                f"but there are {counts[key]} now"
            )
