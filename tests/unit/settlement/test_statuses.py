"""ISO 20022 status graphs off-chain, and that they are the chain's."""

import pytest

from quantera.settlement.statuses import (
    CASH_GRAPH,
    SECURITIES_GRAPH,
    CashStatus,
    Reason,
    SecuritiesStatus,
    StatusError,
    cash_status,
    follow,
    securities_status,
)
from tests.unit.settlement import test_instructions
from tests.unit.settlement.conftest import Market


def test_a_payment_goes_all_the_way() -> None:
    way = [CashStatus(code) for code in ("RCVD", "ACTC", "PDNG", "ACSP", "ACSC", "ACCC")]
    assert follow(CASH_GRAPH, *way) is CashStatus.ACCC


@pytest.mark.parametrize("status", [CashStatus.ACCC, CashStatus.CANC, CashStatus.RJCT])
def test_final_statuses_are_final(status: CashStatus) -> None:
    assert CASH_GRAPH[status] == frozenset()
    for later in CashStatus:
        with pytest.raises(StatusError, match="does not follow"):
            follow(CASH_GRAPH, status, later)


def test_credited_only_after_settled() -> None:
    before = {status for status, following in CASH_GRAPH.items() if CashStatus.ACCC in following}
    assert before == {CashStatus.ACSC}


def test_the_chains_graph_is_part_of_this_one() -> None:
    for earlier, following in test_instructions.GRAPH.items():
        if earlier.name == "NONE":
            continue
        here = SECURITIES_GRAPH[SecuritiesStatus[earlier.name]]
        assert {SecuritiesStatus[later.name] for later in following} <= here


@pytest.mark.parametrize(("final", "status"), [(99, "ACSC"), (100, "ACCC"), (101, "ACCC")])
def test_credited_once_the_ledger_is_final(final: int, status: str) -> None:
    assert cash_status(100, final) == status


def test_the_same_answer_as_the_chains(market: Market) -> None:
    chain, manager = market.stack.chain, market.manager
    settled_at = chain.timestamp
    chain.advance(10)
    for final in (0, settled_at - 1, settled_at, settled_at + 1):
        if final:
            manager.attestLedgerFinality(final, sender=market.governor)
        assert manager.cashStatusOf(settled_at) == cash_status(settled_at, final).encode()


@pytest.mark.parametrize(
    ("matched", "reason", "status"),
    [
        (False, None, "NMAT"),
        (True, None, "MACH"),
        (True, Reason.FUTU, "PEND"),
        (True, Reason.LACK, "PEND"),
        (True, Reason.LATE, "PENF"),
    ],
)
def test_pending_and_failing(matched: bool, reason: Reason | None, status: str) -> None:
    assert securities_status(matched, reason) == status
