"""pytest plugin of `quantera.suites.fuzz`: properties alone are run, one JSON line for each."""

import os
import signal
import threading
from collections.abc import Generator
from inspect import signature
from pathlib import Path

import pytest
from pydantic import BaseModel

FOLDER_VARIABLE = "QUANTERA_FUZZ_FOLDER"
ONLY_VARIABLE = "QUANTERA_FUZZ_ONLY"
"""pytest's id of the one property to run, or nothing for all."""
MACHINE_FIXTURE = "fuzz"
"""State machines over contracts are run by this fixture of `tests/property`."""


class Outcome(BaseModel):
    """What came of one property in one round.

    Attributes:
        test: pytest's id of it.
        module: its module's name, for an import.
        fixtures: arguments that pytest gives it, in their order.
        failure: the error with its first line, or nothing.
        notes: what Hypothesis says of the smallest failing case.
    """

    test: str
    module: str
    fixtures: tuple[str, ...] = ()
    failure: str | None = None
    notes: str = ""


def _fixtures(item: pytest.Item) -> tuple[str, ...]:
    taken = getattr(item, "fixturenames", ())
    if not isinstance(item, pytest.Function):
        return ()
    # Hypothesis takes the drawn arguments out of the signature that pytest sees.
    return tuple(name for name in signature(item.obj).parameters if name in taken)


def _is_property(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("hypothesis") is not None or MACHINE_FIXTURE in fixtures


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out every test that is the same whenever it is run."""
    only = os.environ.get(ONLY_VARIABLE)
    wanted = [item for item in items if _is_property(item) and only in (None, "", item.nodeid)]
    others = [item for item in items if item not in wanted]
    items[:] = wanted
    config.hook.pytest_deselected(items=others)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_call() -> None:
    """Let an interrupt be one: Ape makes it an exit, which Hypothesis would take for a failure."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep the outcome of the test itself; of its set-up and tear-down only the failures."""
    report = yield
    error = call.excinfo.value if call.excinfo else None
    if call.when == "call" or error is not None:
        said = str(error).strip().splitlines() or [""]
        outcome = Outcome(
            test=item.nodeid,
            module=str(getattr(getattr(item, "module", None), "__name__", "")),
            fixtures=_fixtures(item),
            failure=None if error is None else f"{type(error).__name__}: {said[0]}",
            notes="\n".join(getattr(error, "__notes__", ())),
        )
        # Every worker has a file of its own: two never write into one line.
        folder = Path(os.environ[FOLDER_VARIABLE])
        with (folder / f"{os.getpid()}.jsonl").open("a") as sink:
            sink.write(outcome.model_dump_json() + "\n")
    return report
