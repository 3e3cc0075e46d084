"""Watching several chains, comparing their registers, and exports for a regulator."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from quantera.compliance.chain.protocol import FeeQuote, RecordChange, Snapshot
from quantera.compliance.costs import Costs
from quantera.compliance.errors import ComplianceError
from quantera.compliance.export import (
    DECISION_COLUMNS,
    REGISTER_COLUMNS,
    decision_rows,
    register_rows,
    write_rows,
)
from quantera.compliance.moments import DAY
from quantera.compliance.plan import Plan
from quantera.compliance.quotas import Allotment, Quota
from quantera.compliance.reconcile import reconcile
from quantera.compliance.record import (
    CONTENT_MASK,
    FLAG_SANCTIONS_HOLD,
    InvestorRecord,
    valid_until_of,
    with_flags,
    with_valid_until,
)
from quantera.compliance.store.database import RecordedCheck
from quantera.compliance.watch import Watcher
from tests.unit.compliance_offchain.people import NOW

WALLET = "0x" + "0a" * 20
WORD = InvestorRecord(7, 276, NOW + DAY, (0, 3, 0, 0, 0), 0, 1).pack()
HELD = with_flags(WORD, FLAG_SANCTIONS_HOLD)
CHAINS = ("ethereum", "polygon", "avalanche", "arbitrum", "optimism")


class FakeReader:
    """A registry's log in memory: watching is about order, not about nodes."""

    def __init__(self, chain: str) -> None:
        self.chain = chain
        self.chain_id = 1
        self.registry = "0x" + "01" * 20
        self.log: list[RecordChange] = []
        self.block = 0

    def write(self, word: int, wallet: str = WALLET) -> None:
        self.block += 1
        self.log.append(RecordChange(self.block, wallet, word))

    def changes(self, after: int) -> tuple[int, list[RecordChange]]:
        return self.block, [change for change in self.log if change.block > after]

    def snapshot(self) -> Snapshot:
        return Snapshot(self.chain, self.block, NOW, {c.wallet: c.record for c in self.log}, {})

    def holders(self, wallets: Iterable[str]) -> set[str]:
        return set(wallets)

    def fees(self) -> FeeQuote:
        return FeeQuote(1, 0, 30_000_000)

    def timestamp(self) -> int:
        return NOW

    def last_batch_nonce(self, _: str) -> int:
        return 0


@pytest.fixture
def readers() -> dict[str, FakeReader]:
    made = {name: FakeReader(name) for name in CHAINS}
    for reader in made.values():
        reader.write(WORD)
    return made


@pytest.fixture
def watcher(readers: dict[str, FakeReader], tmp_path: Path) -> Watcher:
    made = Watcher(readers, tmp_path / "cursor", Costs())
    assert made.look(NOW) is None
    made.done()
    return made


def followed(plan: Plan | None) -> dict[str, tuple[str, int]]:
    assert plan is not None
    return {p.chain: (p.rows[0].kind, p.rows[0].new) for p in plan.chains if p.rows}


def test_a_hold_reaches_the_other_four(watcher: Watcher, readers: dict[str, FakeReader]) -> None:
    readers["polygon"].write(HELD)
    others = set(CHAINS) - {"polygon"}
    assert followed(watcher.look(NOW)) == dict.fromkeys(others, ("hold", HELD & CONTENT_MASK))


def test_a_revocation_reaches_the_other_four(
    watcher: Watcher, readers: dict[str, FakeReader]
) -> None:
    readers["optimism"].write(with_valid_until(WORD, 0))
    found = followed(watcher.look(NOW))
    assert set(found) == set(CHAINS) - {"optimism"}
    assert {(k, valid_until_of(w)) for k, w in found.values()} == {("expiry", 0)}


def test_a_shorter_end_goes_only_where_it_is_shorter(
    watcher: Watcher, readers: dict[str, FakeReader]
) -> None:
    readers["avalanche"].write(with_valid_until(WORD, 5))
    watcher.look(NOW)
    watcher.done()
    readers["ethereum"].write(with_valid_until(WORD, 10))
    found = followed(watcher.look(NOW))
    assert set(found) == {"polygon", "arbitrum", "optimism"}


def test_renewals_and_first_entries_do_not_spread(
    watcher: Watcher, readers: dict[str, FakeReader]
) -> None:
    readers["polygon"].write(with_valid_until(WORD, NOW + 9 * DAY))
    readers["polygon"].write(WORD + 1, "0x" + "0b" * 20)
    assert watcher.look(NOW) is None
    watcher.done()
    # Lifting a hold is a decision for each chain.
    readers["polygon"].write(HELD)
    watcher.look(NOW)
    watcher.done()
    readers["polygon"].write(WORD)
    assert watcher.look(NOW) is None


def test_a_renewal_shortens_nothing_that_ends_later_elsewhere(
    watcher: Watcher, readers: dict[str, FakeReader]
) -> None:
    readers["ethereum"].write(with_valid_until(WORD, NOW + 900 * DAY))
    assert watcher.look(NOW) is None
    watcher.done()
    readers["polygon"].write(with_valid_until(WORD, NOW + 800 * DAY))
    assert watcher.look(NOW) is None, "a later end is no tightening"


