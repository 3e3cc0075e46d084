"""Fees by the real fee structure: everything that settles is charged, to the wei, on both sides."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.access import LocalRole
from quantera.evm import ZERO_ADDRESS, Actor, Contract, MemoryChain, Receipt, expect_revert
from quantera.fees import Charge, charges
from quantera.gas.fee_stack import FeeStack, deploy_fee_stack
from quantera.gas.settlement_stack import (
    DAY,
    MOST_FEE_BPS,
    ONE,
    Kind,
    Leg,
    SettlementStack,
    charge_fees,
    settlement_beside,
)
from tests.unit.settlement.clearing import Clearing, everything, problem

UNIT = 10**18
PLENTY = 10**9 * UNIT
AMOUNT = 1_000 * UNIT
CHARGING = 1
SETTLEMENT = 3


@dataclass(frozen=True)
class Till:
    """A settlement manager that charges, and three parties with cash."""

    fees: FeeStack
    stack: SettlementStack
    cash: Contract
    security: Contract
    parties: tuple[Actor, Actor, Actor]

    @property
    def manager(self) -> Contract:
        return self.stack.manager

    def owed(self) -> int:
        """What both contracts say that was collected and not swept; they agree."""
        owed: int = self.manager.collectedFees(self.cash)
        assert owed == self.fees.fees.lineOf(self.manager, self.cash).accrued
        assert self.cash.balanceOf(self.manager) == owed + self.manager.heldOf(self.cash)
        return owed

    def charged(self, receipt: Receipt) -> list[Charge]:
        """Charges of a transaction, each collected in full from its payer."""
        found = list(charges(receipt.events))
        collected = [
            (event.asset, event.payer, event.amount)
            for event in receipt.events.named("FeeCollected")
        ]
        assert collected == [(self.cash, charge.payer, charge.total) for charge in found]
        assert all(charge.total > 0 for charge in found)
        return found

    def quote(self, payer: Actor, amount: int, complexity: int) -> int:
        request = self.fees.request(
            payer, amount, asset=self.cash, price=ONE, complexity=complexity
        )
        total: int = self.fees.fees.quote(self.manager, request, 0).total
        return total

    def settle(self, nonce: int = 1, hold: bytes = bytes(32)) -> Receipt:
        deliverer, receiver, carrier = self.parties
        terms = self.terms()
        sides = (
            self.stack.signed(terms, 0, Leg(deliverer, nonce)),
            self.stack.signed(terms, 1, Leg(receiver, nonce, hold=hold)),
        )
        receipt: Receipt = self.manager.settle(terms, *sides, 100, sender=carrier)
        return receipt

    def terms(self) -> dict[str, Any]:
        deliverer, receiver, _ = self.parties
        return self.stack.terms(deliverer, receiver, self.security, self.cash, amount=AMOUNT)

    def hold(self, notary: Actor | str, trade: bytes) -> Receipt:
        payee, payer, _ = self.parties
        expiry = self.stack.chain.timestamp + DAY
        receipt: Receipt = self.manager.hold(
            bytes(32), self.cash, AMOUNT, payee, notary, trade, expiry, sender=payer
        )
        return receipt


@pytest.fixture(scope="module")
def till_module() -> Till:
    fees = deploy_fee_stack(MemoryChain(), set_up=False)
    stack = settlement_beside(fees)
    parties = tuple(
        sorted((stack.participant(name) for name in ("a", "b", "c")), key=lambda it: int(it, 16))
    )
    cash, security = stack.asset("Cash", Kind.WCBDC), stack.security("Bond")
    for token in (cash, security):
        stack.fund(token, parties, PLENTY)
    charge_fees(stack, fees.fees, parties)
    return Till(fees, stack, cash, security, (parties[0], parties[1], parties[2]))


@pytest.fixture
def till(till_module: Till) -> Iterator[Till]:
    with till_module.stack.chain.rollback():
        yield till_module


def test_a_trade_costs_what_was_quoted(till: Till) -> None:
    _, receiver, _ = till.parties
    quoted = till.quote(receiver, AMOUNT, complexity=1)
    [charge] = till.charged(till.settle())
    assert (charge.total, charge.payer, charge.amount) == (quoted, receiver, AMOUNT)
    assert (charge.product, charge.complexity) == (SETTLEMENT, 1)
    assert till.cash.balanceOf(receiver) == PLENTY - AMOUNT - quoted
    assert till.owed() == quoted


def test_payments_and_queues_are_charged(till: Till) -> None:
    payer, payee, anyone = till.parties
    quoted = till.quote(payer, AMOUNT, complexity=0)
    receipt = till.manager.pay(0, payee, 1_000 * ONE, 1, bytes(32), sender=payer)
    [charge] = till.charged(receipt)
    assert (charge.total, charge.amount) == (quoted, AMOUNT)
    expiry = till.stack.chain.timestamp + DAY
    till.manager.queuePayment(payee, till.cash, AMOUNT, 2, expiry, sender=payer)
    [later] = till.charged(till.manager.settleQueue(payer, till.cash, 1, sender=anyone))
    assert till.owed() == charge.total + later.total
    assert till.cash.balanceOf(payee) == PLENTY + 2 * AMOUNT


@pytest.mark.parametrize(("short", "status"), [(0, 2), (1, 1)])
def test_a_queued_payment_waits_for_its_fee(till: Till, short: int, status: int) -> None:
    """It waits, and does not keep those before it from settling."""
    payer, payee, anyone = till.parties
    expiry = till.stack.chain.timestamp + DAY
    first, second = (
        till.manager.queuePayment(payee, till.cash, AMOUNT, 2, expiry, sender=payer).return_value
        for _ in range(2)
    )
    with till.stack.chain.rollback():
        [charge] = till.charged(till.manager.settleQueue(payer, till.cash, 1, sender=anyone))
    needed = 2 * AMOUNT + charge.total + AMOUNT * MOST_FEE_BPS // 10_000
    till.cash.transfer(anyone, PLENTY - needed + short, sender=payer)
    till.manager.settleQueue(payer, till.cash, 2, sender=anyone)
    assert till.manager.queuedPayment(first).status == 2
    assert till.manager.queuedPayment(second).status == status


class TestHolds:
    def test_a_hold_is_charged_when_it_is_ordered(self, till: Till) -> None:
        payee, payer, notary = till.parties
        receipt = till.hold(notary, bytes(32))
        [charge] = till.charged(receipt)
        assert (charge.payer, charge.amount, charge.complexity) == (payer, AMOUNT, 0)
        # Nothing that its payer does afterwards keeps it from being executed.
        till.cash.transfer(notary, till.cash.balanceOf(payer), sender=payer)
        executed = till.manager.executeHold(receipt.return_value, AMOUNT, sender=notary)
        assert till.charged(executed) == []
        assert till.cash.balanceOf(payee) == PLENTY + AMOUNT
        assert till.owed() == charge.total

    def test_a_trade_out_of_a_hold_is_charged_once(self, till: Till) -> None:
        _, payer, carrier = till.parties
        receipt = till.hold(ZERO_ADDRESS, till.manager.tradeIdOf(till.terms()))
        [charge] = till.charged(receipt)
        assert charge.complexity == 1
        till.cash.transfer(carrier, till.cash.balanceOf(payer), sender=payer)
        assert till.charged(till.settle(hold=receipt.return_value)) == []
        assert till.owed() == charge.total

    def test_securities_are_not_charged(self, till: Till) -> None:
        deliverer, receiver, notary = till.parties
        receipt = till.manager.hold(
            bytes(32), till.security, 5, receiver, notary, bytes(32),
            till.stack.chain.timestamp + DAY, sender=deliverer,
        )  # fmt: skip
        assert till.charged(receipt) == []


class TestNetting:
    """One charge for each payer, on all that it pays; within the limit that it has signed."""

    def clearing(self, till: Till, limit: int) -> Clearing:
        """Banks with as many units as the limit."""
        for party in till.parties:
            till.cash.transfer(till.stack.governor, PLENTY - limit, sender=party)
        return Clearing(till.stack, till.cash, till.parties)

    def test_each_payer_is_charged_for_what_it_pays_gross(self, till: Till) -> None:
        clearing = self.clearing(till, 100)
        receipt = clearing.settle(everything(problem((0, 1, 60), (0, 2, 60), (1, 0, 80))))
        first, second = till.charged(receipt)
        assert (first.payer, first.amount) == (till.parties[0], 120)
        assert (second.payer, second.amount) == (till.parties[1], 80)
        assert clearing.balances() == [60 - first.total, 80 - second.total, 160]
        assert till.owed() == first.total + second.total

    def test_the_fee_counts_against_the_limit(self, till: Till) -> None:
        clearing = self.clearing(till, 1_000)
        most = next(n for n in range(100, 0, -1) if n + till.quote(till.parties[0], n, 0) <= 100)
        clearing.settle(everything(problem((0, 1, most))), [0])
        debit = most + 1 + till.quote(till.parties[0], most + 1, 0)
        with expect_revert("Overdrawn", payer=till.parties[0], netDebit=debit, limit=100):
            clearing.settle(everything(problem((0, 1, most + 1))), [1])

    @pytest.mark.parametrize(("amount", "excused"), [(95, False), (96, True)])
    def test_what_the_fee_makes_unaffordable_may_be_left_out(
        self, till: Till, amount: int, excused: bool
    ) -> None:
        """95 and the agreed 5 % of it (4, rounded down) make 99; 96 and 4 would make 100."""
        clearing = self.clearing(till, 99)
        found = problem((0, 1, amount))
        solution = everything(found)
        nothing = type(solution)(found, frozenset())
        if excused:
            clearing.settle(nothing)
        else:
            with expect_revert("PaymentAffordable", number=0, available=95):
                clearing.settle(nothing)


def test_what_was_collected_is_swept_and_split(till: Till) -> None:
    fees, governor = till.fees.fees, till.fees.governor
    partner, anyone = till.parties[0], till.parties[2]
    fees.setSplit(till.manager, (partner, 3_333, 1_111), sender=governor)
    till.settle()
    till.manager.pay(0, till.parties[1], 7 * ONE + 1, 1, bytes(32), sender=partner)
    owed = till.owed()
    assert fees.sweep(till.manager, till.cash, sender=anyone).return_value == owed
    assert till.owed() == 0
    assert till.cash.balanceOf(fees) == owed
    holders = (till.fees.treasury, partner, till.fees.insurance)
    shares = [fees.creditOf(till.cash, holder) for holder in holders]
    assert sum(shares) == owed
    assert shares[1:] == [owed * 3_333 // 10_000, owed * 1_111 // 10_000]


@pytest.mark.parametrize(("short", "accepted"), [(0, True), (1, False)])
def test_a_payer_with_a_limit_below_does_not_settle(till: Till, short: int, accepted: bool) -> None:
    _, receiver, _ = till.parties
    quoted = till.quote(receiver, AMOUNT, complexity=1)
    bps = -(-quoted * 10_000 // AMOUNT) - short
    till.manager.agreeToFees(bps, sender=receiver)
    if accepted:
        till.settle()
    else:
        with expect_revert("FeeAboveLimit", fee=quoted, maxFee=AMOUNT * bps // 10_000):
            till.settle()
        assert till.security.balanceOf(receiver) == PLENTY


class TestAFeeStructureThatRefuses:
    """It costs the fee, not the settlement; without a reason it stops, until fees are off."""

    @pytest.mark.parametrize("why", ["GroupPaused", "LocalRoleMissing"])
    def test_with_a_reason(self, till: Till, why: str) -> None:
        fees, governor = till.fees.fees, till.fees.governor
        if why == "GroupPaused":
            fees.pauseGroups(CHARGING, sender=governor)
        else:
            fees.revokeLocalRole(LocalRole.PRODUCT, till.manager, sender=governor)
        receipt = till.settle()
        event = receipt.events.one("FeeNotCharged")
        _, receiver, _ = till.parties
        assert (event.asset, event.payer, event.amount) == (till.cash, receiver, AMOUNT)
        [expected] = {error.selector for error in fees.abi.errors if error.name == why}
        assert event.reason == expected
        assert till.cash.balanceOf(receiver) == PLENTY - AMOUNT
        assert till.owed() == 0

    def test_without_a_reason(self, till: Till) -> None:
        stack, governor = till.stack, till.fees.governor
        broken = stack.chain.deploy("WalletProbe", till.parties[0])
        till.manager.setFeeStructure(broken, sender=governor)
        with expect_revert("FeeStructureFailed", feeStructure=broken):
            till.settle()
        till.manager.setFeeStructure(ZERO_ADDRESS, sender=governor)
        till.settle()
        assert till.owed() == 0
