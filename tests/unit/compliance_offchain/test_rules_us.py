"""US-01 to US-08: the day before, of and after each date, a unit around each threshold."""

from decimal import Decimal
from typing import Any

import pytest

from quantera.compliance.moments import DAY, add_months, parse_start
from quantera.compliance.rules.deal import US, Lot, Profile, State
from quantera.compliance.terms import AssetTerms
from tests.unit.compliance_offchain.people import (
    NOW,
    TODAY,
    UNIT,
    buyer,
    holder,
    judge,
    only,
    outcomes,
    policy,
    with_class,
)

ACQUIRED = parse_start("2026-01-31")


def us(**changes: object) -> Profile:
    return buyer("US", **changes)


def lots(exemption: str, at: int = ACQUIRED, amount: int = UNIT) -> State:
    return State(lots=(Lot(amount, at, "issuer", exemption),))


@pytest.mark.parametrize(
    ("code", "refused"), [(0, True), (1, True), (2, False), (3, False), (5, False)]
)
def test_506c_takes_accredited_investors_only(code: int, refused: bool) -> None:
    found = outcomes(judge(only("US-01"), us(classes=with_class(US, code))))
    assert ("UsNotAccredited" in found) is refused


@pytest.mark.parametrize(("count", "refused"), [(33, False), (34, False), (35, True), (36, True)])
def test_506b_takes_35_others(count: int, refused: bool) -> None:
    packs = only("US-01", {"mode": "506b"})
    state = State(counts={("US-01", "non-accredited"): count})
    plain = us(classes=with_class(US, 1))
    assert ("UsNonAccreditedCap" in outcomes(judge(packs, plain, state=state))) is refused
    assert judge(packs, us(), state=state).allowed
    again = State(
        counts={("US-01", "non-accredited"): count},
        counted=frozenset({("US-01", "non-accredited")}),
    )
    assert judge(packs, plain, state=again).allowed
    assert outcomes(judge(packs, plain)) == {"UsNonAccreditedCap": "unknown"}


@pytest.mark.parametrize(("age", "refused"), [(89, False), (90, True), (91, True)])
def test_verification_counts_90_days(age: int, refused: bool) -> None:
    verified = (TODAY - age * DAY, None, None, None, None)
    found = outcomes(judge(only("US-01"), us(class_verified_at=verified), now=TODAY))
    assert ("UsVerificationTooOld" in found) is refused


def test_verification_without_a_date_is_too_old() -> None:
    found = outcomes(judge(only("US-01"), us(class_verified_at=(None,) * 5)))
    assert found == {"UsVerificationTooOld": "refused"}


@pytest.mark.parametrize(("shift", "refused"), [(-1, False), (0, True), (1, True)])
def test_a_written_representation_counts_five_years(shift: int, refused: bool) -> None:
    verified = parse_start("2021-02-28")
    now = add_months(verified, 60) + shift * DAY
    who = us(
        class_verified_at=(verified, None, None, None, None),
        written_representation=True,
        valid_until=now + DAY,
    )
    assert ("UsVerificationTooOld" in outcomes(judge(only("US-01"), who, now=now))) is refused


@pytest.mark.parametrize("months", [6, 12])
@pytest.mark.parametrize(("shift", "refused"), [(-DAY, True), (-1, True), (0, False), (DAY, False)])
@pytest.mark.parametrize("exemption", ["506b", "506c", "144A"])
def test_restricted_securities(months: int, shift: int, refused: bool, exemption: str) -> None:
    packs = only("US-02", {"reportingIssuer": months == 6, "currentInformation": True})
    now = add_months(ACQUIRED, months) + shift
    found = outcomes(judge(packs, us(), sender=holder(), state=lots(exemption), now=now))
    assert ("UsRestrictedPeriod" in found) is refused


def test_unrestricted_lots_move_and_only_they() -> None:
    state = State(
        lots=(Lot(5, ACQUIRED, "issuer", "506c"), Lot(3, ACQUIRED, "other", "none")),
        sender_balance=8,
    )
    now = ACQUIRED + DAY
    packs = only("US-02")
    assert judge(packs, us(), 3, holder(), state, now).allowed
    assert outcomes(judge(packs, us(), 4, holder(), state, now))["UsRestrictedPeriod"] == "refused"


