"""Charging: who may, what it takes and writes, and that a quote says it before."""

import pytest

from quantera.access import LocalRole
from quantera.evm import expect_revert
from quantera.evm.actors import to_address
from quantera.fees import Limit, Product, charges
from tests.unit.fees.desk import (
    ALWAYS,
    NO_SCHEDULE,
    PRODUCTS,
    UNCAPPED,
    UNIT,
    VALUE,
    Desk,
    parts,
    schedule,
    summed,
)

GWEI = 10**9
CHARGING = 1


@pytest.mark.parametrize("urgency", range(4))
@pytest.mark.parametrize("product", range(6))
def test_fee_01_a_charge_takes_what_the_quote_says(desk: Desk, product: int, urgency: int) -> None:
    chain = desk.stack.chain
    chain.set_base_fee(10 * GWEI)
    desk.stack.fees.sampleBaseFee(sender=desk.payer)
    chain.set_base_fee(17 * GWEI)
    chain.advance(7 * 3600 + 1234)
    changes = {"product": product, "urgency": urgency, "complexity": 2}
    quoted = desk.quote(7_654_321 * UNIT + 1, 17 * GWEI, **changes)
    charged = desk.charge(7_654_321 * UNIT + 1, quoted.total, **changes)
    fee = parts(quoted)
    assert (fee.congestion > 0) and (fee.time > 0) and (fee.discount > 0)
    assert charged.total == quoted.total == summed(fee)
    assert (
        charged.base_fee,
        charged.volume_discount,
        charged.congestion_premium,
        charged.time_premium,
        charged.urgency_premium,
        charged.complexity_fee,
        charged.floor_top_up,
        charged.cap_reduction,
        charged.waived,
    ) == (
        fee.base,
        fee.discount,
        fee.congestion,
        fee.time,
        fee.urgency,
        fee.complexity,
        fee.top_up,
        fee.reduction,
        fee.waived,
    )
    assert (charged.product, charged.urgency, charged.complexity) == (product, urgency, 2)
    assert (charged.tier, charged.limit, charged.version) == (0, Limit(fee.limit), 1)


def test_a_charge_is_told_and_accrued(desk: Desk) -> None:
    stack = desk.stack
    first = desk.charge(100_000 * UNIT)
    second = desk.charge(300_000 * UNIT)
    assert stack.collector == first.collector
    assert desk.payer == first.payer
    assert first.asset == stack.asset.address.lower()
    assert (first.serial, second.serial) == (1, 2)
    assert (first.amount, first.product) == (100_000 * UNIT, Product.SETTLEMENT)
    assert (first.period_volume, second.period_volume) == (100_000 * VALUE, 400_000 * VALUE)
    line = desk.line()
    assert (line.accrued, line.charges) == (200 * UNIT, 2)
    account = desk.account(desk.payer)
    assert account.volume == account.current == 400_000 * VALUE


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "FeeCharged"),
        ({"complexity": 3}, "FeeCharged"),
        ({"amount": 2**88 - 1}, "FeeCharged"),
        ({"amount": 2**88}, "DetailedFeeCharged"),
        ({"amount": 2**128 - 1}, "DetailedFeeCharged"),
        ({"urgency": 1}, "DetailedFeeCharged"),
        ({"amount": UNIT}, "DetailedFeeCharged"),
        ({"product": Product.TOKEN}, "DetailedFeeCharged"),
    ],
)
def test_each_event_tells_what_the_other_cannot(
    desk: Desk, changes: dict[str, int], name: str
) -> None:
    """All factors at work but what a case adds: a level, the floor, a waiver, a large amount."""
    stack = desk.stack
    desk.publish(capValue=UNCAPPED)
    stack.fees.setTerms(desk.payer, (3, 400_000, 2**40 - 1, 2), sender=stack.governor)
    stack.chain.set_base_fee(10 * GWEI)
    stack.fees.sampleBaseFee(sender=desk.payer)
    stack.chain.set_base_fee(17 * GWEI)
    stack.chain.advance(7 * 3600 + 1234)
    request = {"amount": 765_432 * UNIT + 1, **changes}
    quoted = desk.quote(base_fee=17 * GWEI, **request)
    receipt = desk.send(**request)
    assert [event.name for event in receipt.events if event.name.endswith("FeeCharged")] == [name]
    (charged,) = charges(receipt.events)
    fee = parts(quoted)
    assert fee.congestion and fee.time and fee.discount
    found = (
        (charged.base_fee, charged.volume_discount, charged.congestion_premium),
        (charged.time_premium, charged.urgency_premium, charged.complexity_fee),
        (charged.floor_top_up, charged.cap_reduction, charged.waived),
    )
    assert found == (
        (fee.base, fee.discount, fee.congestion),
        (fee.time, fee.urgency, fee.complexity),
        (fee.top_up, fee.reduction, fee.waived),
    )
    assert charged.total == quoted.total == summed(fee)
    assert (charged.amount, to_address(charged.account)) == (request["amount"], desk.payer)
    assert (charged.tier, charged.complexity) == (3, changes.get("complexity", 0))
    assert (charged.serial, charged.version, charged.limit) == (1, quoted.version, quoted.limit)
    assert charged.product == changes.get("product", Product.SETTLEMENT)
    assert charged.period_volume == min(2**80 - 1, quoted.value)


