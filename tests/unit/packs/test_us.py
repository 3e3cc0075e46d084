"""US-01 and US-05 to US-08 on-chain, around each date and threshold."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.lots import LotKey
from quantera.compliance.moments import DAY, add_months, parse_start
from quantera.compliance.rules.deal import Profile
from quantera.evm import Actor
from tests.stacks.token import UNIT, rule_settings
from tests.unit.compliance_offchain.people import NOW, TODAY, only, policy
from tests.unit.packs.market import (
    Market,
    abroad,
    open_market,
    run_rules,
    sale,
    us,
)
from tests.unit.packs.stage import ALLOTMENT, CROSSCHAIN_MINT

NOTE = frozenset({"NOTE"})
CODES = range(6)
ACCREDITED = {2, 3, 4, 5}


@pytest.fixture(scope="module")
def market_session() -> Market:
    return open_market()


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    with market_session.stack.chain.rollback():
        market_session.at(NOW)
        market_session.setups.clear()
        market_session.keep_lots(holders=True, countries=True, classes=0b00001)
        yield market_session


class TestPurchasers:
    @pytest.mark.parametrize("code", CODES)
    def test_verified_only(self, market: Market, code: int) -> None:
        run_rules(market, ("US-01", True))
        assert market.mint(market.enter(us(code))) == (0 if code in ACCREDITED else 40)

    def test_us_persons_abroad_are_asked_too(self, market: Market) -> None:
        run_rules(market, ("US-01", True))
        assert market.mint(market.enter(us(1, residence=276))) == 40
        assert market.mint(market.enter(abroad(identity=3))) == 0

    def test_secondary_buyers_are_not(self, market: Market) -> None:
        seller = sale(market, "none")
        run_rules(market, ("US-01", True))
        assert market.transfer(seller, market.enter(us(1)), 10) == 0

    @pytest.mark.parametrize(("age", "code"), [(89, 0), (90, 42), (91, 42), (None, 42)])
    def test_a_verification_lasts_90_days(self, market: Market, age: int | None, code: int) -> None:
        run_rules(market, ("US-01", True))
        at = None if age is None else TODAY - age * DAY
        assert market.mint(market.enter(us(class_verified_at=(at, *[TODAY] * 4)))) == code

    @pytest.mark.parametrize(
        ("verified", "code"),
        [("2021-11-23", 0), ("2021-11-22", 42), ("2021-11-21", 42), (None, 42)],
    )
    def test_with_a_written_representation_five_years(
        self, market: Market, verified: str | None, code: int
    ) -> None:
        run_rules(market, ("US-01", True))
        at = None if verified is None else parse_start(verified)
        who = us(class_verified_at=(at, *[TODAY] * 4), written_representation=True)
        assert market.mint(market.enter(who)) == code

    def test_35_others_in_90_days(self, market: Market) -> None:
        run_rules(market, ("US-01", {"mode": "506b", "maxNonAccredited": 2}))
        first = market.enter(us(1, identity=20))
        assert market.mint(first) == 0
        assert market.mint(market.enter(us(0, identity=21))) == 0
        last = market.enter(us(1, identity=22))
        assert market.mint(last) == 41
        assert market.used(41) == 2
        assert market.mint(first) == 0, "who is counted may buy again"
        assert market.mint(market.enter(us(2, identity=23))) == 0, "accredited are not counted"
        market.at((NOW // DAY + 89) * DAY)
        assert market.mint(last) == 41
        market.at((NOW // DAY + 90) * DAY)
        assert (market.mint(last), market.used(41)) == (0, 1)

    def test_35_is_the_default(self, market: Market) -> None:
        run_rules(market, ("US-01", {"mode": "506b"}))
        assert market.setups["US"].limits == {41 << 16: 35}

    def test_an_exhausted_allotment(self, market: Market) -> None:
        key = 41 << 16
        run_rules(market, ("US-01", {"mode": "506b"}), limits={key: 2}, allotments={key: 1})
        assert market.mint(market.enter(us(1, identity=20))) == 0
        assert market.mint(market.enter(us(1, identity=21))) == ALLOTMENT

    @pytest.mark.parametrize(
        ("rule", "parameters", "exemption"),
        [
            ("US-01", {"mode": "506c"}, "506c"),
            ("US-01", {"mode": "506b"}, "506b"),
            ("US-05", {"startsAt": "2020-01-01"}, "RegS"),
            ("US-08", True, "CF"),
        ],
    )
    def test_lots_bear_the_routes_exemption(
        self, market: Market, rule: str, parameters: Any, exemption: str
    ) -> None:
        run_rules(market, (rule, parameters))
        assert market.mint(market.enter(us(5, identity=20)), 10) == 0
        assert market.lots(20) == {LotKey(NOW // DAY, "issuer", exemption): 10}
        market.mint(market.enter(abroad(identity=21)), 10)
        assert market.lots(21) == {LotKey(NOW // DAY, "issuer", "none"): 10}


class TestOffshore:
    @pytest.mark.parametrize(
        ("parameters", "end"),
        [
            ({"category": 1}, "2027-09-01"),
            ({"category": 2}, "2027-10-11"),
            ({"debt": True}, "2027-10-11"),
            ({}, "2028-09-01"),
            ({"reportingIssuer": True}, "2028-03-01"),
        ],
    )
    @pytest.mark.parametrize(("day", "code"), [(-1, 50), (0, 0), (1, 0)])
    def test_no_us_person_in_the_period(
        self, market: Market, parameters: dict[str, Any], end: str, day: int, code: int
    ) -> None:
        run_rules(market, ("US-05", {"startsAt": "2027-09-01", **parameters}))
        seller = sale(market, "none")
        ben, cid = market.enter(us()), market.enter(abroad(identity=3))
        market.at(parse_start(end) + day * DAY)
        assert market.transfer(seller, ben, 1) == code
        assert market.mint(ben) == code
        assert market.preview(CROSSCHAIN_MINT, None, ben, 1) == code
        assert market.transfer(seller, cid, 1) == 0

    def test_a_period_that_has_not_begun_has_not_ended(self, market: Market) -> None:
        run_rules(market, ("US-05", True))
        assert market.mint(market.enter(us())) == 50

    @pytest.mark.parametrize("equity", [True, False])
    @pytest.mark.parametrize(("day", "locked"), [(-1, True), (0, False)])
    def test_a_us_issuers_offshore_equity_stays_restricted(
        self, market: Market, equity: bool, day: int, locked: bool
    ) -> None:
        seller, ben = sale(market, "RegS"), market.enter(us())
        cid = market.enter(abroad(identity=3))
        run_rules(market, ("US-05", {"startsAt": "2020-01-01", "usIssuerEquity": equity}))
        market.at(add_months(TODAY, 12) + day * DAY)
        assert market.transfer(seller, ben, 1) == (51 if equity and locked else 0)
        assert market.transfer(seller, cid, 1) == 0

    def test_it_runs_only_as_the_route(self, market: Market) -> None:
        packs = only("US-05", {"startsAt": None})
        market.run(policy(packs), switches=())
        stack = market.stack
        words = list(market.setups["US"].words)
        words[0] &= ~0xFF
        stack.engine.configurePack(stack.token, 0, words, sender=stack.governor)
        assert market.mint(market.enter(us())) == 0


class TestHolders:
    def fill(self, market: Market, *who: Profile) -> None:
        for profile in who:
            assert market.mint(market.enter(profile)) == 0

    @pytest.mark.parametrize(
        ("name", "code", "who"),
        [
            ("maxHolders", 52, us(2)),
            ("maxNonAccredited", 53, us(1)),
            ("maxNonAccredited", 53, us(0)),
            ("maxUsResidents", 54, us(2)),
        ],
    )
    def test_guards_refuse_where_asked_to(
        self, market: Market, name: str, code: int, who: Profile
    ) -> None:
        base = {"refuse": True, "foreignPrivateIssuer": True}
        run_rules(market, ("US-06", {**base, name: 2}))
        self.fill(market, *(us(1, identity=20 + n) for n in range(2)))
        ben = market.enter(who)
        assert market.mint(ben) == code
        assert market.used(code) == 2
        assert market.mint(market.enter(us(1, identity=20))) == 0, "holders may buy more"
        run_rules(market, ("US-06", {**base, name: 3}))
        assert market.mint(ben) == 0

    def test_guards_count_those_whom_they_concern(self, market: Market) -> None:
        base = {"refuse": True, "foreignPrivateIssuer": True}
        run_rules(market, ("US-06", {**base, "maxNonAccredited": 0, "maxUsResidents": 1}))
        self.fill(market, us(2, identity=20))
        assert market.mint(market.enter(us(2, identity=21))) == 54
        assert market.mint(market.enter(us(2, identity=22, residence=276))) == 0
        run_rules(market, ("US-06", {"refuse": True, "maxUsResidents": 0}))
        assert market.mint(market.enter(us(2, identity=21))) == 0, "no foreign private issuer"

    def test_guards_report_otherwise(self, market: Market) -> None:
        run_rules(market, ("US-06", {"maxHolders": 1, "maxNonAccredited": 0}))
        said = market.issue(market.enter(us(1, identity=20))).events.named("RuleReported")
        assert [(e.args.code, e.args.value) for e in said] == [(53, 1)]
        said = market.issue(market.enter(us(2, identity=21))).events.named("RuleReported")
        assert [(e.args.code, e.args.value) for e in said] == [(52, 2)]
        assert market.issue(market.enter(us(2, identity=21))).events.named("RuleReported") == ()

    @pytest.mark.parametrize("code", CODES)
    def test_qualified_purchasers_only(self, market: Market, code: int) -> None:
        run_rules(market, ("US-07", {"mode": "3c7"}))
        assert market.mint(market.enter(us(code))) == (0 if code in {4, 5} else 56)

    def test_beneficial_owners(self, market: Market) -> None:
        run_rules(market, ("US-07", {"maxOwners": 2}))
        self.fill(market, us(1, identity=20), us(1, identity=21))
        assert market.mint(market.enter(us(5, identity=22))) == 55
        assert market.mint(market.enter(us(1, identity=21))) == 0
        run_rules(market, ("US-07", {"maxOwners": 3}))
        assert market.mint(market.enter(us(1, identity=22))) == 0
        assert market.setups["US"].limits == {55 << 16: 3}

    def test_an_exhausted_allotment(self, market: Market) -> None:
        key = 55 << 16
        run_rules(market, ("US-07", True), limits={key: 100}, allotments={key: 0})
        assert market.mint(market.enter(us())) == ALLOTMENT


class TestCrowdfunding:
    @pytest.mark.parametrize(("day", "code"), [(-1, 57), (0, 0), (1, 0)])
    def test_the_lock(self, market: Market, day: int, code: int) -> None:
        seller, ben = sale(market, "CF"), market.enter(us(1))
        run_rules(market, ("US-08", True))
        market.at(add_months(TODAY, 12) + day * DAY)
        assert market.transfer(seller, ben, 1) == code

    def test_who_may_buy_meanwhile(self, market: Market) -> None:
        seller, ben = sale(market, "CF"), market.enter(us(1))
        run_rules(market, ("US-08", True))
        for code in ACCREDITED:
            assert market.transfer(seller, market.enter(us(code, identity=20 + code)), 1) == 0
        assert market.transfer(seller, market.enter(abroad(identity=3)), 1) == 57
        market.approve(seller, ben, 1)
        assert market.transfer(seller, ben, 1) == 0
        assert market.transfer(seller, ben, 1) == 57

    def headroom(self, market: Market, amount: str | None, **changes: Any) -> Actor:
        run_rules(market, ("US-08", True), **changes)
        limit = {} if amount is None else {"US": (Decimal(amount), TODAY)}
        return market.enter(us(1, identity=20, headroom=limit))

    @pytest.mark.parametrize(("units", "code"), [(99, 0), (100, 0), (101, 58)])
    def test_the_attested_limit(self, market: Market, units: int, code: int) -> None:
        ben = self.headroom(market, "1000", prices={"USD": "10"})
        assert market.mint(ben, units * UNIT) == code

    def test_purchases_use_it_up(self, market: Market) -> None:
        ben = self.headroom(market, "1000", prices={"USD": "10"})
        assert market.mint(ben, 60 * UNIT) == 0
        assert market.mint(ben, 40 * UNIT + 1) == 58, "a fraction is rounded up"
        assert market.mint(ben, 40 * UNIT) == 0
        assert market.mint(ben, 1) == 58

    def test_terms_state_the_price(self, market: Market) -> None:
        ben = self.headroom(market, "1000", prices={})
        assert market.mint(ben) == 58, "no price is known"
        assert market.mint(ben, UNIT, terms=(1000 * 10**8 + 1, 0, 0, 0, 0)) == 58
        assert market.mint(ben, UNIT, terms=(1000 * 10**8, 0, 0, 0, 0)) == 0

    @pytest.mark.parametrize(("second", "code"), [(-1, 0), (0, 59)])
    def test_the_limit_expires(self, market: Market, second: int, code: int) -> None:
        ben = self.headroom(market, "1000")
        market.at(add_months(TODAY, 12) + second)
        assert market.mint(ben) == code

    def test_it_must_be_attested(self, market: Market) -> None:
        assert market.mint(self.headroom(market, None)) == 59
        assert market.mint(market.enter(us(2, headroom={}))) == 0


def test_each_code_has_its_own_switch(market: Market) -> None:
    """With its bit alone a code refuses; without it, it does not."""
    stack = market.stack
    run_rules(market, ("US-01", True))
    ben = market.enter(us(1))
    setup = market.setups["US"]
    assert setup.codes == {40, 42}
    for codes, expected in ((frozenset({42}), 0), (frozenset({40}), 40)):
        stack.configure(_switched(codes))
        assert market.mint(ben) == expected


def _switched(codes: frozenset[int]) -> dict[str, Any]:
    return rule_settings(codes, ownPacks=1, recipientPacks=1)


def test_the_default_pack_is_what_the_catalogue_says(market: Market) -> None:
    asset: AssetPolicy = policy({"US": {"route": "US-01"}})
    market.run(asset)
    assert market.setups["US"].codes == {40, 42, 43, 44, 45, 46, 47, 48, 49, 52, 53, 54}
