"""The least that a frame computes for the operations that it makes.

An operation finds its operands on the stack and its data in memory, which somebody has put there:

- An operand that is the result of another operation costs nothing the first time. One that an
  instruction of two gas gives costs two, any other three: no instruction gives one for less.
- Places in memory cost two (`PUSH0`), as if everything could be at its beginning.
- Bytes that are zero, that were read before, or that a call has answered are free: they may lie
  where they are wanted. So are results that are written. What came with the call is copied where
  that is cheaper; for anything else every 32 bytes take an `MSTORE`.
- Of words of a call's data that share bytes one is loaded, of zeros none.
- Memory grows to the longest of what is read, no further.
- A call's success is looked at before the next call, whose answer would replace the reason of
  this one's failure, and so is whether it answered, for nobody answers where no code is.
- A function is told from the others by one comparison.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from quantera.gas.floor.opcodes import price
from quantera.gas.floor.trace import CALLS, CHEAPEST, WORD, Frame, Step, memory_gas

IMPLEMENTATION = 0x360894A13BA1A3210667C828492DB98DCA3E2076CC3735A920A3CA505D382BBC
"""Slot of a proxy's implementation (ERC-1967)."""
SLOTS, CALLED, HASHES, LOGS = "slots", "calls", "hashes and guard", "logs"
STATE = (SLOTS, CALLED, HASHES, LOGS)
"""Kinds of what is paid before anything is computed."""
OPERANDS, SELECTION, PROXIES = "operands and memory", "selection", "proxies"
KINDS: Mapping[str, str] = {
    "SLOAD": SLOTS,
    "SSTORE": SLOTS,
    "KECCAK256": HASHES,
    "TLOAD": HASHES,
    "TSTORE": HASHES,
    "EXTCODESIZE": CALLED,
    **dict.fromkeys(CALLS, CALLED),
    **{f"LOG{topics}": LOGS for topics in range(5)},
}
WARM = 100
SELECTOR_BYTES = 4
FORMS: Mapping[str, tuple[str, ...]] = {
    "SLOAD": ("VALUE",),
    "SSTORE": ("VALUE", "VALUE"),
    "TLOAD": ("VALUE",),
    "TSTORE": ("VALUE", "VALUE"),
    "KECCAK256": ("PLACE", "SIZE"),
    "EXTCODESIZE": ("VALUE",),
    "RETURN": ("PLACE", "SIZE"),
    "CALL": ("GAS", "RESULT", "VALUE", "PLACE", "SIZE", "PLACE", "PLACE"),
    "STATICCALL": ("GAS", "RESULT", "PLACE", "SIZE", "PLACE", "PLACE"),
    "DELEGATECALL": ("GAS", "RESULT", "PLACE", "SIZE", "PLACE", "PLACE"),
    **{f"LOG{topics}": ("PLACE", "SIZE", *["VALUE"] * topics) for topics in range(5)},
}
"""What each operand is: `RESULT` comes from elsewhere for nothing, such as a call's target."""
SUCCESS = "PUSH JUMPI JUMPDEST"
ANSWER = "RETURNDATASIZE PUSH GT AND"
SELECTOR = "PUSH SHR PUSH EQ PUSH JUMPI JUMPDEST"
COPY = "PUSH0 PUSH0 PUSH0 COPY"
"""Of a copy, without its words; the size may come from an instruction of two gas."""


@dataclass(frozen=True)
class Line:
    """Something that a transaction must pay for.

    Attributes:
        owner: whose code pays.
        kind: one of those of this module, or of `quantera.gas.floor.conditions`.
        what: in words or instructions.
        gas: what it costs at least.
    """

    owner: str
    kind: str
    what: str
    gas: int


def _trimmed(value: int) -> int:
    """A value without the zero bytes behind it: wherever it stands in a word, it is the same."""
    while value and not value & 0xFF:
        value >>= 8
    return value


