"""A plan carried out on forks of its chains, on top of everything that stands there."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from quantera.evm.anvil import Anvil
from quantera.release.campaign import Campaign, Site
from quantera.release.campaign_run import ready_at
from quantera.release.conditions import unmet
from quantera.release.connection import RefusalError
from quantera.release.errors import NodeError, StoppedError
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Place, Plan, Step
from quantera.release.sender import Sending
from quantera.release.verify import verify_chain

_MINED_SECONDS = 60


@dataclass(frozen=True)
class Simulated:
    """One chain's simulation: transactions that were needed, and their gas, in all and by step."""

    chain: str
    transactions: int
    gas: int
    spent: Mapping[str, int] = field(default_factory=dict)


def simulate_chain(plan: Plan, chain: ChainPlan, url: str) -> Simulated:
    """Send what is missing to a fork of a chain, and verify what comes of it.

    The deployer pays with what it has there; it need not sign.

    Args:
        plan: the whole plan.
        chain: the part.
        url: of a node of the chain; the fork reads through it.

    Raises:
        StoppedError: a transaction fails, or the outcome is not the plan's.
        NodeError: the fork does not start, or its node does not answer.
    """
    with Anvil(chain.chain_id, "--fork-url", url, "--auto-impersonate", "--no-rate-limit") as fork:
        node = Node(chain.name, fork.url)
        try:
            return _carried_out(plan, chain, node)
        finally:
            node.close()


def _carried_out(plan: Plan, chain: ChainPlan, node: Node) -> Simulated:
    if not unmet(node, chain.activation.conditions):
        return _verified(plan, chain, node, [])
    spent = []
    for step in chain.before_barrier():
        if unmet(node, step.conditions):
            spent.append(_sent(plan, chain, node, step))
    if wrong := unmet(node, (*chain.codes, *chain.inert)):
        raise StoppedError(f"{chain.name}: before activation, on a fork: {'; '.join(wrong)}")
    spent.append(_sent(plan, chain, node, chain.activation))
    return _verified(plan, chain, node, spent)


def _sent(plan: Sending, chain: Place, node: Node, step: Step) -> int:
    request = {"from": plan.sender, "to": step.to, "data": plan.data(step)}
    try:
        gas = int(node.ask("eth_estimateGas", request, "latest"), 16)
        transaction = node.ask("eth_sendTransaction", {**request, "gas": hex(gas * 6 // 5)})
    except RefusalError as refusal:
        raise StoppedError(f"{chain.name}: {step.name}, on a fork: {refusal}") from refusal
    until = time.monotonic() + _MINED_SECONDS
    while (receipt := node.ask("eth_getTransactionReceipt", transaction)) is None:
        if time.monotonic() > until:
            raise NodeError(f"{chain.name}: the fork did not mine {step.name}")
        time.sleep(0.02)
    if wrong := unmet(node, step.conditions):
        raise StoppedError(f"{chain.name}: {step.name}, on a fork: {'; '.join(wrong)}")
    return int(receipt["gasUsed"], 16)


def _verified(plan: Plan, chain: ChainPlan, node: Node, spent: list[int]) -> Simulated:
    report = verify_chain(plan, chain, node)
    if not report.is_clean:
        told = "; ".join(report.drift) or report.unreachable
        raise StoppedError(f"{chain.name}: at the end, on a fork: {told}")
    return Simulated(chain.name, len(spent), sum(spent))


def simulate(plan: Plan, urls: Mapping[str, str]) -> list[Simulated]:
    """Simulate every chain, one after the other: a fork takes a processor of its own.

    Raises:
        StoppedError: one of them does not come to what the plan says.
        NodeError: a fork does not start or answer.
    """
    return [simulate_chain(plan, chain, urls[chain.name]) for chain in plan.chains]


def simulate_site(campaign: Campaign, site: Site, url: str) -> Simulated:
    """Send a campaign's part to a fork of a chain, its clock put forward where delays run.

    Raises:
        StoppedError: a transaction fails, or the outcome is not the campaign's.
        NodeError: the fork does not start, or its node does not answer.
    """
    with Anvil(site.chain_id, "--fork-url", url, "--auto-impersonate", "--no-rate-limit") as fork:
        node = Node(site.name, fork.url)
        try:
            spent: dict[str, int] = {}
            for step in site.steps():
                if unmet(node, step.conditions):
                    _put_forward(campaign, node, step)
                    spent[step.name] = _sent(campaign, site, node, step)
            if wrong := unmet(node, site.holds):
                raise StoppedError(f"{site.name}: at the end, on a fork: {'; '.join(wrong)}")
        finally:
            node.close()
    return Simulated(site.name, len(spent), sum(spent.values()), spent)


def _put_forward(campaign: Campaign, node: Node, step: Step) -> None:
    ready = max((ready_at(node, campaign.manager, one) for one in step.after), default=0)
    if ready > node.timestamp():
        node.ask("evm_setNextBlockTimestamp", ready)
        node.ask("evm_mine")


def simulate_campaign(campaign: Campaign, urls: Mapping[str, str]) -> list[Simulated]:
    """Simulate every chain, one after the other.

    Raises:
        StoppedError: one of them does not come to what the campaign says.
        NodeError: a fork does not start or answer.
    """
    return [simulate_site(campaign, site, urls[site.name]) for site in campaign.chains]
