"""Transactions of a keeper: each signed and in the journal before it is sent, none sent twice."""

import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from quantera.risk.journal import Journal, Pending, Prepared

LOOKS = 3
"""Rounds in which a used nonce's transaction must be missing: nodes behind one endpoint lag."""
PATIENCE = 180
"""Seconds after which a transaction that is not mined is replaced by one that pays more."""


class Refused(Exception):  # noqa: N818 -- an answer, as the chain gives it
    """The chain would not carry a call out; the message is its reason."""


class StationError(Exception):
    """The chain cannot be reached."""


class Station(Protocol):
    """A chain on which the keeper acts with an account of its own.

    Each raises `StationError` where the chain cannot be reached.
    """

    def call(self, to: str, data: bytes) -> bytes:
        """What a call answers on the newest state.

        Raises:
            Refused: it reverts.
        """

    def prepare(self, to: str, data: bytes, nonce: int | None = None) -> Prepared:
        """Sign a transaction; of a nonce that is given, one that replaces another.

        Raises:
            Refused: the chain would not take it.
        """

    def broadcast(self, prepared: Prepared) -> None:
        """Send a transaction; one that the chain has already is no error.

        Raises:
            Refused: the chain does not take it.
        """

    def outcome(self, transaction: str) -> bool | None:
        """Whether a transaction was carried out; None while it is not mined."""

    def knows(self, transaction: str) -> bool:
        """Whether it is mined or waits to be."""

    def used_nonces(self) -> int:
        """How many nonces of the keeper's account mined transactions have used up."""

    def budget(self, token: str) -> int:
        """Units of a token that the keeper has and has approved for the brokerage."""


@dataclass(frozen=True)
class Deed:
    """Something to be done, and why."""

    what: str
    account: int
    data: bytes
    detail: str = ""


@dataclass(frozen=True)
class Done:
    """A deed and what came of it: a transaction, a refusal, or a transaction that was undone."""

    deed: Deed
    transaction: str = ""
    refusal: str = ""


class Sender:
    """Sends deeds to one brokerage.

    Args:
        station: the chain.
        brokerage: its address.
        journal: of what was sent.
        clock: Unix seconds now.
    """

    def __init__(
        self,
        station: Station,
        brokerage: str,
        journal: Journal,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._station = station
        self._brokerage = brokerage
        self._journal = journal
        self._clock = clock
        self._missing: Counter[int] = Counter()

    def send(self, deed: Deed) -> Done:
        """Try a deed on the chain's state, and send it where that would carry it out."""
        waiting = self._journal.open.values()
        if any((each.what, each.account) == (deed.what, deed.account) for each in waiting):
            return Done(deed, refusal="sent before, not mined yet")
        try:
            self._station.call(self._brokerage, deed.data)
            prepared = self._station.prepare(self._brokerage, deed.data)
        except Refused as error:
            return Done(deed, refusal=str(error))
        self._note(deed.what, deed.account, deed.data, prepared)
        try:
            self._station.broadcast(prepared)
        except Refused as error:
            self._journal.closed(prepared.nonce, "refused")
            return Done(deed, refusal=str(error))
        outcome = self._station.outcome(prepared.hash)
        if outcome is None:
            return Done(deed, prepared.hash)
        self._close(prepared.nonce, done=outcome)
        undone = "" if outcome else "undone: the state had changed when it was mined"
        return Done(deed, prepared.hash, undone)

    def settle(self) -> None:
        """Find out what became of everything that was sent, and send again what was lost."""
        for nonce, pending in list(self._journal.open.items()):
            self._settle(nonce, pending)

    def _settle(self, nonce: int, pending: Pending) -> None:
        # Nonces first: a transaction that is mined after this look is found by the next one.
        used = self._station.used_nonces() > nonce
        found = [self._station.outcome(each.hash) for each in pending.prepared]
        outcomes = [outcome for outcome in found if outcome is not None]
        newest = pending.prepared[-1]
        if outcomes:
            self._close(nonce, done=outcomes[0])
        elif used:
            self._missing[nonce] += 1
            if self._missing[nonce] >= LOOKS:
                self._journal.closed(nonce, "replaced")
        elif self._station.knows(newest.hash):
            if self._clock() - pending.since >= PATIENCE:
                self._replace(pending, nonce)
        elif self._is_obsolete(nonce, pending):
            self._journal.closed(nonce, "obsolete")
        else:
            self._broadcast(newest)

    def _broadcast(self, prepared: Prepared) -> None:
        try:
            self._station.broadcast(prepared)
        except Refused:
            self._journal.closed(prepared.nonce, "refused")

    def _is_obsolete(self, nonce: int, pending: Pending) -> bool:
        """Refused by now; one that later transactions wait for is sent all the same."""
        if nonce != max(self._journal.open):
            return False
        try:
            self._station.call(self._brokerage, pending.data)
        except Refused:
            return True
        return False

    def _replace(self, pending: Pending, nonce: int) -> None:
        # What would fail now is left to fail for what it pays; so is one that pays too little more.
        with suppress(Refused):
            prepared = self._station.prepare(self._brokerage, pending.data, nonce)
            self._note(pending.what, pending.account, pending.data, prepared)
            self._station.broadcast(prepared)

    def _note(self, what: str, account: int, data: bytes, prepared: Prepared) -> None:
        self._journal.prepared(what, account, data, prepared, int(self._clock()))

    def _close(self, nonce: int, *, done: bool) -> None:
        self._journal.closed(nonce, "done" if done else "undone")
