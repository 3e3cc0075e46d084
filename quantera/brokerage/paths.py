"""Hourly price paths that contain the worst moves on record, the same for the same seed.

Between crashes a path wanders as a random walk that is drawn back to where it was; in a crash the
worst hour lies within the worst four and these within the worst day, each exactly as deep as
recorded (rounded to a value of 8 decimals) and nowhere else deeper.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from quantera.brokerage.defaults import HORIZONS, Listing
from quantera.brokerage.rounding import BPS

DAY_HOURS = 24
QUIET_HOURS = 15 * DAY_HOURS
PULL = 0.01
"""Share of the distance from its level that an ordinary hour takes back."""
CALM = 3.0
"""Ordinary hours move at most so many standard deviations."""


@dataclass(frozen=True)
class Path:
    """Prices of one asset, one an hour, value."""

    name: str
    seed: int
    prices: tuple[int, ...]

    def worst_bps(self, hours: int) -> int:
        """Greatest fall within so many hours, in basis points, rounded down."""
        falls = (
            (before - after) * BPS // before
            for before, after in zip(self.prices, self.prices[hours:], strict=False)
        )
        return max(falls)


def _normal(random: Random) -> float:
    # By Box and Muller from `random()` alone, whose sequence Python keeps between versions.
    distance = math.sqrt(-2 * math.log(1 - random.random()))
    return distance * math.cos(2 * math.pi * random.random())


def _crash(listing: Listing, random: Random) -> list[float]:
    """Factors of the hours of the worst day."""
    hour, four, day = (1 - fall / BPS for fall in listing.worst_bps)
    around_hour = (four / hour) ** (1 / 3)
    around_four = (day / four) ** (1 / (DAY_HOURS - 4))
    block = [around_hour] * 3
    block.insert(random.randrange(4), hour)
    at = random.randrange(DAY_HOURS - 3)
    return [around_four] * at + block + [around_four] * (DAY_HOURS - 4 - at)


def _quiet(listing: Listing, random: Random, hours: int) -> list[float]:
    sigma = listing.noise_bps / BPS
    factors, away = [], 0.0
    for _ in range(hours):
        step = max(-CALM, min(CALM, _normal(random))) * sigma - PULL * away
        away += step
        factors.append(math.exp(step))
    return factors


def _too_deep(listing: Listing, factors: Sequence[float], start: int) -> bool:
    """Whether the hours from `start` make a fall that is deeper than recorded."""
    for hours, worst in zip(HORIZONS, listing.worst_bps, strict=True):
        for end in range(max(start, hours), len(factors) + 1):
            if math.prod(factors[end - hours : end]) < (1 - worst / BPS) * (1 - 1e-12):
                return True
    return False


def _appended(listing: Listing, random: Random, before: list[float], crash: bool) -> list[float]:
    while True:
        quiet = _quiet(listing, random, QUIET_HOURS)
        if crash:
            # A day that only rises, so that no fall before the crash adds to it.
            quiet += [math.exp(listing.noise_bps / BPS / 4)] * (DAY_HOURS - 1)
            quiet += _crash(listing, random)
            quiet += [math.exp(listing.noise_bps / BPS / 4)] * (DAY_HOURS - 1)
        found = before + quiet
        if not _too_deep(listing, found, len(before)):
            return found


def path(listing: Listing, seed: int, crashes: int = 3) -> Path:
    """A path with so many crashes, half a month of ordinary hours around each of them."""
    random = Random(f"{listing.name} {seed}")
    factors: list[float] = []
    for _ in range(crashes):
        factors = _appended(listing, random, factors, crash=True)
    factors = _appended(listing, random, factors, crash=False)
    prices, level = [listing.price], 1.0
    for factor in factors:
        level *= factor
        prices.append(max(round(listing.price * level), 1))
    return Path(listing.name, seed, tuple(prices))


def mirrored(found: Path) -> Path:
    """The same hours the other way: where the path falls by a share, this one rises by it."""
    level = float(found.prices[0])
    prices = [found.prices[0]]
    for before, after in zip(found.prices, found.prices[1:], strict=False):
        level *= 2 - after / before
        prices.append(round(level))
    return Path(found.name, found.seed, tuple(prices))
