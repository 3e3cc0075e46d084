"""JP-01 to JP-09 on-chain, around each date and threshold."""

from typing import Any

import pytest

from quantera.compliance.moments import DAY, add_months, parse_start
from quantera.compliance.rules.deal import JP, Profile
from quantera.evm import Actor
from tests.stacks.token import UNIT, rule_settings
from tests.unit.compliance_offchain.people import NOW, buyer, holder, only, policy, with_class
from tests.unit.packs.stage import (
    ALLOTMENT,
    CROSSCHAIN_BURN,
    CROSSCHAIN_MINT,
    NO_ROUTE,
    TRANSFER,
    Stage,
)

ROUTES = 16


def jp(code: int = 3, **changes: Any) -> Profile:
    return buyer("JP", **{"classes": with_class(JP, code), **changes})


def run(stage: Stage, rule: str, parameters: dict[str, Any] | bool = True, **changes: Any) -> None:
    """One rule alone, with no route asked for."""
    names = ("limits", "allotments", "offer", "own")
    options = {name: changes.pop(name) for name in names if name in changes}
    stage.run(policy(only(rule, parameters), **changes), switches=(), **options)


def registered(day: int | None) -> tuple[int | None, ...]:
    return (None, None, None, None, day)


class TestPlacements:
    @pytest.mark.parametrize(("code", "refusal"), [(0, 160), (1, 160), (2, 160), (3, 0)])
    def test_institutions_only(self, stage: Stage, code: int, refusal: int) -> None:
        run(stage, "JP-01")
        seller = stage.enter(holder("JP"))
        stage.issue(seller)
        who = stage.enter(jp(code))
        assert stage.mint(who) == refusal
        assert stage.transfer(seller, who) == refusal, "every holder, not the first alone"

    @pytest.mark.parametrize(("shift", "refusal"), [(-1, 0), (0, 161), (1, 161)])
    def test_a_registration_counts_two_years(self, stage: Stage, shift: int, refusal: int) -> None:
        day = parse_start("2028-02-29")
        run(stage, "JP-01")
        who = stage.enter(jp(3, class_verified_at=registered(day)))
        stage.at(add_months(day, 24) + shift)
        assert stage.mint(who) == refusal

    def test_a_missing_registration(self, stage: Stage) -> None:
        run(stage, "JP-01")
        assert stage.mint(stage.enter(jp(3, class_verified_at=registered(None)))) == 161

    def test_who_is_no_institution_any_more_sells_and_redeems(self, stage: Stage) -> None:
        run(stage, "JP-01")
        seller = stage.enter(jp(3))
        stage.issue(seller, 3 * UNIT)
        stage.enter(jp(1, class_verified_at=registered(None)))
        assert stage.transfer(seller, stage.enter(jp(3, identity=3))) == 0
        stage.stack.token.burn(seller, UNIT, sender=stage.stack.agent)
        assert stage.preview(CROSSCHAIN_BURN, seller, None, UNIT) == 0

    @pytest.mark.parametrize(("code", "refusal"), [(0, 162), (1, 162), (2, 0), (3, 0)])
    def test_professionals_only(self, stage: Stage, code: int, refusal: int) -> None:
        run(stage, "JP-02")
        seller = stage.enter(holder("JP"))
        stage.issue(seller)
        who = stage.enter(jp(code))
        assert stage.mint(who) == refusal
        assert stage.transfer(seller, who) == refusal

    def test_small_number(self, stage: Stage) -> None:
        run(stage, "JP-03", {"maxAcquirers": 2})
        first = stage.enter(jp(1, identity=10))
        assert stage.mint(first) == 0
        assert stage.mint(stage.enter(jp(2, identity=11))) == 0
        third = stage.enter(jp(1, identity=12))
        assert stage.mint(third) == 163
        assert stage.mint(stage.enter(jp(3, identity=13))) == 0, "institutions apart"
        assert stage.mint(first) == 0, "counted already"
        assert stage.used(163) == 2
        assert stage.transfer(first, third) == 0, "primary sales alone"

    def test_49_is_the_default(self, stage: Stage) -> None:
        run(stage, "JP-03")
        assert stage.setups["JP"].limits == {163 << 16: 49}

    @pytest.mark.parametrize(("shift", "refusal"), [(-1, 163), (0, 0), (1, 0)])
    def test_six_months_roll(self, stage: Stage, shift: int, refusal: int) -> None:
        run(stage, "JP-03", {"maxAcquirers": 1})
        start = parse_start("2027-08-31")
        stage.at(start)
        assert stage.mint(stage.enter(jp(1, identity=10))) == 0
        stage.at(parse_start("2028-02-29") + shift)
        assert stage.used(163) == (1 if refusal else 0)
        assert stage.mint(stage.enter(jp(1, identity=11))) == refusal

    def test_buying_again_keeps_a_person_in_the_window(self, stage: Stage) -> None:
        run(stage, "JP-03", {"maxAcquirers": 1})
        first = stage.enter(jp(1, identity=10))
        assert stage.mint(first) == 0
        stage.at(NOW + 100 * DAY)
        assert stage.mint(first) == 0
        stage.at(NOW + 200 * DAY)
        assert stage.mint(stage.enter(jp(1, identity=11))) == 163

    def test_the_allotment_of_a_chain(self, stage: Stage) -> None:
        run(stage, "JP-03", allotments={163 << 16: 0})
        assert stage.mint(stage.enter(jp(1))) == ALLOTMENT

    def test_terms_add_to_what_binds_every_holder(self, stage: Stage) -> None:
        stage.run(policy(only("JP-01")), switches=(NO_ROUTE, 163), limits={163 << 16: 49})
        general, institution = stage.enter(jp(1)), stage.enter(jp(3, identity=3))
        named = (0, 0, 3 << ROUTES, 0, 0)
        assert stage.mint(general, terms=named) == 160, "the placement stays for institutions"
        assert stage.mint(institution, terms=named) == 0
        stage.run(policy(only("JP-03", {"maxAcquirers": 5})), switches=(NO_ROUTE, 160, 161))
        assert stage.mint(general) == 0
        assert stage.mint(general, terms=(0, 0, 1 << ROUTES, 0, 0)) == 160
        assert stage.transfer(institution, general) == 0, "which binds its buyer alone"
        assert stage.mint(general, terms=(0, 0, 2 << ROUTES, 0, 0)) == NO_ROUTE

    def test_a_primary_sale_needs_a_route(self, stage: Stage) -> None:
        stage.run(policy(only("JP-09")))
        assert stage.mint(stage.enter(jp())) == NO_ROUTE


