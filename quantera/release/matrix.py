"""Who holds what on a chain: every role of the access manager, every local role, every owner.

Accounts are found in the logs, and asked for in the chain's state: a log says who to ask about, and
never what is so. The manager counts the members of each role, so that a node that leaves logs out
is found out.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from eth_utils.address import to_checksum_address

from quantera import artifacts
from quantera.access import LocalRole, Role
from quantera.evm.abi import EventAbi
from quantera.evm.codec import CodingError
from quantera.release.arguments import extended_by, function_of, merged_abi, merged_entries
from quantera.release.blueprint import FACTORY, IMPLEMENTATION, MANAGER, PROXY
from quantera.release.conditions import IMPLEMENTATION_SLOT
from quantera.release.errors import UnreadableError
from quantera.release.logs import logs
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Plan

_GRANTED = "RoleGranted"
_MAPPED = "TargetFunctionRoleUpdated"
_OF_MANAGER = (_GRANTED, _MAPPED, "RoleAdminChanged", "RoleGuardianChanged")
_OF_ROLES = ("RoleGrantDelayChanged",)
_OF_TARGETS = ("TargetAdminDelayUpdated",)
_LOCAL = "LocalRoleGranted"
_HOLDS_LOCAL_ROLES = "localRolesOf(address)"
_OWNER = "owner()"


@dataclass(frozen=True)
class Matrix:
    """One chain's answer.

    Attributes:
        roles: members of each role of the access manager, with their delays in seconds.
        counts: how many members the manager counts in each.
        admins, guardians: the role that administers, or cancels for, each role.
        grant_delays: seconds until a granted role is one, by role.
        target_delays: seconds until a change of a contract's access is one, by contract.
        functions: role by contract and selector, of every function that was ever mapped.
        local: local roles by contract and account.
        owners: what `owner()` says, by contract.
    """

    roles: Mapping[int, Mapping[str, int]]
    counts: Mapping[int, int]
    admins: Mapping[int, int]
    guardians: Mapping[int, int]
    grant_delays: Mapping[int, int]
    target_delays: Mapping[str, int]
    functions: Mapping[tuple[str, bytes], int]
    local: Mapping[str, Mapping[str, frozenset[int]]]
    owners: Mapping[str, str]

    def roles_of(self, account: str) -> dict[int, int]:
        """Roles of the manager that an account holds, with its delays."""
        return {
            role: members[account] for role, members in self.roles.items() if account in members
        }

    def local_roles_of(self, account: str) -> list[tuple[str, int]]:
        """Local roles that an account holds: contract and role."""
        return [
            (entry, role)
            for entry, held in self.local.items()
            for role in sorted(held.get(account, ()))
        ]

    def owned_by(self, account: str) -> list[str]:
        """Contracts whose owner an account is."""
        return [entry for entry, owner in self.owners.items() if owner == account]

    def uncounted(self) -> list[str]:
        """Roles of which the manager counts other members than the logs tell."""
        return [
            role_name(role)
            for role, count in self.counts.items()
            if count != len(self.roles.get(role, {}))
        ]


def role_name(role: int) -> str:
    """A role's name, or its number."""
    return Role(role).name if role in list(Role) else f"role {role}"


def local_name(role: int) -> str:
    """A local role's name, or its number."""
    return LocalRole(role).name if role in list(LocalRole) else f"local role {role}"


def watched(plan: Plan) -> dict[str, str]:
    """Contracts of a plan that people or other contracts call, by entry."""
    return {
        entry: address
        for entry, address in plan.addresses.items()
        if not entry.endswith(IMPLEMENTATION)
        and (plan.contracts[entry] == PROXY or not extended_by(artifacts.load(entry)))
    }


def kind_of(entry: str) -> str:
    """The compiled contract of an entry, or of what was issued beside the plan."""
    return entry.partition(" ")[0]


def issued(plan: Plan, chain: ChainPlan, node: Node) -> dict[str, str]:
    """Contracts that the factory created later from the release's implementations: assets.

    Returns:
        Addresses by `Name address`, as they have no entry in the plan.
    """
    factory, known = plan.addresses[FACTORY], set(plan.addresses.values())
    event = _events(FACTORY)["ContractCreated"]
    found = [
        to_checksum_address(log["topics"][2][-40:])
        for log in logs(node, [factory], [event.topic], chain.since)
    ]
    created = [address for address in dict.fromkeys(found) if address not in known]
    slot = hex(IMPLEMENTATION_SLOT)
    asked = [("eth_getStorageAt", [address, slot, "latest"]) for address in created]
    answers = node.ask_all(asked)
    kinds = {
        int(address, 16): entry.removesuffix(IMPLEMENTATION)
        for entry, address in plan.addresses.items()
        if entry.endswith(IMPLEMENTATION)
    }
    runs = [kinds.get(int(node.told(answer), 16)) for answer in answers]
    return {
        f"{kind} {address}": address
        for kind, address in zip(runs, created, strict=True)
        if kind is not None
    }


@cache
def _events(entry: str) -> dict[str, EventAbi]:
    entries = merged_entries(kind_of(entry))
    return {one["name"]: EventAbi(one) for one in entries if one["type"] == "event"}


