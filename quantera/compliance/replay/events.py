"""Logs with names and arguments, from declarations as they stand in the interfaces."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from eth_abi.abi import decode
from eth_utils.crypto import keccak

_HOURS = "(uint8,uint24,uint24,int24,uint40,uint40)"
_SETTINGS = (
    "(uint256,uint8,uint8,bool,uint128,uint128,uint128,uint128,uint88,uint32,uint32,uint32,"
    f"{_HOURS},uint256[4],uint256[4],(uint16,bool,uint32)[],(uint16,bool,uint32)[],"
    "(uint256,uint128)[],(uint8,uint256,int128)[])"
)

SHARED = (
    "AuthorityUpdated(address authority)",
    "LocalRoleGranted(uint8 indexed role, address indexed account, address indexed by)",
    "LocalRoleRevoked(uint8 indexed role, address indexed account, address indexed by)",
)
"""Of every contract."""

TOKEN = (
    "Transfer(address indexed from, address indexed to, uint256 value)",
    "Approval(address indexed owner, address indexed spender, uint256 value)",
    "PermitUsed(address indexed owner, uint256 nonce)",
    "AddressFrozen(address indexed userAddress, bool indexed isFrozen, address indexed owner)",
    "Frozen(address indexed account, uint256 amount)",
    "Paused(address userAddress)",
    "Unpaused(address userAddress)",
    "ForcedTransfer(address indexed from, address indexed to, uint256 amount)",
    "RecoverySuccess(address indexed lostWallet, address indexed newWallet,"
    " address indexed investorOnchainID)",
    "AgentAction(address indexed agent, address indexed subject, bytes4 indexed action,"
    " uint8 reason, uint256 amount)",
    "TransferAttemptRefused(address indexed from, address indexed to, uint256 amount, uint8 code)",
    "TokenInformation(string name, string symbol, uint8 decimals, address onchainID)",
    "TokenInfoUpdated((string,string,string,uint256,bool) info)",
    "IdentityRegistryAdded(address indexed identityRegistry)",
    "ComplianceAdded(address indexed compliance)",
    "ExternalModulesChanged(bool bound)",
    "DocumentUpdated(bytes32 indexed name, string uri, bytes32 documentHash)",
    "DocumentRemoved(bytes32 indexed name, string uri, bytes32 documentHash)",
    "RecordDateScheduled(uint256 indexed number, uint40 fallsAt)",
    "BalanceRecorded(address indexed holder, uint256 indexed number, uint256 balance)",
    "SupplyRecorded(uint256 indexed number, uint256 supply)",
    "FeeStructureSet(address indexed feeStructure)",
    "SaleAssetSet(uint8 indexed currency, address indexed asset)",
    "FeesAgreed(address indexed account, uint16 mostBps)",
    "FeeCollected(address indexed asset, address indexed payer, uint256 amount)",
    "FeesPaid(address indexed asset, uint256 amount)",
)
"""Of the token."""

REGISTRY = (
    "RecordWritten(address indexed wallet, uint256 record)",
    "TermsWritten(address indexed token, address indexed identity, uint256 terms)",
    "EvidenceWritten(address indexed identity, uint256 evidence)",
    "VerificationRevoked(address indexed by, address indexed wallet, uint8 reason)",
    "BatchApplied(address indexed issuer, uint256 indexed nonce, uint256 written, uint256 skipped)",
    "AttestationSkipped(address indexed issuer, address indexed wallet, uint8 cause)",
    "VerificationModeSet(bool live)",
    "TrustedIssuerAdded(address indexed trustedIssuer, uint256[] claimTopics)",
    "TrustedIssuerRemoved(address indexed trustedIssuer)",
    "ClaimTopicsUpdated(address indexed trustedIssuer, uint256[] claimTopics)",
    "ClaimTopicAdded(uint256 indexed claimTopic)",
    "ClaimTopicRemoved(uint256 indexed claimTopic)",
    "IdentityRegistryBound(address indexed identityRegistry)",
    "IdentityRegistryUnbound(address indexed identityRegistry)",
    "GroupsPaused(uint64 groups, uint64 pausedNow, address indexed by)",
    "GroupsUnpaused(uint64 groups, uint64 pausedNow, address indexed by)",
    "WalletRecovered(address indexed token, address indexed lostWallet, address indexed newWallet,"
    " address identity)",
)
"""Of the identity registry, at the engine's address."""

