"""A plan as people read it before they carry it out."""

from collections.abc import Iterator, Mapping, Sequence

from rich.markup import escape
from rich.table import Table

from quantera.access import Role, class_of
from quantera.release.campaign import Campaign
from quantera.release.matrix import Matrix, local_name, role_name
from quantera.release.payloads import calls_in, told
from quantera.release.plan import WEI, ChainPlan, Plan
from quantera.release.simulate import Simulated
from quantera.release.verify import Report


def tables(plan: Plan) -> Iterator[Table]:
    """Chains, addresses, roles and transactions."""
    yield chains(plan)
    yield addresses(plan)
    yield roles(plan)
    yield transactions(plan, plan.chains[0])
    for other in plan.chains[1:]:
        if _payloads(other) != _payloads(plan.chains[0]):
            yield transactions(plan, other, beside=plan.chains[0])


def _payloads(chain: ChainPlan) -> list[str]:
    return [step.payload for step in chain.steps]


def chains(plan: Plan) -> Table:
    """What the release costs on each chain, and what stands there."""
    table = Table("chain", "stands", "missing", title=f"{plan.name} ({plan.profile})")
    for heading in ("transactions", "gas", "cost", "USD", "balance"):
        table.add_column(heading, justify="right")
    for chain in plan.chains:
        standing = chain.standing
        usd = standing.cost_usd
        table.add_row(
            f"{chain.title} ({chain.chain_id})",
            str(len(standing.matching)),
            str(len(standing.missing)),
            str(len(chain.steps)),
            f"{standing.gas:,}",
            f"{standing.cost / WEI:.6f} {chain.coin}",
            "" if usd is None else f"{usd:,.2f}",
            f"{standing.balance / WEI:.4f}",
        )
    return table


def addresses(plan: Plan) -> Table:
    """Where everything stands, on every chain."""
    table = Table("entry", "contract", "address", title="the same on every chain")
    for entry, address in plan.addresses.items():
        table.add_row(entry, plan.contracts[entry], address)
    return table


def roles(plan: Plan) -> Table:
    """Members of every role after activation; roles without a member too."""
    table = Table("role", "member", "delay", title="roles after activation")
    enforced = plan.profile == "production"
    for role in Role:
        members = plan.roles.get(role.name, ())
        for member in members:
            least = class_of(role).minimum_delay if enforced else 0
            table.add_row(role.name, member["account"], f"{max(member['delay'], least)} s")
        if not members:
            table.add_row(role.name, "nobody", "")
    return table


def transactions(plan: Plan, chain: ChainPlan, beside: ChainPlan | None = None) -> Table:
    """Every transaction of a chain with its arguments.

    Args:
        plan: the whole plan.
        chain: whose.
        beside: a chain whose equal transactions are left out.
    """
    table = Table("transaction", "gas", "to", "with", title=f"transactions on {chain.title}")
    known = set(_payloads(beside)) if beside else set()
    for step in chain.steps:
        if step.payload not in known:
            said = "\n".join(str(one) for one in told(plan, step))
            table.add_row(step.name, f"{step.gas:,}", step.to, escape(said))
    return table


def drift(reports: list[Report]) -> Table:
    """What verification found."""
    table = Table("chain", "facts", "found", title="verification")
    for report in reports:
        found = escape(report.unreachable) or "\n".join(report.drift) or "as planned"
        table.add_row(report.chain, str(report.facts), found)
    return table


def campaign(campaign: Campaign, simulated: list[Simulated]) -> Table:
    """What a campaign sends to each chain, and what a fork spent on it."""
    table = Table("chain", "stage", "transaction", "gas on a fork", "with", title=campaign.kind)
    gas = {one.chain: one.spent for one in simulated}
    for site in campaign.chains:
        for stage in site.stages:
            for step in stage.steps:
                data = bytes.fromhex(campaign.data(step)[2:])
                said = "\n".join(map(str, calls_in(campaign.addresses, step.to, data)))
                spent = gas.get(site.name, {}).get(step.name)
                shown = "done" if spent is None else f"{spent:,}"
                table.add_row(site.title, stage.name, step.name, shown, escape(said))
    return table


def holdings(matrices: Mapping[str, Matrix], accounts: Sequence[str]) -> Table:
    """What accounts may do on each chain, as the chain says it."""
    table = Table("chain", "account", "roles", "local roles", title="what they hold")
    for chain, matrix in matrices.items():
        for account in accounts:
            roles = [
                f"{role_name(role)} ({delay} s)"
                for role, delay in sorted(matrix.roles_of(account).items())
            ]
            local = [
                f"{local_name(role)} of {entry}" for entry, role in matrix.local_roles_of(account)
            ]
            table.add_row(chain, account, "\n".join(roles) or "none", "\n".join(local) or "none")
    return table
