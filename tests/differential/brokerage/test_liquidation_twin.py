"""What the twin says that a liquidation does, and what it does on the contract: to the unit."""

from pathlib import Path

import pytest

from quantera.brokerage.backtest import CASH_ID, FIRST_ID, HOLDING
from quantera.brokerage.defaults import CASH, LISTINGS, Listing
from quantera.brokerage.financing import shares_repaid
from quantera.brokerage.lifecycle import close_position, excess
from quantera.brokerage.positions import Position
from quantera.brokerage.rounding import BPS, VALUE
from quantera.brokerage.valuation import Account
from quantera.evm import Actor
from quantera.risk.keeper import ALL_OF_IT
from quantera.risk.queue import planned
from quantera.risk.reading import AccountReading, Snapshot
from tests.differential.brokerage.contract_book import (
    BELOW_LIQUIDATION,
    PLENTY,
    ContractBook,
    deploy_book,
)

MOVES = (300, 600, 900, 1_200, 1_500, 1_900, 3_000)
"""Basis points of each of some falls in a row."""
MARGINS = (105, 160, 300)
"""Per cent of the least cash that carries a position."""
listings = pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)


def reading(book: ContractBook, account: int) -> tuple[AccountReading, Snapshot]:
    snapshot = book.snapshot()
    found = next(each for each in snapshot.accounts if each.number == account)
    return found, snapshot


def state(account: Account) -> tuple[dict[int, int], dict[int, int], dict[int, Position], int]:
    positions = {asset: each for asset, each in account.positions.items() if each != Position()}
    return dict(account.collateral), dict(account.debts), positions, account.cash_value


def traders(book: ContractBook, direction: int) -> None:
    """With the same position and ever more cash."""
    size = direction * (HOLDING * book.asset.asset.one // book.listing.price)
    exposed = HOLDING * book.listing.exposure_bps // BPS
    least = exposed * 150 * BPS // (100 * (BPS - CASH.haircut_bps))
    for margin in MARGINS:
        cash = least * margin // 100 * book.cash.asset.one // VALUE
        book.trader(f"{direction} with {margin}", size, cash)


@pytest.mark.parametrize("direction", [1, -1], ids=["long", "short"])
@listings
def test_a_position_is_closed_as_far_as_the_twin_says(
    listing: Listing, direction: int, tmp_path: Path
) -> None:
    """INV-08: size, entry, debt, cash and collateral after it; part of it, and all of it."""
    book = deploy_book(listing, tmp_path)
    traders(book, direction)
    price, parts, wholes = listing.price, 0, 0
    for move in MOVES:
        price = price * (BPS - direction * move) // BPS
        book.move(price)
        for account in book.accounts:
            if book.stack.brokerage.marginStateOf(account) != BELOW_LIQUIDATION:
                continue
            found, snapshot = reading(book, account)
            twin, market = found.twin(), snapshot.market()
            if FIRST_ID not in twin.positions:
                continue
            size = excess(twin, FIRST_ID, market, snapshot.liquidation)
            parts += abs(size) < abs(twin.positions[FIRST_ID].size)
            wholes += abs(size) == abs(twin.positions[FIRST_ID].size)
            close_position(twin, FIRST_ID, size, market)
            book.stack.brokerage.liquidatePosition(
                account, FIRST_ID, ALL_OF_IT, sender=book.stack.governor
            )
            assert state(reading(book, account)[0].twin()) == state(twin)
    assert parts and wholes, (parts, wholes)


def liquidator(book: ContractBook) -> Actor:
    wallet = book.stack.verify("somebody")
    book.stack.fund(book.cash.asset, [wallet], PLENTY * book.cash.asset.one)
    return wallet


@listings
def test_collateral_is_taken_as_far_as_the_plan_says(listing: Listing, tmp_path: Path) -> None:
    """INV-08: what the plan expects is repaid and seized, and the account is what is left."""
    book = deploy_book(listing, tmp_path)
    somebody = liquidator(book)
    units = HOLDING * book.asset.asset.one // listing.price
    most = HOLDING * (BPS - listing.haircut_bps) // BPS * 100 // 150
    for share in (99, 85, 60):
        debt = most * share // 100 * book.cash.asset.one // VALUE
        book.borrower(f"borrower of {share}", units, debt)
    price, taken = listing.price, 0
    for move in MOVES:
        price = price * (BPS - move) // BPS
        book.move(price)
        for account in book.accounts:
            if book.stack.brokerage.marginStateOf(account) != BELOW_LIQUIDATION:
                continue
            book.stack.brokerage.issueMarginCall(account, sender=somebody)
            found, snapshot = reading(book, account)
            budget = book.stack.chain.at(book.cash.asset.cash, "PlainToken").balanceOf(somebody)
            order = planned(found, snapshot, {CASH_ID: budget})
            if order is None:
                continue
            index = snapshot.market().indexes[CASH_ID].current(snapshot.time)
            moved = book.stack.brokerage.liquidate(order.arguments(0), sender=somebody)
            assert tuple(moved.return_value) == (order.expected.repaid, order.expected.seized)
            after, _ = reading(book, account)
            left = found.twin().collateral[FIRST_ID] - order.expected.seized
            assert after.twin().collateral.get(FIRST_ID, 0) == left
            if after.debts:
                repaid = shares_repaid(order.expected.repaid, index)
                assert after.shares[CASH_ID] == found.shares[CASH_ID] - repaid
            taken += 1
    assert taken > 2
