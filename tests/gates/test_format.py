from tests.gates.tree import Tree


def test_unformatted_python_and_solidity_are_found(project: Tree) -> None:
    project.copy("pyproject.toml")
    project.write("quantera/good.py", 'NAME = {"a": 1}\n')
    project.solidity("contracts/Good.sol", "contract Good { }\n")
    project.passes("format")

    project.write("quantera/bad.py", "NAME = {  'a':1}\n")
    project.finds("format", "quantera/bad.py", "ruff")

    project.solidity("contracts/Bad.sol", "contract   Bad{}\n")
    project.finds("format", "contracts/Bad.sol", "forge fmt")
