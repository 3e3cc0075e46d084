"""How to connect to chains that were kept."""

from collections.abc import Iterator

from quantera.demo.bridges import CONFIGURATION as BRIDGE
from quantera.demo.desk import CONFIGURATION as DESK
from quantera.demo.issued import Issued
from quantera.demo.people import INVESTORS
from quantera.demo.released import AGENT, GOVERNOR, Released
from quantera.demo.stage import Stage
from quantera.devnet.settings import DEFAULT_BASE_PORT, PORT_VARIABLE
from quantera.evm import actor_named

MNEMONIC = "test test test test test test test test test test test junk"
"""From which every local node makes its ten funded accounts."""


def connections(stage: Stage) -> Iterator[str]:
    """What somebody needs to know, a line at a time."""
    yield ""
    yield "The chains stay: `ape run devnet status` shows them, `ape run devnet down` ends them."
    for name, local in ({} if stage.running is None else stage.running.chains).items():
        yield f"  {name}: chain id {local.chain_id}, {local.url}"
        yield f"    ape console --network {local.network_choice}"
    if stage.settings.base_port != DEFAULT_BASE_PORT:
        yield f"Ports are not the usual ones: set {PORT_VARIABLE}={stage.settings.base_port}"
    yield f'Funded keys of each node: the ten of the mnemonic "{MNEMONIC}".'
    yield "Every other account is unlocked: a node signs for whom it is asked to."
    for name in (GOVERNOR, AGENT, *INVESTORS):
        yield f"  {name}: {actor_named(name)}"
    yield "Contracts, at the same address on every chain:"
    try:
        released = stage.take(Released)
    except LookupError:
        return
    for contract, address in released.plan.addresses.items():
        if f"{contract}.implementation" in released.plan.addresses:
            yield f"  {contract}: {address}"
    yield from _asset(stage)
    yield f"Files of the story: {stage.folder}; for example"
    yield f"  ape run compliance reconcile --config {stage.folder / DESK}"
    yield f"  ape run bridge track --config {stage.folder / BRIDGE}"


def _asset(stage: Stage) -> Iterator[str]:
    """The token that was issued, where the story came so far."""
    try:
        issued = stage.take(Issued)
    except LookupError:
        return
    yield f"  {issued.symbol}, a ComplianceAwareToken: {issued.address}"
