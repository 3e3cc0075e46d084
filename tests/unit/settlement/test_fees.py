"""Fees: off unless set, up to what the payer agreed to, kept apart, paid out as collected."""

from typing import Any

import pytest

from quantera.evm import Contract, expect_revert
from quantera.gas.settlement_stack import DAY, ONE
from tests.unit.settlement.conftest import AMOUNT, FUNDS, QUANTITY, Market

RATE = 50
FEE = AMOUNT * RATE // 10_000


@pytest.fixture
def fees(market: Market) -> Contract:
    structure = market.stack.chain.deploy("FeeStructureProbe", RATE)
    market.manager.setFeeStructure(structure, sender=market.governor)
    for party in (market.alice, market.bob):
        market.manager.agreeToFees(RATE, sender=party)
    return structure


def test_they_are_off_at_first(market: Market) -> None:
    assert int(market.manager.feeStructure(), 16) == 0
    market.settle(market.terms())
    assert market.balances(market.cash) == (FUNDS + AMOUNT, FUNDS - AMOUNT)


def test_the_payer_of_a_trade_pays_beside_it(market: Market, fees: Contract) -> None:
    market.settle(market.terms())
    assert market.balances(market.cash) == (FUNDS + AMOUNT, FUNDS - AMOUNT - FEE)
    assert market.manager.collectedFees(market.cash) == FEE
    asked = fees.asked()
    institution = market.manager.participantOf(market.bob).institution
    assert tuple(asked) == (3, market.bob, market.cash.address, AMOUNT, ONE, 18, 0, 1, institution)


def test_payments_queues_and_netted_trades_are_charged(market: Market, fees: Contract) -> None:
    market.manager.pay(0, market.bob, ONE, 1, bytes(32), sender=market.alice)
    expected = 10**18 * RATE // 10_000
    assert market.manager.collectedFees(market.cash) == expected
    expiry = market.stack.chain.timestamp + DAY
    market.manager.queuePayment(market.bob, market.cash, AMOUNT, 0, expiry, sender=market.alice)
    market.manager.settleQueue(market.alice, market.cash, 1, sender=market.carrier)
    terms = market.terms()
    sides: Any = market.sides(terms, nonce=4)
    market.manager.settleTrades(1, [terms], [sides[0]], [sides[1]], sender=market.carrier)
    market.manager.inceptPayment(
        b"i" * 32, market.cash, AMOUNT, market.bob, "s", "f", sender=market.alice
    )
    market.manager.payAndDecrypt(b"i" * 32, sender=market.bob)
    assert market.manager.collectedFees(market.cash) == expected + 3 * FEE


@pytest.mark.parametrize(("agreed", "accepted"), [(0, False), (RATE - 1, False), (RATE, True)])
def test_nobody_pays_more_than_it_agreed_to(
    market: Market, fees: Contract, agreed: int, accepted: bool
) -> None:
    market.manager.agreeToFees(agreed, sender=market.bob)
    assert market.manager.agreedFees(market.bob) == agreed
    for greedy in (False, True):
        if greedy:
            fees.forgetLimits(sender=market.carrier)
        with market.stack.chain.rollback():
            if accepted:
                market.settle(market.terms())
            else:
                most = AMOUNT * agreed // 10_000
                with expect_revert("FeeAboveLimit", fee=FEE, maxFee=most):
                    market.settle(market.terms())


def test_admission_keeps_what_was_agreed(market: Market, fees: Contract) -> None:
    market.manager.admitParticipant(market.bob, market.bob, 1, sender=market.governor)
    assert market.manager.agreedFees(market.bob) == RATE


def test_a_fee_that_cannot_be_paid_stops_the_whole(market: Market, fees: Contract) -> None:
    market.cash.approve(market.manager, AMOUNT + FEE - 1, sender=market.bob)
    with expect_revert("ERC20InsufficientAllowance"):
        market.settle(market.terms())
    assert market.balances(market.security) == (FUNDS, FUNDS)


def test_only_what_was_collected_is_paid_out(market: Market, fees: Contract) -> None:
    market.settle(market.terms())
    hold = market.manager.hold(
        bytes(32), market.cash, QUANTITY, market.bob, market.carrier, bytes(32),
        market.stack.chain.timestamp + DAY, sender=market.alice,
    ).return_value  # fmt: skip
    with expect_revert("NotTheFeeStructure", caller=market.governor):
        market.manager.payFees(market.cash, market.governor, 1, sender=market.governor)
    with expect_revert("FeesNotCollected", amount=FEE + 1, collected=FEE):
        fees.sweep(market.manager, market.cash, FEE + 1, sender=market.carrier)
    fees.sweep(market.manager, market.cash, FEE, sender=market.carrier)
    assert market.cash.balanceOf(fees) == FEE
    assert market.manager.collectedFees(market.cash) == 0
    market.manager.releaseHold(hold, sender=market.bob)


def test_a_fee_structure_has_code(market: Market, fees: Contract) -> None:
    with expect_revert("AddressWithoutCode", account=market.carrier):
        market.manager.setFeeStructure(market.carrier, sender=market.governor)
    market.manager.setFeeStructure("0x" + "00" * 20, sender=market.governor)
    market.settle(market.terms())
    assert market.manager.collectedFees(market.cash) == 0


def test_pausing_keeps_the_fee_structure(market: Market, fees: Contract) -> None:
    market.manager.pauseGroups(4, sender=market.governor)
    market.manager.unpauseGroups(4, sender=market.governor)
    assert market.manager.feeStructure() == fees
