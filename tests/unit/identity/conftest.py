from collections.abc import Iterator

import pytest

from quantera.evm import MemoryChain
from tests.stacks.token import Attester, TokenStack, deploy_stack


@pytest.fixture(scope="session")
def desk_session() -> TokenStack:
    return deploy_stack(MemoryChain())


@pytest.fixture
def stack(desk_session: TokenStack) -> Iterator[TokenStack]:
    """An engine that trusts nobody yet, with a token; undone afterwards."""
    with desk_session.chain.rollback():
        yield desk_session


@pytest.fixture
def attester(stack: TokenStack) -> Attester:
    """A trusted issuer that signs batches."""
    return Attester.trusted(stack)
