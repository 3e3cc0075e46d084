"""The `deep` profile for as long as one likes: new cases in every round, failures kept as tests."""

import re
import secrets
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel
from rich.console import Console

from quantera.suites import regression
from quantera.suites.fuzz_plugin import FOLDER_VARIABLE, ONLY_VARIABLE, Outcome
from quantera.suites.runner import PROFILE_VARIABLE, start, wait
from quantera.toolchain.workspace import ROOT

REPORT = ROOT / "audits" / "reports" / "fuzz.md"
TESTS = "tests"
PROFILE = "deep"
SEEDS = 2**32
SEED_VARIABLE = "QUANTERA_SEED"
SECONDS_VARIABLE = "QUANTERA_FUZZ_SECONDS"
MACHINES_SHARE = 0.7
"""Of a round's time, for the state machines; the rest is for start-up and other properties."""
NO_TESTS_LEFT = 5
KEPT_BY_MACHINE = re.compile(r"python -m quantera\.evm\.replay (\S+)")
"""State machines over contracts keep their failures themselves, and say where."""
SHORTEST_ROUND_SECONDS = 5
REPEAT_SECONDS = 60
"""For running one failure again; all of them together may take so long beyond the duration."""


class FuzzError(Exception):
    """Nothing could be fuzzed; the message says why."""


class Failure(BaseModel):
    """A property that failed, and where its case is kept.

    Attributes:
        repeated: whether it failed again on its own, so that neither load nor chance made it fail.
    """

    test: str
    error: str
    case: str
    kept: str | None
    repeated: bool = True


class Fuzzed(BaseModel):
    """One run: how often each property ran to its end, and what failed."""

    rounds: int = 0
    completed: dict[str, int] = {}
    failures: list[Failure] = []

    @property
    def repeated(self) -> list[Failure]:
        """The failures that were no accident."""
        return [failure for failure in self.failures if failure.repeated]


def _command(seed: int, skipped: Iterable[str], tests: str, workers: int) -> list[str]:
    return [
        *(sys.executable, "-m", "pytest", "-q", "--no-header", "--tb=short"),
        # Ape's plugin starts a node for every run; our tests start what they need.
        *("-p", "no:ape_test"),
        *("-n", str(workers), "--dist", "worksteal"),
        *("-p", "quantera.suites.fuzz_plugin"),
        f"--hypothesis-seed={seed}",
        *(f"--deselect={test}" for test in skipped),
        tests,
    ]


def _read(folder: Path) -> list[Outcome]:
    return [
        Outcome.model_validate_json(line)
        for file in sorted(folder.glob("*.jsonl"))
        for line in file.read_text().splitlines()
    ]


def _round(
    seed: int, seconds: float, skipped: Iterable[str], tests: str, workers: int, *, only: str = ""
) -> tuple[list[Outcome], int]:
    with tempfile.TemporaryDirectory() as folder:
        process = start(
            _command(seed, skipped, tests, workers),
            {
                PROFILE_VARIABLE: PROFILE,
                FOLDER_VARIABLE: folder,
                ONLY_VARIABLE: only,
                SEED_VARIABLE: str(seed),
                SECONDS_VARIABLE: str(seconds * MACHINES_SHARE),
            },
        )
        ended = wait(process, seconds)
        outcomes = [outcome for outcome in _read(Path(folder)) if not _undecided(outcome)]
        return outcomes, process.returncode if ended else 0


def _undecided(outcome: Outcome) -> bool:
    """Whether the time ended before the property had passed, failed, or seen enough."""
    # Where Ape is loaded, an interrupt is an exit with 130.
    early = ("KeyboardInterrupt", "SystemExit: 130", "NotSeenError")
    return (outcome.failure or "").startswith(early)


