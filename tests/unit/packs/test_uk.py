"""UK-01 to UK-09 on-chain, around each date and threshold."""

from decimal import Decimal
from typing import Any

import pytest

from quantera.compliance.moments import DAY, add_months, parse_start
from quantera.compliance.rules.deal import UK, Profile
from tests.stacks.token import UNIT, rule_settings
from tests.unit.compliance_offchain.people import (
    NOW,
    TODAY,
    buyer,
    holder,
    only,
    policy,
    with_class,
)
from tests.unit.packs.stage import ALLOTMENT, CROSSCHAIN_MINT, NO_ROUTE, Stage, euros

HASH = "0x" + "ab" * 32
GBP = 2
PRICELESS: dict[str, str] = {}


def uk(code: int = 4, **changes: Any) -> Profile:
    return buyer("UK", **{"classes": with_class(UK, code), **changes})


def paid(amount: str | int, currency: int = GBP) -> tuple[int, ...]:
    return (euros(amount), currency, 0, 0, 0)


def run(stage: Stage, rule: str, parameters: dict[str, Any] | bool = True, **changes: Any) -> None:
    """One rule alone, with no route asked for."""
    names = ("limits", "allotments", "offer", "own")
    options = {name: changes.pop(name) for name in names if name in changes}
    stage.run(policy(only(rule, parameters), **changes), switches=(), **options)


def offer(stage: Stage, exception: str, **changes: Any) -> None:
    """A public offer under one exception."""
    parameters = {"exception": exception, **changes.pop("parameters", {})}
    run(stage, "UK-01", parameters, **changes)


class TestPublicOffers:
    @pytest.mark.parametrize(
        ("code", "refusal"), [(0, 100), (1, 100), (2, 0), (3, 0), (4, 0), (5, 100), (8, 100)]
    )
    def test_qualified_only(self, stage: Stage, code: int, refusal: int) -> None:
        offer(stage, "qualified")
        assert stage.mint(stage.enter(uk(code))) == refusal

    def test_secondary_buyers_are_not_asked(self, stage: Stage) -> None:
        offer(stage, "qualified")
        seller = stage.enter(uk(4))
        stage.issue(seller)
        assert stage.transfer(seller, stage.enter(uk(1, identity=3))) == 0

    @pytest.mark.parametrize(
        ("second", "refusal"), [("1999999.99999999", 0), ("2000000", 0), ("2000000.00000001", 101)]
    )
    def test_up_to_5_million(self, stage: Stage, second: str, refusal: int) -> None:
        offer(stage, "volume", prices=PRICELESS)
        who = stage.enter(uk(1))
        assert stage.mint(who, terms=paid(3_000_000)) == 0
        assert stage.mint(who, terms=paid(second)) == refusal

    @pytest.mark.parametrize(("shift", "refusal"), [(-DAY, 101), (0, 0), (DAY, 0)])
    def test_in_twelve_months(self, stage: Stage, shift: int, refusal: int) -> None:
        offer(stage, "volume", prices=PRICELESS)
        start = parse_start("2027-02-28")
        stage.at(start)
        who = stage.enter(uk(1))
        assert stage.mint(who, terms=paid(5_000_000)) == 0
        stage.at(parse_start("2028-02-28") + shift)
        assert stage.mint(who, terms=paid("0.01")) == refusal
        assert stage.used(101) == (0 if refusal else euros("0.01")) + (refusal and 5 * 10**14)

    def test_fractions_are_rounded_up_and_no_price_is_unknown(self, stage: Stage) -> None:
        offer(stage, "volume", prices={"GBP": "0.00000001"})
        who = stage.enter(uk(1))
        stage.issue(who, 1)
        assert stage.used(101) == 1
        offer(stage, "volume", prices=PRICELESS, limits={101 << 16: 10**18})
        assert stage.mint(who) == 101

    def test_persons(self, stage: Stage) -> None:
        offer(stage, "persons", parameters={"maxOthers": 2})
        first = stage.enter(uk(1, identity=10))
        assert stage.mint(first) == 0
        assert stage.mint(stage.enter(uk(8, identity=11))) == 0
        assert stage.mint(stage.enter(uk(1, identity=12))) == 102
        assert stage.mint(stage.enter(uk(2, identity=13))) == 0
        assert stage.mint(first) == 0
        assert stage.used(102) == 2

    def test_149_persons_are_the_default_and_each_offer_has_its_own(self, stage: Stage) -> None:
        offer(stage, "persons", offer=5)
        assert stage.setups["UK"].limits[5 << 24 | 102 << 16] == 149
        who = stage.enter(uk(1))
        assert stage.mint(who) == 0
        assert (stage.used(102, offer=5), stage.used(102)) == (1, 0)
        assert stage.mint(who, terms=(0, 0, 0, 0, 6)) == 102

    def test_the_allotment_of_a_chain(self, stage: Stage) -> None:
        offer(stage, "volume", prices=PRICELESS, allotments={101 << 16: euros(10)})
        who = stage.enter(uk(1))
        assert stage.mint(who, terms=paid(10)) == 0
        assert stage.mint(who, terms=paid("0.01")) == ALLOTMENT
        assert stage.mint(who, terms=paid(5_000_000)) == 101

    @pytest.mark.parametrize(
        ("price", "refusal"), [("49999.99999999", 103), ("50000", 0), ("50000.00000001", 0)]
    )
    def test_consideration(self, stage: Stage, price: str, refusal: int) -> None:
        offer(stage, "consideration", prices={"GBP": price})
        who = stage.enter(uk(1))
        assert stage.mint(who) == refusal
        assert stage.mint(who, UNIT - 1) == (103 if price == "50000" else refusal)
        offer(stage, "consideration", prices=PRICELESS)
        assert stage.mint(who) == 103
        assert stage.mint(who, terms=paid(50_000)) == 0
        assert stage.mint(who, terms=paid(50_000, currency=1)) == 103

    def test_platform(self, stage: Stage) -> None:
        offer(stage, "platform")
        who = stage.enter(uk(4))
        assert stage.mint(who) == 104
        offer(stage, "platform", parameters={"onPlatform": True})
        assert stage.mint(who) == 0

    def test_one_exception_is_named(self, stage: Stage) -> None:
        stage.run(policy(only("UK-08")))
        who = stage.enter(uk(4))
        assert stage.mint(who) == NO_ROUTE
        stage.run(policy(only("UK-01")), switches=(NO_ROUTE, 103))
        assert stage.mint(who) == 0
        assert stage.mint(who, terms=(euros(1), GBP, 4 << 8, 0, 0)) == 103
        assert stage.mint(who, terms=(euros(1), GBP, 2 << 8, 0, 0)) == NO_ROUTE


