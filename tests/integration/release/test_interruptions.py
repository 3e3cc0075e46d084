"""The process ends at any point: the next one ends in the same state, with nothing done twice."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quantera.release import Plan, journal_path
from quantera.release.journal import Done, Prepared, Reached, read
from tests.integration.release.chains import (
    FragileJournal,
    LocalNode,
    broken_off,
    end_state,
    release,
    started,
)

_RUN = """
import sys
from pathlib import Path
from quantera.release import Plan
from tests.integration.release.chains import LocalNode, release
from quantera.evm.rpc import Rpc

plan, url, folder = Plan.load(Path(sys.argv[1])), sys.argv[2], Path(sys.argv[3])
release(plan, {"ethereum": LocalNode("ethereum", url, Rpc(url))}, folder).apply()
"""


def _undisturbed(plan: Plan, folder: Path) -> dict[str, object]:
    with started(["ethereum"]) as nodes:
        release(plan, nodes, folder).apply()
        return end_state(nodes["ethereum"], plan)


@pytest.fixture
def plans(whole_plan: Plan, few_plan: Plan) -> dict[str, Plan]:
    return {"all": whole_plan, "few": few_plan}


@pytest.mark.parametrize("ending", ["after each line of all", "within each line of few"])
def test_rel_06_interrupted_at_every_journal_entry(
    node: LocalNode,
    plans: dict[str, Plan],
    tmp_path: Path,
    fragile: type[FragileJournal],
    ending: str,
) -> None:
    """REL-06, REL-07: each run gets one line further; the end is that of a run without a break.

    Ending after a line has the transaction signed, journalled and not sent; ending within the next
    one has it sent, mined and not noted. The last run finds nothing left to do.
    """
    one_plan, torn = plans[ending.rsplit(maxsplit=1)[-1]], ending.startswith("within")
    expected = _undisturbed(one_plan, tmp_path / "undisturbed")
    one = release(one_plan, {"ethereum": node}, tmp_path)
    # The first line of all says whose journal it is.
    runs = broken_off(one.apply, fragile, 2, torn=torn)
    entries = read(journal_path(one_plan, tmp_path))
    assert runs == len(entries) if not torn else runs >= len(entries) - 2
    assert end_state(node, one_plan) == expected
    prepared = [entry for entry in entries if isinstance(entry, Prepared)]
    assert len(prepared) == len(one_plan.chains[0].steps)
    assert [entry.nonce for entry in prepared] == list(range(len(prepared)))
    assert sum(isinstance(entry, Done) for entry in entries) == len(prepared)
    phases = [entry.phase for entry in entries if isinstance(entry, Reached)]
    assert phases == ["deployed", "activating", "active"]


def test_rel_06_killed(node: LocalNode, few_plan: Plan, tmp_path: Path) -> None:
    """REL-06: processes that are killed where they happen to be, until one comes to the end."""
    expected = _undisturbed(few_plan, tmp_path / "undisturbed")
    plan_file = tmp_path / "plan.json"
    few_plan.write(plan_file)
    journal = journal_path(Plan.load(plan_file), tmp_path)
    command = [sys.executable, "-c", _RUN, str(plan_file), node.url, str(tmp_path)]
    for lines in (4, 11, 10**9):
        process = subprocess.Popen(command)
        while process.poll() is None and _lines(journal) < lines:
            time.sleep(0.005)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert process.returncode == 0
    assert end_state(node, few_plan) == expected


def _lines(journal: Path) -> int:
    return journal.read_bytes().count(b"\n") if journal.exists() else 0
