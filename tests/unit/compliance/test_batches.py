"""A batch decides and records what the same transfers one by one do."""

from typing import Any

import pytest

from quantera.evm import expect_revert
from tests.unit.compliance.world import (
    DAY,
    FRANCE,
    GERMANY,
    Flag,
    Limit,
    Path,
    Rule,
    Settings,
    World,
)

RULES = Settings(
    on=(
        Rule.COUNTRY_NOT_ALLOWED,
        Rule.MAX_BALANCE_EXCEEDED,
        Rule.BELOW_MIN_BALANCE,
        Rule.HOLDER_CAP_REACHED,
        Rule.WINDOW_VOLUME_EXCEEDED,
    ),
    allowed=(GERMANY,),
    max_balance=100,
    min_balance=5,
    holder_cap=6,
    window_volume=200,
    window_length=DAY,
    allotments=((Limit.MAX_BALANCE, 0, 100), (Limit.HOLDERS, 0, 6), (Limit.WINDOW_VOLUME, 0, 200)),
)


@pytest.fixture
def limited(world: World) -> World:
    world.count(holders=True, countries=True)
    world.mint(world.enter("sender"), 1000)
    for i in range(6):
        world.enter(f"recipient {i}")
    world.enter("own", identity=world.identity("sender"))
    world.enter("vault", flags=Flag.CUSTODIAN)
    world.enter("abroad", FRANCE)
    world.configure(RULES)
    return world


def batch(world: World, *movements: tuple[str, int]) -> Any:
    sender = world.actor("sender")
    recipients = [world.actor(name) for name, _ in movements]
    amounts = [amount for _, amount in movements]
    return world.token.moveBatch(sender, sender, recipients, amounts, sender=sender)


def state(world: World) -> tuple[Any, ...]:
    names = ["sender", "vault", "abroad", *[f"recipient {i}" for i in range(6)]]
    return (
        [tuple(world.engine.positionOf(world.token, world.identity(name))) for name in names],
        world.holders(),
        world.engine.countryHolders(world.token, GERMANY).counted,
    )


BATCHES = [
    pytest.param([("recipient 0", 10)], id="one"),
    pytest.param([(f"recipient {i}", 10 + i) for i in range(5)], id="several"),
    pytest.param([("recipient 0", 10), ("recipient 0", 20), ("recipient 0", 70)], id="the same"),
    pytest.param([("own", 300), ("recipient 1", 10), ("sender", 5), ("own", 7)], id="own wallets"),
    pytest.param([("vault", 150), ("recipient 1", 50)], id="a custodian"),
    pytest.param([("recipient 1", 0)], id="nothing"),
    pytest.param([], id="empty"),
]


@pytest.mark.parametrize("rules", [RULES, Settings()], ids=["rules", "none"])
@pytest.mark.parametrize("movements", BATCHES)
def test_it_leaves_the_state_of_single_transfers(
    limited: World, rules: Settings, movements: list[tuple[str, int]]
) -> None:
    limited.configure(rules.but(allotments=()))
    sender = limited.actor("sender")
    with limited.chain.rollback():
        logs = []
        for name, amount in movements:
            code, receipt = limited.move(Path.TRANSFER, sender, limited.actor(name), amount)
            assert code == 0
            logs += [dict(e.args) for e in receipt.events.named("TransferDecision")]
        expected = state(limited)
    receipt = batch(limited, *movements)
    assert state(limited) == expected
    assert [dict(e.args) for e in receipt.events.named("TransferDecision")] == logs


REFUSED = [
    pytest.param([("recipient 0", 10), ("abroad", 10)], 19, "abroad", id="country"),
    pytest.param([("recipient 0", 60), ("recipient 0", 41)], 24, "recipient 0", id="added up"),
    pytest.param([("recipient 0", 10), ("recipient 1", 4)], 25, "recipient 1", id="minimum"),
    pytest.param([(f"recipient {i}", 10) for i in range(6)], 27, "recipient 5", id="holders"),
    pytest.param([(f"recipient {i}", 67) for i in range(3)], 31, "recipient 2", id="volume"),
    pytest.param([("recipient 0", 10), ("nobody", 10)], 13, "nobody", id="unregistered"),
]


@pytest.mark.parametrize(("movements", "code", "at"), REFUSED)
def test_one_refusal_refuses_all_and_is_named(
    limited: World, movements: list[tuple[str, int]], code: int, at: str
) -> None:
    before = state(limited)
    with expect_revert("TransferRefused", code=code, to=limited.actor(at)):
        batch(limited, *movements)
    assert state(limited) == before


def test_every_transfer_uses_an_approval_of_its_own(limited: World) -> None:
    sender, agent = limited.actor("sender"), limited.actor("agent")
    limited.token.setAgent(agent, True, sender=agent)
    limited.configure(Settings(on=(Rule.PRE_APPROVAL_REQUIRED,)))
    limited.engine.approveTransfer(
        limited.token, sender, limited.actor("recipient 0"), 10, 0, 2**40 - 1, sender=agent
    )
    with expect_revert("TransferRefused", code=21):
        batch(limited, ("recipient 0", 10), ("recipient 0", 10))
    batch(limited, ("recipient 0", 10))


def test_the_ticket_sees_what_earlier_transfers_left(limited: World) -> None:
    limited.configure(Settings(on=(Rule.BELOW_MINIMUM_TICKET,), minimum_ticket=100))
    with expect_revert("TransferRefused", code=22):
        batch(limited, ("vault", 950), ("recipient 0", 49), ("recipient 1", 1))
    batch(limited, ("vault", 950), ("recipient 0", 50))


def test_only_registered_tokens_may(limited: World) -> None:
    stranger = limited.actor("stranger")
    with expect_revert("TokenNotRegistered", token=stranger):
        limited.engine.settleBatch(
            stranger, stranger, 0, [limited.actor("vault")], [0], [0], sender=stranger
        )
