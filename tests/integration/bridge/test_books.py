"""The books themselves: each thing that they are there to see makes them fail."""

import pytest

from quantera.bridge.scoring import Protocol
from quantera.gas.token_stack import UNIT
from tests.integration.bridge.books import check
from tests.integration.bridge.quotas import SUPPLY, divide
from tests.integration.bridge.stage import ISSUED, NOBODY, Stage

LANE = ("ethereum", "polygon")


def test_a_unit_that_came_from_nowhere_is_seen(stage: Stage) -> None:
    end = stage.end("polygon")
    end.token.mint(stage.who("ann"), 1, sender=end.stack.agent)
    with pytest.raises(AssertionError):
        check(stage)


def test_a_unit_that_vanished_is_seen(stage: Stage) -> None:
    end = stage.end("polygon")
    end.token.burn(stage.who("ann"), 1, sender=end.stack.agent)
    with pytest.raises(AssertionError):
        check(stage)


def test_what_the_bridge_holds_no_more_is_seen(stage: Stage) -> None:
    end = stage.end("polygon")
    held = end.plain.balanceOf(end.bridge)
    end.plain.transfer(stage.who("ann"), held, sender=end.bridge)
    with pytest.raises(AssertionError):
        check(stage)


def test_who_is_unknown_and_holds_something_is_seen(stage: Stage) -> None:
    message = stage.send(LANE, Protocol.WORMHOLE, recipient=NOBODY)
    stage.settle(Protocol.WORMHOLE)
    end = stage.end("polygon")
    end.holder(NOBODY)
    end.bridge.claim(message.encode(), sender=stage.who("anybody"))
    assert stage.balance("polygon", NOBODY) == UNIT
    with pytest.raises(AssertionError):
        check(stage)


def test_a_credit_that_is_told_twice_is_seen(stage: Stage) -> None:
    end = stage.end("polygon")
    message = stage.send(LANE, Protocol.WORMHOLE)
    stage.settle(Protocol.WORMHOLE)
    assert check(stage).credited[message.id] == 1
    # The bridge itself alone may do this, and never does.
    end.bridge.creditArrival(message.encode(), stage.who("ann"), 15, 1, sender=end.bridge)
    with pytest.raises(AssertionError):
        check(stage)


@pytest.mark.parametrize("call", ["sendAllotment", "receiveAllotment"])
def test_an_allotment_that_came_from_nowhere_or_vanished_is_seen(stage: Stage, call: str) -> None:
    divide(stage, 6 * ISSUED)
    check(stage)
    end = stage.end("polygon")
    act = getattr(end.stack.engine, call)
    act(end.token, SUPPLY, 0, 1, b"m" * 32, sender=end.stack.bridge)
    with pytest.raises(AssertionError):
        check(stage)
