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


def securities_status(matched: bool, reason: Reason | None) -> SecuritiesStatus:
    """Status of a securities leg that has not settled: failing once its cut-off has passed."""
    if not matched:
        return SecuritiesStatus.NMAT
    if reason is None:
        return SecuritiesStatus.MACH
    return SecuritiesStatus.PENF if reason is Reason.LATE else SecuritiesStatus.PEND
