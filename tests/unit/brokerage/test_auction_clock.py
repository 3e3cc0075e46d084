"""When a call's time is over and how far an auction has got, standstills taken off."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import Contract, MemoryChain, expect_revert
from tests.unit.brokerage.seizures import TERMS

START = 1_700_000_000
HOUR = 3_600
GRACE = 4 * HOUR


@pytest.fixture(scope="module")
def probe() -> Contract:
    chain = MemoryChain()
    return chain.deploy("SeizureMathProbe", sender=chain.actor("deployer"))


def call_word(
    called_at: int = START,
    deadline: int = START + GRACE,
    *,
    cured_at: int = 0,
    auction_start: int = 0,
    standstill: int = 0,
) -> int:
    """`MarginCallWord` of an open call, or of a cured one."""
    flag = 0 if cured_at else 1 << 224
    times = called_at | deadline << 40 | cured_at << 80 | auction_start << 120
    return times | standstill << 160 | flag


def clock_word(total: int = 0, ended_at: int = 0, since: int = 0) -> int:
    """`StandstillWord`."""
    return total | ended_at << 32 | since << 64


def run(probe: Contract, call: int, clock: int, time: int) -> tuple[int, int, int]:
    return tuple(probe.elapsed(call, clock, TERMS, time))


def test_the_bonus_grows_from_the_least_to_the_most(probe: Contract) -> None:
    call = call_word(auction_start=START)
    assert [run(probe, call, 0, START + part * 900)[1] for part in range(6)] == [
        100,
        200,
        300,
        400,
        500,
        500,
    ]


def test_an_auction_nobody_began_runs_since_the_deadline(probe: Contract) -> None:
    assert run(probe, call_word(), 0, START + GRACE - 1)[:2] == (0, 100)
    assert run(probe, call_word(), 0, START + GRACE + 900)[:2] == (900, 200)
    assert run(probe, call_word(cured_at=START + 1), 0, START + 2 * GRACE)[0] == 0


def test_an_auction_is_not_older_than_its_call(probe: Contract) -> None:
    """F10: a call soon after a cure has a deadline that may have passed before it."""
    call = call_word(called_at=START + 2 * GRACE)
    assert run(probe, call, 0, START + 2 * GRACE)[:2] == (0, 100)
    assert run(probe, call, 0, START + 2 * GRACE + 900)[:2] == (900, 200)


def test_a_standstill_does_not_count(probe: Contract) -> None:
    """T-19, PB-19: the bonus is after an outage what it was before."""
    call = call_word(auction_start=START, standstill=70)
    assert run(probe, call, clock_word(total=70), START + 900)[0] == 900
    over = clock_word(total=70 + 10 * HOUR, ended_at=START + 900 + 10 * HOUR)
    assert run(probe, call, over, START + 900 + 10 * HOUR)[0] == 900


def test_a_pause_that_goes_on_does_not_count(probe: Contract) -> None:
    """PB-19"""
    call = call_word(auction_start=START)
    paused = clock_word(since=START + 600)
    assert run(probe, call, paused, START + 10 * HOUR)[0] == 600
    assert run(probe, call_word(auction_start=START + HOUR), paused, START + 2 * HOUR)[0] == 0


def test_a_long_pause_gives_time_to_react(probe: Contract) -> None:
    """T-37: a deadline that passed in it is an hour after it, a later one stays."""
    end = START + 2 * GRACE
    assert run(probe, call_word(), clock_word(GRACE, end), end)[2] == end + HOUR
    assert run(probe, call_word(), clock_word(60, START + 60), START + 90)[2] == START + GRACE


def test_a_pause_before_the_call_gives_none(probe: Contract) -> None:
    """T-37"""
    call = call_word(deadline=START)
    assert run(probe, call, clock_word(GRACE, START), START)[2] == START


@pytest.mark.parametrize(
    ("cured_after", "again_after", "grace", "expected"),
    (
        (HOUR, 2 * HOUR, GRACE, GRACE),
        (HOUR, 2 * HOUR, HOUR, 3 * HOUR),
        (HOUR, 10 * HOUR, GRACE, GRACE),
        (HOUR, 25 * HOUR, GRACE, 29 * HOUR),
    ),
    ids=("old deadline", "earlier", "passed", "after the window"),
)
def test_a_cure_does_not_buy_a_new_clock(
    probe: Contract, cured_after: int, again_after: int, grace: int, expected: int
) -> None:
    """T-36, PB-18"""
    call = call_word(cured_at=START + cured_after)
    again = START + again_after
    assert probe.deadlineOfNew(call, TERMS, again, grace) == START + expected


@given(
    st.lists(st.tuples(st.integers(1, 500), st.integers(1, 500)), max_size=6),
    st.lists(st.booleans(), min_size=6, max_size=6),
)
def test_standstills_add_up(
    probe: Contract, spans: list[tuple[int, int]], noted: list[bool]
) -> None:
    """Pauses that end and outages that one learns of later, one after the other."""
    clock, time, total = 0, START, 0
    for (gap, length), as_pause in zip(spans, noted, strict=False):
        begin, end = time + gap, time + gap + length
        if as_pause:
            clock = probe.ended(probe.begun(probe.begun(clock, begin), begin + 1), end)
        else:
            clock = probe.passed(clock, begin, end)
        time, total = end, total + length
    assert clock == (clock_word(total, time) if spans else 0)


def test_overlapping_standstills_count_once(probe: Contract) -> None:
    clock = probe.ended(probe.begun(0, START), START + 100)
    clock = probe.passed(clock, START + 50, START + 150)
    assert clock == clock_word(150, START + 150)
    assert probe.passed(clock, START + 20, START + 140) == clock
    assert probe.ended(clock, START + 900) == clock


@pytest.mark.parametrize(
    ("field", "value"),
    (
        ("startBonusBps", 501),
        ("targetRatioBps", 15_001),
        ("hysteresisBps", 1_001),
        ("auctionDuration", 0),
        ("auctionDuration", 86_401),
        ("recallWindow", 604_801),
        ("minReaction", 0),
        ("minReaction", 86_401),
        ("seizureWindow", 604_801),
        ("dustValue", 100_001 * 10**8),
        ("dustValue", 10**8 + 1),
    ),
)
def test_terms_have_bounds(probe: Contract, field: str, value: int) -> None:
    """T-40: the cure is at most at the target."""
    with expect_revert("LiquidationTermsInvalid", cause=field):
        probe.packed({**TERMS, field: value})


@pytest.mark.parametrize(
    ("field", "value"), (("maxBonusBps", 700), ("feeBps", 200), ("slippageBps", 500))
)
def test_what_a_liquidation_costs_stays_below_ten_per_cent(
    probe: Contract, field: str, value: int
) -> None:
    """T-40: bonus, fee and slippage together."""
    with expect_revert("RatiosUnordered"):
        probe.packed({**TERMS, field: value})
    assert probe.packed({**TERMS, field: value - 1})


@pytest.mark.parametrize("target", (12_500, 12_400, 0))
def test_the_target_is_above_maintenance(probe: Contract, target: int) -> None:
    """T-40"""
    with expect_revert("LiquidationTermsInvalid", cause="hysteresisBps"):
        probe.packed({**TERMS, "targetRatioBps": target, "hysteresisBps": 0})


WORD: dict[str, Any] = {
    "startBonusBps": st.integers(0, 100),
    "maxBonusBps": st.integers(100, 500),
    "feeBps": st.integers(0, 200),
    "slippageBps": st.integers(0, 299),
    "targetRatioBps": st.integers(13_000, 15_000),
    "hysteresisBps": st.integers(0, 500),
    "auctionDuration": st.integers(1, 86_400),
    "recallWindow": st.integers(0, 604_800),
    "minReaction": st.integers(1, 86_400),
    "seizureWindow": st.integers(0, 604_800),
    "dustValue": st.integers(0, 100_000).map(lambda dollars: dollars * 10**8),
}


@given(st.fixed_dictionaries(WORD))
def test_terms_fit_one_slot(probe: Contract, terms: dict[str, int]) -> None:
    assert list(probe.packed(terms)) == [terms[name] for name in WORD]