@dataclass
class _Frame:
    """One frame of ours, step by step."""

    frame: Frame
    steps: list[Step]
    proxy: bool = field(init=False)
    results: Counter[int] = field(default_factory=Counter)
    known: list[bytes] = field(default_factory=list)
    hashed: set[bytes] = field(default_factory=set)
    longest: int = 0

    def __post_init__(self) -> None:
        self.proxy = any(
            step.op == "SLOAD" and step.operands[0] == IMPLEMENTATION for step in self.steps
        )
        cheap = {step.result for step in self.steps if step.op in CHEAPEST}
        self.cheap = {_trimmed(value) for value in cheap | {0, len(self.frame.data)}}
        self.loads = _apart(
            step.operands[0] for step in self.steps if step.op == "CALLDATALOAD" and step.result
        )

    def lines(self) -> Iterator[Line]:
        if not self.proxy and len(self.frame.data) >= SELECTOR_BYTES:
            yield self._line(SELECTION, SELECTOR, price(SELECTOR))
        asked = False
        for step in self.steps:
            if asked and step.answered:
                self.known.append(step.answered)
                yield self._line(OPERANDS, f"{ANSWER}, a call's answer", price(ANSWER))
            asked = step.op in CALLS and not self.proxy
            if step.op == "CALLDATALOAD":
                yield from self._load(step)
            elif step.op in FORMS and not self._is_again(step):
                yield from self._operation(step)
        words = -(-self.longest // WORD)
        if words:
            yield self._line(OPERANDS, f"memory of {words} words", memory_gas(words))

    def _line(self, kind: str, what: str, gas: int) -> Line:
        kind = PROXIES if self.proxy and kind not in STATE else kind
        return Line(self.frame.owner, kind, what, gas)

    def _is_again(self, step: Step) -> bool:
        """Whether a program that remembers what it has read or hashed does without."""
        if step.op == "SLOAD":
            return step.cost == WARM
        if step.op != "KECCAK256":
            return False
        again = step.read in self.hashed
        self.hashed.add(step.read)
        return again

    def _load(self, step: Step) -> Iterator[Line]:
        place = step.operands[0]
        if place not in self.loads:
            return
        self.loads.remove(place)
        self.results[_trimmed(step.result)] += 1
        operand = "PUSH" if place else "PUSH0"
        kind = OPERANDS if place else SELECTION
        what = f"{operand} CALLDATALOAD, word at {place}"
        yield self._line(kind, what, price(f"{operand} CALLDATALOAD"))

    def _operation(self, step: Step) -> Iterator[Line]:
        if step.op in KINDS:
            yield self._line(KINDS[step.op], step.op, step.cost)
        empty = step.op == "RETURN" and not step.read
        if not empty or self.proxy:
            yield from self._operands(step)
            yield from self._data(step)
        if step.op in CALLS:
            yield self._line(OPERANDS, f"{SUCCESS}, a call's success", price(SUCCESS))
        if step.op in {"SLOAD", "TLOAD", "KECCAK256"}:
            self.results[_trimmed(step.result)] += 1

    def _operands(self, step: Step) -> Iterator[Line]:
        gas = sum(
            self._operand(form, value, step)
            for form, value in zip(FORMS[step.op], step.operands, strict=False)
        )
        if gas:
            yield self._line(OPERANDS, f"operands of {step.op}", gas)

    def _operand(self, form: str, value: int, step: Step) -> int:
        if form == "RESULT":
            return 0
        if form in {"GAS", "PLACE"}:
            return price("PUSH0")
        return self._value(value, step) if form == "VALUE" else self._put(value, step)

    def _value(self, value: int, step: Step) -> int:
        if value and self.results[_trimmed(value)]:
            self.results[_trimmed(value)] -= 1
            return 0
        return self._put(value, step)

    def _put(self, value: int, step: Step) -> int:
        cheap = _trimmed(value) in self.cheap or value == len(step.answered)
        return price("PUSH0" if cheap else "PUSH")

    # -- memory ---------------------------------------------------------------------------------

    def _data(self, step: Step) -> Iterator[Line]:
        """What is read must have been written."""
        self.longest = max(self.longest, len(step.read))
        if self.proxy:
            if step.op in CALLS or step.op == "RETURN":
                words = -(-len(step.read) // WORD)
                yield self._line(PROXIES, f"{COPY}, {words} words", price(COPY) + 3 * words)
        elif step.read:
            gas = self._written(step)
            if gas:
                yield self._line(OPERANDS, f"{len(step.read)} bytes for {step.op}", gas)
        self.known.append(step.read)

    def _written(self, step: Step) -> int:
        read = step.read
        head = SELECTOR_BYTES if step.op in CALLS else 0
        gas, place, offset = 0, 0, "PUSH0"
        while place < len(read):
            if not read[place]:
                place += 1
                continue
            begin = max(0, head + (place - head) // WORD * WORD)
            word = read[begin : begin + WORD]
            run = _longest(read, place, self.known)
            if run >= WORD:
                place += run
                continue
            if begin >= head and len(word) == WORD and any(word in other for other in self.known):
                place = begin + WORD
                continue
            run = _longest(read, place, [self.frame.data])
            words = -(-run // WORD)
            copied, stored = price(COPY) + 3 * words, words * price("PUSH MSTORE")
            if run >= WORD and copied < stored:
                gas, place = gas + copied, place + run
                continue
            # The last word of all may begin with bytes of the one before.
            value = int.from_bytes(word if begin >= head else read[:head])
            gas += price(f"{offset} MSTORE") + self._value(value, step)
            place, offset = place + WORD, "PUSH"
        return gas


def _apart(places: Iterable[int]) -> set[int]:
    """Where words begin of which none has a byte of another, as many as there are."""
    found, end = set[int](), 0
    for place in sorted(places):
        if place >= end:
            found.add(place)
            # The first holds the selector, of which no other has a byte.
            end = place + WORD if place else 1
    return found


def _longest(read: bytes, place: int, sources: Iterable[bytes]) -> int:
    """Bytes from `place` on that stand together in one of the sources too, if 32 or more."""
    best = 0
    for source in sources:
        while place + max(best + 1, WORD) <= len(read) and (
            read[place : place + max(best + 1, WORD)] in source
        ):
            best = max(best + 1, WORD)
    return best


def least(steps: Iterable[Step], ours: frozenset[str]) -> list[Line]:
    """What frames of ours pay at least, in the order of their first steps."""
    frames: dict[Frame, list[Step]] = {}
    for step in steps:
        if step.frame.owner in ours:
            frames.setdefault(step.frame, []).append(step)
    found: list[Line] = []
    for frame, own in frames.items():
        found.extend(_Frame(frame, own).lines())
    return found
