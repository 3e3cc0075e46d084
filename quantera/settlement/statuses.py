"""Status graphs of a settlement's two legs, in ISO 20022's codes, and how final each status is.

The cash leg follows `ExternalPaymentTransactionStatus1Code`: RCVD received, ACTC technical
validation passed, PDNG pending, ACSP settlement in process, ACSC settled, ACCC settled on the
creditor's account, CANC cancelled, RJCT rejected. The securities leg follows the securities
settlement messages (sese.024, sese.025): matching, then settlement, with reasons why it is pending
or failing.

Three finalities are told apart. A leg is IRREVOCABLE when its transaction succeeded, final on the
LEDGER when its block is, and LEGAL when the operator has stated so. ACCC is told only after the
second: a block that is replaced takes its ACSC back to PDNG, never its ACCC.
"""

from enum import IntEnum, StrEnum
from itertools import pairwise


class CashStatus(StrEnum):
    """Of the cash leg."""

    RCVD = "RCVD"
    ACTC = "ACTC"
    PDNG = "PDNG"
    ACSP = "ACSP"
    ACSC = "ACSC"
    ACCC = "ACCC"
    CANC = "CANC"
    RJCT = "RJCT"


class SecuritiesStatus(StrEnum):
    """Of the securities leg; CANR is a cancellation that one side of a match has asked for."""

    NMAT = "NMAT"
    MACH = "MACH"
    PEND = "PEND"
    PENF = "PENF"
    CANR = "CANR"
    SETT = "SETT"
    CANC = "CANC"


class Reason(StrEnum):
    """Why a securities leg is pending or failing."""

    FUTU = "FUTU"
    LATE = "LATE"
    PREA = "PREA"
    LACK = "LACK"
    MONY = "MONY"


class Finality(IntEnum):
    """`ISettlementStatistics.Finality`."""

    NONE = 0
    IRREVOCABLE = 1
    LEDGER = 2
    LEGAL = 3


CASH_GRAPH: dict[CashStatus, frozenset[CashStatus]] = {
    CashStatus.RCVD: frozenset({CashStatus.ACTC, CashStatus.RJCT}),
    CashStatus.ACTC: frozenset(
        {CashStatus.PDNG, CashStatus.ACSP, CashStatus.CANC, CashStatus.RJCT}
    ),
    CashStatus.PDNG: frozenset({CashStatus.ACSP, CashStatus.CANC, CashStatus.RJCT}),
    CashStatus.ACSP: frozenset({CashStatus.ACSC, CashStatus.PDNG, CashStatus.RJCT}),
    # Back to PDNG alone when the ledger replaces the block.
    CashStatus.ACSC: frozenset({CashStatus.ACCC, CashStatus.PDNG}),
    CashStatus.ACCC: frozenset(),
    CashStatus.CANC: frozenset(),
    CashStatus.RJCT: frozenset(),
}

SECURITIES_GRAPH: dict[SecuritiesStatus, frozenset[SecuritiesStatus]] = {
    SecuritiesStatus.NMAT: frozenset(
        {SecuritiesStatus.MACH, SecuritiesStatus.SETT, SecuritiesStatus.CANC}
    ),
    SecuritiesStatus.MACH: frozenset(
        {
            SecuritiesStatus.PEND,
            SecuritiesStatus.PENF,
            SecuritiesStatus.SETT,
            SecuritiesStatus.CANR,
            SecuritiesStatus.CANC,
        }
    ),
    SecuritiesStatus.PEND: frozenset(
        {
            SecuritiesStatus.MACH,
            SecuritiesStatus.PENF,
            SecuritiesStatus.SETT,
            SecuritiesStatus.CANR,
            SecuritiesStatus.CANC,
        }
    ),
    SecuritiesStatus.PENF: frozenset({SecuritiesStatus.CANR, SecuritiesStatus.CANC}),
    SecuritiesStatus.CANR: frozenset({SecuritiesStatus.SETT, SecuritiesStatus.CANC}),
    SecuritiesStatus.SETT: frozenset(),
    SecuritiesStatus.CANC: frozenset(),
}


class StatusError(ValueError):
    """A status that does not follow the one before it."""


def follow(graph: dict[CashStatus, frozenset[CashStatus]], *statuses: CashStatus) -> CashStatus:
    """The last of statuses that follow each other.

    Raises:
        StatusError: one of them does not follow the one before.
    """
    for earlier, later in pairwise(statuses):
        if later not in graph[earlier]:
            raise StatusError(f"{later} does not follow {earlier}")
    return statuses[-1]


def cash_status(settled_at: int, final_up_to: int) -> CashStatus:
    """Status of a cash leg settled in a block of that time: ACCC only once the block is final."""
    return CashStatus.ACCC if settled_at <= final_up_to else CashStatus.ACSC


def trade_cash_status(
    delivery: SecuritiesStatus | None, payment: SecuritiesStatus | None, reason: Reason | None
) -> CashStatus:
    """Status of a trade's cash leg while no block's finality is asked for.

    Args:
        delivery: of the deliverer's instruction on-chain; None when it has not submitted one.
        payment: of the payer's instruction on-chain; None while the operator alone holds it.
        reason: what `pendingReason` tells of a matched trade.
    """
    if payment is None:
        return CashStatus.RCVD
    if payment is SecuritiesStatus.SETT:
        return CashStatus.ACSC
    if payment is SecuritiesStatus.CANC:
        return CashStatus.CANC
    if payment is SecuritiesStatus.NMAT:
        return CashStatus.ACTC
    if SecuritiesStatus.CANR in (delivery, payment) or reason is not None:
        return CashStatus.PDNG
    return CashStatus.ACSP


def cash_route(earlier: CashStatus, later: CashStatus) -> tuple[CashStatus, ...]:
    """The shortest way from one cash status to another, both included.

    One transaction may pass several: a payer's fresh instruction that settles at once has been
    received, accepted and in process before it is settled, and is to be reported so.

    Raises:
        StatusError: there is no way.
    """
    ways: list[tuple[CashStatus, ...]] = [(earlier,)]
    for way in ways:
        if way[-1] is later:
            return way
        ways += [(*way, status) for status in sorted(CASH_GRAPH[way[-1]]) if status not in way]
    raise StatusError(f"{later} does not follow {earlier}")


def securities_status(matched: bool, reason: Reason | None) -> SecuritiesStatus:
    """Status of a securities leg that has not settled: failing once its cut-off has passed."""
    if not matched:
        return SecuritiesStatus.NMAT
    if reason is None:
        return SecuritiesStatus.MACH
    return SecuritiesStatus.PENF if reason is Reason.LATE else SecuritiesStatus.PEND
