"""Liquidations: debt for collateral at auction, and positions."""

from dataclasses import dataclass, replace

from tests.property.brokerage.model.book import (
    BROKERAGE,
    LIQUIDATING,
    MAINTENANCE,
    NOTHING,
    TRADE,
    WHOLE,
    Answer,
    Causes,
)
from tests.property.brokerage.model.booking import potential
from tests.property.brokerage.model.margin import Margin
from tests.property.brokerage.model.numbers import BPS, down, up
from tests.property.brokerage.model.records import Account
from tests.property.brokerage.model.seizing import UNLIMITED, Side, Taken, Wanted, seize
from tests.property.brokerage.model.trading import MOST_POSITIONS, Standing

ROUNDING = 2
"""Value by which roundings of single assets may lower a ratio."""
VIRTUAL_SHARES, VIRTUAL_UNITS = 10**6, 1


@dataclass(frozen=True)
class Fund:
    """A settlement asset's default fund; units of the asset, times in seconds."""

    units: int = 0
    shares: int = 0
    first_loss: int = 0
    epoch: int = 0
    assessment_start: int = 0
    assessable: int = 0

    def shares_down(self, units: int) -> int:
        """Shares for units, rounded down."""
        return down(units * (self.shares + VIRTUAL_SHARES), self.units + VIRTUAL_UNITS)

    def shares_up(self, units: int) -> int:
        """Shares for units, rounded up."""
        return up(units * (self.shares + VIRTUAL_SHARES), self.units + VIRTUAL_UNITS)

    def units_down(self, shares: int) -> int:
        """Units for shares, rounded down."""
        return down(shares * (self.units + VIRTUAL_UNITS), self.shares + VIRTUAL_SHARES)


@dataclass(frozen=True)
class Window:
    """An asset's cap on taken value, and what was taken in the window that began then."""

    cap: int = 0
    taken: int = 0
    start: int = 0


@dataclass(frozen=True)
class Bid:
    """What a liquidator wants."""

    account: Account
    debt: int
    collateral: int
    nonce: int
    most: int
    least: int


