"""Operators, collateral, debt and lending, as their interfaces tell them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from tests.property.brokerage.model.book import (
    BORROW,
    BORROWING,
    BROKERAGE,
    COLLATERAL,
    DEPOSIT,
    PAYING_IN,
    REPAY,
    WITHDRAW,
    Answer,
    Book,
    Causes,
)
from tests.property.brokerage.model.numbers import BPS, down, up
from tests.property.brokerage.model.records import Account, Listed

EVERYTHING = 2**256 - 1
GRAIN_DECIMALS = 6
MOST_UNITS = 2**96 - 1


def grain(listed: Listed) -> int:
    """Units that the cap on an asset counts in: a millionth of a token, or a unit."""
    return int(10 ** max(listed.decimals - GRAIN_DECIMALS, 0))


class Ledger(Book):
    """What an account's owner, its operators and lenders can do."""

    def answer(self, change: Callable[[Causes], object]) -> Answer:
        """Make a change; nothing of it stays where it runs into an error."""
        saved, causes = self.save(), Causes()
        result = change(causes)
        if causes.found:
            self.restore(saved)
            return Answer(tuple(dict.fromkeys(causes.found)))
        self.before = saved
        return Answer(result=result)

    def batch(self, account: Account, calls: Sequence[Callable[[], Answer]]) -> Answer:
        """`batch` of calls with its account alone: margin and limits are looked at once."""

        def change(causes: Causes) -> list[bytes]:
            causes.when(not calls, "BatchEmpty")
            results = list[bytes]()
            if not self.need_account(account, causes):
                return results
            self.owes = frozenset()
            for call in calls:
                answer = call()
                if causes.when(answer.causes, *answer.causes):
                    return results
                word = answer.result
                results.append(b"" if word is None else (word % 2**256).to_bytes(32))
            owed, self.owes = self.owes, None
            if owed & {"raise", "risk"} and not self.is_free(account):
                self.check_risk(account, causes, raises="raise" in owed)
                owed &= {"relief"} if "raise" not in owed else frozenset()
            if owed:
                self.record(account)
            return results

        return self.answer(change)

    def charge(self, account: Account, asset: int, amount: int, causes: Causes) -> int:
        """The fee on an amount, set aside; never above the share that was agreed to."""
        if self.fee_rate_bps is None:
            return 0
        fee = down(amount * self.fee_rate_bps, BPS)
        most = down(amount * self.agreed_fees.get(account[0], 0), BPS)
        if causes.when(fee > most, "FeeAboveLimit"):
            return 0
        self.set_pool(asset, fees=self.pools[asset].fees + fee)
        return fee

    def pay_fees(self, asset: int, amount: int, to: str) -> Answer:
        """`payFees`, which the fee structure alone may ask for."""

        def change(causes: Causes) -> None:
            collected = self.pools[asset].fees if asset in self.pools else 0
            if not causes.when(amount > collected, "FeesNotCollected"):
                self.set_pool(asset, fees=collected - amount)
                self.move(BROKERAGE, to, asset, amount, causes)

        return self.answer(change)

    # ------------------------------------------------------------------ who may act

    def rights(self, account: Account, caller: str) -> int:
        """What an operator may do now."""
        grant = self.operators.get((account, caller))
        if grant is None or self.now > grant.expiry:
            return 0
        line = self.lines.get(account[0])
        return grant.rights & PAYING_IN if line and line.locked_down else grant.rights

    def need_right(self, account: Account, caller: str, right: int, causes: Causes) -> None:
        """The institution, or an operator with the right."""
        if caller != account[0]:
            causes.when(not self.rights(account, caller) & right, "AccountNotYours")

    def need_payer(self, account: Account, payer: str, causes: Causes) -> None:
        """The institution, or whoever is verified."""
        causes.when(payer != account[0] and not self.is_verified(payer), "PayerNotVerified")

    def need_recipient(self, account: Account, to: str, causes: Causes) -> None:
        """The institution, or another verified wallet of its identity."""
        if to == account[0]:
            return
        known = self.identities.get(to)
        same = known is not None and known == self.identities.get(account[0])
        causes.when(not same or not self.is_verified(to), "RecipientRefused")

    def need_active(self, group: int, causes: Causes) -> None:
        """The group is not paused."""
        causes.when(self.paused & group, "GroupPaused")

    def need_account(self, account: Account, causes: Causes) -> bool:
        """The account was opened."""
        return not causes.when(not self.opened.get(account), "AccountUnknown")

    # ------------------------------------------------------------------ collateral

    def total_collateral(self, asset: int) -> int:
        """What the cap is held against: each account's balance rounded up to grains."""
        step = grain(self.assets[asset])
        return sum(
            up(units, step) * step for (_, of), units in self.collateral.items() if of == asset
        )

    def institution_collateral(self, institution: str, asset: int) -> int:
        """Units of an asset of all of an institution's accounts."""
        return sum(
            units
            for ((who, _), of), units in self.collateral.items()
            if who == institution and of == asset
        )

    def deposit(
        self, caller: str, account: Account, asset: int, amount: int, *, own: bool = False
    ) -> Answer:
        """`deposit`, or `depositFromInstitution` where the units are the institution's own."""
        payer = account[0] if own else caller

        def change(causes: Causes) -> None:
            if own:
                self.need_right(account, caller, DEPOSIT, causes)
            else:
                self.need_payer(account, payer, causes)
            known = self.need_account(account, causes)
            causes.when(amount == 0, "AmountZero")
            listed = self.assets.get(asset)
            usable = listed is not None and listed.collateral and listed.active
            if causes.when(not usable, "AssetNotUsable") or not known:
                return
            issuer, line = self.issuers.get(asset, 0), self.lines[account[0]]
            causes.when(issuer and issuer == line.group, "WrongWayRisk")
            self.move(payer, BROKERAGE, asset, amount, causes)
            self.add(self.collateral, (account, asset), amount)
            cap, institution_cap, _ = self.caps[asset]
            causes.when(self.total_collateral(asset) > cap, "CollateralCapExceeded")
            of_all = self.institution_collateral(account[0], asset)
            causes.when(of_all > institution_cap, "InstitutionCapExceeded")

        return self.answer(change)

    def leave(self, account: Account, causes: Causes) -> None:
        """What must hold once something was taken out of an account."""
        causes.when(self.frozen.get(account), "AccountFrozen")
        if not self.is_free(account):
            self.need_active(COLLATERAL, causes)
            self.check_risk(account, causes, raises=False)

    def withdraw(self, caller: str, account: Account, asset: int, amount: int, to: str) -> Answer:
        """`withdraw`."""

        def change(causes: Causes) -> int:
            self.need_right(account, caller, WITHDRAW, causes)
            self.need_recipient(account, to, causes)
            self.need_account(account, causes)
            balance = self.collateral.get((account, asset), 0)
            taken = balance if amount == EVERYTHING else amount
            causes.when(taken == 0, "AmountZero")
            if causes.when(taken > balance, "CollateralInsufficient"):
                return 0
            self.add(self.collateral, (account, asset), -taken)
            self.leave(account, causes)
            self.move(BROKERAGE, to, asset, taken, causes)
            return taken

        return self.answer(change)

    def move_collateral(
        self, caller: str, giver: Account, taker: Account, asset: int, amount: int
    ) -> Answer:
        """`moveCollateral`."""

        def change(causes: Causes) -> None:
            causes.when(giver[0] != taker[0] or giver == taker, "AccountsUnrelated")
            self.need_right(giver, caller, WITHDRAW, causes)
            self.need_right(taker, caller, DEPOSIT, causes)
            self.need_account(giver, causes)
            self.need_account(taker, causes)
            causes.when(amount == 0, "AmountZero")
            balance = self.collateral.get((giver, asset), 0)
            if causes.when(amount > balance, "CollateralInsufficient"):
                return
            self.add(self.collateral, (giver, asset), -amount)
            self.add(self.collateral, (taker, asset), amount)
            self.leave(giver, causes)

        return self.answer(change)

    def withdraw_cash(self, caller: str, account: Account, value: int, to: str) -> Answer:
        """`withdrawCash`."""
        asset = self.cash_asset

        def change(causes: Causes) -> int:
            self.need_right(account, caller, WITHDRAW, causes)
            self.need_recipient(account, to, causes)
            self.need_account(account, causes)
            listed, pool = self.assets[asset], self.pools[asset]
            causes.when(listed.is_stale(self.now), "PriceStale")
            cash = self.cash.get(account, 0)
            taken = cash if value == EVERYTHING else value
            if causes.when(taken > cash, "CashInsufficient"):
                return 0
            amount = down(taken * listed.one, listed.high)
            causes.when(amount == 0, "AmountZero")
            if causes.when(amount > pool.liquidity, "InsufficientLiquidity"):
                return 0
            self.add(self.cash, account, -taken)
            self.set_pool(
                asset, liquidity=pool.liquidity - amount, book_units=pool.book_units - amount
            )
            self.leave(account, causes)
            self.move(BROKERAGE, to, asset, amount, causes)
            return amount

        return self.answer(change)

    # ------------------------------------------------------------------ debt

    def borrow(self, caller: str, account: Account, asset: int, amount: int, to: str) -> Answer:
        """`borrow`."""

        def change(causes: Causes) -> None:
            self.need_active(BORROWING, causes)
            self.need_right(account, caller, BORROW, causes)
            self.need_recipient(account, to, causes)
            known = self.need_account(account, causes)
            causes.when(amount == 0, "AmountZero")
            listed = self.assets.get(asset)
            usable = listed is not None and listed.settlement and listed.active
            if causes.when(not usable, "AssetNotUsable") or not known:
                return
            owed = amount + self.charge(account, asset, amount, causes)
            pool = self.pools[asset]
            if causes.when(owed > MOST_UNITS, "AmountTooLarge", "InsufficientLiquidity"):
                return
            if causes.when(owed > pool.liquidity, "InsufficientLiquidity"):
                return
            self.owe(account, asset, owed)
            self.set_pool(asset, liquidity=pool.liquidity - owed)
            self.check_risk(account, causes, raises=True)
            self.move(BROKERAGE, to, asset, amount, causes)

        return self.answer(change)

    def repay(
        self, caller: str, account: Account, asset: int, amount: int, *, own: bool = False
    ) -> Answer:
        """`repay`, or `repayFromInstitution` where the units are the institution's own."""
        payer = account[0] if own else caller

        def change(causes: Causes) -> int:
            if own:
                self.need_right(account, caller, REPAY, causes)
            else:
                self.need_payer(account, payer, causes)
            self.need_account(account, causes)
            causes.when(amount == 0, "AmountZero")
            if causes.when(not self.debts.get((account, asset), 0), "NothingOwed"):
                return 0
            paid = self.acquit(account, asset, amount)
            self.set_pool(asset, liquidity=self.pools[asset].liquidity + paid)
            self.record(account)
            self.move(payer, BROKERAGE, asset, paid, causes)
            return paid

        return self.answer(change)

    def repay_with_cash(self, caller: str, account: Account, value: int) -> Answer:
        """`repayWithCash`."""
        asset = self.cash_asset

        def change(causes: Causes) -> int:
            self.need_right(account, caller, REPAY, causes)
            self.need_account(account, causes)
            listed, cash = self.assets[asset], self.cash.get(account, 0)
            causes.when(listed.is_stale(self.now), "PriceStale")
            units = down(min(value, cash) * listed.one, listed.high)
            causes.when(units == 0, "AmountZero")
            if causes.when(not self.debts.get((account, asset), 0), "NothingOwed"):
                return 0
            paid = self.acquit(account, asset, units)
            self.add(self.cash, account, -up(paid * listed.high, listed.one))
            self.set_pool(asset, book_units=self.pools[asset].book_units - paid)
            self.record(account)
            return paid

        return self.answer(change)

    # ------------------------------------------------------------------ lending

    def set_line(self, institution: str, **changes: Any) -> None:
        """Replace figures of a credit line."""
        self.lines[institution] = replace(self.lines[institution], **changes)
