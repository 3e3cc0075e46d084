"""The command that asks several gates."""

import subprocess
import sys

from quantera.gates.registry import NAMES, load
from quantera.toolchain.workspace import ROOT
from tests.gates.tree import Tree


def ask(tree: Tree, *names: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quantera.gates", *names, "--tree", str(tree.root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_one_failing_gate_fails_all_and_each_has_its_row(project: Tree) -> None:
    project.as_checkout()
    project.copy("pyproject.toml", ".solhint.json", ".gitignore")
    project.write("good.py", '"""A module."""\n')
    done = ask(project, "format", "leftovers", "lint")
    assert done.returncode == 0, done.stdout

    project.write("bad.py", '"""A module."""\n\nNAME = {  1:2}\n')
    done = ask(project, "format", "leftovers", "lint")
    assert done.returncode == 1
    rows = {line.split("│")[1].strip(): line for line in done.stdout.splitlines() if "│" in line}
    assert "findings" in rows["format"]
    assert "passed" in rows["leftovers"]
    assert "passed" in rows["lint"]
    assert "bad.py is not formatted" in done.stdout


def test_a_gate_that_cannot_tell_does_not_pass(project: Tree) -> None:
    project.solidity("contracts/Broken.sol", "contract Broken {\n")
    done = ask(project, "warnings")
    assert done.returncode == 1
    assert "cannot tell" in done.stdout


def test_every_gate_has_a_question_a_remedy_and_the_name_it_is_called_by() -> None:
    for name in NAMES:
        gate = load(name)
        assert gate.name == name
        assert gate.question.endswith("?")
        assert gate.remedy
        assert gate.budget_seconds > 0
