"""ONCHAINID identities and claim issuers, as far as T-REX can see them, and the world's clock."""

# ruff: noqa: ARG002 -- functions take what a transaction brings, used or not

from dataclasses import dataclass
from enum import Enum

from tests.differential.token.model.ledger import Ledger, ModelContract

MANAGEMENT = 1


@dataclass(frozen=True)
class ModelClaim:
    """A claim under an id; the issuer it names may be another than the one the id is made of.

    T-REX does not look into a claim's data, so that it takes no notice of an expiry there.
    """

    topic: int
    named_issuer: str
    serial: int = 0
    expiry: int | None = None


class IssuerManner(Enum):
    """How a claim issuer answers."""

    HONEST = "signed and not revoked"
    APPROVES = "yes to everything"
    REFUSES = "reverts"


class World(ModelContract):
    """Identities, issuers and the clock: what exists beside a token's suite."""

    kind = "World"

    def __init__(self, ledger: Ledger, name: str) -> None:
        super().__init__(ledger, name)
        self.identities: set[str] = set()
        self.mute: set[str] = set()
        self.managers: set[tuple[str, str]] = set()
        self.issuers: dict[str, IssuerManner] = {}
        self.claims: dict[tuple[str, str, int], ModelClaim] = {}
        self.revoked: set[tuple[str, str, int, int]] = set()
        self.serial = 0

    # -- operations -----------------------------------------------------------------------------

    def certify(
        self, caller: str, identity: str, issuer: str, topic: int, expiry: int | None = None
    ) -> None:
        """A fresh claim replaces whatever the identity had of that issuer and topic."""
        self.serial += 1
        self.claims[identity, issuer, topic] = ModelClaim(topic, issuer, self.serial, expiry)

    def revoke(self, caller: str, identity: str, issuer: str, topic: int) -> None:
        """The issuer takes the claim back; nothing happens when there is none."""
        claim = self.claims.get((identity, issuer, topic))
        if claim is not None:
            self.revoked.add((identity, issuer, topic, claim.serial))

    def drop(self, caller: str, identity: str, issuer: str, topic: int) -> None:
        """The identity removes the claim; nothing happens when there is none."""
        self.claims.pop((identity, issuer, topic), None)

    def advance(self, caller: str, seconds: int) -> None:
        """Time passes."""
        self.ledger.now += seconds

    # -- what the registry asks -----------------------------------------------------------------

    def answers(self, identity: str) -> bool:
        """Whether there is a contract that returns what ERC-734 and ERC-735 say."""
        return identity in self.identities and identity not in self.mute

    def manages(self, identity: str, wallet: str) -> bool:
        """ERC-734 `keyHasPurpose` for management."""
        return (identity, wallet) in self.managers

    def claim(self, identity: str, issuer: str, topic: int) -> ModelClaim | None:
        """ERC-735 `getClaim` by the id of issuer and topic."""
        return self.claims.get((identity, issuer, topic))

    def stands_by(self, identity: str, claim: ModelClaim) -> bool | None:
        """The named issuer's answer about a claim; nothing when it reverts."""
        manner = self.issuers[claim.named_issuer]
        if manner is IssuerManner.REFUSES:
            return None
        if manner is IssuerManner.APPROVES:
            return True
        known = (identity, claim.named_issuer, claim.topic, claim.serial)
        return claim.serial > 0 and known not in self.revoked
