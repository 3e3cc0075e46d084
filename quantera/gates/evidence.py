"""Gates over files that a command of ours writes and compares: ask the command."""

import sys
from collections.abc import Callable
from pathlib import Path

from quantera.gates.compiled import artifacts
from quantera.gates.gate import Outcome, tool
from quantera.toolchain.workspace import ROOT


def up_to_date(
    module: str, arguments: Callable[[Path], list[str | Path]]
) -> Callable[[Path], Outcome]:
    """A check that runs `python -m module … --check` and takes what it says for findings."""

    def check(tree: Path) -> Outcome:
        # These commands know the contracts of their own checkout; the tree holds what is compared.
        artifacts(ROOT)
        done = tool([sys.executable, "-m", module, "--check", *arguments(tree)], tree)
        if not done.returncode:
            return Outcome()
        said = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        return Outcome(tuple(line.removeprefix("Error: ") for line in said))

    return check
