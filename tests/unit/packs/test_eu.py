"""EU-01 to EU-09 on-chain, around each date and threshold."""

from typing import Any

import pytest

from quantera.compliance.moments import DAY, add_months, parse_start
from quantera.compliance.rules.deal import EU, Profile
from quantera.evm import Actor
from tests.stacks.token import UNIT, rule_settings
from tests.unit.compliance_offchain.people import buyer, holder, only, policy, with_class
from tests.unit.packs.stage import ALLOTMENT, CROSSCHAIN_MINT, NO_ROUTE, Stage, euros

HASH = "0x" + "ab" * 32
GERMANY, FRANCE, NORWAY, BRAZIL = 276, 250, 578, 76


def eu(code: int = 4, **changes: Any) -> Profile:
    return buyer("EU", **{"classes": with_class(EU, code), **changes})


def rules(rule: str, parameters: dict[str, Any] | bool = True, **changes: Any) -> Any:
    """An asset whose pack has one rule; without an offer route unless the rule is one."""
    return policy(only(rule, parameters), **changes)


def run(stage: Stage, rule: str, parameters: dict[str, Any] | bool = True, **changes: Any) -> None:
    """One rule alone, with no route asked for."""
    names = ("limits", "allotments", "offer", "own")
    options = {name: changes.pop(name) for name in names if name in changes}
    stage.run(rules(rule, parameters, **changes), switches=(), **options)


class TestCategory:
    @pytest.mark.parametrize(("code", "refusal"), [(0, 70), (1, 70), (2, 0), (3, 0), (4, 0)])
    def test_allowed_categories(self, stage: Stage, code: int, refusal: int) -> None:
        run(stage, "EU-01")
        assert stage.mint(stage.enter(eu(code))) == refusal

    def test_categories_are_the_issuers_choice(self, stage: Stage) -> None:
        run(stage, "EU-01", {"allowed": ["retail"]})
        assert stage.mint(stage.enter(eu(1))) == 0
        assert stage.mint(stage.enter(eu(4, identity=3))) == 70

    @pytest.mark.parametrize(("code", "refusal"), [(1, 71), (2, 0), (3, 0), (4, 0)])
    def test_retail_needs_an_assessment(self, stage: Stage, code: int, refusal: int) -> None:
        classes = ["retail", "professional-on-request", "professional", "eligible-counterparty"]
        run(stage, "EU-01", {"allowed": classes})
        assert stage.mint(stage.enter(eu(code, appropriateness_at={}))) == refusal
        assert stage.mint(stage.enter(eu(code, identity=3))) == 0

    def test_without_the_switch_none_is_needed(self, stage: Stage) -> None:
        run(stage, "EU-01", {"allowed": ["retail"], "appropriateness": False})
        assert stage.mint(stage.enter(eu(1, appropriateness_at={}))) == 0

    def test_residents_of_the_pack_alone_are_asked(self, stage: Stage) -> None:
        run(stage, "EU-01")
        assert stage.mint(stage.enter(buyer("JP", classes=(0, 0, 0, 0, 0)))) == 0
        assert stage.mint(stage.enter(eu(1, identity=3, residence=NORWAY))) == 70

    def test_a_holder_whose_class_has_gone_sells_and_redeems(self, stage: Stage) -> None:
        run(stage, "EU-01")
        seller = stage.enter(eu(4))
        stage.issue(seller, 3 * UNIT)
        stage.enter(eu(1, appropriateness_at={}))
        other = stage.enter(eu(4, identity=3))
        assert stage.transfer(seller, other) == 0
        stage.stack.token.burn(seller, UNIT, sender=stage.stack.agent)
        assert stage.transfer(other, seller) == 70


