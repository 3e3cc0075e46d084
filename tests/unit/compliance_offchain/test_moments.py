"""Dates: ends count through their day, months clamp as calendars do."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.compliance.moments import (
    DAY,
    UINT40_MAX,
    add_days,
    add_months,
    iso,
    parse_end,
    parse_start,
)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def test_a_bare_date_begins_at_midnight_and_ends_at_the_next() -> None:
    assert parse_start("2026-11-22") == at("2026-11-22T00:00:00")
    assert parse_end("2026-11-22") == at("2026-11-23T00:00:00")
    assert parse_end("2026-12-31") == at("2027-01-01T00:00:00")


def test_a_timestamp_is_exact_in_its_own_zone() -> None:
    assert parse_end("2026-11-22T10:00:00+09:00") == at("2026-11-22T01:00:00")
    assert parse_start("2026-11-22T10:00:00Z") == at("2026-11-22T10:00:00")


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-13-01", "2026-02-30", "22.11.2026", "2026-11-22T10:00:00", "1969-12-31"],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_start(text)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-12-15", 12, "2027-12-15"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-05-10", 0, "2026-05-10"),
    ],
)
def test_months_clamp_to_the_last_day(start: str, months: int, end: str) -> None:
    assert add_months(at(f"{start}T07:30:00"), months) == at(f"{end}T07:30:00")


@given(st.integers(0, 4_000_000_000), st.integers(0, 120))
def test_months_never_go_back_and_never_exceed_31_days_each(start: int, months: int) -> None:
    assert start + 28 * DAY * months <= add_months(start, months) <= start + 31 * DAY * months


@given(st.integers(0, 2**37 - 1))
def test_iso_is_read_back(seconds: int) -> None:
    assert parse_start(iso(seconds)) == seconds


def test_days_are_86400_seconds() -> None:
    assert add_days(5, 2) == 5 + 2 * 86_400


def test_what_lies_beyond_the_calendar_is_its_end() -> None:
    last = parse_start("9999-12-31T23:59:59+00:00")
    assert iso(last) == iso(last + 1) == iso(UINT40_MAX) == "9999-12-31T23:59:59Z"
    assert iso(last - 1) == "9999-12-31T23:59:58Z"
