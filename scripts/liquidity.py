"""`ape run liquidity …`: backtests of the pools' fees."""

from pathlib import Path

import click

from quantera.liquidity import accounting, backtest, events, plots


@click.group()
def cli() -> None:
    """Liquidity pools off the chain."""


@cli.command("backtest")
@click.option("--tier", type=click.Choice(sorted(events.TIERS)), default="0005", show_default=True)
@click.option(
    "--mean-fee",
    type=click.IntRange(8, 100_000),
    help="Mean quote of both policies in millionths; the tier's own fee by default.",
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("backtests"),
    show_default=True,
    help="Folder for the pictures.",
)
def backtest_command(tier: str, mean_fee: int | None, output: Path) -> None:
    """Replay a recorded day, then compare static and dynamic fee at the same mean quote."""
    counts = events.replayed(tier)
    click.echo(
        f"recorded swaps: {counts['equal']} equal to the unit, {counts['different']} different, "
        f"{counts['crossing']} crossed ticks that the record does not tell"
    )
    found = backtest.run(tier, mean_fee or events.TIERS[tier][0])
    for line in found.lines():
        click.echo(line)
    click.echo(f"{plots.draw(found, output)} shows it")


@cli.command("accounting")
def accounting_command() -> None:
    """Loss to arbitrage over recorded and synthetic paths, used and held back."""
    for line in accounting.report():
        click.echo(line)