def _failure(outcome: Outcome, folder: Path) -> Failure:
    error, case = outcome.failure or "", outcome.notes
    if by_machine := KEPT_BY_MACHINE.search(case):
        return Failure(test=outcome.test, error=error, case=case, kept=by_machine.group(1))
    try:
        found = regression.regression(outcome)
    except regression.NoCaseError:
        return Failure(test=outcome.test, error=error, case=case, kept=None)
    file = regression.keep(found, folder)
    kept = str(file.relative_to(ROOT)) if file.is_relative_to(ROOT) else str(file)
    return Failure(test=outcome.test, error=error, case=found.text, kept=kept)


def _fails_again(test: str, seed: int, tests: str, seconds: float) -> bool:
    """Run one property alone: what it failed on is kept and tried before anything new.

    Without time for it a failure counts as one that repeats.
    """
    if seconds < SHORTEST_ROUND_SECONDS:
        return True
    outcomes, _ = _round(seed, seconds, (), tests, workers=0, only=test)
    return any(outcome.failure for outcome in outcomes)


def fuzz(
    seconds: float,
    console: Console,
    *,
    seed: int | None = None,
    tests: str = TESTS,
    folder: Path = regression.FOLDER,
    rounds: int | None = None,
    workers: int = 2,
) -> Fuzzed:
    """Run rounds of every property until the time is over; a property that failed is left out.

    Args:
        seconds: for how long; running failures again may take a minute more.
        console: where progress is told.
        seed: of the first round, each further one has the next; by chance when not given.
        tests: what pytest looks through for properties.
        folder: where failing cases are kept as tests.
        rounds: end after so many, also when there is time left.
        workers: processes that share the properties of a round; 0 for none but pytest itself.

    Raises:
        FuzzError: there is no property, or the tests cannot be loaded.
    """
    deadline = time.monotonic() + seconds
    seed = secrets.randbelow(SEEDS) if seed is None else seed
    done = Fuzzed()
    while (left := deadline - time.monotonic()) > SHORTEST_ROUND_SECONDS:
        if done.rounds == rounds:
            break
        now = (seed + done.rounds) % SEEDS
        console.rule(f"round {done.rounds + 1}, seed {now}, {left:.0f} s left")
        failed = [failure.test for failure in done.failures]
        outcomes, status = _round(now, left, failed, tests, workers)
        if status == NO_TESTS_LEFT and failed:
            break
        if status > 1:
            raise FuzzError(
                f"pytest ended with {status}: there is no property, or none can be loaded"
            )
        done.rounds += 1
        for outcome in outcomes:
            done.completed[outcome.test] = done.completed.get(outcome.test, 0) + 1
            if outcome.failure is not None:
                failure = _failure(outcome, folder)
                spare = min(REPEAT_SECONDS, deadline + REPEAT_SECONDS - time.monotonic())
                failure.repeated = _fails_again(failure.test, now, tests, spare)
                done.failures.append(failure)
    return done


def report(done: Fuzzed) -> str:
    """The committed report: what ran and what failed, without anything that differs by machine."""
    lines = [
        "# Fuzzing",
        "",
        "Written by `make fuzz DURATION=…`: every property of the tests under Hypothesis' profile",
        f"`{PROFILE}`, round after round with new seeds. A case that fails is kept as a test in",
        "`tests/property/regressions`, which `make test` runs.",
        "",
        "| property | verdict |",
        "|---|---|",
    ]
    failed = {failure.test for failure in done.failures}
    lines += [
        f"| `{test}` | {'failed' if test in failed else 'held'} |"
        for test in sorted(done.completed)
    ]
    if not done.completed:
        lines.append("| none ran to its end in the time given | |")
    for failure in sorted(done.failures, key=lambda failure: failure.test):
        where = f"kept as `{failure.kept}`" if failure.kept else "not expressible as a test"
        where += "" if failure.repeated else "; it did not fail again on its own"
        lines += ["", f"## {failure.test}", "", f"{failure.error} ({where})", ""]
        lines += ["```", failure.case.strip(), "```"]
    return "\n".join(lines) + "\n"
