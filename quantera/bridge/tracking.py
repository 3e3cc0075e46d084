"""What has become of messages, kept over restarts.

One SQLite file. What bridges tell is kept event by event with the block that it stands in, and a
message's state is what its events add up to; so a chain that forgets blocks takes back exactly
what stood in them. Every reading is one transaction: a tracker that is killed goes on from there.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quantera import chains
from quantera.bridge.endpoints import TARGET_AVERAGE_SECONDS, finality_seconds
from quantera.bridge.messages import Message
from quantera.bridge.scoring import Protocol
from quantera.positions import Positions

_SCHEMA = """
CREATE TABLE IF NOT EXISTS happening (
    chain TEXT, block INTEGER, place INTEGER, id TEXT, step TEXT, time INTEGER, detail INTEGER,
    transaction_hash TEXT, message BLOB, PRIMARY KEY (chain, block, place)
);
CREATE INDEX IF NOT EXISTS by_id ON happening (id);
"""


class Step(StrEnum):
    """What a bridge tells of a message."""

    SENT = "sent"
    RESENT = "sent again"
    VOTED = "attested"
    DELAYED = "delayed"
    PARKED = "parked"
    CREDITED = "credited"
    RETURNED = "returned"
    VETOED = "vetoed"
    LIFTED = "veto lifted"


class State(StrEnum):
    """Where a message is; the order is the way it goes."""

    IN_FLIGHT = "in flight"
    AWAITING = "awaiting attestations"
    DELAYED = "delayed"
    PARKED = "parked"
    RETURNED = "returned"
    CREDITED = "credited"


_STATES = {
    Step.VOTED: State.AWAITING,
    Step.DELAYED: State.DELAYED,
    Step.PARKED: State.PARKED,
    Step.CREDITED: State.CREDITED,
    Step.RETURNED: State.RETURNED,
}
_FINAL = (State.CREDITED, State.RETURNED)


@dataclass(frozen=True)
class Happening:
    """One event of a bridge.

    Attributes:
        chain: name of the chain that it was told on.
        block: number of the block.
        place: of the event in the block.
        id: of the message.
        step: what happened.
        time: of the block, in seconds.
        detail: protocols as bits when sent or attested, reason when parked, time of release when
            delayed.
        transaction: its hash.
        message: the bytes, where the event has them.
    """

    chain: str
    block: int
    place: int
    id: bytes
    step: Step
    time: int
    detail: int = 0
    transaction: str = ""
    message: bytes = b""


@dataclass(frozen=True)
class Tracked:
    """A message as far as it is known.

    Attributes:
        id: the message's.
        message: what crosses; nothing while only its arrival is known.
        state: where it is.
        protocols: over which it was sent.
        votes: which have brought it.
        reason: why it is parked, 0 when it is not.
        release_at: when a delayed one may be released, in seconds.
        sent_at: time of the block that sent it, 0 while not known.
        sent_in: transaction that sent it.
        ended_at: when it was credited or returned, 0 before.
        vetoed: whether nothing may be credited on it.
        changed_at: when it came into its state, 0 while nothing has arrived.
    """

    id: bytes
    message: Message | None
    state: State
    protocols: frozenset[Protocol]
    votes: frozenset[Protocol]
    reason: int
    release_at: int
    sent_at: int
    sent_in: str
    ended_at: int
    vetoed: bool = False
    changed_at: int = 0

    @property
    def finished(self) -> bool:
        """Whether nothing more can become of it."""
        return self.state in _FINAL

    @property
    def delivery_seconds(self) -> int | None:
        """From being sent to being credited, by the two chains' clocks."""
        if self.state is not State.CREDITED or not self.sent_at:
            return None
        return max(0, self.ended_at - self.sent_at)


@dataclass(frozen=True)
class Measured:
    """How long transfers from one chain took.

    Attributes:
        source: name of the chain.
        count: how many were credited.
        average_seconds: from being sent to being credited, rounded up.
        slowest_seconds: of the slowest.
        floor_seconds: finality of the source, below which none can be when relayers wait for it.
        target_seconds: what the average shall be.
    """

    source: str
    count: int
    average_seconds: int
    slowest_seconds: int
    floor_seconds: int
    target_seconds: int = TARGET_AVERAGE_SECONDS

    @property
    def on_target(self) -> bool:
        """Whether the average is as good as it shall be."""
        return self.average_seconds <= self.target_seconds


