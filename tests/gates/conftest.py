from pathlib import Path

import pytest

from tests.gates.tree import Tree


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """An empty tree."""
    root = tmp_path / "tree"
    root.mkdir()
    return Tree(root)


@pytest.fixture
def project(tree: Tree) -> Tree:
    """A tree with the compiler's settings and the npm packages, but no contract."""
    tree.as_project()
    return tree
