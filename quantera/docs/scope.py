"""`audits/scope.md`: what an audit would read, with line counts.

A line of code is one that is neither empty nor a comment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quantera.docs.markdown import code, table
from quantera.toolchain.workspace import ROOT

PAGE = Path("audits") / "scope.md"
SOURCES, TESTING = "contracts", "testing"
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_IMPORT = re.compile(r'\bfrom "(@?[\w-]+(?:/[\w-]+)?)[^"]*";')
HEAD = """\
# Scope

Written by `python -m quantera.docs`: every Solidity file that is deployed or that deployed code
imports from this tree. `contracts/testing` holds adversaries and probes for tests, is never
deployed, and is not counted. A line of code is one that is neither empty nor a comment.
"""


@dataclass(frozen=True)
class Counted:
    """Lines of a file, or of several."""

    code: int
    comments: int
    files: int = 1

    def __add__(self, other: "Counted") -> "Counted":
        """Both together."""
        return Counted(
            self.code + other.code, self.comments + other.comments, self.files + other.files
        )


def count(text: str) -> Counted:
    """Lines of code and of comments of one source."""
    quiet = _STRING.sub('""', text)
    bare = _COMMENT.sub(lambda found: "\n" * found.group(0).count("\n"), quiet)
    lines = sum(1 for line in bare.splitlines() if line.strip())
    filled = sum(1 for line in text.splitlines() if line.strip())
    return Counted(lines, filled - lines)


def sources(root: Path = ROOT) -> dict[str, str]:
    """Every counted file."""
    files = sorted((root / SOURCES).rglob("*.sol"))
    return {
        str(file.relative_to(root)): file.read_text(encoding="utf-8")
        for file in files
        if file.relative_to(root / SOURCES).parts[0] != TESTING
    }


def page(root: Path = ROOT) -> str:
    """The page."""
    return "\n".join(_lines(sources(root))) + "\n"


def _lines(texts: dict[str, str]) -> Iterator[str]:
    counted = {file: count(text) for file, text in texts.items()}
    folders: dict[str, Counted] = {}
    for file, lines in counted.items():
        name = "/".join(file.split("/")[:2])
        folders[name] = folders[name] + lines if name in folders else lines
    total = sum(folders.values(), Counted(0, 0, 0))
    yield HEAD
    headings = ("folder", "files", "lines of code", "lines of comment")
    rows = [(code(name), *_numbers(lines)) for name, lines in folders.items()]
    yield from table(headings, [*rows, ("all", *_numbers(total))])
    yield from ("", "## Imported from packages", "")
    packages: dict[str, int] = {}
    for text in texts.values():
        for name in _IMPORT.findall(text):
            packages[name] = packages.get(name, 0) + 1
    yield from table(
        ("package", "imports"), ((code(name), str(n)) for name, n in sorted(packages.items()))
    )
    yield from ("", "## Files", "")
    yield from table(
        ("file", "lines of code", "lines of comment"),
        ((code(file), str(one.code), str(one.comments)) for file, one in counted.items()),
    )


def _numbers(lines: Counted) -> tuple[str, str, str]:
    return str(lines.files), f"{lines.code:,}", f"{lines.comments:,}"
