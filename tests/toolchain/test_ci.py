"""`.ci/run`: the README's commands first, fuzzing after them, and a status that tells."""

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


# In the place of apt-get: fails where it is told to, and brings a browser beside itself.
APT = """#!/bin/sh
echo "apt-get $1" >> "$ASKED"
case "$FAILING" in apt-get) exit 100 ;; esac
here="${0%/*}"
case "$1" in install) echo '#!/bin/sh' > "$here/chromium"; /bin/chmod +x "$here/chromium" ;; esac
"""
NEEDED = ("bash", "sh", "timeout", "dirname")
"""What the script may use of this machine; Chromium is not among it."""


def run(
    tmp_path: Path, failing: str, *, browser: bool = True, user: int = 0
) -> tuple[int, list[str], list[str]]:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci")
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in NEEDED:
        found = shutil.which(name)
        assert found is not None
        (tools / name).symlink_to(found)
    scripts = {"make": MAKE, "apt-get": APT, "id": f"#!/bin/sh\necho {user}\n"}
    if browser:
        scripts["chromium"] = "#!/bin/sh\n"
    for name, text in scripts.items():
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    asked = tmp_path / "asked"
    path = str(tools)
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


TOLD = ["test", "demo", "report", "fuzz DURATION=600"]


def test_the_commands_run_first_and_fuzzing_gets_the_rest_up_to_its_cap(tmp_path: Path) -> None:
    status, asked, said = run(tmp_path, failing="nothing")
    assert status == 0
    assert asked == TOLD
    assert said[-1] == "ci: 4 passed, 0 failed"


def test_a_story_that_fails_has_no_report_to_open_and_fails_it(tmp_path: Path) -> None:
    status, asked, said = run(tmp_path, failing="demo")
    assert status == 1
    assert asked == ["test", "demo", "fuzz DURATION=600"]
    assert said[-1] == "ci: 2 passed, 1 failed"


def test_a_report_that_shows_something_else_fails_it(tmp_path: Path) -> None:
    status, asked, said = run(tmp_path, failing="report")
    assert status == 1
    assert asked == TOLD
    assert said[-1] == "ci: 3 passed, 1 failed"


def test_a_missing_browser_is_installed_by_who_may(tmp_path: Path) -> None:
    status, asked, _ = run(tmp_path, failing="nothing", browser=False)
    assert status == 0
    assert asked == ["test", "demo", "apt-get update", "apt-get install", *TOLD[2:]]


def test_a_browser_that_cannot_be_installed_is_said_and_is_no_verdict(tmp_path: Path) -> None:
    """Whether packages can be had says nothing of the change."""
    status, asked, said = run(tmp_path, failing="apt-get", browser=False)
    assert asked == ["test", "demo", "apt-get update", TOLD[-1]]
    assert any("the report is not opened in a browser" in line for line in said)
    assert (status, said[-1]) == (0, "ci: 3 passed, 0 failed")


def test_who_may_not_install_a_browser_is_told_so(tmp_path: Path) -> None:
    status, asked, said = run(tmp_path, failing="nothing", browser=False, user=1000)
    assert status == 0
    assert asked == ["test", "demo", "fuzz DURATION=600"]
    assert any("the report is not opened in a browser" in line for line in said)
    assert said[-1] == "ci: 3 passed, 0 failed"


def test_a_failing_suite_fails_it_and_leaves_no_time_to_fuzzing(tmp_path: Path) -> None:
    status, asked, said = run(tmp_path, failing="test")
    assert status == 1
    assert asked == ["test"]
    assert said[-1] == "ci: 0 passed, 1 failed"


def test_what_fuzzing_finds_is_said_last_and_is_no_verdict(tmp_path: Path) -> None:
    status, asked, said = run(tmp_path, failing="fuzz")
    assert status == 0
    assert asked == TOLD
    assert said[-2:] == [
        "the deep profile found what is printed above: repair it next and keep its case as a test",
        "ci: 3 passed, 0 failed",
    ]


def test_the_commands_are_those_of_the_readme() -> None:
    told = (ROOT / "README.md").read_text()
    assert "make test" in told
    assert "make demo" in told
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
