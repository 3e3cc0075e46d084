"""Real ONCHAINID identities, claim issuers and claims, deployed from what the npm packages ship."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from coincurve import PrivateKey
from eth_abi.abi import encode
from eth_utils.crypto import keccak

from quantera.artifacts import Artifact, load_npm
from quantera.evm import Actor, Chain, Contract

PURPOSE_MANAGEMENT = 1
PURPOSE_CLAIM = 3
KEY_TYPE_ECDSA = 1
SCHEME_ECDSA = 1


class Edition(Enum):
    """Two builds of the same contracts; what differs is the gas of checking a claim.

    `TREX` is the build inside the T-REX package (2.1 with the optimizer), `PACKAGE` the one that
    @onchain-id/solidity 2.2.1 publishes, whose settings have the optimizer switched off.
    """

    TREX = "@tokenysolutions/t-rex/artifacts/@onchain-id/solidity/contracts"
    PACKAGE = "@onchain-id/solidity/artifacts/contracts"


@cache
def _artifact(folder: str, name: str) -> Artifact:
    return load_npm(f"{folder}/{name}.sol/{name}.json")


def key_of(address: object) -> bytes:
    """ERC-734 key of an address."""
    return keccak(encode(["address"], [str(address)]))


def claim_id(issuer: object, topic: int) -> bytes:
    """ERC-735 id under which an identity keeps an issuer's claim of one topic."""
    return keccak(encode(["address", "uint256"], [str(issuer), topic]))


def sign_claim(signer: Actor, identity: object, topic: int, data: bytes) -> bytes:
    """65-byte signature over an identity, a topic and data, as ONCHAINID checks it."""
    content = keccak(encode(["address", "uint256", "bytes"], [str(identity), topic, data]))
    digest = keccak(b"\x19Ethereum Signed Message:\n32" + content)
    raw = PrivateKey(signer.key).sign_recoverable(digest, hasher=None)
    return raw[:64] + bytes([raw[64] + 27])


@dataclass(frozen=True)
class Claim:
    """A signed claim, ready to be added to an identity."""

    topic: int
    issuer: str
    signature: bytes
    data: bytes
    uri: str = ""

    @property
    def arguments(self) -> tuple[int, int, str, bytes, bytes, str]:
        """Arguments of ERC-735's `addClaim`, and the fields of its `getClaim`."""
        return self.topic, SCHEME_ECDSA, self.issuer, self.signature, self.data, self.uri


@dataclass(frozen=True)
class Issuer:
    """A claim issuer's contract with the account that manages it and the one that signs."""

    contract: Contract
    manager: Actor
    signer: Actor

    @property
    def address(self) -> str:
        """Address of the contract."""
        return self.contract.address

    def claim(self, identity: object, topic: int, data: bytes = b"\x01") -> Claim:
        """Sign a claim about an identity; other data makes another signature."""
        return Claim(topic, self.address, sign_claim(self.signer, identity, topic, data), data)

    def revoke(self, claim: Claim) -> None:
        """Revoke a claim for good, by its signature."""
        self.contract.revokeClaimBySignature(claim.signature, sender=self.manager)


class OnchainId:
    """ONCHAINID on one chain: the library, its authority, and what is created behind proxies.

    Args:
        chain: where to deploy.
        edition: which build of the contracts.
    """

    def __init__(self, chain: Chain, edition: Edition = Edition.PACKAGE) -> None:
        self.chain = chain
        self.edition = edition
        deployer = chain.actor("onchainid deployer")
        self._identity = _artifact(edition.value, "Identity")
        self.library = chain.deploy(self._identity, deployer, True, sender=deployer)
        self.authority = chain.deploy(
            _artifact(f"{edition.value}/proxy", "ImplementationAuthority"),
            self.library,
            sender=deployer,
        )

    def identity(self, manager: Actor) -> Contract:
        """An investor's identity behind an `IdentityProxy`, with one management key.

        The handle's `deployment` is the proxy's creation.
        """
        # The T-REX package carries no proxy of its own; this one is the same in both.
        proxy = self.chain.deploy(
            _artifact(f"{Edition.PACKAGE.value}/proxy", "IdentityProxy"),
            self.authority,
            manager,
            sender=self.chain.actor("onchainid deployer"),
        )
        handle = self.chain.at(proxy, self._identity)
        handle.deployment = proxy.deployment
        return handle

    def issuer(self, name: str) -> Issuer:
        """A claim issuer named `name`, managed by one account and signing with another."""
        manager, signer = self.chain.actors(f"{name} manager", f"{name} signer")
        contract = self.chain.deploy(
            _artifact(self.edition.value, "ClaimIssuer"), manager, sender=manager
        )
        contract.addKey(key_of(signer), PURPOSE_CLAIM, KEY_TYPE_ECDSA, sender=manager)
        return Issuer(contract, manager, signer)

    def certify(self, identity: Contract, manager: Actor, issuer: Issuer, topic: int) -> Claim:
        """Have an issuer sign a claim and the identity's manager add it."""
        claim = issuer.claim(identity, topic)
        identity.addClaim(*claim.arguments, sender=manager)
        return claim
