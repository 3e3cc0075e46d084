"""Calls every function of a contract as everybody, and says where the answer is not the rule's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quantera.access import Rule
from quantera.access.specification import Kind
from quantera.evm import AddressLike, Contract, Reverted, to_address
from quantera.evm.abi import FunctionAbi
from tests.unit.access.arguments import blank_arguments
from tests.unit.access.builders import Built
from tests.unit.access.system import System

MANAGER_REFUSALS = frozenset({"AccessManagerUnauthorizedCall"})
REFUSALS = frozenset(
    {
        *("AccessManagedUnauthorized", "LocalRoleMissing", "AccessManagerUnauthorizedAccount"),
        *MANAGER_REFUSALS,
    }
)
ON_IMPLEMENTATION = frozenset({*REFUSALS, "UUPSUnauthorizedCallContext", "InvalidInitialization"})
# A function without a name is entered by calldata that fits no selector, or by none at all.
UNNAMED = {"receive()": b"", "fallback()": bytes(4)}


@dataclass(frozen=True)
class Examined:
    """One contract under examination: how it was built, through its whole ABI, and its rules."""

    system: System
    built: Built
    contract: Contract
    rules: dict[str, Rule]

    def calldata(self, signature: str) -> bytes:
        """A call with the builder's arguments, or blanks."""
        if signature in UNNAMED:
            return UNNAMED[signature]
        function: FunctionAbi = self.contract.abi.by_signature[signature]
        arguments: Sequence[object] = self.built.arguments.get(signature, blank_arguments(function))
        return function.encode(arguments)

    def admitted(self, signature: str) -> set[str]:
        """Addresses that the rule admits."""
        rule = self.rules[signature]
        found = {to_address(owner) for owner in self.built.owners.get(signature, ())}
        if rule.role is not None:
            found.add(self.system.members[rule.role])
        if Kind.MANAGER in rule.kinds:
            found.add(self.system.manager.address)
        return found | {self.system.locals[role] for role in rule.local}

    def answer(self, caller: AddressLike, target: AddressLike, data: bytes) -> str | None:
        """Name of the error that a call meets, nothing when it succeeds."""
        try:
            self.system.chain.call(target, data, caller)
        except Reverted as error:
            return error.name
        return None

    def through_manager(self, caller: AddressLike, data: bytes) -> str | None:
        """The same for a call that the manager executes for the caller."""
        execution = self.system.manager.execute.encode(self.built.address, data)
        return self.answer(caller, self.system.manager, execution)


def told(answer: str | None) -> str:
    """An answer in words."""
    return "accepted" if answer is None else answer or "a revert without data"


def _named(examined: Examined, caller: str) -> str:
    names = {str(actor): actor.name for actor in examined.system.everybody}
    return names.get(caller, caller)


def intrusions(examined: Examined) -> Iterator[str]:
    """Functions that somebody outside their rule was not refused by, with the caller."""
    for signature, rule in examined.rules.items():
        if Kind.ANYONE in rule.kinds:
            continue
        data = examined.calldata(signature)
        admitted = examined.admitted(signature)
        callers = [*examined.system.everybody, examined.system.manager.address]
        for caller in map(str, callers):
            if caller in admitted:
                continue
            got = examined.answer(caller, examined.built.address, data)
            if got not in rule.refusals:
                yield f"{signature} by {_named(examined, caller)}: {told(got)}"
            if rule.role is None or caller == examined.system.manager.address:
                continue
            got = examined.through_manager(caller, data)
            if got not in MANAGER_REFUSALS:
                yield (
                    f"{signature} by {_named(examined, caller)} through the manager: {told(got)}"
                )


def lockouts(examined: Examined) -> Iterator[str]:
    """Functions that refuse the very accounts their rule admits."""
    for signature, rule in examined.rules.items():
        data = examined.calldata(signature)
        callers = examined.admitted(signature)
        if Kind.ANYONE in rule.kinds:
            callers = {str(examined.system.stranger)}
        refusals = rule.refusals | REFUSALS
        for caller in callers:
            by_role = rule.role is not None and caller == examined.system.members[rule.role]
            if by_role:
                got = examined.through_manager(caller, data)
            else:
                got = examined.answer(caller, examined.built.address, data)
            if got in refusals:
                yield f"{signature} refuses {_named(examined, caller)}: {got}"


def live_on_implementation(examined: Examined, implementation: AddressLike) -> Iterator[str]:
    """Restricted functions that do something on the bare implementation."""
    for signature, rule in examined.rules.items():
        if not {Kind.ROLE, Kind.LOCAL, Kind.INITIALIZER, Kind.MANAGER} & set(rule.kinds):
            continue
        data = examined.calldata(signature)
        callers = [*examined.system.everybody, examined.system.manager.address]
        for caller in map(str, callers):
            got = examined.answer(caller, implementation, data)
            if got not in ON_IMPLEMENTATION | rule.refusals:
                yield f"{signature} by {_named(examined, caller)}: {told(got)}"
