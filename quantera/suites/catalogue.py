"""Which suites there are, in the order in which they run, and the seconds each may take.

The budgets are seconds on two cores at the pace 1 of `quantera.toolchain.pace`, where an idle core
answers 190,000 calls a second, and add up to at most `TOTAL_BUDGET_SECONDS`, 20 minutes. A new
folder of tests needs a suite: the runner fails on a file without one.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from quantera.toolchain.workspace import ROOT

TESTS = ROOT / "tests"
TOTAL_BUDGET_SECONDS = 20 * 60


@dataclass(frozen=True)
class Suite:
    """Folders of tests, or a command.

    Attributes:
        name: what it is called on the command line and in the reports.
        budget_seconds: how long it may take on two cores at the pace 1.
        paths: what pytest runs, relative to the checkout; empty for a command.
        command: what is run instead of pytest.
        required: whether the suites after it mean nothing when it fails.
        workers: processes that share its tests, each with an anvil of its own where one is used.
    """

    name: str
    budget_seconds: int
    paths: tuple[str, ...] = ()
    command: tuple[str, ...] = ()
    required: bool = False
    workers: int = 2


SUITES: tuple[Suite, ...] = (
    Suite(
        "compile",
        115,
        command=(sys.executable, "-m", "quantera.toolchain.compile"),
        required=True,
    ),
    Suite("gates", 135, command=(sys.executable, "-m", "quantera.gates", "all")),
    Suite("planted", 62, paths=("tests/gates",)),
    Suite("unit", 95, paths=("tests/unit",)),
    Suite("evm", 28, paths=("tests/evm",)),
    Suite("property", 145, paths=("tests/property",)),
    Suite("differential", 120, paths=("tests/differential",)),
    Suite("offchain", 55, paths=("tests/integration/compliance_offchain",)),
    Suite("devnet", 58, paths=("tests/integration/devnet",)),
    Suite("bridge", 32, paths=("tests/integration/bridge",)),
    # The tests marked as long begin first, on each worker its own.
    Suite(
        "delivery",
        230,
        paths=tuple(
            f"tests/integration/{folder}"
            for folder in ("abi", "guide", "docs", "release", "assets", "brokerage")
        ),
    ),
    Suite("toolchain", 112, paths=("tests/toolchain",)),
)


def test_files(root: Path = TESTS) -> list[Path]:
    """Every file that pytest would collect."""
    return sorted(root.rglob("test_*.py"))


def strays(suites: tuple[Suite, ...] = SUITES, root: Path = TESTS) -> list[str]:
    """A sentence for each test file that belongs to no suite, or to more than one."""
    found = []
    for file in test_files(root):
        name = str(file.relative_to(root.parent))
        owners = [
            suite.name
            for suite in suites
            if any(file.is_relative_to(root.parent / path) for path in suite.paths)
        ]
        if not owners:
            found.append(f"{name} belongs to no suite of quantera/suites/catalogue.py")
        elif len(owners) > 1:
            found.append(f"{name} belongs to more than one suite: {', '.join(owners)}")
    return found
