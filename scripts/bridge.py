"""`ape run bridge quote|send|track|recover|local`: transfers over all chains and protocols."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click
from websockets.exceptions import WebSocketException

from quantera import chains, devnet
from quantera.bridge import accounts, command, local, sending
from quantera.bridge.command import Wanted
from quantera.bridge.endpoints import SHORT_NAMES
from quantera.bridge.nodes import connected
from quantera.bridge.recovery import Action
from quantera.bridge.scoring import Urgency
from quantera.bridge.sending import Order, RefusedError
from quantera.bridge.settings import SettingsError, load
from quantera.evm import Reverted
from quantera.evm.abi import AbiEntry
from quantera.evm.rpc import RpcError
from quantera.gas.token_stack import merged

Parameters = ParamSpec("Parameters")
CHAIN = click.Choice(chains.PRODUCTION)
PROTOCOL = click.Choice(list(SHORT_NAMES))
ACTS = (Action.CLAIM, Action.RELEASE, Action.REDIRECT, Action.RESEND, Action.RETURN)

_config = click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("bridge.yaml"),
    show_default=True,
    help="Configuration file.",
)
_asset = click.option("--asset", required=True, help="Name of a configured asset.")
_amount = click.option("--amount", required=True, help="Whole tokens, decimals allowed.")
_source = click.option("--from", "source", type=CHAIN, required=True, help="Where it is.")
_destination = click.option("--to", "destination", type=CHAIN, required=True, help="Where to.")


def _told(function: Callable[Parameters, None]) -> Callable[Parameters, None]:
    """What went wrong is one sentence."""

    @wraps(function)
    def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except (SettingsError, RefusedError, Reverted, RpcError) as error:
            raise click.ClickException(str(error)) from error
        except (OSError, WebSocketException) as error:
            raise click.ClickException(f"a node does not answer: {error}") from error

    return run


def _abi() -> list[AbiEntry]:
    return list(merged("UniversalBridge"))


@click.group(short_help="Transfers over all chains and bridge protocols")
def cli() -> None:
    """Quote, send and follow transfers between chains, and get stuck ones moving."""


@cli.command("quote")
@_config
@_asset
@_amount
@_source
@_destination
@click.option(
    "--urgency",
    type=click.Choice([urgency.name.lower() for urgency in Urgency]),
    default=Urgency.STANDARD.name.lower(),
    show_default=True,
)
@_told
def quote_command(
    *, config: Path, asset: str, amount: str, source: str, destination: str, urgency: str
) -> None:
    """Show every route; * is the choice, - what no other beats in cost, time and security."""
    settings = load(config)
    units = command.units_of(settings, asset, amount, source)
    wanted = Wanted(
        *(asset, units, source, destination, Urgency[urgency.upper()]),
        sender=accounts.address(settings.account),
    )
    for line in command.quote_lines(command.quote(settings, _abi(), wanted)):
        click.echo(line)


@cli.command("send")
@_config
@_asset
@_amount
@_source
@_destination
@click.option("--recipient", required=True, help="Who shall be credited.")
@click.option(
    "--over", type=PROTOCOL, multiple=True, required=True, help="Protocol; several attest together."
)
@click.option("--park", is_flag=True, help="Send although it would be parked there now.")
@click.option(
    "--most-fee",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Most of the platform's fee, in its asset's smallest unit; `quote` shows what it is.",
)
@click.option(
    "--level",
    type=click.IntRange(0, 3),
    default=0,
    show_default=True,
    help="Service level to buy of the platform.",
)
@_told
def send_command(
    *,
    config: Path,
    asset: str,
    amount: str,
    source: str,
    destination: str,
    recipient: str,
    over: tuple[str, ...],
    park: bool,
    most_fee: int,
    level: int,
) -> None:
    """Send after asking both ends whether they would refuse."""
    settings = load(config)
    units = command.units_of(settings, asset, amount, source)
    order = Order(
        source=source,
        destination=destination,
        asset=command.address_of(settings, asset, source),
        recipient=recipient,
        units=units,
        protocols=tuple(SHORT_NAMES[name] for name in over),
        most_fee=most_fee,
        level=level,
    )
    with connected(settings.places(), _abi()) as nodes:
        sent = sending.send(nodes, order, accounts.payer(settings.account), park=park)
    click.echo(f"0x{sent.hex()}")


@cli.command("track")
@_config
@click.argument("message_id", required=False)
@click.option("--open", "only_open", is_flag=True, help="Only what is not finished.")
@_told
def track_command(*, config: Path, message_id: str | None, only_open: bool) -> None:
    """Show where messages are; without an id all, and how long transfers took."""
    settings = load(config)
    with command.followed(settings, _abi()) as (tracker, _):
        if message_id is not None:
            click.echo(command.tracked_line(command.found(tracker, message_id)))
            return
        for tracked in tracker.open() if only_open else tracker.all():
            click.echo(command.tracked_line(tracked))
        for measured in tracker.measured():
            click.echo(command.measured_line(measured))


@cli.command("recover")
@_config
@click.argument("message_id")
@click.option("--do", "deed", type=click.Choice([one.value for one in ACTS]), help="Do it.")
@click.option("--over", type=PROTOCOL, help="Over which protocol.")
@click.option("--recipient", help="To whom, when it is redirected.")
@_told
def recover_command(
    *, config: Path, message_id: str, deed: str | None, over: str | None, recipient: str | None
) -> None:
    """Show what can be done about a message, or do it."""
    settings = load(config)
    with command.followed(settings, _abi()) as (tracker, nodes):
        tracked = command.found(tracker, message_id)
        if deed is None:
            click.echo(command.tracked_line(tracked))
            for remedy in command.remedies(nodes, tracked):
                click.echo(command.remedy_line(remedy))
            return
        if tracked.message is None:
            raise SettingsError("the source's bridge has not told of it yet")
        transaction = sending.act(
            nodes,
            tracked.message,
            Action(deed),
            accounts.payer(settings.account),
            protocol=None if over is None else SHORT_NAMES[over],
            recipient=recipient,
        )
    click.echo(transaction)


@cli.command("local")
@_told
def local_command() -> None:
    """Deploy bridges and a token on the running local chains, for the other commands."""
    state = devnet.current()
    if state is None:
        raise SettingsError("the local chains are not running; `ape run devnet up`")
    click.echo(local.deploy(state))
