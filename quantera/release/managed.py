"""Calls that an account makes through a chain's access manager, at once or after its delay."""

from collections.abc import Sequence
from dataclasses import dataclass

from quantera.release.arguments import function_of
from quantera.release.blueprint import MANAGER
from quantera.release.conditions import Condition, view_is
from quantera.release.node import Node

MULTICALL = "multicall(bytes[])"


@dataclass(frozen=True)
class Managed:
    """One call.

    Attributes:
        target: whom; the access manager for its own functions.
        data: call data.
        delay: seconds that the caller's role makes it wait; 0 for at once.
        says: what it does.
    """

    target: str
    data: bytes
    delay: int
    says: str


def manage(signature: str, *arguments: object) -> bytes:
    """Call data of one of the access manager's functions."""
    return function_of(MANAGER, signature).encode(arguments)


class Desk:
    """Makes one chain's transactions of managed calls.

    Args:
        node: of the chain.
        manager: the access manager.
        caller: who sends.
    """

    def __init__(self, node: Node, manager: str, caller: str) -> None:
        self._node = node
        self.manager = manager
        self.caller = caller

    def operation(self, call: Managed) -> bytes:
        """The operation's id."""
        asked = manage("hashOperation(address,address,bytes)", self.caller, call.target, call.data)
        return bytes.fromhex(self._node.call(self.manager, "0x" + asked.hex())[2:])

    def operations(self, calls: Sequence[Managed]) -> list[str]:
        """Ids of the calls that wait."""
        return ["0x" + self.operation(call).hex() for call in calls if call.delay]

    def _number(self, signature: str, operation: bytes) -> int:
        return int(self._node.call(self.manager, "0x" + manage(signature, operation).hex()), 16)

    def scheduling(self, calls: Sequence[Managed]) -> tuple[list[bytes], list[Condition]]:
        """Calls of the manager that schedule what waits, and what holds then.

        What is scheduled already is left as it is.
        """
        todo, conditions = [], []
        get = function_of(MANAGER, "getNonce(bytes32)")
        for call in calls:
            if not call.delay:
                continue
            operation = self.operation(call)
            nonce = self._number("getNonce(bytes32)", operation)
            if not self._number("getSchedule(bytes32)", operation):
                nonce += 1
                todo.append(manage("schedule(address,bytes,uint48)", call.target, call.data, 0))
            said = f"scheduled: {call.says}"
            conditions.append(view_is(self.manager, get, (operation,), (nonce,), said))
        return todo, conditions

    def cancelling(self, calls: Sequence[Managed]) -> list[tuple[bytes, Condition]]:
        """A call of the manager for each that waits, which takes it out of the schedule."""
        get, found = function_of(MANAGER, "getSchedule(bytes32)"), []
        for call in calls:
            if not call.delay:
                continue
            operation, says = self.operation(call), f"not scheduled: {call.says}"
            gone = view_is(self.manager, get, (operation,), (0,), says)
            data = manage("cancel(address,address,bytes)", self.caller, call.target, call.data)
            found.append((data, gone))
        return found

    def carrying_out(self, calls: Sequence[Managed]) -> list[bytes]:
        """Calls of the manager that carry them out, scheduled or not."""
        return [
            call.data
            if call.target == self.manager and not call.delay
            else manage("execute(address,bytes)", call.target, call.data)
            for call in calls
        ]


def all_of(calls: Sequence[bytes]) -> bytes:
    """One transaction of the manager for all."""
    return manage(MULTICALL, list(calls))
