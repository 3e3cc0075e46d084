"""What a fee should be: an independent model in exact rational numbers, the oracle of the tests.

Written from `docs/fees.md`, not from the contract: slices are found by intersecting intervals, and
nothing is rounded but where the text says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any

MILLION = 10**6
VALUE = 10**8
DAY = 86_400
PERIOD = 30 * DAY
MAX_FEE = Fraction(5, 100)
NONE, FLOOR, CAP, MAXIMUM = range(4)
ENDLESS = 2**400


@dataclass(frozen=True)
class Deal:
    """What is priced; `price` zero for an asset without one."""

    amount: int
    price: int = VALUE
    decimals: int = 18
    urgency: int = 0
    complexity: int = 0
    volume: int = 0
    least_tier: int = 0
    waiver: Fraction = Fraction(0)
    congestion: int = 0
    time: int = 0

    @property
    def units_per_value(self) -> Fraction:
        return Fraction(10**self.decimals, self.price)

    @property
    def value(self) -> int:
        return floor(Fraction(self.amount * self.price, 10**self.decimals)) if self.price else 0


@dataclass(frozen=True)
class Fee:
    base: int
    discount: int
    congestion: int
    time: int
    urgency: int
    complexity: int
    top_up: int
    reduction: int
    waived: int
    total: int
    refundable: int
    tier: int
    limit: int


def tier_of(schedule: Mapping[str, Any], volume: int, least: int) -> int:
    reached = [
        number for number, units in enumerate(schedule["tierVolumes"], 1) if volume >= units * VALUE
    ]
    return max([least, *reached])


def _slices(schedule: Mapping[str, Any], deal: Deal) -> tuple[Fraction, Fraction]:
    """Base, and base less discount, in units and unrounded."""
    rates = [Fraction(pips, MILLION) for pips in schedule["bandRatePips"]]
    discounts = [Fraction(0), *(Fraction(bps, 10_000) for bps in schedule["tierDiscountBps"])]
    if not deal.price:
        tier = tier_of(schedule, deal.volume, deal.least_tier)
        return deal.amount * rates[0], deal.amount * rates[0] * (1 - discounts[tier])
    per = deal.units_per_value
    band_edges = [0, *(ceil(value * per) for value in schedule["bandValues"]), ENDLESS]
    tier_edges = [
        0,
        *(max(0, ceil((units * VALUE - deal.volume) * per)) for units in schedule["tierVolumes"]),
        ENDLESS,
    ]
    gross = net = Fraction(0)
    for band, rate in enumerate(rates):
        for tier in range(5):
            start = max(band_edges[band], tier_edges[tier])
            end = min(band_edges[band + 1], tier_edges[tier + 1], deal.amount)
            if end > start:
                part = (end - start) * rate
                gross += part
                net += part * (1 - discounts[max(tier, deal.least_tier)])
    return gross, net


def _limited(schedule: Mapping[str, Any], deal: Deal, subtotal: int) -> int:
    most = floor(deal.amount * MAX_FEE)
    if not deal.price:
        return min(subtotal, most)
    least = ceil(schedule["floorValue"] * deal.units_per_value)
    cap = ceil(schedule["capValue"] * deal.units_per_value)
    return int(min(max(subtotal, least), cap, most))


def price(schedule: Mapping[str, Any], deal: Deal) -> Fee:
    """The fee and its parts."""
    gross, net = _slices(schedule, deal)
    shares = [
        Fraction(0),
        Fraction(deal.congestion, MILLION),
        Fraction(deal.time, MILLION),
        Fraction(schedule["urgencyPips"][deal.urgency - 1] if deal.urgency else 0, MILLION),
    ]
    sums = [ceil(net * (1 + sum(shares[: count + 1]))) for count in range(4)]
    level = max(deal.complexity, schedule["minComplexity"])
    flat = 0
    if level and deal.price:
        wanted = ceil(schedule["complexityValues"][level - 1] * deal.units_per_value)
        flat = min(wanted, floor(deal.amount * MAX_FEE))

    def charged(subtotal: int) -> int:
        return ceil(_limited(schedule, deal, subtotal) * (1 - deal.waiver))

    subtotal = sums[3] + flat
    limited = _limited(schedule, deal, subtotal)
    total = charged(subtotal)
    limit = NONE
    if limited > subtotal:
        limit = FLOOR
    elif limited < subtotal:
        limit = MAXIMUM if limited == floor(deal.amount * MAX_FEE) else CAP
    return Fee(
        base=ceil(gross),
        discount=ceil(gross) - sums[0],
        congestion=sums[1] - sums[0],
        time=sums[2] - sums[1],
        urgency=sums[3] - sums[2],
        complexity=flat,
        top_up=max(0, limited - subtotal),
        reduction=max(0, subtotal - limited),
        waived=limited - total,
        total=total,
        refundable=total - charged(sums[2] + flat),
        tier=tier_of(schedule, deal.volume, deal.least_tier),
        limit=limit,
    )


def congestion_pips(schedule: Mapping[str, Any], base_fee: int, average: int, age: int = 0) -> int:
    """Congestion's share in millionths, rounded up."""
    if not average or base_fee <= average or age >= 2 * DAY:
        return 0
    ratio = ceil(Fraction(base_fee * MILLION, average))
    at_kink, most = (
        schedule["congestionKinkPremiumPips"],
        schedule["congestionMaxPremiumPips"],
    )
    kink, full = schedule["congestionKinkPips"], schedule["congestionFullPips"]
    if most == 0:
        return 0
    if ratio >= full:
        premium = most
    elif ratio <= kink:
        premium = ceil(Fraction(at_kink * (ratio - MILLION), kink - MILLION))
    else:
        premium = at_kink + ceil(Fraction((most - at_kink) * (ratio - kink), full - kink))
    return premium if age <= DAY else ceil(Fraction(premium * (2 * DAY - age), DAY))


def is_closed(schedule: Mapping[str, Any], day: date) -> bool:
    index = (day - date(1970, 1, 1)).days - schedule["holidaysFrom"]
    holidays = schedule["holidays"][0] | schedule["holidays"][1] << 256
    holiday = 0 <= index < 512 and bool(holidays >> index & 1)
    return holiday or bool(schedule["closedWeekdays"] >> day.weekday() & 1)


def time_pips(schedule: Mapping[str, Any], timestamp: int) -> int:
    """The hour's share in millionths, rounded up."""
    moment = datetime.fromtimestamp(timestamp, UTC)
    hour = moment.replace(minute=0, second=0)

    def percent(full_hour: datetime) -> int:
        table = "closedHours" if is_closed(schedule, full_hour.date()) else "openHours"
        return int(schedule[table][full_hour.hour])

    passed = Fraction((moment - hour).seconds, 3600)
    here, following = percent(hour), percent(hour + timedelta(hours=1))
    return ceil((here * (1 - passed) + following * passed) * 10_000)


@dataclass
class Volume:
    """An account's deals, and what of them counts."""

    deals: list[tuple[int, int]] = field(default_factory=list)

    def add(self, time: int, value: int) -> None:
        self.deals.append((time, value))

    def period(self, number: int) -> int:
        return sum(value for time, value in self.deals if time // PERIOD == number)

    def exact(self, time: int) -> Fraction:
        number, passed = divmod(time, PERIOD)
        left = Fraction(PERIOD - passed, PERIOD)
        return self.period(number) + self.period(number - 1) * left

    def at(self, time: int) -> int:
        return floor(self.exact(time))
