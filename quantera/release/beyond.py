"""What stands on a chain beside the plan: roles, rights and owners that nobody planned."""

from collections.abc import Iterator

from quantera.access import Role
from quantera.evm.abi import FunctionAbi
from quantera.release.arguments import function_of, merged_abi
from quantera.release.blueprint import MANAGER
from quantera.release.matrix import Matrix, local_name, role_name, watched
from quantera.release.plan import ChainPlan, Plan
from quantera.release.succession import HAS_LOCAL, HAS_ROLE

ROLE_OF_FUNCTION = "getTargetFunctionRole(address,bytes4)"
_KEEPS_LOCAL_ROLES = "DynamicFeeStructure"


class _Planned:
    """The roles and mappings that a plan's conditions name."""

    def __init__(self, plan: Plan, chain: ChainPlan) -> None:
        contracts = {address: entry for entry, address in watched(plan).items()}
        has, of_function = function_of(MANAGER, HAS_ROLE), function_of(MANAGER, ROLE_OF_FUNCTION)
        local = function_of(_KEEPS_LOCAL_ROLES, HAS_LOCAL)
        self.members: set[tuple[int, str]] = set()
        self.functions: set[tuple[str, bytes]] = set()
        self.local: set[tuple[str, int, str]] = set()
        for condition in chain.active:
            entry = contracts.get(condition.address)
            data = bytes.fromhex(condition.data[2:])
            if entry is None:
                continue
            if entry == MANAGER and _asks(data, has):
                role, account = has.inputs.decode(data[4:])
                self.members.add((role, account))
            elif entry == MANAGER and _asks(data, of_function):
                target, selector = of_function.inputs.decode(data[4:])
                self.functions.add((contracts.get(target, target), selector))
            elif _asks(data, local):
                role, account = local.inputs.decode(data[4:])
                self.local.add((entry, role, account))


def _asks(data: bytes, function: FunctionAbi) -> bool:
    return data[:4] == function.selector


def _function_name(entry: str, selector: bytes) -> str:
    for function in merged_abi(entry).by_signature.values():
        if function.selector == selector:
            return function.name
    return "0x" + selector.hex()


def beyond(plan: Plan, chain: ChainPlan, matrix: Matrix) -> Iterator[str]:
    """A sentence for each right that is not planned.

    Contracts that are not the plan's, such as assets issued later, are not judged: their mappings
    are for whoever made them to verify.

    Args:
        plan: the whole plan.
        chain: the part.
        matrix: what the chain says.
    """
    planned = _Planned(plan, chain)
    contracts = watched(plan)
    for name in matrix.uncounted():
        yield f"{name}: the node's logs do not tell all members that the manager counts"
    for role, members in matrix.roles.items():
        for account, delay in members.items():
            if (role, account) not in planned.members:
                yield f"{account} is {role_name(role)} beyond the plan, with {delay} s of delay"
    for entry, accounts in matrix.local.items():
        for account, roles in accounts.items():
            for bit in sorted(roles):
                if (entry, bit, account) not in planned.local:
                    yield f"{account} is {local_name(bit)} of {entry} beyond the plan"
    for (entry, selector), role in matrix.functions.items():
        if entry in contracts and role != Role.ADMIN and (entry, selector) not in planned.functions:
            name = _function_name(entry, selector)
            yield f"{entry}.{name} is {role_name(role)}'s beyond the plan"
    for entry, owner in matrix.owners.items():
        if owner != plan.addresses[MANAGER]:
            yield f"{entry} is owned by {owner}, not by the access manager"
    yield from _manager_settings(matrix, set(contracts))


def _manager_settings(matrix: Matrix, contracts: set[str]) -> Iterator[str]:
    for role, admin in matrix.admins.items():
        if admin != Role.ADMIN:
            yield f"{role_name(role)} is administered by {role_name(admin)}, not by ADMIN"
    for role, guardian in matrix.guardians.items():
        if guardian != Role.ADMIN:
            yield f"operations of {role_name(role)} are cancelled by {role_name(guardian)} too"
    for role, delay in matrix.grant_delays.items():
        if delay:
            yield f"{role_name(role)} is granted with a delay of {delay} s of its own"
    for entry, delay in matrix.target_delays.items():
        if delay and entry in contracts:
            yield f"the access of {entry} is changed with a delay of {delay} s of its own"
