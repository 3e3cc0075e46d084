"""The fenced blocks of a page, and what becomes of each when the page is tested.

A block's tag says what it is. A comment in front of it (`<!-- … -->`, which readers of the page do
not see) says what the test does instead where it cannot do just what stands there:

    <!-- insert … --> or <!-- write … -->   a piece of an example that has a test of its own
    <!-- run as: COMMAND -->                a form that takes seconds, instead of minutes
    <!-- held by: FILE -->                  the test that runs it, since it cannot run here
    <!-- prints -->                         text that the block of code before it prints
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quantera.toolchain.workspace import ROOT

PAGES = ("README.md", "docs/*.md", "docs/users/*.md")
_COMMENT = re.compile(
    r"<!--\s*(?P<said>(?:insert|write|run as:|held by:|prints).*?)\s*-->", re.DOTALL
)
_COMMAND = re.compile(r"^\s*(?:\$ |ape |make |python3? -m |\.venv/|npm |cd )", re.MULTILINE)


class BlockError(Exception):
    """A page has a block of which nobody can tell what it is; the message says where."""


class Tag(StrEnum):
    """What a block may be."""

    SH = "sh"
    """Commands for bash, of which every one must succeed."""
    CONSOLE = "console"
    """Lines that begin with `$ ` are commands, the lines below each are what it prints."""
    PYTHON = "python"
    TS = "ts"
    SOLIDITY = "solidity"
    YAML = "yaml"
    JSON = "json"
    TEXT = "text"
    """What something prints or looks like; no commands."""


@dataclass(frozen=True)
class Block:
    """One fenced block.

    Attributes:
        page: the file, relative to the checkout.
        line: of the fence, counted from one.
        tag: what it is.
        text: what stands between the fences.
        comment: what the comment in front of it says, or nothing.
    """

    page: str
    line: int
    tag: Tag
    text: str
    comment: str = ""

    @property
    def place(self) -> str:
        """Where it stands, as an editor takes it."""
        return f"{self.page}:{self.line}"

    @property
    def run_as(self) -> str | None:
        """The short form that is run instead."""
        found = self.comment.partition("run as:")
        return found[2].strip() if found[1] else None

    @property
    def held_by(self) -> str | None:
        """The test that runs it instead."""
        found = self.comment.partition("held by:")
        return found[2].strip() if found[1] else None

    @property
    def shows(self) -> bool:
        """Whether it shows what the block of code before it prints."""
        return self.comment == "prints"

    @property
    def is_part(self) -> bool:
        """Whether it is a piece of a worked example that has a test of its own."""
        return self.comment.startswith(("insert", "write"))


def pages(root: Path = ROOT) -> list[str]:
    """Every page whose blocks count, relative to the checkout."""
    return sorted(str(file.relative_to(root)) for glob in PAGES for file in root.glob(glob))


def blocks(text: str, page: str) -> list[Block]:
    """The blocks of a page in their order.

    Raises:
        BlockError: one has no tag, an unknown one, is indented code, or is text with commands.
    """
    return list(_blocks(MarkdownIt("commonmark").parse(text), page))


def _blocks(tokens: list[Token], page: str) -> Iterator[Block]:
    comment = ""
    for token in tokens:
        if token.type in ("fence", "code_block"):
            line = (token.map or [0])[0] + 1
            yield _block(token, page, line, comment)
        if token.type == "html_block":
            found = _COMMENT.search(token.content)
            comment = " ".join(found["said"].split()) if found else ""
        elif token.level == 0 and token.nesting <= 0:
            comment = ""


def _block(token: Token, page: str, line: int, comment: str) -> Block:
    tag = token.info.strip()
    if tag not in list(Tag):
        told = f"the tag {tag!r}" if tag else "no tag"
        raise BlockError(f"{page}:{line}: a block with {told}; known are {', '.join(Tag)}")
    block = Block(page, line, Tag(tag), token.content, comment)
    if block.tag is Tag.TEXT and _COMMAND.search(block.text):
        raise BlockError(f"{block.place}: a command in a block of text, where nothing is run")
    return block
