"""Which files belong to a tree: what git tracks, and what it would take in."""

from pathlib import Path

from quantera.gates.gate import tool


def tracked(tree: Path) -> list[Path]:
    """Every existing file that is tracked, or neither tracked nor ignored, below the tree's root.

    Raises:
        GateError: the tree is no git checkout.
    """
    listed = tool(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], tree, accept=(0,)
    ).stdout
    found = {tree / name for name in listed.split("\0") if name}
    return sorted(file for file in found if file.is_file() and not file.is_symlink())
