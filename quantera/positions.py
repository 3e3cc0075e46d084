"""How far chains have been read, in a SQLite file beside what was found on them."""

import sqlite3

KEPT = 64
"""How many earlier positions can be gone back to when a chain reorganises."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS cursor (
    chain TEXT, block INTEGER, hash TEXT, PRIMARY KEY (chain, block)
);
"""


class Positions:
    """The positions of one file.

    Args:
        base: the open file; transactions are its owner's.
    """

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        base.executescript(_SCHEMA)

    def last(self, chain: str) -> tuple[int, str] | None:
        """The last block read on a chain, with its hash; nothing before the first."""
        found: tuple[int, str] | None = self._base.execute(
            "SELECT block, hash FROM cursor WHERE chain = ? ORDER BY block DESC LIMIT 1", (chain,)
        ).fetchone()
        return found

    def add(self, chain: str, block: int, block_hash: str) -> None:
        """Note a block that was read; within a transaction."""
        self._base.execute(
            "INSERT OR REPLACE INTO cursor VALUES (?, ?, ?)", (chain, block, block_hash)
        )
        self._base.execute(
            "DELETE FROM cursor WHERE chain = ? AND block NOT IN "
            "(SELECT block FROM cursor WHERE chain = ? ORDER BY block DESC LIMIT ?)",
            (chain, chain, KEPT),
        )

    def drop(self, chain: str, block: int) -> int:
        """Forget a position, and tell the last one left, -1 for none; within a transaction."""
        self._base.execute("DELETE FROM cursor WHERE chain = ? AND block = ?", (chain, block))
        (before,) = self._base.execute(
            "SELECT coalesce(max(block), -1) FROM cursor WHERE chain = ?", (chain,)
        ).fetchone()
        return int(before)
