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
    return deal.volume_exceeds("EU-04", "union", _CURRENCY, p["maxVolume"])


def _state_volume(deal: Deal, p: Params) -> bool | None:
    if deal.recipient.residence in p["higherStates"]:
        return False
    return deal.volume_exceeds("EU-04", deal.recipient.residence, _CURRENCY, p["lowerVolume"])


def _dlt(deal: Deal, key: str, cap: Decimal) -> bool | None:
    return deal.volume_exceeds("EU-05", key, _CURRENCY, cap)


def _dlt_shares(deal: Deal, p: Params) -> bool | None:
    return p["instrument"] == "shares" and _dlt_at_least(deal, "issue", p["shareCap"])


def _dlt_bonds(deal: Deal, p: Params) -> bool | None:
    return p["instrument"] == "bonds" and _dlt_at_least(deal, "issue", p["bondCap"])


def _dlt_funds(deal: Deal, p: Params) -> bool | None:
    return p["instrument"] == "funds" and _dlt_at_least(deal, "issue", p["fundCap"])


def _dlt_infrastructure(deal: Deal, p: Params) -> bool | None:
    return _dlt(deal, "infrastructure", p["infrastructureCap"])


def _dlt_at_least(deal: Deal, key: str, cap: Decimal) -> bool | None:
    # The three instrument caps are "less than": reaching the figure is already too much.
    consideration = deal.consideration(_CURRENCY)
    value = deal.state.volumes.get(("EU-05", key))
    return None if consideration is None or value is None else value + consideration >= cap


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


def _closed_period(deal: Deal, p: Params) -> bool | None:
    until = p["closedUntil"]
    if until is None or not add_days(until, -p["closedDays"]) <= deal.now < until:
        return False
    parties = (deal.recipient, deal.sender)
    return any(party is not None and deal.asset in party.insider_of for party in parties)


def _major_holding(deal: Deal, p: Params) -> bool | None:
    supply, before = deal.state.total_supply, deal.state.balance
    if supply is None or before is None:
        return None
    if deal.primary:
        supply += deal.amount
    after = before + deal.amount
    return any(before * 10_000 < bps * supply <= after * 10_000 for bps in p["thresholdsBps"])


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
        RuleCheck("EuClosedPeriod", "S", _closed_period),
        RuleCheck("EuMajorHolding", "R", _major_holding),
    ),
}
