"""A small tree of files that a gate is asked about, with a fault planted in it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from quantera.gates import layout
from quantera.gates.gate import command
from quantera.gates.registry import load
from quantera.toolchain.compiler import foundry_config
from quantera.toolchain.workspace import NODE_MODULES, ROOT

HEAD = "// SPDX-License-Identifier: MIT\npragma solidity ^0.8.37;\n\n"


@dataclass(frozen=True)
class Answer:
    """What a gate's command printed, and its exit status."""

    status: int
    said: str


@dataclass(frozen=True)
class Tree:
    """A folder outside the checkout, looked at by the checkout's own tools."""

    root: Path

    def write(self, name: str, text: str) -> Path:
        """Write a file, making the folders it needs."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def solidity(self, name: str, body: str) -> Path:
        """Write a Solidity source with its two first lines."""
        return self.write(name, HEAD + body)

    def change(self, name: str, before: str, after: str) -> None:
        """Replace a text that must be there, so that no fault is planted by accident nowhere."""
        file = self.root / name
        text = file.read_text()
        assert before in text, f"{name} does not hold {before!r}"
        file.write_text(text.replace(before, after))

    def copy(self, *names: str) -> None:
        """Copy files or folders of the checkout to the same places."""
        for name in names:
            source, target = ROOT / name, self.root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, target)

    def as_project(self) -> None:
        """Give it the compiler's settings and the npm packages."""
        self.copy("ape-config.yaml")
        self.write("foundry.toml", foundry_config())
        (self.root / "node_modules").symlink_to(NODE_MODULES)

    def as_checkout(self) -> None:
        """Make it a git checkout, in which files are what git would take."""
        subprocess.run(["git", "init", "--quiet"], cwd=self.root, check=True)

    def _variables(self) -> dict[str, str]:
        # Ape treats a project inside the temporary folder differently from any other.
        elsewhere = self.root.parent / f"{self.root.name}-temporary"
        elsewhere.mkdir(exist_ok=True)
        return {"TMPDIR": str(elsewhere), "COLUMNS": "160"}

    def ask(self, gate: str, *options: str) -> Answer:
        """Run the gate's command on this tree in this process, which has its libraries loaded."""
        asked = layout.main if gate == layout.GATE.name else command(load(gate))
        done = CliRunner(env=self._variables()).invoke(
            asked, ["--tree", str(self.root), *options], catch_exceptions=False
        )
        return Answer(done.exit_code, done.output)

    def run(self, gate: str, *options: str) -> Answer:
        """Run the gate's command on this tree in a process of its own, as everybody does."""
        done = subprocess.run(
            [sys.executable, "-m", f"quantera.gates.{gate}", "--tree", str(self.root), *options],
            cwd=ROOT,
            env={**os.environ, **self._variables()},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Answer(done.returncode, done.stdout)

    def passes(self, gate: str, *options: str) -> None:
        """Assert that the gate has nothing to say."""
        answer = self.ask(gate, *options)
        assert answer.status == 0, answer.said
        assert f"{gate}: nothing found" in answer.said

    def finds(self, gate: str, *words: str, options: tuple[str, ...] = ()) -> None:
        """Assert that the gate fails, and that one sentence of it holds all of `words`."""
        self.finds_all(gate, words, options=options)

    def finds_all(
        self,
        gate: str,
        *findings: Sequence[str],
        options: tuple[str, ...] = (),
        apart: bool = False,
    ) -> None:
        """Assert that the gate fails, with a sentence for each finding that holds all its words.

        Args:
            gate: its name.
            findings: the words of each.
            options: of its command, besides the tree.
            apart: whether it runs in a process of its own.
        """
        answer = (self.run if apart else self.ask)(gate, *options)
        assert answer.status == 1, answer.said
        sentences = [line for line in answer.said.splitlines() if line.startswith(f"{gate}: ")]
        for words in findings:
            assert any(all(word in line for word in words) for line in sentences), (
                f"{words} in\n{answer.said}"
            )
