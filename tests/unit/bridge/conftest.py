from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from quantera import chains
from quantera.devnet.watched import WatchedMemoryChain
from quantera.gas.bridge_network import install
from quantera.gas.bridge_stack import BridgeEnds, deploy_ends

HERE, THERE = "ethereum", "arbitrum"


@pytest.fixture(scope="session")
def ends_session() -> BridgeEnds:
    names = (HERE, THERE)
    nodes = {name: WatchedMemoryChain(chains.get(name).chain_id) for name in names}
    return deploy_ends(install(nodes))


@pytest.fixture
def ends(ends_session: BridgeEnds) -> Iterator[BridgeEnds]:
    """Two bridges with the protocols' real contracts between them; undone afterwards."""
    with ExitStack() as undone:
        for chain in ends_session.network.chains.values():
            undone.enter_context(chain.rollback())
        yield ends_session
