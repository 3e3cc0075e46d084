"""The difference to one registry, what it costs, and plans that survive being written down."""

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.compliance.chain.protocol import FeeQuote, Snapshot
from quantera.compliance.costs import Costs, estimate
from quantera.compliance.desired import Desired
from quantera.compliance.difference import difference
from quantera.compliance.errors import ComplianceError
from quantera.compliance.moments import DAY
from quantera.compliance.plan import ROW_KINDS, ChainPlan, Plan, Row, by_agent
from quantera.compliance.plan_file import read_plan, write_plan
from quantera.compliance.quotas import QuotaMove
from quantera.compliance.record import (
    CONTENT_MASK,
    FLAG_SANCTIONS_HOLD,
    InvestorRecord,
    valid_until_of,
    with_flags,
    with_valid_until,
)
from quantera.compliance.sources.rows import RowFault
from tests.unit.compliance_offchain.people import NOW

FEES = FeeQuote(gas_price=3, data_price=2, block_gas_limit=30_000_000)
UNTIL = NOW + 100 * DAY
IDENTITY = 77
WALLET = "0x" + "0a" * 20


def word(**changes: Any) -> int:
    fields = {
        "identity": IDENTITY,
        "residence": 276,
        "valid_until": UNTIL,
        "classes": (0, 3, 0, 0, 0),
        "flags": 0,
        "attester": 1,
        **changes,
    }
    return InvestorRecord(**fields).pack()


def plan(
    wanted: dict[str, tuple[int, Any]] | None = None,
    records: dict[str, int] | None = None,
    *,
    evidence: tuple[dict[int, int], dict[int, int]] = ({}, {}),
    holding: frozenset[str] = frozenset(),
    known: frozenset[int] = frozenset({IDENTITY}),
    **more: Any,
) -> ChainPlan:
    desired = Desired(everywhere=dict(wanted or {}), evidence=evidence[0])
    snapshot = Snapshot("polygon", 9, NOW, records or {}, evidence[1])
    return difference(
        desired,
        snapshot,
        FEES,
        NOW,
        known=known,
        holders=lambda wallets: set(wallets) & holding,
        costs=Costs(),
        **more,
    )


def the_row(part: ChainPlan) -> Row:
    (row,) = part.rows
    return row


def test_what_is_equal_is_left_alone() -> None:
    assert plan({WALLET: (word(attester=0), "eligible")}, {WALLET: word(attester=9)}).rows == ()
    assert plan().rows == ()


def test_a_new_wallet_is_added_only_when_eligible() -> None:
    assert the_row(plan({WALLET: (word(), "eligible")})) == Row("add", WALLET, 0, word())
    for standing in ("held", "lapsed", "undecided"):
        assert plan({WALLET: (word(), standing)}).rows == ()


@pytest.mark.parametrize(
    ("new", "kind"),
    [
        (word(valid_until=UNTIL + 1), "renewal"),
        (word(valid_until=UNTIL - 1), "expiry"),
        (word(residence=826), "change"),
        (word(residence=826, valid_until=UNTIL + 1), "change"),
        (word(classes=(0, 4, 0, 0, 0)), "change"),
        (word(flags=FLAG_SANCTIONS_HOLD), "hold"),
        (word(flags=1), "change"),
    ],
)
def test_kinds_of_changes(new: int, kind: str) -> None:
    row = the_row(plan({WALLET: (new, "eligible")}, {WALLET: word()}))
    assert (row.kind, row.old, row.new) == (kind, word(), new & CONTENT_MASK)


def test_held_wallets_keep_everything_but_get_the_hold() -> None:
    row = the_row(plan({WALLET: (word(valid_until=0, flags=2), "held")}, {WALLET: word()}))
    assert (row.kind, row.new) == ("hold", with_flags(word(), FLAG_SANCTIONS_HOLD) & CONTENT_MASK)
    held = with_flags(word(), FLAG_SANCTIONS_HOLD)
    assert plan({WALLET: (word(flags=2), "held")}, {WALLET: held}).rows == ()


