"""The same portfolio and prices on Aave, Morpho Blue and ours: who is liquidatable, who loses."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from quantera.brokerage.defaults import LISTINGS
from quantera.brokerage.paths import path
from quantera.brokerage.rounding import VALUE
from tests.differential.brokerage.books import (
    COLLATERAL,
    DOLLAR,
    ETHER,
    AaveBook,
    Book,
    MorphoBook,
    Portfolio,
    TwinBook,
)
from tests.differential.brokerage.contract_book import deploy_book

WETH = LISTINGS[0]
WORTH = COLLATERAL * WETH.price * DOLLAR // (ETHER * VALUE)
SHARES = (20, 30, 40, 45, 49)
"""Debts in per cent of the collateral; ours lends at most 50 against ether."""
PORTFOLIO = Portfolio(tuple(WORTH * share // 100 for share in SHARES))


def _crash(days: int) -> list[int]:
    """Hours of the worst day on record, so many times in a row, from the first price on."""
    found = path(WETH, 0)
    falls = [after / before for before, after in zip(found.prices, found.prices[1:], strict=False)]
    deepest = falls.index(min(falls))
    day = falls[deepest - 20 : deepest + 21]
    prices, level = [], float(WETH.price)
    for factor in day * days:
        level *= factor
        prices.append(round(level))
    return prices


def _run(book: Book, prices: Sequence[int]) -> list[frozenset[int]]:
    seen = []
    for price in prices:
        book.move(price)
        seen.append(book.liquidatable())
    return seen


@pytest.mark.parametrize("peer", [AaveBook, MorphoBook])
def test_whom_peers_liquidate_we_could_too(peer: type[AaveBook] | type[MorphoBook]) -> None:
    """Hour for hour, nobody whom a peer would liquidate is healthy with us."""
    prices = _crash(4)
    theirs, ours = _run(peer(PORTFOLIO), prices), _run(TwinBook(PORTFOLIO), prices)
    assert theirs[-1] and ours[-1], "nobody was put to the test"
    for hour, (found, mine) in enumerate(zip(theirs, ours, strict=True)):
        assert found <= mine, f"hour {hour}"
    first = [next(hour for hour, found in enumerate(each) if found) for each in (ours, theirs)]
    assert first[0] < first[1], "ours is the earlier"


@pytest.mark.parametrize("days", [1, 2, 4, 6])
def test_our_bad_debt_is_not_above_theirs(days: int) -> None:
    """Liquidators act every hour on all three; what nobody covers is least with us."""
    books: list[AaveBook | MorphoBook | TwinBook] = [
        AaveBook(PORTFOLIO),
        MorphoBook(PORTFOLIO),
        TwinBook(PORTFOLIO),
    ]
    for price in _crash(days):
        for book in books:
            book.move(price)
            book.liquidate()
    aave, morpho, ours = (book.bad_debt() for book in books)
    assert ours <= min(aave, morpho)


def test_our_contract_is_no_worse(tmp_path: Path) -> None:
    """The contract, looked after by its keeper, in the place of its twin: the same two answers."""
    ours = deploy_book(WETH, tmp_path)
    for place, debt in enumerate(PORTFOLIO.debts):
        ours.borrower(f"borrower {place}", COLLATERAL, debt)
    peers: list[AaveBook | MorphoBook] = [AaveBook(PORTFOLIO), MorphoBook(PORTFOLIO)]
    for hour, price in enumerate(_crash(2)):
        ours.move(price)
        mine = ours.liquidatable() | ours.liquidated()
        ours.liquidate()
        for peer in peers:
            peer.move(price)
            assert peer.liquidatable() <= mine, f"hour {hour}"
            peer.liquidate()
    assert ours.liquidated(), "nobody was put to the test"
    assert ours.bad_debt() <= min(peer.bad_debt() for peer in peers)


def test_bad_debt_is_seen_where_nobody_liquidates() -> None:
    """The comparison can tell: asleep until the end, every system loses and says so."""
    books: list[AaveBook | MorphoBook | TwinBook] = [
        AaveBook(PORTFOLIO),
        MorphoBook(PORTFOLIO),
        TwinBook(PORTFOLIO),
    ]
    price = WETH.price // 5
    for book in books:
        book.move(price)
        book.liquidate()
        assert book.bad_debt() > 0
