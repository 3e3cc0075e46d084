from collections.abc import Iterator

import pytest

from quantera.evm import Actor, MemoryChain
from tests.unit.brokerage.trading.desk import Desk, deploy_fresh_desk


@pytest.fixture(scope="session")
def desk_session() -> Desk:
    return deploy_fresh_desk(MemoryChain())


@pytest.fixture
def desk(desk_session: Desk) -> Iterator[Desk]:
    """Undone afterwards."""
    with desk_session.undone():
        yield desk_session


@pytest.fixture
def alice(desk: Desk) -> Actor:
    """With a million dollars of collateral."""
    return desk.member("alice")


@pytest.fixture
def bob(desk: Desk) -> Actor:
    """Another one with as much."""
    return desk.member("bob")
