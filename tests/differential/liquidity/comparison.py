"""Two pools through the same trace, their whole state compared after every operation."""

from collections import Counter
from collections.abc import Callable

from tests.differential.liquidity.drawing import Trace
from tests.differential.liquidity.operations import Operation, Outcome, PoolUnderTest, Words
from tests.differential.liquidity.twin_pool import TwinPool


class DivergenceError(AssertionError):
    """The pools differ."""


def differing(ours: Words, theirs: Words) -> dict[str, tuple[int, int]]:
    """Numbers that are not the same, ours first."""
    return {name: (ours[name], theirs[name]) for name in theirs if ours[name] != theirs[name]}


def run(
    trace: Trace,
    steps: int,
    twin: TwinPool,
    others: dict[str, PoolUnderTest],
    seen: Counter[tuple[str, bool]],
) -> None:
    """Drive the twin and the others through `steps` operations.

    Operations after which a pool would hold more than 128 bits of a token are left out: Uniswap v3
    takes such amounts and loses them, since what it owes to a position wraps there; ours refuses.

    Raises:
        DivergenceError: an outcome or a number of the state differs; it tells the whole trace.
    """
    done: list[tuple[Operation, Outcome]] = []
    for step in range(steps):
        operation = trace.draw(step, twin)
        if twin.overflows(operation):
            seen["Overflow", False] += 1
            continue
        outcome = twin.apply(operation)
        done.append((operation, outcome))
        seen[type(operation).__name__, outcome is not None] += 1
        state = twin.state(trace.layout)
        for name, other in others.items():
            answered = other.apply(operation)
            _require(answered == outcome, lambda: f"{name} answered {answered}", trace, done)  # noqa: B023
            wrong = differing(state, other.state(trace.layout))
            _require(not wrong, lambda: f"twin and {name} differ: {wrong}", trace, done)  # noqa: B023


def _require(
    holds: bool, sentence: Callable[[], str], trace: Trace, done: list[tuple[Operation, Outcome]]
) -> None:
    if not holds:
        told = "\n".join(f"{operation} -> {outcome}" for operation, outcome in done)
        raise DivergenceError(f"seed {trace.seed}, fee {trace.fee}: {sentence()}\n{told}")
