"""What `ape console` knows in this project: the contracts deployed on the connected chain."""

from typing import Any

from quantera.handles import handles

LOCAL_NETWORKS = {"devnet", "local"}


def ape_init_extras(chain: Any) -> dict[str, Any]:
    """Names for the console, from the manifests in `deployments/`."""
    network = chain.provider.network.name
    return dict(handles(chain.provider.chain_id, local=network in LOCAL_NETWORKS))
