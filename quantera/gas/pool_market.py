"""A pool in use, with its users: ours or a peer's, prepared by one and the same scenario."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from quantera.evm import Actor, Chain, Contract, Receipt
from quantera.gas.pool_stack import PARTIAL, Key, PoolStack
from quantera.gas.settlement_stack import MAX_UINT
from quantera.liquidity.ticks import sqrt_price_at_tick

FEE, SPACING = 3000, 60
WORD = 256 * SPACING
START = WORD // 2 + SPACING // 2
"""Middle of the first word's middle tick."""
PRICE = (sqrt_price_at_tick(START) + sqrt_price_at_tick(START + 1)) // 2
DEPTH = 10**22
PLENTY = 10**30
MAX_INPUT = 10**25
BLOCK = 12
HOUR = 3600


def around(ticks: int) -> tuple[int, int]:
    """A range of so many spacings on each side of the start's tick."""
    base = START // SPACING * SPACING
    return base - ticks * SPACING, base + (ticks + 1) * SPACING


class Venue(Protocol):
    """What a scenario asks of a pool."""

    @property
    def chain(self) -> Chain:
        """The chain it is on."""
        ...

    def add(self, provider: Actor, lower: int, upper: int, liquidity: int) -> Receipt:
        """Liquidity of a provider."""
        ...

    def touch(self, provider: Actor, lower: int, upper: int) -> Receipt:
        """Bring a position's fees up to date."""
        ...

    def swap(self, trader: Actor, amount: int, *, a_for_b: bool, limit: int = 0) -> Receipt:
        """An exact input, as far as the limit; zero for none."""
        ...

    def leave(self, provider: Actor, lower: int, upper: int, liquidity: int) -> Receipt:
        """Take liquidity out."""
        ...


@dataclass(frozen=True)
class OurVenue:
    """One of our pools; every call carries its user's limits."""

    stack: PoolStack
    key: Key

    @property
    def chain(self) -> Chain:
        """The chain it is on."""
        return self.stack.chain

    def _deadline(self) -> int:
        return self.chain.timestamp + HOUR

    def add(self, provider: Actor, lower: int, upper: int, liquidity: int) -> Receipt:
        """A position without a token."""
        request = self.stack.added(
            self.key, lower, upper, liquidity, maxA=PLENTY, maxB=PLENTY, deadline=self._deadline()
        )
        receipt: Receipt = self.stack.pools.add(request, sender=provider)
        return receipt

    def mint(self, provider: Actor, lower: int, upper: int, liquidity: int) -> Receipt:
        """A position that is a token."""
        request = self.stack.added(
            self.key, lower, upper, liquidity, maxA=PLENTY, maxB=PLENTY, deadline=self._deadline()
        )
        receipt: Receipt = self.stack.pools.mint(request, provider, sender=provider)
        return receipt

    def touch(self, provider: Actor, lower: int, upper: int) -> Receipt:
        """Fees become owed."""
        return self._remove(provider, lower, upper, 0, least=0)

    def leave(self, provider: Actor, lower: int, upper: int, liquidity: int) -> Receipt:
        """Liquidity and all fees are paid out."""
        return self._remove(provider, lower, upper, liquidity, least=1)

    def swap(self, trader: Actor, amount: int, *, a_for_b: bool, limit: int = 0) -> Receipt:
        """An exact input for at least one unit."""
        request = self.stack.swapped(
            self.key,
            amount,
            trader,
            a_for_b=a_for_b,
            amountLimit=1,
            sqrtPriceLimitX96=limit,
            deadline=self._deadline(),
            options=PARTIAL if limit else 0,
        )
        receipt: Receipt = self.stack.pools.swap(request, sender=trader)
        return receipt

    def _remove(
        self, provider: Actor, lower: int, upper: int, liquidity: int, *, least: int
    ) -> Receipt:
        position = self.stack.position_key(provider, self.key, lower, upper)
        request = self.stack.removed(
            self.key,
            position,
            liquidity,
            provider,
            minA=least,
            minB=least,
            deadline=self._deadline(),
        )
        receipt: Receipt = self.stack.pools.remove(request, sender=provider)
        return receipt


def fund(tokens: Sequence[Contract], users: Sequence[Actor], spender: Contract) -> None:
    """Give users units of tokens that a spender may take."""
    for token in tokens:
        for user in users:
            token.mint(user, PLENTY, sender=user)
            token.approve(spender, MAX_UINT, sender=user)


def trade_in(venue: Venue, provider: Actor, trader: Actor) -> None:
    """A wide position and two in one narrow range; ticks crossed in both ways, fees taken once.

    The price ends where it started, every call is in a block of its own.
    """
    for owner, width in ((provider, 9), (provider, 0), (trader, 0)):
        venue.chain.advance(BLOCK)
        venue.add(owner, *around(width), DEPTH)
    there_and_back(venue, trader)
    venue.touch(provider, *around(0))
    there_and_back(venue, trader)


def there_and_back(venue: Venue, trader: Actor) -> None:
    """Leave the narrow range on both sides and come back to the start exactly."""
    lower, upper = around(0)
    out_below, out_above = sqrt_price_at_tick(lower - 9), sqrt_price_at_tick(upper + 9)
    for a_for_b, limit in ((True, out_below), (False, PRICE), (False, out_above), (True, PRICE)):
        venue.chain.advance(BLOCK)
        venue.swap(trader, MAX_INPUT, a_for_b=a_for_b, limit=limit)
    venue.chain.advance(BLOCK)
