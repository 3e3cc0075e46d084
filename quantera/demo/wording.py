"""Figures as people read them; the terminal, the page and its check use the same."""

from decimal import Decimal

SHOWN_DECIMALS = 6


def amount(units: int, decimals: int, symbol: str = "") -> str:
    """Units of an asset in whole tokens, rounded towards zero beyond six decimals.

    What is not zero and too small for six decimals is shown with all that it has.
    """
    whole = Decimal(units).scaleb(-decimals)
    shown = whole
    if decimals > SHOWN_DECIMALS:
        scale = 10 ** (decimals - SHOWN_DECIMALS)
        cut = abs(units) // scale * (1 if units >= 0 else -1)
        shown = Decimal(cut).scaleb(-SHOWN_DECIMALS) if cut or not units else whole
    text = f"{shown:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text} {symbol}".rstrip()


def gas(units: int) -> str:
    """Gas with separators."""
    return f"{units:,}"


def seconds(taken: float) -> str:
    """A duration."""
    return f"{taken:.1f} s"


def percent(parts: int, whole: int) -> str:
    """A share, rounded down to hundredths of a per cent.

    Raises:
        ZeroDivisionError: there is no whole.
    """
    return f"{Decimal(parts * 10_000 // whole) / 100:f} %"
