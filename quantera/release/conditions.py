"""What must hold on a chain: the one measure of what is done, whatever a receipt says."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, Protocol

from eth_utils.crypto import keccak
from pydantic import BaseModel, ConfigDict

from quantera.access import Assignment
from quantera.deployments import Address, Hex
from quantera.evm.abi import FunctionAbi
from quantera.release.arguments import function_of
from quantera.release.blueprint import MANAGER

IMPLEMENTATION_SLOT = int.from_bytes(keccak(text="eip1967.proxy.implementation")) - 1
INITIALIZABLE_SLOT = 0xF0C57E16840DF040F15088DC2F81FE391C3923BEC73E23A9662EFC9C229C6A00
EVERY_GROUP = 2**64 - 1
_WORD = 64
"""Hexadecimal digits of 32 bytes."""


class Question(StrEnum):
    """What a condition asks the chain."""

    CODE = "code"
    CALL = "call"
    STORAGE = "storage"


class Condition(BaseModel):
    """One fact that can be asked for at any time.

    Attributes:
        question: code at an address (answered by its keccak-256), a call's result, or a slot.
        address: whom.
        data: call data, or the slot's number in 32 bytes; nothing for code.
        expected: the answer.
        says: the fact in words.
        words: which 32-byte words of a call's result are compared; all of it without any. What
            changes with use, such as a counter, is left out.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: Question
    address: Address
    data: Hex = "0x"
    expected: Hex
    says: str
    words: tuple[int, ...] = ()


class Reader(Protocol):
    """Whoever can be asked: a node, or an EVM in the process."""

    def answers(self, conditions: Sequence[Condition]) -> list[str]:
        """Answers in the form of `Condition.expected`; a call that fails answers `reverted`."""


def told_words(words: Sequence[int], result: str) -> str:
    """Some 32-byte words of a call's result; all of it without any."""
    told = result.removeprefix("0x")
    return "0x" + "".join(told[_WORD * at : _WORD * (at + 1)] for at in words) if words else result


def compared(condition: Condition, result: str) -> str:
    """What of a call's result a condition compares."""
    return told_words(condition.words, result)


def unmet(reader: Reader, conditions: Iterable[Condition]) -> list[str]:
    """A sentence for each condition that does not hold."""
    asked = list(conditions)
    return [
        f"{condition.says}: expected {condition.expected}, found {found}"
        for condition, found in zip(asked, reader.answers(asked), strict=True)
        if found != condition.expected
    ]


def code_is(address: str, code: bytes, says: str) -> Condition:
    """That this code stands there, immutables and metadata included."""
    return Condition(
        question=Question.CODE,
        address=address,
        expected="0x" + keccak(code).hex(),
        says=f"code of {says}",
    )


def slot_is(address: str, slot: int, value: int, says: str) -> Condition:
    """That a storage slot holds a value."""
    return Condition(
        question=Question.STORAGE,
        address=address,
        data=f"0x{slot:064x}",
        expected=f"0x{value:064x}",
        says=says,
    )


def view_is(
    address: str,
    function: FunctionAbi,
    arguments: Sequence[Any],
    returns: Sequence[Any],
    says: str,
    *,
    words: tuple[int, ...] = (),
) -> Condition:
    """That a view answers so, in the words that are compared."""
    whole = "0x" + function.outputs.encode(returns).hex()
    return Condition(
        question=Question.CALL,
        address=address,
        data="0x" + function.encode(arguments).hex(),
        expected=told_words(words, whole),
        says=says,
        words=words,
    )


def implementation_is(address: str, implementation: str, says: str) -> list[Condition]:
    """That a proxy runs an implementation, and that both are initialised as they must be."""
    return [
        slot_is(address, IMPLEMENTATION_SLOT, int(implementation, 16), f"implementation of {says}"),
        slot_is(address, INITIALIZABLE_SLOT, 1, f"initialised version of {says}"),
        slot_is(
            implementation,
            INITIALIZABLE_SLOT,
            2**64 - 1,
            f"{says}'s implementation can be initialised by nobody",
        ),
    ]


def mapping_is(
    manager: str, target: str, says: str, assignments: Iterable[Assignment]
) -> list[Condition]:
    """That functions of a contract have their roles."""
    return [
        view_is(
            manager,
            function_of(MANAGER, "getTargetFunctionRole(address,bytes4)"),
            (target, selector),
            (int(assignment.role),),
            f"role of {says}.{signature.partition('(')[0]}",
        )
        for assignment in assignments
        for signature, selector in zip(assignment.signatures, assignment.selectors, strict=True)
    ]
