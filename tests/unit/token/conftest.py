from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from quantera.evm import Actor, MemoryChain
from tests.stacks.token import TokenStack, deploy_stack

HELD = 1_000


@dataclass(frozen=True)
class Market:
    """A token in circulation: who holds, who may, and who has nothing to do with it."""

    stack: TokenStack
    holder: Actor
    recipient: Actor
    spender: Actor
    stranger: Actor


@pytest.fixture(scope="session")
def market_session() -> Market:
    stack = deploy_stack(MemoryChain())
    holder = stack.investor("holder")
    recipient = stack.investor("recipient")
    stack.token.mint(holder, HELD, sender=stack.agent)
    spender, stranger = stack.chain.actors("spender", "stranger")
    return Market(stack, holder, recipient, spender, stranger)


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    """A holder with 1,000 units and a registered recipient with none; undone afterwards."""
    with market_session.stack.chain.rollback():
        yield market_session


@pytest.fixture
def stack(market: Market) -> TokenStack:
    return market.stack
