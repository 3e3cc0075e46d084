"""Borrowing, repaying, lending, and the pools' terms."""

from hypothesis import strategies as st

from tests.property.brokerage.model.desk import GOVERNOR
from tests.property.brokerage.model.records import Account
from tests.property.brokerage.operations.collateral import Collateral, targets
from tests.property.brokerage.stage import (
    ACCOUNTS,
    EUR,
    LENA,
    NO_ASSET,
    PEOPLE,
    USD,
    XAVER,
    accounts,
    moods,
    part,
    people,
    shares,
)
from tests.property.machine import operation

pools = st.sampled_from((USD, USD, EUR, EUR, EUR, USD, NO_ASSET))
settlement = st.sampled_from((USD, EUR))
MOST = 2**127
"""More than any pool has."""
rightful = st.sampled_from((True, True, False))


class Debt(Collateral):
    """`IBrokerageDebt` and `IBrokerageLending`."""

    def room(self, account: Account, asset: int) -> int:
        """About how much could be borrowed."""
        book, listed = self.book, self.book.assets.get(asset)
        if listed is None:
            return 10**6
        found = book.value(account)
        spare = found.power * 100 // book.ratios(account)[0] - found.exposure
        spare = min(spare, book.lines[account[0]].limit - book.exposed(account[0]))
        most = max(spare, 0) * listed.one // listed.high
        return min(most, book.pools[asset].liquidity)

    def debtor(self, account: int, asset: int) -> Account:
        """An account that owes, where there is one."""
        owing = [one for one in ACCOUNTS if self.book.debts.get((one, asset))]
        found: Account = self.pick(account, owing) or ACCOUNTS[account]
        return found

    @operation(account=accounts, asset=pools, share=shares, mood=moods, towards=targets)
    def borrow(self, account: int, asset: int, share: int, mood: str, towards: str) -> None:
        """About as much as margin, limits and the pool allow."""
        of = self.sound(account)
        caller, to = self.caller(of, mood), self.recipient(of, towards)
        amount = min(part(share, self.room(of, asset)), MOST)
        answer = self.book.borrow(caller, of, asset, amount, to)
        call = (self.number(of), asset, amount, self.actors[to])
        self.send(self.contract.borrow, *call, sender=caller, answer=answer)

    @operation(payer=people, account=accounts, asset=settlement, share=shares)
    def repay(self, payer: int, account: int, asset: int, share: int) -> None:
        """By whoever pays."""
        of, caller = self.debtor(account, asset), PEOPLE[payer]
        amount = part(share, self.book.debt(of, asset))
        answer = self.book.repay(caller, of, asset, amount)
        call = (self.number(of), asset, amount)
        self.send(self.contract.repay, *call, sender=caller, answer=answer)

    @operation(account=accounts, asset=settlement, share=shares, mood=moods)
    def repay_from_institution(self, account: int, asset: int, share: int, mood: str) -> None:
        """With the institution's units."""
        of = self.debtor(account, asset)
        caller = self.caller(of, mood)
        amount = part(share, self.book.debt(of, asset))
        answer = self.book.repay(caller, of, asset, amount, own=True)
        call = (self.number(of), asset, amount)
        self.send(self.contract.repayFromInstitution, *call, sender=caller, answer=answer)

    @operation(account=accounts, share=shares, mood=moods)
    def repay_with_cash(self, account: int, share: int, mood: str) -> None:
        """With realised gains."""
        book = self.book
        rich = [one for one in ACCOUNTS if book.cash.get(one)]
        both = [one for one in rich if book.debts.get((one, book.cash_asset))]
        of = self.pick(account, both or rich) or ACCOUNTS[account]
        caller = self.caller(of, mood)
        value = part(share, book.cash.get(of, 0))
        answer = book.repay_with_cash(caller, of, value)
        call = (self.number(of), value)
        self.send(self.contract.repayWithCash, *call, sender=caller, answer=answer)

    # ------------------------------------------------------------------ lenders

    @operation(by=people, asset=pools, share=shares)
    def supply(self, by: int, asset: int, share: int) -> None:
        """By whoever is verified."""
        caller = PEOPLE[by]
        amount = part(share, self.book.wallets.get((caller, asset), 0) // 50)
        answer = self.book.supply(caller, asset, amount)
        self.send(self.contract.supply, asset, amount, sender=caller, answer=answer)

    @operation(by=people, asset=settlement, share=shares)
    def redeem(self, by: int, asset: int, share: int) -> None:
        """By whoever has shares, most often."""
        lenders = [name for name in PEOPLE if self.book.lent.get((asset, name))]
        caller = PEOPLE[by] if by % 3 == 0 else self.pick(by, lenders) or LENA
        amount = part(share, self.book.lent.get((asset, caller), 0))
        answer = self.book.redeem(caller, asset, amount)
        self.send(self.contract.redeem, asset, amount, sender=caller, answer=answer)

    @operation(asset=pools)
    def accrue(self, asset: int) -> None:
        """By anybody, and by a failing call for an asset without a pool."""
        for one in (asset, NO_ASSET):
            answer = self.book.accrue_pool(one)
            self.send(self.contract.accrue, one, sender=XAVER, answer=answer)

    @operation(asset=pools, rate=st.sampled_from((0, 50_000, 10**6, 10**6 + 1)), right=rightful)
    def set_borrow_rate(self, asset: int, rate: int, *, right: bool) -> None:
        """By the governor, or not."""
        caller = GOVERNOR if right else XAVER
        answer = self.book.set_borrow_rate(caller, asset, rate)
        self.send(self.contract.setBorrowRate, asset, rate, sender=caller, answer=answer)

    @operation(asset=pools, part_=st.sampled_from((0, 1_000, 5_000, 5_001)), right=rightful)
    def set_reserve_share(self, asset: int, part_: int, *, right: bool) -> None:
        """By the governor, or not."""
        caller = GOVERNOR if right else XAVER
        answer = self.book.set_reserve_share(caller, asset, part_)
        self.send(self.contract.setReserveShare, asset, part_, sender=caller, answer=answer)

    @operation(asset=settlement, share=shares, right=rightful)
    def withdraw_reserves(self, asset: int, share: int, *, right: bool) -> None:
        """To the lender, who is as good as anybody."""
        caller = GOVERNOR if right else XAVER
        amount = part(share, self.book.touched(asset).reserves)
        answer = self.book.withdraw_reserves(caller, asset, LENA, amount)
        call = (asset, self.actors[LENA], amount)
        self.send(self.contract.withdrawReserves, *call, sender=caller, answer=answer)
