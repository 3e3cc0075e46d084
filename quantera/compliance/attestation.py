"""Batches of records that a trusted issuer signs once (EIP-712, `IInvestorAttestations`)."""

from dataclasses import dataclass
from typing import Protocol

from eth_account.messages import SignableMessage, encode_typed_data

DOMAIN_NAME = "Quantera Identity Registry"
DOMAIN_VERSION = "1"
_TYPES = {
    "Attestation": [
        {"name": "wallet", "type": "address"},
        {"name": "record", "type": "uint256"},
    ],
    "InvestorBatch": [
        {"name": "issuer", "type": "address"},
        {"name": "nonce", "type": "uint256"},
        {"name": "issuedAt", "type": "uint256"},
        {"name": "deadline", "type": "uint256"},
        {"name": "attestations", "type": "Attestation[]"},
    ],
}


@dataclass(frozen=True, slots=True)
class Batch:
    """What an issuer signs.

    Attributes:
        issuer: the trusted issuer's address.
        nonce: above the issuer's last one on that registry.
        issued_at: Unix seconds.
        deadline: first Unix second at which it can no longer be applied.
        rows: wallet and packed record, without attester index.
    """

    issuer: str
    nonce: int
    issued_at: int
    deadline: int
    rows: tuple[tuple[str, int], ...]


class BatchSigner(Protocol):
    """Whoever holds the issuer's key: an account, a key store, a remote signer."""

    @property
    def issuer(self) -> str:
        """The trusted issuer's address."""

    def sign(self, message: SignableMessage) -> bytes:
        """A 65-byte signature of the message, `v` 27 or 28 and the lower `s`."""


def message(batch: Batch, chain_id: int, registry: str) -> SignableMessage:
    """The EIP-712 message of a batch for one registry on one chain."""
    return encode_typed_data(
        domain_data={
            "name": DOMAIN_NAME,
            "version": DOMAIN_VERSION,
            "chainId": chain_id,
            "verifyingContract": registry,
        },
        message_types=_TYPES,
        message_data={
            "issuer": batch.issuer,
            "nonce": batch.nonce,
            "issuedAt": batch.issued_at,
            "deadline": batch.deadline,
            "attestations": [{"wallet": w, "record": r} for w, r in batch.rows],
        },
    )
