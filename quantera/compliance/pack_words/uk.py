"""Words, switches and limits of the United Kingdom's pack; the layout is `UkPack.sol`'s."""

from collections.abc import Mapping

from quantera.compliance.pack_words.layout import (
    Offer,
    PackSetup,
    class_bits,
    limit_key,
    money,
    packed,
)
from quantera.compliance.rules.deal import Params

EXCEPTIONS = {"qualified": 1, "volume": 2, "persons": 3, "consideration": 4, "platform": 5}
"""Routes: the exceptions of UK-01 as `OfferRoutes.sol` numbers them."""

_FIRST_EXCEPTION = 99


def route(rules: Mapping[str, Params]) -> int:
    """Number of the exception that runs; 0 for none."""
    return EXCEPTIONS[rules["UK-01"]["exception"]] if "UK-01" in rules else 0


def encode(rules: Mapping[str, Params], offer: Offer) -> PackSetup:
    """The pack on-chain.

    Args:
        rules: parameters of the rules that run, by id (`compile_packs`).
        offer: word 0.

    Raises:
        ValueError: a parameter does not fit its place.
    """
    public, promotion = rules.get("UK-01"), rules.get("UK-02")
    smallest = 0 if public is None else money(public["minConsideration"])
    words = (
        offer.word(),
        packed(
            (smallest, 128),
            (0 if promotion is None else class_bits(promotion["allowed"]), 16),
            (0 if public is None else public["windowMonths"], 8),
            (0 if promotion is None else promotion["statementMonths"], 8),
            (0 if promotion is None else promotion["certificateMonths"], 8),
            (int(public is not None and public["onPlatform"]), 8),
        ),
        int(rules.get("UK-07", {}).get("documentHash") or "0x0", 16),
    )
    return PackSetup(words, _codes(rules), _limits(rules, offer))


def _codes(rules: Mapping[str, Params]) -> frozenset[int]:
    fixed = {
        "UK-01": {_FIRST_EXCEPTION + route(rules)},
        "UK-02": {105, 106},
        "UK-03": {107, 108},
        "UK-04": {109},
        "UK-05": {110},
        "UK-06": {111},
        "UK-07": {112},
        "UK-09": {114},
    }
    running = set(rules)
    if "UK-09" in rules and rules["UK-09"]["cap"] is None:
        running.discard("UK-09")
    return frozenset(code for rule, codes in fixed.items() if rule in running for code in codes)


def _limits(rules: Mapping[str, Params], offer: Offer) -> dict[int, int]:
    limits: dict[int, int] = {}
    if "UK-01" in rules:
        limits[limit_key(101)] = money(rules["UK-01"]["maxVolume"])
        limits[limit_key(102, offer=offer.number)] = rules["UK-01"]["maxOthers"]
    if "UK-09" in rules and rules["UK-09"]["cap"] is not None:
        limits[limit_key(114)] = money(rules["UK-09"]["cap"])
    return limits
