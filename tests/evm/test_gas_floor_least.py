"""The least that operations need, of traces made by hand."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from eth_hash.auto import keccak

from quantera.bridge.scoring import Protocol
from quantera.gas.floor.conditions import DELIVERY, SENDING, lines
from quantera.gas.floor.least import (
    CALLED,
    HASHES,
    IMPLEMENTATION,
    LOGS,
    OPERANDS,
    PROXIES,
    SELECTION,
    SLOTS,
    least,
)
from quantera.gas.floor.opcodes import price
from quantera.gas.floor.trace import Step, walk
from quantera.toolchain.workspace import ROOT

SELECTOR = bytes.fromhex("aabbccdd")
HERE, LOGIC, STRANGER = 0xA, 0xB, 0xC
OURS = {HERE: "ours", LOGIC: "ours"}


def word(value: int) -> bytes:
    return value.to_bytes(32, "big")


def number(content: bytes) -> int:
    return int.from_bytes(content.ljust(32, b"\0"), "big")


@dataclass
class Script:
    """What a node would tell of steps that are written down."""

    steps: list[dict[str, Any]] = field(default_factory=list)
    left: int = 1_000_000
    depth: int = 1

    def run(self, op: str, *operands: int, cost: int = 3, gives: int | None = None) -> None:
        self._add(op, cost, operands)
        if gives is not None:
            self._add("JUMPDEST", 1, (gives,))

    def _add(self, op: str, cost: int, operands: tuple[int, ...]) -> None:
        stack = [hex(operand) for operand in reversed(operands)]
        step = {"op": op, "depth": self.depth, "gas": self.left, "gasCost": cost, "stack": stack}
        self.steps.append(step)
        self.left -= cost

    def walk(self, data: bytes) -> list[Step]:
        return walk(
            self.steps, data, ("ours", HERE), lambda code: OURS.get(code, "others"), lambda _: b""
        )

    def least(self, data: bytes = b"") -> list[tuple[str, int]]:
        return [(line.kind, line.gas) for line in least(self.walk(data), frozenset({"ours"}))]


def test_a_slot_of_a_mapping_counts_what_reaches_it() -> None:
    script, key = Script(), number(keccak(word(7) + word(1)))
    data = SELECTOR + word(7)
    script.run("CALLDATALOAD", 0, gives=number(data[:32]))
    script.run("CALLDATALOAD", 4, gives=7)
    script.run("MSTORE", 0, 7, cost=6)
    script.run("MSTORE", 32, 1, cost=6)
    script.run("KECCAK256", 0, 64, cost=42, gives=key)
    script.run("SLOAD", key, cost=2_100, gives=5)
    script.run("SSTORE", key, 6, cost=2_900)
    script.run("STOP", cost=0)
    assert script.least(data) == [
        (SELECTION, 26),  # the selector shifted and compared
        (SELECTION, 5),  # loaded
        (OPERANDS, 6),  # the argument loaded
        (HASHES, 42),
        (OPERANDS, 5),  # place and size
        (OPERANDS, 14),  # the argument written, at 0; the number put on the stack and written
        (SLOTS, 2_100),  # its key is the hash
        (SLOTS, 2_900),
        (OPERANDS, 6),  # the hash once more, and what is written
        (OPERANDS, 6),  # memory of two words
    ]


def test_what_was_read_or_hashed_before_is_free() -> None:
    script = Script()
    script.run("MSTORE", 0, 9, cost=6)
    for _ in range(2):
        script.run("KECCAK256", 0, 32, cost=36, gives=99)
    script.run("SLOAD", 1, cost=2_100, gives=5)
    script.run("SLOAD", 1, cost=100, gives=5)
    assert script.least() == [
        (HASHES, 36),
        (OPERANDS, 5),
        (OPERANDS, 8),
        (SLOTS, 2_100),
        (OPERANDS, 3),
        (OPERANDS, 3),
    ]


def test_a_log_of_what_was_hashed_takes_its_head_alone() -> None:
    script = Script()
    for place, value in ((0, 32), (32, 64), (64, -(-(2**256) // 3)), (96, 2**256 // 5)):
        script.run("MSTORE", place, value, cost=6)
    script.run("KECCAK256", 64, 64, cost=42, gives=99)
    script.run("LOG1", 0, 128, 1 << 200, cost=375 * 2 + 8 * 128)
    assert script.least() == [
        (HASHES, 42),
        (OPERANDS, 5),
        (OPERANDS, 8 + 9),
        (LOGS, 1_774),
        (OPERANDS, 8),  # place, size and topic
        (OPERANDS, 8 + 9),  # the two words before what was hashed
        (OPERANDS, 12),
    ]


def test_what_was_hashed_is_free_between_other_words() -> None:
    """A message is written once, though a protocol takes it behind two bytes of its own."""
    script, message = Script(), bytes(range(100, 164))
    script.run("MSTORE", 0, 1, cost=9)
    script.run("MSTORE", 2, number(message[:32]), cost=6)
    script.run("MSTORE", 34, number(message[32:]), cost=6)
    script.run("KECCAK256", 2, 64, cost=42, gives=99)
    script.run("MSTORE8", 1, 7)
    script.run("LOG0", 0, 66, cost=375 + 8 * 66)
    assert script.least()[-4:-1] == [(LOGS, 903), (OPERANDS, 5), (OPERANDS, 5 + 3)]


def test_zeros_and_an_instructions_own_values_are_cheap() -> None:
    script = Script()
    script.run("CALLER", cost=2, gives=77)
    script.run("TSTORE", 0, 77, cost=100)
    script.run("LOG0", 0, 32, cost=634)
    assert script.least() == [
        (HASHES, 100),
        (OPERANDS, 4),
        (LOGS, 631),
        (OPERANDS, 5),
        (OPERANDS, 3),
    ]


def test_words_that_share_bytes_are_loaded_once() -> None:
    script = Script()
    data = SELECTOR + bytes(range(1, 97))
    for place in (10, 4, 36, 37):
        script.run("CALLDATALOAD", place, gives=number(data[place : place + 32]))
    script.run("CALLDATALOAD", 100, gives=0)
    assert script.least(data)[1:] == [(OPERANDS, 6), (OPERANDS, 6)]


def _proxy(answer: int) -> Script:
    script = Script()
    script.run("SLOAD", IMPLEMENTATION, cost=2_100, gives=LOGIC)
    script.run("CALLDATACOPY", 0, 0, 36, cost=15)
    script.run("DELEGATECALL", 1 << 20, LOGIC, 0, 36, 0, 0, cost=2_600)
    script.depth = 2
    script.run("MSTORE", 0, answer, cost=6)
    script.run("RETURN", 0, 32, cost=0)
    script.depth = 1
    script.run("RETURNDATACOPY", 0, 0, 32, cost=6)
    script.run("RETURN", 0, 32, cost=0)
    return script


def test_a_proxy_passes_on_and_back() -> None:
    assert _proxy(3).least(SELECTOR + word(7)) == [
        (SLOTS, 2_100),
        (PROXIES, 3),
        (CALLED, 2_600),
        (PROXIES, 10),  # gas, three places, nothing kept for the answer, size of the data
        (PROXIES, 9 + 6),
        (PROXIES, 14),
        (PROXIES, 4),
        (PROXIES, 9 + 3),
        (PROXIES, 6),
        (SELECTION, 26),
        (OPERANDS, 2 + 3),
        (OPERANDS, 5 + 3),
        (OPERANDS, 3),
    ]


def test_bytes_move_between_frames() -> None:
    steps = _proxy(3).walk(SELECTOR + word(7))
    call = next(step for step in steps if step.op == "DELEGATECALL")
    assert call.read == SELECTOR + word(7)
    assert [step.read for step in steps if step.op == "RETURN"] == [word(3)] * 2
    assert steps[-1].answered == word(3)
    assert [step.grown for step in steps if step.op == "CALLDATACOPY"] == [6]


@pytest.mark.parametrize(("words", "gas"), [(3, 5 + 2 * 6), (6, 9 + 3 * 6)])
def test_long_data_of_the_call_are_copied(words: int, gas: int) -> None:
    """Three words are written as cheaply as they are copied: what was loaded lies on the stack."""
    script, data = Script(), bytes(range(1, 1 + 32 * words))
    for place in range(0, 32 * words, 32):
        script.run("CALLDATALOAD", place, gives=number(data[place : place + 32]))
    script.run("CALLDATACOPY", 0, 0, 32 * words, cost=100)
    script.run("LOG0", 0, 32 * words, cost=1_000)
    found = script.least(data)
    # Place and size, which the data have too.
    assert found[-4:-1] == [(LOGS, 1_000), (OPERANDS, 4), (OPERANDS, gas)]


def test_an_answer_is_looked_at_and_need_not_be_written() -> None:
    script = Script()
    script.run("STATICCALL", 1 << 20, STRANGER, 0, 0, 0, 32, cost=2_600)
    script.depth = 2
    script.run("MSTORE", 0, 1 << 255, cost=6)
    script.run("RETURN", 0, 32, cost=0)
    script.depth = 1
    script.run("LOG0", 0, 32, cost=631)
    assert script.least() == [
        (CALLED, 2_597),  # without the memory of its answer
        (OPERANDS, 10),
        (OPERANDS, 14),
        (OPERANDS, 11),
        (LOGS, 631),
        (OPERANDS, 4),
        (OPERANDS, 3),
    ]


def test_instructions_have_their_prices() -> None:
    assert price("PUSH JUMPI JUMPDEST") == 14
    assert price("DUP PUSH SHR PUSH AND") == 15
    assert price("TIMESTAMP SUB DUP MUL DIV ADD") == 21
    with pytest.raises(KeyError):
        price("SLOAD")


@pytest.mark.parametrize("required", [SENDING, DELIVERY])
def test_each_condition_counts(required: tuple[Any, ...]) -> None:
    def gas(entries: tuple[Any, ...], protocol: Protocol) -> int:
        return sum(line.gas for line in lines(entries, protocol))

    for place, entry in enumerate(required):
        changed = list(required)
        changed[place] = replace(entry, opcodes=f"{entry.opcodes} DUP")
        for protocol in Protocol:
            more = 3 * entry.times if protocol in entry.over else 0
            assert gas(tuple(changed), protocol) == gas(required, protocol) + more


def test_conditions_stand_where_they_say() -> None:
    files = {file.stem for file in (ROOT / "contracts").rglob("*.sol")}
    assert {entry.where for entry in (*SENDING, *DELIVERY)} <= files
