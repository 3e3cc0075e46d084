"""Pauses, roles, default funds, fees, the sequencer, and what only the manager itself may do."""

from typing import Any

from hypothesis import strategies as st

from quantera.access import LocalRole
from quantera.evm import ZERO_ADDRESS
from tests.property.brokerage.model.book import Answer
from tests.property.brokerage.model.desk import DENIED, GOVERNOR
from tests.property.brokerage.model.numbers import DAY
from tests.property.brokerage.operations.credit import rightful
from tests.property.brokerage.operations.parameters import Parameters
from tests.property.brokerage.stage import (
    ACCOUNTS,
    EUR,
    INSTITUTIONS,
    LENA,
    NO_ASSET,
    PEOPLE,
    USD,
    XAVER,
    part,
    people,
    shares,
)
from tests.property.machine import operation

MOST = 10**30
"""More units than anybody has."""
funds = st.sampled_from((USD, EUR, USD, EUR, NO_ASSET))


class House(Parameters):
    """Everything else that changes state."""

    @operation(groups=st.integers(1, 63), both=st.booleans(), lift=rightful, right=rightful)
    def set_pauses(self, groups: int, *, both: bool, lift: bool, right: bool) -> None:
        """Paused, and most often lifted again."""
        caller, book = self.officer(right=right), self.book
        if both:
            answer = book.pause(caller, groups)
            self.send(self.contract.pauseGroups, groups, sender=caller, answer=answer)
        if lift:
            answer = book.unpause(caller, 63)
            self.send(self.contract.unpauseGroups, 63, sender=caller, answer=answer)
        assert self.contract.pausedGroups() == book.paused

    @operation(right=rightful, nobody=st.booleans())
    def set_roles(self, *, right: bool, nobody: bool) -> None:
        """A pricer more, and less."""
        caller, contract = self.officer(right=right), self.contract
        denied = () if right else (DENIED,)
        who = ZERO_ADDRESS if nobody else self.actors[LENA]
        wrong = ("LocalRoleForNobody",) if nobody else ()
        answer = Answer((*denied, *wrong))
        self.send(contract.grantLocalRole, LocalRole.PRICER, who, sender=caller, answer=answer)
        call = (LocalRole.PRICER, self.actors[LENA])
        self.send(contract.revokeLocalRole, *call, sender=caller, answer=Answer(denied))

    @operation(by=people)
    def try_what_is_the_managers(self, by: int) -> None:
        """Nobody initialises, upgrades, or replaces the authority; nobody is paid fees."""
        caller, contract = PEOPLE[by], self.contract
        who = self.actors[caller]
        registry = self.stack.registry
        for function, args, name in (
            (contract.initialize, (self.stack.access, registry), "InvalidInitialization"),
            (contract.upgradeToAndCall, (registry, b""), "UpgradeOutsideManager"),
            (contract.setAuthority, (registry,), DENIED),
            (contract.payFees, (self.tokens[USD], who, 1), "NotTheFeeStructure"),
        ):
            causes = (name, "AccessManagedUnauthorized")
            self.send(function, *args, sender=caller, answer=Answer(causes))
        self.send(contract.noteOutage, sender=caller, answer=self.book.note_outage())

    @operation(
        what=st.sampled_from(("manager", "sequencer", "feed")),
        faulty=st.booleans(),
        right=rightful,
    )
    def set_neighbours(self, what: str, *, faulty: bool, right: bool) -> None:
        """A sequencer's feed is switched on where it says that all is well."""
        caller = self.officer(right=right)
        denied = () if right else (DENIED,)
        contract, book = self.contract, self.book
        if what == "manager":
            manager: Any = self.actors[XAVER] if faulty else self.stack.registry
            answer = Answer((*denied, *(("AddressWithoutCode",) if faulty else ())))
            self.send(contract.setSettlementManager, manager, sender=caller, answer=answer)
        else:
            feed = self.uptime if what == "feed" else None
            answer = book.set_sequencer(caller, 600, 5 if faulty else 7_200, on=what == "feed")
            call = (feed or ZERO_ADDRESS, 600, 5 if faulty else 7_200)
            self.send(contract.setSequencer, *call, sender=caller, answer=answer)

    @operation(refusable=False, up=st.sampled_from((True, True, True, False)))
    def run_sequencer(self, *, up: bool) -> None:
        """The chain's sequencer goes down, or comes back."""
        if self.book.uptime[0] != up:
            self.book.turn_sequencer(up=up)
            self.uptime.tell(int(not up), self.now, sender=self.actors[XAVER])
            self.changed = True

    @operation(asset=funds, share=shares, right=rightful, owed=st.booleans())
    def settle_book(self, asset: int, share: int, *, right: bool, owed: bool) -> None:
        """PB-24: what the book owes a pool that is not the cash asset's any more."""
        book, contract = self.book, self.contract
        of, other = book.cash_asset, EUR if book.cash_asset == USD else USD
        if owed and not any(book.pools[one].book_units < 0 for one in (USD, EUR) if one != of):
            account = ACCOUNTS[0]
            answer = book.withdraw_cash("anna", account, 10**10, "anna")
            call = (self.number(account), 10**10, self.actors["anna"])
            self.send(contract.withdrawCash, *call, sender="anna", answer=answer)
            answer = book.set_cash_asset(GOVERNOR, other)
            self.send(contract.setCashAsset, other, sender=GOVERNOR, answer=answer)
            asset = of
        worth = sum(book.worth_down(one) for one in (USD, EUR))
        most = min(part(share, max(-book.pools[asset].book_units, 0)), MOST) if asset < 2 else 1
        caller = self.officer(right=right)
        answer = book.settle_book(caller, asset, most)
        self.send(contract.settleBook, asset, most, sender=caller, answer=answer)
        assert sum(book.worth_down(one) for one in (USD, EUR)) == worth

    # ------------------------------------------------------------------ default funds

    @operation(by=people, asset=funds, share=shares)
    def contribute(self, by: int, asset: int, share: int) -> None:
        """By institutions alone."""
        caller = INSTITUTIONS[by] if by < 3 else PEOPLE[by]
        amount = min(part(share, self.book.wallets.get((caller, asset), 0) // 100), MOST)
        answer = self.book.contribute(caller, asset, amount)
        self.send(self.contract.contribute, asset, amount, sender=caller, answer=answer)

    @operation(by=st.integers(0, 2), asset=st.sampled_from((USD, EUR)), share=shares)
    def give_notice(self, by: int, asset: int, share: int) -> None:
        """Of a contribution, and a withdrawal that may be too early."""
        caller, book = INSTITUTIONS[by], self.book
        mine = book.contribution(asset, caller)
        amount = min(part(share, mine.shares), MOST)
        answer = book.give_notice(caller, asset, amount)
        self.send(self.contract.giveNotice, asset, amount, sender=caller, answer=answer)

    @operation(
        by=st.integers(0, 2), asset=st.sampled_from((USD, EUR)), late=st.sampled_from((0, 1, 1))
    )
    def withdraw_contribution(self, by: int, asset: int, late: int) -> None:
        """Once the notice has run out, which time is given for, or too early."""
        book, contract = self.book, self.contract
        if not any(one.noticed for one in book.contributions.values()):
            caller, amount = INSTITUTIONS[by], 10**9
            answer = book.contribute(caller, asset, amount)
            self.send(contract.contribute, asset, amount, sender=caller, answer=answer)
            noticed = min(book.contribution(asset, caller).shares, amount)
            answer = book.give_notice(caller, asset, noticed)
            self.send(contract.giveNotice, asset, noticed, sender=caller, answer=answer)
        given = [key for key, one in book.contributions.items() if one.noticed]
        asset, caller = self.pick(by, given) or (asset, INSTITUTIONS[by])
        at = book.contribution(asset, caller).withdrawable_at
        if late and at > self.now:
            self.chain.advance(at - self.now)
            book.now = self.now
            self.changed = True
        answer = book.withdraw_contribution(caller, asset)
        self.send(contract.withdrawContribution, asset, sender=caller, answer=answer)

    @operation(by=people, asset=funds, share=shares, right=rightful)
    def move_first_loss(self, by: int, asset: int, share: int, *, right: bool) -> None:
        """The operator's capital, in and out."""
        caller, book, contract = PEOPLE[by], self.book, self.contract
        amount = min(part(share, book.wallets.get((caller, asset), 0) // 100), MOST)
        answer = book.fund_first_loss(caller, asset, amount)
        self.send(contract.fundFirstLoss, asset, amount, sender=caller, answer=answer)
        caller = self.officer(right=right)
        amount = min(part(share, book.fund(asset).first_loss), MOST)
        answer = book.withdraw_first_loss(caller, asset, amount, LENA)
        call = (asset, amount, self.actors[LENA])
        self.send(contract.withdrawFirstLoss, *call, sender=caller, answer=answer)

    @operation(
        days=st.sampled_from((0, 1, 30, 181)),
        limit=st.sampled_from((0, 5_000, 10_001)),
        by=st.integers(0, 2),
        right=rightful,
    )
    def set_funds(self, days: int, limit: int, by: int, *, right: bool) -> None:
        """Terms of the funds, and a floor."""
        caller, book, contract = self.officer(right=right), self.book, self.contract
        call = (days * DAY, 30 * DAY, limit)
        answer = book.set_fund_terms(caller, *call)
        self.send(contract.setFundTerms, *call, sender=caller, answer=answer)
        name = INSTITUTIONS[by]
        answer = book.set_floor(caller, USD, name, days * 10**9)
        floor = (USD, self.actors[name], days * 10**9)
        self.send(contract.setFundFloor, *floor, sender=caller, answer=answer)
