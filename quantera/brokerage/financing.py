"""Carry of positions and interest of debts."""

from dataclasses import dataclass, replace

from quantera.brokerage.assets import CARRY_SCALE, Asset
from quantera.brokerage.rounding import BPS, PIPS, YEAR, down, up

ONE = 10**18
"""A debt index at its start: units of debt per share."""


def carried(asset: Asset, rate_pips: int, price: int, now: int) -> Asset:
    """The asset after financing ran from its last price until now, rounded down.

    Both sides of every position read the same carry, so that its rounding favours nobody.

    Args:
        asset: as of its last price.
        rate_pips: millionths a year that a long pays; below zero it receives them.
        price: what the rate is of, value.
        now: in seconds.
    """
    elapsed = now - asset.updated_at
    grown = down(price * CARRY_SCALE * rate_pips * elapsed, PIPS * YEAR)
    return replace(asset, carry=asset.carry + grown)


@dataclass(frozen=True)
class DebtIndex:
    """What a share of debt in a settlement asset is worth.

    Attributes:
        index: units of debt per share, 18 decimals, as of `updated_at`.
        rate_pips: interest in millionths a year.
        reserve_bps: the reserve's part of interest.
        reserves: units that the reserve has been given.
    """

    index: int = ONE
    rate_pips: int = 0
    updated_at: int = 0
    reserve_bps: int = 0
    reserves: int = 0

    def current(self, now: int) -> int:
        """Linear since the last change, rounded up: many steps are never less than one."""
        elapsed = now - self.updated_at
        return self.index + up(self.index * self.rate_pips * elapsed, YEAR * PIPS)

    def accrued(self, shares: int, now: int) -> "DebtIndex":
        """Brought up to now; the reserve takes its part of all shares' interest, rounded up."""
        index = self.current(now)
        interest = debt_units(shares, index) - debt_units(shares, self.index)
        taken = up(interest * self.reserve_bps, BPS)
        return replace(self, index=index, updated_at=now, reserves=self.reserves + taken)


def debt_units(shares: int, index: int) -> int:
    """Units owed for shares, rounded up."""
    return up(shares * index, ONE)


def shares_borrowed(units: int, index: int) -> int:
    """Shares that units borrowed add, rounded up."""
    return up(units * ONE, index)


def shares_repaid(units: int, index: int) -> int:
    """Shares that units paid back take away, rounded down."""
    return down(units * ONE, index)
