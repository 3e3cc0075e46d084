"""The runner of `make test`: budgets, verdicts, and nothing that is forgotten or left running."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from quantera.suites import runner
from quantera.suites.catalogue import SUITES, TOTAL_BUDGET_SECONDS, Suite, strays
from quantera.toolchain import pace
from quantera.toolchain.workspace import ROOT


def sleeping(seconds: float, status: int = 0) -> tuple[str, ...]:
    return (
        sys.executable,
        "-S",
        "-c",
        f"import time; time.sleep({seconds}); raise SystemExit({status})",
    )


def run(tmp_path: Path, suite: Suite) -> runner.Result:
    return runner.run(suite, tmp_path)


@pytest.fixture(autouse=True)
def paces(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What this machine's pace is measured to be, one after the other; 1 where nothing is left."""
    left: list[float] = []
    monkeypatch.setattr(pace, "measure", lambda: left.pop(0) if left else 1.0)
    return left


def test_a_suite_within_its_budget_passes(tmp_path: Path) -> None:
    result = run(tmp_path, Suite("quick", 30, command=sleeping(0)))
    assert (result.verdict, result.tests, result.failures) == ("passed", 1, 0)
    assert 0 <= result.seconds < 30


def test_a_suite_that_fails_fails(tmp_path: Path) -> None:
    result = run(tmp_path, Suite("wrong", 30, command=sleeping(0, status=3)))
    assert (result.verdict, result.failures) == ("failed", 1)


def test_a_suite_above_120_percent_of_its_budget_fails(tmp_path: Path) -> None:
    result = run(tmp_path, Suite("slow", 1, command=sleeping(1.6)))
    assert result.verdict == "over budget"
    assert not runner.Results(suites=[result]).passed


def test_a_slow_machine_has_as_much_more_time(tmp_path: Path, paces: list[float]) -> None:
    paces += [0.4, 0.6]
    result = run(tmp_path, Suite("slow", 1, command=sleeping(1.6)))
    assert (result.verdict, result.pace) == ("passed", 0.5)
    assert result.counted_seconds == result.seconds / 2
    paces += [0.9, 0.5]
    assert run(tmp_path, Suite("slow", 1, command=sleeping(1.8))).verdict == "passed"
    paces += [0.5, 0.5]
    assert run(tmp_path, Suite("slow", 1, command=sleeping(2.6))).verdict == "over budget"


def test_a_suite_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "child"
    script = f"sleep 600 & echo $! > {mark}; wait"
    result = run(tmp_path, Suite("endless", 1, command=("sh", "-c", script)))
    assert result.verdict == "hung"
    child = Path("/proc") / mark.read_text().strip() / "stat"

    def is_gone() -> bool:
        # A process that nobody has waited for yet is dead all the same.
        return not child.exists() or child.read_text().rpartition(")")[2].split()[0] == "Z"

    deadline = time.monotonic() + 10
    while not is_gone() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert is_gone()


def test_tests_and_failures_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "counted"
    folder.mkdir()
    (folder / "test_counted.py").write_text(
        "def test_a():\n    pass\n\n\ndef test_b():\n    assert False\n"
    )
    result = run(tmp_path, Suite("counted", 120, paths=(str(folder),), workers=1))
    assert (result.verdict, result.tests, result.failures) == ("failed", 2, 1)


@pytest.mark.parametrize("content", ["", None], ids=["without tests", "not there"])
def test_a_suite_that_runs_no_test_fails(tmp_path: Path, content: str | None) -> None:
    folder = tmp_path / "empty"
    if content is not None:
        folder.mkdir()
        (folder / "test_empty.py").write_text(content)
    result = run(tmp_path, Suite("empty", 120, paths=(str(folder),), workers=1))
    assert result.verdict == "failed"


