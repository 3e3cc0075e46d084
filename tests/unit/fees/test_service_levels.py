"""Service levels: kept, missed, unreported, and returned once."""

import pytest

from quantera.access import LocalRole
from quantera.evm import expect_revert
from tests.unit.fees.desk import UNCAPPED, UNIT, VALUE, Desk

DAY = 86_400
GRACE = 7 * DAY
SERVICE = 2
DUE = (0, 14_400, 3_600, 600)
PREMIUM = UNIT * 5
"""Of urgency 1 on 100,000."""


@pytest.fixture
def promised(desk: Desk) -> Desk:
    """The first charge has urgency 1."""
    stack = desk.stack
    stack.asset.mint(stack.collector, 10**6 * UNIT, sender=desk.payer)
    receipt = desk.send(100_000 * UNIT, urgency=1)
    event = receipt.events.one("ServicePromised")
    assert (event.collector, event.payer, event.asset) == (
        stack.collector,
        desk.payer,
        stack.asset,
    )
    due = stack.chain.timestamp + DUE[1]
    assert (event.serial, event.premium, event.dueAt) == (1, PREMIUM, due)
    return desk


def report(desk: Desk, at: int | None = None, serial: int = 1) -> bool:
    stack = desk.stack
    moment = stack.chain.timestamp if at is None else at
    receipt = stack.collector.report(stack.asset, desk.payer, serial, moment, sender=desk.payer)
    kept: bool = receipt.return_value
    return kept


def claim(desk: Desk, serial: int = 1) -> int:
    stack = desk.stack
    receipt = stack.fees.claimRefund(
        stack.collector, stack.asset, desk.payer, serial, sender=stack.chain.actor("anyone")
    )
    event = receipt.events.one("PremiumRefunded")
    assert event.refunded == receipt.return_value
    assert event.outstanding == promise(desk, serial)[0]
    refunded: int = receipt.return_value
    return refunded


def promise(desk: Desk, serial: int = 1) -> tuple[int, int, bool]:
    stack = desk.stack
    found = stack.fees.promiseOf(stack.collector, stack.asset, desk.payer, serial)
    return tuple(found)


def credit(desk: Desk) -> int:
    units: int = desk.stack.fees.creditOf(desk.stack.asset, desk.payer)
    return units


def test_the_premium_waits_outside_the_line(promised: Desk) -> None:
    assert promised.line().accrued == 50 * UNIT
    assert promise(promised) == (PREMIUM, promised.stack.chain.timestamp + DUE[1], False)


def test_without_urgency_nothing_is_promised(desk: Desk) -> None:
    assert not desk.send(100_000 * UNIT).events.named("ServicePromised")
    assert promise(desk) == (0, 0, False)
    assert not report(desk)


@pytest.mark.parametrize("urgency", [1, 2, 3])
def test_levels_are_due_sooner(desk: Desk, urgency: int) -> None:
    quoted = desk.quote(100_000 * UNIT, urgency=urgency)
    assert quoted.dueAt == desk.stack.chain.timestamp + DUE[urgency]
    desk.charge(100_000 * UNIT, urgency=urgency)
    assert promise(desk) == (quoted.refundable, quoted.dueAt, False)


@pytest.mark.parametrize(
    ("late", "kept"), [(-DUE[1], True), (-1, True), (0, True), (1, False), (10 * DAY, False)]
)
def test_a_report_at_the_edge(promised: Desk, late: int, kept: bool) -> None:
    chain = promised.stack.chain
    chain.advance(DUE[1] + late)
    assert report(promised) == kept
    assert promised.line().accrued == 50 * UNIT + (PREMIUM if kept else 0)
    if kept:
        assert promise(promised) == (0, 0, False)
        with expect_revert("PromiseUnknown"):
            claim(promised)
    else:
        assert promise(promised)[2]
        assert claim(promised) == PREMIUM == credit(promised)


def test_a_delivery_is_reported_afterwards(promised: Desk) -> None:
    due = promised.stack.chain.timestamp + DUE[1]
    promised.stack.chain.advance(5 * DAY)
    assert report(promised, due)


def test_a_delivery_in_the_future(promised: Desk) -> None:
    moment = promised.stack.chain.timestamp + 1
    with expect_revert("DeliveredInFuture", deliveredAt=moment):
        report(promised, moment)


@pytest.mark.parametrize("early", [1, 0])
def test_an_unreported_promise_is_claimed_after_the_grace(promised: Desk, early: int) -> None:
    chain = promised.stack.chain
    from_then = chain.timestamp + DUE[1] + GRACE + 1
    chain.set_timestamp(from_then - early)
    if early:
        with expect_revert("PromiseStillOpen", claimableFrom=from_then):
            claim(promised)
        assert not report(promised)
    assert claim(promised) == PREMIUM


