"""The rules of every token, GEN-04 to GEN-24, from the token's own terms.

They mirror the contracts: moves between wallets of one identity are asked for verification,
sanctions, country and dealing hours alone, and custodial holders are exempt from investor limits.
"""

from quantera.compliance.moments import DAY, add_months
from quantera.compliance.rules.deal import Deal, Params, RuleCheck, all_known

MAX_AMOUNT = (1 << 120) - 1
"""Largest amount of a token, in token units."""

_PIPS = 1_000_000
# 1 January 1970 was a Thursday: day 0 is weekday 3 counted from Monday.
_FIRST_WEEKDAY = 3


def _too_large(deal: Deal, _: Params) -> bool | None:
    return deal.amount > MAX_AMOUNT


def _balance(deal: Deal, _: Params) -> bool | None:
    balance = deal.state.sender_balance
    return None if balance is None else deal.amount > balance


def _unfrozen(deal: Deal, _: Params) -> bool | None:
    unfrozen = deal.state.sender_unfrozen
    return None if unfrozen is None else deal.amount > unfrozen


def _whole_units(deal: Deal, p: Params) -> bool | None:
    return not p["fractionalAllowed"] and deal.amount % deal.unit != 0


def _minimum_investment(deal: Deal, p: Params) -> bool | None:
    if deal.amount >= p["minimumInvestment"]:
        return False
    if deal.primary:
        return True
    leaves = deal.leaves()
    return all_known(deal.new_holder(), None if leaves is None else not leaves)


def _not_verified(deal: Deal, _: Params) -> bool | None:
    return deal.now >= deal.recipient.valid_until


def _sender_not_verified(deal: Deal, _: Params) -> bool | None:
    return deal.sender is not None and deal.now >= deal.sender.valid_until


def _sender_sanctioned(deal: Deal, _: Params) -> bool | None:
    return deal.sender is not None and deal.sender.sanctions_hold


def _recipient_sanctioned(deal: Deal, _: Params) -> bool | None:
    return deal.recipient.sanctions_hold


def _country_not_allowed(deal: Deal, p: Params) -> bool | None:
    return deal.recipient.residence not in p["countriesAllowed"]


def _country_restricted(deal: Deal, p: Params) -> bool | None:
    return deal.recipient.residence in p["countriesRestricted"]


def _pre_approval(deal: Deal, _: Params) -> bool | None:
    approved = deal.state.approved
    return None if approved is None else not approved


def _minimum_ticket(deal: Deal, p: Params) -> bool | None:
    if deal.amount >= p["minimumTicket"]:
        return False
    leaves = deal.leaves()
    return None if leaves is None else not leaves


def _supply_cap(deal: Deal, p: Params) -> bool | None:
    supply = deal.state.total_supply
    if not deal.primary:
        return False
    return None if supply is None else supply + deal.amount > p["supplyCap"]


def _max_balance(deal: Deal, p: Params) -> bool | None:
    limit, held = p["maxBalance"], deal.state.balance
    if deal.recipient.custodian:
        return False
    if deal.amount > limit:
        return True
    return None if held is None else held + deal.amount > limit


def _min_balance(deal: Deal, p: Params) -> bool | None:
    minimum = p["minBalance"]
    held, given = deal.state.balance, deal.state.sender_balance
    arrives: bool | None = False
    if not deal.recipient.custodian and deal.amount < minimum:
        arrives = None if held is None else held + deal.amount < minimum
    remains: bool | None = False
    if deal.sender is not None and not deal.sender.custodian:
        remains = None if given is None else 0 < given - deal.amount < minimum
    if arrives or remains:
        return True
    return None if arrives is None or remains is None else False


def _max_share(deal: Deal, p: Params) -> bool | None:
    pips, held, supply = p["maxSharePips"], deal.state.balance, deal.state.total_supply
    if deal.recipient.custodian:
        return False
    if held is None or supply is None:
        return None
    if deal.primary:
        supply += deal.amount
    return (held + deal.amount) * _PIPS > supply * int(pips)