def test_lines_are_apart(desk: Desk) -> None:
    stack = desk.stack
    other = stack.chain.deploy("FeeCollectorProbe", stack.fees)
    stack.fees.grantLocalRole(LocalRole.PRODUCT, other, sender=stack.governor)
    desk.charge(100_000 * UNIT)
    other.charge(desk.request(200_000 * UNIT), ALWAYS, sender=desk.payer)
    other.charge(desk.request(300_000 * UNIT, asset=desk.payer), ALWAYS, sender=desk.payer)
    assert [
        desk.line().accrued,
        desk.line(other).accrued,
        desk.line(other, desk.payer).accrued,
    ] == [50 * UNIT, 100 * UNIT, 150 * UNIT]
    assert desk.account(desk.payer).volume == 600_000 * VALUE


@pytest.mark.parametrize(("short", "refused"), [(0, False), (1, True)])
def test_the_payer_s_limit(desk: Desk, short: int, refused: bool) -> None:
    if not refused:
        assert desk.charge(100_000 * UNIT, 50 * UNIT - short).total == 50 * UNIT
        return
    with expect_revert("FeeAboveLimit", fee=50 * UNIT, maxFee=50 * UNIT - 1):
        desk.charge(100_000 * UNIT, 50 * UNIT - short)
    assert desk.line().charges == 0
    assert desk.account(desk.payer).volume == 0


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"amount": 2**128}, "AmountTooLarge"),
        ({"urgency": 4}, "LevelUnknown"),
        ({"complexity": 4}, "LevelUnknown"),
        ({"urgency": 255, "complexity": 3}, "LevelUnknown"),
        ({"decimals": 37}, "DecimalsTooLarge"),
    ],
)
def test_what_is_refused_is_refused_in_quotes_too(
    desk: Desk, changes: dict[str, int], error: str
) -> None:
    arguments = {"amount": UNIT, **changes}
    with expect_revert(error):
        desk.charge(**arguments)
    with expect_revert(error):
        desk.quote(**arguments)


def test_a_product_beyond_the_last_is_refused(desk: Desk) -> None:
    with expect_revert("ProductUnknown"):
        desk.quote(UNIT, product=len(PRODUCTS))


def test_only_products_charge(desk: Desk) -> None:
    stack = desk.stack
    with expect_revert("LocalRoleMissing", account=desk.payer, roles=1 << LocalRole.PRODUCT):
        stack.fees.charge(desk.request(UNIT), ALWAYS, sender=desk.payer)


def test_a_revoked_product_charges_no_more_although_its_line_remembers(desk: Desk) -> None:
    stack = desk.stack
    desk.charge(UNIT)
    stack.fees.revokeLocalRole(LocalRole.PRODUCT, stack.collector, sender=stack.governor)
    with expect_revert("LocalRoleMissing", account=stack.collector):
        desk.charge(UNIT)
    stack.fees.grantLocalRole(LocalRole.PRODUCT, stack.collector, sender=stack.governor)
    desk.charge(UNIT)
    assert desk.line().charges == 2


