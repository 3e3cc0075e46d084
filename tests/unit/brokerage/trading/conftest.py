from collections.abc import Iterator

import pytest

from quantera.evm import MemoryChain
from tests.unit.brokerage.trading.desk import Desk, deploy_desk


@pytest.fixture(scope="session")
def desk_session() -> Desk:
    return deploy_desk(MemoryChain())


@pytest.fixture
def desk(desk_session: Desk) -> Iterator[Desk]:
    """Undone afterwards, its prices too."""
    prices = {asset: vars(terms).copy() for asset, terms in desk_session.assets.items()}
    with desk_session.chain.rollback():
        yield desk_session
    for asset in list(desk_session.assets):
        if asset in prices:
            vars(desk_session.assets[asset]).update(prices[asset])
        else:
            del desk_session.assets[asset]
