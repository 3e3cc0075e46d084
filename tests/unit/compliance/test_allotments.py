"""This chain's parts of global limits, and how they move (CMP-11, CMP-12)."""

import pytest

from quantera.evm import Contract, Receipt, expect_revert
from tests.unit.access.system import DAY as ONE_DAY
from tests.unit.compliance.world import GERMANY, Limit, Rule, Settings, World

MESSAGE = b"\x01" * 32
OTHER = b"\x02" * 32


def send(world: World, limit: Limit, key: int, amount: int, message: bytes = MESSAGE) -> Receipt:
    receipt: Receipt = world.engine.sendAllotment(
        world.token, limit, key, amount, message, sender=world.bridge
    )
    return receipt


def receive(world: World, limit: Limit, key: int, amount: int, message: bytes = MESSAGE) -> Receipt:
    receipt: Receipt = world.engine.receiveAllotment(
        world.token, limit, key, amount, message, sender=world.bridge
    )
    return receipt


def part(world: World, limit: Limit, key: int = 0) -> tuple[int, int, int]:
    return tuple(world.engine.allotment(world.token, limit, key))


@pytest.fixture
def shared(world: World) -> World:
    """One holder of 30 units; every limit global 100 and 50 here."""
    world.count(holders=True, countries=True, classes=1)
    world.mint(world.enter("holder"), 30)
    world.configure(
        Settings(
            supply_cap=100,
            max_balance=100,
            window_volume=100,
            window_length=ONE_DAY,
            holder_cap=100,
            country_caps=((GERMANY, True, 100),),
            class_caps=((0, True, 100),),
            pack_limits=((41 << 16, 100),),
            allotments=(
                (Limit.SUPPLY, 0, 50),
                (Limit.HOLDERS, 0, 50),
                (Limit.COUNTRY_HOLDERS, GERMANY, 50),
                (Limit.CLASS_HOLDERS, 0, 50),
                (Limit.MAX_BALANCE, 0, 50),
                (Limit.WINDOW_VOLUME, 0, 50),
                (Limit.PACK, 41 << 16, 50),
            ),
        )
    )
    return world


MOVABLE = [
    pytest.param(Limit.SUPPLY, 0, 30, id="supply"),
    pytest.param(Limit.HOLDERS, 0, 1, id="holders"),
    pytest.param(Limit.COUNTRY_HOLDERS, GERMANY, 1, id="country"),
    pytest.param(Limit.CLASS_HOLDERS, 0, 1, id="class"),
    pytest.param(Limit.PACK, 41 << 16, 0, id="pack"),
    pytest.param(Limit.MAX_BALANCE, None, 30, id="own balance"),
]


def key_of(world: World, key: int | None) -> int:
    return int(world.identity("holder"), 16) if key is None else key


@pytest.mark.parametrize(("limit", "key", "used"), MOVABLE)
def test_what_is_in_use_stays(shared: World, limit: Limit, key: int | None, used: int) -> None:
    key = key_of(shared, key)
    assert part(shared, limit, key) == (100, 50, used)
    with expect_revert("AllotmentInUse", used=used, allotment=50):
        send(shared, limit, key, 51 - used)
    receipt = send(shared, limit, key, 50 - used)
    changed = receipt.events.one("AllotmentChanged").args
    assert (changed.allotment, changed.messageId) == (used, MESSAGE)
    assert part(shared, limit, key) == (100, used, used)


@pytest.mark.parametrize(("limit", "key", "used"), MOVABLE)
def test_what_arrives_stays_within_the_global_value(
    shared: World, limit: Limit, key: int | None, used: int
) -> None:
    key = key_of(shared, key)
    with expect_revert("AllotmentOutOfRange", allotment=50, difference=51, globalValue=100):
        receive(shared, limit, key, 51)
    receive(shared, limit, key, 50)
    assert part(shared, limit, key) == (100, 100, used)


