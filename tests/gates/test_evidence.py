"""Gates over generated files: the ABI package and the access-control matrix."""

import pytest

from quantera.abi import generate
from quantera.access import matrix
from quantera.gates.compiled import artifacts
from quantera.toolchain.workspace import ROOT
from tests.gates.tree import Tree


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """These commands read the artifacts of their own checkout."""
    artifacts(ROOT)


@pytest.fixture
def published(tree: Tree) -> Tree:
    generate.write(generate.expected_files(), tree.root)
    tree.passes("abi")
    return tree


def test_an_abi_that_is_out_of_date_is_found(published: Tree) -> None:
    name = "quantera/abi/generated/json/QuanteraAccessManager.json"
    published.change(name, '"grantRole"', '"giveRole"')
    published.finds("abi", f"{name}: out of date")

    (published.root / name).unlink()
    published.finds("abi", f"{name}: missing")


@pytest.fixture
def governed(tree: Tree) -> Tree:
    tree.copy("contracts/access/access.yaml")
    tree.write("audits/access-matrix.md", matrix.generate())
    tree.passes("access")
    return tree


def test_a_matrix_that_is_out_of_date_is_found(governed: Tree) -> None:
    governed.change("audits/access-matrix.md", "UPGRADER", "ANYBODY")
    governed.finds("access", "access-matrix.md is stale")


def test_a_function_that_nobody_was_given_is_found(governed: Tree) -> None:
    governed.change("contracts/access/access.yaml", "upgradeToAndCall", "upgradeLater")
    governed.finds("access", "upgradeToAndCall")
