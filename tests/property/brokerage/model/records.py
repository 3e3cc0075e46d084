"""What the brokerage remembers, as records that never change and are replaced."""

from dataclasses import dataclass, field

from tests.property.brokerage.model.numbers import BPS, INDEX, up

Account = tuple[str, int]
"""An institution's name and the number of its sub-account."""
CLEARING: Account = ("", 1)
FAR = 2**40 - 1


@dataclass(frozen=True)
class Ramp:
    """A haircut on its way, basis points and seconds."""

    begun: int
    ends: int
    from_bps: int
    to_bps: int

    def at(self, now: int) -> int:
        """The haircut of that second: linear, rounded up."""
        if now >= self.ends:
            return self.to_bps
        if now <= self.begun:
            return self.from_bps
        span = self.ends - self.begun
        way = self.from_bps * (self.ends - now) + self.to_bps * (now - self.begun)
        return up(way, span)


@dataclass(frozen=True)
class Listed:
    """An asset: its price, what it counts for and how much of it may be held.

    Attributes:
        low: price of assets, value of a whole token; 0 before the first.
        spread_bps: of the price of liabilities above it.
        time: from which the oldest age counts.
        carry: what a long paid for a whole token since the beginning, 14 decimals.
    """

    decimals: int
    collateral: bool = False
    tradable: bool = False
    settlement: bool = False
    active: bool = True
    low: int = 0
    spread_bps: int = 0
    time: int = 0
    max_age: int = 0
    haircut_bps: int = 0
    exposure_bps: int = 0
    carry: int = 0
    ramp: Ramp | None = None
    one_feed: bool = False

    @property
    def high(self) -> int:
        """Price of liabilities, rounded up."""
        return self.low + up(self.low * self.spread_bps, BPS)

    @property
    def one(self) -> int:
        """Units of a whole token."""
        return int(10**self.decimals)

    def haircut(self, now: int) -> int:
        """What counts of it for less, basis points."""
        return self.haircut_bps if self.ramp is None else self.ramp.at(now)

    def is_stale(self, now: int) -> bool:
        """Whether new risk may not rest on its price."""
        return now > self.time + self.max_age


@dataclass(frozen=True)
class Position:
    """A signed size, and what it cost at average less carry, value."""

    size: int = 0
    entry: int = 0


@dataclass(frozen=True)
class Pool:
    """A settlement asset's pool.

    Attributes:
        index: units of debt per share as of `time`, 18 decimals.
        debt_shares: of all borrowers.
        liquidity: units at hand.
        lender_shares: of all lenders.
        reserves: units of interest that are reserved.
        book_units: what the pool owes to the trading book.
        settled: what it was worth when interest was last taken up.
        fees: units that were charged and not yet paid out.
    """

    index: int = INDEX
    time: int = 0
    rate_pips: int = 0
    reserve_bps: int = 0
    debt_shares: int = 0
    liquidity: int = 0
    lender_shares: int = 0
    reserves: int = 0
    book_units: int = 0
    settled: int = 0
    fees: int = 0


@dataclass(frozen=True)
class Line:
    """An institution's credit.

    Attributes:
        limit: most that its accounts may expose together, value.
        ends: last day of the facility, counted since 1970.
        review: day of the review.
    """

    limit: int
    group: int = 0
    ends: int = 65_535
    review: int = 65_535
    locked_down: bool = False


@dataclass(frozen=True)
class Grant:
    """An operator's rights in one sub-account."""

    rights: int
    expiry: int


@dataclass(frozen=True)
class Found:
    """What an account is worth and owes, values.

    Attributes:
        gross: collateral at the low price.
        adjusted: the same less haircuts and the add-on, plus cash.
        power: the same of active assets alone: what new risk may rest on.
        gain: unrealised gains.
        debt: debts at the high price.
        loss: unrealised losses.
        potential: potential exposure of the positions.
        stale: assets whose price is too old.
    """

    gross: int = 0
    adjusted: int = 0
    power: int = 0
    gain: int = 0
    debt: int = 0
    loss: int = 0
    potential: int = 0
    stale: frozenset[int] = field(default_factory=frozenset[int])

    @property
    def exposure(self) -> int:
        """`currentExposure`."""
        return self.debt + self.loss + self.potential


Caps = tuple[int, int, int]
"""Units of all accounts, of an institution's, and of positions of one side."""


@dataclass(frozen=True)
class Listing:
    """What an asset is listed with."""

    decimals: int
    uses: tuple[bool, bool, bool]
    issuer: int
    kind: int
    age_minutes: int
    haircut_bps: int
    exposure_bps: int
    caps: Caps
