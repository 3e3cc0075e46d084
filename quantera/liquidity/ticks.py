"""Ticks and square roots of price: sqrt(1.0001 ** tick) in 64.96 fixed point, and back.

Source: "Uniswap v3 Core" (2021), section 6.1, and the published TickMath; the factors below are
computed from their definition and equal to the published ones.
"""

import math

from quantera.liquidity.refusal import Reason, require

MIN_TICK = -887272
MAX_TICK = 887272
MIN_SQRT_PRICE = 4295128739
MAX_SQRT_PRICE = 1461446703485210103287273052203988822378723970342

_MAX_UINT256 = (1 << 256) - 1


def _factors() -> tuple[int, ...]:
    """sqrt(1.0001) ** -(2 ** i) in 128 fractional bits, rounded to nearest, for i = 0 … 19."""
    digits = 700
    one = 1 << digits
    # sqrt(10000/10001) with `digits` fractional bits.
    factor = math.isqrt((10_000 << (2 * digits)) // 10_001)
    found = []
    for _ in range(20):
        found.append((factor + (1 << (digits - 129))) >> (digits - 128))
        factor = factor * factor // one
    return tuple(found)


_FACTORS = _factors()


def sqrt_price_at_tick(tick: int) -> int:
    """Square root of the price at a tick, 64.96 fixed point, rounded up.

    Raises:
        PoolRefusal: the tick is outside ±887,272.
    """
    magnitude = abs(tick)
    require(magnitude <= MAX_TICK, Reason.TICK_OUT_OF_RANGE)
    ratio = 1 << 128
    for bit, factor in enumerate(_FACTORS):
        if magnitude >> bit & 1:
            ratio = ratio * factor >> 128
    if tick > 0:
        ratio = _MAX_UINT256 // ratio
    return (ratio >> 32) + (1 if ratio & 0xFFFFFFFF else 0)


def tick_at_sqrt_price(sqrt_price: int) -> int:
    """Greatest tick whose price is at most the given one.

    Raises:
        PoolRefusal: the price is outside the range of the ticks.
    """
    require(MIN_SQRT_PRICE <= sqrt_price < MAX_SQRT_PRICE, Reason.PRICE_OUT_OF_RANGE)
    # The logarithm in double precision is good to far less than a tick; the last step is exact.
    guess = math.floor(2 * math.log(sqrt_price / (1 << 96)) / math.log(1.0001))
    tick = max(MIN_TICK, min(MAX_TICK - 1, guess))
    while sqrt_price_at_tick(tick) > sqrt_price:
        tick -= 1
    while sqrt_price_at_tick(tick + 1) <= sqrt_price:
        tick += 1
    return tick


def max_liquidity_per_tick(spacing: int) -> int:
    """Most liquidity that may refer to one tick, so that no sum over ticks leaves 128 bits."""
    lowest = -(MAX_TICK // spacing) * spacing
    count = (-lowest - lowest) // spacing + 1
    return int(((1 << 128) - 1) // count)
