"""A transaction's steps, each with its frame and what it reads of memory.

A node's trace gives the stack at each step. Memory, and the data that calls give and return, follow
from it: every frame, of contracts of others too, is run once more as far as bytes move.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

WORD = 32
DEEPEST_OPERAND = 8
CALLS: Mapping[str, int] = {"CALL": 3, "CALLCODE": 3, "STATICCALL": 2, "DELEGATECALL": 2}
"""Place on the stack of where a call's data begin; behind it its size, then both of the answer."""
READS: Mapping[str, int] = {
    "KECCAK256": 0,
    "RETURN": 0,
    "REVERT": 0,
    "CREATE": 1,
    "CREATE2": 1,
    **{f"LOG{topics}": 0 for topics in range(5)},
    **CALLS,
}
"""Place on the stack of where what is read begins; behind it its size."""
RESULTS = frozenset({"SLOAD", "TLOAD", "KECCAK256", "CALLDATALOAD"})
CHEAPEST = frozenset(
    {
        *("ADDRESS", "ORIGIN", "CALLER", "CALLVALUE", "CALLDATASIZE", "CODESIZE", "GASPRICE"),
        *("COINBASE", "TIMESTAMP", "NUMBER", "PREVRANDAO", "GASLIMIT", "CHAINID", "BASEFEE"),
        *("RETURNDATASIZE", "MSIZE"),
    }
)
"""Instructions of two gas that put a value on the stack."""


@dataclass(eq=False)
class Frame:
    """A call.

    Attributes:
        owner: whose code runs.
        code: address of that code.
        data: what it was called with.
        memory: as it is by now.
        answered: what the last call from it returned.
    """

    owner: str
    code: int
    data: bytes
    memory: bytearray = field(default_factory=bytearray)
    answered: bytes = b""

    def grow(self, offset: int, size: int) -> None:
        """Make memory reach that far, in whole words."""
        end = (offset + size + WORD - 1) // WORD * WORD
        if size and end > len(self.memory):
            self.memory.extend(bytes(end - len(self.memory)))

    def read(self, offset: int, size: int) -> bytes:
        """Some of memory."""
        self.grow(offset, size)
        return bytes(self.memory[offset : offset + size]) if size else b""

    def write(self, offset: int, content: bytes) -> None:
        """Write to memory."""
        self.grow(offset, len(content))
        self.memory[offset : offset + len(content)] = content


@dataclass(frozen=True, eq=False)
class Step:
    """An instruction as it ran.

    Attributes:
        op: its name.
        operands: from the top of the stack.
        cost: gas of it alone, that of a call without what is called, without growing memory.
        grown: gas of growing memory.
        frame: in which it ran.
        read: what it took from memory.
        answered: what the last call from the frame had returned.
        result: what it put on the stack, where that is looked at.
    """

    op: str
    operands: tuple[int, ...]
    cost: int
    grown: int
    frame: Frame
    read: bytes
    answered: bytes
    result: int


def memory_gas(words: int) -> int:
    """What memory of so many words costs."""
    return 3 * words + words * words // 512


def own_costs(steps: list[dict[str, Any]]) -> list[int]:
    """Gas of each step alone, that of a call without what is called."""
    costs, waiting = [0] * len(steps), list[int]()
    for place, step in enumerate(steps):
        after = steps[place + 1] if place + 1 < len(steps) else None
        if after is not None and after["depth"] > step["depth"]:
            waiting.append(place)
            continue
        costs[place] = step["gasCost"]
        if after is None:
            continue
        if after["depth"] == step["depth"]:
            costs[place] = step["gas"] - after["gas"]
        else:
            # What the call was given and has not used goes back to the caller.
            call, left = waiting.pop(), step["gas"] - step["gasCost"]
            inner = steps[call + 1]["gas"] - left
            costs[call] = steps[call]["gas"] - after["gas"] - inner
    return costs


def _slice(content: bytes, offset: int, size: int) -> bytes:
    found = content[offset : offset + size]
    return found + bytes(size - len(found))


