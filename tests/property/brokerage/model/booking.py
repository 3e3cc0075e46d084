"""Positions at average cost, in exact fractions that are rounded once, against their owner."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from tests.property.brokerage.model.numbers import BPS, CARRY
from tests.property.brokerage.model.records import Listed, Position


@dataclass(frozen=True)
class Outcome:
    """A position after a trade, and the profit (below zero the loss) of what was closed."""

    position: Position
    realised: int


def exact(size: int, price: int, asset: Listed) -> Fraction:
    """What a size is worth at a price less the carry so far, value."""
    return Fraction(size * (price * CARRY - asset.carry), asset.one * CARRY)


def mark(size: int, asset: Listed) -> int:
    """A long at the price of assets, a short at that of liabilities, rounded down."""
    return floor(exact(size, asset.low if size > 0 else asset.high, asset))


def profit(position: Position, asset: Listed) -> int:
    """What closing the position would bring at the side that values it, rounded down."""
    return mark(position.size, asset) - position.entry


def potential(size: int, asset: Listed) -> int:
    """Size times high price times the asset's rate, rounded up."""
    return ceil(Fraction(abs(size) * asset.high * asset.exposure_bps, asset.one * BPS))


def booked(before: Position, traded: int, price: int, asset: Listed) -> Outcome:
    """A trade first closes what it can at average cost; the rest is opened.

    Costs are rounded up and proceeds down; what of the entry goes with a closed part is rounded
    up, so that no rounding is in the owner's favour.
    """
    closing = min(abs(traded), abs(before.size)) if before.size * traded < 0 else 0
    realised, entry = 0, before.entry
    if closing:
        released = ceil(Fraction(entry * closing, abs(before.size)))
        given_up = closing if before.size > 0 else -closing
        realised = floor(exact(given_up, price, asset)) - released
        entry -= released
    opening = abs(traded) - closing
    if opening:
        entry += ceil(exact(opening if traded > 0 else -opening, price, asset))
    return Outcome(Position(before.size + traded, entry), realised)


def opposite(clearing: Position, before: Position, after: Position) -> Position:
    """Clearing's position once it took the other side, number for number."""
    return Position(
        clearing.size - (after.size - before.size), clearing.entry - (after.entry - before.entry)
    )
