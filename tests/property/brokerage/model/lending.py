"""A pool's debt, interest and lenders."""

from tests.property.brokerage.model.numbers import INDEX, PIPS, YEAR, down, up
from tests.property.brokerage.model.records import Pool

MOST_RESERVES = (1 << 90) - 1


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


def net(pool: Pool) -> int:
    """Units at hand and owed as of its index, less what the trading book is owed, rounded down."""
    return pool.liquidity + down(pool.debt_shares * pool.index, INDEX) - pool.book_units
