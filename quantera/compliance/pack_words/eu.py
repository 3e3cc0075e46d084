"""Words, switches and limits of the European Union's pack; the layout is `EuPack.sol`'s."""

from collections.abc import Mapping
from typing import Any

from quantera.compliance.moments import DAY
from quantera.compliance.pack_words.layout import (
    Offer,
    PackSetup,
    class_bits,
    countries_of,
    country_words,
    limit_key,
    money,
    packed,
)
from quantera.compliance.rules.deal import Params

ROUTES = {"EU-02": 2, "EU-03": 3, "EU-04": 4}
_CAPS = {"shares": (77, "shareCap"), "bonds": (78, "bondCap"), "funds": (79, "fundCap")}
_INFRASTRUCTURE = 80
_WORDS_OF_STATES = 3


def route(rules: Mapping[str, Params]) -> int:
    """Number of the offer route that runs; 0 for none."""
    return next((number for rule, number in ROUTES.items() if rule in rules), 0)


def encode(rules: Mapping[str, Params], offer: Offer) -> PackSetup:
    """The pack on-chain.

    Args:
        rules: parameters of the rules that run, by id (`compile_packs`).
        offer: word 0.

    Raises:
        ValueError: a parameter does not fit its place.
    """
    given: dict[str, Any] = {}
    for rule in ("EU-01", "EU-03", "EU-04", "EU-05", "EU-06", "EU-07", "EU-08", "EU-09"):
        given |= rules.get(rule, {})
    smallest = money(given["minConsideration"]) if "EU-03" in rules else 0
    until = given.get("closedUntil") or 0
    closed_from = max(until - given.get("closedDays", 0) * DAY, 0)
    others = given.get("othersValue")
    thresholds = sorted(given.get("thresholdsBps", ()))
    words = (
        offer.word(),
        packed(
            (smallest, 128),
            (class_bits(given.get("allowed", ())), 16),
            (given.get("windowMonths", 0), 8),
            (given.get("maxYears", 0), 8),
            (given.get("highRiskYears", 0), 8),
            (given.get("appliesFrom") or 0, 40),
        ),
        packed(*((bps, 16) for bps in thresholds)),
        packed((closed_from, 40), (until, 40), (0 if others is None else money(others), 128)),
        int(given.get("documentHash") or "0x0", 16),
        *country_words(given.get("retailStates", ()), _WORDS_OF_STATES),
    )
    return PackSetup(words, _codes(rules), _limits(rules, offer))


def _codes(rules: Mapping[str, Params]) -> frozenset[int]:
    codes: set[int] = set()
    if "EU-01" in rules:
        codes |= {70, 71} if rules["EU-01"]["appropriateness"] else {70}
    if "EU-02" in rules:
        codes.add(72 if rules["EU-02"]["qualifiedOnly"] else 73)
    if "EU-05" in rules:
        codes |= {_CAPS[rules["EU-05"]["instrument"]][0], _INFRASTRUCTURE}
    fixed = {"EU-03": {74}, "EU-04": {75, 76}, "EU-06": {81}, "EU-07": {82}}
    fixed |= {"EU-08": {83, 84}, "EU-09": {85, 86}}
    for rule, own in fixed.items():
        if rule in rules:
            codes |= own
    return frozenset(codes)


def _limits(rules: Mapping[str, Params], offer: Offer) -> dict[int, int]:
    limits: dict[int, int] = {}
    states = countries_of("EU")
    if "EU-02" in rules:
        persons = rules["EU-02"]["maxOthersPerState"]
        limits |= {limit_key(73, state, offer.number): persons for state in states}
    if "EU-04" in rules:
        volume = rules["EU-04"]
        whole, lower = money(volume["maxVolume"]), money(volume["lowerVolume"])
        limits[limit_key(75)] = whole
        for state in states:
            limits[limit_key(76, state)] = whole if state in volume["higherStates"] else lower
    if "EU-05" in rules:
        market = rules["EU-05"]
        code, cap = _CAPS[market["instrument"]]
        limits[limit_key(code)] = money(market[cap])
        limits[limit_key(_INFRASTRUCTURE)] = money(market["infrastructureCap"])
    return limits
