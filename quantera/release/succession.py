"""The plan of a release after its roles have changed hands: what `verify` compares with then."""

from collections.abc import Iterator, Mapping

from quantera.access import Role
from quantera.release.arguments import function_of
from quantera.release.blueprint import MANAGER
from quantera.release.conditions import Condition, Question, view_is
from quantera.release.matrix import Matrix, local_name, role_name, watched
from quantera.release.plan import ChainPlan, Plan

HAS_ROLE = "hasRole(uint64,address)"
MEMBERS = "memberCount(uint64)"
HAS_LOCAL = "hasLocalRole(uint8,address)"


def selector(contract: str, signature: str) -> str:
    """A function's selector as call data begin with it."""
    return "0x" + function_of(contract, signature).selector.hex()


def _is_about_roles(plan: Plan, condition: Condition) -> bool:
    if condition.question is not Question.CALL:
        return False
    if condition.address == plan.addresses[MANAGER]:
        known = (selector(MANAGER, HAS_ROLE), selector(MANAGER, MEMBERS))
        return condition.data.startswith(known)
    # The same selector in every contract that keeps roles of its own.
    return condition.data.startswith(selector("DynamicFeeStructure", HAS_LOCAL))


def _facts(plan: Plan, matrix: Matrix) -> Iterator[Condition]:
    manager, contracts = plan.addresses[MANAGER], watched(plan)
    count, has = function_of(MANAGER, MEMBERS), function_of(MANAGER, HAS_ROLE)
    for role in Role:
        members = matrix.roles.get(role, {})
        says = f"members of {role.name}"
        yield view_is(manager, count, (int(role),), (len(members),), says)
        for account, delay in sorted(members.items()):
            says = f"{account} is {role_name(role)}"
            yield view_is(manager, has, (int(role), account), (True, delay), says)
    for entry, accounts in matrix.local.items():
        local = function_of(entry, HAS_LOCAL)
        for account, roles in sorted(accounts.items()):
            for bit in sorted(roles):
                says = f"{account} is {local_name(bit)} of {entry}"
                yield view_is(contracts[entry], local, (bit, account), (True,), says)


def succeeding(plan: Plan, matrices: Mapping[str, Matrix]) -> Plan:
    """The same release with the roles that its chains have now.

    Args:
        plan: what it was.
        matrices: one for each chain, read after a change that was itself planned and verified.
    """
    chains: list[ChainPlan] = []
    for chain in plan.chains:
        kept = (one for one in chain.active if not _is_about_roles(plan, one))
        active = (*kept, *_facts(plan, matrices[chain.name]))
        chains.append(chain.model_copy(update={"active": active}))
    first = matrices[plan.chains[0].name]
    roles = {
        role.name: tuple(
            {"account": account, "delay": delay}
            for account, delay in sorted(first.roles[role].items())
        )
        for role in Role
        if first.roles.get(role)
    }
    return plan.model_copy(update={"chains": tuple(chains), "roles": roles})
