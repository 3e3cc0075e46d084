"""The same contracts on chains in this process: as real, and fast enough for whole campaigns."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quantera import chains
from quantera.devnet.faults import Injector, Point, RelayerCrash, jump_clock
from quantera.devnet.protocols import Relayer
from tests.integration.devnet.bridging import (
    LANES,
    NAMES,
    Ground,
    Stage,
    grounded_in_memory,
    staged,
)

MESSAGES = 60
ROUNDS = 30
HOUR = 3_600


@pytest.fixture(scope="module")
def memory_ground() -> Ground:
    return grounded_in_memory()


@pytest.fixture
def memory_stage(memory_ground: Ground, tmp_path: Path) -> Iterator[Stage]:
    with staged(memory_ground, tmp_path) as made:
        yield made


@pytest.mark.parametrize("protocol", NAMES)
def test_all_twenty_lanes_deliver_in_memory(memory_stage: Stage, protocol: str) -> None:
    for lane in LANES:
        memory_stage.send(protocol, lane, b"hello")
    relayer = memory_stage.relayer(protocol)
    relayer.settle()
    assert relayer.outbox.counts() == {"delivered": 20}
    assert all(memory_stage.taken(protocol, lane, b"hello") == 1 for lane in LANES)


@pytest.mark.parametrize("protocol", NAMES)
def test_a_snapshot_undoes_what_a_relayer_has_read(memory_stage: Stage, protocol: str) -> None:
    relayer = memory_stage.relayer(protocol)
    relayer.round()
    with memory_stage.chain("polygon").rollback():
        injector = Injector()
        injector.delay(rounds=1)
        relayer.injector = injector
        memory_stage.send(protocol, ("polygon", "ethereum"), b"undone")
        relayer.round()
        assert len(relayer.outbox.open()) == 1
        head = memory_stage.chain("polygon").block_number
        assert memory_stage.chain("polygon").hash_of(head)
    assert not memory_stage.chain("polygon").hash_of(head)
    memory_stage.send(protocol, ("polygon", "ethereum"), b"sent instead")
    relayer.settle()
    assert memory_stage.taken(protocol, ("polygon", "ethereum"), b"undone") == 0
    assert memory_stage.taken(protocol, ("polygon", "ethereum"), b"sent instead") == 1


def troubled(chance: random.Random) -> Injector:
    """Some faults together, chosen by chance."""
    injector = Injector(chance.randrange(2**32))
    plans: tuple[Callable[[], None], ...] = (
        lambda: injector.drop(chance.randint(1, 3)),
        lambda: injector.delay(chance.randint(1, 4), chance.randint(1, 3)),
        lambda: injector.duplicate(chance.randint(1, 3)),
        lambda: injector.misdirect(chance.choice(chains.PRODUCTION), chance.randint(1, 2)),
        lambda: injector.starve(50_000, chance.randint(1, 2)),
        injector.reorder,
        lambda: injector.crash(chance.choice(list(Point))),
    )
    for plan in chance.sample(plans, chance.randint(1, 4)):
        plan()
    return injector


def recover(relayer: Relayer) -> None:
    """What an operator does about everything that is stuck."""
    relayer.injector = Injector()
    for _ in range(5):
        relayer.settle()
        for packet in relayer.outbox.all():
            if packet.state != "delivered":
                relayer.retry(packet.id, gas=500_000)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("protocol", NAMES)
def test_faults_together_lose_and_repeat_nothing(
    memory_stage: Stage, protocol: str, seed: int
) -> None:
    chance = random.Random(f"{protocol} {seed}")
    there = memory_stage.protocols[protocol]
    sent: list[tuple[tuple[str, str], bytes]] = []
    for at in range(ROUNDS):
        for _ in range(MESSAGES // ROUNDS):
            lane = chance.choice(LANES)
            payload = f"{at} {len(sent)}".encode()
            memory_stage.send(protocol, lane, payload)
            sent.append((lane, payload))
        if chance.random() < 0.15:
            there.rotate(chance.choice(chains.PRODUCTION))
        if chance.random() < 0.15:
            there.scale_fees(chance.choice(chains.PRODUCTION), chance.randint(1, 20))
        if chance.random() < 0.15:
            jump_clock(
                memory_stage.chain(chance.choice(chains.PRODUCTION)), chance.randint(1, 24) * HOUR
            )
        try:
            memory_stage.relayer(protocol, troubled(chance)).round()
        except RelayerCrash:
            continue
    relayer = memory_stage.relayer(protocol)
    recover(relayer)
    assert relayer.outbox.counts() == {"delivered": len(sent)}
    assert len(sent) == MESSAGES
    taken = [memory_stage.taken(protocol, lane, payload) for lane, payload in sent]
    assert taken == [1] * MESSAGES
