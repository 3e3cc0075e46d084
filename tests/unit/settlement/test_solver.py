"""The planner: every method keeps the rules, the bound is one, and batches fit."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quantera.settlement.batch import MOST_PAYMENTS, components, solve_in_batches, split
from quantera.settlement.generate import UNIT, queues, ring, workbook
from quantera.settlement.heuristics import complete, eaf2, fifo, greedy
from quantera.settlement.optimisation import exact, relax, rounded
from quantera.settlement.portfolio import solve
from quantera.settlement.problem import Payment, Problem, ProblemError, Solution

BANKS = 4


@st.composite
def problems(draw: st.DrawFn, most: int = 12) -> Problem:
    bank = st.integers(0, BANKS - 1)
    rows = draw(
        st.lists(
            st.tuples(bank, bank, st.integers(1, 50), st.booleans()).filter(
                lambda row: row[0] != row[1]
            ),
            max_size=most,
        )
    )
    liquidity = draw(st.lists(st.integers(0, 40), min_size=BANKS, max_size=BANKS))
    strict = draw(st.frozensets(bank))
    return Problem(liquidity, [Payment(*row) for row in rows], strict)


def best(problem: Problem) -> int:
    """Value of the best set of whole payments, by trying them all."""
    count = len(problem.payments)
    values = [0]
    for chosen in range(2**count):
        places = frozenset(place for place in range(count) if chosen >> place & 1)
        solution = Solution(problem, places)
        if min(map(sum, zip(problem.liquidity, solution.net, strict=True))) < 0:
            continue
        ordered = all(
            queue[: sum(place in places for place in queue)]
            == tuple(place for place in queue if place in places)
            for payer, queue in enumerate(problem.queues)
            if payer in problem.strict
        )
        if ordered:
            values.append(solution.value)
    return max(values)


@given(problem=problems())
def test_every_method_keeps_the_rules(problem: Problem) -> None:
    relaxation = relax(problem)
    for found in (fifo(problem), eaf2(problem), greedy(problem), rounded(problem, relaxation)):
        assert list(complete(found).faults()) == []
        assert found.value <= relaxation.value * (1 + 1e-9) + 1e-6
        assert sum(found.net) == 0


@settings(max_examples=40)
@given(problem=problems(most=8))
def test_exact_finds_the_best_and_the_bound_holds(problem: Problem) -> None:
    whole = Problem(
        problem.liquidity,
        [Payment(p.payer, p.payee, p.amount) for p in problem.payments],
        problem.strict,
    )
    optimum = best(whole)
    assert exact(whole, 5).value == optimum
    assert relax(whole).value >= optimum - 1e-6
    answer = solve(whole)
    assert answer.solution.value <= optimum <= answer.bound + 1e-6


@given(problem=problems())
def test_eaf2_is_the_largest_prefix_of_every_queue(problem: Problem) -> None:
    """Bech and Soramäki: no larger set respects everybody's order."""
    ordered = Problem(problem.liquidity, problem.payments, frozenset(range(BANKS)))
    found = eaf2(ordered)
    assert list(found.faults()) == []
    assert found.value == best(ordered) if len(problem.payments) <= 8 else True
    assert fifo(ordered).selected <= found.selected


def test_a_vertex_splits_no_more_payments_than_there_are_participants() -> None:
    problem = queues(8, 400, liquidity=0.05, divisible=True)
    shares = relax(problem).shares
    assert sum(1e-6 < share < 1 - 1e-6 for share in shares) <= problem.participants
    found = rounded(problem, relax(problem))
    assert 0 < len(found.parts) <= problem.participants
    assert found.value >= 0.999 * relax(problem).value


@pytest.mark.parametrize(("rings", "banks"), [(1, 4), (8, 32)])
def test_the_published_workbook_settles_to_its_last_payment(rings: int, banks: int) -> None:
    """95.76 % of its value in 4,500 of 5,000 payments, as its own sheet of eliminations has it;
    payment by payment nothing."""
    problem = workbook(rings=rings)
    assert (problem.participants, len(problem.payments)) == (banks, 5_000 * rings)
    assert problem.total == 32_510_000 * UNIT * rings
    answer = solve(problem)
    assert answer.values["FIFO"] == 0
    assert round(100 * answer.solution.value / problem.total, 2) == 95.76
    assert len(answer.solution.selected) == 4_500 * rings
    assert answer.gap < 2e-4
    assert answer.seconds < 5


def test_the_published_structure_settles_where_gross_settles_nothing() -> None:
    problem = ring()
    answer = solve(problem)
    assert answer.values["FIFO"] == 0
    assert answer.solution.value / problem.total > 0.957
    assert answer.gap < 1e-4
    assert answer.seconds < 5


def test_forty_thousand_payments_in_five_seconds() -> None:
    problem = ring(rings=8)
    assert (problem.participants, len(problem.payments)) == (32, 40_000)
    answer = solve(problem)
    assert answer.solution.value / problem.total > 0.957
    assert answer.gap < 1e-4
    assert answer.seconds < 5


def test_batches_fit_and_lose_nothing_where_groups_do() -> None:
    problem = ring(rings=8)
    batches = list(split(problem))
    assert sorted(place for batch in batches for place in batch) == list(range(40_000))
    assert max(map(len, batches)) <= MOST_PAYMENTS
    assert [len(group) for group in components(problem)] == [5_000] * 8
    solved = solve_in_batches(problem, seconds=8)
    value = sum(solution.value for solution, _ in solved)
    assert value == solve(problem).solution.value


def test_a_group_that_is_too_large_is_cut_along_its_queues() -> None:
    problem = ring(payments=400)
    batches = list(split(problem, most=150))
    assert sorted(place for batch in batches for place in batch) == list(range(400))
    assert max(map(len, batches)) <= 150
    for queue in problem.queues:
        order = [place for batch in batches for place in batch if place in queue]
        assert order == list(queue)
    liquidity = list(problem.liquidity)
    for solution, places in solve_in_batches(problem, most=150):
        assert [problem.payments[place] for place in places] == list(solution.problem.payments)
        assert list(solution.problem.liquidity) == liquidity
        liquidity = [old + net for old, net in zip(liquidity, solution.net, strict=True)]
        assert min(liquidity) >= 0


def test_large_amounts_lose_nothing_to_floating_point() -> None:
    source = random.Random(7)
    payments = [
        Payment(payer, 1 - payer, source.randrange(10**24, 10**26), divisible=True)
        for payer in (0, 1) * 20
    ]
    answer = solve(Problem([10**25, 10**25], payments), seconds=1)
    assert list(answer.solution.faults()) == []
    assert answer.gap < 1e-6


@pytest.mark.parametrize(
    "payment", [Payment(0, 0, 1), Payment(0, 1, 0), Payment(0, 2, 1), Payment(-1, 0, 1)]
)
def test_what_is_no_payment(payment: Payment) -> None:
    with pytest.raises(ProblemError):
        Problem([1, 1], [payment])


def test_nothing_to_do() -> None:
    answer = solve(Problem([1, 1], []))
    assert (answer.solution.value, answer.gap) == (0, 0)
