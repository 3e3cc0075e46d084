"""Words, switches and limits of Japan's pack; the layout is `JpPack.sol`'s."""

from collections.abc import Mapping
from dataclasses import replace

from quantera.compliance.pack_words.layout import (
    Offer,
    PackSetup,
    class_bits,
    limit_key,
    packed,
)
from quantera.compliance.rules.deal import Params

ROUTES = {"JP-01": 1, "JP-02": 2, "JP-03": 3}


def route(rules: Mapping[str, Params]) -> int:
    """Number of the offer route that runs; 0 for none."""
    return next((number for rule, number in ROUTES.items() if rule in rules), 0)


def encode(rules: Mapping[str, Params], offer: Offer) -> PackSetup:
    """The pack on-chain.

    Args:
        rules: parameters of the rules that run, by id (`compile_packs`).
        offer: word 0, to which the pack's own parameters are added.

    Raises:
        ValueError: a parameter does not fit its place.
    """
    own = packed(
        (rules.get("JP-01", {}).get("validYears", 0), 8),
        (rules.get("JP-03", {}).get("windowMonths", 0), 8),
        (rules.get("JP-09", {}).get("reviewMonths", 0), 16),
        (class_bits(rules.get("JP-05", {}).get("allowed", ())), 16),
    )
    return PackSetup((replace(offer, own=own).word(),), _codes(rules), _limits(rules))


def _codes(rules: Mapping[str, Params]) -> frozenset[int]:
    codes: set[int] = set()
    for rule, own in {
        "JP-01": {160, 161},
        "JP-02": {162},
        "JP-03": {163},
        "JP-04": {164},
        "JP-05": {166},
        "JP-08": {171},
        "JP-09": {173},
    }.items():
        if rule in rules:
            codes |= own
    if "JP-05" in rules and rules["JP-05"]["consent"]:
        codes.add(165)
    if "JP-06" in rules:
        codes |= {167} if rules["JP-06"]["mode"] == "acquirers" else {168, 169}
    if "JP-07" in rules and rules["JP-07"]["refuse"]:
        codes.add(170)
    if "JP-09" in rules and rules["JP-09"]["foreignNotification"]:
        codes.add(172)
    return frozenset(codes)


def _limits(rules: Mapping[str, Params]) -> dict[int, int]:
    limits: dict[int, int] = {}
    if "JP-03" in rules:
        limits[limit_key(163)] = rules["JP-03"]["maxAcquirers"]
    if "JP-06" in rules:
        limits[limit_key(167)] = rules["JP-06"]["maxAcquirers"]
        limits[limit_key(168)] = rules["JP-06"]["maxOthers"]
    if "JP-07" in rules:
        limits[limit_key(170)] = rules["JP-07"]["maxHolders"]
    return limits
