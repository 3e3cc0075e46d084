"""ISO 20022 status graphs off-chain, and that they are the chain's."""

import pytest

from quantera.settlement.statuses import (
    CASH_GRAPH,
    SECURITIES_GRAPH,
    CashStatus,
    Reason,
    SecuritiesStatus,
    StatusError,
    cash_route,
    cash_status,
    follow,
    securities_status,
    trade_cash_status,
)
from tests.unit.settlement import test_instructions
from tests.unit.settlement.conftest import FUNDS, QUANTITY, Market


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


@pytest.mark.parametrize(
    ("earlier", "later", "between"),
    [
        ("RCVD", "ACTC", []),
        ("RCVD", "ACSC", ["ACTC", "ACSP"]),
        ("ACTC", "ACSC", ["ACSP"]),
        ("PDNG", "ACSC", ["ACSP"]),
        ("ACSP", "CANC", ["PDNG"]),
        ("ACSC", "ACSC", []),
    ],
)
def test_what_one_transaction_passes(earlier: str, later: str, between: list[str]) -> None:
    way = cash_route(CashStatus(earlier), CashStatus(later))
    assert list(way) == list(dict.fromkeys([earlier, *between, later]))
    assert follow(CASH_GRAPH, *way) == later


@pytest.mark.parametrize(("earlier", "later"), [("ACCC", "PDNG"), ("ACTC", "RCVD")])
def test_there_is_no_way_back(earlier: str, later: str) -> None:
    with pytest.raises(StatusError, match="does not follow"):
        cash_route(CashStatus(earlier), CashStatus(later))


@pytest.mark.parametrize(
    "way",
    [
        [("submit 0", "RCVD"), ("submit 1", "ACSP"), ("settle", "ACSC")],
        [("submit 1", "ACTC"), ("submit 0", "ACSP"), ("settle", "ACSC")],
        [("submit 1", "ACTC"), ("settle", "ACSC")],
        [("submit 1", "ACTC"), ("cancel 1", "CANC")],
        [
            *[("submit 1", "ACTC"), ("submit 0", "ACSP")],
            *[("cancel 0", "PDNG"), ("cancel 1", "CANC")],
        ],
        [
            *[("submit 1", "ACTC"), ("submit 0", "ACSP"), ("spend", "PDNG")],
            *[("earn", "ACSP"), ("settle", "ACSC")],
        ],
    ],
)
def test_the_cash_leg_of_a_trade(market: Market, way: list[tuple[str, str]]) -> None:
    """What the chain tells of instructions is a status of the cash leg, and moves on its graph."""
    manager, terms = market.manager, market.terms()
    own, signed = test_instructions.unsigned(market), market.sides(terms)
    parties, ids = (market.alice, market.bob), [b"", b""]
    status = trade_cash_status(None, None, None)
    assert status is CashStatus.RCVD
    for act, expected in way:
        name, _, place = act.partition(" ")
        side = int(place or 0)
        if name == "submit":
            ids[side] = test_instructions.submit(market, terms, side)
        elif name == "cancel":
            manager.cancelInstruction(terms, side, own[side], sender=parties[side])
        elif name == "spend":
            market.cash.transfer(market.carrier, FUNDS, sender=market.bob)
        elif name == "earn":
            market.cash.transfer(market.bob, FUNDS, sender=market.carrier)
        else:
            sides = [own[side] if ids[side] else signed[side] for side in range(2)]
            manager.settle(terms, *sides, QUANTITY, sender=market.carrier)
        known = [SecuritiesStatus[test_instructions.status(market, item).name] if item else None
                 for item in ids]  # fmt: skip
        reason = bytes(manager.pendingReason(terms, *own)).strip(b"\0").decode()
        later = trade_cash_status(known[0], known[1], Reason(reason) if reason else None)
        assert later == expected
        assert cash_route(status, later)[-1] is later
        status = later


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
