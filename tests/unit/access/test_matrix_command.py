"""`python -m quantera.access.matrix`."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from quantera.access.matrix import MATRIX_FILE, generate, main, render
from quantera.access.specification import ACCESS_FILE
from tests.unit.access.system import probe_specification


def test_the_committed_matrix_is_what_the_command_writes() -> None:
    assert MATRIX_FILE.read_text() == generate()


def test_check_tells_fresh_from_stale(tmp_path: Path) -> None:
    output = tmp_path / "matrix.md"
    arguments = ["--output", str(output)]
    missing = CliRunner().invoke(main, [*arguments, "--check"])
    assert missing.exit_code != 0
    assert not output.exists()
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert CliRunner().invoke(main, [*arguments, "--check"]).exit_code == 0
    output.write_text(output.read_text().replace("ADMIN", "ANYBODY", 1))
    stale = CliRunner().invoke(main, [*arguments, "--check"])
    assert stale.exit_code != 0
    assert "matrix.md is stale" in stale.output
    assert "ANYBODY" in output.read_text()


@pytest.mark.parametrize("check", [[], ["--check"]])
def test_a_specification_that_disagrees_writes_nothing(tmp_path: Path, check: list[str]) -> None:
    access, output = tmp_path / "access.yaml", tmp_path / "matrix.md"
    access.write_text(ACCESS_FILE.read_text().replace("completeSetup():", "completeSetUp():"))
    said = CliRunner().invoke(main, ["--access", str(access), "--output", str(output), *check])
    assert said.exit_code != 0
    assert "QuanteraAccessManager.completeSetup() has no rule" in said.output
    assert not output.exists()


def test_rows_say_who_in_which_class_and_after_how_long() -> None:
    rows = render(probe_specification()).splitlines()
    assert (
        "| `upgradeToAndCall(address,bytes)` | `0x4f1ef286` | UPGRADER | upgrade | 48 h "
        "| only in a call that the manager executes; refused on the implementation itself |" in rows
    )
    assert any(
        row.startswith("| `raiseLimit(uint256)` |") and "| CONFIGURATOR | loosening | 24 h |" in row
        for row in rows
    )
    assert any("local AGENT, local BRIDGE" in row for row in rows)
    assert any(row.startswith("| `work()`") and "| anyone |" in row for row in rows)