def test_fee_12_a_promise_ends_once(promised: Desk) -> None:
    promised.stack.chain.advance(DUE[1] + 1)
    assert not report(promised)
    # A second report, even one of an early delivery, changes nothing.
    assert not report(promised, promised.stack.chain.timestamp - DUE[1])
    assert claim(promised) == PREMIUM
    assert not report(promised, promised.stack.chain.timestamp - DUE[1])
    with expect_revert("PromiseUnknown"):
        claim(promised)
    assert (promised.line().accrued, credit(promised)) == (50 * UNIT, PREMIUM)


def test_fee_12_what_is_returned_is_what_the_level_cost(desk: Desk) -> None:
    """Also where floor, cap or waiver hide the premium in part or whole."""
    cases = [
        (500 * UNIT, {}),
        (940 * UNIT, {}),
        (2**100, {}),
        (10 * UNIT, {"complexity": 3}),
        (100_000 * UNIT, {"price": 0}),
    ]
    account = desk.stack.fees.accountOf(desk.payer)
    desk.publish(capValue=2_000 * VALUE)
    for waiver in (0, 333_333, 1_000_000):
        terms = (0, waiver, 2**40 - 1, 63)
        desk.stack.fees.setTerms(account, terms, sender=desk.stack.governor)
        for amount, changes in cases:
            calm = desk.quote(amount, **changes)
            for urgency in (1, 2, 3):
                hasty = desk.quote(amount, urgency=urgency, **changes)
                assert hasty.refundable == hasty.total - calm.total
                assert (hasty.dueAt > 0) == (hasty.refundable > 0)
                charged = desk.send(amount, urgency=urgency, **changes)
                named = charged.events.named("ServicePromised")
                assert [event.premium for event in named] == [hasty.refundable] * (
                    hasty.refundable > 0
                )


def test_a_refund_is_withdrawn_by_the_payer(promised: Desk) -> None:
    stack = promised.stack
    stack.chain.advance(DUE[1] + 1)
    report(promised)
    claim(promised)
    stack.fees.withdraw(stack.asset, promised.payer, sender=promised.payer)
    assert stack.asset.balanceOf(promised.payer) == PREMIUM


def test_fee_12_a_refund_that_is_paid_in_part(promised: Desk) -> None:
    stack = promised.stack
    stack.chain.advance(DUE[1] + 1)
    report(promised)
    stack.collector.setPaidBps(2_500, sender=promised.payer)
    assert claim(promised) == PREMIUM // 4
    stack.collector.setPaidBps(0, sender=promised.payer)
    with expect_revert("CollectorPaidNothing"):
        claim(promised)
    stack.collector.setPaidBps(10_000, sender=promised.payer)
    assert claim(promised) == PREMIUM - PREMIUM // 4
    assert credit(promised) == PREMIUM


def test_fee_12_a_collector_cannot_report_while_it_refunds(promised: Desk) -> None:
    stack = promised.stack
    stack.chain.advance(DUE[1] + GRACE + 1)
    early = stack.chain.timestamp - DUE[1] - GRACE
    data = stack.fees.reportDelivery.encode(stack.asset, promised.payer, 1, early)
    stack.collector.setCall(stack.fees, data, sender=promised.payer)
    assert claim(promised) == PREMIUM
    assert promised.line().accrued == 50 * UNIT


def test_only_the_collector_itself_reports(promised: Desk) -> None:
    stack = promised.stack
    other = stack.chain.deploy("FeeCollectorProbe", stack.fees)
    arguments = (stack.asset, promised.payer, 1, stack.chain.timestamp)
    with expect_revert("LocalRoleMissing"):
        stack.fees.reportDelivery(*arguments, sender=promised.payer)
    stack.fees.grantLocalRole(LocalRole.PRODUCT, other, sender=stack.governor)
    assert not other.report(*arguments, sender=promised.payer).return_value
    assert promise(promised)[0] == PREMIUM


def test_service_is_paused_by_itself(promised: Desk) -> None:
    stack = promised.stack
    stack.fees.pauseGroups(SERVICE, sender=stack.governor)
    for attempt in (report, claim):
        with expect_revert("GroupPaused", paused=SERVICE):
            attempt(promised)
    promised.charge(UNIT)


def test_a_line_that_is_full_takes_no_premium(desk: Desk) -> None:
    desk.publish(
        bandRatePips=[22_222] * 4, capValue=UNCAPPED, tierDiscountBps=[0] * 4, closedWeekdays=0
    )
    whole = 2**128 - 1
    desk.charge(whole, urgency=3, price=0)
    premium = promise(desk)[0]
    while desk.line().accrued <= 2**128 - 1 - premium:
        desk.charge(min(whole, (2**128 - 1 - desk.line().accrued) * 44), price=0)
    with expect_revert("AccrualFull"):
        report(desk)
    assert promise(desk)[0] == premium
