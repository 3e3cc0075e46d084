"""Rules 30 and 31: when tokens may be dealt in, and how much within a window."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.unit.compliance.world import ALL_DAY, DAY, Flag, Limit, Path, Rule, Settings, World

HOUR = 3600
MONDAY = int(datetime(2031, 3, 3, tzinfo=UTC).timestamp())
WEEKDAYS = 0b0011111


@pytest.fixture
def dealt(world: World) -> World:
    world.mint(world.enter("sender"), 10_000)
    world.enter("recipient")
    return world


def hours(**changes: int) -> Settings:
    return Settings(on=(Rule.TRANSFER_WINDOW_CLOSED,), hours={**ALL_DAY, **changes})


def deal(world: World, at: int, path: Path = Path.TRANSFER) -> int:
    world.chain.set_timestamp(at)
    to = None if path == Path.CROSSCHAIN_BURN else world.actor("recipient")
    giver = None if path in (Path.MINT, Path.CROSSCHAIN_MINT) else world.actor("sender")
    return world.code(path, giver, to, 1)


@pytest.mark.parametrize("day", range(7))
def test_weekdays(dealt: World, day: int) -> None:
    dealt.configure(hours(weekdays=WEEKDAYS))
    for second in (0, DAY - 1):
        assert deal(dealt, MONDAY + day * DAY + second) == (0 if day < 5 else 30)


@pytest.mark.parametrize(
    ("second", "code"),
    [(9 * HOUR - 1, 30), (9 * HOUR, 0), (9 * HOUR + 1, 0), (17 * HOUR - 1, 0), (17 * HOUR, 30)],
)
def test_hours_of_the_day(dealt: World, second: int, code: int) -> None:
    dealt.configure(hours(opensAt=9 * HOUR, closesAt=17 * HOUR))
    assert deal(dealt, MONDAY + second) == code


@pytest.mark.parametrize("offset", [-14 * HOUR, -5 * HOUR, HOUR, 5 * HOUR + 1800, 14 * HOUR])
def test_hours_are_local(dealt: World, offset: int) -> None:
    dealt.configure(hours(opensAt=9 * HOUR, closesAt=17 * HOUR, utcOffset=offset))
    opening = MONDAY + 9 * HOUR - offset
    assert [deal(dealt, opening + wait) for wait in (-1, 0, 8 * HOUR - 1, 8 * HOUR)] == [
        30,
        0,
        0,
        30,
    ]


@pytest.mark.parametrize(("wait", "code"), [(-1, 0), (0, 30), (DAY - 1, 30), (DAY, 0)])
def test_closed_period(dealt: World, wait: int, code: int) -> None:
    dealt.configure(hours(closedFrom=MONDAY, closedUntil=MONDAY + DAY))
    assert deal(dealt, MONDAY + wait) == code


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (Path.TRANSFER, 30),
        (Path.CROSSCHAIN_BURN, 30),
        (Path.MINT, 0),
        (Path.CROSSCHAIN_MINT, 0),
        (Path.FORCED, 0),
    ],
)
def test_paths_that_keep_hours(dealt: World, path: Path, code: int) -> None:
    dealt.configure(hours(closedFrom=MONDAY, closedUntil=MONDAY + DAY))
    assert deal(dealt, MONDAY, path) == code


class TestVolume:
    LENGTH = DAY

    @pytest.fixture
    def limited(self, world: World) -> World:
        world.count()
        self.sender, self.recipient = world.enter("sender"), world.enter("recipient")
        world.mint(self.sender, 10_000)
        self.begin = world.chain.timestamp
        self.set(world)
        return world

    def set(self, world: World, global_value: int = 100, local: int = 100) -> None:
        world.configure(
            Settings(
                on=(Rule.WINDOW_VOLUME_EXCEEDED,),
                window_volume=global_value,
                window_length=self.LENGTH,
                allotments=((Limit.WINDOW_VOLUME, 0, local),),
            )
        )

    def send(self, world: World, amount: int, **options: Any) -> int:
        return world.transfer(options.get("by", self.sender), self.recipient, amount)

    @pytest.mark.parametrize(("amount", "code"), [(99, 0), (100, 0), (101, 31)])
    def test_at_once(self, limited: World, amount: int, code: int) -> None:
        assert self.send(limited, amount) == code

    @pytest.mark.parametrize(("amount", "code"), [(39, 0), (40, 0), (41, 31)])
    def test_added_up(self, limited: World, amount: int, code: int) -> None:
        assert self.send(limited, 60) == 0
        assert self.send(limited, amount) == code

    @pytest.mark.parametrize(("wait", "code"), [(DAY - 1, 31), (DAY, 0), (DAY + 1, 0)])
    def test_a_window_ends_with_its_length(self, limited: World, wait: int, code: int) -> None:
        assert self.send(limited, 100) == 0
        limited.chain.set_timestamp(self.begin + wait)
        assert self.send(limited, 100) == code

    def test_it_begins_with_the_first_movement_and_not_anew(self, limited: World) -> None:
        limited.chain.set_timestamp(self.begin + 1000)
        assert self.send(limited, 50) == 0
        limited.chain.set_timestamp(self.begin + 1000 + DAY - 1)
        assert self.send(limited, 50) == 0
        held = limited.engine.positionOf(limited.token, limited.identity("sender"))
        assert (held.volume, held.windowEnd) == (100, self.begin + 1000 + DAY)
        limited.chain.set_timestamp(self.begin + 1000 + DAY)
        assert self.send(limited, 100) == 0

    @pytest.mark.parametrize(("amount", "code"), [(80, 0), (81, 37), (101, 31)])
    def test_this_chains_part(self, world: World, amount: int, code: int) -> None:
        world.count()
        self.sender, self.recipient = world.enter("sender"), world.enter("recipient")
        world.mint(self.sender, 10_000)
        self.set(world, 100, 80)
        assert self.send(world, amount) == code

    def test_it_is_the_identitys(self, limited: World) -> None:
        other = limited.enter("other", identity=limited.identity("sender"))
        assert limited.transfer(self.sender, other, 5000) == 0
        assert self.send(limited, 60) == 0
        assert self.send(limited, 41, by=other) == 31
        assert self.send(limited, 40, by=other) == 0

    def test_departures_count_and_agents_do_not(self, limited: World) -> None:
        assert limited.code(Path.CROSSCHAIN_BURN, self.sender, None, 60) == 0
        assert limited.code(Path.FORCED, self.sender, self.recipient, 500) == 0
        assert limited.code(Path.BURN, self.sender, None, 500) == 0
        assert self.send(limited, 41) == 31
        assert self.send(limited, 40) == 0

    def test_receiving_does_not_count(self, limited: World) -> None:
        assert self.send(limited, 100) == 0
        assert limited.transfer(self.recipient, self.sender, 100) == 0
        assert self.send(limited, 1) == 31

    def test_a_custodian_has_none(self, limited: World) -> None:
        custodian = limited.enter("custodian", flags=Flag.CUSTODIAN)
        limited.mint(custodian, 1000)
        assert limited.transfer(custodian, self.recipient, 1000) == 0

    def test_what_was_sent_while_the_rule_was_off_is_not_held_against_anybody(
        self, limited: World
    ) -> None:
        limited.configure(Settings())
        assert self.send(limited, 500) == 0
        limited.configure(
            Settings(
                on=(Rule.WINDOW_VOLUME_EXCEEDED,),
                window_volume=100,
                window_length=self.LENGTH,
                allotments=((Limit.WINDOW_VOLUME, 0, 100),),
            )
        )
        assert self.send(limited, 100) == 0
