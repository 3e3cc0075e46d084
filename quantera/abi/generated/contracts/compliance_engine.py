"""ComplianceEngine and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ComplianceEngineStructs:
    """Structs of ComplianceEngine."""

    Movement: TypeAlias = _structs.IComplianceEngine_Movement
    Attestation: TypeAlias = _structs.IInvestorAttestations_Attestation
    InvestorBatch: TypeAlias = _structs.IInvestorAttestations_InvestorBatch
    AllotmentChange: TypeAlias = _structs.IRuleConfiguration_AllotmentChange
    CountScope: TypeAlias = _structs.IRuleConfiguration_CountScope
    HolderCap: TypeAlias = _structs.IRuleConfiguration_HolderCap
    Hours: TypeAlias = _structs.IRuleConfiguration_Hours
    PackLimit: TypeAlias = _structs.IRuleConfiguration_PackLimit
    RuleSettings: TypeAlias = _structs.IRuleConfiguration_RuleSettings
    Terms: TypeAlias = _structs.ITradeTerms_Terms
    RuleContext: TypeAlias = _structs.RuleContext


class ComplianceEngineErrors:
    """Errors of ComplianceEngine."""

    AccessManagedInvalidAuthority: TypeAlias = _errors.AccessManagedInvalidAuthority
    AccessManagedRequiredDelay: TypeAlias = _errors.AccessManagedRequiredDelay
    AccessManagedUnauthorized: TypeAlias = _errors.AccessManagedUnauthorized
    AddressEmptyCode: TypeAlias = _errors.AddressEmptyCode
    AllotmentInUse: TypeAlias = _errors.AllotmentInUse
    AllotmentOutOfRange: TypeAlias = _errors.AllotmentOutOfRange
    AlreadyAgent: TypeAlias = _errors.AlreadyAgent
    ApprovalPeriodInvalid: TypeAlias = _errors.ApprovalPeriodInvalid
    ApprovalUnknown: TypeAlias = _errors.ApprovalUnknown
    AuthorityWithoutCode: TypeAlias = _errors.AuthorityWithoutCode
    BatchOutOfTime: TypeAlias = _errors.BatchOutOfTime
    BatchReplayed: TypeAlias = _errors.BatchReplayed
    BatchRevoked: TypeAlias = _errors.BatchRevoked
    CheckpointUnorderedInsertion: TypeAlias = _errors.CheckpointUnorderedInsertion
    ClaimTopicAlreadyRequired: TypeAlias = _errors.ClaimTopicAlreadyRequired
    CountInUse: TypeAlias = _errors.CountInUse
    CountIncomplete: TypeAlias = _errors.CountIncomplete
    CountNeeded: TypeAlias = _errors.CountNeeded
    CountRunning: TypeAlias = _errors.CountRunning
    CustodyAmountTooLarge: TypeAlias = _errors.CustodyAmountTooLarge
    CustodyInvestorInvalid: TypeAlias = _errors.CustodyInvestorInvalid
    CustodyShareTooLow: TypeAlias = _errors.CustodyShareTooLow
    ECDSAInvalidSignature: TypeAlias = _errors.ECDSAInvalidSignature
    ECDSAInvalidSignatureLength: TypeAlias = _errors.ECDSAInvalidSignatureLength
    ECDSAInvalidSignatureS: TypeAlias = _errors.ECDSAInvalidSignatureS
    ERC1967InvalidImplementation: TypeAlias = _errors.ERC1967InvalidImplementation
    ERC1967NonPayable: TypeAlias = _errors.ERC1967NonPayable
    ExtensionWithoutCode: TypeAlias = _errors.ExtensionWithoutCode
    FailedCall: TypeAlias = _errors.FailedCall
    GroupPaused: TypeAlias = _errors.GroupPaused
    HoldingsRefused: TypeAlias = _errors.HoldingsRefused
    InvalidInitialization: TypeAlias = _errors.InvalidInitialization
    IssuerAlreadyTrusted: TypeAlias = _errors.IssuerAlreadyTrusted
    IssuerNotTrusted: TypeAlias = _errors.IssuerNotTrusted
    LengthMismatch: TypeAlias = _errors.LengthMismatch
    LimitNotMovable: TypeAlias = _errors.LimitNotMovable
    LimitUnknown: TypeAlias = _errors.LimitUnknown
    LocalRoleForNobody: TypeAlias = _errors.LocalRoleForNobody
    LocalRoleMissing: TypeAlias = _errors.LocalRoleMissing
    LotMalformed: TypeAlias = _errors.LotMalformed
    LotTooLarge: TypeAlias = _errors.LotTooLarge
    LotsNotKept: TypeAlias = _errors.LotsNotKept
    LotsNotMergeable: TypeAlias = _errors.LotsNotMergeable
    LotsNotTheAmount: TypeAlias = _errors.LotsNotTheAmount
    MessageAlreadyReceived: TypeAlias = _errors.MessageAlreadyReceived
    NoClaimTopics: TypeAlias = _errors.NoClaimTopics
    NoCountRunning: TypeAlias = _errors.NoCountRunning
    NotAgent: TypeAlias = _errors.NotAgent
    NotAttester: TypeAlias = _errors.NotAttester
    NotClaimBased: TypeAlias = _errors.NotClaimBased
    NotCustodian: TypeAlias = _errors.NotCustodian
    NotCustodianOrAgent: TypeAlias = _errors.NotCustodianOrAgent
    NotInitializing: TypeAlias = _errors.NotInitializing
    NotLotHolder: TypeAlias = _errors.NotLotHolder
    NotTighter: TypeAlias = _errors.NotTighter_uint8
    NotTokenAgent: TypeAlias = _errors.NotTokenAgent
    NothingToMove: TypeAlias = _errors.NothingToMove
    PacksRemoved: TypeAlias = _errors.PacksRemoved
    ParameterOutOfRange: TypeAlias = _errors.ParameterOutOfRange_uint8_uint256
    PositionTooLarge: TypeAlias = _errors.PositionTooLarge
    PositionTooSmall: TypeAlias = _errors.PositionTooSmall
    PositionsNotKept: TypeAlias = _errors.PositionsNotKept
    RecoveryMismatch: TypeAlias = _errors.RecoveryMismatch
    RegistryAlreadyBound: TypeAlias = _errors.RegistryAlreadyBound
    RegistryIsItsOwn: TypeAlias = _errors.RegistryIsItsOwn
    RegistryNotBound: TypeAlias = _errors.RegistryNotBound
    SignerNotIssuer: TypeAlias = _errors.SignerNotIssuer
    TermsChanged: TypeAlias = _errors.TermsChanged
    TermsInvalid: TypeAlias = _errors.TermsInvalid_uint8_uint24
    TermsNotAllowed: TypeAlias = _errors.TermsNotAllowed
    TokenAlreadyRegistered: TypeAlias = _errors.TokenAlreadyRegistered
    TokenNotPaused: TypeAlias = _errors.TokenNotPaused
    TokenNotRegistered: TypeAlias = _errors.TokenNotRegistered
    TokenWithoutCode: TypeAlias = _errors.TokenWithoutCode
    TooLittleGas: TypeAlias = _errors.TooLittleGas
    TooManyClaimTopics: TypeAlias = _errors.TooManyClaimTopics
    TooManyRegistries: TypeAlias = _errors.TooManyRegistries
    TooManyTrustedIssuers: TypeAlias = _errors.TooManyTrustedIssuers
    TransferRefused: TypeAlias = _errors.TransferRefused
    UUPSUnauthorizedCallContext: TypeAlias = _errors.UUPSUnauthorizedCallContext
    UUPSUnsupportedProxiableUUID: TypeAlias = _errors.UUPSUnsupportedProxiableUUID
    UnequalLengths: TypeAlias = _errors.UnequalLengths
    UnknownPacks: TypeAlias = _errors.UnknownPacks
    UnknownRules: TypeAlias = _errors.UnknownRules
    UpgradeOutsideManager: TypeAlias = _errors.UpgradeOutsideManager
    VolumeFromFuture: TypeAlias = _errors.VolumeFromFuture
    VolumeOutdated: TypeAlias = _errors.VolumeOutdated
    WalletAlreadyRegistered: TypeAlias = _errors.WalletAlreadyRegistered
    WalletNotRegistered: TypeAlias = _errors.WalletNotRegistered
    ZeroRegistryAddress: TypeAlias = _errors.ZeroRegistryAddress


class ComplianceEngineEvents:
    """Events of ComplianceEngine."""

    @dataclass(frozen=True)
    class AgentAdded(_rt.Event):
        """`agent` may act from now on."""

        SIGNATURE: ClassVar[str] = "AgentAdded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f68e73cec97f2d70aa641fb26e87a4383686e2efacb648f2165aeb02ac562ec5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        agent: _rt.Address

    @dataclass(frozen=True)
    class AgentRemoved(_rt.Event):
        """`agent` may no longer act."""

        SIGNATURE: ClassVar[str] = "AgentRemoved(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ed9c8ad8d5a0a66898ea49d2956929c93ae2e8bd50281b2ed897c5d1a6737e0b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        agent: _rt.Address

    @dataclass(frozen=True)
    class AllotmentChanged(_rt.Event):
        """This chain's allotment of a limit is now `allotment`."""

        SIGNATURE: ClassVar[str] = "AllotmentChanged(address,uint8,uint256,uint256,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "40a81fae568400071434ebf45a60f5a0acd4b1d97fdc444d99472e1f2eb51f15"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        token: _rt.Address
        limit: int
        key: int
        allotment: int
        messageId: bytes

    @dataclass(frozen=True)
    class ApprovalRevoked(_rt.Event):
        """An approval was withdrawn before it was used."""

        SIGNATURE: ClassVar[str] = "ApprovalRevoked(address,address,address,uint256,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c6eb7641fa8657461ac95b5da30b04d9aaf1cfb6a932714d07029a9f18db1fe4"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        token: _rt.Address
        from_: _rt.Address
        to: _rt.Address
        amount: int
        by: _rt.Address

    @dataclass(frozen=True)
    class ArrivalAnnounced(_rt.Event):
        """Lots are announced for an arrival."""

        SIGNATURE: ClassVar[str] = "ArrivalAnnounced(address,address,address,uint256,uint256[])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1d93e69d03828432b08d1160ed06c11098a6c744e7b5da367e070f5b72080cf2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        token: _rt.Address
        to: _rt.Address
        identity: _rt.Address
        amount: int
        lots: list[int]

    @dataclass(frozen=True)
    class AttestationSkipped(_rt.Event):
        """A row of a batch could not be applied and was left out: 1 zero wallet or identity, 2
        another identity is registered, 3 bits that are not the issuer's to set, 4 another
        issuer's record.
        """

        SIGNATURE: ClassVar[str] = "AttestationSkipped(address,address,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c48c9d4d7319883826d33f3aea2434eb6a1379574ab96d2a6c1b4bb7335a83b3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        issuer: _rt.Address
        wallet: _rt.Address
        cause: int

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
    class BatchApplied(_rt.Event):
        """A batch was applied."""

        SIGNATURE: ClassVar[str] = "BatchApplied(address,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "16d554638f2ad34e0a254cd16bfb44c108d16f2ece0e3973cb15bf7884b4a6dc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        issuer: _rt.Address
        nonce: int
        written: int
        skipped: int

    @dataclass(frozen=True)
    class ClaimTopicAdded(_rt.Event):
        """A topic is required from now on."""

        SIGNATURE: ClassVar[str] = "ClaimTopicAdded(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "01c928b7f7ade2949e92366aa9454dbef3a416b731cf6ec786ba9595bbd814d6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        claimTopic: int

    @dataclass(frozen=True)
    class ClaimTopicRemoved(_rt.Event):
        """A topic is no longer required."""

        SIGNATURE: ClassVar[str] = "ClaimTopicRemoved(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0b1381093c776453c1bbe54fd68be1b235c65db61d099cb50d194b2991e0eec5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        claimTopic: int

    @dataclass(frozen=True)
    class ClaimTopicsRegistrySet(_rt.Event):
        """The registry of required claim topics was set."""

        SIGNATURE: ClassVar[str] = "ClaimTopicsRegistrySet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7170bf15b246e880b2369cd7c67d057760d8a35149e8c64dde91efa22bcc76d0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        claimTopicsRegistry: _rt.Address

    @dataclass(frozen=True)
    class ClaimTopicsUpdated(_rt.Event):
        """An issuer's topics were replaced."""

        SIGNATURE: ClassVar[str] = "ClaimTopicsUpdated(address,uint256[])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ec753cfc52044f61676f18a11e500093a9f2b1cd5e4942bc476f2b0438159bcf"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        trustedIssuer: _rt.Address
        claimTopics: list[int]

    @dataclass(frozen=True)
    class CountFinished(_rt.Event):
        """The count equals the supply; its positions are in force."""

        SIGNATURE: ClassVar[str] = "CountFinished(address,uint24,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7f84579b21dc4a6e0eb7816a66e15441d20c86cb24a31095f1f54ea67e7871fa"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        token: _rt.Address
        epoch: int
        units: int

    @dataclass(frozen=True)
    class CountStarted(_rt.Event):
        """Holdings are counted anew; every movement is refused until `CountFinished`."""

        SIGNATURE: ClassVar[str] = "CountStarted(address,uint24,(bool,bool,uint8,bool))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a9e2f21ab7ba25455246a9d14bf3c3287e902e52e3b90c86300b3e0aa0f09bc1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        token: _rt.Address
        epoch: int
        scope: _structs.IRuleConfiguration_CountScope

    @dataclass(frozen=True)
    class CountStopped(_rt.Event):
        """Positions are no longer kept."""

        SIGNATURE: ClassVar[str] = "CountStopped(address,uint24)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "41b8ce59debbadc54ba49cf2ad575dfab0ab1dc4613f9a6ce5860ea173ada67d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        token: _rt.Address
        epoch: int

    @dataclass(frozen=True)
    class CountryModified(_rt.Event):
        """A stored country was replaced."""

        SIGNATURE: ClassVar[str] = "CountryModified(address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "20965fcdc6eed7ae398065b40ece4e732ba667992ca819fc54e80e9f2047c4cf"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        country: int

    @dataclass(frozen=True)
    class CountryUpdated(_rt.Event):
        """A wallet's country was replaced."""

        SIGNATURE: ClassVar[str] = "CountryUpdated(address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "04ed3b726495c2dca1ff1215d9ca54e1a4030abb5e82b0f6ce55702416cee853"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        country: int

    @dataclass(frozen=True)
    class CustodyReassigned(_rt.Event):
        """An agent gave units in custody to another investor."""

        SIGNATURE: ClassVar[str] = (
            "CustodyReassigned(address,address,address,address,uint256,uint8,address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "71dc4e87f0e6ec8907792a37d22e7ff0756cd48b72ee749a626274245de1dfa8"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False, False)
        token: _rt.Address
        custodian: _rt.Address
        fromInvestor: _rt.Address
        toInvestor: _rt.Address
        units: int
        reason: int
        by: _rt.Address

    @dataclass(frozen=True)
    class CustodyShareChanged(_rt.Event):
        """A custodian holds `units` for an investor now."""

        SIGNATURE: ClassVar[str] = "CustodyShareChanged(address,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "915f74565447e4de3a5adeb3733ef4f752bad62e1c9b4482a5f2bb41d3035b88"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        custodian: _rt.Address
        investor: _rt.Address
        units: int

    @dataclass(frozen=True)
    class CustodyShareFrozen(_rt.Event):
        """`frozen` units of an investor's share must stay now."""

        SIGNATURE: ClassVar[str] = (
            "CustodyShareFrozen(address,address,address,uint256,uint8,address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fb40a311762d559680509d0b465765264775523f2a9c107b25b04e26d511bb8a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        token: _rt.Address
        custodian: _rt.Address
        investor: _rt.Address
        frozen: int
        reason: int
        by: _rt.Address

    @dataclass(frozen=True)
    class EvidenceWritten(_rt.Event):
        """Dates of an investor's evidence changed; see `InvestorEvidence`."""

        SIGNATURE: ClassVar[str] = "EvidenceWritten(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "da2b75412cea30808bf786af5344ffff1d303602a498b995650fb3bdf706b47e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        identity: _rt.Address
        evidence: int

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
    class HolderRecounted(_rt.Event):
        """The bucket under which an identity counts as a holder changed; zero when it does not
        count.
        """

        SIGNATURE: ClassVar[str] = "HolderRecounted(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f842b9f304678437b64aaa6c9784deb37764252fe380e9b94914ae99dfdf18ae"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        token: _rt.Address
        identity: _rt.Address
        bucket: int

    @dataclass(frozen=True)
    class HoldingsMoved(_rt.Event):
        """A relinked wallet's units now count under its present identity."""

        SIGNATURE: ClassVar[str] = "HoldingsMoved(address,address,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "59bd327d668c7bf994614094b8cba775f554c4ee14bf0a8c8507e41dfe8f428e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        token: _rt.Address
        wallet: _rt.Address
        fromIdentity: _rt.Address
        toIdentity: _rt.Address
        units: int

    @dataclass(frozen=True)
    class IdentityModified(_rt.Event):
        """A stored identity was replaced."""

        SIGNATURE: ClassVar[str] = "IdentityModified(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "556ce885dfcea52155c773f1ed2e58781c51945c13030ab8f793c61f51d1b808"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        oldIdentity: _rt.Address
        newIdentity: _rt.Address

    @dataclass(frozen=True)
    class IdentityRegistered(_rt.Event):
        """A wallet was registered for an identity."""

        SIGNATURE: ClassVar[str] = "IdentityRegistered(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6ae73635c50d24a45af6fbd5e016ac4bed179addbc8bf24e04ff0fcc6d33af19"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        identity: _rt.Address

    @dataclass(frozen=True)
    class IdentityRegistryBound(_rt.Event):
        """A registry may write here from now on."""

        SIGNATURE: ClassVar[str] = "IdentityRegistryBound(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "500c250171aa20e861b680f93502547b9d436eda7d4c537fc360db6e0c6eedfb"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        identityRegistry: _rt.Address

    @dataclass(frozen=True)
    class IdentityRegistryUnbound(_rt.Event):
        """A registry may no longer write here."""

        SIGNATURE: ClassVar[str] = "IdentityRegistryUnbound(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "51f353eb5801583fdf2706e43c045b62fdf6b1566820b349390616363ecf72c9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        identityRegistry: _rt.Address

    @dataclass(frozen=True)
    class IdentityRemoved(_rt.Event):
        """A wallet was removed from the register."""

        SIGNATURE: ClassVar[str] = "IdentityRemoved(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "59d6590e225b81befe259af056324092801080acbb7feab310eb34678871f327"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        identity: _rt.Address

    @dataclass(frozen=True)
    class IdentityStorageSet(_rt.Event):
        """The storage of the register was set."""

        SIGNATURE: ClassVar[str] = "IdentityStorageSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2fa8b95c1db7afe99e3398f3792f008135cedc1fa26b0bb2ecd2352cd166d53c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        identityStorage: _rt.Address

    @dataclass(frozen=True)
    class IdentityStored(_rt.Event):
        """A wallet was stored for an identity."""

        SIGNATURE: ClassVar[str] = "IdentityStored(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0030dea7e9c9afaa2e3c9810f2fc9b5181f1bad74ca5a8db85f746a33585e747"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        identity: _rt.Address

    @dataclass(frozen=True)
    class IdentityUnstored(_rt.Event):
        """A wallet was removed from storage."""

        SIGNATURE: ClassVar[str] = "IdentityUnstored(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ca6a4c3370b859312246e7f086284076e557997e10d856b716c23ab67067790b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        investorAddress: _rt.Address
        identity: _rt.Address

    @dataclass(frozen=True)
    class IdentityUpdated(_rt.Event):
        """A wallet's identity was replaced."""

        SIGNATURE: ClassVar[str] = "IdentityUpdated(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e98082932c8056a0f514da9104e4a66bc2cbaef102ad59d90c4b24220ebf6010"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        oldIdentity: _rt.Address
        newIdentity: _rt.Address

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
    class LotsMoved(_rt.Event):
        """Lots moved. Each word holds a lot that left, and in its bits 156 to 191 the day, source
        and exemption under which it arrived.

        Arguments: `fromIdentity` zero where they came into being or arrived from another chain;
        `toIdentity` zero where they ceased or left for another chain; the same as
        `fromIdentity` where they were merged
        """

        SIGNATURE: ClassVar[str] = "LotsMoved(address,address,address,uint256[])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3edceb287835ea48bcc3303947d8bc2a87a19e56671f4ac6d3c66b94c6860c43"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        fromIdentity: _rt.Address
        toIdentity: _rt.Address
        lots: list[int]

    @dataclass(frozen=True)
    class MajorHoldingCrossed(_rt.Event):
        """A holding on this chain has reached, exceeded or fallen below a threshold of Directive
        2004/109/EC art. 9 (code 86).

        Holdings and supply are this chain's; whoever watches all chains adds them up.

        Arguments: `held` units before; `holds` units after; `supply` units in circulation,
        those that move included
        """

        SIGNATURE: ClassVar[str] = "MajorHoldingCrossed(address,address,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5c027ce2b415c3f24536f62c5f3f3cba77bcf9ff994cf27859fdc586c2e38a50"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False)
        token: _rt.Address
        identity: _rt.Address
        held: int
        holds: int
        supply: int

    @dataclass(frozen=True)
    class PackConfigured(_rt.Event):
        """A pack's parameters are now `words`, as part of version `version`."""

        SIGNATURE: ClassVar[str] = "PackConfigured(address,uint32,uint8,uint256[],address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bcf709cded2ae69d1b13f9101b960001eca5308b2460481b2f4ae42c9f2d1741"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        token: _rt.Address
        version: int
        jurisdiction: int
        words: list[int]
        by: _rt.Address

    @dataclass(frozen=True)
    class PackPersonCounted(_rt.Event):
        """An identity counted under a limit today."""

        SIGNATURE: ClassVar[str] = "PackPersonCounted(address,uint256,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "334c03771fb2fa5c67f16218b95126f2d562b967e6e457266d4c0f306b1e1ae1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        token: _rt.Address
        key: int
        identity: _rt.Address

    @dataclass(frozen=True)
    class PackVolumeCounted(_rt.Event):
        """Money counted under a limit today.

        Arguments: `value` currency of the code's jurisdiction, 8 decimals, rounded up; token
        units for code 48
        """

        SIGNATURE: ClassVar[str] = "PackVolumeCounted(address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8b175de2ba64b3f0332457ae562e2a22f2c43431e658c7d53c3e24f198ddd282"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        token: _rt.Address
        key: int
        value: int

    @dataclass(frozen=True)
    class RecordWritten(_rt.Event):
        """A wallet's record as it now stands, whoever wrote it."""

        SIGNATURE: ClassVar[str] = "RecordWritten(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c8319da83652dddcf35d8f72a2641fcdfdcd9c9797296d7891fa52adca269647"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        wallet: _rt.Address
        record: int

    @dataclass(frozen=True)
    class RuleReported(_rt.Event):
        """A rule found something that somebody has to act on; the movement was allowed.

        Arguments: `code` code of the rule: an event, or a guard that the issuer has not asked
        to refuse; `identity` the investor whom it concerns; `value` what the rule looks at, in
        its unit: identities or token units
        """

        SIGNATURE: ClassVar[str] = "RuleReported(address,address,uint8,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "601a8b11e425e546fa52091ced47f04d755d4988794d2a1edd0d0fd591f67c22"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        identity: _rt.Address
        code: int
        value: int

    @dataclass(frozen=True)
    class RulesConfigured(_rt.Event):
        """The token's rules are now `settings`, as version `version`."""

        SIGNATURE: ClassVar[str] = (
            "RulesConfigured(address,uint32,bool,(uint256,uint8,uint8,bool,uint128,uint128,uint128,uint128,uint88,uint32,uint32,uint32,(uint8,uint24,uint24,int24,uint40,uint40),uint256[4],uint256[4],(uint16,bool,uint32)[],(uint16,bool,uint32)[],(uint256,uint128)[],(uint8,uint256,int128)[]),address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "eccfdc1e504ffc0f62d3a2f8259e896d2f8ae453bff594eea772c6e72a68b072"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False)
        token: _rt.Address
        version: int
        tightenedOnly: bool
        settings: _structs.IRuleConfiguration_RuleSettings
        by: _rt.Address

    @dataclass(frozen=True)
    class SignaturesRevoked(_rt.Event):
        """Signatures of an issuer made before `since` no longer count."""

        SIGNATURE: ClassVar[str] = "SignaturesRevoked(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1dfa870ed83a5d8d14c8011be309ba500ecfd23209e9e866ee41e8b289a92ef9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        issuer: _rt.Address
        since: int

    @dataclass(frozen=True)
    class TermsWritten(_rt.Event):
        """Terms between a token and an investor changed; see `InvestorTerms`."""

        SIGNATURE: ClassVar[str] = "TermsWritten(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8ac2aad32475683201fdcb16ab6a375038a9f1f6af670cd1dd9cb554886eab1f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        token: _rt.Address
        identity: _rt.Address
        terms: int

    @dataclass(frozen=True)
    class TokenRegistered(_rt.Event):
        """A token may ask for decisions from now on."""

        SIGNATURE: ClassVar[str] = "TokenRegistered(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "158412daecdc1456d01568828bcdb18464cc7f1ce0215ddbc3f3cfede9d1e63d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        token: _rt.Address

    @dataclass(frozen=True)
    class TradeTermsSet(_rt.Event):
        """Terms were stated for a movement of this transaction."""

        SIGNATURE: ClassVar[str] = (
            "TradeTermsSet(address,address,address,uint256,(uint128,uint8,uint24,uint8,uint32),address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7935338345a241f77ebf2cf04fbc1fa6af54bab4350d4c1aa2628e3b500a6d71"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        token: _rt.Address
        from_: _rt.Address
        to: _rt.Address
        amount: int
        terms: _structs.ITradeTerms_Terms
        by: _rt.Address

    @dataclass(frozen=True)
    class TransferApproved(_rt.Event):
        """A transfer was approved in advance."""

        SIGNATURE: ClassVar[str] = (
            "TransferApproved(address,address,address,uint256,uint40,uint40,address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d4758cb2a27211f4fbbaf319a31e9835302f0ddab836132bf843293b852ca180"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False, False)
        token: _rt.Address
        from_: _rt.Address
        to: _rt.Address
        amount: int
        validFrom: int
        validUntil: int
        by: _rt.Address

    @dataclass(frozen=True)
    class TransferDecision(_rt.Event):
        """A movement was allowed and recorded.

        Arguments: `fromIdentity` identity under which the sender's units were counted, zero on
        the mint paths; `packed` from the lowest bit: amount 128, rule-set version 32, path 8,
        code 8, packs that ran 8 (one bit per jurisdiction), unused 72; `toIdentity` identity
        under which the recipient's units are counted, zero on the burn paths; `token` the token
        """

        SIGNATURE: ClassVar[str] = "TransferDecision(address,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a20790483d98c7abe89c55f85dde55795d1d9942aeae43260a4501d807e0e2d3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        fromIdentity: _rt.Address
        toIdentity: _rt.Address
        packed: int

    @dataclass(frozen=True)
    class TrustedIssuerAdded(_rt.Event):
        """An issuer counts from now on, for these topics."""

        SIGNATURE: ClassVar[str] = "TrustedIssuerAdded(address,uint256[])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fedc33fd34859594822c0ff6f3f4f9fc279cc6d5cae53068f706a088e4500872"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        trustedIssuer: _rt.Address
        claimTopics: list[int]

    @dataclass(frozen=True)
    class TrustedIssuerRemoved(_rt.Event):
        """An issuer no longer counts."""

        SIGNATURE: ClassVar[str] = "TrustedIssuerRemoved(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2214ded40113cc3fb63fc206cafee88270b0a903dac7245d54efdde30ebb0321"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        trustedIssuer: _rt.Address

    @dataclass(frozen=True)
    class TrustedIssuersRegistrySet(_rt.Event):
        """The registry of trusted issuers was set."""

        SIGNATURE: ClassVar[str] = "TrustedIssuersRegistrySet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1b98cb79e6f73020175fe87333f1b91ad6a881519c0afe30340c2599b2b4bde0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        trustedIssuersRegistry: _rt.Address

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
    class VerificationModeSet(_rt.Event):
        """Whether claims are evaluated at each question (`true`) or once with an expiry."""

        SIGNATURE: ClassVar[str] = "VerificationModeSet(bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5a2be6905303e4729077e822a591aa3fb6f232675c5ddbf65d1d0a8861b022a2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        live: bool

    @dataclass(frozen=True)
    class VerificationRevoked(_rt.Event):
        """A wallet's verification was ended, by an agent or the issuer that attested it, and why:
        the reason that whoever acted gave, 0 for none.
        """

        SIGNATURE: ClassVar[str] = "VerificationRevoked(address,address,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "83470114cfac89814446662db1f02d00c72573d9ca812961fd959205995c7261"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        by: _rt.Address
        wallet: _rt.Address
        reason: int

    @dataclass(frozen=True)
    class WalletCounted(_rt.Event):
        """A wallet's units were counted under an identity."""

        SIGNATURE: ClassVar[str] = "WalletCounted(address,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "136f106046e6f3bef98c745b3db1c87a1ae0d7b5eb475fe40d64738dbd18b729"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        wallet: _rt.Address
        identity: _rt.Address
        units: int

    @dataclass(frozen=True)
    class WalletRecovered(_rt.Event):
        """A wallet's registration moved to a new wallet of the same identity."""

        SIGNATURE: ClassVar[str] = "WalletRecovered(address,address,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "90a8da76bf583d982327fab4dbf0cb35aa7c254764a86256aeb6d11e22f9a7e1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        lostWallet: _rt.Address
        newWallet: _rt.Address
        identity: _rt.Address

    @dataclass(frozen=True)
    class WeeklyVolumePosted(_rt.Event):
        """A token's mean weekly volume was attested."""

        SIGNATURE: ClassVar[str] = "WeeklyVolumePosted(address,uint128,uint40,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3bd9cb78b631aaca82b6847879a51b1cfb948403f80add6a1329aecbecde2ac4"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, True)
        token: _rt.Address
        units: int
        asOf: int
        by: _rt.Address


class ComplianceEngineFunctions(_rt.Functions):
    """Functions of ComplianceEngine."""

    def IDENTITY_REGISTRY(self) -> _rt.Read[_rt.Address]:
        """Extension that keeps identities, trusted issuers and claim topics.

        Solidity: `IDENTITY_REGISTRY()`, view, selector 0x65fad027
        """
        return self._read("IDENTITY_REGISTRY()", _rt.Address)

    def REASON_TEXTS(self) -> _rt.Read[_rt.Address]:
        """The contract that holds the sentences of the reason codes.

        Solidity: `REASON_TEXTS()`, view, selector 0xe2a2f4c5
        """
        return self._read("REASON_TEXTS()", _rt.Address)

    def RULE_CONFIGURATION(self) -> _rt.Read[_rt.Address]:
        """Extension that configures rules (`IRuleConfiguration`).

        Solidity: `RULE_CONFIGURATION()`, view, selector 0x39f709c6
        """
        return self._read("RULE_CONFIGURATION()", _rt.Address)

    def RULE_PACKS(self) -> _rt.Read[_rt.Address]:
        """Extension that runs the jurisdictions' packs and keeps lots.

        Solidity: `RULE_PACKS()`, view, selector 0x7bdcc194
        """
        return self._read("RULE_PACKS()", _rt.Address)

    def UPGRADE_INTERFACE_VERSION(self) -> _rt.Read[str]:
        """`UPGRADE_INTERFACE_VERSION`.

        Solidity: `UPGRADE_INTERFACE_VERSION()`, view, selector 0xad3cb1cc
        """
        return self._read("UPGRADE_INTERFACE_VERSION()", str)

    def addAgent(self, agent: _rt.Address) -> _rt.Write[None]:
        """Makes an account an agent; owner only. Reverts with `AlreadyAgent` or
        `LocalRoleForNobody`.

        Solidity: `addAgent(address)`, nonpayable, selector 0x84e79842
        """
        return self._write("addAgent(address)", type(None), agent)

    def addClaimTopic(self, claimTopic: int) -> _rt.Write[None]:
        """Requires a topic; owner only. Reverts with `TooManyClaimTopics` or
        `ClaimTopicAlreadyRequired`.

        Solidity: `addClaimTopic(uint256)`, nonpayable, selector 0xc7b22551
        """
        return self._write("addClaimTopic(uint256)", type(None), claimTopic)

    def addIdentityToStorage(
        self, userAddress: _rt.Address, identityContract: _rt.Address, country: int
    ) -> _rt.Write[None]:
        """Stores a wallet; agents (bound registries) only. Reverts with `WalletAlreadyRegistered`
        or `ZeroAddress`.

        Solidity: `addIdentityToStorage(address,address,uint16)`, nonpayable, selector
        0xa53410dd
        """
        return self._write(
            "addIdentityToStorage(address,address,uint16)",
            type(None),
            userAddress,
            identityContract,
            country,
        )

    def addTrustedIssuer(
        self, trustedIssuer: _rt.Address, claimTopics: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Trusts an issuer; owner only. Reverts with `ZeroAddress`, `IssuerAlreadyTrusted`,
        `NoClaimTopics`, `TooManyClaimTopics` or `TooManyTrustedIssuers`.

        Solidity: `addTrustedIssuer(address,uint256[])`, nonpayable, selector 0x9f63ea98
        """
        return self._write(
            "addTrustedIssuer(address,uint256[])", type(None), trustedIssuer, claimTopics
        )

    def allotment(self, token: _rt.Address, limit: int, key: int) -> _rt.Read[tuple[int, int, int]]:
        """Global value, allotment and present use of a limit; use is zero where nobody can know
        it.

        Solidity: `allotment(address,uint8,uint256)`, view, selector 0x6474b191
        """
        return self._read(
            "allotment(address,uint8,uint256)", tuple[int, int, int], token, limit, key
        )

    def announceArrival(
        self,
        token: _rt.Address,
        identity: _rt.Address,
        to: _rt.Address,
        amount: int,
        lots: _rt.Sequence[int],
    ) -> _rt.Write[None]:
        """Announces the lots with which the next arrival of exactly that amount comes, in this
        transaction.

        Local role BRIDGE; `ITokenBridging.mintArriving` needs no announcement. An arrival
        without either gets a lot acquired on its day. Lots that arrive for another identity
        than the one that sent are sold to it: the sender's rules run here, with that identity's
        terms.

        Arguments: `identity` identity that sent them on the other chain; `lots` words as
        `lotsLeaving` gave them on the other chain; `to` wallet that receives

        Solidity: `announceArrival(address,address,address,uint256,uint256[])`, nonpayable,
        selector 0x0adf5b81
        """
        return self._write(
            "announceArrival(address,address,address,uint256,uint256[])",
            type(None),
            token,
            identity,
            to,
            amount,
            lots,
        )

    def applyBatch(
        self, batch: _structs.IInvestorAttestations_InvestorBatch, signature: bytes
    ) -> _rt.Write[None]:
        """Applies a batch that a trusted issuer signed; anyone may bring it. A row that cannot be
        applied stops only itself and is logged.

        Reverts with `IssuerNotTrusted`, `BatchOutOfTime`, `BatchReplayed`, `BatchRevoked` or
        `SignerNotIssuer`. A record whose validity lies in the past revokes the wallet's
        verification.

        Solidity: `applyBatch((address,uint256,uint256,uint256,(address,uint256)[]),bytes)`,
        nonpayable, selector 0x2f470409
        """
        return self._write(
            "applyBatch((address,uint256,uint256,uint256,(address,uint256)[]),bytes)",
            type(None),
            batch,
            signature,
        )

    def approvalOf(
        self, token: _rt.Address, from_: _rt.Address, to: _rt.Address, amount: int
    ) -> _rt.Read[tuple[int, int]]:
        """Period of an approval, zeros when there is none.

        Solidity: `approvalOf(address,address,address,uint256)`, view, selector 0x81b34b7e
        """
        return self._read(
            "approvalOf(address,address,address,uint256)", tuple[int, int], token, from_, to, amount
        )

    def approveTransfer(
        self,
        token: _rt.Address,
        from_: _rt.Address,
        to: _rt.Address,
        amount: int,
        validFrom: int,
        validUntil: int,
    ) -> _rt.Write[None]:
        """Approves one transfer of exactly that amount between two wallets; used up by it.

        Agents of the token alone (`NotTokenAgent`). Replaces an earlier approval of the same
        transfer.

        Arguments: `to` zero approves a move to another chain; `validFrom` first second of the
        approval; `validUntil` first second after it

        Solidity: `approveTransfer(address,address,address,uint256,uint40,uint40)`, nonpayable,
        selector 0x987bef79
        """
        return self._write(
            "approveTransfer(address,address,address,uint256,uint40,uint40)",
            type(None),
            token,
            from_,
            to,
            amount,
            validFrom,
            validUntil,
        )

    def authority(self) -> _rt.Read[_rt.Address]:
        """Returns the current authority.

        Solidity: `authority()`, view, selector 0xbf7e214f
        """
        return self._read("authority()", _rt.Address)

    def batchDigest(self, batch: _structs.IInvestorAttestations_InvestorBatch) -> _rt.Read[bytes]:
        """The digest that an issuer signs for a batch.

        Solidity: `batchDigest((address,uint256,uint256,uint256,(address,uint256)[]))`, view,
        selector 0x310ae438
        """
        return self._read(
            "batchDigest((address,uint256,uint256,uint256,(address,uint256)[]))", bytes, batch
        )

    def batchRegisterIdentity(
        self,
        userAddresses: _rt.Sequence[_rt.Address],
        identities: _rt.Sequence[_rt.Address],
        countries: _rt.Sequence[int],
    ) -> _rt.Write[None]:
        """Registers several wallets, all or none; agent only. Reverts with `LengthMismatch`.

        Solidity: `batchRegisterIdentity(address[],address[],uint16[])`, nonpayable, selector
        0x653dc9f1
        """
        return self._write(
            "batchRegisterIdentity(address[],address[],uint16[])",
            type(None),
            userAddresses,
            identities,
            countries,
        )

    def bindIdentityRegistry(self, identityRegistry: _rt.Address) -> _rt.Write[None]:
        """Lets a registry write here; owner only. Reverts with `TooManyRegistries` above 300.

        Solidity: `bindIdentityRegistry(address)`, nonpayable, selector 0x690a49f9
        """
        return self._write("bindIdentityRegistry(address)", type(None), identityRegistry)

    def canReceive(self, token: _rt.Address, wallet: _rt.Address) -> _rt.Read[bool]:
        """Whether the wallet's holder may receive at all: registered, verified, not under a
        sanctions hold.

        Solidity: `canReceive(address,address)`, view, selector 0x7cfd52be
        """
        return self._read("canReceive(address,address)", bool, token, wallet)

    def canSend(self, token: _rt.Address, wallet: _rt.Address) -> _rt.Read[bool]:
        """Whether the wallet's holder may send at all: not under a sanctions hold, verified where
        the token asks.

        Solidity: `canSend(address,address)`, view, selector 0x100e8917
        """
        return self._read("canSend(address,address)", bool, token, wallet)

    def checkPacks(self, given: _structs.RuleContext) -> _rt.Read[int]:
        """The first code that a lot rule or a pack gives, 0 when all pass.

        Solidity:
        `checkPacks((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool))`,
        view, selector 0xca5441df
        """
        return self._read(
            "checkPacks((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool))",
            int,
            given,
        )

    def checkRegional(self, given: _structs.RuleContext) -> _rt.Read[tuple[int, int]]:
        """The first code that one of the packs gives, 0 when all pass.

        Returns: `code` the code; `flags` 1 when a limit still has room globally but not on this
        chain, 2 when `commitRegional` may have something to do, 4 when the transfer's approval
        was needed

        Solidity:
        `checkRegional((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool))`,
        view, selector 0xeabc776e
        """
        return self._read(
            "checkRegional((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool))",
            tuple[int, int],
            given,
        )

    def classHolders(
        self, token: _rt.Address, jurisdiction: int, class_: int
    ) -> _rt.Read[tuple[bool, int, int, int]]:
        """Cap and count of the holders of one class.

        Solidity: `classHolders(address,uint8,uint8)`, view, selector 0x3b360870
        """
        return self._read(
            "classHolders(address,uint8,uint8)",
            tuple[bool, int, int, int],
            token,
            jurisdiction,
            class_,
        )

    def clearTradeTerms(
        self, token: _rt.Address, from_: _rt.Address, to: _rt.Address, amount: int
    ) -> _rt.Write[None]:
        """Withdraws terms that no movement has used.

        As `setTradeTerms`; without effect where there are none.

        Solidity: `clearTradeTerms(address,address,address,uint256)`, nonpayable, selector
        0xd2aa1d7f
        """
        return self._write(
            "clearTradeTerms(address,address,address,uint256)", type(None), token, from_, to, amount
        )

    def commitRegional(self, given: _structs.RuleContext) -> _rt.Write[None]:
        """Records what the packs count and report.

        Solidity:
        `commitRegional((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool))`,
        nonpayable, selector 0x8ec58de5
        """
        return self._write(
            "commitRegional((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool))",
            type(None),
            given,
        )

    def configurePack(
        self, token: _rt.Address, jurisdiction: int, words: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Replaces the parameters of one pack. Version + 1.

        Restricted: COMPLIANCE_ADMIN. The words' layout is the pack's own; at most 16.
        Jurisdiction 5 stands for the token's lots (`LotRules`). Reverts with
        `TokenNotRegistered`, `UnknownPacks`, `ParameterOutOfRange`, and `CountNeeded` when a
        rule of the pack would then refuse for want of a count.

        Solidity: `configurePack(address,uint8,uint256[])`, nonpayable, selector 0x3b485b37
        """
        return self._write(
            "configurePack(address,uint8,uint256[])", type(None), token, jurisdiction, words
        )

    def configureRules(
        self, token: _rt.Address, settings: _structs.IRuleConfiguration_RuleSettings
    ) -> _rt.Write[None]:
        """Replaces a token's rules. Version + 1.

        Restricted: COMPLIANCE_ADMIN, at least 24 h after it was scheduled. An allotment above a
        lowered global value falls to it. Reverts with `TokenNotRegistered`, `UnknownRules`,
        `UnknownPacks`, `ParameterOutOfRange`, `CountNeeded`, `AllotmentOutOfRange`.

        Solidity:
        `configureRules(address,(uint256,uint8,uint8,bool,uint128,uint128,uint128,uint128,uint88,uint32,uint32,uint32,(uint8,uint24,uint24,int24,uint40,uint40),uint256[4],uint256[4],(uint16,bool,uint32)[],(uint16,bool,uint32)[],(uint256,uint128)[],(uint8,uint256,int128)[]))`,
        nonpayable, selector 0x8fc0fd62
        """
        return self._write(
            "configureRules(address,(uint256,uint8,uint8,bool,uint128,uint128,uint128,uint128,uint88,uint32,uint32,uint32,(uint8,uint24,uint24,int24,uint40,uint40),uint256[4],uint256[4],(uint16,bool,uint32)[],(uint16,bool,uint32)[],(uint256,uint128)[],(uint8,uint256,int128)[]))",
            type(None),
            token,
            settings,
        )

    def contains(self, userAddress: _rt.Address) -> _rt.Read[bool]:
        """Whether a wallet is registered, verified or not.

        Solidity: `contains(address)`, view, selector 0x5dbe47e8
        """
        return self._read("contains(address)", bool, userAddress)

    def countStatus(
        self, token: _rt.Address
    ) -> _rt.Read[tuple[_structs.IRuleConfiguration_CountScope, bool, bool, int, int]]:
        """What is counted, whether the count is complete, and its number.

        Solidity: `countStatus(address)`, view, selector 0xb1e7f147
        """
        return self._read(
            "countStatus(address)",
            tuple[_structs.IRuleConfiguration_CountScope, bool, bool, int, int],
            token,
        )

    def countWallets(
        self, token: _rt.Address, wallets: _rt.Sequence[_rt.Address]
    ) -> _rt.Write[None]:
        """Counts wallets; a wallet counted before is passed over. Anybody may call.

        Where lots are kept already, holders are counted by their lots: each investor needs one
        wallet here, though all its units are in custody.

        Solidity: `countWallets(address,address[])`, nonpayable, selector 0x0b567701
        """
        return self._write("countWallets(address,address[])", type(None), token, wallets)

    def countryHolders(
        self, token: _rt.Address, country: int
    ) -> _rt.Read[tuple[bool, int, int, int]]:
        """Cap and count of the holders of one country.

        Solidity: `countryHolders(address,uint16)`, view, selector 0x2930d837
        """
        return self._read(
            "countryHolders(address,uint16)", tuple[bool, int, int, int], token, country
        )

    def deleteIdentity(self, userAddress: _rt.Address) -> _rt.Write[None]:
        """Removes a wallet; agent only. Reverts with `WalletNotRegistered`.

        Solidity: `deleteIdentity(address)`, nonpayable, selector 0xa8d29d1d
        """
        return self._write("deleteIdentity(address)", type(None), userAddress)

    def enterLot(self, token: _rt.Address, identity: _rt.Address, units: int) -> _rt.Write[None]:
        """Opens a lot, acquired today from a source unknown, for units found while holdings are
        counted.

        Lots are keyed by `ComplianceStorage.lotKey`, whose epoch changes when lots are switched
        on anew.

        Solidity: `enterLot(address,address,uint256)`, nonpayable, selector 0x004dc560
        """
        return self._write("enterLot(address,address,uint256)", type(None), token, identity, units)

    def enterRecoveredWallet(
        self, lostWallet: _rt.Address, newWallet: _rt.Address, identity: _rt.Address
    ) -> _rt.Write[None]:
        """Enters the new wallet of a recovery and leaves the lost one registered until
        `recoverWallet`: external compliance modules, which are told of the movement in between,
        ask for the identities of both. Callable by registered tokens alone.

        Reverts as `recoverWallet` does.

        Solidity: `enterRecoveredWallet(address,address,address)`, nonpayable, selector
        0x8762fef7
        """
        return self._write(
            "enterRecoveredWallet(address,address,address)",
            type(None),
            lostWallet,
            newWallet,
            identity,
        )

    def evidenceOf(self, identity_: _rt.Address) -> _rt.Read[int]:
        """Dates of an investor's evidence.

        Solidity: `evidenceOf(address)`, view, selector 0x8449adca
        """
        return self._read("evidenceOf(address)", int, identity_)

    def finishCount(self, token: _rt.Address) -> _rt.Write[None]:
        """Puts the count in force when the wallets' units, and the lots of the investors where
        those count, equal the supply (`CountIncomplete`). Anybody may call.

        Solidity: `finishCount(address)`, nonpayable, selector 0x70a01f6f
        """
        return self._write("finishCount(address)", type(None), token)

    def frozenShareOf(
        self, token: _rt.Address, custodian: _rt.Address, investor: _rt.Address
    ) -> _rt.Read[int]:
        """Units of that share that must stay.

        Solidity: `frozenShareOf(address,address,address)`, view, selector 0x976db4b6
        """
        return self._read("frozenShareOf(address,address,address)", int, token, custodian, investor)

    def getClaimTopics(self) -> _rt.Read[list[int]]:
        """The required topics.

        Solidity: `getClaimTopics()`, view, selector 0xdf09d604
        """
        return self._read("getClaimTopics()", list[int])

    def getTrustedIssuerClaimTopics(self, trustedIssuer: _rt.Address) -> _rt.Read[list[int]]:
        """The topics of an issuer. Reverts with `IssuerNotTrusted`.

        Solidity: `getTrustedIssuerClaimTopics(address)`, view, selector 0xc28fb278
        """
        return self._read("getTrustedIssuerClaimTopics(address)", list[int], trustedIssuer)

    def getTrustedIssuers(self) -> _rt.Read[list[_rt.Address]]:
        """All trusted issuers.

        Solidity: `getTrustedIssuers()`, view, selector 0xd9dd24c5
        """
        return self._read("getTrustedIssuers()", list[_rt.Address])

    def getTrustedIssuersForClaimTopic(self, claimTopic: int) -> _rt.Read[list[_rt.Address]]:
        """The issuers that count for a topic.

        Solidity: `getTrustedIssuersForClaimTopic(uint256)`, view, selector 0x52c111d1
        """
        return self._read("getTrustedIssuersForClaimTopic(uint256)", list[_rt.Address], claimTopic)

    def grantLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Grants a local role; nothing happens when the account holds it already.

        Restricted: AGENT_ADMIN, at least 24 h after it was scheduled.

        Solidity: `grantLocalRole(uint8,address)`, nonpayable, selector 0x8edec932
        """
        return self._write("grantLocalRole(uint8,address)", type(None), role, account)

    def hasClaimTopic(self, issuer: _rt.Address, claimTopic: int) -> _rt.Read[bool]:
        """Whether an issuer counts for a topic.

        Solidity: `hasClaimTopic(address,uint256)`, view, selector 0x34a89987
        """
        return self._read("hasClaimTopic(address,uint256)", bool, issuer, claimTopic)

    def hasLocalRole(self, role: int, account: _rt.Address) -> _rt.Read[bool]:
        """Whether the account holds the role.

        Solidity: `hasLocalRole(uint8,address)`, view, selector 0x7592929b
        """
        return self._read("hasLocalRole(uint8,address)", bool, role, account)

    def holders(self, token: _rt.Address) -> _rt.Read[int]:
        """Holders counted on this chain.

        Solidity: `holders(address)`, view, selector 0x18a5bbdc
        """
        return self._read("holders(address)", int, token)

    def identity(self, userAddress: _rt.Address) -> _rt.Read[_rt.Address]:
        """The identity of a wallet; zero when it is not registered.

        Solidity: `identity(address)`, view, selector 0xf0eb5e54
        """
        return self._read("identity(address)", _rt.Address, userAddress)

    def identityStorage(self) -> _rt.Read[_rt.Address]:
        """Where the register is stored.

        Solidity: `identityStorage()`, view, selector 0xf11abfd8
        """
        return self._read("identityStorage()", _rt.Address)

    def initialize(self, authority: _rt.Address) -> _rt.Write[None]:
        """Sets the engine up.

        Arguments: `authority` the chain's access manager

        Solidity: `initialize(address)`, nonpayable, selector 0xc4d66de8
        """
        return self._write("initialize(address)", type(None), authority)

    def investorCountry(self, userAddress: _rt.Address) -> _rt.Read[int]:
        """The country of a wallet; zero when it is not registered.

        Solidity: `investorCountry(address)`, view, selector 0x7e42683b
        """
        return self._read("investorCountry(address)", int, userAddress)

    def isAgent(self, agent: _rt.Address) -> _rt.Read[bool]:
        """Whether an account is an agent.

        Solidity: `isAgent(address)`, view, selector 0x1ffbb064
        """
        return self._read("isAgent(address)", bool, agent)

    def isAttested(self, wallet: _rt.Address) -> _rt.Read[bool]:
        """Whether a wallet is registered and its stored evidence counts now, whatever the
        registry's mode of verification: what `isVerified` says of a registry that is not live.

        Solidity: `isAttested(address)`, view, selector 0x3c23afba
        """
        return self._read("isAttested(address)", bool, wallet)

    def isConsumingScheduledOp(self) -> _rt.Read[bytes]:
        """Returns true only in the context of a delayed restricted call, at the moment that the
        scheduled operation is being consumed. Prevents denial of service for delayed restricted
        calls in the case that the contract performs attacker controlled calls.

        Solidity: `isConsumingScheduledOp()`, view, selector 0x8fb36037
        """
        return self._read("isConsumingScheduledOp()", bytes)

    def isLive(self) -> _rt.Read[bool]:
        """Whether claims are evaluated at each question.

        Solidity: `isLive()`, view, selector 0xb8f7a665
        """
        return self._read("isLive()", bool)

    def isRegistered(self, token: _rt.Address) -> _rt.Read[bool]:
        """Whether a token may ask for decisions.

        Solidity: `isRegistered(address)`, view, selector 0xc3c5a547
        """
        return self._read("isRegistered(address)", bool, token)

    def isTrustedIssuer(self, issuer: _rt.Address) -> _rt.Read[bool]:
        """Whether an issuer counts.

        Solidity: `isTrustedIssuer(address)`, view, selector 0xef2ed1a4
        """
        return self._read("isTrustedIssuer(address)", bool, issuer)

    def isVerified(self, userAddress: _rt.Address) -> _rt.Read[bool]:
        """Whether a wallet is registered and its evidence counts now, see `IIdentityRegistry`;
        here, too, because every check of new risk elsewhere asks it.

        Solidity: `isVerified(address)`, view, selector 0xb9209e33
        """
        return self._read("isVerified(address)", bool, userAddress)

    def isVerifiedLive(self, identity_: _rt.Address) -> _rt.Read[bool]:
        """Whether the identity carries, for each claim topic, a valid claim of a trusted issuer.

        Calls the identity and its claim issuers with bounded gas; whatever they answer, a fault
        only makes the identity unverified. False for the zero address and for an address
        without code.

        Solidity: `isVerifiedLive(address)`, view, selector 0x78c9e358
        """
        return self._read("isVerifiedLive(address)", bool, identity_)

    def issuersRegistry(self) -> _rt.Read[_rt.Address]:
        """The registry of trusted issuers.

        Solidity: `issuersRegistry()`, view, selector 0xb4f3fcb7
        """
        return self._read("issuersRegistry()", _rt.Address)

    def lastNonce(self, issuer: _rt.Address) -> _rt.Read[int]:
        """The nonce of the last batch that an issuer's signature applied.

        Solidity: `lastNonce(address)`, view, selector 0xc0fd43b4
        """
        return self._read("lastNonce(address)", int, issuer)

    def linkedIdentityRegistries(self) -> _rt.Read[list[_rt.Address]]:
        """All registries that may write here.

        Solidity: `linkedIdentityRegistries()`, view, selector 0xbf9eb959
        """
        return self._read("linkedIdentityRegistries()", list[_rt.Address])

    def localRolesOf(self, account: _rt.Address) -> _rt.Read[int]:
        """All local roles of an account, one bit each.

        Solidity: `localRolesOf(address)`, view, selector 0x303d086c
        """
        return self._read("localRolesOf(address)", int, account)

    def lotsLeaving(
        self, token: _rt.Address, wallet: _rt.Address, amount: int
    ) -> _rt.Read[list[int]]:
        """Lots that a `crosschainBurn` of that amount would take now.

        For who asks beforehand; `ITokenBridging.burnLeaving` says itself which left.

        Arguments: `wallet` wallet of the investor

        Solidity: `lotsLeaving(address,address,uint256)`, view, selector 0xf796c069
        """
        return self._read("lotsLeaving(address,address,uint256)", list[int], token, wallet, amount)

    def lotsOf(self, token: _rt.Address, identity: _rt.Address) -> _rt.Read[list[int]]:
        """An investor's lots, in no order.

        Solidity: `lotsOf(address,address)`, view, selector 0x2090a8fe
        """
        return self._read("lotsOf(address,address)", list[int], token, identity)

    def mergeLots(
        self, token: _rt.Address, identity: _rt.Address, older: int, younger: int
    ) -> _rt.Write[None]:
        """Merges a lot into another of the same source and exemption that is not older.

        Wallets of the investor and agents of the token (`NotLotHolder`). Lots are named by
        their places in `lotsOf`.

        Solidity: `mergeLots(address,address,uint256,uint256)`, nonpayable, selector 0x849634a5
        """
        return self._write(
            "mergeLots(address,address,uint256,uint256)",
            type(None),
            token,
            identity,
            older,
            younger,
        )

    def modifyStoredIdentity(
        self, userAddress: _rt.Address, identityContract: _rt.Address
    ) -> _rt.Write[None]:
        """Replaces an identity; agents only. Reverts with `WalletNotRegistered` or `ZeroAddress`.

        Solidity: `modifyStoredIdentity(address,address)`, nonpayable, selector 0xe805cf86
        """
        return self._write(
            "modifyStoredIdentity(address,address)", type(None), userAddress, identityContract
        )

    def modifyStoredInvestorCountry(
        self, userAddress: _rt.Address, country: int
    ) -> _rt.Write[None]:
        """Replaces a country; agents only. Reverts with `WalletNotRegistered`.

        Solidity: `modifyStoredInvestorCountry(address,uint16)`, nonpayable, selector 0x9f3418d5
        """
        return self._write(
            "modifyStoredInvestorCountry(address,uint16)", type(None), userAddress, country
        )

    def moveHoldings(self, token: _rt.Address, wallet: _rt.Address) -> _rt.Write[None]:
        """Moves a relinked wallet's units, and their lots, to its present identity. Anybody may
        call.

        Solidity: `moveHoldings(address,address)`, nonpayable, selector 0x76900171
        """
        return self._write("moveHoldings(address,address)", type(None), token, wallet)

    def nameBeneficiary(
        self, token: _rt.Address, custodian: _rt.Address, wallet: _rt.Address
    ) -> _rt.Write[None]:
        """Names whose units the custodian moves next, in this transaction; used up by that
        movement.

        The custodian's wallet itself or an agent of the token (`NotCustodianOrAgent`).

        Arguments: `custodian` any wallet of the custodian; `wallet` any wallet of the investor;
        the custodian's own for its own units; zero takes the name back

        Solidity: `nameBeneficiary(address,address,address)`, nonpayable, selector 0xb535071d
        """
        return self._write(
            "nameBeneficiary(address,address,address)", type(None), token, custodian, wallet
        )

    def packParameters(self, token: _rt.Address, jurisdiction: int) -> _rt.Read[list[int]]:
        """Parameters of one pack, 16 words.

        Solidity: `packParameters(address,uint8)`, view, selector 0x9a1b4658
        """
        return self._read("packParameters(address,uint8)", list[int], token, jurisdiction)

    def packUsage(self, token: _rt.Address, key: int) -> _rt.Read[int]:
        """What is used of a pack's limit now, in the unit of that limit.

        Arguments: `key` key in `TokenState.packQuotas`

        Solidity: `packUsage(address,uint256)`, view, selector 0x235aee15
        """
        return self._read("packUsage(address,uint256)", int, token, key)

    def pauseGroups(self, groups: int) -> _rt.Write[None]:
        """Pauses every group in the mask at once; groups already paused stay so.

        Restricted: PAUSER.

        Solidity: `pauseGroups(uint64)`, nonpayable, selector 0xce7cd051
        """
        return self._write("pauseGroups(uint64)", type(None), groups)

    def pausedGroups(self) -> _rt.Read[int]:
        """Mask of all paused groups.

        Solidity: `pausedGroups()`, view, selector 0x0e531221
        """
        return self._read("pausedGroups()", int)

    def positionOf(
        self, token: _rt.Address, identity: _rt.Address
    ) -> _rt.Read[tuple[int, int, int]]:
        """What one identity holds of a token on this chain; zeros while positions are not kept.

        Returns: `balance` units of all its wallets; `volume` units sent in the window;
        `windowEnd` first second after the window

        Solidity: `positionOf(address,address)`, view, selector 0x892f928e
        """
        return self._read("positionOf(address,address)", tuple[int, int, int], token, identity)

    def postWeeklyVolume(self, token: _rt.Address, units: int, asOf: int) -> _rt.Write[None]:
        """Posts the mean weekly volume of the last four calendar weeks, in place of the one
        before; a figure of the same period corrects it.

        Local role PRICER. Reverts with `TokenNotRegistered`, `VolumeFromFuture`,
        `VolumeOutdated`.

        Arguments: `asOf` end of the four weeks, Unix time; the figure's age counts from there;
        `units` token units a week, rounded down

        Solidity: `postWeeklyVolume(address,uint128,uint40)`, nonpayable, selector 0x81a93d22
        """
        return self._write(
            "postWeeklyVolume(address,uint128,uint40)", type(None), token, units, asOf
        )

    def preview(
        self, token: _rt.Address, path: int, movement: _structs.IComplianceEngine_Movement
    ) -> _rt.Read[int]:
        """The code that `settle` would give now, without doing anything.

        Reverts with `TokenNotRegistered` for an unknown token.

        Solidity:
        `preview(address,uint8,(address,address,address,uint256,uint256,uint256,uint256))`,
        view, selector 0xebd04e13
        """
        return self._read(
            "preview(address,uint8,(address,address,address,uint256,uint256,uint256,uint256))",
            int,
            token,
            path,
            movement,
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

    def reasonText(self, code: int) -> _rt.Read[str]:
        """The sentence that belongs to a reason code; empty for codes that the catalogue does not
        know.

        Solidity: `reasonText(uint8)`, view, selector 0x1ac16d1e
        """
        return self._read("reasonText(uint8)", str, code)

    def reassignShare(
        self,
        token: _rt.Address,
        custodian: _rt.Address,
        fromInvestor: _rt.Address,
        toInvestor: _rt.Address,
        units: int,
        reason: int,
    ) -> _rt.Write[None]:
        """Gives units in custody, with their lots, to another investor; frozen or not.

        Agents of the token. The custodian itself stands for units that it has been given
        without a name, such as those found by a count. An investor who had none counts as a
        holder of no country and class until `IRuleConfiguration.recount`. Not while a count
        runs (`IRuleConfiguration.CountRunning`).

        Arguments: `reason` the agent's reason code

        Solidity: `reassignShare(address,address,address,address,uint256,uint8)`, nonpayable,
        selector 0xc70645ee
        """
        return self._write(
            "reassignShare(address,address,address,address,uint256,uint8)",
            type(None),
            token,
            custodian,
            fromInvestor,
            toInvestor,
            units,
            reason,
        )

    def receiveAllotment(
        self, token: _rt.Address, limit: int, key: int, amount: int, messageId: bytes
    ) -> _rt.Write[None]:
        """Adds what another chain gave away.

        Local role BRIDGE. Each message once (`MessageAlreadyReceived`); never above the global
        value.

        Solidity: `receiveAllotment(address,uint8,uint256,uint128,bytes32)`, nonpayable,
        selector 0x9b7646f6
        """
        return self._write(
            "receiveAllotment(address,uint8,uint256,uint128,bytes32)",
            type(None),
            token,
            limit,
            key,
            amount,
            messageId,
        )

    def recordOf(self, wallet: _rt.Address) -> _rt.Read[int]:
        """A wallet's whole record; zero when it is not registered.

        Solidity: `recordOf(address)`, view, selector 0xc06ac6a3
        """
        return self._read("recordOf(address)", int, wallet)

    def recount(self, token: _rt.Address, wallet: _rt.Address) -> _rt.Write[None]:
        """Counts an identity under its wallet's present country, classes and status. Anybody may
        call.

        Solidity: `recount(address,address)`, nonpayable, selector 0x63ebe662
        """
        return self._write("recount(address,address)", type(None), token, wallet)

    def recoverWallet(
        self, lostWallet: _rt.Address, newWallet: _rt.Address, identity: _rt.Address
    ) -> _rt.Write[None]:
        """Moves a lost wallet's record to a new one. Callable by registered tokens alone.

        Keeps working when another token's recovery has moved the record already: then the new
        wallet must carry the identity. Reverts with `RecoveryMismatch` or `TokenNotRegistered`.

        Solidity: `recoverWallet(address,address,address)`, nonpayable, selector 0x18af526c
        """
        return self._write(
            "recoverWallet(address,address,address)", type(None), lostWallet, newWallet, identity
        )

    def refreshVerification(self, wallets: _rt.Sequence[_rt.Address]) -> _rt.Write[None]:
        """Evaluates claims again and stores how long they count; anyone may call.

        Reverts with `WalletNotRegistered`, `NotClaimBased` or `TooLittleGas`.

        Solidity: `refreshVerification(address[])`, nonpayable, selector 0x13cc4f3a
        """
        return self._write("refreshVerification(address[])", type(None), wallets)

    def regionalUsage(self, given: _structs.RuleContext) -> _rt.Read[int]:
        """What is used of a limit of these packs; zero for a key of none.

        Arguments: `given` its token, and in the amount's place the key in
        `TokenState.packQuotas`

        Solidity:
        `regionalUsage((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool))`,
        view, selector 0xe45543c5
        """
        return self._read(
            "regionalUsage((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool))",
            int,
            given,
        )

    def registerIdentity(
        self, userAddress: _rt.Address, identityContract: _rt.Address, country: int
    ) -> _rt.Write[None]:
        """Registers a wallet; agent only. Reverts with `WalletAlreadyRegistered` or `ZeroAddress`.

        Solidity: `registerIdentity(address,address,uint16)`, nonpayable, selector 0x454a03e0
        """
        return self._write(
            "registerIdentity(address,address,uint16)",
            type(None),
            userAddress,
            identityContract,
            country,
        )

    def registerToken(self, token: _rt.Address) -> _rt.Write[None]:
        """Lets a token ask for decisions; once for each token, without any rule switched on.

        Restricted: COMPLIANCE_ADMIN. Reverts with `TokenWithoutCode`, `TokenAlreadyRegistered`.

        Solidity: `registerToken(address)`, nonpayable, selector 0x09824a80
        """
        return self._write("registerToken(address)", type(None), token)

    def removeAgent(self, agent: _rt.Address) -> _rt.Write[None]:
        """Takes the role away; owner only. Reverts with `NotAgent`.

        Solidity: `removeAgent(address)`, nonpayable, selector 0x97a6278e
        """
        return self._write("removeAgent(address)", type(None), agent)

    def removeClaimTopic(self, claimTopic: int) -> _rt.Write[None]:
        """Stops requiring a topic; owner only. Does nothing when it was not required.

        Solidity: `removeClaimTopic(uint256)`, nonpayable, selector 0x08297846
        """
        return self._write("removeClaimTopic(uint256)", type(None), claimTopic)

    def removeIdentityFromStorage(self, userAddress: _rt.Address) -> _rt.Write[None]:
        """Removes a wallet; agents only. Reverts with `WalletNotRegistered`.

        Solidity: `removeIdentityFromStorage(address)`, nonpayable, selector 0xcf191bcd
        """
        return self._write("removeIdentityFromStorage(address)", type(None), userAddress)

    def removeTrustedIssuer(self, trustedIssuer: _rt.Address) -> _rt.Write[None]:
        """Stops trusting an issuer; owner only. Reverts with `ZeroAddress` or `IssuerNotTrusted`.

        Solidity: `removeTrustedIssuer(address)`, nonpayable, selector 0xb93d28eb
        """
        return self._write("removeTrustedIssuer(address)", type(None), trustedIssuer)

    def revokeApproval(
        self, token: _rt.Address, from_: _rt.Address, to: _rt.Address, amount: int
    ) -> _rt.Write[None]:
        """Withdraws an approval; agents of the token alone.

        Solidity: `revokeApproval(address,address,address,uint256)`, nonpayable, selector
        0x1aa9af8c
        """
        return self._write(
            "revokeApproval(address,address,address,uint256)", type(None), token, from_, to, amount
        )

    def revokeLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Revokes a local role at once; nothing happens when the account does not hold it.

        Restricted: RISK_OFFICER.

        Solidity: `revokeLocalRole(uint8,address)`, nonpayable, selector 0x855894db
        """
        return self._write("revokeLocalRole(uint8,address)", type(None), role, account)

    def revokeSignatures(self, issuer: _rt.Address) -> _rt.Write[None]:
        """Makes an issuer's signatures from before now worthless; the issuer itself or an agent.

        Solidity: `revokeSignatures(address)`, nonpayable, selector 0xd24416d1
        """
        return self._write("revokeSignatures(address)", type(None), issuer)

    def revokeVerification(self, wallets: _rt.Sequence[_rt.Address]) -> _rt.Write[None]:
        """Ends wallets' verification at once; agents any, an issuer those it attested. Reverts
        with `NotAttester`.

        Solidity: `revokeVerification(address[])`, nonpayable, selector 0xa44656b4
        """
        return self._write("revokeVerification(address[])", type(None), wallets)

    def revokeVerificationWithReason(
        self, wallets: _rt.Sequence[_rt.Address], reason: int
    ) -> _rt.Write[None]:
        """As `revokeVerification`, with the reason in the log.

        Solidity: `revokeVerificationWithReason(address[],uint8)`, nonpayable, selector
        0x0e66674a
        """
        return self._write(
            "revokeVerificationWithReason(address[],uint8)", type(None), wallets, reason
        )

    def ruleSetVersion(self, token: _rt.Address) -> _rt.Read[int]:
        """Number of the token's rule set.

        Solidity: `ruleSetVersion(address)`, view, selector 0xb042a893
        """
        return self._read("ruleSetVersion(address)", int, token)

    def ruleSettings(
        self, token: _rt.Address
    ) -> _rt.Read[_structs.IRuleConfiguration_RuleSettings]:
        """The rules in force; `countryCaps`, `classCaps`, `packLimits` and `allotments` are empty,
        see the getters.

        Solidity: `ruleSettings(address)`, view, selector 0x5ee0824e
        """
        return self._read("ruleSettings(address)", _structs.IRuleConfiguration_RuleSettings, token)

    def sendAllotment(
        self, token: _rt.Address, limit: int, key: int, amount: int, messageId: bytes
    ) -> _rt.Write[None]:
        """Gives part of this chain's allotment away, to be received on another chain.

        Local role BRIDGE. Reverts with `AllotmentInUse` below what is in use here,
        `LimitNotMovable` for WINDOW_VOLUME and for MAX_BALANCE with key 0, whose use nobody can
        know.

        Arguments: `messageId` the bridge's id of the message that carries it

        Solidity: `sendAllotment(address,uint8,uint256,uint128,bytes32)`, nonpayable, selector
        0xa20af380
        """
        return self._write(
            "sendAllotment(address,uint8,uint256,uint128,bytes32)",
            type(None),
            token,
            limit,
            key,
            amount,
            messageId,
        )

    def setAuthority(self, newAuthority: _rt.Address) -> _rt.Write[None]:
        """Transfers control to a new authority. The caller must be the current authority.

        Solidity: `setAuthority(address)`, nonpayable, selector 0x7a9e5e4b
        """
        return self._write("setAuthority(address)", type(None), newAuthority)

    def setClaimTopicsRegistry(self, newTopicsRegistry: _rt.Address) -> _rt.Write[None]:
        """Replaces the registry of required claim topics; owner only.

        Solidity: `setClaimTopicsRegistry(address)`, nonpayable, selector 0x670af6a9
        """
        return self._write("setClaimTopicsRegistry(address)", type(None), newTopicsRegistry)

    def setFrozenShare(
        self,
        token: _rt.Address,
        custodian: _rt.Address,
        investor: _rt.Address,
        units: int,
        reason: int,
    ) -> _rt.Write[None]:
        """Sets how many units of an investor's share must stay; may exceed the share.

        Agents of the token.

        Arguments: `reason` the agent's reason code

        Solidity: `setFrozenShare(address,address,address,uint256,uint8)`, nonpayable, selector
        0x34690821
        """
        return self._write(
            "setFrozenShare(address,address,address,uint256,uint8)",
            type(None),
            token,
            custodian,
            investor,
            units,
            reason,
        )

    def setIdentityRegistryStorage(self, newStorage: _rt.Address) -> _rt.Write[None]:
        """Replaces the storage; owner only.

        Solidity: `setIdentityRegistryStorage(address)`, nonpayable, selector 0x26d941ae
        """
        return self._write("setIdentityRegistryStorage(address)", type(None), newStorage)

    def setTradeTerms(
        self,
        token: _rt.Address,
        from_: _rt.Address,
        to: _rt.Address,
        amount: int,
        terms: _structs.ITradeTerms_Terms,
    ) -> _rt.Write[None]:
        """States the terms of a movement, in place of earlier ones for the same.

        The registered token for its own movements; local role SETTLEMENT for transfers (`from`
        not zero), whose routes, exemption and offer are not looked at. Reverts with
        `TermsNotAllowed`, `TermsInvalid`.

        Arguments: `amount` token units; `from` wallet that gives, zero for an issue

        Solidity:
        `setTradeTerms(address,address,address,uint256,(uint128,uint8,uint24,uint8,uint32))`,
        nonpayable, selector 0x0abff64d
        """
        return self._write(
            "setTradeTerms(address,address,address,uint256,(uint128,uint8,uint24,uint8,uint32))",
            type(None),
            token,
            from_,
            to,
            amount,
            terms,
        )

    def setTrustedIssuersRegistry(self, newIssuersRegistry: _rt.Address) -> _rt.Write[None]:
        """Replaces the registry of trusted issuers; owner only.

        Solidity: `setTrustedIssuersRegistry(address)`, nonpayable, selector 0xe744d789
        """
        return self._write("setTrustedIssuersRegistry(address)", type(None), newIssuersRegistry)

    def setVerificationMode(self, live: bool) -> _rt.Write[None]:
        """Claims evaluated at each question (ERC-3643's way) or once with an expiry; owner only.

        Solidity: `setVerificationMode(bool)`, nonpayable, selector 0xcad19446
        """
        return self._write("setVerificationMode(bool)", type(None), live)

    def settle(self, path: int, movement: _structs.IComplianceEngine_Movement) -> _rt.Write[int]:
        """Decides a movement of the calling token and, when it is allowed, records it.

        The caller must be a registered token (`TokenNotRegistered`). The token calls before it
        changes balances and must not move anything when the code is not 0.

        Arguments: `movement` the movement; `path` why tokens move

        Returns: `_0` 0 when allowed and recorded; otherwise nothing has changed

        Solidity: `settle(uint8,(address,address,address,uint256,uint256,uint256,uint256))`,
        nonpayable, selector 0x047f4ee9
        """
        return self._write(
            "settle(uint8,(address,address,address,uint256,uint256,uint256,uint256))",
            int,
            path,
            movement,
        )

    def settleArrival(
        self,
        movement: _structs.IComplianceEngine_Movement,
        identity: _rt.Address,
        lots: _rt.Sequence[int],
    ) -> _rt.Write[int]:
        """`settle` of units that arrive from another chain with lots (CROSSCHAIN_MINT).

        Reverts as `settle`, with `ILots.LotsNotKept`, and with `ILots.LotMalformed` and
        `ILots.LotsNotTheAmount` unless the words are lots of exactly the amount. Lots that
        arrive for another identity than the one that sent are sold to it.

        Arguments: `identity` identity that had them on the other chain; `lots` lots as
        `settleDeparture` gave them on the other chain

        Solidity:
        `settleArrival((address,address,address,uint256,uint256,uint256,uint256),address,uint256[])`,
        nonpayable, selector 0x4d2a70d7
        """
        return self._write(
            "settleArrival((address,address,address,uint256,uint256,uint256,uint256),address,uint256[])",
            int,
            movement,
            identity,
            lots,
        )

    def settleBatch(
        self,
        spender: _rt.Address,
        from_: _rt.Address,
        fromBalanceBefore: int,
        recipients: _rt.Sequence[_rt.Address],
        balancesBefore: _rt.Sequence[int],
        amounts: _rt.Sequence[int],
    ) -> _rt.Write[None]:
        """Decides and records several transfers of one sender, in order, all or none.

        As `settle` on the TRANSFER path for each, at less gas. Reverts with the token's own
        `TransferRefused(code, from, to, amount)` for the first that is not allowed, which
        undoes what the token has moved. The arrays have equal length; the caller sees to that,
        a missing entry reverts without reason.

        Arguments: `amounts` units for each; `balancesBefore` units in each recipient's wallet
        before its own transfer; `from` the wallet that gives; `fromBalanceBefore` units in it
        before the first; `recipients` wallets that receive; one may stand more than once;
        `spender` who caused them

        Solidity: `settleBatch(address,address,uint256,address[],uint256[],uint256[])`,
        nonpayable, selector 0xdba49dd3
        """
        return self._write(
            "settleBatch(address,address,uint256,address[],uint256[],uint256[])",
            type(None),
            spender,
            from_,
            fromBalanceBefore,
            recipients,
            balancesBefore,
            amounts,
        )

    def settleCrossing(
        self, given: _structs.RuleContext, identity: _rt.Address, lots: _rt.Sequence[int]
    ) -> _rt.Write[tuple[int, list[int]]]:
        """`settlePacks` on the paths CROSSCHAIN_BURN and CROSSCHAIN_MINT, with the lots that come
        along.

        The answer is put where it costs two words: what stands before the array in memory is
        not read any more.

        Arguments: `identity` identity that had them on the other chain; of an arrival alone;
        `lots` lots that arrive and add up to the amount, where lots are kept; none of units
        that leave

        Returns: `code` as `settlePacks`; `moved` words of `ILots.LotsMoved`, none where no lots
        are kept; without meaning where the code is not 0

        Solidity:
        `settleCrossing((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool),address,uint256[])`,
        nonpayable, selector 0x66092c75
        """
        return self._write(
            "settleCrossing((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool),address,uint256[])",
            tuple[int, list[int]],
            given,
            identity,
            lots,
        )

    def settleDeparture(
        self, movement: _structs.IComplianceEngine_Movement
    ) -> _rt.Write[tuple[int, _rt.Address, list[int]]]:
        """`settle` of units that leave for another chain (CROSSCHAIN_BURN), with what the other
        end needs to know.

        Returns: `code` as `settle`; where it is not 0 there is no identity and there are no
        lots; `identity` identity with which `movement.from` is registered; zero when it is not;
        `lots` lots that left (`ILots`); empty where none are kept

        Solidity: `settleDeparture((address,address,address,uint256,uint256,uint256,uint256))`,
        nonpayable, selector 0x07c7e826
        """
        return self._write(
            "settleDeparture((address,address,address,uint256,uint256,uint256,uint256))",
            tuple[int, _rt.Address, list[int]],
            movement,
        )

    def settlePacks(self, given: _structs.RuleContext) -> _rt.Write[int]:
        """The same decision; when it is 0, moves the lots and records what the packs count.

        Consumes the pre-approval when one of its rules needed it, unless `usesApproval` says
        that the engine does.

        Solidity:
        `settlePacks((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool))`,
        nonpayable, selector 0xc94970b1
        """
        return self._write(
            "settlePacks((address,uint8,uint256,address,address,address,uint256,uint256,uint256,address,address,bool,uint256,uint256,uint256,uint256,uint256,uint256,bool,bool))",
            int,
            given,
        )

    def shareOf(
        self, token: _rt.Address, custodian: _rt.Address, investor: _rt.Address
    ) -> _rt.Read[int]:
        """Units that a custodian holds for an investor.

        Solidity: `shareOf(address,address,address)`, view, selector 0x7098fa97
        """
        return self._read("shareOf(address,address,address)", int, token, custodian, investor)

    def startCount(
        self, token: _rt.Address, scope: _structs.IRuleConfiguration_CountScope
    ) -> _rt.Write[None]:
        """Starts to count a token's holdings anew; at once complete while the supply is zero.

        Restricted: COMPLIANCE_ADMIN. The token must be paused unless its supply is zero
        (`TokenNotPaused`). Volumes of the current windows are forgotten. Reverts with
        `CountInUse` when a rule that runs is not in `scope`, and with `CountRunning` while a
        count runs that keeps the lots there are: that one is finished first.

        Solidity: `startCount(address,(bool,bool,uint8,bool))`, nonpayable, selector 0xc6046705
        """
        return self._write("startCount(address,(bool,bool,uint8,bool))", type(None), token, scope)

    def stopCount(self, token: _rt.Address) -> _rt.Write[None]:
        """Ends the counting, complete or not: positions are no longer kept.

        Restricted: COMPLIANCE_ADMIN. Reverts with `CountNeeded` when a rule that runs needs a
        count.

        Solidity: `stopCount(address)`, nonpayable, selector 0x8ac79971
        """
        return self._write("stopCount(address)", type(None), token)

    def storedIdentity(self, userAddress: _rt.Address) -> _rt.Read[_rt.Address]:
        """The identity of a wallet; zero when there is none.

        Solidity: `storedIdentity(address)`, view, selector 0x7988d3a5
        """
        return self._read("storedIdentity(address)", _rt.Address, userAddress)

    def storedInvestorCountry(self, userAddress: _rt.Address) -> _rt.Read[int]:
        """The country of a wallet; zero when there is none.

        Solidity: `storedInvestorCountry(address)`, view, selector 0x727e13bc
        """
        return self._read("storedInvestorCountry(address)", int, userAddress)

    def termsOf(self, token: _rt.Address, identity_: _rt.Address) -> _rt.Read[int]:
        """Terms between a token and an investor.

        Solidity: `termsOf(address,address)`, view, selector 0x691a5754
        """
        return self._read("termsOf(address,address)", int, token, identity_)

    def tightenRules(
        self, token: _rt.Address, settings: _structs.IRuleConfiguration_RuleSettings
    ) -> _rt.Write[None]:
        """Replaces a token's rules at once where no rule becomes looser. Version + 1.

        Restricted: COMPLIANCE_OFFICER. As `configureRules`, and `NotTighter` with the code of
        the first rule that would allow more: a rule switched off, a limit raised, a country
        added, an hour more, a pack removed.

        Solidity:
        `tightenRules(address,(uint256,uint8,uint8,bool,uint128,uint128,uint128,uint128,uint88,uint32,uint32,uint32,(uint8,uint24,uint24,int24,uint40,uint40),uint256[4],uint256[4],(uint16,bool,uint32)[],(uint16,bool,uint32)[],(uint256,uint128)[],(uint8,uint256,int128)[]))`,
        nonpayable, selector 0xa2f7112c
        """
        return self._write(
            "tightenRules(address,(uint256,uint8,uint8,bool,uint128,uint128,uint128,uint128,uint88,uint32,uint32,uint32,(uint8,uint24,uint24,int24,uint40,uint40),uint256[4],uint256[4],(uint16,bool,uint32)[],(uint16,bool,uint32)[],(uint256,uint128)[],(uint8,uint256,int128)[]))",
            type(None),
            token,
            settings,
        )

    def topicsRegistry(self) -> _rt.Read[_rt.Address]:
        """The registry of required claim topics.

        Solidity: `topicsRegistry()`, view, selector 0x3b3e12f4
        """
        return self._read("topicsRegistry()", _rt.Address)

    def tradeTerms(
        self, token: _rt.Address, from_: _rt.Address, to: _rt.Address, amount: int
    ) -> _rt.Read[tuple[bool, _structs.ITradeTerms_Terms]]:
        """Terms that wait for their movement in this transaction.

        Returns: `pending` false when there are none

        Solidity: `tradeTerms(address,address,address,uint256)`, view, selector 0x77da2853
        """
        return self._read(
            "tradeTerms(address,address,address,uint256)",
            tuple[bool, _structs.ITradeTerms_Terms],
            token,
            from_,
            to,
            amount,
        )

    def unbindIdentityRegistry(self, identityRegistry: _rt.Address) -> _rt.Write[None]:
        """Stops a registry from writing here; owner only. Reverts with `RegistryNotBound`.

        Solidity: `unbindIdentityRegistry(address)`, nonpayable, selector 0x97a012f7
        """
        return self._write("unbindIdentityRegistry(address)", type(None), identityRegistry)

    def unpauseGroups(self, groups: int) -> _rt.Write[None]:
        """Unpauses every group in the mask.

        Restricted: UNPAUSER, at least 24 h after it was scheduled.

        Solidity: `unpauseGroups(uint64)`, nonpayable, selector 0xe1822fff
        """
        return self._write("unpauseGroups(uint64)", type(None), groups)

    def updateCountry(self, userAddress: _rt.Address, country: int) -> _rt.Write[None]:
        """Replaces a wallet's country; agent only. Reverts with `WalletNotRegistered`.

        Solidity: `updateCountry(address,uint16)`, nonpayable, selector 0x3b239a7f
        """
        return self._write("updateCountry(address,uint16)", type(None), userAddress, country)

    def updateIdentity(
        self, userAddress: _rt.Address, identityContract: _rt.Address
    ) -> _rt.Write[None]:
        """Replaces a wallet's identity; agent only. Reverts with `WalletNotRegistered` or
        `ZeroAddress`.

        Solidity: `updateIdentity(address,address)`, nonpayable, selector 0x8e098ca1
        """
        return self._write(
            "updateIdentity(address,address)", type(None), userAddress, identityContract
        )

    def updateIssuerClaimTopics(
        self, trustedIssuer: _rt.Address, claimTopics: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Replaces an issuer's topics; owner only. Reverts as `addTrustedIssuer`, and with
        `IssuerNotTrusted`.

        Solidity: `updateIssuerClaimTopics(address,uint256[])`, nonpayable, selector 0x04bc7e84
        """
        return self._write(
            "updateIssuerClaimTopics(address,uint256[])", type(None), trustedIssuer, claimTopics
        )

    def upgradeToAndCall(self, newImplementation: _rt.Address, data: bytes) -> _rt.Write[None]:
        """Upgrade the implementation of the proxy to `newImplementation`, and subsequently execute
        the function call encoded in `data`. Calls {_authorizeUpgrade}. Emits an {Upgraded}
        event.

        Solidity: `upgradeToAndCall(address,bytes)`, payable, selector 0x4f1ef286
        """
        return self._write("upgradeToAndCall(address,bytes)", type(None), newImplementation, data)

    def weeklyVolume(self, token: _rt.Address) -> _rt.Read[tuple[int, int]]:
        """The figure posted last, whatever its age.

        Returns: `asOf` end of its four weeks, Unix time; zero when none was posted; `units`
        token units a week

        Solidity: `weeklyVolume(address)`, view, selector 0xc82750f1
        """
        return self._read("weeklyVolume(address)", tuple[int, int], token)

    def writeEvidence(self, identity_: _rt.Address, evidence: int) -> _rt.Write[None]:
        """Sets the dates of an investor's evidence; agent only. See `InvestorEvidence`.

        Solidity: `writeEvidence(address,uint256)`, nonpayable, selector 0xcd29f509
        """
        return self._write("writeEvidence(address,uint256)", type(None), identity_, evidence)

    def writeRecords(
        self, attestations: _rt.Sequence[_structs.IInvestorAttestations_Attestation]
    ) -> _rt.Write[None]:
        """Writes records as they are; agent only. The attester index and the link flag are kept by
        the registry.

        Solidity: `writeRecords((address,uint256)[])`, nonpayable, selector 0xed5c9fed
        """
        return self._write("writeRecords((address,uint256)[])", type(None), attestations)

    def writeTerms(
        self, token: _rt.Address, identity_: _rt.Address, previous: int, terms: int
    ) -> _rt.Write[None]:
        """Sets the terms between a token and an investor, if they still are `previous`; agent
        only. See `InvestorTerms`.

        Purchases change the word too: without the comparison a word read before one would give
        the headroom back that it used. Reverts with `TermsChanged`.

        Solidity: `writeTerms(address,address,uint256,uint256)`, nonpayable, selector 0x3f2321b3
        """
        return self._write(
            "writeTerms(address,address,uint256,uint256)",
            type(None),
            token,
            identity_,
            previous,
            terms,
        )


class ComplianceEngine(_rt.Contract):
    """See `IComplianceEngine`. This implementation decides and records; configuration,
    identities, and the packs with their lots are extensions at the same address.
    """

    NAME = "ComplianceEngine"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ComplianceEngineEvents.AgentAdded,
        ComplianceEngineEvents.AgentRemoved,
        ComplianceEngineEvents.AllotmentChanged,
        ComplianceEngineEvents.ApprovalRevoked,
        ComplianceEngineEvents.ArrivalAnnounced,
        ComplianceEngineEvents.AttestationSkipped,
        ComplianceEngineEvents.AuthorityUpdated,
        ComplianceEngineEvents.BatchApplied,
        ComplianceEngineEvents.ClaimTopicAdded,
        ComplianceEngineEvents.ClaimTopicRemoved,
        ComplianceEngineEvents.ClaimTopicsRegistrySet,
        ComplianceEngineEvents.ClaimTopicsUpdated,
        ComplianceEngineEvents.CountFinished,
        ComplianceEngineEvents.CountStarted,
        ComplianceEngineEvents.CountStopped,
        ComplianceEngineEvents.CountryModified,
        ComplianceEngineEvents.CountryUpdated,
        ComplianceEngineEvents.CustodyReassigned,
        ComplianceEngineEvents.CustodyShareChanged,
        ComplianceEngineEvents.CustodyShareFrozen,
        ComplianceEngineEvents.EvidenceWritten,
        ComplianceEngineEvents.GroupsPaused,
        ComplianceEngineEvents.GroupsUnpaused,
        ComplianceEngineEvents.HolderRecounted,
        ComplianceEngineEvents.HoldingsMoved,
        ComplianceEngineEvents.IdentityModified,
        ComplianceEngineEvents.IdentityRegistered,
        ComplianceEngineEvents.IdentityRegistryBound,
        ComplianceEngineEvents.IdentityRegistryUnbound,
        ComplianceEngineEvents.IdentityRemoved,
        ComplianceEngineEvents.IdentityStorageSet,
        ComplianceEngineEvents.IdentityStored,
        ComplianceEngineEvents.IdentityUnstored,
        ComplianceEngineEvents.IdentityUpdated,
        ComplianceEngineEvents.Initialized,
        ComplianceEngineEvents.LocalRoleGranted,
        ComplianceEngineEvents.LocalRoleRevoked,
        ComplianceEngineEvents.LotsMoved,
        ComplianceEngineEvents.MajorHoldingCrossed,
        ComplianceEngineEvents.PackConfigured,
        ComplianceEngineEvents.PackPersonCounted,
        ComplianceEngineEvents.PackVolumeCounted,
        ComplianceEngineEvents.RecordWritten,
        ComplianceEngineEvents.RuleReported,
        ComplianceEngineEvents.RulesConfigured,
        ComplianceEngineEvents.SignaturesRevoked,
        ComplianceEngineEvents.TermsWritten,
        ComplianceEngineEvents.TokenRegistered,
        ComplianceEngineEvents.TradeTermsSet,
        ComplianceEngineEvents.TransferApproved,
        ComplianceEngineEvents.TransferDecision,
        ComplianceEngineEvents.TrustedIssuerAdded,
        ComplianceEngineEvents.TrustedIssuerRemoved,
        ComplianceEngineEvents.TrustedIssuersRegistrySet,
        ComplianceEngineEvents.Upgraded,
        ComplianceEngineEvents.VerificationModeSet,
        ComplianceEngineEvents.VerificationRevoked,
        ComplianceEngineEvents.WalletCounted,
        ComplianceEngineEvents.WalletRecovered,
        ComplianceEngineEvents.WeeklyVolumePosted,
    )
    structs: TypeAlias = ComplianceEngineStructs
    errors: TypeAlias = ComplianceEngineErrors
    events: TypeAlias = ComplianceEngineEvents

    @cached_property
    def functions(self) -> ComplianceEngineFunctions:
        """What the contract can be asked and told."""
        return ComplianceEngineFunctions(self.contract, self.ERRORS)
