"""Sources: every row is valid or has a named fault, and a bad row stops only itself."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from eth_utils.address import to_checksum_address
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from quantera.compliance.errors import SourceError
from quantera.compliance.investor import Wallet
from quantera.compliance.moments import parse_end, parse_start
from quantera.compliance.sources import RawRow, RowFault, Validated, open_source, validate_rows
from quantera.compliance.sources.rows import nest
from tests.unit.compliance_offchain.people import BUYER_WALLET, HOLDER_WALLET, investor, row

FAULTS = {
    "MissingField",
    "UnknownField",
    "UnknownValue",
    "UnknownCountry",
    "UnknownChain",
    "UnknownClass",
    "MalformedRow",
    "MalformedText",
    "MalformedDate",
    "MalformedFlag",
    "MalformedNumber",
    "MalformedWallet",
    "MalformedOwner",
    "WrongChecksum",
    "NoWallet",
    "DuplicateWallet",
    "DuplicateInvestor",
}


def validate(*contents: Any) -> tuple[list[Validated], list[RowFault]]:
    faults: list[RowFault] = []
    rows = [RawRow(number, content) for number, content in enumerate(contents, 1)]
    return list(validate_rows(rows, faults.append)), faults


def the_fault(**changes: Any) -> tuple[str, str]:
    valid, faults = validate(row(**changes))
    assert not valid and len(faults) == 1, faults
    return faults[0].field, faults[0].fault


def test_a_sound_row_is_an_investor() -> None:
    ((entry,), faults) = validate(row())
    assert faults == [] and entry.row == 1
    assert entry.investor.wallets == (Wallet(None, BUYER_WALLET),)
    assert entry.investor.residence == 276


@pytest.mark.parametrize(
    ("changes", "field", "fault"),
    [
        ({"investorId": None}, "investorId", "MissingField"),
        ({"investorId": "has space"}, "investorId", "MalformedText"),
        ({"investorId": "x" * 65}, "investorId", "MalformedText"),
        ({"name": ""}, "name", "MalformedText"),
        ({"kind": "ghost"}, "kind", "UnknownValue"),
        ({"residence": "XX"}, "residence", "UnknownCountry"),
        ({"residence": 999}, "residence", "UnknownCountry"),
        ({"residence": True}, "residence", "UnknownCountry"),
        ({"residence": 2.5}, "residence", "UnknownCountry"),
        ({"usPerson": "perhaps"}, "usPerson", "MalformedFlag"),
        ({"birthDate": "1990-02-30"}, "birthDate", "MalformedDate"),
        ({"birthDate": 5}, "birthDate", "MalformedDate"),
        ({"optedInAt": "yesterday"}, "optedInAt", "MalformedDate"),
        ({"optedInAt": True}, "optedInAt", "MalformedDate"),
        ({"wallets": []}, "", "NoWallet"),
        ({"wallets": "; ;"}, "", "NoWallet"),
        ({"wallets": ["0x12"]}, "wallets.0", "MalformedWallet"),
        ({"wallets": ["0x" + "0" * 40]}, "wallets.0", "MalformedWallet"),
        ({"wallets": [17]}, "wallets.0", "MalformedWallet"),
        ({"wallets": [f"atlantis:{BUYER_WALLET}"]}, "wallets.0", "UnknownChain"),
        ({"wallets": [BUYER_WALLET, BUYER_WALLET]}, "", "DuplicateWallet"),
        ({"classes": {"US": {"category": "whale"}}}, "", "UnknownClass"),
        ({"classes": {"XX": {"category": "retail"}}}, "classes.XX", "UnknownValue"),
        ({"classes": {"US": {}}}, "classes.US.category", "MissingField"),
        (
            {"headroom": {"US": {"amount": "-1", "attestedAt": "2026-01-01"}}},
            "headroom.US.amount",
            "MalformedNumber",
        ),
        (
            {"headroom": {"US": {"amount": "NaN", "attestedAt": "2026-01-01"}}},
            "headroom.US.amount",
            "MalformedNumber",
        ),
        ({"owners": ["id:x|0"]}, "owners.0.percent", "MalformedNumber"),
        ({"owners": ["id:x|101"]}, "owners.0.percent", "MalformedNumber"),
        ({"owners": ["x|5"]}, "owners.0", "MalformedOwner"),
        ({"owners": ["id:x|60", "id:y|41"]}, "", "MalformedOwner"),
        ({"owners": [{"percent": 5}]}, "owners.0", "MalformedOwner"),
        ({"colour": "red"}, "colour", "UnknownField"),
        ({"classes": 5}, "classes", "MalformedRow"),
    ],
)
def test_faults_have_names_and_places(changes: dict[str, Any], field: str, fault: str) -> None:
    assert the_fault(**changes) == (field, fault)
    assert fault in FAULTS


def test_mixed_case_wallets_carry_their_checksum() -> None:
    right = to_checksum_address("0x" + "ab" * 20)
    wrong = right.swapcase().replace("0X", "0x")
    assert investor(wallets=[right]).wallets[0].address == right.lower()
    assert investor(wallets=["0x" + "AB" * 20]).wallets[0].address == right.lower()
    assert the_fault(wallets=[wrong]) == ("wallets.0", "WrongChecksum")


def test_wallets_belong_to_one_chain_or_to_all() -> None:
    who = investor(wallets=[f"polygon:{BUYER_WALLET}", {"address": HOLDER_WALLET}])
    assert who.wallets_on("polygon") == [BUYER_WALLET, HOLDER_WALLET]
    assert who.wallets_on("optimism") == [HOLDER_WALLET]


def test_messages_hold_nothing_of_the_row() -> None:
    secret = "Lord Voldemar"
    _, faults = validate(row(name=secret, residence=secret, birthDate=secret, kind=secret))
    assert len(faults) == 3
    assert not any(secret in fault.message for fault in faults)


def test_a_bad_row_stops_only_itself() -> None:
    valid, faults = validate(
        row(investorId="a", wallets=["0x" + "01" * 20]),
        row(investorId="b", residence="nowhere", name=""),
        row(investorId="c", wallets=["0x" + "03" * 20]),
    )
    assert [entry.investor.investor_id for entry in valid] == ["a", "c"]
    assert {fault.row for fault in faults} == {2} and len(faults) == 2


def test_ids_and_wallets_belong_to_the_first_row_that_has_them() -> None:
    valid, faults = validate(
        row(investorId="a", wallets=["0x" + "01" * 20]),
        row(investorId="a", wallets=["0x" + "02" * 20]),
        row(investorId="b", wallets=["0x" + "01" * 20]),
        row(investorId="c", wallets=["polygon:0x" + "01" * 20]),
        row(investorId="d", wallets=["polygon:0x" + "04" * 20]),
        row(investorId="e", wallets=["polygon:0x" + "04" * 20]),
        row(investorId="f", wallets=["avalanche:0x" + "04" * 20]),
        row(investorId="g", wallets=["0x" + "04" * 20]),
    )
    assert [entry.investor.investor_id for entry in valid] == ["a", "d", "f"]
    assert [(f.row, f.fault) for f in faults] == [
        (2, "DuplicateInvestor"),
        (3, "DuplicateWallet"),
        (4, "DuplicateWallet"),
        (6, "DuplicateWallet"),
        (8, "DuplicateWallet"),
    ]


def test_ends_count_through_their_day_and_starts_begin_it() -> None:
    who = investor(
        classes={"us": {"category": "qib", "verifiedAt": "2026-01-01", "validUntil": "2026-12-31"}}
    )
    evidence = who.classes["US"]
    assert evidence.verified_at == parse_start("2026-01-01")
    assert evidence.valid_until == parse_end("2026-12-31") == parse_start("2027-01-01")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(sorted(row(classes={}, owners=[], headroom={}, aliases=[]))), json_values)
def test_any_value_in_any_field_is_valid_or_named(field: str, value: Any) -> None:
    valid, faults = validate({**row(), field: value})
    assert bool(valid) != bool(faults)
    assert {fault.fault for fault in faults} <= FAULTS


@given(json_values)
def test_any_row_at_all_is_valid_or_named(content: Any) -> None:
    valid, faults = validate(content if isinstance(content, dict) else {"row": content})
    assert not valid and faults
    assert {fault.fault for fault in faults} <= FAULTS


def write_csv(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


CSV_ROW = {
    "investorId": "buyer-1",
    "kind": "organisation",
    "name": 'Quill, "Ada" & Söhne',
    "aliases": "Quill Sons; QS",
    "residence": "DEU",
    "usPerson": "false",
    "wallets": f"{BUYER_WALLET};polygon:{HOLDER_WALLET}",
    "kycReference": "kyc-1",
    "classes.EU.category": "professional",
    "classes.EU.verifiedAt": "2026-01-01",
    "classes.UK.category": "",
    "headroom.US.amount": "12.5",
    "headroom.US.attestedAt": "2026-01-01",
    "owners": "id:buyer-2|30;name:Nobody|25|control",
}


def read(location: str, table: str = "investor_records") -> tuple[list[Validated], list[RowFault]]:
    faults: list[RowFault] = []
    return list(validate_rows(open_source(location, table), faults.append)), faults


def test_csv_nested_fields_and_lists(tmp_path: Path) -> None:
    (entry,), faults = read(str(write_csv(tmp_path / "investors.csv", [CSV_ROW])))
    who = entry.investor
    assert faults == []
    assert who.name == CSV_ROW["name"] and who.aliases == ("Quill Sons", "QS")
    assert who.classes["EU"].category == "professional" and "UK" not in who.classes
    assert [(o.investor_id, o.name, o.control) for o in who.owners] == [
        ("buyer-2", None, False),
        (None, "Nobody", True),
    ]


def test_the_same_investor_comes_from_csv_json_lines_and_database(tmp_path: Path) -> None:
    (from_csv,), _ = read(str(write_csv(tmp_path / "i.csv", [CSV_ROW])))
    content = json.loads(from_csv.investor.model_dump_json(by_alias=True))
    content["wallets"] = [{"chain": c, "address": a} for c, a in content["wallets"]]
    (tmp_path / "i.json").write_text(json.dumps([content]))
    (tmp_path / "i.jsonl").write_text(json.dumps(content) + "\n\n")
    url = f"sqlite:///{tmp_path / 'i.db'}"
    flat = {_snake(name): value for name, value in CSV_ROW.items()}
    with create_engine(url).begin() as connection:
        fields = ", ".join(f'"{name}" TEXT' for name in flat)
        connection.execute(text(f"CREATE TABLE investor_records ({fields})"))
        marks = ", ".join(f":v{n}" for n in range(len(flat)))
        values = {f"v{n}": value for n, value in enumerate(flat.values())}
        connection.execute(text(f"INSERT INTO investor_records VALUES ({marks})"), values)
    for location in (str(tmp_path / "i.json"), str(tmp_path / "i.jsonl"), url):
        (entry,), faults = read(location)
        assert faults == [] and entry.investor == from_csv.investor, location


def _snake(name: str) -> str:
    def one(part: str) -> str:
        if part.isupper():
            return part.lower()
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in part)

    return "__".join(one(part) for part in name.split("."))


def test_csv_rows_that_are_no_rows(tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    good = "a,individual,Ada,DE," + BUYER_WALLET
    file.write_bytes(
        b"\xef\xbb\xbfinvestorId,kind,name,residence,wallets\n"
        + b"x,individual,Too,DE\n"
        + b"y,individual,B\xff\xfed,DE,0x"
        + b"02" * 20
        + b"\n"
        + b"\n"
        + good.encode()
        + b"\n"
        + b'z,individual,"Cut off,DE,0x'
        + b"03" * 20
        + b"\n"
    )
    valid, faults = read(str(file))
    assert [entry.investor.investor_id for entry in valid] == ["a"]
    assert [(f.row, f.fault) for f in faults] == [
        (1, "MalformedRow"),
        (2, "MalformedRow"),
        (4, "MalformedRow"),
    ]


@given(st.binary(max_size=400))
def test_any_bytes_as_csv_end_in_faults_or_a_source_error(
    tmp_path_factory: Any, content: bytes
) -> None:
    file = tmp_path_factory.mktemp("csv") / "any.csv"
    file.write_bytes(content)
    try:
        valid, faults = read(str(file))
    except SourceError:
        return
    assert not valid
    assert {fault.fault for fault in faults} <= FAULTS


@given(st.lists(json_values, max_size=4))
def test_any_json_ends_in_faults(tmp_path_factory: Any, content: list[Any]) -> None:
    file = tmp_path_factory.mktemp("json") / "any.json"
    file.write_text(json.dumps(content))
    try:
        valid, faults = read(str(file))
    except SourceError:
        return
    assert not valid and len({fault.row for fault in faults}) == len(content)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.csv", "", "no header"),
        ("x.csv", "a,a\n", "repeated"),
        ("x.csv", "a,,b\n", "empty"),
        ("x.json", "{", "not JSON"),
        ("x.json", "{}", "array"),
        ("x.txt", "", "neither"),
    ],
)
def test_sources_that_cannot_be_read_at_all(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(SourceError, match=message):
        read(str(tmp_path / name))


@pytest.mark.parametrize("name", ["absent.csv", "absent.json", "absent.jsonl"])
def test_absent_sources(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match=r"absent\.\w+ cannot be"):
        read(str(tmp_path / name))


def test_databases_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such table"):
        read(f"sqlite:///{tmp_path / 'empty.db'}")
    with pytest.raises(SourceError, match="cannot be read"):
        read("nonsense+driver://host/x")


def test_json_lines_name_their_bad_lines(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text("\n".join(["{", json.dumps(row()), "[]"]))
    valid, faults = read(str(file))
    assert len(valid) == 1 and [(f.row, f.fault) for f in faults] == [
        (1, "MalformedRow"),
        (3, "MalformedRow"),
    ]


def test_columns_that_contradict_each_other() -> None:
    with pytest.raises(ValueError, match="contradicts"):
        nest({"a": "1", "a.b": "2"}, ".")
    with pytest.raises(ValueError, match="contradicts"):
        nest({"a.b": "1", "a": "2"}, ".")
    assert nest({"a.b": "1", "a.c": "", "d": None}, ".") == {"a": {"b": "1"}}
