"""Netting batches: what the chain verifies, and that netting changes nothing but the work."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quantera.evm import expect_revert
from quantera.evm.gas import exact_gas
from quantera.gas.settlement_stack import DAY, MAX_UINT
from quantera.settlement.batch import GAS_PER_PAYMENT, TRANSACTION_GAS, cycle_name, net_batch
from quantera.settlement.generate import workbook
from quantera.settlement.heuristics import complete, eaf2
from quantera.settlement.portfolio import solve
from quantera.settlement.problem import Payment, Problem, ProblemError, Solution
from tests.unit.settlement.clearing import (
    BANKS,
    LIQUIDITY,
    RING,
    Clearing,
    everything,
    problem,
)
from tests.unit.settlement.conftest import FUNDS, Market


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


def test_the_published_workbook_settles_on_the_chain(clearing: Clearing) -> None:
    """SET-05, SET-06, SET-07: all of it in one transaction that every chain takes."""
    found = workbook()
    four = replace(clearing, banks=clearing.banks[: found.participants])
    for bank, liquidity in zip(four.banks, found.liquidity, strict=True):
        clearing.cash.mint(bank, liquidity - LIQUIDITY, sender=clearing.stack.governor)
    solution = complete(eaf2(found))
    expected = gross(four, solution)
    with exact_gas(clearing.stack.chain):
        receipt = four.settle(solution)
    assert four.balances() == expected
    event = receipt.events.one("BatchNetted")
    assert (event.settled, event.left) == (4_500, 500)
    assert event.gross * 10_000 // found.total == 9_576
    assert receipt.gas_used < GAS_PER_PAYMENT * len(found.payments) < TRANSACTION_GAS


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
        other = replace(clearing, name=cycle_name(b"next"))
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
