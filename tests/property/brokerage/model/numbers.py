"""Division with the side in its name, and the units that values and rates are told in."""

BPS = 10_000
MILLI = 1_000
PIPS = 10**6
VALUE = 10**8
"""One US dollar as values tell it."""
CARRY = 10**6
"""What a carry tells of the last digit of a price."""
INDEX = 10**18
MINUTE, DAY = 60, 86_400
YEAR = 365 * DAY


def down(dividend: int, divisor: int) -> int:
    """The quotient rounded towards minus infinity."""
    return dividend // divisor


def up(dividend: int, divisor: int) -> int:
    """The quotient rounded towards plus infinity."""
    return -(-dividend // divisor)
