"""Recorded and synthetic price paths, for measuring fee policies."""

import csv
import math
import random
from collections.abc import Sequence
from typing import NamedTuple

from quantera.liquidity.events import DATA, recorded

MINUTES = DATA / "polygon-usdc-weth-minutes.csv"
CHOSEN_ON = ("2023-08-13", "2023-08-15", "2023-08-17", "2024-02-15", "2025-07-01")
"""Days on which the constants of the dynamic fee were chosen."""
HELD_BACK = ("2023-08-14", "2023-08-16", "2024-02-16", "2025-07-02")
"""Days of the same source that were looked at only afterwards."""
TICK = math.log(1.0001)


class Point(NamedTuple):
    """A block: seconds since its path began, and the price elsewhere in ticks."""

    time: int
    tick: float


Path = Sequence[Point]


def minutes(day: str) -> list[Point]:
    """The closes of a recorded day, a block a minute.

    Raises:
        KeyError: the day is not recorded.
    """
    with MINUTES.open() as file:
        for row in csv.DictReader(file):
            if row["day"] == day:
                closes = row["close ticks"].split()
                return [Point(60 * at, float(tick)) for at, tick in enumerate(closes)]
    raise KeyError(day)


def blocks(fee_tier: str = "0005") -> list[Point]:
    """Closing price of each block with a swap on 2024-01-05, at its own time.

    Args:
        fee_tier: `0005` or `0030`.

    Raises:
        KeyError: that tier is not recorded.
    """
    closes = {
        event.time: 2 * math.log(event.sqrt_price / 2**96) / TICK
        for event in recorded(fee_tier)
        if event.kind == "SWAP"
    }
    return [Point(*each) for each in closes.items()]


def synthetic(seed: int, *, days: int = 3, volatility: float = 0.03, jumps: float = 0.0) -> Path:
    """A path of one block a minute whose volatility wanders, with jumps of 40 basis points.

    Args:
        seed: of the path.
        days: its length.
        volatility: per square root of a day, as a fraction, where it wanders about.
        jumps: chance of one in a minute.
    """
    draw = random.Random(seed)
    excess, tick, path = 0.0, 200_000.0, []
    keep = math.exp(-60 / 7200)
    for at in range(days * 1440):
        excess = excess * keep + draw.gauss(0, 0.5) * math.sqrt(1 - keep * keep)
        move = draw.gauss(0, 1) * volatility * math.sqrt(60 / 86_400) * math.exp(excess)
        if draw.random() < jumps:
            move += draw.gauss(0, 0.004)
        tick += move / TICK
        path.append(Point(60 * at, tick))
    return path