class _Reader:
    def __init__(self, node: Node, contracts: Mapping[str, str], manager: str) -> None:
        self._node = node
        self._contracts = contracts
        self._manager = manager
        self._entries = {address: entry for entry, address in contracts.items()}

    def views(self, asked: list[tuple[str, str, tuple[Any, ...]]]) -> list[Sequence[Any]]:
        """Answers to views: contract, signature and arguments."""
        functions = [function_of(kind_of(entry), signature) for entry, signature, _ in asked]
        calls = [
            {"to": self._contracts[entry], "data": "0x" + function.encode(arguments).hex()}
            for (entry, _, arguments), function in zip(asked, functions, strict=True)
        ]
        answers = self._node.ask_all([("eth_call", [call, "latest"]) for call in calls])
        found: list[Sequence[Any]] = []
        for (entry, signature, _), function, answer in zip(asked, functions, answers, strict=True):
            try:
                found.append(function.outputs.decode(bytes.fromhex(str(answer)[2:])))
            except (CodingError, ValueError) as error:
                raise UnreadableError(f"{self._node.name}: {entry}.{signature} fails") from error
        return found

    def told(self, since: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Entry, event and arguments of every log that names somebody or something."""
        names = (*_OF_MANAGER, *_OF_ROLES, *_OF_TARGETS)
        known = {event.topic: event for event in map(_events(MANAGER).__getitem__, names)}
        for entry in self._contracts:
            if _LOCAL in _events(entry):
                known[_events(entry)[_LOCAL].topic] = _events(entry)[_LOCAL]
        for log in logs(self._node, list(self._contracts.values()), list(known), since):
            topics = [bytes.fromhex(topic[2:]) for topic in log["topics"]]
            event = known[topics[0]]
            entry = self._entries[to_checksum_address(log["address"])]
            yield entry, event.name, event.decode(topics, bytes.fromhex(log["data"][2:]))


def read_matrix(
    node: Node, contracts: Mapping[str, str], since: int, also: Collection[str] = ()
) -> Matrix:
    """Ask a chain who holds what.

    Args:
        node: of the chain.
        contracts: addresses by entry, the access manager's among them; see `watched`, `issued`.
        since: a block before the first of them.
        also: accounts that are asked about whatever the logs say.

    Raises:
        NodeError: the node does not answer, or tells no logs.
        UnreadableError: a contract does not answer as it must.
    """
    reader = _Reader(node, contracts, contracts[MANAGER])
    candidates: dict[int, set[str]] = {int(role): set(also) for role in Role}
    mapped: set[tuple[str, bytes]] = set()
    locals_: dict[str, set[str]] = {
        entry: set(also)
        for entry in contracts
        if _HOLDS_LOCAL_ROLES in merged_abi(kind_of(entry)).by_signature
    }
    names = {address: entry for entry, address in contracts.items()}
    targets = {*contracts.values()}
    for entry, event, given in reader.told(since):
        if event == _LOCAL:
            locals_.setdefault(entry, set(also)).add(given["account"])
        elif "target" in given:
            targets.add(given["target"])
            if event == _MAPPED:
                mapped.add((given["target"], given["selector"]))
        else:
            accounts = candidates.setdefault(given["roleId"], set(also))
            if event == _GRANTED:
                accounts.add(given["account"])
    roles = sorted(candidates)
    pairs = [(role, account) for role in roles for account in sorted(candidates[role])]
    held = [(entry, account) for entry in locals_ for account in sorted(locals_[entry])]
    owned = [entry for entry in contracts if _OWNER in merged_abi(kind_of(entry)).by_signature]
    functions = sorted(mapped)
    ordered = sorted(targets)

    def of_roles(signature: str) -> dict[int, int]:
        answers = reader.views([(MANAGER, signature, (role,)) for role in roles])
        return {role: answer[0] for role, answer in zip(roles, answers, strict=True)}

    access = reader.views([(MANAGER, "getAccess(uint64,address)", pair) for pair in pairs])
    members: dict[int, dict[str, int]] = {role: {} for role in roles}
    for (role, account), (joined, delay, _, _) in zip(pairs, access, strict=True):
        if joined:
            members[role][account] = delay
    bits = reader.views([(entry, _HOLDS_LOCAL_ROLES, (account,)) for entry, account in held])
    local: dict[str, dict[str, frozenset[int]]] = {entry: {} for entry in locals_}
    for (entry, account), (mask,) in zip(held, bits, strict=True):
        if mask:
            local[entry][account] = frozenset(at for at in range(256) if mask >> at & 1)
    role_of = "getTargetFunctionRole(address,bytes4)"
    mappings = reader.views([(MANAGER, role_of, pair) for pair in functions])
    delays = reader.views([(MANAGER, "getTargetAdminDelay(address)", (one,)) for one in ordered])
    owners = reader.views([(entry, _OWNER, ()) for entry in owned])
    return Matrix(
        roles=members,
        counts=of_roles("memberCount(uint64)"),
        admins=of_roles("getRoleAdmin(uint64)"),
        guardians=of_roles("getRoleGuardian(uint64)"),
        grant_delays=of_roles("getRoleGrantDelay(uint64)"),
        target_delays={
            names.get(target, target): delay
            for target, (delay,) in zip(ordered, delays, strict=True)
        },
        functions={
            (names.get(target, target), selector): role
            for (target, selector), (role,) in zip(functions, mappings, strict=True)
        },
        local=local,
        owners={entry: owner for entry, (owner,) in zip(owned, owners, strict=True)},
    )
