"""Recorded prices of ether in dollars, from the pool that they were recorded in.

A minute bar of USDC/WETH on Polygon; source and licence are in `quantera/data/liquidity`.
"""

from dataclasses import dataclass

from quantera.liquidity.paths import minutes

DAY = "2023-08-17"
_UNITS = 10**12
"""Units of a dollar and of ether differ by so much."""
_TICK = 1.0001
VALUE = 10**8


@dataclass(frozen=True)
class Price:
    """A recorded close.

    Attributes:
        minute: of the day, UTC.
        value: dollars for an ether, 8 decimals.
    """

    minute: int
    value: int

    @property
    def dollars(self) -> float:
        """The same in dollars, to show it."""
        return self.value / VALUE

    @property
    def clock(self) -> str:
        """The time of day."""
        return f"{self.minute // 60:02d}:{self.minute % 60:02d}"


def recorded(first: int, last: int, every: int = 1, day: str = DAY) -> list[Price]:
    """Closes of some minutes of a day, both ends included.

    Args:
        first: minute of the day.
        last: minute of the day.
        every: so many minutes.
        day: as it is recorded.

    Raises:
        KeyError: the day is not recorded.
    """
    path = minutes(day)
    return [
        Price(at, round(VALUE * _UNITS / _TICK ** path[at].tick))
        for at in range(first, last + 1, every)
    ]
