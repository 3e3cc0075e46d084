"""`ape run demo`: the whole story on five local chains."""

from pathlib import Path

import click

from quantera import demo
from quantera.devnet import Settings


@click.command()
@click.option("--keep", is_flag=True, help="Leave the five chains running.")
@click.option("--port", type=click.IntRange(1024, 65531), help="Ethereum's port; four follow it.")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=demo.FOLDER,
    help="For the record and the report; made anew. `.build/demo` unless given.",
)
def cli(keep: bool, port: int | None, folder: Path) -> None:
    """Tell the whole story, from the compiler to an upgrade, and write a report of it."""
    try:
        demo.tell(Settings.from_environment(port), keep=keep, folder=folder)
    except (demo.DemoError, ValueError) as error:
        raise click.ClickException(str(error)) from error
