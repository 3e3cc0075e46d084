"""A quote's breakdown in words and numbers."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quantera.fees.charge import Limit

_PIPS_PER_PERCENT = 10_000


@dataclass(frozen=True, slots=True)
class Line:
    """One part of a fee.

    Attributes:
        amount: units of the asset; negative where it lowers the fee.
        text: what it is and why.
    """

    amount: int
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A fee as the parts that are not zero, which add up to it.

    Attributes:
        total: units of the asset.
        decimals: of the asset.
        symbol: of the asset.
        notes: what holds besides the numbers.
    """

    total: int
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    decimals: int
    symbol: str

    def text(self) -> str:
        """One line for each part, the total, and the notes."""
        rows = [(self._shown(line.amount), line.text) for line in self.lines]
        rows.append((self._shown(self.total), "total"))
        width = max(len(shown) for shown, _ in rows)
        listed = [f"{shown:>{width}} {self.symbol}  {text}" for shown, text in rows]
        return "\n".join([*listed, *self.notes])

    def _shown(self, units: int) -> str:
        return f"{Decimal(units).scaleb(-self.decimals):,f}"


def _percent(pips: int) -> str:
    return f"{Decimal(pips) / _PIPS_PER_PERCENT:f} %"


def explain(breakdown: Any, decimals: int, symbol: str) -> Explanation:
    """Put a quote into words.

    Args:
        breakdown: `IDynamicFeeStructure.FeeBreakdown` as a call decodes it.
        decimals: of the asset.
        symbol: of the asset.
    """
    factors = breakdown.parameters
    reduced_by = "the schedule's cap" if breakdown.limit == Limit.CAP else "the maximum in the code"
    parts = (
        (factors.baseFee, "base fee by the bands"),
        (-factors.volumeDiscount, f"volume discount, from tier {breakdown.tier}"),
        (breakdown.congestionPremium, f"congestion, {_percent(breakdown.congestionPips)}"),
        (breakdown.timePremium, f"hour and calendar, {_percent(breakdown.timePips)}"),
        (factors.urgencyPremium, "urgency"),
        (factors.complexityFee, f"complexity, level {breakdown.complexity}"),
        (breakdown.floorTopUp, "up to the least fee"),
        (-breakdown.capReduction, f"down to {reduced_by}"),
        (-breakdown.waived, "waived"),
    )
    notes = [f"schedules of version {breakdown.version}, account {breakdown.account}"]
    if breakdown.dueAt:
        returned = Decimal(breakdown.refundable).scaleb(-decimals)
        notes.append(f"due at {breakdown.dueAt}; {returned:,f} {symbol} are returned if missed")
    return Explanation(
        total=breakdown.total,
        lines=tuple(Line(amount, text) for amount, text in parts if amount),
        notes=tuple(notes),
        decimals=decimals,
        symbol=symbol,
    )
