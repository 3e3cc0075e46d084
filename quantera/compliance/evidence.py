"""When an identity's facts were established: one word, laid out as in `InvestorEvidence.sol`.

The contracts keep days; rules here are given the same days, so that both sides judge an age alike.
"""

from quantera.compliance.moments import DAY
from quantera.compliance.rules.deal import JP, UK, US, Profile

_DAY_BITS = 24
_ELIGIBLE_FROM_SHIFT = 168
_FLAGS_SHIFT = 208
_HOLDING_VEHICLE = 1 << 1
_PRIOR_NOTIFICATION = 1 << 2
_WRITTEN_REPRESENTATION = 1 << 0

COOLING_OFF = 86_400
"""Seconds between a UK client's request and the first offer (COBS 4.12A)."""


def whole_day(moment: int | None) -> int | None:
    """The first second of the moment's day in UTC."""
    return None if moment is None else moment - moment % DAY


def pack_evidence(profile: Profile) -> int:
    """The evidence word of a profile; a missing date is zero."""
    days = (
        profile.verified_at,
        profile.class_verified_at[US],
        profile.appropriateness_at.get("EU"),
        profile.class_verified_at[UK],
        profile.appropriateness_at.get("UK"),
        profile.opted_in_at,
        profile.class_verified_at[JP],
    )
    word = 0
    for kind, moment in enumerate(days):
        word |= (moment or 0) // DAY << (_DAY_BITS * kind)
    if profile.requested_at is not None:
        word |= (profile.requested_at + COOLING_OFF) << _ELIGIBLE_FROM_SHIFT
    flags = (
        (_WRITTEN_REPRESENTATION if profile.written_representation else 0)
        | (_HOLDING_VEHICLE if profile.holding_vehicle else 0)
        | (_PRIOR_NOTIFICATION if profile.foreign_notification_at is not None else 0)
    )
    return word | flags << _FLAGS_SHIFT
