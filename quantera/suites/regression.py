"""Turn the smallest failing case that Hypothesis found into a test that stays."""

import hashlib
import re
import subprocess
import textwrap
from dataclasses import dataclass
from pathlib import Path

from quantera.suites.fuzz_plugin import Outcome
from quantera.toolchain.workspace import ROOT, VENV

FOLDER = ROOT / "tests" / "property" / "regressions"
_CASE = re.compile(r"(?:Failing test case|Falsifying example): (.*)", re.DOTALL)
_END = re.compile(r"^(?:Explanation:|You can reproduce|Draw \d)", re.MULTILINE)
_MACHINE = re.compile(r"^state = (\w+)\(\)$", re.MULTILINE)
_ARGUMENT = re.compile(r"^    (\w+)=", re.MULTILINE)


@dataclass(frozen=True)
class Regression:
    """A test: its file's name and its text."""

    name: str
    text: str


class NoCaseError(Exception):
    """The failure came without a case that could be written down as a test."""


def _case(notes: str) -> str:
    found = _CASE.search(notes)
    if found is None:
        raise NoCaseError("Hypothesis named no failing case")
    return _END.split(found.group(1))[0].rstrip()


def _of_machine(case: str, module: str) -> tuple[str, str, str]:
    steps = case.split("\n", 1)[1].strip()
    machine = _MACHINE.search(steps)
    if machine is None:
        raise NoCaseError("the failing case names no state machine")
    return f"from {module} import {machine.group(1)}", "", steps


def _of_function(case: str, outcome: Outcome) -> tuple[str, str, str]:
    name, _, inside = case.partition("(")
    inside = inside.rstrip().removesuffix(")")
    pieces = _ARGUMENT.split("\n" + inside)[1:]
    drawn = {
        argument: value.strip().removesuffix(",")
        for argument, value in zip(pieces[::2], pieces[1::2], strict=True)
        if argument not in outcome.fixtures
    }
    given = [f"{fixture}={fixture}" for fixture in outcome.fixtures]
    given += [f"{argument}={value}" for argument, value in drawn.items()]
    call = f"{name}.hypothesis.inner_test(\n    " + ",\n    ".join(given) + ",\n)"
    # Under another name, or pytest would run the property itself again.
    return (
        f"from {outcome.module} import {name} as property_",
        ", ".join(outcome.fixtures),
        call.replace(f"{name}.", "property_.", 1),
    )


def regression(outcome: Outcome) -> Regression:
    """A test made of the failing case of one property.

    Raises:
        NoCaseError: there is none, or it is not one that Python can read.
    """
    case = _case(outcome.notes)
    if case.startswith("<state machine>"):
        imported, parameters, body = _of_machine(case, outcome.module)
    else:
        imported, parameters, body = _of_function(case, outcome)
    subject = outcome.module.rpartition(".")[2].removeprefix("test_")
    name = f"{subject}_{hashlib.sha256(body.encode()).hexdigest()[:8]}"
    text = (
        f'"""A case on which {outcome.test} failed once; kept so that it stays repaired."""\n\n'
        "# ruff: noqa: PLR0915\n\n"
        f"{imported}\n\n\n"
        f"def test_{name}({parameters}):  # type: ignore[no-untyped-def]\n"
        f"{textwrap.indent(body, '    ')}\n"
    )
    try:
        compile(text, name, "exec")
    except SyntaxError as error:
        raise NoCaseError(f"the failing case is not Python: {error.text!r}") from error
    return Regression(f"test_{name}.py", text)


def keep(found: Regression, folder: Path = FOLDER) -> Path:
    """Write a regression test, formatted; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "__init__.py").touch()
    file = folder / found.name
    file.write_text(found.text)
    subprocess.run([VENV / "bin" / "ruff", "format", "--quiet", file], cwd=ROOT, check=True)
    return file
