from tests.gates.tree import Tree


def test_a_compiler_warning_is_found(project: Tree) -> None:
    project.solidity("contracts/A.sol", "contract A { function f() external pure { } }\n")
    project.passes("warnings")

    project.change("contracts/A.sol", "{ }", "{ uint256 tail = 1; }")
    project.finds_all("warnings", ["contracts/A.sol", "Unused local variable"], apart=True)
