"""`ape run compliance rebalance`: shows what to move between chains, asks, and moves it."""

import hashlib
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import ValidationError
from rich.console import Console

from quantera.compliance.catalogue import DataModel
from quantera.compliance.errors import ComplianceError
from quantera.compliance.limits import read_quotas
from quantera.compliance.quotas import QuotaMove, rebalance
from quantera.compliance.rebalancing import move_quotas
from quantera.compliance.settings import Settings

_OPEN = "rebalance.json"


class MoveOrder(DataModel):
    """Moves that were decided; `nonce` tells it from an equal order of another day."""

    nonce: str
    moves: tuple[QuotaMove, ...]

    def digest(self) -> str:
        """SHA-256 over the whole order, from which the messages' ids follow."""
        return hashlib.sha256(self.model_dump_json(by_alias=True).encode()).hexdigest()


def _read(path: Path) -> MoveOrder:
    try:
        return MoveOrder.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise ComplianceError(f"{path.name} is not an order to move allotments: {error}") from error


def carry_moves(
    settings: Settings, console: Console, moves: Sequence[QuotaMove], digest: str, journal: Path
) -> int:
    """Moves allotments with the bridge's key, or goes on where an earlier start ended.

    Returns 1 when a move stopped.

    Args:
        settings: the configuration.
        console: where a person reads.
        moves: all moves of one decision, in its order.
        digest: the decision's, from which the messages' ids follow.
        journal: file of the moves' journal.

    Raises:
        ComplianceError: a chain cannot be reached, or the key of the bridge's role is missing.
    """
    registries = settings.registries(settings.account("bridge"))
    reports = move_quotas(moves, settings.policies(), registries, digest, journal)
    for report in reports:
        told = report.error or f"moved in {len(report.transactions)} transactions"
        console.print(f"{report.move.asset} {report.move.limit}: {told}", markup=False)
    return int(any(report.error for report in reports))


def rebalance_command(
    settings: Settings, console: Console, agree: Callable[[str], bool], *, sure: bool
) -> int:
    """Moves allotments to where they run short; goes on with an order that an earlier start left.

    Returns 1 when a move stopped or was not agreed to.

    Raises:
        ComplianceError: a chain cannot be reached, or the key of the bridge's role is missing.
    """
    registries = settings.registries(settings.account("bridge"))
    pending = settings.folder / _OPEN
    if pending.exists():
        order = _read(pending)
    else:
        moves = rebalance(read_quotas(settings.policies().values(), registries))
        if not moves:
            console.print("every chain has room: nothing to move")
            return 0
        for move in moves:
            console.print(
                f"{move.asset} {move.limit}: {move.amount} from {move.source} to {move.target}",
                markup=False,
            )
        if not sure and not agree("move?"):
            return 1
        order = MoveOrder(nonce=secrets.token_hex(16), moves=tuple(moves))
        draft = pending.with_suffix(".new")
        draft.write_text(order.model_dump_json(by_alias=True), encoding="utf-8")
        draft.replace(pending)
    digest = order.digest()
    journal = settings.folder / f"rebalance-{digest[:16]}.journal"
    if carry_moves(settings, console, order.moves, digest, journal):
        return 1
    pending.replace(settings.folder / f"rebalance-{digest[:16]}.json")
    return 0
