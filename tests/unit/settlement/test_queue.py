"""The queue of payments: order, priorities, expiry, withdrawal."""

from quantera.evm import expect_revert
from quantera.gas.settlement_stack import DAY
from tests.unit.settlement.conftest import FUNDS, Market

HIGHLY_URGENT, URGENT, NORMAL = range(3)
PDNG, ACSC, CANC, RJCT = range(1, 5)


def queue(market: Market, amount: int, priority: int = NORMAL, wait: int = DAY) -> bytes:
    found: bytes = market.manager.queuePayment(
        market.bob,
        market.cash,
        amount,
        priority,
        market.stack.chain.timestamp + wait,
        sender=market.alice,
    ).return_value
    return found


def settle(market: Market, most: int = 100) -> int:
    receipt = market.manager.settleQueue(market.alice, market.cash, most, sender=market.carrier)
    found: int = receipt.return_value
    return found


def status(market: Market, payment: bytes) -> int:
    found: int = market.manager.queuedPayment(payment).status
    return found


def keep(market: Market, amount: int) -> None:
    """Leave Alice with this much."""
    market.cash.transfer(market.carrier, FUNDS - amount, sender=market.alice)


def test_s_14_fifo_and_priority_respected_within_participant(market: Market) -> None:
    """The more urgent first, within a priority first in first out; nothing overtakes what waits."""
    keep(market, 100)
    normal = [queue(market, 10), queue(market, 1)]
    urgent = [queue(market, 60, URGENT), queue(market, 50, URGENT), queue(market, 1, URGENT)]
    first = queue(market, 5, HIGHLY_URGENT)
    assert settle(market) == 2
    assert [status(market, item) for item in (first, *urgent, *normal)] == [
        ACSC,
        ACSC,
        PDNG,
        PDNG,
        PDNG,
        PDNG,
    ]
    market.cash.mint(market.alice, 15, sender=market.carrier)
    assert settle(market) == 1
    market.cash.mint(market.alice, 12, sender=market.carrier)
    assert settle(market) == 3
    assert {status(market, item) for item in (*urgent, *normal)} == {ACSC}
    assert market.cash.balanceOf(market.alice) == 0
    assert market.manager.assetDay(market.cash, market.stack.chain.timestamp // DAY) == (127, 6)


def test_a_payment_expires(market: Market) -> None:
    early, late = queue(market, 1, wait=10), queue(market, 2, wait=11)
    market.stack.chain.advance(10)
    assert settle(market) == 1
    assert (status(market, early), status(market, late)) == (RJCT, ACSC)


def test_the_payer_withdraws(market: Market) -> None:
    payment, other = queue(market, 1), queue(market, 2)
    with expect_revert("NotThePayer", caller=market.bob):
        market.manager.cancelQueued(payment, sender=market.bob)
    market.manager.cancelQueued(payment, sender=market.alice)
    with expect_revert("PaymentNotQueued"):
        market.manager.cancelQueued(payment, sender=market.alice)
    assert settle(market) == 1
    assert (status(market, payment), status(market, other)) == (CANC, ACSC)


def test_another_priority_means_the_end_of_its_queue(market: Market) -> None:
    keep(market, 10)
    waiting, payment = queue(market, 10, URGENT), queue(market, 10)
    moved = market.manager.reprioritise(payment, URGENT, sender=market.alice).return_value
    assert status(market, payment) == CANC
    assert market.manager.queueHead(market.alice, market.cash, URGENT) == (waiting, 2)
    assert settle(market) == 1
    assert (status(market, waiting), status(market, moved)) == (ACSC, PDNG)
    with expect_revert("NotThePayer"):
        market.manager.reprioritise(moved, NORMAL, sender=market.bob)


def test_a_call_looks_at_no_more_than_it_is_told_to(market: Market) -> None:
    payments = [queue(market, 1) for _ in range(3)]
    market.manager.cancelQueued(payments[0], sender=market.alice)
    assert settle(market, 1) == 0
    assert settle(market, 1) == 1
    assert settle(market, 0) == 0
    assert settle(market, 5) == 1
    assert settle(market, 5) == 0


def test_what_cannot_be_paid_is_not_queued(market: Market) -> None:
    expiry = market.stack.chain.timestamp + DAY
    arguments = (market.bob, market.cash, 1, NORMAL, expiry)
    for place, wrong in ((0, market.alice), (2, 0), (4, expiry - DAY)):
        values = [*arguments]
        values[place] = wrong
        with expect_revert("PaymentInvalid"):
            market.manager.queuePayment(*values, sender=market.alice)
    with expect_revert("PaymentAssetRefused", reason=3):
        market.manager.queuePayment(
            market.bob, market.security, 1, NORMAL, expiry, sender=market.alice
        )
    with expect_revert("ParticipantNotAdmitted"):
        market.manager.queuePayment(
            market.carrier, market.cash, 1, NORMAL, expiry, sender=market.alice
        )


def test_a_suspended_payee_does_not_lock_the_payer_in(market: Market) -> None:
    payment = queue(market, 1)
    market.manager.suspendParticipant(market.bob, sender=market.governor)
    with expect_revert("ParticipantNotAdmitted"):
        settle(market)
    market.manager.cancelQueued(payment, sender=market.alice)
    assert settle(market) == 0