class TestTransfers:
    @pytest.fixture
    def parties(self, stage: Stage) -> tuple[Actor, Actor]:
        seller = stage.enter(holder("JP"))
        stage.issue(seller, 3 * UNIT)
        return seller, stage.enter(jp())

    @pytest.mark.parametrize(("amount", "refusal"), [(3 * UNIT - 1, 164), (3 * UNIT, 0), (1, 164)])
    def test_the_whole_holding(
        self, stage: Stage, parties: tuple[Actor, Actor], amount: int, refusal: int
    ) -> None:
        run(stage, "JP-04")
        assert stage.transfer(*parties, amount) == refusal

    def test_the_whole_holding_is_that_of_all_wallets(self, stage: Stage) -> None:
        stage.count_holders()
        run(stage, "JP-04")
        one = stage.enter(holder("JP"), "one")
        two = stage.enter(holder("JP"), "two")
        recipient = stage.enter(jp())
        stage.issue(one, UNIT)
        stage.issue(two, UNIT)
        assert stage.transfer(one, recipient, UNIT) == 164
        assert stage.transfer(one, two, UNIT) == 0, "wallets of one identity"
        assert stage.transfer(two, recipient, 2 * UNIT) == 0

    @pytest.mark.parametrize(("rule", "code"), [("JP-05", 165), ("JP-08", 171)])
    def test_approval(
        self, stage: Stage, parties: tuple[Actor, Actor], rule: str, code: int
    ) -> None:
        run(stage, rule)
        assert stage.transfer(*parties) == code
        stage.approve(*parties)
        assert stage.transfer(*parties, 2 * UNIT) == code, "another amount"
        assert stage.transfer(*parties) == 0
        assert stage.transfer(*parties) == code, "used up"
        stage.approve(*parties)
        stage.at(stage.stack.chain.timestamp + DAY)
        assert stage.transfer(*parties) == code, "over"

    def test_silence_of_two_weeks_approves(
        self, stage: Stage, parties: tuple[Actor, Actor]
    ) -> None:
        run(stage, "JP-08")
        stack = stage.stack
        asked = stack.chain.timestamp
        deemed, end = asked + 14 * DAY, asked + 60 * DAY
        arguments = (stack.token, *parties, UNIT, deemed, end)
        stack.engine.approveTransfer(*arguments, sender=stack.agent)
        stage.at(deemed - 1)
        assert stage.preview(TRANSFER, *parties, UNIT) == 171
        stage.at(deemed)
        assert stage.transfer(*parties) == 0

    def test_approval_under_both_rules_is_one(
        self, stage: Stage, parties: tuple[Actor, Actor]
    ) -> None:
        stage.run(policy(only("JP-05", **{"JP-08": True})), switches=(21,))
        stage.approve(*parties)
        assert stage.transfer(*parties) == 0
        assert stage.transfer(*parties) == 21

    def test_issues_and_moves_between_own_wallets_need_none(self, stage: Stage) -> None:
        stage.run(policy(only("JP-05", **{"JP-08": True, "JP-04": True})), switches=())
        one, two = stage.enter(holder("JP"), "one"), stage.enter(holder("JP"), "two")
        assert stage.mint(one, 2 * UNIT) == 0
        assert stage.transfer(one, two) == 0
        assert stage.preview(CROSSCHAIN_BURN, one, None, UNIT) == 0

    def test_outside_its_own_pack_the_sender_is_not_asked(
        self, stage: Stage, parties: tuple[Actor, Actor]
    ) -> None:
        stage.run(policy(only("JP-05", **{"JP-08": True, "JP-04": True})), switches=(), own=False)
        assert stage.transfer(*parties) == 0

    def test_without_the_consent_switch_none_is_needed(
        self, stage: Stage, parties: tuple[Actor, Actor]
    ) -> None:
        run(stage, "JP-05", {"consent": False})
        assert stage.transfer(*parties) == 0

    @pytest.mark.parametrize(("code", "refusal"), [(0, 166), (1, 166), (2, 0), (3, 0)])
    def test_eligible_holders(
        self, stage: Stage, parties: tuple[Actor, Actor], code: int, refusal: int
    ) -> None:
        run(stage, "JP-05", {"consent": False})
        who = stage.enter(jp(code))
        assert stage.mint(who) == refusal
        assert stage.transfer(parties[0], who) == refusal


