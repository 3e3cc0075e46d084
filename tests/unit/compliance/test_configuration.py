"""Setting rules: what is accepted, what is written, who may, and what is tighter (CMP-10)."""

from collections.abc import Callable
from typing import Any

import pytest

from quantera.access import Profile, Role
from quantera.evm import MemoryChain, expect_revert
from tests.unit.compliance.world import (
    ALL_DAY,
    DAY,
    FRANCE,
    GERMANY,
    JAPAN,
    Limit,
    Path,
    Rule,
    Settings,
    World,
    open_world,
)

EVERY_RULE = tuple(Rule)
FULL = Settings(
    on=(*EVERY_RULE, 41, 189),
    own_packs=0b00011,
    recipient_packs=0b10100,
    live=False,
    supply_cap=1000,
    max_balance=500,
    min_balance=5,
    minimum_ticket=3,
    window_volume=100,
    window_length=DAY,
    holder_cap=50,
    max_share_pips=250_000,
    hours={
        "weekdays": 0b0011111,
        "opensAt": 9 * 3600,
        "closesAt": 17 * 3600,
        "utcOffset": 3600,
        "closedFrom": 0,
        "closedUntil": 0,
    },
    allowed=(GERMANY, JAPAN),
    restricted=(FRANCE,),
    country_caps=((GERMANY, True, 20),),
    class_caps=((16 + 1, True, 10),),
    pack_limits=((41 << 16, 35),),
    allotments=((Limit.SUPPLY, 0, 400), (Limit.PACK, 41 << 16, 7)),
)
NO_LISTS = {"country_caps": (), "class_caps": (), "pack_limits": (), "allotments": ()}


@pytest.fixture
def counted(world: World) -> World:
    world.count(holders=True, countries=True, classes=0b11111)
    return world


@pytest.fixture
def full(counted: World) -> World:
    counted.configure(FULL)
    return counted


class TestWriting:
    def test_what_is_set_is_in_force(self, full: World) -> None:
        settings = full.engine.ruleSettings(full.token)
        wanted = FULL.but(**NO_LISTS).encode()
        for name, value in wanted.items():
            got = getattr(settings, name)
            assert got == (tuple(value.values()) if isinstance(value, dict) else value), name
        assert full.engine.countryHolders(full.token, GERMANY)[:3] == (True, 0, 20)
        assert full.engine.classHolders(full.token, 1, 1)[:3] == (True, 0, 10)
        assert full.engine.allotment(full.token, Limit.PACK, 41 << 16)[:2] == (35, 7)
        assert full.engine.allotment(full.token, Limit.SUPPLY, 0)[:2] == (1000, 400)

    def test_the_event_tells_everything(self, counted: World) -> None:
        receipt = counted.configure(FULL)
        event = receipt.events.one("RulesConfigured").args
        assert (event.token, event.version, event.tightenedOnly, event.by) == (
            counted.token.address,
            1,
            False,
            counted.admin,
        )
        assert event.settings.rules == FULL.encode()["rules"]
        assert [tuple(item) for item in event.settings.allotments] == list(FULL.allotments)
        assert [tuple(item) for item in event.settings.countryCaps] == list(FULL.country_caps)

    def test_every_change_is_a_version_and_decisions_name_it(self, world: World) -> None:
        holder = world.enter("holder")
        for version in (1, 2, 3):
            world.configure(Settings())
            assert world.engine.ruleSetVersion(world.token) == version
            _, receipt = world.move(Path.MINT, None, holder, 1)
            packed = receipt.events.one("TransferDecision").args.packed
            assert packed >> 128 & 0xFFFFFFFF == version
        world.engine.configurePack(world.token, 2, [5], sender=world.admin)
        assert world.engine.ruleSetVersion(world.token) == 4

    def test_pack_parameters_are_replaced_as_a_whole(self, world: World) -> None:
        world.engine.configurePack(world.token, 4, [7, 8, 9], sender=world.admin)
        receipt = world.engine.configurePack(world.token, 4, [1], sender=world.admin)
        assert world.engine.packParameters(world.token, 4) == [1] + 15 * [0]
        assert world.engine.packParameters(world.token, 3) == 16 * [0]
        event = receipt.events.one("PackConfigured").args
        assert (event.jurisdiction, event.words, event.version) == (4, [1], 2)

    def test_a_cap_can_be_taken_away(self, full: World) -> None:
        full.configure(FULL.but(country_caps=((GERMANY, False, 0),), allotments=()))
        assert full.engine.countryHolders(full.token, GERMANY)[:3] == (False, 0, 0)
        assert full.engine.classHolders(full.token, 1, 1)[:3] == (True, 0, 10)

    def test_tokens_do_not_share_rules(self, full: World) -> None:
        second = full.chain.deploy("TokenProbe", full.engine)
        full.engine.registerToken(second, sender=full.admin)
        assert full.engine.ruleSettings(second).rules == 0
        holder = full.enter("holder", FRANCE)
        assert World(full.system, full.engine, second).mint(holder, 10**6) == 0


