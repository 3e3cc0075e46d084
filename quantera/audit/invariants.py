"""Invariants: where each is stated, its row in the catalogue, and the tests that try to break it.

`python -m quantera.audit.invariants` writes `audits/invariant-tests.md`, the table of them all.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import click

from quantera.toolchain.workspace import ROOT

CATALOGUE = Path("audits") / "invariants.md"
TABLE = Path("audits") / "invariant-tests.md"

_ID = r"[A-Z]{2,4}-\d{2}"
# In NatSpec, or in the docstring of a tool that promises something.
_STATED = re.compile(rf"(?:@custom:invariant|\bInvariant)\s+({_ID})\b")
_ROW = re.compile(rf"^\|\s*({_ID})\s*\|", re.MULTILINE)
_NAMED = re.compile(rf"\b({_ID})\b")
_FUNCTION = re.compile(r"\bdef (?:\w+_)?([a-z]{2,4})_(\d{2})_\w+\(")

HEAD = """# Where invariants are stated, and which tests hold them

Written by `python -m quantera.audit.invariants`. What each says and what enforces it stands in
`invariants.md`.

| id | stated in | held by |
|---|---|---|
"""


@dataclass
class Invariants:
    """Ids by where they were found; files are relative to the tree.

    Attributes:
        stated: in the NatSpec of contracts and the docstrings of tools.
        rows: how often each has a row in the catalogue.
        tested: in tests, by their text or the name of a function.
    """

    stated: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    rows: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    tested: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def faults(self) -> list[str]:
        """A sentence for each id that stands in one place and lacks in another."""
        found = []
        for name, files in sorted(self.stated.items()):
            if len(files) > 1:
                found.append(f"{name} is stated more than once: {', '.join(files)}")
            if name not in self.rows:
                found.append(f"{name} is stated in {files[0]}, but has no row in {CATALOGUE}")
        for name, count in sorted(self.rows.items()):
            if count > 1:
                found.append(f"{name} has {count} rows in {CATALOGUE}")
            if name not in self.stated:
                found.append(f"{name} has a row in {CATALOGUE}, but no NatSpec states it")
            if name not in self.tested:
                found.append(f"{name} has a row in {CATALOGUE}, but no test names it")
        # Rules and differences have ids of the same form, in families of their own.
        families = {name.split("-")[0] for name in (*self.rows, *self.stated)}
        for name, files in sorted(self.tested.items()):
            if name.split("-")[0] in families and name not in self.rows:
                found.append(f"{name} is named in {files[0]}, but has no row in {CATALOGUE}")
        return found

    def table(self) -> str:
        """The table that is committed."""
        lines = (
            f"| {name} | {_list(self.stated.get(name, ()))} | {_list(self.tested.get(name, ()))} |"
            for name in sorted(self.rows)
        )
        return HEAD + "\n".join(lines) + "\n"


def _list(files: Iterable[str]) -> str:
    return ", ".join(f"`{file}`" for file in files)


def _texts(tree: Path, *patterns: str) -> Iterable[tuple[str, str]]:
    for pattern in patterns:
        for file in sorted(tree.glob(pattern)):
            yield str(file.relative_to(tree)), file.read_text()


def collect(tree: Path = ROOT) -> Invariants:
    """Every id of a tree."""
    found = Invariants()
    for file, text in _texts(tree, "contracts/**/*.sol", "quantera/**/*.py"):
        for name in dict.fromkeys(_STATED.findall(text)):
            found.stated[name].append(file)
    if (tree / CATALOGUE).is_file():
        for name in _ROW.findall((tree / CATALOGUE).read_text()):
            found.rows[name] += 1
    for file, text in _texts(tree, "tests/**/*.py"):
        functions = (f"{family.upper()}-{number}" for family, number in _FUNCTION.findall(text))
        for name in dict.fromkeys((*_NAMED.findall(text), *functions)):
            found.tested[name].append(file)
    return found


@click.command(help=__doc__)
def main() -> None:
    """Write the table, also while something lacks: the gate says what."""
    (ROOT / TABLE).write_text(collect().table())


if __name__ == "__main__":
    main()
