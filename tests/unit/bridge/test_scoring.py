"""The choice between protocols, on-chain and off."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.bridge.scoring import (
    POINTS,
    TARGET_SECONDS,
    USD,
    WEIGHTS,
    Facts,
    Protocol,
    Urgency,
    congested,
    optimal,
    points,
    required_tier,
    scored,
)
from quantera.evm import Contract, MemoryChain

COSTS = st.integers(0, 2**128 - 1)
SECONDS = st.integers(0, 2**32 - 1)
TIERS = st.integers(0, 255)
FACTS = st.builds(Facts, COSTS, SECONDS, TIERS, st.integers(0, POINTS))
ELIGIBLE = st.dictionaries(st.sampled_from(Protocol), FACTS, min_size=1)
URGENCIES = st.sampled_from(Urgency)
USUAL = Facts(cost=100, expected_seconds=150, tier=3, reliability_bps=9_990)


@pytest.fixture(scope="module")
def probe() -> Iterator[Contract]:
    yield MemoryChain().deploy("RouteScoreProbe")


@given(eligible=ELIGIBLE, urgency=URGENCIES)
def test_points_are_the_contracts(
    probe: Contract, eligible: dict[Protocol, Facts], urgency: Urgency
) -> None:
    dearest = max(facts.cost for facts in eligible.values())
    safest = max(facts.tier for facts in eligible.values())
    for name, found in scored(eligible, urgency).items():
        facts = eligible[name]
        told = probe.pointsUp(
            (facts.cost, facts.expected_seconds, facts.tier, facts.reliability_bps),
            dearest,
            safest,
            urgency,
        )
        assert told == (found.cost, found.time, found.security, found.reliability, found.score)
        assert 0 <= found.score <= POINTS**2


@given(seconds=SECONDS, congestion=st.integers(0, 2**16 - 1))
def test_congestion_is_the_contracts(probe: Contract, seconds: int, congestion: int) -> None:
    assert probe.congestedUp(seconds, congestion) == congested(seconds, congestion)


def test_targets_are_the_contracts(probe: Contract) -> None:
    assert {urgency: probe.targetSeconds(urgency) for urgency in Urgency} == TARGET_SECONDS


def test_the_third_urgency_is_the_specifications_average() -> None:
    assert TARGET_SECONDS[Urgency.FAST] == 15 * 60


@pytest.mark.parametrize("urgency", Urgency)
def test_weights_add_up(urgency: Urgency) -> None:
    weights = WEIGHTS[urgency]
    assert weights.cost + weights.time + weights.security + weights.reliability == POINTS


def test_congestion_rounds_up() -> None:
    assert congested(3, 1) == 4


@pytest.mark.parametrize("urgency", Urgency)
@pytest.mark.parametrize(
    ("worse", "kind"),
    [
        (Facts(101, 150, 3, 9_990), "cost"),
        (Facts(100, 200, 3, 9_990), "time"),
        (Facts(100, 150, 2, 9_990), "security"),
        (Facts(100, 150, 3, 9_980), "reliability"),
    ],
)
def test_what_is_worse_in_one_thing_has_more_points(
    urgency: Urgency, worse: Facts, kind: str
) -> None:
    eligible = {Protocol.CHAINLINK_CCIP: worse, Protocol.AXELAR: USUAL}
    found = scored(eligible, urgency)
    assert getattr(found[Protocol.CHAINLINK_CCIP], kind) > getattr(found[Protocol.AXELAR], kind)
    assert optimal(eligible, urgency) is Protocol.AXELAR


def test_urgency_trades_cost_for_time() -> None:
    slow_and_cheap = Facts(20, 1_140, 3, 9_990)
    fast_and_dear = Facts(100, 180, 3, 9_990)
    eligible = {Protocol.WORMHOLE: slow_and_cheap, Protocol.LAYERZERO: fast_and_dear}
    assert optimal(eligible, Urgency.ECONOMY) is Protocol.WORMHOLE
    assert optimal(eligible, Urgency.URGENT) is Protocol.LAYERZERO


def test_equals_go_to_the_first() -> None:
    eligible = {Protocol.AXELAR: USUAL, Protocol.WORMHOLE: USUAL}
    assert optimal(eligible, Urgency.FAST) is Protocol.WORMHOLE


def test_none_eligible() -> None:
    assert optimal({}, Urgency.FAST) is None


def test_twice_the_target_is_as_bad_as_it_gets() -> None:
    late, later = (Facts(1, seconds, 1, POINTS) for seconds in (600, 6_000))
    assert points(late, 1, 1, Urgency.URGENT) == points(later, 1, 1, Urgency.URGENT)


@pytest.mark.parametrize(
    ("value", "tier"), [(0, 1), (100 * USD - 1, 1), (100 * USD, 3), (10**6 * USD, 3)]
)
def test_required_tier(value: int, tier: int) -> None:
    """The third is needed before the second, which then counts for nothing."""
    assert required_tier([0, 1_000, 100, 2**64 - 1], value) == tier


def test_no_floor_is_reached() -> None:
    assert required_tier([1, 2, 3, 4], USD - 1) == 0
