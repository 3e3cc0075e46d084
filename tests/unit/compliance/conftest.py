from collections.abc import Iterator

import pytest

from quantera.evm import MemoryChain
from tests.unit.compliance.world import World, open_world


@pytest.fixture(scope="session")
def world_session() -> World:
    """One engine for the worker; tests take `world`, which cleans up behind them."""
    return open_world(MemoryChain())


@pytest.fixture
def world(world_session: World) -> Iterator[World]:
    """An engine with one registered token without rules; whatever the test does is undone."""
    with world_session.chain.rollback():
        yield world_session


@pytest.fixture(scope="session")
def probed_session() -> World:
    """The same with a stand-in for the packs."""
    return open_world(MemoryChain(), probe=True)


@pytest.fixture
def probed(probed_session: World) -> Iterator[World]:
    """As `world`, with packs that refuse as they are told and tell what they were handed."""
    with probed_session.chain.rollback():
        yield probed_session
