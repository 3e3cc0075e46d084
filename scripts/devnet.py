"""`ape run devnet up|status|down|crash|resume|save|restore`: the local chains and their bridges."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.table import Column, Table

from quantera import devnet
from quantera.devnet import LocalChain, Settings, bridges, states
from quantera.devnet.network import State
from quantera.devnet.protocols import PROTOCOLS
from quantera.devnet.settings import DEFAULT_BASE_PORT, PORT_VARIABLE

FOLDER = click.Path(file_okay=False, path_type=Path)


@contextmanager
def _told() -> Iterator[None]:
    """What went wrong is one sentence."""
    try:
        yield
    except (devnet.DevnetError, ValueError) as error:
        raise click.ClickException(str(error)) from error


def _show(chains: dict[str, LocalChain]) -> None:
    table = Table("chain", "id", Column("ape --network", no_wrap=True))
    for local in chains.values():
        table.add_row(local.chain.title, str(local.chain_id), local.network_choice)
    Console().print(table)


def _show_bridges(settings: Settings) -> None:
    table = Table("bridge", "relayer", "messages")
    relayers = bridges.running(settings)
    for name in settings.protocols:
        counts = bridges.messages(settings, name)
        seen = ", ".join(f"{count} {state}" for state, count in counts.items()) or "none"
        table.add_row(name, f"process {relayers[name]}" if name in relayers else "down", seen)
    if settings.protocols:
        Console().print(table)


def _current() -> State:
    state = devnet.current()
    if state is None:
        raise click.ClickException("the local chains are not running; `ape run devnet up`")
    return state


@click.group()
def cli() -> None:
    """Five local chains, one real anvil each, and the real contracts of four bridges on them."""


@cli.command()
@click.option(
    "--port",
    type=click.IntRange(1024, 65531),
    help=f"Ethereum's port, four follow it [default: {PORT_VARIABLE} or {DEFAULT_BASE_PORT}]",
)
@click.option("--bare", is_flag=True, help="the chains alone, without bridges")
@click.option("--final", is_flag=True, help="relayers wait as long as the public chains take")
def up(port: int | None, *, bare: bool, final: bool) -> None:
    """Start them and leave them running; the environment can move their state."""
    with _told():
        settings = Settings.from_environment(port).model_copy(
            update={
                "protocols": () if bare else tuple(PROTOCOLS),
                "finality": "real" if final else "instant",
            }
        )
        with devnet.launch(settings) as running:
            if not bare:
                bridges.resume(settings)
            running.keep()
            _show(running.chains)
            _show_bridges(settings)


@cli.command()
def status() -> None:
    """Show where they listen, and the bridges' relayers; exit status 1 when they do not run."""
    state = _current()
    _show(state.chains)
    _show_bridges(state.settings)


@cli.command()
def down() -> None:
    """End them; not an error when they do not run."""
    with _told():
        stopped = devnet.stop()
    click.echo("the local chains have ended" if stopped else "no local chains were running")


@cli.command()
@click.argument("protocol", type=click.Choice(list(PROTOCOLS)))
def crash(protocol: str) -> None:
    """Kill a bridge's relayer where it stands and keep it down."""
    with _told():
        bridges.crash(_current().settings, [protocol])


@cli.command()
@click.argument("protocol", type=click.Choice(list(PROTOCOLS)))
def resume(protocol: str) -> None:
    """Start a bridge's relayer again; it goes on where it was."""
    with _told():
        bridges.resume(_current().settings, [protocol])


@cli.command()
@click.argument("folder", type=FOLDER)
def save(folder: Path) -> None:
    """Write the state of chains and relayers to a folder, which is made anew."""
    with _told():
        states.save(_current().settings, folder)


@cli.command()
@click.argument("folder", type=FOLDER)
def restore(folder: Path) -> None:
    """Put chains and relayers back into a state that was saved."""
    with _told():
        states.restore(_current().settings, folder)
