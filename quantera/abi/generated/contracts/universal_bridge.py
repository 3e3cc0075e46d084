"""UniversalBridge and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class UniversalBridgeStructs:
    """Structs of UniversalBridge."""

    AssetTerms: TypeAlias = _structs.IBridgeConfiguration_AssetTerms
    EndpointTerms: TypeAlias = _structs.IBridgeConfiguration_EndpointTerms
    LaneTerms: TypeAlias = _structs.IBridgeConfiguration_LaneTerms
    LibraryParameter: TypeAlias = _structs.IBridgeConfiguration_LibraryParameter
    PeerTerms: TypeAlias = _structs.IBridgeConfiguration_PeerTerms
    RouteInputs: TypeAlias = _structs.IBridgeConfiguration_RouteInputs
    FeeTerms: TypeAlias = _structs.IBridgePaidSending_FeeTerms
    ArrivalRecord: TypeAlias = _structs.IBridgeRecovery_ArrivalRecord
    DeliveryTerms: TypeAlias = _structs.IBridgeRecovery_DeliveryTerms
    Candidate: TypeAlias = _structs.IBridgeRoutes_Candidate
    Preview: TypeAlias = _structs.IBridgeRoutes_Preview
    ArrivedAmount: TypeAlias = _structs.ICcipReceiver_ArrivedAmount
    IncomingMessage: TypeAlias = _structs.ICcipReceiver_IncomingMessage
    FeeBreakdown: TypeAlias = _structs.IDynamicFeeStructure_FeeBreakdown
    FeeParameters: TypeAlias = _structs.IDynamicFeeStructure_FeeParameters
    Origin: TypeAlias = _structs.ILayerZeroReceiver_Origin
    SendRequest: TypeAlias = _structs.IUniversalBridge_SendRequest


class UniversalBridgeErrors:
    """Errors of UniversalBridge."""

    AccessManagedInvalidAuthority: TypeAlias = _errors.AccessManagedInvalidAuthority
    AccessManagedRequiredDelay: TypeAlias = _errors.AccessManagedRequiredDelay
    AccessManagedUnauthorized: TypeAlias = _errors.AccessManagedUnauthorized
    AddressEmptyCode: TypeAlias = _errors.AddressEmptyCode
    AddressWithoutCode: TypeAlias = _errors.AddressWithoutCode
    AssetFixed: TypeAlias = _errors.AssetFixed
    AssetPaused: TypeAlias = _errors.AssetPaused
    AssetUnknown: TypeAlias = _errors.AssetUnknown_address_uint256
    AttestationRequired: TypeAlias = _errors.AttestationRequired
    AttestationsMissing: TypeAlias = _errors.AttestationsMissing
    AuthorityWithoutCode: TypeAlias = _errors.AuthorityWithoutCode
    CreditRefused: TypeAlias = _errors.CreditRefused
    DecimalsTooLarge: TypeAlias = _errors.DecimalsTooLarge_uint256
    DelayRunning: TypeAlias = _errors.DelayRunning
    DustRefused: TypeAlias = _errors.DustRefused
    ERC1967InvalidImplementation: TypeAlias = _errors.ERC1967InvalidImplementation
    ERC1967NonPayable: TypeAlias = _errors.ERC1967NonPayable
    FailedCall: TypeAlias = _errors.FailedCall
    FeeAboveLimit: TypeAlias = _errors.FeeAboveLimit
    FeeInSecurity: TypeAlias = _errors.FeeInSecurity_address
    FeeNotReceived: TypeAlias = _errors.FeeNotReceived
    FeePriceInvalid: TypeAlias = _errors.FeePriceInvalid
    FeeStructureFailed: TypeAlias = _errors.FeeStructureFailed
    FeeTooLow: TypeAlias = _errors.FeeTooLow
    FeesNotCollected: TypeAlias = _errors.FeesNotCollected
    FeesOff: TypeAlias = _errors.FeesOff
    GasTooLow: TypeAlias = _errors.GasTooLow
    GroupPaused: TypeAlias = _errors.GroupPaused
    InsufficientBalance: TypeAlias = _errors.InsufficientBalance
    InvalidInitialization: TypeAlias = _errors.InvalidInitialization
    KindRefused: TypeAlias = _errors.KindRefused
    LaneClosed: TypeAlias = _errors.LaneClosed
    LanePaused: TypeAlias = _errors.LanePaused
    LevelUnknown: TypeAlias = _errors.LevelUnknown
    LimitExceeded: TypeAlias = _errors.LimitExceeded
    LimitUnknown: TypeAlias = _errors.LimitUnknown
    LocalRoleForNobody: TypeAlias = _errors.LocalRoleForNobody
    LocalRoleMissing: TypeAlias = _errors.LocalRoleMissing
    LotsNotKept: TypeAlias = _errors.LotsNotKept
    MessageMalformed: TypeAlias = _errors.MessageMalformed
    MessageNotSent: TypeAlias = _errors.MessageNotSent
    MessageVetoed: TypeAlias = _errors.MessageVetoed
    NoEscrow: TypeAlias = _errors.NoEscrow
    NoProtocolEligible: TypeAlias = _errors.NoProtocolEligible
    NoServiceOpen: TypeAlias = _errors.NoServiceOpen
    NotForThisChain: TypeAlias = _errors.NotForThisChain
    NotInitializing: TypeAlias = _errors.NotInitializing
    NotTheBridge: TypeAlias = _errors.NotTheBridge
    NotTheEndpoint: TypeAlias = _errors.NotTheEndpoint
    NotTheFeeStructure: TypeAlias = _errors.NotTheFeeStructure
    NotVetoed: TypeAlias = _errors.NotVetoed
    NotVouchedFor: TypeAlias = _errors.NotVouchedFor
    NothingToWithdraw: TypeAlias = _errors.NothingToWithdraw
    PaymentUndecided: TypeAlias = _errors.PaymentUndecided
    PeerUnknown: TypeAlias = _errors.PeerUnknown
    ProtocolOff: TypeAlias = _errors.ProtocolOff
    ProtocolsInvalid: TypeAlias = _errors.ProtocolsInvalid
    ReceiptNotExact: TypeAlias = _errors.ReceiptNotExact
    RecipientInvalid: TypeAlias = _errors.RecipientInvalid
    ReentrancyGuardReentrantCall: TypeAlias = _errors.ReentrancyGuardReentrantCall
    RemoteAssetTaken: TypeAlias = _errors.RemoteAssetTaken
    ReturnTooEarly: TypeAlias = _errors.ReturnTooEarly
    SafeERC20FailedOperation: TypeAlias = _errors.SafeERC20FailedOperation
    ServiceContradicted: TypeAlias = _errors.ServiceContradicted
    ServiceStillDue: TypeAlias = _errors.ServiceStillDue
    StatusRefuses: TypeAlias = _errors.StatusRefuses
    TermsOutOfRange: TypeAlias = _errors.TermsOutOfRange_string
    UUPSUnauthorizedCallContext: TypeAlias = _errors.UUPSUnauthorizedCallContext
    UUPSUnsupportedProxiableUUID: TypeAlias = _errors.UUPSUnsupportedProxiableUUID
    UpgradeOutsideManager: TypeAlias = _errors.UpgradeOutsideManager
    UrgencyUnknown: TypeAlias = _errors.UrgencyUnknown
    VerifiersTooFew: TypeAlias = _errors.VerifiersTooFew
    WithdrawalFailed: TypeAlias = _errors.WithdrawalFailed
    WorthUnknown: TypeAlias = _errors.WorthUnknown
    WrongDirection: TypeAlias = _errors.WrongDirection


class UniversalBridgeEvents:
    """Events of UniversalBridge."""

    @dataclass(frozen=True)
    class AssetFeeSet(_rt.Event):
        """What sending an asset is charged in was set; fee asset zero charges nothing.

        Arguments: `price` of one whole unit of the fee asset in USD, 8 decimals; zero where the
        asset is charged in itself
        """

        SIGNATURE: ClassVar[str] = "AssetFeeSet(address,address,uint64,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1cccd0806fdf34429dd6e301e11f1f231f8ec16da25d75887fdb8144401b65f2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        asset: _rt.Address
        feeAsset: _rt.Address
        price: int
        decimals: int

    @dataclass(frozen=True)
    class AssetPauseChanged(_rt.Event):
        """An asset was paused or unpaused."""

        SIGNATURE: ClassVar[str] = "AssetPauseChanged(address,bool,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3af951824ef0c1c51dd30c69ae22ead9afbc360123d019062d19ce2aaa7a6ecc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True)
        asset: _rt.Address
        paused: bool
        by: _rt.Address

    @dataclass(frozen=True)
    class AssetSet(_rt.Event):
        """An asset is now this."""

        SIGNATURE: ClassVar[str] = "AssetSet(address,(bool,bool,uint8,uint24,uint8,uint96,uint96))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "401952c1f1d733302d8481b2e73a55338827e50033f38cf2e0396598d4c07954"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        asset: _rt.Address
        terms: _structs.IBridgeConfiguration_AssetTerms

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
    class AuthorityUpdated(_rt.Event):
        """Authority that manages this contract was updated."""

        SIGNATURE: ClassVar[str] = "AuthorityUpdated(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        authority: _rt.Address

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
    class CreditRedirected(_rt.Event):
        """A credit was given to another wallet than the message names."""

        SIGNATURE: ClassVar[str] = "CreditRedirected(bytes32,address,uint8,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a26c4dfdb56b26395a466b5eef171554250309219359128e1b943715a124a4fc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, True)
        id: bytes
        recipient: _rt.Address
        reason: int
        by: _rt.Address

    @dataclass(frozen=True)
    class CreditVetoed(_rt.Event):
        """Nothing may be credited on a message until the veto is lifted."""

        SIGNATURE: ClassVar[str] = "CreditVetoed(bytes32,uint8,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9d9badc94c5a9080544b2346c23e9fe4dd6b0ca27478dbaea15510f705a78f0a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True)
        id: bytes
        reason: int
        by: _rt.Address

    @dataclass(frozen=True)
    class DefaultInputsSet(_rt.Event):
        """What counts when nothing recent is attested."""

        SIGNATURE: ClassVar[str] = (
            "DefaultInputsSet(uint256,uint8,(uint32,uint16,uint16,uint128,uint40))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3ede2d57f2c38eaeea6d8ce3b7b1ed32210d739fa1705f6233728e75c09a2061"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        chainId: int
        protocol: int
        inputs: _structs.IBridgeConfiguration_RouteInputs

    @dataclass(frozen=True)
    class EndpointSet(_rt.Event):
        """A protocol's contracts on this chain are now these."""

        SIGNATURE: ClassVar[str] = "EndpointSet(uint8,(address,address,uint64))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6b330aeb1a7a6b6cdd95a59b4e3d84058eeb9f9c4198269bda47ca278c3551e9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        protocol: int
        terms: _structs.IBridgeConfiguration_EndpointTerms

    @dataclass(frozen=True)
    class EscrowFunded(_rt.Event):
        """A lane's escrow was given units for good."""

        SIGNATURE: ClassVar[str] = "EscrowFunded(address,uint256,uint256,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c5cfe910f19c92aed5289b6ba3c6ada327f503c25974c42f4acc3440eb224b49"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, True)
        asset: _rt.Address
        chainId: int
        units: int
        by: _rt.Address

    @dataclass(frozen=True)
    class FeeStructureSet(_rt.Event):
        """The contract that prices and charges was replaced; zero switches fees off."""

        SIGNATURE: ClassVar[str] = "FeeStructureSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b10dfe1d446c4f7b101ca5604c419edeaad8c09682949c8bfa7dae2c3f382323"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        feeStructure: _rt.Address

    @dataclass(frozen=True)
    class FeedSet(_rt.Event):
        """A feed of an asset's price in USD; zero for none."""

        SIGNATURE: ClassVar[str] = "FeedSet(address,address,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "248521f876b95a423fe62009a53fba98cc1bbc6abfc0d9d4fb3ce42a38d6e0dd"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        asset: _rt.Address
        feed: _rt.Address
        maxAge: int

    @dataclass(frozen=True)
    class FeesPaid(_rt.Event):
        """Collected fees went to the fee structure."""

        SIGNATURE: ClassVar[str] = "FeesPaid(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6a41f86b2a18fe00e10a9bd078e790ae82c2627a6f940166bddc2db475194a5f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        asset: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class GroupsPaused(_rt.Event):
        """Groups were paused.

        Arguments: `by` who paused.; `groups` the mask asked for.; `pausedNow` all groups paused
        after the call.
        """

        SIGNATURE: ClassVar[str] = "GroupsPaused(uint64,uint64,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "419c09182abcfeaaf09d4ad8f96f57e190647d41c16a05d2de294d0a74c98a0f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False, True)
        groups: int
        pausedNow: int
        by: _rt.Address

    @dataclass(frozen=True)
    class GroupsUnpaused(_rt.Event):
        """Groups were unpaused; parameters as in `GroupsPaused`."""

        SIGNATURE: ClassVar[str] = "GroupsUnpaused(uint64,uint64,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3f47d73bcc0b71c098b2462302f9674baec4c8dfa605a8af26b338f1f7f9ed31"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False, True)
        groups: int
        pausedNow: int
        by: _rt.Address

    @dataclass(frozen=True)
    class Initialized(_rt.Event):
        """Triggered when the contract has been initialized or reinitialized."""

        SIGNATURE: ClassVar[str] = "Initialized(uint64)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        version: int

    @dataclass(frozen=True)
    class InputMaxAgeSet(_rt.Event):
        """From which age on attested inputs count for nothing."""

        SIGNATURE: ClassVar[str] = "InputMaxAgeSet(uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a8a917d5fd19413498113645b4c99e88f0aabc36947f1347b70e148a4b9925f5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        maxAge: int

    @dataclass(frozen=True)
    class InputsPosted(_rt.Event):
        """Inputs were attested."""

        SIGNATURE: ClassVar[str] = (
            "InputsPosted(uint256,uint8,(uint32,uint16,uint16,uint128,uint40),address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5391ace70c9d9a3f715b2ef0d0e4b4cda1ea904c7d23027b6eb7155f1e4df771"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        chainId: int
        protocol: int
        inputs: _structs.IBridgeConfiguration_RouteInputs
        by: _rt.Address

    @dataclass(frozen=True)
    class LanePauseChanged(_rt.Event):
        """A lane was paused or unpaused."""

        SIGNATURE: ClassVar[str] = "LanePauseChanged(uint256,bool,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "407fc35e7cb4986cf58bde98615a42cd8f26543ea31a58d2857f5da0fe775ed2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, True)
        chainId: int
        paused: bool
        by: _rt.Address

    @dataclass(frozen=True)
    class LaneSet(_rt.Event):
        """A lane is now this."""

        SIGNATURE: ClassVar[str] = "LaneSet(uint256,(bool,uint8,uint8,uint32))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7e7afd00ad05e5d6f165363e65c160977c6653fc5d6bbac13cda13f60589ff49"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        chainId: int
        terms: _structs.IBridgeConfiguration_LaneTerms

    @dataclass(frozen=True)
    class LayerZeroConfigured(_rt.Event):
        """LayerZero's verifiers or executor for a chain."""

        SIGNATURE: ClassVar[str] = "LayerZeroConfigured(address,uint32,uint32,bytes)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "4c77c4699eceac6ecd99e5eb8caacd0518adac69402b1aae3b3837d4177b95dd"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        messageLibrary: _rt.Address
        eid: int
        configType: int
        config: bytes

    @dataclass(frozen=True)
    class LayerZeroLibrariesSet(_rt.Event):
        """LayerZero's libraries for a chain."""

        SIGNATURE: ClassVar[str] = "LayerZeroLibrariesSet(uint32,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "68adf6a9b7e4d29a5a5d939abb1c891aaa0bef3d44f02df48393cea683a145a1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        eid: int
        sendLibrary: _rt.Address
        receiveLibrary: _rt.Address

    @dataclass(frozen=True)
    class LimitSet(_rt.Event):
        """A limit is now this."""

        SIGNATURE: ClassVar[str] = "LimitSet(uint8,address,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6da171b4575130c97fe2b66caffde954c9d957b013225099609530077e9da76c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        kind: int
        asset: _rt.Address
        key: int
        capacity: int
        periodMinutes: int

    @dataclass(frozen=True)
    class LocalRoleGranted(_rt.Event):
        """The account now holds the role."""

        SIGNATURE: ClassVar[str] = "LocalRoleGranted(uint8,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f2c303984ba44aae8944e1177c3fedb3d50cbf181f6af53175069ff44bf9a530"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        role: int
        account: _rt.Address
        by: _rt.Address

    @dataclass(frozen=True)
    class LocalRoleRevoked(_rt.Event):
        """The account no longer holds the role."""

        SIGNATURE: ClassVar[str] = "LocalRoleRevoked(uint8,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "35d8b076837c616a7ba185a25fdc9c14586333f749d68b77aabbabbfdc87b8c7"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        role: int
        account: _rt.Address
        by: _rt.Address

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
    class MessageResent(_rt.Event):
        """A message was sent once more."""

        SIGNATURE: ClassVar[str] = "MessageResent(bytes32,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "20f02bca88e72be389ea199ac97b181ec9f6e525461c9e340d909cfccbf815e5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        id: bytes
        protocol: int

    @dataclass(frozen=True)
    class MessageReturned(_rt.Event):
        """A message was sent home, by the message of `returnId`."""

        SIGNATURE: ClassVar[str] = "MessageReturned(bytes32,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7af392f2bb265909c63cb465ddf19a1e431eff9cd2804ec1cfa7cedf8010797c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        id: bytes
        returnId: bytes

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
    class PeerSet(_rt.Event):
        """The bridge of another chain is now this."""

        SIGNATURE: ClassVar[str] = "PeerSet(uint256,uint8,(address,uint64,uint8,string))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "16c32e3ba1f8b3320662638f1b15690e07287713541879be073fe874a5ba9293"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        chainId: int
        protocol: int
        terms: _structs.IBridgeConfiguration_PeerTerms

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

    @dataclass(frozen=True)
    class RefundWithdrawn(_rt.Event):
        """A refund was withdrawn."""

        SIGNATURE: ClassVar[str] = "RefundWithdrawn(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d55b5fe81317b854ac11454adf7e5a9a0adf69184d643ef9ae6bfda6a015c5bc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        payer: _rt.Address
        to: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class RemoteAssetSet(_rt.Event):
        """An asset's counterpart on another chain; zero for none."""

        SIGNATURE: ClassVar[str] = "RemoteAssetSet(uint256,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "64587d151d79bbfdafad0970c3ad74efa615cdc3464b4a1f740585798739ebce"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        chainId: int
        asset: _rt.Address
        remoteAsset: _rt.Address

    @dataclass(frozen=True)
    class ServiceReported(_rt.Event):
        """A service level was reported to the fee structure, which ends what the bridge remembers
        of it.

        Arguments: `kept` whether the premium stays with the platform
        """

        SIGNATURE: ClassVar[str] = "ServiceReported(bytes32,uint256,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "325276b2afa80f8998845b949529a6a18a94b4ce7b2491474d395b75cc244a46"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        id: bytes
        deliveredAt: int
        kept: bool

    @dataclass(frozen=True)
    class SettlementManagerSet(_rt.Event):
        """The settlement manager for deliveries against payment; zero for none."""

        SIGNATURE: ClassVar[str] = "SettlementManagerSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "be25bf54ebdb85763a838ccf68f72a8606c4bf03747f74cb1a0c0c760936440b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        manager: _rt.Address

    @dataclass(frozen=True)
    class TierFloorsSet(_rt.Event):
        """From which whole USD on a tier is needed; tier 1 first."""

        SIGNATURE: ClassVar[str] = "TierFloorsSet(uint64[4])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "38c7da134402ba2da67b8adddbac43c0bec4709fe089acddab8295158c42745c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        usdFrom: list[int]

    @dataclass(frozen=True)
    class TransferCharged(_rt.Event):
        """A fee was taken for a message.

        Arguments: `serial` number of the charge in the bridge's line of the fee asset;
        `urgency` level of service that it has bought
        """

        SIGNATURE: ClassVar[str] = (
            "TransferCharged(bytes32,address,address,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "26c09c4778abb8b1f56d9aeecc7884212a86b19577fa99ea8d8691de2ead7ac1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        id: bytes
        feeAsset: _rt.Address
        payer: _rt.Address
        fee: int
        serial: int
        urgency: int

    @dataclass(frozen=True)
    class TransferNotCharged(_rt.Event):
        """A message was sent without a fee.

        Arguments: `reason` selector of the fee structure's error, or of `WorthUnknown`
        """

        SIGNATURE: ClassVar[str] = "TransferNotCharged(bytes32,address,address,bytes4)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b9e5e8c33f0f1ce4ce90e71cb5faeca92bf8dfc531a82ef86cc769809a5bc646"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        id: bytes
        feeAsset: _rt.Address
        payer: _rt.Address
        reason: bytes

    @dataclass(frozen=True)
    class Upgraded(_rt.Event):
        """Emitted when the implementation is upgraded."""

        SIGNATURE: ClassVar[str] = "Upgraded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        implementation: _rt.Address

    @dataclass(frozen=True)
    class VetoLifted(_rt.Event):
        """The veto was lifted."""

        SIGNATURE: ClassVar[str] = "VetoLifted(bytes32,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "da9a8d3148405487fd1421d5346cab455fb82536f51786cf4a076b9b41452946"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        id: bytes
        by: _rt.Address


class UniversalBridgeFunctions(_rt.Functions):
    """Functions of UniversalBridge."""

    def CONFIGURATION(self) -> _rt.Read[_rt.Address]:
        """Extension of everything that is set.

        Solidity: `CONFIGURATION()`, view, selector 0x3de5d0ea
        """
        return self._read("CONFIGURATION()", _rt.Address)

    def RECOVERY(self) -> _rt.Read[_rt.Address]:
        """Extension of waiting messages, allotments, deliveries and escrows.

        Solidity: `RECOVERY()`, view, selector 0x78ed5d81
        """
        return self._read("RECOVERY()", _rt.Address)

    def ROUTES(self) -> _rt.Read[_rt.Address]:
        """Extension of quotes, the choice of a protocol, and the platform's fee.

        Solidity: `ROUTES()`, view, selector 0x99290ed9
        """
        return self._read("ROUTES()", _rt.Address)

    def UPGRADE_INTERFACE_VERSION(self) -> _rt.Read[str]:
        """`UPGRADE_INTERFACE_VERSION`.

        Solidity: `UPGRADE_INTERFACE_VERSION()`, view, selector 0xad3cb1cc
        """
        return self._read("UPGRADE_INTERFACE_VERSION()", str)

    def allowInitializePath(self, origin: _structs.ILayerZeroReceiver_Origin) -> _rt.Read[bool]:
        """Whether a first message of a path may be verified at all.

        Arguments: `origin` The path.

        Returns: `allowed` True for a known peer.

        Solidity: `allowInitializePath((uint32,bytes32,uint64))`, view, selector 0xff7bd03d
        """
        return self._read("allowInitializePath((uint32,bytes32,uint64))", bool, origin)

    def arrivalOf(self, id: bytes) -> _rt.Read[_structs.IBridgeRecovery_ArrivalRecord]:
        """How a message stands that arrived here.

        Solidity: `arrivalOf(bytes32)`, view, selector 0x9eb21264
        """
        return self._read("arrivalOf(bytes32)", _structs.IBridgeRecovery_ArrivalRecord, id)

    def assetFee(self, asset: _rt.Address) -> _rt.Read[tuple[_rt.Address, int, int]]:
        """What sending an asset is charged in; zero where it is not.

        Solidity: `assetFee(address)`, view, selector 0x0fa63fe4
        """
        return self._read("assetFee(address)", tuple[_rt.Address, int, int], asset)

    def assetOf(
        self, asset: _rt.Address
    ) -> _rt.Read[tuple[_structs.IBridgeConfiguration_AssetTerms, int, bool, bool]]:
        """An asset, its own decimals, and whether it is listed and paused.

        Solidity: `assetOf(address)`, view, selector 0x71f96211
        """
        return self._read(
            "assetOf(address)",
            tuple[_structs.IBridgeConfiguration_AssetTerms, int, bool, bool],
            asset,
        )

    def authority(self) -> _rt.Read[_rt.Address]:
        """Returns the current authority.

        Solidity: `authority()`, view, selector 0xbf7e214f
        """
        return self._read("authority()", _rt.Address)

    def ccipReceive(self, message: _structs.ICcipReceiver_IncomingMessage) -> _rt.Write[None]:
        """Take a message; only the router may call.

        Arguments: `message` What arrived.

        Solidity: `ccipReceive((bytes32,uint64,bytes,bytes,(address,uint256)[]))`, nonpayable,
        selector 0x85572ffb
        """
        return self._write(
            "ccipReceive((bytes32,uint64,bytes,bytes,(address,uint256)[]))", type(None), message
        )

    def chainAssetRegistry(self, chainId: int, localAsset: _rt.Address) -> _rt.Read[_rt.Address]:
        """Counterpart of an asset on another chain; zero when there is none.

        Solidity: `chainAssetRegistry(uint256,address)`, view, selector 0x5cc06dd1
        """
        return self._read("chainAssetRegistry(uint256,address)", _rt.Address, chainId, localAsset)

    def claim(self, message: bytes) -> _rt.Write[None]:
        """Tries a parked or waiting message again. Anybody may; it is credited to its recipient
        alone.

        Reverts with `StatusRefuses`, `AttestationsMissing`, `MessageVetoed` and what refuses it
        (`CreditRefused`, the token's errors). A large one whose delay has not run yet is
        delayed from now (`CreditDelayed`).

        Solidity: `claim(bytes)`, nonpayable, selector 0xc63ff8dd
        """
        return self._write("claim(bytes)", type(None), message)

    def collectedFees(self, asset: _rt.Address) -> _rt.Read[int]:
        """Fees of an asset that are collected and not paid out.

        Solidity: `collectedFees(address)`, view, selector 0x1cead9a7
        """
        return self._read("collectedFees(address)", int, asset)

    def configureLayerZero(
        self,
        messageLibrary: _rt.Address,
        parameters: _rt.Sequence[_structs.IBridgeConfiguration_LibraryParameter],
    ) -> _rt.Write[None]:
        """Configures LayerZero's verifiers and executor for this application. Restricted:
        BRIDGE_ADMIN.

        Reverts with `VerifiersTooFew` for verifiers of which one alone would do.

        Solidity: `configureLayerZero(address,(uint32,uint32,bytes)[])`, nonpayable, selector
        0x4bf3afdf
        """
        return self._write(
            "configureLayerZero(address,(uint32,uint32,bytes)[])",
            type(None),
            messageLibrary,
            parameters,
        )

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

    def endpointOf(self, protocol: int) -> _rt.Read[_structs.IBridgeConfiguration_EndpointTerms]:
        """A protocol's contracts on this chain.

        Solidity: `endpointOf(uint8)`, view, selector 0xa3f33444
        """
        return self._read(
            "endpointOf(uint8)", _structs.IBridgeConfiguration_EndpointTerms, protocol
        )

    def escrowOf(self, asset: _rt.Address, chainId: int) -> _rt.Read[int]:
        """Units of an ordinary asset locked for a lane.

        Solidity: `escrowOf(address,uint256)`, view, selector 0x71890991
        """
        return self._read("escrowOf(address,uint256)", int, asset, chainId)

    def execute(
        self, commandId: bytes, sourceChain: str, sourceAddress: str, payload: bytes
    ) -> _rt.Write[None]:
        """Take a call; anybody may bring it, the gateway's approval alone vouches for it.

        Arguments: `commandId` Identifier of the approval.; `payload` What was published.;
        `sourceAddress` Contract that published it, as text.; `sourceChain` Name of the chain
        that it comes from.

        Solidity: `execute(bytes32,string,string,bytes)`, nonpayable, selector 0x49160658
        """
        return self._write(
            "execute(bytes32,string,string,bytes)",
            type(None),
            commandId,
            sourceChain,
            sourceAddress,
            payload,
        )

    def executeFee(
        self, id: bytes, payer: _rt.Address, asset: _rt.Address, units: int, protocols: int
    ) -> _rt.Write[None]:
        """Charges a message that is being sent. The bridge itself alone (`NotTheBridge`).

        Reverts with `FeeAboveLimit`, `FeeNotReceived`, `FeeStructureFailed` and the fee asset's
        errors.

        Arguments: `payer` the sender; `protocols` how many it goes over; `units` in the asset's
        own decimals

        Solidity: `executeFee(bytes32,address,address,uint256,uint256)`, nonpayable, selector
        0xdfdf332e
        """
        return self._write(
            "executeFee(bytes32,address,address,uint256,uint256)",
            type(None),
            id,
            payer,
            asset,
            units,
            protocols,
        )

    def executeOther(
        self, message: bytes, recipient: _rt.Address, voters: int, required: int
    ) -> _rt.Write[None]:
        """Gives a return, an allotment or a delivery its effect. The bridge itself alone
        (`NotTheBridge`).

        As `IUniversalBridge.creditArrival`.

        Solidity: `executeOther(bytes,address,uint256,uint256)`, nonpayable, selector 0xeb229dd8
        """
        return self._write(
            "executeOther(bytes,address,uint256,uint256)",
            type(None),
            message,
            recipient,
            voters,
            required,
        )

    def executeVAAv1(self, multiSigVaa: bytes) -> _rt.Write[None]:
        """Take a message; anybody may bring it, its signatures alone vouch for it.

        Arguments: `multiSigVaa` The VAA with its signatures.

        Solidity: `executeVAAv1(bytes)`, payable, selector 0x53c6f0dc
        """
        return self._write("executeVAAv1(bytes)", type(None), multiSigVaa)

    def explainProtocols_uint256_address_uint256_uint256(
        self, targetChain: int, asset: _rt.Address, units: int, urgency: int
    ) -> _rt.Read[list[_structs.IBridgeRoutes_Candidate]]:
        """Why `getOptimalProtocol` decides as it does for an asset; reverts with `UrgencyUnknown`
        alone.

        Solidity: `explainProtocols(uint256,address,uint256,uint256)`, view, selector 0x2f109478
        """
        return self._read(
            "explainProtocols(uint256,address,uint256,uint256)",
            list[_structs.IBridgeRoutes_Candidate],
            targetChain,
            asset,
            units,
            urgency,
        )

    def explainProtocols_uint256_uint256_uint256(
        self, targetChain: int, amount: int, urgency: int
    ) -> _rt.Read[list[_structs.IBridgeRoutes_Candidate]]:
        """Why `getOptimalProtocol` decides as it does for a value; reverts with `UrgencyUnknown`
        alone.

        Solidity: `explainProtocols(uint256,uint256,uint256)`, view, selector 0x9a06078a
        """
        return self._read(
            "explainProtocols(uint256,uint256,uint256)",
            list[_structs.IBridgeRoutes_Candidate],
            targetChain,
            amount,
            urgency,
        )

    def feeStructure(self) -> _rt.Read[_rt.Address]:
        """The contract that prices and charges; zero while fees are off.

        Solidity: `feeStructure()`, view, selector 0x528d8711
        """
        return self._read("feeStructure()", _rt.Address)

    def fundEscrow(self, asset: _rt.Address, chainId: int, units: int) -> _rt.Write[None]:
        """Gives a lane's escrow units of an ordinary asset, for good. Anybody may.

        Reverts with `AssetUnknown`, `NoEscrow`, `ReceiptNotExact`.

        Solidity: `fundEscrow(address,uint256,uint256)`, nonpayable, selector 0xecac1c81
        """
        return self._write("fundEscrow(address,uint256,uint256)", type(None), asset, chainId, units)

    def getOptimalProtocol_uint256_address_uint256_uint256(
        self, targetChain: int, asset: _rt.Address, units: int, urgency: int
    ) -> _rt.Read[int]:
        """The protocol that should carry units of an asset; limits and the asset's gas count too.

        Reverts as the other does.

        Solidity: `getOptimalProtocol(uint256,address,uint256,uint256)`, view, selector
        0x742146de
        """
        return self._read(
            "getOptimalProtocol(uint256,address,uint256,uint256)",
            int,
            targetChain,
            asset,
            units,
            urgency,
        )

    def getOptimalProtocol_uint256_uint256_uint256(
        self, targetChain: int, amount: int, urgency: int
    ) -> _rt.Read[int]:
        """The protocol that should carry a transfer of a value.

        Reverts with `NoProtocolEligible`, `UrgencyUnknown`.

        Arguments: `amount` USD with 8 decimals; `urgency` 0 to 3, least to most

        Solidity: `getOptimalProtocol(uint256,uint256,uint256)`, view, selector 0x19ab6ef1
        """
        return self._read(
            "getOptimalProtocol(uint256,uint256,uint256)", int, targetChain, amount, urgency
        )

    def getRouter(self) -> _rt.Read[_rt.Address]:
        """The router that alone may bring messages.

        Solidity: `getRouter()`, view, selector 0xb0f479a1
        """
        return self._read("getRouter()", _rt.Address)

    def grantLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Grants a local role; nothing happens when the account holds it already.

        Restricted: AGENT_ADMIN, at least 24 h after it was scheduled.

        Solidity: `grantLocalRole(uint8,address)`, nonpayable, selector 0x8edec932
        """
        return self._write("grantLocalRole(uint8,address)", type(None), role, account)

    def hasArrived(self, id: bytes, protocol: int) -> _rt.Read[bool]:
        """Whether a protocol has brought a message.

        Solidity: `hasArrived(bytes32,uint8)`, view, selector 0xb75161ee
        """
        return self._read("hasArrived(bytes32,uint8)", bool, id, protocol)

    def hasLocalRole(self, role: int, account: _rt.Address) -> _rt.Read[bool]:
        """Whether the account holds the role.

        Solidity: `hasLocalRole(uint8,address)`, view, selector 0x7592929b
        """
        return self._read("hasLocalRole(uint8,address)", bool, role, account)

    def initialize(self, authority_: _rt.Address) -> _rt.Write[None]:
        """Sets the bridge up; once.

        Reverts with `AuthorityWithoutCode`, `InvalidInitialization`.

        Solidity: `initialize(address)`, nonpayable, selector 0xc4d66de8
        """
        return self._write("initialize(address)", type(None), authority_)

    def inputsOf(
        self, chainId: int, protocol: int
    ) -> _rt.Read[
        tuple[
            _structs.IBridgeConfiguration_RouteInputs,
            _structs.IBridgeConfiguration_RouteInputs,
            int,
        ]
    ]:
        """What was attested last, and what counts when that is too old.

        Solidity: `inputsOf(uint256,uint8)`, view, selector 0x07fdf0b6
        """
        return self._read(
            "inputsOf(uint256,uint8)",
            tuple[
                _structs.IBridgeConfiguration_RouteInputs,
                _structs.IBridgeConfiguration_RouteInputs,
                int,
            ],
            chainId,
            protocol,
        )

    def isConsumingScheduledOp(self) -> _rt.Read[bytes]:
        """Returns true only in the context of a delayed restricted call, at the moment that the
        scheduled operation is being consumed. Prevents denial of service for delayed restricted
        calls in the case that the contract performs attacker controlled calls.

        Solidity: `isConsumingScheduledOp()`, view, selector 0x8fb36037
        """
        return self._read("isConsumingScheduledOp()", bytes)

    def laneOf(
        self, chainId: int
    ) -> _rt.Read[tuple[_structs.IBridgeConfiguration_LaneTerms, bool]]:
        """A lane, and whether it is paused.

        Solidity: `laneOf(uint256)`, view, selector 0x642fe427
        """
        return self._read(
            "laneOf(uint256)", tuple[_structs.IBridgeConfiguration_LaneTerms, bool], chainId
        )

    def liftVeto(self, id: bytes) -> _rt.Write[None]:
        """Lifts a veto; what was delayed is parked then.

        Restricted: UNPAUSER, delayed. Reverts with `NotVetoed`.

        Solidity: `liftVeto(bytes32)`, nonpayable, selector 0x84618dc8
        """
        return self._write("liftVeto(bytes32)", type(None), id)

    def limitOf(self, kind: int, asset: _rt.Address, key: int) -> _rt.Read[tuple[int, int, int]]:
        """A limit and what it has left now.

        Solidity: `limitOf(uint8,address,uint256)`, view, selector 0x5dc58af7
        """
        return self._read("limitOf(uint8,address,uint256)", tuple[int, int, int], kind, asset, key)

    def localAssetOf(self, chainId: int, remoteAsset: _rt.Address) -> _rt.Read[_rt.Address]:
        """The asset here whose counterpart on that chain is given; zero when there is none.

        Solidity: `localAssetOf(uint256,address)`, view, selector 0xd2c43b4c
        """
        return self._read("localAssetOf(uint256,address)", _rt.Address, chainId, remoteAsset)

    def localRolesOf(self, account: _rt.Address) -> _rt.Read[int]:
        """All local roles of an account, one bit each.

        Solidity: `localRolesOf(address)`, view, selector 0x303d086c
        """
        return self._read("localRolesOf(address)", int, account)

    def lowerLimit(
        self, kind: int, asset: _rt.Address, key: int, capacity: int, periodMinutes: int
    ) -> _rt.Write[None]:
        """Lowers a limit at once. Restricted: RISK_OFFICER.

        Reverts with `WrongDirection` when capacity or refilling would be more than now.

        Solidity: `lowerLimit(uint8,address,uint256,uint104,uint16)`, nonpayable, selector
        0x281b5bfa
        """
        return self._write(
            "lowerLimit(uint8,address,uint256,uint104,uint16)",
            type(None),
            kind,
            asset,
            key,
            capacity,
            periodMinutes,
        )

    def lowerThresholds(
        self, asset: _rt.Address, attestFrom: int, delayFrom: int
    ) -> _rt.Write[None]:
        """Lowers an asset's two thresholds at once. Restricted: RISK_OFFICER.

        Reverts with `WrongDirection`, `AssetUnknown`.

        Solidity: `lowerThresholds(address,uint96,uint96)`, nonpayable, selector 0x020b058a
        """
        return self._write(
            "lowerThresholds(address,uint96,uint96)", type(None), asset, attestFrom, delayFrom
        )

    def lzReceive(
        self,
        origin: _structs.ILayerZeroReceiver_Origin,
        arg1: bytes,
        message: bytes,
        executor: _rt.Address,
        arg4: bytes,
    ) -> _rt.Write[None]:
        """Take a verified message; only the endpoint may call.

        Arguments: `executor` Who executes it.; `extraData` What the executor adds; nothing
        vouches for it.; `guid` Its identifier.; `message` What was sent.; `origin` Where it
        comes from.

        Solidity: `lzReceive((uint32,bytes32,uint64),bytes32,bytes,address,bytes)`, payable,
        selector 0x13137d65
        """
        return self._write(
            "lzReceive((uint32,bytes32,uint64),bytes32,bytes,address,bytes)",
            type(None),
            origin,
            arg1,
            message,
            executor,
            arg4,
        )

    def moveAllotment(
        self,
        token: _rt.Address,
        limit: int,
        key: int,
        amount: int,
        destinationChainId: int,
        protocol: int,
    ) -> _rt.Write[bytes]:
        """Moves part of a limit's allotment to another chain. Local role AGENT.

        Reverts with the engine's errors and as `IUniversalBridge.send`.

        Arguments: `key` below 2^248

        Solidity: `moveAllotment(address,uint8,uint256,uint128,uint256,uint8)`, payable,
        selector 0xff115bd1
        """
        return self._write(
            "moveAllotment(address,uint8,uint256,uint128,uint256,uint8)",
            bytes,
            token,
            limit,
            key,
            amount,
            destinationChainId,
            protocol,
        )

    def nextNonce(self, arg0: int, arg1: bytes) -> _rt.Read[int]:
        """Number that the next message must have where the order matters, or 0 where it does not.

        Arguments: `sender` Application there.; `srcEid` Endpoint id of the source.

        Returns: `nonce` That number.

        Solidity: `nextNonce(uint32,bytes32)`, pure, selector 0x7d25a05e
        """
        return self._read("nextNonce(uint32,bytes32)", int, arg0, arg1)

    def pauseAsset(self, asset: _rt.Address) -> _rt.Write[None]:
        """Pauses an asset, at once. Restricted: PAUSER.

        Solidity: `pauseAsset(address)`, nonpayable, selector 0x3753b14a
        """
        return self._write("pauseAsset(address)", type(None), asset)

    def pauseGroups(self, groups: int) -> _rt.Write[None]:
        """Pauses every group in the mask at once; groups already paused stay so.

        Restricted: PAUSER.

        Solidity: `pauseGroups(uint64)`, nonpayable, selector 0xce7cd051
        """
        return self._write("pauseGroups(uint64)", type(None), groups)

    def pauseLane(self, chainId: int) -> _rt.Write[None]:
        """Pauses a lane both ways, at once. Restricted: PAUSER.

        Solidity: `pauseLane(uint256)`, nonpayable, selector 0x6642118d
        """
        return self._write("pauseLane(uint256)", type(None), chainId)

    def pausedGroups(self) -> _rt.Read[int]:
        """Mask of all paused groups.

        Solidity: `pausedGroups()`, view, selector 0x0e531221
        """
        return self._read("pausedGroups()", int)

    def payFees(self, asset: _rt.Address, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Sends collected fees.

        Called by the fee structure alone, within `sweep` or `claimRefund`.

        Arguments: `amount` units of the asset; `asset` what the fees were charged in; `to` who
        is to receive them: the fee structure

        Solidity: `payFees(address,address,uint256)`, nonpayable, selector 0xf24c678b
        """
        return self._write("payFees(address,address,uint256)", type(None), asset, to, amount)

    def peerOf(
        self, chainId: int, protocol: int
    ) -> _rt.Read[_structs.IBridgeConfiguration_PeerTerms]:
        """The bridge of another chain, as a protocol knows it.

        Solidity: `peerOf(uint256,uint8)`, view, selector 0x4e882624
        """
        return self._read(
            "peerOf(uint256,uint8)", _structs.IBridgeConfiguration_PeerTerms, chainId, protocol
        )

    def postInputs(
        self, chainId: int, protocol: int, inputs: _structs.IBridgeConfiguration_RouteInputs
    ) -> _rt.Write[None]:
        """Attests inputs of a protocol on a lane. Local role PRICER.

        Reverts with `TermsOutOfRange`.

        Solidity: `postInputs(uint256,uint8,(uint32,uint16,uint16,uint128,uint40))`, nonpayable,
        selector 0x57d30d20
        """
        return self._write(
            "postInputs(uint256,uint8,(uint32,uint16,uint16,uint128,uint40))",
            type(None),
            chainId,
            protocol,
            inputs,
        )

    def previewBridge(
        self, request: _structs.IUniversalBridge_SendRequest, sender: _rt.Address
    ) -> _rt.Read[_structs.IBridgeRoutes_Preview]:
        """Why a transfer would be refused at this end, and what it costs.

        Ask `previewCredit` on the other chain with the message for the reason there.

        Solidity: `previewBridge((address,uint256,address,uint256,uint8),address)`, view,
        selector 0xdd5a9465
        """
        return self._read(
            "previewBridge((address,uint256,address,uint256,uint8),address)",
            _structs.IBridgeRoutes_Preview,
            request,
            sender,
        )

    def previewCredit(self, message: bytes) -> _rt.Read[int]:
        """Why a transfer or return would be parked here now; 0 when it would be credited.

        Rules about the lots' sale to another identity, and the limit of a protocol alone, are
        known only when they run. Reverts with `MessageMalformed`, `NotForThisChain`.

        Solidity: `previewCredit(bytes)`, view, selector 0x36c6ac65
        """
        return self._read("previewCredit(bytes)", int, message)

    def protocolFee(
        self, protocol: int, chainId: int, message: bytes, gasLimit: int
    ) -> _rt.Read[int]:
        """What a protocol's own contracts ask for bytes to a chain.

        Reverts with `ProtocolOff` and the protocol's own errors.

        Arguments: `gasLimit` gas for their arrival

        Solidity: `protocolFee(uint8,uint256,bytes,uint256)`, view, selector 0xe8745886
        """
        return self._read(
            "protocolFee(uint8,uint256,bytes,uint256)", int, protocol, chainId, message, gasLimit
        )

    def proxiableUUID(self) -> _rt.Read[bytes]:
        """Implementation of the ERC-1822 {proxiableUUID} function. This returns the storage slot
        used by the implementation. It is used to validate the implementation's compatibility
        when performing an upgrade. IMPORTANT: A proxy pointing at a proxiable contract should
        not be considered proxiable itself, because this risks bricking a proxy that upgrades to
        it, by delegating to itself until out of gas. Thus it is critical that this function
        revert if invoked through a proxy. This is guaranteed by the `notDelegated` modifier.

        Solidity: `proxiableUUID()`, view, selector 0x52d1902d
        """
        return self._read("proxiableUUID()", bytes)

    def quoteFee(
        self,
        request: _structs.IUniversalBridge_SendRequest,
        sender: _rt.Address,
        protocols: int,
        urgency: int,
        baseFee: int,
    ) -> _rt.Read[tuple[_rt.Address, _structs.IDynamicFeeStructure_FeeBreakdown]]:
        """What `sendPaying` would charge in a block of this time, with every part.

        All zero while fees are off or the asset is not charged. Reverts with `WorthUnknown` and
        as `IDynamicFeeStructure.quote`.

        Arguments: `baseFee` wei; a call outside a block may see zero; `protocols` how many the
        message shall go over; `urgency` level of service, 0 to 3

        Returns: `breakdown` the fee and its parts, units of the fee asset; `feeAsset` what the
        fee is in; zero where none is charged

        Solidity:
        `quoteFee((address,uint256,address,uint256,uint8),address,uint256,uint8,uint256)`, view,
        selector 0x4c7f5b88
        """
        return self._read(
            "quoteFee((address,uint256,address,uint256,uint8),address,uint256,uint8,uint256)",
            tuple[_rt.Address, _structs.IDynamicFeeStructure_FeeBreakdown],
            request,
            sender,
            protocols,
            urgency,
            baseFee,
        )

    def quoteMessage(self, message: bytes, protocol: int) -> _rt.Read[int]:
        """Exactly what a message costs now: of one that was sent here, sending it again; of one
        that arrived here, its return.

        A return is as long as what it returns, and no protocol's price depends on more than
        that.

        Solidity: `quoteMessage(bytes,uint8)`, view, selector 0xfeb87220
        """
        return self._read("quoteMessage(bytes,uint8)", int, message, protocol)

    def quoteSend(
        self, request: _structs.IUniversalBridge_SendRequest, sender: _rt.Address
    ) -> _rt.Read[int]:
        """Exactly what sending would take from `msg.value` for the request's protocol now.

        Reverts with `AssetUnknown`, `DustRefused`, `ProtocolOff` and the protocol's own errors.

        Solidity: `quoteSend((address,uint256,address,uint256,uint8),address)`, view, selector
        0x6aad4bfb
        """
        return self._read(
            "quoteSend((address,uint256,address,uint256,uint8),address)", int, request, sender
        )

    def raiseLimit(
        self, kind: int, asset: _rt.Address, key: int, capacity: int, periodMinutes: int
    ) -> _rt.Write[None]:
        """Sets a limit as high as wanted. Restricted: BRIDGE_ADMIN.

        Reverts with `TermsOutOfRange` for a period of zero, `AssetUnknown`.

        Arguments: `capacity` most at once; `periodMinutes` time in which an empty bucket fills

        Solidity: `raiseLimit(uint8,address,uint256,uint104,uint16)`, nonpayable, selector
        0x3c2db139
        """
        return self._write(
            "raiseLimit(uint8,address,uint256,uint104,uint16)",
            type(None),
            kind,
            asset,
            key,
            capacity,
            periodMinutes,
        )

    def redirect(self, message: bytes, recipient: _rt.Address, reason: int) -> _rt.Write[None]:
        """Credits a parked transfer or return to another wallet, for which the rules run. Local
        role AGENT.

        As `claim`, and `KindRefused`.

        Arguments: `reason` for the record alone

        Solidity: `redirect(bytes,address,uint8)`, nonpayable, selector 0x8835d180
        """
        return self._write("redirect(bytes,address,uint8)", type(None), message, recipient, reason)

    def refundOf(self, account: _rt.Address) -> _rt.Read[int]:
        """What an account can withdraw, in wei.

        Solidity: `refundOf(address)`, view, selector 0x07738ad2
        """
        return self._read("refundOf(address)", int, account)

    def release(self, message: bytes) -> _rt.Write[None]:
        """Credits a large message when its delay is over, or parks it. Anybody may.

        Reverts with `StatusRefuses`, `DelayRunning`, and `GasTooLow` with less gas than the
        credit may need.

        Solidity: `release(bytes)`, nonpayable, selector 0x1347399b
        """
        return self._write("release(bytes)", type(None), message)

    def reportDelivered(self, message: bytes, deliveredAt: int) -> _rt.Write[bool]:
        """Says when a message that bought a service level was delivered. Local role PRICER.

        Reverts with `NoServiceOpen`, `ServiceContradicted` when it came back, `FeesOff`, and
        the fee structure's `DeliveredInFuture`. A fee structure that was replaced since knows
        nothing of it: `kept` is false then.

        Arguments: `deliveredAt` Unix time of the credit on the other chain; `message` its bytes

        Returns: `kept` whether it was in time

        Solidity: `reportDelivered(bytes,uint256)`, nonpayable, selector 0x7ef3dba1
        """
        return self._write("reportDelivered(bytes,uint256)", bool, message, deliveredAt)

    def reportPayment(
        self, terms: _structs.IBridgeRecovery_DeliveryTerms, protocol: int
    ) -> _rt.Write[bytes]:
        """Tells the delivery's chain how a payment here ended. Anybody may, as often as wanted: a
        report of what was decided so before has nothing left to do there.

        Reverts with `PaymentUndecided` unless the settlement manager's payment of that id is
        these terms in every field and was made or given up.

        Solidity:
        `reportPayment((uint256,uint256,address,address,address,uint128,bytes32),uint8)`,
        payable, selector 0x5ccbe460
        """
        return self._write(
            "reportPayment((uint256,uint256,address,address,address,uint128,bytes32),uint8)",
            bytes,
            terms,
            protocol,
        )

    def reportReturned(self, message: bytes) -> _rt.Write[None]:
        """Says of a message that came back that it missed its service level, so that the premium
        can be claimed at once. Anybody may.

        Reverts with `NoServiceOpen`, `ServiceContradicted` unless it came back, `FeesOff` and
        `ServiceStillDue`.

        Arguments: `message` its bytes, as they were sent

        Solidity: `reportReturned(bytes)`, nonpayable, selector 0x3cdd8e23
        """
        return self._write("reportReturned(bytes)", type(None), message)

    def resend(self, message: bytes, protocol: int) -> _rt.Write[None]:
        """Sends a message of this bridge again, over any open protocol, at the caller's cost.
        Anybody may.

        Cures what was lost, and adds attestations. Reverts with `MessageNotSent`,
        `GroupPaused`, `LaneClosed`, `LanePaused`, `ProtocolOff`, `FeeTooLow`.

        Solidity: `resend(bytes,uint8)`, payable, selector 0x2d52a76c
        """
        return self._write("resend(bytes,uint8)", type(None), message, protocol)

    def returnHome(self, message: bytes, protocol: int) -> _rt.Write[bytes]:
        """Sends a parked transfer or allotment home. The recipient or an agent at once, anybody 7
        days after it arrived; a return is never returned.

        Lots and amount stay. Reverts with `StatusRefuses`, `KindRefused`, `ReturnTooEarly` and
        as `resend`.

        Returns: `returnId` the message's that goes home

        Solidity: `returnHome(bytes,uint8)`, payable, selector 0x48617692
        """
        return self._write("returnHome(bytes,uint8)", bytes, message, protocol)

    def revokeLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Revokes a local role at once; nothing happens when the account does not hold it.

        Restricted: RISK_OFFICER.

        Solidity: `revokeLocalRole(uint8,address)`, nonpayable, selector 0x855894db
        """
        return self._write("revokeLocalRole(uint8,address)", type(None), role, account)

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

    def sendOver(
        self, request: _structs.IUniversalBridge_SendRequest, protocols: _rt.Sequence[int]
    ) -> _rt.Write[bytes]:
        """Sends one message over several protocols; one that fails does not block the others as
        long as enough take it. `request.protocol` counts for nothing.

        As `IUniversalBridge.send`, `ProtocolsInvalid`, and `AttestationRequired` when too few
        took it.

        Solidity: `sendOver((address,uint256,address,uint256,uint8),uint8[])`, payable, selector
        0xe79bf4ec
        """
        return self._write(
            "sendOver((address,uint256,address,uint256,uint8),uint8[])", bytes, request, protocols
        )

    def sendPaying(
        self,
        request: _structs.IUniversalBridge_SendRequest,
        protocols: _rt.Sequence[int],
        terms: _structs.IBridgePaidSending_FeeTerms,
    ) -> _rt.Write[bytes]:
        """Sends an asset over one or several protocols, and agrees to its fee.

        As `IBridgeRecovery.sendOver`. Reverts besides with `FeeAboveLimit` when the fee is more
        than `terms.maxFee`, `LevelUnknown`, `FeeNotReceived`, `FeeStructureFailed` and the fee
        asset's own errors.

        Arguments: `protocols` at least one; `request` what to send; its `protocol` counts for
        nothing; `terms` what the caller agrees to, for this message alone

        Returns: `id` the message's

        Solidity: `sendPaying((address,uint256,address,uint256,uint8),uint8[],(uint128,uint8))`,
        payable, selector 0x0955e747
        """
        return self._write(
            "sendPaying((address,uint256,address,uint256,uint8),uint8[],(uint128,uint8))",
            bytes,
            request,
            protocols,
            terms,
        )

    def sentStatus(self, id: bytes) -> _rt.Read[tuple[bool, bool]]:
        """Whether a message was sent here, and whether it came back.

        Solidity: `sentStatus(bytes32)`, view, selector 0xcaf8960f
        """
        return self._read("sentStatus(bytes32)", tuple[bool, bool], id)

    def serviceOf(self, id: bytes) -> _rt.Read[tuple[_rt.Address, int]]:
        """The charge by which a message bought a service level; zero when none is open.

        Solidity: `serviceOf(bytes32)`, view, selector 0xbd56775c
        """
        return self._read("serviceOf(bytes32)", tuple[_rt.Address, int], id)

    def setAsset(
        self, asset: _rt.Address, terms: _structs.IBridgeConfiguration_AssetTerms
    ) -> _rt.Write[None]:
        """Lists an asset or changes it. Restricted: BRIDGE_ADMIN.

        Reverts with `AddressWithoutCode`, `TermsOutOfRange`, `AssetFixed` (regulated, shared
        decimals).

        Solidity: `setAsset(address,(bool,bool,uint8,uint24,uint8,uint96,uint96))`, nonpayable,
        selector 0x5f66ce99
        """
        return self._write(
            "setAsset(address,(bool,bool,uint8,uint24,uint8,uint96,uint96))",
            type(None),
            asset,
            terms,
        )

    def setAssetFee(self, asset: _rt.Address, feeAsset: _rt.Address, price: int) -> _rt.Write[None]:
        """Sets what sending an asset is charged in. Restricted: FEE_ADMIN.

        Reverts with `AssetUnknown` for what is not listed, `AddressWithoutCode`,
        `FeeInSecurity` for what is listed as regulated or names an identity registry,
        `FeePriceInvalid` and `DecimalsTooLarge`.

        Arguments: `feeAsset` ERC-20 with decimals, such as a settlement asset; the asset itself
        where that is no security; zero to charge nothing; `price` of one whole unit of the fee
        asset in USD, 8 decimals; zero where the asset is charged in itself, whose price is the
        one stored with the fee structure (`setPrice`)

        Solidity: `setAssetFee(address,address,uint64)`, nonpayable, selector 0x9749e018
        """
        return self._write(
            "setAssetFee(address,address,uint64)", type(None), asset, feeAsset, price
        )

    def setAuthority(self, newAuthority: _rt.Address) -> _rt.Write[None]:
        """Transfers control to a new authority. The caller must be the current authority.

        Solidity: `setAuthority(address)`, nonpayable, selector 0x7a9e5e4b
        """
        return self._write("setAuthority(address)", type(None), newAuthority)

    def setDefaultInputs(
        self, chainId: int, protocol: int, inputs: _structs.IBridgeConfiguration_RouteInputs
    ) -> _rt.Write[None]:
        """Sets what counts when nothing recent is attested. Restricted: BRIDGE_ADMIN.

        Solidity: `setDefaultInputs(uint256,uint8,(uint32,uint16,uint16,uint128,uint40))`,
        nonpayable, selector 0x26bc7a5c
        """
        return self._write(
            "setDefaultInputs(uint256,uint8,(uint32,uint16,uint16,uint128,uint40))",
            type(None),
            chainId,
            protocol,
            inputs,
        )

    def setEndpoint(
        self, protocol: int, terms: _structs.IBridgeConfiguration_EndpointTerms
    ) -> _rt.Write[None]:
        """Sets a protocol's contracts here. Restricted: BRIDGE_ADMIN.

        Reverts with `AddressWithoutCode`.

        Solidity: `setEndpoint(uint8,(address,address,uint64))`, nonpayable, selector 0x8e080e80
        """
        return self._write(
            "setEndpoint(uint8,(address,address,uint64))", type(None), protocol, terms
        )

    def setFeeStructure(self, feeStructure_: _rt.Address) -> _rt.Write[None]:
        """Replaces the contract that prices and charges; zero switches fees off. Restricted:
        FEE_ADMIN.

        Reverts with `AddressWithoutCode`.

        Solidity: `setFeeStructure(address)`, nonpayable, selector 0x95ef6d1c
        """
        return self._write("setFeeStructure(address)", type(None), feeStructure_)

    def setInputMaxAge(self, maxAge: int) -> _rt.Write[None]:
        """Sets from which age on attested inputs count for nothing. Restricted: BRIDGE_ADMIN.

        Solidity: `setInputMaxAge(uint32)`, nonpayable, selector 0xb0497564
        """
        return self._write("setInputMaxAge(uint32)", type(None), maxAge)

    def setLane(
        self, chainId: int, terms: _structs.IBridgeConfiguration_LaneTerms
    ) -> _rt.Write[None]:
        """Opens, changes or closes a lane. Restricted: BRIDGE_ADMIN.

        Reverts with `TermsOutOfRange`.

        Solidity: `setLane(uint256,(bool,uint8,uint8,uint32))`, nonpayable, selector 0x66bff65a
        """
        return self._write("setLane(uint256,(bool,uint8,uint8,uint32))", type(None), chainId, terms)

    def setLayerZeroLibraries(
        self, eid: int, sendLibrary: _rt.Address, receiveLibrary: _rt.Address
    ) -> _rt.Write[None]:
        """Chooses LayerZero's libraries for a chain. Restricted: BRIDGE_ADMIN.

        Reverts with `VerifiersTooFew` where there is a peer and one verifier alone would do
        with them.

        Solidity: `setLayerZeroLibraries(uint32,address,address)`, nonpayable, selector
        0x50dac512
        """
        return self._write(
            "setLayerZeroLibraries(uint32,address,address)",
            type(None),
            eid,
            sendLibrary,
            receiveLibrary,
        )

    def setPeer(
        self, chainId: int, protocol: int, terms: _structs.IBridgeConfiguration_PeerTerms
    ) -> _rt.Write[None]:
        """Sets the bridge of another chain. Restricted: BRIDGE_ADMIN.

        Over LayerZero the verifiers must have been chosen before, or its defaults be several.
        Reverts with `TermsOutOfRange`, and over LayerZero with `ProtocolOff` and with
        `VerifiersTooFew` where one verifier alone would do, either way.

        Solidity: `setPeer(uint256,uint8,(address,uint64,uint8,string))`, nonpayable, selector
        0x8b76c0cf
        """
        return self._write(
            "setPeer(uint256,uint8,(address,uint64,uint8,string))",
            type(None),
            chainId,
            protocol,
            terms,
        )

    def setRemoteAsset(
        self, chainId: int, asset: _rt.Address, remoteAsset: _rt.Address
    ) -> _rt.Write[None]:
        """Sets an asset's counterpart on another chain. Restricted: BRIDGE_ADMIN.

        Reverts with `AssetUnknown`, `RemoteAssetTaken`.

        Solidity: `setRemoteAsset(uint256,address,address)`, nonpayable, selector 0x8bf664ac
        """
        return self._write(
            "setRemoteAsset(uint256,address,address)", type(None), chainId, asset, remoteAsset
        )

    def setSettlement(self, manager: _rt.Address) -> _rt.Write[None]:
        """Sets the settlement manager. Restricted: BRIDGE_ADMIN.

        Solidity: `setSettlement(address)`, nonpayable, selector 0x8f4e6f37
        """
        return self._write("setSettlement(address)", type(None), manager)

    def setTierFloors(self, usdFrom: _rt.Sequence[int]) -> _rt.Write[None]:
        """Sets from which whole USD on a tier is needed; zero is always. Restricted: BRIDGE_ADMIN.

        Solidity: `setTierFloors(uint64[4])`, nonpayable, selector 0x6b184723
        """
        return self._write("setTierFloors(uint64[4])", type(None), usdFrom)

    def setUsdFeed(self, asset: _rt.Address, feed: _rt.Address, maxAge: int) -> _rt.Write[None]:
        """Sets the feed of an asset's price in USD. Restricted: BRIDGE_ADMIN.

        Solidity: `setUsdFeed(address,address,uint32)`, nonpayable, selector 0x6cdf6be8
        """
        return self._write("setUsdFeed(address,address,uint32)", type(None), asset, feed, maxAge)

    def settlementOf(self) -> _rt.Read[_rt.Address]:
        """The settlement manager for deliveries against payment.

        Solidity: `settlementOf()`, view, selector 0x19e51865
        """
        return self._read("settlementOf()", _rt.Address)

    def supportsInterface(self, interfaceId: bytes) -> _rt.Read[bool]:
        """Returns true if this contract implements the interface defined by `interfaceId`. See the
        corresponding https://eips.ethereum.org/EIPS/eip-165#how-interfaces-are-identified[ERC
        section] to learn more about how these ids are created. This function call must use less
        than 30 000 gas.

        Solidity: `supportsInterface(bytes4)`, pure, selector 0x01ffc9a7
        """
        return self._read("supportsInterface(bytes4)", bool, interfaceId)

    def tierFloors(self) -> _rt.Read[list[int]]:
        """From which whole USD on a tier is needed.

        Solidity: `tierFloors()`, view, selector 0xc3fef2ab
        """
        return self._read("tierFloors()", list[int])

    def unpauseAsset(self, asset: _rt.Address) -> _rt.Write[None]:
        """Unpauses it. Restricted: UNPAUSER.

        Solidity: `unpauseAsset(address)`, nonpayable, selector 0x9abacb41
        """
        return self._write("unpauseAsset(address)", type(None), asset)

    def unpauseGroups(self, groups: int) -> _rt.Write[None]:
        """Unpauses every group in the mask.

        Restricted: UNPAUSER, at least 24 h after it was scheduled.

        Solidity: `unpauseGroups(uint64)`, nonpayable, selector 0xe1822fff
        """
        return self._write("unpauseGroups(uint64)", type(None), groups)

    def unpauseLane(self, chainId: int) -> _rt.Write[None]:
        """Unpauses it. Restricted: UNPAUSER.

        Solidity: `unpauseLane(uint256)`, nonpayable, selector 0x9be64137
        """
        return self._write("unpauseLane(uint256)", type(None), chainId)

    def upgradeToAndCall(self, newImplementation: _rt.Address, data: bytes) -> _rt.Write[None]:
        """Upgrade the implementation of the proxy to `newImplementation`, and subsequently execute
        the function call encoded in `data`. Calls {_authorizeUpgrade}. Emits an {Upgraded}
        event.

        Solidity: `upgradeToAndCall(address,bytes)`, payable, selector 0x4f1ef286
        """
        return self._write("upgradeToAndCall(address,bytes)", type(None), newImplementation, data)

    def usdFeedOf(self, asset: _rt.Address) -> _rt.Read[tuple[_rt.Address, int]]:
        """The feed of an asset's price in USD.

        Solidity: `usdFeedOf(address)`, view, selector 0x66357e86
        """
        return self._read("usdFeedOf(address)", tuple[_rt.Address, int], asset)

    def veto(self, id: bytes, reason: int) -> _rt.Write[None]:
        """Forbids to credit a message that is not finished, arrived or not. At once.

        Restricted: PAUSER. Reverts with `StatusRefuses`.

        Arguments: `reason` for the record alone

        Solidity: `veto(bytes32,uint8)`, nonpayable, selector 0xb204949e
        """
        return self._write("veto(bytes32,uint8)", type(None), id, reason)

    def withdrawRefund(self, to: _rt.Address) -> _rt.Write[int]:
        """Withdraws what the caller paid above fees.

        Reverts with `NothingToWithdraw`, `WithdrawalFailed`.

        Solidity: `withdrawRefund(address)`, nonpayable, selector 0xa16c86f7
        """
        return self._write("withdrawRefund(address)", int, to)


class UniversalBridge(_rt.Contract):
    """See `IUniversalBridge`. This implementation sends, takes what protocols bring and
    credits transfers; what waits, what is set (pauses and local roles too), and which
    protocol to choose are extensions at the same address.
    """

    NAME = "UniversalBridge"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        UniversalBridgeEvents.AssetFeeSet,
        UniversalBridgeEvents.AssetPauseChanged,
        UniversalBridgeEvents.AssetSet,
        UniversalBridgeEvents.AttestationCounted,
        UniversalBridgeEvents.AuthorityUpdated,
        UniversalBridgeEvents.CreditDelayed,
        UniversalBridgeEvents.CreditParked,
        UniversalBridgeEvents.CreditRedirected,
        UniversalBridgeEvents.CreditVetoed,
        UniversalBridgeEvents.DefaultInputsSet,
        UniversalBridgeEvents.EndpointSet,
        UniversalBridgeEvents.EscrowFunded,
        UniversalBridgeEvents.FeeStructureSet,
        UniversalBridgeEvents.FeedSet,
        UniversalBridgeEvents.FeesPaid,
        UniversalBridgeEvents.GroupsPaused,
        UniversalBridgeEvents.GroupsUnpaused,
        UniversalBridgeEvents.Initialized,
        UniversalBridgeEvents.InputMaxAgeSet,
        UniversalBridgeEvents.InputsPosted,
        UniversalBridgeEvents.LanePauseChanged,
        UniversalBridgeEvents.LaneSet,
        UniversalBridgeEvents.LayerZeroConfigured,
        UniversalBridgeEvents.LayerZeroLibrariesSet,
        UniversalBridgeEvents.LimitSet,
        UniversalBridgeEvents.LocalRoleGranted,
        UniversalBridgeEvents.LocalRoleRevoked,
        UniversalBridgeEvents.MessageCredited,
        UniversalBridgeEvents.MessageIgnored,
        UniversalBridgeEvents.MessageResent,
        UniversalBridgeEvents.MessageReturned,
        UniversalBridgeEvents.MessageSent,
        UniversalBridgeEvents.PeerSet,
        UniversalBridgeEvents.ProtocolFailed,
        UniversalBridgeEvents.RefundCredited,
        UniversalBridgeEvents.RefundWithdrawn,
        UniversalBridgeEvents.RemoteAssetSet,
        UniversalBridgeEvents.ServiceReported,
        UniversalBridgeEvents.SettlementManagerSet,
        UniversalBridgeEvents.TierFloorsSet,
        UniversalBridgeEvents.TransferCharged,
        UniversalBridgeEvents.TransferNotCharged,
        UniversalBridgeEvents.Upgraded,
        UniversalBridgeEvents.VetoLifted,
    )
    structs: TypeAlias = UniversalBridgeStructs
    errors: TypeAlias = UniversalBridgeErrors
    events: TypeAlias = UniversalBridgeEvents

    @cached_property
    def functions(self) -> UniversalBridgeFunctions:
        """What the contract can be asked and told."""
        return UniversalBridgeFunctions(self.contract, self.ERRORS)
