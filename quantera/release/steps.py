"""The transactions of a release on one chain, in order, each with what holds once it is done.

Invariant REL-04: until every chosen chain is deployed and verified, no account but the deployer and
the factory has a role there, everything that can be paused is paused, and the deployer can do no
more than set up.
Invariant REL-05: activation is one transaction on each chain, after which members of roles are the
request's and nobody else, and the deployer holds no role that the request does not give it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quantera.access import Assignment, Profile, Role
from quantera.release import addresses
from quantera.release.arguments import function_of
from quantera.release.blueprint import FACTORY, IMPLEMENTATION, MANAGER, PROXY, Activation
from quantera.release.conditions import (
    EVERY_GROUP,
    Condition,
    implementation_is,
    mapping_is,
)
from quantera.release.errors import BlueprintError
from quantera.release.facts import Facts
from quantera.release.request import Opening

_SELECTORS_EACH = 120
"""Functions mapped in one transaction: some 50,000 gas each, 16.7 million at most."""
PAUSE = "pauseGroups(uint64)"
UNPAUSE = "unpauseGroups(uint64)"
MULTICALL = "multicall(bytes[])"
OPEN = "open(bytes,uint256,bytes)"
CREATE = "create(bytes32,bytes,bytes)"


class Phase(StrEnum):
    """The barrier lies before `ACTIVATE`."""

    DEPLOY = "deploy"
    WIRE = "wire"
    ACTIVATE = "activate"


@dataclass(frozen=True)
class Draft:
    """One transaction that is not rehearsed yet.

    Attributes:
        creates: entries whose contracts it creates.
        conditions: what else holds once it is done, and until the next phase.
    """

    name: str
    phase: Phase
    to: str
    data: bytes
    creates: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()


@dataclass
class Steps(Facts):
    """Builds the transactions of one chain.

    Args:
        request: the release.
        blueprint: its contracts.
        specification: who may call what.
        resolver: arguments of this chain.
        opening: the founder's signature, where it is there already.
    """

    opening: Opening | None = None

    # -- what is created ------------------------------------------------------------------------

    def manager_creation(self) -> bytes:
        """Creation code of the access manager: what the founder signs."""
        profile = Profile[self.request.profile.upper()]
        return self.resolver.creation(MANAGER, (self.request.deployer, int(profile)))

    def all(self) -> list[Draft]:
        """Every transaction, in order."""
        return [
            self._factory(),
            self._open(),
            self._prepare(),
            *self._creations(),
            *self._wiring(),
            self._activation(),
        ]

    def _factory(self) -> Draft:
        salt = addresses.factory_salt(self.request.name)
        creation = addresses.factory_creation(self.request.founder)
        keyless = addresses.KEYLESS_DEPLOYER
        return Draft("factory", Phase.DEPLOY, keyless, salt + creation, (FACTORY,))

    def _open(self) -> Draft:
        opening = self.opening or Opening(deadline=2**256 - 1, signature="0x00")
        signature = bytes.fromhex(opening.signature[2:])
        call = function_of(FACTORY, OPEN)
        data = call.encode([self.manager_creation(), opening.deadline, signature])
        return Draft("open", Phase.DEPLOY, self.book[FACTORY], data, (MANAGER,))

    def _prepare(self) -> Draft:
        """Lets the factory pause what it creates, before it creates it."""
        factory = self.book[FACTORY]
        calls = [self._manage("grantRole(uint64,address,uint32)", Role.PAUSER, factory, 0)]
        conditions = [self._member_is(Role.PAUSER, factory, 0)]
        pausing = [Assignment(Role.PAUSER, (PAUSE,))]
        for name, _ in self._paused():
            calls.append(self._map(self.book[name], pausing[0]))
            conditions += mapping_is(self.book[MANAGER], self.book[name], name, pausing)
        return self._managed("prepare", Phase.DEPLOY, calls, conditions)

    def _creations(self) -> Iterator[Draft]:
        for name, entry in self.blueprint.contracts.items():
            creation = self.resolver.creation(name, entry.arguments)
            if entry.proxy is None:
                yield self._create(name, creation)
                continue
            behind = f"{name}{IMPLEMENTATION}"
            yield self._create(behind, creation)
            first = self.resolver.call(name, entry.proxy.call, entry.proxy.arguments)
            proxy = self.resolver.creation(PROXY, (self.book[behind], first))
            pause = b""
            if entry.proxy.paused:
                pause = function_of(name, PAUSE).encode([EVERY_GROUP])
            runs = implementation_is(self.book[name], self.book[behind], name)
            yield self._create(name, proxy, pause, runs)

    def _create(
        self,
        name: str,
        creation: bytes,
        first_call: bytes = b"",
        conditions: Sequence[Condition] = (),
    ) -> Draft:
        data = function_of(FACTORY, CREATE).encode([addresses.salt_of(name), creation, first_call])
        to = self.book[FACTORY]
        return Draft(f"create {name}", Phase.DEPLOY, to, data, (name,), tuple(conditions))

    # -- who may call it ------------------------------------------------------------------------

    def _wiring(self) -> Iterator[Draft]:
        single = [
            (name, target, Assignment(item.role, (signature,)))
            for name, target, items in self._mapped()
            for item in items
            for signature in item.signatures
        ]
        batches = [
            single[start : start + _SELECTORS_EACH]
            for start in range(0, len(single), _SELECTORS_EACH)
        ]
        for number, batch in enumerate(batches, 1):
            grouped: dict[tuple[str, str, Role], list[str]] = {}
            for name, target, item in batch:
                grouped.setdefault((name, target, item.role), []).extend(item.signatures)
            calls, conditions = [], []
            for (name, target, role), signatures in grouped.items():
                item = Assignment(role, tuple(signatures))
                calls.append(self._map(target, item))
                conditions += mapping_is(self.book[MANAGER], target, name, [item])
            yield self._managed(f"wire {number}", Phase.WIRE, calls, conditions)

    # -- what activates it ----------------------------------------------------------------------

    def _activation(self) -> Draft:
        """Calls, roles, and the deployer's farewell, in one transaction."""
        deployer, factory = self.request.deployer, self.book[FACTORY]
        needed = sorted({*(self._role_of(*pair) for pair in self._activating()), Role.UNPAUSER})
        kept = [role for role in needed if self._keeps(role)]
        calls = [
            self._manage("grantRole(uint64,address,uint32)", role, deployer, 0) for role in needed
        ]
        calls += [
            self._manage("execute(address,bytes)", self.book[name], data)
            for name, data in self._executed()
        ]
        calls += [
            self._manage("revokeRole(uint64,address)", role, deployer)
            for role in needed
            if role not in kept
        ]
        calls.append(self._manage("revokeRole(uint64,address)", Role.PAUSER, factory))
        calls += [self._map(factory, item) for item in self._factory_assignments()]
        for role, members in self.request.members().items():
            for member in members:
                signature = "grantRole(uint64,address,uint32)"
                calls.append(self._manage(signature, role, member.account, member.delay))
        calls.append(self._manage("completeSetup()"))
        if not self._keeps(Role.ADMIN):
            calls.append(self._manage("renounceRole(uint64,address)", Role.ADMIN, deployer))
        return self._managed("activate", Phase.ACTIVATE, calls, self.governed())

    def _keeps(self, role: Role) -> bool:
        members = self.request.members().get(role, ())
        return any(member.account == self.request.deployer for member in members)

    def _activating(self) -> Iterator[tuple[str, str]]:
        for step in self.blueprint.activation:
            yield step.target, step.call

    def _role_of(self, contract: str, signature: str) -> Role:
        rule = self.specification.rules(contract).get(signature)
        if rule is None or rule.role is None:
            raise BlueprintError(f"{contract}.{signature} is not a role's: it cannot activate")
        return rule.role

    def _executed(self) -> Iterator[tuple[str, bytes]]:
        yield from self.calls_of(self.blueprint.activation)
        for name, _ in self._paused():
            yield name, function_of(name, UNPAUSE).encode([EVERY_GROUP])

    def calls_of(self, activations: Iterable[Activation]) -> Iterator[tuple[str, bytes]]:
        """Entries and the call data that activate something of them."""
        for step in activations:
            for each in self.resolver.parameter(step.each) if step.each else (None,):
                yield step.target, self.resolver.call(step.target, step.call, step.arguments, each)

    # -- taking it back -------------------------------------------------------------------------

    def abandoned(self) -> tuple[Draft, list[Condition]]:
        """The transaction that takes a chain back before its activation, and what holds then.

        Every contract is closed for good measure, the factory loses its role, and the chain's
        manager goes to the request's administrators and guardians.
        """
        deployer = self.request.deployer
        targets = [self.book[name] for name in self._managed_entries()]
        calls = [self._manage("setTargetClosed(address,bool)", target, True) for target in targets]
        calls.append(self._manage("revokeRole(uint64,address)", Role.PAUSER, self.book[FACTORY]))
        for role in (Role.ADMIN, Role.GUARDIAN):
            for member in self.request.members()[role]:
                signature = "grantRole(uint64,address,uint32)"
                calls.append(self._manage(signature, role, member.account, member.delay))
        calls.append(self._manage("completeSetup()"))
        if not self._keeps(Role.ADMIN):
            calls.append(self._manage("renounceRole(uint64,address)", Role.ADMIN, deployer))
        members = self.request.members()
        left = {role: len(members[role]) for role in (Role.ADMIN, Role.GUARDIAN)}
        conditions = self._counts({role: left.get(role, 0) for role in Role})
        closed = "isTargetClosed(address)"
        conditions += [
            self._view(MANAGER, closed, (target,), (True,), f"{target} is closed")
            for target in targets
        ]
        conditions.append(self._view(MANAGER, "isSetupComplete()", (), (True,), "end of set-up"))
        return self._managed("abandon", Phase.ACTIVATE, calls, conditions), conditions

    # -- shapes ---------------------------------------------------------------------------------

    def _managed(
        self, name: str, phase: Phase, calls: list[bytes], conditions: list[Condition]
    ) -> Draft:
        data = function_of(MANAGER, MULTICALL).encode([calls])
        return Draft(name, phase, self.book[MANAGER], data, (), tuple(conditions))

    @staticmethod
    def _manage(signature: str, *arguments: object) -> bytes:
        return function_of(MANAGER, signature).encode(arguments)

    def _map(self, target: str, item: Assignment) -> bytes:
        signature = "setTargetFunctionRole(address,bytes4[],uint64)"
        return self._manage(signature, target, item.selectors, item.role)
