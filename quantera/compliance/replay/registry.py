"""The identity registry as its logs tell it: records, evidence, issuers, topics, roles."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from quantera.compliance.record import IDENTITY_MASK
from quantera.compliance.replay.events import Event

ZERO = "0x" + "0" * 40


@dataclass(slots=True)
class RegistryState:
    """What the registry's views show.

    Attributes:
        records: packed record by wallet; 0 where a wallet was taken out without a trace.
        terms: packed terms by token and identity.
        evidence: packed evidence by identity.
        nonces: nonce of the last batch by issuer.
        revoked_before: second before which an issuer's signatures no longer count.
        issuers: topics by issuer in the order of first trust; no topics while not trusted.
        issuers_of: issuers by topic, in the contract's order.
        roles: bits of local roles by account.
        paused: bits of paused groups.
    """

    authority: str = ZERO
    live: bool = False
    records: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    terms: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    evidence: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    nonces: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    revoked_before: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    issuers: dict[str, tuple[int, ...]] = field(default_factory=dict)
    issuers_of: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    topics: list[int] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    roles: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    paused: int = 0

    def identity(self, wallet: str) -> str:
        """Identity of a wallet; the zero address when it is not registered."""
        return f"0x{self.records[wallet] & IDENTITY_MASK:040x}"

    def trusted(self) -> list[str]:
        """Issuers that are trusted now."""
        return [issuer for issuer, topics in self.issuers.items() if topics]

    def take(self, event: Event) -> None:  # noqa: PLR0912 - one line per event
        """Takes in one event of the registry."""
        match event.name:
            case "RecordWritten":
                self.records[event["wallet"]] = event["record"]
            case "TermsWritten":
                self.terms[event["token"], event["identity"]] = event["terms"]
            case "EvidenceWritten":
                self.evidence[event["identity"]] = event["evidence"]
            case "BatchApplied":
                self.nonces[event["issuer"]] = event["nonce"]
            case "SignaturesRevoked":
                self.revoked_before[event["issuer"]] = event["since"]
            case "VerificationModeSet":
                self.live = event["live"]
            case "TrustedIssuerAdded" | "ClaimTopicsUpdated":
                self._trust(event["trustedIssuer"], event["claimTopics"])
            case "TrustedIssuerRemoved":
                self._trust(event["trustedIssuer"], ())
            case "ClaimTopicAdded":
                self.topics.append(event["claimTopic"])
            case "ClaimTopicRemoved":
                _swap_out(self.topics, event["claimTopic"])
            case "IdentityRegistryBound":
                self.linked.append(event["identityRegistry"])
            case "IdentityRegistryUnbound":
                _swap_out(self.linked, event["identityRegistry"])
            case "GroupsPaused" | "GroupsUnpaused":
                self.paused = event["pausedNow"]
            case "AuthorityUpdated":
                self.authority = event["authority"]
            case "LocalRoleGranted":
                self.roles[event["account"]] |= 1 << event["role"]
            case "LocalRoleRevoked":
                self.roles[event["account"]] &= ~(1 << event["role"])

    def _trust(self, issuer: str, topics: tuple[int, ...]) -> None:
        for topic in self.issuers.get(issuer, ()):
            _swap_out(self.issuers_of[topic], issuer)
        self.issuers[issuer] = tuple(topics)
        for topic in topics:
            self.issuers_of[topic].append(issuer)


def _swap_out(items: list[Any], gone: Any) -> None:
    """As the contracts do: the last one takes the place that becomes free."""
    place = items.index(gone)
    items[place] = items[-1]
    items.pop()
