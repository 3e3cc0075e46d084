"""Fees: charged by a structure, agreed to by institutions, paid out."""

from hypothesis import strategies as st

from quantera.evm import ZERO_ADDRESS
from tests.property.brokerage.model.book import Answer
from tests.property.brokerage.model.desk import DENIED, GOVERNOR
from tests.property.brokerage.stage import (
    ACCOUNTS,
    EUR,
    FEE_RATE,
    PEOPLE,
    USD,
    XAVER,
    BrokerageStage,
    part,
    people,
    shares,
)
from tests.property.machine import operation

COLLECTOR = "fee structure"
"""Whom fees are paid to."""


class Fees(BrokerageStage):
    """`IBrokerageFees`."""

    @operation(
        to=st.sampled_from(("on", "on", "on", "off", "faulty")),
        right=st.sampled_from((True, True, True, False)),
    )
    def set_fee_structure(self, to: str, *, right: bool) -> None:
        """On, off, or to something that is no contract."""
        caller, book = GOVERNOR if right else XAVER, self.book
        causes: tuple[str, ...] = () if right else (DENIED,)
        causes += ("AddressWithoutCode",) if to == "faulty" else ()
        if not causes:
            book.fee_rate_bps = FEE_RATE if to == "on" else None
        nobody = self.actors[XAVER] if to == "faulty" else ZERO_ADDRESS
        structure = self.fees if to == "on" else nobody
        self.send(self.contract.setFeeStructure, structure, sender=caller, answer=Answer(causes))

    @operation(refusable=False, by=people, most=st.sampled_from((0, 9, 10, 100, 500)))
    def agree_to_fees(self, by: int, most: int) -> None:
        """One's own consent, and how much there is of it; here it is given back at once."""
        caller = PEOPLE[by]
        for one in (most, 100) if most < FEE_RATE and by % 2 else (most,):
            self.book.agreed_fees[caller] = one
            self.act(self.contract.agreeToFees, one, sender=self.actors[caller], refusal=None)
            assert self.contract.agreedFees(self.actors[caller]) == one

    def earn_fees(self, asset: int) -> None:
        """Dora borrows what she can well afford, while there are fees."""
        book, of = self.book, ACCOUNTS[-1]
        book.fee_rate_bps = FEE_RATE
        self.send(self.contract.setFeeStructure, self.fees, sender=GOVERNOR, answer=Answer())
        amount = 10_000 * book.assets[asset].one
        answer = book.borrow(of[0], of, asset, amount, of[0])
        call = (self.number(of), asset, amount, self.actors[of[0]])
        self.send(self.contract.borrow, *call, sender=of[0], answer=answer)

    @operation(asset=st.sampled_from((USD, EUR)), share=shares)
    def sweep_fees(self, asset: int, share: int) -> None:
        """What was collected goes to the fee structure, and not a unit more."""
        book = self.book
        if share > 500 and not book.pools[asset].fees:
            self.earn_fees(asset)
        amount = min(part(share, book.pools[asset].fees), 2**128)
        on = book.fee_rate_bps is not None
        answer = book.pay_fees(asset, amount, COLLECTOR) if on else Answer(("NotTheFeeStructure",))
        call = (self.contract, self.tokens[asset], amount)
        self.send(self.fees.sweep, *call, sender=XAVER, answer=answer)
