"""Carries an order out: signed and journalled before it is sent, by one officer or by two.

An agent that is an account acts directly. Where the access manager itself is the agent, its calls
go through `DualControl`: one officer proposes, the delay runs, another officer executes. Each
officer has a folder and a journal; what the other one did is read from the chain.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal

from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.chain.protocol import Call
from quantera.compliance.errors import RegistryError
from quantera.compliance.journal import Journal
from quantera.compliance.officer import calls
from quantera.compliance.officer.order import Operation, Order
from quantera.compliance.submission import Submitter

Phase = Literal["directly", "propose", "execute", "cancel"]

_DESK_CALLS = {"propose": "propose", "execute": "confirm", "cancel": "withdraw"}
_GAS = 3_000_000


@dataclass(slots=True)
class ActionReport:
    """What became of an order on one chain.

    Attributes:
        chain: the chain's name.
        done: transactions of this phase that are mined, earlier starts included, in order.
        refused: the operation that was refused, and why; those behind it were not tried.
        error: why the chain was given up; the next start goes on there.
    """

    chain: str
    done: list[str] = field(default_factory=list)
    refused: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would happen to one operation now.

    Attributes:
        operation: what is asked.
        refusal: why it would be refused; None when it would not.
        ready_at: Unix second from which a second officer can execute it; 0 when not proposed.
    """

    operation: Operation
    refusal: str | None
    ready_at: int = 0


class Desk:
    """One chain on which an officer acts.

    Args:
        registry: the chain, with the officer's key.
        dual: address of `DualControl` where two officers must sign; else None.
    """

    def __init__(self, registry: EvmRegistry, dual: str | None) -> None:
        self.registry = registry
        self.dual = dual

    def call(self, operation: Operation, phase: Phase) -> Call:
        """The call that one phase of an operation makes."""
        data = bytes.fromhex(operation.data)
        if phase == "directly":
            return Call(data, _GAS, operation.target)
        return Call(calls.call(_DESK_CALLS[phase], operation.target, data), _GAS, self.dual)

    def outlook(self, operation: Operation, phase: Phase) -> Outlook:
        """What the phase would meet now; a proposal is asked for its own call as well.

        Raises:
            RegistryError: the chain cannot be reached.
        """
        refusal = self.registry.trial(self.call(operation, phase))
        if self.dual is None:
            return Outlook(operation, refusal)
        manager = calls.address(self.registry.question(self.dual, calls.call("authority")))
        if phase == "propose" and refusal is None:
            refusal = self.registry.trial(self.call(operation, "directly"), manager)
        return Outlook(operation, refusal, self._ready_at(manager, operation))

    def refusal(self, operation: Operation, phase: Phase) -> str | None:
        """Why the phase would fail now; None when it would not."""
        return self.outlook(operation, phase).refusal

    def _ready_at(self, manager: str, operation: Operation) -> int:
        data = bytes.fromhex(operation.data)
        asked = calls.call("hashOperation", self.dual, operation.target, data)
        found = self.registry.question(manager, asked)
        return calls.number(self.registry.question(manager, calls.call("getSchedule", found)))


def _on_chain(order: Order, phase: Phase, desk: Desk, submitter: Submitter) -> ActionReport:
    """One chain's operations, in order; the first that is refused ends the chain."""
    chain = desk.registry.chain
    report = ActionReport(chain)
    try:
        for number, operation in enumerate(order.on(chain)):
            step = f"{chain}/{phase}/{number}"
            why = submitter.submit(
                desk.registry,
                step,
                desk.call(operation, phase),
                partial(desk.refusal, operation, phase),
            )
            if why is not None:
                report.refused = f"{operation.wallet} {operation.effect}: {why}"
                break
            report.done.append(submitter.done[step])
    except RegistryError as error:
        report.error = str(error)
    return report


def carry_out(
    order: Order, phase: Phase, desks: Sequence[Desk], journal: Path, **timing: Any
) -> list[ActionReport]:
    """Carries out one phase of an order on all its chains, or goes on where a start ended.

    Args:
        order: what was decided.
        phase: what this officer does about it.
        desks: the order's chains.
        journal: file of the order's journal.
        timing: `clock`, `poll` and `patience` of `Submitter`.

    Raises:
        JournalError: the journal is another order's, damaged, or in use.
    """
    with Journal(journal, order.digest()) as written:
        submitter = Submitter(written, **timing)
        return [_on_chain(order, phase, desk, submitter) for desk in desks]


def begun(journal: Path, phase: Phase) -> bool:
    """Whether an earlier start has prepared anything of this phase."""
    return journal.exists() and f"/{phase}/" in journal.read_text(encoding="utf-8")
