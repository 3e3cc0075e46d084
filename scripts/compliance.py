"""`ape run compliance …`: registry updates, checks, watching and exports."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

import click

from quantera.compliance.command import commands
from quantera.compliance.errors import ComplianceError

Parameters = ParamSpec("Parameters")

_config = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("compliance.yaml"),
    show_default=True,
    help="Configuration file.",
)


def _sentence(function: Callable[Parameters, int]) -> Callable[Parameters, None]:
    """Turns an expected failure into one sentence, and a result into the exit code."""

    @wraps(function)
    def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        try:
            code = function(*args, **kwargs)
        except ComplianceError as error:
            raise click.ClickException(str(error)) from error
        sys.exit(code)

    return run


@click.group(short_help="Keep the investor registries of all chains up to date")
def cli() -> None:
    """Investor records to registry updates on all chains, and the checks behind them."""


@cli.command()
@_config
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=Path("plan.jsonl"))
@click.option("--horizon", default=30, show_default=True, help="Days ahead to announce expiries.")
@click.option("--release", is_flag=True, help="Lift holds that the evidence no longer asks for.")
@_sentence
def plan(config: Path, out: Path, horizon: int, release: bool) -> int:
    """Show the difference between the evidence and the registries, and write it to a file."""
    return commands(config).plan(out, horizon, release=release)


@cli.command()
@_config
@click.option(
    "--plan",
    "plan_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("plan.jsonl"),
)
@_sentence
def apply(config: Path, plan_file: Path) -> int:
    """Carry out a reviewed plan, or go on where an earlier run ended."""
    return commands(config).apply(plan_file)


@cli.command()
@_config
@click.option("--investor", required=True, help="Who receives: id in the source.")
@click.option("--asset", required=True, help="Symbol of a configured asset.")
@click.option("--amount", required=True, help="Whole tokens, decimals allowed.")
@click.option("--from", "sender", help="Who gives; a mint or primary sale without it.")
@_sentence
def check(config: Path, investor: str, asset: str, amount: str, sender: str | None) -> int:
    """Say whether a purchase or transfer would pass, off-chain and on each chain, and why not."""
    return commands(config).check(investor, asset, amount, sender)


@cli.command()
@_config
@click.option("--every", default=15.0, show_default=True, help="Seconds between two looks.")
@click.option("--once", is_flag=True, help="Look once and stop.")
@_sentence
def watch(config: Path, every: float, once: bool) -> int:
    """Carry revocations, holds and shortened validity from any chain to all others."""
    return commands(config).watch(every, once=once)


@cli.command()
@_config
@_sentence
def reconcile(config: Path) -> int:
    """Compare the registries with each other and the database; fail on any discrepancy."""
    return commands(config).reconcile()


@cli.command()
@_config
@click.argument("what", type=click.Choice(["register", "decisions"]))
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--since", help="First day or second (ISO 8601) of the decisions.")
@click.option("--until", help="Last day, or the second before which they end.")
@_sentence
def export(
    *, config: Path, what: str, form: Any, out: Path, since: str | None, until: str | None
) -> int:
    """Write the register or the decisions for a regulator."""
    return commands(config).export(what, form, out, since, until)


@cli.command()
@_config
@click.option("--investor", required=True, help="Id in the source.")
@click.option("--list", "list_id", required=True, help="The sanctions list.")
@click.option("--entry", required=True, help="The listed entry's identifier there.")
@click.option("--decision", type=click.Choice(["cleared", "confirmed"]), required=True)
@click.option("--officer", required=True, help="Who decides.")
@click.option("--reason", required=True, help="Why.")
@_sentence
def review(
    *,
    config: Path,
    investor: str,
    list_id: str,
    entry: str,
    decision: str,
    officer: str,
    reason: str,
) -> int:
    """Record an officer's word on a possible sanctions match."""
    return commands(config).review(
        investor, list_id, entry, decision, officer=officer, reason=reason
    )


@cli.command()
@_config
@click.option("--investor", required=True, help="Id in the source.")
@_sentence
def erase(config: Path, investor: str) -> int:
    """Delete an investor's salt: nothing links its identity to a person any more."""
    return commands(config).erase(investor)
