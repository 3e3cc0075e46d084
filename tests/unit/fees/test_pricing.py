"""Each factor of a fee alone and at its edges; every expected figure is worked out by hand."""

from dataclasses import fields
from typing import Any

import pytest

from tests.unit.fees.desk import UNCAPPED, UNIT, VALUE, Deal, Desk, parts, price, schedule, summed
from tests.unit.fees.model import CAP, FLOOR, MAXIMUM, NONE

BARE = {
    "floorValue": 0,
    "capValue": UNCAPPED,
    "openHours": bytes(24),
    "closedHours": bytes(24),
    "congestionKinkPremiumPips": 0,
    "congestionMaxPremiumPips": 0,
}
SETTLEMENTS = 1 << 3


@pytest.fixture
def bare(desk: Desk) -> Desk:
    """Bands, tiers, urgency and complexity alone."""
    desk.publish(**BARE)
    return desk


def give(desk: Desk, tier: int = 0, waiver: int = 0, until: int = 0, products: int = 0) -> None:
    account = desk.stack.fees.accountOf(desk.payer)
    terms = (tier, waiver, until, products)
    desk.stack.fees.setTerms(account, terms, sender=desk.stack.governor)


@pytest.mark.parametrize(
    ("amount", "fee"),
    [
        (0, 0),
        (1, 0),
        (20, 1),
        (2_000, 1),
        (2_001, 2),
        (1_000_000 * UNIT, 500 * UNIT),
        (1_000_001 * UNIT, 500 * UNIT + 300 * UNIT // 10**6),
        # Above five millions of volume the first tier takes 5 % off the rest.
        (10_000_000 * UNIT, 500 * UNIT + 1_200 * UNIT + 1_500 * UNIT * 95 // 100),
    ],
)
def test_bands_are_marginal(bare: Desk, amount: int, fee: int) -> None:
    assert bare.quote(amount).total == fee


def test_one_unit_pays_at_most_a_twentieth_and_so_nothing(bare: Desk) -> None:
    # Rounded up it would be one unit, that is all of it.
    quoted = bare.quote(19)
    assert (quoted.total, quoted.limit, quoted.capReduction) == (0, MAXIMUM, 1)
    assert bare.quote(20).limit == NONE


@pytest.mark.parametrize("tier", range(5))
def test_an_agreed_tier_holds_without_volume(bare: Desk, tier: int) -> None:
    give(bare, tier=tier)
    quoted = bare.quote(1_000 * UNIT)
    discount = [0, 500, 1_000, 2_000, 3_000][tier]
    assert quoted.tier == tier
    assert quoted.parameters.volumeDiscount == UNIT // 2 * discount // 10_000


def test_volume_above_an_agreed_tier_counts(bare: Desk) -> None:
    give(bare, tier=1)
    bare.charge(25_000_000 * UNIT)
    assert bare.quote(UNIT).tier == 2


@pytest.mark.parametrize(("short", "tier"), [(1, 0), (0, 1), (-1, 1)])
def test_a_tier_begins_with_its_volume(bare: Desk, short: int, tier: int) -> None:
    bare.charge(5_000_000 * UNIT - short * UNIT // VALUE)
    assert bare.quote(UNIT).tier == tier


def test_the_tier_changes_within_a_deal(bare: Desk) -> None:
    bare.charge(4_999_000 * UNIT)
    quoted = bare.quote(3_000 * UNIT)
    assert quoted.tier == 0
    assert quoted.parameters.baseFee == 3 * UNIT // 2
    assert quoted.parameters.volumeDiscount == UNIT * 5 // 100


@pytest.mark.parametrize(
    "edge",
    [
        {"bandValues": [61 * VALUE, UNCAPPED, UNCAPPED], "bandRatePips": [50_000, 0, 0, 0]},
        {"tierVolumes": [61, 62, 63, 64], "tierDiscountBps": [10_000] * 4},
    ],
)
def test_a_unit_across_an_edge_pays_the_dearer_side(desk: Desk, edge: dict[str, list[int]]) -> None:
    """61 in units of 3 is 20 and a third: the 21st unit pays, and nothing beyond does."""
    calm = {"urgencyPips": [0] * 3, "serviceSeconds": [0] * 3}
    desk.publish(**BARE | calm | {"bandRatePips": [50_000] * 4} | edge)
    fees = [desk.quote(amount, price=3 * VALUE, decimals=0).total for amount in (20, 21, 100)]
    assert fees == [1, 1, 2]


@pytest.mark.parametrize(("urgency", "percent"), [(0, 0), (1, 10), (2, 25), (3, 50)])
def test_urgency_is_a_share_of_the_discounted_base(bare: Desk, urgency: int, percent: int) -> None:
    give(bare, tier=2)
    quoted = bare.quote(2_000 * UNIT, urgency=urgency)
    assert quoted.parameters.urgencyPremium == UNIT * 9 // 10 * percent // 100
    assert quoted.refundable == quoted.parameters.urgencyPremium


@pytest.mark.parametrize(("complexity", "value"), [(0, 0), (1, 1), (2, 5), (3, 20)])
def test_complexity_is_a_value(bare: Desk, complexity: int, value: int) -> None:
    assert bare.quote(10_000 * UNIT, complexity=complexity).parameters.complexityFee == value * UNIT
    dearer = bare.quote(10_000 * UNIT, complexity=complexity, price=3 * VALUE)
    assert dearer.parameters.complexityFee == -(-value * UNIT // 3)


@pytest.mark.parametrize(("given", "counts"), [(0, 2), (1, 2), (2, 2), (3, 3)])
def test_complexity_has_a_least_level(desk: Desk, given: int, counts: int) -> None:
    desk.publish(**BARE, minComplexity=2)
    assert desk.quote(UNIT, complexity=given).complexity == counts
    assert desk.charge(1_000 * UNIT, complexity=given).complexity == counts


@pytest.mark.parametrize(
    ("amount", "total", "limit"),
    [
        # Five basis points of 1,000 are the floor of a half.
        (1_000 * UNIT - 2_000, UNIT // 2, FLOOR),
        (1_000 * UNIT, UNIT // 2, NONE),
        (1_000 * UNIT + 2_000, UNIT // 2 + 1, NONE),
        # The maximum of a twentieth holds the floor down below ten.
        (10 * UNIT, UNIT // 2, FLOOR),
        (9 * UNIT, UNIT * 9 // 20, FLOOR),
    ],
)
def test_floor(desk: Desk, amount: int, total: int, limit: int) -> None:
    quoted = desk.quote(amount)
    assert (quoted.total, quoted.limit) == (total, limit)
    assert quoted.floorTopUp == total - quoted.parameters.baseFee


@pytest.mark.parametrize(("over", "limit"), [(-1, NONE), (0, NONE), (1, CAP)])
def test_cap(desk: Desk, over: int, limit: int) -> None:
    desk.publish(**{**BARE, "capValue": 500 * VALUE}, tierDiscountBps=[0] * 4)
    quoted = desk.quote((1_000_000 + over) * UNIT)
    assert quoted.limit == limit
    assert quoted.total == min(500 * UNIT, quoted.total)
    assert (quoted.capReduction > 0) == (limit == CAP)


def test_the_maximum_stands_above_floor_and_complexity(desk: Desk) -> None:
    quoted = desk.quote(100 * UNIT, complexity=3)
    assert quoted.total == 5 * UNIT
    assert quoted.limit == MAXIMUM
    assert summed(parts(quoted)) == 5 * UNIT


@pytest.mark.parametrize(
    ("pips", "until", "products", "waived"),
    [
        (1_000_000, 1, SETTLEMENTS, 100),
        (250_000, 1, SETTLEMENTS, 25),
        (1_000_000, 0, SETTLEMENTS, 0),
        (1_000_000, -1, SETTLEMENTS, 0),
        (1_000_000, 1, 0b110111, 0),
        (0, 1, SETTLEMENTS, 0),
    ],
)
def test_waivers(bare: Desk, pips: int, until: int, products: int, waived: int) -> None:
    give(bare, waiver=pips, until=bare.stack.chain.timestamp + until, products=products)
    quoted = bare.quote(100_000 * UNIT)
    assert quoted.waived == 50 * UNIT * waived // 100
    assert quoted.total == 50 * UNIT - quoted.waived


def test_a_waiver_is_rounded_against_the_payer(bare: Desk) -> None:
    give(bare, waiver=333_333, until=bare.stack.chain.timestamp + 1, products=SETTLEMENTS)
    quoted = bare.quote(20_001)
    assert (quoted.parameters.baseFee, quoted.total, quoted.waived) == (11, 8, 3)


def test_without_a_price_the_first_rate_holds_and_no_value_counts(desk: Desk) -> None:
    quoted = desk.quote(10**9 * UNIT, price=0, complexity=2)
    assert quoted.parameters.baseFee == 5 * 10**5 * UNIT
    assert (quoted.parameters.complexityFee, quoted.value, quoted.limit) == (0, 0, NONE)
    desk.charge(10**9 * UNIT, price=0)
    assert desk.account(desk.stack.fees.accountOf(desk.payer)).volume == 0


def test_the_stored_price_holds_where_none_is_given(desk: Desk) -> None:
    stack = desk.stack
    stack.fees.setPrice(stack.collector, stack.asset, 2 * VALUE, 6, sender=stack.pricer)
    stored = desk.quote(3 * 10**12, price=0, decimals=99 % 37)
    given = desk.quote(3 * 10**12, price=2 * VALUE, decimals=6)
    assert stored == given
    assert stored.value == 6 * 10**6 * VALUE
    other = stack.fees.quote(desk.payer, desk.request(3 * 10**12, price=0), 0)
    assert other.value == 0


@pytest.mark.parametrize("decimals", [0, 6, 18, 32])
def test_decimals(bare: Desk, decimals: int) -> None:
    quoted = bare.quote(2_000_000 * 10**decimals, decimals=decimals)
    assert quoted.value == 2_000_000 * VALUE
    assert quoted.total == 800 * 10**decimals


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"urgency": 3, "complexity": 3},
        {"price": 2**64 - 1, "decimals": 0},
        {"price": 1, "decimals": 36},
        {"price": 1, "decimals": 0},
        {"price": 2**64 - 1, "decimals": 36},
        {"price": 0},
    ],
)
@pytest.mark.parametrize("amount", [0, 1, 2**128 - 1, 2**127])
def test_extremes_are_as_the_model_says(desk: Desk, amount: int, changes: dict[str, int]) -> None:
    quoted = desk.quote(amount, **changes)
    known = {field.name for field in fields(Deal)}
    own: dict[str, Any] = {name: value for name, value in changes.items() if name in known}
    deal = Deal(amount, **own)
    assert parts(quoted) == price(schedule(), deal)
    assert summed(parts(quoted)) == quoted.total