class TestQualifiedAndPersons:
    @pytest.mark.parametrize(("code", "refusal"), [(0, 72), (1, 72), (2, 0), (3, 0), (4, 0)])
    def test_qualified_only(self, stage: Stage, code: int, refusal: int) -> None:
        run(stage, "EU-02", {"qualifiedOnly": True})
        assert stage.mint(stage.enter(eu(code))) == refusal

    def test_secondary_buyers_are_not_asked(self, stage: Stage) -> None:
        run(stage, "EU-02", {"qualifiedOnly": True})
        seller = stage.enter(eu(4))
        stage.issue(seller)
        assert stage.transfer(seller, stage.enter(eu(1, identity=3))) == 0

    def test_persons_per_state(self, stage: Stage) -> None:
        run(stage, "EU-02", {"maxOthersPerState": 2})
        first = stage.enter(eu(1, identity=10))
        assert stage.mint(first) == 0
        assert stage.mint(stage.enter(eu(1, identity=11))) == 0
        assert stage.mint(stage.enter(eu(1, identity=12))) == 73
        assert stage.used(73, GERMANY) == 2
        assert stage.mint(first) == 0, "who is counted may buy again"
        assert stage.mint(stage.enter(eu(2, identity=13))) == 0, "qualified do not count"
        assert stage.mint(stage.enter(eu(1, identity=14, residence=FRANCE))) == 0
        assert (stage.used(73, GERMANY), stage.used(73, FRANCE)) == (2, 1)

    def test_149_is_the_default(self, stage: Stage) -> None:
        run(stage, "EU-02")
        limits = stage.setups["EU"].limits
        assert len(limits) == 30 and set(limits.values()) == {149}
        assert limits[73 << 16 | GERMANY] == 149

    def test_two_wallets_of_one_identity_are_one_person(self, stage: Stage) -> None:
        run(stage, "EU-02", {"maxOthersPerState": 1})
        who = eu(1, identity=10)
        assert stage.mint(stage.enter(who, "one")) == 0
        assert stage.mint(stage.enter(who, "two")) == 0
        assert stage.used(73, GERMANY) == 1

    def test_each_offer_counts_for_itself(self, stage: Stage) -> None:
        run(stage, "EU-02", {"maxOthersPerState": 1}, limits={7 << 24 | 73 << 16 | GERMANY: 1})
        first, second = (stage.enter(eu(1, identity=n)) for n in (10, 11))
        assert stage.mint(first) == 0
        assert stage.mint(second) == 73
        assert stage.mint(second, terms=(0, 0, 0, 0, 7)) == 0
        assert stage.mint(first, terms=(0, 0, 0, 0, 7)) == 73
        assert (stage.used(73, GERMANY), stage.used(73, GERMANY, 7)) == (1, 1)

    def test_an_offer_that_nobody_opened_admits_nobody(self, stage: Stage) -> None:
        run(stage, "EU-02")
        assert stage.mint(stage.enter(eu(1)), terms=(0, 0, 0, 0, 7)) == 73

    def test_the_allotment_of_a_chain(self, stage: Stage) -> None:
        run(
            stage,
            "EU-02",
            {"maxOthersPerState": 3},
            allotments={73 << 16 | GERMANY: 1},
        )
        assert stage.mint(stage.enter(eu(1, identity=10))) == 0
        assert stage.mint(stage.enter(eu(1, identity=11))) == ALLOTMENT

    def test_a_residence_that_changes_moves_nobody(self, stage: Stage) -> None:
        run(stage, "EU-02", {"maxOthersPerState": 1})
        mover = stage.enter(eu(1, identity=10))
        assert stage.mint(mover) == 0
        stage.enter(eu(1, identity=10, residence=FRANCE))
        assert stage.mint(mover) == 0
        assert (stage.used(73, GERMANY), stage.used(73, FRANCE)) == (1, 1)


