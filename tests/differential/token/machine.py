"""The state machine that applies random operations to everybody and compares."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from hypothesis import Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from quantera.evm import Chain
from tests.differential.token import cast
from tests.differential.token.chooser import Draw
from tests.differential.token.comparison import Comparison, Divergence
from tests.differential.token.coverage import Coverage
from tests.differential.token.differences import Catalogue
from tests.differential.token.directed import Directed
from tests.differential.token.drawing import draw_operation
from tests.differential.token.model.build import deployed
from tests.differential.token.model.ledger import Ledger
from tests.differential.token.operations import Operation
from tests.differential.token.trex_suite import trex_suite
from tests.differential.token.world import TokenUnderTest, World

SubjectOf = Callable[[World], TokenUnderTest]
"""Deploys the implementation that is compared with T-REX in a world."""


class Arena:
    """One chain with T-REX, and perhaps a subject, in use; every sequence starts from there.

    Args:
        chain: a fresh chain.
        with_rules: bind and set T-REX's four modules.
        subject_of: deploys what is compared with T-REX; nothing to compare T-REX with its model.
        catalogue: accepted differences of the subject.
        coverage: counts what was seen.
        draw: draws the next random operation.
    """

    def __init__(
        self,
        chain: Chain,
        *,
        draw: Callable[[Draw, Ledger], Operation] = draw_operation,
        with_rules: bool = False,
        subject_of: SubjectOf | None = None,
        catalogue: Catalogue | None = None,
        coverage: Coverage | None = None,
    ) -> None:
        self.draw = draw
        self.coverage = coverage or Coverage()
        self.world = World(chain)
        self.reference = trex_suite(self.world)
        self.subject = subject_of(self.world) if subject_of else None
        self.model = deployed(chain.timestamp)
        self.model.watcher = self.coverage
        self.catalogue = catalogue or Catalogue()
        self.comparison().run(cast.prologue(with_rules=with_rules))
        self._start = self.model.saved()
        self._snapshot = chain.snapshot()

    def comparison(self) -> Comparison:
        """A new sequence."""
        return Comparison(self.world, self.reference, self.model, self.subject, self.catalogue)

    def reset(self) -> None:
        """Go back to where every sequence starts."""
        self.world.chain.revert(self._snapshot)
        self._snapshot = self.world.chain.snapshot()
        self.model.restore(self._start)

    def function(self, operation: Operation) -> str:
        """`Contract.function` of an operation."""
        return f"{self.model.contracts[operation.contract].kind}.{operation.function}"


def machine(arena: Arena) -> type[RuleBasedStateMachine]:
    """A machine whose runs all start in this arena."""

    class TokenSequence(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            arena.reset()
            self.comparison = arena.comparison()

        @property
        def model(self) -> Ledger:
            return arena.model

        @rule(data=st.data())
        def step(self, data: Any) -> None:
            operation = arena.draw(data.draw, self.model)
            done = self.comparison.step(operation)
            arena.coverage.count(arena.function(operation), accepted=done.outcome.accepted)

    return TokenSequence


def run_random(arena: Arena, limits: settings, *, seeded: int | None = None) -> None:
    """Run random sequences.

    Args:
        arena: where they run.
        limits: Hypothesis' settings; shrinking is left to `shortest`, which needs far fewer runs.
        seeded: where the search begins, where it is not Hypothesis that decides.

    Raises:
        Divergence: see `Comparison.step`; it tells the shortest sequence that still diverges so.
    """
    without_shrinking = settings(
        limits, phases=[phase for phase in limits.phases if phase is not Phase.shrink]
    )
    search = machine(arena)
    if seeded is not None:
        search = seed(seeded)(search)
    try:
        run_state_machine_as_test(search, settings=without_shrinking)
    except Divergence as divergence:
        raise shortest(arena, divergence) from None


def shortest(arena: Arena, divergence: Divergence) -> Divergence:
    """Leave out every operation without which the last one still diverges in the same aspects.

    Args:
        arena: where the divergence was found.
        divergence: what was found.
    """
    while True:
        shorter = _once_shortened(arena, divergence)
        if len(shorter.sequence) == len(divergence.sequence):
            return shorter
        # What is left lies otherwise, so that pairs can go which no portion held before.
        divergence = shorter


def _once_shortened(arena: Arena, divergence: Divergence) -> Divergence:
    portion = len(divergence.sequence) // 2
    while portion:
        start = 0
        while start < len(divergence.sequence) - 1:
            sequence = divergence.sequence
            shorter = _again(arena, sequence[:start] + sequence[start + portion :], divergence)
            if shorter is None:
                start += 1
            else:
                divergence = shorter
        portion //= 2
    return divergence


def _again(arena: Arena, operations: Sequence[Operation], before: Divergence) -> Divergence | None:
    arena.reset()
    try:
        arena.comparison().run(operations)
    except Divergence as found:
        return found if found.aspects == before.aspects else None
    return None


def run_directed(arena: Arena, sequences: Iterable[Directed]) -> None:
    """Run sequences written by hand; the same errors as `run_random`."""
    try:
        _run_directed(arena, sequences)
    except Divergence as divergence:
        raise shortest(arena, divergence) from None


def _run_directed(arena: Arena, sequences: Iterable[Directed]) -> None:
    for sequence in sequences:
        arena.reset()
        comparison = arena.comparison()
        for number, operation in enumerate(sequence.operations, start=1):
            last = number == len(sequence.operations)
            comparison.observing = last or not sequence.at_the_end
            done = comparison.step(operation)
            arena.coverage.count(arena.function(operation), accepted=done.outcome.accepted)
