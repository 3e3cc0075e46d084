"""The brokerage's state, rebuilt from its events alone.

`Replayer.feed` takes a transaction's decoded events in their order with its block's time. What it
then holds is what the views tell: a test compares the two. Balances are the tokens' own.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from quantera.brokerage.financing import shares_borrowed
from quantera.brokerage.positions import Position
from quantera.brokerage.replay_margin import MarginHandlers
from quantera.brokerage.replay_market import MarketHandlers
from quantera.brokerage.replayed import CLEARING, Line, Pool, State
from quantera.brokerage.valuation import Account, assess

Args = Mapping[str, Any]


class LogEvent(Protocol):
    """A decoded event."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def args(self) -> Args:
        """Its arguments by name."""


def set_shares(account: Account, pool: Pool, asset: int, shares: int) -> None:
    """Give an account so many shares of a pool's debt."""
    pool.debt_shares += shares - account.debts.get(asset, 0)
    account.debts.pop(asset, None)
    if shares:
        account.debts[asset] = shares


def set_units(account: Account, asset: int, units: int) -> None:
    """Give an account so many units of collateral."""
    account.collateral.pop(asset, None)
    if units:
        account.collateral[asset] = units


class Replayer(MarketHandlers, MarginHandlers):
    """Feeds events into a `State`; events that it does not know change nothing."""

    def __init__(self) -> None:
        self.state = State()

    def feed(self, events: Iterable[LogEvent], timestamp: int) -> None:
        """Take one transaction's events of the brokerage.

        Args:
            events: decoded, in their order.
            timestamp: the block's time in seconds.
        """
        self.state.time = timestamp
        for event in events:
            handler = getattr(self, f"_on_{event.name}", None)
            if handler is not None:
                handler(event.args)
        self.record()

    def record(self) -> None:
        """Record what accounts expose whose debts or positions have changed."""
        state = self.state
        market = state.market(state.time)
        for number in state.touched:
            state.recorded[number] = assess(state.account(number), market).exposure
        state.touched.clear()

    # -- institutions and accounts ----------------------------------------------------------------

    def _on_InstitutionAdmitted(self, args: Args) -> None:  # noqa: N802
        terms = args["terms"]
        self.state.lines[args["institution"]] = Line(*terms)

    def _on_CreditLimitSet(self, args: Args) -> None:  # noqa: N802
        self.state.lines[args["institution"]].limit = args["creditLimit"]

    def _on_CreditDaysSet(self, args: Args) -> None:  # noqa: N802
        line = self.state.lines[args["institution"]]
        line.facility_end_day, line.review_day = args["facilityEndDay"], args["reviewDay"]

    def _on_GroupSet(self, args: Args) -> None:  # noqa: N802
        self.state.lines[args["institution"]].group = args["group"]
        # Sub-account 0 is recorded for its group alone, as it stands when it joins.
        self.state.touched.add(int(args["institution"], 16) << 8)

    def _on_GroupLimitSet(self, args: Args) -> None:  # noqa: N802
        self.state.group_limits[args["group"]] = args["limitValue"]

    def _on_AccountOpened(self, args: Args) -> None:  # noqa: N802
        self.state.accounts[args["account"]] = Account()

    def _on_AccountRestricted(self, args: Args) -> None:  # noqa: N802
        self._flag(self.state.restricted, args["account"], args["restricted"])

    def _on_AccountFreezeSet(self, args: Args) -> None:  # noqa: N802
        self._flag(self.state.frozen, args["account"], args["frozen"])

    def _on_OperatorSet(self, args: Args) -> None:  # noqa: N802
        key = args["account"], args["operator"]
        self.state.operators[key] = args["rights"], args["expiry"]

    def _on_GrantNonceUsed(self, args: Args) -> None:  # noqa: N802
        self.state.nonces.add((args["institution"], args["nonce"]))

    def _on_LockdownSet(self, args: Args) -> None:  # noqa: N802
        self.state.lines[args["institution"]].locked_down = args["locked"]

    # -- collateral and cash ----------------------------------------------------------------------

    def _on_CollateralDeposited(self, args: Args) -> None:  # noqa: N802
        set_units(self.state.account(args["account"]), args["assetId"], args["balance"])

    _on_CollateralWithdrawn = _on_CollateralDeposited  # noqa: N815

    def _on_CollateralMoved(self, args: Args) -> None:  # noqa: N802
        for key, sign in (("fromAccount", -1), ("toAccount", 1)):
            account = self.state.account(args[key])
            held = account.collateral.get(args["assetId"], 0)
            set_units(account, args["assetId"], held + sign * args["amount"])

    def _on_CashWithdrawn(self, args: Args) -> None:  # noqa: N802
        self.state.account(args["account"]).cash_value -= args["value"]
        pool = self.state.pools[self.state.terms.cash_asset]
        pool.liquidity -= args["amount"]
        pool.book_units -= args["amount"]

    # -- debt and lenders -------------------------------------------------------------------------

    def _on_Borrowed(self, args: Args) -> None:  # noqa: N802
        self.state.pools[args["assetId"]].liquidity -= args["amount"]
        self._owes(args["account"], args["assetId"], args["shares"])

    def _on_Repaid(self, args: Args) -> None:  # noqa: N802
        self.state.pools[args["assetId"]].liquidity += args["amount"]
        self._owes(args["account"], args["assetId"], args["shares"])

    def _on_RepaidWithCash(self, args: Args) -> None:  # noqa: N802
        cash = self.state.terms.cash_asset
        self.state.account(args["account"]).cash_value -= args["value"]
        self.state.pools[cash].book_units -= args["amount"]
        self._owes(args["account"], cash, args["shares"])

    def _on_Supplied(self, args: Args) -> None:  # noqa: N802
        pool = self.state.pools[args["assetId"]]
        pool.liquidity += args["amount"]
        pool.lender_shares += args["shares"]
        self.state.lent[args["assetId"], args["lender"]] += args["shares"]
        self._settle(pool)

    def _on_Redeemed(self, args: Args) -> None:  # noqa: N802
        pool = self.state.pools[args["assetId"]]
        pool.liquidity -= args["amount"]
        pool.lender_shares -= args["shares"]
        self.state.lent[args["assetId"], args["lender"]] -= args["shares"]
        self._settle(pool)

    def _on_ReservesWithdrawn(self, args: Args) -> None:  # noqa: N802
        pool = self.state.pools[args["assetId"]]
        pool.liquidity -= args["amount"]
        self._indexed(pool, reserves=pool.index.reserves - args["amount"])
        self._settle(pool)

    def _on_BookSettled(self, args: Args) -> None:  # noqa: N802
        pool, cash = self.state.pools[args["assetId"]], self.state.pools[args["cashAsset"]]
        pool.liquidity += args["settled"]
        pool.book_units += args["settled"]
        cash.liquidity -= args["paid"]
        cash.book_units -= args["paid"]

    def _on_InterestAccrued(self, args: Args) -> None:  # noqa: N802
        pool = self.state.pools[args["assetId"]]
        reserves = pool.index.reserves + args["reserved"]
        self._indexed(
            pool, index=args["borrowIndex"], updated_at=self.state.time, reserves=reserves
        )
        self._settle(pool)

    def _on_BorrowRateSet(self, args: Args) -> None:  # noqa: N802
        self._indexed(self.state.pools[args["assetId"]], rate_pips=args["ratePips"])

    def _on_ReserveShareSet(self, args: Args) -> None:  # noqa: N802
        self._indexed(self.state.pools[args["assetId"]], reserve_bps=args["reserveBps"])

    # -- fees -------------------------------------------------------------------------------------

    def _on_FeeStructureSet(self, args: Args) -> None:  # noqa: N802
        self.state.fee_structure = args["feeStructure"]

    def _on_FeesAgreed(self, args: Args) -> None:  # noqa: N802
        self.state.agreed_fees[args["institution"]] = args["mostBps"]

    def _on_FeeCollected(self, args: Args) -> None:  # noqa: N802
        number, asset, amount = args["account"], args["assetId"], args["amount"]
        pool = self.state.pools[asset]
        pool.liquidity -= amount
        pool.fees += amount
        # It is debt; where it was for a loan, `Borrowed` tells the sum of both after it.
        shares = shares_borrowed(amount, pool.index.current(self.state.time))
        self._owes(number, asset, self.state.account(number).debts.get(asset, 0) + shares)

    def _on_FeesPaid(self, args: Args) -> None:  # noqa: N802
        self.state.pools[args["assetId"]].fees -= args["amount"]

    # -- positions --------------------------------------------------------------------------------

    def _on_PositionChanged(self, args: Args) -> None:  # noqa: N802
        state, number, asset = self.state, args["account"], args["assetId"]
        account, clearing = state.account(number), state.account(CLEARING)
        before = account.positions.pop(asset, Position())
        after = Position(args["size"], args["entryValue"])
        if after != Position():
            account.positions[asset] = after
        state.changed_at[number, asset] = state.time
        other = clearing.positions.pop(asset, Position())
        mirrored = Position(
            other.size - (after.size - before.size), other.entry - (after.entry - before.entry)
        )
        if mirrored != Position():
            clearing.positions[asset] = mirrored
        state.changed_at[CLEARING, asset] = state.time
        limits = state.limits[asset]
        limits.long += max(after.size, 0) - max(before.size, 0)
        limits.short += max(-after.size, 0) - max(-before.size, 0)
        state.touched.add(number)

    def _on_ProfitBooked(self, args: Args) -> None:  # noqa: N802
        state = self.state
        state.clearing_cash -= args["realisedValue"]
        state.account(args["account"]).cash_value = args["cashValue"]
        if args["debtUnits"]:
            state.pools[state.terms.cash_asset].book_units += args["debtUnits"]
            self._owes(args["account"], state.terms.cash_asset, args["debtShares"])
        state.touched.add(args["account"])

    def _on_OrderFilled(self, args: Args) -> None:  # noqa: N802
        self.state.filled[args["order"]] = args["filled"]

    def _on_OrderNonceSpent(self, args: Args) -> None:  # noqa: N802
        self.state.order_nonces.add((args["signer"], args["nonce"]))

    # -- shared -----------------------------------------------------------------------------------

    def _owes(self, number: int, asset: int, shares: int) -> None:
        set_shares(self.state.account(number), self.state.pools[asset], asset, shares)
        self.state.touched.add(number)