def test_another_identity_is_another_investor(
    watcher: Watcher, readers: dict[str, FakeReader]
) -> None:
    readers["ethereum"].write(InvestorRecord(8, 276, 5, (0,) * 5, 2).pack())
    assert watcher.look(NOW) is None, "a replaced identity is not a tightening"


def test_two_tightenings_add_up(watcher: Watcher, readers: dict[str, FakeReader]) -> None:
    readers["ethereum"].write(HELD)
    readers["polygon"].write(with_valid_until(WORD, 3))
    found = followed(watcher.look(NOW))
    both = with_valid_until(HELD, 3) & CONTENT_MASK
    assert found["optimism"] == ("hold", both)
    assert found["ethereum"] == ("expiry", both) and found["polygon"] == ("hold", both)


def test_what_happened_while_nobody_watched_is_carried_over(
    watcher: Watcher, readers: dict[str, FakeReader], tmp_path: Path
) -> None:
    readers["arbitrum"].write(HELD)
    later = Watcher(readers, tmp_path / "cursor", Costs())
    assert set(followed(later.look(NOW))) == set(CHAINS) - {"arbitrum"}
    # Not carried over yet: the next start finds it again.
    again = Watcher(readers, tmp_path / "cursor", Costs())
    assert set(followed(again.look(NOW))) == set(CHAINS) - {"arbitrum"}
    again.done()
    assert Watcher(readers, tmp_path / "cursor", Costs()).look(NOW) is None
    (tmp_path / "cursor").write_text("[]")
    with pytest.raises(ComplianceError, match="cursor"):
        Watcher(readers, tmp_path / "cursor", Costs())


def snapshots(**records: dict[str, int]) -> list[Snapshot]:
    return [Snapshot(name, 1, NOW, content, {}) for name, content in records.items()]


def test_equal_registers_have_no_discrepancies() -> None:
    other_attester = InvestorRecord(7, 276, NOW + DAY, (0, 3, 0, 0, 0), 0, 2).pack()
    equal = snapshots(ethereum={WALLET: WORD}, polygon={WALLET: other_attester})
    assert reconcile(equal, {7}, [], []) == []


def test_discrepancies_are_named() -> None:
    found = reconcile(
        snapshots(ethereum={WALLET: WORD}, polygon={WALLET: HELD}, optimism={}), {7}, [], []
    )
    assert [(d.kind, d.detail) for d in found] == [
        ("missing", "not on optimism"),
        ("differs", "ethereum and polygon: flag.sanctions-hold"),
    ]
    found = reconcile(snapshots(ethereum={WALLET: WORD}, polygon={}), set(), [], [])
    assert [(d.kind, d.detail) for d in found] == [("unknown", "identity on ethereum")]


def test_wallets_of_single_chains_are_not_missed_elsewhere() -> None:
    here = snapshots(ethereum={WALLET: WORD}, polygon={}, optimism={})
    assert reconcile(here, {7}, [("ethereum", WALLET)], []) == []
    both = [("ethereum", WALLET), ("polygon", WALLET)]
    assert [d.detail for d in reconcile(here, {7}, both, [])] == ["not on polygon"]


def test_quota_faults_are_discrepancies() -> None:
    quota = Quota("NOTE", "HOLDERS", 5, {"ethereum": Allotment(6, 0)})
    assert [d.kind for d in reconcile([], set(), [], [quota])] == ["quota"]


def test_the_register_is_exported_with_and_without_names() -> None:
    rows = list(register_rows(snapshots(polygon={WALLET: HELD}), {7: "buyer-1"}))
    out = io.StringIO()
    assert write_rows(rows, REGISTER_COLUMNS, out, "csv") == 1
    (row,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert row["wallet"] == WALLET and row["reference"] == "buyer-1"
    assert row["classEU"] == "professional" and row["flags"] == "sanctions-hold"
    (erased,) = register_rows(snapshots(polygon={WALLET: HELD}), {})
    assert erased["reference"] == "" and int(erased["identity"], 16) == 7


def decision(**details: object) -> RecordedCheck:
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    return RecordedCheck(UUID(int=1), UUID(int=2), "0x7", None, "kyc", "failed", details, moment)


def test_decisions_are_exported_in_both_forms() -> None:
    rows = list(decision_rows([decision(codes=[203, 217]), decision(code=40), decision()]))
    assert [row["codes"] for row in rows] == ["203 217", "40", "0"]
    out = io.StringIO()
    assert write_rows(rows, DECISION_COLUMNS, out, "json") == 3
    first = json.loads(out.getvalue().splitlines()[0])
    assert first["details"] == {"codes": [203, 217]} and set(first) == set(DECISION_COLUMNS)
    out = io.StringIO()
    write_rows(rows, DECISION_COLUMNS, out, "csv")
    (line, *_) = csv.DictReader(io.StringIO(out.getvalue()))
    assert json.loads(line["details"]) == {"codes": [203, 217]}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_cells_are_never_formulas(text: str) -> None:
    out = io.StringIO()
    write_rows([{"a": text}], ("a",), out, "csv")
    (row,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert row["a"] == f"'{text}"
