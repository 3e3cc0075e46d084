"""Base of the property suites: a Hypothesis state machine that drives contracts and a model.

A suite subclasses `ChainMachine`, marks each of its operations with `@operation`, and is run by the
`fuzz` fixture:

    class TokenMachine(ChainMachine):
        def deploy(self):                       # once: contracts, actors, set-up
            self.issuer, self.holder = self.chain.actors("issuer", "holder")
            self.token = self.chain.deploy("Token", sender=self.issuer)

        def start(self):                        # before each sequence: the model, from nothing
            self.balances = {}

        @operation(amount=st.integers(0, 100))
        def mint(self, amount):
            if self.act(self.token.mint, self.holder, amount, sender=self.issuer, refusal=None):
                self.balances[self.holder] = self.balances.get(self.holder, 0) + amount

        @invariant()
        def tok_01_supply_is_the_sum_of_balances(self):
            assert self.token.totalSupply() == sum(self.balances.values())

    def test_token(fuzz):
        fuzz(TokenMachine)

Every operation is counted by how often it succeeded and was refused. Profiles (QUANTERA_PROFILE):
`quick` for work at hand; `ci` runs at least 200 sequences of 40 steps and fails unless every
operation was seen at least 50 times in both; `deep` goes on for the suite's share of
QUANTERA_FUZZ_SECONDS. The seed is printed, and QUANTERA_SEED repeats it. What fails is shrunk,
printed as a list of calls and kept: in `ci` and `deep` under `tests/property/regressions`, where
every later run starts with it, in `quick` under `.quantera/fuzz`. `python -m quantera.evm.replay
FILE` shows it on a real anvil.
"""

import functools
import os
import secrets
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import EllipsisType
from typing import Any, cast

import hypothesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, get_state_machine_test, rule

from quantera.evm import AddressLike, Receipt, Reverted
from quantera.evm.contract import Function
from quantera.evm.recording import Failure, RecordedChain, Step
from tests.property.arguments import plain, unplain
from tests.property.tally import FIXED_SEED, REGRESSIONS, NotSeenError, Profile, Tally

__all__ = ["ChainMachine", "NotSeenError", "Stage", "Tally", "explore", "operation"]


def operation(*, refusable: bool = True, **strategies: Any) -> Callable[[Any], Any]:
    """A rule that is counted and written down.

    Args:
        refusable: whether it can be refused at all; if so, it must be seen refused.
        **strategies: as for Hypothesis's `rule`; values must be such that JSON can hold them
            (numbers, text, bytes, lists, tuples), so that a failure can be kept.
    """

    def decorate(function: Callable[..., Any]) -> Any:
        @functools.wraps(function)
        def step(self: "ChainMachine", **arguments: Any) -> Any:
            with_nothing = self._begin(function.__name__, arguments)
            result = function(self, **arguments)
            self._end(with_nothing)
            return result

        mark: Callable[..., Any] = rule(**strategies)
        marked = mark(step)
        marked.refusable = refusable
        return marked

    return decorate


