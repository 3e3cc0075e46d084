"""`RollingTally` against a model in Python: sums and persons of rolling windows, to the day."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quantera.compliance.moments import DAY, add_months
from quantera.evm import Contract, MemoryChain

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NAMES = ("ann", "ben", "cyd", "dan")


def day_of(text: str) -> int:
    return (datetime.fromisoformat(text).replace(tzinfo=UTC) - EPOCH) // timedelta(days=1)


def in_months(months: int) -> Callable[[int, int], bool]:
    """Whether a day still counts on another in a window of calendar months, as laws say it."""

    def counts(day: int, today: int) -> bool:
        return months == 0 or add_months(day * DAY, months) > today * DAY

    return counts


def in_days(length: int) -> Callable[[int, int], bool]:
    return lambda day, today: day + length > today


@pytest.fixture(scope="module")
def chain() -> MemoryChain:
    return MemoryChain()


@pytest.fixture
def probe(chain: MemoryChain) -> Iterator[Contract]:
    with chain.rollback():
        yield chain.deploy("RollingTallyProbe")


def go_to(chain: MemoryChain, text: str) -> None:
    chain.set_timestamp(day_of(text) * DAY)


@given(day=st.integers(day_of("2026-01-01"), day_of("2045-12-31")), months=st.integers(1, 36))
@settings(max_examples=300, deadline=None)
def test_the_last_day_outside_is_the_last_that_calendars_say_has_left(
    chain: MemoryChain, day: int, months: int
) -> None:
    with chain.rollback():
        expired = chain.deploy("RollingTallyProbe").expiredByMonths(day, months)
    counts = in_months(months)
    assert not counts(expired, day)
    assert counts(expired + 1, day)


@pytest.mark.parametrize(
    ("day", "months", "expired"),
    [
        ("2026-08-30", 6, "2026-02-28"),
        ("2026-08-31", 6, "2026-02-28"),
        ("2026-09-01", 6, "2026-03-01"),
        ("2028-08-29", 6, "2028-02-29"),
        ("2027-02-27", 6, "2026-08-27"),
        ("2027-02-28", 6, "2026-08-31"),
        ("2028-02-28", 12, "2027-02-28"),
        ("2028-02-29", 12, "2027-02-28"),
        ("2027-01-31", 12, "2026-01-31"),
        ("2027-01-15", 1, "2026-12-15"),
    ],
)
def test_ends_of_months(probe: Contract, day: str, months: int, expired: str) -> None:
    assert probe.expiredByMonths(day_of(day), months) == day_of(expired)


@pytest.mark.parametrize(
    ("day", "sum_", "persons"),
    [("2027-01-14", 7, 1), ("2027-01-15", 0, 0), ("2027-01-16", 0, 0)],
)
def test_a_window_of_twelve_months_ends_with_its_anniversary(
    chain: MemoryChain, probe: Contract, day: str, sum_: int, persons: int
) -> None:
    ann = chain.actor("ann")
    go_to(chain, "2026-01-15")
    probe.add(7, sender=ann)
    probe.enterMonths(ann, 12, sender=ann)
    go_to(chain, day)
    assert tuple(probe.months(12, ann)) == (sum_, persons, persons == 1)


@pytest.mark.parametrize(("later", "inside"), [(88, True), (89, True), (90, False)])
def test_a_window_of_90_days_holds_90_days(
    chain: MemoryChain, probe: Contract, later: int, inside: bool
) -> None:
    ann = chain.actor("ann")
    probe.add(7, sender=ann)
    probe.enterDays(ann, 90, sender=ann)
    chain.advance(later * DAY)
    assert tuple(probe.daysBack(90, ann)) == (7 * inside, int(inside), inside)


def test_nobody_counts_twice_and_buying_again_keeps_one_in_the_window(
    chain: MemoryChain, probe: Contract
) -> None:
    ann = chain.actor("ann")
    for _ in range(3):
        probe.enterDays(ann, 90, sender=ann)
        chain.advance(50 * DAY)
        assert tuple(probe.daysBack(90, ann))[1:] == (1, True)
    chain.advance(40 * DAY)
    assert tuple(probe.daysBack(90, ann))[1:] == (0, False)


@pytest.mark.parametrize("length", [0, 1, 2])
def test_a_longer_window_counts_once_who_was_counted_in_a_short_one(
    chain: MemoryChain, probe: Contract, length: int
) -> None:
    """Windows of 0, 1 and 2 days, then one of 90: the buyer of a window without a day too."""
    ann, ben = chain.actor("ann"), chain.actor("ben")
    probe.enterDays(ann, length, sender=ann)
    assert tuple(probe.daysBack(length, ann))[1] == min(length, 1)
    assert tuple(probe.daysBack(90, ann))[1:] == (1, True)
    probe.enterDays(ben, 90, sender=ann)
    assert tuple(probe.daysBack(90, ann))[1:] == (2, True)


def test_counting_again_on_the_same_day_writes_nothing(chain: MemoryChain, probe: Contract) -> None:
    ann = chain.actor("ann")
    chain.set_timestamp((chain.timestamp // DAY + 1) * DAY)
    probe.enterDays(ann, 90, sender=ann)
    before = [chain.storage(probe, slot) for slot in range(4)]
    probe.enterDays(ann, 90, sender=ann)
    assert [chain.storage(probe, slot) for slot in range(4)] == before


steps = st.lists(
    st.tuples(
        st.one_of(st.integers(0, 3), st.integers(10, 40), st.sampled_from([365, 366, 800])),
        st.sampled_from(NAMES),
        st.integers(0, 2**128 - 1),
    ),
    max_size=25,
)
windows = st.one_of(
    st.tuples(st.just("months"), st.sampled_from([0, 1, 3, 6, 12])),
    st.tuples(st.just("days"), st.sampled_from([0, 1, 7, 90, 366])),
)


@given(steps=steps, counted=windows, changed=windows, change=st.integers(0, 25))
@settings(max_examples=150, deadline=None)
def test_every_window_agrees_with_the_model(
    chain: MemoryChain,
    steps: list[tuple[int, str, int]],
    counted: tuple[str, int],
    changed: tuple[str, int],
    change: int,
) -> None:
    """The window's length changes in the middle; whatever it is, the model's numbers hold."""
    with chain.rollback():
        probe = chain.deploy("RollingTallyProbe")
        actor = chain.actor("caller")
        values: list[tuple[int, int]] = []
        bought: dict[str, int] = {}
        for number, (days, name, value) in enumerate(steps):
            chain.advance(days * DAY)
            today = chain.timestamp // DAY
            kind, length = changed if number >= change else counted
            probe.add(value, sender=actor)
            enter = probe.enterMonths if kind == "months" else probe.enterDays
            enter(chain.actor(name), length, sender=actor)
            values.append((today, value))
            if not (kind == "months" and length == 0 and name in bought):
                bought[name] = today
            for kind, length in (counted, changed):
                read = probe.months if kind == "months" else probe.daysBack
                inside = (in_months if kind == "months" else in_days)(length)
                among = [who for who, day in bought.items() if inside(day, today)]
                expected = sum(v for day, v in values if inside(day, today))
                got = read(length, chain.actor(name))
                assert tuple(got) == (expected, len(among), name in among)
