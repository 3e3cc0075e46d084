"""Feeds, what they come to, signed batches, and the sequencer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from tests.property.brokerage.model.book import PRICING, Answer, Causes
from tests.property.brokerage.model.numbers import BPS, MINUTE, YEAR, down, up
from tests.property.brokerage.model.records import Listed
from tests.property.brokerage.model.trading import Trading

PLACES = 8
MANTISSA = 25
"""Significant bits that the time-weighted price is kept to."""
MOST_SPREAD_BPS = (1 << 14) - 1
LEAST_WAIT, MOST_WAIT = 60, 3_600
"""From a jump's first sight to the second that makes it believed."""
MOST_SIGNED = 80


class Outcome(IntEnum):
    """`PriceOutcome`."""

    UNUSABLE = 0
    ACCEPTED = 1
    SINGLE = 2
    DISAGREED = 3
    JUMPED = 4
    WAITING = 5
    TOO_WIDE = 6


class Fault(IntEnum):
    """`FeedFault`, of those that the feeds of this suite can have."""

    NONE = 0
    ABSENT = 1
    NOT_POSITIVE = 4
    OF_THE_FUTURE = 5
    STALE = 7


@dataclass(frozen=True)
class Feed:
    """What a feed answers: in its own decimals, and when."""

    answer: int
    updated_at: int
    decimals: int = PLACES


@dataclass(frozen=True)
class FeedTerms:
    """What an asset's feeds are held to; ages and window in minutes."""

    ages: tuple[int, int]
    band_bps: int
    agreement_bps: int
    max_move_bps: int
    window: int
    single: bool = False
    signed: bool = False
    rate_pips: int = 0


@dataclass(frozen=True)
class Track:
    """The time-weighted price, when it was moved, and whether a jump waits to be seen again."""

    average: int = 0
    refreshed_at: int = 0
    jumped: bool = False


@dataclass(frozen=True)
class Judged:
    """What a refresh comes to; prices and time alone where one is accepted."""

    outcome: Outcome
    low: int = 0
    high: int = 0
    until: int = 0
    faults: tuple[Fault, Fault] = (Fault.NONE, Fault.NONE)


def kept(price: int) -> int:
    """The number that is left of a time-weighted price."""
    cut = max(price.bit_length() - MANTISSA, 0)
    return price >> cut << cut


