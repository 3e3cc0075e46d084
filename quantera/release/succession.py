"""The plan of a release after its roles or its code have changed: what `verify` compares with."""

from collections.abc import Iterator, Mapping

from quantera.access import Role
from quantera.release.addresses import KEYLESS_DEPLOYER
from quantera.release.arguments import function_of
from quantera.release.blueprint import MANAGER
from quantera.release.campaign import Campaign
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
    for entry in matrix.local.keys() & contracts.keys():
        accounts = matrix.local[entry]
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


def upgraded(plan: Plan, campaign: Campaign) -> Plan:
    """The same release with the code that an upgrade gave it.

    Args:
        plan: what it was.
        campaign: the upgrade, carried out.
    """
    addresses, payloads = dict(plan.addresses), dict(plan.payloads)
    chains: list[ChainPlan] = []
    for chain in plan.chains:
        site = next(one for one in campaign.chains if one.name == chain.name)
        created = {
            step.name.removeprefix("create "): step
            for step in site.steps()
            if step.to == KEYLESS_DEPLOYER
        }
        new = {entry: step.conditions[0].address for entry, step in created.items()}
        gone = {plan.addresses[entry] for entry in new}
        runs = next(step.conditions for step in site.steps() if step.name == "upgrade")
        proxies = {fact.address for fact in runs} - set(new.values())
        steps = []
        for step in chain.steps:
            if found := set(step.creates) & set(new):
                one = created[found.pop()]
                payloads[one.payload] = campaign.payloads[one.payload]
                conditions = one.conditions
                change: dict[str, object] = {"to": one.to, "payload": one.payload}
                change["creates"] = {entry: new[entry] for entry in step.creates}
            else:
                change = {}
                conditions = tuple(
                    fact
                    for fact in step.conditions
                    if fact.question is not Question.STORAGE
                    or not ({fact.address} & (gone | proxies))
                )
                if set(step.creates.values()) & proxies:
                    conditions = (*conditions, *runs)
            steps.append(step.model_copy(update={**change, "conditions": conditions}))
        codes = [fact for fact in chain.codes if fact.address not in gone]
        codes += [step.conditions[0] for step in created.values()]
        chains.append(chain.model_copy(update={"steps": tuple(steps), "codes": tuple(codes)}))
        addresses |= new
    return plan.model_copy(
        update={"addresses": addresses, "payloads": payloads, "chains": tuple(chains)}
    )
