"""United Kingdom: UK-01 to UK-09."""

from quantera.compliance.moments import add_months
from quantera.compliance.rules.deal import UK, Deal, Params, RuleCheck

_RETAIL = frozenset({0, 1})
_QUALIFIED = frozenset({2, 3, 4})
_NOT_RETAIL = frozenset({2, 3, 4, 5, 6, 7})
_CERTIFICATE = frozenset({6})
_STATEMENT = frozenset({5, 7, 8})
_RESTRICTED = 8
_HOUR = 3_600
_CURRENCY = "GBP"
_PACK = "UK"


def _not_qualified(deal: Deal, p: Params) -> bool | None:
    return p["exception"] == "qualified" and deal.recipient.classes[UK] not in _QUALIFIED


def _offer_volume(deal: Deal, p: Params) -> bool | None:
    if p["exception"] != "volume":
        return False
    return deal.volume_exceeds("UK-01", "offer", _CURRENCY, p["maxVolume"])


def _persons(deal: Deal, p: Params) -> bool | None:
    if p["exception"] != "persons" or deal.recipient.classes[UK] in _QUALIFIED:
        return False
    return deal.would_exceed("UK-01", "persons", p["maxOthers"])


def _consideration_too_low(deal: Deal, p: Params) -> bool | None:
    if p["exception"] != "consideration":
        return False
    paid = deal.consideration(_CURRENCY)
    return None if paid is None else paid < p["minConsideration"]


def _platform(_: Deal, p: Params) -> bool | None:
    return p["exception"] == "platform" and not p["onPlatform"]


def _promotion_class(deal: Deal, p: Params) -> bool | None:
    return deal.promoted and deal.recipient.classes[UK] not in p["allowed"]


def _statement_too_old(deal: Deal, p: Params) -> bool | None:
    if not deal.promoted:
        return False
    code = deal.recipient.classes[UK]
    if code in _CERTIFICATE:
        months = p["certificateMonths"]
    elif code in _STATEMENT:
        months = p["statementMonths"]
    else:
        return False
    stated = deal.recipient.class_verified_at[UK]
    return stated is None or deal.now >= add_months(stated, months)


def _headroom_missing(deal: Deal, p: Params) -> bool | None:
    if not deal.promoted or deal.recipient.classes[UK] != _RESTRICTED:
        return False
    headroom = deal.recipient.headroom.get(_PACK)
    return headroom is None or deal.now >= add_months(headroom[1], p["headroomMonths"])


def _headroom_exceeded(deal: Deal, _: Params) -> bool | None:
    headroom = deal.recipient.headroom.get(_PACK)
    restricted = deal.promoted and deal.recipient.classes[UK] == _RESTRICTED
    if not restricted or headroom is None:
        return False
    paid = deal.consideration(_CURRENCY)
    return None if paid is None else paid > headroom[0]


def _cooling_off(deal: Deal, p: Params) -> bool | None:
    if deal.recipient.classes[UK] in _QUALIFIED or (not deal.primary and deal.state.balance):
        return False
    requested = deal.recipient.requested_at
    return requested is None or deal.now < requested + p["hours"] * _HOUR


def _appropriateness(deal: Deal, _: Params) -> bool | None:
    if deal.recipient.classes[UK] in _QUALIFIED:
        return False
    return _PACK not in deal.recipient.appropriateness_at


def _non_mass_market(deal: Deal, _: Params) -> bool | None:
    return deal.recipient.classes[UK] not in _NOT_RETAIL


def _product_document(deal: Deal, p: Params) -> bool | None:
    return deal.recipient.classes[UK] not in _QUALIFIED and p["documentHash"] is None


def _sandbox(deal: Deal, p: Params) -> bool | None:
    if p["cap"] is None:
        return False
    return deal.volume_exceeds("UK-09", "issue", _CURRENCY, p["cap"])


CHECKS = {
    "UK-01": (
        RuleCheck("UkNotQualified", "I", _not_qualified),
        RuleCheck("UkOfferVolume", "I", _offer_volume),
        RuleCheck("UkPersons", "I", _persons),
        RuleCheck("UkConsiderationTooLow", "I", _consideration_too_low),
        RuleCheck("UkNotOnRegulatedPlatform", "I", _platform),
    ),
    "UK-02": (
        RuleCheck("UkPromotionClass", "R", _promotion_class),
        RuleCheck("UkStatementTooOld", "R", _statement_too_old),
    ),
    "UK-03": (
        RuleCheck("UkHeadroomExceeded", "R", _headroom_exceeded),
        RuleCheck("UkHeadroomMissing", "R", _headroom_missing),
    ),
    "UK-04": (RuleCheck("UkCoolingOff", "R", _cooling_off),),
    "UK-05": (RuleCheck("UkAppropriatenessMissing", "R", _appropriateness),),
    "UK-06": (RuleCheck("UkNonMassMarket", "R", _non_mass_market),),
    "UK-07": (RuleCheck("UkProductDocumentMissing", "R", _product_document),),
    "UK-09": (RuleCheck("UkSandboxCap", "I", _sandbox),),
}
