"""The record as one HTML page that needs nothing else: style, plots and the record stand in it."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import count
from pathlib import Path

from quantera.demo import wording
from quantera.demo.charts import svg
from quantera.demo.record import Chapter, Record, total_gas

REPORT = "report.html"
TITLE = "Regulated assets on five chains: the story"
NUMBER = "number"
"""Class of cells with figures."""
Row = Sequence[tuple[str, str]]
"""Texts of a row's cells, each with the classes of its cell."""


def write_report(record: Record, path: Path) -> None:
    """Write the page.

    Raises:
        OSError: it cannot be written.
    """
    path.write_text(page(record), encoding="utf-8")


def page(record: Record) -> str:
    """The page."""
    # Whatever ends a script element in the record would end this one.
    told = record.model_dump_json().replace("</", "<\\/")
    numbers = count(1)
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<link rel="icon" href="data:,">',
        f"<title>{TITLE}</title><style>{_text('report.css')}</style></head><body>",
        *_head(record),
        "<main>",
        *_overview(record),
        *(part for chapter in record.chapters for part in _chapter(chapter, numbers)),
        *_invariants(record),
        '</main><footer><small id="agrees"></small></footer>',
        f'<script type="application/json" id="record">{told}</script>',
        f"<script>{_text('report.js')}</script></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _text(name: str) -> str:
    return files("quantera").joinpath("data", "demo", name).read_text(encoding="utf-8")


def _head(record: Record) -> Iterator[str]:
    chains = ", ".join(f"{name} ({number})" for name, number in record.chains.items())
    yield f"<header><h1>{TITLE}</h1>"
    yield f"<p><small>commit {escape(record.commit)}; local chains with the chain ids of "
    yield f"{escape(chains)}; every figure is read from them or from receipts</small></p><nav>"
    for chapter in record.chapters:
        yield f'<a href="#chapter-{escape(chapter.key)}">{escape(chapter.title)}</a>'
    yield '<a href="#invariants">What must hold</a></nav></header>'


def _overview(record: Record) -> Iterator[str]:
    yield '<section id="overview"><h2>Chapters</h2>'
    yield '<table id="chapters"><thead><tr><th>chapter</th><th class="number">transactions</th>'
    yield '<th class="number">gas</th><th class="number">seconds</th></tr></thead><tbody>'
    for chapter in record.chapters:
        yield _row(
            (
                (chapter.title, ""),
                (str(chapter.transactions), NUMBER),
                (wording.gas(chapter.gas), NUMBER),
                (wording.seconds(chapter.seconds), NUMBER),
            )
        )
    transactions = sum(chapter.transactions for chapter in record.chapters)
    gas = wording.gas(total_gas(record.chapters))
    yield f'</tbody><tfoot><tr><th>all</th><th class="number">{transactions}</th>'
    yield f'<th class="number" id="total-gas">{gas}</th>'
    yield f'<th class="number">{wording.seconds(record.seconds)}</th>'
    yield "</tr></tfoot></table></section>"


def _chapter(chapter: Chapter, numbers: Iterator[int]) -> Iterator[str]:
    yield f'<section id="chapter-{escape(chapter.key)}"><h2>{escape(chapter.title)}</h2>'
    if chapter.facts:
        facts = (
            f"<dt>{escape(fact.label)}</dt><dd>{escape(fact.value)}</dd>" for fact in chapter.facts
        )
        yield f"<dl>{''.join(facts)}</dl>"
    if chapter.plots:
        drawn = (f"<figure>{svg(plot, next(numbers))}</figure>" for plot in chapter.plots)
        yield f'<div class="plots">{"".join(drawn)}</div>'
    yield from _tables(chapter)
    yield "</section>"


def _tables(chapter: Chapter) -> Iterator[str]:
    """What was decided, moved, spent and paid; a table for each that there is something of."""
    if chapter.decisions:
        yield from _table(
            "decisions",
            (
                *(("what was wanted", ""), ("where", ""), ("", ""), ("code", NUMBER)),
                *(("rule", ""), ("why", ""), ("citation", "")),
            ),
            (
                (
                    (one.subject, ""),
                    (one.where, "word"),
                    ("passed", "yes") if one.allowed else ("refused", "no"),
                    (str(one.code), NUMBER),
                    (one.rule, "word"),
                    (one.text, ""),
                    (one.citation, ""),
                )
                for one in chapter.decisions
            ),
        )
    if chapter.balances:
        yield from _table(
            "balances",
            (("holder", ""), ("chain", ""), ("asset", ""), ("before", NUMBER), ("after", NUMBER)),
            (
                (
                    (one.holder, ""),
                    (one.chain, ""),
                    (one.asset, ""),
                    (wording.amount(one.before, one.decimals), NUMBER),
                    (wording.amount(one.after, one.decimals), NUMBER),
                )
                for one in chapter.balances
            ),
        )
    if chapter.fees:
        yield from _table(
            "fees",
            (("fee", ""), ("chain", ""), ("amount", NUMBER)),
            (
                (
                    (one.name, ""),
                    (one.chain, ""),
                    (wording.amount(one.amount, one.decimals, one.unit), NUMBER),
                )
                for one in chapter.fees
            ),
        )
    if chapter.operations:
        yield from _table(
            "operations",
            (("operation", ""), ("chain", ""), ("gas", NUMBER), ("transaction", "")),
            (
                (
                    (one.name, ""),
                    (one.chain, ""),
                    (wording.gas(one.gas), f"{NUMBER} gas"),
                    (one.told, ""),
                )
                for one in chapter.operations
            ),
        )


def _invariants(record: Record) -> Iterator[str]:
    yield '<section id="invariants"><h2>What must hold, checked at the end</h2>'
    yield from _table(
        "invariants",
        (("id", ""), ("what must hold", ""), ("", ""), ("figures", "")),
        (
            (
                (one.id, ""),
                (one.statement, ""),
                ("holds", "yes") if one.holds else ("broken", "no"),
                (one.evidence, ""),
            )
            for one in record.invariants
        ),
    )
    yield "</section>"


def _table(kind: str, head: Row, rows: Iterable[Row]) -> Iterator[str]:
    yield f'<h3>{kind}</h3><table class="{kind}"><thead><tr>'
    yield "".join(f'<th class="{classes}">{escape(text)}</th>' for text, classes in head)
    yield "</tr></thead><tbody>"
    for row in rows:
        yield _row(row)
    yield "</tbody></table>"


def _row(cells: Row) -> str:
    inner = "".join(f'<td class="{classes}">{escape(text)}</td>' for text, classes in cells)
    return f"<tr>{inner}</tr>"
