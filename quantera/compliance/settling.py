"""Waits for what became of a journalled transaction, whoever sent it and however often."""

import time
from collections.abc import Callable

from quantera.compliance.chain.protocol import Outcome, RegistryWriter
from quantera.compliance.errors import RegistryError
from quantera.compliance.steps import StepHistory
from quantera.pauses import growing

_LOOKS = 3
MARGIN = 300
"""Seconds before its deadline from which a transaction is no longer sent."""


class Settler:
    """Finds the outcome of a step's transactions on one chain.

    Args:
        registry: the chain.
        now: Unix seconds.
        poll: seconds between two looks, at most.
        patience: seconds after which a transaction that is not mined gives the chain up.
    """

    def __init__(
        self, registry: RegistryWriter, now: Callable[[], int], poll: float, patience: float
    ) -> None:
        self._registry = registry
        self._now = now
        self._poll = poll
        self._patience = patience

    def settle(self, known: StepHistory) -> Outcome | None:
        """The step's outcome if it has one; None when a transaction must (again) be prepared.

        Transactions that can no longer be mined are forgotten; one that still can, and whose
        attestation has run out, is left for a replacement with the same nonce.
        """
        patience_ends = time.monotonic() + self._patience
        sent, missing = False, 0
        pauses = growing(self._poll)
        while known.prepared:
            newest = known.prepared[-1]
            # Nonces first: a transaction mined after this look is found by the next one.
            used = self._registry.used_nonces() > newest.nonce
            outcome = self._outcome(known)
            if outcome is not None and outcome.final:
                return outcome
            # One node of several behind an endpoint may lag: only what stays missing is gone.
            missing = missing + 1 if outcome is None and used else 0
            if missing == _LOOKS:
                known.prepared.clear()
                return None
            if outcome is None and not used and self._now() >= known.deadline - MARGIN:
                return None
            if outcome is None and not used and not sent:
                self._registry.broadcast(newest)
                sent = True
            if time.monotonic() >= patience_ends:
                raise RegistryError(f"{newest.hash} is not mined after {self._patience:.0f} s")
            # What is missing is given the whole time to turn up.
            time.sleep(self._poll if missing else next(pauses))
        return None

    def _outcome(self, known: StepHistory) -> Outcome | None:
        """A success among the step's transactions, or what became of the newest one's nonce."""
        last = None
        for prepared in known.prepared:
            outcome = self._registry.outcome(prepared.hash)
            if outcome is not None and outcome.succeeded:
                return outcome
            if outcome is not None and prepared.nonce == known.prepared[-1].nonce:
                last = outcome
        return last
