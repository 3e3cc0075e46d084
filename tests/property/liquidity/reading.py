"""Everything that some pools remember, read in one call, and what the twin says it should be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quantera.evm import Contract
from quantera.liquidity.live import LivePool, Place
from quantera.liquidity.observations import Observation
from quantera.liquidity.state import Position, Tick

WORD = 32
OBSERVED = 16
RING = 5
"""Places of the largest ring."""
SIDES = (-1, 0)
"""Words of the bitmap that hold all ticks of these pools."""
POOL_WORDS = 16
TICK_WORDS = 4
POSITION_WORDS = 10
POSITION_OF_WORDS = 5
OBSERVATION_WORDS = 4
LONGEST_TOKEN_ID = (1 << 64) - 1
NO_TICK = Tick()
NO_PLACE = Place(0, 0, 0)


@dataclass(frozen=True)
class Subject:
    """A pool that is read.

    Attributes:
        id: hash of its key.
        number: what positions know it by.
        ticks: where its positions can begin and end.
        flags: bits that it started with.
        position_flags: bits of its positions.
    """

    id: bytes
    number: int
    ticks: tuple[int, ...]
    flags: int
    position_flags: int


@dataclass(frozen=True)
class Reading:
    """Words as read, as numbers modulo 2 ** 256.

    Attributes:
        balances: of the contract, by token.
        pools: by place, a pool's state, ticks, bitmap, ring and next fees.
        positions: of each position, and who owns it where it is a token.
    """

    balances: tuple[int, ...]
    pools: dict[int, tuple[int, ...]]
    positions: dict[bytes, tuple[int, ...]]


class Reader:
    """Asks the views; what a question says is worked out once."""

    def __init__(
        self,
        probe: Contract,
        pools: Contract,
        tokens: Sequence[Contract],
        subjects: Sequence[Subject],
    ) -> None:
        self.probe, self.pools, self.subjects = probe, pools, tuple(subjects)
        self.selector = probe.answers.selector
        self.fixed = [_question(token, token.balanceOf.encode(pools)) for token in tokens]
        self.tokens = len(tokens)
        self.of_pools: list[list[bytes]] = []
        for subject in subjects:
            parts = [pools.poolState.encode(subject.id)]
            parts += [pools.tickState.encode(subject.id, tick) for tick in subject.ticks]
            parts += [pools.tickBitmap.encode(subject.id, word) for word in SIDES]
            parts += [pools.observationAt.encode(subject.id, place) for place in range(RING)]
            parts.append(pools.nextFees.encode(subject.id))
            self.of_pools.append([_question(pools, part) for part in parts])
        self.of_positions: dict[bytes, list[bytes]] = {}

    def read(self, places: Iterable[int], names: Sequence[bytes]) -> Reading:
        """Balances, the pools at those places, and the positions of those names."""
        asked, chosen = list(self.fixed), sorted(places)
        for place in chosen:
            asked += self.of_pools[place]
        for name in names:
            asked += self._about(name)
        raw = self.pools.chain.call(self.probe, self.selector + _list(asked))[2 * WORD :]
        words = [int.from_bytes(raw[at : at + WORD]) for at in range(0, len(raw), WORD)]
        at = self.tokens
        pools = {}
        for place in chosen:
            ticks = TICK_WORDS * len(self.subjects[place].ticks)
            end = at + POOL_WORDS + ticks + len(SIDES) + OBSERVATION_WORDS * RING + 2
            pools[place], at = tuple(words[at:end]), end
        positions = {}
        for name in names:
            end = at + POSITION_WORDS + (POSITION_OF_WORDS if _is_token(name) else 0)
            positions[name], at = tuple(words[at:end]), end
        return Reading(tuple(words[: self.tokens]), pools, positions)

    def _about(self, name: bytes) -> list[bytes]:
        found = self.of_positions.get(name)
        if found is None:
            found = [_question(self.pools, self.pools.positionState.encode(name))]
            if _is_token(name):
                number = int.from_bytes(name)
                found.append(_question(self.pools, self.pools.positionOf.encode(number)))
            self.of_positions[name] = found
        return found


def pool_words(subject: Subject, live: LivePool, time: int) -> tuple[int, ...]:
    """What a pool should remember."""
    pool, ring = live.pool, live.pool.oracle
    observed = live.observed
    words = [
        pool.sqrt_price,
        pool.tick,
        pool.liquidity,
        pool.fee,
        pool.spacing,
        pool.protocol_share0,
        pool.protocol_share1,
        ring.index if observed else 0,
        ring.cardinality if observed else 0,
        ring.cardinality_next if observed else 0,
        subject.number,
        subject.flags | (OBSERVED if observed else 0),
        pool.fee_growth0,
        pool.fee_growth1,
        pool.protocol_fees0,
        pool.protocol_fees1,
    ]
    for at in subject.ticks:
        tick = pool.ticks.get(at, NO_TICK)
        words += [tick.gross, tick.net, tick.fee0_outside, tick.fee1_outside]
    words += [pool.bitmap.words.get(word, 0) for word in SIDES]
    for index in range(RING):
        kept = observed and index < len(ring.entries)
        words += map(int, ring.entries[index] if kept else Observation())
    words += [live.fee(a_for_b=down, time=time) for down in (True, False)]
    return tuple(_modulo(words))


def position_words(
    name: bytes, record: Position, place: Place | None, subject: Subject, owner: str | None
) -> tuple[int, ...]:
    """What a position should be; without a place, nothing but perhaps a token."""
    lower, upper, added_at = place or NO_PLACE
    kept = (subject.number, subject.position_flags) if place else (0, 0)
    words = [record.liquidity, lower, upper, kept[0], added_at, kept[1]]
    words += [record.fee0_inside, record.fee1_inside, record.owed0, record.owed1]
    if _is_token(name):
        account = int(owner, 16) if owner else 0
        identifier = int.from_bytes(name)
        words += [identifier, lower, upper, record.liquidity, account] if owner else [0] * 5
    return tuple(_modulo(words))


def _modulo(words: Iterable[int]) -> Iterable[int]:
    return (word % (1 << 256) for word in words)


def _is_token(name: bytes) -> bool:
    return int.from_bytes(name) <= LONGEST_TOKEN_ID


def _question(target: Contract, data: bytes) -> bytes:
    """`Query` in the ABI's encoding."""
    padding = bytes(-len(data) % WORD)
    head = int(target.address, 16).to_bytes(WORD) + (2 * WORD).to_bytes(WORD)
    return head + len(data).to_bytes(WORD) + data + padding


def _list(questions: Sequence[bytes]) -> bytes:
    """A list of them."""
    at, offsets = WORD * len(questions), []
    for question in questions:
        offsets.append(at.to_bytes(WORD))
        at += len(question)
    head = WORD.to_bytes(WORD) + len(questions).to_bytes(WORD)
    return head + b"".join(offsets) + b"".join(questions)
