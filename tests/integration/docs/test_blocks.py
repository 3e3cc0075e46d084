"""Blocks are told apart, run as written, and compared; what is not told is refused."""

import importlib
import importlib.util
import re
from pathlib import Path

import click
import pytest

from quantera.docs.blocks import Block, BlockError, Tag, blocks, pages
from quantera.docs.session import BlockFailedError, Session, exchanges, pattern
from quantera.toolchain.workspace import ROOT


def fenced(tag: str, text: str, comment: str = "") -> str:
    return f"{comment}\n```{tag}\n{text}\n```\n"


def one(tag: str, text: str, comment: str = "") -> Block:
    (found,) = blocks(fenced(tag, text, comment), "page.md")
    return found


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (fenced("", "x"), "page.md:2: a block with no tag"),
        (fenced("bash", "x"), "the tag 'bash'"),
        ("para\n\n    indented code\n", "page.md:3: a block with no tag"),
        (fenced("text", "ape run devnet up"), "a command in a block of text"),
        (fenced("text", "$ ls"), "a command in a block of text"),
        (fenced("text", "make demo"), "a command in a block of text"),
    ],
)
def test_a_block_that_nobody_can_tell_is_refused(text: str, told: str) -> None:
    with pytest.raises(BlockError, match=re.escape(told)):
        blocks(text, "page.md")


def test_every_page_has_blocks_that_can_be_told() -> None:
    found = [block for page in pages() for block in blocks((ROOT / page).read_text(), page)]
    assert {block.page for block in found} >= {"README.md", "docs/users/integrator.md"}
    assert {Tag.SH, Tag.CONSOLE, Tag.PYTHON, Tag.TS} <= {block.tag for block in found}
    assert not [block.place for block in found if block.is_part and "guide" not in block.page]


def test_what_is_left_to_other_tests_is_little_and_names_them() -> None:
    found = [block for page in pages() for block in blocks((ROOT / page).read_text(), page)]
    held = {block.page: block.held_by for block in found if block.held_by}
    assert len(held) <= 4, "more blocks are left out than the pages say"
    for page, where in held.items():
        for file in re.findall(r"[\w./-]+/[\w./-]+", where or ""):
            assert (ROOT / file).exists(), (page, file)


def test_comments_say_what_becomes_of_a_block() -> None:
    assert one("sh", "sleep 600", "<!-- run as: sleep 0 -->").run_as == "sleep 0"
    assert one("sh", "x", "<!-- held by: tests/a.py -->").held_by == "tests/a.py"
    assert one("yaml", "x", '<!-- insert after "a" in b -->').is_part
    assert one("text", "x", "<!-- prints -->").shows
    assert one("text", "x", "<!-- whatever -->").comment == ""
    two = blocks("<!-- held by: a -->\n\nwords\n" + fenced("sh", "true"), "page.md")
    assert two[0].held_by is None, "only the block right behind it"


def test_commands_run_in_one_terminal(session: Session, tmp_path: Path) -> None:
    session.run(one("sh", "mkdir in; cd in\nexport NAME=there"))
    session.run(one("sh", 'echo "$NAME" > file'))
    assert (tmp_path / "in" / "file").read_text() == "there\n"
    session.run(one("python", "import os; print(os.environ['NAME'])"))
    session.run(one("text", "there", "<!-- prints -->"))
    with pytest.raises(BlockFailedError, match="is shown to print"):
        session.run(one("text", "elsewhere", "<!-- prints -->"))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("sh", "true\nfalse\ntrue"),
        ("sh", "false | cat"),
        ("sh", "echo $UNSET_NAME"),
        ("console", "$ exit 3"),
        ("console", "no prompt"),
        ("console", "$ echo a\nb"),
        ("console", "$ echo a"),
        ("console", "$ echo a\na\nb"),
        ("python", "raise SystemExit(1)"),
        ("yaml", "a: ["),
        ("json", "{"),
        ("ts", "const a = 1;"),
    ],
)
def test_what_fails_or_prints_otherwise_is_told(session: Session, tag: str, text: str) -> None:
    with pytest.raises(BlockFailedError, match=r"page\.md:2"):
        session.run(one(tag, text))


@pytest.mark.parametrize(
    "text",
    [
        "$ echo a\na",
        "$ echo a b c\na … c",
        "$ printf 'a\\nb\\nc\\nd\\n'\na\n…\nd",
        "$ echo a\n…\na\n…",
        "$ printf '\\033[1ma\\033[0m  \\n\\n'\na",
        "$ echo '┏━━━━━┓'\n┏━━┓",
        "$ echo a \\\n    b\na b",
        "$ true\n$ echo b\nb",
        "$ false || echo 'status 1'\nstatus 1",
    ],
)
def test_what_differs_from_run_to_run_is_masked(session: Session, text: str) -> None:
    session.run(one("console", text))


def test_a_mask_hides_no_more_than_it_says() -> None:
    assert not pattern(["a … c"]).fullmatch("a b d\n")
    assert not pattern(["a … c"]).fullmatch("a\nc\n")
    assert not pattern(["…", "d"]).fullmatch("a\nb\n")
    assert pattern(["…", "d"]).fullmatch("d\n")
    assert list(exchanges(one("console", "$ a\nb\n$ c"))) == [("a", ["b"]), ("c", [])]


def test_parts_and_blocks_of_other_tests_are_not_run(session: Session) -> None:
    session.run(one("sh", "false", "<!-- held by: tests -->"))
    session.run(one("solidity", "no code", '<!-- insert after "a" in b -->'))
    session.run(one("sh", "false", "<!-- run as: true -->"))


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def exists(words: list[str]) -> bool:
    """Whether `ape run …` names a command that there is; options and arguments are let be."""
    module = importlib.import_module(f"scripts.{words[0]}")
    command: click.Command = module.cli
    for word in words[1:]:
        if not isinstance(command, click.Group) or not re.fullmatch(r"[a-z-]+", word):
            break
        found = command.commands.get(word)
        if found is None:
            return False
        command = found
    return True


def test_commands_named_in_prose_exist() -> None:
    wrong = []
    for page in pages():
        text = (ROOT / page).read_text(encoding="utf-8")
        for said in re.findall(r"`((?:ape run|make|python -m) [^`]+)`", text):
            words = " ".join(said.split()).replace("…", "").split()
            if (words[0] == "make" and words[1] not in targets()) or (
                words[:2] == ["python", "-m"] and not importlib.util.find_spec(words[2])
            ):
                wrong.append(f"{page}: {said}")
            elif words[:2] == ["ape", "run"] and words[2:]:
                verbs = re.split(r"[|]", words[2])[:1] + words[3:]
                if not exists([*verbs]):
                    wrong.append(f"{page}: {said}")
    assert wrong == []
