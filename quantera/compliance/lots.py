"""Lots as the chain keeps them: units acquired on one day from one source under one exemption.

The layout is that of `contracts/token/compliance/lots/Lot.sol`.
"""

from typing import NamedTuple

SOURCES = ("other", "issuer", "affiliate")
"""Sources in the order of their numbers."""

EXEMPTIONS = (
    "none",
    "506b",
    "506c",
    "RegS",
    "144A",
    "CF",
    "274",
    "275",
    "QII",
    "small-number",
    "professional",
    "272",
    "272A",
    "272B",
)
"""Exemptions in the order of their numbers."""

MAX_LOTS = 64
"""Most lots of one investor in one token."""

_UNITS_BITS, _DAY_BITS, _SOURCE_BITS, _EXEMPTION_BITS = 120, 24, 4, 8
_KEY_BITS = _DAY_BITS + _SOURCE_BITS + _EXEMPTION_BITS


class LotKey(NamedTuple):
    """What makes two lots one: day since 1 January 1970, source and exemption."""

    day: int
    source: str
    exemption: str


class ChainLot(NamedTuple):
    """One lot; `units` in token units."""

    units: int
    key: LotKey

    def word(self) -> int:
        """The storage word."""
        return self.units | _key_bits(self.key) << _UNITS_BITS


class MovedLot(NamedTuple):
    """A lot of `LotsMoved`: what left, and the key under which it arrived."""

    lot: ChainLot
    arrived: LotKey


def decode(word: int) -> ChainLot:
    """The lot in a word.

    Raises:
        IndexError: a source or exemption that does not exist.
    """
    return ChainLot(word & ((1 << _UNITS_BITS) - 1), _key(word >> _UNITS_BITS))


def decode_moved(word: int) -> MovedLot:
    """The lot in a word of `LotsMoved`.

    Raises:
        IndexError: a source or exemption that does not exist.
    """
    return MovedLot(decode(word), _key(word >> _UNITS_BITS + _KEY_BITS))


def _key(bits: int) -> LotKey:
    day = bits & ((1 << _DAY_BITS) - 1)
    source = bits >> _DAY_BITS & ((1 << _SOURCE_BITS) - 1)
    exemption = bits >> _DAY_BITS + _SOURCE_BITS & ((1 << _EXEMPTION_BITS) - 1)
    return LotKey(day, SOURCES[source], EXEMPTIONS[exemption])


def _key_bits(key: LotKey) -> int:
    source, exemption = SOURCES.index(key.source), EXEMPTIONS.index(key.exemption)
    return key.day | source << _DAY_BITS | exemption << _DAY_BITS + _SOURCE_BITS
