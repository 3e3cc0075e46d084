from tests.gates.tree import Tree


def test_unformatted_python_and_solidity_are_found(project: Tree) -> None:
    project.copy("pyproject.toml")
    project.write("quantera/good.py", 'NAME = {"a": 1}\n')
    project.solidity("contracts/Good.sol", "contract Good { }\n")
    project.passes("format")

    project.write("quantera/bad.py", "NAME = {  'a':1}\n")
    project.solidity("contracts/Bad.sol", "contract   Bad{}\n")
    project.finds_all(
        "format", ["quantera/bad.py", "ruff"], ["contracts/Bad.sol", "forge fmt"], apart=True
    )
