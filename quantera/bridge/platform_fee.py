"""The platform's own fee for a transfer, as the source's bridge tells it, beside the protocols'."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quantera.bridge.nodes import BridgeNode
from quantera.evm.actors import ZERO_ADDRESS, to_address


@dataclass(frozen=True)
class PlatformFee:
    """What sending costs besides the protocol.

    Attributes:
        asset: address of what it is taken in, at the source.
        units: of it, in its smallest unit.
        refundable: the part that is returned when the service level is missed.
        due_at: last second at which the level is kept, Unix time; zero without one.
        version: of the schedules.
    """

    asset: str
    units: int
    refundable: int
    due_at: int
    version: int


def platform_fee(
    node: BridgeNode, request: Mapping[str, Any], sender: str, protocols: int, level: int = 0
) -> PlatformFee | None:
    """What the platform would charge in the next block; nothing where it charges nothing.

    Args:
        node: the source's bridge.
        request: `SendRequest`.
        sender: who would pay; its volume and terms count.
        protocols: how many the message shall go over.
        level: service level, 0 to 3.

    Raises:
        Reverted: the worth of the units is not known (`WorthUnknown`), and nothing would be charged
            for that reason, or the fee structure refuses.
    """
    head = node.ask("eth_getBlockByNumber", "latest", False)
    base_fee = int(head["baseFeePerGas"], 16)
    asset, quoted = node.view("quoteFee", request, to_address(sender), protocols, level, base_fee)
    if asset == ZERO_ADDRESS:
        return None
    return PlatformFee(asset, quoted.total, quoted.refundable, quoted.dueAt, quoted.version)
