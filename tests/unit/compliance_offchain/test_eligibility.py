"""What evidence amounts to: standing, record and recorded checks, around every date."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from quantera.compliance.catalogue import load_screening
from quantera.compliance.eligibility import Assessment, Assessor, EligibilityPolicy, Evidence
from quantera.compliance.kyc.provider import KycResult
from quantera.compliance.moments import DAY, parse_start
from quantera.compliance.record import InvestorRecord
from quantera.compliance.sanctions.entry import ListedEntry, ListedName, SanctionsList
from quantera.compliance.sanctions.ownership import OwnedByListed
from quantera.compliance.sanctions.screening import Screener
from tests.unit.compliance_offchain.people import NOW, investor

KEY = UUID(int=5)
LISTED = ListedEntry(
    "OFAC", "n-1", "individual", (ListedName("Borislav Draganovich"),), ((1958, 1958),)
)
NOBODY = ListedEntry("EU", "n-2", "individual", (ListedName("Nemo Outis"),))


def lists(age: int = 1, names: tuple[str, ...] = ("OFAC", "EU", "UK", "UN")) -> list[SanctionsList]:
    return [
        SanctionsList(name, NOW - age * DAY, (LISTED if name == "OFAC" else NOBODY,), "d" * 64)
        for name in names
    ]


def kyc(**changes: Any) -> KycResult:
    return KycResult.model_validate(
        {
            "reference": "kyc-1",
            "status": "approved",
            "verifiedAt": "2026-06-01",
            "validUntil": "2027-05-31",
            **changes,
        }
    )


def assess(
    answer: KycResult | None = None,
    *,
    policy: EligibilityPolicy | None = None,
    content: list[SanctionsList] | None = None,
    reviews: dict[tuple[UUID, str, str], str] | None = None,
    answered: bool = True,
    missing: bool = False,
    now: int = NOW,
    **changes: Any,
) -> Assessment:
    screener = Screener(lists() if content is None else content, load_screening().matching)
    assessor = Assessor(policy or EligibilityPolicy(), screener, now, reviews or {})
    who = investor(**changes)
    result = None if missing else answer or kyc()
    evidence = Evidence(who, KEY, 42, result, answered, assessor.screen(who))
    return assessor.assess(evidence)


def codes(assessment: Assessment) -> set[int]:
    return {reason.code for reason in assessment.reasons}


def results(assessment: Assessment) -> dict[str, str]:
    return {check.kind: check.result for check in assessment.checks}


def test_complete_evidence_makes_a_record() -> None:
    found = assess(
        usPerson=True,
        custodian=True,
        classes={"US": {"category": "qib"}, "EU": {"category": "professional"}},
    )
    assert found.standing == "eligible" and found.reasons == ()
    assert InvestorRecord.unpack(found.record()) == InvestorRecord(
        42, 276, parse_start("2027-06-01"), (3, 3, 0, 0, 0), 0b10001
    )
    assert results(found) == {
        "kyc": "passed",
        "sanctions": "passed",
        "classification": "passed",
        "geography": "passed",
    }


@pytest.mark.parametrize(
    ("evidence", "standing", "code", "result"),
    [
        ({"missing": True}, "lapsed", 200, "failed"),
        ({"answer": kyc(status="pending")}, "lapsed", 201, "review"),
        ({"answer": kyc(status="rejected")}, "lapsed", 202, "failed"),
        ({"answered": False}, "undecided", 204, "undecided"),
    ],
)
def test_kyc(evidence: dict[str, Any], standing: str, code: int, result: str) -> None:
    found = assess(**evidence)
    assert (found.standing, codes(found)) == (standing, {code})
    assert results(found)["kyc"] == result


@pytest.mark.parametrize(
    ("shift", "standing"), [(-DAY, "eligible"), (-1, "eligible"), (0, "lapsed"), (DAY, "lapsed")]
)
def test_kyc_counts_through_its_last_day(shift: int, standing: str) -> None:
    end = parse_start("2027-06-01")
    found = assess(content=_fresh(end), now=end + shift)
    assert found.standing == standing
    assert codes(found) == ({203} if standing == "lapsed" else set())


def _fresh(now: int) -> list[SanctionsList]:
    return [
        SanctionsList(content.list_id, now - DAY, content.entries, content.digest)
        for content in lists()
    ]


@pytest.mark.parametrize(("shift", "code"), [(-1, 2), (0, 1), (1, 1)])
def test_an_expired_class_falls_to_the_lowest_and_does_not_shorten_the_rest(
    shift: int, code: int
) -> None:
    end = parse_start("2026-12-01")
    found = assess(
        content=_fresh(end),
        now=end + shift,
        classes={"US": {"category": "accredited", "validUntil": "2026-11-30"}},
    )
    record = InvestorRecord.unpack(found.record())
    assert found.standing == "eligible"
    assert record.classes[0] == code
    assert record.valid_until == (end if code == 2 else parse_start("2027-06-01"))
    assert codes(found) == (set() if code == 2 else {205})


def test_the_earliest_evidence_ends_the_record() -> None:
    found = assess(
        classes={
            "US": {"category": "accredited", "validUntil": "2027-01-31"},
            "EU": {"category": "professional", "validUntil": "2026-12-31"},
        }
    )
    assert found.profile.valid_until == parse_start("2027-01-01")


def test_a_decisive_match_holds() -> None:
    found = assess(name="Borislav Draganovich", birthDate="1958-05-05")
    assert (found.standing, codes(found)) == ("held", {210})
    assert InvestorRecord.unpack(found.record()).flags == 0b10
    assert results(found)["sanctions"] == "failed"
    details = next(c.details for c in found.checks if c.kind == "sanctions")
    assert details["matches"] == [{"list": "OFAC", "entry": "n-1", "score": 100.0, "by": "name"}]
    assert "Borislav" not in str(details)


def test_a_possible_match_holds_until_it_is_cleared() -> None:
    twin: dict[str, Any] = {"name": "Borislav Draganovich", "birthDate": "1999-05-05"}
    found = assess(**twin)
    assert (found.standing, codes(found)) == ("held", {217})
    assert results(found)["sanctions"] == "review"
    cleared = assess(reviews={(KEY, "OFAC", "n-1"): "cleared"}, **twin)
    assert (cleared.standing, cleared.reasons) == ("eligible", ())
    confirmed = assess(reviews={(KEY, "OFAC", "n-1"): "confirmed"}, **twin)
    assert (confirmed.standing, codes(confirmed)) == ("held", {210})
    elsewhere = assess(reviews={(KEY, "EU", "n-1"): "cleared"}, **twin)
    assert elsewhere.standing == "held"
    patient = assess(policy=EligibilityPolicy(hold_on_review=False), **twin)
    assert (patient.standing, codes(patient)) == ("eligible", {217})


def test_a_decisive_match_can_be_cleared_by_an_officer() -> None:
    found = assess(name="Borislav Draganovich", reviews={(KEY, "OFAC", "n-1"): "cleared"})
    assert found.standing == "eligible"


@pytest.mark.parametrize(("age", "standing"), [(6, "eligible"), (7, "undecided"), (8, "undecided")])
def test_old_lists_decide_nothing(age: int, standing: str) -> None:
    found = assess(content=lists(age))
    assert found.standing == standing
    assert codes(found) == (set() if standing == "eligible" else {218})


def test_a_missing_list_decides_nothing_but_a_hit_still_holds() -> None:
    some = lists(names=("OFAC", "EU", "UN"))
    assert assess(content=some).standing == "undecided"
    assert assess(content=some, name="Borislav Draganovich").standing == "held"
    policy = EligibilityPolicy(required_lists=("OFAC",))
    assert assess(content=some, policy=policy).standing == "eligible"


def test_sanctioned_countries_hold() -> None:
    policy = EligibilityPolicy(sanctioned_countries=frozenset({276}))
    found = assess(policy=policy)
    assert (found.standing, codes(found)) == ("held", {219})
    assert results(found)["geography"] == "failed"


def test_listed_owners_hold_a_body() -> None:
    screener = Screener(lists(), load_screening().matching)
    assessor = Assessor(EligibilityPolicy(), screener, NOW, {})
    who = investor(kind="organisation", name="Quill Holdings")
    first = assessor.assess(Evidence(who, KEY, 42, kyc(), True, []))
    assert first.standing == "eligible"
    verdict = OwnedByListed("id:buyer-1", "OFAC", Decimal(55), ("id:x",), False)
    again = assessor.with_owners(first, [verdict])
    assert (again.standing, codes(again)) == ("held", {216})
    assert first.standing == "eligible", "the first judgement is left as it was"


def test_evidence_is_cut_to_days_as_on_chain() -> None:
    found = assess(
        optedInAt="2026-11-20T15:30:00Z",
        classes={"UK": {"category": "restricted", "verifiedAt": "2026-11-20T23:59:59Z"}},
    )
    day = parse_start("2026-11-20")
    assert found.profile.opted_in_at == day
    assert found.profile.class_verified_at[2] == day


def test_risk_and_written_representation_reach_the_profile() -> None:
    found = assess(
        kyc(risk="high"),
        classes={"US": {"category": "accredited", "method": "written-representation"}},
    )
    assert found.profile.high_risk and found.profile.written_representation
    assert InvestorRecord.unpack(found.record()).flags == 0b100
