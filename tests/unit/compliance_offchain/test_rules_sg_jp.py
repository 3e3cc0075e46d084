"""SG-01 to SG-09 and JP-01 to JP-09, around each date and threshold."""

from decimal import Decimal

import pytest

from quantera.compliance.moments import add_months, parse_start
from quantera.compliance.rules.deal import JP, SG, Lot, Profile, State
from tests.unit.compliance_offchain.people import (
    NOW,
    TODAY,
    UNIT,
    buyer,
    holder,
    judge,
    only,
    outcomes,
    with_class,
)

ACQUIRED = parse_start("2026-08-31")


def sg(code: int = 4, **changes: object) -> Profile:
    return buyer("SG", **{"classes": with_class(SG, code), **changes})


def jp(code: int = 3, **changes: object) -> Profile:
    return buyer("JP", **{"classes": with_class(JP, code), **changes})


def has(reason: str, packs: dict[str, object], who: Profile, **more: object) -> bool:
    return outcomes(judge(packs, who, **more)).get(reason) == "refused"  # type: ignore[arg-type]


def lot(exemption: str) -> State:
    return State(lots=(Lot(10**18, ACQUIRED, "issuer", exemption),))


@pytest.mark.parametrize("code", range(6))
def test_sg_classes(code: int) -> None:
    assert has("SgClassNotAllowed", only("SG-01"), sg(code)) is (code in (0, 1))
    assert has("SgNoRetail", only("SG-02"), sg(code)) is (code in (0, 1))
    assert has("SgNotInstitutional", only("SG-03"), sg(code)) is (code != 4)
    assert has("SgFundClass", only("SG-09"), sg(code)) is (code not in (2, 4, 5))


@pytest.mark.parametrize(("code", "missing"), [(2, True), (3, False), (4, False)])
def test_sg_opt_in(code: int, missing: bool) -> None:
    who = sg(code, opted_in_at=None)
    assert has("SgOptInMissing", only("SG-01"), who) is missing
    assert judge(only("SG-01", {"optInRequired": False}), who).allowed
    assert judge(only("SG-01"), sg(code)).allowed


@pytest.mark.parametrize(
    ("price", "refused"), [("199999", True), ("200000", False), ("200001", False)]
)
def test_sg_200_000_per_transaction(price: str, refused: bool) -> None:
    assert has("SgConsiderationTooLow", only("SG-04"), sg(3), prices={"SGD": price}) is refused
    assert judge(only("SG-04"), sg(5), prices={"SGD": price}).allowed
    assert judge(only("SG-04", {"minConsideration": None}), sg(3)).code == 134


@pytest.mark.parametrize("exemption", ["274", "275"])
@pytest.mark.parametrize(("shift", "refused"), [(-1, True), (0, False)])
def test_sg_on_sale(exemption: str, shift: int, refused: bool) -> None:
    now = add_months(ACQUIRED, 6) + shift
    who = sg(3, valid_until=now + 1)
    packs = only("SG-05")
    assert has("SgOnSale", packs, who, sender=holder(), state=lot(exemption), now=now) is refused
    rich = judge(
        packs, who, sender=holder(), state=lot(exemption), now=now, prices={"SGD": "200000"}
    )
    assert rich.allowed
    relevant = sg(5, valid_until=now + 1)
    assert judge(packs, relevant, sender=holder(), state=lot(exemption), now=now).allowed
    assert judge(packs, who, sender=holder(), state=lot("none"), now=now).allowed


def test_sg_holding_vehicle_is_reported() -> None:
    judgement = judge(only("SG-06"), sg(holding_vehicle=True))
    assert judgement.allowed and outcomes(judgement) == {"SgHoldingVehicle": "reported"}
    assert judge(only("SG-06"), sg()).findings == ()


@pytest.mark.parametrize(("count", "refused"), [(48, False), (49, False), (50, True), (51, True)])
def test_sg_fifty_persons(count: int, refused: bool) -> None:
    state = State(counts={("SG-07", "persons"): count})
    assert has("SgPersons", only("SG-07"), sg(3), state=state) is refused


@pytest.mark.parametrize(
    ("volume", "refused"), [(4_999_998, False), (4_999_999, False), (5_000_000, True)]
)
def test_sg_small_offers(volume: int, refused: bool) -> None:
    state = State(volumes={("SG-07", "offer"): Decimal(volume)})
    packs = only("SG-07", {"mode": "small-offer"})
    assert has("SgOfferVolume", packs, sg(3), state=state) is refused


@pytest.mark.parametrize(("shift", "refused"), [(-1, True), (0, False)])
def test_sg_deemed_offer(shift: int, refused: bool) -> None:
    now = add_months(ACQUIRED, 6) + shift
    who = sg(valid_until=now + 1)
    state = lot("272B")
    assert (
        has("SgDeemedOffer", only("SG-08"), who, sender=holder(), state=state, now=now) is refused
    )
    approved = State(lots=state.lots, approved=True)
    assert judge(only("SG-08"), who, sender=holder(), state=approved, now=now).allowed


@pytest.mark.parametrize(("shift", "refused"), [(-1, True), (0, False)])
def test_sg_fund_on_sale(shift: int, refused: bool) -> None:
    now = add_months(ACQUIRED, 6) + shift
    who = sg(3, valid_until=now + 1, verified_at=now)
    packs = only("SG-09")
    assert has("SgFundOnSale", packs, who, sender=holder(), state=lot("275"), now=now) is refused


