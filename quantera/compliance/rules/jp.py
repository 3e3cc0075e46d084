"""Japan: JP-01 to JP-09."""

from quantera.compliance.moments import add_months
from quantera.compliance.rules.deal import JP, Deal, Params, RuleCheck, all_known

_PROFESSIONAL = frozenset({2, 3})
_QII = 3
_PACK = "JP"


def _is_qii(deal: Deal) -> bool:
    return deal.recipient.classes[JP] == _QII


def _not_qii(deal: Deal, _: Params) -> bool | None:
    return not _is_qii(deal)


def _qii_expired(deal: Deal, p: Params) -> bool | None:
    if not _is_qii(deal):
        return False
    registered = deal.recipient.class_verified_at[JP]
    return registered is None or deal.now >= add_months(registered, 12 * p["validYears"])


def _not_professional(deal: Deal, _: Params) -> bool | None:
    return deal.recipient.classes[JP] not in _PROFESSIONAL


def _small_number(deal: Deal, p: Params) -> bool | None:
    if _is_qii(deal):
        return False
    return deal.would_exceed("JP-03", "acquirers", p["maxAcquirers"])


def _whole_holding(deal: Deal, _: Params) -> bool | None:
    balance = deal.state.sender_balance
    return None if balance is None else deal.amount != balance


def _consent(deal: Deal, p: Params) -> bool | None:
    if not p["consent"]:
        return False
    approved = deal.state.approved
    return None if approved is None else not approved


def _not_eligible(deal: Deal, p: Params) -> bool | None:
    return deal.recipient.classes[JP] not in p["allowed"]


def _acquirers(deal: Deal, p: Params) -> bool | None:
    if p["mode"] != "acquirers":
        return False
    return deal.would_exceed("JP-06", "acquirers", p["maxAcquirers"])


def _fund_others(deal: Deal, p: Params) -> bool | None:
    if p["mode"] != "article63" or _is_qii(deal):
        return False
    return deal.would_exceed("JP-06", "others", p["maxOthers"])


def _fund_without_qii(deal: Deal, p: Params) -> bool | None:
    if p["mode"] != "article63" or _is_qii(deal):
        return False
    institutions = deal.state.counts.get(("JP-06", "qii"))
    return None if institutions is None else institutions == 0


def _disclosure(deal: Deal, p: Params) -> bool | None:
    holders, leaves = deal.state.holders, deal.leaves()
    if holders is None or leaves is None:
        return all_known(deal.joins(), None)
    return all_known(deal.joins(), holders + (0 if leaves else 1) > p["maxHolders"])


def _company_approval(deal: Deal, _: Params) -> bool | None:
    approved = deal.state.approved
    return None if approved is None else not approved


def _foreign(deal: Deal, p: Params) -> bool | None:
    return (
        p["foreignNotification"]
        and deal.recipient.pack != _PACK
        and deal.recipient.foreign_notification_at is None
    )


def _identification(deal: Deal, p: Params) -> bool | None:
    verified = deal.recipient.verified_at
    return verified is None or deal.now >= add_months(verified, p["reviewMonths"])


CHECKS = {
    "JP-01": (
        RuleCheck("JpNotQii", "R", _not_qii),
        RuleCheck("JpQiiExpired", "R", _qii_expired),
    ),
    "JP-02": (RuleCheck("JpNotProfessional", "R", _not_professional),),
    "JP-03": (RuleCheck("JpSmallNumber", "I", _small_number),),
    "JP-04": (RuleCheck("JpWholeHoldingOnly", "S", _whole_holding),),
    "JP-05": (
        RuleCheck("JpIssuerConsentMissing", "S", _consent),
        RuleCheck("JpHolderNotEligible", "R", _not_eligible),
    ),
    "JP-06": (
        RuleCheck("JpAcquirers", "I", _acquirers),
        RuleCheck("JpFundOthers", "I", _fund_others),
        RuleCheck("JpFundWithoutQii", "I", _fund_without_qii),
    ),
    "JP-07": (RuleCheck("JpDisclosureHolders", "R", _disclosure),),
    "JP-08": (RuleCheck("JpCompanyApprovalMissing", "S", _company_approval),),
    "JP-09": (
        RuleCheck("JpForeignInvestor", "O", _foreign),
        RuleCheck("JpIdentificationTooOld", "R", _identification),
    ),
}
