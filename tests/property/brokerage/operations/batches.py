"""Several operations with one account under one check."""

from collections.abc import Callable

from hypothesis import strategies as st

from tests.property.brokerage.model.book import NOTHING, Answer
from tests.property.brokerage.model.ledger import EVERYTHING
from tests.property.brokerage.model.numbers import BPS
from tests.property.brokerage.model.records import Account
from tests.property.brokerage.operations.debt import Debt, settlement
from tests.property.brokerage.stage import ETH, USD, accounts
from tests.property.machine import operation

Step = tuple[Callable[[], Answer], bytes]
STORIES = (
    ("borrow", "deposit"),
    ("withdraw", "deposit"),
    ("borrow", "repay"),
    ("withdraw", "repay"),
    ("open", "deposit"),
    ("open", "borrow", "deposit"),
    ("withdraw", "borrow", "repay", "deposit"),
    ("close", "withdraw"),
    ("close", "cash"),
    ("repay", "withdraw all"),
    ("deposit", "repay"),
    ("deposit", "withdraw"),
    ("borrow", "withdraw"),
    ("deposit",),
    ("repay all",),
    (),
    ("other",),
    ("deposit", "nested"),
    ("repay", "call"),
)
"""What comes first would most often be refused alone, for want of what comes after."""
beyond = st.sampled_from((200, 500, 900, 1_100, 1_400, 1_900, 4_000))
"""Thousandths of what margin allows."""
cures = st.sampled_from((0, 100, 1_000, 1_000, 1_000))
"""Thousandths of what would make up for everything."""


class Batches(Debt):
    """`IBrokerageBatch`: the end is checked, and nothing that is in between."""

    def deposits(self, of: Account, cure: int) -> Step:
        """Of dollars, or a unit."""
        amount = 3 * 10**11 * cure // 1_000 + 1
        book, call = self.book, (self.number(of), USD, amount)
        return (
            lambda: book.deposit(of[0], of, USD, amount),
            self.contract.deposit.encode(*call),
        )

    def repays(self, of: Account, asset: int, cure: int, *, all_: bool) -> Step:
        """A part of the debt, or all."""
        book = self.book
        amount = EVERYTHING if all_ else max(self.room(of, asset) * cure // 1_000, 1)
        call = (self.number(of), asset, amount)
        return (
            lambda: book.repay(of[0], of, asset, amount),
            self.contract.repay.encode(*call),
        )

    def withdraws(self, of: Account, share: int, *, all_: bool) -> Step:
        """Ether, as far as there is any."""
        book, held = self.book, self.book.collateral.get((of, ETH), 0)
        amount = EVERYTHING if all_ else min(self.free(of, ETH) * share // 1_000 + 1, held)
        call = (self.number(of), ETH, amount, self.actors[of[0]])
        return (
            lambda: book.withdraw(of[0], of, ETH, amount, of[0]),
            self.contract.withdraw.encode(*call),
        )

    def borrows(self, of: Account, asset: int, share: int) -> Step:
        """About a part of what could be, or more."""
        book, amount = self.book, self.room(of, asset) * share // 1_000 + 1
        call = (self.number(of), asset, amount, self.actors[of[0]])
        return (
            lambda: book.borrow(of[0], of, asset, amount, of[0]),
            self.contract.borrow.encode(*call),
        )

    def opens(self, of: Account, share: int) -> Step:
        """Ether, long."""
        book, listed = self.book, self.book.assets[ETH]
        rate = listed.high * (listed.exposure_bps + 20)
        size = self.room(of, USD) * 100 * listed.one * BPS // rate * share // 1_000 + 1
        price = book.trade_price(listed, book.spread(listed), buying=True)
        call = (self.number(of), ETH, size, price)
        return (
            lambda: book.open_position(of[0], of, ETH, size, price),
            self.contract.openPosition.encode(*call),
        )

    def closes(self, of: Account) -> Step:
        """All of a position, at any price."""
        book = self.book
        there = sorted(book.standing(of)) or [ETH]
        short = book.positions.get((of, there[0]), NOTHING).size < 0
        call = (self.number(of), there[0], 2**120, 2**128 if short else 0)
        return (
            lambda: book.close_position(of[0], of, *call[1:]),
            self.contract.closePosition.encode(*call),
        )

    def takes_cash(self, of: Account) -> Step:
        """All of it."""
        book = self.book
        call = (self.number(of), EVERYTHING, self.actors[of[0]])
        return (
            lambda: book.withdraw_cash(of[0], of, EVERYTHING, of[0]),
            self.contract.withdrawCash.encode(*call),
        )

    def forbidden(self, of: Account, what: str) -> Step:
        """For another account, a batch within, or a call of the account."""
        number, contract = self.number(of), self.contract
        if what == "other":
            data, error = contract.deposit.encode(number + 1, USD, 1), "BatchOfOther"
        elif what == "nested":
            inner = contract.deposit.encode(number, USD, 1)
            data, error = contract.batch.encode(number, [inner]), "BatchRunning"
        else:
            data, error = contract.issueMarginCall.encode(number), "BatchRunning"
        return lambda: Answer((error,)), data

    def step_of(self, of: Account, what: str, asset: int, share: int, cure: int) -> Step:
        """One call of a batch, by the institution."""
        ways: dict[str, Callable[[], Step]] = {
            "deposit": lambda: self.deposits(of, cure),
            "repay": lambda: self.repays(of, asset, cure, all_=False),
            "repay all": lambda: self.repays(of, asset, cure, all_=True),
            "withdraw": lambda: self.withdraws(of, share, all_=False),
            "withdraw all": lambda: self.withdraws(of, share, all_=True),
            "borrow": lambda: self.borrows(of, asset, share),
            "open": lambda: self.opens(of, share),
            "close": lambda: self.closes(of),
            "cash": lambda: self.takes_cash(of),
        }
        return ways[what]() if what in ways else self.forbidden(of, what)

    @operation(
        account=accounts,
        story=st.sampled_from(STORIES),
        asset=settlement,
        share=beyond,
        cure=cures,
    )
    def batch(
        self, account: int, story: tuple[str, ...], asset: int, share: int, cure: int
    ) -> None:
        """T-35: what each call needs alone, and one check of what they come to."""
        of, book = self.sound(account), self.book
        if story and story[0].startswith("repay"):
            of = self.debtor(account, asset)
        steps = [self.step_of(of, what, asset, share, cure) for what in story]
        answer = book.batch(of, [step for step, _ in steps])
        call = (self.number(of), [data for _, data in steps])
        self.send(self.contract.batch, *call, sender=of[0], answer=answer)
