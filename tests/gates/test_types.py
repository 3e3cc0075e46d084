from quantera.gates.types import FOLDERS
from tests.gates.tree import Tree


def test_a_type_error_in_each_folder_is_found(tree: Tree) -> None:
    tree.copy("pyproject.toml")
    for folder in FOLDERS:
        tree.write(f"{folder}/good.py", "def double(number: int) -> int:\n    return 2 * number\n")
    tree.passes("types")

    for folder in FOLDERS:
        tree.write(f"{folder}/bad.py", "def double(number):\n    return 2 * number\n")
    tree.finds_all(
        "types", *([f"{folder}/bad.py:1", "no-untyped-def"] for folder in FOLDERS), apart=True
    )
