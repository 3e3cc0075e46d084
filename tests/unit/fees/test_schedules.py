"""Versions, their notice, and what a schedule must keep to."""

from typing import Any

import pytest

from quantera.evm import expect_revert
from tests.unit.fees.desk import EXAMPLE, NO_SCHEDULE, PRODUCTS, UNIT, Desk, schedule

DAY = 86_400
NOTICE = 7 * DAY
BANDS, TIERS, URGENCY, SERVICE, COMPLEXITY, LIMITS, CONGESTION, CALENDAR, MOST = range(9)
DEARER = schedule(bandRatePips=[1_000] * 4)


def total(desk: Desk) -> int:
    fee: int = desk.quote(100_000 * UNIT).total
    return fee


@pytest.mark.parametrize("early", [1, 0, -1])
def test_fee_30_the_notice(governed: Desk, early: int) -> None:
    now = governed.stack.chain.timestamp
    if early > 0:
        with expect_revert(
            "NoticeTooShort", effectiveAt=now + NOTICE - early, earliest=now + NOTICE
        ):
            governed.stack.publish(DEARER, now + NOTICE - early)
        return
    governed.stack.publish(DEARER, now + NOTICE - early)
    assert governed.stack.fees.versions() == (1, 2, now + NOTICE - early)


def test_fee_30_during_set_up_there_is_no_notice_and_no_past(desk: Desk) -> None:
    now = desk.stack.chain.timestamp
    with expect_revert("NoticeTooShort", effectiveAt=now - 1, earliest=now):
        desk.stack.publish(DEARER, now - 1)
    desk.stack.publish(DEARER, now)
    assert (desk.stack.fees.versions(), total(desk)) == ((2, 0, 0), 100 * UNIT)


@pytest.mark.parametrize(("wait", "version", "fee"), [(-1, 1, 50), (0, 2, 100), (1, 2, 100)])
def test_a_version_holds_from_its_second_on(
    governed: Desk, wait: int, version: int, fee: int
) -> None:
    chain = governed.stack.chain
    # Both the version before and the new one are met on a Tuesday.
    chain.advance(7 * DAY)
    effective = chain.timestamp + NOTICE
    governed.stack.publish(DEARER, effective)
    chain.set_timestamp(effective + wait)
    assert total(governed) == fee * UNIT
    assert governed.stack.fees.versions()[0] == version
    charged = governed.charge(100_000 * UNIT)
    assert (charged.total, charged.version) == (fee * UNIT, version)


def test_a_schedule_that_changes_mid_trade(governed: Desk) -> None:
    """What was quoted before the change is charged after it only within the payer's limit."""
    stack = governed.stack
    effective = stack.chain.timestamp + NOTICE
    stack.publish(DEARER, effective)
    stack.chain.set_timestamp(effective - 1)
    quoted = governed.quote(100_000 * UNIT)
    stack.chain.set_timestamp(effective)
    with expect_revert("FeeAboveLimit", fee=100 * UNIT, maxFee=50 * UNIT):
        governed.charge(100_000 * UNIT, quoted.total)
    assert governed.charge(100_000 * UNIT, 100 * UNIT).version == 2


def test_fee_31_one_version_waits_at_most(governed: Desk) -> None:
    stack = governed.stack
    effective = stack.chain.timestamp + NOTICE
    stack.publish(DEARER, effective)
    with expect_revert("SchedulesWaiting", version=2, effectiveAt=effective):
        stack.publish(EXAMPLE, effective + 1)
    stack.chain.set_timestamp(effective)
    stack.publish(EXAMPLE, effective + NOTICE)
    assert stack.fees.versions() == (2, 3, effective + NOTICE)


