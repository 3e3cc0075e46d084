"""Keeps margin calls going: refreshes prices, calls, cures, escalates and liquidates.

Every round looks at the chain and decides from what it finds; nothing is remembered but the
transactions that were sent, so that a keeper that was stopped, or one of several, goes on where the
book stands. Each call is tried on the chain's state before it is sent, and a refusal is told and
passed over: somebody else was faster. Liquidations name the account's count of liquidations, so
that none happens twice.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quantera.brokerage.rounding import BPS
from quantera.risk import calls
from quantera.risk.journal import Journal
from quantera.risk.queue import Order, Queued, Step, planned, queue
from quantera.risk.reading import AccountReading, Reader, Snapshot
from quantera.risk.sending import Deed, Done, Sender, Station

AT_ONCE = 64
"""Accounts that one call reads."""
ALL_OF_IT = (1 << 127) - 1
"""More than any position; the contract takes what there is."""


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
        clock: Unix seconds now.
    """

    def __init__(
        self,
        station: Station,
        brokerage: str,
        accounts: Callable[[], Sequence[int]],
        journal: Journal,
        policy: Policy | None = None,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._station = station
        self._accounts = accounts
        self._sender = Sender(station, brokerage, journal, clock)
        self._policy = policy or Policy()
        self._reader = Reader(station.call, brokerage)

    def round(self) -> list[Done]:
        """Everything that can be done now, in the order of urgency.

        Raises:
            StationError: the chain cannot be reached; the next round goes on from there.
            ReadingError: what answers is no brokerage.
        """
        self._sender.settle()
        numbers = self._accounts()
        parts = [numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE)]
        done = [
            self._sender.send(deed) for deed in self._refreshes(map(self._reader.snapshot, parts))
        ]
        waiting = [each for part in parts for each in queue(self._reader.snapshot(part))]
        for queued in sorted(waiting, key=lambda each: each.ratio_bps):
            done.extend(self._look_after(queued))
        return done

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
            yield self._sender.send(
                Deed(queued.step, account.number, calls.ISSUE.call(account.number), missing)
            )
            queued = self._again(account) or queued
        if queued.step is Step.CURE:
            yield self._sender.send(
                Deed(queued.step, account.number, calls.CURE.call(account.number))
            )
        elif queued.step is Step.LIQUIDATE and self._policy.liquidates:
            yield from self._liquidate(queued)

    def _liquidate(self, queued: Queued) -> Iterator[Done]:
        for _ in range(self._policy.most_rounds):
            deed = self._next(queued.account)
            if deed is None:
                return
            done = self._sender.send(deed)
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
