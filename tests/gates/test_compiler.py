from pathlib import Path

import pytest
from click.testing import CliRunner

from quantera.gates import compiler
from quantera.gates.gate import command
from quantera.toolchain.compiler import executable
from tests.gates.tree import Answer, Tree

SUBJECT = "contracts/Small.sol"
SMALL = """import { IOne } from "./IOne.sol";

contract Small is IOne {
    function one() external { }
}
"""


@pytest.fixture
def small(project: Tree, monkeypatch: pytest.MonkeyPatch) -> Tree:
    project.solidity("contracts/IOne.sol", "interface IOne { function one() external; }\n")
    project.solidity(SUBJECT, SMALL)
    monkeypatch.setattr(compiler, "SUBJECT", SUBJECT)
    return project


def ask(tree: Tree) -> Answer:
    done = CliRunner().invoke(command(compiler.GATE), ["--tree", str(tree.root)])
    return Answer(done.exit_code, done.output)


FAKE = """#!/bin/sh
'{compiler}' "$@" | sed 's/"object":"6080/"object":"6081/'
"""


def fake_compiler(folder: Path, name: str) -> Path:
    """Runs the real one, and changes a byte of the code that it answers."""
    file = folder / name
    file.write_text(FAKE.format(compiler=executable()))
    file.chmod(0o755)
    return file


def test_the_executable_agrees_with_the_package(small: Tree) -> None:
    answer = ask(small)
    assert answer.status == 0, answer.said
    # Where the native compiler can be had it is compared, where it cannot the gate says so.
    assert "the native compiler" in answer.said


def test_an_executable_that_makes_other_code_is_found(
    small: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = fake_compiler(tmp_path, "fake-wrapper")
    monkeypatch.setattr(compiler, "executable", lambda _version: fake)
    answer = ask(small)
    assert answer.status == 1
    assert "compiler: the executable that all tools call makes other code" in answer.said


def test_a_native_compiler_that_makes_other_code_is_found(
    small: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = fake_compiler(tmp_path, "fake-native")
    monkeypatch.setattr(compiler, "native_reachable", lambda: True)
    monkeypatch.setattr(compiler, "SOLC_NATIVE", tmp_path)
    monkeypatch.setattr(compiler, "install_native", lambda _version, _folder: fake)
    answer = ask(small)
    assert answer.status == 1
    assert "compiler: the native compiler makes other code than the npm package" in answer.said