class TestRefusals:
    @pytest.mark.parametrize("code", [0, 1, 13, 14, 16, 17, 33, 34, 36, 37, 39, 190, 255])
    def test_only_switchable_rules_can_be_switched(self, world: World, code: int) -> None:
        with expect_revert("UnknownRules", rules=1 << code):
            world.configure(Settings(on=(code,)))

    @pytest.mark.parametrize("change", [{"own_packs": 32}, {"recipient_packs": 128}])
    def test_packs_must_exist(self, world: World, change: dict[str, Any]) -> None:
        with expect_revert("UnknownPacks"):
            world.configure(Settings(**change))

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"max_share_pips": 1_000_001}, 26),
            ({"on": (31,), "window_length": 0}, 31),
            ({"on": (30,), "hours": {**ALL_DAY, "weekdays": 128}}, 30),
            ({"on": (30,), "hours": {**ALL_DAY, "closesAt": DAY + 1}}, 30),
            ({"on": (30,), "hours": {**ALL_DAY, "opensAt": 5, "closesAt": 5}}, 30),
            ({"on": (30,), "hours": {**ALL_DAY, "utcOffset": 14 * 3600 + 1}}, 30),
            ({"on": (30,), "hours": {**ALL_DAY, "utcOffset": -14 * 3600 - 1}}, 30),
            ({"on": (30,), "hours": {**ALL_DAY, "closedFrom": 2, "closedUntil": 1}}, 30),
        ],
    )
    def test_parameters_have_ranges(
        self, counted: World, change: dict[str, Any], code: int
    ) -> None:
        with expect_revert("ParameterOutOfRange", code=code):
            counted.configure(Settings(**change))

    @pytest.mark.parametrize("code", [24, 25, 26, 27, 28, 29, 31, 32])
    def test_rules_need_what_they_count(self, world: World, code: int) -> None:
        with expect_revert("CountNeeded", code=code):
            world.configure(Settings(on=(code,), window_length=1))

    def test_a_class_cap_needs_its_jurisdiction_counted(self, world: World) -> None:
        world.count(classes=0b00001)
        with expect_revert("CountNeeded", code=29):
            world.configure(Settings(class_caps=((16, True, 1),)))

    def test_packs_and_words_are_bounded(self, world: World) -> None:
        with expect_revert("UnknownPacks", packs=6):
            world.engine.configurePack(world.token, 6, [], sender=world.admin)
        with expect_revert("ParameterOutOfRange", value=17):
            world.engine.configurePack(world.token, 0, [0] * 17, sender=world.admin)
        with expect_revert("UnknownPacks", packs=32):
            world.count(classes=32)

    def test_a_token_registers_once_and_has_code(self, world: World) -> None:
        with expect_revert("TokenAlreadyRegistered", token=world.token.address):
            world.engine.registerToken(world.token, sender=world.admin)
        with expect_revert("TokenWithoutCode"):
            world.engine.registerToken(world.actor("stranger"), sender=world.admin)

    def test_unregistered_tokens_have_no_rules(self, world: World) -> None:
        stranger = world.actor("stranger")
        with expect_revert("TokenNotRegistered", token=stranger):
            world.engine.configureRules(stranger, Settings().encode(), sender=world.admin)


