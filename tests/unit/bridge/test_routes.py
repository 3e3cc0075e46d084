"""Which protocol is taken, and why not another."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quantera.bridge.messages import HEAD_BYTES, LOT_BYTES
from quantera.bridge.scoring import (
    USD,
    Facts,
    Protocol,
    Urgency,
    congested,
    optimal,
    required_tier,
    scored,
)
from quantera.evm import ZERO_ADDRESS, Reverted
from quantera.gas.bridge_stack import (
    CAPACITY,
    HOUR,
    LANE,
    TIER_FLOORS,
    TIERS,
    BridgeEnd,
    BridgeEnds,
    LimitKind,
    inputs,
)
from quantera.gas.token_stack import DAY, UNIT
from tests.unit.bridge.conftest import HERE, THERE

BRIDGE_PAUSED, LANE_PAUSED, PROTOCOL_PAUSED, ASSET_PAUSED, ASSET_UNKNOWN = range(200, 205)
LANE_LIMIT = 205
ABSENT, TIER_TOO_LOW, QUOTE_FAILED, _, DUST = range(220, 225)
SENDING = 1
LARGEST = 2**256 - 1


def explained(end: BridgeEnd, target: int, urgency: int = 1, **ask: Any) -> dict[Protocol, Any]:
    """Candidates by protocol, for `units` of the token or a `value`."""
    if "value" in ask:
        found = end.bridge.explainProtocols(target, ask["value"], urgency)
    else:
        asset = ask.get("asset", end.token)
        found = end.bridge.explainProtocols(target, asset, ask.get("units", UNIT), urgency)
    return {Protocol(candidate.protocol): candidate for candidate in found}


def reasons(ends: BridgeEnds, **ask: Any) -> list[int]:
    found = explained(ends[HERE], ends[THERE].chain_id, **ask)
    return [found[protocol].reason for protocol in Protocol]


def eligible(candidates: dict[Protocol, Any]) -> dict[Protocol, Facts]:
    return {
        protocol: Facts(
            found.fee + found.deliveryCost,
            found.expectedSeconds,
            found.tier,
            found.reliabilityBps,
        )
        for protocol, found in candidates.items()
        if found.reason == 0
    }


POSTED = st.fixed_dictionaries(
    {
        "expectedSeconds": st.sampled_from((60, 300, 900, 7 * DAY)) | st.integers(0, 7 * DAY),
        "reliabilityBps": st.sampled_from((8_999, 9_500, 9_990)) | st.integers(0, 10_000),
        "congestionBps": st.integers(0, 10_000),
        "deliveryCost": st.integers(0, 2**128 - 1) | st.integers(0, 10**16),
        "postedAt": st.just(0),
    }
)


VALUES = tuple(floor * USD + off for floor in TIER_FLOORS[1:3] for off in (-1, 0, 1))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    posted=st.lists(POSTED, min_size=4, max_size=4),
    urgency=st.sampled_from(Urgency),
    value=st.sampled_from(VALUES) | st.integers(0, 2_000_000 * USD),
)
def test_the_choice_is_the_models(
    ends: BridgeEnds, posted: list[dict[str, int]], urgency: Urgency, value: int
) -> None:
    """From the same inputs, points and choice are those of `quantera.bridge.scoring`."""
    end, target = ends[HERE], ends[THERE].chain_id
    with end.chain.rollback():
        for protocol in Protocol:
            end.bridge.postInputs(target, protocol, posted[protocol], sender=end.governor)
        candidates = explained(end, target, urgency, value=value)
        for protocol, found in candidates.items():
            given_ = posted[protocol]
            assert found.attested
            expected = congested(given_["expectedSeconds"], given_["congestionBps"])
            assert found.expectedSeconds == expected
            too_low = TIERS[protocol] < required_tier(TIER_FLOORS, value)
            assert found.reason == (TIER_TOO_LOW if too_low else 0)
        facts = eligible(candidates)
        for protocol, points in scored(facts, urgency).items():
            found = candidates[protocol]
            told = (found.costPoints, found.timePoints, found.securityPoints)
            assert told == (points.cost, points.time, points.security)
            assert (found.reliabilityPoints, found.score) == (points.reliability, points.score)
        assert end.bridge.getOptimalProtocol(target, value, urgency) == optimal(facts, urgency)


def test_equals_go_to_the_first(ends: BridgeEnds) -> None:
    end, target = ends[HERE], ends[THERE].chain_id
    first, second = Protocol.CHAINLINK_CCIP, Protocol.WORMHOLE
    fees = {key: found.fee for key, found in explained(end, target).items()}
    for protocol in Protocol:
        same = inputs(first, deliveryCost=2 * max(fees.values()) - fees[protocol])
        end.bridge.postInputs(target, protocol, same, sender=end.governor)
    found = explained(end, target)
    assert found[first].score == found[second].score < found[Protocol.AXELAR].score
    assert end.bridge.getOptimalProtocol(target, end.token, UNIT, 1) == first


def test_the_choice_for_an_asset(ends: BridgeEnds) -> None:
    end, target = ends[HERE], ends[THERE].chain_id
    for urgency in Urgency:
        facts = eligible(explained(end, target, urgency))
        assert facts.keys() == set(Protocol)
        taken = end.bridge.getOptimalProtocol(target, end.token, UNIT, urgency)
        assert taken == optimal(facts, urgency)


def test_fees_are_the_protocols(ends: BridgeEnds) -> None:
    end, target = ends[HERE], ends[THERE].chain_id
    message, gas = bytes(HEAD_BYTES + LOT_BYTES), 600_000 + 60_000 + 300_000
    for protocol, found in explained(end, target).items():
        assert found.fee == end.bridge.protocolFee(protocol, target, message, gas) > 0


def test_value_from_the_feed_decides_the_tier(ends: BridgeEnds) -> None:
    assert reasons(ends, units=9_999 * UNIT) == [0, 0, 0, 0]
    assert reasons(ends, units=10_000 * UNIT) == [0, 0, 0, 0]
    assert reasons(ends, value=10_000 * USD) == [0, 0, 0, 0]
    assert reasons(ends, value=10**6 * USD - 1) == [0, 0, 0, 0]
    assert reasons(ends, value=10**6 * USD) == [0, TIER_TOO_LOW, 0, TIER_TOO_LOW]
    assert reasons(ends, units=10**6 * UNIT) == [0, TIER_TOO_LOW, 0, TIER_TOO_LOW]


def test_a_value_rounds_up(ends: BridgeEnds) -> None:
    end = ends[HERE]
    feed = end.chain.deploy("FeedProbe", 8, USD + 1)
    end.bridge.setUsdFeed(end.token, feed, DAY, sender=end.governor)
    request = ends.request(HERE, THERE, end.governor, 1)
    assert end.bridge.previewBridge(request, end.governor).value == 1


@pytest.mark.parametrize("broken", ["none", "old", "negative", "mute"])
def test_an_unknown_price_asks_for_the_highest_tier(ends: BridgeEnds, broken: str) -> None:
    """The fourth tier is never needed, so the third is the highest."""
    end = ends[HERE]
    feed: Any = ZERO_ADDRESS
    if broken in ("old", "negative"):
        feed = end.chain.deploy("FeedProbe", 8, -1 if broken == "negative" else USD)
    elif broken == "mute":
        feed = end.chain.deploy("HostileEndpoint", 0, True)
    end.bridge.setUsdFeed(end.token, feed, 0, sender=end.governor)
    end.chain.set_timestamp(end.chain.timestamp + 1)
    assert reasons(ends) == [0, TIER_TOO_LOW, 0, TIER_TOO_LOW]


def test_nothing_leaves_while_sending_is_paused(ends: BridgeEnds) -> None:
    """BRG-07"""
    end = ends[HERE]
    end.bridge.pauseGroups(SENDING, sender=end.governor)
    assert reasons(ends) == [BRIDGE_PAUSED] * 4
    assert reasons(ends, value=1) == [BRIDGE_PAUSED] * 4


def test_lanes_that_are_paused_or_closed(ends: BridgeEnds) -> None:
    end, target = ends[HERE], ends[THERE].chain_id
    end.bridge.pauseLane(target, sender=end.governor)
    assert reasons(ends) == [LANE_PAUSED] * 4
    end.bridge.unpauseLane(target, sender=end.governor)
    assert reasons(ends) == [0] * 4
    end.bridge.setLane(target, {**LANE, "open": False}, sender=end.governor)
    assert reasons(ends) == [LANE_PAUSED] * 4


def test_a_paused_protocol(ends: BridgeEnds) -> None:
    end = ends[HERE]
    end.bridge.pauseGroups(1 << (2 + Protocol.WORMHOLE), sender=end.governor)
    assert reasons(ends) == [0, 0, PROTOCOL_PAUSED, 0]


def test_assets_that_are_paused_or_unknown(ends: BridgeEnds) -> None:
    end, target = ends[HERE], ends[THERE].chain_id
    end.bridge.pauseAsset(end.token, sender=end.governor)
    assert reasons(ends) == [ASSET_PAUSED] * 4
    assert reasons(ends, value=1) == [0] * 4
    assert reasons(ends, asset=end.governor) == [ASSET_UNKNOWN] * 4
    end.bridge.setRemoteAsset(target, end.plain, ZERO_ADDRESS, sender=end.governor)
    assert reasons(ends, asset=end.plain, units=100) == [ASSET_UNKNOWN] * 4


def test_room_in_the_bucket(ends: BridgeEnds) -> None:
    end, target = ends[HERE], ends[THERE].chain_id
    limit = (LimitKind.LANE_OUT, end.token, target)
    end.bridge.lowerLimit(*limit, 5 * UNIT, 1_440, sender=end.governor)
    assert reasons(ends, units=5 * UNIT) == [0] * 4
    assert reasons(ends, units=5 * UNIT + 1) == [LANE_LIMIT] * 4
    assert reasons(ends, units=(CAPACITY + 1) * UNIT) == [LANE_LIMIT] * 4


@pytest.mark.parametrize("units", [0, 99, 101])
def test_dust(ends: BridgeEnds, units: int) -> None:
    end = ends[HERE]
    assert reasons(ends, asset=end.plain, units=units) == [DUST] * 4
    assert reasons(ends, asset=end.plain, units=100) == [0] * 4


def test_a_protocol_without_peer_or_contract(ends: BridgeEnds) -> None:
    """BRG-04"""
    end, there = ends[HERE], ends[THERE]
    terms = {"bridge": ZERO_ADDRESS, "number": 0, "securityTier": 0, "name": ""}
    end.bridge.setPeer(there.chain_id, Protocol.AXELAR, terms, sender=end.governor)
    nothing = {"endpoint": ZERO_ADDRESS, "gasService": ZERO_ADDRESS, "ownNumber": 0}
    end.bridge.setEndpoint(Protocol.LAYERZERO, nothing, sender=end.governor)
    assert reasons(ends) == [0, ABSENT, 0, ABSENT]
    for protocol in (Protocol.LAYERZERO, Protocol.AXELAR):
        with pytest.raises(Reverted) as refused:
            end.bridge.protocolFee(protocol, there.chain_id, b"", 1)
        assert refused.value.name == "ProtocolOff"


def test_prices_that_went_stale_stop_their_protocol_alone(ends: BridgeEnds) -> None:
    end = ends[HERE]
    feed = end.chain.deploy("FeedProbe", 8, USD)
    end.chain.set_timestamp(end.chain.timestamp + 26 * HOUR)
    end.bridge.setUsdFeed(end.token, feed, 30 * DAY, sender=end.governor)
    assert reasons(ends) == [QUOTE_FAILED, 0, 0, 0]


@pytest.mark.parametrize(("answer", "burns"), [(LARGEST, False), (2**128, False), (0, True)])
def test_a_hostile_contract_stands_in_no_others_way(
    ends: BridgeEnds, answer: int, burns: bool
) -> None:
    end, target = ends[HERE], ends[THERE].chain_id
    hostile = end.chain.deploy("HostileEndpoint", answer, burns)
    terms = {"endpoint": hostile, "gasService": ZERO_ADDRESS, "ownNumber": 2}
    end.bridge.setEndpoint(Protocol.WORMHOLE, terms, sender=end.governor)
    assert reasons(ends) == [0, 0, QUOTE_FAILED, 0]
    assert end.bridge.getOptimalProtocol(target, end.token, UNIT, 0) != Protocol.WORMHOLE


def test_nothing_eligible(ends: BridgeEnds) -> None:
    end, target = ends[HERE], ends[THERE].chain_id
    end.bridge.pauseLane(target, sender=end.governor)
    for arguments in ((target, 1, 0), (target, end.token, UNIT, 0)):
        with pytest.raises(Reverted) as refused:
            end.bridge.getOptimalProtocol(*arguments)
        assert refused.value.name == "NoProtocolEligible"
        assert list(refused.value.values["reasons"]) == [LANE_PAUSED] * 4


def test_a_chain_that_nobody_knows(ends: BridgeEnds) -> None:
    found = explained(ends[HERE], 999)
    assert {candidate.reason for candidate in found.values()} == {LANE_PAUSED}


@pytest.mark.parametrize("name", ["getOptimalProtocol", "explainProtocols"])
def test_urgencies_end_at_three(ends: BridgeEnds, name: str) -> None:
    end, target = ends[HERE], ends[THERE].chain_id
    for arguments in ((target, 1, 4), (target, end.token, UNIT, 4)):
        with pytest.raises(Reverted) as refused:
            end.bridge.function(name)(*arguments)
        assert refused.value.name == "UrgencyUnknown"


def test_old_inputs_give_way_to_the_defaults(ends: BridgeEnds) -> None:
    end, target = ends[HERE], ends[THERE].chain_id
    posted = inputs(Protocol.AXELAR, expectedSeconds=7, congestionBps=5_000, deliveryCost=9)
    end.bridge.postInputs(target, Protocol.AXELAR, posted, sender=end.governor)
    end.chain.set_timestamp(end.chain.timestamp + HOUR)
    fresh = explained(end, target)[Protocol.AXELAR]
    assert (fresh.attested, fresh.expectedSeconds, fresh.deliveryCost) == (True, 11, 9)
    end.chain.set_timestamp(end.chain.timestamp + 1)
    old = explained(end, target)[Protocol.AXELAR]
    assert (old.attested, old.expectedSeconds, old.deliveryCost) == (False, 960, 0)