def test_a_waiting_version_is_withdrawn_and_its_number_not_used_again(governed: Desk) -> None:
    stack = governed.stack
    now = stack.chain.timestamp
    with expect_revert("NoSchedulesWaiting"):
        stack.fees.withdrawSchedules(sender=stack.governor)
    stack.publish(DEARER, now + NOTICE)
    receipt = stack.fees.withdrawSchedules(sender=stack.governor)
    assert receipt.events.one("SchedulesWithdrawn").version == 2
    assert stack.fees.versions() == (1, 0, 0)
    published = stack.publish(schedule(bandRatePips=[2_000] * 4), now + NOTICE)
    assert published.events.one("SchedulesPublished").version == 3
    stack.chain.set_timestamp(now + NOTICE)
    assert (stack.fees.versions(), total(governed)) == ((3, 0, 0), 200 * UNIT)
    with expect_revert("NoSchedulesWaiting"):
        stack.fees.withdrawSchedules(sender=stack.governor)


def test_fee_31_versions_stay_as_they_were_published(desk: Desk) -> None:
    fees = desk.stack.fees
    rows = [
        schedule(
            bandRatePips=[500 + number, 400, 300, 200],
            bandValues=[1, 2, 2**64 - 1],
            tierVolumes=[0, 1, 2, 2**48 - 1],
            serviceSeconds=[2**24 - 1, 7, 7],
            complexityValues=[0, 1, 2**40 - 1],
            minComplexity=3,
            floorValue=2**64 - 1,
            capValue=2**64 - 1,
            congestionFullPips=2**32 - 1,
            openHours=bytes(range(24)),
            closedHours=bytes(range(23, -1, -1)),
            closedWeekdays=127,
            holidaysFrom=2**32 - 1,
            holidays=[2**256 - 1, 1],
        )
        for number in range(6)
    ]
    receipt = desk.stack.publish(rows)
    event = receipt.events.one("SchedulesPublished")
    assert event.effectiveAt == desk.stack.chain.timestamp
    for product in range(6):
        stored = fees.scheduleOf(2, product)
        assert list(stored) == list(event.schedules[product])
        for name, value in rows[product].items():
            shown = getattr(stored, name)
            assert (list(shown) if isinstance(value, list) else shown) == value
    desk.stack.publish(DEARER)
    assert list(fees.scheduleOf(2, 5)) == list(event.schedules[5])


def test_each_product_is_charged_by_its_own_schedule(desk: Desk) -> None:
    """In quotes, charges, and the specified function, which takes the first."""
    rates = [100 * (number + 1) for number in range(len(PRODUCTS))]
    desk.stack.publish([schedule(bandRatePips=[rate] * 4) for rate in rates])
    for product, rate in enumerate(rates):
        fee = 100_000 * UNIT * rate // 10**6
        assert desk.quote(100_000 * UNIT, product=product).total == fee
        charged = desk.charge(100_000 * UNIT, product=product)
        assert (charged.total, charged.product) == (fee, product)
    fees = desk.stack.fees
    assert fees.calculateFee(desk.payer, 100_000 * UNIT, 0, 0) == 10 * UNIT


@pytest.mark.parametrize("version", [0, 2, 2**16, 2**256 - 1])
def test_a_version_that_was_not_published_charges_nothing(desk: Desk, version: int) -> None:
    stored = desk.stack.fees.scheduleOf(version, 0)
    for name, value in NO_SCHEDULE.items():
        shown = getattr(stored, name)
        assert (list(shown) if isinstance(value, list) else shown) == value


def test_versions_are_found_beyond_one_byte(desk: Desk) -> None:
    """The address of a contract's creation is written differently from 128 and from 256 on."""
    for number in range(2, 131):
        desk.publish(bandRatePips=[1_000 + number] * 4)
    assert desk.stack.fees.versions()[0] == 130
    assert total(desk) == 113 * UNIT
    assert desk.stack.fees.scheduleOf(127, 3).bandRatePips[0] == 1_127
    assert desk.stack.fees.scheduleOf(128, 3).bandRatePips[0] == 1_128


HOURLY = {"openHours": bytes(24), "closedHours": bytes(24)}

