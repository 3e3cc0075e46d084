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
    narrow: dict[str, PoolUnderTest],
    seen: Counter[tuple[str, bool]],
) -> None:
    """Drive the twin and the others through `steps` operations.

    The narrow ones hold at most 128 bits of a token and refuse what would be more; nobody else is
    asked for that then. (Uniswap v3 would take it and could never pay it back: what it owes to a
    position has 128 bits there, too.)

    Raises:
        DivergenceError: an outcome or a number of the state differs; it tells the whole trace.
    """
    done: list[tuple[Operation, Outcome]] = []
    for step in range(steps):
        operation = trace.draw(step, twin)
        if twin.overflows(operation):
            done.append((operation, None))
            for name, other in narrow.items():
                answered = other.apply(operation)
                _require(answered is None, lambda: f"{name} took too much", trace, done)  # noqa: B023
            seen["Overflow", False] += 1
            continue
        outcome = twin.apply(operation)
        done.append((operation, outcome))
        seen[type(operation).__name__, outcome is not None] += 1
        state = twin.state(trace.layout)
        for name, other in {**others, **narrow}.items():
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
