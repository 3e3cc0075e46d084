"""What the tests of the guards share: switching them, and several transactions in one block."""

from fractions import Fraction
from typing import Any

from quantera.evm import MemoryChain, Receipt
from quantera.liquidity.ticks import sqrt_price_at_tick
from tests.unit.liquidity.conftest import DEPTH, Market

Q96 = 2**96
MILLION = 10**6


def switch(market: Market, function: str, *arguments: Any, **more: Any) -> Receipt:
    """One of the settings of a pool, by the governor."""
    key = more.pop("key", market.key)
    sender = more.pop("sender", market.stack.governor)
    receipt: Receipt = market.pools.function(function)(key, *arguments, sender=sender)
    return receipt


def same_block(market: Market) -> None:
    """The next transaction is in the block of the last one, if no time passes between them."""
    chain = market.stack.chain
    assert isinstance(chain, MemoryChain)
    chain.mine(-1)


def price_of(sqrt_price: int) -> Fraction:
    """Units of B for one of A."""
    return Fraction(sqrt_price, Q96) ** 2


def price_now(market: Market) -> Fraction:
    return price_of(market.pools.poolState(market.id).sqrtPriceX96)


def to_tick(market: Market, tick: int, **more: Any) -> Receipt:
    """Move the price to where a tick begins."""
    down = tick < market.pools.poolState(market.id).tick
    limit = sqrt_price_at_tick(tick)
    return market.swap(DEPTH * 100, a_for_b=down, sqrtPriceLimitX96=limit, options=1, **more)


def worth(market: Market, account: Any, price: Fraction) -> Fraction:
    """What an account holds, in B at a price."""
    units_a, units_b = market.balances(account)
    return units_a * price + units_b