class TestPromotion:
    @pytest.mark.parametrize("code", range(9))
    def test_allowed_classes(self, stage: Stage, code: int) -> None:
        run(stage, "UK-02")
        assert stage.mint(stage.enter(uk(code))) == (105 if code in {0, 1, 8} else 0)

    @pytest.mark.parametrize(("code", "months"), [(5, 12), (6, 36), (7, 12)])
    @pytest.mark.parametrize(("shift", "refusal"), [(-1, 0), (0, 106), (1, 106)])
    def test_age_of_statements(
        self, stage: Stage, code: int, months: int, shift: int, refusal: int
    ) -> None:
        stated = parse_start("2028-02-29")
        run(stage, "UK-02")
        who = stage.enter(uk(code, class_verified_at=(None, None, stated, None, None)))
        professional = stage.enter(uk(3, identity=3, class_verified_at=(None,) * 5))
        stage.at(add_months(stated, months) + shift)
        assert stage.mint(who) == refusal
        assert stage.mint(professional) == 0

    def test_a_missing_statement(self, stage: Stage) -> None:
        run(stage, "UK-02")
        assert stage.mint(stage.enter(uk(5, class_verified_at=(None,) * 5))) == 106

    def test_only_arranged_transfers_are_asked(self, stage: Stage) -> None:
        run(stage, "UK-02")
        retail = stage.enter(uk(1))
        settlement = stage.settlement(holder())
        seller = stage.enter(holder("UK"), "seller")
        stage.issue(settlement, 5 * UNIT)
        stage.issue(seller, 5 * UNIT)
        assert stage.transfer(seller, retail) == 0
        assert stage.arranged(settlement, retail, UNIT, paid(1)) == 105


