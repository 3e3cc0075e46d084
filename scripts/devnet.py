"""`ape run devnet up|status|down`: the five local chains."""

import click
from rich.console import Console
from rich.table import Column, Table

from quantera import devnet
from quantera.devnet import LocalChain, Settings
from quantera.devnet.settings import DEFAULT_BASE_PORT, PORT_VARIABLE


def _show(chains: dict[str, LocalChain]) -> None:
    table = Table("chain", "id", Column("ape --network", no_wrap=True))
    for local in chains.values():
        table.add_row(local.chain.title, str(local.chain_id), local.network_choice)
    Console().print(table)


@click.group()
def cli() -> None:
    """Five local chains, one real anvil each."""


@cli.command()
@click.option(
    "--port",
    type=click.IntRange(1024, 65531),
    help=f"Ethereum's port, four follow it [default: {PORT_VARIABLE} or {DEFAULT_BASE_PORT}]",
)
def up(port: int | None) -> None:
    """Start them and leave them running; the environment can move their state."""
    try:
        with devnet.launch(Settings.from_environment(port)) as running:
            running.keep()
            _show(running.chains)
    except (devnet.DevnetError, ValueError) as error:
        raise click.ClickException(str(error)) from error


@cli.command()
def status() -> None:
    """Show where they listen; exit status 1 when they do not run."""
    state = devnet.current()
    if state is None:
        raise click.ClickException("the local chains are not running; `ape run devnet up`")
    _show(state.chains)


@cli.command()
def down() -> None:
    """End them; not an error when they do not run."""
    try:
        stopped = devnet.stop()
    except devnet.DevnetError as error:
        raise click.ClickException(str(error)) from error
    click.echo("the local chains have ended" if stopped else "no local chains were running")
