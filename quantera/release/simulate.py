"""A plan carried out on forks of its chains, on top of everything that stands there."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from quantera.evm.anvil import Anvil
from quantera.release.conditions import unmet
from quantera.release.errors import NodeError, StoppedError
from quantera.release.node import Node, RefusalError
from quantera.release.plan import ChainPlan, Plan, Step
from quantera.release.verify import verify_chain

_MINED_SECONDS = 60


@dataclass(frozen=True)
class Simulated:
    """One chain's simulation: transactions that were needed, and their gas."""

    chain: str
    transactions: int
    gas: int


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
        return _verified(chain, node, [])
    spent = []
    for step in chain.before_barrier():
        if unmet(node, step.conditions):
            spent.append(_sent(plan, chain, node, step))
    if wrong := unmet(node, (*chain.codes, *chain.inert)):
        raise StoppedError(f"{chain.name}: before activation, on a fork: {'; '.join(wrong)}")
    spent.append(_sent(plan, chain, node, chain.activation))
    return _verified(chain, node, spent)


def _sent(plan: Plan, chain: ChainPlan, node: Node, step: Step) -> int:
    request = {"from": plan.deployer, "to": step.to, "data": plan.data(step)}
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


def _verified(chain: ChainPlan, node: Node, spent: list[int]) -> Simulated:
    report = verify_chain(chain, node)
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
