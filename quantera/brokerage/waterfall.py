"""Who bears a default: cash, own contribution, first loss, mutual fund, lenders, in that order."""

from dataclasses import dataclass, replace

from quantera.brokerage.rounding import BPS, down, up

VIRTUAL_UNITS = 1
VIRTUAL_SHARES = 10**6
"""They keep the first contributor from setting the price of the second."""


@dataclass(frozen=True)
class Fund:
    """A settlement asset's default fund, in units of the asset.

    Attributes:
        units: contributions.
        shares: of all contributors.
        first_loss: the operator's capital.
        assessable: what the fund still bears in this assessment period.
    """

    units: int = 0
    shares: int = 0
    first_loss: int = 0
    assessable: int = 0

    def shares_down(self, units: int) -> int:
        """Shares for units paid in, rounded down."""
        return down(units * (self.shares + VIRTUAL_SHARES), self.units + VIRTUAL_UNITS)

    def shares_up(self, units: int) -> int:
        """Shares that stand for units, rounded up."""
        return up(units * (self.shares + VIRTUAL_SHARES), self.units + VIRTUAL_UNITS)

    def units_down(self, shares: int) -> int:
        """Units that shares stand for, rounded down."""
        return down(shares * (self.units + VIRTUAL_UNITS), self.shares + VIRTUAL_SHARES)

    def assessed(self, limit_bps: int) -> "Fund":
        """At the start of a new assessment period."""
        return replace(self, assessable=down(self.units * limit_bps, BPS))


@dataclass(frozen=True)
class Borne:
    """What each step bears of a loss, in units; all of them together are the loss."""

    cash: int
    contribution: int
    first_loss: int
    mutual: int
    lenders: int


def bear_alone(fund: Fund, shares: int, loss: int) -> tuple[Fund, int, int]:
    """Take a loss from one contribution: the fund after it, the shares left, what they bore."""
    borne = min(fund.units_down(shares), loss)
    burnt = shares if loss > borne else min(fund.shares_up(borne), shares)
    left = replace(fund, units=fund.units - borne, shares=fund.shares - burnt)
    return left, shares - burnt, borne


def bear_together(fund: Fund, loss: int) -> tuple[Fund, int]:
    """Take a loss from all contributions, as far as the assessment period allows."""
    borne = min(loss, fund.assessable, fund.units)
    left = replace(fund, units=fund.units - borne, assessable=fund.assessable - borne)
    return left, borne


def share_out(loss: int, cash: int, shares: int, fund: Fund) -> tuple[Fund, Borne]:
    """Run a loss through every step.

    Args:
        loss: units that remain when no unit of collateral is left.
        cash: units that the defaulter's realised gains come to.
        shares: the defaulter's in the fund.
        fund: the asset's, in the present assessment period.
    """
    paid = min(cash, loss)
    left, _, contribution = bear_alone(fund, shares, loss - paid)
    rest = loss - paid - contribution
    first = min(rest, left.first_loss)
    left = replace(left, first_loss=left.first_loss - first)
    left, mutual = bear_together(left, rest - first)
    return left, Borne(paid, contribution, first, mutual, rest - first - mutual)
