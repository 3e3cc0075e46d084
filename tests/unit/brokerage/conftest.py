from collections.abc import Iterator

import pytest

from quantera.evm import MemoryChain
from tests.unit.brokerage.pricing import Desk, deploy_desk


@pytest.fixture(scope="session")
def desk_session() -> Desk:
    return deploy_desk(MemoryChain())


@pytest.fixture
def desk(desk_session: Desk) -> Iterator[Desk]:
    """Undone afterwards."""
    with desk_session.chain.rollback():
        yield desk_session
