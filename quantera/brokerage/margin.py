"""Margin states, calls with their deadlines, and the auction's clock."""

from dataclasses import dataclass, replace
from enum import StrEnum

from quantera.brokerage.rounding import BPS, DAY, down, up
from quantera.brokerage.valuation import Account, Assessment, Terms

INITIAL, MAINTENANCE, LIQUIDATION = 150, 125, 110
"""Ratios in per cent that no setting can loosen."""
WHOLE = 100
LAPSE = 7 * DAY


class MarginState(StrEnum):
    """Where an account stands, best first."""

    FREE = "free"
    """Nothing is exposed."""
    HEALTHY = "healthy"
    RESTRICTED = "restricted"
    """Below the initial ratio: it may take no further risk."""
    CALLABLE = "callable"
    """Below the maintenance ratio."""
    LIQUIDATABLE = "liquidatable"
    """Below the liquidation threshold."""
    UNDER_WATER = "under water"
    """Its collateral at low prices, without haircuts, is worth less than it owes."""


def covers(adjusted: int, exposure: int, ratio: int) -> bool:
    """Whether adjusted collateral is so many per cent of an exposure, without a division."""
    return adjusted * WHOLE >= exposure * ratio


def state(found: Assessment, account: Account, terms: Terms) -> MarginState:
    """Where an account stands with what it was assessed at."""
    exposure = found.exposure
    if exposure == 0:
        return MarginState.FREE
    kept = found.maintenance(terms.gain_haircut_bps)
    if found.gross + account.cash_value + found.gain < exposure:
        return MarginState.UNDER_WATER
    if not covers(kept, exposure, LIQUIDATION):
        return MarginState.LIQUIDATABLE
    if not covers(
        kept, exposure, MAINTENANCE + terms.extra_maintenance + account.extra_maintenance
    ):
        return MarginState.CALLABLE
    if not covers(found.power, exposure, INITIAL + terms.extra_initial + account.extra_initial):
        return MarginState.RESTRICTED
    return MarginState.HEALTHY


@dataclass(frozen=True)
class LiquidationTerms:
    """How liquidations go: ratios and rates in basis points, times in seconds, dust as value.

    The defaults are those that every brokerage begins with.
    """

    start_bonus_bps: int = 100
    max_bonus_bps: int = 500
    fee_bps: int = 0
    slippage_bps: int = 300
    target_ratio_bps: int = 13_500
    hysteresis_bps: int = 100
    auction_duration: int = 3_600
    recall_window: int = 86_400
    min_reaction: int = 3_600
    seizure_window: int = 0
    dust_value: int = 1_000 * 10**8


@dataclass(frozen=True)
class Standstill:
    """Time that liquidations could not be made in.

    Attributes:
        total: seconds of all that are over.
        ended_at: when the last one ended.
        since: when the present one began, 0 for none.
    """

    total: int = 0
    ended_at: int = 0
    since: int = 0


@dataclass(frozen=True)
class MarginCall:
    """A call; times in seconds, 0 for never."""

    is_open: bool = False
    is_escalated: bool = False
    called_at: int = 0
    deadline: int = 0
    cured_at: int = 0
    auction_start: int = 0
    standstill_at_start: int = 0
    nonce: int = 0

    def issued(self, now: int, grace: int, terms: LiquidationTerms) -> "MarginCall":
        """Called: within the window after a cure not later than the old deadline."""
        if self.is_open:
            return self
        end = now + grace
        if self.cured_at and now < self.cured_at + terms.recall_window:
            end = min(end, self.deadline)
        return MarginCall(is_open=True, called_at=now, deadline=end, nonce=self.nonce)

    def escalated(self, now: int) -> "MarginCall":
        """Seen below the liquidation threshold: the deadline is cut short."""
        return replace(self, is_escalated=True, deadline=min(self.deadline, now))

    def cured(self, now: int) -> "MarginCall":
        """Ended; its deadline stays for a call soon after."""
        return MarginCall(False, False, self.called_at, self.deadline, now, nonce=self.nonce)

    def auctioned(self, now: int, clock: Standstill, terms: LiquidationTerms) -> "MarginCall":
        """With an auction, which begins now, or began when the deadline or a later call was."""
        if self.auction_start:
            return self
        start = now - self.auctioned_for(now, clock, terms)
        return replace(self, auction_start=start, standstill_at_start=clock.total)

    def ends(self, clock: Standstill, terms: LiquidationTerms) -> int:
        """The deadline with what a standstill since the call adds."""
        if clock.ended_at <= self.called_at:
            return self.deadline
        return max(self.deadline, clock.ended_at + terms.min_reaction)

    def live(self, now: int, clock: Standstill, terms: LiquidationTerms) -> "MarginCall":
        """The call that counts: a week after its deadline or its auction's start it has lapsed."""
        if not self.is_open or now < max(self.ends(clock, terms), self.auction_start) + LAPSE:
            return self
        return MarginCall(nonce=self.nonce)

    def auctioned_for(self, now: int, clock: Standstill, terms: LiquidationTerms) -> int:
        """Seconds that the auction has run, standstills taken off."""
        if self.auction_start == 0:
            begun = max(self.ends(clock, terms), self.called_at)
            return max(now - begun, 0) if self.is_open else 0
        stood = clock.total - self.standstill_at_start
        if clock.since:
            stood += now - max(clock.since, self.auction_start)
        return max(now - self.auction_start - stood, 0)


def auction_bonus(terms: LiquidationTerms, elapsed: int) -> int:
    """The bonus after so many seconds, in basis points, rounded down."""
    if elapsed >= terms.auction_duration:
        return terms.max_bonus_bps
    span = terms.max_bonus_bps - terms.start_bonus_bps
    return terms.start_bonus_bps + down(span * elapsed, terms.auction_duration)


def cure_needs(exposure: int, extra: int, terms: LiquidationTerms) -> int:
    """Adjusted collateral that ends a call: maintenance and the hysteresis beyond, rounded up."""
    ratio = (MAINTENANCE + extra) * (BPS // WHOLE) + terms.hysteresis_bps
    return up(exposure * ratio, BPS)
