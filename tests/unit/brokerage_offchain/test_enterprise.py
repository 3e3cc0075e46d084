"""Institutions in the database: identifiers with good check digits, figures from the chain."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from quantera.brokerage.rounding import VALUE
from quantera.brokerage.valuation import Account
from quantera.risk.enterprise import EnterpriseStore, Institution, StoreError
from quantera.risk.reading import Reader
from tests.unit.brokerage_offchain.fake_book import BROKERAGE, CASH, ETHER, FakeBook, account_of

LEI = "213800KUD8LAJWSQ9D15"
WALLET = f"0x{1:040x}"
BANK = Institution(
    name="A Bank",
    type="bank",
    jurisdiction="GB",
    lei=LEI,
    wallet=WALLET,
    credit_limit=5 * VALUE,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EnterpriseStore]:
    found = EnterpriseStore(f"sqlite:///{tmp_path / 'risk.db'}")
    yield found
    found.close()


def test_an_institution_is_entered_once(store: EnterpriseStore) -> None:
    store.enter([BANK])
    store.enter([BANK.model_copy(update={"name": "The Same Bank"})])
    (row,) = store.all()
    assert (row.institution_name, row.lei, row.wallet) == ("The Same Bank", LEI, WALLET)
    assert (row.credit_limit, row.current_exposure) == (5 * VALUE, 0)
    assert row.is_active and row.created_at is not None


def test_a_limit_of_78_digits_is_kept(store: EnterpriseStore) -> None:
    store.enter([BANK.model_copy(update={"credit_limit": 2**256 - 1})])
    assert store.all()[0].credit_limit == 2**256 - 1


@pytest.mark.parametrize(
    "change",
    [
        {"lei": "213800KUD8LAJWSQ9D16"},
        {"lei": "213800KUD8LAJWSQ9D"},
        {"wallet": "0x12"},
        {"jurisdiction": "Great Britain"},
        {"name": ""},
        {"credit_limit": -1},
    ],
)
def test_what_is_no_institution_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Institution(**{**BANK.model_dump(), **change})


def test_an_identifier_has_one_form() -> None:
    spaced = Institution(**{**BANK.model_dump(), "lei": " 213800kud8lajwsq9d15"})
    assert spaced.lei == LEI


def test_figures_come_from_the_chain(store: EnterpriseStore) -> None:
    """Exposure over all sub-accounts; active while one of them may take risk."""
    first = account_of(1)
    book = FakeBook(
        {
            first: Account({ETHER: 10**19}, {CASH: 4_000 * 10**6}),
            first + 1: Account({ETHER: 10**19}, {CASH: 1_000 * 10**6}),
            account_of(2): Account(),
        }
    )
    store.enter([BANK])
    store.refresh(Reader(book.call, BROKERAGE).snapshot(list(book.accounts)))
    (row,) = store.all()
    assert row.current_exposure == 5_000 * VALUE
    assert row.credit_limit == book.limit
    assert row.is_active
    book.restricted = {first, first + 1}
    store.refresh(Reader(book.call, BROKERAGE).snapshot(list(book.accounts)))
    assert not store.all()[0].is_active


def test_a_database_that_is_not_there_is_told() -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        EnterpriseStore("sqlite:////nowhere/at/all/risk.db")
