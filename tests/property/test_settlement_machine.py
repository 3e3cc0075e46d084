"""Settlement against a ledger in Python: payments, trades with parts, holds, the queue, netting."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant

from quantera.gas.settlement_stack import DAY, ONE, Kind, Leg, deploy_settlement, sign
from quantera.settlement.batch import Cycle, list_digest, net_batch, pack
from quantera.settlement.heuristics import complete, eaf2
from quantera.settlement.problem import Payment, Problem
from tests.property.machine import ChainMachine, Tally, operation

NAMES = ("anna", "bert", "cleo")
FUNDS = 1_000
CAP = 10**20
ORDERED = 1

people = st.sampled_from(range(3))
amounts = st.one_of(st.sampled_from([1, FUNDS, FUNDS + 1]), st.integers(1, 2 * FUNDS))


@dataclass
class Trade:
    """A signed trade and what of it has settled."""

    terms: dict[str, Any]
    sides: tuple[Any, Any]
    deliverer: int
    receiver: int
    minimum: int
    filled: int = 0
    cancelled: bool = False


@dataclass
class Held:
    """A hold as it should stand."""

    identifier: bytes
    payer: int
    payee: int
    amount: int
    expiry: int
    status: int = ORDERED
    executed: int = 0


@dataclass
class Queued:
    """A queued payment."""

    payer: int
    payee: int
    amount: int
    expiry: int
    status: int = 1


@dataclass
class Ledger:
    """Balances of one token, in the order of the names."""

    units: list[int] = field(default_factory=lambda: [FUNDS] * 3)

    def move(self, giver: int, taker: int, amount: int) -> None:
        self.units[giver] -= amount
        self.units[taker] += amount


class SettlementMachine(ChainMachine):
    def deploy(self) -> None:
        self.stack = deploy_settlement(self.chain)
        self.manager = self.stack.manager
        accounts = [self.stack.participant(name) for name in NAMES]
        self.parties = tuple(sorted(accounts, key=lambda account: int(account, 16)))
        self.carrier = self.chain.actor("carrier")
        self.security = self.stack.security("Bond")
        # No decimals: a value of one unit of the currency is one token unit.
        self.cash = self.stack.asset("Cash", Kind.WCBDC, decimals=0, dailyCap=CAP)
        for token in (self.security, self.cash):
            self.stack.fund(token, self.parties, FUNDS)
        self.cycles = 0

    def start(self) -> None:
        self.bonds, self.money = Ledger(), Ledger()
        self.trades: list[Trade] = []
        self.holds: list[Held] = []
        self.queues: dict[int, list[Queued]] = {0: [], 1: [], 2: []}
        self.settled: dict[int, list[int]] = {}
        self.nonce = 0

    def book(self, amount: int, movements: int = 1) -> None:
        """Count what settled in cash today."""
        today = self.settled.setdefault(self.chain.timestamp // DAY, [0, 0])
        today[0] += amount
        today[1] += movements

    @operation(payer=people, payee=people, amount=amounts)
    def pay(self, payer: int, payee: int, amount: int) -> None:
        refusal = None if self.money.units[payer] >= amount else "NoEligibleAsset"
        if payer == payee:
            refusal = "PaymentInvalid"
        receipt = self.act(
            self.manager.pay,
            0,
            self.parties[payee],
            amount * ONE,
            31,
            bytes(32),
            sender=self.parties[payer],
            refusal=refusal,
        )
        if receipt:
            self.money.move(payer, payee, amount)
            self.book(amount)

    @operation(
        refusable=False,
        deliverer=people,
        step=st.integers(1, 2),
        quantity=st.integers(1, FUNDS),
        amount=st.integers(1, FUNDS),
        minimum=st.integers(0, 20),
    )
    def agree(self, deliverer: int, step: int, quantity: int, amount: int, minimum: int) -> None:
        self.nonce += 1
        receiver = (deliverer + step) % 3
        terms = self.stack.terms(
            self.parties[deliverer], self.parties[receiver], self.security, self.cash
        ) | {"quantity": quantity, "amount": amount, "cutOff": self.chain.timestamp + 5 * DAY}
        delivery, payment = (
            self.stack.signed(terms, side, Leg(self.parties[party], self.nonce, minimum))
            for side, party in enumerate((deliverer, receiver))
        )
        self.trades.append(Trade(terms, (delivery, payment), deliverer, receiver, minimum))

    @operation(place=st.integers(0, 30), part=st.one_of(st.just(0), st.integers(1, FUNDS)))
    def settle(self, place: int, part: int) -> None:
        if not self.trades:
            return
        trade = self.trades[place % len(self.trades)]
        quantity = part or trade.terms["quantity"] - trade.filled or 1
        amount, refusal = self.expect(trade, quantity)
        receipt = self.act(
            self.manager.settle,
            trade.terms,
            *trade.sides,
            quantity,
            sender=self.carrier,
            refusal=refusal,
        )
        if receipt:
            trade.filled += quantity
            self.bonds.move(trade.deliverer, trade.receiver, quantity)
            self.money.move(trade.receiver, trade.deliverer, amount)
            self.book(amount)

    def expect(self, trade: Trade, quantity: int) -> tuple[int, str | tuple[str, ...] | None]:
        """The cash of a part, and why it is refused."""
        whole, total = trade.terms["quantity"], trade.terms["amount"]
        filled = trade.filled
        if self.chain.timestamp > trade.terms["cutOff"]:
            return 0, "CutOffPassed"
        remaining = whole - filled if trade.minimum else whole
        least = min(trade.minimum, remaining) if trade.minimum else whole
        done = filled == whole
        if quantity > remaining or quantity < least or (trade.minimum and done):
            return 0, "PartRefused"
        if done or trade.cancelled:
            return 0, "NonceUsed"
        amount = total * (filled + quantity) // whole - total * filled // whole
        short = self.bonds.units[trade.deliverer] < quantity
        if short or self.money.units[trade.receiver] < amount:
            return 0, "ERC20InsufficientBalance"
        return amount, None

    @operation(place=st.integers(0, 30), side=st.integers(0, 1))
    def cancel(self, place: int, side: int) -> None:
        if not self.trades:
            return
        trade = self.trades[place % len(self.trades)]
        nonce = trade.sides[0][0]
        party = (trade.deliverer, trade.receiver)[side]
        used = self.manager.isNonceUsed(self.parties[party], nonce)
        done = trade.filled == trade.terms["quantity"]
        assert used or not done
        refusal = "NonceUsed" if used else None
        if self.act(self.manager.cancelNonce, nonce, sender=self.parties[party], refusal=refusal):
            trade.cancelled = True

    @operation(payer=people, payee=people, amount=amounts, wait=st.sampled_from([1, DAY]))
    def hold(self, payer: int, payee: int, amount: int, wait: int) -> None:
        self.nonce += 1
        expiry = self.chain.timestamp + wait
        refusal = "ERC20InsufficientBalance" if self.money.units[payer] < amount else None
        receipt = self.act(
            self.manager.hold,
            self.nonce.to_bytes(32, "big"),
            self.cash,
            amount,
            self.parties[payee],
            self.carrier,
            bytes(32),
            expiry,
            sender=self.parties[payer],
            refusal="HoldInvalid" if payer == payee else refusal,
        )
        if receipt:
            self.money.units[payer] -= amount
            self.holds.append(Held(receipt.return_value, payer, payee, amount, expiry))

    @operation(place=st.integers(0, 30), amount=st.integers(0, FUNDS))
    def execute(self, place: int, amount: int) -> None:
        if not self.holds:
            return
        hold = self.holds[place % len(self.holds)]
        left = hold.amount - hold.executed
        refusal: str | None = None
        if hold.status != ORDERED:
            refusal = "HoldNotOpen"
        elif self.chain.timestamp >= hold.expiry:
            refusal = "HoldExpired"
        elif not 0 < amount <= left:
            refusal = "HoldAmount"
        if self.act(
            self.manager.executeHold, hold.identifier, amount, sender=self.carrier, refusal=refusal
        ):
            hold.executed += amount
            hold.status = 2 if amount == left else ORDERED
            self.money.units[hold.payee] += amount
            self.book(amount)

    @operation(place=st.integers(0, 30), by=st.sampled_from(["notary", "payee", "payer"]))
    def release(self, place: int, by: str) -> None:
        if not self.holds:
            return
        hold = self.holds[place % len(self.holds)]
        sender = {
            "notary": self.carrier,
            "payee": self.parties[hold.payee],
            "payer": self.parties[hold.payer],
        }[by]
        refusal = None
        if hold.status != ORDERED:
            refusal = "HoldNotOpen"
        elif by == "payer" and self.chain.timestamp < hold.expiry:
            refusal = "HoldNotYours"
        if self.act(self.manager.releaseHold, hold.identifier, sender=sender, refusal=refusal):
            hold.status = {"notary": 3, "payee": 4, "payer": 5}[by]
            self.money.units[hold.payer] += hold.amount - hold.executed

    @operation(payer=people, payee=people, amount=amounts, wait=st.sampled_from([0, 1, DAY]))
    def enqueue(self, payer: int, payee: int, amount: int, wait: int) -> None:
        expiry = self.chain.timestamp + wait
        refusal = "PaymentInvalid" if payer == payee or wait == 0 else None
        arguments = (self.parties[payee], self.cash, amount, 2, expiry)
        if self.act(
            self.manager.queuePayment, *arguments, sender=self.parties[payer], refusal=refusal
        ):
            self.queues[payer].append(Queued(payer, payee, amount, expiry))

    @operation(refusable=False, payer=people)
    def run_queue(self, payer: int) -> None:
        self.act(
            self.manager.settleQueue,
            self.parties[payer],
            self.cash,
            100,
            sender=self.carrier,
            refusal=None,
        )
        queue = self.queues[payer]
        while queue:
            head = queue[0]
            if self.chain.timestamp >= head.expiry:
                queue.pop(0)
            elif self.money.units[payer] >= head.amount:
                queue.pop(0)
                self.money.move(payer, head.payee, head.amount)
                self.book(head.amount)
            else:
                return

    @operation(
        rows=st.lists(st.tuples(people, st.integers(1, 2), amounts), min_size=1, max_size=6),
        leave_out=st.booleans(),
    )
    def net(self, rows: list[tuple[int, int, int]], leave_out: bool) -> None:
        self.nonce += 1
        payments = [
            Payment(payer, (payer + step) % 3, min(amount, 2**96 - 1))
            for payer, step, amount in rows
        ]
        problem = Problem(tuple(self.money.units), payments)
        cycle = Cycle(
            self.chain.chain_id,
            self.manager.address,
            self.nonce.to_bytes(32, "big"),
            self.cash.address,
            self.parties,
            self.chain.timestamp + DAY,
        )
        numbers = list(range(len(payments)))
        signatures = {}
        for payer, queue in enumerate(problem.queues):
            if queue:
                packed = pack(problem, payer, numbers)
                limit = problem.liquidity[payer]
                digest = list_digest(cycle, payer, limit=limit, strict=False, payments=packed)
                signatures[payer] = sign(self.parties[payer], digest)
        solution = complete(eaf2(problem))
        batch = list(net_batch(cycle, solution, numbers, signatures))
        refusal = None
        if leave_out and solution.selected:
            # Nothing settles although something could: the chain must notice.
            batch[4] = [0]
            affordable = any(p.amount <= problem.liquidity[p.payer] for p in payments)
            refusal = "PaymentAffordable" if affordable else None
            solution = type(solution)(problem, frozenset())
        if self.act(self.manager.settleNet, batch, sender=self.carrier, refusal=refusal):
            for place in solution.selected:
                payment = payments[place]
                self.money.move(payment.payer, payment.payee, payment.amount)
            self.book(solution.value, len(solution.selected))

    @operation(refusable=False, seconds=st.sampled_from([1, 3_600, DAY]))
    def wait(self, seconds: int) -> None:
        self.chain.advance(seconds)

    @invariant()
    def set_01_balances_are_the_models(self) -> None:
        for place, party in enumerate(self.parties):
            assert self.security.balanceOf(party) == self.bonds.units[place]
            assert self.cash.balanceOf(party) == self.money.units[place]

    @invariant()
    def set_02_what_is_held_is_there(self) -> None:
        held = sum(hold.amount - hold.executed for hold in self.holds if hold.status in (ORDERED,))
        assert self.manager.heldOf(self.cash) == held == self.cash.balanceOf(self.manager)

    @invariant()
    def set_08_holds_are_the_models(self) -> None:
        for hold in self.holds[-3:]:
            shown = self.manager.holdOf(hold.identifier)
            assert (shown.status, shown.executed) == (hold.status, hold.executed)

    @invariant()
    def set_09_counters_are_the_models(self) -> None:
        for day, (amount, count) in self.settled.items():
            assert self.manager.assetDay(self.cash, day) == (amount, count)
        total = sum(amount for amount, _ in self.settled.values())
        assert self.manager.assetTotal(self.cash) == total


def test_settlement(fuzz: Callable[[type[ChainMachine]], Tally]) -> None:
    fuzz(SettlementMachine)
