"""Parameters of the token's rules in three strengths, and how the engine takes them."""

from collections.abc import Mapping
from typing import Any

from tests.property.model.settings import Hours, Key, Limit, Settings
from tests.stacks.token import countries, rule_settings

GERMANY, USA, JAPAN = 276, 840, 392
COUNTRIES = (GERMANY, USA, JAPAN)
CLASS_KEYS = (0x00, 0x01, 0x02, 0x10, 0x11, 0x12)
"""Classes of the two counted jurisdictions: jurisdiction * 16 + class."""

PLENTY = 10**9
_CAPS: tuple[Key, ...] = (
    *((Limit.COUNTRY_HOLDERS, country) for country in COUNTRIES),
    *((Limit.CLASS_HOLDERS, key) for key in CLASS_KEYS),
)
_LOOSE: dict[Key, int] = {
    (Limit.SUPPLY, 0): PLENTY,
    (Limit.HOLDERS, 0): 100,
    (Limit.MAX_BALANCE, 0): PLENTY,
    (Limit.WINDOW_VOLUME, 0): PLENTY,
    **dict.fromkeys(_CAPS, 100),
}
_TIGHT: dict[Key, int] = {
    (Limit.SUPPLY, 0): 900,
    (Limit.HOLDERS, 0): 2,
    (Limit.MAX_BALANCE, 0): 250,
    (Limit.WINDOW_VOLUME, 0): 110,
    **dict.fromkeys(_CAPS, 1),
}

LEVELS: Mapping[str, Settings] = {
    "loose": Settings(
        allowed=frozenset(COUNTRIES),
        share_pips=1_000_000,
        window_length=3_600,
        limits=_LOOSE,
        shares=_LOOSE,
    ),
    "tight": Settings(
        allowed=frozenset({GERMANY, USA}),
        restricted=frozenset({USA}),
        ticket=10,
        min_balance=20,
        share_pips=500_000,
        window_length=3_600,
        hours=Hours(opens=6 * 3_600, closes=18 * 3_600, offset=-3_600),
        limits=_TIGHT,
        shares=_TIGHT,
    ),
    "divided": Settings(
        allowed=frozenset({GERMANY, JAPAN}),
        ticket=1,
        min_balance=5,
        share_pips=900_000,
        window_length=86_400,
        hours=Hours(weekdays=0x1F),
        limits=_LOOSE,
        shares=_TIGHT,
    ),
}
"""Everything generous; everything narrow; generous over all chains but with a narrow allotment."""


def encoded(settings: Settings, differences: Mapping[Key, int]) -> dict[str, Any]:
    """`IRuleConfiguration.RuleSettings`, with the differences that make allotments the shares."""
    limits = settings.limits
    hours = settings.hours
    return rule_settings(
        settings.rules,
        supplyCap=limits[Limit.SUPPLY, 0],
        maxBalance=limits[Limit.MAX_BALANCE, 0],
        windowVolume=limits[Limit.WINDOW_VOLUME, 0],
        holderCap=limits[Limit.HOLDERS, 0],
        minBalance=settings.min_balance,
        minimumTicket=settings.ticket,
        windowLength=settings.window_length,
        maxSharePips=settings.share_pips,
        transferHours=(hours.weekdays, hours.opens, hours.closes, hours.offset, 0, 0),
        allowedCountries=countries(*settings.allowed),
        restrictedCountries=countries(*settings.restricted),
        countryCaps=_caps(limits, Limit.COUNTRY_HOLDERS),
        classCaps=_caps(limits, Limit.CLASS_HOLDERS),
        allotments=[
            (int(limit), int(key), difference) for (limit, key), difference in differences.items()
        ],
    )


def _caps(limits: Mapping[Key, int], kind: Limit) -> list[tuple[int, bool, int]]:
    return [(int(key), True, value) for (limit, key), value in limits.items() if limit is kind]