RULES = (
    "TokenRegistered(address indexed token)",
    f"RulesConfigured(address indexed token, uint32 indexed version, bool tightenedOnly,"
    f" {_SETTINGS} settings, address by)",
    "PackConfigured(address indexed token, uint32 indexed version, uint8 indexed jurisdiction,"
    " uint256[] words, address by)",
    "WeeklyVolumePosted(address indexed token, uint128 units, uint40 asOf, address indexed by)",
    "AllotmentChanged(address indexed token, uint8 indexed limit, uint256 indexed key,"
    " uint256 allotment, bytes32 messageId)",
    "TransferApproved(address indexed token, address indexed from, address indexed to,"
    " uint256 amount, uint40 validFrom, uint40 validUntil, address by)",
    "ApprovalRevoked(address indexed token, address indexed from, address indexed to,"
    " uint256 amount, address by)",
)
"""Of the rules, at the engine's address."""

COUNTS = (
    "TransferDecision(address indexed token, address indexed fromIdentity,"
    " address indexed toIdentity, uint256 packed)",
    "CountStarted(address indexed token, uint24 indexed epoch, (bool,bool,uint8,bool) scope)",
    "WalletCounted(address indexed token, address indexed wallet, address indexed identity,"
    " uint256 units)",
    "CountFinished(address indexed token, uint24 indexed epoch, uint256 units)",
    "CountStopped(address indexed token, uint24 indexed epoch)",
    "HolderRecounted(address indexed token, address indexed identity, uint256 bucket)",
    "HoldingsMoved(address indexed token, address indexed wallet, address indexed fromIdentity,"
    " address toIdentity, uint256 units)",
)
"""Of decisions and counts, at the engine's address."""

LOTS = (
    "LotsMoved(address indexed token, address indexed fromIdentity, address indexed toIdentity,"
    " uint256[] lots)",
    "CustodyShareChanged(address indexed token, address indexed custodian,"
    " address indexed investor, uint256 units)",
    "CustodyShareFrozen(address indexed token, address indexed custodian,"
    " address indexed investor, uint256 frozen, uint8 reason, address by)",
    "CustodyReassigned(address indexed token, address indexed custodian,"
    " address indexed fromInvestor, address toInvestor, uint256 units, uint8 reason, address by)",
)
"""Of lots and custody, at the engine's address."""

PACKS = (
    "PackVolumeCounted(address indexed token, uint256 indexed key, uint256 value)",
    "PackPersonCounted(address indexed token, uint256 indexed key, address indexed identity)",
)
"""Of what the packs count, at the engine's address."""

COMPLIANCE = (
    "TokenBound(address _token)",
    "TokenUnbound(address _token)",
    "ModuleAdded(address indexed _module)",
    "ModuleRemoved(address indexed _module)",
)
"""Of a token's own compliance contract."""


class Log(NamedTuple):
    """A raw log with its place in the chain; `timestamp` of its block in Unix seconds."""

    block: int
    timestamp: int
    transaction: str
    address: str
    topics: tuple[bytes, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Event:
    """A log that one of the declarations describes; addresses in lower case."""

    log: Log
    name: str
    args: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.args[name]


@dataclass(frozen=True, slots=True)
class Declaration:
    """One event's name and parameters: type, whether it is a topic, name."""

    name: str
    parameters: tuple[tuple[str, bool, str], ...]

    @property
    def signature(self) -> str:
        """Canonical signature."""
        return f"{self.name}({','.join(kind for kind, _, _ in self.parameters)})"

    def read(self, log: Log) -> Event:
        """The log with names."""
        topics = iter(log.topics[1:])
        values = iter(decode([k for k, indexed, _ in self.parameters if not indexed], log.data))
        args = {}
        for kind, indexed, name in self.parameters:
            value = decode([kind], next(topics))[0] if indexed else next(values)
            args[name] = value
        return Event(log, self.name, args)


def _pieces(text: str) -> list[str]:
    """Parameters, split at commas that stand in no brackets."""
    found, depth, current = [], 0, ""
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            found.append(current.strip())
            current = ""
        else:
            current += letter
    return [*found, current.strip()]


def declaration(text: str) -> Declaration:
    """Parses `Name(type [indexed] name, …)`."""
    name, _, rest = text.partition("(")
    parameters = []
    for piece in _pieces(rest[:-1]):
        words = piece.split()
        parameters.append((words[0], len(words) > 2, words[-1]))
    return Declaration(name, tuple(parameters))


@cache
def by_topic() -> Mapping[bytes, Declaration]:
    """Every declaration by its topic."""
    of_engine = (*REGISTRY, *RULES, *COUNTS, *LOTS, *PACKS)
    known = map(declaration, (*SHARED, *TOKEN, *of_engine, *COMPLIANCE))
    return {bytes(keccak(entry.signature.encode())): entry for entry in known}


def read(log: Log) -> Event | None:
    """A log with names; None when no declaration describes it."""
    found = by_topic().get(log.topics[0]) if log.topics else None
    return None if found is None else found.read(log)
