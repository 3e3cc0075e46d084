"""The `fuzz` fixture, and the table of what every suite has seen."""

import os
from collections.abc import Callable

import pytest

from tests.conftest import PROFILE
from tests.property.machine import ChainMachine, explore
from tests.property.tally import PROFILES, NotSeenError, Tally

TABLE = "operations"
DEFAULT_SECONDS = 600


@pytest.fixture
def fuzz(request: pytest.FixtureRequest) -> Callable[..., Tally]:
    """Run a state machine under the chosen profile; its table is printed at the end of the run.

    `at_once` is for `explore`.
    """

    def run(machine: type[ChainMachine], at_once: int | None = None) -> Tally:
        seed = os.environ.get("QUANTERA_SEED")
        try:
            tally = explore(
                machine,
                PROFILES[PROFILE],
                seconds=_share(request.session),
                seed=None if seed is None else int(seed),
                at_once=at_once,
            )
        except NotSeenError as error:
            request.node.user_properties.append((TABLE, str(error)))
            raise
        request.node.user_properties.append((TABLE, tally.table()))
        return tally

    return run


def _share(session: pytest.Session) -> float:
    """Seconds for one suite, so that all of them together take what QUANTERA_FUZZ_SECONDS says."""
    suites = sum("fuzz" in getattr(item, "fixturenames", ()) for item in session.items)
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    total = float(os.environ.get("QUANTERA_FUZZ_SECONDS", DEFAULT_SECONDS))
    return total * min(workers, suites) / max(suites, 1)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    tables = [
        text
        for report in reports
        if report.when == "call"
        for name, text in report.user_properties
        if name == TABLE
    ]
    if tables:
        terminalreporter.section(f"what the property suites saw (profile {PROFILE})")
        for text in tables:
            terminalreporter.write_line(text)
