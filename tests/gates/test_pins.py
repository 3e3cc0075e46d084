import pytest

from tests.gates.tree import Tree


@pytest.fixture
def pinned(project: Tree) -> Tree:
    project.copy("package.json", "package-lock.json", "pyproject.toml", "requirements/develop.lock")
    project.passes("pins")
    return project


# Each fault has a sentence of its own, so all are planted at once.
FAULTS = [
    (
        "package.json",
        '"solc": "0.8.37"',
        '"solc": "0.8.36"',
        ["package.json has solc 0.8.36, ape-config.yaml 0.8.37"],
    ),
    (
        "package.json",
        '"solhint": "',
        '"solhint": "^',
        ["solhint ^", "which is not one version"],
    ),
    (
        "ape-config.yaml",
        "evm_version: cancun\n  via_ir",
        "evm_version: shanghai\n  via_ir",
        ["compiles for shanghai but starts its nodes as cancun"],
    ),
    ("foundry.toml", "optimizer_runs = ", "optimizer_runs = 1", ["foundry.toml is not what"]),
    (
        "pyproject.toml",
        "slither-analyzer==",
        "slither-analyzer==9.",
        ["develop.lock has slither-analyzer", "pyproject.toml slither-analyzer==9."],
    ),
    ("pyproject.toml", '"rich>=', '"richer>=', ["develop.lock lacks richer"]),
]


def test_versions_that_disagree_are_found(pinned: Tree) -> None:
    for file, before, after, _ in FAULTS:
        pinned.change(file, before, after)
    pinned.finds_all("pins", *(words for _, _, _, words in FAULTS), apart=True)


def test_a_package_without_its_hash_is_found(pinned: Tree) -> None:
    pinned.change("requirements/develop.lock", "--hash=sha256:", "--hash=md5:")
    pinned.change("package-lock.json", '"integrity"', '"signature"')
    pinned.finds_all(
        "pins",
        ["develop.lock has slither-analyzer without its hash"],
        ["package-lock.json has solc without its hash"],
    )
