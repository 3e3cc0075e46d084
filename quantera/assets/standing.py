"""Chains on which an asset stands already: their bridges are told of those it comes to."""

from collections.abc import Sequence

from quantera.assets.bridging import BridgedAsset
from quantera.release.campaign import Payloads, Site, Stage
from quantera.release.conditions import Condition, unmet
from quantera.release.managed import Desk, Managed, all_of
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Place, Step


def standing_faults(chain: ChainPlan, node: Node, bridged: BridgedAsset) -> list[str]:
    """What stands against naming new counterparts on a chain.

    Raises:
        NodeError: the node does not answer.
    """
    if (told := node.chain_id()) != chain.chain_id:
        return [f"the node answers for chain {told}"]
    if unmet(node, [bridged.known()]):
        return [f"the bridge does not list {bridged.token} with {bridged.decimals} decimals"]
    return []


def standing_site(
    chain: ChainPlan,
    desk: Desk,
    calls: Sequence[Managed],
    holds: tuple[Condition, ...],
    payloads: Payloads,
) -> Site:
    """One such chain's part.

    Args:
        chain: the release's part.
        desk: of the sender there.
        calls: that name the new counterparts.
        holds: what holds then.
        payloads: of the campaign, to which this chain's are added.
    """
    stages = []
    todo, proposed = desk.scheduling(calls)
    if todo:
        step = payloads.step("propose", desk.manager, all_of(todo), proposed)
        stages.append(Stage(name="propose", steps=(step,)))
    data, after = all_of(desk.carrying_out(calls)), desk.operations(calls)
    step = payloads.step("admit", desk.manager, data, holds, after)
    stages.append(Stage(name="admit", steps=(step,)))
    place = {name: getattr(chain, name) for name in Place.model_fields}
    undo = cancelled(desk, payloads, calls)
    return Site(**place, stages=tuple(stages), holds=holds, undo=undo)


def cancelled(desk: Desk, payloads: Payloads, calls: Sequence[Managed]) -> tuple[Step, ...]:
    """Steps that take what waits out of the schedule, one by one."""
    return tuple(
        payloads.step(f"cancel {number}", desk.manager, data, [gone])
        for number, (data, gone) in enumerate(desk.cancelling(calls), 1)
    )
