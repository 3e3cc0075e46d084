import pytest

from tests.gates.tree import Tree

GOOD = """/// @title Good
/// @notice Nothing to complain about.
contract Good {
    /// @notice A number.
    function number() external pure returns (uint256) {
        return 1;
    }
}
"""


@pytest.fixture
def linted(project: Tree) -> Tree:
    project.copy("pyproject.toml", ".solhint.json", "contracts/testing/.solhint.json")
    project.write("quantera/good.py", '"""A module."""\n')
    project.solidity("contracts/Good.sol", GOOD)
    return project


FAULTS = [
    ("return 1;", 'require(true, "no"); return 1;', "gas-custom-errors"),
    ("function number() external", "function number()", "func-visibility"),
    ("contract Good", 'import "./Other.sol";\ncontract Good', "no-global-import"),
    ("    /// @notice A number.\n", "", "use-natspec"),
    ("return 1;", "uint256 tail = 1; return 1;", "no-unused-vars"),
    ("return 1;", "return uint256(uint160(tx.origin));", "avoid-tx-origin"),
]


def test_without_a_fault_nothing_is_printed_advertisements_and_updates_included(
    linted: Tree,
) -> None:
    assert linted.run("lint").said == "lint: nothing found\n"


def test_each_fault_is_found(linted: Tree) -> None:
    linted.write("quantera/bad.py", '"""A module."""\n\nimport os\n')
    # Each in a file of its own, so that one start of the linter tells of all.
    for number, (before, after, _) in enumerate(FAULTS):
        linted.solidity(f"contracts/Bad{number}.sol", GOOD)
        linted.change(f"contracts/Bad{number}.sol", before, after)
    linted.finds_all(
        "lint",
        ["quantera/bad.py:3", "F401", "os"],
        *([f"contracts/Bad{number}.sol", rule] for number, (_, _, rule) in enumerate(FAULTS)),
    )
