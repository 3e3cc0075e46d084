"""ONCHAINID for tests: the deployments that the gas measurements use as well."""

from quantera.gas.peers.onchainid import (
    Claim,
    Edition,
    Issuer,
    OnchainId,
    claim_id,
    key_of,
    sign_claim,
)

__all__ = ["Claim", "Edition", "Issuer", "OnchainId", "claim_id", "key_of", "sign_claim"]
