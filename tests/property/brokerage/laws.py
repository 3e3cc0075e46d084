"""What no single operation may do, held against every one that goes through."""

import copy
from fractions import Fraction
from typing import Any

from tests.property.brokerage.model import lending
from tests.property.brokerage.model.book import NOTHING
from tests.property.brokerage.model.booking import exact
from tests.property.brokerage.model.desk import (
    GOVERNOR,
    VIRTUAL_SHARES,
    VIRTUAL_UNITS,
)
from tests.property.brokerage.model.liquidating import VIRTUAL_SHARES as FUND_SHARES
from tests.property.brokerage.model.liquidating import VIRTUAL_UNITS as FUND_UNITS
from tests.property.brokerage.model.numbers import INDEX
from tests.property.brokerage.model.records import Account
from tests.property.brokerage.model.risk import Risk

LIQUIDATING = {"liquidate", "liquidatePosition", "takeOverPosition"}
"""What alone may lower the ratio of the account that it is for."""
AGREED = {"acceptTerms"}
"""An institution may agree to stricter ratios."""
REWARDED = {*LIQUIDATING, "matchTrade"}
"""A liquidator has a bonus, and two accounts agree on a price."""


def earlier(book: Risk) -> Risk:
    """The book as it was before its last change."""
    found = copy.copy(book)
    found.restore(book.before)
    return found


def moved(before: Risk, after: Risk) -> set[Account]:
    """Accounts that have or owe something else: at one price and time no others stand otherwise."""
    found: set[Account] = set()
    for was, now in (
        (before.collateral, after.collateral),
        (before.debts, after.debts),
        (before.positions, after.positions),
    ):
        found |= {key[0] for key, value in now.items() if was.get(key) != value}
    return found | {one for one, cash in after.cash.items() if before.cash.get(one) != cash}


def need_maintained(before: Risk, after: Risk, accounts: tuple[Account, ...], name: str) -> None:
    """PB-04, INV-04: who met maintenance still does, prices and time being what they were."""
    for account in accounts:
        if before.stand(account).is_kept and before.opened.get(account):
            assert after.stand(account).is_kept, (name, account)


def unit_price(book: Risk, asset: int) -> Fraction:
    """A settlement asset at the price that debts are valued at, another at that of assets."""
    listed = book.assets[asset]
    return Fraction(listed.high if listed.settlement else listed.low, listed.one)


def lender_units(book: Risk, asset: int, name: str) -> Fraction:
    """What somebody's shares of a pool are worth, without any rounding but that of reserves."""
    shares = book.lent.get((asset, name), 0)
    pool = book.touched(asset)
    owed = Fraction(pool.debt_shares * pool.index, INDEX)
    worth = max(pool.liquidity + owed - pool.book_units - pool.reserves, Fraction(0))
    return shares * (worth + VIRTUAL_UNITS) / (pool.lender_shares + VIRTUAL_SHARES)


def fund_units(book: Risk, asset: int, name: str) -> Fraction:
    """What somebody's contribution is worth, without any rounding."""
    fund, shares = book.fund(asset), book.contribution(asset, name).shares
    return Fraction(shares * (fund.units + FUND_UNITS), fund.shares + FUND_SHARES)


def wealth(book: Risk, name: str) -> Fraction:
    """What somebody has in the wallet, in accounts, lent and contributed, less what is owed."""
    total = Fraction(0)
    for (owner, asset), units in book.wallets.items():
        if owner == name:
            total += units * unit_price(book, asset)
    for (account, asset), units in book.collateral.items():
        if account[0] == name:
            total += units * unit_price(book, asset)
    for (owner, _, asset), units in book.claims.items():
        if owner == name:
            total += units * unit_price(book, asset)
    for (account, asset), shares in book.debts.items():
        if account[0] == name and shares:
            index = lending.index_at(book.pools[asset], book.now)
            total -= Fraction(shares * index, INDEX) * unit_price(book, asset)
    for (account, asset), position in book.positions.items():
        if account[0] == name and position != NOTHING:
            listed = book.assets[asset]
            side = listed.low if position.size > 0 else listed.high
            total += exact(position.size, side, listed) - position.entry
    total += sum(cash for account, cash in book.cash.items() if account[0] == name)
    for asset in book.pools:
        worth = lender_units(book, asset, name) + fund_units(book, asset, name)
        total += worth * unit_price(book, asset)
    return total


def need_no_gain(before: Risk, after: Risk, name: str, function: str) -> None:
    """PB-07, INV-07: nobody has more after an operation, so that no round trip pays.

    A lender's worth moves by up to two units with the rounding of the pool's reserves.
    """
    dust = sum(
        (2 * unit_price(after, asset) for asset in after.pools if after.lent.get((asset, name))),
        Fraction(0),
    )
    gained = wealth(after, name) - wealth(before, name)
    assert gained <= dust, (function, name, float(gained))


def need_bare_is_short(book: Risk, account: Account) -> None:
    """PB-13, INV-13: who has exposure and nothing against it can be called, or was."""
    found = book.value(account)
    has: Any = book.held(account) or book.cash.get(account) or found.gain
    if found.exposure and not has:
        assert book.is_short(account) or book.call_of(account).is_open, account


def hold(book: Risk, accounts: tuple[Account, ...], name: str, sender: str, subject: Any) -> None:
    """All of them, after an operation that somebody sent."""
    before = earlier(book)
    accounts = tuple(moved(before, book) & set(accounts))
    if sender != GOVERNOR and name not in AGREED:
        others = tuple(one for one in accounts if name not in LIQUIDATING or one != subject)
        need_maintained(before, book, others, name)
    if name not in REWARDED:
        need_no_gain(before, book, sender, name)
    for account in accounts:
        need_bare_is_short(book, account)
