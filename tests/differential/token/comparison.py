"""Apply one sequence to T-REX, to a model of it and to a second implementation, and compare."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from tests.differential.token.difference_conditions import Situation
from tests.differential.token.differences import Aspect, Case, Catalogue, Discrepancy
from tests.differential.token.model.ledger import Ledger
from tests.differential.token.model.views import observe
from tests.differential.token.operations import (
    Event,
    Observation,
    Operation,
    Outcome,
    differing,
)
from tests.differential.token.semantics import semantics
from tests.differential.token.world import TokenUnderTest, World


class Divergence(AssertionError):  # noqa: N818 -- names what was found
    """Two that must agree do not.

    Attributes:
        sequence: what was done since the start of the sequence, the last operation included.
        discrepancies: what differs, uncatalogued.
    """

    def __init__(
        self, who: str, sequence: Sequence[Operation], discrepancies: Sequence[Discrepancy]
    ) -> None:
        steps = "\n".join(f"    {number}. {step}" for number, step in enumerate(sequence, 1))
        told = "\n".join(f"    - {discrepancy}" for discrepancy in discrepancies)
        super().__init__(f"{who} differs after\n{steps}\n  in\n{told}")
        self.sequence = tuple(sequence)
        self.discrepancies = tuple(discrepancies)

    @property
    def aspects(self) -> frozenset[str]:
        """In what they differ: aspects, and the views that answer differently."""
        return frozenset(
            each.situation.question.partition("(")[0] or each.aspect for each in self.discrepancies
        )


@dataclass
class Step:
    """What came of one operation.

    Attributes:
        outcome: the reference's.
        undone: a catalogued difference showed, and nobody keeps the operation.
    """

    operation: Operation
    outcome: Outcome
    undone: bool = False


@dataclass
class Comparison:
    """The reference, its model and a subject in one world.

    Attributes:
        world: accounts, identities and issuers that reference and subject share.
        reference: T-REX.
        model: what T-REX should do; it must predict the reference to the letter.
        subject: what is compared with the reference; none to test the model alone.
        catalogue: differences that are accepted of the subject.
        steps: the sequence so far.
        observing: whether states are compared after each step, and not outcomes alone.
    """

    world: World
    reference: TokenUnderTest
    model: Ledger
    subject: TokenUnderTest | None = None
    catalogue: Catalogue = field(default_factory=Catalogue)
    steps: list[Step] = field(default_factory=list)
    observing: bool = True

    def step(self, operation: Operation) -> Step:
        """Apply an operation to everybody.

        Raises:
            Divergence: the model did not predict the reference, or the subject differs from it in
                a way no catalogued difference covers.
        """
        function = self._function(operation)
        if operation.contract == "world":
            return self._change_world(operation)
        # Snapshots nest, so none is taken where nothing can be undone.
        snapshot = self.world.chain.snapshot() if self.subject else None
        before = self.model.saved()
        predicted = self.model.apply(operation, before)
        outcome = self.reference.apply(operation)
        step = Step(operation, outcome)
        self.steps.append(step)
        # What was refused changed nothing: the machine guarantees it, so nobody is asked.
        told = self.reference.observe() if outcome.accepted and self.observing else None
        self._check_model(operation, predicted, outcome, told)
        if self.subject is None:
            return step
        accepted = self._check_subject(operation, function, before, outcome, told)
        if snapshot is not None and any(case.handling == "undo" for case in accepted):
            self.world.chain.revert(snapshot)
            self.model.restore(before)
            step.undone = True
        return step

    def run(self, operations: Sequence[Operation]) -> list[Step]:
        """Apply operations one after the other; the same errors as `step`."""
        return [self.step(operation) for operation in operations]

    # -- inside ---------------------------------------------------------------------------------

    def _function(self, operation: Operation) -> str:
        return f"{self.model.contracts[operation.contract].kind}.{operation.function}"

    def _change_world(self, operation: Operation) -> Step:
        self.world.apply(operation)
        step = Step(operation, self.model.apply(operation))
        self.steps.append(step)
        told = self.reference.observe()
        self._check_model(operation, step.outcome, step.outcome, told)
        if self.subject is not None:
            discrepancies = self._state(operation, told, self.subject.observe(), self.subject)
            self._excuse("World." + operation.function, discrepancies)
        return step

    def _check_model(
        self,
        operation: Operation,
        predicted: Outcome,
        outcome: Outcome,
        told: Observation | None,
    ) -> None:
        situation = Situation(operation, self.model)
        found = []
        if predicted.accepted != outcome.accepted:
            found.append(Discrepancy(Aspect.OUTCOME, situation, str(outcome), str(predicted)))
        elif not predicted.accepted and not _foretold(predicted, outcome):
            found.append(Discrepancy(Aspect.REASON, situation, str(outcome), str(predicted)))
        elif predicted != outcome and predicted.accepted:
            found.append(Discrepancy(Aspect.EVENTS, situation, str(outcome), str(predicted)))
        if told is not None and predicted.accepted:
            found += self._state(operation, told, observe(self.model), None)
        if found:
            raise Divergence(
                f"the model of {self.reference.name}",
                [step.operation for step in self.steps],
                found,
            )

    def _check_subject(
        self,
        operation: Operation,
        function: str,
        before: tuple[int, dict[str, dict[str, object]]],
        outcome: Outcome,
        told: Observation | None,
    ) -> list[Case]:
        assert self.subject is not None
        done = self.subject.apply(operation)
        # What was refused has not moved the model.
        discrepancies = list(self._outcomes(operation, outcome, done))
        accepted: list[Case] = []
        if discrepancies:
            after = self.model.saved()
            self.model.restore(before)
            try:
                accepted = self._excuse(function, discrepancies)
            finally:
                self.model.restore(after)
        if told is None or not done.accepted:
            # Nothing changed, or an excused difference is undone: the states are those before.
            return accepted
        answers = self.subject.observe()
        return accepted + self._excuse(
            function, self._state(operation, told, answers, self.subject)
        )

    def _outcomes(
        self, operation: Operation, reference: Outcome, subject: Outcome
    ) -> Iterator[Discrepancy]:
        situation = Situation(operation, self.model)
        left, right = str(reference), str(subject)
        if reference.accepted != subject.accepted:
            yield Discrepancy(
                Aspect.OUTCOME, situation, left, right, subject.reasons, reference.accepted
            )
        elif not reference.accepted:
            if not self._true_reason(operation, subject):
                yield Discrepancy(Aspect.REASON, situation, left, right, subject.reasons)
        else:
            if reference.returned != subject.returned:
                yield Discrepancy(Aspect.RETURNED, situation, left, right)
            known = self._events(reference.events), self._events(subject.events)
            if known[0] != known[1]:
                names = _names_of_difference(*known)
                yield Discrepancy(Aspect.EVENTS, situation, left, right, names)

    def _true_reason(self, operation: Operation, subject: Outcome) -> bool:
        """Whether the subject names a condition that the operation fails, first or not."""
        rows = semantics().conditions()
        failed = self.model.every_refusal(operation)
        return bool(subject.reasons & {rows[row].reason for row in failed if row in rows})

    def _events(self, events: Sequence[Event]) -> list[Event]:
        """Those of T-REX's vocabulary, from contracts that both have."""
        assert self.subject is not None
        shared = self.reference.contracts & self.subject.contracts
        names = _vocabulary()
        return [event for event in events if event.emitter in shared and event.name in names]

    def _state(
        self,
        operation: Operation,
        reference: Observation,
        answers: Observation,
        subject: TokenUnderTest | None,
    ) -> list[Discrepancy]:
        if subject is not None:
            # What a subject is not asked, its suite says and the catalogue explains.
            reference = {question: reference[question] for question in answers}
            unequal = [each for each in answers if reference[each] != answers[each]]
            reference = {question: _ordered(question, reference[question]) for question in unequal}
            answers = {question: _ordered(question, answers[question]) for question in unequal}
        return [
            Discrepancy(
                Aspect.STATE, Situation(operation, self.model, question), str(left), str(right)
            )
            for question, left, right in differing(reference, answers)
        ]

    def _excuse(self, function: str, discrepancies: Sequence[Discrepancy]) -> list[Case]:
        assert self.subject is not None
        explained = [
            (discrepancy, self.catalogue.explain(discrepancy, function))
            for discrepancy in discrepancies
        ]
        unexplained = [discrepancy for discrepancy, case in explained if case is None]
        if unexplained:
            raise Divergence(
                self.subject.name,
                [step.operation for step in self.steps if not step.undone],
                unexplained,
            )
        return [case for _, case in explained if case is not None]


def _foretold(predicted: Outcome, outcome: Outcome) -> bool:
    """Whether the reference said what the table says of the row that the model stopped at."""
    (row,) = predicted.reasons
    return outcome.refusal in semantics().conditions()[row].refusals


def _ordered(question: str, answer: Any) -> Any:
    """A list whose order means nothing, in one order (TRX-28)."""
    return sorted(answer) if question.partition(".")[2] == "getTrustedIssuers()" else answer


@cache
def _vocabulary() -> frozenset[str]:
    """Events of the standard; those of modules are T-REX's own."""
    return frozenset(
        event
        for function, rows in semantics().functions()
        for event in rows.events
        if not function.partition(".")[0].endswith("Module")
    )


def _names_of_difference(reference: list[Event], subject: list[Event]) -> frozenset[str]:
    """Names of the events that only one of them emitted, or all names when the order differs."""
    apart = set(reference) ^ set(subject)
    return frozenset(event.name for event in (apart or {*reference, *subject}))
