"""EU-01 to EU-09 and UK-01 to UK-09, around each date and threshold."""

from decimal import Decimal

import pytest

from quantera.compliance.moments import DAY, add_months, parse_start
from quantera.compliance.rules.deal import EU, UK, Profile, State
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

HASH = "0x" + "ab" * 32


def eu(code: int = 4, **changes: object) -> Profile:
    return buyer("EU", **{"classes": with_class(EU, code), **changes})


def uk(code: int = 4, **changes: object) -> Profile:
    return buyer("UK", **{"classes": with_class(UK, code), **changes})


def has(reason: str, packs: dict[str, object], who: Profile, **more: object) -> bool:
    return outcomes(judge(packs, who, **more)).get(reason) == "refused"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "refused"), [(0, True), (1, True), (2, False), (3, False), (4, False)]
)
def test_eu_category(code: int, refused: bool) -> None:
    assert has("EuCategoryNotAllowed", only("EU-01"), eu(code)) is refused
    assert not has("EuCategoryNotAllowed", only("EU-01", {"allowed": ["retail"]}), eu(1))


@pytest.mark.parametrize(("code", "missing"), [(0, True), (1, True), (2, False), (4, False)])
def test_eu_appropriateness_is_for_retail(code: int, missing: bool) -> None:
    who = eu(code, appropriateness_at={})
    assert has("EuAppropriatenessMissing", only("EU-01"), who) is missing
    assert not has("EuAppropriatenessMissing", only("EU-01", {"appropriateness": False}), who)
    assert not has("EuAppropriatenessMissing", only("EU-01"), eu(code))


@pytest.mark.parametrize(("count", "refused"), [(148, False), (149, True), (150, True)])
def test_eu_149_others_per_member_state(count: int, refused: bool) -> None:
    germany = State(counts={("EU-02", 276): count, ("EU-02", 250): 149})
    assert has("EuPersonsPerState", only("EU-02"), eu(1), state=germany) is refused
    assert judge(only("EU-02"), eu(2), state=germany).allowed
    assert has("EuPersonsPerState", only("EU-02"), eu(1, residence=250), state=germany)


def test_eu_qualified_only() -> None:
    packs = only("EU-02", {"qualifiedOnly": True})
    assert judge(packs, eu(1)).code == 72 and judge(packs, eu(2)).allowed


@pytest.mark.parametrize(
    ("price", "refused"), [("99999.99", True), ("100000", False), ("100001", False)]
)
def test_eu_consideration_of_100_000(price: str, refused: bool) -> None:
    assert has("EuConsiderationTooLow", only("EU-03"), eu(1), prices={"EUR": price}) is refused
    assert outcomes(judge(only("EU-03"), eu(1), prices={})) == {"EuConsiderationTooLow": "unknown"}


@pytest.mark.parametrize(
    ("volume", "refused"), [(11_999_998, False), (11_999_999, True), (12_000_000, True)]
)
def test_eu_offer_volume(volume: int, refused: bool) -> None:
    state = State(volumes={("EU-04", "union"): Decimal(volume), ("EU-04", 276): Decimal(0)})
    assert has("EuOfferVolume", only("EU-04"), eu(1), state=state) is refused


@pytest.mark.parametrize(("volume", "refused"), [(4_999_998, False), (4_999_999, True)])
def test_eu_lower_volume_of_some_states(volume: int, refused: bool) -> None:
    state = State(volumes={("EU-04", "union"): Decimal(0), ("EU-04", 276): Decimal(volume)})
    assert has("EuStateOfferVolume", only("EU-04"), eu(1), state=state) is refused
    packs = only("EU-04", {"higherStates": ["DE"]})
    assert not has("EuStateOfferVolume", packs, eu(1), state=state)


