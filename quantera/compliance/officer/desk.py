"""Carries an order out: signed and journalled before it is sent, by one officer or by two.

An agent that is an account acts directly. Where the access manager itself is the agent, its calls
go through `DualControl`: one officer proposes, the delay runs, another officer executes. Each
officer has a folder and a journal; what the other one did is read from the chain.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.chain.protocol import Call, Outcome, Prepared
from quantera.compliance.errors import RegistryError
from quantera.compliance.journal import Journal
from quantera.compliance.moments import utc_now
from quantera.compliance.officer import calls
from quantera.compliance.officer.order import Operation, Order
from quantera.compliance.settling import Settler
from quantera.compliance.steps import StepHistory

Phase = Literal["directly", "propose", "execute", "cancel"]

_DESK_CALLS = {"propose": "propose", "execute": "confirm", "cancel": "withdraw"}
_GAS = 3_000_000
_ATTEMPTS = 3
_NEVER = 1 << 40


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

    def _ready_at(self, manager: str, operation: Operation) -> int:
        data = bytes.fromhex(operation.data)
        asked = calls.call("hashOperation", self.dual, operation.target, data)
        found = self.registry.question(manager, asked)
        return calls.number(self.registry.question(manager, calls.call("getSchedule", found)))


class Officer:
    """Carries out one phase of one order.

    Args:
        order: what was decided.
        phase: what this officer does about it.
        journal: the order's, in this officer's folder.
        clock: Unix seconds now.
        poll: seconds between two looks for a transaction's outcome.
        patience: seconds after which a transaction that is not mined gives the chain up.
    """

    def __init__(
        self,
        order: Order,
        phase: Phase,
        journal: Journal,
        *,
        clock: Callable[[], int] = utc_now,
        poll: float = 1.0,
        patience: float = 900.0,
    ) -> None:
        self._order = order
        self._phase = phase
        self._journal = journal
        self._clock = clock
        self._poll = poll
        self._patience = patience
        self._known: dict[str, StepHistory] = {}
        self._done: dict[str, str] = {}
        for entry in journal.entries:
            self._take(entry)

    def carry_out(self, desk: Desk) -> ActionReport:
        """One chain's operations, in order; the first that is refused ends the chain."""
        chain = desk.registry.chain
        report = ActionReport(chain)
        settler = Settler(desk.registry, self._clock, self._poll, self._patience)
        try:
            for number, operation in enumerate(self._order.on(chain)):
                step = f"{chain}/{self._phase}/{number}"
                if step not in self._done:
                    report.refused = self._attempt(desk, settler, step, operation)
                if report.refused:
                    break
                report.done.append(self._done[step])
        except RegistryError as error:
            report.error = str(error)
        return report

    def _attempt(self, desk: Desk, settler: Settler, step: str, operation: Operation) -> str | None:
        """Ends with the step done, or says why it is refused."""
        known = self._known.setdefault(step, StepHistory())
        for _ in range(_ATTEMPTS):
            outcome = settler.settle(known)
            if outcome is not None and outcome.succeeded:
                self._finish(step, known, outcome)
                return None
            known.prepared.clear()
            refusal = desk.outlook(operation, self._phase).refusal
            if refusal is not None:
                return f"{operation.wallet} {operation.effect}: {refusal}"
            prepared = desk.registry.prepare(desk.call(operation, self._phase))
            self._note(
                {
                    "step": step,
                    "event": "prepared",
                    "hash": prepared.hash,
                    "nonce": prepared.nonce,
                    "raw": prepared.raw.hex(),
                }
            )
            desk.registry.broadcast(prepared)
        outcome = settler.settle(known)
        if outcome is None or not outcome.succeeded:
            raise RegistryError(f"{step} failed {_ATTEMPTS} times")
        self._finish(step, known, outcome)
        return None

    def _finish(self, step: str, known: StepHistory, outcome: Outcome) -> None:
        self._note(
            {
                "step": step,
                "event": "done",
                "hash": known.prepared[-1].hash,
                "block": outcome.block,
                "gas": outcome.gas_used,
            }
        )

    def _note(self, entry: dict[str, Any]) -> None:
        self._journal.write(entry)
        self._take(entry)

    def _take(self, entry: Mapping[str, Any]) -> None:
        if entry["event"] == "done":
            self._done[entry["step"]] = entry["hash"]
            return
        known = self._known.setdefault(entry["step"], StepHistory())
        known.prepared.append(Prepared(entry["hash"], bytes.fromhex(entry["raw"]), entry["nonce"]))
        known.deadline = _NEVER


def carry_out(
    order: Order, phase: Phase, desks: Sequence[Desk], journal: Path, **timing: Any
) -> list[ActionReport]:
    """Carries out one phase of an order on all its chains, or goes on where a start ended.

    Args:
        order: what was decided.
        phase: what this officer does about it.
        desks: the order's chains.
        journal: file of the order's journal.
        timing: `clock`, `poll` and `patience` of `Officer`.

    Raises:
        JournalError: the journal is another order's, damaged, or in use.
    """
    with Journal(journal, order.digest()) as written:
        officer = Officer(order, phase, written, **timing)
        return [officer.carry_out(desk) for desk in desks]


def begun(journal: Path, phase: Phase) -> bool:
    """Whether an earlier start has prepared anything of this phase."""
    return journal.exists() and f"/{phase}/" in journal.read_text(encoding="utf-8")
