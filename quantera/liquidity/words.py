"""Integers of Solidity's widths: division that rounds, wrapping and refusal at a type's end.

Source of the rounding rules: "Uniswap v3 Core" (2021), section 6, and the published FullMath.
"""

from quantera.liquidity.refusal import Reason, require

Q96 = 1 << 96
Q128 = 1 << 128
MAX_UINT128 = (1 << 128) - 1
MAX_UINT160 = (1 << 160) - 1
MAX_UINT256 = (1 << 256) - 1
MAX_INT128 = (1 << 127) - 1
MIN_INT128 = -(1 << 127)
MAX_INT256 = (1 << 255) - 1


def uint256(value: int) -> int:
    """`value` if it is an unsigned 256-bit word, else a refusal."""
    require(0 <= value <= MAX_UINT256, Reason.ARITHMETIC)
    return value


def uint160(value: int) -> int:
    """`value` if it is an unsigned 160-bit word, else a refusal."""
    require(0 <= value <= MAX_UINT160, Reason.ARITHMETIC)
    return value


def int128(value: int) -> int:
    """`value` if it is a signed 128-bit word, else a refusal."""
    require(MIN_INT128 <= value <= MAX_INT128, Reason.ARITHMETIC)
    return value


def int256(value: int) -> int:
    """`value` if it is a signed 256-bit word, else a refusal."""
    require(-MAX_INT256 - 1 <= value <= MAX_INT256, Reason.ARITHMETIC)
    return value


def wrapped(value: int, bits: int) -> int:
    """`value` modulo two to the power of `bits`."""
    return value & ((1 << bits) - 1)


def wrapped_signed(value: int, bits: int) -> int:
    """`value` wrapped into a signed word of `bits` bits."""
    low = value & ((1 << bits) - 1)
    return low - (1 << bits) if low >> (bits - 1) else low


def quotient_toward_zero(dividend: int, divisor: int) -> int:
    """Signed division as the machine does it: towards zero."""
    magnitude = abs(dividend) // abs(divisor)
    return magnitude if (dividend < 0) == (divisor < 0) else -magnitude


def multiply_divide_down(a: int, b: int, denominator: int) -> int:
    """`a * b / denominator`, rounded down, exact in between.

    Raises:
        PoolRefusal: the denominator is zero or the result exceeds 256 bits.
    """
    require(denominator > 0, Reason.ARITHMETIC)
    return uint256(a * b // denominator)


def multiply_divide_up(a: int, b: int, denominator: int) -> int:
    """`a * b / denominator`, rounded up, exact in between.

    Raises:
        PoolRefusal: the denominator is zero or the result exceeds 256 bits.
    """
    require(denominator > 0, Reason.ARITHMETIC)
    return uint256(-(-a * b // denominator))


def divide_up(a: int, denominator: int) -> int:
    """`a / denominator`, rounded up; zero for a zero denominator, as the machine's DIV."""
    return -(-a // denominator) if denominator else 0


def add_liquidity(liquidity: int, change: int) -> int:
    """Liquidity after a signed change, still an unsigned 128-bit word.

    Raises:
        PoolRefusal: below zero or above the type.
    """
    after = liquidity + change
    require(after >= 0, Reason.LIQUIDITY_BELOW_ZERO)
    require(after <= MAX_UINT128, Reason.LIQUIDITY_ABOVE_TYPE)
    return after
