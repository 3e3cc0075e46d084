"""Default funds and the waterfall."""

from dataclasses import dataclass, replace

from tests.property.brokerage.model.book import (
    BROKERAGE,
    LIQUIDATING,
    LIQUIDATION,
    WHOLE,
    Answer,
    Causes,
)
from tests.property.brokerage.model.liquidating import Fund, Liquidating
from tests.property.brokerage.model.numbers import BPS, DAY, down, up
from tests.property.brokerage.model.records import Account

SHORTEST_PERIOD, LONGEST_PERIOD = DAY, 180 * DAY


@dataclass(frozen=True)
class Contribution:
    """An institution's part of a fund."""

    shares: int = 0
    noticed: int = 0
    floor: int = 0
    withdrawable_at: int = 0
    epoch: int = 0


class Defaults(Liquidating):
    """See the module's documentation."""

    def __init__(self, now: int) -> None:
        super().__init__(now)
        self.contributions: dict[tuple[int, str], Contribution] = {}
        self.notice_period = 30 * DAY
        self.assessment_period = 30 * DAY
        self.assessment_limit_bps = 5_000

    # ------------------------------------------------------------------ funds

    def contribution(self, asset: int, name: str) -> Contribution:
        """As of the fund's present epoch: shares of earlier ones are worth nothing."""
        found, fund = self.contributions.get((asset, name), Contribution()), self.fund(asset)
        if found.epoch == fund.epoch:
            return found
        return Contribution(floor=found.floor, epoch=fund.epoch)

    def fund(self, asset: int) -> Fund:
        """An asset's fund."""
        return self.funds.get(asset, Fund())

    def contribute(self, caller: str, asset: int, units: int) -> Answer:
        """`contribute`."""

        def change(causes: Causes) -> int:
            refused = caller not in self.lines or not self.is_verified(caller)
            causes.when(refused, "ContributorRefused")
            if causes.when(asset not in self.pools, "AssetNotUsable"):
                return 0
            fund, mine = self.fund(asset), self.contribution(asset, caller)
            shares = fund.shares_down(units)
            causes.when(shares == 0, "FundAmount")
            self.funds[asset] = replace(fund, units=fund.units + units, shares=fund.shares + shares)
            self.contributions[asset, caller] = replace(mine, shares=mine.shares + shares)
            self.move(caller, BROKERAGE, asset, units, causes)
            return shares

        return self.answer(change)

    def give_notice(self, caller: str, asset: int, shares: int) -> Answer:
        """`giveNotice`."""

        def change(causes: Causes) -> int:
            mine = self.contribution(asset, caller)
            causes.when(shares > mine.shares, "FundSharesExceeded")
            at = self.now + self.notice_period if shares else 0
            self.contributions[asset, caller] = replace(mine, noticed=shares, withdrawable_at=at)
            return at

        return self.answer(change)

    def withdraw_contribution(self, caller: str, asset: int) -> Answer:
        """`withdrawContribution`."""

        def change(causes: Causes) -> int:
            fund, mine = self.fund(asset), self.contribution(asset, caller)
            early = not mine.noticed or self.now < mine.withdrawable_at
            if causes.when(early, "NoticeRunning"):
                return 0
            units = fund.units_down(mine.noticed)
            left = replace(
                fund,
                units=fund.units - units,
                shares=fund.shares - mine.noticed,
                assessable=min(fund.assessable, fund.units - units),
            )
            kept = replace(mine, shares=mine.shares - mine.noticed, noticed=0, withdrawable_at=0)
            below = left.units_down(kept.shares) < mine.floor
            causes.when(below and self.exposed(caller) > 0, "FundFloorBreached")
            self.funds[asset], self.contributions[asset, caller] = left, kept
            self.move(BROKERAGE, caller, asset, units, causes)
            return units

        return self.answer(change)

    def fund_first_loss(self, caller: str, asset: int, units: int) -> Answer:
        """`fundFirstLoss`."""

        def change(causes: Causes) -> None:
            causes.when(asset not in self.pools, "AssetNotUsable")
            causes.when(units == 0, "FundAmount")
            causes.when(not self.is_verified(caller), "ContributorRefused")
            fund = self.fund(asset)
            self.funds[asset] = replace(fund, first_loss=fund.first_loss + units)
            self.move(caller, BROKERAGE, asset, units, causes)

        return self.answer(change)

    def withdraw_first_loss(self, caller: str, asset: int, units: int, to: str) -> Answer:
        """`withdrawFirstLoss`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            fund = self.fund(asset)
            causes.when(asset not in self.pools, "SafeERC20FailedOperation")
            if not causes.when(units > fund.first_loss, "FirstLossExceeded"):
                self.funds[asset] = replace(fund, first_loss=fund.first_loss - units)
                self.move(BROKERAGE, to, asset, units, causes)

        return self.answer(change)

    def set_floor(self, caller: str, asset: int, name: str, units: int) -> Answer:
        """`setFundFloor`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            mine = self.contributions.get((asset, name), Contribution())
            self.contributions[asset, name] = replace(mine, floor=units)

        return self.answer(change)

    def set_fund_terms(self, caller: str, notice: int, period: int, limit_bps: int) -> Answer:
        """`setFundTerms`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            for seconds in (notice, period):
                causes.when(not SHORTEST_PERIOD <= seconds <= LONGEST_PERIOD, "FundTermsInvalid")
            causes.when(limit_bps > BPS, "FundTermsInvalid")
            self.notice_period, self.assessment_period = notice, period
            self.assessment_limit_bps = limit_bps

        return self.answer(change)

    # ------------------------------------------------------------------ the waterfall

    def declare(self, account: Account, asset: int) -> Answer:
        """`declareDefault`; returns what each layer bore, in their order."""

        def change(causes: Causes) -> tuple[int, ...]:
            self.need_active(LIQUIDATING, causes)
            if not self.need_account(account, causes):
                return ()
            has_left = self.held(account) or self.standing(account)
            causes.when(has_left, "DefaultPremature")
            owed = self.debt(account, asset) if asset in self.pools else 0
            if causes.when(owed == 0, "NothingOwed") or causes.found:
                return ()
            self.touch(asset)
            by_cash = self.borne_by_cash(account, asset, owed, causes)
            by_funds = self.borne_by_funds(account[0], asset, owed - by_cash)
            pool = self.pools[asset]
            self.set_pool(
                asset,
                liquidity=pool.liquidity + sum(by_funds),
                book_units=pool.book_units - by_cash,
            )
            self.acquit(account, asset, owed)
            self.settle(asset)
            self.defaulted[account] = True
            self.record(account)
            return (by_cash, *by_funds, owed - by_cash - sum(by_funds))

        return self.answer(change)

    def borne_by_cash(self, account: Account, asset: int, owed: int, causes: Causes) -> int:
        """All of the debt, or all of the cash."""
        cash, listed = self.cash.get(account, 0), self.assets[asset]
        if not cash:
            return 0
        found = self.value(account)
        causes.when(found.stale, "PriceStale")
        causes.when(cash * WHOLE >= found.exposure * LIQUIDATION, "DefaultPremature")
        units = down(cash * listed.one, listed.high)
        self.cash[account] = 0
        if units > owed:
            units = owed
            self.cash[account] = cash - up(owed * listed.high, listed.one)
        return units

    def borne_by_funds(self, name: str, asset: int, loss: int) -> tuple[int, int, int]:
        """The defaulter's contribution, the operator's capital, and the others' contributions."""
        if not loss:
            return 0, 0, 0
        fund, mine = self.fund(asset), self.contribution(asset, name)
        if self.now >= fund.assessment_start + self.assessment_period:
            assessable = down(fund.units * self.assessment_limit_bps, BPS)
            fund = replace(fund, assessment_start=self.now, assessable=assessable)
        own = min(fund.units_down(mine.shares), loss)
        burnt = mine.shares if loss > own else min(fund.shares_up(own), mine.shares)
        fund = replace(fund, units=fund.units - own, shares=fund.shares - burnt)
        mine = replace(
            mine, shares=mine.shares - burnt, noticed=min(mine.noticed, mine.shares - burnt)
        )
        first = min(loss - own, fund.first_loss)
        mutual = min(loss - own - first, fund.assessable, fund.units)
        fund = replace(
            fund,
            first_loss=fund.first_loss - first,
            units=fund.units - mutual,
            assessable=fund.assessable - mutual,
        )
        if not fund.units and fund.shares:
            fund = replace(fund, shares=0, epoch=fund.epoch + 1)
        self.funds[asset], self.contributions[asset, name] = fund, mine
        return own, first, mutual