class TestRestrictedInvestors:
    @pytest.mark.parametrize(("limit", "refusal"), [("0.99999999", 107), ("1", 0), ("1.01", 0)])
    def test_headroom(self, stage: Stage, limit: str, refusal: int) -> None:
        run(stage, "UK-03", prices={"GBP": "1"})
        who = stage.enter(uk(8, headroom={"UK": (Decimal(limit), TODAY)}))
        assert stage.mint(who) == refusal
        other = stage.enter(uk(7, identity=3, headroom={"UK": (Decimal(0), TODAY)}))
        assert stage.mint(other) == 0, "restricted investors alone"

    def test_purchases_use_it_up(self, stage: Stage) -> None:
        run(stage, "UK-03", prices=PRICELESS)
        who = stage.enter(uk(8, headroom={"UK": (Decimal(10), TODAY)}))
        assert stage.mint(who, terms=paid("6.5")) == 0
        assert stage.mint(who, terms=paid("3.50000001")) == 107
        assert stage.mint(who, terms=paid("3.5")) == 0
        assert stage.mint(who, terms=paid("0.00000001")) == 107

    def test_what_is_left_is_told(self, stage: Stage) -> None:
        run(stage, "UK-03", prices={"GBP": "0.00000001"})
        who = stage.enter(uk(8, headroom={"UK": (Decimal(10), TODAY)}))
        told = stage.issue(who, 1).events.one("TermsWritten").args
        assert told.terms == stage.stack.engine.termsOf(stage.stack.token, told.identity)
        assert (told.terms >> 32) % 2**72 == euros(10) - 1, "a fraction is rounded up"
        assert told.terms >> 104 == add_months(TODAY, 12)

    def test_without_a_price_it_is_unknown(self, stage: Stage) -> None:
        run(stage, "UK-03", prices=PRICELESS)
        assert stage.mint(stage.enter(uk(8))) == 107

    @pytest.mark.parametrize(("shift", "refusal"), [(-1, 0), (0, 108), (1, 108)])
    def test_twelve_months(self, stage: Stage, shift: int, refusal: int) -> None:
        attested = parse_start("2027-03-31")
        run(stage, "UK-03")
        who = stage.enter(uk(8, headroom={"UK": (Decimal(10), attested)}))
        stage.at(add_months(attested, 12) + shift)
        assert stage.mint(who) == refusal

    def test_missing(self, stage: Stage) -> None:
        run(stage, "UK-03")
        assert stage.mint(stage.enter(uk(8, headroom={}))) == 108

    def test_another_jurisdictions_headroom_is_none(self, stage: Stage) -> None:
        run(stage, "UK-03")
        who = stage.enter(uk(8, headroom={}))
        american = euros(10) << 32 | (NOW + DAY) << 104
        identity = f"0x{2:040x}"
        stack = stage.stack
        stack.engine.writeTerms(stack.token, identity, 0, american, sender=stack.agent)
        assert stage.mint(who) == 108

    def test_arranged_transfers(self, stage: Stage) -> None:
        run(stage, "UK-03", prices=PRICELESS)
        settlement = stage.settlement(holder())
        seller = stage.enter(holder("UK"), "seller")
        for account in (settlement, seller):
            stage.issue(account, 5 * UNIT)
        who = stage.enter(uk(8, headroom={"UK": (Decimal(10), TODAY)}))
        assert stage.transfer(seller, who) == 0, "a transfer of its own has no price"
        assert stage.arranged(settlement, who, UNIT, paid("10.00000001")) == 107
        assert stage.arranged(settlement, who, UNIT, paid("10")) == 0
        assert stage.arranged(settlement, who, UNIT, paid("0.01")) == 107
        assert stage.arranged(settlement, who, UNIT, paid("1", currency=0)) == 107


