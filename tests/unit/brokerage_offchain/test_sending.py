"""What a keeper sends: once, whatever happens between any two of its steps."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from quantera.brokerage.valuation import Account
from quantera.risk.journal import Journal, JournalError
from quantera.risk.keeper import Keeper
from quantera.risk.sending import LOOKS, PATIENCE, StationError
from tests.unit.brokerage_offchain.fake_book import (
    BROKERAGE,
    CASH,
    ETHER,
    FakeBook,
    account_of,
)

CALLABLE, LOW = account_of(1), account_of(2)
STEPS = ("prepare", "broadcast", "outcome")
"""Between them nothing changes on the chain or on disk, but for the journal's lines."""
STEPS_MOST = 100
"""Of a keeper that is not disturbed; more would be a keeper that never comes to an end."""


class KilledError(BaseException):
    """The process is gone, without a word."""


class Clock:
    """Seconds that pass when the test says so."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def borrower(debt: int) -> Account:
    return Account({ETHER: 10 * 10**18}, {CASH: debt * 10**6})


@pytest.fixture
def book() -> FakeBook:
    return new_book()


def new_book() -> FakeBook:
    found = FakeBook({CALLABLE: borrower(12_500), LOW: borrower(14_000)})
    found.terms = replace(found.terms, concentration_add_on_milli=0)
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keeper.jsonl"


def keep(book: FakeBook, file: Path, rounds: int = 1, clock: Clock | None = None) -> Any:
    """A keeper that starts, works, and ends; what its last round did."""
    with Journal(file, "ours") as journal:
        keeper = Keeper(
            book, BROKERAGE, lambda: list(book.accounts), journal, clock=clock or Clock()
        )
        return [keeper.round() for _ in range(rounds)][-1]


def one(book: FakeBook) -> FakeBook:
    """With a single account, that needs a call."""
    book.accounts = {CALLABLE: book.accounts[CALLABLE]}
    return book


def pending(file: Path) -> list[int]:
    """Nonces whose end nobody knows."""
    with Journal(file, "ours") as journal:
        return list(journal.open)


def test_what_is_not_mined_yet_is_not_sent_again(book: FakeBook, file: Path) -> None:
    """A second start of the keeper knows from its journal what the first one sent."""
    one(book).mined = False
    keep(book, file)
    assert [each.refusal for each in keep(book, file)] == ["sent before, not mined yet"]
    assert len(book.pool) == 1 and book.signed == 1
    book.mine()
    assert keep(book, file) == [] and book.sent == ["issueMarginCall"]


def test_a_transaction_that_waits_too_long_is_replaced(book: FakeBook, file: Path) -> None:
    """By one of the same nonce: whichever is mined, the deed is done once."""
    one(book).mined = False
    clock = Clock()
    keep(book, file, clock=clock)
    first = book.pool[0]
    clock.now += PATIENCE - 1
    keep(book, file, clock=clock)
    assert book.pool == {0: first}
    clock.now += 1
    keep(book, file, clock=clock)
    assert book.pool[0] != first and book.signed == 2
    book.pool[0] = first
    book.mine()
    keep(book, file, clock=clock)
    assert pending(file) == [] and book.sent == ["issueMarginCall"]


def test_an_answer_that_is_lost_is_no_reason_to_send_again(book: FakeBook, file: Path) -> None:
    one(book).loses_answers = True
    with pytest.raises(StationError, match="the node is gone"):
        keep(book, file)
    book.loses_answers = False
    keep(book, file)
    assert book.sent == ["issueMarginCall"] and pending(file) == []


def test_what_the_node_has_forgotten_is_sent_again(book: FakeBook, file: Path) -> None:
    one(book).mined = False
    keep(book, file)
    lost = book.pool.pop(0)
    keep(book, file)
    assert book.pool == {0: lost}


def test_what_somebody_else_has_done_meanwhile_is_not(book: FakeBook, file: Path) -> None:
    one(book).mined = False
    keep(book, file)
    book.pool.clear()
    book.accounts[CALLABLE].debts[CASH] = 1
    keep(book, file)
    assert not book.pool and pending(file) == []
    assert json.loads(file.read_text().splitlines()[-1])["outcome"] == "obsolete"


def test_a_nonce_that_something_else_has_used_is_let_go(book: FakeBook, file: Path) -> None:
    """Not at once: a node may lag behind another."""
    one(book).mined = False
    keep(book, file)
    book.pool.clear()
    book.sent.append("something else")
    with Journal(file, "ours") as journal:
        keeper = Keeper(book, BROKERAGE, list[int], journal)
        for _ in range(LOOKS - 1):
            keeper.round()
            assert list(journal.open) == [0]
        keeper.round()
        assert not journal.open


def test_what_was_undone_when_it_was_mined_is_told(book: FakeBook, file: Path) -> None:
    """Another keeper's liquidation was mined first: no error, and nothing is lost."""
    real = book.broadcast

    def late(prepared: Any) -> None:
        book.calls[LOW] = replace(book.calls[LOW], nonce=book.calls[LOW].nonce + 1)
        real(prepared)

    keep(book, file)
    book.accounts[LOW].debts[CASH] = 14_000 * 10**6
    book.__dict__["broadcast"] = late
    done = next(each for each in keep(book, file) if each.deed.what == "liquidate")
    assert done.refusal.startswith("undone") and done.transaction
    assert pending(file) == []


