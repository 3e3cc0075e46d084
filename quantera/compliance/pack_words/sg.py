"""Words, switches and limits of Singapore's pack; the layout is `SgParameters.sol`'s."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quantera.compliance.lots import EXEMPTIONS
from quantera.compliance.pack_words.layout import (
    Offer,
    PackSetup,
    class_bits,
    limit_key,
    money,
    packed,
)
from quantera.compliance.rules.deal import Params

_ROUTES = {"SG-03": 3, "SG-04": 4, "SG-07": 7}
_OFF: dict[str, Any] = {}


def route(rules: Mapping[str, Params]) -> int:
    """Number of the offer route that runs; 0 for none."""
    return next((number for rule, number in _ROUTES.items() if rule in rules), 0)


def encode(rules: Mapping[str, Params], offer: Offer) -> PackSetup:
    """The pack on-chain.

    Args:
        rules: parameters of the rules that run, by id (`compile_packs`).
        offer: word 0, to which the exemption of its lots is added.

    Raises:
        ValueError: a parameter does not fit its place.
    """
    classes, placed = rules.get("SG-01", _OFF), rules.get("SG-07", _OFF)
    flags = int(classes.get("optInRequired", False)) | (placed.get("mode") == "small-offer") << 1
    fund = rules.get("SG-09", _OFF)
    words = (
        replace(offer, exemption=EXEMPTIONS.index(_exemption(rules))).word(),
        packed(
            (flags, 8),
            (class_bits(classes.get("allowed", ())), 16),
            (rules.get("SG-05", _OFF).get("months", 0), 8),
            (rules.get("SG-08", _OFF).get("months", 0), 8),
            (fund.get("months", 0), 8),
            (fund.get("reviewMonths", 0), 8),
            (placed.get("windowMonths", 0), 8),
        ),
        packed(*((_smallest(rules.get(rule, _OFF)), 128) for rule in ("SG-04", "SG-05"))),
    )
    return PackSetup(words, _codes(rules), _limits(rules))


def _smallest(parameters: Mapping[str, Any]) -> int:
    amount = parameters.get("minConsideration")
    return 0 if amount is None else money(amount)


def _exemption(rules: Mapping[str, Params]) -> str:
    if "SG-07" in rules:
        return "272B" if rules["SG-07"]["mode"] == "private-placement" else "272A"
    return "274" if "SG-03" in rules else "275" if "SG-04" in rules else "none"


def _codes(rules: Mapping[str, Params]) -> frozenset[int]:
    fixed = {
        "SG-01": {130, 131},
        "SG-02": {132},
        "SG-03": {133},
        "SG-04": {134, 135},
        "SG-05": {136},
        "SG-06": {137},
        "SG-08": {140},
        "SG-09": {141, 142, 143},
    }
    codes = {code for rule, own in fixed.items() if rule in rules for code in own}
    if "SG-07" in rules:
        codes |= {138} if rules["SG-07"]["mode"] == "private-placement" else {139}
    return frozenset(codes)


def _limits(rules: Mapping[str, Params]) -> dict[int, int]:
    if "SG-07" not in rules:
        return {}
    placed = rules["SG-07"]
    return {limit_key(138): placed["maxPersons"], limit_key(139): money(placed["maxVolume"])}