class ChainMachine(RuleBasedStateMachine):
    """See the module's documentation.

    Attributes:
        chain: the chain everything happens on, brought back before each sequence.
    """

    chain: RecordedChain

    def __init__(self, stage: "Stage") -> None:
        super().__init__()
        self._stage = stage
        self._steps: list[Step] = []
        self._operation = ""
        self.chain = stage.chain
        self.chain.step = None
        stage.prepare(self)
        self.start()

    def deploy(self) -> None:
        """Prepare the chain, once for all sequences; what is assigned to `self` stays assigned.

        What it assigns must not change afterwards: the model belongs into `start`.
        """

    def start(self) -> None:
        """Make the model anew, before each sequence."""

    @classmethod
    def operations(cls) -> dict[str, bool]:
        """Each operation, and whether it can be refused."""
        members = ((name, getattr(cls, name)) for name in dir(cls))
        return {name: item.refusable for name, item in members if hasattr(item, "refusable")}

    def act(
        self,
        function: Function,
        *args: Any,
        sender: AddressLike,
        value: int = 0,
        refusal: str | tuple[str, ...] | EllipsisType | None = ...,
    ) -> Receipt | None:
        """Send a transaction, count its outcome, and hold it against the model's prediction.

        Args:
            function: a function of a contract handle.
            *args: its arguments.
            sender: who sends.
            value: native coin, in wei.
            refusal: what the model predicts: `None` for success, an error's name or several for
                a refusal; left out, either will do.

        Returns:
            The receipt, or nothing when it was refused.
        """
        expected = (refusal,) if isinstance(refusal, str) else refusal
        try:
            receipt: Receipt = function(*args, sender=sender, value=value)
        except Reverted as error:
            self._stage.tally.refused[self._operation] += 1
            if expected is None:
                raise AssertionError(
                    f"the model accepts what the contract refused: {error}"
                ) from error
            if expected is not ... and error.name not in expected:
                raise AssertionError(
                    f"refused with {error}, the model expects {' or '.join(expected)}"
                ) from error
            return None
        self._stage.tally.succeeded[self._operation] += 1
        if expected is not None and expected is not ...:
            raise AssertionError(
                f"the contract accepted what the model refuses with {' or '.join(expected)}"
            )
        return receipt

    def _begin(self, name: str, arguments: Mapping[str, Any]) -> int:
        self._steps.append(Step(rule=name, arguments=plain(arguments)))
        self.chain.step = len(self._steps)
        self._operation = name
        return self._acted()

    def _end(self, acted_before: int) -> None:
        # Passing time and the like sends nothing and cannot be refused.
        if self._acted() == acted_before and not self.operations()[self._operation]:
            self._stage.tally.succeeded[self._operation] += 1

    def _acted(self) -> int:
        tally = self._stage.tally
        return tally.succeeded[self._operation] + tally.refused[self._operation]

    def teardown(self) -> None:
        """Count the sequence."""
        self._stage.ended(self._steps)


class Stage:
    """What the sequences of one run share: the prepared chain, the counts, the last sequence."""

    def __init__(self, machine: type[ChainMachine], seed: int, steps: int) -> None:
        self.machine = machine
        self.chain = RecordedChain()
        self.tally = Tally(machine.__name__, seed, operations=machine.operations())
        self.last: list[Step] = []
        self._full_length = steps
        self._prepared: dict[str, Any] | None = None
        self._snapshot = 0

    def prepare(self, machine: ChainMachine) -> None:
        """Bring the chain, and what `deploy` assigned, to where a sequence begins."""
        if self._prepared is None:
            before = set(vars(machine))
            machine.deploy()
            self._prepared = {
                name: value for name, value in vars(machine).items() if name not in before
            }
        else:
            self.chain.revert(self._snapshot)
            vars(machine).update(self._prepared)
        self._snapshot = self.chain.snapshot()

    def ended(self, steps: list[Step]) -> None:
        """Count a sequence that has ended, however it did."""
        self.last = steps
        self.tally.steps += len(steps)
        self.tally.sequences += len(steps) >= self._full_length

    def failure(self, error: BaseException) -> Failure:
        """The sequence that ended last, as a file can hold it."""
        return Failure(
            machine=self.machine.__name__,
            error=f"{type(error).__name__}: {error}".partition("\n")[0],
            seed=self.tally.seed,
            steps=self.last,
            chain_id=self.chain.chain_id,
            timestamp=self.chain.started,
            names=self.chain.names,
            calls=self.chain.recorded(),
        )

    def search(self, sequences: int, seed: int) -> None:
        """Run a batch; raises what fails, shrunk, after running it once more as the last."""

        def machine() -> ChainMachine:
            return self.machine(self)

        run = get_state_machine_test(
            # Whatever makes machines will do.
            cast("type[RuleBasedStateMachine]", hypothesis.seed(seed)(machine)),
            settings=settings(
                max_examples=sequences,
                stateful_step_count=self._full_length,
                deadline=None,
                database=None,
                derandomize=False,
                print_blob=False,
                report_multiple_bugs=False,
                phases=[Phase.generate, Phase.shrink],
                suppress_health_check=list(HealthCheck),
            ),
        )
        run()

    def repeat(self, failure: Failure) -> None:
        """Run a kept failure's steps again; raises when it still fails."""
        machine = self.machine(self)
        try:
            _check(machine)
            for step in failure.steps:
                fitting = [item for item in machine.rules if item.function.__name__ == step.rule]
                if not fitting:
                    raise LookupError(f"{failure.machine} has no operation {step.rule!r} any more")
                if all(condition(machine) for condition in fitting[0].preconditions):
                    fitting[0].function(machine, **unplain(step.arguments))
                    _check(machine)
        finally:
            machine.teardown()


