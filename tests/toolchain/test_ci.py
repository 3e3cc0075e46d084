"""`.ci/run`: the README's test command first, fuzzing after it, and a status that tells."""

import os
import shutil
import subprocess
from pathlib import Path

from quantera.toolchain.workspace import ROOT

# In the place of make: writes down what it was asked for, and fails where it is told to.
MAKE = """#!/bin/sh
echo "$*" >> "$ASKED"
case "$1" in "$FAILING") exit 2 ;; esac
"""


def run(tmp_path: Path, failing: str) -> tuple[int, list[str], list[str]]:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci")
    stand_in = tmp_path / "bin" / "make"
    stand_in.parent.mkdir()
    stand_in.write_text(MAKE)
    stand_in.chmod(0o755)
    asked = tmp_path / "asked"
    path = f"{stand_in.parent}{os.pathsep}/usr/bin{os.pathsep}/bin"
    done = subprocess.run(
        ["bash", ".ci/run"],
        cwd=tmp_path,
        env={"PATH": path, "ASKED": str(asked), "FAILING": failing},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, asked.read_text().splitlines(), done.stdout.splitlines()


def test_the_suites_run_first_and_fuzzing_gets_the_rest_up_to_its_cap(tmp_path: Path) -> None:
    status, asked, said = run(tmp_path, failing="nothing")
    assert status == 0
    assert asked == ["test", "fuzz DURATION=600"]
    assert said[-1] == "ci: 2 passed, 0 failed"


def test_a_failing_suite_fails_it_and_leaves_no_time_to_fuzzing(tmp_path: Path) -> None:
    status, asked, said = run(tmp_path, failing="test")
    assert status == 1
    assert asked == ["test"]
    assert said[-1] == "ci: 0 passed, 1 failed"


def test_what_fuzzing_finds_is_said_last_and_is_no_verdict(tmp_path: Path) -> None:
    status, asked, said = run(tmp_path, failing="fuzz")
    assert status == 0
    assert asked == ["test", "fuzz DURATION=600"]
    assert said[-2:] == [
        "the deep profile found what is printed above: repair it next and keep its case as a test",
        "ci: 1 passed, 0 failed",
    ]


def test_the_command_is_the_one_of_the_readme() -> None:
    assert "make test" in (ROOT / "README.md").read_text()
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
