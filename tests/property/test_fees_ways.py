"""The short way through pricing gives the long way's fee, and takes every deal that it may take."""

from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from quantera.evm import Contract, MemoryChain
from tests.conftest import PROFILE
from tests.unit.fees.desk import UNCAPPED, VALUE, schedule

EXAMPLES = {"quick": 300, "ci": 1_500, "deep": 30_000}[PROFILE]
PARTS = 11
CONTEXT, VALUE_AT, CONGESTION, TIME, AMOUNT, PRICE, SCALE = 10, 11, 12, 13, 15, 16, 17
VOLUME, TIER, WAIVER, LEVEL, WORDS = range(18, 23)
COMPLEXITY, TOTAL = 5, 8
NO_EDGE = 2**256 - 1

PROBE: list[Contract] = []


def probe() -> Contract:
    if not PROBE:
        PROBE.append(MemoryChain().deploy("FeePricingProbe"))
    return PROBE[0]


def joined(fields: list[int], width: int) -> int:
    return sum(field << width * place for place, field in enumerate(fields))


def words(rows: dict[str, Any]) -> list[int]:
    """The words of a schedule that pricing looks at, as `ScheduleBook` lays them out."""
    return [
        joined(rows["bandValues"], 64) | joined(rows["bandRatePips"], 16) << 192,
        joined(rows["tierVolumes"], 48) | joined(rows["tierDiscountBps"], 16) << 192,
        joined(rows["urgencyPips"], 24) | rows["floorValue"] << 192,
        rows["capValue"],
        *[0] * 4,
    ]


@st.composite
def near(draw: st.DrawFn, *edges: int) -> int:
    """A number at an edge, beside it, or anywhere below the highest."""
    edge = draw(st.sampled_from(edges))
    return max(0, draw(st.one_of(st.integers(edge - 2, edge + 2), st.integers(0, max(edges)))))


