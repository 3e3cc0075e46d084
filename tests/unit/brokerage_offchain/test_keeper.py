"""The queue, the plans and the keeper, against a book that does what it is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from quantera.brokerage.margin import MarginCall
from quantera.brokerage.positions import Position
from quantera.brokerage.rounding import VALUE
from quantera.brokerage.valuation import Account, assess
from quantera.risk import calls
from quantera.risk.journal import Journal
from quantera.risk.keeper import Keeper, Policy
from quantera.risk.queue import Step, planned, queue
from quantera.risk.reading import Reader
from tests.unit.brokerage_offchain.fake_book import (
    BROKERAGE,
    CASH,
    ETHER,
    GRACE,
    NOW,
    TOKENS,
    FakeBook,
    account_of,
)

GOOD, CALLABLE, LOW, TRADER = map(account_of, range(1, 5))
DOLLARS = 10**6


def borrower(debt: int) -> Account:
    """10 ether, adjusted to 15,000 dollars."""
    return Account({ETHER: 10 * 10**18}, {CASH: debt * DOLLARS})


@pytest.fixture
def book() -> FakeBook:
    found = FakeBook({GOOD: borrower(9_000), CALLABLE: borrower(12_500), LOW: borrower(14_000)})
    found.terms = replace(found.terms, concentration_add_on_milli=0)
    return found


@pytest.fixture
def keeper(book: FakeBook, tmp_path: Path) -> Keeper:
    return keeper_of(book, tmp_path)


def keeper_of(book: FakeBook, folder: Path, policy: Policy | None = None) -> Keeper:
    journal = Journal(folder / f"keeper {len(list(folder.iterdir()))}", "ours")
    return Keeper(book, BROKERAGE, lambda: list(book.accounts), journal, policy)


def deeds(keeper: Keeper) -> list[tuple[str, int]]:
    return [(each.deed.what, each.deed.account) for each in keeper.round()]


def test_the_queue_begins_with_the_lowest_ratio(book: FakeBook) -> None:
    found = queue(Reader(book.call, BROKERAGE).snapshot(list(book.accounts)))
    assert [(each.account.number, each.step) for each in found] == [
        (LOW, Step.CALL),
        (CALLABLE, Step.CALL),
    ]
    assert found[1].missing == 625 * VALUE, "125 % of 12,500 less 15,000"
    assert [each.ratio_bps for each in found] == [10_714, 12_000]


def test_a_round_calls_and_liquidates_what_is_far_below(book: FakeBook, keeper: Keeper) -> None:
    """T-36: called at once, liquidated at once below 110, left alone with time to react."""
    assert deeds(keeper) == [("call", LOW), ("liquidate", LOW), ("call", CALLABLE)]
    assert book.calls[CALLABLE].deadline == NOW + GRACE
    found = assess(book.accounts[LOW], book.market())
    assert found.adjusted * 10_000 >= found.exposure * 13_490, "restored to the target"
    assert deeds(keeper) == [("cure", LOW)], "idempotent: nothing is called or liquidated again"
    assert deeds(keeper) == []


def test_what_was_mended_is_cured(book: FakeBook, keeper: Keeper) -> None:
    keeper.round()
    book.accounts[CALLABLE].debts[CASH] = 9_000 * DOLLARS
    assert ("cure", CALLABLE) in deeds(keeper)
    assert not book.calls[CALLABLE].is_open


def test_a_deadline_ends_in_liquidation(book: FakeBook, keeper: Keeper) -> None:
    keeper.round()
    keeper.round()
    book.now += GRACE - 1
    assert ("liquidate", CALLABLE) not in deeds(keeper)
    book.now += 1
    assert ("liquidate", CALLABLE) in deeds(keeper)


def test_prices_are_refreshed_before_they_are_old(book: FakeBook, keeper: Keeper) -> None:
    book.now += 2_879
    assert "refresh" not in [what for what, _ in deeds(keeper)]
    book.now += 1
    assert deeds(keeper)[0] == ("refresh", 0)
    assert book.assets[ETHER].updated_at == book.now


def test_positions_are_closed_before_collateral_is_taken(book: FakeBook, tmp_path: Path) -> None:
    position = Position(100 * 10**18, 100 * 2_300 * VALUE)
    book.accounts = {TRADER: Account({CASH: 30_000 * DOLLARS}, {}, {ETHER: position})}
    keeper = keeper_of(book, tmp_path)
    assert deeds(keeper)[:2] == [("call", TRADER), ("close", TRADER)]
    assert not book.accounts[TRADER].positions


def test_a_keeper_without_money_tells_nothing_to_do(book: FakeBook, keeper: Keeper) -> None:
    book.funds = {}
    assert deeds(keeper) == [("call", LOW), ("call", CALLABLE)]


def test_a_plan_is_what_the_liquidation_does(book: FakeBook) -> None:
    """To the unit: what the plan expects is what the book takes and pays."""
    book.calls[LOW] = MarginCall(True, True, NOW, NOW, 0, NOW)
    snapshot = Reader(book.call, BROKERAGE).snapshot([LOW])
    order = planned(snapshot.accounts[0], snapshot, {CASH: 10**15})
    assert order is not None
    before = book.accounts[LOW].debts[CASH], book.accounts[LOW].collateral[ETHER]
    keeper_call = order.arguments(0)
    book.broadcast(book.prepare(BROKERAGE, calls.LIQUIDATE.call(keeper_call)))
    after = book.accounts[LOW].debts[CASH], book.accounts[LOW].collateral[ETHER]
    assert before[0] - after[0] == order.expected.repaid
    assert before[1] - after[1] == order.expected.seized == keeper_call[5]


def test_a_plan_keeps_to_caps_and_budgets(book: FakeBook) -> None:
    """T-33: never more value than the window's cap, never more units than the liquidator has."""
    book.caps[ETHER] = 1_000 * VALUE
    snapshot = Reader(book.call, BROKERAGE).snapshot([LOW])
    capped = planned(snapshot.accounts[0], snapshot, {CASH: 10**15})
    assert capped is not None and capped.expected.seized == 5 * 10**17
    poor = planned(snapshot.accounts[0], snapshot, {CASH: 100 * DOLLARS})
    assert poor is not None
    assert poor.expected.repaid + poor.expected.fee <= 100 * DOLLARS
    assert planned(snapshot.accounts[0], snapshot, {}) is None


def test_a_refusal_is_told_and_passed_over(book: FakeBook, tmp_path: Path) -> None:
    """Somebody else was faster: the next account is looked after all the same."""
    keeper = keeper_of(book, tmp_path)
    real = book._liquidate
    book.__dict__["_liquidate"] = lambda account, call, order, trial: real(
        account, replace(call, nonce=9), order, trial
    )
    found = keeper.round()
    refused = [each for each in found if each.refusal]
    assert [each.refusal for each in refused] == ["LiquidationNonceMismatch"]
    assert found[-1].deed.account == CALLABLE


def test_a_keeper_can_only_call(book: FakeBook, tmp_path: Path) -> None:
    keeper = keeper_of(book, tmp_path, Policy(liquidates=False))
    assert deeds(keeper) == [("call", LOW), ("call", CALLABLE)]
    assert book.funds[TOKENS[CASH]] == 10**15
