"""Singapore: SG-01 to SG-09."""

from quantera.compliance.moments import add_months
from quantera.compliance.rules.deal import SG, Deal, Lot, Params, RuleCheck

_RETAIL = frozenset({0, 1})
_ACCREDITED = 2
_INSTITUTIONAL = frozenset({4})
# s. 275(2) makes accredited investors relevant persons; institutional ones may buy either way.
_RELEVANT = frozenset({2, 4, 5})
_CURRENCY = "SGD"
_SECTION_274_275 = frozenset({"274", "275"})
_SECTION_272 = frozenset({"272", "272A", "272B"})


def _class(deal: Deal, p: Params) -> bool | None:
    return deal.recipient.classes[SG] not in p["allowed"]


def _opt_in(deal: Deal, p: Params) -> bool | None:
    return (
        p["optInRequired"]
        and deal.recipient.classes[SG] == _ACCREDITED
        and deal.recipient.opted_in_at is None
    )


def _retail(deal: Deal, _: Params) -> bool | None:
    return deal.recipient.classes[SG] in _RETAIL


def _not_institutional(deal: Deal, _: Params) -> bool | None:
    return deal.recipient.classes[SG] not in _INSTITUTIONAL


def _large(deal: Deal, p: Params) -> bool | None:
    paid = deal.consideration(_CURRENCY)
    return None if paid is None else paid >= p["minConsideration"]


def _not_relevant(deal: Deal, p: Params) -> bool | None:
    return deal.recipient.classes[SG] not in _RELEVANT and p["minConsideration"] is None


def _consideration_too_low(deal: Deal, p: Params) -> bool | None:
    if deal.recipient.classes[SG] in _RELEVANT or p["minConsideration"] is None:
        return False
    large = _large(deal, p)
    return None if large is None else not large


def _within(deal: Deal, lot: Lot, p: Params, sections: frozenset[str]) -> bool:
    return lot.exemption in sections and deal.now < add_months(lot.acquired_at, p["months"])


def _on_sale(deal: Deal, p: Params) -> bool | None:
    if deal.recipient.classes[SG] in _RELEVANT:
        return False
    large = _large(deal, p)
    if large:
        return False
    locked = deal.locked_lots(lambda lot: _within(deal, lot, p, _SECTION_274_275))
    if locked is False:
        return False
    return None if locked is None or large is None else True


def _holding_vehicle(deal: Deal, _: Params) -> bool | None:
    return deal.recipient.holding_vehicle


def _persons(deal: Deal, p: Params) -> bool | None:
    if p["mode"] != "private-placement":
        return False
    return deal.would_exceed("SG-07", "persons", p["maxPersons"])


def _offer_volume(deal: Deal, p: Params) -> bool | None:
    if p["mode"] != "small-offer":
        return False
    return deal.volume_exceeds("SG-07", "offer", _CURRENCY, p["maxVolume"])


def _deemed_offer(deal: Deal, p: Params) -> bool | None:
    if deal.state.approved:
        return False
    return deal.locked_lots(lambda lot: _within(deal, lot, p, _SECTION_272))


def _fund_class(deal: Deal, _: Params) -> bool | None:
    return deal.recipient.classes[SG] not in _RELEVANT


def _fund_on_sale(deal: Deal, p: Params) -> bool | None:
    if deal.recipient.classes[SG] in _RELEVANT:
        return False
    return deal.locked_lots(lambda lot: _within(deal, lot, p, _SECTION_274_275))


def _diligence(deal: Deal, p: Params) -> bool | None:
    verified = deal.recipient.verified_at
    return verified is None or deal.now >= add_months(verified, p["reviewMonths"])


CHECKS = {
    "SG-01": (
        RuleCheck("SgClassNotAllowed", "R", _class),
        RuleCheck("SgOptInMissing", "R", _opt_in),
    ),
    "SG-02": (RuleCheck("SgNoRetail", "R", _retail),),
    "SG-03": (RuleCheck("SgNotInstitutional", "I", _not_institutional),),
    "SG-04": (
        RuleCheck("SgNotRelevantPerson", "I", _not_relevant),
        RuleCheck("SgConsiderationTooLow", "I", _consideration_too_low),
    ),
    "SG-05": (RuleCheck("SgOnSale", "S", _on_sale),),
    "SG-06": (RuleCheck("SgHoldingVehicle", "R", _holding_vehicle),),
    "SG-07": (
        RuleCheck("SgPersons", "I", _persons),
        RuleCheck("SgOfferVolume", "I", _offer_volume),
    ),
    "SG-08": (RuleCheck("SgDeemedOffer", "S", _deemed_offer),),
    "SG-09": (
        RuleCheck("SgFundClass", "I", _fund_class),
        RuleCheck("SgFundOnSale", "S", _fund_on_sale),
        RuleCheck("SgDiligenceTooOld", "R", _diligence),
    ),
}
