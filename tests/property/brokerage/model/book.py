"""The book: everything that is remembered, what accounts are worth, and what new risk must meet."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from tests.property.brokerage.model import lending
from tests.property.brokerage.model.booking import potential, profit
from tests.property.brokerage.model.numbers import BPS, DAY, MILLI, down, up
from tests.property.brokerage.model.records import (
    Account,
    Found,
    Grant,
    Line,
    Listed,
    Pool,
    Position,
)

INITIAL, MAINTENANCE, LIQUIDATION, WHOLE = 150, 125, 110, 100
BROKERAGE = "brokerage"
NOTHING = Position()

COLLATERAL, BORROWING, TRADING, LIQUIDATING, PRICING, LENDING = (1 << bit for bit in range(6))
"""Groups that can be paused."""
DEPOSIT, WITHDRAW, BORROW, REPAY, TRADE = (1 << bit for bit in range(5))
"""Rights of operators."""
PAYING_IN = DEPOSIT | REPAY


@dataclass(frozen=True)
class Answer:
    """What the model says of a call.

    Attributes:
        causes: errors of which one must be given; none for success.
        result: what the call returns.
    """

    causes: tuple[str, ...] = ()
    result: Any = None

    @property
    def refusal(self) -> tuple[str, ...] | None:
        """As `ChainMachine.act` takes it."""
        return self.causes or None


class Causes:
    """The errors that a call runs into."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def when(self, holds: object, *names: str) -> bool:
        """Note the error where the condition holds, and say whether it does."""
        if holds:
            self.found += names
        return bool(holds)