LOOSER = [
    *[({"on": tuple(set(FULL.on) - {code})}, code) for code in FULL.on],
    ({"live": True}, 14),
    ({"allowed": (GERMANY, JAPAN, FRANCE)}, 19),
    ({"restricted": ()}, 20),
    ({"minimum_ticket": 2}, 22),
    ({"supply_cap": 1001}, 23),
    ({"max_balance": 501}, 24),
    ({"min_balance": 4}, 25),
    ({"max_share_pips": 250_001}, 26),
    ({"holder_cap": 51}, 27),
    ({"country_caps": ((GERMANY, True, 21),)}, 28),
    ({"country_caps": ((GERMANY, False, 0),)}, 28),
    ({"class_caps": ((17, True, 11),)}, 29),
    ({"hours": {**FULL.hours, "weekdays": 0b0111111}}, 30),
    ({"hours": {**FULL.hours, "opensAt": 9 * 3600 - 1}}, 30),
    ({"hours": {**FULL.hours, "closesAt": 17 * 3600 + 1}}, 30),
    ({"hours": {**FULL.hours, "utcOffset": 0}}, 30),
    ({"window_volume": 101}, 31),
    ({"window_length": DAY - 1}, 31),
    ({"window_length": DAY + 1}, 31),
    ({"pack_limits": ((41 << 16, 36),)}, 41),
    ({"allotments": ((Limit.SUPPLY, 0, 1),)}, 23),
    ({"allotments": ((Limit.MAX_BALANCE, 99, 1),)}, 24),
    ({"allotments": ((Limit.COUNTRY_HOLDERS, GERMANY, 1),)}, 28),
    ({"allotments": ((Limit.PACK, 41 << 16, 1),)}, 41),
]
TIGHTER = [
    {},
    {"on": (*FULL.on, 42)},
    {"own_packs": 0b11111},
    {"allowed": (GERMANY,)},
    {"restricted": (FRANCE, JAPAN)},
    {"minimum_ticket": 4},
    {"supply_cap": 999},
    {"max_balance": 499},
    {"min_balance": 6},
    {"max_share_pips": 249_999},
    {"holder_cap": 49},
    {"country_caps": ((GERMANY, True, 19),)},
    {"country_caps": ((FRANCE, True, 3),), "allotments": ((Limit.COUNTRY_HOLDERS, FRANCE, 3),)},
    {"class_caps": ((17, True, 9),)},
    {"hours": {**FULL.hours, "weekdays": 0b0001111}},
    {"hours": {**FULL.hours, "opensAt": 9 * 3600 + 1}},
    {"hours": {**FULL.hours, "closesAt": 17 * 3600 - 1}},
    {"hours": {**FULL.hours, "closedFrom": 1, "closedUntil": 2**40 - 1}},
    {"window_volume": 99},
    {"pack_limits": ((41 << 16, 34),)},
    {"pack_limits": ((42 << 16, 3),), "allotments": ((Limit.PACK, 42 << 16, 3),)},
    {"allotments": ((Limit.SUPPLY, 0, -1),)},
]


