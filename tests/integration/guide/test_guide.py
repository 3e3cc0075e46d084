"""The guide's worked example, made in a copy of the tree exactly as the page says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quantera.toolchain.workspace import ROOT

GUIDE = ROOT / "docs" / "guide-add-a-rule.md"
COPIED = ("contracts", "quantera", "tests", "scripts", "audits", ".build")
FILES = ("ape-config.yaml", "pyproject.toml", "package.json", "gas-snapshot.json")
LINKED = (".venv", "node_modules", ".quantera")
INSTRUCTION = re.compile(
    r'<!-- (?:insert (?P<side>after|before) "(?P<anchor>(?:[^"\\]|\\.)+)" in (?P<file>\S+)'
    r"|write (?P<new>\S+)) -->\n```\w+\n(?P<text>.*?)```\n",
    re.DOTALL,
)


class GuideError(Exception):
    """The page names a place that the tree does not have, or has twice."""


def copy_to(folder: Path) -> Path:
    """A checkout that compiles: sources copied, installed parts linked."""
    for name in COPIED:
        ignored = shutil.ignore_patterns("__pycache__", ".pytest_cache")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    for name in LINKED:
        (folder / name).symlink_to((ROOT / name).resolve())
    return folder


def insert(text: str, anchor: str, side: str, piece: str) -> str:
    """The text with a piece after, or before, the only line that holds the anchor."""
    lines = text.splitlines(keepends=True)
    places = [n for n, line in enumerate(lines) if anchor in line]
    if len(places) != 1:
        raise GuideError(f"{anchor!r} stands in {len(places)} lines")
    place = places[0] + (side == "after")
    return "".join([*lines[:place], piece, *lines[place:]])


def follow(guide: str, checkout: Path) -> list[str]:
    """Makes every change that the page asks for; returns the files that it names."""
    changed = []
    for found in INSTRUCTION.finditer(guide):
        piece = found["text"]
        if found["new"]:
            (checkout / found["new"]).write_text(piece, encoding="utf-8")
            changed.append(found["new"])
            continue
        path = checkout / found["file"]
        anchor = found["anchor"].replace('\\"', '"')
        changed_text = insert(path.read_text(encoding="utf-8"), anchor, found["side"], piece)
        path.write_text(changed_text, encoding="utf-8")
        changed.append(found["file"])
    return changed


def run(checkout: Path, *arguments: str) -> str:
    """A command of the copy; its output, and a failure with it."""
    done = subprocess.run(
        [str(checkout / ".venv" / "bin" / "python"), "-m", *arguments],
        cwd=checkout,
        # Before the environment's own path, which leads to the tree that the copy was made from.
        env={**os.environ, "PYTHONPATH": str(checkout)},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, (arguments, done.stdout[-3000:], done.stderr[-3000:])
    return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_to(tmp_path_factory.mktemp("guide") / "checkout")


@pytest.mark.long
def test_the_example_compiles_and_its_case_passes(checkout: Path) -> None:
    changed = follow(GUIDE.read_text(encoding="utf-8"), checkout)
    assert len(changed) == 11 and len(set(changed)) == 7
    run(checkout, "quantera.compliance.reason_texts")
    assert "EuPack.sol" in run(checkout, "quantera.toolchain.compile")
    case, pack = "tests/unit/packs/test_eu_10.py", "tests/unit/packs/test_eu.py"
    output = run(checkout, "pytest", case, "-q", "-p", "no:cacheprovider")
    assert re.search(r"\b9 passed", output), output
    # The rest of the pack still does what it did.
    run(checkout, "pytest", pack, "-q", "-x", "-p", "no:cacheprovider")
    style = [sys.executable, "-m", "ruff", "check", "quantera/compliance", "tests/unit/packs"]
    subprocess.run(style, cwd=checkout, check=True, capture_output=True)


def test_a_place_that_is_gone_is_noticed() -> None:
    with pytest.raises(GuideError, match="0 lines"):
        insert("a\nb\n", "c", "after", "x\n")
    with pytest.raises(GuideError, match="2 lines"):
        insert("a\na\n", "a", "after", "x\n")
    assert insert("a\nb\n", "a", "after", "x\n") == "a\nx\nb\n"
    assert insert("a\nb\n", "b", "before", "x\n") == "a\nx\nb\n"
