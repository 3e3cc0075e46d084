"""SG-01 to SG-09 on-chain, around each date and threshold."""

from collections.abc import Iterator
from typing import Any

import pytest

from quantera.compliance.lots import LotKey
from quantera.compliance.moments import DAY, add_months
from quantera.compliance.rules.deal import SG, Profile
from quantera.evm import Actor
from tests.stacks.token import UNIT
from tests.unit.compliance_offchain.people import NOW, TODAY, buyer, policy, with_class
from tests.unit.packs.market import SELLER, Market, open_market, run_rules, sale
from tests.unit.packs.stage import ALLOTMENT, CENT, CROSSCHAIN_MINT

CODES = range(6)
RELEVANT = {2, 4, 5}
SGD = 3
TWO_HUNDRED_THOUSAND = 200_000 * 10**8


@pytest.fixture(scope="module")
def market_session() -> Market:
    return open_market()


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    with market_session.stack.chain.rollback():
        market_session.at(NOW)
        market_session.setups.clear()
        market_session.keep_lots()
        yield market_session


def sg(code: int = 4, **changes: Any) -> Profile:
    return buyer("SG", **{"classes": with_class(SG, code), **changes})


class TestClasses:
    @pytest.mark.parametrize("code", CODES)
    def test_allowed(self, market: Market, code: int) -> None:
        run_rules(market, ("SG-01", True))
        seller, ben = sale(market, "none"), market.enter(sg(code))
        expected = 0 if code > 1 else 130
        assert market.mint(ben) == market.transfer(seller, ben, 1) == expected
        assert market.preview(CROSSCHAIN_MINT, None, ben, 1) == expected

    def test_classes_are_the_issuers_choice(self, market: Market) -> None:
        run_rules(market, ("SG-01", {"allowed": ["retail"]}))
        assert market.mint(market.enter(sg(1))) == 0
        assert market.mint(market.enter(sg(4, identity=3))) == 130

    @pytest.mark.parametrize("code", range(2, 6))
    @pytest.mark.parametrize("required", [True, False])
    def test_accredited_investors_opt_in(self, market: Market, code: int, required: bool) -> None:
        run_rules(market, ("SG-01", {"optInRequired": required}))
        refused = required and code == 2
        assert market.mint(market.enter(sg(code, opted_in_at=None))) == (131 if refused else 0)
        assert market.mint(market.enter(sg(code, identity=3))) == 0

    @pytest.mark.parametrize("code", CODES)
    def test_no_retail(self, market: Market, code: int) -> None:
        run_rules(market, ("SG-02", True))
        seller, ben = sale(market, "none"), market.enter(sg(code))
        expected = 132 if code < 2 else 0
        assert market.mint(ben) == market.transfer(seller, ben, 1) == expected

    def test_residents_alone_are_asked(self, market: Market) -> None:
        run_rules(market, ("SG-02", True))
        assert market.mint(market.enter(buyer("JP", classes=(0,) * 5))) == 0

    def test_a_holder_whose_class_has_gone_leaves(self, market: Market) -> None:
        run_rules(market, ("SG-02", True))
        ben = market.enter(sg(4))
        market.issue(ben, 10)
        market.enter(sg(1))
        cid = market.enter(sg(4, identity=3))
        assert market.transfer(ben, cid, 4) == 0
        market.stack.token.burn(ben, 4, sender=market.stack.agent)
        market.stack.token.crosschainBurn(ben, 2, sender=market.stack.bridge)
        assert market.transfer(cid, ben, 1) == 132


