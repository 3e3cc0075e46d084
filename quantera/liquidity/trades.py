"""A swap worked out in full before anything changes: quotes and executions are this same result.

Source: "Uniswap v3 Core" (2021), section 6.2, and the published pool.
"""

from typing import TYPE_CHECKING, NamedTuple

from quantera.liquidity.refusal import Reason, require
from quantera.liquidity.steps import swap_step
from quantera.liquidity.ticks import (
    MAX_SQRT_PRICE,
    MAX_TICK,
    MIN_SQRT_PRICE,
    MIN_TICK,
    sqrt_price_at_tick,
    tick_at_sqrt_price,
)
from quantera.liquidity.words import Q128, add_liquidity, int256, multiply_divide_down, wrapped

if TYPE_CHECKING:
    from quantera.liquidity.pool import Pool


class Crossing(NamedTuple):
    """A tick crossed, with the growth of the input token's fee up to there."""

    tick: int
    fee_growth: int


class Trade(NamedTuple):
    """A swap's result.

    Attributes:
        zero_for_one: direction.
        amount0: token 0 in token units; positive is what the pool receives.
        amount1: the same of token 1.
        sqrt_price: square root of the price after it, 64.96 fixed point.
        tick: tick after it.
        liquidity: liquidity in range after it.
        fee_growth: growth of the input token's fee after it, 128.128 fixed point.
        protocol_fee: the protocol's part of the fee, in units of the input token.
        paid_fee: the whole fee, in units of the input token.
        crossings: ticks crossed, in order.
    """

    zero_for_one: bool
    amount0: int
    amount1: int
    sqrt_price: int
    tick: int
    liquidity: int
    fee_growth: int
    protocol_fee: int
    paid_fee: int
    crossings: tuple[Crossing, ...]


def work_out(pool: "Pool", *, zero_for_one: bool, amount: int, limit: int, fee: int) -> Trade:
    """What a swap does to `pool`, which stays as it is.

    Args:
        pool: where.
        zero_for_one: token 0 goes in.
        amount: positive is input with fee, negative is output wanted, in token units.
        limit: square root of price at which to stop, 64.96 fixed point.
        fee: of the input, in millionths.

    Raises:
        PoolRefusal: as the pool refuses it.
    """
    require(amount != 0, Reason.AMOUNT_ZERO)
    require(pool.initialized, Reason.LOCKED)
    if zero_for_one:
        require(MIN_SQRT_PRICE < limit < pool.sqrt_price, Reason.PRICE_LIMIT)
    else:
        require(pool.sqrt_price < limit < MAX_SQRT_PRICE, Reason.PRICE_LIMIT)
    share = pool.protocol_share0 if zero_for_one else pool.protocol_share1
    price, tick, liquidity = pool.sqrt_price, pool.tick, pool.liquidity
    growth = pool.fee_growth0 if zero_for_one else pool.fee_growth1
    remaining, calculated, protocol_fee, paid_fee = amount, 0, 0, 0
    crossings: list[Crossing] = []
    while remaining != 0 and price != limit:
        found, in_use = pool.bitmap.next_within_word(tick, down=zero_for_one)
        next_tick = max(MIN_TICK, min(MAX_TICK, found))
        border = sqrt_price_at_tick(next_tick)
        target = max(border, limit) if zero_for_one else min(border, limit)
        step = swap_step(price, target, liquidity, remaining, fee)
        if amount > 0:
            remaining -= step.amount_in + step.fee
            calculated = int256(calculated - step.amount_out)
        else:
            remaining += step.amount_out
            calculated = int256(calculated + step.amount_in + step.fee)
        paid_fee += step.fee
        protocols = step.fee // share if share else 0
        protocol_fee += protocols
        if liquidity:
            gained = multiply_divide_down(step.fee - protocols, Q128, liquidity)
            growth = wrapped(growth + gained, 256)
        if step.price == border:
            if in_use:
                crossings.append(Crossing(next_tick, growth))
                net = pool.ticks[next_tick].net
                liquidity = add_liquidity(liquidity, -net if zero_for_one else net)
            tick = next_tick - 1 if zero_for_one else next_tick
        elif step.price != price:
            tick = tick_at_sqrt_price(step.price)
        price = step.price
    given = amount - remaining
    amount0, amount1 = (given, calculated) if zero_for_one == (amount > 0) else (calculated, given)
    return Trade(
        zero_for_one,
        amount0,
        amount1,
        price,
        tick,
        liquidity,
        growth,
        protocol_fee,
        paid_fee,
        tuple(crossings),
    )
