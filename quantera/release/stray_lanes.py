"""What the bridge is connected with although nobody planned it: protocols, peers, open lanes."""

from collections.abc import Iterator, Sequence
from typing import Any

from quantera.evm.abi import EventAbi
from quantera.release.arguments import function_of, merged_entries
from quantera.release.blueprint import BRIDGE
from quantera.release.bridge_request import PROTOCOLS
from quantera.release.logs import logs
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Plan

_VIEWS = {
    "EndpointSet": ("endpointOf(uint8)", ("protocol",)),
    "PeerSet": ("peerOf(uint256,uint8)", ("chainId", "protocol")),
    "LaneSet": ("laneOf(uint256)", ("chainId",)),
}
"""What a view says now of what an event told once, and the event's arguments that it takes."""


def stray_lanes(plan: Plan, chain: ChainPlan, node: Node) -> Iterator[str]:
    """A sentence for each connection of the bridge that is not planned.

    Who was connected is found in the logs, and asked for in the chain's state.

    Args:
        plan: the whole plan.
        chain: the part.
        node: of the chain.

    Raises:
        NodeError: the node does not answer, or tells no logs.
    """
    if BRIDGE not in plan.addresses:
        return
    planned = {one.data for one in chain.active if one.address == plan.addresses[BRIDGE]}
    found = [
        (view, given)
        for view, given in _told(plan, chain, node)
        if "0x" + function_of(BRIDGE, view).encode(given).hex() not in planned
    ]
    calls = [
        {"to": plan.addresses[BRIDGE], "data": "0x" + function_of(BRIDGE, view).encode(given).hex()}
        for view, given in found
    ]
    answers = node.ask_all([("eth_call", [call, "latest"]) for call in calls])
    for (view, given), answer in zip(found, answers, strict=True):
        says = function_of(BRIDGE, view).outputs.decode(bytes.fromhex(node.told(answer)[2:]))
        if sentence := _stray(view, given, says):
            yield sentence


def _told(plan: Plan, chain: ChainPlan, node: Node) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Views and their arguments, each once, of everything that was ever set."""
    events = {
        event.topic: event
        for entry in merged_entries(BRIDGE)
        if entry["type"] == "event" and entry["name"] in _VIEWS
        for event in (EventAbi(entry),)
    }
    seen: dict[tuple[str, tuple[int, ...]], None] = {}
    for log in logs(node, [plan.addresses[BRIDGE]], list(events), chain.since):
        topics = [bytes.fromhex(topic[2:]) for topic in log["topics"]]
        event = events[topics[0]]
        given = event.decode(topics, bytes.fromhex(log["data"][2:]))
        view, names = _VIEWS[event.name]
        seen[view, tuple(given[name] for name in names)] = None
    return iter(seen)


def _stray(view: str, given: Sequence[int], says: Sequence[Any]) -> str:
    terms = says[0]
    if view.startswith("endpointOf") and int(terms.endpoint, 16):
        return f"the bridge uses {_protocol(given[0])} at {terms.endpoint} beyond the plan"
    if view.startswith("peerOf") and int(terms.bridge, 16):
        return (
            f"the bridge takes {terms.bridge} on chain {given[0]} over {_protocol(given[1])} for "
            "its peer beyond the plan"
        )
    if view.startswith("laneOf") and terms.open:
        return f"the bridge's lane to chain {given[0]} is open beyond the plan"
    return ""


def _protocol(number: int) -> str:
    return PROTOCOLS[number] if number < len(PROTOCOLS) else f"protocol {number}"