@pytest.mark.parametrize(
    ("instrument", "reason", "cap"),
    [
        ("shares", "EuDltShareCap", 500_000_000),
        ("bonds", "EuDltBondCap", 1_000_000_000),
        ("funds", "EuDltFundCap", 500_000_000),
    ],
)
@pytest.mark.parametrize(("below", "refused"), [(2, False), (1, True), (0, True)])
def test_dlt_caps_are_less_than(
    instrument: str, reason: str, cap: int, below: int, refused: bool
) -> None:
    # One token at one euro is bought on top.
    state = State(
        volumes={("EU-05", "issue"): Decimal(cap - below), ("EU-05", "infrastructure"): Decimal(0)}
    )
    packs = only("EU-05", {"instrument": instrument})
    assert has(reason, packs, eu(), state=state) is refused


@pytest.mark.parametrize(("below", "refused"), [(2, False), (1, False), (0, True)])
def test_dlt_infrastructure(below: int, refused: bool) -> None:
    cap = 6_000_000_000
    state = State(
        volumes={("EU-05", "issue"): Decimal(0), ("EU-05", "infrastructure"): Decimal(cap - below)}
    )
    assert has("EuDltInfrastructureCap", only("EU-05"), eu(), state=state) is refused


@pytest.mark.parametrize(("code", "missing"), [(0, True), (1, True), (2, False)])
def test_key_information_document(code: int, missing: bool) -> None:
    assert has("EuKeyInformationMissing", only("EU-06"), eu(code)) is missing
    assert judge(only("EU-06", {"documentHash": HASH}), eu(code)).allowed


def test_funds_for_retail_by_state() -> None:
    assert judge(only("EU-07"), eu(1)).code == 82
    assert judge(only("EU-07"), eu(2)).allowed
    packs = only("EU-07", {"retailStates": ["DE"]})
    assert judge(packs, eu(1)).allowed and judge(packs, eu(1, residence=250)).code == 82


@pytest.mark.parametrize(("high_risk", "years", "code"), [(False, 5, 83), (True, 1, 84)])
@pytest.mark.parametrize(("shift", "refused"), [(-1, False), (0, True), (1, True)])
def test_customer_data_age(
    high_risk: bool, years: int, code: int, shift: int, refused: bool
) -> None:
    verified = parse_start("2027-02-28")
    now = add_months(verified, 12 * years) + shift
    who = eu(verified_at=verified, high_risk=high_risk, valid_until=now + 1)
    assert (judge(only("EU-08"), who, now=now).code == code) is refused


@pytest.mark.parametrize(("shift", "refused"), [(-1, False), (0, True)])
def test_customer_data_rule_begins_in_july_2027(shift: int, refused: bool) -> None:
    now = parse_start("2027-07-10") + shift
    who = eu(verified_at=None, valid_until=now + 1)
    assert has("EuCustomerDataTooOld", only("EU-08"), who, now=now) is refused


@pytest.mark.parametrize(
    ("shift", "refused"), [(-30 * DAY - 1, False), (-30 * DAY, True), (-1, True), (0, False)]
)
def test_closed_period(shift: int, refused: bool) -> None:
    end = parse_start("2026-12-20")
    packs, now = only("EU-09", {"closedUntil": "2026-12-20"}), end + shift
    insider = eu(insider_of=frozenset({"NOTE"}), valid_until=end + DAY)
    seller = holder(valid_until=end + DAY)
    assert has("EuClosedPeriod", packs, insider, sender=seller, now=now) is refused
    insider_sells = holder(insider_of=frozenset({"NOTE"}), valid_until=end + DAY)
    outsider = eu(valid_until=end + DAY)
    assert has("EuClosedPeriod", packs, outsider, sender=insider_sells, now=now) is refused
    assert not has("EuClosedPeriod", packs, outsider, sender=seller, now=now)


@pytest.mark.parametrize(
    ("before", "reported"), [(48, False), (49, True), (50, False), (98, False), (99, True)]
)
def test_major_holdings_are_reported_when_reached(before: int, reported: bool) -> None:
    state = State(balance=before, total_supply=1000)
    judgement = judge(only("EU-09"), eu(), 1, holder(), state)
    assert judgement.allowed
    assert (outcomes(judgement).get("EuMajorHolding") == "reported") is reported


