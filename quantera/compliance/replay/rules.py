"""One token's rules as the engine's logs tell them: settings, packs, allotments, approvals."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from quantera.compliance.replay.events import Event

_PACK_WORDS = 16


class Limit(IntEnum):
    """`IRuleConfiguration.Limit`."""

    SUPPLY = 0
    HOLDERS = 1
    COUNTRY_HOLDERS = 2
    CLASS_HOLDERS = 3
    MAX_BALANCE = 4
    WINDOW_VOLUME = 5
    PACK = 6


class Settings(NamedTuple):
    """`IRuleConfiguration.RuleSettings`, in its order."""

    rules: int = 0
    own_packs: int = 0
    recipient_packs: int = 0
    live: bool = False
    supply_cap: int = 0
    max_balance: int = 0
    min_balance: int = 0
    minimum_ticket: int = 0
    window_volume: int = 0
    window_length: int = 0
    holder_cap: int = 0
    max_share_pips: int = 0
    hours: tuple[int, ...] = (0,) * 6
    allowed: tuple[int, ...] = (0,) * 4
    restricted: tuple[int, ...] = (0,) * 4
    country_caps: tuple[tuple[int, bool, int], ...] = ()
    class_caps: tuple[tuple[int, bool, int], ...] = ()
    pack_limits: tuple[tuple[int, int], ...] = ()
    allotments: tuple[tuple[int, int, int], ...] = ()


class Cap(NamedTuple):
    """Whether a country or class has a cap, and its value over all chains."""

    limited: bool = False
    total: int = 0


@dataclass(slots=True)
class RuleState:
    """What the engine's views show of one token's rules.

    Attributes:
        caps: by limit (COUNTRY_HOLDERS, CLASS_HOLDERS) and key.
        pack_totals: global value by key of a pack's limit.
        allotments: this chain's part by limit and key, where it was ever changed.
        approvals: period by giver, taker and amount.
        packs: 16 words by jurisdiction.
        weekly_volume: the mean weekly volume posted last and the end of its weeks.
    """

    registered: bool = False
    version: int = 0
    settings: Settings = field(default_factory=Settings)
    caps: dict[tuple[Limit, int], Cap] = field(default_factory=lambda: defaultdict(Cap))
    pack_totals: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    allotments: dict[tuple[Limit, int], int] = field(default_factory=dict)
    approvals: dict[tuple[str, str, int], tuple[int, int]] = field(default_factory=dict)
    packs: dict[int, tuple[int, ...]] = field(default_factory=dict)
    weekly_volume: tuple[int, int] = (0, 0)

    def runs(self, code: int) -> bool:
        """Whether the rule of a code runs."""
        return bool(self.settings.rules >> code & 1)

    def total(self, limit: Limit, key: int) -> int:
        """Global value of a limit."""
        match limit:
            case Limit.SUPPLY:
                return self.settings.supply_cap
            case Limit.HOLDERS:
                return self.settings.holder_cap
            case Limit.MAX_BALANCE:
                return self.settings.max_balance
            case Limit.WINDOW_VOLUME:
                return self.settings.window_volume
            case Limit.PACK:
                return self.pack_totals[key]
        return self.caps[limit, key].total

    def allotted(self, limit: Limit, key: int) -> int:
        """This chain's part of a limit; an investor without one of its own has everybody's."""
        own = self.allotments.get((limit, key))
        if own is None and limit == Limit.MAX_BALANCE:
            own = self.allotments.get((limit, 0))
        return own or 0

    def pack_words(self, jurisdiction: int) -> tuple[int, ...]:
        """Parameters of one pack."""
        return self.packs.get(jurisdiction, (0,) * _PACK_WORDS)

    def take(self, event: Event) -> None:
        """Takes in one event of the engine about this token."""
        match event.name:
            case "TokenRegistered":
                self.registered = True
            case "RulesConfigured":
                self._configure(event["version"], Settings(*event["settings"]))
            case "PackConfigured":
                self.version = event["version"]
                words = tuple(event["words"])
                padded = (*words, *(0,) * (_PACK_WORDS - len(words)))
                self.packs[event["jurisdiction"]] = padded
            case "AllotmentChanged":
                self.allotments[Limit(event["limit"]), event["key"]] = event["allotment"]
            case "TransferApproved":
                period = event["validFrom"], event["validUntil"]
                self.approvals[event["from"], event["to"], event["amount"]] = period
            case "WeeklyVolumePosted":
                self.weekly_volume = event["units"], event["asOf"]
            case "ApprovalRevoked":
                self.approvals.pop((event["from"], event["to"], event["amount"]), None)

    def _configure(self, version: int, settings: Settings) -> None:
        self.version = version
        self.settings = settings
        for limit, caps in (
            (Limit.COUNTRY_HOLDERS, settings.country_caps),
            (Limit.CLASS_HOLDERS, settings.class_caps),
        ):
            for key, limited, total in caps:
                self.caps[limit, key] = Cap(limited, total if limited else 0)
        for key, total in settings.pack_limits:
            self.pack_totals[key] = total
