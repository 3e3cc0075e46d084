"""What must hold after every step, and the views against the model."""

from fractions import Fraction
from typing import Any

from hypothesis.stateful import invariant

from tests.property.brokerage.model import lending
from tests.property.brokerage.model.numbers import INDEX, PIPS, YEAR
from tests.property.brokerage.stage import ACCOUNTS, ASSETS, INSTITUTIONS, BrokerageStage

EVERY = 5
"""Steps between two looks at every account."""


class Invariants(BrokerageStage):
    """By the model, which the views must agree with to the last unit."""

    @invariant()
    def views_are_the_models(self) -> None:
        """Every view about what a step changed, about something else each time, and now and then
        about every account."""
        if not self.changed:
            return
        self.changed = False
        turn = self.steps_seen
        account = ACCOUNTS[turn % len(ACCOUNTS)]
        looked_at = {*self.touched, account} if turn % EVERY else ACCOUNTS
        self.touched.clear()
        subjects: list[Any] = [("account", one) for one in looked_at]
        subjects.append(("state", account))
        subjects += [("holding", (account, (turn + asset) % len(ASSETS))) for asset in range(2)]
        subjects.append(("asset", ASSETS[turn % len(ASSETS)]))
        subjects.append(("institution", INSTITUTIONS[turn % len(INSTITUTIONS)]))
        subjects.append(("balances", None))
        self.reader.compare(self.book, subjects)

    @invariant()
    def pb_01_what_is_owed_is_there(self) -> None:
        """PB-01, INV-01: collateral, liquidity, funds and claims of each token."""
        book = self.book
        for asset in self.tokens:
            owed = sum(units for (_, of), units in book.collateral.items() if of == asset)
            owed += sum(units for (_, _, of), units in book.claims.items() if of == asset)
            if asset in book.pools:
                fund = book.fund(asset)
                pool = book.pools[asset]
                owed += pool.liquidity + pool.fees + fund.units + fund.first_loss
            assert book.wallets["brokerage", asset] >= owed

    @invariant()
    def pb_09_indexes_never_fall(self) -> None:
        """PB-09, INV-09: nor stand below simple interest at the rates that there were."""
        book = self.book
        for asset, pool in book.pools.items():
            index = lending.index_at(pool, book.now)
            grown = Fraction(pool.index * pool.rate_pips * (book.now - pool.time), YEAR * PIPS)
            start = book.now, pool.rate_pips, pool.index + grown, index
            since, rate, simple, before = self.indexes.get(asset, start)
            simple += Fraction(INDEX * rate * (book.now - since), YEAR * PIPS)
            assert index >= before and index >= simple
            assert index == before or book.now > since
            self.indexes[asset] = book.now, pool.rate_pips, simple, index

    @invariant()
    def pb_11_sizes_and_profits_sum_to_zero(self) -> None:
        """PB-11, INV-11: over all accounts and clearing."""
        for asset in ASSETS:
            found = [p for (_, of), p in self.book.positions.items() if of == asset]
            assert sum(position.size for position in found) == 0
            assert sum(position.entry for position in found) == 0
