"""What is done to a token and what came of it, in names that every implementation shares."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Argument = str | int | bool | tuple["Argument", ...]
"""Accounts, contracts and identities by role name; amounts, countries and topics as numbers."""

ZERO = "zero"
"""The name of the zero address."""


@dataclass(frozen=True)
class Operation:
    """One transaction, or one change of the world around the tokens.

    Attributes:
        caller: who sends it, by role; `world` for what is no transaction on a token's suite.
        contract: which contract of the suite it is sent to, by role.
        function: the function's name in T-REX's ABI, or the name of a change of the world.
        arguments: its arguments in order.
    """

    caller: str
    contract: str
    function: str
    arguments: tuple[Argument, ...] = ()

    def __str__(self) -> str:
        return f"{self.caller}: {self.contract}.{self.function}({_listed(self.arguments)})"


@dataclass(frozen=True)
class Event:
    """An event with its emitter and arguments by role name."""

    emitter: str
    name: str
    arguments: tuple[Any, ...]

    def __str__(self) -> str:
        return f"{self.emitter}.{self.name}({_listed(self.arguments)})"


@dataclass(frozen=True)
class Outcome:
    """What an operation did: took effect, or was refused.

    Attributes:
        accepted: whether it took effect.
        returned: decoded return value.
        events: in order, of the contracts of the suite alone.
        reasons: of a refusal, every reason of the table that the refusal can stand for; an
            implementation whose errors are finer than T-REX's texts names fewer.
        refusal: of a refusal, what the implementation said, for people.
    """

    accepted: bool
    returned: Any = None
    events: tuple[Event, ...] = ()
    reasons: frozenset[str] = frozenset()
    refusal: str = ""

    def __str__(self) -> str:
        if not self.accepted:
            return f"refused: {self.refusal or sorted(self.reasons)}"
        told = "; ".join(str(event) for event in self.events) or "no events"
        return f"accepted, returned {self.returned!r}: {told}"


Observation = dict[str, Any]
"""What can be read from an implementation: question in words -> answer in role names."""


def differing(reference: Observation, subject: Observation) -> Iterator[tuple[str, Any, Any]]:
    """Questions the two answer differently, with both answers."""
    if reference == subject:
        return
    for question in sorted(reference.keys() | subject.keys()):
        left, right = reference.get(question), subject.get(question)
        if left != right:
            yield question, left, right


def flat(arguments: tuple[Argument, ...]) -> Iterator[str | int | bool]:
    """Every single value among arguments, whatever arrays it stands in."""
    for argument in arguments:
        if isinstance(argument, tuple):
            yield from flat(argument)
        else:
            yield argument


def _listed(values: tuple[Any, ...]) -> str:
    return ", ".join(
        f"[{_listed(value)}]" if isinstance(value, tuple) else str(value) for value in values
    )
