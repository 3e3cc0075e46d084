"""Deposits and withdrawals of collateral and cash."""

from hypothesis import strategies as st

from tests.property.brokerage.model.records import Account
from tests.property.brokerage.stage import (
    ACCOUNTS,
    NO_ACCOUNT,
    NO_ASSET,
    PEOPLE,
    TOKENS,
    VAULT,
    XAVER,
    BrokerageStage,
    accounts,
    listed,
    moods,
    part,
    people,
    shares,
)
from tests.property.machine import operation

targets = st.sampled_from(("own",) * 6 + ("vault", "other"))
tokens = st.sampled_from((*TOKENS, NO_ASSET))


class Collateral(BrokerageStage):
    """`IBrokerageCollateral`."""

    def recipient(self, account: Account, towards: str) -> str:
        """Where units go."""
        return {"own": account[0], "vault": VAULT, "other": XAVER}[towards]

    def sound(self, place: int) -> Account:
        """An account that new risk may rest on, where there is one."""
        book, found = self.book, list[Account]()
        for one in ACCOUNTS:
            worth = book.value(one)
            if worth.power * 100 > worth.exposure * book.ratios(one)[0] and not worth.stale:
                found.append(one)
        chosen: Account = self.pick(place, found) or ACCOUNTS[place]
        return chosen

    def free(self, account: Account, asset: int) -> int:
        """About how much could be withdrawn."""
        book, balance = self.book, self.book.collateral.get((account, asset), 0)
        if book.is_free(account):
            return balance
        found, listed = book.value(account), book.assets[asset]
        spare = found.power - found.exposure * book.ratios(account)[0] // 100
        kept = listed.low * (10_000 - listed.haircut(book.now))
        return max(min(spare * listed.one * 10_000 // kept if kept else balance, balance), 0)

    @operation(payer=people, account=st.integers(0, len(ACCOUNTS)), asset=tokens, share=shares)
    def deposit(self, payer: int, account: int, asset: int, share: int) -> None:
        """From whoever pays."""
        caller, to = PEOPLE[payer], (*ACCOUNTS, NO_ACCOUNT)[account]
        amount = part(share, self.book.wallets.get((caller, asset), 0) // 20)
        answer = self.book.deposit(caller, to, asset, amount)
        call = (self.number(to), asset, amount)
        self.send(self.contract.deposit, *call, sender=caller, answer=answer)

    @operation(account=accounts, asset=st.sampled_from(tuple(TOKENS)), share=shares, mood=moods)
    def deposit_from_institution(self, account: int, asset: int, share: int, mood: str) -> None:
        """Units of the institution, brought by its operator."""
        to = ACCOUNTS[account]
        caller = self.caller(to, mood)
        amount = part(share, self.book.wallets.get((to[0], asset), 0) // 20)
        answer = self.book.deposit(caller, to, asset, amount, own=True)
        call = (self.number(to), asset, amount)
        self.send(self.contract.depositFromInstitution, *call, sender=caller, answer=answer)

    @operation(account=accounts, asset=listed, share=shares, mood=moods, towards=targets)
    def withdraw(self, account: int, asset: int, share: int, mood: str, towards: str) -> None:
        """About as much as margin allows, of something that the account has."""
        of = self.sound(account)
        held = sorted(self.book.held(of))
        asset = self.pick(asset, held) if held else asset
        caller, to = self.caller(of, mood), self.recipient(of, towards)
        amount = part(share, self.free(of, asset))
        answer = self.book.withdraw(caller, of, asset, amount, to)
        call = (self.number(of), asset, amount, self.actors[to])
        self.send(self.contract.withdraw, *call, sender=caller, answer=answer)

    @operation(giver=accounts, taker=accounts, asset=listed, share=shares, mood=moods)
    def move_collateral(self, giver: int, taker: int, asset: int, share: int, mood: str) -> None:
        """Between sub-accounts, most often Anna's."""
        of, to = ACCOUNTS[giver], ACCOUNTS[taker]
        annas = (ACCOUNTS[:2], ACCOUNTS[1::-1])
        ways = [
            (pair, one)
            for pair in annas
            for one in self.book.held(pair[0])
            if self.free(pair[0], one)
        ]
        if (giver + taker) % 4:
            (of, to), asset = self.pick(giver + asset, ways) or (annas[0], asset)
        caller = self.caller(of, mood)
        amount = part(share, self.free(of, asset))
        answer = self.book.move_collateral(caller, of, to, asset, amount)
        call = (self.number(of), self.number(to), asset, amount)
        self.send(self.contract.moveCollateral, *call, sender=caller, answer=answer)

    @operation(account=accounts, share=shares, mood=moods, towards=targets)
    def withdraw_cash(self, account: int, share: int, mood: str, towards: str) -> None:
        """Realised gains, of an account that has some."""
        rich = [one for one in ACCOUNTS if self.book.cash.get(one)]
        of = self.pick(account, rich) or ACCOUNTS[account]
        caller, to = self.caller(of, mood), self.recipient(of, towards)
        amount = part(share, self.book.cash.get(of, 0))
        answer = self.book.withdraw_cash(caller, of, amount, to)
        call = (self.number(of), amount, self.actors[to])
        self.send(self.contract.withdrawCash, *call, sender=caller, answer=answer)
