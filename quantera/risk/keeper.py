"""Keeps margin calls going: refreshes prices, calls, cures, escalates and liquidates.

Every round looks at the chain and decides from what it finds; nothing is remembered but the
transactions that were sent, so that a keeper that was stopped, or one of several, goes on where the
book stands. Each call is tried on the chain's state before it is sent, and a refusal is told and
passed over. Liquidations name the account's count of liquidations, so that none happens twice.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from quantera.brokerage.rounding import BPS
from quantera.risk import calls
from quantera.risk.queue import Order, Queued, Step, planned, queue
from quantera.risk.reading import AccountReading, Reader, Snapshot

AT_ONCE = 64
"""Accounts that one call reads."""
ALL_OF_IT = (1 << 127) - 1
"""More than any position; the contract takes what there is."""


class Refused(Exception):  # noqa: N818 -- an answer, as the chain gives it
    """The chain would not carry a call out; the message is its reason."""


class Station(Protocol):
    """A chain on which the keeper acts with an account of its own."""

    def call(self, to: str, data: bytes) -> bytes:
        """What a call answers on the newest state.

        Raises:
            Refused: it reverts.
        """

    def send(self, to: str, data: bytes) -> str:
        """Send a transaction; its hash, at once.

        Raises:
            Refused: the chain does not take it.
        """

    def settled(self, transaction: str) -> bool | None:
        """Whether a transaction was carried out; None while nobody knows."""

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
    """A deed and what came of it: a transaction, or a refusal."""

    deed: Deed
    transaction: str = ""
    refusal: str = ""


class Journal:
    """Transactions that were sent, in a file of lines.

    Attributes:
        open: what is done, and with which account, by transactions of which nobody knows the end.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.open: dict[str, tuple[str, int]] = {}
        for line in file.read_text().splitlines() if file.exists() else ():
            self._take(json.loads(line))

    def sent(self, transaction: str, deed: Deed) -> None:
        """Note a transaction."""
        self._write({"sent": transaction, "what": deed.what, "account": deed.account})

    def closed(self, transaction: str) -> None:
        """Note that a transaction was carried out or undone."""
        self._write({"closed": transaction})

    def _write(self, entry: dict[str, Any]) -> None:
        with self._file.open("a") as lines:
            lines.write(json.dumps(entry) + "\n")
        self._take(entry)

    def _take(self, entry: Mapping[str, Any]) -> None:
        if "sent" in entry:
            self.open[entry["sent"]] = entry["what"], entry["account"]
        else:
            self.open.pop(entry["closed"], None)


@dataclass(frozen=True)
class Policy:
    """What a keeper does.

    Attributes:
        refresh_share_bps: share of a price's oldest age from which it is refreshed.
        slippage_bps: how many fewer units than planned a liquidation may take.
        liquidates: whether it liquidates at all.
        most_rounds: liquidations of one account in one round.
    """

    refresh_share_bps: int = 8_000
    slippage_bps: int = 50
    liquidates: bool = True
    most_rounds: int = 4


class Keeper:
    """One brokerage on one chain.

    Args:
        station: the chain.
        brokerage: its address.
        accounts: names the accounts to look after, each round anew.
        journal: of what was sent.
        policy: what it does.
    """

    def __init__(
        self,
        station: Station,
        brokerage: str,
        accounts: Callable[[], Sequence[int]],
        journal: Journal,
        policy: Policy | None = None,
    ) -> None:
        self._station = station
        self._brokerage = brokerage
        self._accounts = accounts
        self._journal = journal
        self._policy = policy or Policy()
        self._reader = Reader(station.call, brokerage)

    def round(self) -> list[Done]:
        """Everything that can be done now, in the order of urgency."""
        self._settle()
        numbers = self._accounts()
        parts = [numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE)]
        done = [self._do(deed) for deed in self._refreshes(map(self._reader.snapshot, parts))]
        waiting = [each for part in parts for each in queue(self._reader.snapshot(part))]
        for queued in sorted(waiting, key=lambda each: each.ratio_bps):
            done.extend(self._look_after(queued))
        return done

    def _settle(self) -> None:
        for transaction in list(self._journal.open):
            if self._station.settled(transaction) is not None:
                self._journal.closed(transaction)

    def _refreshes(self, snapshots: Iterable[Snapshot]) -> Iterator[Deed]:
        due = set()
        for snapshot in snapshots:
            for number in {asset for account in snapshot.accounts for asset in account.used}:
                asset = snapshot.assets[number].asset
                age = snapshot.time - asset.updated_at
                if age * BPS >= asset.max_age * self._policy.refresh_share_bps:
                    due.add(number)
        if due:
            told = ", ".join(map(str, sorted(due)))
            yield Deed("refresh", 0, calls.REFRESH.call(sorted(due)), f"prices of assets {told}")

    def _look_after(self, queued: Queued) -> Iterator[Done]:
        account = queued.account
        if queued.step in (Step.CALL, Step.ESCALATE):
            missing = f"{queued.missing} missing to maintenance"
            yield self._do(
                Deed(queued.step, account.number, calls.ISSUE.call(account.number), missing)
            )
            queued = self._again(account) or queued
        if queued.step is Step.CURE:
            yield self._do(Deed(queued.step, account.number, calls.CURE.call(account.number)))
        elif queued.step is Step.LIQUIDATE and self._policy.liquidates:
            yield from self._liquidate(queued)

    def _liquidate(self, queued: Queued) -> Iterator[Done]:
        for _ in range(self._policy.most_rounds):
            deed = self._next(queued.account)
            if deed is None:
                return
            done = self._do(deed)
            yield done
            again = self._again(queued.account)
            if done.refusal or again is None or again.step is not Step.LIQUIDATE:
                return
            queued = again

    def _next(self, account: AccountReading) -> Deed | None:
        if account.positions:
            largest = max(account.positions, key=lambda item: (item.potential, item.asset))
            data = calls.LIQUIDATE_POSITION.call(account.number, largest.asset, ALL_OF_IT)
            return Deed("close", account.number, data, f"position in asset {largest.asset}")
        snapshot = self._reader.snapshot([account.number])
        budgets = {
            debt.asset: self._station.budget(snapshot.assets[debt.asset].token)
            for debt in account.debts
        }
        order = planned(account, snapshot, budgets)
        return self._ordered(order) if order else None

    def _ordered(self, order: Order) -> Deed:
        data = calls.LIQUIDATE.call(order.arguments(self._policy.slippage_bps))
        expected = order.expected
        detail = (
            f"{expected.repaid} of asset {order.debt_asset} for {expected.seized} of asset "
            f"{order.collateral}, bonus {expected.bonus_bps} bps"
        )
        return Deed("liquidate", order.account, data, detail)

    def _again(self, account: AccountReading) -> Queued | None:
        found = queue(self._reader.snapshot([account.number]))
        return found[0] if found else None

    def _do(self, deed: Deed) -> Done:
        if (deed.what, deed.account) in self._journal.open.values():
            return Done(deed, refusal="sent before, not mined yet")
        try:
            self._station.call(self._brokerage, deed.data)
            transaction = self._station.send(self._brokerage, deed.data)
        except Refused as error:
            return Done(deed, refusal=str(error))
        self._journal.sent(transaction, deed)
        if self._station.settled(transaction) is not None:
            self._journal.closed(transaction)
        return Done(deed, transaction)
