"""US-02 to US-04 on-chain: sales of restricted lots and by affiliates."""

from collections.abc import Iterator
from typing import Any

import pytest

from quantera.compliance.lots import LotKey
from quantera.compliance.moments import DAY, add_months
from quantera.compliance.rules.deal import US, Profile
from quantera.evm import Actor
from tests.stacks.token import UNIT
from tests.unit.compliance_offchain.people import NOW, TODAY
from tests.unit.packs.market import (
    SELLER,
    Market,
    abroad,
    open_market,
    run_rules,
    sale,
    us,
)

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


class TestRestricted:
    @pytest.mark.parametrize("exemption", ["506b", "506c", "144A"])
    @pytest.mark.parametrize(("reporting", "months"), [(False, 12), (True, 6)])
    @pytest.mark.parametrize(("day", "code"), [(-1, 43), (0, 0), (1, 0)])
    def test_the_period(
        self, market: Market, exemption: str, *, reporting: bool, months: int, day: int, code: int
    ) -> None:
        seller, ben = sale(market, exemption), market.enter(us())
        run_rules(market, ("US-02", {"reportingIssuer": reporting, "currentInformation": True}))
        market.at(add_months(TODAY, months) + day * DAY)
        assert market.transfer(seller, ben, 100) == code

    @pytest.mark.parametrize("exemption", ["none", "RegS", "CF", "274", "QII"])
    def test_other_lots_are_free(self, market: Market, exemption: str) -> None:
        seller, ben = sale(market, exemption), market.enter(us())
        run_rules(market, ("US-02", True))
        assert market.transfer(seller, ben, 100) == 0

    def test_free_lots_are_sold_and_restricted_ones_stay(self, market: Market) -> None:
        seller, ben = sale(market, "506c"), market.enter(us(identity=20))
        market.issue_lot(seller, 50, "none")
        run_rules(market, ("US-02", True))
        assert market.transfer(seller, ben, 51) == 43
        assert market.transfer(seller, ben, 50) == 0
        assert market.lots(SELLER) == {LotKey(NOW // DAY, "issuer", "506c"): 100}

    @pytest.mark.parametrize(
        ("months", "day", "code"),
        [(6, -1, 43), (6, 0, 44), (12, -1, 44), (12, 0, 0)],
    )
    def test_current_information_from_month_6_to_12(
        self, market: Market, months: int, day: int, code: int
    ) -> None:
        seller, ben = sale(market, "506c"), market.enter(us())
        run_rules(market, ("US-02", {"reportingIssuer": True}))
        market.at(add_months(TODAY, months) + day * DAY)
        assert market.transfer(seller, ben, 100) == code

    def test_a_shells_stay_blocked(self, market: Market) -> None:
        seller, ben = sale(market, "506c"), market.enter(us())
        run_rules(market, ("US-02", {"shell": True}))
        market.at(add_months(TODAY, 60))
        assert market.transfer(seller, ben, 1) == 45

    def test_without_lots_every_unit_counts_as_locked(self, market_session: Market) -> None:
        market = market_session
        with market.stack.chain.rollback():
            seller, ben = market.enter(abroad(identity=SELLER)), market.enter(us())
            market.stack.token.mint(seller, 5, sender=market.stack.agent)
            run_rules(market, ("US-02", True))
            assert market.transfer(seller, ben, 1) == 43
            assert market.transfer(seller, ben, 0) == 0

    def test_only_the_tokens_own_pack_asks(self, market: Market) -> None:
        seller, ben = sale(market, "506c"), market.enter(us())
        run_rules(market, ("US-02", True), own=False)
        assert market.transfer(seller, ben, 1) == 0

    def test_redemption_is_free(self, market: Market) -> None:
        seller = sale(market, "506c")
        run_rules(market, ("US-02", {"shell": True}))
        market.stack.token.burn(seller, 100, sender=market.stack.agent)


class TestExits:
    def opened(self, market: Market, *exits: str, **parameters: Any) -> Actor:
        seller = sale(market, "506c")
        run_rules(market, ("US-03", {"exits": list(exits), **parameters}), ("US-02", True))
        return seller

    @pytest.mark.parametrize("exit_", ["qib", "offshore", "4a7"])
    @pytest.mark.parametrize("who", [us(n) for n in CODES] + [abroad()])
    def test_who_fits(self, market: Market, exit_: str, who: Profile) -> None:
        seller = self.opened(market, exit_, outstandingSince="2020-01-01")
        fits = {
            "qib": who.classes[US] in {3, 5},
            "offshore": not who.us_person,
            "4a7": who.classes[US] in ACCREDITED,
        }
        assert market.transfer(seller, market.enter(who), 10) == (0 if fits[exit_] else 46)

    @pytest.mark.parametrize(
        ("since", "code"),
        [
            ("2026-08-25", 47),
            ("2026-08-24", 0),
            ("2026-08-23", 0),
            (None, 47),
        ],
    )
    def test_the_class_must_be_90_days_old(
        self, market: Market, since: str | None, code: int
    ) -> None:
        seller = self.opened(market, "4a7", outstandingSince=since)
        assert market.transfer(seller, market.enter(us(2)), 10) == code
        assert market.transfer(seller, market.enter(us(1, identity=3)), 10) == 46

    def test_an_approval_is_used_up(self, market: Market) -> None:
        seller, ben = self.opened(market, "approval"), market.enter(us(1))
        assert market.transfer(seller, ben, 10) == 46
        market.approve(seller, ben, 10)
        assert market.transfer(seller, ben, 11) == 46
        assert market.transfer(seller, ben, 10) == 0
        assert market.transfer(seller, ben, 10) == 46

    def test_an_approval_is_kept_where_no_lot_needs_it(self, market: Market) -> None:
        seller, ben = self.opened(market, "approval"), market.enter(us(1))
        market.approve(seller, ben, 10)
        market.at(add_months(TODAY, 12) - 1)
        now = market.stack.chain.timestamp
        arguments = (market.stack.token, seller, ben, 10, now, now + 3 * DAY)
        market.stack.engine.approveTransfer(*arguments, sender=market.stack.agent)
        market.at(add_months(TODAY, 12))
        assert market.transfer(seller, ben, 10) == 0
        found = market.stack.engine.approvalOf(market.stack.token, seller, ben, 10)
        assert tuple(found) == (now, now + 3 * DAY)

    def test_without_exits_the_period_refuses(self, market: Market) -> None:
        seller = self.opened(market)
        assert market.transfer(seller, market.enter(us(5)), 10) == 43

    def test_after_the_period_nobody_needs_an_exit(self, market: Market) -> None:
        seller, ben = self.opened(market, "qib"), market.enter(us(1))
        market.at(add_months(TODAY, 12))
        assert market.transfer(seller, ben, 10) == 0


class TestAffiliates:
    def opened(self, market: Market, **changes: Any) -> tuple[Actor, Actor]:
        ann = market.enter(abroad(identity=SELLER, affiliate_of=NOTE))
        market.issue_lot(ann, 10_000 * UNIT)
        run_rules(market, ("US-04", True), **changes)
        return ann, market.enter(us())

    @pytest.mark.parametrize(
        ("asset", "units", "code"),
        [
            ("equity", 100 * UNIT, 0),
            ("equity", 100 * UNIT + 1, 48),
            ("debt", 1000 * UNIT, 0),
            ("debt", 1000 * UNIT + 1, 48),
        ],
    )
    def test_the_share_of_the_supply(
        self, market: Market, asset: str, units: int, code: int
    ) -> None:
        ann, ben = self.opened(market, assetType=asset)
        assert market.transfer(ann, ben, units) == code

    def test_sales_of_three_months_add_up(self, market: Market) -> None:
        ann, ben = self.opened(market)
        assert market.transfer(ann, ben, 60 * UNIT) == 0
        assert market.transfer(ann, ben, 40 * UNIT + 1) == 48
        assert market.transfer(ann, ben, 40 * UNIT) == 0
        market.at(add_months(TODAY, 3) - DAY)
        assert market.transfer(ann, ben, 1) == 48
        market.at(add_months(TODAY, 3))
        assert market.transfer(ann, ben, 100 * UNIT) == 0

    def test_a_group_sells_together(self, market: Market) -> None:
        ann = market.enter(abroad(identity=SELLER, affiliate_of=NOTE), group=7)
        cid = market.enter(abroad(identity=8, affiliate_of=NOTE), group=7)
        dan = market.enter(abroad(identity=7, affiliate_of=NOTE), group=8)
        for wallet in (ann, cid, dan):
            market.issue_lot(wallet, 5000 * UNIT)
        run_rules(market, ("US-04", True))
        ben = market.enter(us())
        assert market.transfer(ann, ben, 100 * UNIT) == 0
        assert market.transfer(cid, ben, 50 * UNIT + 1) == 48
        assert market.transfer(cid, ben, 50 * UNIT) == 0
        assert market.transfer(dan, ben, 150 * UNIT) == 0

    def test_others_are_not_bound(self, market: Market) -> None:
        seller, ben = sale(market, "none"), market.enter(us())
        run_rules(market, ("US-04", True))
        assert market.transfer(seller, ben, 100) == 0

    @pytest.mark.parametrize(
        ("price", "units", "reported"),
        [("1", 5000, False), ("1", 5001, True), ("10", 5000, False), ("10.01", 5000, True)],
    )
    def test_a_form_144_is_reported(
        self, market: Market, price: str, units: int, reported: bool
    ) -> None:
        ann = market.enter(abroad(identity=SELLER, affiliate_of=NOTE))
        market.issue_lot(ann, 10**6 * UNIT)
        run_rules(market, ("US-04", True), prices={"USD": price})
        receipt = market.stack.token.transfer(market.enter(us()), units * UNIT, sender=ann)
        said = [e.args for e in receipt.events.named("RuleReported")]
        assert [(a.code, a.value) for a in said] == ([(49, units * UNIT)] if reported else [])
