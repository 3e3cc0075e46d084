"""Whose key signs a release's transactions; keys stay where they are."""

from dataclasses import dataclass
from typing import Any, Protocol

from eth_account.signers.local import LocalAccount


@dataclass(frozen=True)
class Signed:
    """A transaction ready to be sent."""

    hash: str
    raw: str


@dataclass(frozen=True)
class Unsigned:
    """An EIP-1559 transaction without value; fees in wei for a unit of gas."""

    chain_id: int
    nonce: int
    to: str
    data: str
    gas: int
    max_fee: int
    tip: int


class Signer(Protocol):
    """An account that signs; threads may call it at once."""

    @property
    def address(self) -> str:
        """Its checksummed address."""

    def sign(self, transaction: Unsigned) -> Signed:
        """The transaction, signed."""


class LocalSigner:
    """Signs with a key that the process holds already.

    Args:
        account: the account.
    """

    def __init__(self, account: LocalAccount) -> None:
        self._account = account

    @property
    def address(self) -> str:
        """See `Signer.address`."""
        return str(self._account.address)

    def sign(self, transaction: Unsigned) -> Signed:
        """See `Signer.sign`."""
        fields: dict[str, Any] = {
            "type": 2,
            "chainId": transaction.chain_id,
            "nonce": transaction.nonce,
            "to": transaction.to,
            "value": 0,
            "data": transaction.data,
            "gas": transaction.gas,
            "maxFeePerGas": transaction.max_fee,
            "maxPriorityFeePerGas": transaction.tip,
        }
        signed = self._account.sign_transaction(fields)
        raw = "0x" + bytes(signed.raw_transaction).hex()
        return Signed("0x" + bytes(signed.hash).hex(), raw)
