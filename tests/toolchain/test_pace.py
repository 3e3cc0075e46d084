"""Time limits count at the speed of the machine they were set for."""

import time

import pytest

from quantera.toolchain import pace


def test_the_pace_is_a_part_of_the_reference() -> None:
    assert 0 < pace.measure() <= 1


def test_a_machine_half_as_fast_has_half_the_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    rates = iter([90_000.0, 95_000.0, 40_000.0, 99_000.0, 200_000.0])
    monkeypatch.setattr(pace, "_calls_per_second", lambda _machine: next(rates))
    # The middle of them: neither one slow moment nor one fast one counts.
    assert pace.measure() == 95_000 / pace.REFERENCE_CALLS


def test_a_faster_machine_gets_no_less_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_calls_per_second", lambda _machine: 2.0 * pace.REFERENCE_CALLS)
    assert pace.measure() == 1


def test_it_is_watched_while_something_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "GLIMPSE_SECONDS", 0.05)
    with pace.watched() as seen:
        time.sleep(0.5)
        assert seen == []
    (found,) = seen
    assert 0 < found <= 1


def test_what_is_over_before_the_first_look_has_no_pace() -> None:
    with pace.watched() as seen:
        pass
    assert seen == []
