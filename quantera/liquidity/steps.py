"""One step of a swap: within one range of constant liquidity.

Source: "Uniswap v3 Core" (2021), section 6.2.3, and the published SwapMath.
"""

from typing import NamedTuple

from quantera.liquidity.prices import (
    amount0_between,
    amount1_between,
    price_after_input,
    price_after_output,
)
from quantera.liquidity.words import multiply_divide_down, multiply_divide_up

PIPS = 1_000_000


class Step(NamedTuple):
    """What a step moves, in token units.

    Attributes:
        price: square root of the price after it, 64.96 fixed point.
        amount_in: input without fee, rounded up.
        amount_out: output, rounded down.
        fee: fee in the input token, rounded up.
    """

    price: int
    amount_in: int
    amount_out: int
    fee: int


def swap_step(price: int, target: int, liquidity: int, remaining: int, fee: int) -> Step:
    """Move the price towards `target` as far as `remaining` goes.

    Args:
        price: square root of the price now, 64.96 fixed point.
        target: where to stop at the latest; its side of `price` is the direction.
        liquidity: liquidity in range.
        remaining: positive is input still to give, negative is output still wanted.
        fee: of the input, in millionths, below one million.

    Raises:
        PoolRefusal: a result leaves its type.
    """
    zero_for_one = price >= target
    exact_in = remaining >= 0
    amount_in, amount_out = 0, 0
    if exact_in:
        net = multiply_divide_down(remaining, PIPS - fee, PIPS)
        amount_in = _input(price, target, liquidity, zero_for_one=zero_for_one)
        after = (
            target
            if net >= amount_in
            else price_after_input(price, liquidity, net, zero_for_one=zero_for_one)
        )
    else:
        amount_out = _output(price, target, liquidity, zero_for_one=zero_for_one)
        after = (
            target
            if -remaining >= amount_out
            else price_after_output(price, liquidity, -remaining, zero_for_one=zero_for_one)
        )
    reached = after == target
    if not (reached and exact_in):
        amount_in = _input(price, after, liquidity, zero_for_one=zero_for_one)
    if not reached or exact_in:
        amount_out = _output(price, after, liquidity, zero_for_one=zero_for_one)
    if not exact_in:
        amount_out = min(amount_out, -remaining)
    if exact_in and not reached:
        taken = remaining - amount_in
    else:
        taken = multiply_divide_up(amount_in, fee, PIPS - fee)
    return Step(after, amount_in, amount_out, taken)


def _input(price: int, to: int, liquidity: int, *, zero_for_one: bool) -> int:
    between = amount0_between if zero_for_one else amount1_between
    return between(price, to, liquidity, up=True)


def _output(price: int, to: int, liquidity: int, *, zero_for_one: bool) -> int:
    between = amount1_between if zero_for_one else amount0_between
    return between(price, to, liquidity, up=False)
