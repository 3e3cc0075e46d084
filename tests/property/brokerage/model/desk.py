"""Institutions, credit lines, accounts and operators, pauses, and pools' lenders and terms."""

from collections.abc import Sequence
from dataclasses import replace

from tests.property.brokerage.model import lending
from tests.property.brokerage.model.book import BROKERAGE, LENDING, Answer, Causes
from tests.property.brokerage.model.ledger import EVERYTHING
from tests.property.brokerage.model.numbers import VALUE, down
from tests.property.brokerage.model.prices import Prices
from tests.property.brokerage.model.records import Account, Grant, Line, Pool

GOVERNOR = "governor"
DENIED = "AccessManagedUnauthorized"
ALL_RIGHTS = 31
MOST_LIMIT = (1 << 44) - 1
MOST_RATE_PIPS, MOST_RESERVE_BPS = 10**6, 5_000
VIRTUAL_SHARES, VIRTUAL_UNITS = 1_000, 1


class Desk(Prices):
    """What officers set about institutions and pools, and what institutions set themselves."""

    def __init__(self, now: int) -> None:
        super().__init__(now)
        self.grant_nonces: dict[tuple[str, int], bool] = {}
        self.restricted: dict[Account, bool] = {}
        self.impaired: dict[Account, bool] = {}
        self.defaulted: dict[Account, bool] = {}

    def need_role(self, caller: str, causes: Causes) -> None:
        """The governor holds every role; nobody else any."""
        causes.when(caller != GOVERNOR, DENIED)

    # ------------------------------------------------------------------ institutions

    def admit(self, caller: str, name: str, line: Line) -> Answer:
        """`admitInstitution`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            causes.when(name in self.lines, "InstitutionKnown")
            causes.when(not self.is_verified(name), "InstitutionNotVerified")
            self.need_limit(line.limit, causes)
            self.lines[name] = line
            self.opened[name, 0] = True

        return self.answer(change)

    def need_limit(self, limit: int, causes: Causes) -> None:
        """Whole units of the currency, below 2 ** 44 of them."""
        causes.when(limit % VALUE or limit // VALUE > MOST_LIMIT, "CreditLimitInvalid")

    def change_limit(self, caller: str, name: str, limit: int, *, up: bool) -> Answer:
        """`raiseCreditLimit` and `lowerCreditLimit`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            self.need_limit(limit, causes)
            if causes.when(name not in self.lines, "InstitutionUnknown"):
                return
            had = self.lines[name].limit
            causes.when(limit <= had if up else limit >= had, "WrongDirection")
            self.set_line(name, limit=limit)

        return self.answer(change)

    def change_days(self, caller: str, name: str, ends: int, review: int, *, later: bool) -> Answer:
        """`extendCreditDays` and `shortenCreditDays`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            if causes.when(name not in self.lines, "InstitutionUnknown"):
                return
            line = self.lines[name]
            wrong = ends < line.ends or review < line.review
            if not later:
                wrong = ends > line.ends or review > line.review
            causes.when(wrong, "WrongDirection")
            self.set_line(name, ends=ends, review=review)

        return self.answer(change)

    def set_group(self, caller: str, name: str, group: int) -> Answer:
        """`setGroup`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            if not causes.when(name not in self.lines, "InstitutionUnknown"):
                self.set_line(name, group=group)
                self.recorded[name, 0] = self.value((name, 0)).exposure if group else 0

        return self.answer(change)

    def change_group_limit(self, caller: str, group: int, limit: int, *, up: bool) -> Answer:
        """`raiseGroupLimit` and `lowerGroupLimit`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            had = self.groups.get(group, 0)
            causes.when(limit <= had if up else limit >= had, "WrongDirection")
            self.groups[group] = limit

        return self.answer(change)

    # ------------------------------------------------------------------ accounts

    def open_account(self, caller: str, sub: int) -> Answer:
        """`openAccount`."""

        def change(causes: Causes) -> None:
            causes.when(caller not in self.lines, "InstitutionUnknown")
            causes.when(self.opened.get((caller, sub)), "AccountKnown")
            self.opened[caller, sub] = True

        return self.answer(change)

    def flag(
        self, caller: str, table: dict[Account, bool], accounts: Sequence[Account], *, to: bool
    ) -> Answer:
        """`restrictAccounts` and `releaseAccounts`, `freezeAccounts` and `unfreezeAccounts`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            for account in accounts:
                self.need_account(account, causes)
                table[account] = to

        saved = dict(table)
        answer = self.answer(change)
        if answer.causes:
            table.clear()
            table.update(saved)
        return answer

    def is_stopped(self, account: Account) -> bool:
        """Whether it may take no new risk: restricted, impaired, in default or frozen."""
        tables = (self.restricted, self.impaired, self.defaulted, self.frozen)
        return any(table.get(account) for table in tables)

    # ------------------------------------------------------------------ operators

    def set_operator(self, caller: str, account: Account, operator: str, grant: Grant) -> Answer:
        """`setOperator`."""

        def change(causes: Causes) -> None:
            causes.when(caller != account[0], "NotTheInstitution")
            self.need_grant(account, operator, grant, causes)

        return self.answer(change)

    def need_grant(self, account: Account, operator: str, grant: Grant, causes: Causes) -> None:
        """Rights that there are, to somebody else, in an account that there is."""
        self.need_account(account, causes)
        causes.when(grant.rights & ~ALL_RIGHTS, "RightsUnknown")
        causes.when(operator in ("", account[0]), "OperatorInvalid")
        self.operators[account, operator] = grant

    def grant_operator(
        self,
        account: Account,
        operator: str,
        grant: Grant,
        nonce: int,
        deadline: int,
        *,
        signed: bool,
    ) -> Answer:
        """`grantOperator`."""

        def change(causes: Causes) -> None:
            causes.when(self.now > deadline, "GrantExpired")
            causes.when(self.grant_nonces.get((account[0], nonce)), "GrantNonceSpent")
            causes.when(not signed, "GrantNotSigned")
            self.need_grant(account, operator, grant, causes)
            self.grant_nonces[account[0], nonce] = True

        return self.answer(change)

    def set_lockdown(self, caller: str, *, locked: bool) -> Answer:
        """`setLockdown`."""

        def change(causes: Causes) -> None:
            if not causes.when(caller not in self.lines, "InstitutionUnknown"):
                self.set_line(caller, locked_down=locked)

        return self.answer(change)

    def cancel_grant_nonce(self, caller: str, nonce: int) -> Answer:
        """`cancelGrantNonce`."""

        def change(causes: Causes) -> None:
            causes.when(self.grant_nonces.get((caller, nonce)), "GrantNonceSpent")
            self.grant_nonces[caller, nonce] = True

        return self.answer(change)

    # ------------------------------------------------------------------ lending

    def shares_for(self, asset: int, units: int) -> int:
        """Lenders' shares for units that come in, rounded down."""
        pool = self.pools[asset]
        worth = self.worth_up(asset) + VIRTUAL_UNITS
        return down(units * (pool.lender_shares + VIRTUAL_SHARES), worth)

    def units_for(self, asset: int, shares: int) -> int:
        """Units that lenders' shares are worth, rounded down."""
        pool = self.pools[asset]
        worth = self.worth_down(asset) + VIRTUAL_UNITS
        return down(shares * worth, pool.lender_shares + VIRTUAL_SHARES)

    def worth_down(self, asset: int) -> int:
        """Units at hand and owed, less reserves and what is owed to the trading book."""
        pool = self.touched(asset)
        return max(lending.net(pool) - pool.reserves, 0)

    def worth_up(self, asset: int) -> int:
        """One unit more than rounded down: who comes in pays for the rounding."""
        return self.worth_down(asset) + 1

    def supply(self, caller: str, asset: int, amount: int) -> Answer:
        """`supply`."""

        def change(causes: Causes) -> int:
            self.need_active(LENDING, causes)
            listed = self.assets.get(asset)
            usable = listed is not None and listed.settlement and listed.active
            causes.when(amount == 0, "AmountZero")
            causes.when(not self.is_verified(caller), "LenderNotVerified")
            if causes.when(not usable, "AssetNotUsable"):
                return 0
            self.touch(asset)
            shares = self.shares_for(asset, amount)
            causes.when(shares == 0, "TooLittle")
            pool = self.pools[asset]
            self.set_pool(
                asset, liquidity=pool.liquidity + amount, lender_shares=pool.lender_shares + shares
            )
            self.settle(asset)
            self.add(self.lent, (asset, caller), shares)
            self.move(caller, BROKERAGE, asset, amount, causes)
            return shares

        return self.answer(change)

    def redeem(self, caller: str, asset: int, shares: int) -> Answer:
        """`redeem`."""

        def change(causes: Causes) -> int:
            self.need_active(LENDING, causes)
            own = self.lent.get((asset, caller), 0)
            burnt = own if shares == EVERYTHING else shares
            if causes.when(asset not in self.pools, "AssetNotUsable", "SharesInsufficient"):
                return 0
            if causes.when(burnt > own, "SharesInsufficient"):
                return 0
            self.touch(asset)
            amount, pool = self.units_for(asset, burnt), self.pools[asset]
            causes.when(amount == 0, "TooLittle")
            if causes.when(amount > pool.liquidity, "InsufficientLiquidity"):
                return 0
            self.add(self.lent, (asset, caller), -burnt)
            self.set_pool(
                asset, liquidity=pool.liquidity - amount, lender_shares=pool.lender_shares - burnt
            )
            self.settle(asset)
            self.move(BROKERAGE, caller, asset, amount, causes)
            return amount

        return self.answer(change)

    def accrue_pool(self, asset: int) -> Answer:
        """`accrue`."""

        def change(causes: Causes) -> None:
            if not causes.when(asset not in self.pools, "AssetNotUsable"):
                self.touch(asset)

        return self.answer(change)

    def set_borrow_rate(self, caller: str, asset: int, rate_pips: int) -> Answer:
        """`setBorrowRate`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            causes.when(rate_pips > MOST_RATE_PIPS, "RateTooHigh")
            if not causes.when(asset not in self.pools, "AssetNotUsable"):
                self.touch(asset)
                self.set_pool(asset, rate_pips=rate_pips)

        return self.answer(change)

    def set_reserve_share(self, caller: str, asset: int, reserve_bps: int) -> Answer:
        """`setReserveShare`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            causes.when(reserve_bps > MOST_RESERVE_BPS, "ReserveShareTooHigh")
            if not causes.when(asset not in self.pools, "AssetNotUsable"):
                self.touch(asset)
                self.set_pool(asset, reserve_bps=reserve_bps)

        return self.answer(change)

    def withdraw_reserves(self, caller: str, asset: int, to: str, amount: int) -> Answer:
        """`withdrawReserves`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            if causes.when(asset not in self.pools, "AssetNotUsable"):
                return
            self.touch(asset)
            pool: Pool = self.pools[asset]
            short = causes.when(amount > pool.reserves, "ReservesInsufficient")
            if causes.when(amount > pool.liquidity, "InsufficientLiquidity") or short:
                return
            self.pools[asset] = replace(
                pool, reserves=pool.reserves - amount, liquidity=pool.liquidity - amount
            )
            self.settle(asset)
            self.move(BROKERAGE, to, asset, amount, causes)

        return self.answer(change)

    def settle_book(self, caller: str, asset: int, most: int) -> Answer:
        """`settleBook`: paid at the low price of one and the high price of the other."""

        def change(causes: Causes) -> tuple[int, int]:
            self.need_role(caller, causes)
            pool, of = self.pools.get(asset, Pool()), self.cash_asset
            settled = min(-pool.book_units, most)
            if causes.when(asset == of or pool.book_units >= 0, "BookOwesNothing"):
                return 0, 0
            causes.when(settled == 0, "AmountZero")
            owed, cash, taken = self.assets[asset], self.assets[of], self.pools[of]
            stale = owed.is_stale(self.now) or cash.is_stale(self.now)
            causes.when(stale, "PriceStale")
            paid = down(down(settled * owed.low, owed.one) * cash.one, cash.high)
            if causes.when(paid > taken.liquidity, "InsufficientLiquidity"):
                return 0, 0
            self.set_pool(
                asset, liquidity=pool.liquidity + settled, book_units=pool.book_units + settled
            )
            self.set_pool(of, liquidity=taken.liquidity - paid, book_units=taken.book_units - paid)
            self.move(caller, BROKERAGE, asset, settled, causes)
            self.move(BROKERAGE, caller, of, paid, causes)
            return settled, paid

        return self.answer(change)

    # ------------------------------------------------------------------ pauses

    def pause(self, caller: str, groups: int) -> Answer:
        """`pauseGroups`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            self.paused |= groups

        return self.answer(change)

    def unpause(self, caller: str, groups: int) -> Answer:
        """`unpauseGroups`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            self.paused &= ~groups

        return self.answer(change)
