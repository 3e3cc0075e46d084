from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.evm import Actor, Contract, MemoryChain, Receipt
from quantera.gas.pool_stack import Key, PoolStack, deploy_pool_stack
from quantera.liquidity.ticks import sqrt_price_at_tick

FUNDS = 10**24
DEPTH = 10**20
FEE, SPACING = 3000, 60
TICK = 30
PRICE = sqrt_price_at_tick(TICK)
RANGE = (-600, 660)


def told(receipt: Receipt, event: str) -> tuple[Any, ...]:
    """Arguments of a receipt's only event of that name."""
    return tuple(receipt.events.one(event).args.values())


@dataclass(frozen=True)
class Market:
    """One pool in the middle of a tick, two funded users, and liquidity around the price."""

    stack: PoolStack
    token_a: Contract
    token_b: Contract
    key: Key
    alice: Actor
    bob: Actor

    @property
    def pools(self) -> Contract:
        return self.stack.pools

    @property
    def id(self) -> bytes:
        found: bytes = self.pools.poolId(self.key)
        return found

    def swap(
        self, amount: int, *, a_for_b: bool, sender: Actor | None = None, **more: Any
    ) -> Receipt:
        who = sender or self.alice
        value = more.pop("value", 0)
        recipient = more.pop("recipient", who)
        key = more.pop("key", self.key)
        request = self.stack.swapped(key, amount, recipient, a_for_b=a_for_b, **more)
        receipt: Receipt = self.pools.swap(request, sender=who, value=value)
        return receipt

    def add(self, lower: int, upper: int, liquidity: int, **more: Any) -> Receipt:
        who = more.pop("sender", self.bob)
        key = more.pop("key", self.key)
        value = more.pop("value", 0)
        request = self.stack.added(key, lower, upper, liquidity, **more)
        receipt: Receipt = self.pools.add(request, sender=who, value=value)
        return receipt

    def mint(self, lower: int, upper: int, liquidity: int, **more: Any) -> int:
        who = more.pop("sender", self.bob)
        owner = more.pop("owner", who)
        request = self.stack.added(more.pop("key", self.key), lower, upper, liquidity, **more)
        receipt = self.pools.mint(request, owner, sender=who)
        token_id: int = receipt.return_value[0]
        return token_id

    def remove(self, position: bytes | int, liquidity: int, recipient: Any, **more: Any) -> Receipt:
        who = more.pop("sender", self.bob)
        request = self.stack.removed(
            more.pop("key", self.key), position, liquidity, recipient, **more
        )
        receipt: Receipt = self.pools.remove(request, sender=who)
        return receipt

    def position(self, lower: int, upper: int, owner: Actor | None = None) -> bytes:
        return self.stack.position_key(owner or self.bob, self.key, lower, upper)

    def balances(self, account: Any) -> tuple[int, int]:
        return self.token_a.balanceOf(account), self.token_b.balanceOf(account)


@pytest.fixture(scope="session")
def market_session() -> Market:
    stack = deploy_pool_stack(MemoryChain())
    token_a, token_b = stack.pair()
    alice, bob = stack.chain.actors("alice", "bob")
    stack.fund((token_a, token_b), [alice, bob], FUNDS)
    key: Key = (token_a, token_b, FEE, SPACING, 0)
    stack.create(key, PRICE)
    market = Market(stack, token_a, token_b, key, alice, bob)
    market.add(*RANGE, DEPTH)
    stack.chain.advance(12)
    return market


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    """Undone afterwards."""
    with market_session.stack.chain.rollback():
        yield market_session
