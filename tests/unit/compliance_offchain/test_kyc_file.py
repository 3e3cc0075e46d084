"""KYC results from files."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from quantera.compliance.errors import ProviderError
from quantera.compliance.kyc import FileKycProvider
from quantera.compliance.kyc.provider import KycResult
from quantera.compliance.moments import parse_start

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "quantera/data/compliance/kyc-results.schema.json").read_text()
)
APPROVED: dict[str, Any] = {
    "reference": "r",
    "status": "approved",
    "verifiedAt": "2026-01-01",
    "validUntil": "2026-12-31",
}


def test_json_and_csv_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "k.json").write_text(json.dumps([APPROVED]))
    (tmp_path / "k.csv").write_text(
        "reference,status,verifiedAt,validUntil,risk\nr,approved,2026-01-01,2026-12-31,\n"
    )
    read = [FileKycProvider(tmp_path / name).results(["r", "x"]) for name in ("k.json", "k.csv")]
    assert read[0] == read[1]
    assert set(read[0]) == {"r"}
    assert read[0]["r"].valid_until == parse_start("2027-01-01")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("k.json", "{", "not a KYC file"),
        ("k.json", '[{"reference": "r", "status": "maybe"}]', "not a KYC file"),
        ("k.json", '[{"reference": "r", "status": "approved"}]', "not a KYC file"),
        ("k.json", json.dumps([APPROVED, APPROVED]), "row 2 repeats"),
        ("k.json", "[5]", "not a KYC file"),
        ("k.txt", "", "neither"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(ProviderError, match=message):
        FileKycProvider(tmp_path / name).results(["r"])
    with pytest.raises(ProviderError):
        FileKycProvider(tmp_path / "absent.json").results(["r"])


@pytest.mark.parametrize(
    ("changes", "valid"),
    [
        ({}, True),
        ({"risk": "high"}, True),
        ({"risk": None}, False),
        ({"status": "pending", "verifiedAt": None, "validUntil": None}, True),
        ({"validUntil": None}, False),
        ({"status": "unsure"}, False),
        ({"reference": ""}, False),
        ({"evidenceHash": "0x" + "ab" * 32}, True),
        ({"evidenceHash": "0xab"}, False),
        ({"more": 1}, False),
    ],
)
def test_the_documented_schema_and_the_reader_agree(changes: dict[str, Any], valid: bool) -> None:
    content = {**APPROVED, **changes}
    assert Draft202012Validator(SCHEMA).is_valid({"results": [content]}) is valid
    try:
        KycResult.model_validate(content)
        read = True
    except ValueError:
        read = False
    assert read is valid
