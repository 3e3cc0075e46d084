"""Local chains with the four bridge protocols' real contracts, and requests that name them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from typing import Any

from quantera.bridge.scoring import Protocol
from quantera.devnet import protocols as devnet
from quantera.devnet.attached import AttachedChain
from quantera.devnet.network import LocalChain
from quantera.devnet.protocols import Outcome
from quantera.gas.bridge_network import NAMES, Network
from quantera.gas.bridge_stack import ENOUGH
from quantera.gas.token_stack import merged
from quantera.release import Plan
from quantera.release.blueprint import BRIDGE
from quantera.release.bridge_request import PROTOCOLS
from tests.integration.release.chains import CHAIN_IDS, LocalNode, requested

CONFIRMATIONS = 1
"""As the local verifiers count them."""
Installed = Mapping[str, devnet.Protocol]


def attached(local: LocalNode) -> AttachedChain:
    """The node as the protocols use it."""
    return AttachedChain(LocalChain(name=local.name, chain_id=CHAIN_IDS[local.name], url=local.url))


@contextmanager
def installed(nodes: Mapping[str, LocalNode]) -> Iterator[Installed]:
    """All protocols on these chains, with lanes between all of them."""
    with ExitStack() as held:
        chains = {
            name: held.enter_context(closing(attached(local))) for name, local in nodes.items()
        }
        yield devnet.install(chains)


def places(protocols: Installed, name: str, **layerzero: Any) -> dict[str, dict[str, Any]]:
    """Where each protocol is on a chain, as a request says it."""
    site = {kind: protocols[kind].installation.sites[name].contracts for kind in PROTOCOLS}
    verifiers = [site["layerzero"]["dvn_a"], site["layerzero"]["dvn_b"]]
    return {
        "ccip": {"contract": site["ccip"]["router"]},
        "layerzero": {
            "contract": site["layerzero"]["endpoint"],
            "send_library": site["layerzero"]["send_library"],
            "receive_library": site["layerzero"]["receive_library"],
            "verifiers": verifiers,
            "confirmations": CONFIRMATIONS,
            **layerzero,
        },
        "wormhole": {"contract": site["wormhole"]["core"]},
        "axelar": {
            "contract": site["axelar"]["gateway"],
            "gas_service": site["axelar"]["gas_service"],
        },
    }


def crossing(
    protocols: Installed, plan: Plan, source: str, sent: Mapping[str, Any], sender: str
) -> dict[Protocol, Outcome]:
    """Send over a released bridge, and carry the message as the protocol does.

    Args:
        protocols: on the chains.
        plan: the release.
        source: where it is sent from.
        sent: a `SendRequest`.
        sender: who sends; it is given coins for the fee.
    """
    chains = protocols["wormhole"].chains
    network = Network(chains, {key: protocols[name] for key, name in NAMES.items()})
    bridge = chains[source].at(plan.addresses[BRIDGE], merged(BRIDGE))
    chains[source].set_balance(sender, 2 * ENOUGH)
    return network.carry(source, bridge.send(sent, sender=sender, value=ENOUGH // 10))


def bridged(
    nodes: Mapping[str, LocalNode],
    protocols: Installed,
    standing: Sequence[str] = (),
    bridge: Mapping[str, Any] | None = None,
    **changes: Any,
) -> dict[str, Any]:
    """Fields of a request with lanes between these chains, over all protocols.

    Args:
        nodes: the chains.
        protocols: on them, and on those that stand.
        standing: chains on which the release is active already.
        bridge: other terms of the bridge.
        changes: other fields of the request.
    """
    told = requested(nodes, **changes)
    for name, chain in told["chains"].items():
        chain.setdefault("bridge", places(protocols, name))
    others = {name: {"bridge": places(protocols, name)} for name in standing}
    told["bridge"] = {"protocols": list(PROTOCOLS), "standing": others, **(bridge or {})}
    return told
