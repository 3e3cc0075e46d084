"""An account that owes, a liquidator, and prices that fall."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from quantera.evm import Actor, Contract, Receipt
from quantera.gas.brokerage_stack import VALUE, Asset, account_of
from tests.unit.brokerage.conftest import PLENTY, Book

HOUR = 3_600
GRACE = 4 * HOUR
"""Time to react where none was set."""
LOAN = 10_000
"""Dollars that Alice owes; her ten ether count 16,000 at 2,000."""
CALLED = 1_500
"""Price at which she is at 120."""
SUNK = 1_300
"""Price at which she is at 104."""
UNDER_WATER = 900
"""Price at which what she has is worth less than she owes."""
MOST = 2**128 - 1


@dataclass(frozen=True)
class Auction:
    """Alice owes 10,000 dollars; Carol has dollars and nothing to do with her."""

    book: Book
    carol: Actor

    @property
    def brokerage(self) -> Contract:
        return self.book.brokerage

    @property
    def account(self) -> int:
        return self.book.account

    @property
    def now(self) -> int:
        return self.book.stack.chain.timestamp

    def price(self, dollars: float) -> None:
        """Set ether's price, and renew the dollar's."""
        stack = self.book.stack
        stack.set_price(self.book.ether, round(dollars * VALUE))
        stack.set_price(self.book.dollar, VALUE)

    def wait(self, seconds: int, dollars: float | None = None) -> None:
        """Let time pass and renew the prices."""
        self.book.stack.chain.advance(seconds)
        if dollars is not None:
            self.price(dollars)

    def call(self, **changes: Any) -> Receipt:
        receipt: Receipt = self.brokerage.issueMarginCall(
            self.account, **{"sender": self.carol, **changes}
        )
        return receipt

    def state(self, account: int | None = None) -> Any:
        """The account's `MarginCall`."""
        return self.brokerage.marginCallOf(account or self.account)

    def order(self, **changes: Any) -> dict[str, Any]:
        """All that may be taken of Alice's ether for her dollars."""
        return {
            "account": self.account,
            "debtAsset": self.book.dollar.id,
            "collateral": self.book.ether.id,
            "expectedNonce": 0,
            "maxRepay": MOST,
            "minSeized": 0,
            **changes,
        }

    def liquidate(self, sender: Actor | None = None, **changes: Any) -> Receipt:
        receipt: Receipt = self.brokerage.liquidate(
            self.order(**changes), sender=sender or self.carol
        )
        return receipt

    def debt(self) -> int:
        found: int = self.brokerage.debtOf(self.account, self.book.dollar.id)
        return found

    def collateral(self) -> int:
        found: int = self.brokerage.collateralOf(self.account, self.book.ether.id)
        return found

    def ratio(self, dollars: float) -> Fraction:
        """Alice's ratio at a price of ether, one of dollars and a haircut of 20 per cent."""
        adjusted = Fraction(round(dollars * 100), 100) * self.collateral() * Fraction(4, 5) / 10**18
        return adjusted * 10**6 / self.debt()


def auction_of(book: Book) -> Auction:
    """Alice has borrowed; Carol is verified and has dollars."""
    book.borrow(LOAN)
    carol = book.stack.verify("carol")
    book.stack.fund(book.dollar, [carol], PLENTY * book.dollar.one)
    return Auction(book, carol)


def sub_account(book: Book, owner: Actor, number: int) -> int:
    """Open a sub-account."""
    book.brokerage.openAccount(number, sender=owner)
    return account_of(owner, number)


def whole(asset: Asset, units: int) -> int:
    """Units of whole tokens."""
    return units * asset.one
