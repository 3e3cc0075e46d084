"""What a relayer knows, on disk: how far it has read each chain, and the messages it has seen.

One SQLite file for each protocol. Every change is one transaction, so whenever the relayer is
killed, the file says what was true before or after a step and nothing in between.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel

from quantera.positions import Positions

State = Literal["seen", "unpaid", "failed", "dropped", "delivered"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS packet (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, source TEXT, block INTEGER, state TEXT, body TEXT
);
"""


class Packet(BaseModel):
    """One message on its way.

    Attributes:
        id: the protocol's identifier of it, as hexadecimal text.
        source: name of the chain it was sent on.
        destination: name of the chain it goes to.
        block: number of the block it was sent in.
        transaction: hash of the transaction that sent it.
        log_index: place of its event in that block.
        content: what the protocol needs to prove and deliver it; bytes as hexadecimal text.
        state: `seen` and not delivered, `unpaid` and therefore not delivered, `failed` at the
            destination and waiting for another attempt, `dropped` by a fault, or `delivered`.
        reason: why the last attempt failed.
        attempts: how often its delivery was tried.
    """

    id: str
    source: str
    destination: str
    block: int = 0
    transaction: str = ""
    log_index: int = 0
    content: dict[str, Any]
    state: State = "seen"
    reason: str = ""
    attempts: int = 0


@dataclass(frozen=True)
class TopUp:
    """Payment for a message that was sent before."""

    transaction: str
    log_index: int


class Outbox:
    """The file.

    Args:
        path: where it is or shall be; its folder exists.
    """

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._base.execute("PRAGMA journal_mode = WAL")
        # Written through to the system: a killed process loses nothing, a power cut may.
        self._base.execute("PRAGMA synchronous = OFF")
        self._base.executescript(_SCHEMA)
        self._positions = Positions(self._base)

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    # -- positions ------------------------------------------------------------------------------

    def position(self, chain: str) -> tuple[int, str] | None:
        """The last block read on a chain, with its hash; nothing before the first."""
        return self._positions.last(chain)

    def observe(
        self,
        chain: str,
        block: int,
        block_hash: str,
        packets: Sequence[Packet],
        paid: Sequence[TopUp] = (),
    ) -> None:
        """Keep what was read up to a block, and that it was read, in one step."""
        with self._base:
            self._base.execute("BEGIN IMMEDIATE")
            self._base.executemany(
                "INSERT OR IGNORE INTO packet (id, source, block, state, body) "
                "VALUES (?, ?, ?, ?, ?)",
                [(p.id, p.source, p.block, p.state, p.model_dump_json()) for p in packets],
            )
            for payment in paid:
                packet = self.at(chain, payment.transaction, payment.log_index)
                if packet is not None and packet.state == "unpaid":
                    packet.state = "seen"
                    self.update(packet)
            self._positions.add(chain, block, block_hash)

    def go_back(self, chain: str) -> None:
        """Forget the last position, and what was seen after the one before and not delivered."""
        last = self.position(chain)
        if last is None:
            return
        with self._base:
            self._base.execute("BEGIN IMMEDIATE")
            before = self._positions.drop(chain, last[0])
            self._base.execute(
                "DELETE FROM packet WHERE source = ? AND block > ? AND state != 'delivered'",
                (chain, before),
            )

    # -- messages -------------------------------------------------------------------------------

    def open(self) -> list[Packet]:
        """Messages that wait for the relayer, in the order in which they were seen."""
        return self._select("state = 'seen'")

    def all(self) -> list[Packet]:
        """Every message, in the order in which they were seen."""
        return self._select("1")

    def get(self, packet_id: str) -> Packet | None:
        """One message."""
        return next(iter(self._select("id = ?", packet_id)), None)

    def at(self, chain: str, transaction: str, log_index: int) -> Packet | None:
        """The message that a certain event of a source chain sent."""
        found = self._select(
            "source = ? AND json_extract(body, '$.transaction') = ? "
            "AND json_extract(body, '$.log_index') = ?",
            *(chain, transaction, log_index),
        )
        return next(iter(found), None)

    def update(self, packet: Packet) -> None:
        """Keep a message's new state."""
        self._base.execute(
            "UPDATE packet SET state = ?, body = ? WHERE id = ?",
            (packet.state, packet.model_dump_json(), packet.id),
        )

    def counts(self) -> dict[str, int]:
        """How many messages are in each state."""
        return dict(self._base.execute("SELECT state, count(*) FROM packet GROUP BY state"))

    def _select(self, condition: str, *values: object) -> list[Packet]:
        rows = self._base.execute(
            f"SELECT body FROM packet WHERE {condition} ORDER BY number", values
        )
        return [Packet.model_validate_json(body) for (body,) in rows]


def outbox_path(folder: Path, name: str) -> Path:
    """Where the relayer of a protocol keeps what it knows."""
    return folder / "relayers" / f"{name}.db"
