"""IUniversalBridge and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IUniversalBridgeStructs:
    """Structs of IUniversalBridge."""

    SendRequest: TypeAlias = _structs.IUniversalBridge_SendRequest


class IUniversalBridgeErrors:
    """Errors of IUniversalBridge."""

    AddressWithoutCode: TypeAlias = _errors.AddressWithoutCode
    AssetPaused: TypeAlias = _errors.AssetPaused
    AssetUnknown: TypeAlias = _errors.AssetUnknown_address_uint256
    AttestationRequired: TypeAlias = _errors.AttestationRequired
    CreditRefused: TypeAlias = _errors.CreditRefused
    DustRefused: TypeAlias = _errors.DustRefused
    FeeTooLow: TypeAlias = _errors.FeeTooLow
    GasTooLow: TypeAlias = _errors.GasTooLow
    LaneClosed: TypeAlias = _errors.LaneClosed
    LanePaused: TypeAlias = _errors.LanePaused
    LimitExceeded: TypeAlias = _errors.LimitExceeded
    MessageMalformed: TypeAlias = _errors.MessageMalformed
    NotForThisChain: TypeAlias = _errors.NotForThisChain
    NotTheBridge: TypeAlias = _errors.NotTheBridge
    NotTheEndpoint: TypeAlias = _errors.NotTheEndpoint
    NotVouchedFor: TypeAlias = _errors.NotVouchedFor
    PeerUnknown: TypeAlias = _errors.PeerUnknown
    ProtocolOff: TypeAlias = _errors.ProtocolOff
    ProtocolsInvalid: TypeAlias = _errors.ProtocolsInvalid
    ReceiptNotExact: TypeAlias = _errors.ReceiptNotExact
    RecipientInvalid: TypeAlias = _errors.RecipientInvalid


class IUniversalBridgeEvents:
    """Events of IUniversalBridge."""

    @dataclass(frozen=True)
    class AttestationCounted(_rt.Event):
        """A message has been brought by another protocol and waits.

        Arguments: `required` how many must; `votes` mask of the protocols that have brought it
        """

        SIGNATURE: ClassVar[str] = "AttestationCounted(bytes32,uint8,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0fd1ad14ad9ee4f0b5336d7336cce0201883ab7ae1ae9bf2be6d35ceacbf9b01"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        id: bytes
        protocol: int
        votes: int
        required: int

    @dataclass(frozen=True)
    class CreditDelayed(_rt.Event):
        """A large credit waits until `releaseAt`."""

        SIGNATURE: ClassVar[str] = "CreditDelayed(bytes32,uint256,bytes)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e6bd2b1506610425dcf2cc7d8ea3d58588fc19920de9291159a38735bc42e8e3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        id: bytes
        releaseAt: int
        message: bytes

    @dataclass(frozen=True)
    class CreditParked(_rt.Event):
        """A message could not have its effect."""

        SIGNATURE: ClassVar[str] = "CreditParked(bytes32,uint8,bytes)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f14bb43f557f556a772c9a0177eaff03389a84cf9bc452bb51e8e032b32239c9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        id: bytes
        reason: int
        message: bytes

    @dataclass(frozen=True)
    class MessageCredited(_rt.Event):
        """A message had its effect here.

        Arguments: `recipient` who was credited; zero for allotments and deliveries; `units` in
        the token's own decimals
        """

        SIGNATURE: ClassVar[str] = "MessageCredited(bytes32,uint256,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ecd4d5fcdaa3cbca35a26aa7d1cc9177d0430a5f14508202b24b8cba50612079"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        id: bytes
        sourceChainId: int
        asset: _rt.Address
        recipient: _rt.Address
        units: int

    @dataclass(frozen=True)
    class MessageIgnored(_rt.Event):
        """A message was brought again, or after it was finished; nothing changed."""

        SIGNATURE: ClassVar[str] = "MessageIgnored(bytes32,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d51b6756c8e2b454adcefe410d75b640963e1f88e23ce427cbe1fb530e455b90"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        id: bytes
        protocol: int

    @dataclass(frozen=True)
    class MessageSent(_rt.Event):
        """A message left.

        Arguments: `message` its bytes, with which anybody may send it again; `protocols` mask
        of the protocols that took it, bit n for the protocol of number n
        """

        SIGNATURE: ClassVar[str] = "MessageSent(bytes32,uint256,uint256,bytes)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "55fc31ec1ce05120a42b236993679ecd39383a0f639063ecb6f081944c4dbb67"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        id: bytes
        destinationChainId: int
        protocols: int
        message: bytes

    @dataclass(frozen=True)
    class ProtocolFailed(_rt.Event):
        """One of several protocols did not take a message."""

        SIGNATURE: ClassVar[str] = "ProtocolFailed(bytes32,uint8,bytes)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "795420b7fe1153d8db38a79eb1fa4fd5253c4bbafaae9184ea9f3ec386747fe8"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        id: bytes
        protocol: int
        reason: bytes

    @dataclass(frozen=True)
    class RefundCredited(_rt.Event):
        """What was paid above the fees can be withdrawn."""

        SIGNATURE: ClassVar[str] = "RefundCredited(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "57b31d08aad1b08f38687f5d1a07c24f3c09768a493b5b11f4de021a3ac6fbb9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        payer: _rt.Address
        amount: int


class IUniversalBridgeFunctions(_rt.Functions):
    """Functions of IUniversalBridge."""

    def chainAssetRegistry(self, chainId: int, localAsset: _rt.Address) -> _rt.Read[_rt.Address]:
        """Counterpart of an asset on another chain; zero when there is none.

        Solidity: `chainAssetRegistry(uint256,address)`, view, selector 0x5cc06dd1
        """
        return self._read("chainAssetRegistry(uint256,address)", _rt.Address, chainId, localAsset)

    def creditArrival(
        self, message: bytes, recipient: _rt.Address, voters: int, required: int
    ) -> _rt.Write[None]:
        """Credits a transfer to a recipient. The bridge itself alone (`NotTheBridge`).

        Reverts with `CreditRefused` and with the token's errors.

        Arguments: `required` how many of them it needs; `voters` mask of the protocols that the
        credit rests on

        Solidity: `creditArrival(bytes,address,uint256,uint256)`, nonpayable, selector
        0x6d49d556
        """
        return self._write(
            "creditArrival(bytes,address,uint256,uint256)",
            type(None),
            message,
            recipient,
            voters,
            required,
        )

    def dispatch(
        self,
        protocol: int,
        chainId: int,
        message: bytes,
        gasLimit: int,
        budget: int,
        payer: _rt.Address,
    ) -> _rt.Write[int]:
        """Hands a message to a protocol. The bridge itself alone (`NotTheBridge`).

        Arguments: `budget` most wei that it may cost; `payer` who gets back what the protocol
        returns later

        Returns: `fee` what it cost

        Solidity: `dispatch(uint8,uint256,bytes,uint256,uint256,address)`, nonpayable, selector
        0x67134462
        """
        return self._write(
            "dispatch(uint8,uint256,bytes,uint256,uint256,address)",
            int,
            protocol,
            chainId,
            message,
            gasLimit,
            budget,
            payer,
        )

    def send(self, request: _structs.IUniversalBridge_SendRequest) -> _rt.Write[bytes]:
        """Sends an asset over one protocol.

        The sender is the caller. The fee is the protocol's own; what is paid above it can be
        withdrawn by the caller (`IBridgeRecovery.withdrawRefund`); over Wormhole, whose core
        takes its fee and nothing else, paying more costs a second call of it. Reverts with
        `GroupPaused`, `LaneClosed`, `LanePaused`, `AssetUnknown`, `AssetPaused`, `ProtocolOff`,
        `AttestationRequired`, `RecipientInvalid`, `DustRefused`, `LimitExceeded`, `FeeTooLow`,
        `ReceiptNotExact`, `LotsNotKept`, the token's and the protocol's own errors.

        Returns: `id` the message's

        Solidity: `send((address,uint256,address,uint256,uint8))`, payable, selector 0x5f5a735b
        """
        return self._write("send((address,uint256,address,uint256,uint8))", bytes, request)


class IUniversalBridge(_rt.Contract):
    """Sends assets to the bridge of another chain over any of four protocols, and credits what
    arrives. The other subjects at the same address are `IBridgeRecovery` (what could not be
    credited, allotments, deliveries against payment), `IBridgeConfiguration` (everything
    that is set) and `IBridgeRoutes` (quotes and the choice of a protocol). Regulated assets
    (ERC-7802, ComplianceAwareToken) are burned here and minted there, with their lots;
    ordinary ERC-20s are locked in the lane's escrow here and released from the lane's
    escrow there. Chains are EIP-155 ids; `units` are a token's own, `amount` is in the
    asset's shared decimals; fees are wei of the chain's native coin. A message is the same
    bytes over every protocol and its id is their hash, so that one message may go over
    several. A credit rests on as many different protocols as the asset's threshold and the
    lane ask for. What cannot be credited is parked with its reason: a code of the token's
    (`ReasonCodes`) or of the bridge's from 200 up (`BridgeReasons`).
    """

    NAME = "IUniversalBridge"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IUniversalBridgeEvents.AttestationCounted,
        IUniversalBridgeEvents.CreditDelayed,
        IUniversalBridgeEvents.CreditParked,
        IUniversalBridgeEvents.MessageCredited,
        IUniversalBridgeEvents.MessageIgnored,
        IUniversalBridgeEvents.MessageSent,
        IUniversalBridgeEvents.ProtocolFailed,
        IUniversalBridgeEvents.RefundCredited,
    )
    structs: TypeAlias = IUniversalBridgeStructs
    errors: TypeAlias = IUniversalBridgeErrors
    events: TypeAlias = IUniversalBridgeEvents

    @cached_property
    def functions(self) -> IUniversalBridgeFunctions:
        """What the contract can be asked and told."""
        return IUniversalBridgeFunctions(self.contract, self.ERRORS)