class TestConsideration:
    @pytest.mark.parametrize(
        ("price", "refusal"),
        [("99999.99999999", 74), ("100000", 0), ("100000.00000001", 0)],
    )
    def test_100_000_at_the_offer_price(self, stage: Stage, price: str, refusal: int) -> None:
        run(stage, "EU-03", prices={"EUR": price})
        assert stage.mint(stage.enter(eu(1))) == refusal

    def test_fractions_are_rounded_down(self, stage: Stage) -> None:
        run(stage, "EU-03", prices={"EUR": "100000"})
        who = stage.enter(eu(1))
        assert stage.mint(who, UNIT - 1) == 74
        assert stage.mint(who, UNIT) == 0

    def test_without_a_price_it_is_unknown(self, stage: Stage) -> None:
        run(stage, "EU-03", prices={"USD": "1000000"})
        who = stage.enter(eu(1))
        assert stage.mint(who) == 74
        assert stage.mint(who, terms=(euros(100_000), 1, 0, 0, 0)) == 0

    @pytest.mark.parametrize(
        ("paid", "currency", "refusal"),
        [
            ("99999.99999999", 1, 74),
            ("100000", 1, 0),
            ("100000", 2, 74),
            ("0", 1, 74),
        ],
    )
    def test_terms_state_what_is_paid(
        self, stage: Stage, paid: str, currency: int, refusal: int
    ) -> None:
        run(stage, "EU-03", prices={})
        terms = (euros(paid), currency, 0, 0, 0)
        assert stage.mint(stage.enter(eu(1)), terms=terms) == refusal

    def test_terms_come_before_the_offer_price(self, stage: Stage) -> None:
        run(stage, "EU-03", prices={"EUR": "100000"})
        who = stage.enter(eu(1))
        assert stage.mint(who, terms=(euros(99_999), 1, 0, 0, 0)) == 74
        assert stage.mint(who, terms=(euros(99_999), 0, 0, 0, 0)) == 0


class TestVolume:
    @pytest.mark.parametrize(
        ("paid", "refusal"), [("11999999.99999998", 0), ("11999999.99999999", 75), ("12000000", 75)]
    )
    def test_less_than_12_million_in_the_union(self, stage: Stage, paid: str, refusal: int) -> None:
        run(stage, "EU-04", {"higherStates": ["DE"]}, prices={"EUR": "0.00000001"})
        who = stage.enter(eu(1))
        stage.issue(who)
        assert stage.used(75) == 1
        assert stage.mint(who, terms=(euros(paid), 1, 0, 0, 0)) == refusal

    @pytest.mark.parametrize(("paid", "refusal"), [("4999999.99999999", 0), ("5000000", 76)])
    def test_less_than_5_million_in_a_state_that_keeps_the_lower_limit(
        self, stage: Stage, paid: str, refusal: int
    ) -> None:
        run(stage, "EU-04", {"higherStates": ["FR"]}, prices={})
        german, french = stage.enter(eu(1)), stage.enter(eu(1, identity=3, residence=FRANCE))
        assert stage.mint(german, terms=(euros(paid), 1, 0, 0, 0)) == refusal
        assert stage.mint(french, terms=(euros(5_000_000), 1, 0, 0, 0)) == 0

    def test_states_add_up_in_the_union(self, stage: Stage) -> None:
        run(stage, "EU-04", prices={})
        for identity, country in ((10, GERMANY), (11, FRANCE)):
            who = stage.enter(eu(1, identity=identity, residence=country))
            assert stage.mint(who, terms=(euros(4_000_000), 1, 0, 0, 0)) == 0
        norwegian = stage.enter(eu(1, identity=12, residence=NORWAY))
        assert stage.mint(norwegian, terms=(euros(4_000_000), 1, 0, 0, 0)) == 75
        assert stage.mint(norwegian, terms=(euros("3999999.99"), 1, 0, 0, 0)) == 0

    @pytest.mark.parametrize(("shift", "refusal"), [(-DAY, 76), (0, 0), (DAY, 0)])
    def test_twelve_months_roll(self, stage: Stage, shift: int, refusal: int) -> None:
        run(stage, "EU-04", prices={})
        start = parse_start("2026-12-31")
        stage.at(start)
        who = stage.enter(eu(1))
        terms = (euros(3_000_000), 1, 0, 0, 0)
        assert stage.mint(who, terms=terms) == 0
        stage.at(add_months(start, 12) + shift)
        assert stage.used(76, GERMANY) == (0 if refusal == 0 else euros(3_000_000))
        assert stage.mint(who, terms=terms) == refusal

    def test_fractions_are_rounded_up(self, stage: Stage) -> None:
        run(stage, "EU-04", prices={"EUR": "0.00000001"})
        stage.issue(stage.enter(eu(1)), 1)
        assert stage.used(75) == 1

    def test_without_a_price_it_is_unknown(self, stage: Stage) -> None:
        run(stage, "EU-04", prices={})
        assert stage.mint(stage.enter(eu(1))) == 75

    def test_what_is_counted_is_told(self, stage: Stage) -> None:
        run(stage, "EU-04", prices={"EUR": "2"})
        receipt = stage.issue(stage.enter(eu(1)), 3 * UNIT)
        told = [(e.args.key, e.args.value) for e in receipt.events.named("PackVolumeCounted")]
        assert told == [(75 << 16, euros(6)), (76 << 16 | GERMANY, euros(6))]


