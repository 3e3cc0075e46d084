"""The two tables of `docs/bridge.md` that tell floors: `python -m quantera.gas.floor --tables`."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from quantera.gas.bridge_network import NAMES
from quantera.gas.floor.conditions import CONDITIONS, FIELDS
from quantera.gas.floor.least import CALLED, HASHES, LOGS, OPERANDS, PROXIES, SELECTION, SLOTS
from quantera.gas.floor.split import ALL, OTHERS, Split
from quantera.gas.operations import bridge

OWNERS = ("bridge", "token", "engine")
NEAR = 1.03
"""How far above its floor a transaction may stay whose limit cannot hold."""
WANTED: Mapping[str, int] = {
    **{f"bridge.send.{NAMES[protocol]}": gas for protocol, gas in bridge.WANTED.items()},
    "bridge.deliver.wormhole": bridge.DELIVERY_LIMIT,
}
"""What the bridge was to cost at most."""


def _kinds(owners: Iterable[str], *kinds: str) -> Callable[[Split], int]:
    return lambda parts: sum(parts.gas(owner, kind) for owner in owners for kind in kinds)


ROWS: Mapping[str, Callable[[Split], int]] = {
    "transaction and its data": lambda parts: parts.data,
    "the protocol's contracts, after refunds": lambda parts: (
        parts.gas(OTHERS, ALL) - parts.refunded
    ),
    "bridge, slots": _kinds(("bridge",), SLOTS),
    "bridge, calls and value": _kinds(("bridge",), CALLED),
    "bridge, guard, hashes, event": _kinds(("bridge",), HASHES, LOGS),
    "token, slots": _kinds(("token",), SLOTS),
    "token, calls, hashes, events": _kinds(("token",), CALLED, HASHES, LOGS),
    "engine, slots": _kinds(("engine",), SLOTS),
    "engine, calls, hashes, events": _kinds(("engine",), CALLED, HASHES, LOGS),
    "*before anything is computed*": lambda parts: parts.state,
    "operands and memory": _kinds(OWNERS, OPERANDS),
    "selection and proxies": _kinds(OWNERS, SELECTION, PROXIES),
    "conditions": _kinds(OWNERS, CONDITIONS),
    "packed fields": _kinds(OWNERS, FIELDS),
    "**floor**": lambda parts: parts.floor,
    "measured": lambda parts: parts.used,
}


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(columns: int) -> str:
    return f"|{'---|' * columns}"


def _verdict(wanted: int, parts: Split) -> str:
    if parts.used <= wanted:
        return "holds"
    if wanted < parts.state:
        return f"cannot: {parts.state - wanted:,} less than is paid before anything is computed"
    if wanted < parts.floor:
        return f"cannot: {parts.floor - wanted:,} below the floor"
    return f"not met: {wanted / parts.floor - 1:.1%} above the floor"


def floors(splits: Mapping[str, Split]) -> Iterator[str]:
    """What each floor is made of."""
    yield _row(("", *(name.removeprefix("bridge.") for name in splits)))
    yield _rule(1 + len(splits))
    for name, gas in ROWS.items():
        yield _row((name, *(f"{gas(parts):,}" for parts in splits.values())))
    yield _row(
        ("above the floor", *(f"{parts.used / parts.floor - 1:.1%}" for parts in splits.values()))
    )


def verdicts(splits: Mapping[str, Split]) -> Iterator[str]:
    """Which of the limits that were wanted can hold."""
    yield _row(("", "wanted", "floor", "3 % above it", "measured", ""))
    yield _rule(6)
    for name, parts in splits.items():
        wanted = WANTED[name]
        amounts = (wanted, parts.floor, int(NEAR * parts.floor), parts.used)
        told = (f"{amount:,}" for amount in amounts)
        yield _row((name.removeprefix("bridge."), *told, _verdict(wanted, parts)))
