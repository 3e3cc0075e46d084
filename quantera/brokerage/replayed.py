"""The brokerage's state as events have told it: what its views answer from."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from quantera.brokerage.assets import Asset
from quantera.brokerage.financing import ONE, DebtIndex
from quantera.brokerage.margin import LiquidationTerms, MarginCall, Standstill
from quantera.brokerage.rounding import BPS, MILLI, down, up
from quantera.brokerage.valuation import Account, Market, Terms
from quantera.brokerage.waterfall import Fund

CLEARING = 1
"""The account at the other side of every position."""
VIRTUAL_SHARES, VIRTUAL_UNITS = 1_000, 1


@dataclass
class Pool:
    """A settlement asset's pool, in its units.

    Attributes:
        settled: what it was worth, reserves included, when interest was last taken up.
        book_units: what it owes to the trading book.
    """

    index: DebtIndex
    debt_shares: int = 0
    liquidity: int = 0
    lender_shares: int = 0
    fees: int = 0
    book_units: int = 0
    settled: int = 0

    def net(self, index: int) -> int:
        """Worth at an index, reserves included."""
        return self.liquidity + down(self.debt_shares * index, ONE) - self.book_units

    def accrued(self, now: int) -> tuple[int, int]:
        """Index and reserves as they would be now."""
        index = self.index.current(now)
        grown = self.net(index) - self.settled
        interest = grown if index != self.index.index and grown > 0 else 0
        return index, self.index.reserves + up(interest * self.index.reserve_bps, BPS)

    def worth(self, now: int) -> int:
        """Units that the lenders' shares are worth, rounded down."""
        index, reserves = self.accrued(now)
        return max(self.net(index) - reserves, 0)


@dataclass
class Line:
    """An institution's credit; limit as value, days since 1970."""

    limit: int
    group: int
    facility_end_day: int
    review_day: int
    locked_down: bool = False


@dataclass
class Limits:
    """What concerns an asset beside its valuation."""

    listing: Any
    cap: int
    institution_cap: int
    open_interest_cap: int
    long: int = 0
    short: int = 0


@dataclass
class Window:
    """A cap on taken value, and what was taken in the window that began at `start`."""

    cap: int = 0
    taken: int = 0
    start: int = 0


@dataclass
class Contribution:
    """An institution's shares of a fund."""

    shares: int = 0
    noticed: int = 0
    floor: int = 0
    withdrawable_at: int = 0
    epoch: int = 0


@dataclass
class FundState:
    """A settlement asset's default fund."""

    fund: Fund = field(default_factory=Fund)
    epoch: int = 0
    assessment_start: int = 0
    contributions: dict[str, Contribution] = field(
        default_factory=lambda: defaultdict(Contribution)
    )

    def of(self, institution: str) -> Contribution:
        """An institution's contribution in the present epoch."""
        found = self.contributions[institution]
        if found.epoch != self.epoch:
            found.shares = found.noticed = found.withdrawable_at = 0
            found.epoch = self.epoch
        return found


@dataclass
class FundTerms:
    """Terms of all funds; the defaults are those that every brokerage begins with."""

    notice_period: int = 30 * 86_400
    assessment_period: int = 30 * 86_400
    assessment_limit_bps: int = BPS // 2


@dataclass
class State:
    """Everything; keys are account numbers, asset ids, groups and addresses.

    Attributes:
        recorded: exposure of accounts when it was last recorded.
        touched: accounts whose exposure is to be recorded.
    """

    time: int = 0
    terms: Terms = field(
        default_factory=lambda: Terms(concentration_milli=MILLI, gain_haircut_bps=BPS)
    )
    trade_spread_bps: int = 0
    match_band_bps: int = 0
    evidence_attested: bool = False
    assets: dict[int, Asset] = field(default_factory=dict)
    tracks: dict[int, int] = field(default_factory=dict)
    feeds: dict[int, Any] = field(default_factory=dict)
    financing: dict[int, int] = field(default_factory=dict)
    limits: dict[int, Limits] = field(default_factory=dict)
    issuer_caps: dict[int, int] = field(default_factory=dict)
    signed_terms: Any = None
    signed_at: int = 0
    sequencer: tuple[str, int, int] | None = None
    settlement_manager: str | None = None
    lines: dict[str, Line] = field(default_factory=dict)
    group_limits: dict[int, int] = field(default_factory=dict)
    accounts: dict[int, Account] = field(default_factory=dict)
    changed_at: dict[tuple[int, int], int] = field(default_factory=dict)
    restricted: set[int] = field(default_factory=set)
    frozen: set[int] = field(default_factory=set)
    impaired: set[int] = field(default_factory=set)
    defaulted: set[int] = field(default_factory=set)
    recorded: dict[int, int] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    operators: dict[tuple[int, str], tuple[int, int]] = field(default_factory=dict)
    nonces: set[tuple[str, int]] = field(default_factory=set)
    order_nonces: set[tuple[str, int]] = field(default_factory=set)
    filled: dict[bytes, int] = field(default_factory=dict)
    pools: dict[int, Pool] = field(default_factory=dict)
    lent: Counter[tuple[int, str]] = field(default_factory=Counter)
    clearing_cash: int = 0
    fee_structure: str | None = None
    agreed_fees: dict[str, int] = field(default_factory=dict)
    liquidation: LiquidationTerms = field(default_factory=LiquidationTerms)
    standstill: Standstill = field(default_factory=Standstill)
    calls: dict[int, MarginCall] = field(default_factory=lambda: defaultdict(MarginCall))
    graces: dict[int, int] = field(default_factory=dict)
    windows: dict[int, Window] = field(default_factory=lambda: defaultdict(Window))
    claims: Counter[tuple[str, int, int]] = field(default_factory=Counter)
    proposals: dict[int, tuple[Any, int]] = field(default_factory=dict)
    funds: dict[int, FundState] = field(default_factory=lambda: defaultdict(FundState))
    fund_terms: FundTerms = field(default_factory=FundTerms)

    def market(self, now: int) -> Market:
        """Assets and indexes for the twin."""
        indexes = {number: pool.index for number, pool in self.pools.items()}
        return Market(self.assets, indexes, now, self.terms)

    def account(self, number: int) -> Account:
        """An account, clearing among them."""
        return self.accounts.setdefault(number, Account())

    def line_of(self, account: int) -> Line:
        """The credit line of an account's institution."""
        return next(line for wallet, line in self.lines.items() if int(wallet, 16) == account >> 8)

    def group_exposure(self, group: int) -> int:
        """What a group's institutions expose as last recorded, value."""
        members = {int(w, 16) for w, line in self.lines.items() if line.group == group}
        return sum(value for number, value in self.recorded.items() if number >> 8 in members)
