"""What `quantera.risk` reads and plans on the contract is what the contract has and does."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from quantera.brokerage.defaults import LISTINGS
from quantera.brokerage.valuation import assess
from quantera.risk.indicators import INDICATORS, assess_risk
from quantera.risk.queue import Step, planned, queue
from quantera.risk.reading import Reader
from quantera.risk.scenarios import by_name, recorded
from tests.differential.brokerage.contract_book import ContractBook, deploy_book, populate
from tests.differential.brokerage.memory_station import MemoryStation
from tests.differential.brokerage.stage import LISTED, Stage, deploy_stage, step

WETH = LISTINGS[0]
PLENTY = 10**15


@pytest.fixture(scope="module")
def stage() -> Stage:
    found, random = deploy_stage(), Random(4)
    for _ in range(120):
        step(found, random)
    return found


@pytest.fixture
def fallen(tmp_path: Path) -> Iterator[ContractBook]:
    """Borrowers and traders at their limits after ether lost 30 per cent."""
    book = deploy_book(WETH, tmp_path)
    populate(book, (99,))
    book.move(WETH.price * 7 // 10)
    yield book


def test_the_twin_equals_the_contract_to_the_unit(stage: Stage) -> None:
    """INV-08: every figure computed from one multicall's answers, in a book after a story."""
    station = MemoryStation(stage.stack.chain, stage.stack.chain.actor("reader"))
    shocks = by_name(recorded(), list(LISTED))
    reader = Reader(station.call, stage.stack.brokerage.address)
    snapshot = reader.snapshot(stage.accounts, shocks)
    assert [account.number for account in snapshot.accounts] == stage.accounts
    assert snapshot.time == stage.stack.chain.timestamp
    for account in snapshot.accounts:
        found, told = assess(account.twin(), snapshot.market()), account.risk
        assert (found.gross, found.adjusted, found.power) == (told.gross, told.adjusted, told.power)
        assert (found.gain, found.debt, found.loss) == (told.gain, told.debt, told.loss)
        assert (found.potential, found.exposure) == (told.potential, told.exposure)
        assert found.maintenance(snapshot.terms.gain_haircut_bps) == told.maintenance
        assert bool(found.stale) == told.stale
        assert account.stressed.keys() == shocks.keys()
        assert len(assess_risk(account, snapshot).readings) == len(INDICATORS)


def test_plans_come_true_to_the_unit(fallen: ContractBook) -> None:
    """What a plan expects is what the liquidation of the contract takes and pays."""
    borrower = fallen.accounts[0]
    brokerage, keeper = fallen.stack.brokerage, fallen.stack.chain.actor("keeper")
    brokerage.issueMarginCall(borrower, sender=keeper)
    snapshot = fallen.snapshot()
    order = planned(snapshot.accounts[0], snapshot, {0: PLENTY})
    assert order is not None
    receipt = brokerage.liquidate(order.arguments(0), sender=keeper)
    done, expected = receipt.events.one("Liquidated"), order.expected
    assert (done.repaid, done.seized) == (expected.repaid, expected.seized)
    assert (done.fee, done.bonusBps) == (expected.fee, expected.bonus_bps)


def test_the_queue_is_the_contracts(fallen: ContractBook) -> None:
    """The same accounts in the same order, with the same figures."""
    mine = queue(fallen.snapshot())
    told = fallen.stack.brokerage.marginCallQueue(fallen.accounts)
    assert [each.account.number for each in mine] == [each.account for each in told]
    assert [each.ratio_bps for each in mine] == [each.ratioBps for each in told]
    assert {each.step for each in mine} == {Step.CALL}


def test_a_round_of_the_keeper_is_idempotent(fallen: ContractBook) -> None:
    """A second round at the same prices finds nothing left to call or to liquidate."""
    fallen.liquidate()
    first = [each.deed.what for each in fallen.done]
    assert {"call", "close", "liquidate"} <= set(first)
    fallen.done.clear()
    fallen.liquidate()
    again = {each.deed.what for each in fallen.done} - {"refresh"}
    assert not again & {"call", "close", "liquidate"}
    assert all(not each.refusal for each in fallen.done)