class _Machine:
    """Moves bytes as the steps did."""

    def __init__(self, first: Frame, owner: Callable[[int], str], code: Callable[[int], bytes]):
        self.frames = [first]
        self.calls: list[tuple[int, ...]] = []
        self.given = b""
        self.owner, self.code = owner, code

    def enter(self, before: Mapping[str, Any], operands: tuple[int, ...], read: bytes) -> None:
        """Begin the call that `before` makes."""
        called = before["op"] in CALLS
        self.calls.append(operands[CALLS[before["op"]] + 2 :] if called else ())
        code = operands[1] if called else 0
        self.frames.append(Frame(self.owner(code), code, read if called else b""))
        self.given = b""

    def go_back(self) -> None:
        """End the innermost call: its answer goes where the caller wants it."""
        self.frames.pop()
        caller, wanted = self.frames[-1], self.calls.pop()
        caller.answered = self.given
        if wanted:
            caller.grow(wanted[0], wanted[1])
            caller.write(wanted[0], self.given[: wanted[1]])
        self.given = b""

    def run(self, op: str, operands: tuple[int, ...]) -> bytes:
        """Run one step as far as memory goes; what it reads."""
        frame = self.frames[-1]
        if op in READS:
            place = READS[op]
            read = frame.read(operands[place], operands[place + 1])
            if op in CALLS:
                frame.grow(operands[place + 2], operands[place + 3])
                # Where nothing runs, as with precompiled contracts, the answer is not known.
                frame.answered = b""
            if op in {"RETURN", "REVERT"}:
                self.given = read
            return read
        if op == "MLOAD":
            frame.grow(operands[0], WORD)
        elif op == "MSTORE":
            frame.write(operands[0], operands[1].to_bytes(WORD, "big"))
        elif op == "MSTORE8":
            frame.write(operands[0], bytes([operands[1] & 0xFF]))
        elif op.endswith("COPY"):
            self._copy(frame, op, operands)
        return b""

    def _copy(self, frame: Frame, op: str, operands: tuple[int, ...]) -> None:
        address, rest = frame.code, operands
        if op == "EXTCODECOPY":
            address, rest = operands[0], operands[1:]
        target, source, size = rest[:3]
        if op == "MCOPY":
            content = frame.read(source, size)
        elif op == "CALLDATACOPY":
            content = _slice(frame.data, source, size)
        elif op == "RETURNDATACOPY":
            content = _slice(frame.answered, source, size)
        else:
            content = _slice(self.code(address), source, size) if size else b""
        frame.write(target, content)


def walk(
    steps: Iterable[dict[str, Any]],
    data: bytes,
    first: tuple[str, int],
    owner: Callable[[int], str],
    code: Callable[[int], bytes],
) -> list[Step]:
    """All steps of a trace (`structLogs`).

    Args:
        steps: the trace's.
        data: the transaction's.
        first: whose the contract is that it calls, and its address.
        owner: whose the code at an address is.
        code: the code at an address.
    """
    listed = list(steps)
    machine = _Machine(Frame(*first, data), owner, code)
    found: list[Step] = []
    for place, (step, cost) in enumerate(zip(listed, own_costs(listed), strict=True)):
        if place:
            depth = int(step["depth"])
            if depth > len(machine.frames):
                machine.enter(listed[place - 1], found[-1].operands, found[-1].read)
            while depth < len(machine.frames):
                machine.go_back()
        frame, op = machine.frames[-1], step["op"]
        operands = tuple(int(word, 16) for word in reversed(step["stack"][-DEEPEST_OPERAND:]))
        before, answered = len(frame.memory), frame.answered
        read = machine.run(op, operands)
        grown = memory_gas(len(frame.memory) // WORD) - memory_gas(before // WORD)
        result = 0
        if op in RESULTS or op in CHEAPEST:
            result = int(listed[place + 1]["stack"][-1], 16)
        found.append(Step(op, operands, cost - grown, grown, frame, read, answered, result))
    return found
