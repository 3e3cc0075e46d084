"""Moves allotments between chains: given up on one, and only then received on the other.

Whoever carries them holds the bridge's role. A move that dies between its two halves leaves less
allotted than the global value, never more; the next start receives what was given up. The second
half counts once on-chain, by its message's id, whoever repeats it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from eth_utils.crypto import keccak

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.chain import calls
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.chain.protocol import Call
from quantera.compliance.errors import RegistryError
from quantera.compliance.journal import Journal
from quantera.compliance.limits import limit_of
from quantera.compliance.quotas import QuotaMove
from quantera.compliance.submission import Submitter

_GAS = 500_000


@dataclass(slots=True)
class MoveReport:
    """What became of one move.

    Attributes:
        move: what was to be moved.
        transactions: those mined on the two chains, in order.
        error: why it stopped; a given-up part is received by the next start.
    """

    move: QuotaMove
    transactions: list[str] = field(default_factory=list)
    error: str | None = None


def message_id(plan: str, number: int) -> bytes:
    """Id of a plan's n-th move, 32 bytes, the same in every start and on both chains."""
    return bytes(keccak(b"quantera.allotment.1" + bytes.fromhex(plan) + number.to_bytes(4, "big")))


def move_quotas(
    moves: Sequence[QuotaMove],
    policies: Mapping[str, AssetPolicy],
    registries: Mapping[str, EvmRegistry],
    plan: str,
    journal: Path,
    **timing: Any,
) -> list[MoveReport]:
    """Carries out a plan's moves, or goes on where an earlier start ended.

    Args:
        moves: of the plan, all of them and in its order.
        policies: by symbol.
        registries: by chain name, with the key that holds the bridge's role.
        plan: the plan's digest.
        journal: file of the moves' journal.
        timing: `clock`, `poll` and `patience` of `Submitter`.

    Raises:
        JournalError: the journal is another plan's, damaged, or in use.
        ComplianceError: a move names an asset, limit or chain that is not configured.
    """
    with Journal(journal, plan) as written:
        submitter = Submitter(written, **timing)
        reports = []
        for number, move in enumerate(moves):
            report = MoveReport(move)
            reports.append(report)
            try:
                _carry(number, report, policies[move.asset], registries, plan, submitter)
            except RegistryError as error:
                report.error = str(error)
        return reports


def _carry(  # noqa: PLR0917 - one move with all it needs
    number: int,
    report: MoveReport,
    policy: AssetPolicy,
    registries: Mapping[str, EvmRegistry],
    plan: str,
    submitter: Submitter,
) -> None:
    move, limit = report.move, limit_of(policy, report.move.limit)
    for name, chain in (("sendAllotment", move.source), ("receiveAllotment", move.target)):
        registry, step = registries[chain], f"{number}/{name}"
        data = calls.move_allotment(
            name, policy.tokens[chain], limit, move.amount, message_id(plan, number)
        )
        call = Call(data, _GAS)
        why = submitter.submit(registry, step, call, partial(registry.trial, call))
        if why is not None:
            report.error = f"{chain}: {why}"
            return
        report.transactions.append(submitter.done[step])
