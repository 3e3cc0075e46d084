from tests.gates.tree import Tree


def test_a_type_error_in_each_folder_is_found(tree: Tree) -> None:
    tree.copy("pyproject.toml")
    for folder in ("quantera", "scripts"):
        tree.write(f"{folder}/good.py", "def double(number: int) -> int:\n    return 2 * number\n")
    tree.passes("types")

    for folder in ("quantera", "scripts"):
        bad = tree.write(f"{folder}/bad.py", "def double(number):\n    return 2 * number\n")
        tree.finds("types", f"{folder}/bad.py:1", "no-untyped-def")
        bad.unlink()
