"""Average-cost accounting of signed positions; every rounding is against their owner."""

from dataclasses import dataclass

from quantera.brokerage.assets import CARRY_SCALE, Asset
from quantera.brokerage.rounding import BPS, down, up


@dataclass(frozen=True)
class Position:
    """A position.

    Attributes:
        size: units of the underlying; below zero it is short.
        entry: what it cost, value: sizes times price less carry when they were taken.
    """

    size: int = 0
    entry: int = 0


@dataclass(frozen=True)
class Booked:
    """A trade's outcome: what is left, and the profit (or loss, below zero) of what it closed."""

    position: Position
    realised: int


def _net(price: int, asset: Asset) -> int:
    return price * CARRY_SCALE - asset.carry


def cost(size: int, price: int, asset: Asset) -> int:
    """What a size costs at a price less carry, value, rounded up: sales bring less."""
    return up(size * _net(price, asset), asset.one * CARRY_SCALE)


def worth(size: int, price: int, asset: Asset) -> int:
    """What a size is worth at a price less carry, value, rounded down."""
    return down(size * _net(price, asset), asset.one * CARRY_SCALE)


def mark(size: int, asset: Asset) -> int:
    """Worth at the side that values it: longs at the low price, shorts at the high one."""
    return worth(size, asset.low if size > 0 else asset.high, asset)


def profit(position: Position, asset: Asset) -> int:
    """What a position has not realised, value, rounded down."""
    return mark(position.size, asset) - position.entry


def potential(size: int, asset: Asset) -> int:
    """Potential exposure of a size, value, rounded up."""
    return up(abs(size) * asset.high * asset.exposure_bps, asset.one * BPS)


def book(position: Position, traded: int, price: int, asset: Asset) -> Booked:
    """Take a trade into a position: what it closes is realised at average cost, the rest opened.

    Args:
        position: before.
        traded: units bought, below zero sold.
        price: of a whole token, value.
        asset: with the carry of now.
    """
    size, entry = position.size, position.entry
    closed = 0
    if size * traded < 0:
        closed = traded if abs(traded) <= abs(size) else -size
    realised = 0
    if closed:
        released = up(entry * abs(closed), abs(size))
        realised = -cost(closed, price, asset) - released
        entry -= released
    entry += cost(traded - closed, price, asset)
    return Booked(Position(size + traded, entry), realised)


def mirrored(position: Position, before: Position, after: Position, realised: int) -> Booked:
    """The clearing account's side of a trade: the same numbers with the opposite sign."""
    size = position.size - (after.size - before.size)
    return Booked(Position(size, position.entry - (after.entry - before.entry)), -realised)
