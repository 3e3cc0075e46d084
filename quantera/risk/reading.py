"""Accounts as the contract's views tell them, all in one call and so of one block."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from quantera.brokerage.assets import Asset, AssetFlag
from quantera.brokerage.financing import DebtIndex
from quantera.brokerage.margin import LiquidationTerms, MarginCall, Standstill
from quantera.brokerage.positions import Position
from quantera.brokerage.rounding import BPS
from quantera.brokerage.valuation import Account, Market, Terms
from quantera.risk import calls
from quantera.risk.calls import Function


class ReadingError(Exception):
    """The chain's answer is not one that the brokerage gives."""


class Caller(Protocol):
    """Something that answers calls to contracts at one block."""

    def __call__(self, to: str, data: bytes) -> bytes:
        """The raw result of a call."""


class AccountRisk(NamedTuple):
    """`IBrokerageViews.AccountRisk`: values, ratios in basis points or per cent."""

    gross: int
    adjusted: int
    power: int
    maintenance: int
    cash: int
    gain: int
    debt: int
    loss: int
    potential: int
    exposure: int
    recorded: int
    ratio_bps: int
    initial_ratio: int
    maintenance_ratio: int
    stale: bool


class CollateralItem(NamedTuple):
    """Collateral in one asset: units, values."""

    asset: int
    units: int
    value: int
    adjusted: int


class DebtItem(NamedTuple):
    """Debt in one asset: units, value."""

    asset: int
    units: int
    value: int


class PositionItem(NamedTuple):
    """A position: units, values, time of the last change."""

    asset: int
    size: int
    entry: int
    profit: int
    potential: int
    changed_at: int


class CreditLine(NamedTuple):
    """An institution's credit: values, days since 1970."""

    limit: int
    group: int
    facility_end_day: int
    review_day: int
    exposure: int
    is_admitted: bool


@dataclass(frozen=True)
class AssetReading:
    """One asset with its pool and cap.

    Attributes:
        asset: as the twin knows it.
        asset_class: of assets that share a grace.
        liquidity: units of its pool at hand.
        lent: units that all accounts owe.
        seizure_cap: most value taken in a window; 0 for none.
        seized: value taken in the present one.
    """

    asset: Asset
    token: str
    asset_class: int
    liquidity: int = 0
    lent: int = 0
    borrow_index: int = 0
    seizure_cap: int = 0
    seized: int = 0


@dataclass(frozen=True)
class AccountReading:
    """One account.

    Attributes:
        number: institution and sub-account.
        shares: of debt, by asset.
        bonus_bps: of its auction as of now.
        stressed: its risk in each scenario asked for.
        is_restricted: to closing.
    """

    number: int
    risk: AccountRisk
    collateral: tuple[CollateralItem, ...]
    debts: tuple[DebtItem, ...]
    positions: tuple[PositionItem, ...]
    call: MarginCall
    bonus_bps: int
    credit: CreditLine
    is_restricted: bool
    is_frozen: bool
    shares: Mapping[int, int]
    stressed: Mapping[str, AccountRisk]

    @property
    def institution(self) -> str:
        """The wallet that it belongs to."""
        return institution_of(self.number)

    @property
    def used(self) -> set[int]:
        """Assets that it has, owes or trades."""
        held = {item.asset for item in self.collateral}
        return held | {item.asset for item in self.debts} | {p.asset for p in self.positions}

    def twin(self) -> Account:
        """The same for the twin; extra points are in `risk`."""
        return Account(
            collateral={item.asset: item.units for item in self.collateral},
            debts=dict(self.shares),
            positions={item.asset: Position(item.size, item.entry) for item in self.positions},
            cash_value=self.risk.cash,
        )


@dataclass(frozen=True)
class Snapshot:
    """The book at one block: times in seconds."""

    block: int
    time: int
    terms: Terms
    liquidation: LiquidationTerms
    standstill: Standstill
    assets: Mapping[int, AssetReading]
    accounts: tuple[AccountReading, ...]

    def market(self) -> Market:
        """All assets and debt indexes for the twin, as of this block."""
        return Market(
            {number: each.asset for number, each in self.assets.items()},
            {n: DebtIndex(each.borrow_index, 0, self.time) for n, each in self.assets.items()},
            self.time,
            self.terms,
        )


def institution_of(account: int) -> str:
    """The wallet that an account belongs to, without checksum."""
    return f"0x{account >> 8:040x}"


