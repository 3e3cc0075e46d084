"""The machine under the model: contracts, transactions that are all or nothing, conditions."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Protocol

from tests.differential.token.operations import Argument, Event, Operation, Outcome

MAX_UINT256 = 2**256 - 1
_FIXED = frozenset({"ledger", "name"})
_CONTAINERS = frozenset({dict, set, list})

Saved = tuple[int, dict[str, dict[str, Any]]]
"""A copy of everything: the clock, and each contract's state by name."""


class Refused(Exception):  # noqa: N818 -- an outcome, not a fault
    """A condition was not met; the transaction is undone."""

    def __init__(self, row: str) -> None:
        super().__init__(row)
        self.row = row


class Watcher(Protocol):
    """Hears of every condition that decided something; see `coverage`."""

    def condition(self, row: str, *, met: bool) -> None:
        """A condition was asked for and was met or not."""

    def emitted(self, function: str, event: str) -> None:
        """A function that took effect emitted an event."""

    def path(self, row: str) -> None:
        """A view took this way to its answer."""


class Nobody:
    """Hears nothing."""

    def condition(self, row: str, *, met: bool) -> None:
        pass

    def emitted(self, function: str, event: str) -> None:
        pass

    def path(self, row: str) -> None:
        pass


class ModelContract:
    """Base of the model's contracts.

    Their state is plain attributes whose containers hold only immutable values, so that a copy of
    the containers is a copy of the state.

    Attributes:
        kind: T-REX's name of the contract, the first part of its rows in the table.
    """

    kind = ""

    def __init__(self, ledger: "Ledger", name: str) -> None:
        self.ledger = ledger
        self.name = name

    def emit(self, event: str, *arguments: Any) -> None:
        """Log an event in this contract's name."""
        self.ledger.emit(self.name, event, arguments)

    def need(self, condition: str, met: bool, *, vital: bool = False) -> None:
        """Ask for a condition of the function that is running."""
        self.ledger.need(condition, met, vital=vital)

    def saved(self) -> dict[str, Any]:
        """A copy of the state."""
        return {
            name: value.copy() if type(value) in _CONTAINERS else value
            for name, value in vars(self).items()
            if name not in _FIXED
        }

    def restore(self, saved: dict[str, Any]) -> None:
        """Go back to a copy made before; the copy stays what it is."""
        for name, value in saved.items():
            vars(self)[name] = value.copy() if type(value) in _CONTAINERS else value


class Ledger:
    """State of everything, and the only place that decides whether a transaction counts.

    Attributes:
        contracts: by role name.
        now: the clock in seconds.
        watcher: hears which conditions were met, in transactions that are really applied.
    """

    def __init__(self, now: int) -> None:
        self.contracts: dict[str, ModelContract] = {}
        self.now = now
        self.watcher: Watcher = Nobody()
        self._running: list[str] = []
        self._events: list[tuple[str, Event]] = []
        self._collecting: list[str] | None = None

    # -- transactions ---------------------------------------------------------------------------

    def apply(self, operation: Operation, before: Saved | None = None) -> Outcome:
        """Run an operation; of a refusal nothing stays, and its only reason is the row.

        Args:
            operation: what to run.
            before: a copy of everything as it is now, where the caller has made one.
        """
        saved = before or self.saved()
        self._events = []
        try:
            returned = self._run(operation)
        except Refused as refusal:
            self.restore(saved)
            return Outcome(False, reasons=frozenset({refusal.row}), refusal=refusal.row)
        for function, event in self._events:
            self.watcher.emitted(function, event.name)
        return Outcome(True, returned, tuple(event for _, event in self._events))

    def every_refusal(self, operation: Operation) -> frozenset[str]:
        """All conditions that an operation fails, not only the first one; nothing changes."""
        saved = self.saved()
        watcher, self.watcher = self.watcher, Nobody()
        self._collecting = found = []
        try:
            self._run(operation)
        except Refused as refusal:
            found.append(refusal.row)
        finally:
            self._collecting = None
            self.watcher = watcher
            self.restore(saved)
        return frozenset(found)

    def saved(self) -> Saved:
        """A copy of everything, for `restore`."""
        return self.now, {name: contract.saved() for name, contract in self.contracts.items()}

    def restore(self, saved: Saved) -> None:
        """Go back to a copy made before."""
        self.now = saved[0]
        for name, state in saved[1].items():
            self.contracts[name].restore(state)

    def _run(self, operation: Operation) -> Any:
        return self.call(
            operation.caller, operation.contract, operation.function, *operation.arguments
        )

    # -- for the contracts ----------------------------------------------------------------------

    def call(self, caller: str, contract: str, function: str, *arguments: Argument) -> Any:
        """Call a contract's function in somebody's name."""
        target = self.contracts[contract]
        method: Callable[..., Any] = getattr(target, snake_case(function))
        with self.inside(f"{target.kind}.{function}"):
            return method(caller, *arguments)

    def nested(
        self, condition: str, caller: str, contract: str, function: str, *arguments: Any
    ) -> Any:
        """Call on; that the callee accepts is a condition of the caller as well."""
        with self.depending_on(condition):
            return self.call(caller, contract, function, *arguments)

    @contextmanager
    def depending_on(self, condition: str) -> Iterator[None]:
        """Whatever is refused inside is a condition of the running function too."""
        row = f"{self._running[-1]}.{condition}"
        try:
            yield
        except Refused:
            self.watcher.condition(row, met=False)
            raise
        self.watcher.condition(row, met=True)

    def need(self, condition: str, met: bool, *, vital: bool = False) -> None:
        """Ask for a condition of the running function.

        Args:
            condition: its id in the table, below the function.
            met: whether it holds.
            vital: nothing behind it can be evaluated without it.
        """
        row = f"{self._running[-1]}.{condition}"
        self.watcher.condition(row, met=met)
        if met:
            return
        if self._collecting is None or vital:
            raise Refused(row)
        self._collecting.append(row)

    def took(self, path: str) -> None:
        """A view answers by this way."""
        self.watcher.path(f"{self._running[-1]}.{path}")

    def emit(self, emitter: str, event: str, arguments: tuple[Any, ...]) -> None:
        """Log an event."""
        self._events.append((self._running[-1], Event(emitter, event, arguments)))

    @contextmanager
    def inside(self, function: str) -> Iterator[None]:
        """Conditions and events in here belong to this function."""
        self._running.append(function)
        try:
            yield
        finally:
            self._running.pop()


@cache
def snake_case(name: str) -> str:
    """`batchMint` as `batch_mint`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
