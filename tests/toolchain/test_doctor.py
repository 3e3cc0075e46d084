"""What a machine lacks: said by `make doctor` and by set-up, before anything is changed."""

import ast
import os
import subprocess
from pathlib import Path

import pytest

from quantera.toolchain.workspace import ROOT
from tests.toolchain import checkout as small
from tests.toolchain.checkout import PARTS, TOOLS, base_python, machine

READ_BY_ANY_PYTHON = ("quantera/__init__.py", "quantera/toolchain/__init__.py")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return small.copy_to(tmp_path / "checkout")


def doctor(checkout: Path, environment: dict[str, str]) -> tuple[int, dict[str, str]]:
    done = subprocess.run(
        [base_python(), "-m", "quantera.toolchain.doctor"],
        cwd=checkout,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr
    lines = done.stdout.splitlines()
    return done.returncode, {line[5:].partition(":")[0]: line for line in lines}


def as_version(checkout: Path, module: str, version: tuple[int, ...]) -> tuple[int, str]:
    """Run a module of the toolchain in a Python that says it is of another version."""
    code = (
        f"import sys, runpy; sys.version_info = {(*version, 'final', 0)!r}; "
        f"runpy.run_module({module!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [base_python(), "-c", code],
        cwd=checkout,
        env=machine(checkout.parent),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def untouched(checkout: Path) -> bool:
    return not any((checkout / part).exists() for part in PARTS)


def test_a_machine_with_the_named_tools_lacks_nothing(checkout: Path, tmp_path: Path) -> None:
    status, lines = doctor(checkout, machine(tmp_path))
    assert status == 0
    assert all(line.startswith("ok ") for line in lines.values())
    assert {"python", "node", "npm", "git", "make", "free disk"} <= lines.keys()
    assert untouched(checkout)


@pytest.mark.parametrize("lacking", TOOLS)
def test_a_missing_tool_is_named_with_its_remedy(
    checkout: Path, tmp_path: Path, lacking: str
) -> None:
    # npm is a script that node runs.
    broken = {lacking, "npm"} if lacking == "node" else {lacking}
    environment = machine(tmp_path, tuple(tool for tool in TOOLS if tool != lacking))
    status, lines = doctor(checkout, environment)
    assert status == 1
    assert lines[lacking].startswith(f"FAIL {lacking}: missing -- install ")
    assert {name for name, line in lines.items() if line.startswith("FAIL")} == broken

    status, said = small.run(checkout, environment)
    assert status == 1
    (sentence,) = said
    assert sentence.startswith(f"set-up: {lacking}: missing; install ")
    assert untouched(checkout)


def test_an_old_node_is_told_from_a_missing_one(checkout: Path, tmp_path: Path) -> None:
    environment = machine(tmp_path, ("npm", "git", "make"))
    node = tmp_path / "tools" / "node"
    node.write_text("#!/bin/sh\necho v18.20.4\n")
    node.chmod(0o755)
    status, lines = doctor(checkout, environment)
    assert status == 1
    assert lines["node"] == "FAIL node: v18.20.4 -- install Node.js 20 or newer from nodejs.org"


@pytest.mark.parametrize("module", ["quantera.toolchain.setup", "quantera.toolchain.doctor"])
@pytest.mark.parametrize("version", [(2, 7, 18), (3, 9, 18), (3, 10, 13)])
def test_an_old_python_is_one_sentence(
    checkout: Path, module: str, version: tuple[int, ...]
) -> None:
    status, said = as_version(checkout, module, version)
    assert status == 1
    (sentence,) = said.splitlines()
    number = ".".join(map(str, version))
    assert sentence.startswith(f"python: {number} is too old; install Python 3.11 or 3.12")
    assert untouched(checkout)


def test_a_python_that_is_too_new_is_refused(checkout: Path) -> None:
    status, said = as_version(checkout, "quantera.toolchain.setup", (3, 13, 0))
    assert status == 1
    assert said.startswith("set-up: python: 3.13.0; install Python 3.11 or 3.12")
    assert untouched(checkout)


@pytest.mark.parametrize("name", READ_BY_ANY_PYTHON)
def test_an_old_python_can_read_what_it_is_refused_by(name: str) -> None:
    # What Python 2.7 cannot read: f-strings, annotations, and everything newer than those.
    newer = (ast.JoinedStr, ast.AnnAssign, ast.arg, ast.NamedExpr, ast.Match, ast.AsyncFunctionDef)
    tree = ast.parse((ROOT / name).read_text())
    assert [type(node) for node in ast.walk(tree) if isinstance(node, newer)] == []


def test_make_names_a_python_that_is_not_there(checkout: Path, tmp_path: Path) -> None:
    environment = {**machine(tmp_path), "PATH": f"{tmp_path / 'tools'}{os.pathsep}/bin"}
    for target in ("demo", "test", "doctor"):
        done = subprocess.run(
            ["make", target, "PYTHON=python9.9"],
            cwd=checkout,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode != 0
        assert "python9.9 is missing; install Python 3.11 or 3.12" in done.stderr.splitlines()[0]
    assert untouched(checkout)
