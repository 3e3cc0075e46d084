"""What must hold after every step."""

from hypothesis.stateful import invariant

from quantera.evm import Reverted
from quantera.liquidity.refusal import PoolRefusal
from tests.property.liquidity.base import DEPTH, NAMES, PoolsStage, is_token
from tests.property.liquidity.reading import (
    OBSERVED,
    POOL_WORDS,
    SIDES,
    TICK_WORDS,
    Subject,
    pool_words,
    position_words,
)

LIQUIDITY = 2
TICK = 1
FLAGS = 11
MAY_ROUND = 1
"""Units by which a sum of seconds per liquidity between two entries is below one carried on."""
HALF = 1 << 255


def signed(word: int) -> int:
    """A word as the machine reads a negative number."""
    return word - (1 << 256) if word >= HALF else word


class Invariants(PoolsStage):
    """The whole storage against the twins, and what must hold whatever they say."""

    @invariant()
    def storage_is_the_twins(self) -> None:
        reading = self.reading()
        time = self.chain.timestamp
        for place, words in reading.pools.items():
            assert words == pool_words(self.subjects[place], self.live[place], time), place
        for name, words in reading.positions.items():
            home = self.homes[name]
            live, subject = self.live[home], self.subjects[home]
            owner = self.owners.get(name)
            token = owner is not None and is_token(name)
            account = self.actors[owner] if token and owner is not None else None
            record, at = live.position(name), live.places.get(name)
            assert words == position_words(name, record, at, subject, account), name.hex()

    @invariant()
    def lpo_01_no_pool_pays_more_than_it_received(self) -> None:
        """LPO-01, by the logs; and it received what the twin says."""
        for ledger, live in zip(self.ledger, self.live, strict=True):
            assert min(ledger) >= 0
            assert ledger == [live.pool.reserve0, live.pool.reserve1]

    @invariant()
    def lpo_02_what_all_pools_owe_is_there(self) -> None:
        """LPO-02."""
        owed, held = [0] * len(self.tokens), [0] * len(self.tokens)
        for place, (sides, ledger) in enumerate(zip(self.sides, self.ledger, strict=True)):
            if place in self.touched or place not in self.owed:
                self.owed[place] = self.due(place)
            for at, due, has in zip(sides, self.owed[place], ledger, strict=True):
                owed[at] += due
                held[at] += has
        balances = self.reading().balances
        assert balances == tuple(held)
        for need, balance in zip(owed, balances, strict=True):
            assert need <= balance

    def due(self, place: int) -> tuple[int, int]:
        """What a pool owes to its positions, were they all to leave, and to the protocol."""
        live = self.live[place]
        pool = live.pool
        due_a, due_b = pool.protocol_fees0, pool.protocol_fees1
        for name, at in live.places.items():
            worth = pool.amounts(at.lower, at.upper, -live.position(name).liquidity)
            fees = live.pending(name)
            due_a, due_b = due_a - worth[0] + fees[0], due_b - worth[1] + fees[1]
        return due_a, due_b

    @invariant()
    def lpo_03_liquidity_in_range_is_the_sum_of_ticks(self) -> None:
        """LPO-03."""
        for place, words in self.reading().pools.items():
            at = signed(words[TICK])
            nets = {tick: signed(net) for tick, _, net in ticks_of(self.subjects[place], words)}
            assert words[LIQUIDITY] == sum(net for tick, net in nets.items() if tick <= at)
            assert sum(nets.values()) == 0

    @invariant()
    def lpo_04_a_tick_is_marked_where_positions_end(self) -> None:
        """LPO-04."""
        for place, words in self.reading().pools.items():
            subject, spacing = self.subjects[place], self.keys[place][3]
            marked = dict.fromkeys(SIDES, 0)
            for tick, gross, _ in ticks_of(subject, words):
                if gross:
                    word, bit = divmod(tick // spacing, 256)
                    marked[word] |= 1 << bit
            start = POOL_WORDS + TICK_WORDS * len(subject.ticks)
            assert words[start : start + len(SIDES)] == tuple(marked.values())

    @invariant()
    def lpo_07_nobody_elses_position_changes(self) -> None:
        """LPO-07. And the widest positions, which nobody here owns, have what they had."""
        for name, words in self.reading().positions.items():
            if name in self.first_positions:
                assert self.owners[name] == len(NAMES) and words[0] == DEPTH
            if name not in self.may_change:
                assert self.words.get(name, words) == words, name.hex()
            self.words[name] = words
            self.may_change.discard(name)

    @invariant()
    def lpo_09_the_past_stays(self) -> None:
        """LPO-09. Sums told once, asked for again: the same, or too long ago as the twin says."""
        time = self.chain.timestamp
        if self.remembered and self.touched:
            pool, then, ticks, seconds = self.remembered[self.steps_seen % len(self.remembered)]
            live, ago = self.live[pool], time - then
            try:
                known = live.pool.observe(time, [ago])[0]
            except PoolRefusal:
                known = None
            try:
                sums, others = self.contract.observe(self.subjects[pool].id, [ago])
            except Reverted as error:
                assert error.name == "ObservationTooOld" and known is None
            else:
                assert (sums[0], others[0]) == known
                assert sums[0] == ticks and 0 <= seconds - others[0] <= MAY_ROUND
        pool = self.steps_seen % len(self.live)
        live = self.live[pool]
        if pool in self.touched and self.reading().pools[pool][FLAGS] & OBSERVED:
            ticks, seconds = live.pool.observe(time, [0])[0]
            self.remembered.append((pool, time, ticks, seconds))


def ticks_of(subject: Subject, words: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """Tick, gross and net liquidity of all ticks, as read."""
    start = POOL_WORDS
    return [
        (tick, words[start + TICK_WORDS * place], words[start + TICK_WORDS * place + 1])
        for place, tick in enumerate(subject.ticks)
    ]
