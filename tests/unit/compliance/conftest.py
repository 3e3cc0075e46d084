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
