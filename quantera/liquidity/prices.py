"""Amounts between two prices, and the price after an amount.

Square roots of price are 64.96 fixed point, amounts are token units. What the pool receives is
rounded up, what it pays down. Source: "Uniswap v3 Core" (2021), section 6.2, and the published
SqrtPriceMath.
"""

from quantera.liquidity.refusal import Reason, require
from quantera.liquidity.words import (
    MAX_UINT256,
    Q96,
    divide_up,
    int256,
    multiply_divide_down,
    multiply_divide_up,
    uint160,
    uint256,
)


def amount0_between(price_a: int, price_b: int, liquidity: int, *, up: bool) -> int:
    """Units of token 0 that `liquidity` holds between two prices."""
    low, high = sorted((price_a, price_b))
    require(low > 0, Reason.ARITHMETIC)
    if up:
        return divide_up(multiply_divide_up(liquidity << 96, high - low, high), low)
    return multiply_divide_down(liquidity << 96, high - low, high) // low


def amount1_between(price_a: int, price_b: int, liquidity: int, *, up: bool) -> int:
    """Units of token 1 that `liquidity` holds between two prices."""
    low, high = sorted((price_a, price_b))
    divide = multiply_divide_up if up else multiply_divide_down
    return divide(liquidity, high - low, Q96)


def amount0_of_change(price_a: int, price_b: int, change: int) -> int:
    """Signed units of token 0 for a change of liquidity: positive is what the pool receives."""
    if change < 0:
        return -int256(amount0_between(price_a, price_b, -change, up=False))
    return int256(amount0_between(price_a, price_b, change, up=True))


def amount1_of_change(price_a: int, price_b: int, change: int) -> int:
    """Signed units of token 1 for a change of liquidity: positive is what the pool receives."""
    if change < 0:
        return -int256(amount1_between(price_a, price_b, -change, up=False))
    return int256(amount1_between(price_a, price_b, change, up=True))


def price_after_input(price: int, liquidity: int, amount: int, *, zero_for_one: bool) -> int:
    """Price after `amount` of the token going in, rounded so that it moves no further than paid."""
    require(price > 0 and liquidity > 0, Reason.ARITHMETIC)
    if zero_for_one:
        return _price_after_amount0(price, liquidity, amount, adds=True)
    return _price_after_amount1(price, liquidity, amount, adds=True)


def price_after_output(price: int, liquidity: int, amount: int, *, zero_for_one: bool) -> int:
    """Price after `amount` of the token going out, rounded so that it moves at least as far."""
    require(price > 0 and liquidity > 0, Reason.ARITHMETIC)
    if zero_for_one:
        return _price_after_amount1(price, liquidity, amount, adds=False)
    return _price_after_amount0(price, liquidity, amount, adds=False)


def _price_after_amount0(price: int, liquidity: int, amount: int, *, adds: bool) -> int:
    """Rounded up in both directions."""
    if amount == 0:
        return price
    numerator = liquidity << 96
    product = amount * price
    if adds:
        # Where the exact denominator leaves the word, the published form drops precision instead.
        if product <= MAX_UINT256 and numerator + product <= MAX_UINT256:
            return uint160(multiply_divide_up(numerator, price, numerator + product))
        return uint160(divide_up(numerator, uint256(numerator // price + amount)))
    require(product <= MAX_UINT256 and numerator > product, Reason.ARITHMETIC)
    return uint160(multiply_divide_up(numerator, price, numerator - product))


def _price_after_amount1(price: int, liquidity: int, amount: int, *, adds: bool) -> int:
    """Rounded down in both directions."""
    if adds:
        return uint160(uint256(price + multiply_divide_down(amount, Q96, liquidity)))
    quotient = multiply_divide_up(amount, Q96, liquidity)
    require(price > quotient, Reason.ARITHMETIC)
    return price - quotient
