from collections.abc import Iterator

import pytest

from quantera.evm import Actor, MemoryChain
from tests.unit.brokerage.trading.desk import Desk, deploy_fresh_desk


@pytest.fixture(scope="session")
def desk_session() -> Desk:
    return deploy_fresh_desk(MemoryChain())


@pytest.fixture
def desk(desk_session: Desk) -> Iterator[Desk]:
    """Undone afterwards, its prices too."""
    prices = {asset: vars(terms).copy() for asset, terms in desk_session.terms.items()}
    count = len(desk_session.stack.assets)
    with desk_session.stack.chain.rollback():
        yield desk_session
    del desk_session.stack.assets[count:]
    for asset in list(desk_session.terms):
        if asset in prices:
            vars(desk_session.terms[asset]).update(prices[asset])
        else:
            del desk_session.terms[asset]


@pytest.fixture
def alice(desk: Desk) -> Actor:
    """With a million dollars of collateral."""
    return desk.member("alice")


@pytest.fixture
def bob(desk: Desk) -> Actor:
    """Another one with as much."""
    return desk.member("bob")
