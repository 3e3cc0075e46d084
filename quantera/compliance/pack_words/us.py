"""Words, switches and limits of the United States' pack; the layout is `UsParameters.sol`'s."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from quantera.compliance.lots import EXEMPTIONS
from quantera.compliance.moments import DAY
from quantera.compliance.pack_words.layout import Offer, PackSetup, limit_key, money, packed
from quantera.compliance.rules.deal import Params

EXITS = {"qib": 1, "4a7": 2, "offshore": 4, "approval": 8}
"""Exits of US-03 by their bits."""

_ROUTES = {"US-01": 1, "US-05": 5, "US-08": 8}
_OFF: dict[str, Any] = {}


def route(rules: Mapping[str, Params]) -> int:
    """Number of the offer route that runs; 0 for none."""
    return next((number for rule, number in _ROUTES.items() if rule in rules), 0)


def encode(rules: Mapping[str, Params], offer: Offer) -> PackSetup:
    """The pack on-chain; the weekly volume of US-04 is posted, see `ITradedVolumes`.

    Args:
        rules: parameters of the rules that run, by id (`compile_packs`).
        offer: word 0, to which the exemption of its lots is added.

    Raises:
        ValueError: a parameter does not fit its place.
    """
    affiliates = rules.get("US-04", _OFF)
    notice_units = affiliates.get("noticeUnits", 0) * 10**offer.decimals
    words = (
        replace(offer, exemption=EXEMPTIONS.index(_exemption(rules))).word(),
        _parameters(rules, debt=offer.debt),
        packed((money(affiliates.get("noticeValue", Decimal(0))), 128), (notice_units, 128)),
    )
    return PackSetup(words, _codes(rules), _limits(rules))


def _exemption(rules: Mapping[str, Params]) -> str:
    if "US-01" in rules:
        return str(rules["US-01"]["mode"])
    return "RegS" if "US-05" in rules else "CF" if "US-08" in rules else "none"


def _parameters(rules: Mapping[str, Params], *, debt: bool) -> int:
    placed, held = rules.get("US-01", _OFF), rules.get("US-02", _OFF)
    exits, affiliates = rules.get("US-03", _OFF), rules.get("US-04", _OFF)
    offshore, crowd = rules.get("US-05", _OFF), rules.get("US-08", _OFF)
    return packed(
        (_flags(rules), 16),
        (placed.get("windowDays", 0), 16),
        (placed.get("verificationDays", 0), 16),
        (placed.get("representationYears", 0), 8),
        (held.get("reportingMonths", 0), 8),
        (held.get("otherMonths", 0), 8),
        (sum(EXITS[name] for name in exits.get("exits", ())), 8),
        (exits.get("classOutstandingDays", 0), 16),
        (_day(exits.get("outstandingSince")), 24),
        (crowd.get("lockMonths", 0), 8),
        (offshore.get("category", 0), 8),
        (offshore.get("shortDays", 0), 16),
        (offshore.get("equityMonths", 0), 8),
        (offshore.get("reportingMonths", 0), 8),
        (_day(offshore.get("startsAt")), 24),
        (affiliates.get("debtBps" if debt else "equityBps", 0), 16),
        (affiliates.get("windowMonths", 0), 8),
        (affiliates.get("volumeDays", 0), 8),
    )


def _flags(rules: Mapping[str, Params]) -> int:
    held, offshore = rules.get("US-02", _OFF), rules.get("US-05", _OFF)
    record, fund = rules.get("US-06", _OFF), rules.get("US-07", _OFF)
    flags = (
        rules.get("US-01", _OFF).get("mode") == "506c",
        held.get("reportingIssuer", False),
        held.get("currentInformation", False),
        held.get("shell", False),
        offshore.get("usIssuerEquity", False),
        offshore.get("debt", False),
        offshore.get("reportingIssuer", False),
        record.get("foreignPrivateIssuer", False),
        fund.get("mode") == "3c7",
        record.get("refuse", False),
    )
    return sum(int(flag) << place for place, flag in enumerate(flags))


def _day(moment: int | None) -> int:
    """The day of a moment, rounded up: a period that starts within a day ends no earlier for it."""
    return 0 if moment is None else -(-moment // DAY)


def _codes(rules: Mapping[str, Params]) -> frozenset[int]:
    fixed = {
        "US-02": {43, 44, 45},
        "US-03": {46, 47},
        "US-04": {48, 49},
        "US-05": {50, 51},
        "US-06": {52, 53, 54},
        "US-07": {55, 56},
        "US-08": {57, 58, 59},
    }
    codes = {code for rule, own in fixed.items() if rule in rules for code in own}
    if "US-01" in rules:
        codes |= {40, 42} if rules["US-01"]["mode"] == "506c" else {41}
    return frozenset(codes)


def _limits(rules: Mapping[str, Params]) -> dict[int, int]:
    places = {
        41: ("US-01", "maxNonAccredited"),
        52: ("US-06", "maxHolders"),
        53: ("US-06", "maxNonAccredited"),
        54: ("US-06", "maxUsResidents"),
        55: ("US-07", "maxOwners"),
    }
    return {
        limit_key(code): rules[rule][name] for code, (rule, name) in places.items() if rule in rules
    }