class Reader:
    """Reads the book through Multicall3.

    Args:
        call: asks the chain.
        brokerage: address of the brokerage.
    """

    def __init__(self, call: Caller, brokerage: str) -> None:
        self._call = call
        self._brokerage = brokerage

    def ask(self, wanted: Sequence[tuple[Function, tuple[Any, ...]]]) -> tuple[int, int, list[Any]]:
        """Block, time, and the result of each view; None for one that refuses.

        Raises:
            ReadingError: the answer does not decode.
        """
        data = [function.call(*values) for function, values in wanted]
        answer = self._call(calls.MULTICALL3, calls.aggregate(self._brokerage, data))
        try:
            (results,) = calls.AGGREGATE.results(answer)
            block, time = (int.from_bytes(found, "big") for _, found in results[:2])
            found = [
                function.results(result) if done else None
                for (function, _), (done, result) in zip(wanted, results[2:], strict=True)
            ]
        except Exception as error:
            raise ReadingError(f"no brokerage answers at {self._brokerage}: {error}") from error
        return block, time, found

    def snapshot(
        self, accounts: Sequence[int], scenarios: Mapping[str, Sequence[int]] | None = None
    ) -> Snapshot:
        """The accounts that are open among those named, with all assets.

        Args:
            accounts: their numbers.
            scenarios: by name, a shock for each asset id from 0 on, in basis points.

        Raises:
            ReadingError: the answer does not decode, or the book has no terms yet.
        """
        _, _, [count] = self.ask([(calls.ASSET_COUNT, ())])
        if count is None:
            raise ReadingError(f"no brokerage answers at {self._brokerage}")
        numbers, shocks = range(count[0]), scenarios or {}
        wanted: list[tuple[Function, tuple[Any, ...]]] = [
            (calls.BOOK_TERMS, ()),
            (calls.LIQUIDATION_TERMS, ()),
            (calls.STANDSTILL, ()),
            *((view, (number,)) for number in numbers for view in _ASSET_VIEWS),
        ]
        for account in accounts:
            institution = institution_of(account)
            wanted += [(view, (account,)) for view in _ACCOUNT_VIEWS]
            wanted.append((calls.CREDIT, (institution,)))
            wanted += [(calls.SHARES, (account, number)) for number in numbers]
            wanted += [(calls.STRESS, (account, list(each))) for each in shocks.values()]
        block, time, found = self.ask(wanted)
        answers = iter(found)
        try:
            terms, liquidation, clock = _terms(next(answers), next(answers), next(answers))
            assets = {number: _asset(_taken(answers, len(_ASSET_VIEWS))) for number in numbers}
            width = len(_ACCOUNT_VIEWS) + 1 + count[0] + len(shocks)
            read = [
                _account(each, _taken(answers, width), count[0], list(shocks)) for each in accounts
            ]
        except TypeError as error:
            raise ReadingError(f"the brokerage at {self._brokerage} refuses a view") from error
        opened = tuple(account for account in read if account is not None)
        return Snapshot(block, time, terms, liquidation, clock, assets, opened)


_FLAGS = AssetFlag.COLLATERAL, AssetFlag.TRADABLE, AssetFlag.SETTLEMENT, AssetFlag.ACTIVE
_ASSET_VIEWS = (calls.ASSET, calls.PRICE, calls.TRACK, calls.POOL, calls.SEIZURE_CAP)
_ACCOUNT_VIEWS = (calls.STATE, calls.RISK, calls.PORTFOLIO, calls.CALL, calls.BONUS)


def _taken(answers: Any, count: int) -> list[Any]:
    return [next(answers) for _ in range(count)]


def _terms(book: Any, liquidation: Any, clock: Any) -> tuple[Terms, LiquidationTerms, Standstill]:
    initial, maintenance, threshold, add_on, gain, _, cash = book
    return (
        Terms(threshold, add_on, gain, cash, initial, maintenance),
        LiquidationTerms(*liquidation[0]),
        Standstill(*clock),
    )


def _asset(answers: list[Any]) -> AssetReading:
    (listing, decimals, is_active), price, track, pool, cap = answers
    token, _, *uses, _, kind, _, haircut, exposure, _, _ = listing
    low, high, time, fresh_until = price or (0, 0, 0, 0)
    flags = AssetFlag(0)
    for flag, holds in zip(_FLAGS, (*uses, is_active), strict=True):
        flags |= flag if holds else AssetFlag(0)
    asset = Asset(
        low=low,
        # The least spread that gives the high price, which is rounded up from it.
        spread_bps=(high - low) * BPS // low if low else 0,
        updated_at=time,
        max_age=fresh_until - time,
        haircut_bps=haircut,
        exposure_bps=exposure,
        decimals=decimals,
        flags=flags,
        carry=track[3] if track else 0,
    )
    index, _, _, liquidity, lent, *_ = pool[0] if pool else (0,) * 10
    seizure_cap, seized = cap or (0, 0)
    return AssetReading(asset, token, kind, liquidity, lent, index, seizure_cap, seized)


def _account(
    number: int, answers: list[Any], assets: int, scenarios: Sequence[str]
) -> AccountReading | None:
    state, risk, portfolio, call, bonus, credit = answers[:6]
    (*_, is_open, is_restricted, is_frozen) = state[0]
    if not is_open:
        return None
    shares, stressed = answers[6 : 6 + assets], answers[6 + assets :]
    held, owed, positions = portfolio
    is_called, is_escalated, called_at, deadline, cured_at, auction_start, nonce = call[0]
    terms, exposure, is_admitted = credit[0]
    return AccountReading(
        number=number,
        risk=AccountRisk(*risk[0]),
        collateral=tuple(CollateralItem(*item) for item in held),
        debts=tuple(DebtItem(*item) for item in owed),
        positions=tuple(PositionItem(*item) for item in positions),
        call=MarginCall(
            is_called, is_escalated, called_at, deadline, cured_at, auction_start, nonce=nonce
        ),
        bonus_bps=bonus[0],
        credit=CreditLine._make((*terms, exposure, is_admitted)),
        is_restricted=is_restricted,
        is_frozen=is_frozen,
        shares={asset: found[0] for asset, found in enumerate(shares) if found and found[0]},
        stressed={
            name: AccountRisk(*found[0])
            for name, found in zip(scenarios, stressed, strict=True)
            if found
        },
    )
