"""Print the floor of the bridge's transactions, and what they cost above it."""

from collections.abc import Iterator, Mapping

import click
from rich.console import Console
from rich.table import Table

from quantera.gas.floor import measured, pages
from quantera.gas.floor.split import Split

WIDTH = 132


def table(splits: Mapping[str, Split]) -> Table:
    """Every part, by transaction."""
    shown = Table(title="floor", title_justify="left")
    shown.add_column("part", no_wrap=True)
    for name in splits:
        shown.add_column(name.removeprefix("bridge."), justify="right")
    parts = list(splits.values())
    lines = [line for split in parts for line in split.lines]
    rows = {"transaction and data": [split.data for split in parts]}
    for owner in dict.fromkeys(line.owner for line in lines):
        for kind in dict.fromkeys(line.kind for line in lines if line.owner == owner):
            rows[f"{owner}: {kind}"] = [split.gas(owner, kind) for split in parts]
    rows["given back"] = [-split.refunded for split in parts]
    rows["before anything is computed"] = [split.state for split in parts]
    rows["floor"] = [split.floor for split in parts]
    rows["measured"] = [split.used for split in parts]
    for name, gas in rows.items():
        shown.add_row(name, *(f"{amount:,}" for amount in gas))
    above = (f"{split.used / split.floor - 1:.1%}" for split in parts)
    shown.add_row("above the floor", *above)
    return shown


def listing(split: Split) -> Iterator[str]:
    """Every line of one transaction's floor."""
    yield f"{split.data:>9,}  transaction and its data"
    for line in split.lines:
        yield f"{line.gas:>9,}  {line.owner}, {line.kind}: {line.what}"
    yield f"{-split.refunded:>9,}  given back"
    yield f"{split.floor:>9,}  floor"


@click.command(help=__doc__)
@click.option("--opcodes", is_flag=True, help="Print every line instead of their sums.")
@click.option("--tables", is_flag=True, help="Print the tables of docs/bridge.md.")
@click.option("--only", default="", help="Only operations whose ids begin so.")
def main(opcodes: bool, tables: bool, only: str) -> None:
    """The command line."""
    splits = measured.splits(only)
    if tables:
        for text in (*pages.floors(splits), "", *pages.verdicts(splits)):
            click.echo(text)
    elif opcodes:
        for name, split in splits.items():
            click.echo(name)
            for text in listing(split):
                click.echo(text)
    else:
        Console(width=WIDTH).print(table(splits))


if __name__ == "__main__":
    main()
