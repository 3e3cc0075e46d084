"""The catalogue of differences from T-REX: `python -m quantera.audit.trex_differences [--check]`.

Reads `docs/trex-differences.yaml`, checks that the tests it names exist, and writes the same for
readers to `docs/trex-differences.md`.
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

import click
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from quantera.toolchain.workspace import ROOT

CATALOGUE = ROOT / "docs" / "trex-differences.yaml"
PAGE = ROOT / "docs" / "trex-differences.md"

_HEAD = """\
# Differences from T-REX 4.1.6

Written by `python -m quantera.audit.trex_differences` from `docs/trex-differences.yaml`; edit that
file instead. `ComplianceAwareToken` with its registry in `live` mode behaves as T-REX's token does
but for what stands here; random sequences of operations on both look for anything else.
"""


class CatalogueError(Exception):
    """The catalogue cannot be read, or names a test that does not exist."""


class Kind(StrEnum):
    """What the two differ in."""

    OUTCOME = "outcome"
    STATE = "state"
    EVENTS = "events"
    RETURNED = "returned"
    FORM = "form"
    ADDITION = "addition"


Sentence = Annotated[str, Field(min_length=1)]


class Difference(BaseModel):
    """One entry; the fields are explained at the head of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^TRX-\d\d$")]
    title: Sentence
    functions: Annotated[tuple[str, ...], Field(min_length=1)]
    kind: Kind
    trex: Sentence
    ours: Sentence
    reason: Sentence
    tests: Annotated[tuple[str, ...], Field(min_length=1)]


class Catalogue(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    differences: tuple[Difference, ...]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        ids = [entry.id for entry in self.differences]
        doubled = [name for name, count in Counter(ids).items() if count > 1]
        if doubled or ids != sorted(ids):
            raise ValueError(f"ids ascend and are given once; doubled: {doubled}")
        return self


def load(file: Path = CATALOGUE) -> Catalogue:
    """The entries.

    Raises:
        CatalogueError: the file is missing or is not what its head says.
    """
    try:
        return Catalogue.model_validate(yaml.safe_load(file.read_text()))
    except (OSError, ValidationError, yaml.YAMLError) as error:
        raise CatalogueError(f"{file.name} cannot be read: {error}") from error


def _tests_in(file: Path) -> Iterator[str]:
    for node in ast.parse(file.read_text()).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.ClassDef):
            for item in node.body:
                if isinstance(item, ast.FunctionDef):
                    yield f"{node.name}::{item.name}"


def missing_tests(catalogue: Catalogue, root: Path = ROOT) -> list[str]:
    """A sentence for each test that an entry names and nobody has written."""
    found = []
    for entry in catalogue.differences:
        for test in entry.tests:
            path, _, name = test.partition("::")
            file = root / path
            if not file.is_file() or name not in _tests_in(file):
                found.append(f"{entry.id} names {test}, which does not exist")
    return found


def _entry(entry: Difference) -> Iterator[str]:
    yield f"\n## {entry.id}: {entry.title}\n"
    yield f"*{entry.kind.value}*: " + ", ".join(f"`{name}`" for name in entry.functions) + "\n"
    yield f"- T-REX: {entry.trex}"
    yield f"- Ours: {entry.ours}"
    yield f"- Why: {entry.reason}"
    yield "- Tests: " + ", ".join(f"`{test}`" for test in entry.tests)


def render(catalogue: Catalogue) -> str:
    """The page."""
    lines = [_HEAD, "| id | difference | kind |", "|---|---|---|"]
    lines += [f"| {it.id} | {it.title} | {it.kind.value} |" for it in catalogue.differences]
    for entry in catalogue.differences:
        lines.extend(_entry(entry))
    return "\n".join(lines) + "\n"


@click.command(help=__doc__)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 on a difference.")
def main(check: bool) -> None:
    """The command line."""
    try:
        catalogue = load()
    except CatalogueError as error:
        sys.exit(str(error))
    page = render(catalogue)
    faults = missing_tests(catalogue)
    if not check:
        PAGE.write_text(page)
    elif not PAGE.is_file() or PAGE.read_text() != page:
        faults.append(f"{PAGE.name} is not what `python -m {__spec__.name}` writes")
    for fault in faults:
        click.echo(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
