"""Terms between tokens and investors: what is attested, and what purchases have spent of it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.compliance.chain.protocol import FeeQuote, Snapshot
from quantera.compliance.costs import Costs
from quantera.compliance.desired import Desired
from quantera.compliance.difference import difference
from quantera.compliance.moments import DAY, add_months
from quantera.compliance.plan import ChainPlan, Row
from quantera.compliance.reconcile import reconcile
from quantera.compliance.rules.deal import Profile
from quantera.compliance.terms import (
    AFFILIATE,
    INSIDER,
    AssetTerms,
    headroom_of,
    jurisdiction_of,
    merged_terms,
    read_row_key,
    remember,
    row_key,
    terms_differences,
    until_of,
)
from tests.unit.compliance_offchain.people import NOW, TODAY, buyer, policy

GROUP = 7 << 8
US, UK = 0, 2
TOKEN = "0x" + "0a" * 20
OTHER = "0x" + "0b" * 20
UNTIL = NOW + 100 * DAY


def word(amount: int, until: int = UNTIL, place: int = US, flags: int = 0) -> int:
    return flags | place << 4 | amount << 32 | until << 104


def terms(months: dict[Any, int] | None = None) -> AssetTerms:
    return AssetTerms(
        "NOTE", {"polygon": TOKEN}, {"US": 12, "UK": 12} if months is None else months
    )


def attested(asset: AssetTerms, profile: Profile) -> int:
    found = asset.attested(profile, eligible=True)
    assert found is not None
    return found.word()


def test_fields_stand_where_the_contract_reads_them() -> None:
    profile = buyer("UK", headroom={"UK": (Decimal("12.345678919"), TODAY)})
    packed = attested(terms({"UK": 6}), profile)
    assert packed == word(1_234_567_891, add_months(TODAY, 6), UK)
    assert (jurisdiction_of(packed), headroom_of(packed)) == (UK, 1_234_567_891)
    assert until_of(packed) == add_months(TODAY, 6)


def test_flags_are_those_of_the_asset() -> None:
    profile = buyer("EU", affiliate_of={"NOTE"}, insider_of={"BOND"})
    assert terms().flags(profile) == AFFILIATE
    profile = buyer("EU", affiliate_of={"BOND"}, insider_of={"NOTE"})
    assert terms().flags(profile) == INSIDER


@pytest.mark.parametrize(
    ("pack", "changes", "months", "eligible"),
    [
        ("EU", {}, None, True),
        ("US", {"headroom": {}}, None, True),
        ("US", {}, {"UK": 12}, True),
        ("US", {}, None, False),
        (None, {}, None, True),
    ],
)
def test_no_headroom_where_nothing_asks_for_one(
    pack: str | None, changes: Any, months: Any, eligible: bool
) -> None:
    assert terms(months).attested(buyer(pack, **changes), eligible=eligible) is None


def test_a_us_person_abroad_has_a_us_headroom() -> None:
    packed = attested(terms(), buyer(None, us_person=True))
    assert jurisdiction_of(packed) == US and headroom_of(packed) == 10**17


def test_headroom_ends_at_its_width() -> None:
    profile = buyer("US", headroom={"US": (Decimal(10**20), TODAY)})
    assert headroom_of(attested(terms(), profile)) == 2**72 - 1


def test_months_come_from_the_rules_that_run() -> None:
    uk = policy({"UK": {"route": "UK-01", "rules": {"UK-03": {"headroomMonths": 6}}}})
    assert AssetTerms.of(uk).months == {"UK": 6}
    assert AssetTerms.of(policy({"US": {"route": "US-08"}})).months == {"US": 12}
    assert AssetTerms.of(policy({"US": {"route": "US-01"}})).months == {}


@pytest.mark.parametrize(
    ("wanted", "written", "expected"),
    [
        (word(100), [], word(100)),
        (word(100), [word(70)], word(70)),
        (word(100), [word(0)], word(0)),
        (word(60), [word(70)], word(60)),
        (word(100, UNTIL + 1), [word(70)], word(100, UNTIL + 1)),
        (word(100, UNTIL - 1), [word(70)], word(70)),
        (word(50, UNTIL - 1), [word(70)], word(70)),
        (word(100, UNTIL, UK), [word(70)], word(100, UNTIL, UK)),
        (word(100), [word(70), word(5, UNTIL, UK)], word(70)),
        (word(100, UNTIL + 1), [word(70), word(5, UNTIL, UK)], word(100, UNTIL + 1)),
        (0, [word(70)], word(70)),
        (INSIDER, [word(70, flags=AFFILIATE | GROUP)], word(70, flags=INSIDER | GROUP)),
        (word(9), [GROUP | 1 << 200], word(9) | GROUP | 1 << 200),
    ],
)
def test_what_is_spent_does_not_come_back(wanted: int, written: list[int], expected: int) -> None:
    assert merged_terms(wanted, written) == expected


@given(
    st.lists(
        st.tuples(st.sampled_from([US, UK]), st.integers(1, 4), st.integers(0, 50)), max_size=25
    )
)
def test_no_attestation_is_spent_twice(events: list[tuple[int, int, int]]) -> None:
    """Attestations of 100, told in any order with purchases between, buy 100 each at most."""
    history: list[tuple[tuple[str, int], int]] = []
    spent: dict[tuple[int, int], int] = {}
    for place, until, paid in events:
        written = remember(history).get((TOKEN, 1), ())
        now = merged_terms(word(100, until, place), written)
        assert (
            merged_terms(word(100, until, place), remember([*history, ((TOKEN, 1), now)])[TOKEN, 1])
            == now
        ), "telling it twice changes nothing"
        taken = min(paid, headroom_of(now))
        attestation = (jurisdiction_of(now), until_of(now))
        spent[attestation] = spent.get(attestation, 0) + taken
        after = word(headroom_of(now) - taken, until_of(now), jurisdiction_of(now))
        history += [((TOKEN, 1), now), ((TOKEN, 1), after)]
    assert all(total <= 100 for total in spent.values())


def test_the_current_word_is_the_last_one_written() -> None:
    key = (TOKEN, 1)
    logs = [(key, word(9)), (key, word(5, UNTIL, UK)), (key, word(4))]
    assert remember(logs) == {key: (word(5, UNTIL, UK), word(4))}


def test_row_keys_are_read_back() -> None:
    assert read_row_key(row_key((TOKEN, 5))) == (TOKEN, 5)
    with pytest.raises(ValueError):
        read_row_key(TOKEN)


def test_flags_end_only_where_the_evidence_was_found_good() -> None:
    written = {(TOKEN, 1): (AFFILIATE,), (TOKEN, 2): (AFFILIATE | GROUP,)}
    assert list(terms_differences({}, written, {2})) == [
        (row_key((TOKEN, 2)), AFFILIATE | GROUP, GROUP)
    ]


def planned(desired: Desired, snapshot: Snapshot) -> ChainPlan:
    return difference(
        desired, snapshot, FeeQuote(3, 2, 30_000_000), NOW,
        known=frozenset(), holders=set, costs=Costs(),
    )  # fmt: skip


def test_a_plan_counts_and_prices_terms_and_leaves_other_tokens_alone() -> None:
    desired = Desired(
        evidence={1: 5, 2: 5},
        assets=(terms(),),
        terms={"polygon": {(TOKEN, 1): word(100)}, "optimism": {(TOKEN, 2): AFFILIATE}},
    )
    written = {(TOKEN, 2): (INSIDER,), (OTHER, 2): (INSIDER,)}
    part = planned(desired, Snapshot("polygon", 9, NOW, {}, {1: 5, 2: 5}, written))
    assert part.rows == (
        Row("terms", row_key((TOKEN, 1)), 0, word(100)),
        Row("terms", row_key((TOKEN, 2)), INSIDER, 0),
    )
    assert part.counts() == {"terms": 2}
    assert (part.transactions, part.gas) == (2, 2 * Costs().single)
    after = {(TOKEN, 1): (word(40),), (TOKEN, 2): (0,)}
    assert planned(desired, Snapshot("polygon", 9, NOW, {}, {1: 5, 2: 5}, after)).rows == ()


def test_reconcile_names_evidence_and_flags_that_differ_but_no_headroom() -> None:
    asset = policy(tokens={"polygon": TOKEN, "optimism": OTHER})
    here = Snapshot("polygon", 1, NOW, {}, {1: 5, 2: 5}, {(TOKEN, 1): (word(9),)})
    same = Snapshot("optimism", 1, NOW, {}, {1: 5, 2: 5}, {(OTHER, 1): (word(8),)})
    assert reconcile([here, same], {1, 2}, [], [], [asset]) == []
    other = Snapshot("optimism", 1, NOW, {}, {1: 6}, {(OTHER, 1): (word(9, flags=INSIDER),)})
    found = reconcile([here, other], {1, 2}, [], [], [asset])
    assert [(d.kind, int(d.subject.split()[-1], 16)) for d in found] == [
        ("evidence", 1),
        ("evidence", 2),
        ("terms", 1),
    ]
    assert reconcile([here, other], set(), [], [], [asset]) == []
