"""What `ape run bridge` shows, as lines; the commands only parse and print."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from string import hexdigits

from quantera import chains
from quantera.bridge.endpoints import TARGET_AVERAGE_SECONDS, TITLES, expectation
from quantera.bridge.following import follow
from quantera.bridge.nodes import Nodes, connected
from quantera.bridge.platform_fee import PlatformFee, platform_fee
from quantera.bridge.quotes import Transfer, quotes
from quantera.bridge.reasons import text
from quantera.bridge.recovery import Remedy, advise
from quantera.bridge.routes import Explained, LaneQuote, Search, search
from quantera.bridge.scoring import Protocol, Urgency
from quantera.bridge.sending import Order
from quantera.bridge.settings import BridgeSettings, SettingsError
from quantera.bridge.tracking import Measured, Tracked, Tracker
from quantera.evm import ZERO_ADDRESS
from quantera.evm.abi import AbiEntry
from quantera.evm.errors import Reverted

USD = 10**18
ID_DIGITS = 64


@dataclass(frozen=True)
class Wanted:
    """A transfer as it is asked for.

    Attributes:
        asset: name in the configuration.
        units: in the asset's smallest unit at the source.
        source: name of the chain.
        destination: name of the chain.
        urgency: how soon.
        sender: who would send, whose volume lowers the platform's fee; nobody in particular when
            it is not known.
    """

    asset: str
    units: int
    source: str
    destination: str
    urgency: Urgency
    sender: str = ZERO_ADDRESS


@dataclass(frozen=True)
class Quoted:
    """An answer.

    Attributes:
        wanted: what was asked.
        found: all routes.
        fee: the platform's, over one protocol and with the urgency's service level; nothing where
            it charges nothing.
        seconds: how long asking took.
    """

    wanted: Wanted
    found: Search
    fee: PlatformFee | None
    seconds: float


def quote(settings: BridgeSettings, abi: list[AbiEntry], wanted: Wanted) -> Quoted:
    """Ask all bridges and compare all routes.

    Raises:
        SettingsError: the asset is not on both chains.
    """
    placed = settings.asset(wanted.asset)
    at = {str(name): asset for name, asset in placed.items()}
    for chain in (wanted.source, wanted.destination):
        if chain not in at:
            raise SettingsError(f"{wanted.asset} is not on {chain}")
    transfer = Transfer(
        wanted.source,
        wanted.units,
        {name: asset.address for name, asset in at.items()},
        {name: asset.decimals for name, asset in at.items()},
        wanted.urgency,
    )
    with connected(settings.places(), abi) as nodes:
        began = time.perf_counter()
        told = quotes(nodes, transfer)
        fee = _platform_fee(nodes, wanted, at[wanted.source].address)
        taken = time.perf_counter() - began
    found = search(told, wanted.source, wanted.destination, settings.coin_usd())
    return Quoted(wanted, found, fee, taken)


def _platform_fee(nodes: Nodes, wanted: Wanted, asset: str) -> PlatformFee | None:
    order = Order(
        wanted.source, wanted.destination, asset, wanted.sender, wanted.units, (Protocol(0),)
    )
    request = order.request(order.protocols[0])
    try:
        return platform_fee(nodes[wanted.source], request, wanted.sender, 1, wanted.urgency)
    except Reverted as error:
        if error.name != "WorthUnknown":
            raise
        return None


def quote_lines(quoted: Quoted) -> Iterator[str]:
    """Routes with what speaks for and against them, and what cannot be had."""
    wanted, found = quoted.wanted, quoted.found
    explained = found.explain(wanted.urgency)
    for entry in explained:
        yield _route_line(entry)
    for closed in found.closed:
        yield f"  {_leg(closed)}: not possible, {text(closed.reason)}"
    if not explained:
        yield f"no route from {wanted.source} to {wanted.destination}"
    if quoted.fee is not None:
        yield fee_line(quoted.fee)
    expected = expectation(wanted.source)
    yield (
        f"{chains.get(wanted.source).title} is final after about {expected.floor_seconds} s; "
        f"transfers shall take {expected.target_seconds} s on average"
        + ("" if expected.attainable else ", which the source alone uses up")
    )
    yield f"asked {len(chains.PRODUCTION)} chains at most in {1000 * quoted.seconds:.0f} ms"


def fee_line(fee: PlatformFee) -> str:
    """The platform's fee beside the protocols'."""
    due = ""
    if fee.due_at:
        moment = datetime.fromtimestamp(fee.due_at, UTC)
        due = f", {fee.refundable} of them back if it is not there by {moment:%H:%M:%S} UTC"
    return f"the platform's fee is {fee.units} units of {fee.asset}{due}"


def _route_line(entry: Explained) -> str:
    route, counted = entry.route, entry.points
    mark = "* " if entry.chosen else "- " if entry.on_front else "  "
    way = ", then ".join(_leg(leg) for leg in route.legs)
    return (
        f"{mark}{way}: {route.cost_usd / USD:.4f} USD, {route.seconds} s, tier {route.tier}; "
        f"points {counted.cost} cost, {counted.time} time, {counted.security} security, "
        f"{counted.reliability} reliability"
    )


def _leg(leg: LaneQuote) -> str:
    return f"{TITLES[leg.protocol]} to {leg.destination}"


@contextmanager
def followed(settings: BridgeSettings, abi: list[AbiEntry]) -> Iterator[tuple[Tracker, Nodes]]:
    """The tracker, up to the chains' present, and the bridges."""
    tracker = Tracker(settings.tracking)
    try:
        with connected(settings.places(), abi) as nodes:
            follow(
                tracker,
                nodes,
                from_block={name: chain.from_block for name, chain in settings.chains.items()},
                confirmations={
                    name: chain.confirmations for name, chain in settings.chains.items()
                },
            )
            yield tracker, nodes
    finally:
        tracker.close()


