"""Keys of the protocols' verifiers on the local chains, and signatures in the forms they use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coincurve import PrivateKey
from eth_utils.crypto import keccak

from quantera.evm import Actor, actor_named

_ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141


@dataclass(frozen=True)
class Signature:
    """A recoverable signature over a digest; `parity` is 0 or 1."""

    r: int
    s: int
    parity: int

    @property
    def packed(self) -> bytes:
        """The 65 bytes r, s, v with v of 27 or 28, as Solidity libraries take them."""
        return self.r.to_bytes(32) + self.s.to_bytes(32) + bytes([27 + self.parity])

    @property
    def with_even_parity(self) -> "Signature":
        """The equivalent signature whose v is 27: negating s flips the parity."""
        if not self.parity:
            return self
        return Signature(self.r, _ORDER - self.s, 0)


def sign(signer: Actor, digest: bytes) -> Signature:
    """Sign a 32-byte digest as it is."""
    raw = PrivateKey(signer.key).sign_recoverable(digest, hasher=None)
    return Signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:64]), raw[64])


def sign_message(signer: Actor, digest: bytes) -> Signature:
    """Sign a 32-byte digest as a personal message (ERC-191), as wallets do."""
    return sign(signer, keccak(b"\x19Ethereum Signed Message:\n32" + digest))


def sorted_actors(names: Iterable[str]) -> list[Actor]:
    """The accounts of those names, by ascending address."""
    return sorted((actor_named(name) for name in names), key=lambda actor: int(actor, 16))


def packed(signatures: Sequence[Signature]) -> bytes:
    """Signatures one behind the other."""
    return b"".join(signature.packed for signature in signatures)