class TestInterestsAndFunds:
    def test_acquirers(self, stage: Stage) -> None:
        run(stage, "JP-06", {"maxAcquirers": 2})
        assert stage.mint(stage.enter(jp(1, identity=10))) == 0
        assert stage.mint(stage.enter(jp(3, identity=11))) == 0, "institutions count here"
        assert stage.mint(stage.enter(jp(3, identity=12))) == 167
        assert stage.used(167) == 2

    def test_others_of_a_fund(self, stage: Stage) -> None:
        run(stage, "JP-06", {"mode": "article63", "maxOthers": 1})
        general = stage.enter(jp(1, identity=10))
        assert stage.mint(general) == 169, "no institution yet"
        assert stage.mint(stage.enter(jp(3, identity=11))) == 0
        assert stage.mint(general) == 0
        assert stage.mint(stage.enter(jp(2, identity=12))) == 168
        assert stage.mint(stage.enter(jp(3, identity=13))) == 0
        assert (stage.used(168), stage.used(169)) == (1, 2)

    def test_the_defaults(self, stage: Stage) -> None:
        run(stage, "JP-06")
        assert stage.setups["JP"].limits == {167 << 16: 499, 168 << 16: 49}

    def test_what_is_counted_is_told(self, stage: Stage) -> None:
        run(stage, "JP-06")
        told = stage.issue(stage.enter(jp(1, identity=10))).events.one("PackPersonCounted").args
        assert (told.token, told.key) == (stage.stack.token, 167 << 16)
        assert int(told.identity, 16) == 10


