"""A token's rules and limits: what is set, this chain's share, and what runs on which path."""

from dataclasses import dataclass, field
from enum import IntEnum

SENDER_NOT_VERIFIED = 15
SPENDER, ALLOWED, RESTRICTED, APPROVAL, TICKET = 18, 19, 20, 21, 22
SUPPLY_CAP, MAX_BALANCE, MIN_BALANCE, MAX_SHARE = 23, 24, 25, 26
HOLDERS, COUNTRY_HOLDERS, CLASS_HOLDERS, HOURS, WINDOW = 27, 28, 29, 30, 31
RULES = (SENDER_NOT_VERIFIED, *range(SPENDER, WINDOW + 1))


class Path(IntEnum):
    """Why tokens move, `IComplianceEngine.Path`."""

    TRANSFER = 0
    MINT = 1
    BURN = 2
    FORCED = 3
    RECOVERY = 4
    ARRIVAL = 5
    DEPARTURE = 6


_OF_RECIPIENT = {ALLOWED, RESTRICTED, SUPPLY_CAP, MAX_BALANCE, MIN_BALANCE, MAX_SHARE}
_OF_HOLDERS = {HOLDERS, COUNTRY_HOLDERS, CLASS_HOLDERS}

ON_PATH = {
    Path.TRANSFER: frozenset(RULES) - {SUPPLY_CAP, SENDER_NOT_VERIFIED},
    Path.MINT: frozenset(_OF_RECIPIENT | _OF_HOLDERS | {TICKET}),
    Path.BURN: frozenset[int](),
    Path.FORCED: frozenset[int](),
    Path.RECOVERY: frozenset[int](),
    Path.ARRIVAL: frozenset(_OF_RECIPIENT | _OF_HOLDERS),
    Path.DEPARTURE: frozenset({SPENDER, APPROVAL, TICKET, MIN_BALANCE, HOURS, WINDOW}),
}
"""General rules on each path, as `IComplianceEngine` tells them."""
BETWEEN_OWN_WALLETS = frozenset({SPENDER, ALLOWED, RESTRICTED, HOURS})
"""Of a transfer, what is asked when nothing changes hands."""

WITHOUT_RECIPIENT = frozenset({Path.BURN, Path.DEPARTURE})
WITHOUT_SENDER = frozenset({Path.MINT, Path.ARRIVAL})


class Limit(IntEnum):
    """Limits that are divided between chains, `IRuleConfiguration.Limit`."""

    SUPPLY = 0
    HOLDERS = 1
    COUNTRY_HOLDERS = 2
    CLASS_HOLDERS = 3
    MAX_BALANCE = 4
    WINDOW_VOLUME = 5


Key = tuple[Limit, int | str]
"""A limit and its key: a country, a class, or the identity that has an allotment of its own."""


@dataclass(frozen=True)
class Hours:
    """When tokens may be dealt in, seconds of the local day; a closed period has no place here."""

    opens: int = 0
    closes: int = 86_400
    offset: int = 0
    weekdays: int = 0x7F

    def closed(self, now: int) -> bool:
        """Whether trading rests at a moment."""
        local = now + self.offset
        weekday = (local // 86_400 + 3) % 7
        return not self.weekdays >> weekday & 1 or not self.opens <= local % 86_400 < self.closes


@dataclass(frozen=True)
class Settings:
    """What `configureRules` sets: rules by code, and their parameters over all chains.

    Attributes:
        limits: global value of each limit that is set.
        shares: this chain's allotment of each limit, where it is to change.
    """

    rules: frozenset[int] = frozenset()
    allowed: frozenset[int] = frozenset()
    restricted: frozenset[int] = frozenset()
    ticket: int = 0
    min_balance: int = 0
    share_pips: int = 0
    window_length: int = 0
    hours: Hours = Hours()
    limits: dict[Key, int] = field(default_factory=dict)
    shares: dict[Key, int] = field(default_factory=dict)


@dataclass
class Limits:
    """Global values and allotments; caps of countries and classes are there only where set."""

    values: dict[Key, int] = field(default_factory=dict)
    allotments: dict[Key, int] = field(default_factory=dict)

    def global_value(self, limit: Limit, key: int | str = 0) -> int:
        """Over all chains; an investor's own allotment has everybody's global value."""
        if limit is Limit.MAX_BALANCE:
            key = 0
        return self.values.get((limit, key), 0)

    def allotment(self, limit: Limit, key: int | str = 0) -> int:
        """On this chain; everybody's where an investor has none of its own."""
        if limit is Limit.MAX_BALANCE and (limit, key) not in self.allotments:
            key = 0
        return self.allotments.get((limit, key), 0)

    def most_of(self, identity: str) -> int:
        """Largest position of one investor on this chain."""
        own = self.allotments.get((Limit.MAX_BALANCE, identity))
        if own is None:
            return self.allotment(Limit.MAX_BALANCE)
        return min(own, self.global_value(Limit.MAX_BALANCE))

    def write(self, limits: dict[Key, int], shares: dict[Key, int]) -> None:
        """Set global values, cut allotments down to them, and set allotments."""
        for key, value in limits.items():
            self.values[key] = value
            self.allotments[key] = min(self.allotments.get(key, 0), value)
        self.allotments.update(shares)

    def differences(self, limits: dict[Key, int], shares: dict[Key, int]) -> dict[Key, int]:
        """By how much each allotment has to move to become what `shares` says."""
        return {
            key: share - min(self.allotment(*key), limits.get(key, self.global_value(*key)))
            for key, share in shares.items()
        }
