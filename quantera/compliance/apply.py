"""Carries out a plan: signed batches, journal before every send, a refused row stops only itself.

A step's transactions are signed and journalled before they are sent, and all of them use the same
account nonce, so at most one of them ever counts: whenever the process dies, the next start finds
for each step either its outcome on the chain or a signed transaction to send again. The registry's
own batch nonce makes applying a batch twice impossible even from another account.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

from quantera.compliance.attestation import Batch, BatchSigner, message
from quantera.compliance.chain import calls
from quantera.compliance.chain.protocol import Call, Registry
from quantera.compliance.costs import Costs
from quantera.compliance.errors import RegistryError
from quantera.compliance.journal import Journal
from quantera.compliance.moments import utc_now
from quantera.compliance.outdated import HeadroomGuard, require_fitting
from quantera.compliance.plan import ChainPlan, Plan, Row
from quantera.compliance.settling import Settler
from quantera.compliance.steps import (
    ChainHistory,
    ChainReport,
    Step,
    StepHistory,
    steps_of,
)
from quantera.compliance.terms import merged_terms, read_row_key

_VALIDITY = 3_600
_ATTEMPTS = 3
_ROOM_PERCENT = 130
_OVERTAKEN = "TermsChanged"


class Progress(Protocol):
    """Somebody who wants to know how far it is."""

    def started(self, chain: str, rows: int) -> None:
        """A chain's rows are about to be written."""

    def advanced(self, chain: str, rows: int) -> None:
        """So many more rows are done, refused ones included."""