def test_a_revocation_leaves_other_products_alone(desk: Desk) -> None:
    stack = desk.stack
    other = stack.chain.deploy("FeeCollectorProbe", stack.fees)
    stack.fees.grantLocalRole(LocalRole.PRODUCT, other, sender=stack.governor)
    desk.charge(UNIT)
    other.charge(desk.request(UNIT), ALWAYS, sender=desk.payer)
    stack.fees.revokeLocalRole(LocalRole.PRODUCT, other, sender=stack.governor)
    desk.charge(UNIT)
    with expect_revert("LocalRoleMissing"):
        other.charge(desk.request(UNIT), ALWAYS, sender=desk.payer)
    # Revoked again, and a role that is no product's: neither changes anything.
    stack.fees.revokeLocalRole(LocalRole.PRODUCT, other, sender=stack.governor)
    stack.fees.revokeLocalRole(LocalRole.PRICER, stack.pricer, sender=stack.governor)
    desk.charge(UNIT)


def test_a_pause_stops_charges_and_not_quotes(desk: Desk) -> None:
    fees, governor = desk.stack.fees, desk.stack.governor
    fees.pauseGroups(CHARGING, sender=governor)
    with expect_revert("GroupPaused", paused=CHARGING):
        desk.charge(UNIT)
    assert desk.quote(100_000 * UNIT).total == 50 * UNIT
    fees.unpauseGroups(CHARGING, sender=governor)
    fees.pauseGroups(2**64 - 1 - CHARGING, sender=governor)
    assert desk.charge(100_000 * UNIT).total == 50 * UNIT


def test_pausing_keeps_what_lies_in_the_same_word(desk: Desk) -> None:
    stack = desk.stack
    stack.chain.set_base_fee(10 * GWEI)
    stack.fees.sampleBaseFee(sender=desk.payer)
    before = stack.fees.averageBaseFee(), stack.fees.versions()
    stack.fees.pauseGroups(2**64 - 1, sender=stack.governor)
    stack.fees.unpauseGroups(2**64 - 1, sender=stack.governor)
    assert (stack.fees.averageBaseFee(), stack.fees.versions()) == before


def test_a_line_that_is_full_must_be_swept(desk: Desk) -> None:
    dear = schedule(bandRatePips=[50_000] * 4, urgencyPips=[0] * 3, serviceSeconds=[0] * 3)
    dear |= {"openHours": bytes(24), "closedHours": bytes(24), "congestionMaxPremiumPips": 0}
    desk.stack.publish(
        dear | {"congestionKinkPremiumPips": 0, "capValue": UNCAPPED, "tierDiscountBps": [0] * 4}
    )
    whole = 2**128 - 1
    for _ in range(20):
        desk.charge(whole, price=0)
    accrued = 20 * (whole // 20)
    assert desk.line().accrued == accrued
    with expect_revert("AccrualFull", accrued=accrued):
        desk.charge(whole, price=0)
    desk.charge((2**128 - 1 - accrued) * 20, price=0)
    with expect_revert("AccrualFull"):
        desk.charge(20, price=0)


def test_version_0_charges_nothing(desk: Desk) -> None:
    desk.stack.publish(NO_SCHEDULE)
    charged = desk.charge(10**9 * UNIT, urgency=3, complexity=3)
    assert charged.total == 0
    assert desk.line().accrued == 0
    assert desk.account(desk.payer).volume == 10**9 * VALUE


def test_volume_stays_at_the_most_that_it_can_hold(desk: Desk) -> None:
    for _ in range(3):
        desk.charge(2**128 - 1, price=2**64 - 1, decimals=0)
    assert desk.account(desk.payer).volume == 2**80 - 1
    assert desk.quote(UNIT).tier == 4


def test_several_charges_of_one_transaction(desk: Desk) -> None:
    requests = [desk.request(1_000_000 * UNIT) for _ in range(8)]
    receipt = desk.stack.collector.chargeAll(requests, sender=desk.payer)
    fees = [event.fee for event in receipt.events.named("Charged")]
    # From the sixth on the first tier holds.
    assert fees == [500 * UNIT] * 5 + [475 * UNIT] * 3
