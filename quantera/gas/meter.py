"""Measuring: every subject once, from cold storage, on one fresh node."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from quantera.evm import (
    TRANSACTION_GAS_LIMIT,
    NodeChain,
    Receipt,
    Reverted,
    TransactionInvalidError,
)
from quantera.gas.operation import Operation, Subject
from quantera.gas.snapshot import Entry


@dataclass
class Measured:
    """What a run gave: an entry for each operation that went through, a sentence for the rest."""

    entries: dict[str, Entry] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Task:
    operation: Operation
    peer: str | None
    subject: Subject

    @property
    def name(self) -> str:
        return self.operation.id if self.peer is None else f"{self.operation.id} ({self.peer})"


def _tasks(operations: Iterable[Operation]) -> dict[Callable[[NodeChain], Any], list[_Task]]:
    by_set_up: dict[Callable[[NodeChain], Any], list[_Task]] = {}
    for operation in operations:
        subjects = [(None, operation.ours), *operation.peers.items()]
        for peer, subject in subjects:
            by_set_up.setdefault(subject.set_up, []).append(_Task(operation, peer, subject))
    return by_set_up


def _why(error: Reverted | TransactionInvalidError) -> str:
    receipt: Receipt | None = getattr(error, "receipt", None)
    if receipt is not None and receipt.gas_used >= TRANSACTION_GAS_LIMIT:
        return f"it needs more than {TRANSACTION_GAS_LIMIT:,} gas, a transaction's limit (EIP-7825)"
    return str(error)


def _measure_group(
    node: NodeChain, set_up: Callable[[NodeChain], Any], tasks: list[_Task], faults: list[str]
) -> dict[tuple[str, str | None], int]:
    gas: dict[tuple[str, str | None], int] = {}
    try:
        prepared = set_up(node)
    except (Reverted, TransactionInvalidError) as error:
        faults.extend(f"{task.name}: its set-up failed: {_why(error)}" for task in tasks)
        return gas
    for task in tasks:
        with node.rollback():
            try:
                receipt = task.subject.send(prepared)
            except (Reverted, TransactionInvalidError) as error:
                faults.append(f"{task.name}: it failed: {_why(error)}")
            else:
                gas[task.operation.id, task.peer] = receipt.gas_used
    return gas


def _entry(operation: Operation, gas: dict[tuple[str, str | None], int]) -> Entry:
    keys = {peer: (operation.id, peer) for peer in operation.peers}
    return Entry(
        gas=gas[operation.id, None],
        limit=operation.limit,
        peers={peer: gas[key] for peer, key in keys.items() if key in gas},
        conditions=operation.conditions,
    )


def measure(operations: Iterable[Operation]) -> Measured:
    """Measure operations and their peers on one node that follows the five chains' rules.

    The node gives no transaction more than EIP-7825's gas, and takes none that asks for more.
    """
    operations = tuple(operations)
    result = Measured()
    gas: dict[tuple[str, str | None], int] = {}
    with NodeChain() as node:
        for set_up, tasks in _tasks(operations).items():
            with node.rollback():
                gas |= _measure_group(node, set_up, tasks, result.faults)
    for operation in operations:
        if (operation.id, None) in gas:
            result.entries[operation.id] = _entry(operation, gas)
    return result
