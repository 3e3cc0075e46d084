"""`ape run brokerage …`: keep margin calls going, and tell accounts' risk, on any network."""

import time
from pathlib import Path
from typing import Any

import click
import yaml
from ape.api import AccountAPI, ProviderAPI
from ape.cli import ConnectedProviderCommand, account_option, network_option
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from quantera.evm.chain import known_abis
from quantera.risk.assessment import RiskAssessment, RiskSettings
from quantera.risk.indicators import assess_risk
from quantera.risk.journal import Journal, JournalError
from quantera.risk.keeper import Keeper, Policy
from quantera.risk.reading import Reader, ReadingError
from quantera.risk.sending import Done, Refused, StationError
from quantera.risk.station import NodeStation

_ADDRESS = click.option("--brokerage", required=True, help="Address of the brokerage.")
_FROM = click.option("--from-block", default=0, show_default=True, help="Where it was created.")


def _station(provider: ProviderAPI, account: AccountAPI | None, brokerage: str) -> NodeStation:
    def sign(fields: dict[str, Any]) -> bytes:
        if account is None:
            raise click.ClickException("this command sends nothing")
        transaction = provider.network.ecosystem.create_transaction(**fields)
        signed = account.sign_transaction(transaction)
        if signed is None:
            raise click.ClickException("the account did not sign")
        return bytes(signed.serialize_transaction())

    sender = str(account.address) if account else "0x" + "00" * 20
    return NodeStation(provider.web3, sender, sign, brokerage, list(known_abis()))


def _tell(done: Done) -> None:
    deed = done.deed
    whose = f" {deed.account:#x}" if deed.account else ""
    outcome = done.transaction
    if done.refusal:
        outcome = f"not done: {done.refusal} {done.transaction}".rstrip()
    click.echo(f"{deed.what}{whose} {deed.detail}".rstrip() + f": {outcome}")


def _table(found: list[RiskAssessment]) -> Table:
    shown = Table(title="risk of accounts", title_justify="left")
    for heading in ("account", "level", "ratio", *(r.indicator.value for r in found[0].readings)):
        shown.add_column(heading)
    for each in sorted(found, key=lambda assessment: assessment.ratio_bps):
        readings = (f"{r.level.name.lower()} {r.measure_bps / 100:.0f} %" for r in each.readings)
        ratio = f"{each.ratio_bps / 100:.0f} %"
        shown.add_row(f"{each.account:#x}", each.level.name.lower(), ratio, *readings)
    return shown


@click.group(short_help="Margin calls, liquidations and risk of brokerage accounts")
def cli() -> None:
    """Margin calls, liquidations and risk of brokerage accounts."""


@cli.command(cls=ConnectedProviderCommand)
@network_option()
@account_option()
@_ADDRESS
@_FROM
@click.option("--journal", type=click.Path(path_type=Path), default=Path("keeper.jsonl"))
@click.option("--interval", default=60.0, show_default=True, help="Seconds between two rounds.")
@click.option("--once", is_flag=True, help="One round and no more.")
@click.option("--calls-only", is_flag=True, help="Liquidate nothing.")
def keeper(
    *,
    provider: ProviderAPI,
    account: AccountAPI,
    brokerage: str,
    from_block: int,
    journal: Path,
    interval: float,
    once: bool,
    calls_only: bool,
) -> None:
    """Refresh prices, call, cure, escalate and liquidate, round after round."""
    station = _station(provider, account, brokerage)
    policy = Policy(liquidates=not calls_only)
    owner = f"{provider.chain_id}/{brokerage}/{account.address}"
    try:
        with Journal(journal, owner) as lines:
            _keep(
                Keeper(station, brokerage, lambda: station.accounts(from_block), lines, policy),
                None if once else interval,
            )
    except JournalError as error:
        raise click.ClickException(str(error)) from error


def _keep(working: Keeper, interval: float | None) -> None:
    """Rounds without end, or one; a node that is gone for a while is waited for."""
    while True:
        try:
            for done in working.round():
                _tell(done)
        except StationError as error:
            if interval is None:
                raise click.ClickException(str(error)) from error
            click.echo(f"{error}; the next round tries again", err=True)
        except (ReadingError, Refused) as error:
            raise click.ClickException(str(error)) from error
        if interval is None:
            return
        time.sleep(interval)


@cli.command(cls=ConnectedProviderCommand)
@network_option()
@_ADDRESS
@_FROM
@click.option(
    "--thresholds",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="YAML file of `RiskSettings`.",
)
def risk(provider: ProviderAPI, brokerage: str, from_block: int, thresholds: Path | None) -> None:
    """Tell every account's risk under the five indicators."""
    station = _station(provider, None, brokerage)
    try:
        settings = RiskSettings.model_validate(
            yaml.safe_load(thresholds.read_text()) if thresholds else {}
        )
        snapshot = Reader(station.call, brokerage).snapshot(station.accounts(from_block))
    except (ReadingError, Refused, StationError, ValidationError) as error:
        raise click.ClickException(str(error)) from error
    found = [assess_risk(account, snapshot, settings) for account in snapshot.accounts]
    if found:
        Console().print(_table(found))
    else:
        click.echo("no accounts")
