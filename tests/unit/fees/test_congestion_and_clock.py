"""Congestion against the stored average or a source, and the hours of open and closed days."""

from datetime import UTC, datetime

import pytest

from quantera.evm import Contract, expect_revert
from tests.unit.fees.desk import (
    ALWAYS,
    EXAMPLE,
    NOON,
    UNIT,
    Desk,
    congestion_pips,
    schedule,
    time_pips,
)

GWEI = 10**9
DAY = 86_400
HOUR = 3_600
HONEST, REVERTING, BURNING, SHORT, LONG, DIRTY = range(6)


@pytest.fixture
def sampled(desk: Desk) -> Desk:
    """The average is 10 gwei."""
    sample(desk, 10 * GWEI)
    return desk


def sample(desk: Desk, base_fee: int) -> int:
    desk.stack.chain.set_base_fee(base_fee)
    desk.stack.fees.sampleBaseFee(sender=desk.payer)
    average: int = desk.stack.fees.averageBaseFee()[0]
    return average


def share(desk: Desk, base_fee: int) -> int:
    pips: int = desk.quote(UNIT, base_fee).congestionPips
    return pips


@pytest.mark.parametrize(
    ("gwei", "pips"),
    [
        (0, 0),
        (10, 0),
        (10.00001, 1),
        (15, 50_000),
        (20, 100_000),
        (20.0001, 100_001),
        (40, 300_000),
        (60, 500_000),
        (60.0001, 500_000),
        (10**9, 500_000),
    ],
)
def test_the_curve(sampled: Desk, gwei: float, pips: int) -> None:
    base_fee = round(gwei * GWEI)
    assert share(sampled, base_fee) == pips == congestion_pips(EXAMPLE, base_fee, 10 * GWEI)


def test_a_base_fee_beyond_all_bounds(sampled: Desk) -> None:
    assert share(sampled, ALWAYS) == 500_000


def test_without_a_sample_there_is_no_premium(desk: Desk) -> None:
    assert share(desk, ALWAYS) == 0
    desk.stack.chain.set_base_fee(100 * GWEI)
    assert desk.charge(100_000 * UNIT).congestion_premium == 0


def test_a_base_fee_of_zero_is_no_sample_and_no_congestion(sampled: Desk) -> None:
    assert share(sampled, 0) == 0
    sampled.stack.chain.set_base_fee(0)
    assert sampled.charge(100_000 * UNIT).congestion_premium == 0


