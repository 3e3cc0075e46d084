"""Service levels that a message bought: kept, missed, returned; FEE-12 at the bridge."""

import pytest

from quantera.bridge.messages import Message
from quantera.bridge.scoring import Protocol
from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.gas.bridge_stack import ENOUGH, BridgeEnds
from tests.unit.bridge.acts import carried
from tests.unit.bridge.conftest import THERE
from tests.unit.bridge.paying import Toll, install_toll

URGENCY = 2
DUE_IN = 3_600
"""Seconds of level 2 in the example's schedule."""
WEEK = 7 * 86_400


@pytest.fixture
def toll(ends: BridgeEnds) -> Toll:
    return install_toll(ends)


def sent(toll: Toll) -> tuple[Message, int, int, int]:
    """A message with a service level: its serial, premium and when it is due."""
    message, _, charge = toll.paid(urgency=URGENCY)
    promise = toll.fees.fees.promiseOf(toll.bridge, toll.dollar, toll.alice, charge.serial)
    assert promise.premium == charge.urgency_premium > 0
    assert promise.dueAt == toll.chain.timestamp + DUE_IN
    return message, charge.serial, promise.premium, promise.dueAt


def refund(toll: Toll, serial: int) -> int:
    toll.fees.fees.claimRefund(toll.bridge, toll.dollar, toll.alice, serial, sender=toll.bob)
    credited: int = toll.fees.fees.creditOf(toll.dollar, toll.alice)
    return credited


@pytest.mark.parametrize(("late", "kept"), [(0, True), (1, False)])
def test_a_reported_delivery_keeps_or_misses_its_level(toll: Toll, late: int, kept: bool) -> None:
    message, serial, premium, due = sent(toll)
    collected, accrued = toll.held(toll.dollar)
    assert collected - accrued == premium
    toll.chain.set_timestamp(due + 10)
    receipt = toll.bridge.reportDelivered(message.encode(), due + late, sender=toll.here.governor)
    told = receipt.events.of(toll.bridge).one("ServiceReported")
    assert (told.id, told.deliveredAt, told.kept) == (message.id, due + late, kept)
    assert toll.held(toll.dollar) == (collected, accrued + (premium if kept else 0))
    if kept:
        with expect_revert("PromiseUnknown"):
            refund(toll, serial)
    else:
        assert refund(toll, serial) == premium
        assert toll.held(toll.dollar) == (collected - premium, accrued)
    with expect_revert("NoServiceOpen", id=message.id):
        toll.bridge.reportDelivered(message.encode(), due, sender=toll.here.governor)


def test_what_nobody_reports_is_refunded(toll: Toll) -> None:
    _, serial, premium, due = sent(toll)
    toll.chain.set_timestamp(due + WEEK)
    with expect_revert("PromiseStillOpen", claimableFrom=due + WEEK + 1):
        refund(toll, serial)
    toll.chain.set_timestamp(due + WEEK + 1)
    assert refund(toll, serial) == premium
    before = toll.dollar.balanceOf(toll.alice)
    toll.fees.fees.withdraw(toll.dollar, toll.alice, sender=toll.alice)
    assert toll.dollar.balanceOf(toll.alice) == before + premium


def test_what_comes_back_undelivered_gets_its_premium_back(toll: Toll) -> None:
    """At once when the level was due, on nobody's word; not even a PRICER can say otherwise."""
    message, serial, premium, due = sent(toll)
    there = toll.there
    there.bridge.pauseGroups(1 << 1, sender=there.governor)
    again = toll.bridge.resend(message.encode(), Protocol.AXELAR, sender=toll.alice, value=ENOUGH)
    carried(toll.ends, again)
    with expect_revert("ServiceContradicted", id=message.id, cameBack=False):
        toll.bridge.reportReturned(message.encode(), sender=toll.bob)
    back = there.bridge.returnHome(
        message.encode(), Protocol.WORMHOLE, sender=toll.bob, value=ENOUGH
    )
    carried(toll.ends, back, THERE)
    with expect_revert("ServiceStillDue", id=message.id, dueAt=due):
        toll.bridge.reportReturned(message.encode(), sender=toll.bob)
    toll.chain.set_timestamp(due)
    with expect_revert("ServiceStillDue"):
        toll.bridge.reportReturned(message.encode(), sender=toll.bob)
    with expect_revert("ServiceContradicted", id=message.id, cameBack=True):
        toll.bridge.reportDelivered(message.encode(), due, sender=toll.here.governor)
    toll.chain.set_timestamp(due + 1)
    receipt = toll.bridge.reportReturned(message.encode(), sender=toll.bob)
    assert not receipt.events.of(toll.bridge).one("ServiceReported").kept
    assert refund(toll, serial) == premium
    with expect_revert("NoServiceOpen"):
        toll.bridge.reportReturned(message.encode(), sender=toll.bob)


def test_only_what_bought_a_level_is_reported(toll: Toll) -> None:
    free, _, _ = toll.paid()
    with expect_revert("NoServiceOpen", id=free.id):
        toll.bridge.reportDelivered(free.encode(), 1, sender=toll.here.governor)
    message, _, _, due = sent(toll)
    with expect_revert("LocalRoleMissing"):
        toll.bridge.reportDelivered(message.encode(), due, sender=toll.bob)
    with expect_revert("DeliveredInFuture"):
        toll.bridge.reportDelivered(message.encode(), due, sender=toll.here.governor)
    with expect_revert("MessageMalformed"):
        toll.bridge.reportDelivered(message.encode()[:-1], due, sender=toll.here.governor)


def test_a_structure_that_was_replaced_knows_nothing_of_it(toll: Toll) -> None:
    """Nobody is the worse for a report that it ignores."""
    message, _, _, due = sent(toll)
    toll.bridge.setFeeStructure(ZERO_ADDRESS, sender=toll.here.governor)
    toll.chain.set_timestamp(due)
    with expect_revert("FeesOff"):
        toll.bridge.reportDelivered(message.encode(), due, sender=toll.here.governor)
    assert toll.bridge.serviceOf(message.id).feeAsset == toll.dollar
    toll.bridge.setFeeStructure(toll.fees.fees, sender=toll.here.governor)
    receipt = toll.bridge.reportDelivered(message.encode(), due, sender=toll.here.governor)
    assert receipt.events.of(toll.bridge).one("ServiceReported").kept
