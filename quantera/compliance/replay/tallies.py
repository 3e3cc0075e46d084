"""What one token's packs have counted: persons and sums by limit, each on its day.

Logs tell who and how much; the day is the block's, and how far back a limit looks stands in the
pack's words (`PackConfigured`). Days are days since 1 January 1970, UTC.
"""

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import IntEnum

from quantera.compliance.catalogue import JURISDICTIONS, Jurisdiction
from quantera.compliance.moments import DAY
from quantera.compliance.replay.events import Event
from quantera.compliance.replay.rules import RuleState

_EPOCH = date(1970, 1, 1)
_BYTE, _TWO_BYTES = 0xFF, 0xFFFF


class Code(IntEnum):
    """Codes of the limits whose tallies have a window, or none (`ReasonCodes`)."""

    US_NON_ACCREDITED_CAP = 41
    US_AFFILIATE_VOLUME = 48
    EU_PERSONS_PER_STATE = 73
    EU_OFFER_VOLUME = 75
    EU_STATE_OFFER_VOLUME = 76
    UK_OFFER_VOLUME = 101
    UK_PERSONS = 102
    SG_PERSONS = 138
    SG_OFFER_VOLUME = 139
    JP_SMALL_NUMBER = 163


# Jurisdiction, word and place of the months of a limit's window.
_MONTHS: dict[int, tuple[Jurisdiction, int, int]] = {
    Code.US_AFFILIATE_VOLUME: ("US", 1, 208),
    Code.EU_OFFER_VOLUME: ("EU", 1, 144),
    Code.EU_STATE_OFFER_VOLUME: ("EU", 1, 144),
    Code.UK_OFFER_VOLUME: ("UK", 1, 144),
    Code.SG_PERSONS: ("SG", 1, 56),
    Code.SG_OFFER_VOLUME: ("SG", 1, 56),
    Code.JP_SMALL_NUMBER: ("JP", 0, 200),
}
_WINDOW_DAYS_SHIFT = 16


def code_of(key: int) -> int:
    """Code of a limit's key."""
    return key >> 16 & _BYTE


def expired_by_months(day: int, months: int) -> int:
    """Last day outside a window of calendar months that ends with `day`; 0 for no window.

    A day is inside until the same day `months` later, or that month's last day where it has none.
    """
    if not months:
        return 0
    today = datetime.fromtimestamp(day * DAY, UTC).date()
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    length = monthrange(year, month + 1)[1]
    whole = today.day > length or today.day == monthrange(today.year, today.month)[1]
    return (date(year, month + 1, length if whole else today.day) - _EPOCH).days


def expired(code: int, rules: RuleState, day: int) -> int:
    """Last day that has left a limit's window on a day; 0 where the limit has no window.

    Args:
        code: code of the limit.
        rules: the token's rules in force.
        day: the window's last day.
    """
    if code == Code.US_NON_ACCREDITED_CAP:
        word = rules.pack_words(JURISDICTIONS.index("US"))[1]
        return day - (word >> _WINDOW_DAYS_SHIFT & _TWO_BYTES)
    if code not in _MONTHS:
        return 0
    jurisdiction, index, place = _MONTHS[code]
    word = rules.pack_words(JURISDICTIONS.index(jurisdiction))[index]
    return expired_by_months(day, word >> place & _BYTE)


@dataclass(slots=True)
class TallyState:
    """Tallies of one token by key of the limit.

    Attributes:
        sums: money (8 decimals), or token units for affiliates' sales, by day.
        persons: the day on which an identity counts.
    """

    sums: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    persons: dict[int, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    def take(self, event: Event, rules: RuleState) -> None:
        """Takes in one event of the packs.

        Args:
            event: an event of the engine about the token.
            rules: the token's rules when it was emitted.
        """
        day = event.log.timestamp // DAY
        match event.name:
            case "PackVolumeCounted":
                days = self.sums[event["key"]]
                days[day] = days.get(day, 0) + event["value"]
            case "PackPersonCounted":
                key, identity = event["key"], event["identity"]
                known = self.persons[key]
                # Without a window the first day stays, so that a window set later looks back to it.
                if expired(code_of(key), rules, day) or identity not in known:
                    known[identity] = day

    def sum_after(self, key: int, day: int) -> int:
        """What was counted under a limit after a day."""
        return sum(value for on, value in self.sums.get(key, {}).items() if on > day)

    def persons_after(self, key: int, day: int) -> int:
        """Identities that count under a limit after a day."""
        return sum(on > day for on in self.persons.get(key, {}).values())
