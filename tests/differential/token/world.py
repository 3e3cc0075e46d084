"""The real world of a sequence on one chain: accounts, ONCHAINID identities, issuers, the clock."""

from typing import Protocol

from quantera.evm import ZERO_ADDRESS, Actor, Chain, Contract, actor_named
from quantera.gas.peers.onchainid import (
    KEY_TYPE_ECDSA,
    PURPOSE_MANAGEMENT,
    SCHEME_ECDSA,
    Claim,
    Edition,
    Issuer,
    OnchainId,
    claim_id,
    key_of,
)
from tests.differential.token import cast
from tests.differential.token.operations import ZERO, Observation, Operation, Outcome

REFUSES = 1
"""`Manner.Refuse` of the hostile identity."""
APPROVES, REFUSES_CLAIMS = 0, 2
"""`Manner.Approve` and `Manner.Refuse` of the hostile claim issuer."""


class TokenUnderTest(Protocol):
    """An implementation of T-REX's suite, driven in role names.

    Several can stand on the same chain and share its accounts, identities and issuers.

    Attributes:
        name: for reports.
        contracts: the role names of the contracts it has; what a sequence asks of others, and
            what the reference says of them, is not compared.
    """

    name: str
    contracts: frozenset[str]

    def apply(self, operation: Operation) -> Outcome:
        """Send an operation on one of its contracts."""

    def observe(self) -> Observation:
        """Answers to `questions.QUESTIONS` about its contracts."""


class World:
    """What the suites on a chain share. Its operations are applied once, whoever is compared.

    Args:
        chain: a fresh chain.
    """

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        # Outcomes are the same in both editions; this one is faster.
        self.onchainid = OnchainId(chain, Edition.TREX)
        self.wallets = {name: chain.actor(name) for name in cast.WALLETS}
        self.issuers = {name: self.onchainid.issuer(name) for name in cast.ISSUERS}
        self.identities = {name: self._identity(keys) for name, keys in cast.MANAGERS.items()}
        deployer = chain.actor("hostile deployer")
        self.hostile_issuers = {
            name: chain.deploy("HostileClaimIssuer", sender=deployer)
            for name in (cast.REFUSER, cast.LIAR)
        }
        self.hostile_issuers[cast.REFUSER].behave(REFUSES_CLAIMS, sender=deployer)
        self.hostile_identities = {
            name: chain.deploy("HostileIdentity", sender=deployer)
            for name in (cast.IMPOSTOR, cast.MUTE)
        }
        self.hostile_identities[cast.MUTE].behave(REFUSES, REFUSES, sender=deployer)
        self.addresses: dict[str, str] = {
            ZERO: ZERO_ADDRESS,
            **{name: str(actor_named(name)) for name in cast.FILLERS},
            **{name: str(wallet) for name, wallet in self.wallets.items()},
            **{name: issuer.address for name, issuer in self.issuers.items()},
            **{
                name: contract.address
                for known in (self.identities, self.hostile_issuers, self.hostile_identities)
                for name, contract in known.items()
            },
        }
        self._plant("issuer_a", cast.LIAR)
        self._plant("issuer_b", "stranger")
        self._serial = 0

    def apply(self, operation: Operation) -> None:
        """Change the world.

        Raises:
            ValueError: the operation is none of the world's.
        """
        match operation.function, operation.arguments:
            case "certify", (str(identity), str(issuer), int(topic)):
                self._certify(identity, issuer, topic)
            case "certify", (str(identity), str(issuer), int(topic), int(expiry)):
                self._certify(identity, issuer, topic, expiry)
            case "revoke", (str(identity), str(issuer), int(topic)):
                self._revoke(identity, issuer, topic)
            case "drop", (str(identity), str(issuer), int(topic)):
                self._drop(identity, issuer, topic)
            case "advance", (int(seconds),):
                self.chain.advance(seconds)
            case _:
                raise ValueError(f"the world knows no {operation}")

    def _identity(self, managers: tuple[str, ...]) -> Contract:
        first, *others = (self.wallets[name] for name in managers)
        identity = self.onchainid.identity(first)
        for manager in others:
            identity.addKey(key_of(manager), PURPOSE_MANAGEMENT, KEY_TYPE_ECDSA, sender=first)
        return identity

    def _manager(self, identity: str) -> Actor:
        return self.wallets[cast.MANAGERS[identity][0]]

    def _plant(self, under: str, named: str) -> None:
        """Give the impostor a claim under one issuer's id that names another."""
        self.hostile_identities[cast.IMPOSTOR].plant(
            claim_id(self.addresses[under], cast.TOPIC),
            (cast.TOPIC, SCHEME_ECDSA, self.addresses[named], b"\x01" * 65, b"\x01", ""),
            sender=self.chain.actor("hostile deployer"),
        )

    def _certify(self, identity: str, issuer: str, topic: int, expiry: int | None = None) -> None:
        # Fresh data makes a fresh signature, which no earlier revocation covers.
        self._serial += 1
        # Data of 32 bytes would be an expiry to ours.
        data = self._serial.to_bytes(8) if expiry is None else expiry.to_bytes(32)
        target, manager = self.identities[identity], self._manager(identity)
        if issuer in self.issuers:
            claim = self.issuers[issuer].claim(target, topic, data)
            target.addClaim(*claim.arguments, sender=manager)
            return
        hostile, deployer = self.hostile_issuers[issuer], self.chain.actor("hostile deployer")
        before = hostile.manner()
        # An identity takes no claim that its issuer does not approve at that moment.
        hostile.behave(APPROVES, sender=deployer)
        claim = Claim(topic, hostile.address, b"\x01" * 65, data)
        target.addClaim(*claim.arguments, sender=manager)
        hostile.behave(before, sender=deployer)

    def _claim(self, identity: str, issuer: str, topic: int) -> Claim | None:
        found = self.identities[identity].getClaim(claim_id(self.addresses[issuer], topic))
        if found.topic == 0:
            return None
        return Claim(found.topic, found.issuer, found.signature, found.data)

    def _revoke(self, identity: str, issuer: str, topic: int) -> None:
        real: Issuer | None = self.issuers.get(issuer)
        claim = self._claim(identity, issuer, topic)
        if real is None or claim is None or real.contract.isClaimRevoked(claim.signature):
            return
        real.revoke(claim)

    def _drop(self, identity: str, issuer: str, topic: int) -> None:
        if self._claim(identity, issuer, topic) is not None:
            self.identities[identity].removeClaim(
                claim_id(self.addresses[issuer], topic), sender=self._manager(identity)
            )
