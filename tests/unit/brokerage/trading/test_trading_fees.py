"""Fees of trades: what is opened is charged, in the cash asset, as debt."""

import pytest

from quantera.evm import Actor, Contract, expect_revert
from tests.unit.brokerage.trading.desk import ETHER, VALUE, Desk, account_of

RATE = 10
"""Basis points of what is opened."""
PER_ETHER = 2_000 * 10**6 * RATE // 10_000
MOST_BPS = 100


@pytest.fixture
def fees(desk: Desk, alice: Actor, bob: Actor) -> Contract:
    """Charges both, who have agreed to more."""
    probe = desk.stack.chain.deploy("FeeStructureProbe", RATE)
    desk.broker.setFeeStructure(probe, sender=desk.governor)
    for who in (alice, bob):
        desk.broker.agreeToFees(MOST_BPS, sender=who)
    return probe


def test_opening_is_charged(desk: Desk, alice: Actor, fees: Contract) -> None:
    liquidity = desk.broker.lendingPool(desk.cash.id).liquidity
    desk.trade(alice, desk.ether, ETHER)
    assert desk.owed(alice) == desk.broker.collectedFees(desk.cash.id) == PER_ETHER
    assert desk.broker.lendingPool(desk.cash.id).liquidity == liquidity - PER_ETHER
    asked = fees.asked()
    assert (asked.amount, asked.payer, asked.asset) == (
        2_000 * 10**6,
        alice,
        desk.cash.cash.address,
    )
    risk = desk.risk(alice)
    assert desk.recorded(alice) == risk.exposureValue == 200 * VALUE + 2 * VALUE


def test_what_closes_is_not(desk: Desk, alice: Actor, fees: Contract) -> None:
    desk.trade(alice, desk.ether, 2 * ETHER)
    assert desk.owed(alice) == 2 * PER_ETHER
    desk.trade(alice, desk.ether, -ETHER)
    desk.close(alice, desk.ether, ETHER // 2)
    assert desk.owed(alice) == 2 * PER_ETHER
    desk.trade(alice, desk.ether, -ETHER)
    assert desk.owed(alice) == 2 * PER_ETHER + PER_ETHER // 2
    desk.trade(alice, desk.ether, -ETHER)
    assert desk.owed(alice) == 3 * PER_ETHER + PER_ETHER // 2
    assert fees.rateBps() == RATE


def test_both_sides_of_a_match(desk: Desk, alice: Actor, bob: Actor, fees: Contract) -> None:
    desk.trade(bob, desk.ether, ETHER)
    buy, sell = desk.order(alice, desk.ether, 3 * ETHER), desk.order(bob, desk.ether, -3 * ETHER)
    desk.broker.matchTrade(
        buy, b"", sell, desk.signed(sell, bob), 3 * ETHER, 2_000 * VALUE, sender=alice
    )
    assert desk.owed(alice) == 3 * PER_ETHER
    assert desk.owed(bob) == PER_ETHER + 2 * PER_ETHER
    assert desk.broker.collectedFees(desk.cash.id) == 6 * PER_ETHER
    assert fees.rateBps() == RATE


def test_a_fee_above_what_was_agreed(desk: Desk, alice: Actor, fees: Contract) -> None:
    desk.broker.agreeToFees(RATE - 1, sender=alice)
    with expect_revert("FeeAboveLimit", fee=PER_ETHER):
        desk.trade(alice, desk.ether, ETHER)
    desk.broker.agreeToFees(RATE, sender=alice)
    desk.trade(alice, desk.ether, ETHER)
    assert fees.rateBps() == RATE


def test_a_fee_that_the_pool_does_not_have(desk: Desk, alice: Actor, fees: Contract) -> None:
    pool = desk.broker.lendingPool(desk.cash.id)
    desk.stack.fund(desk.ether, [alice], 10**6 * ETHER)
    desk.broker.deposit(account_of(alice), desk.ether.id, 10**6 * ETHER, sender=alice)
    # Borrowing is charged, too.
    amount = pool.liquidity * 10_000 // (10_000 + RATE)
    desk.broker.borrow(account_of(alice), desk.cash.id, amount, alice, sender=alice)
    left = desk.broker.lendingPool(desk.cash.id).liquidity
    assert left < PER_ETHER
    with expect_revert("InsufficientLiquidity", asked=PER_ETHER, available=left):
        desk.trade(alice, desk.ether, ETHER)
    assert fees.rateBps() == RATE
