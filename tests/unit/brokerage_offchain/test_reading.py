"""One call reads the book; what it tells is what the twin computes."""

from typing import Any

import pytest
from eth_abi.abi import encode

from quantera.brokerage.positions import Position
from quantera.brokerage.rounding import VALUE
from quantera.brokerage.valuation import Account, assess
from quantera.risk import calls
from quantera.risk.calls import Function
from quantera.risk.reading import Reader, ReadingError
from tests.unit.brokerage_offchain.fake_book import (
    BROKERAGE,
    CASH,
    ETHER,
    NOW,
    FakeBook,
    account_of,
)

ONE = account_of(1)


@pytest.fixture
def book() -> FakeBook:
    account = Account(
        {ETHER: 10**19}, {CASH: 5_000 * 10**6}, {ETHER: Position(-(10**18), -(10**11))}
    )
    return FakeBook({ONE: account, ONE + 1: Account({CASH: 10**6}), account_of(2): Account()})


def test_a_snapshot_gives_back_what_the_chain_knows(book: FakeBook) -> None:
    found = Reader(book.call, BROKERAGE).snapshot([ONE, account_of(2)])
    assert (found.block, found.time, found.terms) == (7, NOW, book.terms)
    assert found.liquidation == book.liquidation
    assert {number: each.asset for number, each in found.assets.items()} == book.assets
    account = found.accounts[0]
    assert account.twin() == book.accounts[ONE]
    assert account.institution == f"0x{1:040x}"
    assert account.used == {CASH, ETHER}
    assert account.credit.limit == book.limit and account.credit.is_admitted


def test_the_twin_agrees_with_the_contract(book: FakeBook) -> None:
    """Figures from what was read are those that the chain itself tells."""
    found = Reader(book.call, BROKERAGE).snapshot([ONE])
    mine, told = assess(found.accounts[0].twin(), found.market()), found.accounts[0].risk
    assert (mine.gross, mine.adjusted, mine.power) == (told.gross, told.adjusted, told.power)
    assert (mine.debt, mine.loss, mine.potential) == (told.debt, told.loss, told.potential)
    assert mine.maintenance(found.terms.gain_haircut_bps) == told.maintenance


def test_accounts_that_are_not_open_are_left_out(book: FakeBook) -> None:
    found = Reader(book.call, BROKERAGE).snapshot([account_of(9), ONE])
    assert [account.number for account in found.accounts] == [ONE]


def test_scenarios_are_the_contracts_own(book: FakeBook) -> None:
    found = Reader(book.call, BROKERAGE).snapshot([ONE], {"fall": [0, -5_000]})
    risk = found.accounts[0].stressed["fall"]
    assert risk.gross == found.accounts[0].risk.gross // 2
    assert risk.gross == 10_000 * VALUE


def test_everything_is_asked_in_two_calls(book: FakeBook) -> None:
    """How many assets there are, then all the rest at one block."""
    asked = []

    def call(to: str, data: bytes) -> bytes:
        asked.append(to)
        return book.call(to, data)

    Reader(call, BROKERAGE).snapshot(list(book.accounts), {"fall": [0, -5_000]})
    assert asked == [calls.MULTICALL3] * 2


@pytest.mark.parametrize("answer", [b"", b"\x01" * 40])
def test_what_is_no_brokerage_is_told(answer: bytes) -> None:
    with pytest.raises(ReadingError, match="no brokerage answers at 0xb0b0"):
        Reader(lambda _to, _data: answer, BROKERAGE).snapshot([ONE])


def test_a_brokerage_without_terms_is_told(book: FakeBook) -> None:
    def call(to: str, data: bytes) -> bytes:
        ((results),) = calls.AGGREGATE.results(book.call(to, data))
        silent = [(done and place != 2, result) for place, (done, result) in enumerate(results)]
        return encode(["(bool,bytes)[]"], [silent if len(results) > 3 else results])

    with pytest.raises(ReadingError, match="refuses a view"):
        Reader(call, BROKERAGE).snapshot([ONE])


@pytest.mark.parametrize(
    ("function", "values"),
    [(calls.LIQUIDATE, ((1, 2, 3, 4, 5, 6),)), (calls.REFRESH, ([1, 2],)), (calls.ISSUE, (7,))],
)
def test_calldata_is_the_selector_and_arguments(function: Function, values: Any) -> None:
    inputs = function.signature[function.signature.index("(") :]
    assert function.call(*values) == function.selector + encode(calls.parts(inputs), values)