def found(tracker: Tracker, message_id: str) -> Tracked:
    """A tracked message by its id as people write it.

    Raises:
        SettingsError: it is no id, or no bridge has told of it.
    """
    digits = message_id.removeprefix("0x")
    if len(digits) != ID_DIGITS or set(digits.lower()) - set(hexdigits):
        raise SettingsError(f"{message_id} is no message's id")
    tracked = tracker.get(bytes.fromhex(digits))
    if tracked is None:
        raise SettingsError(f"no bridge has told of {message_id}")
    return tracked


def remedies(nodes: Nodes, tracked: Tracked) -> list[Remedy]:
    """What can be done about a message now, with what its bridges say of it."""
    message = tracked.message
    if message is None:
        return []
    source = chains.by_id(message.source_chain_id).name
    destination = nodes[chains.by_id(message.destination_chain_id).name]
    votes = frozenset(
        protocol for protocol in Protocol if destination.view("hasArrived", tracked.id, protocol)
    )
    return advise(
        replace(tracked, votes=tracked.votes | votes),
        destination.time,
        expected_seconds=max(TARGET_AVERAGE_SECONDS, expectation(source).floor_seconds),
    )


def tracked_line(tracked: Tracked) -> str:
    """One message and where it is."""
    message = tracked.message
    lane = "" if message is None else f" {_name(message.source_chain_id)} to "
    lane += "" if message is None else _name(message.destination_chain_id)
    over = ", ".join(TITLES[protocol] for protocol in sorted(tracked.protocols)) or "unknown"
    why = f": {text(tracked.reason)}" if tracked.reason else ""
    taken = tracked.delivery_seconds
    after = "" if taken is None else f" after {taken} s"
    return f"0x{tracked.id.hex()}{lane} over {over}: {tracked.state}{why}{after}"


def remedy_line(remedy: Remedy) -> str:
    """One thing that can be done."""
    over = "" if remedy.protocol is None else f" over {TITLES[remedy.protocol]}"
    when = ""
    if remedy.not_before:
        moment = datetime.fromtimestamp(remedy.not_before, UTC)
        when = f", from {moment:%Y-%m-%d %H:%M:%S} UTC"
    return f"{remedy.action}{over} ({remedy.who}{when}): {remedy.why}"


def measured_line(measured: Measured) -> str:
    """How long transfers from a chain took, beside what they shall and can take."""
    verdict = "on target" if measured.on_target else "over target"
    return (
        f"from {measured.source}: {measured.count} transfers, {measured.average_seconds} s on "
        f"average, {measured.slowest_seconds} s at most; target {measured.target_seconds} s "
        f"({verdict}), source final after {measured.floor_seconds} s"
    )


def address_of(settings: BridgeSettings, asset: str, chain: str) -> str:
    """An asset's address on a chain.

    Raises:
        SettingsError: it is not there.
    """
    for name, placed in settings.asset(asset).items():
        if name == chain:
            return placed.address
    raise SettingsError(f"{asset} is not on {chain}")


def units_of(settings: BridgeSettings, asset: str, amount: str, chain: str) -> int:
    """An amount as people write it, in the asset's smallest unit on a chain.

    Raises:
        SettingsError: the asset is not there, or it is no such amount.
    """
    address_of(settings, asset, chain)
    decimals = {str(name): placed.decimals for name, placed in settings.asset(asset).items()}
    return smallest_units(amount, decimals, chain)


def smallest_units(amount: str, decimals: Mapping[str, int], source: str) -> int:
    """An amount as people write it, in the asset's smallest unit at the source.

    Raises:
        SettingsError: it is no positive number, or has more decimals than the asset.
    """
    whole, _, part = amount.partition(".")
    places = decimals[source]
    if not (whole + part).isdecimal() or len(part) > places:
        raise SettingsError(f"{amount} is no amount with at most {places} decimals")
    units = int((whole or "0") + part.ljust(places, "0"))
    if units == 0:
        raise SettingsError("nothing to move")
    return units


def _name(chain_id: int) -> str:
    return chains.by_id(chain_id).name
