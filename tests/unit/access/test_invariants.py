"""Each invariant is stated in an interface, catalogued, and tried by a test of its number."""

import re
from pathlib import Path

from quantera.toolchain.workspace import ROOT


def ids(pattern: str, files: list[Path]) -> set[str]:
    return {found for file in files for found in re.findall(pattern, file.read_text())}


def test_natspec_catalogue_and_tests_have_the_same_ids() -> None:
    stated = ids(r"- ACC-(\d\d):", list((ROOT / "contracts" / "interfaces").glob("*.sol")))
    catalogued = ids(r"\| ACC-(\d\d) \|", [ROOT / "audits" / "invariants.md"])
    tried = ids(r"def test_acc_(\d\d)_", list(Path(__file__).parent.glob("test_*.py")))
    assert len(stated) > 10
    assert stated == catalogued == tried
