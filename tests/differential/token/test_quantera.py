"""Ours against T-REX 4.1.6 in `live` mode: the same outcome, or a difference in the catalogue.

T-REX comes from its npm artifacts; identities, claims and issuers are ONCHAINID's and shared by the
two. After every operation outcome, reason, return value and events are compared, and so are all
answers to `questions.QUESTIONS`: balances, frozen amounts, allowances, supply, verification,
registrations, agents, lists, modules.
"""

import os
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, Phase, settings
from rich.console import Console

from quantera.evm import MemoryChain
from tests.conftest import PROFILE
from tests.differential.token.coverage import Coverage
from tests.differential.token.differences import catalogue
from tests.differential.token.directed import DIRECTED, Directed
from tests.differential.token.directed_differences import DIFFERENCES
from tests.differential.token.machine import Arena, run_directed, run_random
from tests.differential.token.quantera_suite import QuanteraSuite
from tests.differential.token.steering import Steering

STEPS = 40
SEED = 20_260_101


@dataclass(frozen=True)
class Length:
    """How long to search with rules, and as long without.

    Attributes:
        batch: sequences in a batch.
        batches: batches at least.
        most: batches at most, where something was seen too rarely.
        least: how often each function must be accepted, and refused.
        seconds: for as long as this instead, from any seed.
    """

    batch: int
    batches: int
    most: int
    least: int
    seconds: float = 0


LENGTHS = {
    "quick": Length(batch=5, batches=1, most=1, least=0),
    "ci": Length(batch=10, batches=10, most=60, least=25),
    "deep": Length(
        batch=10,
        batches=10,
        most=10**6,
        least=25,
        seconds=float(os.environ.get("QUANTERA_FUZZ_SECONDS", "600")) / 4,
    ),
}
"""Two halves, so that two workers share them: in all 200 sequences, and each outcome 50 times."""


def searching(number: int) -> settings:
    return settings(
        max_examples=number,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        derandomize=False,
        print_blob=False,
        report_multiple_bugs=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.parametrize("with_rules", [False, True])
def test_random_sequences(with_rules: bool, capsys: pytest.CaptureFixture[str]) -> None:
    length = LENGTHS[PROFILE]
    first = secrets.randbelow(2**32) if length.seconds else SEED + length.most * with_rules
    coverage = Coverage()
    steering = Steering(coverage, length.least)
    arena = Arena(
        MemoryChain(),
        with_rules=with_rules,
        subject_of=QuanteraSuite,
        catalogue=catalogue(),
        coverage=coverage,
        draw=steering.draw,
    )
    started = time.monotonic()
    for batch in range(length.most):
        steering.aim()
        run_random(arena, searching(length.batch), seeded=first + batch)
        late = time.monotonic() - started > length.seconds
        if batch + 1 >= length.batches and late and not steering.missing():
            break
    with capsys.disabled():
        console = Console()
        console.print(f"seed {first}, {batch + 1} batches of {length.batch} sequences")
        coverage.report(console)
    assert not steering.missing()


def test_every_catalogued_case_is_seen_and_nothing_else_differs() -> None:
    known = catalogue()
    for with_rules in (False, True):
        arena = Arena(
            MemoryChain(), with_rules=with_rules, subject_of=QuanteraSuite, catalogue=known
        )
        assert isinstance(arena.subject, QuanteraSuite)
        run_directed(arena, list(_sequences(arena.subject, with_rules=with_rules)))
    assert known.never_met() == []


def _sequences(suite: QuanteraSuite, *, with_rules: bool) -> Iterator[Directed]:
    """The sequences of both files, without what is sent to contracts that ours has not."""
    for sequence in (*DIRECTED, *DIFFERENCES):
        if sequence.with_rules is with_rules:
            kept = tuple(filter(suite.supports, sequence.operations))
            yield replace(sequence, operations=kept)
