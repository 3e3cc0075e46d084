"""What can be done about a message that is stuck, who may do it, and when.

Advice only: the bridge decides again, by its own rules, when it is taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from quantera.bridge.messages import Kind
from quantera.bridge.reasons import FIRST_OWN, Reason, text
from quantera.bridge.scoring import Protocol
from quantera.bridge.tracking import State, Tracked

PATIENCE = 2
"""A message is late when it takes that many times as long as expected."""
PUBLIC_RETURN_SECONDS = 7 * 86_400
"""From then on anybody may return what is parked; before, its recipient or an agent."""


class Carried(StrEnum):
    """What a protocol has made of its part."""

    UNKNOWN = "unknown"
    UNPAID = "unpaid"
    FAILED = "failed"
    DELIVERED = "delivered"


class Action(StrEnum):
    """What somebody can do."""

    WAIT = "wait"
    ADD_GAS = "add gas"
    RETRY = "retry"
    RESEND = "resend"
    RELEASE = "release"
    CLAIM = "claim"
    REDIRECT = "redirect"
    RETURN = "return"
    REPAIR = "repair"


class Who(StrEnum):
    """Who may."""

    ANYBODY = "anybody"
    AGENT = "an agent of the bridge"
    RECIPIENT_OR_AGENT = "the recipient or an agent of the bridge"
    GUARDIANS = "whoever administers the bridge"


@dataclass(frozen=True)
class Remedy:
    """One thing that can be done.

    Attributes:
        action: what.
        who: may do it.
        why: what it cures, in words.
        protocol: over which, where that matters.
        not_before: when it becomes possible, in seconds; 0 for now.
    """

    action: Action
    who: Who
    why: str
    protocol: Protocol | None = None
    not_before: int = 0


def advise(
    tracked: Tracked,
    now: int,
    *,
    expected_seconds: int,
    required: int = 1,
    carried: Mapping[Protocol, Carried] | None = None,
) -> list[Remedy]:
    """What can be done about a message, the mildest first; nothing when it is finished.

    Args:
        tracked: the message.
        now: seconds, by the destination's clock.
        expected_seconds: how long it should take.
        required: how many protocols must bring it.
        carried: what each protocol has made of it, where that can be known.
    """
    if tracked.vetoed and not tracked.finished:
        return [Remedy(Action.REPAIR, Who.GUARDIANS, "a guardian has vetoed it; lift the veto")]
    match tracked.state:
        case State.IN_FLIGHT | State.AWAITING:
            return _under_way(tracked, now, expected_seconds, required, carried or {})
        case State.DELAYED:
            why = "its value makes it wait, so that guardians can veto it"
            return [Remedy(Action.RELEASE, Who.ANYBODY, why, not_before=tracked.release_at)]
        case State.PARKED:
            return _parked(tracked)
        case State.CREDITED | State.RETURNED:
            return []


def _under_way(
    tracked: Tracked,
    now: int,
    expected_seconds: int,
    required: int,
    carried: Mapping[Protocol, Carried],
) -> list[Remedy]:
    found: list[Remedy] = []
    for protocol in sorted(tracked.protocols - tracked.votes):
        match carried.get(protocol, Carried.UNKNOWN):
            case Carried.UNPAID:
                why = "its delivery is not paid for"
                found.append(Remedy(Action.ADD_GAS, Who.ANYBODY, why, protocol))
            case Carried.FAILED:
                why = "its delivery failed; more gas may do"
                found.append(Remedy(Action.RETRY, Who.ANYBODY, why, protocol))
            case Carried.UNKNOWN | Carried.DELIVERED:
                pass
    late = tracked.sent_at + PATIENCE * expected_seconds
    missing = required - len(tracked.protocols | tracked.votes)
    if missing > 0:
        found += _resend(tracked, f"{missing} more must bring it", 0)
    elif not found and now < late:
        found.append(Remedy(Action.WAIT, Who.ANYBODY, "it is under way", not_before=late))
    else:
        found += _resend(tracked, "the same bytes over another protocol count as well", late)
    return found


def _resend(tracked: Tracked, why: str, not_before: int) -> list[Remedy]:
    tried = tracked.protocols | tracked.votes
    return [
        Remedy(Action.RESEND, Who.ANYBODY, why, protocol, not_before)
        for protocol in Protocol
        if protocol not in tried
    ]


_PASSING = frozenset({Reason.LANE_LIMIT, Reason.PROTOCOL_LIMIT})
_ADMINISTERED = frozenset(
    {
        Reason.BRIDGE_PAUSED,
        Reason.LANE_PAUSED,
        Reason.PROTOCOL_PAUSED,
        Reason.ASSET_PAUSED,
        Reason.ASSET_UNKNOWN,
        Reason.ESCROW_SHORT,
        Reason.DECIMALS_DIFFER,
    }
)


def _parked(tracked: Tracked) -> list[Remedy]:
    reason, why = tracked.reason, text(tracked.reason)
    found: list[Remedy] = []
    if reason == Reason.OUT_OF_GAS:
        found.append(Remedy(Action.CLAIM, Who.ANYBODY, f"{why}; a claim brings its own"))
    elif reason in _PASSING:
        found.append(Remedy(Action.CLAIM, Who.ANYBODY, f"{why}; it fills up with time"))
    elif reason in _ADMINISTERED:
        found.append(Remedy(Action.REPAIR, Who.GUARDIANS, why))
        found.append(Remedy(Action.CLAIM, Who.ANYBODY, "once that is repaired"))
    elif reason < FIRST_OWN:
        found.append(Remedy(Action.CLAIM, Who.ANYBODY, f"{why}; the rules run again"))
    else:
        found.append(Remedy(Action.CLAIM, Who.ANYBODY, why))
    kind = None if tracked.message is None else tracked.message.kind
    if kind in (None, Kind.TRANSFER, Kind.RETURN):
        found.append(Remedy(Action.REDIRECT, Who.AGENT, "to another wallet that may hold it"))
    # What has come home has no other home to go to.
    if kind in (None, Kind.TRANSFER, Kind.ALLOTMENT):
        home = "it goes home with amount and lots unchanged"
        found.append(Remedy(Action.RETURN, Who.RECIPIENT_OR_AGENT, home))
        at = tracked.changed_at + PUBLIC_RETURN_SECONDS
        found.append(Remedy(Action.RETURN, Who.ANYBODY, home, not_before=at))
    return found
