"""A pool's debt, interest and lenders."""

from dataclasses import replace

from tests.property.brokerage.model.numbers import BPS, INDEX, PIPS, YEAR, down, up
from tests.property.brokerage.model.records import Pool


def index_at(pool: Pool, now: int) -> int:
    """Units per share of debt: linear since the last touch, rounded up."""
    return pool.index + up(pool.index * pool.rate_pips * (now - pool.time), YEAR * PIPS)


def owed(shares: int, index: int) -> int:
    """Units that shares of debt stand for, rounded up."""
    return up(shares * index, INDEX)


def shares_lent(units: int, index: int) -> int:
    """Shares for units that somebody borrows, rounded up."""
    return up(units * INDEX, index)


def shares_paid(units: int, index: int) -> int:
    """Shares that units paid back take away, rounded down."""
    return down(units * INDEX, index)
