"""Run suites, hold each to its budget, and say what came of them.

Budgets are seconds of the machine that `quantera.toolchain.pace` names; what a suite took here
counts by the pace that this machine had before and after it.
"""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree as ET

from pydantic import BaseModel
from rich.console import Console
from rich.table import Column, Table

from quantera.suites.catalogue import Suite
from quantera.toolchain import pace
from quantera.toolchain.workspace import ROOT, STATE

TOLERANCE = 1.2
ENDLESS = 3
"""A suite that takes this many times its budget is ended: it hangs."""
INTERRUPT_SECONDS = 20
LISTENING_SECONDS = 0.2
PROFILE_VARIABLE = "QUANTERA_PROFILE"
PROFILE = "ci"
Verdict = Literal["passed", "failed", "over budget", "hung", "not run"]


class Result(BaseModel):
    """What came of one suite.

    Attributes:
        name: of the suite.
        budget_seconds: what it may take at the pace 1.
        seconds: what it took here.
        processor_seconds: how long it and all that it started and waited for kept the cores busy.
        pace: how fast this machine was meanwhile, as `pace.measure` answers it.
        tests: how many ran; a command counts as one.
        failures: how many of them failed.
        verdict: what came of it all.
    """

    name: str
    budget_seconds: int
    seconds: float = 0
    processor_seconds: float = 0
    pace: float = 1
    tests: int = 0
    failures: int = 0
    verdict: Verdict = "not run"

    @property
    def counted_seconds(self) -> float:
        """What it would have taken at the pace 1."""
        return self.seconds * self.pace


class Results(BaseModel):
    """One run: the suites in their order."""

    suites: list[Result]

    @property
    def passed(self) -> bool:
        """Whether every suite ran and passed."""
        return all(result.verdict == "passed" for result in self.suites)

    @property
    def counted_seconds(self) -> float:
        """What all suites would have taken at the pace 1."""
        return sum(result.counted_seconds for result in self.suites)


def command_of(suite: Suite, report: Path) -> list[str]:
    """What is executed for a suite; pytest writes its counts to `report`."""
    if suite.command:
        return list(suite.command)
    return [
        *(sys.executable, "-m", "pytest", "-q"),
        # Ape's plugin starts a node for every run; our tests start what they need.
        *("-p", "no:ape_test"),
        *("-n", str(suite.workers), "--dist", "worksteal"),
        *("-o", "junit_family=xunit2", f"--junit-xml={report}"),
        *suite.paths,
    ]


