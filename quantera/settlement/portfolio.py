"""All ways of netting, the best of what they find, and how far it can be from the optimum."""

import time
from dataclasses import dataclass

from quantera.settlement.heuristics import complete, eaf2, fifo, greedy
from quantera.settlement.optimisation import exact, relax, rounded
from quantera.settlement.problem import Problem, ProblemError, Solution

CP_SAT_PAYMENTS = 10_000
"""More than these CP-SAT cannot even be told within its time."""
CP_SAT_SHARE = 0.7
"""Of the time that is left it is told so much."""
LEAST_SECONDS = 0.5


@dataclass(frozen=True)
class Answer:
    """The best solution with its certificate.

    Attributes:
        solution: what to submit; keeps every rule that the chain verifies.
        bound: no solution, whole payments or parts, settles more units than this.
        values: by method, the units it settled.
        seconds: how long all of them took.
    """

    solution: Solution
    bound: float
    values: dict[str, int]
    seconds: float

    @property
    def gap(self) -> float:
        """How far the solution can be from the optimum: 0 is optimal, 1 settles nothing."""
        return max(0.0, 1 - self.solution.value / self.bound) if self.bound else 0.0


def solve(problem: Problem, seconds: float = 5.0) -> Answer:
    """Run every method and keep the best.

    CP-SAT runs in what is left of the time, unless the bound says that nothing is to be gained.

    Args:
        problem: what to solve.
        seconds: time for all methods together.

    Raises:
        ProblemError: the best solution breaks a rule of the chain, which would be a fault here.
    """
    start = time.perf_counter()
    found = [fifo(problem), eaf2(problem), greedy(problem)]
    relaxation = relax(problem)
    found.append(rounded(problem, relaxation))
    values = {solution.method: solution.value for solution in found}
    best = max(map(complete, found), key=lambda solution: solution.value)
    taken = time.perf_counter() - start
    # It heeds its time between steps alone, which a busy machine makes long; what it finds is then
    # completed and checked, which takes less than all before has taken.
    left = CP_SAT_SHARE * (seconds - taken) - max(LEAST_SECONDS, taken)
    worth = best.value < relaxation.value * (1 - 1e-6)
    if worth and left > 0 and len(problem.payments) <= CP_SAT_PAYMENTS:
        last = exact(problem, left, best)
        values[last.method] = last.value
        best = max(best, last, key=lambda solution: solution.value)
    faults = list(best.faults())
    if faults:
        raise ProblemError("; ".join(faults))
    # The simplex method answers in floating point: integers may pass it by a rounding.
    bound = max(relaxation.value, float(best.value))
    return Answer(best, bound, values, time.perf_counter() - start)
