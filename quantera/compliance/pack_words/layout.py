"""What a pack's parameters become on-chain: words, switches and limits.

The layouts are those that each pack states in its NatSpec (`contracts/token/compliance/packs`); a
value that does not fit its place is an error, never cut.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from quantera.compliance.catalogue import Jurisdiction, load_packs

MONEY = Decimal(10**8)
"""Money has eight decimals on-chain."""

WORD_BITS = 256
_MONEY_BITS = 128
_COUNTRIES_PER_WORD = 256


@dataclass(frozen=True, slots=True)
class Offer:
    """Word 0 of every pack.

    Attributes:
        decimals: of the token.
        price: of one whole token in the jurisdiction's currency; None when there is none.
        route: which offer exemption runs, as `OfferRoutes.sol` numbers them; 0 for none.
        number: of the offer, under which limits per offer are counted.
        exemption: of the lots that the offer creates, as `quantera.compliance.lots` numbers them;
            0 leaves the token's own.
        own: what the pack keeps in the word's upper 64 bits.
        debt: whether the asset is debt; stands in no word, but decides on the values of some.
    """

    decimals: int
    price: Decimal | None = None
    route: int = 0
    number: int = 0
    exemption: int = 0
    own: int = 0
    debt: bool = False

    def word(self) -> int:
        """The word."""
        price = 0 if self.price is None else money(self.price)
        return packed(
            (self.route, 8),
            (self.decimals, 8),
            (self.number, 32),
            (self.exemption, 8),
            (0, 8),
            (price, 128),
            (self.own, 64),
        )


@dataclass(frozen=True, slots=True)
class PackSetup:
    """One pack as `configurePack` and `configureRules` take it.

    Attributes:
        words: parameters, from word 0.
        codes: rules that are switched on.
        limits: global values by key of the pack's limits.
    """

    words: tuple[int, ...]
    codes: frozenset[int]
    limits: Mapping[int, int] = field(default_factory=dict)


def money(amount: Decimal) -> int:
    """Money as integers of 8 decimals.

    Raises:
        ValueError: the amount has more decimals, is negative or does not fit 128 bits.
    """
    value = amount * MONEY
    if value != int(value) or not 0 <= value < 1 << _MONEY_BITS:
        raise ValueError(f"{amount} is no amount of money with at most 8 decimals")
    return int(value)


def packed(*fields: tuple[int, int]) -> int:
    """Values and their widths in bits, the first lowest.

    Raises:
        ValueError: a value is negative or does not fit its width, or all do not fit a word.
    """
    word = place = 0
    for value, width in fields:
        if not 0 <= value < 1 << width:
            raise ValueError(f"{value} does not fit {width} bits")
        word |= value << place
        place += width
    if place > WORD_BITS:
        raise ValueError(f"{place} bits do not fit a word")
    return word


def limit_key(code: int, country: int = 0, offer: int = 0) -> int:
    """Key of a limit, as `PackChecks` builds it."""
    return offer << 24 | code << 16 | country


def class_bits(classes: Iterable[int]) -> int:
    """Bit n for class n."""
    return sum({1 << code for code in classes})


def country_words(countries: Iterable[int], words: int) -> tuple[int, ...]:
    """Bit n of word k for country 256 k + n.

    Raises:
        ValueError: a country lies beyond the words.
    """
    result = [0] * words
    for country in set(countries):
        if country >= words * _COUNTRIES_PER_WORD:
            raise ValueError(f"country {country} is beyond the pack's States")
        result[country // _COUNTRIES_PER_WORD] |= 1 << country % _COUNTRIES_PER_WORD
    return tuple(result)


def countries_of(jurisdiction: Jurisdiction) -> tuple[int, ...]:
    """Countries of a pack, ISO 3166-1 numeric, in order."""
    packs = load_packs().by_country
    return tuple(sorted(country for country, pack in packs.items() if pack == jurisdiction))
