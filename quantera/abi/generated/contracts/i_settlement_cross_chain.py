"""ISettlementCrossChain and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementCrossChainStructs:
    """Structs of ISettlementCrossChain."""

    Lock: TypeAlias = _structs.ISettlementCrossChain_Lock


class ISettlementCrossChainErrors:
    """Errors of ISettlementCrossChain."""

    KeyUnknown: TypeAlias = _errors.KeyUnknown
    LockMismatch: TypeAlias = _errors.LockMismatch
    LockRefuses: TypeAlias = _errors.LockRefuses


class ISettlementCrossChainEvents:
    """Events of ISettlementCrossChain."""

    @dataclass(frozen=True)
    class CrossPaymentAsked(_rt.Event):
        """What is to be paid for another chain's delivery."""

        SIGNATURE: ClassVar[str] = "CrossPaymentAsked(bytes32,address,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "324a327e5cfc0771a923ddbde3b4e7cd9a96b9c372b1ea83e25d66e93700c2f8"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        id: bytes
        payer: _rt.Address
        payee: _rt.Address
        token: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class CrossPaymentStatusChanged(_rt.Event):
        """A payment for another chain's delivery changed its status."""

        SIGNATURE: ClassVar[str] = "CrossPaymentStatusChanged(bytes32,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c5277ed9121fd51fbec8f02ca95dc91dfa6bba8c5c8c629bf60593fd40a0e03b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        id: bytes
        status: int

    @dataclass(frozen=True)
    class DeliveryLocked(_rt.Event):
        """What was locked for a delivery."""

        SIGNATURE: ClassVar[str] = (
            "DeliveryLocked(bytes32,(address,uint8,address,address,uint128,bytes32,bytes32))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e84918f4e949c1f1708364ca1acfb2551413b2e17af46670ec6cc6d16a504ad3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        id: bytes
        lock: _structs.ISettlementCrossChain_Lock

    @dataclass(frozen=True)
    class PaymentTransferIncepted(_rt.Event):
        """The payee asked for a payment (ERC-7573)."""

        SIGNATURE: ClassVar[str] = "PaymentTransferIncepted(address,bytes32,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2af5a3a3c1fe4d047d3f333ee8f9b1fb2badf01fe969b2bf37c9bd87d11b8cec"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False, False)
        initiator: _rt.Address
        id: bytes
        amount: int

    @dataclass(frozen=True)
    class TokenClaimed(_rt.Event):
        """The asset went to the buyer (ERC-7573); the key is empty when the bridge decided."""

        SIGNATURE: ClassVar[str] = "TokenClaimed(bytes32,string)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "336bbe37635a6a74cb83200e1a155cb8dc6e8e3753b0c1ca08ac0e65e2bdd3a6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        id: bytes
        key: str

    @dataclass(frozen=True)
    class TokenReclaimed(_rt.Event):
        """The asset went back to the seller (ERC-7573); the key is empty when the bridge decided."""

        SIGNATURE: ClassVar[str] = "TokenReclaimed(bytes32,string)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "149227886620aa082ba91dc3a8cc42ae324aeba656d2b601bbe55bd4731e5f05"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        id: bytes
        key: str

    @dataclass(frozen=True)
    class TransferCancelled(_rt.Event):
        """The seller, or the buyer before it was locked, withdrew."""

        SIGNATURE: ClassVar[str] = "TransferCancelled(address,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "54f881ceaa7d7bb6bd8b29c415b5bb1c1df1ff0baafd709cb49aabd6e96ce1ea"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        by: _rt.Address
        id: bytes

    @dataclass(frozen=True)
    class TransferConfirmed(_rt.Event):
        """The seller locked the asset (ERC-7573)."""

        SIGNATURE: ClassVar[str] = "TransferConfirmed(address,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a21eac3211bb2f31f32c6f13bc31c15abc8cf063e7b62565e7200780e266a90b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        confirmer: _rt.Address
        id: bytes

    @dataclass(frozen=True)
    class TransferIncepted(_rt.Event):
        """The buyer asked for a delivery (ERC-7573)."""

        SIGNATURE: ClassVar[str] = "TransferIncepted(address,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "94370f421569423158f2c963791123083700f06b0fb7524f27b57ee19a998046"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        initiator: _rt.Address
        id: bytes

    @dataclass(frozen=True)
    class TransferKeyReleased(_rt.Event):
        """The decrypted key, as the bridge tells it (ERC-7573)."""

        SIGNATURE: ClassVar[str] = "TransferKeyReleased(bytes32,bool,string)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "df99e8ac9d6c4a74c6efd48b40101967abb59319b80bae3aa9cb6e65cbca9d44"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False, False)
        id: bytes
        success: bool
        key: str

    @dataclass(frozen=True)
    class TransferKeyRequested(_rt.Event):
        """The payment was made or given up: this encrypted key is to be decrypted (ERC-7573)."""

        SIGNATURE: ClassVar[str] = "TransferKeyRequested(bytes32,string)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f9ce547988b7bcc9047310ae5f8c064840fb4f0d4f5d933059ec8b12832f6757"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        id: bytes
        encryptedKey: str


