"""Bridges' events, as the tracker keeps them: read from where it was, on all chains at once."""

from collections.abc import Callable, Mapping
from typing import Any

from quantera.bridge.nodes import BridgeNode, Nodes, Told
from quantera.bridge.tracking import Happening, Step, Tracker

Detail = Callable[[Mapping[str, Any]], int]


def _nothing(_: Mapping[str, Any]) -> int:
    return 0


EVENTS: Mapping[str, tuple[Step, Detail]] = {
    "MessageSent": (Step.SENT, lambda args: args["protocols"]),
    "MessageResent": (Step.RESENT, lambda args: 1 << args["protocol"]),
    "AttestationCounted": (Step.VOTED, lambda args: args["votes"]),
    "CreditDelayed": (Step.DELAYED, lambda args: args["releaseAt"]),
    "CreditParked": (Step.PARKED, lambda args: args["reason"]),
    "MessageCredited": (Step.CREDITED, _nothing),
    "MessageReturned": (Step.RETURNED, _nothing),
    "CreditVetoed": (Step.VETOED, lambda args: args["reason"]),
    "VetoLifted": (Step.LIFTED, _nothing),
}
"""What an event means for its message, and the number that goes with it."""


def happening(chain: str, told: Told) -> Happening | None:
    """An event as the tracker keeps it; nothing for one that moves no message."""
    if told.name not in EVENTS:
        return None
    step, detail = EVENTS[told.name]
    return Happening(
        chain=chain,
        block=told.block,
        place=told.place,
        id=told.args["id"],
        step=step,
        time=told.time,
        detail=detail(told.args),
        transaction=told.transaction,
        message=told.args.get("message", b""),
    )


def follow(
    tracker: Tracker,
    nodes: Nodes,
    *,
    from_block: Mapping[str, int],
    confirmations: Mapping[str, int],
) -> None:
    """Bring the tracker up to the chains' present; a chain that fails takes back nothing.

    Args:
        tracker: what is kept.
        nodes: the bridges.
        from_block: where to begin on a chain that was never read.
        confirmations: blocks on top of one before what it holds is kept.

    Raises:
        RpcError, OSError: a node cannot answer; what the other chains told is kept next time.
    """
    for chain in nodes:
        node = nodes[chain]
        position = tracker.position(chain)
        while position is not None and node.hash_of(position[0]) != position[1]:
            # The chain has other blocks now than those that were read.
            tracker.go_back(chain)
            position = tracker.position(chain)

    def read(node: BridgeNode) -> tuple[int, str, list[Happening]] | None:
        chain = node.place.chain
        position = starts[chain]
        first = from_block.get(chain, 0) if position is None else position[0] + 1
        last = node.head - confirmations.get(chain, 0)
        if last < first:
            return None
        found = [happening(chain, told) for told in node.told(first, last)]
        return last, node.hash_of(last), [one for one in found if one is not None]

    starts = {chain: tracker.position(chain) for chain in nodes}
    for chain, told in nodes.each(read).items():
        if told is not None:
            tracker.observe(chain, *told)