def test_lapsed_wallets_end_now_and_once() -> None:
    row = the_row(plan({WALLET: (word(), "lapsed")}, {WALLET: word()}))
    assert (row.kind, valid_until_of(row.new)) == ("expiry", NOW)
    for until in (NOW, NOW - 1, 0):
        ended = {WALLET: word(valid_until=until)}
        assert plan({WALLET: (word(), "lapsed")}, ended).rows == ()


def test_undecided_wallets_are_left_as_they_are() -> None:
    assert plan({WALLET: (word(valid_until=0), "undecided")}, {WALLET: word()}).rows == ()


def test_holds_are_lifted_only_on_demand() -> None:
    held = with_flags(word(), FLAG_SANCTIONS_HOLD)
    assert plan({WALLET: (word(), "eligible")}, {WALLET: held}).rows == ()
    row = the_row(plan({WALLET: (word(), "eligible")}, {WALLET: held}, release=True))
    assert row.kind == "release" and row.new == word() & CONTENT_MASK and by_agent(row)
    renewed = word(valid_until=UNTIL + 5)
    row = the_row(plan({WALLET: (renewed, "eligible")}, {WALLET: held}))
    assert row.kind == "renewal"
    assert row.new == with_flags(renewed, FLAG_SANCTIONS_HOLD) & CONTENT_MASK


def test_wallets_that_left_the_source() -> None:
    assert the_row(plan({}, {WALLET: word()})).kind == "removal"
    kept = plan({}, {WALLET: word()}, holding=frozenset({WALLET}))
    assert (the_row(kept).kind, valid_until_of(the_row(kept).new)) == ("expiry", NOW)
    ended = {WALLET: word(valid_until=NOW)}
    assert plan({}, ended, holding=frozenset({WALLET})).rows == ()


def test_identities_that_others_gave_out_are_left_alone() -> None:
    part = plan({}, {WALLET: word(identity=5)})
    assert part.rows == () and part.foreign == 1
    taken = plan({WALLET: (word(), "eligible")}, {WALLET: word(identity=5)})
    assert taken.rows == () and taken.conflicts[0].subject == WALLET


@pytest.mark.parametrize(
    ("until", "lapsing"),
    [(NOW - 1, False), (NOW, True), (NOW + 9, True), (NOW + 10, False)],
)
def test_ends_within_the_horizon_are_announced(until: int, lapsing: bool) -> None:
    record = word(valid_until=until)
    part = plan({WALLET: (record, "eligible")}, {WALLET: record}, horizon=10)
    assert bool(part.lapsing) is lapsing


def test_evidence_is_written_when_it_differs() -> None:
    part = plan(evidence=({1: 5, 2: 6, 3: 7}, {1: 5, 2: 9}))
    assert [(r.kind, int(r.key, 16), r.old, r.new) for r in part.rows] == [
        ("evidence", 2, 9, 6),
        ("evidence", 3, 0, 7),
    ]


def test_wallets_named_for_a_chain_win_there_and_stay_away_elsewhere() -> None:
    other = "0x" + "0b" * 20
    desired = Desired(
        everywhere={WALLET: (word(), "eligible")},
        only={"polygon": {other: (word(), "eligible")}},
    )
    assert {w for w, _ in desired.on("polygon")} == {WALLET, other}
    assert {w for w, _ in desired.on("optimism")} == {WALLET}


def test_what_protects_goes_first() -> None:
    wallets = [f"0x{n:040x}" for n in range(1, 6)]
    wanted = {
        wallets[0]: (word(), "eligible"),
        wallets[1]: (word(valid_until=UNTIL + 1), "eligible"),
        wallets[2]: (word(), "lapsed"),
        wallets[3]: (word(), "held"),
        wallets[4]: (word(residence=826), "eligible"),
    }
    part = plan(wanted, {w: word() for w in wallets[1:]})
    assert [row.kind for row in part.rows] == ["hold", "expiry", "change", "renewal", "add"]
    assert set(part.counts()) <= set(ROW_KINDS)


words = st.builds(
    word,
    valid_until=st.integers(0, 2 * NOW),
    residence=st.sampled_from([276, 826]),
    flags=st.integers(0, 31),
    attester=st.integers(0, 3),
)
standings = st.sampled_from(["eligible", "held", "lapsed", "undecided"])