@pytest.mark.parametrize(
    ("shift_months", "shift_days", "refused"),
    [(6, -1, False), (6, 0, True), (12, -1, True), (12, 0, False)],
)
def test_current_information_between_month_6_and_12(
    shift_months: int, shift_days: int, refused: bool
) -> None:
    packs = only("US-02", {"reportingIssuer": True})
    now = add_months(ACQUIRED, shift_months) + shift_days * DAY
    found = outcomes(judge(packs, us(), sender=holder(), state=lots("506c"), now=now))
    assert ("UsCurrentInformationMissing" in found) is refused
    packs = only("US-02", {"reportingIssuer": True, "currentInformation": True})
    found = outcomes(judge(packs, us(), sender=holder(), state=lots("506c"), now=now))
    assert "UsCurrentInformationMissing" not in found


def test_a_shell_stays_blocked() -> None:
    packs = only("US-02", {"shell": True})
    now = add_months(ACQUIRED, 120)
    late = us(valid_until=now + 1)
    found = outcomes(
        judge(packs, late, sender=holder(valid_until=now + 1), state=lots("506c"), now=now)
    )
    assert found == {"UsShellIssuer": "refused"}


EXIT_NOW = ACQUIRED + 30 * DAY


def exits(*names: str, **parameters: object) -> dict[str, object]:
    return only("US-03", {"exits": list(names), **parameters}, **{"US-02": True})


@pytest.mark.parametrize(
    ("names", "recipient", "approved", "code"),
    [
        (("qib",), us(classes=with_class(US, 3)), None, 0),
        (("qib",), us(classes=with_class(US, 5)), None, 0),
        (("qib",), us(classes=with_class(US, 2)), None, 46),
        (("qib",), us(classes=with_class(US, 4)), None, 46),
        (("offshore",), buyer("EU"), None, 0),
        (("offshore",), us(), None, 46),
        (("offshore",), buyer("EU", us_person=True), None, 46),
        (("approval",), us(), True, 0),
        (("approval",), us(), False, 46),
        (("qib", "approval"), us(classes=with_class(US, 2)), True, 0),
    ],
)
def test_exits(
    names: tuple[str, ...], recipient: Profile, approved: bool | None, code: int
) -> None:
    state = State(lots=(Lot(UNIT, ACQUIRED, "issuer", "506c"),), approved=approved)
    assert judge(exits(*names), recipient, sender=holder(), state=state, now=EXIT_NOW).code == code


@pytest.mark.parametrize(("age", "code"), [(89, 47), (90, 0), (91, 0)])
def test_the_class_must_be_90_days_old_for_4a7(age: int, code: int) -> None:
    since = EXIT_NOW - age * DAY
    packs = exits("4a7", outstandingSince="2026-03-02T00:00:00Z")
    now = parse_start("2026-03-02") + age * DAY
    state = State(lots=(Lot(UNIT, now - DAY, "issuer", "506c"),))
    assert since < EXIT_NOW
    assert judge(packs, us(), sender=holder(), state=state, now=now).code == code


def test_an_approval_that_is_not_known_here_is_left_to_the_chain() -> None:
    found = outcomes(
        judge(exits("approval"), us(), sender=holder(), state=lots("506c"), now=EXIT_NOW)
    )
    assert found == {"UsNoExitFits": "unknown"}


@pytest.mark.parametrize(("kind", "share"), [("equity", 100), ("debt", 10)])
@pytest.mark.parametrize(("over", "refused"), [(-1, False), (0, False), (1, True)])
def test_affiliates_sell_a_share_of_the_class(
    kind: str, share: int, over: int, refused: bool
) -> None:
    supply = 1_000_000
    state = State(total_supply=supply, affiliate_volume=40)
    seller = holder(affiliate_of=frozenset({"NOTE"}))
    amount = supply // share - 40 + over
    found = outcomes(judge(only("US-04"), us(), amount, seller, state, assetType=kind))
    assert ("UsAffiliateVolume" in found) is refused
    assert "UsAffiliateVolume" not in outcomes(judge(only("US-04"), us(), amount, holder(), state))


