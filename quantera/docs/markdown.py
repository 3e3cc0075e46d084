"""Tables of Markdown, one line a row, so that a change of one row is a change of one line."""

from collections.abc import Iterable, Iterator


def cell(text: str) -> str:
    """Text that stays within one cell."""
    return " ".join(text.split()).replace("|", "\\|")


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table."""
    names = tuple(headings)
    yield _row(names)
    yield "|" + "---|" * len(names)
    for row in rows:
        yield _row(row)


def code(text: str) -> str:
    """As code, or nothing for nothing."""
    return f"`{text}`" if text else ""


def codes(texts: Iterable[str]) -> str:
    """A list of code."""
    return ", ".join(map(code, texts))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(cell, cells)) + " |"
