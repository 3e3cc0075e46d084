"""The bridge's transactions whose floor is told."""

from collections.abc import Callable, Mapping
from typing import Any

from quantera.bridge.scoring import Protocol
from quantera.evm import NodeChain
from quantera.gas.bridge_network import NAMES
from quantera.gas.floor.conditions import DELIVERY, SENDING, Required, lines
from quantera.gas.floor.split import TRACED, Split, split
from quantera.gas.operation import Operation
from quantera.gas.operations.bridge import HERE, OPERATIONS, Arriving, Crossing

TRANSACTIONS: Mapping[str, tuple[Protocol, tuple[Required, ...]]] = {
    **{f"bridge.send.{NAMES[protocol]}": (protocol, SENDING) for protocol in Protocol},
    "bridge.deliver.wormhole": (Protocol.WORMHOLE, DELIVERY),
}
"""By the id of the operation that is measured: its protocol, and what it must compute."""


def splits(only: str = "") -> dict[str, Split]:
    """Each taken apart, by id, under the conditions of `quantera.gas.operations.bridge`.

    Args:
        only: how ids begin that are wanted.
    """
    by_set_up: dict[Callable[[NodeChain], Any], list[Operation]] = {}
    for operation in OPERATIONS:
        if operation.id in TRANSACTIONS and operation.id.startswith(only):
            by_set_up.setdefault(operation.ours.set_up, []).append(operation)
    found: dict[str, Split] = {}
    for set_up, operations in by_set_up.items():
        with NodeChain(options=TRACED) as node:
            prepared = set_up(node)
            for operation in operations:
                with node.rollback():
                    found[operation.id] = _split(node, prepared, operation)
    return found


def _split(node: NodeChain, prepared: Crossing | Arriving, operation: Operation) -> Split:
    end = (prepared.made if isinstance(prepared, Arriving) else prepared).ends[HERE]
    contracts = {"bridge": end.bridge, "token": end.token, "engine": end.stack.engine}
    protocol, required = TRANSACTIONS[operation.id]
    parts = split(node, operation.ours.send(prepared), contracts)
    parts.lines.extend(lines(required, protocol))
    return parts
