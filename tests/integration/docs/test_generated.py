"""The pages that are generated: current, complete, and told apart from what they should not be."""

from pathlib import Path

import pytest

from quantera.compliance.catalogue import load_reasons, load_rules
from quantera.docs import laws, reference, refusals, scope
from quantera.docs.__main__ import differences, generated, write


@pytest.fixture(scope="module")
def pages() -> dict[Path, str]:
    return generated()


def test_what_is_committed_is_what_the_contracts_and_catalogues_say(
    pages: dict[Path, str],
) -> None:
    assert differences(pages) == [], "run `python -m quantera.docs` and commit what it writes"


def test_a_page_that_is_missing_old_or_left_over_is_told(
    pages: dict[Path, str], tmp_path: Path
) -> None:
    write(pages, tmp_path)
    assert differences(pages, tmp_path) == []
    folder = tmp_path / reference.FOLDER
    (folder / "Gone.md").write_text("")
    (folder / "DualControl.md").write_text("")
    (tmp_path / scope.PAGE).unlink()
    assert differences(pages, tmp_path) == [
        "audits/scope.md: missing",
        "docs/reference/DualControl.md: out of date",
        "docs/reference/Gone.md: left over",
    ]
    write(pages, tmp_path)
    assert differences(pages, tmp_path) == []


def test_every_contract_function_event_and_error_has_its_place(pages: dict[Path, str]) -> None:
    contracts = reference.contracts()
    assert {"ComplianceAwareToken", "UniversalBridge", "PrimeBrokerage"} <= {
        one.name for one in contracts
    }
    for contract in contracts:
        text = pages[reference.FOLDER / f"{contract.name}.md"]
        headed = [*contract.entries("function"), *contract.entries("event")]
        assert all(f"\n### `{entry['name']}(" in text for entry in headed), contract.name
        assert text.count("\n### `") == len(headed)
        for entry in contract.entries("error"):
            assert f"| `{entry['name']}(" in text


def test_functions_say_who_calls_them(pages: dict[Path, str]) -> None:
    token = pages[reference.FOLDER / "ComplianceAwareToken.md"]
    mint = token.partition("### `mint(")[2].partition("###")[0]
    assert "called by local AGENT." in mint and "selector `0x40c10f19`" in mint


def test_every_code_and_every_error_is_in_the_table(pages: dict[Path, str]) -> None:
    text = pages[refusals.PAGE]
    for reason in load_reasons().values():
        assert f"| {reason.code} | {reason.name} | {reason.text} |" in text
    assert "| 209 | OUT_OF_GAS |" in text
    assert "`TransferRefused(uint8,address,address,uint256)`" in text
    for contract in reference.contracts():
        for entry in contract.entries("error"):
            assert f"| `{entry['name']}(" in text, entry["name"]


def test_every_rule_has_law_code_and_test() -> None:
    rows = laws.rows()
    assert [row.rule.id for row in rows] == list(load_rules())
    assert [fault for row in rows for fault in row.faults()] == []
    eu = next(row for row in rows if row.rule.id == "EU-02")
    assert "contracts/token/compliance/packs/EuPack.sol" in eu.contracts
    assert "quantera/compliance/rules/eu.py" in eu.modules
    assert "tests/unit/packs/test_eu.py" in eu.tests


def test_a_rule_without_code_or_test_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(laws.MatrixError, match=r"US-01 is decided by no code; US-01 is named by"):
        laws.page(tmp_path)
    assert laws.constant("UsNotAccredited") == "US_NOT_ACCREDITED"


def test_lines_of_code_are_told_from_comments() -> None:
    text = '// a\n\n/// b\ncontract C {\n    /* c\n    d */ uint256 x; // e\n    "// f";\n}\n'
    counted = scope.count(text)
    assert (counted.code, counted.comments) == (4, 3)


def test_the_scope_leaves_out_what_is_never_deployed() -> None:
    files = scope.sources()
    assert "contracts/token/ComplianceAwareToken.sol" in files
    assert not any("testing" in file for file in files)
