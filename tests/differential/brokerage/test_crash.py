"""The worst days on record on our contract: the keeper keeps every debt covered."""

from pathlib import Path

import pytest

from quantera.brokerage.defaults import LISTINGS, Listing
from quantera.brokerage.paths import mirrored, path
from tests.differential.brokerage.contract_book import deploy_book, populate

BEFORE, AFTER = 8, 24
SHARES = (80, 99)


def _around_the_crash(listing: Listing, *, rises: bool = False) -> list[int]:
    """Hours around the deepest fall of a path, scaled to begin at the listing's price."""
    found = path(listing, 0)
    falls = [after / before for before, after in zip(found.prices, found.prices[1:], strict=False)]
    deepest = falls.index(min(falls))
    prices = (mirrored(found) if rises else found).prices[deepest - BEFORE : deepest + AFTER]
    return [price * listing.price // prices[0] for price in prices[1:]]


@pytest.mark.parametrize("rises", [False, True], ids=["falling", "rising"])
@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_no_shortfall_on_the_contract(listing: Listing, rises: bool, tmp_path: Path) -> None:
    """Borrowers, longs and shorts at their limits, hour by hour, liquidated by the keeper alone."""
    book = deploy_book(listing, tmp_path)
    populate(book, SHARES)
    for price in _around_the_crash(listing, rises=rises):
        book.move(price)
        book.liquidate()
    assert book.liquidated(), "nobody was put to the test"
    assert book.bad_debt() == 0
    for account in book.snapshot().accounts:
        assert account.risk.gross + account.risk.cash >= account.risk.debt
    refused = [each for each in book.done if each.refusal]
    assert not refused, [each.refusal for each in refused]
