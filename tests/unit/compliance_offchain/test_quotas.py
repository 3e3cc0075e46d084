"""Allotments of a global limit: nobody loses what is used, and nothing is made of nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.compliance.errors import ComplianceError
from quantera.compliance.quotas import Allotment, Quota, QuotaMove, rebalance, targets

CHAINS = ("arbitrum", "avalanche", "ethereum", "optimism", "polygon")


def quota(**parts: tuple[int, int]) -> Quota:
    total = sum(allotted for allotted, _ in parts.values())
    return Quota("NOTE", "SUPPLY", total, {c: Allotment(*p) for c, p in parts.items()})


sound = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=5, max_size=5
).map(lambda pairs: quota(**{c: (a + b, b) for c, (a, b) in zip(CHAINS, pairs, strict=True)}))


def applied(start: Quota, moves: list[QuotaMove]) -> dict[str, Allotment]:
    parts = {c: [p.allotted, p.used] for c, p in start.parts.items()}
    for move in moves:
        assert move.amount > 0 and move.source != move.target
        parts[move.source][0] -= move.amount
        # The source must never fall below its use, not even between two moves.
        assert parts[move.source][0] >= parts[move.source][1]
        parts[move.target][0] += move.amount
    return {c: Allotment(*p) for c, p in parts.items()}


@given(sound, st.integers(0, 100))
def test_moves_keep_the_sum_and_every_use(start: Quota, tolerance: int) -> None:
    after = applied(start, rebalance([start], tolerance))
    assert sum(p.allotted for p in after.values()) == sum(p.allotted for p in start.parts.values())
    assert Quota(start.asset, start.limit, start.total, after).faults() == []


@given(sound)
def test_moves_reach_the_targets_and_then_stop(start: Quota) -> None:
    moves = rebalance([start], 20)
    after = Quota(start.asset, start.limit, start.total, applied(start, moves))
    if moves:
        assert {c: p.allotted for c, p in after.parts.items()} == targets(start)
    assert rebalance([after], 20) == []


@given(sound)
def test_targets_share_everything(start: Quota) -> None:
    aims = targets(start)
    assert sum(aims.values()) == sum(p.allotted for p in start.parts.values())
    assert all(aims[c] >= p.used for c, p in start.parts.items())


def test_a_chain_that_runs_short_gets_from_those_that_do_not() -> None:
    short = quota(ethereum=(100, 100), polygon=(100, 0))
    assert rebalance([short]) == [QuotaMove("NOTE", "SUPPLY", "polygon", "ethereum", 100)]


@pytest.mark.parametrize(("free", "moves"), [(9, 1), (10, 0), (11, 0)])
def test_nothing_moves_while_the_tolerance_holds(free: int, moves: int) -> None:
    # Equal use on both: each one's target is half of the free part, 50; 20 percent of it are 10.
    part = quota(ethereum=(500 + free, 500), polygon=(600 - free, 500))
    assert len(rebalance([part])) == moves


def test_more_used_than_allotted_is_an_error_and_a_fault() -> None:
    broken = quota(ethereum=(10, 30), polygon=(10, 0))
    assert broken.faults() == ["NOTE SUPPLY: ethereum uses 30 of 10"]
    with pytest.raises(ComplianceError, match="30 used of 20"):
        targets(broken)
    over = Quota("NOTE", "HOLDERS", 15, {"ethereum": Allotment(16, 0)})
    assert over.faults() == ["NOTE HOLDERS: allotted 16 of 15"]