class Liquidating(Margin):
    """See the module's documentation."""

    def __init__(self, now: int) -> None:
        super().__init__(now)
        self.claims: dict[tuple[str, Account, int], int] = {}
        self.windows: dict[int, Window] = {}
        self.funds: dict[int, Fund] = {}

    # ------------------------------------------------------------------ liquidation

    def is_self(self, account: Account, caller: str) -> bool:
        """Who owns, operates or shares the beneficial owner of an account."""
        owner = account[0]
        grant = self.operators.get((account, caller))
        operates = grant is not None and grant.rights and self.now <= grant.expiry
        group = self.lines[owner].group if owner in self.lines else 0
        together = group and caller in self.lines and self.lines[caller].group == group
        return bool(caller == owner or operates or together)

    def is_one(self, account: Account, caller: str) -> bool:
        """Another wallet of the institution's identity."""
        known = self.identities.get(caller)
        return known is not None and known == self.identities.get(account[0])

    def is_liquidatable(self, account: Account) -> bool:
        """Below the threshold, or below maintenance with a call that has run out (PB-05)."""
        call = self.call_of(account)
        over = call.is_open and self.now >= self.ends(call) and self.is_short(account)
        return self.is_sinking(account) or over

    def in_auction(self, account: Account) -> None:
        """The account's call and auction begin where they have not."""
        call = self.call_of(account)
        if not call.is_open:
            call = self.begun(account, self.now)
        if self.is_sinking(account) and not call.is_escalated:
            call = self.escalated(call)
        self.calls[account] = self.auctioned(call)

    def need_liquidatable(self, account: Account, causes: Causes) -> bool:
        """What every liquidation needs."""
        self.need_active(LIQUIDATING, causes)
        if not self.need_account(account, causes):
            return False
        self.pass_outage(causes)
        self.need_fresh(account, causes)
        causes.when(not self.is_liquidatable(account), "NotLiquidatable")
        return not causes.found

    def need_liquidator(self, caller: str, account: Account, causes: Causes) -> None:
        """Somebody else, whom the registry verifies."""
        causes.when(not self.is_verified(caller), "LiquidatorIneligible")
        causes.when(self.is_self(account, caller), "SelfLiquidation")

    def window(self, asset: int) -> Window:
        """An asset's window as it stands now."""
        window = self.windows.get(asset, Window())
        if not window.cap or self.now < window.start + self.auctions.seizure_window:
            return window
        return replace(window, taken=0, start=self.now)

    def wanted(self, bid: Bid) -> Wanted:
        """What a liquidation is computed from."""
        account, terms = bid.account, self.auctions
        debt, held = self.assets[bid.debt], self.assets[bid.collateral]
        stand, window = self.stand(account), self.window(bid.collateral)
        capped = terms.seizure_window and window.cap
        return Wanted(
            exposure=stand.exposed,
            adjusted=stand.maintained,
            target=self.target(account),
            weight=BPS - held.haircut(self.now),
            bonus=self.bonus(self.call_of(account)),
            least_bonus=terms.start_bonus,
            fee=terms.fee,
            debt=Side(self.debt(account, bid.debt), debt.high, debt.one),
            collateral=Side(self.collateral.get((account, bid.collateral), 0), held.low, held.one),
            dust=terms.dust,
            cap=max(window.cap - window.taken, 0) if capped else UNLIMITED,
            most=bid.most,
        )

    def liquidate(self, caller: str, bid: Bid, *, refused: bool = False) -> Answer:
        """`liquidate`; where the collateral's transfer is refused it becomes a claim."""
        account = bid.account

        def change(causes: Causes) -> tuple[int, int]:
            self.need_liquidator(caller, account, causes)
            ready = self.need_liquidatable(account, causes)
            causes.when(bid.nonce != self.call_of(account).nonce, "LiquidationNonceMismatch")
            if not ready:
                return 0, 0
            self.in_auction(account)
            window, before = self.window(bid.collateral), self.stand(account)
            found: Taken = seize(self.wanted(bid))
            if causes.when(
                not found.repaid or not found.seized, "NothingToLiquidate", "SeizureCapReached"
            ):
                return 0, 0
            causes.when(found.seized < bid.least, "SeizedTooFew")
            one = found.under_water and self.is_one(account, caller)
            causes.when(one, "SelfLiquidation")
            if causes.found:
                return 0, 0
            if window.cap and self.auctions.seizure_window:
                held = self.assets[bid.collateral]
                taken = window.taken + up(found.seized * held.low, held.one)
                self.windows[bid.collateral] = replace(window, taken=taken)
            self.acquit(account, bid.debt, found.repaid)
            pool = self.pools[bid.debt]
            self.set_pool(bid.debt, liquidity=pool.liquidity + found.repaid)
            self.add(self.collateral, (account, bid.collateral), -found.seized)
            fund = self.funds.get(bid.debt, Fund())
            self.funds[bid.debt] = replace(fund, first_loss=fund.first_loss + found.fee)
            if not found.under_water:
                debt = self.assets[bid.debt]
                self.need_better(account, before, causes, up(debt.high, debt.one) + 1)
            self.finish(account)
            self.move(caller, BROKERAGE, bid.debt, found.repaid + found.fee, causes)
            if refused:
                self.add(self.claims, (caller, account, bid.collateral), found.seized)
            else:
                self.move(BROKERAGE, caller, bid.collateral, found.seized, causes)
            return found.repaid, found.seized

        return self.answer(change)

    def finish(self, account: Account) -> None:
        """Count the liquidation, and end the call of an account that is restored."""
        call = self.call_of(account)
        call = replace(call, nonce=call.nonce + 1)
        if self.stand(account).maintained >= self.cure_needs(account):
            call = self.cured(call)
        self.calls[account] = call
        self.record(account)

    def liquidate_position(self, account: Account, asset: int, size: int) -> Answer:
        """`liquidatePosition`: at the adverse side, without a reward."""

        def change(causes: Causes) -> None:
            ready = self.need_liquidatable(account, causes)
            held = self.positions.get((account, asset), NOTHING).size
            if causes.when(not held or not size, "NothingToLiquidate") or not ready:
                return
            self.in_auction(account)
            before, listed = self.stand(account), self.assets[asset]
            owes = bool(self.owing(account))
            taken = self.excess(account, asset, size)
            self.book(account, asset, -taken, listed.low if taken > 0 else listed.high)
            if owes:
                self.need_better(account, before, causes)
            self.finish(account)

        return self.answer(change)

    def take_over(
        self, caller: str, parties: tuple[Account, Account], asset: int, size: int, nonce: int
    ) -> Answer:
        """`takeOverPosition`: at the adverse side, for the bonus on the exposure relieved."""
        account, taker = parties

        def change(causes: Causes) -> None:
            self.need_right(taker, caller, TRADE, causes)
            self.need_liquidator(caller, account, causes)
            own = self.is_self(account, taker[0]) or self.is_one(account, taker[0])
            causes.when(own, "SelfLiquidation")
            ready = self.need_liquidatable(account, causes)
            causes.when(nonce != self.call_of(account).nonce, "LiquidationNonceMismatch")
            self.need_account(taker, causes)
            held = self.positions.get((account, asset), NOTHING).size
            if causes.when(not held or not size, "NothingToLiquidate") or not ready:
                return
            self.in_auction(account)
            before, listed = self.stand(account), self.assets[asset]
            taken = self.excess(account, asset, size)
            reward = down(potential(taken, listed) * self.bonus(self.call_of(account)), BPS)
            price = listed.low if taken > 0 else listed.high
            self.book(taker, asset, taken, price)
            self.book(account, asset, -taken, price)
            self.realise(account, -reward)
            self.realise(taker, reward)
            causes.when(len(self.standing(taker)) > MOST_POSITIONS, "TooManyAssets")
            self.need_better(account, before, causes)
            self.finish(account)
            self.check_risk(taker, causes, raises=True)

        return self.answer(change)

    def excess(self, account: Account, asset: int, most: int) -> int:
        """As much of a position as relieves the account up to the target ratio, signed."""
        held, listed = self.positions[account, asset].size, self.assets[asset]
        stand, whole = self.stand(account), potential(held, listed)
        covered = down(stand.maintained * BPS, self.target(account))
        missing = max(stand.exposed - covered, 0)
        needed = up(abs(held) * missing, whole) if missing < whole else abs(held)
        return min(needed, most) * (1 if held > 0 else -1)

    def target(self, account: Account) -> int:
        """Ratio that a liquidation restores, basis points."""
        extra = self.ratios(account)[1] - MAINTENANCE
        return self.auctions.target + extra * (BPS // WHOLE)

    def need_better(
        self, account: Account, before: Standing, causes: Causes, unit: int = 0
    ) -> None:
        """PB-06: the ratio is no lower but for rounding, unless there is no collateral left."""
        after = self.stand(account)
        spared = replace(
            after,
            maintained=after.maintained + ROUNDING,
            exposed=max(after.exposed - unit, 0),
        )
        worse = spared.is_lower(before) and self.held(account)
        causes.when(worse, "LiquidationWorsens")

    def claim(self, caller: str, account: Account, asset: int, to: str) -> Answer:
        """`claimSeized`."""

        def change(causes: Causes) -> None:
            units = self.claims.get((caller, account, asset), 0)
            causes.when(not units, "NothingToClaim")
            causes.when(not self.is_verified(to), "LiquidatorIneligible")
            self.claims[caller, account, asset] = 0
            self.move(BROKERAGE, to, asset, units, causes)

        return self.answer(change)