@pytest.mark.parametrize(
    ("before", "reported"), [(49, False), (50, True), (51, False), (100, True), (101, False)]
)
def test_major_holdings_are_reported_when_left(before: int, reported: bool) -> None:
    state = State(balance=0, sender_balance=before, total_supply=1000)
    judgement = judge(only("EU-09"), eu(), 1, holder(), state)
    assert (outcomes(judgement).get("EuMajorHolding") == "reported") is reported
    custodian = holder(custodian=True)
    assert judge(only("EU-09"), eu(), 1, custodian, state).findings == ()


def test_insiders_do_not_subscribe_in_the_closed_period() -> None:
    packs = only("EU-09", {"closedUntil": "2026-12-20"})
    now = parse_start("2026-12-19")
    insider = eu(insider_of=frozenset({"NOTE"}), valid_until=now + 1)
    assert has("EuClosedPeriod", packs, insider, now=now)
    assert not has("EuClosedPeriod", packs, eu(valid_until=now + 1), now=now)


def exception(name: str, **more: object) -> dict[str, object]:
    return only("UK-01", {"exception": name, **more})


@pytest.mark.parametrize(
    ("code", "refused"), [(1, True), (2, False), (4, False), (5, True), (8, True)]
)
def test_uk_qualified(code: int, refused: bool) -> None:
    assert (judge(exception("qualified"), uk(code)).code == 100) is refused


@pytest.mark.parametrize(
    ("volume", "refused"), [(4_999_998, False), (4_999_999, False), (5_000_000, True)]
)
def test_uk_volume(volume: int, refused: bool) -> None:
    state = State(volumes={("UK-01", "offer"): Decimal(volume)})
    assert (judge(exception("volume"), uk(1), state=state).code == 101) is refused


@pytest.mark.parametrize(("count", "refused"), [(148, False), (149, True), (150, True)])
def test_uk_persons(count: int, refused: bool) -> None:
    state = State(counts={("UK-01", "persons"): count})
    assert (judge(exception("persons"), uk(1), state=state).code == 102) is refused
    assert judge(exception("persons"), uk(2), state=state).allowed


@pytest.mark.parametrize(
    ("price", "refused"), [("49999", True), ("50000", False), ("50001", False)]
)
def test_uk_consideration(price: str, refused: bool) -> None:
    judgement = judge(exception("consideration"), uk(1), prices={"GBP": price})
    assert (judgement.code == 103) is refused


def test_uk_platform() -> None:
    assert judge(exception("platform"), uk(1)).code == 104
    assert judge(exception("platform", onPlatform=True), uk(1)).allowed


@pytest.mark.parametrize("code", range(9))
def test_uk_promotion_class(code: int) -> None:
    assert has("UkPromotionClass", only("UK-02"), uk(code)) is (code in (0, 1, 8))


@pytest.mark.parametrize(("code", "months"), [(5, 12), (6, 36), (7, 12), (8, 12)])
@pytest.mark.parametrize(("shift", "refused"), [(-1, False), (0, True), (1, True)])
def test_uk_statement_age(code: int, months: int, shift: int, refused: bool) -> None:
    stated = parse_start("2026-02-28")
    now = add_months(stated, months) + shift
    who = uk(code, class_verified_at=(None, None, stated, None, None), valid_until=now + 1)
    assert has("UkStatementTooOld", only("UK-02"), who, now=now) is refused
    professional = uk(3, class_verified_at=(None,) * 5, valid_until=now + 1)
    assert not has("UkStatementTooOld", only("UK-02"), professional, now=now)


@pytest.mark.parametrize(("limit", "refused"), [("0.99", True), ("1", False), ("1.01", False)])
def test_uk_restricted_investors_limit(limit: str, refused: bool) -> None:
    who = uk(8, headroom={"UK": (Decimal(limit), TODAY)})
    assert has("UkHeadroomExceeded", only("UK-03"), who) is refused
    assert judge(only("UK-03"), uk(7, headroom={"UK": (Decimal(0), TODAY)})).allowed