def test_a_message_arrives_once(shared: World) -> None:
    receive(shared, Limit.SUPPLY, 0, 10)
    with expect_revert("MessageAlreadyReceived", messageId=MESSAGE):
        receive(shared, Limit.SUPPLY, 0, 10)
    receive(shared, Limit.SUPPLY, 0, 10, OTHER)


def test_a_message_that_is_refused_may_come_again(shared: World) -> None:
    with expect_revert("AllotmentOutOfRange"):
        receive(shared, Limit.SUPPLY, 0, 51)
    shared.configure(Settings(supply_cap=101))
    receive(shared, Limit.SUPPLY, 0, 51)


@pytest.mark.parametrize("limit", [Limit.WINDOW_VOLUME, Limit.MAX_BALANCE])
def test_limits_whose_use_nobody_knows_are_not_moved_by_message(
    shared: World, limit: Limit
) -> None:
    for move in (send, receive):
        with expect_revert("LimitNotMovable", key=0):
            move(shared, limit, 0, 1)


@pytest.mark.parametrize(
    ("limit", "key"),
    [
        (Limit.SUPPLY, 1),
        (Limit.HOLDERS, 1),
        (Limit.COUNTRY_HOLDERS, 1 << 16),
        (Limit.CLASS_HOLDERS, 5 << 4),
        (Limit.MAX_BALANCE, 1 << 160),
    ],
)
def test_unknown_keys_are_refused(shared: World, limit: Limit, key: int) -> None:
    with expect_revert("LimitUnknown"):
        receive(shared, limit, key, 1)
    with expect_revert("LimitUnknown"):
        shared.engine.allotment(shared.token, limit, key)


def test_only_the_bridge_moves_allotments(shared: World) -> None:
    stranger = shared.actor("stranger")
    for call in (shared.engine.sendAllotment, shared.engine.receiveAllotment):
        with expect_revert("LocalRoleMissing", account=stranger):
            call(shared.token, Limit.SUPPLY, 0, 1, MESSAGE, sender=stranger)


def test_a_change_that_waited_does_not_undo_a_message(shared: World) -> None:
    """Differences, not values: 50 - 10 sent + 20 raised afterwards."""
    send(shared, Limit.SUPPLY, 0, 10)
    shared.configure(Settings(supply_cap=100, allotments=((Limit.SUPPLY, 0, 20),)))
    assert part(shared, Limit.SUPPLY)[1] == 60


def test_an_allotment_falls_with_the_global_value(shared: World) -> None:
    receipt = shared.configure(Settings(supply_cap=40))
    assert part(shared, Limit.SUPPLY)[:2] == (40, 40)
    changed = [event.args for event in receipt.events.named("AllotmentChanged")]
    assert (Limit.SUPPLY, 40) in [(event.limit, event.allotment) for event in changed]


@pytest.mark.parametrize("difference", [-51, 51])
def test_differences_stay_in_range(shared: World, difference: int) -> None:
    settings = Settings(supply_cap=100, allotments=((Limit.SUPPLY, 0, difference),))
    with expect_revert("AllotmentOutOfRange", difference=difference):
        shared.configure(settings)


def test_sum_over_two_chains_never_passes_the_global_value(shared: World) -> None:
    """Sender first: what is under way belongs to nobody."""
    second: Contract = shared.chain.deploy("TokenProbe", shared.engine)
    shared.engine.registerToken(second, sender=shared.admin)
    there = World(shared.system, shared.engine, second)
    there.configure(Settings(supply_cap=100, allotments=((Limit.SUPPLY, 0, 50),)))
    for step in range(20):
        message = step.to_bytes(32)
        send(shared, Limit.SUPPLY, 0, 1, message)
        assert part(shared, Limit.SUPPLY)[1] + part(there, Limit.SUPPLY)[1] == 99
        receive(there, Limit.SUPPLY, 0, 1, message)
        assert part(shared, Limit.SUPPLY)[1] + part(there, Limit.SUPPLY)[1] == 100


def test_switched_off_allotments_do_not_refuse(shared: World) -> None:
    assert Rule.SUPPLY_CAP_EXCEEDED not in Settings().on
    assert shared.mint(shared.actor("holder"), 1000) == 0
