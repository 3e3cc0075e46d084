"""The record of a story, and figures as people read them."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from quantera.compliance.errors import CatalogueError
from quantera.demo import wording
from quantera.demo.page import Page
from quantera.demo.record import Operation, Record, RecordError, total_gas
from tests.unit.demo import stories


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    told = stories.record()
    told.write(tmp_path / "deep" / "record.json")
    assert Record.load(tmp_path / "deep" / "record.json") == told


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"^record\.json cannot be read: No such file"):
        Record.load(tmp_path / "record.json")
    (tmp_path / "record.json").write_text('{"commit": 1}')
    with pytest.raises(RecordError, match="is no record of a story"):
        Record.load(tmp_path / "record.json")


def test_sums() -> None:
    told = stories.record()
    assert total_gas(told.chapters) == told.chapters[0].gas == 144_099 + 51_643 + 1_000_000
    assert told.chapters[0].transactions == 14
    assert told.seconds == 1.75
    assert told.broken == ()
    assert [one.id for one in stories.record(holds=False).broken] == ["BRG-01"]


@pytest.mark.parametrize(("gas", "transaction"), [(20_999, stories.HASH), (21_000, "0x12")])
def test_an_operation_is_a_transaction(gas: int, transaction: str) -> None:
    with pytest.raises(ValidationError):
        Operation(name="x", chain="ethereum", gas=gas, transaction=transaction)


def test_several_transactions_have_no_hash() -> None:
    page = Page("k", "t")
    page.operations("none", "ethereum", 0, 0)
    page.operations("one", "ethereum", 50_000, 1)
    page.operations("release", "ethereum", 900_000, 12)
    told = [one.told for one in page.closed(0).operations]
    assert told == ["1 transaction", "12 transactions"]
    with pytest.raises(ValidationError, match="several transactions have no hash"):
        Operation(name="x", chain="ethereum", gas=50_000, transaction=stories.HASH, transactions=2)


def test_reasons_are_the_catalogues() -> None:
    page = Page("k", "t")
    refused = page.reason("to a stranger", "ethereum", 13)
    assert (refused.allowed, refused.rule, refused.citation) == (
        False,
        "GEN-08",
        "ERC-3643 isVerified",
    )
    assert page.reason("to a friend", "ethereum", 0).allowed
    with pytest.raises(CatalogueError, match="code 255"):
        page.reason("what", "ethereum", 255)


def test_a_chapter_in_one_line() -> None:
    assert Page("k", "t").summary == ""
    page = Page("k", "t")
    page.fact("issued", 50_000)
    page.operation("mint", "ethereum", 60_000, stories.HASH)
    page.decision("more", "ethereum", False, "no")
    assert page.summary == "issued: 50,000; 1 refused; 1 transactions, 60,000 gas"


@pytest.mark.parametrize(
    ("units", "decimals", "shown"),
    [
        (0, 18, "0"),
        (10**18, 18, "1"),
        (1_234_567_891_234_567_890, 18, "1.234567"),
        (-1_234_567_891_234_567_890, 18, "-1.234567"),
        (36_806_561_333_333, 18, "0.000036"),
        (1, 18, "0.000000000000000001"),
        (-1, 18, "-0.000000000000000001"),
        (12_345_600_000, 6, "12,345.6"),
        (5, 0, "5"),
    ],
)
def test_amounts(units: int, decimals: int, shown: str) -> None:
    assert wording.amount(units, decimals) == shown
    assert wording.amount(units, decimals, "TKN") == f"{shown} TKN"


def test_other_figures() -> None:
    assert wording.gas(1_234_567) == "1,234,567"
    assert wording.seconds(1.25) == "1.2 s"
