"""Risk of an account under five indicators, each with a measure, thresholds and a level."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum

from pydantic import BaseModel, ConfigDict, Field, model_validator


class RiskLevel(IntEnum):
    """How bad, least first."""

    LOW = 0
    MODERATE = 1
    HIGH = 2
    CRITICAL = 3


class Indicator(StrEnum):
    """What is looked at."""

    CONCENTRATION = "concentration"
    MARKET = "market exposure"
    COUNTERPARTY = "counterparty"
    LIQUIDITY = "liquidity"
    OPERATIONAL = "operational"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Thresholds(_Model):
    """Measures, in basis points, from which a level holds; each at least the one before."""

    moderate: int = Field(ge=0)
    high: int = Field(ge=0)
    critical: int = Field(ge=0)

    @model_validator(mode="after")
    def _in_order(self) -> "Thresholds":
        if not self.moderate <= self.high <= self.critical:
            raise ValueError("thresholds rise from moderate over high to critical")
        return self

    def level(self, measure: int) -> RiskLevel:
        """The highest level whose threshold the measure reaches."""
        reached = (self.moderate, self.high, self.critical)
        return RiskLevel(sum(measure >= threshold for threshold in reached))


DEFAULT_THRESHOLDS = {
    Indicator.CONCENTRATION: Thresholds(moderate=4_000, high=6_000, critical=8_500),
    Indicator.MARKET: Thresholds(moderate=8_000, high=10_000, critical=11_363),
    Indicator.COUNTERPARTY: Thresholds(moderate=6_000, high=8_500, critical=9_750),
    Indicator.LIQUIDITY: Thresholds(moderate=7_500, high=9_000, critical=9_900),
    Indicator.OPERATIONAL: Thresholds(moderate=5_000, high=8_000, critical=10_000),
}
"""`MARKET` measures exposure against what maintenance allows: at 10,000 an account is called, at
11,363 (125 over 110) liquidated."""


class RiskSettings(_Model):
    """What an assessment is held against.

    Attributes:
        thresholds: by indicator; the default's where one is missing.
        review_notice_days: days before a review or end of term that count as near.
    """

    thresholds: Mapping[Indicator, Thresholds] = Field(default_factory=dict)
    review_notice_days: int = Field(default=30, ge=0)

    def of(self, indicator: Indicator) -> Thresholds:
        """The thresholds that hold."""
        return self.thresholds.get(indicator, DEFAULT_THRESHOLDS[indicator])


class Reading(_Model):
    """One indicator: its measure in basis points, its level, and why in words."""

    indicator: Indicator
    measure_bps: int = Field(ge=0)
    level: RiskLevel
    reasons: tuple[str, ...] = ()


class RiskAssessment(_Model):
    """An account's risk at one block; money as value (8 decimals), time in seconds."""

    account: int
    institution: str
    block: int
    time: int
    exposure: int
    maintenance: int
    ratio_bps: int
    readings: tuple[Reading, ...]

    @property
    def level(self) -> RiskLevel:
        """The worst of all indicators."""
        return max(reading.level for reading in self.readings)

    def reading(self, indicator: Indicator) -> Reading:
        """What one indicator says."""
        return next(found for found in self.readings if found.indicator is indicator)