def test_after_a_required_suite_that_failed_nothing_is_run(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    suites = (
        Suite("first", 30, command=sleeping(0, status=1), required=True),
        Suite("second", 30, command=("touch", str(trace))),
    )
    results = runner.run_all(suites, Console(quiet=True))
    assert [result.verdict for result in results.suites] == ["failed", "not run"]
    assert not results.passed
    assert not trace.exists()


def test_every_suite_is_told_with_its_time_and_a_closing_line() -> None:
    console = Console(record=True, width=120, file=open(os.devnull, "w"))  # noqa: PTH123, SIM115
    results = runner.run_all((Suite("quick", 30, command=sleeping(0)),), console)
    console.print(runner.table(results))
    told = console.export_text()
    assert "quick: 1 passed, 0 failed" in told.splitlines()
    assert "quick: passed in " in told
    assert " of 30 s" in told


def test_a_test_file_belongs_to_exactly_one_suite(tmp_path: Path) -> None:
    for name in ("unit", "orphan"):
        folder = tmp_path / "tests" / name
        folder.mkdir(parents=True)
        (folder / f"test_{name}.py").touch()
    suites = (Suite("unit", 1, paths=("tests/unit",)), Suite("all", 1, paths=("tests/unit",)))
    assert strays(suites, tmp_path / "tests") == [
        "tests/orphan/test_orphan.py belongs to no suite of quantera/suites/catalogue.py",
        "tests/unit/test_unit.py belongs to more than one suite: unit, all",
    ]


def test_the_catalogue_is_complete_and_names_no_suite_twice() -> None:
    assert strays() == []
    names = [suite.name for suite in SUITES]
    assert len(set(names)) == len(names)
    assert all(bool(suite.paths) != bool(suite.command) for suite in SUITES)
    assert sum(suite.budget_seconds for suite in SUITES) <= TOTAL_BUDGET_SECONDS


def test_a_job_that_is_told_to_end_ends_its_suites(tmp_path: Path) -> None:
    mark = tmp_path / "child"
    code = (
        "import signal, sys; from pathlib import Path\n"
        "from quantera.suites import __main__ as main, runner\n"
        "from quantera.suites.catalogue import Suite\n"
        "signal.signal(signal.SIGTERM, main._interrupt)\n"
        f"script = 'echo $$ > {mark}; exec sleep 600'\n"
        "runner.run(Suite('long', 300, command=('sh', '-c', script)), Path(sys.argv[1]))\n"
    )
    job = subprocess.Popen(
        [sys.executable, "-c", code, tmp_path], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 60
    while not mark.exists() or not mark.read_text().strip():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    child = int(mark.read_text())
    job.send_signal(signal.SIGTERM)
    assert job.wait(60) != 0
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@pytest.mark.parametrize("way", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_while_a_suite_starts_ends_it_too(
    monkeypatch: pytest.MonkeyPatch, way: signal.Signals
) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Slow(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)
            signal.raise_signal(way)

    def interrupt(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(way, interrupt)
    monkeypatch.setattr(subprocess, "Popen", Slow)
    try:
        with pytest.raises(KeyboardInterrupt):
            runner.start(["sleep", "600"], {})
        assert signal.getsignal(way) is interrupt
    finally:
        signal.signal(way, before)
    (process,) = started
    assert process.returncode is not None


def test_what_a_suite_keeps_the_cores_busy_is_told(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.5: pass"
    script = f"'{sys.executable}' -c '{busy}' & '{sys.executable}' -c '{busy}'; wait; sleep 0.5"
    result = runner.run(Suite("busy", 60, command=("sh", "-c", script)), tmp_path)
    assert result.verdict == "passed"
    assert 1 <= result.processor_seconds < 2 * result.seconds
    assert result.seconds > 1


def test_results_are_written_as_json() -> None:
    result = runner.Result(name="unit", budget_seconds=10, seconds=4.2, tests=3, verdict="passed")
    read = json.loads(runner.Results(suites=[result]).model_dump_json())
    assert read["suites"][0] == {
        "name": "unit",
        "budget_seconds": 10,
        "seconds": 4.2,
        "processor_seconds": 0,
        "pace": 1,
        "tests": 3,
        "failures": 0,
        "verdict": "passed",
    }