@st.composite
def deals(draw: st.DrawFn) -> tuple[dict[str, Any], list[int]]:
    rate = draw(st.integers(0, 20_000))
    rows = schedule(
        bandValues=[draw(near(0, 10**6 * VALUE)), 2 * 10**6 * VALUE, 2**63],
        bandRatePips=[rate, rate // 2, rate // 3, 0],
        tierVolumes=sorted(draw(near(0, 10**6, 10**7)) for _ in range(4)),
        tierDiscountBps=sorted(draw(near(0, 500, 10_000)) % 10_001 for _ in range(4)),
        floorValue=draw(st.sampled_from([0, 0, 1, 500 * VALUE])),
        capValue=draw(st.sampled_from([UNCAPPED, UNCAPPED, 600 * VALUE])),
    )
    decimals = draw(st.sampled_from([0, 6, 18]))
    price = draw(st.sampled_from([0, 1, VALUE, VALUE, VALUE + 7, 2**64 - 1]))
    scale = 10**decimals
    values = near(0, rows["bandValues"][0], 10**5 * VALUE)
    amount = min(2**128 - 1, -(-draw(values) * scale // max(price, 1)) + draw(st.integers(-1, 1)))
    amount = max(0, amount)
    volume = max(0, draw(near(0, *(units * VALUE for units in rows["tierVolumes"]))))
    if draw(st.booleans()):
        volume = max(0, volume - amount * price // scale)
    reached = sum(volume >= units * VALUE for units in rows["tierVolumes"])
    fee = [0] * WORDS
    fee[VALUE_AT] = amount * price // scale
    fee[CONGESTION] = draw(st.integers(0, 500_000))
    fee[TIME] = draw(st.integers(0, 2_550_000))
    fee[AMOUNT], fee[PRICE], fee[SCALE], fee[VOLUME] = amount, price, scale, volume
    fee[TIER] = max(reached, draw(st.sampled_from([0, 0, 1, 4])))
    fee[WAIVER] = draw(st.sampled_from([0, 0, 0, 1, 1_000_000]))
    fee[LEVEL] = draw(st.integers(0, 3))
    flat = draw(st.sampled_from([0, VALUE, 5 * VALUE]))
    fee[COMPLEXITY] = -(-flat * scale // price) if price else 0
    return rows, fee


def is_straight(rows: dict[str, Any], fee: list[int]) -> bool:
    """Whether no edge, limit or waiver is in the deal's way, in whole numbers."""
    tier = fee[TIER]
    edge = rows["tierVolumes"][tier] * VALUE if tier < 4 else NO_EDGE
    if fee[WAIVER] or fee[VALUE_AT] >= rows["bandValues"][0]:
        return False
    if fee[VOLUME] + fee[VALUE_AT] >= edge:
        return False
    off = rows["tierDiscountBps"][tier - 1] if tier else 0
    net = fee[AMOUNT] * rows["bandRatePips"][0] * (10_000 - off)
    share = 10**6 + fee[CONGESTION] + fee[TIME]
    least = -(-net * share // 10**16) + fee[COMPLEXITY]
    share += rows["urgencyPips"][fee[LEVEL] - 1] if fee[LEVEL] else 0
    most = -(-net * share // 10**16) + fee[COMPLEXITY]
    return bool(
        least * fee[PRICE] >= rows["floorValue"] * fee[SCALE]
        and most * fee[PRICE] <= rows["capValue"] * fee[SCALE]
        and most * 20 <= fee[AMOUNT]
    )


@settings(max_examples=EXAMPLES)
@given(deals())
def test_both_ways_lead_to_the_same_fee(deal: tuple[dict[str, Any], list[int]]) -> None:
    rows, fee = deal
    found = probe().both([*fee, *words(rows)])
    assert found.straight == is_straight(rows, fee)
    event("straight" if found.straight else "long")
    if found.straight:
        assert list(found.short)[:PARTS] == list(found.long)[:PARTS]
        assert found.short[TOTAL] == found.long[TOTAL]


def deal_of(amount: int, **places: int) -> list[int]:
    """A deal of an asset without decimals, each unit worth one unit of value."""
    fee = [0] * WORDS
    fee[AMOUNT] = fee[VALUE_AT] = amount
    fee[PRICE] = fee[SCALE] = 1
    for place, value in places.items():
        fee[globals()[place]] = value
    return fee


BARE = {"floorValue": 0, "capValue": UNCAPPED, "bandValues": [10**15, 2**63, 2**63]}
DEAR = {**BARE, "bandRatePips": [50_000] * 4}


@pytest.mark.parametrize(
    ("changes", "fee", "straight"),
    [
        (BARE, deal_of(10**15 - 1, TIER=4), True),
        (BARE, deal_of(10**15, TIER=4), False),
        (BARE, deal_of(2_000, VOLUME=5_000_000 * VALUE - 2_001), True),
        (BARE, deal_of(2_000, VOLUME=5_000_000 * VALUE - 2_000), False),
        (BARE, deal_of(2_000, VOLUME=2**80, TIER=4), True),
        (BARE, deal_of(2_000, WAIVER=1), False),
        ({**BARE, "floorValue": 50}, deal_of(100_000, LEVEL=2), True),
        ({**BARE, "floorValue": 51}, deal_of(100_000, LEVEL=2), False),
        ({**BARE, "capValue": 63}, deal_of(100_000, LEVEL=2), True),
        ({**BARE, "capValue": 62}, deal_of(100_000, LEVEL=2), False),
        (DEAR, deal_of(20_000), True),
        (DEAR, deal_of(20_000, COMPLEXITY=1), False),
        (BARE, deal_of(10**9 + 1, CONGESTION=123_457, TIME=99_999, LEVEL=3), True),
    ],
)
def test_the_short_way_ends_at_each_edge(
    changes: dict[str, Any], fee: list[int], straight: bool
) -> None:
    rows = schedule(**changes)
    found = probe().both([*fee, *words(rows)])
    assert found.straight == straight == is_straight(rows, fee)
    if straight:
        assert list(found.short)[:PARTS] == list(found.long)[:PARTS]
