"""What officers decide about institutions and accounts."""

from hypothesis import strategies as st

from tests.property.brokerage.model.desk import GOVERNOR
from tests.property.brokerage.model.margin import Terms
from tests.property.brokerage.model.numbers import DAY, VALUE
from tests.property.brokerage.model.records import Account, Line
from tests.property.brokerage.stage import (
    ACCOUNTS,
    FAMILY,
    INSTITUTIONS,
    LENA,
    LIMIT,
    NO_ACCOUNT,
    PEOPLE,
    VAULT,
    XAVER,
    BrokerageStage,
    accounts,
)
from tests.property.machine import operation

rightful = st.sampled_from((True, True, True, True, False))
factors = st.sampled_from((0, 1, 500, 900, 1_000, 1_001, 1_200, 2_000))
"""Thousandths of what was set before."""
CREDITS = ("admit", "raise", "lower", "group", "raise group", "lower group")
points = st.sampled_from((0, 0, 5, 10, 24, 25, 40, 101))


class Credit(BrokerageStage):
    """`IBrokerageAccounts` and `IBrokerageTerms`, for those who hold a role."""

    def officer(self, *, right: bool) -> str:
        """Who holds every role, or somebody else."""
        return GOVERNOR if right else XAVER

    @operation(
        turn=st.integers(0, 5),
        place=st.integers(0, 6),
        thousandths=factors,
        right=rightful,
    )
    def set_credit(self, turn: int, place: int, thousandths: int, *, right: bool) -> None:
        """Credit lines and groups, raised and lowered again."""
        for more in range(3):
            what = CREDITS[(turn + more) % len(CREDITS)]
            self.change_credit(what, place, thousandths, right=right)

    def change_credit(self, what: str, place: int, thousandths: int, *, right: bool) -> None:
        """One of them."""
        caller, book = self.officer(right=right), self.book
        name = INSTITUTIONS[place % 3] if place < 6 else LENA
        line = book.lines.get(name)
        if what.split(maxsplit=1)[0] in ("raise", "lower") and place % 3:
            by = abs(thousandths - 1_000)
            thousandths = 1_000 + by if what.startswith("raise") else 1_000 - by
        limit = (line.limit if line else LIMIT) * thousandths // 1_000 // VALUE * VALUE
        if what == "admit":
            name = PEOPLE[place % len(PEOPLE)]
            today = self.now // DAY
            line = Line(limit + (thousandths == 1), 0, today + 2, today + 2)
            answer = book.admit(caller, name, line)
            terms = (line.limit, 0, line.ends, line.review)
            admitted = (self.actors[name], terms)
            self.send(self.contract.admitInstitution, *admitted, sender=caller, answer=answer)
        elif what in ("raise", "lower"):
            answer = book.change_limit(caller, name, limit, up=what == "raise")
            function = self.contract.raiseCreditLimit
            if what == "lower":
                function = self.contract.lowerCreditLimit
            self.send(function, self.actors[name], limit, sender=caller, answer=answer)
        elif what == "group":
            group = FAMILY if place % 2 else 0
            answer = book.set_group(caller, name, group)
            joined = (self.actors[name], group)
            self.send(self.contract.setGroup, *joined, sender=caller, answer=answer)
        else:
            limit = book.groups[FAMILY] * thousandths // 1_000
            up = what == "raise group"
            answer = book.change_group_limit(caller, FAMILY, limit, up=up)
            function = self.contract.raiseGroupLimit if up else self.contract.lowerGroupLimit
            self.send(function, FAMILY, limit, sender=caller, answer=answer)

    @operation(
        later=st.booleans(), place=st.integers(0, 3), shift=st.integers(-2, 2), right=rightful
    )
    def set_credit_days(self, place: int, shift: int, *, later: bool, right: bool) -> None:
        """The facility's end and the review, one way and back."""
        caller, book = self.officer(right=right), self.book
        name = INSTITUTIONS[place] if place < 3 else VAULT
        for way in (later, not later):
            line, days = book.lines.get(name, Line(0, 0, 0, 0)), shift if way else -shift
            ends, review = max(line.ends + days, 0), max(line.review + days // 2, 0)
            answer = book.change_days(caller, name, ends, review, later=way)
            function = self.contract.extendCreditDays if way else self.contract.shortenCreditDays
            self.send(function, self.actors[name], ends, review, sender=caller, answer=answer)

    @operation(
        what=st.sampled_from(("release", "unfreeze", "remove", "restrict", "freeze", "impair")),
        place=st.integers(0, 4),
        right=rightful,
        both=st.booleans(),
    )
    def flag_accounts(self, what: str, place: int, *, right: bool, both: bool) -> None:
        """Restricted to closing, frozen, impaired, or no longer; the one after the other."""
        caller, book = self.officer(right=right), self.book
        account: Account = (*ACCOUNTS, NO_ACCOUNT)[place]
        number = self.number(account)
        pairs = {"restrict": "release", "freeze": "unfreeze", "impair": "remove"}
        for one in (what, pairs[what]) if both and what in pairs else (what,):
            to = one in pairs
            if one in ("restrict", "release"):
                answer = book.flag(caller, book.restricted, [account], to=to)
                function = self.contract.releaseAccounts
                function = self.contract.restrictAccounts if to else function
                self.send(function, [number], sender=caller, answer=answer)
            elif one in ("freeze", "unfreeze"):
                answer = book.flag(caller, book.frozen, [account], to=to)
                function = self.contract.unfreezeAccounts
                function = self.contract.freezeAccounts if to else function
                self.send(function, [number], sender=caller, answer=answer)
            else:
                answer = book.impair(caller, account, to=to)
                call = (number, b"why".ljust(32, b"\0")) if to else (number,)
                function = self.contract.impair if to else self.contract.removeImpairment
                self.send(function, *call, sender=caller, answer=answer)

    def some_terms(self, account: Account, initial: int, maintenance: int, shift: int) -> Terms:
        """Terms near those in force."""
        had = self.book.terms_of(account)
        return Terms(
            min(initial, 255), maintenance, max(had.ends + shift, 0), max(had.review + shift, 0)
        )

    @operation(
        account=accounts,
        initial=points,
        maintenance=points,
        shift=st.integers(-1, 1),
        right=rightful,
    )
    def tighten_terms(
        self, account: int, initial: int, maintenance: int, shift: int, *, right: bool
    ) -> None:
        """At once, where they are nowhere looser."""
        caller, of = self.officer(right=right), ACCOUNTS[account]
        terms = self.some_terms(of, initial, maintenance, shift)
        answer = self.book.tighten(caller, of, terms)
        call = (self.number(of), (terms.initial, terms.maintenance, terms.ends, terms.review))
        self.send(self.contract.tightenTerms, *call, sender=caller, answer=answer)

    @operation(
        account=accounts,
        initial=points,
        maintenance=points,
        shift=st.integers(-1, 1),
        right=rightful,
        then=st.sampled_from(("accept", "accept", "withdraw", "tighten", "late")),
    )
    def agree_on_terms(
        self,
        account: int,
        initial: int,
        maintenance: int,
        shift: int,
        *,
        right: bool,
        then: str,
    ) -> None:
        """Proposed, and then accepted or withdrawn."""
        book, of = self.book, ACCOUNTS[account]
        caller, number = self.officer(right=right), self.number(of)
        terms = self.some_terms(of, initial, maintenance, shift)
        words = (terms.initial, terms.maintenance, terms.ends, terms.review)
        expiry = self.now + (then != "late") * 60
        answer = book.propose(caller, of, terms, expiry)
        call = (number, words, expiry)
        self.send(self.contract.proposeTerms, *call, sender=caller, answer=answer)
        if then == "withdraw":
            for _ in range(2):
                answer = book.withdraw_terms(caller, of)
                self.send(self.contract.withdrawTerms, number, sender=caller, answer=answer)
        if then == "tighten":
            kept = book.terms_of(of)
            stricter = Terms(kept.initial, kept.maintenance, kept.ends, max(kept.review - 1, 0))
            answer = book.tighten(GOVERNOR, of, stricter)
            self.send(
                self.contract.tightenTerms,
                number,
                (stricter.initial, stricter.maintenance, stricter.ends, stricter.review),
                sender=GOVERNOR,
                answer=answer,
            )
        by = of[0] if right or initial else XAVER
        for _ in range(2):
            answer = book.accept(by, of, terms)
            self.send(self.contract.acceptTerms, number, words, sender=by, answer=answer)
