"""The history of decisions: movements allowed, attempts refused, agents' acts, configurations."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Literal

from quantera.compliance.replay.events import Event

_AMOUNT_BITS, _VERSION_BITS = 128, 32
_BYTE = 0xFF


class Path(IntEnum):
    """`IComplianceEngine.Path`."""

    TRANSFER = 0
    MINT = 1
    BURN = 2
    FORCED = 3
    RECOVERY = 4
    CROSSCHAIN_MINT = 5
    CROSSCHAIN_BURN = 6


@dataclass(slots=True)
class Ruling:
    """One movement that the engine allowed, with the wallets that the token moved.

    Attributes:
        version: number of the rule set.
        packs: packs that ran, one bit per jurisdiction.
        giver: wallet that gave; zero where units were issued.
        taker: wallet that received; zero where they were redeemed.
    """

    block: int
    timestamp: int
    transaction: str
    token: str
    from_identity: str
    to_identity: str
    amount: int
    version: int
    path: Path
    code: int
    packs: int
    giver: str = ""
    taker: str = ""

    @classmethod
    def of(cls, event: Event) -> "Ruling":
        """Reads a `TransferDecision`."""
        packed = event["packed"]
        rest = packed >> (_AMOUNT_BITS + _VERSION_BITS)
        return cls(
            block=event.log.block,
            timestamp=event.log.timestamp,
            transaction=event.log.transaction,
            token=event["token"],
            from_identity=event["fromIdentity"],
            to_identity=event["toIdentity"],
            amount=packed & ((1 << _AMOUNT_BITS) - 1),
            version=packed >> _AMOUNT_BITS & ((1 << _VERSION_BITS) - 1),
            path=Path(rest & _BYTE),
            code=rest >> 8 & _BYTE,
            packs=rest >> 16 & _BYTE,
        )


ActKind = Literal["refused", "agent", "recovery", "configuration"]

_ACTS: dict[str, ActKind] = {
    "TransferAttemptRefused": "refused",
    "AgentAction": "agent",
    "VerificationRevoked": "agent",
    "RecoverySuccess": "recovery",
    "RulesConfigured": "configuration",
    "PackConfigured": "configuration",
    "AllotmentChanged": "configuration",
    "TransferApproved": "configuration",
    "ApprovalRevoked": "configuration",
    "TokenInfoUpdated": "configuration",
    "TrustedIssuerAdded": "configuration",
    "TrustedIssuerRemoved": "configuration",
    "ClaimTopicsUpdated": "configuration",
    "ClaimTopicAdded": "configuration",
    "ClaimTopicRemoved": "configuration",
    "VerificationModeSet": "configuration",
    "LocalRoleGranted": "configuration",
    "LocalRoleRevoked": "configuration",
    "Paused": "configuration",
    "Unpaused": "configuration",
}


@dataclass(frozen=True, slots=True)
class Act:
    """Anything but an allowed movement that a regulator wants to see, as its event tells it."""

    kind: ActKind
    event: Event


@dataclass(slots=True)
class History:
    """Everything that was decided, in the order of the chain."""

    entries: list[Ruling | Act] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """Takes in an event that is an act; others are left to the state."""
        kind = _ACTS.get(event.name)
        if kind is not None:
            self.entries.append(Act(kind, event))

    @property
    def rulings(self) -> list[Ruling]:
        """Movements alone."""
        return [entry for entry in self.entries if isinstance(entry, Ruling)]

    @property
    def acts(self) -> list[Act]:
        """Everything else."""
        return [entry for entry in self.entries if isinstance(entry, Act)]


def plain(value: Any) -> Any:
    """A value of an event as JSON holds it: bytes in hex, numbers above 53 bits in decimal text."""
    if isinstance(value, bytes):
        return f"0x{value.hex()}"
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 1 << 53:
        return str(value)
    return value
