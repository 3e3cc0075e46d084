from collections.abc import Iterator

import pytest

from tests.unit.compliance_offchain.people import NOW
from tests.unit.packs.stage import Stage, open_stage


@pytest.fixture(scope="session")
def stage_session() -> Stage:
    """One token for the worker; tests take `stage`, which cleans up behind them."""
    return open_stage()


@pytest.fixture
def stage(stage_session: Stage) -> Iterator[Stage]:
    """A token without rules at the moment that the off-chain tests call now."""
    with stage_session.stack.chain.rollback():
        stage_session.at(NOW)
        stage_session.setups.clear()
        yield stage_session
