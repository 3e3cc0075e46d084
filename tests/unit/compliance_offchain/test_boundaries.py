"""What the package may import."""

import ast
from pathlib import Path

import quantera.compliance

PACKAGE = Path(quantera.compliance.__file__).parent
FOREIGN = ("quantera.release", "quantera.bridge", "quantera.audit", "scripts", "tests")


def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_no_neighbour_is_imported() -> None:
    files = list(PACKAGE.rglob("*.py"))
    assert len(files) > 40
    for file in files:
        for name in imported(file):
            assert not any(name == f or name.startswith(f"{f}.") for f in FOREIGN), (file, name)
