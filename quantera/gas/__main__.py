"""Measure, and write or compare the snapshot."""

import sys
from collections.abc import Mapping

import click
from rich.console import Console
from rich.table import Table

from quantera.gas import snapshot
from quantera.gas.meter import measure
from quantera.gas.registry import operations
from quantera.gas.snapshot import Entry
from quantera.toolchain import compile as compilation


def table(entries: Mapping[str, Entry]) -> Table:
    """Every operation with its limit and its peers."""
    shown = Table(title="gas", title_justify="left")
    shown.add_column("operation", no_wrap=True)
    for heading in ("gas", "limit", "left"):
        shown.add_column(heading, justify="right")
    shown.add_column("peers")
    for name, entry in entries.items():
        peers = ", ".join(f"{peer} {gas:,}" for peer, gas in entry.peers.items())
        left = f"{entry.limit - entry.gas:,}"
        shown.add_row(name, f"{entry.gas:,}", f"{entry.limit:,}", left, peers)
    return shown


@click.command(help=__doc__)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 on a difference.")
@click.option("--only", default="", help="Measure and show ids that start so; write nothing.")
def main(check: bool, only: str) -> None:
    """The command line."""
    compilation.ensure()
    wanted = [operation for operation in operations() if operation.id.startswith(only)]
    measured = measure(wanted)
    Console().print(table(measured.entries))
    faults = [*measured.faults, *snapshot.above_limit(measured.entries)]
    if check:
        faults.extend(snapshot.differences(snapshot.read(), measured.entries))
    elif not only and not measured.faults:
        snapshot.write(measured.entries)
    for fault in faults:
        click.echo(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