CAPS = [("shares", 77, "shareCap"), ("bonds", 78, "bondCap"), ("funds", 79, "fundCap")]


class TestMarketInfrastructure:
    @pytest.mark.parametrize("case", CAPS)
    @pytest.mark.parametrize(("units", "refused"), [(9 * UNIT - 1, False), (9 * UNIT, True)])
    def test_the_issue_stays_below_its_cap(
        self, stage: Stage, case: tuple[str, int, str], units: int, refused: bool
    ) -> None:
        instrument, code, cap = case
        run(stage, "EU-05", {"instrument": instrument, cap: 100}, prices={"EUR": "10"})
        who = stage.enter(eu())
        stage.issue(who)
        # A price of ten at eight decimals hides the last units of eighteen: rounded up.
        units -= units % 10**9
        assert stage.mint(who, units) == (code if refused else 0)

    def test_redemptions_make_room(self, stage: Stage) -> None:
        run(stage, "EU-05", {"shareCap": 100}, prices={"EUR": "10"})
        who = stage.enter(eu())
        stage.issue(who, 9 * UNIT)
        assert stage.mint(who) == 77
        stage.stack.token.burn(who, UNIT, sender=stage.stack.agent)
        assert stage.used(77) == euros(80)
        assert stage.mint(who) == 0

    @pytest.mark.parametrize(("others", "refusal"), [("89", 0), ("90", 0), ("90.00000001", 80)])
    def test_the_infrastructure_may_reach_its_cap(
        self, stage: Stage, others: str, refusal: int
    ) -> None:
        parameters = {"infrastructureCap": 100, "othersValue": others}
        run(stage, "EU-05", parameters, prices={"EUR": "10"})
        assert stage.used(80) == euros(others)
        assert stage.mint(stage.enter(eu())) == refusal

    def test_without_a_price_it_is_unknown(self, stage: Stage) -> None:
        run(stage, "EU-05", prices={})
        assert stage.mint(stage.enter(eu())) == 77

    def test_only_this_chains_allotment(self, stage: Stage) -> None:
        run(stage, "EU-05", prices={"EUR": "10"}, allotments={77 << 16: euros(100)})
        who = stage.enter(eu())
        stage.issue(who, 9 * UNIT)
        assert stage.mint(who) == ALLOTMENT


class TestDocumentsAndFunds:
    @pytest.mark.parametrize(("code", "refusal"), [(0, 81), (1, 81), (2, 0), (4, 0)])
    def test_retail_needs_a_document(self, stage: Stage, code: int, refusal: int) -> None:
        run(stage, "EU-06")
        assert stage.mint(stage.enter(eu(code))) == refusal
        run(stage, "EU-06", {"documentHash": HASH})
        assert stage.mint(stage.enter(eu(code))) == 0

    @pytest.mark.parametrize(
        ("code", "country", "refusal"),
        [(1, GERMANY, 82), (1, FRANCE, 0), (1, NORWAY, 0), (2, GERMANY, 0)],
    )
    def test_funds_for_retail_in_some_states(
        self, stage: Stage, code: int, country: int, refusal: int
    ) -> None:
        run(stage, "EU-07", {"retailStates": ["FR", "NO"]})
        assert stage.mint(stage.enter(eu(code, residence=country))) == refusal