@pytest.mark.parametrize(
    ("at", "limit"),
    [(NOW, 20_000), (NOW - 7 * DAY + 1, 20_000), (NOW - 7 * DAY, 10_000), (None, 10_000)],
)
def test_weekly_volume_raises_the_affiliates_limit_for_a_week(at: int | None, limit: int) -> None:
    state = State(
        total_supply=1_000_000, affiliate_volume=0, weekly_volume=20_000, weekly_volume_at=at
    )
    seller = holder(affiliate_of=frozenset({"NOTE"}))
    assert judge(only("US-04"), us(), limit, seller, state).allowed
    assert judge(only("US-04"), us(), limit + 1, seller, state).code == 48


@pytest.mark.parametrize(("units", "reported"), [(4_999, False), (5_000, False), (5_001, True)])
def test_form_144_by_units(units: int, reported: bool) -> None:
    seller = holder(affiliate_of=frozenset({"NOTE"}))
    state = State(total_supply=10**9 * UNIT, affiliate_volume=0)
    judgement = judge(only("US-04"), us(), units * UNIT, seller, state)
    assert judgement.allowed
    assert (outcomes(judgement).get("UsForm144Due") == "reported") is reported


@pytest.mark.parametrize(
    ("price", "reported"), [("49999", False), ("50000", False), ("50001", True)]
)
def test_form_144_by_value(price: str, reported: bool) -> None:
    seller = holder(affiliate_of=frozenset({"NOTE"}))
    state = State(total_supply=10**9 * UNIT, affiliate_volume=0)
    judgement = judge(only("US-04"), us(), UNIT, seller, state, prices={"USD": price})
    assert (outcomes(judgement).get("UsForm144Due") == "reported") is reported


START = "2026-03-31"


@pytest.mark.parametrize(
    ("parameters", "end"),
    [
        ({"category": 1}, parse_start(START)),
        ({"category": 2}, parse_start(START) + 40 * DAY),
        ({"category": 3, "debt": True}, parse_start(START) + 40 * DAY),
        ({"category": 3}, parse_start("2027-03-31")),
        ({"category": 3, "reportingIssuer": True}, parse_start("2026-09-30")),
    ],
)
@pytest.mark.parametrize(("shift", "refused"), [(-1, True), (0, False), (1, False)])
def test_distribution_compliance_period(
    parameters: dict[str, object], end: int, shift: int, refused: bool
) -> None:
    packs = only("US-05", {"startsAt": START, **parameters})
    now = end + shift
    found = outcomes(judge(packs, us(valid_until=now + 1), now=now))
    assert ("UsPersonInDistribution" in found) is refused


def test_reg_s_sees_us_persons_abroad_and_nobody_else() -> None:
    packs = only("US-05")
    assert judge(packs, buyer("EU", us_person=True)).code == 50
    assert judge(packs, buyer("EU")).allowed
    assert judge(packs, us()).code == 50, "a period whose start is not recorded has not ended"


@pytest.mark.parametrize(("shift", "refused"), [(-1, True), (0, False)])
def test_us_issuers_offshore_equity_stays_restricted(shift: int, refused: bool) -> None:
    packs = only("US-05", {"category": 1, "startsAt": "2020-01-01", "usIssuerEquity": True})
    now = add_months(ACQUIRED, 12) + shift
    who = us(valid_until=now + 1)
    found = outcomes(judge(packs, who, sender=holder(), state=lots("RegS"), now=now))
    assert ("UsRegSLotRestricted" in found) is refused