class Prices(Trading):
    """See the module's documentation."""

    def __init__(self, now: int) -> None:
        super().__init__(now)
        self.feeds: dict[int, tuple[Feed, Feed | None]] = {}
        self.feed_terms: dict[int, FeedTerms] = {}
        self.tracks: dict[int, Track] = {}
        self.signed_band_bps = 0
        self.signed_spacing = 0
        self.signed_max_age = 0
        self.signed_at = 0
        self.pricers: dict[str, bool] = {}
        self.uptime = (True, 1)
        self.sequenced = False
        self.sequencer_grace = 0
        self.most_outage = 0

    # ------------------------------------------------------------------ feeds

    def fault(self, feed: Feed | None, age: int) -> Fault:
        """Why a feed's answer does not count."""
        if feed is None:
            return Fault.ABSENT
        if feed.answer <= 0:
            return Fault.NOT_POSITIVE
        if feed.updated_at > self.now:
            return Fault.OF_THE_FUTURE
        return Fault.STALE if self.now > feed.updated_at + age * MINUTE else Fault.NONE

    def judge(self, asset: int) -> Judged:
        """What a refresh of an asset would come to."""
        terms, track, listed = self.feed_terms[asset], self.tracks[asset], self.assets[asset]
        feeds = self.feeds[asset]
        faults = (self.fault(feeds[0], terms.ages[0]), self.fault(feeds[1], terms.ages[1]))
        usable = [
            (feed, age)
            for feed, age, fault in zip(feeds, terms.ages, faults, strict=True)
            if fault is Fault.NONE and feed is not None
        ]
        outcome = Outcome.ACCEPTED if len(usable) == 2 else Outcome.SINGLE
        if not usable or (len(usable) == 1 and not terms.single):
            return Judged(Outcome.UNUSABLE, faults=faults)
        low = min(down(f.answer * 10**PLACES, 10**f.decimals) for f, _ in usable)
        high = max(up(f.answer * 10**PLACES, 10**f.decimals) for f, _ in usable)
        until = min(feed.updated_at + age * MINUTE for feed, age in usable)
        if (high - low) * BPS > low * terms.agreement_bps:
            return Judged(Outcome.DISAGREED, faults=faults)
        moved = listed.low and (
            low * BPS < listed.low * (BPS - terms.max_move_bps)
            or high * BPS > listed.high * (BPS + terms.max_move_bps)
        )
        waited = self.now - track.refreshed_at
        if moved and (not track.jumped or waited > MOST_WAIT):
            return Judged(Outcome.JUMPED, faults=faults)
        if moved and waited < LEAST_WAIT:
            return Judged(Outcome.WAITING, faults=faults)
        return Judged(outcome, low, high, until, faults)

    def averaged(self, asset: int) -> int:
        """The time-weighted price moved towards the price that stood."""
        track, listed = self.tracks[asset], self.assets[asset]
        window = self.feed_terms[asset].window * MINUTE
        elapsed = self.now - track.refreshed_at
        middle = (listed.low + listed.high) // 2
        return down(track.average * window + middle * elapsed, window + elapsed)

    def carried(self, asset: int) -> Listed:
        """The asset with its carry brought up to now: price times rate times time."""
        listed, rate = self.assets[asset], self.feed_terms[asset].rate_pips
        elapsed = self.now - self.tracks[asset].refreshed_at
        # Eight decimals of price times millionths are the carry's fourteen; towards zero.
        grown = (listed.low + listed.high) * elapsed * abs(rate) // (2 * YEAR)
        return replace(listed, carry=listed.carry + (grown if rate > 0 else -grown))

    def doubted(self, listed: Listed) -> Listed:
        """The price that stood, aged to just beyond its oldest age."""
        if listed.is_stale(self.now):
            return listed
        return replace(listed, time=self.now - listed.max_age - 1)

    def bounded(self, asset: int, judged: Judged, average: int) -> tuple[int, int]:
        """Assets count for no more than the band's upper end, liabilities for no less."""
        band = self.feed_terms[asset].band_bps
        if not self.assets[asset].low:
            return judged.low, judged.high
        upper, lower = down(average * (BPS + band), BPS), up(average * (BPS - band), BPS)
        return min(judged.low, upper), max(judged.high, lower)

    def previewed(self, asset: int) -> tuple[Judged, Listed, Track]:
        """What a refresh comes to, and the asset and its track after it."""
        judged, listed, track = self.judge(asset), self.assets[asset], self.tracks[asset]
        if listed.ramp and self.now >= listed.ramp.ends:
            listed = replace(listed, haircut_bps=listed.ramp.to_bps)
        if judged.outcome in (Outcome.ACCEPTED, Outcome.SINGLE):
            first = not listed.low
            average = (judged.low + judged.high) // 2 if first else self.averaged(asset)
            low, high = self.bounded(asset, judged, average)
            carry = listed.carry if first else self.carried(asset).carry
            listed = replace(
                listed,
                low=low,
                spread_bps=min(up((high - low) * BPS, low), MOST_SPREAD_BPS),
                time=min(judged.until, self.now + listed.max_age) - listed.max_age,
                carry=carry,
                one_feed=judged.outcome is Outcome.SINGLE,
            )
            track = Track(kept(average), self.now)
            if listed.high < judged.high:
                # One word cannot tell both sides of it.
                judged = replace(judged, outcome=Outcome.TOO_WIDE)
                listed = self.doubted(listed)
        elif judged.outcome is Outcome.JUMPED:
            track = Track(kept(self.averaged(asset)), self.now, jumped=True)
            listed = self.doubted(replace(listed, carry=self.carried(asset).carry))
        elif judged.outcome is Outcome.DISAGREED:
            listed = self.doubted(listed)
        return judged, listed, track

    def refresh_prices(self, assets: Sequence[int]) -> Answer:
        """`refreshPrices`."""

        def change(causes: Causes) -> list[Outcome]:
            self.need_active(PRICING, causes)
            outcomes: list[Outcome] = []
            for asset in assets:
                if causes.when(asset not in self.feed_terms, "FeedsMissing"):
                    break
                judged, self.assets[asset], self.tracks[asset] = self.previewed(asset)
                outcomes.append(judged.outcome)
            return outcomes

        return self.answer(change)

    # ------------------------------------------------------------------ signed batches

    def post_prices(
        self, signer: str, observed_at: int, prices: Sequence[tuple[int, int, int]], *, signed: bool
    ) -> Answer:
        """`postPrices`, with asset, low price and spread of each; says which did not count."""

        def change(causes: Causes) -> int:
            self.need_active(PRICING, causes)
            causes.when(not 0 < len(prices) <= MOST_SIGNED, "PricesMalformed")
            causes.when(not self.pricers.get(signer), "LocalRoleMissing")
            causes.when(not self.signed_max_age, "SignedPricesOff")
            due = observed_at >= self.signed_at + self.signed_spacing
            due &= self.now - self.signed_max_age <= observed_at <= self.now
            causes.when(not due, "PricesNotDue")
            causes.when(not signed, "PricesNotSigned")
            if causes.found:
                return 0
            self.signed_at = observed_at
            refused = 0
            for place, (asset, low, spread) in enumerate(prices):
                found = self.posted(asset, low, spread, observed_at)
                if found is None:
                    refused |= 1 << place
                else:
                    self.assets[asset] = found
            return refused

        return self.answer(change)

    def posted(self, asset: int, low: int, spread: int, observed_at: int) -> Listed | None:
        """The asset with a signed price, where that counts."""
        listed, terms = self.assets.get(asset), self.feed_terms.get(asset)
        if listed is None or terms is None or not terms.signed:
            return None
        if observed_at <= listed.time or listed.is_stale(self.now):
            return None
        band = self.signed_band_bps
        below = low * BPS < listed.low * (BPS - band)
        if below or low * (BPS + spread) > listed.high * (BPS + band):
            return None
        if spread > MOST_SPREAD_BPS:
            return None
        return replace(listed, low=low, spread_bps=spread, time=observed_at)

    # ------------------------------------------------------------------ the sequencer

    def sequencer_down(self) -> bool:
        """No new risk while it is down and until its grace has passed."""
        up_now, since = self.uptime
        return self.sequenced and (not up_now or self.now - since < self.sequencer_grace)