def _capped(deal: Deal, count: int | None, cap: int, replaced: bool | None) -> bool | None:
    if count is None or replaced is None:
        return all_known(deal.joins(), None)
    return all_known(deal.joins(), count + (0 if replaced else 1) > cap)


def _holder_cap(deal: Deal, p: Params) -> bool | None:
    return _capped(deal, deal.state.holders, p["holderCap"], deal.leaves())


def _country_cap(deal: Deal, p: Params) -> bool | None:
    country = deal.recipient.residence
    cap = p["countryCaps"].get(country)
    if cap is None:
        return False
    same = deal.sender is not None and deal.sender.residence == country
    replaced = deal.leaves() if same else False
    return _capped(deal, deal.state.holders_in.get(country), cap, replaced)


def _class_cap(deal: Deal, p: Params) -> bool | None:
    results = []
    for (jurisdiction, code), cap in p["classCaps"].items():
        if deal.recipient.classes[jurisdiction] != code:
            continue
        same = deal.sender is not None and deal.sender.classes[jurisdiction] == code
        count = deal.state.holders_of.get((jurisdiction, code))
        results.append(_capped(deal, count, cap, deal.leaves() if same else False))
    return True if True in results else None if None in results else False


def _closed(deal: Deal, p: Params) -> bool | None:
    hours = p["hours"]
    if hours.closed_from <= deal.now < hours.closed_until:
        return True
    day, second = divmod(deal.now + hours.utc_offset, DAY)
    weekday = (day + _FIRST_WEEKDAY) % 7
    return weekday not in hours.weekdays or not hours.opens_at <= second < hours.closes_at


def _window_volume(deal: Deal, p: Params) -> bool | None:
    limit = p["windowVolume"]
    if deal.sender is None or deal.sender.custodian:
        return False
    if deal.amount > limit:
        return True
    moved = deal.state.window_volume
    return None if moved is None else moved + deal.amount > limit


def _lock_up(deal: Deal, p: Params) -> bool | None:
    months = p["lockUpMonths"]
    return deal.locked_lots(lambda lot: deal.now < add_months(lot.acquired_at, months))


ALWAYS = (
    RuleCheck("AmountTooLarge", "O", _too_large),
    RuleCheck("RecipientNotVerified", "O", _not_verified),
    RuleCheck("SenderSanctioned", "S", _sender_sanctioned),
    RuleCheck("RecipientSanctioned", "O", _recipient_sanctioned),
    RuleCheck("CountryNotAllowed", "O", _country_not_allowed, "countriesAllowed"),
    RuleCheck("CountryRestricted", "O", _country_restricted),
    RuleCheck("TransferWindowClosed", "S", _closed, "hours"),
    RuleCheck("InsufficientBalance", "S", _balance),
    RuleCheck("InsufficientUnfrozen", "S", _unfrozen),
    RuleCheck("NotWholeUnits", "O", _whole_units),
    RuleCheck("BelowMinimumInvestment", "O", _minimum_investment, "minimumInvestment"),
    RuleCheck("SenderNotVerified", "S", _sender_not_verified, "verifySender"),
)
"""Asked of every movement, those within one identity included."""

BETWEEN_INVESTORS = (
    RuleCheck("PreApprovalRequired", "S", _pre_approval, "preApproval"),
    RuleCheck("BelowMinimumTicket", "O", _minimum_ticket, "minimumTicket"),
    RuleCheck("SupplyCapExceeded", "O", _supply_cap, "supplyCap"),
    RuleCheck("MaxBalanceExceeded", "O", _max_balance, "maxBalance"),
    RuleCheck("BelowMinBalance", "O", _min_balance, "minBalance"),
    RuleCheck("MaxOwnershipExceeded", "O", _max_share, "maxSharePips"),
    RuleCheck("HolderCapReached", "O", _holder_cap, "holderCap"),
    RuleCheck("CountryHolderCapReached", "O", _country_cap, "countryCaps"),
    RuleCheck("ClassHolderCapReached", "O", _class_cap, "classCaps"),
    RuleCheck("WindowVolumeExceeded", "S", _window_volume, "windowVolume"),
    RuleCheck("LotLocked", "S", _lock_up, "lockUpMonths"),
)
"""Asked only when something changes hands."""