class ISettlementCrossChainFunctions(_rt.Functions):
    """Functions of ISettlementCrossChain."""

    def cancelAndDecrypt(self, id: bytes) -> _rt.Write[None]:
        """Gives the payment up, and asks for the key of failure; payer or payee.

        Solidity: `cancelAndDecrypt(bytes32)`, nonpayable, selector 0x07d4e785
        """
        return self._write("cancelAndDecrypt(bytes32)", type(None), id)

    def cancelDelivery(self, id: bytes) -> _rt.Write[None]:
        """Withdraws a delivery that is not locked yet; buyer or seller.

        Solidity: `cancelDelivery(bytes32)`, nonpayable, selector 0x21424653
        """
        return self._write("cancelDelivery(bytes32)", type(None), id)

    def completeDelivery(self, id: bytes, paid: bool) -> _rt.Write[None]:
        """Delivers or returns the asset on the bridge's word. Local role BRIDGE.

        Solidity: `completeDelivery(bytes32,bool)`, nonpayable, selector 0x9d22ce68
        """
        return self._write("completeDelivery(bytes32,bool)", type(None), id, paid)

    def confirmDelivery(
        self, id: bytes, token: _rt.Address, amount: int, buyer: _rt.Address, buyerKeyHash: bytes
    ) -> _rt.Write[None]:
        """Locks the asset for it; the seller calls.

        Arguments: `buyerKeyHash` keccak256 of the key with which the buyer claims it

        Solidity: `confirmDelivery(bytes32,address,uint128,address,bytes32)`, nonpayable,
        selector 0x7dd3b378
        """
        return self._write(
            "confirmDelivery(bytes32,address,uint128,address,bytes32)",
            type(None),
            id,
            token,
            amount,
            buyer,
            buyerKeyHash,
        )

    def crossPaymentOf(
        self, id: bytes
    ) -> _rt.Read[tuple[_rt.Address, _rt.Address, _rt.Address, int, int]]:
        """A payment for another chain's delivery as it stands.

        Solidity: `crossPaymentOf(bytes32)`, view, selector 0x150bee85
        """
        return self._read(
            "crossPaymentOf(bytes32)", tuple[_rt.Address, _rt.Address, _rt.Address, int, int], id
        )

    def crossPaymentStatus(self, id: bytes) -> _rt.Read[int]:
        """Where a payment for another chain's delivery stands.

        Solidity: `crossPaymentStatus(bytes32)`, view, selector 0xb1d041ff
        """
        return self._read("crossPaymentStatus(bytes32)", int, id)

    def inceptDelivery(
        self, id: bytes, token: _rt.Address, amount: int, seller: _rt.Address, sellerKeyHash: bytes
    ) -> _rt.Write[None]:
        """Asks for a delivery; the buyer calls.

        Arguments: `sellerKeyHash` keccak256 of the key with which the seller takes it back

        Solidity: `inceptDelivery(bytes32,address,uint128,address,bytes32)`, nonpayable,
        selector 0x3237bdef
        """
        return self._write(
            "inceptDelivery(bytes32,address,uint128,address,bytes32)",
            type(None),
            id,
            token,
            amount,
            seller,
            sellerKeyHash,
        )

    def inceptPayment(
        self,
        id: bytes,
        token: _rt.Address,
        amount: int,
        payer: _rt.Address,
        keyEncryptedSuccess: str,
        keyEncryptedFailure: str,
    ) -> _rt.Write[None]:
        """Asks for a payment; the payee calls.

        Solidity: `inceptPayment(bytes32,address,uint128,address,string,string)`, nonpayable,
        selector 0x58cf8eb4
        """
        return self._write(
            "inceptPayment(bytes32,address,uint128,address,string,string)",
            type(None),
            id,
            token,
            amount,
            payer,
            keyEncryptedSuccess,
            keyEncryptedFailure,
        )

    def lockOf(self, id: bytes) -> _rt.Read[_structs.ISettlementCrossChain_Lock]:
        """A delivery as it stands.

        Solidity: `lockOf(bytes32)`, view, selector 0x08f046f7
        """
        return self._read("lockOf(bytes32)", _structs.ISettlementCrossChain_Lock, id)

    def payAndDecrypt(self, id: bytes) -> _rt.Write[None]:
        """Pays, and asks for the key of success; the payer calls.

        Solidity: `payAndDecrypt(bytes32)`, nonpayable, selector 0x1d1701e4
        """
        return self._write("payAndDecrypt(bytes32)", type(None), id)

    def releaseKey(self, id: bytes, key: str) -> _rt.Write[None]:
        """Publishes the decrypted key. Local role BRIDGE, once for each id.

        Solidity: `releaseKey(bytes32,string)`, nonpayable, selector 0x52ea7d3c
        """
        return self._write("releaseKey(bytes32,string)", type(None), id, key)

    def transferWithKey(self, id: bytes, key: str) -> _rt.Write[None]:
        """Delivers or returns the asset, whichever the key opens; anyone may bring it.

        Solidity: `transferWithKey(bytes32,string)`, nonpayable, selector 0x71beeacb
        """
        return self._write("transferWithKey(bytes32,string)", type(None), id, key)


