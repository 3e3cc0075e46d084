"""Exact twins of a liquidation's arithmetic and of its clock, in fractions."""

from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from math import ceil, floor
from typing import Any

BPS = 10_000
VALUE = 10**8

TERMS: dict[str, Any] = {
    "startBonusBps": 100,
    "maxBonusBps": 500,
    "feeBps": 0,
    "slippageBps": 300,
    "targetRatioBps": 13_500,
    "hysteresisBps": 100,
    "auctionDuration": 3_600,
    "recallWindow": 86_400,
    "minReaction": 3_600,
    "seizureWindow": 0,
    "dustValue": 1_000 * VALUE,
}
"""The terms that every brokerage begins with."""


@dataclass(frozen=True)
class Case:
    """`SeizureTerms`, under the names that the contract has for its fields."""

    exposureValue: int = 100_000 * VALUE  # noqa: N815
    adjustedValue: int = 109_000 * VALUE  # noqa: N815
    targetBps: int = 13_500  # noqa: N815
    weightBps: int = 9_000  # noqa: N815
    bonusBps: int = 300  # noqa: N815
    startBonusBps: int = 100  # noqa: N815
    feeBps: int = 50  # noqa: N815
    debtUnits: int = 100_000 * 10**6  # noqa: N815
    debtPrice: int = VALUE  # noqa: N815
    debtScale: int = 10**6  # noqa: N815
    collateralUnits: int = 61 * 10**18  # noqa: N815
    collateralPrice: int = 2_000 * VALUE  # noqa: N815
    collateralScale: int = 10**18  # noqa: N815
    dustValue: int = 1_000 * VALUE  # noqa: N815
    capValue: int = 2**256 - 1  # noqa: N815
    maxRepay: int = 2**128 - 1  # noqa: N815

    def but(self, **changes: int) -> "Case":
        """The same with other figures."""
        return replace(self, **changes)

    def call(self) -> dict[str, int]:
        """As the contract takes it."""
        return asdict(self)

    @property
    def unit_of_debt(self) -> Fraction:
        """Value of one unit owed."""
        return Fraction(self.debtPrice, self.debtScale)

    @property
    def unit_of_collateral(self) -> Fraction:
        """Value of one unit held."""
        return Fraction(self.collateralPrice, self.collateralScale)


def taken_for(case: Case, repaid: int, taken_bps: int) -> int:
    """Units of collateral for units repaid, rounded down."""
    return floor(repaid * case.unit_of_debt * taken_bps / BPS / case.unit_of_collateral)


def price_of(case: Case, seized: int, taken_bps: int) -> int:
    """Units to repay for units of collateral, rounded up."""
    return ceil(seized * case.unit_of_collateral * BPS / taken_bps / case.unit_of_debt)


def ratio_after(case: Case, repaid: int, seized: int) -> Fraction | None:
    """Ratio after a liquidation; nothing where no exposure is left."""
    exposure = case.exposureValue - repaid * case.unit_of_debt
    adjusted = case.adjustedValue - seized * case.unit_of_collateral * case.weightBps / BPS
    return adjusted / exposure if exposure > 0 else None