class TestDisclosure:
    def test_holders(self, stage: Stage) -> None:
        stage.count_holders()
        run(stage, "JP-07", {"refuse": True, "maxHolders": 2})
        first, second = (stage.enter(jp(identity=n)) for n in (10, 11))
        third = stage.enter(jp(identity=12))
        assert stage.mint(first, 2 * UNIT) == 0
        assert stage.mint(second) == 0
        assert stage.mint(third) == 170
        assert stage.mint(second) == 0, "a holder already"
        assert stage.transfer(first, third) == 170
        assert stage.transfer(first, third, 2 * UNIT) == 0, "one leaves, one comes"
        assert stage.used(170) == 2
        custodian = stage.enter(jp(identity=13, custodian=True))
        assert stage.transfer(second, custodian) == 0
        abroad = stage.enter(buyer("EU", identity=14))
        assert stage.mint(abroad) == 0, "another pack's recipient"

    def test_it_is_a_guard(self, stage: Stage) -> None:
        stage.count_holders()
        run(stage, "JP-07", {"maxHolders": 0})
        assert stage.mint(stage.enter(jp())) == 0

    def test_the_allotment_of_a_chain(self, stage: Stage) -> None:
        stage.count_holders()
        run(stage, "JP-07", {"refuse": True}, allotments={170 << 16: 1})
        assert stage.mint(stage.enter(jp(identity=10))) == 0
        assert stage.mint(stage.enter(jp(identity=11))) == ALLOTMENT


class TestForeignersAndIdentification:
    def test_prior_notification(self, stage: Stage) -> None:
        run(stage, "JP-09", {"foreignNotification": True})
        resident = stage.enter(jp())
        foreign = stage.enter(buyer(None, identity=3))
        notified = stage.enter(buyer("EU", identity=4, foreign_notification_at=NOW))
        assert stage.mint(resident, 3 * UNIT) == 0
        assert stage.mint(foreign) == 172
        assert stage.mint(notified) == 0
        assert stage.transfer(resident, foreign) == 172
        assert stage.preview(CROSSCHAIN_MINT, None, foreign, UNIT) == 172
        assert stage.preview(CROSSCHAIN_BURN, resident, None, UNIT) == 0

    def test_a_us_person_in_japan_is_no_foreigner(self, stage: Stage) -> None:
        run(stage, "JP-09", {"foreignNotification": True})
        assert stage.mint(stage.enter(jp(us_person=True))) == 0

    def test_outside_its_own_pack_foreigners_are_not_asked(self, stage: Stage) -> None:
        run(stage, "JP-09", {"foreignNotification": True}, own=False)
        assert stage.mint(stage.enter(buyer(None, identity=3))) == 0

    def test_it_is_off_by_default(self, stage: Stage) -> None:
        run(stage, "JP-09")
        assert stage.mint(stage.enter(buyer(None, identity=3))) == 0

    @pytest.mark.parametrize(("shift", "refusal"), [(-1, 0), (0, 173), (1, 173)])
    def test_age_of_the_identification(self, stage: Stage, shift: int, refusal: int) -> None:
        verified = parse_start("2028-02-29")
        run(stage, "JP-09")
        who = stage.enter(jp(verified_at=verified))
        stage.at(add_months(verified, 36) + shift)
        assert stage.mint(who) == refusal

    def test_a_missing_identification(self, stage: Stage) -> None:
        run(stage, "JP-09")
        assert stage.mint(stage.enter(jp(verified_at=None))) == 173
        assert stage.mint(stage.enter(buyer("EU", identity=3, verified_at=None))) == 0


def test_every_code_is_switched_alone(stage: Stage) -> None:
    """With a code off, what it alone refuses passes; codes come in their order."""
    others: dict[str, Any] = {
        "JP-04": True,
        "JP-05": True,
        "JP-07": {"refuse": True, "maxHolders": 1},
        "JP-08": True,
        "JP-09": {"foreignNotification": True},
    }
    packs = only("JP-01", **others)
    stage.count_holders()
    seller = stage.enter(holder("JP"))
    stage.issue(seller, 2 * UNIT)
    stage.run(policy(packs), switches=())
    who = stage.enter(jp(1, verified_at=None))
    codes = set(stage.setups["JP"].codes)
    for code in (160, 164, 165, 166, 170, 171, 173):
        assert stage.transfer(seller, who) == code
        codes.discard(code)
        stage.stack.configure(rule_settings(codes, ownPacks=16, recipientPacks=16))
    assert stage.transfer(seller, who) == 0