class ISettlementCrossChain(_rt.Contract):
    """In the manner of ERC-7573: on one chain an asset is locked under two keys, on the other
    a payment releases one of them. No time-out decides: a lock ends by a key or by the
    bridge. TRUST. Whoever holds the local role BRIDGE stands in for the decryption oracle:
    it says whether the payment was made, and a wrong answer delivers or returns the asset
    wrongly. A trade across chains has the bridge's trust, not the atomicity of `settle`.
    """

    NAME = "ISettlementCrossChain"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ISettlementCrossChainEvents.CrossPaymentAsked,
        ISettlementCrossChainEvents.CrossPaymentStatusChanged,
        ISettlementCrossChainEvents.DeliveryLocked,
        ISettlementCrossChainEvents.PaymentTransferIncepted,
        ISettlementCrossChainEvents.TokenClaimed,
        ISettlementCrossChainEvents.TokenReclaimed,
        ISettlementCrossChainEvents.TransferCancelled,
        ISettlementCrossChainEvents.TransferConfirmed,
        ISettlementCrossChainEvents.TransferIncepted,
        ISettlementCrossChainEvents.TransferKeyReleased,
        ISettlementCrossChainEvents.TransferKeyRequested,
    )
    structs: TypeAlias = ISettlementCrossChainStructs
    errors: TypeAlias = ISettlementCrossChainErrors
    events: TypeAlias = ISettlementCrossChainEvents

    @cached_property
    def functions(self) -> ISettlementCrossChainFunctions:
        """What the contract can be asked and told."""
        return ISettlementCrossChainFunctions(self.contract, self.ERRORS)
