"""Times as Unix seconds (UTC) and the calendar arithmetic that laws speak in."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

DAY = 86_400
UINT40_MAX = (1 << 40) - 1
_CALENDAR_END = int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp())
_DATE_LENGTH = len("2026-11-22")


@lru_cache(maxsize=65_536)
def parse_start(text: str) -> int:
    """The moment a date or timestamp begins; a bare date is its first second in UTC.

    Raises:
        ValueError: the text is no ISO 8601 date or timestamp, or lies outside 1970 to 34865.
    """
    if len(text) == _DATE_LENGTH:
        moment = datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)
    else:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise ValueError("a timestamp needs its offset from UTC")
    seconds = int(moment.timestamp())
    if not 0 <= seconds <= UINT40_MAX:
        raise ValueError("times lie between 1970 and what 40 bits hold")
    return seconds


@lru_cache(maxsize=65_536)
def parse_end(text: str) -> int:
    """The first second at which something valid until `text` no longer counts.

    A bare date counts through its last second in UTC, so this is the following midnight; a
    timestamp is exact.

    Raises:
        ValueError: as `parse_start`.
    """
    start = parse_start(text)
    return start + DAY if len(text) == _DATE_LENGTH else start


@lru_cache(maxsize=65_536)
def add_months(seconds: int, months: int) -> int:
    """The same day and time `months` later; the month's last day where it has no such day."""
    moment = datetime.fromtimestamp(seconds, UTC)
    index = moment.year * 12 + moment.month - 1 + months
    year, month = divmod(index, 12)
    day = min(moment.day, monthrange(year, month + 1)[1])
    return int(moment.replace(year=year, month=month + 1, day=day).timestamp())


def add_days(seconds: int, days: int) -> int:
    """`days` times 86,400 seconds later."""
    return seconds + days * DAY


def iso(seconds: int) -> str:
    """ISO 8601 in UTC, to the second; what lies beyond the calendar's year 9999 is its end.

    A record without an end has the largest second that 40 bits hold, in the year 36812.
    """
    if seconds > _CALENDAR_END:
        return "9999-12-31T23:59:59Z"
    return (datetime.fromtimestamp(0, UTC) + timedelta(seconds=seconds)).strftime(
        "%Y-%m-%dT%H:%M:%SZ"
    )


def utc_now() -> int:
    """Now in Unix seconds."""
    return int(datetime.now(UTC).timestamp())
