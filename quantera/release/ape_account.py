"""Accounts of Ape as signers: keystores, Ledger, Trezor and whatever plugins bring."""

from threading import Lock
from typing import Any

from eth_account.messages import SignableMessage
from eth_utils.crypto import keccak

from quantera.release.errors import ReleaseError
from quantera.release.signing import Signed, Unsigned

_TEST_PREFIX = "TEST::"


class ApeSigner:
    """An account that Ape knows by its alias; it asks for what it needs to unlock.

    Args:
        alias: as `ape accounts list` has it, or `TEST::0` for Ape's test accounts.

    Raises:
        ReleaseError: there is no such account, or it does not unlock.
    """

    def __init__(self, alias: str) -> None:
        # Ape takes seconds to load; whoever signs otherwise does without.
        import ape  # noqa: PLC0415

        self._ape = ape
        self._lock = Lock()
        try:
            if alias.startswith(_TEST_PREFIX):
                number = int(alias.removeprefix(_TEST_PREFIX))
                self._account: Any = ape.accounts.test_accounts[number]
            else:
                self._account = ape.accounts.load(alias)
                if hasattr(self._account, "set_autosign"):
                    self._account.set_autosign(True)
        except (ape.exceptions.ApeException, KeyError, IndexError, ValueError) as error:
            raise ReleaseError(f"account {alias}: {error}") from error

    @property
    def address(self) -> str:
        """See `Signer.address`."""
        return str(self._account.address)

    def sign(self, transaction: Unsigned) -> Signed:
        """See `Signer.sign`.

        Raises:
            ReleaseError: the account declines.
        """
        prepared = self._ape.networks.ethereum.create_transaction(
            type=2,
            chain_id=transaction.chain_id,
            nonce=transaction.nonce,
            receiver=transaction.to,
            value=0,
            data=transaction.data,
            gas=transaction.gas,
            max_fee=transaction.max_fee,
            max_priority_fee=transaction.tip,
        )
        prepared.sender = self._account.address
        # A device, or a person, answers one question at a time.
        with self._lock:
            signed = self._account.sign_transaction(prepared)
        if signed is None:
            raise ReleaseError(f"{self.address} declined to sign")
        raw = bytes(signed.serialize_transaction())
        return Signed("0x" + keccak(raw).hex(), "0x" + raw.hex())

    def sign_message(self, message: SignableMessage) -> bytes:
        """A signature over EIP-712 data, 65 bytes.

        Raises:
            ReleaseError: the account declines.
        """
        with self._lock:
            signature = self._account.sign_message(message)
        if signature is None:
            raise ReleaseError(f"{self.address} declined to sign")
        return bytes(signature.encode_rsv())
