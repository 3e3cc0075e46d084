"""Rules 27 to 29: how many identities hold, in all, per country and per class."""

from typing import Any

import pytest

from tests.unit.compliance.world import (
    FRANCE,
    GERMANY,
    JAPAN,
    Flag,
    Jurisdiction,
    Limit,
    Path,
    Rule,
    Settings,
    World,
)

EU = Jurisdiction.EU
RETAIL, PROFESSIONAL = 1, 3
EU_RETAIL = 16 * EU + RETAIL


def capped(limit: Limit, key: int, global_value: int, local: int) -> Settings:
    """One cap, whichever kind."""
    allotments = ((limit, key, local),)
    if limit == Limit.HOLDERS:
        return Settings(
            on=(Rule.HOLDER_CAP_REACHED,), holder_cap=global_value, allotments=allotments
        )
    if limit == Limit.COUNTRY_HOLDERS:
        return Settings(
            on=(Rule.COUNTRY_HOLDER_CAP_REACHED,),
            country_caps=((key, True, global_value),),
            allotments=allotments,
        )
    return Settings(
        on=(Rule.CLASS_HOLDER_CAP_REACHED,),
        class_caps=((key, True, global_value),),
        allotments=allotments,
    )


CAPS = [
    pytest.param(Limit.HOLDERS, 0, 27, id="all"),
    pytest.param(Limit.COUNTRY_HOLDERS, GERMANY, 28, id="country"),
    pytest.param(Limit.CLASS_HOLDERS, EU_RETAIL, 29, id="class"),
]


@pytest.fixture
def counted(world: World) -> World:
    """Everything is counted; a custodian has what the tests give away."""
    world.count(holders=True, countries=True, classes=1 << EU)
    world.mint(world.enter("custodian", flags=Flag.CUSTODIAN), 10_000)
    return world


def retail(world: World, name: str, country: int = GERMANY, **facts: Any) -> Any:
    return world.enter(name, country, classes={EU: RETAIL}, **facts)


def tallies(world: World, country: int = GERMANY, class_: int = RETAIL) -> tuple[int, int, int]:
    return (
        world.holders(),
        world.engine.countryHolders(world.token, country).counted,
        world.engine.classHolders(world.token, EU, class_).counted,
    )


@pytest.mark.parametrize(("limit", "key", "code"), CAPS)
def test_the_cap_is_the_last_holder(counted: World, limit: Limit, key: int, code: int) -> None:
    counted.configure(capped(limit, key, 3, 3))
    custodian = counted.actor("custodian")
    assert [counted.transfer(custodian, retail(counted, f"holder {i}"), 10) for i in range(4)] == [
        0,
        0,
        0,
        code,
    ]
    assert tallies(counted) == (3, 3, 3)
    newcomer = retail(counted, "newcomer")
    assert counted.mint(newcomer, 1) == code
    assert counted.code(Path.CROSSCHAIN_MINT, None, newcomer, 1) == code
    assert counted.transfer(custodian, counted.actor("holder 0"), 10) == 0


@pytest.mark.parametrize(("limit", "key", "code"), CAPS)
def test_this_chains_part_is_enforced(counted: World, limit: Limit, key: int, code: int) -> None:
    counted.configure(capped(limit, key, 3, 1))
    custodian = counted.actor("custodian")
    holders = [retail(counted, f"holder {i}") for i in range(4)]
    assert counted.transfer(custodian, holders[0], 10) == 0
    assert counted.transfer(custodian, holders[1], 10) == 37
    for holder in holders[1:3]:
        assert counted.code(Path.FORCED, custodian, holder, 10) == 0
    assert counted.transfer(custodian, holders[3], 10) == code


@pytest.mark.parametrize(("limit", "key", "code"), CAPS)
def test_who_leaves_makes_room(counted: World, limit: Limit, key: int, code: int) -> None:
    counted.configure(capped(limit, key, 1, 1))
    first, second = retail(counted, "first"), retail(counted, "second")
    assert counted.transfer(counted.actor("custodian"), first, 10) == 0
    assert counted.transfer(first, second, 9) == code
    assert counted.transfer(first, second, 10) == 0
    assert tallies(counted) == (1, 1, 1)


@pytest.mark.parametrize(("limit", "key", "code"), CAPS[1:])
def test_who_leaves_another_tally_makes_none(
    counted: World, limit: Limit, key: int, code: int
) -> None:
    counted.configure(capped(limit, key, 1, 1))
    custodian = counted.actor("custodian")
    other = counted.enter("other", FRANCE, classes={EU: PROFESSIONAL})
    assert counted.transfer(custodian, retail(counted, "first"), 10) == 0
    assert counted.transfer(custodian, other, 10) == 0
    assert counted.transfer(other, retail(counted, "second"), 10) == code


