"""Where the chains of a plan answer."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from quantera.release.errors import ReleaseError
from quantera.release.node import Node
from quantera.release.plan import Place

URL_VARIABLE = "QUANTERA_RPC_"


def url_of(chain: str, local: str) -> str:
    """Where a chain's node answers: as the environment says, else the local one of the request.

    Raises:
        ReleaseError: neither is known.
    """
    variable = URL_VARIABLE + chain.upper().replace("-", "_")
    url = os.environ.get(variable, "") or local
    if not url:
        raise ReleaseError(f"where does a node of {chain} answer? set {variable}")
    return url


@contextmanager
def opened(urls: Mapping[str, str]) -> Iterator[dict[str, Node]]:
    """Nodes by chain, closed with the block."""
    nodes = {name: Node(name, url) for name, url in urls.items()}
    try:
        yield nodes
    finally:
        for node in nodes.values():
            node.close()


def urls_of(places: Iterable[Place]) -> dict[str, str]:
    """Where the nodes of all these chains answer.

    Raises:
        ReleaseError: it is not known of one of them.
    """
    return {place.name: url_of(place.name, place.rpc) for place in places}