REFUSED: list[tuple[dict[str, Any], int]] = [
    ({"bandValues": [2, 1, 3]}, BANDS),
    ({"bandValues": [1, 3, 2]}, BANDS),
    ({"bandRatePips": [499, 500, 200, 100]}, BANDS),
    ({"bandRatePips": [500, 199, 200, 100]}, BANDS),
    ({"bandRatePips": [500, 300, 99, 100]}, BANDS),
    ({"tierVolumes": [2, 1, 3, 4]}, TIERS),
    ({"tierVolumes": [1, 3, 2, 4]}, TIERS),
    ({"tierVolumes": [1, 2, 4, 3]}, TIERS),
    ({"tierDiscountBps": [2, 1, 3, 4]}, TIERS),
    ({"tierDiscountBps": [1, 2, 4, 3]}, TIERS),
    ({"tierDiscountBps": [1, 2, 3, 10_001]}, TIERS),
    ({"urgencyPips": [2, 1, 3]}, URGENCY),
    ({"urgencyPips": [1, 3, 2]}, URGENCY),
    ({"serviceSeconds": [0, 2, 1]}, SERVICE),
    ({"serviceSeconds": [3, 2, 0]}, SERVICE),
    ({"serviceSeconds": [3, 2, 4]}, SERVICE),
    ({"serviceSeconds": [1, 2, 1]}, SERVICE),
    ({"urgencyPips": [0, 1, 2]}, SERVICE),
    ({"complexityValues": [2, 1, 3]}, COMPLEXITY),
    ({"complexityValues": [1, 3, 2]}, COMPLEXITY),
    ({"minComplexity": 4}, COMPLEXITY),
    ({"floorValue": 2, "capValue": 1}, LIMITS),
    ({"congestionKinkPips": 1_000_000}, CONGESTION),
    ({"congestionKinkPips": 0}, CONGESTION),
    ({"congestionFullPips": 2_000_000}, CONGESTION),
    ({"congestionKinkPremiumPips": 500_001}, CONGESTION),
    ({"congestionMaxPremiumPips": 0}, CONGESTION),
    ({"closedWeekdays": 128}, CALENDAR),
    ({"bandRatePips": [22_223, 0, 0, 0]}, MOST),
    ({"bandRatePips": [22_222, 0, 0, 0], "openHours": bytes([26] + [0] * 23)}, MOST),
    ({"bandRatePips": [22_222, 0, 0, 0], "closedHours": bytes([0] * 23 + [26])}, MOST),
    ({"bandRatePips": [22_222, 0, 0, 0], "urgencyPips": [0, 0, 500_100]}, SERVICE),
    ({"bandRatePips": [22_222, 0, 0, 0], "urgencyPips": [1, 2, 500_100]}, MOST),
]


@pytest.mark.parametrize(("changes", "fault"), REFUSED)
def test_what_is_refused(desk: Desk, changes: dict[str, Any], fault: int) -> None:
    for product in (0, 5):
        rows = [dict(EXAMPLE) for _ in PRODUCTS]
        rows[product] = schedule(**changes)
        with expect_revert("ScheduleRefused", product=product, fault=fault):
            desk.stack.publish(rows)
    assert desk.stack.fees.versions() == (1, 0, 0)


@pytest.mark.parametrize(
    "changes",
    [
        NO_SCHEDULE,
        {"bandValues": [7, 7, 7], "tierVolumes": [7] * 4, "tierDiscountBps": [7] * 4},
        {"urgencyPips": [0, 0, 9], "serviceSeconds": [0, 0, 9]},
        {"urgencyPips": [0] * 3, "serviceSeconds": [0] * 3},
        {"bandRatePips": [22_222] * 4},
        {"bandRatePips": [50_000] * 4, "urgencyPips": [0] * 3, "serviceSeconds": [0] * 3}
        | HOURLY
        | {"congestionKinkPremiumPips": 0, "congestionMaxPremiumPips": 0},
        {"congestionKinkPips": 1_000_001, "congestionFullPips": 1_000_002},
        {"tierDiscountBps": [10_000] * 4},
    ],
)
def test_what_is_just_allowed(desk: Desk, changes: dict[str, Any]) -> None:
    desk.publish(**changes)
    for amount in (0, 1, 10**6 * UNIT, 2**128 - 1):
        assert desk.quote(amount, 10**18, urgency=3, complexity=3).total <= amount // 20
