"""`ape test tests/unit` uses both cores, and every other command stays as it was typed."""

import pytest

from quantera.toolchain.ape_command import shared


@pytest.mark.parametrize("folder", ["tests/unit", "tests/unit/"])
def test_all_unit_tests_share_two_workers(folder: str) -> None:
    assert shared(["test", folder, "-q"]) == ["test", folder, "-q", "-n", "2"]


@pytest.mark.parametrize(
    "typed",
    [
        ["test", "tests/unit/token"],
        ["test", "tests/unit", "-n", "4"],
        ["test", "tests/unit", "-n0"],
        ["test", "tests/unit", "--pdb"],
        ["test", "tests/unit", "-s"],
        ["compile", "tests/unit"],
        ["run", "fuzz"],
        [],
    ],
)
def test_anything_else_stays(typed: list[str]) -> None:
    assert shared(typed) == typed