@contextmanager
def signals_held() -> Iterator[list[int]]:
    """Note what interrupts us instead of being interrupted, and pass the first on at the end.

    An interrupt in the middle of `Popen` loses the process, and one in the middle of its `wait`
    leaves a lock taken for which the next `wait` waits for ever. Only for the main thread, which
    is the one that signals interrupt.
    """
    arrived: list[int] = []
    before = {
        number: signal.signal(number, lambda which, _frame: arrived.append(which))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield arrived
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if arrived:
        signal.raise_signal(arrived[0])


def start(command: list[str], variables: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a command in the checkout, as the leader of a session of its own.

    A signal that arrives before the process is known ends it.
    """
    with signals_held() as arrived:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        if arrived:
            end(process)
    return process


def wait(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Wait for a suite; one that is interrupted or takes too long is ended with all it started."""
    deadline = time.monotonic() + seconds
    with signals_held() as arrived:
        while not arrived and time.monotonic() < deadline:
            with suppress(subprocess.TimeoutExpired):
                process.wait(LISTENING_SECONDS)
                return True
        end(process)
    return False


def end(process: subprocess.Popen[bytes]) -> None:
    """Interrupt a process that leads a session, and kill whatever of the session stays."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    with suppress(subprocess.TimeoutExpired):
        process.wait(INTERRUPT_SECONDS)
    with suppress(ProcessLookupError):
        # Also when the leader has ended: a shell's background job ignores the interrupt.
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _counts(suite: Suite, report: Path, status: int) -> tuple[int, int]:
    if suite.command or not report.is_file():
        return 1, int(status != 0)
    cases = ET.parse(report).getroot().iter("testsuite")
    tests = failures = 0
    for group in cases:
        tests += int(group.get("tests", 0))
        failures += int(group.get("failures", 0)) + int(group.get("errors", 0))
    return tests, failures


def _spent() -> float:
    """Processor seconds of all processes that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(suite: Suite, folder: Path = STATE / "suites") -> Result:
    """Run one suite with its output on ours, and measure it."""
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / f"{suite.name}.xml"
    report.unlink(missing_ok=True)
    before = pace.measure()
    spent = _spent()
    started = time.monotonic()
    profile = os.environ.get(PROFILE_VARIABLE, PROFILE)
    with signals_held():
        process = start(command_of(suite, report), {PROFILE_VARIABLE: profile})
        with pace.watched() as meanwhile:
            ended = wait(process, suite.budget_seconds * ENDLESS / before)
    seconds = time.monotonic() - started
    spent = _spent() - spent
    after = pace.measure()
    speed = (before + after) / 2
    status = process.returncode
    tests, failures = _counts(suite, report, status)
    verdict: Verdict = "passed"
    if not ended:
        verdict = "hung"
    elif status:
        verdict = "failed"
    elif seconds * min(before, after, *meanwhile) > suite.budget_seconds * TOLERANCE:
        # The slowest of all: no suite fails for a fast moment of shared cores, or a slow hour.
        verdict = "over budget"
    return Result(
        name=suite.name,
        budget_seconds=suite.budget_seconds,
        seconds=round(seconds, 1),
        processor_seconds=round(spent, 1),
        pace=round(speed, 3),
        tests=tests,
        failures=failures,
        verdict=verdict,
    )


def run_all(suites: Iterable[Suite], console: Console) -> Results:
    """Run suites in order; after a required one that failed the others are not run."""
    results = Results(suites=[])
    broken: str | None = None
    for suite in suites:
        if broken:
            results.suites.append(Result(name=suite.name, budget_seconds=suite.budget_seconds))
            continue
        console.rule(f"{suite.name}: budget {suite.budget_seconds} s")
        result = run(suite)
        results.suites.append(result)
        if suite.command:
            # pytest closes with such a line; a command's closing line is ours.
            console.print(f"{suite.name}: {1 - result.failures} passed, {result.failures} failed")
        console.print(
            f"{suite.name}: {result.verdict} in {result.seconds:.1f} s, which are "
            f"{result.counted_seconds:.1f} s of {suite.budget_seconds} s at the pace of this "
            f"machine, {result.pace:.2f} ({result.counted_seconds / suite.budget_seconds:.0%})",
            highlight=False,
        )
        if suite.required and result.verdict != "passed":
            broken = suite.name
    return results


def table(results: Results) -> Table:
    """The suites with their counts and times."""
    names = ("tests", "failures", "seconds", "processor", "pace", "counted", "budget")
    right = [Column(name, justify="right") for name in names]
    # Eighty columns hold it so, which is what a log has.
    shown = Table("suite", "verdict", *right, padding=0)
    for result in results.suites:
        colour = "green" if result.verdict == "passed" else "red"
        shown.add_row(
            result.name,
            f"[{colour}]{result.verdict}",
            str(result.tests),
            str(result.failures),
            f"{result.seconds:.1f}",
            f"{result.processor_seconds:.1f}",
            f"{result.pace:.2f}",
            f"{result.counted_seconds:.1f}",
            str(result.budget_seconds),
        )
    shown.add_section()
    shown.add_row(
        "all",
        "",
        str(sum(result.tests for result in results.suites)),
        str(sum(result.failures for result in results.suites)),
        f"{sum(result.seconds for result in results.suites):.1f}",
        f"{sum(result.processor_seconds for result in results.suites):.1f}",
        "",
        f"{results.counted_seconds:.1f}",
        str(sum(result.budget_seconds for result in results.suites)),
    )
    return shown