@pytest.mark.parametrize(("shift", "refused"), [(-1, False), (0, True)])
def test_uk_headroom_counts_12_months(shift: int, refused: bool) -> None:
    attested = parse_start("2026-03-31")
    now = add_months(attested, 12) + shift
    who = uk(8, headroom={"UK": (Decimal(10), attested)}, valid_until=now + 1)
    assert has("UkHeadroomMissing", only("UK-03"), who, now=now) is refused
    assert has("UkHeadroomMissing", only("UK-03"), uk(8, headroom={}))


@pytest.mark.parametrize(("shift", "refused"), [(-1, True), (0, False), (1, False)])
def test_uk_cooling_off_is_24_hours(shift: int, refused: bool) -> None:
    who = uk(5, requested_at=NOW - 86_400 - shift)
    assert has("UkCoolingOff", only("UK-04"), who) is refused
    assert has("UkCoolingOff", only("UK-04"), uk(5, requested_at=None))
    assert not has("UkCoolingOff", only("UK-04"), uk(3, requested_at=None))


@pytest.mark.parametrize(
    ("code", "missing"), [(1, True), (5, True), (8, True), (2, False), (4, False)]
)
def test_uk_appropriateness_and_product_document(code: int, missing: bool) -> None:
    who = uk(code, appropriateness_at={})
    assert has("UkAppropriatenessMissing", only("UK-05"), who) is missing
    assert judge(only("UK-05"), uk(code)).allowed
    assert has("UkProductDocumentMissing", only("UK-07"), uk(code)) is missing
    assert judge(only("UK-07", {"documentHash": HASH}), uk(code)).allowed


@pytest.mark.parametrize("code", range(9))
def test_uk_non_mass_market(code: int) -> None:
    assert has("UkNonMassMarket", only("UK-06"), uk(code)) is (code in (0, 1, 8))


def test_uk_owes_reasons_for_a_refusal_and_only_then() -> None:
    refused = outcomes(judge(exception("qualified"), uk(1)))
    assert refused == {"UkNotQualified": "refused", "UkRefusalNoticeDue": "reported"}
    assert judge(exception("qualified"), uk(3)).findings == ()


@pytest.mark.parametrize(("value", "refused"), [(98, False), (99, False), (100, True)])
def test_uk_sandbox(value: int, refused: bool) -> None:
    state = State(volumes={("UK-09", "issue"): Decimal(value)})
    assert (judge(only("UK-09", {"cap": "100"}), uk(), UNIT, state=state).code == 114) is refused
    assert judge(only("UK-09"), uk(), state=state).allowed


@pytest.mark.parametrize(
    ("rule", "reason", "who"),
    [
        ("UK-02", "UkPromotionClass", uk(1)),
        ("UK-02", "UkStatementTooOld", uk(5, class_verified_at=(None,) * 5)),
        ("UK-03", "UkHeadroomMissing", uk(8, headroom={})),
        ("UK-03", "UkHeadroomExceeded", uk(8, headroom={"UK": (Decimal("0.99"), TODAY)})),
    ],
)
def test_promotion_rules_run_where_a_sale_is_arranged(rule: str, reason: str, who: Profile) -> None:
    assert has(reason, only(rule), who)
    assert has(reason, only(rule), who, sender=holder(), arranged=True)
    assert not has(reason, only(rule), who, sender=holder())


def test_the_cooling_off_is_for_the_first_purchase() -> None:
    hasty = uk(1, requested_at=NOW)
    assert has("UkCoolingOff", only("UK-04"), hasty, state=State(balance=1))
    first, again = State(balance=0), State(balance=1)
    assert has("UkCoolingOff", only("UK-04"), hasty, sender=holder(), state=first)
    assert not has("UkCoolingOff", only("UK-04"), hasty, sender=holder(), state=again)
