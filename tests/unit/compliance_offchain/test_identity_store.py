"""Identities, hashes, and the compliance database on SQLite."""

import time
from collections.abc import Iterator, Mapping, Sequence
from uuid import RFC_4122, UUID

import pytest
from eth_utils.crypto import keccak
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect, text
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.exc import IntegrityError

from quantera.compliance.catalogue import load_screening
from quantera.compliance.eligibility import EligibilityPolicy
from quantera.compliance.errors import SourceError
from quantera.compliance.identity import evidence_hash, identity_of, new_salt
from quantera.compliance.kyc.provider import KycResult
from quantera.compliance.planning import Evaluation
from quantera.compliance.sanctions.screening import Screener
from quantera.compliance.sources.rows import RawRow
from quantera.compliance.store import Store
from quantera.compliance.store.bulk import ordered_keys
from quantera.compliance.store.checks import CheckRecord
from quantera.compliance.store.database import UnknownInvestorError
from tests.unit.compliance_offchain.people import NOW, policy, row


class NoKyc:
    """A provider that knows nobody."""

    name, batch = "none", 100

    def results(self, _references: Sequence[str], /) -> Mapping[str, KycResult]:
        return {}


@pytest.fixture
def store(tmp_path):  # type: ignore[no-untyped-def]
    made = Store(f"sqlite:///{tmp_path / 'c.db'}")
    yield made
    made.close()


def test_an_identity_is_the_documented_hash() -> None:
    salt = bytes(range(32))
    expected = keccak(b"quantera.identity.1" + salt + keccak(b"buyer-1"))
    assert identity_of(salt, "buyer-1") == int.from_bytes(expected[12:], "big") < 2**160
    assert evidence_hash(salt, b"x") == keccak(b"quantera.evidence.1" + salt + keccak(b"x"))


@given(st.binary(min_size=32, max_size=32), st.text(max_size=20), st.text(max_size=20))
def test_identities_differ_by_investor_and_by_salt(salt: bytes, one: str, other: str) -> None:
    assert (identity_of(salt, one) == identity_of(salt, other)) is (one == other)
    assert identity_of(bytes(32), one) != identity_of(b"\1" * 32, one)


