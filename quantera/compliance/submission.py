"""One transaction per step: signed and journalled before it is sent, found again after a crash."""

from collections.abc import Callable, Mapping
from typing import Any

from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.chain.protocol import Call, Outcome, Prepared
from quantera.compliance.errors import RegistryError
from quantera.compliance.journal import Journal
from quantera.compliance.moments import utc_now
from quantera.compliance.settling import Settler
from quantera.compliance.steps import StepHistory

_ATTEMPTS = 3
_NEVER = 1 << 40


class Submitter:
    """Carries steps out, each once over all starts.

    Args:
        journal: of whatever the steps belong to.
        clock: Unix seconds now.
        poll: seconds between two looks for a transaction's outcome.
        patience: seconds after which a transaction that is not mined gives the chain up.
    """

    def __init__(
        self,
        journal: Journal,
        *,
        clock: Callable[[], int] = utc_now,
        poll: float = 1.0,
        patience: float = 900.0,
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._poll = poll
        self._patience = patience
        self._known: dict[str, StepHistory] = {}
        self.done: dict[str, str] = {}
        for entry in journal.entries:
            self._take(entry)

    def submit(
        self, registry: EvmRegistry, step: str, call: Call, refusal: Callable[[], str | None]
    ) -> str | None:
        """Ends with the step done, or says why it is refused.

        Args:
            registry: the chain, with the key that sends.
            step: its name, the same in every start.
            call: what it calls.
            refusal: asks the chain why the call would fail now; None when it would not.

        Raises:
            RegistryError: the chain cannot be reached, or does not mine the transaction.
        """
        if step in self.done:
            return None
        settler = Settler(registry, self._clock, self._poll, self._patience)
        known = self._known.setdefault(step, StepHistory())
        for _ in range(_ATTEMPTS):
            outcome = settler.settle(known)
            if outcome is not None and outcome.succeeded:
                self._finish(step, known, outcome)
                return None
            known.prepared.clear()
            why = refusal()
            if why is not None:
                return why
            prepared = registry.prepare(call)
            self._note(
                {
                    "step": step,
                    "event": "prepared",
                    "hash": prepared.hash,
                    "nonce": prepared.nonce,
                    "raw": prepared.raw.hex(),
                }
            )
            registry.broadcast(prepared)
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
            self.done[entry["step"]] = entry["hash"]
            return
        known = self._known.setdefault(entry["step"], StepHistory())
        known.prepared.append(Prepared(entry["hash"], bytes.fromhex(entry["raw"]), entry["nonce"]))
        known.deadline = _NEVER
