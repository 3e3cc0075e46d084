"""`ape run demo`: the whole story on five local chains."""

import click

from quantera import demo
from quantera.devnet import Settings


@click.command()
@click.option("--keep", is_flag=True, help="Leave the five chains running.")
@click.option("--port", type=click.IntRange(1024, 65531), help="Ethereum's port; four follow it.")
def cli(keep: bool, port: int | None) -> None:
    """Compile, start five local chains, deploy on each, record, check, stop."""
    try:
        demo.tell(Settings.from_environment(port), keep=keep)
    except (demo.DemoError, ValueError) as error:
        raise click.ClickException(str(error)) from error