class TestTightening:
    @pytest.mark.parametrize(("change", "code"), LOOSER)
    def test_nothing_may_become_looser(
        self, full: World, change: dict[str, Any], code: int
    ) -> None:
        with expect_revert("NotTighter", code=code):
            full.tighten(FULL.but(**{**NO_LISTS, **change}))

    @pytest.mark.parametrize("change", [{"own_packs": 0b00001}, {"recipient_packs": 0b00100}])
    def test_no_pack_may_go(self, full: World, change: dict[str, int]) -> None:
        with expect_revert("PacksRemoved", ownPacks=0b00011, recipientPacks=0b10100):
            full.tighten(FULL.but(**NO_LISTS, **change))

    @pytest.mark.parametrize("change", TIGHTER)
    def test_everything_may_become_tighter(self, full: World, change: dict[str, Any]) -> None:
        receipt = full.tighten(FULL.but(**{**NO_LISTS, **change}))
        event = receipt.events.one("RulesConfigured").args
        assert (event.tightenedOnly, event.version, event.by) == (True, 2, full.officer)

    def test_a_rule_that_did_not_run_may_take_any_parameters(self, counted: World) -> None:
        counted.configure(FULL.but(on=(), allotments=()))
        counted.tighten(FULL.but(supply_cap=10**9, allotments=((Limit.SUPPLY, 0, 10**9),)))
        assert counted.engine.allotment(counted.token, Limit.SUPPLY, 0)[:2] == (10**9, 10**9)

    @pytest.mark.parametrize(
        ("begins", "ends", "tighter"),
        [(-10, 100, True), (0, 100, True), (1, 100, False), (-10, 99, False), (-10, 101, True)],
    )
    def test_a_closed_period_keeps_what_is_left_of_it(
        self, counted: World, begins: int, ends: int, tighter: bool
    ) -> None:
        now = counted.chain.timestamp
        base = Settings(
            on=(30,), hours={**ALL_DAY, "closedFrom": now - 50, "closedUntil": now + 100}
        )
        counted.configure(base)
        change = base.but(hours={**ALL_DAY, "closedFrom": now + begins, "closedUntil": now + ends})
        if tighter:
            counted.tighten(change)
        else:
            with expect_revert("NotTighter", code=30):
                counted.tighten(change)

    def test_a_closed_period_that_is_over_may_go(self, counted: World) -> None:
        now = counted.chain.timestamp
        base = Settings(on=(30,), hours={**ALL_DAY, "closedFrom": 1, "closedUntil": now})
        counted.configure(base)
        counted.tighten(base.but(hours=ALL_DAY))


class TestAuthority:
    CALLS: tuple[tuple[str, Callable[[World], tuple[Any, ...]]], ...] = (
        ("registerToken", lambda world: (world.token,)),
        ("configureRules", lambda world: (world.token, Settings().encode())),
        ("tightenRules", lambda world: (world.token, Settings().encode())),
        ("configurePack", lambda world: (world.token, 0, [])),
        ("startCount", lambda world: (world.token, (False, False, 0, False))),
        ("stopCount", lambda world: (world.token,)),
    )

    @pytest.mark.parametrize(("name", "arguments"), CALLS, ids=[call[0] for call in CALLS])
    def test_strangers_configure_nothing(self, world: World, name: str, arguments: Any) -> None:
        stranger = world.actor("stranger")
        with expect_revert("AccessManagedUnauthorized", caller=stranger):
            world.engine.function(name)(*arguments(world), sender=stranger)

    def test_the_officer_tightens_but_does_not_loosen(self, world: World) -> None:
        with expect_revert("AccessManagedUnauthorized"):
            world.engine.configureRules(world.token, Settings().encode(), sender=world.officer)

    def test_in_production_loosening_waits_a_day_and_tightening_does_not(self) -> None:
        world = open_world_in_production()
        chain, manager = world.chain, world.system.manager
        data = world.engine.configureRules.encode(world.token, Settings(live=True).encode())
        with expect_revert("AccessManagerNotScheduled"):
            manager.execute(world.engine, data, sender=world.admin)
        manager.schedule(world.engine, data, 0, sender=world.admin)
        chain.advance(DAY - 1)
        with expect_revert("AccessManagerNotReady"):
            manager.execute(world.engine, data, sender=world.admin)
        chain.advance(1)
        manager.execute(world.engine, data, sender=world.admin)
        assert world.engine.ruleSettings(world.token).live
        world.tighten(Settings(live=True, on=(19,)))
        assert world.engine.ruleSetVersion(world.token) == 2

    def test_groups_can_be_paused_apart(self, world: World) -> None:
        pauser = world.system.members[Role.PAUSER]
        world.engine.pauseGroups(1 << 1 | 1 << 2 | 1 << 3, sender=pauser)
        with expect_revert("GroupPaused"):
            world.engine.receiveAllotment(
                world.token, Limit.SUPPLY, 0, 0, bytes(32), sender=world.bridge
            )
        with expect_revert("GroupPaused"):
            world.engine.approveTransfer(
                world.token, pauser, pauser, 1, 0, 2**40 - 1, sender=pauser
            )
        with expect_revert("GroupPaused"):
            world.engine.finishCount(world.token, sender=pauser)
        assert world.mint(world.enter("holder"), 1) == 0


def open_world_in_production() -> World:
    return open_world(MemoryChain(), Profile.PRODUCTION)
