"""What a keeper has sent, on disk before it is sent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import Timeout

from quantera.durable_lines import DurableLines


class JournalError(Exception):
    """The journal is damaged, somebody else's, or held by another process."""


@dataclass(frozen=True)
class Prepared:
    """A signed transaction: sending it twice does what sending it once does.

    Attributes:
        hash: of the transaction.
        raw: its signed bytes.
        nonce: of the keeper's account.
    """

    hash: str
    raw: bytes
    nonce: int


@dataclass
class Pending:
    """A deed whose end nobody knows yet.

    Attributes:
        what: kind of deed.
        account: that it is for, 0 for none.
        data: what it sends to the brokerage.
        since: Unix seconds of its newest transaction.
        prepared: its transactions of one nonce, the newest last.
    """

    what: str
    account: int
    data: bytes
    since: int
    prepared: list[Prepared] = field(default_factory=list[Prepared])


class Journal(DurableLines):
    """Lines of JSON for one keeper of one brokerage; see `DurableLines`.

    Args:
        path: the file; created where it is missing.
        owner: chain, brokerage and keeper in a word; a journal of another is refused.

    Attributes:
        open: deeds whose end nobody knows, by their transactions' nonce, lowest first.

    Raises:
        JournalError: another keeper's journal, a damaged one, or one that another process holds.
    """

    def __init__(self, path: Path, owner: str) -> None:
        self._owner = owner
        self.open: dict[int, Pending] = {}
        try:
            super().__init__(path)
        except Timeout as error:
            raise JournalError(f"{path.name} is in use by another keeper") from error

    def prepared(
        self, what: str, account: int, data: bytes, transaction: Prepared, now: int
    ) -> None:
        """Note a transaction that is about to be sent; of a nonce in use it replaces the last."""
        self._write(
            {
                "prepared": transaction.hash,
                "nonce": transaction.nonce,
                "raw": transaction.raw.hex(),
                "what": what,
                "account": account,
                "data": data.hex(),
                "at": now,
            }
        )

    def closed(self, nonce: int, outcome: str) -> None:
        """Note what became of a nonce's deed."""
        self._write({"closed": nonce, "outcome": outcome})

    def _read(self, content: bytes) -> None:
        entries: list[Any] = []
        for number, line in enumerate(content.splitlines(), 1):
            try:
                entries.append(json.loads(line))
            except ValueError as error:
                raise JournalError(f"{self._path.name} line {number} is damaged") from error
        if not entries:
            return
        if not isinstance(entries[0], dict) or entries[0].get("owner") != self._owner:
            raise JournalError(f"{self._path.name} belongs to another keeper")
        for number, entry in enumerate(entries[1:], 2):
            try:
                self._take(entry)
            except (KeyError, TypeError, ValueError) as error:
                raise JournalError(f"{self._path.name} line {number} is damaged") from error

    def _begin(self) -> None:
        self._append(json.dumps({"owner": self._owner}).encode())

    def _write(self, entry: dict[str, Any]) -> None:
        self._append(json.dumps(entry, separators=(",", ":")).encode())
        self._take(entry)

    def _take(self, entry: Mapping[str, Any]) -> None:
        if "closed" in entry:
            del self.open[entry["closed"]]
            return
        transaction = Prepared(entry["prepared"], bytes.fromhex(entry["raw"]), entry["nonce"])
        data = bytes.fromhex(entry["data"])
        fresh = Pending(entry["what"], entry["account"], data, entry["at"])
        pending = self.open.setdefault(transaction.nonce, fresh)
        pending.since = entry["at"]
        pending.prepared.append(transaction)