@pytest.mark.parametrize("size", [0, 31, 33])
def test_short_salts_are_refused(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        identity_of(bytes(size), "x")
    assert len(new_salt()) == 32 and new_salt() != new_salt()


def test_investors_keep_their_identity(store: Store) -> None:
    made = store.register(["a", "b"])
    assert store.investors() == made
    assert len({entry.identity for entry in made.values()}) == 2
    with pytest.raises(IntegrityError):
        store.register(["c", "a"])
    assert set(store.investors()) == {"a", "b"}, "nothing of a refused batch stays"


def test_erasure_leaves_nothing_that_links(store: Store, tmp_path) -> None:  # type: ignore[no-untyped-def]
    made = store.register(["ada@example.org", "b"])
    entry = made["ada@example.org"]
    store.record([CheckRecord(entry.key, None, "kyc", "passed", {})], NOW)
    store.erase("ada@example.org")
    assert set(store.investors()) == {"b"}
    (check,) = store.checks()
    assert check.identity == f"0x{entry.identity:040x}", "the decision stays on record"
    with store._engine.connect() as connection:
        for table in inspect(store._engine).get_table_names():
            rows = connection.execute(text(f"SELECT * FROM {table}")).all()
            assert "ada@example.org" not in str(rows) and entry.salt.hex() not in str(rows)
            assert str(entry.salt) not in str(rows)
    again = store.register(["ada@example.org"])["ada@example.org"]
    assert again.identity != entry.identity
    with pytest.raises(UnknownInvestorError):
        store.erase("nobody")


def test_checks_are_kept_with_time_and_details(store: Store) -> None:
    asset = policy()
    store.put_asset(asset)
    key = store.register(["a"])["a"].key
    for n in range(3):
        check = CheckRecord(key, asset.id, "rules", "failed", {"code": n, "amount": str(2**200)})
        store.record([check], NOW + n)
    rows = list(store.checks())
    assert [row.details["code"] for row in rows] == [0, 1, 2]
    assert int(rows[0].checked_at.timestamp()) == NOW and rows[0].asset == asset.id
    assert [r.details["code"] for r in store.checks(since=NOW + 1, until=NOW + 2)] == [1]
    assert list(store.checks(investor=UUID(int=9))) == []


def test_a_check_of_an_unknown_asset_is_refused(store: Store) -> None:
    with pytest.raises(IntegrityError):
        store.record([CheckRecord(UUID(int=1), UUID(int=2), "rules", "passed", {})], NOW)


def test_the_tables_are_those_of_the_data_model(store: Store) -> None:
    columns = {c["name"]: c for c in inspect(store._engine).get_columns("compliance_checks")}
    assert list(columns) == [
        "id",
        "investor_id",
        "asset_id",
        "check_type",
        "result",
        "details",
        "checked_at",
    ]
    assert not columns["investor_id"]["nullable"] and columns["asset_id"]["nullable"]
    (foreign,) = inspect(store._engine).get_foreign_keys("compliance_checks")
    assert foreign["referred_table"] == "assets"


def test_rows_that_others_insert_get_their_keys_and_times(store: Store) -> None:
    with store._engine.begin() as connection:
        for _ in range(2):
            connection.execute(
                text(
                    "INSERT INTO compliance_checks (investor_id, check_type, result, details)"
                    " VALUES ('00000000000000000000000000000001', 'kyc', 'passed', '{}')"
                )
            )
    rows = list(store.checks())
    assert len({row.key for row in rows}) == 2 and all(row.checked_at for row in rows)


def test_an_asset_is_brought_up_to_date(store: Store) -> None:
    store.put_asset(policy(name="Old", totalSupply=2**119))
    store.put_asset(policy(name="New", totalSupply=2**119))
    with store._engine.connect() as connection:
        ((name, supply),) = connection.execute(text("SELECT name, total_supply FROM assets")).all()
    assert (name, supply) == ("New", str(2**119))


def test_the_newest_review_counts(store: Store) -> None:
    key = store.register(["a"])["a"].key
    for decision in ("cleared", "confirmed"):
        store.review(key, "OFAC", "n-1", decision, officer="officer-1", reason="looked")
    assert store.reviews() == {(key, "OFAC", "n-1"): "confirmed"}
    with pytest.raises(ValueError, match="cleared or confirmed"):
        store.review(key, "OFAC", "n-1", "maybe", officer="officer-1", reason="")


def test_databases_that_cannot_be_opened(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SourceError, match="cannot be opened"):
        Store(f"sqlite:///{tmp_path}/no/such/folder.db")
    with pytest.raises(SourceError, match="cannot be opened"):
        Store("nonsense+driver://host/x")


def dialect(name: str) -> Dialect:
    made: Dialect = make_url(f"{name}://").get_dialect()()
    return made


def test_keys_of_checks_are_version_7_and_in_the_order_of_their_making() -> None:
    before = time.time_ns() // 10**6
    lite, native = dialect("sqlite"), dialect("postgresql+psycopg")
    keys = [UUID(str(key)) for n in (5_000, 1) for key in ordered_keys(n, lite)]
    after = time.time_ns() // 10**6
    assert keys[:5_000] == sorted(set(keys[:5_000]))
    assert {(key.version, key.variant) for key in keys} == {(7, RFC_4122)}
    assert before <= keys[0].int >> 80 <= keys[4_999].int >> 80 <= after + 2
    assert len({key.int & (1 << 62) - 1 for key in keys}) == 5_001
    (key,) = ordered_keys(1, native)
    assert isinstance(key, UUID) and key.version == 7


def test_checks_made_before_a_source_breaks_are_recorded(store: Store) -> None:
    """Whatever stops an evaluation, what it found by then is on file."""

    def rows() -> Iterator[RawRow]:
        yield RawRow(1, row())
        yield from (
            RawRow(n, row(investorId=f"i{n}", wallets=[f"0x{n:040x}"])) for n in range(2, 2_002)
        )
        raise SourceError("the disk is gone")

    evaluation = Evaluation(
        store, EligibilityPolicy(), NoKyc(), Screener([], load_screening().matching), NOW
    )
    with pytest.raises(SourceError):
        list(evaluation.assess(rows()))
    assert len(list(store.checks())) == 4 * 2_000


def test_checks_that_cannot_be_recorded_stop_the_evaluation(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is judged eligible by checks that are not on file."""

    def full(*_: object) -> int:
        raise OSError("no space left on the device")

    monkeypatch.setattr(store, "record", full)
    evaluation = Evaluation(
        store, EligibilityPolicy(), NoKyc(), Screener([], load_screening().matching), NOW
    )
    with pytest.raises(OSError, match="no space left"):
        list(evaluation.assess([RawRow(1, row())]))
