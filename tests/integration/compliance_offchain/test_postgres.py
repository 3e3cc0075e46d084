"""The compliance database and a source of investors on a real PostgreSQL."""

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, inspect, text

from quantera.compliance.sources import open_source, validate_rows
from quantera.compliance.store import Store
from quantera.compliance.store.checks import CheckRecord
from tests.integration.postgres_server import postgres
from tests.unit.compliance_offchain.people import BUYER_WALLET, NOW, policy


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A server of its own."""
    with postgres() as found:
        yield found


def test_the_compliance_database(url: str) -> None:
    store = Store(url)
    asset = policy(totalSupply=2**119)
    store.put_asset(asset)
    made = store.register(["a", "b"])
    assert store.investors() == made
    checks = [CheckRecord(e.key, asset.id, "rules", "failed", {"code": 40}) for e in made.values()]
    assert store.record(checks, NOW) == 2
    rows = list(store.checks(since=NOW, until=NOW + 1))
    assert len(rows) == 2 and {row.details["code"] for row in rows} == {40}
    assert int(rows[0].checked_at.timestamp()) == NOW
    store.review(made["a"].key, "EU", "n", "cleared", officer="officer-1", reason="looked")
    assert store.reviews() == {(made["a"].key, "EU", "n"): "cleared"}
    store.erase("a")
    assert set(store.investors()) == {"b"}
    store.close()


def test_columns_have_the_types_of_the_data_model(url: str) -> None:
    Store(url).close()
    engine = create_engine(url)
    columns = {c["name"]: c for c in inspect(engine).get_columns("compliance_checks")}
    types = {name: str(c["type"]) for name, c in columns.items()}
    assert types == {
        "id": "UUID",
        "investor_id": "UUID",
        "asset_id": "UUID",
        "check_type": "VARCHAR(50)",
        "result": "VARCHAR(20)",
        "details": "JSONB",
        "checked_at": "TIMESTAMP",
    }
    assert columns["checked_at"]["type"].timezone  # type: ignore[attr-defined]
    assert columns["id"]["default"] == "gen_random_uuid()"
    supply = {c["name"]: str(c["type"]) for c in inspect(engine).get_columns("assets")}
    assert supply["total_supply"] == "NUMERIC(78, 0)"
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO compliance_checks (investor_id, check_type, result, details)"
                " VALUES (gen_random_uuid(), 'kyc', 'passed', '{}')"
            )
        )
    engine.dispose()


def test_investors_come_from_a_table(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text(
                "CREATE TABLE investor_records (investor_id text, kind text, name text,"
                " residence text, us_person boolean, birth_date date, wallets text[],"
                " opted_in_at timestamptz, classes__us__category text,"
                " classes__us__verified_at date)"
            )
        )
        connection.execute(
            text(
                "INSERT INTO investor_records VALUES"
                " ('a', 'individual', 'Ada', 'DE', true, '1950-02-03', ARRAY[:wallet],"
                "  '2026-01-01 12:00:00+00', 'qib', '2026-01-01'),"
                " ('b', 'individual', 'Bob', 'XX', false, NULL, ARRAY[:wallet], NULL, NULL, NULL)"
            ),
            {"wallet": BUYER_WALLET},
        )
    engine.dispose()
    faults: list[object] = []
    (entry,) = validate_rows(open_source(url), faults.append)
    assert len(faults) == 1
    who = entry.investor
    assert who.us_person and who.birth_date and who.birth_date.year == 1950
    assert who.classes["US"].category == "qib" and who.opted_in_at is not None
