"""Live quotes: every lane and protocol, as the bridges tell them, all chains asked at once.

A bridge answers for all four protocols of a lane in one call, so each of five chains is asked
about four lanes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quantera import chains
from quantera.bridge.nodes import BridgeNode, Nodes
from quantera.bridge.routes import LaneQuote
from quantera.bridge.scoring import Facts, Protocol, Urgency

BY_ASSET = "explainProtocols(uint256,address,uint256,uint256)"
BY_VALUE = "explainProtocols(uint256,uint256,uint256)"


@dataclass(frozen=True)
class Transfer:
    """What shall be moved.

    Attributes:
        source: name of the chain that it is on.
        units: of the asset, in its smallest unit there.
        assets: address of the asset on each chain, by the chain's name.
        decimals: of the asset on each chain, by the chain's name.
        urgency: how soon.
    """

    source: str
    units: int
    assets: Mapping[str, str]
    decimals: Mapping[str, int]
    urgency: Urgency = Urgency.STANDARD

    def units_on(self, chain: str) -> int:
        """As many units on another chain, rounded down where it has fewer decimals."""
        scale = self.decimals[chain] - self.decimals[self.source]
        factor: int = 10 ** abs(scale)
        return self.units * factor if scale >= 0 else self.units // factor


def quotes(nodes: Nodes, transfer: Transfer) -> list[LaneQuote]:
    """What each protocol asks over each lane between the chains, with reasons where it may not.

    Chains that do not have the asset are neither asked nor stops.
    """
    holders = [chain for chain in nodes if chain in transfer.assets]

    def ask(node: BridgeNode) -> list[LaneQuote]:
        source = node.place.chain
        if source not in holders:
            return []
        asset, units = transfer.assets[source], transfer.units_on(source)
        return _asked(node, holders, BY_ASSET, asset, units, transfer.urgency)

    return [quote for answered in nodes.each(ask).values() for quote in answered]


def value_quotes(nodes: Nodes, value: int, urgency: Urgency) -> list[LaneQuote]:
    """The same for a value in USD with 8 decimals, whatever is moved."""
    told = nodes.each(lambda node: _asked(node, list(nodes), BY_VALUE, value, urgency))
    return [quote for answered in told.values() for quote in answered]


def _asked(
    node: BridgeNode, chains_asked_for: Sequence[str], view: str, *about: Any
) -> list[LaneQuote]:
    source = node.place.chain
    return [
        LaneQuote(
            source,
            destination,
            Protocol(entry.protocol),
            entry.reason,
            Facts(
                entry.fee + entry.deliveryCost,
                entry.expectedSeconds,
                entry.tier,
                entry.reliabilityBps,
            ),
        )
        for destination in chains_asked_for
        if destination != source
        for entry in node.view(view, chains.get(destination).chain_id, *about)
    ]
