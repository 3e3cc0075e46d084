"""European Union and EEA: EU-01 to EU-09."""

from decimal import Decimal

from quantera.compliance.moments import add_days, add_months
from quantera.compliance.rules.deal import EU, Deal, Params, RuleCheck

_RETAIL = frozenset({0, 1})
_QUALIFIED = frozenset({2, 3, 4})
_CURRENCY = "EUR"
_PACK = "EU"


def _category(deal: Deal, p: Params) -> bool | None:
    return deal.recipient.classes[EU] not in p["allowed"]


def _appropriateness(deal: Deal, p: Params) -> bool | None:
    if not p["appropriateness"] or deal.recipient.classes[EU] not in _RETAIL:
        return False
    return _PACK not in deal.recipient.appropriateness_at


def _not_qualified(deal: Deal, p: Params) -> bool | None:
    return p["qualifiedOnly"] and deal.recipient.classes[EU] not in _QUALIFIED


def _persons_per_state(deal: Deal, p: Params) -> bool | None:
    if p["qualifiedOnly"] or deal.recipient.classes[EU] in _QUALIFIED:
        return False
    return deal.would_exceed("EU-02", deal.recipient.residence, p["maxOthersPerState"])


def _consideration_too_low(deal: Deal, p: Params) -> bool | None:
    paid = deal.consideration(_CURRENCY)
    return None if paid is None else paid < p["minConsideration"]


def _offer_volume(deal: Deal, p: Params) -> bool | None:
    return deal.volume_exceeds("EU-04", "union", _CURRENCY, p["maxVolume"], strictly_below=True)


def _state_volume(deal: Deal, p: Params) -> bool | None:
    if deal.recipient.residence in p["higherStates"]:
        return False
    state, maximum = deal.recipient.residence, p["lowerVolume"]
    return deal.volume_exceeds("EU-04", state, _CURRENCY, maximum, strictly_below=True)


def _dlt_shares(deal: Deal, p: Params) -> bool | None:
    return p["instrument"] == "shares" and _issue_reaches(deal, p["shareCap"])


def _dlt_bonds(deal: Deal, p: Params) -> bool | None:
    return p["instrument"] == "bonds" and _issue_reaches(deal, p["bondCap"])


def _dlt_funds(deal: Deal, p: Params) -> bool | None:
    return p["instrument"] == "funds" and _issue_reaches(deal, p["fundCap"])


def _dlt_infrastructure(deal: Deal, p: Params) -> bool | None:
    return deal.volume_exceeds("EU-05", "infrastructure", _CURRENCY, p["infrastructureCap"])


def _issue_reaches(deal: Deal, cap: Decimal) -> bool | None:
    return deal.volume_exceeds("EU-05", "issue", _CURRENCY, cap, strictly_below=True)


def _key_information(deal: Deal, p: Params) -> bool | None:
    return deal.recipient.classes[EU] in _RETAIL and p["documentHash"] is None


def _fund_not_for_retail(deal: Deal, p: Params) -> bool | None:
    return (
        deal.recipient.classes[EU] in _RETAIL and deal.recipient.residence not in p["retailStates"]
    )


def _data_age(deal: Deal, p: Params, years: int) -> bool:
    verified = deal.recipient.verified_at
    return deal.now >= p["appliesFrom"] and (
        verified is None or deal.now >= add_months(verified, 12 * years)
    )


def _data_too_old(deal: Deal, p: Params) -> bool | None:
    return _data_age(deal, p, p["maxYears"])


def _high_risk_data_too_old(deal: Deal, p: Params) -> bool | None:
    return deal.recipient.high_risk and _data_age(deal, p, p["highRiskYears"])


def _is_closed(deal: Deal, p: Params) -> bool:
    until = p["closedUntil"]
    return until is not None and add_days(until, -p["closedDays"]) <= deal.now < until


def _insider_buys(deal: Deal, p: Params) -> bool | None:
    return _is_closed(deal, p) and deal.asset in deal.recipient.insider_of


def _insider_trades(deal: Deal, p: Params) -> bool | None:
    parties = (deal.recipient, deal.sender)
    insider = any(party is not None and deal.asset in party.insider_of for party in parties)
    return _is_closed(deal, p) and insider


def _crosses(deal: Deal, p: Params, held: int, holds: int) -> bool | None:
    supply = deal.state.total_supply
    if supply is None:
        return None
    if deal.primary:
        supply += deal.amount
    bounds = [bps * supply for bps in p["thresholdsBps"]]
    return any((held * 10_000 >= bound) != (holds * 10_000 >= bound) for bound in bounds)


def _major_holding(deal: Deal, p: Params) -> bool | None:
    sides: list[bool | None] = []
    if not deal.recipient.custodian:
        held = deal.state.balance
        sides.append(None if held is None else _crosses(deal, p, held, held + deal.amount))
    if deal.sender is not None and not deal.sender.custodian:
        held = deal.state.sender_balance
        sides.append(None if held is None else _crosses(deal, p, held, held - deal.amount))
    return True if True in sides else None if None in sides else False


CHECKS = {
    "EU-01": (
        RuleCheck("EuCategoryNotAllowed", "R", _category),
        RuleCheck("EuAppropriatenessMissing", "R", _appropriateness),
    ),
    "EU-02": (
        RuleCheck("EuNotQualified", "I", _not_qualified),
        RuleCheck("EuPersonsPerState", "I", _persons_per_state),
    ),
    "EU-03": (RuleCheck("EuConsiderationTooLow", "I", _consideration_too_low),),
    "EU-04": (
        RuleCheck("EuOfferVolume", "I", _offer_volume),
        RuleCheck("EuStateOfferVolume", "I", _state_volume),
    ),
    "EU-05": (
        RuleCheck("EuDltShareCap", "I", _dlt_shares),
        RuleCheck("EuDltBondCap", "I", _dlt_bonds),
        RuleCheck("EuDltFundCap", "I", _dlt_funds),
        RuleCheck("EuDltInfrastructureCap", "I", _dlt_infrastructure),
    ),
    "EU-06": (RuleCheck("EuKeyInformationMissing", "R", _key_information),),
    "EU-07": (RuleCheck("EuFundNotForRetail", "R", _fund_not_for_retail),),
    "EU-08": (
        RuleCheck("EuCustomerDataTooOld", "R", _data_too_old),
        RuleCheck("EuHighRiskDataTooOld", "R", _high_risk_data_too_old),
    ),
    "EU-09": (
        RuleCheck("EuClosedPeriod", "R", _insider_buys),
        RuleCheck("EuClosedPeriod", "S", _insider_trades),
        RuleCheck("EuMajorHolding", "O", _major_holding),
    ),
}
