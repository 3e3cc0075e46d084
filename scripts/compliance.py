"""`ape run compliance …`: registry updates, checks, watching and exports."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

import click
from rich.console import Console

from quantera.compliance.command import commands, units
from quantera.compliance.errors import ComplianceError
from quantera.compliance.officer.command import officer_commands
from quantera.compliance.officer.desk import Phase
from quantera.compliance.officer.reasons import Verb, load_agent_reasons
from quantera.compliance.officer.request import Request, parse_wallet
from quantera.compliance.rebalance_command import rebalance_command
from quantera.compliance.settings import load_settings

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
@click.option("--yes", "sure", is_flag=True, help="Do not ask.")
@_sentence
def rebalance(config: Path, sure: bool) -> int:
    """Move allotments of limits to the chains that run short, or finish what was begun."""
    return rebalance_command(load_settings(config), Console(), click.confirm, sure=sure)


@cli.command()
@_config
@click.argument("what", type=click.Choice(["register", "holdings", "history", "decisions"]))
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--since", help="First day or second (ISO 8601) of the decisions.")
@click.option("--until", help="Last day, or the second before which they end.")
@_sentence
def export(
    *, config: Path, what: str, form: Any, out: Path, since: str | None, until: str | None
) -> int:
    """Write for a regulator: register, holdings and history from the chains, checks from here."""
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


def _officer(function: Callable[..., Any]) -> Callable[..., Any]:
    """Options that all verbs of an officer share."""
    for option in (
        click.option("--yes", "sure", is_flag=True, help="Do not ask."),
        click.option("--cancel", "phase", flag_value="cancel", help="Withdraw a proposal."),
        click.option("--execute", "phase", flag_value="execute", help="Second signature."),
        click.option("--propose", "phase", flag_value="propose", help="First of two signatures."),
        click.option("--chain", "chains", multiple=True, help="Only there; all without it."),
        click.option("--case", required=True, help="Your reference; a repetition is the same act."),
        click.option("--reason", required=True, help="Name or code of agent-reasons.yaml."),
        _config,
    ):
        function = option(function)
    return function


def _act(
    verb: Verb,
    *,
    config: Path,
    reason: str,
    case: str,
    chains: tuple[str, ...],
    phase: Phase | None,
    sure: bool,
    asset: str | None = None,
    amount: str | None = None,
    investor: str | None = None,
    wallet: str | None = None,
    other: str | None = None,
) -> int:
    settings = load_settings(config)
    policy = None
    if asset is not None:
        policy = settings.policies().get(asset)
        if policy is None:
            raise ComplianceError(f"no asset {asset} is configured")
    request = Request(
        verb=verb,
        reason=load_agent_reasons().for_verb(verb, reason),
        case=case,
        asset=policy,
        investor=investor,
        wallet=parse_wallet(wallet) if wallet else None,
        other=parse_wallet(other) if other else None,
        amount=units(policy, amount) if policy and amount else None,
        chains=chains,
    )
    officer = officer_commands(settings, click.confirm)
    return officer.act(request, phase or "directly", sure=sure)


@cli.command()
@_officer
@click.option("--asset", required=True, help="Symbol of a configured asset.")
@click.option("--investor", help="Id in the source: all its wallets.")
@click.option("--wallet", help="One wallet.")
@click.option("--amount", help="Whole tokens to freeze; the whole wallet without it.")
@_sentence
def freeze(**options: Any) -> int:
    """Freeze a holder's wallets, or part of what they hold."""
    return _act("freeze", **options)


@cli.command()
@_officer
@click.option("--asset", required=True, help="Symbol of a configured asset.")
@click.option("--investor", help="Id in the source: all its wallets.")
@click.option("--wallet", help="One wallet.")
@click.option("--amount", help="Frozen tokens to release; the wallet's freeze without it.")
@_sentence
def unfreeze(**options: Any) -> int:
    """Lift a freeze."""
    return _act("unfreeze", **options)


@cli.command()
@_officer
@click.option("--investor", help="Id in the source: all its wallets.")
@click.option("--wallet", help="One wallet.")
@_sentence
def revoke(**options: Any) -> int:
    """End a verification at once: nothing can be received any more, of any asset."""
    return _act("revoke", **options)


@cli.command("force-transfer")
@_officer
@click.option("--asset", required=True, help="Symbol of a configured asset.")
@click.option("--from", "wallet", required=True, help="The wallet that gives.")
@click.option("--to", "other", required=True, help="The wallet that receives.")
@click.option("--amount", required=True, help="Whole tokens, decimals allowed.")
@_sentence
def force_transfer(**options: Any) -> int:
    """Move a holder's tokens without its consent, on one chain."""
    return _act("force-transfer", **options)


@cli.command()
@_officer
@click.option("--asset", required=True, help="Symbol of a configured asset.")
@click.option("--lost", "wallet", required=True, help="The lost wallet.")
@click.option("--new", "other", required=True, help="Another wallet of the same investor.")
@_sentence
def recover(**options: Any) -> int:
    """Move a lost wallet's whole holding, freezes with it, to another wallet of its investor."""
    return _act("recover", **options)
