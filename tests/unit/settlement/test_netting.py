"""Netting batches: what the chain verifies, and that netting changes nothing but the work."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quantera.evm import Actor, Contract, MemoryChain, Receipt, expect_revert
from quantera.gas.settlement_stack import (
    DAY,
    MAX_UINT,
    Kind,
    SettlementStack,
    deploy_settlement,
    sign,
)
from quantera.settlement.batch import Cycle, list_digest, net_batch, pack
from quantera.settlement.heuristics import complete, eaf2
from quantera.settlement.portfolio import solve
from quantera.settlement.problem import Payment, Problem, ProblemError, Solution
from tests.unit.settlement.conftest import FUNDS, Market

BANKS = 5
LIQUIDITY = 100


@dataclass(frozen=True)
class Clearing:
    """Banks in the order of their addresses, each with as many units as its liquidity."""

    stack: SettlementStack
    cash: Contract
    banks: tuple[Actor, ...]
    name: bytes = b"cycle".ljust(32, b"\0")
    signers: dict[int, Actor] = field(default_factory=dict)

    @property
    def manager(self) -> Contract:
        return self.stack.manager

    @property
    def cycle(self) -> Cycle:
        return Cycle(
            self.stack.chain.chain_id,
            self.manager.address,
            self.name,
            self.cash.address,
            self.banks,
            self.stack.chain.timestamp + DAY,
        )

    def signatures(self, problem: Problem, numbers: list[int]) -> dict[int, bytes]:
        found = {}
        for payer, queue in enumerate(problem.queues):
            if queue:
                digest = list_digest(
                    self.cycle,
                    payer,
                    limit=problem.liquidity[payer],
                    strict=payer in problem.strict,
                    payments=pack(problem, payer, numbers),
                )
                found[payer] = sign(self.signers.get(payer, self.banks[payer]), digest)
        return found

    def batch(self, solution: Solution, numbers: list[int] | None = None) -> list[Any]:
        """As `settleNet` takes it, without asking whether the chain will."""
        problem = solution.problem
        numbers = list(range(len(problem.payments))) if numbers is None else numbers
        signatures = self.signatures(problem, numbers)
        return list(unchecked(self.cycle, solution, numbers, signatures))

    def settle(self, solution: Solution, numbers: list[int] | None = None) -> Receipt:
        receipt: Receipt = self.manager.settleNet(
            self.batch(solution, numbers), sender=self.stack.chain.actor("operator")
        )
        return receipt

    def balances(self) -> list[int]:
        return [self.cash.balanceOf(bank) for bank in self.banks]


def unchecked(cycle: Cycle, solution: Solution, numbers: Any, signatures: Any) -> tuple[Any, ...]:
    """`net_batch` for a solution that breaks rules: the chain is to find that out."""

    class Blind(Solution):
        def faults(self) -> Any:
            return iter(())

    blind = Blind(solution.problem, solution.selected, solution.parts)
    return net_batch(cycle, blind, numbers, signatures)


@pytest.fixture(scope="module")
def clearing_module() -> Clearing:
    stack = deploy_settlement(MemoryChain())
    cash = stack.asset("Cash", Kind.WCBDC)
    banks = [stack.participant(f"bank {number}") for number in range(BANKS)]
    banks.sort(key=lambda bank: int(bank, 16))
    stack.fund(cash, banks, LIQUIDITY)
    return Clearing(stack, cash, tuple(banks))


@pytest.fixture
def clearing(clearing_module: Clearing) -> Any:
    with clearing_module.stack.chain.rollback():
        yield clearing_module


def problem(
    *payments: tuple[int, int, int], strict: set[int] | None = None, **options: Any
) -> Problem:
    found = [Payment(payer, payee, amount, **options) for payer, payee, amount in payments]
    return Problem([LIQUIDITY] * BANKS, found, frozenset(strict or ()))


def everything(of: Problem) -> Solution:
    return Solution(of, frozenset(range(len(of.payments))))


RING = problem((0, 1, 1_000), (1, 2, 1_000), (2, 0, 1_050), (0, 3, 20))


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    bank = st.integers(0, BANKS - 1)
    rows = draw(
        st.lists(
            st.tuples(bank, bank, st.integers(1, 300), st.booleans()).filter(
                lambda row: row[0] != row[1]
            ),
            min_size=1,
            max_size=14,
        )
    )
    strict = draw(st.frozensets(bank, max_size=2))
    return Problem([LIQUIDITY] * BANKS, [Payment(*row) for row in rows], strict)


def gross(clearing: Clearing, solution: Solution) -> list[int]:
    """Balances after every payment moved by itself, overdrafts allowed on the way."""
    balances = clearing.balances()
    for place in solution.selected:
        payment = solution.problem.payments[place]
        balances[payment.payer] -= solution.settled(place)
        balances[payment.payee] += solution.settled(place)
    return balances


def test_a_ring_that_nobody_could_pay_settles(clearing: Clearing) -> None:
    receipt = clearing.settle(everything(RING))
    assert clearing.balances() == [130, 100, 50, 120, 100]
    event = receipt.events.one("BatchNetted")
    assert (event.gross, event.net, event.settled, event.left) == (3_070, 50, 4, 0)
    assert receipt.events.one("PaymentsNetted").bits == 0b1111
    today = clearing.stack.chain.timestamp // DAY
    assert clearing.manager.assetDay(clearing.cash, today) == (3_070, 4)
    assert len(receipt.events.named("Transfer")) <= BANKS - 1


@settings(max_examples=40)
@given(found=problems())
def test_s_12_net_equals_gross(clearing_module: Clearing, found: Problem) -> None:
    """SET-05, SET-07: what a solver finds is accepted, and ends where the gross sequence ends."""
    clearing = clearing_module
    with clearing.stack.chain.rollback():
        solution = solve(found, seconds=0).solution
        expected = gross(clearing, solution)
        clearing.settle(solution)
        assert clearing.balances() == expected
        assert min(expected) >= 0
        for place in range(len(found.payments)):
            number = clearing.manager.isNetted(clearing.name, clearing.cash, place)
            assert number == (place in solution.selected)


@settings(max_examples=60)
@given(found=problems(), chosen=st.integers(0, 2**14 - 1))
def test_the_chain_refuses_what_the_model_refuses(
    clearing_module: Clearing, found: Problem, chosen: int
) -> None:
    """Any selection: accepted exactly when it breaks none of the rules."""
    clearing = clearing_module
    places = frozenset(place for place in range(len(found.payments)) if chosen >> place & 1)
    solution = Solution(found, places)
    with clearing.stack.chain.rollback():
        if not list(solution.faults()):
            clearing.settle(solution)
            assert clearing.balances() == [LIQUIDITY + net for net in solution.net]
            return
        with expect_revert() as seen:
            clearing.settle(solution)
        assert seen.error is not None
        assert seen.error.name in {"Overdrawn", "OrderBroken", "PaymentAffordable"}


def test_s_11_net_zero_sum(clearing: Clearing) -> None:
    """Nothing is made or lost, and nothing stays with the contract."""
    before = sum(clearing.balances())
    clearing.settle(everything(RING))
    assert sum(clearing.balances()) == before
    assert clearing.cash.balanceOf(clearing.manager) == 0


@pytest.mark.parametrize(("amount", "accepted"), [(LIQUIDITY, True), (LIQUIDITY + 1, False)])
def test_s_13_no_overdraft_per_participant(clearing: Clearing, amount: int, accepted: bool) -> None:
    """SET-06: nobody pays more net than it signed for."""
    clearing.cash.mint(clearing.banks[0], 10 * LIQUIDITY, sender=clearing.stack.governor)
    solution = everything(problem((0, 1, amount)))
    if accepted:
        clearing.settle(solution)
    else:
        with expect_revert("Overdrawn", payer=clearing.banks[0], netDebit=amount, limit=LIQUIDITY):
            clearing.settle(solution)


def test_a_limit_does_not_replace_funds(clearing: Clearing) -> None:
    clearing.cash.transfer(clearing.banks[1], 1, sender=clearing.banks[0])
    with expect_revert("ERC20InsufficientBalance"):
        clearing.settle(everything(problem((0, 1, LIQUIDITY))))


@pytest.mark.parametrize(("amount", "error"), [(60, None), (41, None), (40, "PaymentAffordable")])
def test_s_16_solver_cant_censor(clearing: Clearing, amount: int, error: str | None) -> None:
    """SET-07: what is left out would have overdrawn its payer."""
    found = problem((0, 1, 60), (0, 2, amount))
    solution = Solution(found, frozenset({0}))
    if error is None:
        clearing.settle(solution)
    else:
        with expect_revert(error, payer=clearing.banks[0], number=1, available=40):
            clearing.settle(solution)


def test_income_of_the_batch_counts_as_available(clearing: Clearing) -> None:
    found = problem((0, 1, 140), (1, 0, 40))
    with expect_revert("PaymentAffordable", number=0, available=140):
        clearing.settle(Solution(found, frozenset({1})))


@pytest.mark.parametrize("what", ["balance", "allowance"])
def test_what_a_payer_lacks_excuses_leaving_out(clearing: Clearing, what: str) -> None:
    found = problem((0, 1, 60), (0, 2, 40))
    if what == "balance":
        clearing.cash.transfer(clearing.banks[1], 1, sender=clearing.banks[0])
    else:
        clearing.cash.approve(clearing.manager, LIQUIDITY - 1, sender=clearing.banks[0])
    clearing.settle(Solution(found, frozenset({0})))


def test_s_14_strict_lists_settle_a_prefix(clearing: Clearing) -> None:
    """Nothing of a strict list overtakes; only its first that waits must be too large."""
    found = problem((0, 1, 150), (0, 2, 10), strict={0})
    with expect_revert("OrderBroken", payer=clearing.banks[0], number=1):
        clearing.settle(Solution(found, frozenset({1})))
    clearing.settle(Solution(found, frozenset()))
    free = problem((0, 1, 150), (0, 2, 10))
    with expect_revert("PaymentAffordable", number=1):
        clearing.settle(Solution(free, frozenset()), [0, 1])


class TestReplay:
    def test_a_batch_settles_once(self, clearing: Clearing) -> None:
        clearing.settle(everything(RING))
        with expect_revert("PaymentReplayed", cycle=clearing.name, number=0):
            clearing.settle(everything(RING))

    def test_what_was_left_out_settles_later(self, clearing: Clearing) -> None:
        found = problem((0, 1, 60), (0, 2, 90))
        clearing.settle(Solution(found, frozenset({0})))
        clearing.cash.mint(clearing.banks[0], LIQUIDITY, sender=clearing.stack.governor)
        clearing.settle(Solution(found, frozenset({1})))
        assert clearing.balances()[1:3] == [160, 190]

    def test_what_settled_before_needs_no_excuse(self, clearing: Clearing) -> None:
        found = problem((0, 1, 60), (0, 2, 30))
        clearing.settle(everything(found))
        clearing.cash.mint(clearing.banks[0], LIQUIDITY, sender=clearing.stack.governor)
        clearing.settle(Solution(found, frozenset()))

    def test_two_payments_of_one_number_are_one(self, clearing: Clearing) -> None:
        found = problem((0, 1, 10), (1, 2, 10))
        with expect_revert("PaymentReplayed", number=7):
            clearing.settle(everything(found), [7, 7])

    def test_cycles_do_not_mix(self, clearing: Clearing) -> None:
        clearing.settle(everything(RING))
        other = replace(clearing, name=b"next".ljust(32, b"\0"))
        assert not clearing.manager.isNetted(other.name, clearing.cash, 0)
        batch = clearing.batch(everything(RING))
        batch[0] = other.name
        with expect_revert("SignatureInvalid"):
            clearing.manager.settleNet(batch, sender=clearing.banks[0])

    @pytest.mark.parametrize("number", [0, 255, 256, 65_535])
    def test_numbers_are_single_bits(self, clearing: Clearing, number: int) -> None:
        clearing.settle(everything(problem((0, 1, 10))), [number])
        for other in {number - 1, number, number + 1} & set(range(2**16)):
            netted = clearing.manager.isNetted(clearing.name, clearing.cash, other)
            assert netted == (other == number)


class TestConsent:
    def test_the_digest_is_the_chains(self, clearing: Clearing) -> None:
        batch = clearing.batch(everything(RING))
        payments = pack(RING, 0, [0, 1, 2, 3])
        here = list_digest(clearing.cycle, 0, limit=LIQUIDITY, strict=False, payments=payments)
        there = clearing.manager.listDigest(batch[0], batch[1], batch[2], batch[3][0])
        assert here == there

    def test_somebody_elses_signature_does_not_count(self, clearing: Clearing) -> None:
        forged = replace(clearing, signers={0: clearing.banks[1]})
        with expect_revert("SignatureInvalid", party=clearing.banks[0]):
            forged.settle(everything(RING))

    @pytest.mark.parametrize("place", [1, 2, 3, 4])
    def test_everything_of_a_list_is_signed(self, clearing: Clearing, place: int) -> None:
        batch = clearing.batch(everything(RING))
        changed = list(batch[3][0])
        payments = bytearray(changed[4])
        payments[15] ^= 1
        changed[place] = [0, True, LIQUIDITY + 1, changed[3] + 1, bytes(payments)][place]
        batch[3][0] = tuple(changed)
        with expect_revert("SignatureInvalid", party=clearing.banks[0]):
            clearing.manager.settleNet(batch, sender=clearing.banks[1])

    def test_the_participants_are_signed(self, clearing: Clearing) -> None:
        """Payees are indices: with other participants the same bytes would pay somebody else."""
        found = problem((0, 1, 10))
        batch = clearing.batch(everything(found))
        batch[2] = [clearing.banks[0], *clearing.banks[2:]]
        with expect_revert("SignatureInvalid", party=clearing.banks[0]):
            clearing.manager.settleNet(batch, sender=clearing.banks[2])

    def test_the_sender_needs_no_signature(self, clearing: Clearing) -> None:
        batch = clearing.batch(everything(problem((0, 1, 10))))
        batch[3][0] = (*batch[3][0][:5], b"")
        with expect_revert("SignatureInvalid"):
            clearing.manager.settleNet(batch, sender=clearing.banks[1])
        clearing.manager.settleNet(batch, sender=clearing.banks[0])

    @pytest.mark.parametrize("late", [0, 1])
    def test_lists_expire(self, clearing: Clearing, late: int) -> None:
        batch = clearing.batch(everything(RING))
        clearing.stack.chain.advance(DAY + late)
        if late:
            with expect_revert("ListExpired", payer=clearing.banks[0]):
                clearing.manager.settleNet(batch, sender=clearing.banks[0])
        else:
            clearing.manager.settleNet(batch, sender=clearing.banks[0])


class TestParts:
    FOUND = problem((0, 1, 150), (0, 2, 10), divisible=True)

    def test_a_payment_settles_in_part(self, clearing: Clearing) -> None:
        solution = Solution(self.FOUND, frozenset({0, 1}), {0: 90})
        clearing.settle(solution)
        assert clearing.balances()[:3] == [0, 190, 110]

    @pytest.mark.parametrize("part", [0, 150, 151])
    def test_a_part_is_a_part(self, clearing: Clearing, part: int) -> None:
        with expect_revert("BatchInvalid", cause="parts"):
            clearing.settle(Solution(self.FOUND, frozenset({0, 1}), {0: part}))

    def test_indivisible_payments_have_none(self, clearing: Clearing) -> None:
        found = problem((0, 1, 150))
        with expect_revert("BatchInvalid", cause="parts"):
            clearing.settle(Solution(found, frozenset({0}), {0: 90}))

    def test_a_rest_must_be_unaffordable_too(self, clearing: Clearing) -> None:
        found = problem((0, 1, 150), divisible=True)
        with expect_revert("PaymentAffordable", available=75):
            batch = clearing.batch(Solution(found, frozenset({0}), {0: 75}))
            clearing.cash.mint(clearing.banks[0], LIQUIDITY, sender=clearing.stack.governor)
            signed = replace_limit(clearing, batch, 150)
            clearing.manager.settleNet(signed, sender=clearing.banks[0])

    def test_a_part_of_nothing_is_refused(self, clearing: Clearing) -> None:
        batch = clearing.batch(Solution(self.FOUND, frozenset({0, 1}), {0: 90}))
        batch[5] = [*batch[5], (7, 1)]
        with expect_revert("BatchInvalid", cause="parts"):
            clearing.manager.settleNet(batch, sender=clearing.banks[0])


def replace_limit(clearing: Clearing, batch: list[Any], limit: int) -> list[Any]:
    """The first list with another limit, sent by its payer without a signature."""
    first = list(batch[3][0])
    first[2], first[5] = limit, b""
    batch[3][0] = tuple(first)
    return batch


class TestForm:
    @pytest.mark.parametrize(
        ("cause", "change"),
        [
            ("participants", lambda batch: [*batch[:2], batch[2][::-1], *batch[3:]]),
            ("participants", lambda batch: [*batch[:2], batch[2][:1], *batch[3:]]),
            ("participants", lambda batch: [*batch[:2], [*batch[2], batch[2][-1]], *batch[3:]]),
            ("selected", lambda batch: [*batch[:4], [], batch[5]]),
            ("selected", lambda batch: [*batch[:4], [*batch[4], 0], batch[5]]),
        ],
    )
    def test_malformed_batches(self, clearing: Clearing, cause: str, change: Any) -> None:
        batch = change(clearing.batch(everything(problem((0, 1, 10)))))
        batch[3] = [(*batch[3][0][:5], b"")]
        with expect_revert("BatchInvalid", cause=cause):
            clearing.manager.settleNet(batch, sender=batch[2][0])

    @pytest.mark.parametrize(
        ("payment", "cause"),
        [
            (5 << 120 | 10, "payment"),
            (0 << 120 | 10, "payment"),
            (1 << 120 | 0, "payment"),
        ],
    )
    def test_malformed_payments(self, clearing: Clearing, payment: int, cause: str) -> None:
        batch = clearing.batch(everything(problem((0, 1, 10))))
        batch[3] = [(*batch[3][0][:4], payment.to_bytes(16, "big"), b"")]
        with expect_revert("BatchInvalid", cause=cause):
            clearing.manager.settleNet(batch, sender=clearing.banks[0])

    def test_lists_come_whole_and_once(self, clearing: Clearing) -> None:
        batch = clearing.batch(everything(problem((0, 1, 10))))
        own = (*batch[3][0][:5], b"")
        for lists, cause in (
            ([(*own[:4], own[4] + b"\0", b"")], "payments"),
            ([own, own], "lists"),
            ([(BANKS, *own[1:])], "payer"),
        ):
            batch[3] = lists
            with expect_revert() as seen:
                clearing.manager.settleNet(batch, sender=clearing.banks[0])
            assert seen.error is not None
            assert seen.values.get("cause") == cause or seen.error.name == "PaymentReplayed"

    def test_participants_and_asset_must_be_admitted(self, clearing: Clearing) -> None:
        batch = clearing.batch(everything(RING))
        governor, stack = clearing.stack.governor, clearing.stack
        with stack.chain.rollback():
            clearing.manager.suspendParticipant(clearing.banks[4], sender=governor)
            with expect_revert("ParticipantNotAdmitted", account=clearing.banks[4]):
                clearing.manager.settleNet(batch, sender=clearing.banks[0])
        clearing.manager.suspendAsset(clearing.cash, sender=governor)
        with expect_revert("PaymentAssetRefused", reason=2):
            clearing.manager.settleNet(batch, sender=clearing.banks[0])

    def test_group_2_is_not_netted(self, clearing: Clearing) -> None:
        token = clearing.stack.asset("Coin", Kind.CRYPTO)
        other = replace(clearing, cash=token)
        with expect_revert("BatchInvalid", cause="asset"):
            other.settle(everything(RING))

    def test_the_cap_holds_for_the_gross_value(self, clearing: Clearing) -> None:
        terms = clearing.manager.assetTerms(clearing.cash)._asdict() | {"dailyCap": 3_069}
        clearing.stack.list_asset(clearing.cash, terms)
        with expect_revert("DailyCapExceeded", cap=3_069, wouldBe=3_070):
            clearing.settle(everything(RING))


def test_the_planner_never_submits_what_the_chain_refuses(clearing: Clearing) -> None:
    numbers = [0, 1, 2, 3]
    with pytest.raises(ProblemError, match="left out"):
        net_batch(clearing.cycle, Solution(RING, frozenset()), numbers, {})
    solution = complete(eaf2(RING))
    net_batch(clearing.cycle, solution, numbers, clearing.signatures(RING, numbers))


def test_a_clearing_shares_a_market(market: Market) -> None:
    """The market of the other tests nets as well."""
    banks = sorted((market.alice, market.bob), key=lambda bank: int(bank, 16))
    clearing = Clearing(market.stack, market.cash, tuple(banks))
    found = Problem([FUNDS, FUNDS], [Payment(0, 1, 10), Payment(1, 0, 4)])
    clearing.settle(everything(found))
    assert clearing.balances() == [FUNDS - 6, FUNDS + 6]
    assert market.cash.allowance(banks[0], market.manager) == MAX_UINT
