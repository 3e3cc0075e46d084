"""What holds between one token and one investor: one word, laid out as in `InvestorTerms.sol`.

The chain takes purchases from the attested headroom, so what an attestation allowed at first must
never be written over what is left of it. An attestation is known again by its jurisdiction and end,
which purchases leave as they are: only a later one puts a new amount on the chain. An amount
corrected without a new date can lower what is left there, never raise it.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR
from typing import NamedTuple

from quantera.compliance.assets import AssetPolicy, compile_packs
from quantera.compliance.catalogue import JURISDICTIONS, Jurisdiction
from quantera.compliance.moments import add_months
from quantera.compliance.rules.deal import Profile

AFFILIATE = 1 << 0
INSIDER = 1 << 1
FLAGS = AFFILIATE | INSIDER
"""Flags that the evidence decides; the affiliate group and other bits stay as agents wrote them."""

_JURISDICTION_SHIFT = 4
_HEADROOM_SHIFT = 32
_UNTIL_SHIFT = 104
_HEADROOM_MASK = (1 << 72) - 1
_UNTIL_MASK = (1 << 40) - 1
_HEADROOM_FIELDS = 0xF << _JURISDICTION_SHIFT | ((1 << 112) - 1) << _HEADROOM_SHIFT
_MONEY = 10**8
_MONTHS = 12
_RULES: Mapping[Jurisdiction, str] = {"US": "US-08", "UK": "UK-03"}

TermsKey = tuple[str, int]
"""Token (lower case) and identity."""


def jurisdiction_of(word: int) -> int:
    """Jurisdiction of the headroom, in the order of the classes."""
    return word >> _JURISDICTION_SHIFT & 0xF


def headroom_of(word: int) -> int:
    """Headroom in the jurisdiction's currency, 8 decimals."""
    return word >> _HEADROOM_SHIFT & _HEADROOM_MASK


def until_of(word: int) -> int:
    """First second at which the headroom no longer counts; 0 when there is none."""
    return word >> _UNTIL_SHIFT & _UNTIL_MASK


class Attested(NamedTuple):
    """A headroom: jurisdiction, amount in its currency (8 decimals), first second after it."""

    place: int
    amount: int
    until: int

    def word(self) -> int:
        """Its fields of the word of terms."""
        return _headroom(self.place, self.amount, self.until)


def _headroom(jurisdiction: int, amount: int, until: int) -> int:
    return jurisdiction << _JURISDICTION_SHIFT | amount << _HEADROOM_SHIFT | until << _UNTIL_SHIFT


@dataclass(frozen=True, slots=True)
class AssetTerms:
    """What of an asset decides on terms.

    Attributes:
        symbol: the asset's symbol.
        tokens: the token's address by chain name.
        months: how long an attested headroom counts, for packs that ask for one.
    """

    symbol: str
    tokens: Mapping[str, str]
    months: Mapping[Jurisdiction, int]

    @classmethod
    def of(cls, policy: AssetPolicy) -> "AssetTerms":
        """The part of an asset's policy that decides on terms."""
        packs = compile_packs(policy)
        months: dict[Jurisdiction, int] = {}
        for jurisdiction, rule in _RULES.items():
            parameters = packs.get(jurisdiction, {}).get(rule)
            if parameters is not None:
                months[jurisdiction] = parameters.get("headroomMonths", _MONTHS)
        return cls(policy.symbol, policy.tokens, months)

    def flags(self, profile: Profile) -> int:
        """Who is an affiliate or insider, whatever came of the checks."""
        return (AFFILIATE if self.symbol in profile.affiliate_of else 0) | (
            INSIDER if self.symbol in profile.insider_of else 0
        )

    def attested(self, profile: Profile, *, eligible: bool) -> Attested | None:
        """The headroom that the evidence attests, rounded down; None where no pack asks for it.

        Args:
            profile: what is attested.
            eligible: whether the investor passed all checks.
        """
        own = "US" if profile.pack is None and profile.us_person else profile.pack
        if own is None or own not in self.months or not eligible:
            return None
        stated = profile.headroom.get(own)
        if stated is None:
            return None
        money = int((stated[0] * _MONEY).to_integral_value(ROUND_FLOOR))
        until = add_months(stated[1], self.months[own])
        return Attested(JURISDICTIONS.index(own), min(money, _HEADROOM_MASK), until)


def merged_terms(wanted: int, written: Sequence[int]) -> int:
    """The word to write so that nothing spent comes back.

    Args:
        wanted: what the evidence asks for.
        written: last words on the chain, one per jurisdiction of a headroom, the current one last.
    """
    current = written[-1] if written else 0
    kept = current & ~FLAGS | wanted & FLAGS
    if not until_of(wanted):
        return kept
    place, until, amount = jurisdiction_of(wanted), until_of(wanted), headroom_of(wanted)
    for word in written:
        if jurisdiction_of(word) != place or until_of(word) < until:
            continue
        left = headroom_of(word)
        amount = min(amount, left) if until_of(word) == until else left
        until = until_of(word)
    return kept & ~_HEADROOM_FIELDS | _headroom(place, amount, until)


def remember(words: Iterable[tuple[TermsKey, int]]) -> dict[TermsKey, tuple[int, ...]]:
    """The last word per jurisdiction of a headroom, current one last, of words in their order."""
    found: dict[TermsKey, dict[int, int]] = {}
    for key, word in words:
        own = found.setdefault(key, {})
        place = jurisdiction_of(word) if until_of(word) else -1
        own.pop(place, None)
        own[place] = word
    return {key: tuple(own.values()) for key, own in found.items()}


def grants_of(words: Iterable[tuple[TermsKey, int]]) -> dict[TermsKey, dict[tuple[int, int], int]]:
    """What was given out at first under each attestation, by jurisdiction and end.

    Purchases and corrections only lower a headroom, so it is the largest that ever stood there.
    """
    found: dict[TermsKey, dict[tuple[int, int], int]] = {}
    for key, word in words:
        if until_of(word):
            own, end = found.setdefault(key, {}), (jurisdiction_of(word), until_of(word))
            own[end] = max(own.get(end, 0), headroom_of(word))
    return found


def terms_differences(
    wanted: Mapping[TermsKey, int],
    written: Mapping[TermsKey, Sequence[int]],
    cleared: Container[int],
) -> Iterator[tuple[str, int, int]]:
    """Key, current and new word where they differ.

    Args:
        wanted: words that the evidence asks for.
        written: see `merged_terms`.
        cleared: identities whose flags end where the evidence asks for none.
    """
    gone = [key for key in written if key not in wanted and key[1] in cleared]
    for key in (*wanted, *gone):
        before = written.get(key, ())
        old, new = before[-1] if before else 0, merged_terms(wanted.get(key, 0), before)
        if old != new:
            yield row_key(key), old, new


def row_key(key: TermsKey) -> str:
    """A plan's name for a token and an identity."""
    return f"{key[0]}/0x{key[1]:040x}"


def read_row_key(text: str) -> TermsKey:
    """Token and identity that `row_key` named.

    Raises:
        ValueError: it did not.
    """
    token, identity = text.split("/")
    return token, int(identity, 16)