@pytest.mark.parametrize(
    ("age", "pips"),
    [
        (0, 500_000),
        (DAY, 500_000),
        (DAY + 1, 499_995),
        (DAY * 3 // 2, 250_000),
        (2 * DAY - 1, 6),
        (2 * DAY, 0),
        (3 * DAY, 0),
    ],
)
def test_an_average_that_nobody_samples_fades(sampled: Desk, age: int, pips: int) -> None:
    sampled.stack.chain.advance(age)
    assert share(sampled, 60 * GWEI) == pips
    assert pips == congestion_pips(EXAMPLE, 60 * GWEI, 10 * GWEI, age)


@pytest.mark.parametrize(
    ("wait", "weight"),
    [(0, 0), (1, 1), (HOUR, HOUR), (3 * HOUR, 3 * HOUR), (3 * HOUR + 1, 3 * HOUR), (DAY, 3 * HOUR)],
)
@pytest.mark.parametrize("base_fee", [5 * GWEI, 34 * GWEI])
def test_fee_32_a_sample_weighs_its_time(
    sampled: Desk, wait: int, weight: int, base_fee: int
) -> None:
    sampled.stack.chain.advance(wait)
    moved = abs(base_fee - 10 * GWEI) * weight // DAY
    expected = 10 * GWEI + (moved if base_fee > 10 * GWEI else -moved)
    assert sample(sampled, base_fee) == expected


def test_fee_32_sampling_often_moves_it_no_further(sampled: Desk) -> None:
    chain = sampled.stack.chain
    for _ in range(60):
        chain.advance(60)
        average = sample(sampled, 34 * GWEI)
    assert average <= 10 * GWEI + 24 * GWEI * HOUR // DAY
    for _ in range(5):
        assert sample(sampled, 1000 * GWEI) == average


def test_a_sample_is_told_and_bounded(sampled: Desk) -> None:
    chain = sampled.stack.chain
    chain.advance(3 * HOUR)
    chain.set_base_fee(2**60)
    chain.set_balance(sampled.payer, 2**128)
    receipt = sampled.stack.fees.sampleBaseFee(sender=sampled.payer)
    event = receipt.events.one("BaseFeeSampled")
    assert event.baseFee == 2**56 - 1
    assert sampled.stack.fees.averageBaseFee() == (event.average, chain.timestamp)


@pytest.fixture
def plugged(sampled: Desk) -> Desk:
    """Congestion is read from a source that says twice its average."""
    stack = sampled.stack
    source = stack.chain.deploy("FeeSourceProbe")
    source.setReadings(200, 100, sender=sampled.payer)
    stack.fees.setCongestionSource(source, sender=stack.governor)
    return sampled


def probe(desk: Desk) -> Contract:
    return desk.stack.chain.at(desk.stack.fees.congestionSource(), "FeeSourceProbe")


def test_a_source_instead_of_the_base_fee(plugged: Desk) -> None:
    assert share(plugged, 0) == 100_000
    plugged.stack.chain.advance(30 * DAY)
    assert share(plugged, 60 * GWEI) == 100_000
    assert plugged.charge(100_000 * UNIT).congestion_premium == 5 * UNIT


def test_a_source_sees_the_quote_s_base_fee(plugged: Desk) -> None:
    probe(plugged).setReadings(0, 100, sender=plugged.payer)
    assert [share(plugged, base_fee) for base_fee in (100, 150, 200)] == [0, 50_000, 100_000]


@pytest.mark.parametrize("manner", [REVERTING, BURNING, SHORT])
def test_a_source_that_fails_costs_the_payer_nothing(plugged: Desk, manner: int) -> None:
    probe(plugged).setManner(manner, sender=plugged.payer)
    assert share(plugged, 60 * GWEI) == 0
    assert plugged.charge(100_000 * UNIT).congestion_premium == 0


def test_a_source_that_says_too_much_is_cut(plugged: Desk) -> None:
    for manner in (LONG, DIRTY):
        probe(plugged).setManner(manner, sender=plugged.payer)
        assert plugged.charge(100_000 * UNIT).congestion_premium == 0


@pytest.mark.parametrize(("now", "usual", "pips"), [(2**128 - 1, 1, 500_000), (1, 0, 0), (0, 0, 0)])
def test_a_source_at_its_extremes(plugged: Desk, now: int, usual: int, pips: int) -> None:
    probe(plugged).setReadings(now, usual, sender=plugged.payer)
    assert share(plugged, 0) == pips


def test_a_source_is_set_and_taken_away(plugged: Desk) -> None:
    stack = plugged.stack
    with expect_revert("SourceWithoutCode"):
        stack.fees.setCongestionSource(plugged.payer, sender=stack.governor)
    receipt = stack.fees.setCongestionSource("0x" + "00" * 20, sender=stack.governor)
    assert int(receipt.events.one("CongestionSourceSet").source, 16) == 0
    assert share(plugged, 60 * GWEI) == 500_000


def at(year: int, month: int, day: int, hour: int = 0, second: int = 0) -> int:
    return int(datetime(year, month, day, hour, tzinfo=UTC).timestamp()) + second


@pytest.mark.parametrize(
    ("moment", "pips"),
    [
        (at(2026, 3, 4, 6), 100_000),
        (at(2026, 3, 4, 6, 1), 99_973),
        (at(2026, 3, 4, 6, HOUR // 2), 50_000),
        (at(2026, 3, 4, 6, HOUR - 1), 28),
        (at(2026, 3, 4, 7), 0),
        (at(2026, 3, 3, 12), 0),
        (at(2026, 3, 3, 16), 0),
        (at(2026, 3, 3, 16, HOUR // 2), 50_000),
        (at(2026, 3, 3, 17), 100_000),
        (at(2026, 3, 3, 23, HOUR // 2), 100_000),
        # Friday into Saturday, Sunday into Monday.
        (at(2026, 3, 6, 23), 100_000),
        (at(2026, 3, 6, 23, HOUR // 2), 175_000),
        (at(2026, 3, 7), 250_000),
        (at(2026, 3, 8, 23), 250_000),
        (at(2026, 3, 8, 23, HOUR // 2), 175_000),
        (at(2026, 3, 9), 100_000),
        # Christmas Day 2026 is a Friday, New Year's Day 2027 another.
        (at(2026, 12, 24, 23), 100_000),
        (at(2026, 12, 25, 12), 250_000),
        (at(2026, 12, 26, 12), 250_000),
        (at(2027, 1, 1, 12), 250_000),
        (at(2027, 12, 24, 12), 0),
    ],
)
def test_hours(desk: Desk, moment: int, pips: int) -> None:
    desk.stack.chain.set_timestamp(moment)
    assert desk.quote(UNIT).timePips == pips == time_pips(EXAMPLE, moment)


@pytest.mark.parametrize("index", [0, 1, 255, 256, 511, 512, 513])
def test_holidays_reach_512_days(desk: Desk, index: int) -> None:
    first = NOON // DAY + 1
    rows = schedule(
        holidaysFrom=first, holidays=[2**256 - 1] * 2, closedWeekdays=0, openHours=bytes(24)
    )
    desk.stack.publish(rows)
    chain = desk.stack.chain
    assert desk.quote(UNIT).timePips == 0
    chain.set_timestamp((first + index) * DAY + 12 * HOUR)
    expected = 250_000 if index < 512 else 0
    assert desk.quote(UNIT).timePips == expected == time_pips(rows, chain.timestamp)


def test_the_premiums_are_of_base_less_discount(sampled: Desk) -> None:
    stack = sampled.stack
    account = stack.fees.accountOf(sampled.payer)
    stack.fees.setTerms(account, (4, 0, 0, 0), sender=stack.governor)
    stack.chain.set_timestamp(at(2026, 3, 3, 17))
    quoted = sampled.quote(100_000 * UNIT, 20 * GWEI)
    # 50 less 30 % is 35; a tenth of it for each.
    assert quoted.congestionPremium == quoted.timePremium == 7 * UNIT // 2
    assert quoted.total == 42 * UNIT
