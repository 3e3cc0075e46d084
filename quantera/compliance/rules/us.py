"""United States: US-01 to US-08."""

from quantera.compliance.moments import DAY, add_days, add_months
from quantera.compliance.rules.deal import US, Deal, Lot, Params, RuleCheck, all_known

_ACCREDITED = frozenset({2, 3, 4, 5})
_QIB = frozenset({3, 5})
_QUALIFIED_PURCHASER = frozenset({4, 5})
_RESTRICTED = frozenset({"506b", "506c", "144A"})
_REG_S = "RegS"
_CROWDFUNDED = "CF"
_HALF_YEAR = 6
_PACK = "US"


def _accredited(deal: Deal) -> bool:
    return deal.recipient.classes[US] in _ACCREDITED


def _us_person(deal: Deal) -> bool:
    return deal.recipient.us_person or deal.recipient.pack == _PACK


def _not_accredited(deal: Deal, p: Params) -> bool | None:
    return p["mode"] == "506c" and not _accredited(deal)


def _non_accredited_cap(deal: Deal, p: Params) -> bool | None:
    if p["mode"] != "506b" or _accredited(deal):
        return False
    return deal.would_exceed("US-01", "non-accredited", p["maxNonAccredited"])


def _verification_too_old(deal: Deal, p: Params) -> bool | None:
    if p["mode"] != "506c" or not _accredited(deal):
        return False
    verified = deal.recipient.class_verified_at[US]
    if verified is None:
        return True
    if deal.recipient.written_representation:
        return deal.now >= add_months(verified, 12 * p["representationYears"])
    return deal.now >= add_days(verified, p["verificationDays"])


def _holding_months(p: Params) -> int:
    return int(p["reportingMonths"] if p["reportingIssuer"] else p["otherMonths"])


def _in_holding_period(deal: Deal, lot: Lot, p: Params) -> bool:
    return lot.exemption in _RESTRICTED and (
        deal.now < add_months(lot.acquired_at, _holding_months(p))
    )


def _restricted(deal: Deal, p: Params) -> bool | None:
    return deal.locked_lots(lambda lot: _in_holding_period(deal, lot, p))


def _restricted_period(deal: Deal, p: Params) -> bool | None:
    exits = p["pack"].get("US-03", {}).get("exits")
    return False if exits else _restricted(deal, p)


def _current_information(deal: Deal, p: Params) -> bool | None:
    if not p["reportingIssuer"] or p["currentInformation"]:
        return False
    return deal.locked_lots(
        lambda lot: (
            lot.exemption in _RESTRICTED
            and add_months(lot.acquired_at, _HALF_YEAR)
            <= deal.now
            < add_months(lot.acquired_at, p["otherMonths"])
        )
    )


def _shell(deal: Deal, p: Params) -> bool | None:
    if not p["shell"]:
        return False
    return deal.locked_lots(lambda lot: lot.exemption in _RESTRICTED)


def _class_outstanding(deal: Deal, p: Params) -> bool:
    since = p["outstandingSince"]
    return since is not None and deal.now >= add_days(since, p["classOutstandingDays"])


def _exit(deal: Deal, exits: frozenset[str], p: Params) -> bool | None:
    buyer = deal.recipient
    if (
        ("qib" in exits and buyer.classes[US] in _QIB)
        or ("offshore" in exits and not _us_person(deal))
        or ("4a7" in exits and _accredited(deal) and _class_outstanding(deal, p))
    ):
        return True
    return deal.state.approved if "approval" in exits else False


def _refused_exit(deal: Deal, p: Params) -> bool | None:
    restricted = p["pack"].get("US-02")
    if not p["exits"] or restricted is None:
        return False
    fits = _exit(deal, p["exits"], p)
    if fits:
        return False
    return all_known(None if fits is None else True, _restricted(deal, restricted))


def _waits_for_class(deal: Deal, p: Params) -> bool:
    return "4a7" in p["exits"] and _accredited(deal) and not _class_outstanding(deal, p)


def _young_class(deal: Deal, p: Params) -> bool | None:
    return _refused_exit(deal, p) if _waits_for_class(deal, p) else False


def _no_exit_fits(deal: Deal, p: Params) -> bool | None:
    return False if _waits_for_class(deal, p) else _refused_exit(deal, p)