class TestRoutes:
    @pytest.mark.parametrize("code", CODES)
    def test_section_274(self, market: Market, code: int) -> None:
        run_rules(market, ("SG-03", True))
        seller, ben = sale(market, "none"), market.enter(sg(code))
        assert market.mint(ben) == (0 if code == 4 else 133)
        assert market.transfer(seller, ben, 1) == 0, "secondary buyers are SG-05's"

    @pytest.mark.parametrize("code", CODES)
    @pytest.mark.parametrize(
        ("paid", "enough"),
        [
            (TWO_HUNDRED_THOUSAND - 1, False),
            (TWO_HUNDRED_THOUSAND, True),
            (TWO_HUNDRED_THOUSAND + 1, True),
        ],
    )
    def test_section_275(self, market: Market, code: int, paid: int, enough: bool) -> None:
        run_rules(market, ("SG-04", True))
        ben = market.enter(sg(code))
        expected = 0 if enough or code in RELEVANT else 135
        assert market.mint(ben, 10, terms=(paid, SGD, 0, 0, 0)) == expected

    @pytest.mark.parametrize(("units", "code"), [(199_999, 135), (200_000, 0), (200_001, 0)])
    def test_the_offer_price_where_nothing_is_stated(
        self, market: Market, units: int, code: int
    ) -> None:
        run_rules(market, ("SG-04", True))
        assert market.mint(market.enter(sg(1)), units * UNIT) == code

    def test_a_fraction_of_a_price_is_not_enough(self, market: Market) -> None:
        run_rules(market, ("SG-04", True))
        assert market.mint(market.enter(sg(1)), 200_000 * UNIT - 1) == 135

    def test_another_currency_is_no_price(self, market: Market) -> None:
        run_rules(market, ("SG-04", True), prices={})
        ben = market.enter(sg(1))
        assert market.mint(ben, 10, terms=(TWO_HUNDRED_THOUSAND, 0, 0, 0, 0)) == 135

    @pytest.mark.parametrize("code", CODES)
    def test_without_a_smallest_amount_relevant_persons_alone(
        self, market: Market, code: int
    ) -> None:
        run_rules(market, ("SG-04", {"minConsideration": None}))
        ben = market.enter(sg(code))
        expected = 0 if code in RELEVANT else 134
        assert market.mint(ben, 10, terms=(2**128 - 1, SGD, 0, 0, 0)) == expected

    def test_50_persons_in_twelve_months(self, market: Market) -> None:
        run_rules(market, ("SG-07", {"maxPersons": 2}))
        first = market.enter(sg(1, identity=20))
        assert market.mint(first) == 0
        assert market.mint(market.enter(sg(4, identity=21))) == 0
        last = market.enter(sg(4, identity=22))
        assert market.mint(last) == 138
        assert market.mint(first) == 0
        assert market.used(138) == 2
        market.at(add_months(TODAY, 12) - 1)
        assert market.mint(last) == 138
        market.at(add_months(TODAY, 12))
        assert (market.mint(last), market.used(138)) == (0, 1)

    def test_50_is_the_default(self, market: Market) -> None:
        run_rules(market, ("SG-07", True))
        assert market.setups["SG"].limits[138 << 16] == 50

    def test_five_million_in_twelve_months(self, market: Market) -> None:
        run_rules(market, ("SG-07", {"mode": "small-offer"}))
        ben = market.enter(sg(1))
        assert market.mint(ben, 5_000_000 * UNIT + 1) == 139
        assert market.mint(ben, 4_000_000 * UNIT) == 0
        assert market.mint(ben, 1_000_000 * UNIT + 1) == 139, "a fraction is rounded up"
        assert market.mint(ben, 1_000_000 * UNIT) == 0
        assert market.used(139) == 5_000_000 * 10**8
        market.at(add_months(TODAY, 12) - 1)
        assert market.mint(ben, 1) == 139
        market.at(add_months(TODAY, 12))
        assert market.mint(ben, 5_000_000 * UNIT) == 0

    def test_stated_prices_count_and_unknown_ones_refuse(self, market: Market) -> None:
        run_rules(market, ("SG-07", {"mode": "small-offer"}), prices={})
        ben = market.enter(sg(1))
        assert market.mint(ben) == 139
        assert market.mint(ben, terms=(5_000_000 * 10**8 - CENT, SGD, 0, 0, 0)) == 0
        assert market.mint(ben, terms=(CENT + 1, SGD, 0, 0, 0)) == 139
        assert market.mint(ben, terms=(CENT, SGD, 0, 0, 0)) == 0

    @pytest.mark.parametrize(("mode", "code"), [("private-placement", 138), ("small-offer", 139)])
    def test_an_exhausted_allotment(self, market: Market, mode: str, code: int) -> None:
        run_rules(market, ("SG-07", {"mode": mode}), allotments={code << 16: 0})
        assert market.mint(market.enter(sg())) == ALLOTMENT

    @pytest.mark.parametrize(
        ("rule", "parameters", "exemption"),
        [
            ("SG-03", True, "274"),
            ("SG-04", True, "275"),
            ("SG-07", {"mode": "private-placement"}, "272B"),
            ("SG-07", {"mode": "small-offer"}, "272A"),
        ],
    )
    def test_lots_bear_the_routes_exemption(
        self, market: Market, rule: str, parameters: Any, exemption: str
    ) -> None:
        run_rules(market, (rule, parameters))
        assert market.mint(market.enter(sg(identity=20)), 10) == 0
        assert market.lots(20) == {LotKey(NOW // DAY, "issuer", exemption): 10}


class TestSales:
    @pytest.mark.parametrize("exemption", ["274", "275"])
    @pytest.mark.parametrize("code", CODES)
    @pytest.mark.parametrize(("day", "locked"), [(-1, True), (0, False), (1, False)])
    def test_on_sale_within_six_months(
        self, market: Market, exemption: str, *, code: int, day: int, locked: bool
    ) -> None:
        seller, ben = sale(market, exemption), market.enter(sg(code))
        run_rules(market, ("SG-05", True))
        market.at(add_months(TODAY, 6) + day * DAY)
        refused = locked and code not in RELEVANT
        assert market.transfer(seller, ben, 100) == (136 if refused else 0)

    @pytest.mark.parametrize("exemption", ["none", "272B", "506c", "small-number"])
    def test_other_lots_are_free(self, market: Market, exemption: str) -> None:
        seller, ben = sale(market, exemption), market.enter(sg(1))
        run_rules(market, ("SG-05", True))
        assert market.transfer(seller, ben, 100) == 0

    def test_buyers_elsewhere_are_asked_too(self, market: Market) -> None:
        seller, ben = sale(market, "275"), market.enter(buyer("JP", classes=(0,) * 5))
        run_rules(market, ("SG-05", True))
        assert market.transfer(seller, ben, 100) == 136

    @pytest.mark.parametrize(
        ("paid", "code"),
        [(TWO_HUNDRED_THOUSAND - 1, 136), (TWO_HUNDRED_THOUSAND, 0), (2**128 - 1, 0)],
    )
    def test_an_arranged_sale_of_200_000(self, market: Market, paid: int, code: int) -> None:
        seller = market.settlement(sg(4, identity=SELLER))
        market.issue_lot(seller, 100, "275")
        ben = market.enter(sg(1))
        run_rules(market, ("SG-05", True))
        assert market.transfer(seller, ben, 100) == 136, "a plain transfer states no price"
        assert market.arranged(seller, ben, 100, (paid, SGD, 0, 0, 0)) == code

    @pytest.mark.parametrize("exemption", ["272", "272A", "272B"])
    @pytest.mark.parametrize(("day", "code"), [(-1, 140), (0, 0), (1, 0)])
    def test_a_deemed_offer_needs_an_approval(
        self, market: Market, exemption: str, day: int, code: int
    ) -> None:
        seller, ben = sale(market, exemption), market.enter(sg(4))
        run_rules(market, ("SG-08", True))
        market.at(add_months(TODAY, 6) + day * DAY)
        assert market.transfer(seller, ben, 100) == code

    def test_the_approval_is_used_up(self, market: Market) -> None:
        seller, ben = sale(market, "272B"), market.enter(sg(4))
        run_rules(market, ("SG-08", True))
        market.approve(seller, ben, 40)
        assert market.transfer(seller, ben, 41) == 140
        assert market.transfer(seller, ben, 40) == 0
        assert market.transfer(seller, ben, 40) == 140

    @pytest.mark.parametrize("exemption", ["small-number", "275", "none"])
    def test_other_lots_are_no_offer(self, market: Market, exemption: str) -> None:
        seller, ben = sale(market, exemption), market.enter(sg(4))
        run_rules(market, ("SG-08", True))
        assert market.transfer(seller, ben, 100) == 0

    @pytest.mark.parametrize(("vehicle", "reports"), [(True, [137]), (False, [])])
    def test_a_holding_vehicle_is_reported(
        self, market: Market, vehicle: bool, reports: list[int]
    ) -> None:
        seller, ben = sale(market, "275"), market.enter(sg(4, holding_vehicle=vehicle))
        run_rules(market, ("SG-06", True))
        said = market.stack.token.transfer(ben, 10, sender=seller).events.named("RuleReported")
        assert [e.args.code for e in said] == reports
        assert all(e.args.value == 10 for e in said)


class TestFunds:
    @pytest.mark.parametrize("code", CODES)
    def test_who_may_subscribe(self, market: Market, code: int) -> None:
        run_rules(market, ("SG-09", True))
        assert market.mint(market.enter(sg(code))) == (0 if code in RELEVANT else 141)

    @pytest.mark.parametrize("code", CODES)
    @pytest.mark.parametrize(("day", "locked"), [(-1, True), (0, False)])
    def test_on_sale(self, market: Market, code: int, *, day: int, locked: bool) -> None:
        seller = sale(market, "275")
        market.at(add_months(TODAY, 6) + day * DAY)
        ben = market.enter(sg(code, verified_at=market.stack.chain.timestamp))
        run_rules(market, ("SG-09", True))
        refused = locked and code not in RELEVANT
        assert market.transfer(seller, ben, 10) == (142 if refused else 0)

    @pytest.mark.parametrize(("months", "day", "code"), [(24, 1, 0), (24, 0, 143), (24, -1, 143)])
    def test_diligence_is_reviewed(
        self, market: Market, *, months: int, day: int, code: int
    ) -> None:
        run_rules(market, ("SG-09", True))
        seller = sale(market, "none")
        verified = add_months(TODAY, -months) + day * DAY
        ben = market.enter(sg(4, verified_at=verified))
        assert market.transfer(seller, ben, 1) == code

    def test_it_must_have_been_done(self, market: Market) -> None:
        run_rules(market, ("SG-09", True))
        assert market.mint(market.enter(sg(4, verified_at=None))) == 143


def test_the_default_pack_is_what_the_catalogue_says(market: Market) -> None:
    market.run(policy({"SG": {"route": "SG-04"}}))
    assert market.setups["SG"].codes == {130, 131, 132, 134, 135, 136, 137, 140}


def test_a_sale_without_a_route_is_none(market: Market) -> None:
    market.run(policy({"SG": {}}))
    seller, ben = sale(market, "none"), market.enter(sg())
    assert market.mint(ben) == 38
    assert market.transfer(seller, ben, 1) == 0


def test_a_sale_names_another_route(market: Market) -> None:
    """Terms name section 274 where the pack's own is 275; its code must be switched on."""
    market.run(policy({"SG": {"route": "SG-04"}}))
    ben: Actor = market.enter(sg(5))
    assert market.mint(ben, 10) == 0
    assert market.mint(ben, 10, terms=(0, 0, 3 << 12, 0, 0)) == 38