def test_one_keeper_at_a_time(book: FakeBook, file: Path) -> None:
    with Journal(file, "ours"), pytest.raises(JournalError, match="in use by another keeper"):
        Journal(file, "ours")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"owner":"theirs"}\n', "belongs to another keeper"),
        ("[]\n", "belongs to another keeper"),
        ('{"owner":"ours"}\nwhat\n', "line 2 is damaged"),
        ('{"owner":"ours"}\n{"closed":3}\n', "line 2 is damaged"),
        ('{"owner":"ours"}\n{"prepared":"0x1","nonce":0}\n', "line 2 is damaged"),
    ],
)
def test_another_journal_is_refused(file: Path, content: str, told: str) -> None:
    file.write_text(content)
    with pytest.raises(JournalError, match=told):
        Journal(file, "ours")
    assert file.read_text() == content


def test_a_line_that_was_cut_short_is_dropped(book: FakeBook, file: Path) -> None:
    keep(one(book), file)
    whole = file.read_bytes()
    file.write_bytes(whole + whole.splitlines()[1][:20])
    assert pending(file) == [] and file.read_bytes() == whole


def dying_at(book: FakeBook, place: int) -> Callable[[], None]:
    """The process dies before, or (every second place) after, a step; answers what puts it back."""
    steps = count()

    def wrap(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any) -> Any:
            if next(steps) == place:
                raise KilledError
            answer = real(*args)
            if next(steps) == place:
                raise KilledError
            return answer

        return step

    for name in STEPS:
        book.__dict__[name] = wrap(getattr(book, name))

    def put_back() -> None:
        for name in STEPS:
            del book.__dict__[name]

    return put_back


def test_killed_anywhere_it_goes_on_and_does_nothing_twice(tmp_path: Path) -> None:
    """Before and after each question and each transaction of two accounts' rescue."""
    undisturbed = new_book()
    keep(undisturbed, tmp_path / "undisturbed", rounds=2)
    killed = 0
    for place in range(STEPS_MOST):
        book, file = new_book(), tmp_path / f"{place}"
        put_back = dying_at(book, place)
        try:
            keep(book, file, rounds=2)
        except KilledError:
            killed += 1
        else:
            break
        put_back()
        keep(book, file, rounds=2)
        assert book.sent == undisturbed.sent, place
        assert book.accounts == undisturbed.accounts and book.funds == undisturbed.funds
        assert pending(file) == []
    assert 20 < killed < STEPS_MOST - 1