def _affiliate_limit(deal: Deal, p: Params) -> int | None:
    supply = deal.state.total_supply
    if supply is None:
        return None
    bps = p["debtBps"] if deal.asset_type == "debt" else p["equityBps"]
    return max(supply * int(bps) // 10_000, _weekly_volume(deal, p))


def _weekly_volume(deal: Deal, p: Params) -> int:
    """The figure posted last, where it is not too old."""
    figure, at = deal.state.weekly_volume, deal.state.weekly_volume_at
    if figure is None or at is None or deal.now >= at + p["volumeDays"] * DAY:
        return 0
    return figure


def _affiliate_volume(deal: Deal, p: Params) -> bool | None:
    if deal.sender is None or deal.asset not in deal.sender.affiliate_of:
        return False
    limit, sold = _affiliate_limit(deal, p), deal.state.affiliate_volume
    return None if limit is None or sold is None else sold + deal.amount > limit


def _form_144(deal: Deal, p: Params) -> bool | None:
    if deal.sender is None or deal.asset not in deal.sender.affiliate_of:
        return False
    sold = deal.state.affiliate_volume
    if sold is None:
        return None
    units = sold + deal.amount
    price = deal.prices.get("USD")
    by_value = price is not None and price * units / deal.unit > p["noticeValue"]
    return bool(by_value or units > p["noticeUnits"] * deal.unit)


def _distribution_end(p: Params) -> int | None:
    start = p["startsAt"]
    if start is None:
        return None
    if p["category"] == 1:
        return int(start)
    if p["category"] == 2 or p["debt"]:
        return add_days(start, p["shortDays"])
    return add_months(start, p["reportingMonths"] if p["reportingIssuer"] else p["equityMonths"])


def _in_distribution(deal: Deal, p: Params) -> bool | None:
    if not _us_person(deal):
        return False
    end = _distribution_end(p)
    # A period whose start is not recorded has not ended.
    return end is None or deal.now < end


def _reg_s_lot(deal: Deal, p: Params) -> bool | None:
    if not p["usIssuerEquity"] or not _us_person(deal):
        return False
    return deal.locked_lots(
        lambda lot: (
            lot.exemption == _REG_S and deal.now < add_months(lot.acquired_at, p["equityMonths"])
        )
    )


def _guarded(deal: Deal, count: int | None, maximum: int) -> bool | None:
    new = deal.new_holder()
    return all_known(new, None if count is None else count + 1 > maximum)


def _holders_of_record(deal: Deal, p: Params) -> bool | None:
    return _guarded(deal, deal.state.holders, p["maxHolders"])


def _non_accredited_holders(deal: Deal, p: Params) -> bool | None:
    if _accredited(deal):
        return False
    return _guarded(deal, deal.state.counts.get(("US-06", "non-accredited")), p["maxNonAccredited"])


def _us_residents(deal: Deal, p: Params) -> bool | None:
    if not p["foreignPrivateIssuer"] or deal.recipient.pack != _PACK:
        return False
    return _guarded(deal, deal.state.counts.get(("US-06", "us-residents")), p["maxUsResidents"])


def _beneficial_owners(deal: Deal, p: Params) -> bool | None:
    if p["mode"] != "3c1":
        return False
    return _guarded(deal, deal.state.counts.get(("US-07", "owners")), p["maxOwners"])


def _not_qualified_purchaser(deal: Deal, p: Params) -> bool | None:
    return p["mode"] == "3c7" and deal.recipient.classes[US] not in _QUALIFIED_PURCHASER


def _crowdfunding_lock(deal: Deal, p: Params) -> bool | None:
    if _accredited(deal) or deal.state.approved:
        return False
    return deal.locked_lots(
        lambda lot: (
            lot.exemption == _CROWDFUNDED
            and deal.now < add_months(lot.acquired_at, p["lockMonths"])
        )
    )


def _headroom_exceeded(deal: Deal, _: Params) -> bool | None:
    headroom = deal.recipient.headroom.get(_PACK)
    if headroom is None or _accredited(deal):
        return False
    consideration = deal.consideration("USD")
    return None if consideration is None else consideration > headroom[0]


def _headroom_missing(deal: Deal, p: Params) -> bool | None:
    if _accredited(deal):
        return False
    headroom = deal.recipient.headroom.get(_PACK)
    return headroom is None or deal.now >= add_months(headroom[1], p["headroomMonths"])


CHECKS = {
    "US-01": (
        RuleCheck("UsNotAccredited", "I", _not_accredited),
        RuleCheck("UsNonAccreditedCap", "I", _non_accredited_cap),
        RuleCheck("UsVerificationTooOld", "I", _verification_too_old),
    ),
    "US-02": (
        RuleCheck("UsRestrictedPeriod", "S", _restricted_period),
        RuleCheck("UsCurrentInformationMissing", "S", _current_information),
        RuleCheck("UsShellIssuer", "S", _shell),
    ),
    "US-03": (
        RuleCheck("UsNoExitFits", "S", _no_exit_fits),
        RuleCheck("UsClassTooYoung", "S", _young_class),
    ),
    "US-04": (
        RuleCheck("UsAffiliateVolume", "S", _affiliate_volume),
        RuleCheck("UsForm144Due", "S", _form_144),
    ),
    "US-05": (
        RuleCheck("UsPersonInDistribution", "R", _in_distribution),
        RuleCheck("UsRegSLotRestricted", "S", _reg_s_lot),
    ),
    "US-06": (
        RuleCheck("UsHoldersOfRecord", "R", _holders_of_record),
        RuleCheck("UsNonAccreditedHolders", "R", _non_accredited_holders),
        RuleCheck("UsResidentHolders", "R", _us_residents),
    ),
    "US-07": (
        RuleCheck("UsBeneficialOwners", "R", _beneficial_owners),
        RuleCheck("UsNotQualifiedPurchaser", "R", _not_qualified_purchaser),
    ),
    "US-08": (
        RuleCheck("UsCrowdfundingLock", "S", _crowdfunding_lock),
        RuleCheck("UsHeadroomExceeded", "I", _headroom_exceeded),
        RuleCheck("UsHeadroomMissing", "I", _headroom_missing),
    ),
}