class TestRetail:
    @pytest.mark.parametrize(("shift", "refusal"), [(-1, 109), (0, 0), (1, 0)])
    def test_cooling_off_of_24_hours(self, stage: Stage, shift: int, refusal: int) -> None:
        run(stage, "UK-04")
        who = stage.enter(uk(5, requested_at=NOW))
        stage.at(NOW + DAY + shift)
        assert stage.mint(who) == refusal

    def test_cooling_off_for_whom(self, stage: Stage) -> None:
        run(stage, "UK-04")
        assert stage.mint(stage.enter(uk(5, requested_at=None))) == 109
        assert stage.mint(stage.enter(uk(3, identity=3, requested_at=None))) == 0

    def test_cooling_off_is_for_the_first_purchase(self, stage: Stage) -> None:
        run(stage, "UK-04")
        seller = stage.enter(holder("UK"))
        stage.issue(seller, 5 * UNIT)
        who = stage.enter(uk(5, requested_at=NOW - 2 * DAY))
        assert stage.transfer(seller, who) == 0
        stage.enter(uk(5, requested_at=None))
        assert stage.transfer(seller, who) == 0
        assert stage.mint(who) == 109
        newcomer = stage.enter(uk(5, identity=3, requested_at=None))
        assert stage.transfer(seller, newcomer) == 109

    @pytest.mark.parametrize("code", range(9))
    def test_appropriateness(self, stage: Stage, code: int) -> None:
        run(stage, "UK-05")
        expected = 0 if code in {2, 3, 4} else 110
        assert stage.mint(stage.enter(uk(code, appropriateness_at={}))) == expected
        assert stage.mint(stage.enter(uk(code, identity=3))) == 0

    @pytest.mark.parametrize("code", range(9))
    def test_non_mass_market(self, stage: Stage, code: int) -> None:
        run(stage, "UK-06")
        assert stage.mint(stage.enter(uk(code))) == (111 if code in {0, 1, 8} else 0)

    @pytest.mark.parametrize("code", range(9))
    def test_product_document(self, stage: Stage, code: int) -> None:
        run(stage, "UK-07")
        who = stage.enter(uk(code))
        assert stage.mint(who) == (0 if code in {2, 3, 4} else 112)
        run(stage, "UK-07", {"documentHash": HASH})
        assert stage.mint(who) == 0

    def test_a_holder_whose_class_has_gone_sells_and_redeems(self, stage: Stage) -> None:
        stage.run(policy(only("UK-06", **{"UK-05": True, "UK-07": True})), switches=())
        seller = stage.enter(uk(4))
        stage.issue(seller, 3 * UNIT)
        stage.enter(uk(1, appropriateness_at={}))
        other = stage.enter(uk(4, identity=3))
        assert stage.transfer(seller, other) == 0
        stage.stack.token.burn(seller, UNIT, sender=stage.stack.agent)
        assert stage.preview(CROSSCHAIN_MINT, None, seller, 1) == 110

    def test_transfers_have_their_document_too(self, stage: Stage) -> None:
        run(stage, "UK-07")
        seller = stage.enter(holder("UK"))
        stage.issue(seller)
        assert stage.transfer(seller, stage.enter(uk(1))) == 112


class TestSandbox:
    @pytest.mark.parametrize(
        ("units", "refusal"), [(8 * UNIT, 0), (9 * UNIT, 0), (9 * UNIT + 1, 114)]
    )
    def test_the_cap_may_be_reached(self, stage: Stage, units: int, refusal: int) -> None:
        run(stage, "UK-09", {"cap": 100}, prices={"GBP": "10"})
        who = stage.enter(uk())
        stage.issue(who)
        assert stage.used(114) == euros(10)
        assert stage.mint(who, units) == refusal

    def test_without_a_price_it_is_unknown(self, stage: Stage) -> None:
        run(stage, "UK-09", {"cap": 100}, prices=PRICELESS)
        assert stage.mint(stage.enter(uk())) == 114


def test_the_notice_of_a_refusal_changes_nothing(stage: Stage) -> None:
    """UK-08: code 113 is the off-chain layer's; switched on, it refuses nobody."""
    stage.run(policy(only("UK-08")), switches=(113,))
    assert stage.mint(stage.enter(uk(0))) == 0


def test_every_code_is_switched_alone(stage: Stage) -> None:
    """With a code off, what it alone refuses passes."""
    long_ago = {"UK": (Decimal(0), TODAY - 400 * DAY)}
    worst = uk(
        8,
        appropriateness_at={},
        requested_at=None,
        headroom=long_ago,
        class_verified_at=(None,) * 5,
    )
    names = ("UK-02", "UK-03", "UK-04", "UK-05", "UK-06", "UK-07")
    packs = only("UK-01", **dict.fromkeys(names, True), **{"UK-09": {"cap": "0.5"}})
    stage.run(policy(packs), switches=())
    who = stage.enter(worst)
    codes = set(stage.setups["UK"].codes)
    for code in (100, 105, 106, 107, 108, 109, 110, 111, 112, 114):
        assert stage.mint(who) == code
        codes.discard(code)
        stage.stack.configure(rule_settings(codes, ownPacks=4, recipientPacks=4))
    assert stage.mint(who) == 0
