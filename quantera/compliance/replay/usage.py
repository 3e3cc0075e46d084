"""What is used of a pack's limit, as the engine's `packUsage` answers."""

from dataclasses import dataclass

from quantera.compliance.catalogue import JURISDICTIONS, Jurisdiction
from quantera.compliance.moments import DAY
from quantera.compliance.replay.counts import CountState
from quantera.compliance.replay.rules import RuleState
from quantera.compliance.replay.tallies import Code, TallyState, code_of, expired

UNKNOWN = (1 << 256) - 1
"""The answer where a limit's count is not kept."""

_US_COUNTRIES = (840, 16, 316, 580, 581, 630, 850)
_US_NON_ACCREDITED_HOLDERS, _US_RESIDENT_HOLDERS = 53, 54
_EU_INFRASTRUCTURE_CAP, _JP_DISCLOSURE_HOLDERS = 80, 170
_FIRST_EU, _FIRST_UK, _FIRST_SG = 70, 100, 130
_PERSONS = {Code.EU_PERSONS_PER_STATE, Code.UK_PERSONS}
_SUMS = {
    Code.EU_OFFER_VOLUME,
    Code.EU_STATE_OFFER_VOLUME,
    Code.UK_OFFER_VOLUME,
    Code.SG_OFFER_VOLUME,
}
_MONEY = (1 << 128) - 1
_DECIMALS_SHIFT, _PRICE_SHIFT, _OTHERS_SHIFT = 8, 64, 80


@dataclass(frozen=True, slots=True)
class Usage:
    """One token's state, for the question of what is used of its packs' limits.

    Attributes:
        rules: rules in force.
        counts: holders.
        tallies: what the packs counted.
        supply: token units on this chain.
    """

    rules: RuleState
    counts: CountState
    tallies: TallyState
    supply: int

    def of(self, key: int, timestamp: int) -> int:
        """What is used of a limit at a time.

        Args:
            key: key of the limit.
            timestamp: Unix seconds.

        Returns:
            Identities or holders; money with 8 decimals; `UNKNOWN` where the count is not kept.
        """
        code = code_of(key)
        if code == _JP_DISCLOSURE_HOLDERS:
            return self.counts.holders
        if code < _FIRST_EU and code != Code.US_NON_ACCREDITED_CAP:
            return self._us_holders(code)
        if _FIRST_EU <= code < _FIRST_SG and code not in _SUMS | _PERSONS:
            return self._issue_value(code)
        since = expired(code, self.rules, timestamp // DAY)
        if code in _SUMS:
            return self.tallies.sum_after(key, since)
        # Nothing is counted under a code that has no limit.
        return self.tallies.persons_after(key, since)

    def _us_holders(self, code: int) -> int:
        counts = self.counts
        if code == _US_NON_ACCREDITED_HOLDERS:
            return counts.classes[0] + counts.classes[1] if counts.scope.classes & 1 else UNKNOWN
        if code == _US_RESIDENT_HOLDERS:
            held = sum(counts.countries[country] for country in _US_COUNTRIES)
            return held if counts.scope.countries else UNKNOWN
        return counts.holders if counts.scope.holders else UNKNOWN

    def _issue_value(self, code: int) -> int:
        """The supply at the offer price, rounded up, at most 2^128 - 1.

        The infrastructure's cap has its other instruments besides.
        """
        jurisdiction: Jurisdiction = "EU" if code < _FIRST_UK else "UK"
        words = self.rules.pack_words(JURISDICTIONS.index(jurisdiction))
        price = words[0] >> _PRICE_SHIFT & _MONEY
        whole: int = 10 ** (words[0] >> _DECIMALS_SHIFT & 0xFF)
        value = min(-(-price * self.supply // whole), _MONEY)
        others = words[3] >> _OTHERS_SHIFT & _MONEY
        return value + others if code == _EU_INFRASTRUCTURE_CAP else value
