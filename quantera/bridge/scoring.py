"""Which protocol should carry a message: the same choice as the bridge's `getOptimalProtocol`.

Hard constraints come first and leave some protocols; of these the one with the fewest points
against it is taken, the earlier in `Protocol` where two have as many. Integers throughout and
every division rounded up, so that both sides agree to the unit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

USD = 10**8
"""One US dollar."""
POINTS = 10_000
"""The worst of a kind, and the sum of the weights."""
WORST_FAILURE_BPS = 1_000


class Protocol(IntEnum):
    """`BridgeProtocol`, in the order that breaks ties."""

    CHAINLINK_CCIP = 0
    LAYERZERO = 1
    WORMHOLE = 2
    AXELAR = 3


class Urgency(IntEnum):
    """How soon a message should be there."""

    ECONOMY = 0
    STANDARD = 1
    FAST = 2
    URGENT = 3


TARGET_SECONDS: Mapping[Urgency, int] = {
    Urgency.ECONOMY: 6 * 3_600,
    Urgency.STANDARD: 3_600,
    Urgency.FAST: 900,
    Urgency.URGENT: 300,
}


@dataclass(frozen=True)
class Weights:
    """How much each kind of point counts; they add up to 10,000."""

    cost: int
    time: int
    security: int
    reliability: int


WEIGHTS: Mapping[Urgency, Weights] = {
    Urgency.ECONOMY: Weights(6_000, 1_000, 2_000, 1_000),
    Urgency.STANDARD: Weights(4_000, 2_500, 2_000, 1_500),
    Urgency.FAST: Weights(2_500, 4_500, 1_500, 1_500),
    Urgency.URGENT: Weights(500, 7_000, 1_000, 1_500),
}


@dataclass(frozen=True)
class Facts:
    """What is known of a protocol that may carry a message.

    Attributes:
        cost: fee at the source and delivery at the destination, in wei of the source's coin.
        expected_seconds: from sending to delivery, congestion included.
        tier: security, higher is better.
        reliability_bps: share of messages that are delivered without anybody's doing.
    """

    cost: int
    expected_seconds: int
    tier: int
    reliability_bps: int


@dataclass(frozen=True)
class Points:
    """Points of each kind, and their weighted sum in hundred-millionths."""

    cost: int
    time: int
    security: int
    reliability: int
    score: int


def congested(expected_seconds: int, congestion_bps: int) -> int:
    """Expected seconds with congestion on top."""
    return _divide_up(expected_seconds * (POINTS + congestion_bps), POINTS)


def points(facts: Facts, dearest: int, safest: int, urgency: Urgency) -> Points:
    """Points against one protocol beside the others that may carry the message.

    Args:
        facts: of that protocol.
        dearest: cost of the dearest of them, in wei.
        safest: tier of the safest of them.
        urgency: of the message.
    """
    cost = _divide_up(facts.cost * POINTS, dearest) if dearest else 0
    late = _divide_up(facts.expected_seconds * POINTS, 2 * TARGET_SECONDS[urgency])
    security = _divide_up((safest - facts.tier) * POINTS, safest) if safest else 0
    failing = _divide_up((POINTS - facts.reliability_bps) * POINTS, WORST_FAILURE_BPS)
    time, reliability = min(POINTS, late), min(POINTS, failing)
    weights = WEIGHTS[urgency]
    score = (
        cost * weights.cost
        + time * weights.time
        + security * weights.security
        + reliability * weights.reliability
    )
    return Points(cost, time, security, reliability, score)


def scored(eligible: Mapping[Protocol, Facts], urgency: Urgency) -> dict[Protocol, Points]:
    """Points against each of the protocols that may carry a message."""
    dearest = max((facts.cost for facts in eligible.values()), default=0)
    safest = max((facts.tier for facts in eligible.values()), default=0)
    return {name: points(facts, dearest, safest, urgency) for name, facts in eligible.items()}


def optimal(eligible: Mapping[Protocol, Facts], urgency: Urgency) -> Protocol | None:
    """The protocol that should carry a message; none where none may."""
    found = scored(eligible, urgency)
    return min(found, key=lambda name: (found[name].score, name), default=None)


def required_tier(floors: Sequence[int], value: int) -> int:
    """The least security tier that a value needs.

    Args:
        floors: from which whole USD on a tier is needed, tier 1 first.
        value: in USD with 8 decimals.
    """
    reached = (tier for tier, floor in enumerate(floors, 1) if value >= floor * USD)
    return max(reached, default=0)


def _divide_up(dividend: int, divisor: int) -> int:
    return -(-dividend // divisor)
