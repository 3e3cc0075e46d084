"""Identities and hashes that tell nothing about an investor once its salt is deleted.

An identity is the last 20 bytes of `keccak256("quantera.identity.1" ‖ salt ‖ keccak256(id))` with
32 random bytes of salt per investor: nobody can find an investor by trying names or numbers, and
deleting the salt cuts the last link between the chain and the person.
"""

import secrets

from eth_utils.crypto import keccak

SALT_BYTES = 32
_IDENTITY_DOMAIN = b"quantera.identity.1"
_EVIDENCE_DOMAIN = b"quantera.evidence.1"


def new_salt() -> bytes:
    """Salt for one investor, from the system's source of randomness."""
    return secrets.token_bytes(SALT_BYTES)


def identity_of(salt: bytes, investor_id: str) -> int:
    """The 160-bit identity of an investor.

    Raises:
        ValueError: the salt has not 32 bytes.
    """
    return int.from_bytes(_salted(_IDENTITY_DOMAIN, salt, investor_id.encode())[12:], "big")


def evidence_hash(salt: bytes, evidence: bytes) -> bytes:
    """Salted hash of evidence that is kept elsewhere, 32 bytes.

    Raises:
        ValueError: the salt has not 32 bytes.
    """
    return _salted(_EVIDENCE_DOMAIN, salt, evidence)


def _salted(domain: bytes, salt: bytes, content: bytes) -> bytes:
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes")
    return bytes(keccak(domain + salt + keccak(content)))
