"""Runs the blocks of a page one after the other, as its reader would in one terminal.

In a `console` block `…` stands for whatever differs from run to run: within a line for any text,
alone in a line for any lines.
"""

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from quantera.docs.blocks import Block, Tag
from quantera.toolchain.workspace import NODE_MODULES

TSC = NODE_MODULES / "typescript" / "bin" / "tsc"
TSC_FLAGS = ("--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext")
SECONDS = 240
"""The longest that one block may take: none does, but one that hangs must end."""
PROMPT, MASK = "$ ", "…"
_COLOUR = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_BORDER = re.compile(r"[ ─━]{2,}")
# What a block leaves behind for the next: variables, all of them exported, and the working folder.
_KEEP = 'export -p > "$QUANTERA_SESSION"; printf "cd %q\\n" "$PWD" >> "$QUANTERA_SESSION"'


class BlockFailedError(Exception):
    """A block did not do what its page says; the message has what it printed."""


@dataclass
class Session:
    """One page's terminal.

    Attributes:
        folder: where it begins.
        variables: the environment, beyond this process's own.
        preludes: Python to run in front of a block's own, by page: what its names stand for.
        typescript: a folder in which the npm packages stand that blocks import.
        printed: what the last block of code printed, for a block of text that shows it.
    """

    folder: Path
    variables: Mapping[str, str] = field(default_factory=dict)
    preludes: Mapping[str, str] = field(default_factory=dict)
    typescript: Path | None = None
    printed: str = ""

    def run(self, block: Block) -> None:
        """Do what a block says.

        Raises:
            BlockFailedError: it failed, or printed something else.
        """
        if block.is_part or block.held_by:
            return
        if block.run_as is not None:
            self._shell(block, block.run_as)
        elif block.tag is Tag.SH:
            self._shell(block, block.text)
        elif block.tag is Tag.CONSOLE:
            for command, expected in exchanges(block):
                require_alike(block, command, expected, self._shell(block, command))
        elif block.tag is Tag.PYTHON:
            prelude = self.preludes.get(block.page, "")
            self.printed = self._shell(block, "python -", prelude + "\n" + block.text)
        elif block.tag is Tag.TS:
            self.printed = self._typescript(block)
        elif block.shows:
            require_alike(block, "the block above", block.text.splitlines(), self.printed)
        else:
            _read(block)

    def _typescript(self, block: Block) -> str:
        if self.typescript is None:
            raise BlockFailedError(f"{block.place}: nowhere to run TypeScript")
        (self.typescript / "block.ts").write_text(block.text, encoding="utf-8")
        told = " ".join(("node", str(TSC), *TSC_FLAGS, "block.ts"))
        return self._shell(block, f'cd "{self.typescript}"; {told}; node block.js', keeps=False)

    def _shell(self, block: Block, commands: str, given: str = "", *, keeps: bool = True) -> str:
        kept = self.folder / ".session"
        before = f'[ ! -f "{kept}" ] || . "{kept}"\nexport QUANTERA_SESSION="{kept}"\n'
        script = f"{before}set -aeuo pipefail\n{commands}\n{_KEEP if keeps else ''}\n"
        try:
            done = subprocess.run(
                ["bash", "-c", script],
                cwd=self.folder,
                env={**os.environ, **self.variables},
                input=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise BlockFailedError(f"{block.place}: not done after {SECONDS} s") from error
        if done.returncode:
            raise BlockFailedError(f"{block.place}: status {done.returncode}\n{done.stdout}")
        return done.stdout


def _read(block: Block) -> None:
    try:
        if block.tag is Tag.YAML:
            yaml.safe_load(block.text)
        elif block.tag is Tag.JSON:
            json.loads(block.text)
    except (yaml.YAMLError, ValueError) as error:
        raise BlockFailedError(f"{block.place}: {error}") from error


def exchanges(block: Block) -> Iterator[tuple[str, list[str]]]:
    """The commands of a console with the lines that each is said to print.

    Raises:
        BlockFailedError: it does not begin with a command.
    """
    command, printed = "", list[str]()
    for line in block.text.splitlines():
        if line.startswith(PROMPT):
            if command:
                yield command, printed
            command, printed = line.removeprefix(PROMPT), []
        elif command.endswith("\\"):
            command += "\n" + line.removeprefix("> ")
        elif command:
            printed.append(line)
        else:
            raise BlockFailedError(f"{block.place}: a console begins with `$ ` and a command")
    yield command, printed


def plain(text: str) -> list[str]:
    """Lines without colours, without space at their ends, and with borders of tables shortened."""
    lines = (_BORDER.sub(" ", _COLOUR.sub("", line)).rstrip() for line in text.splitlines())
    return [line for line in lines if line]


def pattern(expected: list[str]) -> re.Pattern[str]:
    """What the lines of a page match."""
    parts = []
    for line in plain("\n".join(expected)):
        if line.strip() == MASK:
            parts.append(r"(?:.*\n)*?")
        else:
            parts.append(".*?".join(map(re.escape, line.split(MASK))) + r"\n")
    return re.compile("".join(parts))


def require_alike(block: Block, command: str, expected: list[str], printed: str) -> None:
    """Compare what a page shows with what was printed.

    Raises:
        BlockFailedError: they differ; the message shows both.
    """
    lines = plain(printed)
    if not pattern(expected).fullmatch("".join(f"{line}\n" for line in lines)):
        shown, real = "\n".join(expected), "\n".join(lines)
        raise BlockFailedError(
            f"{block.place}: `{command}` is shown to print\n{shown}\nand printed\n{real}"
        )
