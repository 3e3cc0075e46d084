"""Netting by OR-Tools: the linear relaxation, which is also the bound, and CP-SAT."""

import time
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from ortools.linear_solver import pywraplp
from ortools.sat.python import cp_model

from quantera.settlement.heuristics import complete, eaf2
from quantera.settlement.problem import Problem, Solution

WHOLE = 1 - 1e-9
"""From here a share of the relaxation counts as all of it."""
CP_SAT_RANGE = 2**53
"""Sums that CP-SAT is given stay below this; larger amounts are scaled down."""


@dataclass(frozen=True)
class Relaxation:
    """The optimum when every payment may settle in part.

    Attributes:
        value: units that settle: no solution of the problem settles more.
        shares: of each payment, how much of it settles, 0 to 1.
    """

    value: float
    shares: tuple[float, ...]


def relax(problem: Problem) -> Relaxation:
    """Solve the linear relaxation by the simplex method.

    A vertex has at most as many split payments as there are participants.

    Raises:
        RuntimeError: the solver gave up.
    """
    solver = pywraplp.Solver("netting", pywraplp.Solver.GLOP_LINEAR_PROGRAMMING)
    infinity = solver.infinity()
    scale = float(max(1, problem.total))
    limits = [solver.Constraint(-infinity, float(limit) / scale) for limit in problem.liquidity]
    objective = solver.Objective()
    objective.SetMaximization()
    shares = []
    for payment in problem.payments:
        share = solver.NumVar(0.0, 1.0, "")
        weight = payment.amount / scale
        limits[payment.payer].SetCoefficient(share, weight)
        limits[payment.payee].SetCoefficient(share, -weight)
        objective.SetCoefficient(share, weight)
        shares.append(share)
    for payer in problem.strict:
        queue = problem.queues[payer]
        for earlier, later in pairwise(queue):
            order = solver.Constraint(0.0, infinity)
            order.SetCoefficient(shares[earlier], 1.0)
            order.SetCoefficient(shares[later], -1.0)
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        raise RuntimeError("the linear relaxation could not be solved")
    return Relaxation(objective.Value() * scale, tuple(share.solution_value() for share in shares))


def rounded(problem: Problem, relaxation: Relaxation) -> Solution:
    """The relaxation, its split payments settled in part where that is agreed, else left out."""
    selected, parts = set(), {}
    for place, (payment, share) in enumerate(zip(problem.payments, relaxation.shares, strict=True)):
        if share >= WHOLE:
            selected.add(place)
        elif payment.divisible and (units := int(Fraction(share) * payment.amount)) > 0:
            selected.add(place)
            parts[place] = units
    found = _mend(problem, selected, parts)
    return complete(Solution(problem, *found, method="LP"))


def _mend(
    problem: Problem, selected: set[int], parts: dict[int, int]
) -> tuple[frozenset[int], dict[int, int]]:
    """Take back, from whoever would pay too much, first parts, then its last payments."""
    available = [
        limit + net
        for limit, net in zip(
            problem.liquidity, Solution(problem, frozenset(selected), parts).net, strict=True
        )
    ]
    stacks = [[place for place in queue if place in selected] for queue in problem.queues]
    for payer, stack in enumerate(stacks):
        if payer not in problem.strict:
            stack.sort(key=lambda place: (place in parts, -problem.payments[place].amount))
        else:
            _cut(problem, stack, selected, parts, available)
    short = {index for index, units in enumerate(available) if units < 0}
    while short:
        payer = short.pop()
        while available[payer] < 0:
            place = stacks[payer].pop()
            payment = problem.payments[place]
            units = parts.get(place, payment.amount)
            back = min(units, -available[payer]) if payment.divisible else units
            if back == units:
                selected.discard(place)
                parts.pop(place, None)
            else:
                parts[place] = units - back
                stacks[payer].append(place)
            available[payer] += back
            available[payment.payee] -= back
            if available[payment.payee] < 0:
                short.add(payment.payee)
    return frozenset(selected), parts


def _cut(
    problem: Problem,
    stack: list[int],
    selected: set[int],
    parts: dict[int, int],
    available: list[int],
) -> None:
    """Keep of a strict payer's payments those before its first that does not settle in full."""
    if not stack:
        return
    queue = problem.queues[problem.payments[stack[0]].payer]
    whole = 0
    while whole < len(queue) and queue[whole] in selected and queue[whole] not in parts:
        whole += 1
    keep = whole + (whole < len(queue) and queue[whole] in parts)
    for place in queue[keep:]:
        if place in selected:
            payment = problem.payments[place]
            units = parts.pop(place, payment.amount)
            selected.discard(place)
            available[payment.payer] += units
            available[payment.payee] -= units
    stack[:] = list(queue[:keep])


def exact(problem: Problem, seconds: float, hint: Solution | None = None) -> Solution:
    """The best set that CP-SAT finds in a time; every payment settles in full or not.

    Args:
        problem: what to solve.
        seconds: how long it may take, writing the model included; what it starts from where that
            alone takes longer.
        hint: where to start from.
    """
    began = time.perf_counter()
    divisor = max(1, -(-(problem.total + sum(problem.liquidity)) // CP_SAT_RANGE))
    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _ in problem.payments]
    # Rounded up for the payer and down for the payee: what fits here fits in whole units.
    paid = [-(-payment.amount // divisor) for payment in problem.payments]
    received = [payment.amount // divisor for payment in problem.payments]
    terms: list[tuple[list[cp_model.IntVar], list[int]]] = [([], []) for _ in problem.liquidity]
    for place, payment in enumerate(problem.payments):
        for participant, weight in (
            (payment.payer, paid[place]),
            (payment.payee, -received[place]),
        ):
            terms[participant][0].append(chosen[place])
            terms[participant][1].append(weight)
    for (variables, weights), limit in zip(terms, problem.liquidity, strict=True):
        if variables:
            model.add(cp_model.LinearExpr.weighted_sum(variables, weights) <= limit // divisor)
    for payer in problem.strict:
        queue = problem.queues[payer]
        for earlier, later in pairwise(queue):
            model.add_implication(chosen[later], chosen[earlier])
    model.maximize(cp_model.LinearExpr.weighted_sum(chosen, received))
    start = hint or eaf2(problem)
    for place, variable in enumerate(chosen):
        model.add_hint(variable, place in start.selected and place not in start.parts)
    solver = cp_model.CpSolver()
    left = seconds - (time.perf_counter() - began)
    if left <= 0:
        return start
    solver.parameters.max_time_in_seconds = left
    solver.parameters.num_workers = 2
    status = solver.status_name(solver.solve(model))
    if status not in ("OPTIMAL", "FEASIBLE"):
        return start
    found = frozenset(place for place, variable in enumerate(chosen) if solver.value(variable))
    return complete(Solution(problem, found, method="CP-SAT"))
