"""What must hold on a chain before and after its activation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from quantera.access import Assignment, Profile, Role, Specification, assignments, class_of
from quantera.release.arguments import Book, Resolver, foreign, function_of
from quantera.release.blueprint import FACTORY, MANAGER, Activation, Blueprint, Entry, Then
from quantera.release.conditions import EVERY_GROUP, Condition, Question, mapping_is, view_is
from quantera.release.request import Member, Request

PAUSED = "pausedGroups()"


@dataclass
class Facts:
    """What one chain's release comes to.

    Args:
        request: the release.
        blueprint: its contracts.
        specification: who may call what.
        resolver: arguments of this chain.
    """

    request: Request
    blueprint: Blueprint
    specification: Specification
    resolver: Resolver
    book: Book = field(init=False)

    def __post_init__(self) -> None:
        """Take the addresses from where arguments have them."""
        self.book = self.resolver.book

    def inert(self) -> list[Condition]:
        """What holds at the barrier: nothing serves anybody, nobody but the deployer sets up."""
        conditions = [
            self._view(name, PAUSED, (), (EVERY_GROUP,), f"paused groups of {name}")
            for name, _ in self._paused()
        ]
        holding = {Role.ADMIN: 1, Role.PAUSER: 1}
        conditions += self._counts({role: holding.get(role, 0) for role in Role})
        conditions.append(self._member_is(Role.ADMIN, self.request.deployer, 0))
        conditions.append(self._member_is(Role.PAUSER, self.book[FACTORY], 0))
        return conditions

    def governed(self) -> list[Condition]:
        """Whose the chain is after activation: every role's members, and no others."""
        members = self.request.members()
        conditions = self._counts({role: len(members.get(role, ())) for role in Role})
        conditions += [
            self._member_is(role, member.account, self._delay(role, member))
            for role, named in members.items()
            for member in named
        ]
        conditions.append(self._view(MANAGER, "isSetupComplete()", (), (True,), "end of set-up"))
        return conditions

    def active(self) -> list[Condition]:
        """What holds from activation on beside the code: wiring, roles, and what was called."""
        conditions = list(self.governed())
        for name, target, items in self._mapped():
            conditions += mapping_is(self.book[MANAGER], target, name, items)
        factory = self.book[FACTORY]
        conditions += mapping_is(self.book[MANAGER], factory, FACTORY, self._factory_assignments())
        for name in self._managed_entries():
            authority = (self.book[MANAGER],)
            conditions.append(self._view(name, "authority()", (), authority, f"manager of {name}"))
            closed = "isTargetClosed(address)"
            own = (self.book[name],)
            conditions.append(self._view(MANAGER, closed, own, (False,), f"{name} is open"))
        conditions += [
            self._view(name, PAUSED, (), (0,), f"paused groups of {name}")
            for name, _ in self._paused()
        ]
        expel = [Assignment(Role.GUARDIAN, ("expel(uint64,address)",))]
        conditions += mapping_is(self.book[MANAGER], self.book[MANAGER], MANAGER, expel)
        profile = (int(Profile[self.request.profile.upper()]),)
        conditions.append(self._view(MANAGER, "profile()", (), profile, "profile"))
        return conditions + list(self._outcomes())

    def _managed_entries(self) -> list[str]:
        proxied = [name for name, entry in self.blueprint.contracts.items() if entry.proxy]
        mapped = [name for name, _, _ in self._mapped()]
        return [FACTORY, *dict.fromkeys([*proxied, *mapped])]

    def _outcomes(self) -> Iterator[Condition]:
        for name, entry in self.blueprint.contracts.items():
            for told in entry.proxy.then if entry.proxy else ():
                yield self._told(name, told, entry.proxy.call if entry.proxy else "", None)
        yield from self.outcomes_of(self.blueprint.activation)

    def outcomes_of(self, activations: Iterable[Activation]) -> Iterator[Condition]:
        """What views say once these calls are made."""
        for step in activations:
            for each in self.resolver.parameter(step.each) if step.each else (None,):
                for told in step.facts:
                    yield self._told(step.target, told, step.call, each)

    def _told(self, name: str, told: Then, call: str, each: Any) -> Condition:
        """That a view says what it must say after a call."""
        view = foreign(told.view) if told.of else function_of(name, told.view)
        address = self.resolver.value(told.of, each) if told.of else self.book[name]
        what = f"{view.name} of {address}" if told.of else f"{name}.{view.name}"
        asked = self.resolver.encoded(view.inputs, told.arguments, what, each)
        answer, words = self.resolver.answer(view.outputs, told.returns, what, each)
        return Condition(
            question=Question.CALL,
            address=address,
            data="0x" + (view.selector + asked).hex(),
            expected="0x" + answer.hex(),
            says=f"{what} after {call.partition('(')[0]}{_of(each)}",
            words=words,
        )

    def _paused(self) -> list[tuple[str, Entry]]:
        return [
            (name, entry)
            for name, entry in self.blueprint.contracts.items()
            if entry.proxy is not None and entry.proxy.paused
        ]

    def _mapped(self) -> Iterator[tuple[str, str, list[Assignment]]]:
        """Entries with functions of roles: name, address, assignments."""
        for name in self.blueprint.contracts:
            if name in self.specification.contracts:
                yield name, self.book[name], assignments(self.specification, name)

    def _factory_assignments(self) -> list[Assignment]:
        return assignments(self.specification, FACTORY)

    def _view(
        self,
        name: str,
        signature: str,
        arguments: Sequence[object],
        returns: Sequence[object],
        says: str,
    ) -> Condition:
        function = function_of(name, signature)
        return view_is(self.book[name], function, arguments, returns, says)

    def _counts(self, counts: dict[Role, int]) -> list[Condition]:
        return [
            self._view(MANAGER, "memberCount(uint64)", (role,), (count,), f"members of {role.name}")
            for role, count in counts.items()
        ]

    def _member_is(self, role: Role, account: str, delay: int) -> Condition:
        signature = "hasRole(uint64,address)"
        says = f"{account} is {role.name}"
        return self._view(MANAGER, signature, (role, account), (True, delay), says)

    def _delay(self, role: Role, member: Member) -> int:
        enforced = self.request.profile == "production"
        return max(member.delay, class_of(role).minimum_delay if enforced else 0)


def _of(each: Any) -> str:
    """What an element is about, where it says so."""
    return f" ({each['says']})" if isinstance(each, dict) and "says" in each else ""
