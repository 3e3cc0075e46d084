"""Who held what at a record date."""

import pytest

from quantera.evm import expect_revert
from tests.unit.token.conftest import HELD, Market

WEEK = 7 * 86_400


@pytest.fixture
def falls_at(market: Market) -> int:
    """A record date in a week."""
    falls_at = market.stack.chain.timestamp + WEEK
    receipt = market.stack.token.scheduleRecordDate(falls_at, sender=market.stack.agent)
    assert receipt.return_value == 1
    return falls_at


def holdings(market: Market, number: int) -> tuple[int, int, int]:
    token = market.stack.token
    return (
        token.balanceOfAt(market.holder, number),
        token.balanceOfAt(market.recipient, number),
        token.totalSupplyAt(number),
    )


def test_movements_before_count_and_later_ones_do_not(market: Market, falls_at: int) -> None:
    token, chain, agent = market.stack.token, market.stack.chain, market.stack.agent
    chain.set_timestamp(falls_at - 1)
    token.transfer(market.recipient, 10, sender=market.holder)
    assert holdings(market, 1) == (HELD - 10, 10, HELD)
    chain.set_timestamp(falls_at)
    token.transfer(market.recipient, 5, sender=market.holder)
    token.mint(market.recipient, 7, sender=agent)
    token.burn(market.holder, 3, sender=agent)
    token.forcedTransfer(market.recipient, market.holder, 22, sender=agent)
    assert holdings(market, 1) == (HELD - 10, 10, HELD)
    assert token.recordDate(1) == falls_at


@pytest.mark.parametrize(
    ("function", "by"),
    [
        ("mint", "agent"),
        ("burn", "agent"),
        ("crosschainMint", "bridge"),
        ("crosschainBurn", "bridge"),
    ],
)
def test_each_first_movement_keeps_it(
    market: Market, falls_at: int, function: str, by: str
) -> None:
    stack = market.stack
    stack.chain.set_timestamp(falls_at)
    getattr(stack.token, function)(market.holder, 5, sender=getattr(stack, by))
    assert holdings(market, 1) == (HELD, 0, HELD)


def test_a_batch_keeps_it_too(market: Market, falls_at: int) -> None:
    token, chain = market.stack.token, market.stack.chain
    chain.set_timestamp(falls_at)
    token.batchTransfer([market.recipient] * 2, [5, 6], sender=market.holder)
    assert holdings(market, 1) == (HELD, 0, HELD)
    assert token.balanceOf(market.recipient) == 11


def test_who_does_not_move_is_found_through_later_dates(market: Market, falls_at: int) -> None:
    token, chain, agent = market.stack.token, market.stack.chain, market.stack.agent
    chain.set_timestamp(falls_at)
    token.scheduleRecordDate(falls_at + WEEK, sender=agent)
    token.mint(market.recipient, 1, sender=agent)
    chain.set_timestamp(falls_at + WEEK)
    token.transfer(market.recipient, 10, sender=market.holder)
    assert holdings(market, 1) == (HELD, 0, HELD)
    assert holdings(market, 2) == (HELD, 1, HELD + 1)


def test_one_at_a_time_and_in_the_future(market: Market, falls_at: int) -> None:
    token, chain, agent = market.stack.token, market.stack.chain, market.stack.agent
    with expect_revert("InvalidRecordDate"):
        token.scheduleRecordDate(falls_at + 1, sender=agent)
    chain.set_timestamp(falls_at)
    with expect_revert("InvalidRecordDate", fallsAt=falls_at):
        token.scheduleRecordDate(falls_at, sender=agent)
    token.scheduleRecordDate(falls_at + 1, sender=agent)


def test_unknown_numbers(market: Market, falls_at: int) -> None:
    token = market.stack.token
    for number in (0, 2):
        for function in (token.recordDate, token.totalSupplyAt):
            with expect_revert("UnknownRecordDate", number=number):
                function(number)
        with expect_revert("UnknownRecordDate", number=number):
            token.balanceOfAt(market.holder, number)
