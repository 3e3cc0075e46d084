from collections.abc import Iterator

import pytest

from quantera.evm import MemoryChain
from tests.unit.fees.desk import NOON, Desk, deploy_fee_stack


@pytest.fixture(scope="session")
def desk_session() -> Desk:
    """One stack for the worker, its manager still in set-up; tests take `desk`."""
    chain = MemoryChain(timestamp=NOON)
    stack = deploy_fee_stack(chain, set_up=False)
    return Desk(stack, chain.actor("payer"))


@pytest.fixture
def desk(desk_session: Desk) -> Iterator[Desk]:
    """A fee stack with the example schedule; whatever the test does is undone."""
    with desk_session.stack.chain.rollback():
        yield desk_session


@pytest.fixture
def governed(desk: Desk) -> Desk:
    """The same after the manager's set-up."""
    desk.stack.manager.completeSetup(sender=desk.stack.governor)
    return desk
