"""The record as tables for a terminal."""

from collections.abc import Iterator

from rich import box
from rich.markup import escape
from rich.table import Table

from quantera.demo import wording
from quantera.demo.record import Record, total_gas


def tables(record: Record) -> Iterator[Table]:
    """Chapters, decisions, gas, fees and invariants."""
    yield _chapters(record)
    yield _decisions(record)
    yield _operations(record)
    yield _fees(record)
    yield _invariants(record)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, box=box.SIMPLE_HEAD, pad_edge=False, title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _chapters(record: Record) -> Table:
    table = _table("chapters", "chapter", "transactions", "gas", "seconds")
    for chapter in record.chapters:
        table.add_row(
            chapter.title,
            str(chapter.transactions),
            wording.gas(chapter.gas),
            wording.seconds(chapter.seconds),
        )
    table.add_section()
    count = sum(chapter.transactions for chapter in record.chapters)
    gas = wording.gas(total_gas(record.chapters))
    table.add_row("all", str(count), gas, wording.seconds(record.seconds))
    return table


def _decisions(record: Record) -> Table:
    table = _table("decisions", "what was wanted", "decided", "why")
    for chapter in record.chapters:
        for one in chapter.decisions:
            decided = "passed" if one.allowed else f"refused {one.code} {one.rule}"
            why = f"{one.text} ({one.citation})" if one.citation else one.text
            table.add_row(escape(f"{one.subject}, {one.where}"), decided, escape(why))
    return table


def _operations(record: Record) -> Table:
    table = _table("gas by operation", "operation", "chain", "transactions", "gas")
    for chapter in record.chapters:
        for one in chapter.operations:
            count = str(one.transactions)
            table.add_row(escape(one.name), one.chain, count, wording.gas(one.gas))
    return table


def _fees(record: Record) -> Table:
    table = _table("fees beside gas", "fee", "chain", "amount")
    for chapter in record.chapters:
        for one in chapter.fees:
            paid = wording.amount(one.amount, one.decimals, one.unit)
            table.add_row(escape(one.name), one.chain, paid)
    return table


def _invariants(record: Record) -> Table:
    table = _table("checked at the end", "id", "what must hold", "", "figures")
    for one in record.invariants:
        holds = "holds" if one.holds else "BROKEN"
        table.add_row(one.id, escape(one.statement), holds, escape(one.evidence))
    return table
