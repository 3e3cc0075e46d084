"""Operations on a pool, as data, and what an implementation under test must offer."""

from dataclasses import dataclass
from typing import Protocol

Key = tuple[str, int, int]
"""Owner's name, lower tick, upper tick."""


@dataclass(frozen=True)
class Initialize:
    sqrt_price: int


@dataclass(frozen=True)
class Mint:
    key: Key
    amount: int


@dataclass(frozen=True)
class Burn:
    key: Key
    amount: int


@dataclass(frozen=True)
class Collect:
    key: Key
    most0: int
    most1: int


@dataclass(frozen=True)
class Swap:
    zero_for_one: bool
    amount: int
    limit: int


@dataclass(frozen=True)
class SetProtocolShares:
    share0: int
    share1: int


@dataclass(frozen=True)
class CollectProtocol:
    most0: int
    most1: int


@dataclass(frozen=True)
class Grow:
    size: int


@dataclass(frozen=True)
class Observe:
    agos: tuple[int, ...]


@dataclass(frozen=True)
class Wait:
    seconds: int


Operation = (
    Initialize
    | Mint
    | Burn
    | Collect
    | Swap
    | SetProtocolShares
    | CollectProtocol
    | Grow
    | Observe
    | Wait
)

Outcome = tuple[int, ...] | None
"""The numbers that an operation returned; none where it was refused."""


@dataclass(frozen=True)
class Layout:
    """What is compared: ticks, positions and words of the bitmap that a trace can touch."""

    ticks: tuple[int, ...]
    positions: tuple[Key, ...]
    words: tuple[int, ...]
    observations: int


Words = dict[str, int]
"""The whole state, each number by name."""


class PoolUnderTest(Protocol):
    """A pool of one fee and spacing, empty and without a price at first."""

    def apply(self, operation: Operation) -> Outcome:
        """Do an operation; refusals are none."""
        ...

    def state(self, layout: Layout) -> Words:
        """Everything that the pool remembers."""
        ...
