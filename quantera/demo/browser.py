"""Opens the report in a real browser and compares what it shows: `python -m quantera.demo.browser`.

A Chromium without a window loads the page, runs its script and gives back the document as it
stands then, and whatever was written to its console. Every chapter must be shown, every table
must have the record's rows with the record's figures, nothing may be loaded from elsewhere, and the
console must be silent.
"""

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import click

from quantera.demo import wording
from quantera.demo.errors import DemoError
from quantera.demo.record import Chapter, Record, RecordError, total_gas
from quantera.demo.report import REPORT
from quantera.demo.story import FOLDER, RECORD

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
SECONDS = 120
_REFERENCES = frozenset({"src", "srcset", "href", "xlink:href", "action", "data", "poster"})
_CONSOLE = re.compile(r":CONSOLE[:(]")


class BrowserMissingError(DemoError):
    """There is no Chromium on this machine."""


class PageError(DemoError):
    """The page does not show what the record says; the message is one sentence for all of it."""


@dataclass
class Shown:
    """What of a page is looked at.

    Attributes:
        attributes: of the root element.
        headings: of each section, by its id.
        tables: rows of texts, by the section's id and the table's class or id.
        texts: of elements with an id.
        loads: whatever it refers to outside itself.
    """

    attributes: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    tables: dict[tuple[str, str], list[list[str]]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    loads: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Takes a document apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown = Shown()
        self._section = ""
        self._table: list[list[str]] | None = None
        self._row: list[str] | None = None
        self._text: list[str] | None = None
        self._name = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See `HTMLParser`."""
        given = {name: value or "" for name, value in attrs}
        self.shown.loads += [
            value
            for name, value in given.items()
            if name in _REFERENCES and not value.startswith(("#", "data:"))
        ]
        if tag == "html":
            self.shown.attributes = given
        elif tag == "section":
            self._section = given.get("id", "")
        elif tag == "table":
            name = given.get("class") or given.get("id", "")
            self._table = self.shown.tables.setdefault((self._section, name), [])
        elif tag == "tr":
            self._row = []
        elif tag in {"td", "th", "h2", "small"}:
            self._text, self._name = [], given.get("id", "")

    def handle_data(self, data: str) -> None:
        """See `HTMLParser`."""
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """See `HTMLParser`."""
        if tag in {"td", "th", "h2", "small"} and self._text is not None:
            text = "".join(self._text)
            if tag == "h2":
                self.shown.headings[self._section] = text
            elif tag == "td" and self._row is not None:
                self._row.append(text)
            if self._name:
                self.shown.texts[self._name] = text
            self._text = None
        elif tag == "tr" and self._row is not None and self._table is not None:
            if self._row:
                self._table.append(self._row)
            self._row = None
        elif tag == "table":
            self._table = None


def read(document: str) -> Shown:
    """What a document shows."""
    reader = _Reader()
    reader.feed(document)
    reader.close()
    return reader.shown


def browser() -> str:
    """The Chromium of this machine.

    Raises:
        BrowserMissingError: there is none.
    """
    for name in BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    raise BrowserMissingError(
        "no Chromium is installed, so the page cannot be opened in a browser: "
        "`apt-get install chromium` brings Debian's"
    )


def rendered(path: Path, program: str) -> tuple[str, list[str]]:
    """The document after its script has run, and what was written to the console.

    Raises:
        PageError: the browser ends with an error, or does not end.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            *(program, "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
            # Chromium's own sandbox needs rights that containers do not give; the page is ours.
            *("--no-sandbox", f"--user-data-dir={profile}", "--virtual-time-budget=10000"),
            *("--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", "--log-level=0"),
            *("--dump-dom", path.resolve().as_uri()),
        ]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, timeout=SECONDS
            )
        except subprocess.TimeoutExpired as error:
            raise PageError(f"the browser did not show the page within {SECONDS} s") from error
    if done.returncode != 0 or not done.stdout:
        last = done.stderr.strip().splitlines()[-1:] or ["no word"]
        raise PageError(f"the browser ended with {done.returncode}: {last[0]}")
    return done.stdout, [line for line in done.stderr.splitlines() if _CONSOLE.search(line)]


def faults(record: Record, shown: Shown) -> list[str]:
    """Where a page does not show what a record says."""
    found = [f"the page loads {one}" for one in shown.loads]
    if shown.attributes.get("data-agrees") != "yes":
        found.append("the page's own script does not agree with the record")
    gas = wording.gas(total_gas(record.chapters))
    if shown.texts.get("total-gas") != gas:
        found.append(f"{shown.texts.get('total-gas')} gas in all instead of {gas}")
    overview = [
        [
            chapter.title,
            str(chapter.transactions),
            wording.gas(chapter.gas),
            wording.seconds(chapter.seconds),
        ]
        for chapter in record.chapters
    ]
    found += _compared("overview", "chapters", overview, shown)
    for chapter in record.chapters:
        section = f"chapter-{chapter.key}"
        if shown.headings.get(section) != chapter.title:
            found.append(f"no chapter {chapter.title!r}")
            continue
        for kind, rows in _rows(chapter).items():
            found += _compared(section, kind, rows, shown)
    rows = [
        [one.id, one.statement, "holds" if one.holds else "broken", one.evidence]
        for one in record.invariants
    ]
    return found + _compared("invariants", "invariants", rows, shown)


def _rows(chapter: Chapter) -> dict[str, list[list[str]]]:
    """Rows that a chapter's tables must have."""
    return {
        "decisions": [
            [
                *(one.subject, one.where, "passed" if one.allowed else "refused", str(one.code)),
                *(one.rule, one.text, one.citation),
            ]
            for one in chapter.decisions
        ],
        "balances": [
            [
                *(one.holder, one.chain, one.asset),
                *(wording.amount(units, one.decimals) for units in (one.before, one.after)),
            ]
            for one in chapter.balances
        ],
        "fees": [
            [one.name, one.chain, wording.amount(one.amount, one.decimals, one.unit)]
            for one in chapter.fees
        ],
        "operations": [
            [one.name, one.chain, wording.gas(one.gas), one.told] for one in chapter.operations
        ],
    }


def _compared(section: str, kind: str, rows: list[list[str]], shown: Shown) -> list[str]:
    told = shown.tables.get((section, kind), [])
    if len(told) != len(rows):
        return [f"{section}, {kind}: {len(told)} rows instead of {len(rows)}"]
    return [
        f"{section}, {kind}: {one} instead of {other}"
        for one, other in zip(told, rows, strict=True)
        if one != other
    ]


def check(page: Path, record: Record, program: str) -> int:
    """Open a page and compare it with its record; how many rows agree.

    Raises:
        PageError: it does not show what the record says, or something went wrong in the browser.
    """
    document, console = rendered(page, program)
    shown = read(document)
    wrong = [f"console: {line}" for line in console] + faults(record, shown)
    if wrong:
        more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
        raise PageError(f"{page.name}: {'; '.join(wrong[:3])}{more}")
    return sum(len(rows) for rows in shown.tables.values())


@click.command()
@click.argument(
    "page", type=click.Path(dir_okay=False, path_type=Path), default=FOLDER / REPORT, required=False
)
def main(page: Path) -> None:
    """Open PAGE in Chromium and compare it with the record beside it."""
    try:
        if not page.is_file():
            raise PageError(f"{page} is missing: `make demo` writes it")
        rows = check(page, Record.load(page.with_name(RECORD)), browser())
    except (DemoError, RecordError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{page}: every chapter is shown, and {rows} rows agree with the record")


if __name__ == "__main__":
    main()
