"""Fuzzing finds a planted fault, keeps its smallest case as a test, and reports it alike."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from quantera.suites import fuzz, regression
from quantera.suites.fuzz_plugin import Outcome
from quantera.toolchain.workspace import ROOT

PLANTED = """
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

LIMIT = {limit}


@pytest.fixture(scope="module")
def ceiling():
    return LIMIT


@pytest.fixture(scope="module")
def never_before():
    mark = Path(__file__).with_name("mark")
    first = not mark.exists()
    mark.touch()
    return first


@given(amount=st.integers(0, 10))
def test_by_accident(never_before, amount):
    assert not never_before


@given(amount=st.integers(0, 10**6), memo=st.binary(max_size=4))
def test_amounts(ceiling, memo, amount):
    assert amount < ceiling


@given(amount=st.integers(0, 10))
def test_what_holds(amount):
    assert amount <= 10


def test_what_is_no_property():
    assert False


class Vault(RuleBasedStateMachine):
    holders = Bundle("holders")

    def __init__(self):
        super().__init__()
        self.total = 0

    @rule(target=holders, name=st.text("ab", min_size=1, max_size=2))
    def open(self, name):
        return name

    @rule(holder=holders, amount=st.integers(0, 100))
    def deposit(self, holder, amount):
        self.total += amount

    @invariant()
    def stays_below_the_limit(self):
        assert self.total < LIMIT, "VLT-01"


TestVault = Vault.TestCase
"""


ENDLESS = """
import time
from pathlib import Path

import ape
from hypothesis import given, strategies as st


@given(st.integers())
def test_endless(number):
    Path(__file__).with_name("begun").touch()
    time.sleep(60)
"""
FIXTURES = "from test_planted import ceiling, never_before\n"


MACHINE = """
from tests.property.test_machine import FaultyLedgerMachine


def test_ledger(fuzz):
    fuzz(FaultyLedgerMachine)
"""
# What a state machine finds goes beside it here, not into the checkout.
MACHINE_CONFTEST = """
from dataclasses import replace
from pathlib import Path

from tests.property import tally
from tests.property.conftest import fuzz

HERE = Path(__file__).parent
tally.PROFILES["deep"] = replace(tally.PROFILES["deep"], folder=HERE / "kept")
"""


def run_kept(folder: Path, beside: Path) -> str:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:ape_test",
            folder,
        ],
        env={**os.environ, "PYTHONPATH": str(beside)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.splitlines()[-1]


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    folder = tmp_path / "planted"
    folder.mkdir()
    (folder / "test_planted.py").write_text(PLANTED.format(limit=150))
    (folder / "conftest.py").write_text(FIXTURES)
    return folder


def test_a_planted_fault_is_found_kept_and_reported(planted: Path, tmp_path: Path) -> None:
    kept = tmp_path / "regressions"
    quiet = Console(quiet=True)
    done = fuzz.fuzz(300, quiet, seed=7, tests=str(planted), folder=kept, rounds=2, workers=0)
    failed = {failure.test.split("::", 1)[1]: failure for failure in done.failures}
    assert failed.keys() == {"test_amounts", "TestVault::runTest", "test_by_accident"}
    assert {name for name in failed if failed[name].repeated} == {
        "test_amounts",
        "TestVault::runTest",
    }
    assert "VLT-01" in failed["TestVault::runTest"].error
    # A property that failed is left out of later rounds; one that holds runs in all of them.
    counts = {test.split("::", 1)[1]: count for test, count in done.completed.items()}
    assert counts["test_amounts"] == 1
    assert counts["test_what_holds"] == done.rounds == 2
    assert "test_what_is_no_property" not in counts

    # The kept cases fail as long as the fault is there, and no longer.
    assert len(list(kept.glob("test_planted_*.py"))) == 3
    (kept / "conftest.py").write_text(FIXTURES)
    assert run_kept(kept, planted).startswith("2 failed, 1 passed")
    (planted / "test_planted.py").write_text(PLANTED.format(limit=10**9))
    assert run_kept(kept, planted).startswith("3 passed")

    text = fuzz.report(done)
    assert f"| `{done.failures[0].test}` | failed |" in text
    assert "VLT-01" in text
    assert "state.deposit(" in text
    assert text.count("it did not fail again on its own") == 1


def test_a_state_machine_keeps_what_it_finds_by_itself(tmp_path: Path) -> None:
    (tmp_path / "test_faulty.py").write_text(MACHINE)
    (tmp_path / "conftest.py").write_text(MACHINE_CONFTEST)
    quiet = Console(quiet=True)
    done = fuzz.fuzz(120, quiet, seed=7, tests=str(tmp_path), rounds=1, workers=0)
    (failure,) = done.failures
    assert failure.test.endswith("test_ledger")
    (kept,) = (tmp_path / "kept").glob("FaultyLedgerMachine-*.json")
    assert failure.kept is not None
    assert (ROOT / failure.kept).resolve() == kept
    assert "The shortest failing sequence" in failure.case


def test_the_end_of_the_time_is_no_failure_where_ape_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "test_endless.py").write_text(ENDLESS)
    done = fuzz.fuzz(15, Console(quiet=True), tests=str(tmp_path), workers=0)
    assert (tmp_path / "begun").is_file()
    assert (done.rounds, done.failures) == (1, [])


def test_too_little_time_is_no_failure() -> None:
    for early in ("NotSeenError: mint succeeded 3 times", "KeyboardInterrupt: ", "SystemExit: 130"):
        assert fuzz._undecided(Outcome(test="t", module="m", failure=early))
    for wrong in ("AssertionError: TOK-01", "SystemExit: 1"):
        assert not fuzz._undecided(Outcome(test="t", module="m", failure=wrong))


def test_the_report_does_not_tell_one_run_from_another() -> None:
    held = {"tests/property/test_b.py::test_b": 3, "tests/property/test_a.py::test_a": 1}
    slower = {"tests/property/test_a.py::test_a": 9, "tests/property/test_b.py::test_b": 8}
    one = fuzz.report(fuzz.Fuzzed(rounds=1, completed=held))
    assert one == fuzz.report(fuzz.Fuzzed(rounds=9, completed=slower))
    assert one.index("test_a") < one.index("test_b")


def test_tests_without_a_property_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "test_plain.py").write_text("def test_plain():\n    pass\n")
    with pytest.raises(fuzz.FuzzError, match="there is no property"):
        fuzz.fuzz(300, Console(quiet=True), tests=str(tmp_path), workers=0)


def test_tests_that_cannot_be_loaded_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "test_broken.py").write_text("import nothing_of_that_name\n")
    with pytest.raises(fuzz.FuzzError, match="or none can be loaded"):
        fuzz.fuzz(300, Console(quiet=True), tests=str(tmp_path), workers=0)


def test_a_failure_that_no_test_can_express_is_said_to_be_one() -> None:
    outcome = Outcome(
        test="t.py::test_x",
        module="t",
        failure="AssertionError: no",
        notes="Failing test case: test_x(\n    thing=<Thing object at 0x7f>,\n)",
    )
    with pytest.raises(regression.NoCaseError, match="is not Python"):
        regression.regression(outcome)
    with pytest.raises(regression.NoCaseError, match="named no failing case"):
        regression.regression(outcome.model_copy(update={"notes": ""}))
