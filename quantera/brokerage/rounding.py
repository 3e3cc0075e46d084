"""Division of whole numbers of either sign, with the side in the name."""

BPS = 10_000
MILLI = 1_000
PIPS = 10**6
VALUE = 10**8
"""One US dollar as values tell it."""
DAY = 86_400
YEAR = 365 * DAY


def down(dividend: int, divisor: int) -> int:
    """The quotient rounded towards minus infinity."""
    return dividend // divisor


def up(dividend: int, divisor: int) -> int:
    """The quotient rounded towards plus infinity."""
    return -(-dividend // divisor)