@pytest.mark.parametrize(
    ("reason", "state", "parameters", "below"),
    [
        ("UsHoldersOfRecord", {"holders": 1998}, {}, True),
        ("UsHoldersOfRecord", {"holders": 1999}, {}, False),
        ("UsHoldersOfRecord", {"holders": 2000}, {}, False),
        ("UsNonAccreditedHolders", {"counts": {("US-06", "non-accredited"): 498}}, {}, True),
        ("UsNonAccreditedHolders", {"counts": {("US-06", "non-accredited"): 499}}, {}, False),
        (
            "UsResidentHolders",
            {"counts": {("US-06", "us-residents"): 298}},
            {"foreignPrivateIssuer": True},
            True,
        ),
        (
            "UsResidentHolders",
            {"counts": {("US-06", "us-residents"): 299}},
            {"foreignPrivateIssuer": True},
            False,
        ),
    ],
)
def test_holders_of_record_report_and_refuse_on_demand(
    reason: str, state: dict[str, object], parameters: dict[str, object], below: bool
) -> None:
    who = us(classes=with_class(US, 1))
    known = State(balance=0, **state)  # type: ignore[arg-type]
    guarded = judge(only("US-06", {**parameters, "refuse": True}), who, state=known)
    reported = judge(only("US-06", parameters), who, state=known)
    assert (outcomes(guarded).get(reason) == "refused") is not below
    assert (outcomes(reported).get(reason) == "reported") is not below
    assert reported.allowed
    holds = State(balance=1, **state)  # type: ignore[arg-type]
    assert reason not in outcomes(judge(only("US-06", {"refuse": True}), who, state=holds))


@pytest.mark.parametrize(("count", "refused"), [(99, False), (100, True), (101, True)])
def test_private_funds_have_100_owners(count: int, refused: bool) -> None:
    state = State(balance=0, counts={("US-07", "owners"): count})
    found = outcomes(judge(only("US-07"), us(), state=state))
    assert ("UsBeneficialOwners" in found) is refused


@pytest.mark.parametrize(("code", "refused"), [(2, True), (3, True), (4, False), (5, False)])
def test_3c7_takes_qualified_purchasers(code: int, refused: bool) -> None:
    found = outcomes(judge(only("US-07", {"mode": "3c7"}), us(classes=with_class(US, code))))
    assert ("UsNotQualifiedPurchaser" in found) is refused


@pytest.mark.parametrize(("shift", "refused"), [(-1, True), (0, False)])
def test_crowdfunded_units_are_locked_a_year(shift: int, refused: bool) -> None:
    now = add_months(ACQUIRED, 12) + shift
    plain = us(classes=with_class(US, 1), valid_until=now + 1)
    found = outcomes(judge(only("US-08"), plain, sender=holder(), state=lots("CF"), now=now))
    assert ("UsCrowdfundingLock" in found) is refused
    accredited = us(valid_until=now + 1)
    assert judge(only("US-08"), accredited, sender=holder(), state=lots("CF"), now=now).allowed


@pytest.mark.parametrize(
    ("limit", "refused"), [("0.999999", True), ("1", False), ("1.000001", False)]
)
def test_crowdfunding_headroom(limit: str, refused: bool) -> None:
    plain = us(classes=with_class(US, 1), headroom={"US": (Decimal(limit), TODAY)})
    assert ("UsHeadroomExceeded" in outcomes(judge(only("US-08"), plain))) is refused


@pytest.mark.parametrize(("shift", "missing"), [(-1, False), (0, True), (1, True)])
@pytest.mark.parametrize(("rules", "months"), [(True, 12), ({"headroomMonths": 6}, 6)])
def test_an_attested_headroom_ends(shift: int, missing: bool, rules: Any, months: int) -> None:
    """Code 59 from the second on that the chain's word of terms names."""
    now = add_months(TODAY, months) + shift
    plain = us(classes=with_class(US, 1), valid_until=now + DAY)
    packs = only("US-08", rules)
    found = outcomes(judge(packs, plain, now=now))
    assert (found.get("UsHeadroomMissing") == "refused") is missing
    assert AssetTerms.of(policy(packs)).months == {"US": months}


def test_headroom_must_be_attested() -> None:
    plain = us(classes=with_class(US, 1), headroom={})
    assert outcomes(judge(only("US-08"), plain)) == {"UsHeadroomMissing": "refused"}
    assert judge(only("US-08"), us(headroom={})).allowed
    assert NOW > TODAY
