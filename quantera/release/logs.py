"""Logs of a chain, in as many questions as its node wants."""

from collections.abc import Sequence
from typing import Any

from quantera.release.connection import RefusalError
from quantera.release.errors import NodeError
from quantera.release.node import Node


def logs(
    node: Node, addresses: Sequence[str], topics: Sequence[bytes], since: int
) -> list[dict[str, Any]]:
    """Logs of contracts whose first topic is one of these, in order.

    A range that the node refuses, as providers refuse long ones, is asked for in halves.

    Args:
        node: of the chain.
        addresses: of the contracts.
        topics: of the events.
        since: the first block that is looked at.

    Raises:
        NodeError: the node refuses a single block, or does not answer.
    """
    wanted = {
        "address": list(addresses),
        "topics": [["0x" + topic.hex() for topic in topics]],
    }
    left = [(since, max(node.block_number(), since))]
    found: list[dict[str, Any]] = []
    while left:
        first, last = left.pop()
        blocks = {"fromBlock": hex(first), "toBlock": hex(last)}
        try:
            found += node.ask("eth_getLogs", {**wanted, **blocks})
        except RefusalError as refusal:
            if first == last:
                raise NodeError(f"{node.name}: the node tells no logs: {refusal}") from refusal
            middle = (first + last) // 2
            left += [(middle + 1, last), (first, middle)]
    return found
