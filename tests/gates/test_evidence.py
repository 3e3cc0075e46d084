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
    gone = "quantera/abi/generated/json/ComplianceEngine.json"
    (published.root / gone).unlink()
    published.finds_all("abi", [f"{name}: out of date"], [f"{gone}: missing"], apart=True)


def test_a_stale_matrix_and_a_function_that_nobody_was_given_are_found(tree: Tree) -> None:
    tree.copy("contracts/access/access.yaml")
    tree.write("audits/access-matrix.md", matrix.generate())
    tree.passes("access")

    tree.change("audits/access-matrix.md", "UPGRADER", "ANYBODY")
    tree.finds_all("access", ["access-matrix.md is stale"], apart=True)

    tree.change("audits/access-matrix.md", "ANYBODY", "UPGRADER")
    tree.change("contracts/access/access.yaml", "upgradeToAndCall", "upgradeLater")
    tree.finds("access", "upgradeToAndCall")
