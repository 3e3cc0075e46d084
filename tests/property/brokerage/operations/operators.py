"""Institutions' own affairs: accounts, operators, lockdown."""

from hypothesis import strategies as st

from quantera.gas.settlement_stack import sign
from tests.property.brokerage.model.records import Grant
from tests.property.brokerage.stage import (
    ACCOUNTS,
    INSTITUTIONS,
    OLGA,
    PEOPLE,
    XAVER,
    BrokerageStage,
    accounts,
    people,
)
from tests.property.machine import operation

rights = st.sampled_from((31, 31, 31, 9, 22, 0, 32))
spans = st.sampled_from((0, 3_600, 200_000))


class Operators(BrokerageStage):
    """`IBrokerageOperators`, and what else an institution does for itself."""

    @operation(by=people, sub=st.integers(0, 40))
    def open_account(self, by: int, sub: int) -> None:
        """A sub-account, whether or not it is there."""
        caller = INSTITUTIONS[by % 4] if by % 3 else PEOPLE[by]
        answer = self.book.open_account(caller, sub)
        self.send(self.contract.openAccount, sub, sender=caller, answer=answer)

    @operation(
        account=accounts,
        allowed=rights,
        span=spans,
        right=st.sampled_from((True, True, True, False)),
        operator=st.sampled_from((OLGA, OLGA, OLGA, "vault", "anna")),
    )
    def set_operator(
        self, account: int, allowed: int, span: int, operator: str, *, right: bool
    ) -> None:
        """By the institution, or not."""
        of = ACCOUNTS[account]
        caller = of[0] if right else XAVER
        grant = Grant(allowed, self.now + span)
        answer = self.book.set_operator(caller, of, operator, grant)
        call = (self.number(of), self.actors[operator], allowed, grant.expiry)
        self.send(self.contract.setOperator, *call, sender=caller, answer=answer)

    @operation(
        account=accounts,
        allowed=rights,
        span=spans,
        nonce=st.integers(0, 30),
        late=st.sampled_from((0, 0, 0, 1)),
        right=st.sampled_from((True, True, True, False)),
    )
    def grant_operator(
        self, account: int, allowed: int, span: int, nonce: int, late: int, *, right: bool
    ) -> None:
        """Signed by the institution, or not."""
        of = ACCOUNTS[account]
        grant, deadline = Grant(allowed, self.now + span), self.now - late
        words = (self.number(of), self.actors[OLGA], allowed, grant.expiry, nonce, deadline)
        signer = of[0] if right else XAVER
        signature = sign(self.actors[signer], self.contract.grantDigest(words))
        answer = self.book.grant_operator(of, OLGA, grant, nonce, deadline, signed=right)
        self.send(self.contract.grantOperator, words, signature, sender=XAVER, answer=answer)

    @operation(by=people, nonce=st.integers(0, 30))
    def cancel_grant_nonce(self, by: int, nonce: int) -> None:
        """Twice: the second time it is gone."""
        caller = PEOPLE[by]
        for _ in range(2):
            answer = self.book.cancel_grant_nonce(caller, nonce)
            self.send(self.contract.cancelGrantNonce, nonce, sender=caller, answer=answer)

    @operation(by=people, locked=st.booleans())
    def set_lockdown(self, by: int, *, locked: bool) -> None:
        """Of one's own operators, and not of somebody's who has none."""
        for caller in (PEOPLE[by], XAVER):
            answer = self.book.set_lockdown(caller, locked=locked)
            self.send(self.contract.setLockdown, locked, sender=caller, answer=answer)