def explore(
    machine: type[ChainMachine],
    profile: Profile,
    *,
    seconds: float = 0,
    seed: int | None = None,
    regressions: Path = REGRESSIONS,
    at_once: int | None = None,
) -> Tally:
    """Run a suite: kept failures first, then new sequences.

    Args:
        machine: the suite.
        profile: how long, and what must be seen.
        seconds: for a timed profile, how long.
        seed: where the search begins; the profile's own choice when not given.
        regressions: where kept failures are looked for.
        at_once: sequences of one batch. Hypothesis follows each sequence after a batch's tenth
            with five that differ from it in little; batches of ten have none of those.

    Raises:
        NotSeenError: an operation was seen too rarely in one of its outcomes.
        AssertionError: a property does not hold; the notes say how to repeat it.
    """
    if seed is None:
        seed = FIXED_SEED if profile.fixed_seed else secrets.randbelow(2**32)
    stage = Stage(machine, seed, profile.steps)
    tally = stage.tally
    started = time.monotonic()
    for file in sorted(regressions.glob(f"{machine.__name__}-*.json")):
        try:
            stage.repeat(Failure.load(file))
        except Exception as error:
            error.add_note(
                f"{file.name} was fixed before; run: python -m quantera.evm.replay {file}"
            )
            raise
    # The counts are of what was searched for, not of what was kept.
    tally = stage.tally = Tally(machine.__name__, seed, operations=machine.operations())
    batch = 0
    size = at_once or profile.sequences
    batches = profile.batches * -(-profile.sequences // size)
    while True:
        try:
            stage.search(size, seed + batch)
        except Exception as error:
            _keep(stage, error, profile, seed + batch)
            raise
        batch += 1
        tally.seconds = time.monotonic() - started
        enough = tally.sequences >= profile.sequences and not tally.missing(profile.least)
        if (tally.seconds >= seconds) if profile.timed else (enough or batch >= batches):
            break
        if not profile.timed and not at_once:
            # Hypothesis ends a few sequences early; a small batch makes up for them.
            size = max(20, profile.sequences - tally.sequences)
    missing = tally.missing(profile.least)
    if profile.least and tally.sequences < profile.sequences:
        missing.append(f"only {tally.sequences} sequences had {profile.steps} steps: draw less")
    if missing:
        raise NotSeenError(f"{'; '.join(missing)} (at least {profile.least})\n{tally.table()}")
    return tally


def _keep(stage: Stage, error: Exception, profile: Profile, seed: int) -> None:
    failure = stage.failure(error)
    file = failure.save(profile.folder)
    error.add_note(f"The shortest failing sequence:\n{failure.listing()}")
    error.add_note(f"Search again: QUANTERA_SEED={seed}. On a real node, with its call trace:")
    error.add_note(f"  python -m quantera.evm.replay {os.path.relpath(file)}")


def _check(machine: ChainMachine) -> None:
    for item in machine.invariants:
        if all(condition(machine) for condition in item.preconditions):
            item.function(machine)
