"""Which rules run for a deal, the general rules' thresholds, and policies that make no sense."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from quantera.compliance.assets import AssetPolicy, load_policy
from quantera.compliance.catalogue import JURISDICTIONS, load_reasons
from quantera.compliance.engine import AssetRules, Judgement
from quantera.compliance.errors import PolicyError
from quantera.compliance.moments import DAY, add_months, parse_start
from quantera.compliance.rules.deal import NOTHING_KNOWN, Lot, Profile, State
from quantera.compliance.rules.general import MAX_AMOUNT
from tests.unit.compliance_offchain.people import (
    NOW,
    UNIT,
    buyer,
    holder,
    only,
    outcomes,
    policy,
    with_class,
)

RICH = State(sender_balance=10**30, sender_unfrozen=10**30)


def decide(
    terms: dict[str, Any],
    amount: int = UNIT,
    *,
    to: Profile | None = None,
    giver: Profile | None = None,
    state: State = RICH,
    now: int = NOW,
    **more: Any,
) -> Judgement:
    """A deal under general terms alone."""
    rules = AssetRules(policy(terms=terms, **more))
    return rules.judge(rules.deal(to or buyer(None), amount, now, giver, state))


def code(terms: dict[str, Any], *args: Any, **kwargs: Any) -> int:
    return decide(terms, *args, **kwargs).code


def test_without_rules_everything_known_passes() -> None:
    assert decide({}, giver=holder()).findings == ()
    assert decide({}).findings == ()


def test_balances_that_are_not_known_are_left_to_the_chain() -> None:
    found = outcomes(decide({}, giver=holder(), state=NOTHING_KNOWN))
    assert found == {"InsufficientBalance": "unknown", "InsufficientUnfrozen": "unknown"}


@pytest.mark.parametrize(("over", "refused"), [(-1, 0), (0, 0), (1, 7)])
def test_largest_amount(over: int, refused: int) -> None:
    assert code({}, MAX_AMOUNT + over) == refused


@pytest.mark.parametrize(("amount", "refused"), [(9, 0), (10, 0), (11, 8)])
def test_balance(amount: int, refused: int) -> None:
    state = State(sender_balance=10, sender_unfrozen=10**9)
    assert code({}, amount, giver=holder(), state=state) == refused


@pytest.mark.parametrize(("amount", "refused"), [(9, 0), (10, 0), (11, 9)])
def test_unfrozen_balance(amount: int, refused: int) -> None:
    state = State(sender_balance=100, sender_unfrozen=10)
    assert code({}, amount, giver=holder(), state=state) == refused


@pytest.mark.parametrize(
    ("amount", "refused"), [(UNIT - 1, 11), (UNIT, 0), (UNIT + 1, 11), (2 * UNIT, 0)]
)
def test_whole_units(amount: int, refused: int) -> None:
    assert code({"fractionalAllowed": False}, amount) == refused


@pytest.mark.parametrize(("amount", "refused"), [(9, 12), (10, 0), (11, 0)])
def test_minimum_investment_in_a_primary_sale(amount: int, refused: int) -> None:
    assert code({"minimumInvestment": 10}, amount, state=State(balance=50)) == refused


@pytest.mark.parametrize(
    ("held", "given", "amount", "refused"),
    [(0, 100, 9, 12), (0, 100, 10, 0), (1, 100, 9, 0), (0, 9, 9, 0)],
)
def test_minimum_investment_in_a_transfer(held: int, given: int, amount: int, refused: int) -> None:
    state = State(balance=held, sender_balance=given, sender_unfrozen=given)
    assert code({"minimumInvestment": 10}, amount, giver=holder(), state=state) == refused


@pytest.mark.parametrize(("shift", "refused"), [(-1, 0), (0, 14), (1, 14)])
def test_verification_ends_at_its_second(shift: int, refused: int) -> None:
    who = buyer(None, valid_until=NOW)
    assert code({}, to=who, now=NOW + shift) == refused


@pytest.mark.parametrize(("shift", "refused"), [(-1, 0), (0, 15)])
def test_senders_are_verified_only_on_demand(shift: int, refused: int) -> None:
    giver = holder(valid_until=NOW)
    assert code({"verifySender": True}, giver=giver, now=NOW + shift) == refused
    assert code({}, giver=giver, now=NOW + shift) == 0, "an expired class never stops a seller"


def test_sanctions_holds_stop_both_sides() -> None:
    assert code({}, to=buyer(None, sanctions_hold=True)) == 17
    assert code({}, giver=holder(sanctions_hold=True)) == 16
    both = decide({}, to=buyer(None, sanctions_hold=True), giver=holder(sanctions_hold=True))
    assert both.code == 16 and len(both.findings) == 2


def test_countries() -> None:
    assert code({"countriesAllowed": ["DE", "FR"]}, to=buyer("EU")) == 0
    assert code({"countriesAllowed": ["DE", "FR"]}, to=buyer("UK")) == 19
    assert code({"countriesAllowed": []}, to=buyer("EU")) == 19
    assert code({"countriesRestricted": ["GB"]}, to=buyer("UK")) == 20
    assert code({"countriesRestricted": ["GB"]}, to=buyer("EU")) == 0


@pytest.mark.parametrize(
    ("approved", "outcome"), [(True, None), (False, "refused"), (None, "unknown")]
)
def test_pre_approval(approved: bool | None, outcome: str | None) -> None:
    state = State(sender_balance=10**30, sender_unfrozen=10**30, approved=approved)
    found = outcomes(decide({"preApproval": True}, giver=holder(), state=state))
    assert found.get("PreApprovalRequired") == outcome
    assert code({"preApproval": True}) == 0, "a mint needs none"


@pytest.mark.parametrize(("amount", "given", "refused"), [(9, 100, 22), (10, 100, 0), (9, 9, 0)])
def test_minimum_ticket(amount: int, given: int, refused: int) -> None:
    state = State(sender_balance=given, sender_unfrozen=given)
    assert code({"minimumTicket": 10}, amount, giver=holder(), state=state) == refused


@pytest.mark.parametrize(("amount", "refused"), [(9, 22), (10, 0)])
def test_minimum_ticket_of_a_mint(amount: int, refused: int) -> None:
    assert code({"minimumTicket": 10}, amount) == refused


@pytest.mark.parametrize(("amount", "refused"), [(9, 0), (10, 0), (11, 23)])
def test_supply_cap(amount: int, refused: int) -> None:
    assert code({"supplyCap": 100}, amount, state=State(total_supply=90)) == refused
    assert outcomes(decide({"supplyCap": 100})) == {"SupplyCapExceeded": "unknown"}


@pytest.mark.parametrize(("amount", "refused"), [(9, 0), (10, 0), (11, 24)])
def test_max_balance(amount: int, refused: int) -> None:
    assert code({"maxBalance": 100}, amount, state=State(balance=90)) == refused
    assert code({"maxBalance": 100}, amount, to=buyer(None, custodian=True)) == 0
    assert code({"maxBalance": 0}, 1, state=State(balance=0)) == 24
    assert code({"maxBalance": 100}, 101) == 24, "more than the maximum never fits"


@pytest.mark.parametrize(
    ("held", "given", "amount", "refused"),
    [
        (0, 100, 9, 25),
        (0, 100, 10, 0),
        (1, 100, 9, 0),
        (50, 100, 91, 25),
        (50, 100, 90, 0),
        (50, 100, 100, 0),
    ],
)
def test_min_balance(held: int, given: int, amount: int, refused: int) -> None:
    state = State(balance=held, sender_balance=given, sender_unfrozen=given)
    assert code({"minBalance": 10}, amount, giver=holder(), state=state) == refused


@pytest.mark.parametrize(("amount", "refused"), [(99, 0), (100, 0), (101, 26)])
def test_max_share_of_a_transfer(amount: int, refused: int) -> None:
    state = State(balance=0, sender_balance=10**6, sender_unfrozen=10**6, total_supply=1000)
    assert code({"maxSharePips": 100_000}, amount, giver=holder(), state=state) == refused


def test_max_share_of_a_mint_counts_what_is_minted() -> None:
    state = State(balance=0, total_supply=900)
    assert code({"maxSharePips": 100_000}, 100, state=state) == 0
    assert code({"maxSharePips": 100_000}, 101, state=state) == 26


@pytest.mark.parametrize(
    ("count", "leaves", "refused"), [(9, False, 0), (10, False, 27), (10, True, 0), (11, True, 27)]
)
def test_holder_cap(count: int, leaves: bool, refused: int) -> None:
    given = 10 if leaves else 11
    state = State(balance=0, holders=count, sender_balance=given, sender_unfrozen=given)
    assert code({"holderCap": 10}, 10, giver=holder(), state=state) == refused
    joined = State(balance=1, holders=count, sender_balance=given, sender_unfrozen=given)
    assert code({"holderCap": 10}, 10, giver=holder(), state=joined) == 0
    assert code({"holderCap": 0}, 10, state=State(balance=0, holders=0)) == 27


def test_country_cap_makes_room_for_a_compatriot_only() -> None:
    terms = {"countryCaps": {"DE": 5}}
    state = State(balance=0, holders_in={276: 5}, sender_balance=10, sender_unfrozen=10)
    assert code(terms, 10, to=buyer("EU"), giver=holder("EU"), state=state) == 0
    assert code(terms, 10, to=buyer("EU"), giver=holder("UK"), state=state) == 28
    assert code(terms, 9, to=buyer("EU"), giver=holder("EU"), state=state) == 28
    assert code(terms, 10, to=buyer("UK"), giver=holder("EU"), state=state) == 0


def test_class_cap() -> None:
    terms = {"classCaps": [{"jurisdiction": "US", "category": "accredited", "cap": 5}]}
    who = buyer(None, classes=with_class(0, 2))
    full = State(balance=0, holders_of={(0, 2): 5})
    assert code(terms, to=who, state=full) == 29
    assert code(terms, to=who, state=State(balance=0, holders_of={(0, 2): 4})) == 0
    assert code(terms, to=buyer(None), state=full) == 0
    assert outcomes(decide(terms, to=who)) == {"ClassHolderCapReached": "unknown"}


HOURS = {"weekdays": [0, 1, 2, 3, 4], "opensAt": 9 * 3600, "closesAt": 17 * 3600, "utcOffset": 3600}


@pytest.mark.parametrize(
    ("moment", "refused"),
    [
        ("2026-11-23T07:59:59Z", 30),
        ("2026-11-23T08:00:00Z", 0),
        ("2026-11-23T15:59:59Z", 0),
        ("2026-11-23T16:00:00Z", 30),
        ("2026-11-22T12:00:00Z", 30),
        ("2026-11-27T12:00:00Z", 0),
        ("2026-11-28T12:00:00Z", 30),
    ],
)
def test_dealing_hours(moment: str, refused: int) -> None:
    now = parse_start(moment)
    assert code({"hours": HOURS}, giver=holder(), now=now) == refused
    assert code({"hours": HOURS}, now=now) == 0, "a mint has no hours"


@pytest.mark.parametrize(("shift", "refused"), [(-1, 0), (0, 30), (9, 30), (10, 0)])
def test_closed_period(shift: int, refused: int) -> None:
    hours = {"closedFrom": "2026-12-01", "closedUntil": "2026-12-01T00:00:10Z"}
    now = parse_start("2026-12-01") + shift
    assert code({"hours": hours}, giver=holder(), now=now) == refused


@pytest.mark.parametrize(("amount", "refused"), [(59, 0), (60, 0), (61, 31)])
def test_window_volume(amount: int, refused: int) -> None:
    terms = {"windowVolume": 100, "windowSeconds": DAY}
    state = State(sender_balance=10**6, sender_unfrozen=10**6, window_volume=40)
    assert code(terms, amount, giver=holder(), state=state) == refused
    assert code(terms, amount, giver=holder(custodian=True), state=state) == 0
    assert code(terms, 101, giver=holder()) == 31, "more than the window's volume never fits"


@pytest.mark.parametrize(("shift", "refused"), [(-1, 32), (0, 0)])
def test_lock_up(shift: int, refused: int) -> None:
    acquired = parse_start("2026-05-31")
    now = add_months(acquired, 6) + shift
    state = State(
        sender_balance=10**30, sender_unfrozen=10**30, lots=(Lot(UNIT, acquired, "issuer", "none"),)
    )
    assert code({"lockUpMonths": 6}, giver=holder(), state=state, now=now) == refused


def test_moves_within_one_identity_are_asked_little() -> None:
    terms = {
        "preApproval": True,
        "maxBalance": 1,
        "holderCap": 0,
        "windowVolume": 1,
        "countriesRestricted": ["GB"],
        "hours": HOURS,
    }
    weekday = parse_start("2026-11-23T10:00:00Z")
    state = State(balance=0, holders=9, sender_balance=UNIT, sender_unfrozen=UNIT, approved=False)
    me = buyer("EU", identity=1, valid_until=weekday + 1)
    packs = {"EU": {"route": "EU-03"}}
    assert code(terms, to=me, giver=holder("EU"), state=state, now=weekday, packs=packs) == 0
    assert code(terms, to=me, giver=holder("EU"), state=state, now=weekday + 1, packs=packs) == 14
    sunday = parse_start("2026-11-22T10:00:00Z")
    assert code(terms, to=me, giver=holder("EU"), state=state, now=sunday, packs=packs) == 30
    british = buyer("UK", identity=1, valid_until=weekday + 1)
    assert code(terms, to=british, giver=holder("UK"), state=state, now=weekday, packs=packs) == 20


def test_the_pack_of_the_residence_runs_and_the_us_pack_for_us_persons() -> None:
    packs = {**only("EU-01"), **only("US-07", {"mode": "3c7"}), **only("UK-06")}
    plain = (1, 1, 1, 1, 1)

    def names(who: Profile) -> set[str]:
        rules = AssetRules(policy(packs))
        deal = rules.deal(who, UNIT, NOW, holder(), RICH)
        return {f.reason.name for f in rules.judge(deal).findings if f.outcome == "refused"}

    assert names(buyer("EU", classes=plain)) == {"EuCategoryNotAllowed"}
    assert names(buyer("UK", classes=plain)) == {"UkNonMassMarket"}
    assert names(buyer("US", classes=plain)) == {"UsNotQualifiedPurchaser"}
    assert names(buyer("EU", classes=plain, us_person=True)) == {
        "EuCategoryNotAllowed",
        "UsNotQualifiedPurchaser",
    }
    assert names(buyer("JP", classes=plain)) == set()
    assert names(buyer(None, classes=plain)) == set()


def test_a_primary_sale_needs_a_named_route() -> None:
    packs: dict[str, Any] = {"EU": {"rules": {}}}
    rules = AssetRules(policy(packs))
    found = rules.judge(rules.deal(buyer("EU"), UNIT, NOW))
    assert found.code == 38
    transfer = rules.judge(rules.deal(buyer("EU"), UNIT, NOW, holder(), RICH))
    assert "NoOfferRoute" not in outcomes(transfer)
    assert rules.judge(rules.deal(buyer("UK"), UNIT, NOW)).allowed
    american = AssetRules(policy({"US": {"rules": {}}}))
    assert american.judge(american.deal(buyer("EU", us_person=True), UNIT, NOW)).code == 38


def test_of_alternative_routes_only_the_named_one_runs() -> None:
    for route, expected in (("EU-02", 0), ("EU-03", 74)):
        packs = {"EU": {"route": route, "rules": dict.fromkeys(("EU-01", "EU-06", "EU-08"), False)}}
        rules = AssetRules(policy(packs))
        assert rules.judge(rules.deal(buyer("EU"), UNIT, NOW)).code == expected


def test_findings_come_by_code_and_once() -> None:
    packs = {"UK": {"route": "UK-01"}}
    rules = AssetRules(policy(packs, terms={"minimumInvestment": 10 * UNIT}))
    judgement = rules.judge(rules.deal(buyer("UK", classes=(0,) * 5), UNIT, NOW))
    codes = [f.reason.code for f in judgement.findings]
    assert codes == sorted(codes) and len(set(codes)) == len(codes)
    assert judgement.code == 12 == codes[0]


@given(
    pack=st.sampled_from([None, *JURISDICTIONS]),
    amount=st.integers(1, 2**130),
    classes=st.tuples(*[st.integers(0, 15)] * 5),
    us_person=st.booleans(),
    primary=st.booleans(),
    until=st.integers(0, 2**40 - 1),
)
def test_judging_never_fails_and_gives_known_codes(
    *, pack: Any, amount: int, classes: Any, us_person: bool, primary: bool, until: int
) -> None:
    packs = {
        "US": {"route": "US-01"},
        "EU": {"route": "EU-02"},
        "UK": {"route": "UK-01"},
        "SG": {"route": "SG-04"},
        "JP": {"route": "JP-01"},
    }
    rules = AssetRules(policy(packs))
    who = buyer(pack, classes=classes, us_person=us_person, valid_until=until)
    judgement = rules.judge(rules.deal(who, amount, NOW, None if primary else holder()))
    refused = [f.reason.code for f in judgement.findings if f.outcome == "refused"]
    assert judgement.code == (min(refused) if refused else 0)
    assert judgement.allowed == (not refused)
    if until <= NOW:
        assert 14 in refused
    for finding in judgement.findings:
        assert load_reasons().by_code(finding.reason.code) is finding.reason


@pytest.mark.parametrize(
    "packs",
    [
        {"US": {"rules": {"US-99": True}}},
        {"US": {"rules": {"EU-01": True}}},
        {"US": {"route": "US-02"}},
        {"US": {"route": "EU-02"}},
        {"US": {"rules": {"US-06": {"maxHolder": 5}}}},
        {"US": {"rules": {"US-06": {"maxHolders": "5"}}}},
        {"US": {"rules": {"US-06": {"maxHolders": -5}}}},
        {"US": {"rules": {"US-06": {"refuse": "yes"}}}},
        {"US": {"rules": {"US-07": {"mode": "3c2"}}}},
        {"US": {"rules": {"US-03": {"exits": ["teleport"]}}}},
        {"EU": {"rules": {"EU-01": {"allowed": ["billionaire"]}}}},
        {"EU": {"rules": {"EU-01": {"allowed": "retail"}}}},
        {"EU": {"rules": {"EU-07": {"retailStates": ["XX"]}}}},
        {"EU": {"rules": {"EU-06": {"documentHash": "0x12"}}}},
        {"EU": {"rules": {"EU-09": {"closedUntil": "soon"}}}},
        {"XX": {}},
    ],
)
def test_policies_that_name_what_is_not_there_are_refused(packs: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        policy(packs)


@pytest.mark.parametrize(
    "terms",
    [
        {"maxBalance": 2**120},
        {"maxBalance": -1},
        {"maxSharePips": 1_000_001},
        {"countriesAllowed": ["XX"]},
        {"classCaps": [{"jurisdiction": "US", "category": "qii", "cap": 1}]},
        {"hours": {"weekdays": [7]}},
        {"surprise": 1},
    ],
)
def test_terms_out_of_range_are_refused(terms: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        policy(terms=terms)


def test_policies_are_read_from_yaml(tmp_path: Path) -> None:
    file = tmp_path / "note.yaml"
    file.write_text(
        "id: 00000000-0000-0000-0000-000000000007\nname: Note\nsymbol: NOTE\nassetType: debt\n"
        "decimals: 6\nprices: {EUR: 1000}\npacks: {EU: {route: EU-02}}\n"
    )
    read = load_policy(file)
    assert isinstance(read, AssetPolicy) and read.prices == {"EUR": Decimal(1000)}
    with pytest.raises(PolicyError, match="cannot be read"):
        load_policy(tmp_path / "absent.yaml")
    file.write_text("id: [")
    with pytest.raises(PolicyError, match="not an asset policy"):
        load_policy(file)