class TestCustomerData:
    @pytest.mark.parametrize("case", [(5, False, 83), (1, True, 84), (5, True, 83), (2, True, 84)])
    @pytest.mark.parametrize(("shift", "refused"), [(-1, False), (0, True), (DAY, True)])
    def test_age(
        self, stage: Stage, case: tuple[int, bool, int], shift: int, refused: bool
    ) -> None:
        years, high, code = case
        verified = parse_start("2028-02-29")
        run(stage, "EU-08", {"highRiskYears": years})
        who = stage.enter(eu(verified_at=verified, high_risk=high))
        stage.at(add_months(verified, 12 * years) + shift)
        assert stage.mint(who) == (code if refused else 0)

    @pytest.mark.parametrize(("shift", "refusal"), [(-1, 0), (0, 83), (1, 83)])
    def test_applies_from_10_july_2027(self, stage: Stage, shift: int, refusal: int) -> None:
        run(stage, "EU-08")
        stage.at(parse_start("2027-07-10") + shift)
        assert stage.mint(stage.enter(eu(verified_at=None))) == refusal


class TestListedIssuers:
    @pytest.fixture
    def market(self, stage: Stage) -> tuple[Actor, Actor]:
        run(stage, "EU-09", {"closedUntil": "2027-01-20"})
        stage.count_holders()
        seller = stage.enter(holder("EU"))
        stage.issue(seller, 1_000 * UNIT)
        return seller, stage.enter(eu())

    @pytest.mark.parametrize(
        ("shift", "refusal"), [(-30 * DAY - 1, 0), (-30 * DAY, 85), (-1, 85), (0, 0)]
    )
    @pytest.mark.parametrize("insider", ["buyer", "seller", "nobody"])
    def test_closed_period(
        self, stage: Stage, market: tuple[Actor, Actor], shift: int, refusal: int, insider: str
    ) -> None:
        seller, recipient = market
        inside = frozenset({"NOTE"})
        if insider == "buyer":
            stage.enter(eu(insider_of=inside))
        if insider == "seller":
            stage.enter(holder("EU", insider_of=inside))
        stage.at(parse_start("2027-01-20") + shift)
        assert stage.transfer(seller, recipient) == (0 if insider == "nobody" else refusal)

    @pytest.mark.usefixtures("market")
    def test_insiders_do_not_subscribe_but_their_units_may_arrive(self, stage: Stage) -> None:
        stage.at(parse_start("2027-01-19"))
        insider = stage.enter(eu(insider_of=frozenset({"NOTE"})))
        assert stage.mint(insider) == 85
        assert stage.preview(CROSSCHAIN_MINT, None, insider, UNIT) == 0

    def test_outside_its_own_pack_the_token_asks_buyers_alone(self, stage: Stage) -> None:
        run(stage, "EU-09", {"closedUntil": "2027-01-20"}, own=False)
        seller = stage.enter(holder("EU"))
        stage.issue(seller, 2 * UNIT)
        stage.at(parse_start("2027-01-19"))
        stage.enter(holder("EU", insider_of=frozenset({"NOTE"})))
        outsider = stage.enter(eu())
        assert stage.transfer(seller, outsider) == 0
        stage.enter(eu(insider_of=frozenset({"NOTE"})))
        assert stage.transfer(seller, outsider) == 85

    @pytest.mark.parametrize(
        ("before", "amount", "told"),
        [
            (48, 1, False),
            (49, 1, True),
            (50, 1, False),
            (98, 1, False),
            (99, 1, True),
            (0, 750, True),
        ],
    )
    def test_major_holdings_when_reached(
        self, stage: Stage, market: tuple[Actor, Actor], before: int, amount: int, told: int
    ) -> None:
        seller, recipient = market
        stage.at(parse_start("2027-01-21"))
        if before:
            stage.stack.token.transfer(recipient, before * UNIT, sender=seller)
        receipt = stage.stack.token.transfer(recipient, amount * UNIT, sender=seller)
        events = receipt.events.named("MajorHoldingCrossed")
        mine = [e.args for e in events if int(e.args.identity, 16) == 2]
        assert len(mine) == told
        if told:
            held, holds = before * UNIT, (before + amount) * UNIT
            assert (mine[0].held, mine[0].holds, mine[0].supply) == (held, holds, 1_000 * UNIT)

    def test_major_holdings_when_left(self, stage: Stage, market: tuple[Actor, Actor]) -> None:
        seller, recipient = market
        stage.at(parse_start("2027-01-21"))
        told = []
        for amount in (250, 1, 1):
            receipt = stage.stack.token.transfer(recipient, amount * UNIT, sender=seller)
            events = receipt.events.named("MajorHoldingCrossed")
            told.append(sum(int(e.args.identity, 16) == 1 for e in events))
        assert told == [0, 1, 0], "75 % is left with the unit after 750"

    def test_the_first_issue_reaches_every_threshold(self, stage: Stage) -> None:
        run(stage, "EU-09")
        stage.count_holders()
        receipt = stage.issue(stage.enter(eu()), UNIT)
        assert receipt.events.one("MajorHoldingCrossed").args.holds == UNIT


