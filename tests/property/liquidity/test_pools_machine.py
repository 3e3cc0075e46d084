"""Pools, static and dynamic, against their twins: what anybody can do, in any order."""

from collections.abc import Callable

from hypothesis.stateful import invariant

from quantera.liquidity.live import LivePool
from tests.property.liquidity.base import PoolsStage, is_token
from tests.property.liquidity.invariants import Invariants
from tests.property.liquidity.providing import Providing
from tests.property.liquidity.reading import Subject, pool_words, position_words
from tests.property.liquidity.trading import Trading
from tests.property.machine import ChainMachine, Tally

EVERY = 8
"""Steps after which the logs are held against the whole storage."""


class PoolsMachine(Trading, Providing, Invariants):
    @invariant()
    def the_logs_tell_it_all(self) -> None:
        """What the logs alone tell is what the contract remembers."""
        if self.steps_seen % EVERY == 0:
            compare_with_logs(self)


def compare_with_logs(stage: PoolsStage) -> None:
    """The pools rebuilt from logs against all of the storage."""
    reading, replay = stage.read(set(range(len(stage.subjects)))), stage.replay
    time = stage.chain.timestamp
    homes: dict[bytes, tuple[LivePool, Subject]] = {}
    for place, words in reading.pools.items():
        subject = stage.subjects[place]
        live, terms = replay.pools[subject.id], replay.terms[subject.id]
        told = (terms.number, terms.flags, terms.fee, terms.spacing)
        pool = live.pool
        assert told == (subject.number, subject.flags, pool.fee, pool.spacing)
        assert words == pool_words(subject, live, time), subject.number
        homes |= dict.fromkeys(live.places, (live, subject))
    for name, words in reading.positions.items():
        live, subject = homes.get(name, (replay.pools[subject.id], subject))
        token = is_token(name)
        owner = replay.owners.get(name) if token else None
        found = position_words(name, live.position(name), live.places.get(name), subject, owner)
        assert words == found, name.hex()
        if name in homes and not token:
            who = stage.owners[name]
            assert who == len(stage.actors) or replay.owners[name] == stage.actors[who]


def test_pools(fuzz: Callable[[type[ChainMachine]], Tally]) -> None:
    fuzz(PoolsMachine)