@pytest.mark.parametrize(("limit", "key", "code"), CAPS)
def test_custodians_and_own_wallets_do_not_count(
    counted: World, limit: Limit, key: int, code: int
) -> None:
    counted.configure(capped(limit, key, 1, 1))
    custodian = counted.actor("custodian")
    first = retail(counted, "first")
    assert counted.transfer(custodian, first, 10) == 0
    vault = retail(counted, "vault", flags=Flag.CUSTODIAN)
    assert counted.transfer(custodian, vault, 10) == 0
    second_wallet = retail(counted, "second wallet", identity=counted.identity("first"))
    assert counted.transfer(custodian, second_wallet, 10) == 0
    assert counted.transfer(first, second_wallet, 10) == 0
    assert tallies(counted) == (1, 1, 1)


def test_nothing_makes_no_holder(counted: World) -> None:
    counted.configure(capped(Limit.HOLDERS, 0, 0, 0))
    assert counted.transfer(counted.actor("custodian"), retail(counted, "holder"), 0) == 0
    assert counted.holders() == 0


def test_countries_and_classes_without_a_cap_are_free_and_counted(counted: World) -> None:
    counted.configure(capped(Limit.COUNTRY_HOLDERS, GERMANY, 0, 0))
    custodian = counted.actor("custodian")
    assert counted.transfer(custodian, retail(counted, "German"), 10) == 28
    assert counted.transfer(custodian, retail(counted, "French", FRANCE), 10) == 0
    assert counted.engine.countryHolders(counted.token, FRANCE).counted == 1
    assert counted.engine.countryHolders(counted.token, GERMANY).counted == 0


@pytest.mark.parametrize(
    "path", [Path.TRANSFER, Path.BURN, Path.FORCED, Path.CROSSCHAIN_BURN], ids=lambda p: p.name
)
def test_who_has_no_more_is_no_holder(counted: World, path: Path) -> None:
    custodian = counted.actor("custodian")
    holder = retail(counted, "holder")
    counted.transfer(custodian, holder, 10)
    assert tallies(counted) == (1, 1, 1)
    to = None if path in (Path.BURN, Path.CROSSCHAIN_BURN) else custodian
    assert counted.code(path, holder, to, 9) == 0
    assert tallies(counted) == (1, 1, 1)
    assert counted.code(path, holder, to, 1) == 0
    assert tallies(counted) == (0, 0, 0)


class TestChangesWhileHolding:
    def moved(self, world: World) -> Any:
        holder = retail(world, "holder")
        world.transfer(world.actor("custodian"), holder, 10)
        world.enter("holder", FRANCE, classes={EU: PROFESSIONAL})
        return holder

    def test_a_holder_leaves_the_bucket_it_entered(self, counted: World) -> None:
        holder = self.moved(counted)
        assert tallies(counted) == (1, 1, 1)
        counted.transfer(holder, counted.actor("custodian"), 10)
        assert tallies(counted) == (0, 0, 0)
        assert tallies(counted, FRANCE, PROFESSIONAL) == (0, 0, 0)

    def test_a_recount_moves_it(self, counted: World) -> None:
        holder = self.moved(counted)
        receipt = counted.engine.recount(counted.token, holder, sender=counted.actor("anybody"))
        assert receipt.events.one("HolderRecounted").args.bucket & 0xFFFF == FRANCE
        assert tallies(counted) == (1, 0, 0)
        assert tallies(counted, FRANCE, PROFESSIONAL) == (1, 1, 1)
        counted.transfer(holder, counted.actor("custodian"), 10)
        assert tallies(counted, FRANCE, PROFESSIONAL) == (0, 0, 0)

    def test_a_recount_of_a_new_custodian_takes_it_out(self, counted: World) -> None:
        holder = self.moved(counted)
        counted.enter("holder", JAPAN, flags=Flag.CUSTODIAN)
        counted.engine.recount(counted.token, holder, sender=counted.actor("anybody"))
        assert tallies(counted) == (0, 0, 0)
        counted.enter("holder", JAPAN)
        counted.engine.recount(counted.token, holder, sender=counted.actor("anybody"))
        assert tallies(counted, JAPAN, 0) == (1, 1, 1)

    def test_a_recount_of_nobody_changes_nothing(self, counted: World) -> None:
        outsider = retail(counted, "outsider")
        counted.engine.recount(counted.token, outsider, sender=counted.actor("anybody"))
        assert tallies(counted) == (0, 0, 0)