class TestRoute:
    def test_a_primary_sale_needs_a_route(self, stage: Stage) -> None:
        stage.run(rules("EU-08"))
        who, abroad = stage.enter(eu()), stage.enter(buyer(None, identity=3))
        assert stage.mint(who) == NO_ROUTE
        assert stage.mint(abroad) == 0

    def test_terms_name_one_of_those_switched_on(self, stage: Stage) -> None:
        stage.run(rules("EU-02", {"qualifiedOnly": True}), switches=(NO_ROUTE, 74))
        who = stage.enter(eu(1))
        assert stage.mint(who) == 72
        assert stage.mint(who, terms=(euros(1), 1, 3 << 4, 0, 0)) == 0, "no smallest amount is set"
        assert stage.mint(who, terms=(0, 1, 2 << 4, 0, 0)) == 72
        assert stage.mint(who, terms=(euros(1), 1, 4 << 4, 0, 0)) == NO_ROUTE
        assert stage.mint(who, terms=(euros(1), 1, 9 << 4, 0, 0)) == NO_ROUTE
        assert stage.mint(who, terms=(euros(1), 1, 3, 0, 0)) == 72, "a route of the US"

    def test_transfers_need_none(self, stage: Stage) -> None:
        stage.run(rules("EU-08"), switches=())
        seller = stage.enter(holder("EU"))
        stage.issue(seller)
        stage.run(rules("EU-08"))
        assert stage.transfer(seller, stage.enter(eu())) == 0


def test_every_code_is_switched_alone(stage: Stage) -> None:
    """With a code off, what it alone refuses passes."""
    worst = eu(
        0,
        appropriateness_at={},
        verified_at=None,
        high_risk=True,
        insider_of=frozenset({"NOTE"}),
    )
    packs = only(
        "EU-08",
        {"appliesFrom": "2026-01-01"},
        **{
            "EU-01": True,
            "EU-06": True,
            "EU-07": True,
            "EU-09": {"closedUntil": "2026-11-23"},
        },
    )
    stage.run(policy(packs), switches=())
    who = stage.enter(worst)
    codes = set(stage.setups["EU"].codes)
    for code in (70, 71, 81, 82, 83, 84, 85):
        assert stage.mint(who) == code
        codes.discard(code)
        stage.stack.configure(rule_settings(codes, ownPacks=2, recipientPacks=2))
    assert stage.mint(who) == 0
