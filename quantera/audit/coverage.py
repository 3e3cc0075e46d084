"""What the tests reach of each production contract.

`python -m quantera.audit.coverage --run [TESTS…]` runs tests (`tests/unit` where none are named;
options of pytest may stand among them), notes what calls through contract handles reach, and writes
`audits/coverage.md`. Without `--run` it only looks at that page. Either way it ends with 1 when a
function never returned or an error was never seen and `audits/coverage-triage.yaml` gives no
reason, when an entry there is no longer needed, and when the contracts declare something else than
was measured.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from quantera.artifacts import load_all
from quantera.audit.reached import Covered, Reached
from quantera.evm.reach import FOLDER_VARIABLE
from quantera.gates.size import deployable
from quantera.toolchain.workspace import ROOT, STATE

PAGE = Path("audits") / "coverage.md"
TRIAGE = Path("audits") / "coverage-triage.yaml"
RECORDS = STATE / "reach"
TESTS = ("tests/unit",)
WORKERS = 2

_ROW = re.compile(r"^\| `(\w+)` \| (\d+) of (\d+) \| (\d+) \| (\d+) of (\d+) \|$", re.MULTILINE)
_SECTION = re.compile(r"^## `(\w+)`$")
_LEFT = re.compile(r"^- (function|error) `([^`]+)`")


class CoverageError(Exception):
    """Nothing can be said: tests failed, or a committed file is missing or cannot be read."""


class Unreached(BaseModel):
    """Functions and errors that the tests do not reach, of each of some contracts, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    contracts: tuple[str, ...] = Field(min_length=1)
    functions: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    reason: str = Field(min_length=30)


@dataclass(frozen=True)
class Measured:
    """What the page says of one contract: how much it declares, and what was never reached."""

    functions: int
    errors: int
    functions_left: list[str] = field(default_factory=list)
    errors_left: list[str] = field(default_factory=list)


def page(contracts: Iterable[Covered], tests: Iterable[str]) -> str:
    """The page: the same run of the same tests gives the same text."""
    return "\n".join(_lines(list(contracts), " ".join(tests))) + "\n"


def _lines(contracts: list[Covered], tests: str) -> Iterator[str]:
    yield f"""\
# What the tests reach

Written by `python -m quantera.audit.coverage --run {tests}`.

A function is reached when a call of it through a contract handle returned, a custom error when
such a call reverted with it; a contract includes its extensions. Calls that a contract makes
itself, or that a test sends as raw data, are not noted, and lines are not measured.
[coverage-triage.yaml](coverage-triage.yaml) says why what was never reached may stay so.

| contract | functions that returned | that were refused | errors seen |
|---|---:|---:|---:|"""
    for one in contracts:
        yield (
            f"| `{one.name}` | {len(one.returned)} of {len(one.functions)} | {len(one.refused)} | "
            f"{len(one.seen)} of {len(set(one.errors.values()))} |"
        )
    for one in contracts:
        if one.functions_left or one.errors_left:
            yield from ("", f"## `{one.name}`", "")
        for function in one.functions_left:
            told = "only refused" if function in one.refused else "never called"
            yield f"- function `{function}`: {told}"
        for error in one.errors_left:
            yield f"- error `{error}`: never seen"


def parse(text: str) -> dict[str, Measured]:
    """What a page says, by contract."""
    found = {
        name: Measured(int(functions), int(errors))
        for name, _, functions, _, _, errors in _ROW.findall(text)
    }
    section: Measured | None = None
    for line in text.splitlines():
        if heading := _SECTION.match(line):
            section = found.get(heading[1])
        elif section is not None and (left := _LEFT.match(line)):
            names = section.functions_left if left[1] == "function" else section.errors_left
            names.append(left[2])
    return found


def load_page(file: Path) -> dict[str, Measured]:
    """What the committed page says, by contract.

    Raises:
        CoverageError: there is none.
    """
    try:
        return parse(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise CoverageError(f"{file.name} cannot be read: write it with --run") from error


def load_triage(file: Path) -> list[Unreached]:
    """The accepted gaps.

    Raises:
        CoverageError: the file is missing or an entry is not complete.
    """
    try:
        text = file.read_text(encoding="utf-8")
        return TypeAdapter(list[Unreached]).validate_python(yaml.safe_load(text) or [])
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise CoverageError(f"{file.name} cannot be read: {error}") from error


def faults(
    measured: dict[str, Measured], declared: Iterable[Covered], triage: Iterable[Unreached]
) -> Iterator[str]:
    """A sentence for each gap without a reason, reason without a gap, and contract not measured."""
    contracts = {one.name: one for one in declared}
    for name in sorted(contracts.keys() | measured.keys()):
        said = measured.get(name)
        now = contracts.get(name)
        counts = None if now is None else (len(now.functions), len(set(now.errors.values())))
        if said is None or (said.functions, said.errors) != counts:
            yield f"{PAGE} does not measure {name} as it is now: run the tests again with --run"
    left = {
        (name, kind, signature)
        for name, said in measured.items()
        for kind, signatures in (("function", said.functions_left), ("error", said.errors_left))
        for signature in signatures
    }
    accepted = {
        (name, kind, signature)
        for entry in triage
        for name in entry.contracts
        for kind, signatures in (("function", entry.functions), ("error", entry.errors))
        for signature in signatures
    }
    for name, kind, signature in sorted(left - accepted):
        yield f"{name}: no test reaches the {kind} {signature}, and {TRIAGE} does not say why"
    for name, kind, signature in sorted(accepted - left):
        yield f"{TRIAGE} excuses the {kind} {signature} of {name}, which needs no excuse"


def run(tests: tuple[str, ...], records: Path) -> None:
    """Run tests with their records in a folder that is emptied first.

    Raises:
        CoverageError: a test failed.
    """
    shutil.rmtree(records, ignore_errors=True)
    # As the suites do it: Ape's plugin would start a node for every run.
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:ape_test"]
    command += ["-n", str(WORKERS), "--dist", "worksteal", *tests]
    environment = {**os.environ, FOLDER_VARIABLE: str(records)}
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        raise CoverageError("tests failed: what they reached says nothing")


@click.command(help=__doc__, context_settings={"ignore_unknown_options": True})
@click.option("--run/--check", "runs", default=False, help="Run the tests first, and measure.")
@click.argument("tests", nargs=-1, type=click.UNPROCESSED)
def main(runs: bool, tests: tuple[str, ...]) -> None:
    """Measure where it is asked for, and check."""
    chosen = tests or TESTS
    reached = Reached(deployable(ROOT))
    try:
        if runs:
            run(chosen, RECORDS)
            reached.read(RECORDS, load_all())
            (ROOT / PAGE).write_text(page(reached.contracts.values(), chosen), encoding="utf-8")
        measured = load_page(ROOT / PAGE)
        found = list(faults(measured, reached.contracts.values(), load_triage(ROOT / TRIAGE)))
    except CoverageError as error:
        raise click.ClickException(str(error)) from error
    for fault in found:
        click.echo(fault)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
