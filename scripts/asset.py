"""`ape run asset …`: issue an asset on many chains at once."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec
from uuid import UUID

import click
from rich.console import Console

from quantera.assets.command import AssetCommand, Files
from quantera.assets.errors import AssetError
from quantera.release import ReleaseError
from quantera.release.command import RELEASES

Parameters = ParamSpec("Parameters")


def _path(option: str, name: str, default: str, text: str) -> Callable[..., Callable[..., None]]:
    kind = click.Path(path_type=Path)
    return click.option(
        option, name, type=kind, default=Path(default), show_default=True, help=text
    )


_plan = _path("--plan", "plan", "release-plan.json", "The release's plan.")
_request = _path("--request", "request", "asset.yaml", "What the issuer asks for.")
_issue = _path("--issue", "issue", "asset-issue.json", "The planned issue.")
_safe = _path("--safe", "safe", "asset-safe", "Folder for the Safe's files.")
_folder = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=RELEASES,
    show_default=False,
    help="Where journals and locks are kept  [default: deployments/releases]",
)
_database = click.option(
    "--database",
    default="sqlite:///assets.db",
    show_default=True,
    envvar="QUANTERA_ASSETS_DATABASE",
    help="SQLAlchemy URL of the registry of assets.",
)
_account = click.option("--account", required=True, help="An alias of `ape accounts list`.")
_sender = click.option("--sender", required=True, help="Address of who sends: a Safe, or a key.")
_chains = click.option("--chains", required=True, help="Names of chains, with commas between.")


def _sentence(function: Callable[Parameters, int]) -> Callable[Parameters, None]:
    """Turns an expected failure into one sentence, and a result into the exit code."""

    @wraps(function)
    def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        try:
            code = function(*args, **kwargs)
        except (AssetError, ReleaseError) as error:
            raise click.ClickException(str(error)) from error
        sys.exit(code)

    return run


def _command(folder: Path, database: str) -> AssetCommand:
    return AssetCommand(Console(), folder, database)


def _names(chains: str) -> list[str]:
    return [name.strip() for name in chains.split(",") if name.strip()]


@click.group(short_help="Issue an asset on many chains")
def cli() -> None:
    """Plan, carry out, verify, take back and record the issue of an asset; see docs/assets.md."""


@cli.command()
@_plan
@_request
@_issue
@_safe
@_folder
@_database
@_chains
@_sender
@_sentence
def create(*, chains: str, sender: str, folder: Path, database: str, **files: Path) -> int:
    """Check a new asset, simulate its issue on forks, and write it to a file."""
    return _command(folder, database).create(_files(files), _names(chains), sender)


@cli.command("add-chain")
@_plan
@_request
@_issue
@_safe
@_folder
@_database
@_chains
@_sender
@_sentence
def add_chain(*, chains: str, sender: str, folder: Path, database: str, **files: Path) -> int:
    """Plan an issued asset's way to further chains, where it begins without any limit."""
    return _command(folder, database).add_chain(_files(files), _names(chains), sender)


def _files(given: dict[str, Path]) -> Files:
    unused = Path()
    return Files(
        plan=given.get("plan", unused),
        request=given.get("request", unused),
        campaign=given.get("issue", unused),
        safe=given.get("safe", unused),
    )


@cli.command()
@_request
@_issue
@_folder
@_database
@_account
@_sentence
def apply(*, account: str, folder: Path, database: str, **files: Path) -> int:
    """Create on every chain, and only then admit on every chain; then record it."""
    return _command(folder, database).apply(_files(files), account, resumes=False)


@cli.command()
@_request
@_issue
@_folder
@_database
@_account
@_sentence
def resume(*, account: str, folder: Path, database: str, **files: Path) -> int:
    """Go on with an issue, after a delay or where it was interrupted."""
    return _command(folder, database).apply(_files(files), account, resumes=True)


@cli.command()
@_issue
@_folder
@_database
@_account
@_sentence
def rollback(*, account: str, folder: Path, database: str, **files: Path) -> int:
    """Take back an issue that is admitted nowhere yet."""
    return _command(folder, database).roll_back(_files(files), account)


@cli.command()
@_request
@_issue
@_database
@_sentence
def record(*, database: str, **files: Path) -> int:
    """Record an issue that a Safe carried out, once it holds on every chain."""
    return _command(RELEASES, database).record(_files(files))


@cli.command()
@_issue
@_database
@_sentence
def verify(*, database: str, **files: Path) -> int:
    """Compare the chains with what was issued; exit status 1 on a difference."""
    return _command(RELEASES, database).verify(_files(files))


@cli.command()
@_database
@click.argument("asset", type=click.UUID)
@_sentence
def show(*, database: str, asset: UUID) -> int:
    """Say where an asset stands."""
    return _command(RELEASES, database).show(asset)