@pytest.mark.parametrize(("shift", "refused"), [(-1, False), (0, True)])
def test_sg_diligence_age(shift: int, refused: bool) -> None:
    verified = parse_start("2024-12-31")
    now = add_months(verified, 24) + shift
    who = sg(verified_at=verified, valid_until=now + 1)
    assert has("SgDiligenceTooOld", only("SG-09"), who, now=now) is refused


@pytest.mark.parametrize("code", range(4))
def test_jp_classes(code: int) -> None:
    assert has("JpNotQii", only("JP-01"), jp(code)) is (code != 3)
    assert has("JpNotProfessional", only("JP-02"), jp(code)) is (code not in (2, 3))
    packs = only("JP-05", {"consent": False})
    assert has("JpHolderNotEligible", packs, jp(code)) is (code not in (2, 3))


@pytest.mark.parametrize(("shift", "refused"), [(-1, False), (0, True), (1, True)])
def test_jp_qii_counts_two_years(shift: int, refused: bool) -> None:
    registered = parse_start("2026-02-28")
    now = add_months(registered, 24) + shift
    who = jp(class_verified_at=(None, None, None, None, registered), valid_until=now + 1)
    assert has("JpQiiExpired", only("JP-01"), who, now=now) is refused
    assert has("JpQiiExpired", only("JP-01"), jp(class_verified_at=(None,) * 5))


@pytest.mark.parametrize(("count", "refused"), [(48, False), (49, True), (50, True)])
def test_jp_small_number(count: int, refused: bool) -> None:
    state = State(counts={("JP-03", "acquirers"): count})
    assert has("JpSmallNumber", only("JP-03"), jp(1), state=state) is refused
    assert judge(only("JP-03"), jp(3), state=state).allowed


@pytest.mark.parametrize(("amount", "refused"), [(9, True), (10, False)])
def test_jp_whole_holding(amount: int, refused: bool) -> None:
    state = State(sender_balance=10)
    judgement = judge(only("JP-04"), jp(), amount, holder(), state)
    assert (judgement.code == 164) is refused


@pytest.mark.parametrize(
    ("approved", "outcome"), [(True, None), (False, "refused"), (None, "unknown")]
)
def test_jp_consent_and_company_approval(approved: bool | None, outcome: str | None) -> None:
    state = State(approved=approved)
    found = outcomes(judge(only("JP-05"), jp(), sender=holder(), state=state))
    assert found.get("JpIssuerConsentMissing") == outcome
    found = outcomes(judge(only("JP-08"), jp(), sender=holder(), state=state))
    assert found.get("JpCompanyApprovalMissing") == outcome


@pytest.mark.parametrize(("count", "refused"), [(498, False), (499, True)])
def test_jp_acquirers(count: int, refused: bool) -> None:
    state = State(counts={("JP-06", "acquirers"): count})
    assert has("JpAcquirers", only("JP-06"), jp(1), state=state) is refused


@pytest.mark.parametrize(
    ("others", "institutions", "code"), [(48, 1, 0), (49, 1, 168), (48, 0, 169)]
)
def test_jp_article_63(others: int, institutions: int, code: int) -> None:
    state = State(counts={("JP-06", "others"): others, ("JP-06", "qii"): institutions})
    packs = only("JP-06", {"mode": "article63"})
    assert judge(packs, jp(1), state=state).code == code
    assert judge(packs, jp(3), state=state).allowed


@pytest.mark.parametrize(("holders", "full"), [(998, False), (999, True), (1000, True)])
def test_jp_disclosure(holders: int, full: bool) -> None:
    state = State(balance=0, holders=holders)
    found = outcomes(judge(only("JP-07", {"refuse": True}), jp(), state=state))
    assert ("JpDisclosureHolders" in found) is full
    reported = judge(only("JP-07"), jp(), state=state)
    assert reported.allowed
    assert ("JpDisclosureHolders" in outcomes(reported)) is full
    holds = State(balance=1, holders=holders)
    assert judge(only("JP-07", {"refuse": True}), jp(), state=holds).allowed


def test_jp_foreign_investors_need_a_notification() -> None:
    packs = only("JP-09", {"foreignNotification": True})
    assert judge(packs, buyer("EU")).code == 172
    assert judge(packs, buyer("EU", foreign_notification_at=TODAY)).allowed
    assert judge(packs, jp()).allowed
    assert judge(only("JP-09"), buyer("EU")).allowed


@pytest.mark.parametrize(("shift", "refused"), [(-1, False), (0, True)])
def test_jp_identification_age(shift: int, refused: bool) -> None:
    verified = parse_start("2024-02-29")
    now = add_months(verified, 36) + shift
    who = jp(verified_at=verified, valid_until=now + 1)
    assert has("JpIdentificationTooOld", only("JP-09"), who, now=now) is refused
    assert NOW > TODAY


def test_jp_a_seller_who_leaves_makes_room_and_custodians_do_not_count() -> None:
    packs = only("JP-07", {"refuse": True})
    full = State(balance=0, holders=999, sender_balance=2 * UNIT)
    leaving = State(balance=0, holders=999, sender_balance=UNIT)
    assert has("JpDisclosureHolders", packs, jp(3), sender=holder(), state=full)
    assert not has("JpDisclosureHolders", packs, jp(3), sender=holder(), state=leaving)
    custodian = jp(3, custodian=True)
    assert not has("JpDisclosureHolders", packs, custodian, sender=holder(), state=full)
