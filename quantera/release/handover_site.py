"""One chain's part of a handover: what the account holds there, and what is sent for it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from quantera.access import Role
from quantera.release.arguments import function_of
from quantera.release.blueprint import MANAGER
from quantera.release.campaign import Payloads, Site, Stage
from quantera.release.conditions import Condition, view_is
from quantera.release.managed import Desk, Managed, all_of, manage
from quantera.release.matrix import (
    Matrix,
    issued,
    kind_of,
    local_name,
    read_matrix,
    role_name,
    watched,
)
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Place, Plan

GRANT_LOCAL = "grantLocalRole(uint8,address)"
REVOKE_LOCAL = "revokeLocalRole(uint8,address)"


@dataclass
class _Found:
    """What is handed over on one chain, and what stands against it."""

    refused: list[str] = field(default_factory=list)
    grants: list[Managed] = field(default_factory=list)
    granted: list[Condition] = field(default_factory=list)
    lent: list[int] = field(default_factory=list)
    local_grants: list[Managed] = field(default_factory=list)
    local_granted: list[Condition] = field(default_factory=list)
    local_leaves: list[Managed] = field(default_factory=list)


@dataclass(frozen=True)
class Parties:
    """Who hands over what to whom.

    Attributes:
        plan: the release.
        holder: who leaves; it signs.
        target: who takes over.
        externally_owned: whether the target may be an account without code.
    """

    plan: Plan
    holder: str
    target: str
    externally_owned: bool


class HandoverSite:
    """Plans one chain's part.

    Args:
        parties: who hands over what to whom.
        chain: the release's part.
        node: of the chain.
        payloads: of the campaign, to which this chain's are added.
    """

    def __init__(self, parties: Parties, chain: ChainPlan, node: Node, payloads: Payloads) -> None:
        self._holder, self._target = parties.holder, parties.target
        self._bare, self._payloads = parties.externally_owned, payloads
        self._chain = chain
        self._node = node
        self._plan = parties.plan
        self._contracts = watched(parties.plan)
        self._manager = parties.plan.addresses[MANAGER]
        self._desk = Desk(self._node, self._manager, self._holder)

    def plan(self) -> tuple[Site, list[str]]:
        """The chain's part, and what stands against it."""
        refused = self._first_checks()
        place = {name: getattr(self._chain, name) for name in Place.model_fields}
        if refused:
            return Site(**place, stages=(), holds=()), refused
        self._contracts |= issued(self._plan, self._chain, self._node)
        matrix = read_matrix(
            self._node, self._contracts, self._chain.since, (self._holder, self._target)
        )
        found = self._found(matrix)
        stages = () if found.refused else self._stages(matrix, found)
        holds = (*self._nothing_left(matrix), *found.granted, *found.local_granted)
        return Site(**place, stages=stages, holds=holds), found.refused

    def _first_checks(self) -> list[str]:
        said = []
        if (told := self._node.chain_id()) != self._chain.chain_id:
            return [f"the node answers for chain {told}"]
        if not self._node.code(self._manager):
            return ["nothing is released here"]
        complete = manage("isSetupComplete()")
        if not int(self._node.call(self._manager, "0x" + complete.hex()), 16):
            said.append("the release is not active: finish it first")
        if self._node.code(self._holder):
            said.append(f"{self._holder} is a contract: propose its departure to its own signers")
        if not self._node.code(self._target) and not self._bare:
            said.append(
                f"no code at {self._target}: a Safe stands on every chain before it takes over; "
                "--externally-owned where one key is meant to"
            )
        latest, pending = self._node.nonces(self._holder)
        if pending > latest:
            said.append(f"{pending - latest} transactions of {self._holder} wait to be mined")
        return said

    # -- what there is to hand over -------------------------------------------------------------

    def _found(self, matrix: Matrix) -> _Found:
        found = _Found()
        if uncounted := matrix.uncounted():
            found.refused.append(f"the node's logs do not tell all members of {uncounted}")
        own = matrix.roles_of(self._holder)
        for role, delay in own.items():
            self._hand_role(matrix, found, role, delay)
        for entry, role in matrix.local_roles_of(self._holder):
            self._hand_local(matrix, found, entry, role)
        for entry in matrix.owned_by(self._holder):
            found.refused.append(f"{self._holder} owns {entry}: no release makes it so")
        return found

    def _hand_role(self, matrix: Matrix, found: _Found, role: int, delay: int) -> None:
        if matrix.grant_delays[role]:
            found.refused.append(
                f"{role_name(role)} is granted with a delay of its own: set it to 0 first"
            )
        if self._target in matrix.roles[role]:
            return
        admin = matrix.admins[role]
        if admin not in matrix.roles_of(self._holder):
            found.refused.append(
                f"{self._holder} holds {role_name(role)}, which only {role_name(admin)} grants: "
                f"have it granted to {self._target} first"
            )
            return
        found.grants.append(self._grant(matrix, role, self._target, delay))
        found.granted.append(self._member(role, self._target, delay))

    def _grant(self, matrix: Matrix, role: int, account: str, delay: int) -> Managed:
        waits = matrix.roles[matrix.admins[role]][self._holder]
        data = manage("grantRole(uint64,address,uint32)", role, account, delay)
        return Managed(self._manager, data, waits, f"{role_name(role)} for {account}")

    def _hand_local(self, matrix: Matrix, found: _Found, entry: str, role: int) -> None:
        address, name = self._contracts[entry], f"{local_name(role)} of {entry}"
        if role not in matrix.local[entry].get(self._target, ()):
            data = function_of(kind_of(entry), GRANT_LOCAL).encode([role, self._target])
            delay = self._right_to(matrix, found, entry, GRANT_LOCAL)
            says = f"{name} for {self._target}"
            found.local_grants.append(Managed(address, data, delay, says))
        has = function_of(kind_of(entry), "hasLocalRole(uint8,address)")
        says = f"{self._target} is {name}"
        found.local_granted.append(view_is(address, has, (role, self._target), (True,), says))
        data = function_of(kind_of(entry), REVOKE_LOCAL).encode([role, self._holder])
        delay = self._right_to(matrix, found, entry, REVOKE_LOCAL)
        found.local_leaves.append(
            Managed(address, data, delay, f"{name} no more for {self._holder}")
        )

    def _right_to(self, matrix: Matrix, found: _Found, entry: str, signature: str) -> int:
        """Seconds that a call waits; the role that it needs is lent where the holder has not."""
        selector = function_of(kind_of(entry), signature).selector
        role = matrix.functions.get((entry, selector), int(Role.ADMIN))
        own = matrix.roles_of(self._holder)
        if role in own:
            return own[role]
        if matrix.admins.get(role, int(Role.ADMIN)) not in own:
            found.refused.append(
                f"{self._holder} has local roles in {entry}, which {role_name(role)} takes and "
                "gives, and can make nobody that"
            )
            return 0
        asked = manage("minimumDelay(uint64)", role)
        delay = int(self._node.call(self._manager, "0x" + asked.hex()), 16)
        if role not in found.lent:
            found.lent.append(role)
            found.grants.append(self._grant(matrix, role, self._holder, 0))
            found.granted.append(self._member(role, self._holder, delay))
        return delay

    def _member(self, role: int, account: str, delay: int) -> Condition:
        has = function_of(MANAGER, "hasRole(uint64,address)")
        says = f"{account} is {role_name(role)}"
        return view_is(self._manager, has, (role, account), (True, delay), says)

    def _nothing_left(self, matrix: Matrix) -> list[Condition]:
        has = function_of(MANAGER, "hasRole(uint64,address)")
        left = [
            view_is(
                self._manager,
                has,
                (role, self._holder),
                (False, 0),
                f"{self._holder} is not {role_name(role)}",
            )
            for role in sorted(matrix.roles)
        ]
        for entry in matrix.local:
            bits = function_of(kind_of(entry), "localRolesOf(address)")
            says = f"{self._holder} has no local role of {entry}"
            left.append(view_is(self._contracts[entry], bits, (self._holder,), (0,), says))
        return left

    # -- what is sent for it --------------------------------------------------------------------

    def _stages(self, matrix: Matrix, found: _Found) -> tuple[Stage, ...]:
        desk, payloads, to = self._desk, self._payloads, self._manager
        later = [*found.local_grants, *found.local_leaves]
        stages = []
        todo, proposed = desk.scheduling(found.grants)
        if todo:
            step = payloads.step("propose", to, all_of(todo), proposed)
            stages.append(Stage(name="propose", steps=(step,)))
        steps = []
        if found.grants:
            calls = desk.carrying_out(found.grants)
            after = desk.operations(found.grants)
            steps.append(payloads.step("grant", to, all_of(calls), found.granted, after))
        todo, proposed = desk.scheduling(later)
        if todo:
            steps.append(payloads.step("propose local roles", to, all_of(todo), proposed))
        if steps:
            stages.append(Stage(name="grant", steps=tuple(steps)))
        if found.local_grants:
            calls = desk.carrying_out(found.local_grants)
            after = desk.operations(found.local_grants)
            step = payloads.step("pass on", to, all_of(calls), found.local_granted, after)
            stages.append(Stage(name="pass-on", steps=(step,)))
        roles = [*matrix.roles_of(self._holder), *found.lent]
        if roles or found.local_leaves:
            stages.append(self._leaving(matrix, found.local_leaves, roles))
        found.granted = [one for one in found.granted if f"{self._holder} is" not in one.says]
        return tuple(stages)

    def _leaving(self, matrix: Matrix, local: Sequence[Managed], roles: Sequence[int]) -> Stage:
        """The last transaction: nothing is left, the administrator's role last of all."""
        calls = self._desk.carrying_out(local)
        calls += [
            manage("renounceRole(uint64,address)", role, self._holder)
            for role in sorted(roles, reverse=True)
        ]
        after = self._desk.operations(local)
        left = self._nothing_left(matrix)
        step = self._payloads.step("leave", self._manager, all_of(calls), left, after)
        return Stage(name="leave", steps=(step,))
