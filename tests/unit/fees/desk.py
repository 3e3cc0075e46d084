"""What tests of fees share: a stack in use, and the words of its event taken apart."""

from dataclasses import dataclass
from typing import Any

from quantera.evm import Actor, AddressLike, Receipt
from quantera.fees import Charge, charges
from quantera.gas.fee_stack import (
    EXAMPLE,
    NO_SCHEDULE,
    PRODUCTS,
    UNCAPPED,
    VALUE,
    FeeStack,
    deploy_fee_stack,
    schedule,
)
from tests.unit.fees.model import Deal, Fee, congestion_pips, price, time_pips

__all__ = [
    "ALWAYS",
    "EXAMPLE",
    "NOON",
    "NO_SCHEDULE",
    "PRODUCTS",
    "UNCAPPED",
    "UNIT",
    "VALUE",
    "Charge",
    "Deal",
    "Desk",
    "Fee",
    "FeeStack",
    "congestion_pips",
    "deploy_fee_stack",
    "price",
    "schedule",
    "time_pips",
]

UNIT = 10**18
DAY = 86_400
ALWAYS = 2**256 - 1
NOON = 1_772_539_200
"""Tuesday, 3 March 2026, 12:00 UTC: an hour of an open day without a premium."""


@dataclass(frozen=True)
class Desk:
    """A fee stack at noon of an open day, with one payer that has never dealt."""

    stack: FeeStack
    payer: Actor

    def request(self, amount: int, **changes: Any) -> dict[str, Any]:
        return self.stack.request(changes.pop("payer", self.payer), amount, **changes)

    def quote(self, amount: int, base_fee: int = 0, **changes: Any) -> Any:
        stack = self.stack
        return stack.fees.quote(stack.collector, self.request(amount, **changes), base_fee)

    def charge(self, amount: int, max_fee: int = ALWAYS, **changes: Any) -> Charge:
        receipt = self.send(amount, max_fee, **changes)
        return charges(receipt.events)[0]

    def send(self, amount: int, max_fee: int = ALWAYS, **changes: Any) -> Receipt:
        request = self.request(amount, **changes)
        receipt: Receipt = self.stack.collector.charge(request, max_fee, sender=self.payer)
        return receipt

    def publish(self, **changes: Any) -> dict[str, Any]:
        """One changed schedule for all products, in force at once: the set-up is open."""
        rows = schedule(**changes)
        self.stack.publish(rows)
        return rows

    def line(self, collector: AddressLike | None = None, asset: AddressLike | None = None) -> Any:
        return self.stack.fees.lineOf(collector or self.stack.collector, asset or self.stack.asset)

    def account(self, account: AddressLike) -> Any:
        return self.stack.fees.accountState(account)


def parts(quoted: Any) -> Fee:
    """A quote's breakdown as the model gives it."""
    factors = quoted.parameters
    return Fee(
        base=factors.baseFee,
        discount=factors.volumeDiscount,
        congestion=quoted.congestionPremium,
        time=quoted.timePremium,
        urgency=factors.urgencyPremium,
        complexity=factors.complexityFee,
        top_up=quoted.floorTopUp,
        reduction=quoted.capReduction,
        waived=quoted.waived,
        total=quoted.total,
        refundable=quoted.refundable,
        tier=quoted.tier,
        limit=quoted.limit,
    )


def summed(fee: Fee) -> int:
    """What the parts add up to."""
    raised = fee.base + fee.congestion + fee.time + fee.urgency + fee.complexity + fee.top_up
    return raised - fee.discount - fee.reduction - fee.waived