@given(
    st.dictionaries(st.integers(1, 9), st.tuples(words, standings), max_size=6),
    st.dictionaries(st.integers(1, 9), words, max_size=6),
    st.booleans(),
)
def test_an_applied_plan_leaves_nothing_to_do(
    wanted: dict[int, Any], records: dict[int, int], release: bool
) -> None:
    target = {f"0x{n:040x}": value for n, value in wanted.items()}
    before = {f"0x{n:040x}": value for n, value in records.items()}
    first = plan(target, before, release=release)
    after = dict(before)
    for row in first.rows:
        if row.kind == "removal":
            del after[row.key]
        else:
            after[row.key] = row.new
    assert plan(target, after, release=release).rows == ()
    for wallet, record in after.items():
        standing = target.get(wallet, (0, "gone"))[1]
        if standing == "held":
            assert with_flags(record, FLAG_SANCTIONS_HOLD) == record
        if standing == "lapsed":
            assert valid_until_of(record) <= NOW
        if not release and wallet in before:
            assert record & before[wallet] & (2 << 236) == before[wallet] & (2 << 236)


def test_costs_add_up() -> None:
    costs = Costs(base=100, row=10, single=50, row_bytes=4, limit=1_000, share=100)
    assert costs.rows_per_batch(500) == 40 and costs.rows_per_batch(10**9) == 90
    rows = [Row("add", f"0x{n:040x}", 0, 1) for n in range(95)]
    rows += [Row("removal", WALLET, word(), 0)] * 3
    gas, fee, transactions = estimate(rows, FeeQuote(2, 3, 10**6), costs)
    assert gas == 2 * 100 + 95 * 10 + 3 * 50
    assert fee == gas * 2 + 98 * 4 * 3 and transactions == 5
    assert estimate([], FEES, costs) == (0, 0, 0)
    with pytest.raises(ComplianceError, match="no batch"):
        costs.rows_per_batch(109)


def test_no_transaction_passes_the_limit_of_one() -> None:
    costs = Costs()
    for block in (10_000_000, 30_000_000, 2**40):
        size = costs.rows_per_batch(block)
        assert costs.base + size * costs.row <= min(costs.limit, block // 2)


def whole(rows: tuple[Row, ...] = (Row("add", WALLET, 0, word()),)) -> Plan:
    part = ChainPlan(
        "polygon", 9, rows, ((WALLET, NOW),), (), foreign=2, gas=5, fee=6, transactions=1
    )
    return Plan(
        NOW,
        (part,),
        (QuotaMove("NOTE", "SUPPLY", "polygon", "optimism", 5),),
        (),
        (RowFault(3, "name", "MissingField", "missing"),),
        {"eligible": 1},
    )


def test_a_plan_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "plan"
    with file.open("w") as out:
        write_plan(whole(), out)
    assert read_plan(file) == whole()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"add"', '"hold"'),
        (WALLET, "0x" + "0c" * 20),
        (f"{word():x}", f"{word() + 1:x}"),
        ("polygon", "optimism"),
    ],
)
def test_a_plan_changed_after_it_was_reviewed_is_refused(
    tmp_path: Path, old: str, new: str
) -> None:
    out = io.StringIO()
    write_plan(whole(), out)
    head, rest = out.getvalue().split("\n", 1)
    file = tmp_path / "plan"
    file.write_text(f"{head}\n{rest.replace(old, new)}")
    with pytest.raises(ComplianceError):
        read_plan(file)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format":"other"}', "\x00"])
def test_other_files_are_no_plans(tmp_path: Path, text: str) -> None:
    (tmp_path / "plan").write_text(text)
    with pytest.raises(ComplianceError):
        read_plan(tmp_path / "plan")
    with pytest.raises(ComplianceError, match="not a plan"):
        read_plan(tmp_path / "absent")


def test_an_empty_plan_says_so() -> None:
    assert not whole().empty
    assert Plan(NOW, (plan(),), (), (), (), {}).empty
    assert with_valid_until(word(), 0) != word()
