"""A recorded day of a real pool, and whether the twin's arithmetic gives the same numbers."""

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from quantera.liquidity.pool import Pool
from quantera.liquidity.refusal import PoolRefusal
from quantera.liquidity.ticks import MAX_SQRT_PRICE, MIN_SQRT_PRICE
from quantera.toolchain.workspace import ROOT

DATA = ROOT / "quantera" / "data" / "liquidity"
TIERS = {"0005": (500, 10), "0030": (3000, 60)}
"""Fee in millionths and tick spacing of the recorded pools."""


class PoolEvent(NamedTuple):
    """One event of the pool.

    Attributes:
        block: its number.
        time: seconds of the day.
        kind: `SWAP`, `MINT`, `BURN` or `COLLECT`.
        amount0: token 0 in units; for a swap, positive is what the pool received.
        amount1: the same of token 1.
        liquidity: in range after it.
        sqrt_price: after it, 64.96 fixed point.
        tick: after it.
    """

    block: int
    time: int
    kind: str
    amount0: int
    amount1: int
    liquidity: int
    sqrt_price: int
    tick: int


def recorded(tier: str) -> Iterator[PoolEvent]:
    """Events of 2024-01-05 in the pool of a fee tier, in order.

    Raises:
        KeyError: that tier is not recorded.
    """
    if tier not in TIERS:
        raise KeyError(tier)
    with gzip.open(DATA / f"ethereum-usdc-weth-{tier}-2024-01-05.csv.gz", "rt") as text:
        for row in csv.DictReader(text):
            yield PoolEvent(
                int(row["block"]),
                int(row["time"]),
                row["kind"],
                int(row["amount0"]),
                int(row["amount1"]),
                int(row["liquidity"]),
                int(row["sqrt_price"]),
                int(row["tick"]),
            )


def replayed(tier: str) -> Counter[str]:
    """Replay each swap from the state that the record tells, and count the outcomes.

    A swap that begins and ends at the same liquidity is worked out by the twin from the price
    before it: `equal` if input, output, price and tick are the record's to the unit, else
    `different`. Where liquidity changed, the record does not tell at which tick: `crossing`.
    A swap can also leave a range and another begin with the same sum; it counts as different.
    """
    fee, spacing = TIERS[tier]
    counts: Counter[str] = Counter()
    before: PoolEvent | None = None
    for event in recorded(tier):
        if event.kind == "SWAP" and before is not None:
            if event.liquidity != before.liquidity:
                counts["crossing"] += 1
            else:
                counts["equal" if _agrees(before, event, fee, spacing) else "different"] += 1
        before = event
    return counts


def _agrees(before: PoolEvent, event: PoolEvent, fee: int, spacing: int) -> bool:
    pool = Pool(fee, spacing)
    pool.initialize(before.sqrt_price, before.time)
    pool.tick, pool.liquidity = before.tick, before.liquidity
    zero_for_one = event.amount0 > 0
    limit = MIN_SQRT_PRICE + 1 if zero_for_one else MAX_SQRT_PRICE - 1
    entered, left = sorted((event.amount0, event.amount1), reverse=True)
    # The record does not tell which amount was asked for, or that the price was.
    for amount, stop in ((entered, limit), (left, limit), (entered, event.sqrt_price)):
        try:
            trade = pool.quote(zero_for_one=zero_for_one, amount=amount, limit=stop)
        except PoolRefusal:
            continue
        found = (trade.amount0, trade.amount1, trade.sqrt_price, trade.tick)
        if found == (event.amount0, event.amount1, event.sqrt_price, event.tick):
            return True
    return False
