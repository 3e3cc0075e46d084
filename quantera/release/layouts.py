"""Whether today's storage layout may follow the one that a release was made from."""

import json
import subprocess
from functools import cache

from quantera.gates import layout
from quantera.gates.gate import GateError
from quantera.release.errors import PlanError
from quantera.release.plan import Plan
from quantera.toolchain.workspace import ROOT


@cache
def _today() -> layout.Extracted:
    return layout.extract(ROOT)


def layout_then(commit: str, contract: str) -> layout.Layout:
    """A contract's layout as a commit recorded it.

    Raises:
        PlanError: the checkout does not have the commit, or the commit not the contract.
    """
    file = f"{commit.removesuffix('-dirty')}:{layout.COMMITTED / contract}.json"
    command = ["git", "-C", str(ROOT), "show", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PlanError(f"no storage layout of {contract} in commit {commit}: fetch it first")
    found: layout.Layout = json.loads(done.stdout)
    return found


def layout_faults(plan: Plan, contract: str) -> list[str]:
    """Why storage written by a release cannot be read by what the tree holds; empty when it can.

    Raises:
        PlanError: the layout of then is not known, or today's cannot be read.
    """
    before = layout_then(plan.git_commit, contract)
    try:
        today = _today()
        if contract not in today.layouts:
            return [f"{contract} is not behind a proxy any more"]
        own = [fault for fault in today.faults if fault.startswith(f"{contract}:")]
        return own + layout.incompatibilities(before, today.layouts[contract])
    except GateError as error:
        raise PlanError(f"storage layouts cannot be compared: {error}") from error
