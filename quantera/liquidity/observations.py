"""The price oracle: cumulative tick and seconds per liquidity, in a ring that grows on request.

Source: "Uniswap v3 Core" (2021), section 5, and the published Oracle library. Times are 32-bit and
wrap, and so do the sums.
"""

from typing import NamedTuple

from quantera.liquidity.refusal import PoolRefusal, Reason, require
from quantera.liquidity.words import quotient_toward_zero, wrapped, wrapped_signed


class Observation(NamedTuple):
    """One entry of the ring.

    Attributes:
        timestamp: seconds, 32 bits.
        tick_cumulative: tick times seconds, signed 56 bits.
        seconds_per_liquidity: seconds over liquidity in 32.128 fixed point.
        initialized: whether it was ever written; grown entries are not yet.
    """

    timestamp: int = 0
    tick_cumulative: int = 0
    seconds_per_liquidity: int = 0
    initialized: bool = False

    def carried(self, timestamp: int, tick: int, liquidity: int) -> "Observation":
        """This entry carried forward to `timestamp` at a constant tick and liquidity."""
        elapsed = wrapped(timestamp - self.timestamp, 32)
        return Observation(
            timestamp,
            wrapped_signed(self.tick_cumulative + tick * elapsed, 56),
            wrapped(self.seconds_per_liquidity + (elapsed << 128) // max(liquidity, 1), 160),
            True,
        )


class Oracle:
    """The ring of observations.

    Attributes:
        entries: the ring's slots that were ever touched, by index.
        index: slot of the newest entry.
        cardinality: slots in use.
        cardinality_next: slots asked for.
    """

    def __init__(self) -> None:
        self.entries: list[Observation] = []
        self.index = 0
        self.cardinality = 0
        self.cardinality_next = 0

    def initialize(self, time: int) -> None:
        """Write the first entry."""
        self.entries = [Observation(wrapped(time, 32), initialized=True)]
        self.cardinality = self.cardinality_next = 1

    def grow(self, size: int) -> None:
        """Ask for `size` slots; fewer than there are changes nothing.

        Raises:
            PoolRefusal: the pool has no price yet.
        """
        require(self.cardinality_next > 0, Reason.ORACLE_EMPTY)
        while self.cardinality_next < size:
            self.entries.append(Observation(timestamp=1))
            self.cardinality_next += 1

    def write(self, time: int, tick: int, liquidity: int) -> None:
        """Write an entry, once per timestamp, with the tick and liquidity that held until now."""
        time = wrapped(time, 32)
        last = self.entries[self.index]
        if last.timestamp == time:
            return
        if self.cardinality_next > self.cardinality and self.index == self.cardinality - 1:
            self.cardinality = self.cardinality_next
        self.index = (self.index + 1) % self.cardinality
        self.entries[self.index] = last.carried(time, tick, liquidity)

    def observe(self, time: int, ago: int, tick: int, liquidity: int) -> tuple[int, int]:
        """Tick times seconds and seconds per liquidity, as of `ago` seconds before `time`.

        Raises:
            PoolRefusal: there is no price yet, or the ring does not reach that far back.
        """
        require(self.cardinality > 0, Reason.ORACLE_EMPTY)
        time = wrapped(time, 32)
        last = self.entries[self.index]
        if ago == 0:
            if last.timestamp != time:
                last = last.carried(time, tick, liquidity)
            return last.tick_cumulative, last.seconds_per_liquidity
        target = wrapped(time - ago, 32)
        before, after = self._around(time, target, tick, liquidity)
        if target == before.timestamp:
            return before.tick_cumulative, before.seconds_per_liquidity
        if target == after.timestamp:
            return after.tick_cumulative, after.seconds_per_liquidity
        span = wrapped(after.timestamp - before.timestamp, 32)
        part = wrapped(target - before.timestamp, 32)
        ticks = wrapped_signed(after.tick_cumulative - before.tick_cumulative, 56)
        per_liquidity = wrapped(after.seconds_per_liquidity - before.seconds_per_liquidity, 160)
        return (
            wrapped_signed(before.tick_cumulative + quotient_toward_zero(ticks, span) * part, 56),
            wrapped(before.seconds_per_liquidity + per_liquidity * part // span, 160),
        )

    def _around(
        self, time: int, target: int, tick: int, liquidity: int
    ) -> tuple[Observation, Observation]:
        newest = self.entries[self.index]
        if _at_or_before(time, newest.timestamp, target):
            return newest, newest.carried(target, tick, liquidity)
        oldest_at = (self.index + 1) % self.cardinality
        if not self.entries[oldest_at].initialized:
            oldest_at = 0
        require(
            _at_or_before(time, self.entries[oldest_at].timestamp, target),
            Reason.OBSERVATION_TOO_OLD,
        )
        for offset in range(self.cardinality):
            after = self.entries[(oldest_at + offset + 1) % self.cardinality]
            before = self.entries[(oldest_at + offset) % self.cardinality]
            if _at_or_before(time, before.timestamp, target) and _at_or_before(
                time, target, after.timestamp
            ):
                return before, after
        raise PoolRefusal(Reason.OBSERVATION_TOO_OLD)


def _at_or_before(time: int, a: int, b: int) -> bool:
    """Whether `a` is at or before `b`, both at most 2 ** 32 seconds before `time`."""
    if a <= time and b <= time:
        return a <= b
    return a + (0 if a > time else 1 << 32) <= b + (0 if b > time else 1 << 32)