class Book:
    """Dictionaries of records; what names mean is the stage's to know.

    Attributes:
        now: seconds.
        wallets: units that names have of an asset's token.
        verified: until when names are verified.
        identities: of wallets; two of one identity may receive for each other.
        recorded: an account's exposure as last recorded.
        fee_rate_bps: what the fee structure charges; none where fees are off.
        agreed_fees: most that institutions pay, basis points.
        owes: what the end of the batch that runs must check; none where no batch runs.
        before: everything as it was before the last change.
    """

    def __init__(self, now: int) -> None:
        self.now = now
        self.paused = 0
        self.wallets: dict[tuple[str, int], int] = {}
        self.verified: dict[str, int] = {}
        self.identities: dict[str, str] = {}
        self.assets: dict[int, Listed] = {}
        self.pools: dict[int, Pool] = {}
        self.lines: dict[str, Line] = {}
        self.groups: dict[int, int] = {}
        self.opened: dict[Account, bool] = {}
        self.frozen: dict[Account, bool] = {}
        self.collateral: dict[tuple[Account, int], int] = {}
        self.debts: dict[tuple[Account, int], int] = {}
        self.positions: dict[tuple[Account, int], Position] = {}
        self.cash: dict[Account, int] = {}
        self.recorded: dict[Account, int] = {}
        self.extra: dict[Account, tuple[int, int]] = {}
        self.operators: dict[tuple[Account, str], Grant] = {}
        self.lent: dict[tuple[int, str], int] = {}
        self.caps: dict[int, tuple[int, int, int]] = {}
        self.issuers: dict[int, int] = {}
        self.cash_asset = 0
        self.clearing_cash = 0
        self.concentration = (MILLI, 0)
        self.gain_haircut_bps = 0
        self.extra_initial = 0
        self.extra_maintenance = 0
        self.fee_rate_bps: int | None = None
        self.agreed_fees: dict[str, int] = {}
        self.owes: frozenset[str] | None = None
        self.before: dict[str, Any] = {}

    # ------------------------------------------------------------------ all or nothing

    def save(self) -> dict[str, Any]:
        """Everything as it is."""
        return {
            name: dict(value) if isinstance(value, dict) else value
            for name, value in vars(self).items()
            if name != "before"
        }

    def restore(self, saved: dict[str, Any]) -> None:
        """Everything as it was."""
        vars(self).update(saved)

    # ------------------------------------------------------------------ what accounts have

    def held(self, account: Account) -> dict[int, int]:
        """Units of collateral by asset."""
        return {asset: n for (who, asset), n in self.collateral.items() if who == account and n}

    def owing(self, account: Account) -> dict[int, int]:
        """Shares of debt by asset."""
        return {asset: n for (who, asset), n in self.debts.items() if who == account and n}

    def standing(self, account: Account) -> dict[int, Position]:
        """Positions by asset."""
        return {a: p for (who, a), p in self.positions.items() if who == account and p.size}

    def is_free(self, account: Account) -> bool:
        """Neither debts nor positions."""
        return not self.owing(account) and not self.standing(account)

    def debt(self, account: Account, asset: int) -> int:
        """Units owed now, rounded up."""
        shares = self.debts.get((account, asset), 0)
        return lending.owed(shares, lending.index_at(self.pools[asset], self.now)) if shares else 0

    def is_verified(self, name: str) -> bool:
        """Whether the registry verifies a wallet now."""
        return self.now <= self.verified.get(name, -1)

    def value(self, account: Account) -> Found:
        """What the account is worth and owes, as `IPrimeBrokerage` defines it."""
        now = self.now
        gross = adjusted = power = largest = debts = gains = losses = at_risk = 0
        used: set[int] = set()
        for asset, units in self.held(account).items():
            listed = self.assets[asset]
            used.add(asset)
            worth = down(units * listed.low, listed.one)
            gross += worth
            counts = down(units * listed.low * (BPS - listed.haircut(now)), listed.one * BPS)
            if not listed.settlement:
                largest = max(largest, counts)
            adjusted += counts
            power += counts if listed.active else 0
        threshold, add_on = self.concentration
        above = max(largest * MILLI - adjusted * threshold, 0)
        cut = up(above * add_on, MILLI * MILLI)
        cash = self.cash.get(account, 0)
        for asset in self.owing(account):
            listed = self.assets[asset]
            used.add(asset)
            debts += up(self.debt(account, asset) * listed.high, listed.one)
        for asset, position in self.standing(account).items():
            listed = self.assets[asset]
            used.add(asset)
            made = profit(position, listed)
            gains, losses = gains + max(made, 0), losses + max(-made, 0)
            at_risk += potential(position.size, listed)
        return Found(
            gross,
            max(adjusted - cut, 0) + cash,
            max(power - cut, 0) + cash,
            gains,
            debts,
            losses,
            at_risk,
            frozenset(asset for asset in used if self.assets[asset].is_stale(now)),
        )

    def maintained(self, found: Found) -> int:
        """Adjusted collateral for maintenance: with unrealised gains less their haircut."""
        return found.adjusted + down(found.gain * (BPS - self.gain_haircut_bps), BPS)

    def ratios(self, account: Account) -> tuple[int, int]:
        """Initial and maintenance ratio that the account must keep, per cent."""
        initial, maintenance = self.extra.get(account, (0, 0))
        return (
            INITIAL + self.extra_initial + initial,
            MAINTENANCE + self.extra_maintenance + maintenance,
        )

    def is_below(self, account: Account, ratio: int) -> bool:
        """Whether its adjusted collateral is less than so many per cent of its exposure."""
        found = self.value(account)
        return self.maintained(found) * WHOLE < found.exposure * ratio

    # ------------------------------------------------------------------ what new risk must meet

    def counted(self, account: Account) -> int:
        """What an account counts for in its institution's exposure: a sub-account 0 as of now."""
        return self.recorded.get(account, 0) if account[1] else self.value(account).exposure

    def exposed(self, institution: str) -> int:
        """What an institution's limit is held against."""
        return sum(self.counted(one) for one in self.opened if one[0] == institution)

    def exposed_together(self, group: int) -> int:
        """What the institutions of a group expose as last recorded."""
        return sum(
            value
            for (name, _), value in self.recorded.items()
            if name in self.lines and self.lines[name].group == group
        )

    def check_risk(self, account: Account, causes: Causes, *, raises: bool) -> None:
        """New risk that the account has taken already; what raises exposure is recorded.

        In a batch it is the end that checks.
        """
        if self.owes is not None:
            self.owes |= {"raise" if raises else "risk"}
            return
        found = self.value(account)
        causes.when(found.stale, "PriceStale")
        causes.when(self.sequencer_down(), "SequencerUnavailable")
        causes.when(
            self.is_stopped(account) or not self.is_verified(account[0]),
            "CloseOnly",
        )
        initial, _ = self.ratios(account)
        causes.when(found.power * WHOLE < found.exposure * initial, "MarginInsufficient")
        if not raises:
            return
        line, today = self.lines[account[0]], self.now // DAY
        causes.when(today > line.ends or today > line.review, "CreditLineLapsed")
        self.record(account)
        causes.when(self.exposed(account[0]) > line.limit, "CreditLimitExceeded")
        if line.group:
            together = self.exposed_together(line.group)
            causes.when(together > self.groups.get(line.group, 0), "GroupLimitExceeded")

    def record(self, account: Account) -> None:
        """Keep what the account exposes, where a sum is kept that it is part of."""
        if self.owes is not None:
            self.owes |= {"relief"}
        elif account[1] or self.lines[account[0]].group:
            self.recorded[account] = self.value(account).exposure

    def is_stopped(self, account: Account) -> bool:
        """Whether the account itself may take no new risk."""
        return not account

    def sequencer_down(self) -> bool:
        """Whether the sequencer stands in the way of new risk."""
        return False

    # ------------------------------------------------------------------ changes

    def add(self, table: dict[Any, int], key: Any, amount: int) -> int:
        """Add to a figure; it is never below zero."""
        table[key] = table.get(key, 0) + amount
        assert table[key] >= 0, (key, table[key])
        return table[key]

    def set_pool(self, asset: int, **changes: int) -> Pool:
        """Replace figures of a pool."""
        self.pools[asset] = replace(self.pools[asset], **changes)
        return self.pools[asset]

    def touched(self, asset: int) -> Pool:
        """A pool as of now: its index, and the reserve's part of the interest rounded up.

        Interest is what the pool has grown by since interest was last taken up: lending, paying
        back and the trading book only move units between hand, debt and book.
        """
        pool = self.pools[asset]
        now = replace(pool, index=lending.index_at(pool, self.now), time=self.now)
        interest = max(lending.net(now) - pool.settled, 0) if now.index != pool.index else 0
        taken = min(up(interest * pool.reserve_bps, BPS), lending.MOST_RESERVES - pool.reserves)
        return replace(now, reserves=pool.reserves + taken)

    def touch(self, asset: int) -> None:
        """Move a pool's index to now, once a second, and take its interest up."""
        if self.pools[asset].time != self.now:
            self.pools[asset] = self.touched(asset)
            self.settle(asset)

    def settle(self, asset: int) -> None:
        """After a change that is no interest, with the index of now."""
        self.set_pool(asset, settled=lending.net(self.pools[asset]))

    def owe(self, account: Account, asset: int, units: int) -> None:
        """More debt: shares rounded up."""
        pool = self.pools[asset]
        added = lending.shares_lent(units, lending.index_at(pool, self.now))
        self.add(self.debts, (account, asset), added)
        self.set_pool(asset, debt_shares=pool.debt_shares + added)

    def acquit(self, account: Account, asset: int, units: int) -> int:
        """Less debt: shares rounded down, or all of them. Returns the units by which it fell."""
        pool, shares = self.pools[asset], self.debts.get((account, asset), 0)
        index = lending.index_at(pool, self.now)
        owed = lending.owed(shares, index)
        burnt = shares if units >= owed else lending.shares_paid(units, index)
        self.add(self.debts, (account, asset), -burnt)
        self.set_pool(asset, debt_shares=pool.debt_shares - burnt)
        return min(units, owed)

    def move(self, giver: str, taker: str, asset: int, units: int, causes: Causes) -> None:
        """Units of an asset's token change hands."""
        if causes.when(self.wallets.get((giver, asset), 0) < units, "ERC20InsufficientBalance"):
            return
        self.add(self.wallets, (giver, asset), -units)
        self.add(self.wallets, (taker, asset), units)

    def names_using(self, names: Iterable[str]) -> list[str]:
        """Those that have a credit line."""
        return [name for name in names if name in self.lines]