class ChainApplier:
    """Carries out one chain's part of a plan.

    Args:
        registry: the chain.
        signer: the trusted issuer's key.
        journal: of the whole plan.
        costs: gas figures.
        guard: keeps headroom from being dealt out by two plans; None where nobody else plans.
        clock: Unix seconds now.
        poll: seconds between two looks for a transaction's outcome.
        patience: seconds after which a transaction that is not mined gives the chain up.
    """

    def __init__(
        self,
        registry: Registry,
        signer: BatchSigner,
        journal: Journal,
        costs: Costs,
        guard: HeadroomGuard | None = None,
        *,
        clock: Callable[[], int] = utc_now,
        poll: float = 1.0,
        patience: float = 900.0,
    ) -> None:
        self._registry = registry
        self._signer = signer
        self._journal = journal
        self._costs = costs
        self._guard = guard
        self._clock = clock
        self._settler = Settler(registry, self._now, poll, patience)
        self._history = ChainHistory(registry.chain, journal.entries)

    def run(self, plan: ChainPlan, progress: Progress) -> ChainReport:
        """Carries the chain's steps out; what stops the whole chain ends up in the report."""
        progress.started(plan.chain, len(plan.rows))
        report = self._history.report
        try:
            for step in steps_of(plan, self._batch_size()) if plan.rows else ():
                self._carry_out(step, progress)
        except RegistryError as error:
            report.error = str(error)
        return report

    def _note(self, entry: dict[str, Any]) -> None:
        self._journal.write(entry)
        self._history.take(entry)

    def _batch_size(self) -> int:
        # A plan's steps must be cut alike in every run, whatever a block holds by then.
        if self._history.rows_per_batch is None:
            limit = self._registry.fees().block_gas_limit
            self._note(self._history.sized(self._costs.rows_per_batch(limit)))
        return self._history.rows_per_batch or 1

    def _carry_out(self, step: Step, progress: Progress) -> None:
        known = self._history.step(step.name)
        if not known.done and not known.split:
            self._attempt(step, known)
        if known.split:
            for half in step.halves():
                self._carry_out(half, progress)
        else:
            progress.advanced(self._registry.chain, len(step.rows))

    def _attempt(self, step: Step, known: StepHistory) -> None:
        """Ends with the step done or split."""
        for _ in range(_ATTEMPTS):
            outcome = self._settler.settle(known)
            if outcome is not None and outcome.succeeded:
                self._note(self._history.done(step, outcome))
                return
            nonce = None if outcome is not None or not known.prepared else known.prepared[-1].nonce
            if outcome is not None:
                known.prepared.clear()
            guard = self._guard if step.kind == "terms" else None
            dealt = guard.refusal(step.rows[0]) if guard else None
            if dealt is not None:
                self._note(self._history.refused(step, dealt))
                return
            call, deadline = self._call(step)
            reason = self._registry.trial(call)
            if reason is not None and _OVERTAKEN in reason:
                continue
            if reason is not None:
                self._explain(step, reason)
                return
            try:
                prepared = self._registry.prepare(call, nonce)
            except RegistryError as error:
                if _OVERTAKEN in str(error):
                    continue
                raise
            self._note(self._history.prepared(step, prepared, deadline))
            self._registry.broadcast(prepared)
        outcome = self._settler.settle(known)
        if outcome is not None and outcome.succeeded:
            self._note(self._history.done(step, outcome))
        elif step.kind == "terms" and (outcome is not None or not known.prepared):
            # Somebody was faster each time; the word is planned anew by the next plan.
            self._note(
                self._history.refused(step, f"changed {_ATTEMPTS} times while it was written")
            )
        else:
            raise RegistryError(f"{step.name} failed {_ATTEMPTS} times")

    def _explain(self, step: Step, reason: str) -> None:
        """A trial failed: for all rows, for one of many, or for this one."""
        empty = self._batch(()) if step.kind == "attest" else calls.write_records(())
        general = self._registry.trial(Call(empty, self._costs.base))
        if general is not None:
            raise RegistryError(f"{self._registry.chain} takes no rows: {general}")
        if len(step.rows) > 1:
            self._note(self._history.split(step, reason))
        else:
            self._note(self._history.refused(step, reason))

    def _call(self, step: Step) -> tuple[Call, int]:
        gas = self._costs.base + self._costs.row * len(step.rows)
        rows = tuple((row.key, row.new) for row in step.rows)
        match step.kind:
            case "attest":
                data = self._batch(rows)
            case "write":
                data = calls.write_records(rows)
            case "removal":
                data, gas = calls.delete(step.rows[0].key), self._costs.single
            case "terms":
                return self._terms(step.rows[0])
            case _:
                data = calls.write_evidence(int(step.rows[0].key, 16), step.rows[0].new)
                gas = self._costs.single
        room = min(gas * _ROOM_PERCENT // 100, self._costs.limit)
        return Call(data, room), self._now() + _VALIDITY

    def _terms(self, row: Row) -> tuple[Call, int]:
        """Written over what stands there now: purchases since the plan was made stay spent.

        A purchase that is mined between this look and the write makes the write fail, and the word
        is merged anew.
        """
        token, identity = read_row_key(row.key)
        previous = self._registry.terms(token, identity)
        data = calls.write_terms(token, identity, previous, merged_terms(row.new, (previous,)))
        room = min(self._costs.single * _ROOM_PERCENT // 100, self._costs.limit)
        return Call(data, room), self._now() + _VALIDITY

    def _now(self) -> int:
        """The later of this clock and the chain's: a deadline must lie ahead of both."""
        return max(self._clock(), self._registry.timestamp())

    def _batch(self, rows: tuple[tuple[str, int], ...]) -> bytes:
        registry, issuer = self._registry, self._signer.issuer
        issued = min(self._clock(), registry.timestamp())
        batch = Batch(
            issuer=issuer,
            nonce=registry.last_batch_nonce(issuer) + 1,
            issued_at=issued,
            deadline=self._now() + _VALIDITY,
            rows=rows,
        )
        signature = self._signer.sign(message(batch, registry.chain_id, registry.registry))
        return calls.apply_batch(batch, signature)


def apply_plan(
    plan: Plan,
    registries: Mapping[str, Registry],
    signer: BatchSigner,
    journal: Path,
    *,
    progress: Progress,
    costs: Costs,
    **timing: Any,
) -> list[ChainReport]:
    """Carries out a plan on all its chains at once, or goes on where an earlier run ended.

    Args:
        plan: the reviewed plan.
        registries: by chain name.
        signer: the trusted issuer's key.
        journal: file of the plan's journal.
        progress: who is told how far it is.
        costs: gas figures.
        timing: `clock`, `poll` and `patience` of `ChainApplier`.

    Raises:
        JournalError: the journal is another plan's, damaged, or in use.
        PlanOutdatedError: nothing of it has been done, and the chains hold something else by now
            than what it was made from.
        RegistryError: the plan names a chain without registry.
    """
    missing = [chain.chain for chain in plan.chains if chain.chain not in registries]
    if missing:
        raise RegistryError(f"no registry for {', '.join(missing)}")
    guard = HeadroomGuard(plan, registries)
    with Journal(journal, plan.digest()) as written, ThreadPoolExecutor(5) as pool:
        if not written.entries:
            require_fitting(plan, registries, guard)
        runs = [
            pool.submit(
                ChainApplier(registries[part.chain], signer, written, costs, guard, **timing).run,
                part,
                progress,
            )
            for part in plan.chains
        ]
        return [run.result() for run in runs]
