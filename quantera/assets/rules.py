"""An asset's rules as the compliance engine takes them, with one chain's part of each limit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quantera.assets.request import WHOLE, AssetRequest
from quantera.compliance.assets import Hours, Terms, compile_terms
from quantera.compliance.catalogue import JURISDICTIONS, Jurisdiction
from quantera.compliance.pack_words import PackSetup

_SENDER, _SPENDER, _ALLOWED, _RESTRICTED, _APPROVAL, _TICKET = 15, 18, 19, 20, 21, 22
_SUPPLY, _MOST, _LEAST, _SHARE = 23, 24, 25, 26
_HOLDERS, _COUNTRY_HOLDERS, _CLASS_HOLDERS, _HOURS, _WINDOW = 27, 28, 29, 30, 31
_LOT_LOCKED, _NO_ROUTE = 32, 38
LIMIT_SUPPLY, LIMIT_HOLDERS, LIMIT_COUNTRY, LIMIT_CLASS = 0, 1, 2, 3
LIMIT_BALANCE, LIMIT_WINDOW, LIMIT_PACK = 4, 5, 6
LOTS = 5
"""In place of a jurisdiction: the token's own lots."""
_COUNTED_CLASSES, _COUNTED_COUNTRIES = 53, 54
_WITH_LOTS: frozenset[Jurisdiction] = frozenset({"US", "JP"})
"""Packs with holding periods, which count from when each lot was bought."""
_DAY = 86_400
_EVERY_DAY = range(7)


@dataclass(frozen=True)
class EngineRules:
    """What is sent to the engine for one token on one chain.

    Attributes:
        count: `startCount`'s scope: holders, countries, classes, lots.
        packs: parameter words by number of the jurisdiction; `LOTS` for the lots.
        settings: `configureRules`'s settings.
        limits: kind, key, value over all chains and the chain's part of each limit.
    """

    count: tuple[bool, bool, int, bool]
    packs: Mapping[int, tuple[int, ...]]
    settings: Mapping[str, Any]
    limits: tuple[tuple[int, int, int, int], ...]


def _bitmap(countries: Iterable[int]) -> list[int]:
    words = [0] * 4
    for country in countries:
        words[country >> 8] |= 1 << (country & 0xFF)
    return words


def _hours(hours: Hours | None) -> tuple[int, int, int, int, int, int]:
    if hours is None:
        return sum(1 << day for day in _EVERY_DAY), 0, _DAY, 0, 0, 0
    return (
        sum(1 << day for day in hours.weekdays),
        hours.opens_at,
        hours.closes_at,
        hours.utc_offset,
        hours.closed_from,
        hours.closed_until,
    )


def _codes(terms: Terms) -> set[int]:
    """General rules that the terms switch on; the spender's sanctions always are."""
    on = {
        _SENDER: terms.verify_sender,
        _SPENDER: True,
        _ALLOWED: terms.countries_allowed is not None,
        _RESTRICTED: bool(terms.countries_restricted),
        _APPROVAL: terms.pre_approval,
        _TICKET: bool(terms.minimum_ticket),
        _SUPPLY: terms.supply_cap is not None,
        _MOST: terms.max_balance is not None,
        _LEAST: bool(terms.min_balance),
        _SHARE: terms.max_share_pips is not None,
        _HOLDERS: terms.holder_cap is not None,
        _COUNTRY_HOLDERS: bool(terms.country_caps),
        _CLASS_HOLDERS: bool(terms.class_caps),
        _HOURS: terms.hours is not None,
        _WINDOW: terms.window_volume is not None,
        _LOT_LOCKED: bool(terms.lock_up_months),
    }
    return {code for code, is_on in on.items() if is_on}


def engine_rules(
    request: AssetRequest, packs: Mapping[Jurisdiction, PackSetup], share: int
) -> EngineRules:
    """The rules of an asset on one chain.

    Args:
        request: the asset.
        packs: its packs; see `AssetRequest.packs`.
        share: per cent of each limit that the chain has, rounded down; 0 leaves it without any
            until some is moved there.
    """
    terms = request.policy.terms
    codes = _codes(terms) | ({_NO_ROUTE} if packs else set())
    limits: dict[int, int] = {}
    bits = 0
    for jurisdiction, setup in packs.items():
        bits |= 1 << JURISDICTIONS.index(jurisdiction)
        codes |= setup.codes
        limits |= setup.limits
    class_caps: dict[tuple[int, int], int] = compile_terms(terms)["classCaps"]
    classes = {16 * jurisdiction + own: cap for (jurisdiction, own), cap in class_caps.items()}
    divided = [
        *((LIMIT_SUPPLY, 0, value) for value in _some(terms.supply_cap)),
        *((LIMIT_HOLDERS, 0, value) for value in _some(terms.holder_cap)),
        *((LIMIT_COUNTRY, country, cap) for country, cap in terms.country_caps.items()),
        *((LIMIT_CLASS, key, cap) for key, cap in classes.items()),
        *((LIMIT_BALANCE, 0, value) for value in _some(terms.max_balance)),
        *((LIMIT_WINDOW, 0, value) for value in _some(terms.window_volume)),
        *((LIMIT_PACK, key, value) for key, value in limits.items()),
    ]
    parts = tuple((kind, key, value, value * share // WHOLE) for kind, key, value in divided)
    counted = {jurisdiction for jurisdiction, _ in class_caps}
    counted |= {0} if _COUNTED_CLASSES in codes else set()
    lots = keeps_lots(request)
    words = {JURISDICTIONS.index(name): setup.words for name, setup in packs.items()}
    if lots:
        words[LOTS] = (terms.lock_up_months,)
    settings = {
        "rules": sum(1 << code for code in codes),
        "ownPacks": bits,
        "recipientPacks": bits,
        "live": False,
        "supplyCap": terms.supply_cap or 0,
        "maxBalance": terms.max_balance or 0,
        "minBalance": terms.min_balance,
        "minimumTicket": terms.minimum_ticket,
        "windowVolume": terms.window_volume or 0,
        "windowLength": terms.window_seconds,
        "holderCap": terms.holder_cap or 0,
        "maxSharePips": terms.max_share_pips or 0,
        "transferHours": _hours(terms.hours),
        "allowedCountries": _bitmap(terms.countries_allowed or ()),
        "restrictedCountries": _bitmap(terms.countries_restricted),
        "countryCaps": [(country, True, cap) for country, cap in terms.country_caps.items()],
        "classCaps": [(key, True, cap) for key, cap in classes.items()],
        "packLimits": list(limits.items()),
        "allotments": [(kind, key, part) for kind, key, _, part in parts if part],
    }
    countries = bool(terms.country_caps) or _COUNTED_COUNTRIES in codes
    scope = (True, countries, sum(1 << one for one in counted), lots)
    return EngineRules(scope, words, settings, parts)


def keeps_lots(request: AssetRequest) -> bool:
    """Whether when units were bought is kept: for a lock-up, or for a pack's holding periods."""
    return bool(request.policy.terms.lock_up_months) or bool(
        _WITH_LOTS & request.policy.packs.keys()
    )


def _some(value: int | None) -> tuple[int, ...]:
    return () if value is None else (value,)
