"""The catalogue of differences from T-REX is whole: its tests exist, its page and its ids agree."""

from pathlib import Path

import pytest
import yaml

from quantera.audit.trex_differences import (
    PAGE,
    CatalogueError,
    load,
    missing_tests,
    render,
)
from quantera.toolchain.workspace import ROOT

ACCEPTED = ROOT / "tests" / "differential" / "token" / "differences.yaml"


def test_every_test_that_it_names_exists() -> None:
    assert missing_tests(load()) == []


def test_its_page_is_up_to_date() -> None:
    assert PAGE.read_text() == render(load())


def test_the_differential_run_accepts_nothing_else() -> None:
    accepted = {entry["id"] for entry in yaml.safe_load(ACCEPTED.read_text())["differences"]}
    assert accepted <= {entry.id for entry in load().differences}


ENTRY = {
    "id": "TRX-01",
    "title": "t",
    "functions": ["Token.mint"],
    "kind": "form",
    "trex": "a",
    "ours": "b",
    "reason": "c",
    "tests": ["tests/nowhere.py::test"],
}


@pytest.mark.parametrize(
    "entries",
    [
        [ENTRY, ENTRY],
        [{**ENTRY, "id": "TRX-02"}, ENTRY],
        [{**ENTRY, "id": "TRX-1"}],
        [{**ENTRY, "tests": []}],
        [{**ENTRY, "reason": ""}],
        [{**ENTRY, "more": 1}],
    ],
)
def test_a_faulty_catalogue_is_refused(tmp_path: Path, entries: list[dict[str, object]]) -> None:
    file = tmp_path / "catalogue.yaml"
    file.write_text(yaml.safe_dump({"differences": entries}))
    with pytest.raises(CatalogueError):
        load(file)


def test_a_test_that_does_not_exist_is_told(tmp_path: Path) -> None:
    file = tmp_path / "catalogue.yaml"
    file.write_text(yaml.safe_dump({"differences": [ENTRY]}))
    assert missing_tests(load(file)) == [
        "TRX-01 names tests/nowhere.py::test, which does not exist"
    ]