class Tracker:
    """The file.

    Args:
        path: where it is or shall be; its folder exists.
    """

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.executescript(_SCHEMA)
        self._positions = Positions(self._base)

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    # -- reading chains -------------------------------------------------------------------------

    def position(self, chain: str) -> tuple[int, str] | None:
        """The last block read on a chain, with its hash; nothing before the first."""
        return self._positions.last(chain)

    def observe(
        self, chain: str, block: int, block_hash: str, happenings: Sequence[Happening]
    ) -> None:
        """Keep what was told up to a block, and that it was read, in one step.

        Raises:
            ValueError: something was told on another chain, or in a later block.
        """
        if any(one.chain != chain or one.block > block for one in happenings):
            raise ValueError(f"not all of it was told on {chain} up to block {block}")
        rows = [
            (
                *(one.chain, one.block, one.place, one.id.hex(), one.step, one.time),
                *(one.detail, one.transaction, one.message),
            )
            for one in happenings
        ]
        with self._base:
            self._base.execute("BEGIN IMMEDIATE")
            self._base.executemany(
                "INSERT OR REPLACE INTO happening VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
            )
            self._positions.add(chain, block, block_hash)

    def go_back(self, chain: str) -> None:
        """Forget the last position on a chain and all that was told there since the one before."""
        last = self.position(chain)
        if last is None:
            return
        with self._base:
            self._base.execute("BEGIN IMMEDIATE")
            before = self._positions.drop(chain, last[0])
            self._base.execute(
                "DELETE FROM happening WHERE chain = ? AND block > ?", (chain, before)
            )

    # -- messages -------------------------------------------------------------------------------

    def get(self, message_id: bytes) -> Tracked | None:
        """One message; nothing when no bridge has told of it."""
        told = self._told("WHERE id = ?", message_id.hex())
        return next(iter(told), None)

    def all(self) -> list[Tracked]:
        """Every message."""
        return self._told("")

    def open(self) -> list[Tracked]:
        """Messages of which something must still become."""
        return [tracked for tracked in self.all() if not tracked.finished]

    def measured(self) -> list[Measured]:
        """How long credited transfers took, by the chain that they came from."""
        taken: dict[int, list[int]] = {}
        for tracked in self.all():
            seconds = tracked.delivery_seconds
            if seconds is not None and tracked.message is not None:
                taken.setdefault(tracked.message.source_chain_id, []).append(seconds)
        return [
            Measured(
                source=chains.by_id(chain_id).name,
                count=len(seconds),
                average_seconds=-(-sum(seconds) // len(seconds)),
                slowest_seconds=max(seconds),
                floor_seconds=finality_seconds(chains.by_id(chain_id)),
            )
            for chain_id, seconds in taken.items()
        ]

    def _told(self, condition: str, *values: str) -> list[Tracked]:
        rows = self._base.execute(
            "SELECT chain, block, place, id, step, time, detail, transaction_hash, message "
            f"FROM happening {condition} ORDER BY chain, block, place",
            values,
        )
        by_id: dict[bytes, list[Happening]] = {}
        for chain, block, place, name, step, time, detail, transaction, message in rows:
            one = Happening(
                *(chain, block, place, bytes.fromhex(name), Step(step), time),
                *(detail, transaction, message),
            )
            by_id.setdefault(one.id, []).append(one)
        return [_sum(name, told) for name, told in by_id.items()]


def _sum(message_id: bytes, told: Sequence[Happening]) -> Tracked:
    """What a message's events add up to; those of its destination are in the order they stand."""
    sent = next((one for one in told if one.step is Step.SENT), None)
    arrivals = [one for one in told if one.step in _STATES]
    last = arrivals[-1] if arrivals else None
    state = State.IN_FLIGHT if last is None else _STATES[last.step]
    bytes_told = next((one.message for one in told if one.message), None)
    vetoes = [one.step for one in told if one.step in (Step.VETOED, Step.LIFTED)]
    out = [one.detail for one in told if one.step in (Step.SENT, Step.RESENT)]
    return Tracked(
        id=message_id,
        message=None if bytes_told is None else Message.decode(bytes_told),
        state=state,
        protocols=protocols_in(out),
        votes=protocols_in(one.detail for one in told if one.step is Step.VOTED),
        reason=last.detail if last is not None and last.step is Step.PARKED else 0,
        release_at=last.detail if last is not None and last.step is Step.DELAYED else 0,
        sent_at=0 if sent is None else sent.time,
        sent_in="" if sent is None else sent.transaction,
        ended_at=last.time if last is not None and state in _FINAL else 0,
        vetoed=bool(vetoes) and vetoes[-1] is Step.VETOED,
        changed_at=0 if last is None else last.time,
    )


def protocols_in(words: Iterable[int]) -> frozenset[Protocol]:
    """The protocols whose bits are set in any of some words."""
    return frozenset(protocol for word in words for protocol in Protocol if word >> protocol & 1)
