"""SettlementAssetManager and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class SettlementAssetManagerStructs:
    """Structs of SettlementAssetManager."""

    SettlementAsset: TypeAlias = _structs.ISettlementAssetManager_SettlementAsset
    Lock: TypeAlias = _structs.ISettlementCrossChain_Lock
    Hold: TypeAlias = _structs.ISettlementHolds_Hold
    Side: TypeAlias = _structs.ISettlementInstructions_Side
    Terms: TypeAlias = _structs.ISettlementInstructions_Terms
    NetBatch: TypeAlias = _structs.ISettlementNetting_NetBatch
    Part: TypeAlias = _structs.ISettlementNetting_Part
    PaymentList: TypeAlias = _structs.ISettlementNetting_PaymentList
    QueuedPayment: TypeAlias = _structs.ISettlementQueue_QueuedPayment
    AssetTerms: TypeAlias = _structs.ISettlementRegistry_AssetTerms
    BaselProfile: TypeAlias = _structs.ISettlementRegistry_BaselProfile
    Candidate: TypeAlias = _structs.ISettlementSelection_Candidate


class SettlementAssetManagerErrors:
    """Errors of SettlementAssetManager."""

    AccessManagedInvalidAuthority: TypeAlias = _errors.AccessManagedInvalidAuthority
    AccessManagedRequiredDelay: TypeAlias = _errors.AccessManagedRequiredDelay
    AccessManagedUnauthorized: TypeAlias = _errors.AccessManagedUnauthorized
    AddressEmptyCode: TypeAlias = _errors.AddressEmptyCode
    AddressWithoutCode: TypeAlias = _errors.AddressWithoutCode
    AmountNotExact: TypeAlias = _errors.AmountNotExact
    AssetAlreadyListed: TypeAlias = _errors.AssetAlreadyListed
    AssetNotListed: TypeAlias = _errors.AssetNotListed
    AuthorityWithoutCode: TypeAlias = _errors.AuthorityWithoutCode
    BatchInvalid: TypeAlias = _errors.BatchInvalid
    CurrencyUnknown: TypeAlias = _errors.CurrencyUnknown
    CutOffPassed: TypeAlias = _errors.CutOffPassed
    DailyCapExceeded: TypeAlias = _errors.DailyCapExceeded
    ERC1967InvalidImplementation: TypeAlias = _errors.ERC1967InvalidImplementation
    ERC1967NonPayable: TypeAlias = _errors.ERC1967NonPayable
    FailedCall: TypeAlias = _errors.FailedCall
    FeeAboveLimit: TypeAlias = _errors.FeeAboveLimit
    FeeStructureFailed: TypeAlias = _errors.FeeStructureFailed
    FeedUnusable: TypeAlias = _errors.FeedUnusable
    FeesNotCollected: TypeAlias = _errors.FeesNotCollected
    FinalityNotAfter: TypeAlias = _errors.FinalityNotAfter
    Group2LimitExceeded: TypeAlias = _errors.Group2LimitExceeded
    GroupPaused: TypeAlias = _errors.GroupPaused
    HoldAmount: TypeAlias = _errors.HoldAmount
    HoldExists: TypeAlias = _errors.HoldExists
    HoldExpired: TypeAlias = _errors.HoldExpired
    HoldInvalid: TypeAlias = _errors.HoldInvalid
    HoldNotOpen: TypeAlias = _errors.HoldNotOpen
    HoldNotYours: TypeAlias = _errors.HoldNotYours
    HoldUnfit: TypeAlias = _errors.HoldUnfit
    InstitutionNotAttested: TypeAlias = _errors.InstitutionNotAttested
    InvalidInitialization: TypeAlias = _errors.InvalidInitialization
    KeyUnknown: TypeAlias = _errors.KeyUnknown
    LegalClaimMissing: TypeAlias = _errors.LegalClaimMissing
    ListExpired: TypeAlias = _errors.ListExpired
    LocalRoleForNobody: TypeAlias = _errors.LocalRoleForNobody
    LocalRoleMissing: TypeAlias = _errors.LocalRoleMissing
    LockMismatch: TypeAlias = _errors.LockMismatch
    LockRefuses: TypeAlias = _errors.LockRefuses
    NoEligibleAsset: TypeAlias = _errors.NoEligibleAsset
    NonceUsed: TypeAlias = _errors.NonceUsed
    NotInitializing: TypeAlias = _errors.NotInitializing
    NotTheFeeStructure: TypeAlias = _errors.NotTheFeeStructure
    NotTheOperator: TypeAlias = _errors.NotTheOperator
    NotTheParty: TypeAlias = _errors.NotTheParty
    NotThePayer: TypeAlias = _errors.NotThePayer
    NotYetDue: TypeAlias = _errors.NotYetDue
    OrderBroken: TypeAlias = _errors.OrderBroken
    Overdrawn: TypeAlias = _errors.Overdrawn
    PartRefused: TypeAlias = _errors.PartRefused
    ParticipantNotAdmitted: TypeAlias = _errors.ParticipantNotAdmitted
    PaymentAffordable: TypeAlias = _errors.PaymentAffordable
    PaymentAssetRefused: TypeAlias = _errors.PaymentAssetRefused
    PaymentInvalid: TypeAlias = _errors.PaymentInvalid
    PaymentNotQueued: TypeAlias = _errors.PaymentNotQueued
    PaymentReplayed: TypeAlias = _errors.PaymentReplayed
    RateOutOfBand: TypeAlias = _errors.RateOutOfBand
    ReentrancyGuardReentrantCall: TypeAlias = _errors.ReentrancyGuardReentrantCall
    SafeERC20FailedOperation: TypeAlias = _errors.SafeERC20FailedOperation
    SignatureInvalid: TypeAlias = _errors.SignatureInvalid
    StatusRefuses: TypeAlias = _errors.StatusRefuses
    TermsInvalid: TypeAlias = _errors.TermsInvalid_string
    TokenRefused: TypeAlias = _errors.TokenRefused
    TooMany: TypeAlias = _errors.TooMany
    TradeInvalid: TypeAlias = _errors.TradeInvalid
    TradesInvalid: TypeAlias = _errors.TradesInvalid
    UUPSUnauthorizedCallContext: TypeAlias = _errors.UUPSUnauthorizedCallContext
    UUPSUnsupportedProxiableUUID: TypeAlias = _errors.UUPSUnsupportedProxiableUUID
    UpgradeOutsideManager: TypeAlias = _errors.UpgradeOutsideManager


class SettlementAssetManagerEvents:
    """Events of SettlementAssetManager."""

    @dataclass(frozen=True)
    class AssetListed(_rt.Event):
        """An asset was admitted, or its terms replaced."""

        SIGNATURE: ClassVar[str] = (
            "AssetListed(address,(uint8,uint8,uint8,uint16,uint8,address,uint24,uint16,uint16,uint96,bool,bool,bool,uint8,bytes32),uint8)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "4cbce497510cb26460e448fd6c1504fd7a4e803e92ab3cb05b7a03782a76783c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        token: _rt.Address
        terms: _structs.ISettlementRegistry_AssetTerms
        decimals: int

    @dataclass(frozen=True)
    class AssetSuspended(_rt.Event):
        """An asset or security may no longer settle; `resumed` when it may again."""

        SIGNATURE: ClassVar[str] = "AssetSuspended(address,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "89730ffe19da4852118670a361e7d530ef4d52dcb64ede5c19861d431085af3c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        token: _rt.Address
        resumed: bool

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
    class BaselProfileSet(_rt.Event):
        """An asset's capital treatment was replaced."""

        SIGNATURE: ClassVar[str] = (
            "BaselProfileSet(address,(uint8,uint32,uint16,uint40,bytes32,string))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ce1e70d2f34195773989059da94b2be7d1ac7a876451765311a69a81712235ad"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        token: _rt.Address
        profile: _structs.ISettlementRegistry_BaselProfile

    @dataclass(frozen=True)
    class BatchNetted(_rt.Event):
        """A netting batch settled.

        Arguments: `gross` units of all payments that settled; `left` number of payments that
        were left out; `net` units that moved; `settled` number of payments that settled
        """

        SIGNATURE: ClassVar[str] = "BatchNetted(bytes32,address,uint256,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "505742555719b1abf881593164043b1bb7c7c2d0fbbd0642d5577bcfc7b5abe0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False)
        cycle: bytes
        asset: _rt.Address
        gross: int
        net: int
        settled: int
        left: int

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
    class CurrencyRateSet(_rt.Event):
        """A currency was added, or its rate replaced; 8 decimals of the reference currency."""

        SIGNATURE: ClassVar[str] = "CurrencyRateSet(uint8,bytes3,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5a5a4b2ef3d5f327b5e67a96793d2c162aae7117375eac1387b06c59685f34f0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        currency: int
        code: bytes
        rate: int
        updatedAt: int

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
    class FeeCollected(_rt.Event):
        """A fee was taken from a payer's account."""

        SIGNATURE: ClassVar[str] = "FeeCollected(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f228de527fc1b9843baac03b9a04565473a263375950e63435d4138464386f46"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        asset: _rt.Address
        payer: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class FeeNotCharged(_rt.Event):
        """The fee structure refused to charge; the settlement went on without a fee.

        Arguments: `amount` units that settled; `reason` selector of the fee structure's error
        """

        SIGNATURE: ClassVar[str] = "FeeNotCharged(address,address,uint256,bytes4)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "43c2b07a6dbcd9e166d56f8d0e94d9b0c76d3457c9e150ff2de8b1a85328b3b8"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        asset: _rt.Address
        payer: _rt.Address
        amount: int
        reason: bytes

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
    class FeesAgreed(_rt.Event):
        """A participant agreed to fees of at most this share of what it pays."""

        SIGNATURE: ClassVar[str] = "FeesAgreed(address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2957b0a4f07d833b31cdc94088950d04e7cafafc3a21ef4bd9959fd83106b12e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: _rt.Address
        mostBps: int

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
    class Group2LimitPassed(_rt.Event):
        """An institution's Group 2 exposure is above 1 % of its Tier 1 capital; above 2 % it is
        refused.
        """

        SIGNATURE: ClassVar[str] = "Group2LimitPassed(address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fe1598e78ada29c3ece944e88cd27505aca8aae0634f0f73964b7cdae1f23d90"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        institution: _rt.Address
        exposureValue: int
        tier1Value: int

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
    class HoldExecuted(_rt.Event):
        """Units of a hold were paid to its payee."""

        SIGNATURE: ClassVar[str] = "HoldExecuted(bytes32,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "41aeb21c807789582dd36ba1d81d9f350287a659d673e172106cfa1172e9cf26"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        holdId: bytes
        amount: int
        remaining: int

    @dataclass(frozen=True)
    class HoldOrdered(_rt.Event):
        """Units were set aside."""

        SIGNATURE: ClassVar[str] = (
            "HoldOrdered(bytes32,(address,uint40,uint8,address,address,uint128,uint128,address,bytes32))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "284c58f9973967902fa0461857ca505675a8db8a9698b2bed2201ab02df9b949"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        holdId: bytes
        hold: _structs.ISettlementHolds_Hold

    @dataclass(frozen=True)
    class HoldReleased(_rt.Event):
        """What was left of a hold went back to its payer."""

        SIGNATURE: ClassVar[str] = "HoldReleased(bytes32,uint8,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0436fa7b55852a9d4373b9570aa6936ccf993f1c7ceaa820c91ec2bebf094351"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        holdId: bytes
        status: int
        amount: int

    @dataclass(frozen=True)
    class HoldRenewed(_rt.Event):
        """A hold's expiry moved."""

        SIGNATURE: ClassVar[str] = "HoldRenewed(bytes32,uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "82f9148b14f20977410ac556ebbaa988fc4d78425b9e85eb5a750b427474c854"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        holdId: bytes
        expiry: int

    @dataclass(frozen=True)
    class InfrastructureAddOnsSet(_rt.Event):
        """Authorities of these jurisdictions have the infrastructure add-on switched on."""

        SIGNATURE: ClassVar[str] = "InfrastructureAddOnsSet(uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "70e733c976535914c75cc0c519cef83315f93b92efbefd325d16a2bcdbdae961"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        jurisdictions: int

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
    class InstitutionAttested(_rt.Event):
        """An institution's Tier 1 capital and the Group 2 exposure it has outside this contract
        were attested.
        """

        SIGNATURE: ClassVar[str] = "InstitutionAttested(address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "255f5250e6b16164eb701fbf5781bdbe358835a3fbb91bb106619e5d696e9db4"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        institution: _rt.Address
        tier1Value: int
        exposureValue: int

    @dataclass(frozen=True)
    class InstructionStatusChanged(_rt.Event):
        """An instruction's status changed."""

        SIGNATURE: ClassVar[str] = "InstructionStatusChanged(bytes32,bytes32,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c9ebcde8bc02e25408fdccae16e0d292ab650998e0eaa1c810212630d85dfc72"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        tradeId: bytes
        instruction: bytes
        status: int

    @dataclass(frozen=True)
    class InstructionSubmitted(_rt.Event):
        """A party submitted an instruction."""

        SIGNATURE: ClassVar[str] = (
            "InstructionSubmitted(bytes32,bytes32,uint8,(address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint256,uint256,bytes32)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1eaa41413b24ee6d6d3a23635aae7a8ce020d988922d3c4a573de8c5c04261fb"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False, False)
        tradeId: bytes
        instruction: bytes
        side: int
        terms: _structs.ISettlementInstructions_Terms
        nonce: int
        minimumPart: int
        holdId: bytes

    @dataclass(frozen=True)
    class LedgerFinalityAttested(_rt.Event):
        """Blocks up to that time are final on the ledger."""

        SIGNATURE: ClassVar[str] = "LedgerFinalityAttested(uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9fcdd8720df9c91064c98bc7048b525b6eecb99b836ad88207ec5ae850620a9c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        upTo: int

    @dataclass(frozen=True)
    class LegalFinalityStated(_rt.Event):
        """Settlements up to that time are final in law under the rules of this hash."""

        SIGNATURE: ClassVar[str] = "LegalFinalityStated(uint40,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "411945abba6f4b610d43c975f6b74db255a55e5de723982798422ad5f012cd98"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        upTo: int
        rules: bytes

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
    class NonceCancelled(_rt.Event):
        """A party used a nonce up without settling."""

        SIGNATURE: ClassVar[str] = "NonceCancelled(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "26ccf9904b9b2fb069d347553978928fd2fc65efb2638dcbeb8d142e974479f0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        party: _rt.Address
        nonce: int

    @dataclass(frozen=True)
    class ParticipantSet(_rt.Event):
        """A participant was admitted, changed or suspended (`jurisdictions` zero)."""

        SIGNATURE: ClassVar[str] = "ParticipantSet(address,address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "cd10b41ab2697960b356f490f3d222d998a591ad62742cee8d14081ee0a8cfbb"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        account: _rt.Address
        institution: _rt.Address
        jurisdictions: int

    @dataclass(frozen=True)
    class PaymentAssetPassedOver(_rt.Event):
        """An eligible asset was passed over because its token refused the transfer, as one with a
        blocklist does.

        Arguments: `reason` 15, see `ISettlementSelection`
        """

        SIGNATURE: ClassVar[str] = "PaymentAssetPassedOver(bytes32,address,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0195010edd460681a8ccf2d28317e54459d85911cd5a54973cdea846994e6299"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        paymentReference: bytes
        token: _rt.Address
        reason: int

    @dataclass(frozen=True)
    class PaymentQueued(_rt.Event):
        """A payment was queued (`PDNG`)."""

        SIGNATURE: ClassVar[str] = (
            "PaymentQueued(bytes32,(address,uint96,address,uint40,uint8,uint8,address))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2bdeff87eef8815d88cf4312fc905cdc51f7fe36488ee13cb49e2d8c25509c76"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        paymentId: bytes
        payment: _structs.ISettlementQueue_QueuedPayment

    @dataclass(frozen=True)
    class PaymentSettled(_rt.Event):
        """A payment was made.

        Arguments: `value` in the currency's own units with 8 decimals
        """

        SIGNATURE: ClassVar[str] = "PaymentSettled(bytes32,address,address,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6a7e72606a2817edf40613cfab7976633e3f1671d3444250d7b134cbe56b2a75"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        paymentReference: bytes
        payer: _rt.Address
        payee: _rt.Address
        token: _rt.Address
        amount: int
        value: int

    @dataclass(frozen=True)
    class PaymentSplit(_rt.Event):
        """A payment settled in part."""

        SIGNATURE: ClassVar[str] = "PaymentSplit(bytes32,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8a68475f82b78653709b1bf63c7fe2deb74e5e16f2995e683f9fd6cde23404ab"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        cycle: bytes
        number: int
        settled: int
        remaining: int

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
    class PaymentsNetted(_rt.Event):
        """Payments of a cycle that settled: bit n for number 256 * word + n."""

        SIGNATURE: ClassVar[str] = "PaymentsNetted(bytes32,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "4b6efad7dcd34f4ea53bf88acc01a029a526e3e1ec3e01faa05f456afd7acdc7"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        cycle: bytes
        asset: _rt.Address
        word: int
        bits: int

    @dataclass(frozen=True)
    class PriceRefreshed(_rt.Event):
        """An asset's price was read from its feed."""

        SIGNATURE: ClassVar[str] = "PriceRefreshed(address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "05153c38a2a56c564175438526bd4e0a50c927d95d920fcd9a0c272e3e54c37b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        token: _rt.Address
        price: int
        updatedAt: int

    @dataclass(frozen=True)
    class QueuedPaymentStatusChanged(_rt.Event):
        """A queued payment's status changed."""

        SIGNATURE: ClassVar[str] = "QueuedPaymentStatusChanged(bytes32,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1ef2897a42174c84549859b1a25350f4198e318aca8c31ef20db66e993b358ec"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        paymentId: bytes
        status: int

    @dataclass(frozen=True)
    class RateBandSet(_rt.Event):
        """The band of rates between two payment legs was set."""

        SIGNATURE: ClassVar[str] = "RateBandSet(uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "928b424fd95d3abecd74db3d17fa936f2bd7aaf63f1211eb2e2a5fc2a6c999de"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        bandBps: int

    @dataclass(frozen=True)
    class SecurityListed(_rt.Event):
        """A security was admitted to be delivered."""

        SIGNATURE: ClassVar[str] = "SecurityListed(address,uint8,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "005e503a965f2dc8041276eef9d153f0e622e2f1f13983783b008c181254ee4a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        token: _rt.Address
        home: int
        isCompliant: bool

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
    class TradePartSettled(_rt.Event):
        """Instructions that may settle in parts have now settled this quantity; `last` when it is
        all of it.
        """

        SIGNATURE: ClassVar[str] = "TradePartSettled(bytes32,bytes32,uint256,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "76c7800ee04d08810f05eb16db875e60e8815e12da93501588d72c4a6c4ea21b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        delivering: bytes
        paying: bytes
        filled: int
        last: bool

    @dataclass(frozen=True)
    class TradeSettled(_rt.Event):
        """A trade, or part of one, settled: cash leg `ACSC`, securities leg `SETT`. Irrevocable
        here from now on. Both nonces are spent, unless `TradePartSettled` says that this was
        not the last part.
        """

        SIGNATURE: ClassVar[str] = (
            "TradeSettled(bytes32,address,address,address,uint256,address,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "dc36861ab4a8effb9b2b804107a6e103b721fe8e3e5285ba777c5f66735f0acf"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (
            True,
            True,
            True,
            False,
            False,
            False,
            False,
            False,
            False,
        )
        tradeId: bytes
        deliverer: _rt.Address
        receiver: _rt.Address
        security: _rt.Address
        quantity: int
        cash: _rt.Address
        amount: int
        deliveryNonce: int
        paymentNonce: int

    @dataclass(frozen=True)
    class TradesNetted(_rt.Event):
        """Trades settled by their net positions."""

        SIGNATURE: ClassVar[str] = "TradesNetted(uint8,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "50e97a62ec97391dc84f2d4c95de4f85d6f3cd1f09d119bd51711a8a8a404531"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        model: int
        trades: int
        movements: int

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

    @dataclass(frozen=True)
    class Upgraded(_rt.Event):
        """Emitted when the implementation is upgraded."""

        SIGNATURE: ClassVar[str] = "Upgraded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        implementation: _rt.Address


class SettlementAssetManagerFunctions(_rt.Functions):
    """Functions of SettlementAssetManager."""

    def CUSTODY(self) -> _rt.Read[_rt.Address]:
        """Extension of holds, queued payments and deliveries across chains.

        Solidity: `CUSTODY()`, view, selector 0x5bc357c6
        """
        return self._read("CUSTODY()", _rt.Address)

    def REGISTRY(self) -> _rt.Read[_rt.Address]:
        """Extension of assets, participants, selection views and counters.

        Solidity: `REGISTRY()`, view, selector 0x06433b1b
        """
        return self._read("REGISTRY()", _rt.Address)

    def TRADES(self) -> _rt.Read[_rt.Address]:
        """Extension of submitted instructions and netted trades.

        Solidity: `TRADES()`, view, selector 0x71da1fe4
        """
        return self._read("TRADES()", _rt.Address)

    def UPGRADE_INTERFACE_VERSION(self) -> _rt.Read[str]:
        """`UPGRADE_INTERFACE_VERSION`.

        Solidity: `UPGRADE_INTERFACE_VERSION()`, view, selector 0xad3cb1cc
        """
        return self._read("UPGRADE_INTERFACE_VERSION()", str)

    def addCurrency(self, code: bytes, feed: _rt.Address, maxAge: int) -> _rt.Write[int]:
        """Adds a currency with the Chainlink-compatible rate of its unit in the reference
        currency.

        Restricted: LISTING_ADMIN.

        Solidity: `addCurrency(bytes3,address,uint24)`, nonpayable, selector 0x53de874a
        """
        return self._write("addCurrency(bytes3,address,uint24)", int, code, feed, maxAge)

    def admitParticipant(
        self, account: _rt.Address, institution: _rt.Address, jurisdictions: int
    ) -> _rt.Write[None]:
        """Admits an account to settle, for an institution and in jurisdictions. Restricted:
        COMPLIANCE_ADMIN.

        The manager itself is never one: what it holds is others'.

        Solidity: `admitParticipant(address,address,uint16)`, nonpayable, selector 0x3b59aa37
        """
        return self._write(
            "admitParticipant(address,address,uint16)",
            type(None),
            account,
            institution,
            jurisdictions,
        )

    def agreeToFees(self, mostBps: int) -> _rt.Write[None]:
        """Agrees, for the caller, to fees of at most a share of what it pays, in basis points.

        Solidity: `agreeToFees(uint16)`, nonpayable, selector 0x9e3f1094
        """
        return self._write("agreeToFees(uint16)", type(None), mostBps)

    def agreedFees(self, account: _rt.Address) -> _rt.Read[int]:
        """Most that an account has agreed to pay in fees, in basis points.

        Solidity: `agreedFees(address)`, view, selector 0x87c22c15
        """
        return self._read("agreedFees(address)", int, account)

    def assetDay(self, token: _rt.Address, day: int) -> _rt.Read[tuple[int, int]]:
        """What settled in an asset on a day (Unix time / 86,400): units and movements. Securities
        are not counted.

        Solidity: `assetDay(address,uint256)`, view, selector 0xbd8e128d
        """
        return self._read("assetDay(address,uint256)", tuple[int, int], token, day)

    def assetPrice(self, token: _rt.Address) -> _rt.Read[tuple[int, int]]:
        """An asset's stored price in the reference currency and when it was of.

        Solidity: `assetPrice(address)`, view, selector 0xb883b058
        """
        return self._read("assetPrice(address)", tuple[int, int], token)

    def assetTerms(self, token: _rt.Address) -> _rt.Read[_structs.ISettlementRegistry_AssetTerms]:
        """The terms under which an asset is admitted. Reverts with `AssetNotListed`.

        Solidity: `assetTerms(address)`, view, selector 0x7c2eaf78
        """
        return self._read("assetTerms(address)", _structs.ISettlementRegistry_AssetTerms, token)

    def assetTotal(self, token: _rt.Address) -> _rt.Read[int]:
        """Units that ever settled in an asset.

        Solidity: `assetTotal(address)`, view, selector 0xaf0c083b
        """
        return self._read("assetTotal(address)", int, token)

    def assetsOf(self, currency: int) -> _rt.Read[list[_rt.Address]]:
        """Assets of a currency in the order of their listing.

        Solidity: `assetsOf(uint8)`, view, selector 0x23657038
        """
        return self._read("assetsOf(uint8)", list[_rt.Address], currency)

    def attestInstitution(
        self, institution: _rt.Address, tier1Value: int, exposureValue: int
    ) -> _rt.Write[None]:
        """Attests an institution's figures. Local role PRICER.

        Arguments: `exposureValue` Group 2 exposure; what settles here is added to and taken
        from it afterwards; `tier1Value` Tier 1 capital

        Solidity: `attestInstitution(address,uint96,uint96)`, nonpayable, selector 0xc911b765
        """
        return self._write(
            "attestInstitution(address,uint96,uint96)",
            type(None),
            institution,
            tier1Value,
            exposureValue,
        )

    def attestLedgerFinality(self, upTo: int) -> _rt.Write[None]:
        """Says that every block up to a time is final. Local role KEEPER.

        Solidity: `attestLedgerFinality(uint40)`, nonpayable, selector 0x82c84a70
        """
        return self._write("attestLedgerFinality(uint40)", type(None), upTo)

    def authority(self) -> _rt.Read[_rt.Address]:
        """Returns the current authority.

        Solidity: `authority()`, view, selector 0xbf7e214f
        """
        return self._read("authority()", _rt.Address)

    def baselProfile(
        self, token: _rt.Address
    ) -> _rt.Read[_structs.ISettlementRegistry_BaselProfile]:
        """An asset's capital treatment: the one set, or its kind's cautious default.

        Solidity: `baselProfile(address)`, view, selector 0x7f05912a
        """
        return self._read("baselProfile(address)", _structs.ISettlementRegistry_BaselProfile, token)

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

    def cancelInstruction(
        self,
        terms: _structs.ISettlementInstructions_Terms,
        side: int,
        own: _structs.ISettlementInstructions_Side,
    ) -> _rt.Write[None]:
        """Withdraws an instruction: at once while it is unmatched, with the other side's consent
        once matched.

        Solidity:
        `cancelInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))`,
        nonpayable, selector 0x3372e69a
        """
        return self._write(
            "cancelInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))",
            type(None),
            terms,
            side,
            own,
        )

    def cancelNonce(self, nonce: int) -> _rt.Write[None]:
        """Makes a signature that was given out worthless; submitted instructions are not
        concerned.

        Solidity: `cancelNonce(uint256)`, nonpayable, selector 0xcfdd7aea
        """
        return self._write("cancelNonce(uint256)", type(None), nonce)

    def cancelQueued(self, paymentId: bytes) -> _rt.Write[None]:
        """Withdraws a queued payment; its payer alone.

        Solidity: `cancelQueued(bytes32)`, nonpayable, selector 0x5eeaf382
        """
        return self._write("cancelQueued(bytes32)", type(None), paymentId)

    def capitalFigures(self, token: _rt.Address, amount: int) -> _rt.Read[tuple[int, int]]:
        """Capital figures of holding an amount, each rounded up: risk-weighted amount and 8 % of
        it.

        Arguments: `amount` in the token's units; so are the results

        Solidity: `capitalFigures(address,uint256)`, view, selector 0xf37253fc
        """
        return self._read("capitalFigures(address,uint256)", tuple[int, int], token, amount)

    def cashStatusOf(self, settledAt: int) -> _rt.Read[bytes]:
        """ISO 20022 status of a cash leg that settled at a time: `ACCC` once final on the ledger,
        `ACSC` before.

        Solidity: `cashStatusOf(uint40)`, view, selector 0x928d1d23
        """
        return self._read("cashStatusOf(uint40)", bytes, settledAt)

    def collectedFees(self, asset: _rt.Address) -> _rt.Read[int]:
        """Fees of an asset that are collected and not paid out.

        Solidity: `collectedFees(address)`, view, selector 0x1cead9a7
        """
        return self._read("collectedFees(address)", int, asset)

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

    def currencyRate(self, currency: int) -> _rt.Read[tuple[bytes, int, int]]:
        """A currency's code, rate and age.

        Solidity: `currencyRate(uint8)`, view, selector 0x32654190
        """
        return self._read("currencyRate(uint8)", tuple[bytes, int, int], currency)

    def executeHold(self, holdId: bytes, amount: int) -> _rt.Write[None]:
        """Pays units of a hold to its payee; the notary alone, before expiry.

        Solidity: `executeHold(bytes32,uint128)`, nonpayable, selector 0x05909908
        """
        return self._write("executeHold(bytes32,uint128)", type(None), holdId, amount)

    def explainSelection(
        self, currency: int, payer: _rt.Address, payee: _rt.Address, value: int, acceptedTypes: int
    ) -> _rt.Read[list[_structs.ISettlementSelection_Candidate]]:
        """All assets of the currency in the order in which they would be taken, each with its
        reason.

        Solidity: `explainSelection(uint8,address,address,uint256,uint8)`, view, selector
        0xd5b26b09
        """
        return self._read(
            "explainSelection(uint8,address,address,uint256,uint8)",
            list[_structs.ISettlementSelection_Candidate],
            currency,
            payer,
            payee,
            value,
            acceptedTypes,
        )

    def feeStructure(self) -> _rt.Read[_rt.Address]:
        """The contract that prices and charges; zero while fees are off.

        Solidity: `feeStructure()`, view, selector 0x528d8711
        """
        return self._read("feeStructure()", _rt.Address)

    def finalityOf(self, settledAt: int) -> _rt.Read[int]:
        """How final something is that settled at a time.

        Solidity: `finalityOf(uint40)`, view, selector 0x97c87b9e
        """
        return self._read("finalityOf(uint40)", int, settledAt)

    def grantLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Grants a local role; nothing happens when the account holds it already.

        Restricted: AGENT_ADMIN, at least 24 h after it was scheduled.

        Solidity: `grantLocalRole(uint8,address)`, nonpayable, selector 0x8edec932
        """
        return self._write("grantLocalRole(uint8,address)", type(None), role, account)

    def hasLocalRole(self, role: int, account: _rt.Address) -> _rt.Read[bool]:
        """Whether the account holds the role.

        Solidity: `hasLocalRole(uint8,address)`, view, selector 0x7592929b
        """
        return self._read("hasLocalRole(uint8,address)", bool, role, account)

    def heldOf(self, token: _rt.Address) -> _rt.Read[int]:
        """Units of a token that the contract keeps for holds and locks.

        Solidity: `heldOf(address)`, view, selector 0xd2ac2d8a
        """
        return self._read("heldOf(address)", int, token)

    def hold(
        self,
        holdId: bytes,
        token: _rt.Address,
        amount: int,
        payee: _rt.Address,
        notary: _rt.Address,
        tradeId: bytes,
        expiry: int,
    ) -> _rt.Write[bytes]:
        """Sets units of the caller aside.

        Arguments: `holdId` any id not used before; the caller's address is mixed into it;
        `notary` who may execute and release; zero for a hold bound to a trade; `payee` whom it
        may pay; `token` an admitted asset or security; `tradeId` trade that may execute it;
        zero for a hold with a notary

        Solidity: `hold(bytes32,address,uint128,address,address,bytes32,uint40)`, nonpayable,
        selector 0x16a5d604
        """
        return self._write(
            "hold(bytes32,address,uint128,address,address,bytes32,uint40)",
            bytes,
            holdId,
            token,
            amount,
            payee,
            notary,
            tradeId,
            expiry,
        )

    def holdOf(self, holdId: bytes) -> _rt.Read[_structs.ISettlementHolds_Hold]:
        """A hold as it stands.

        Solidity: `holdOf(bytes32)`, view, selector 0xd2620e2d
        """
        return self._read("holdOf(bytes32)", _structs.ISettlementHolds_Hold, holdId)

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

    def initialize(self, authority_: _rt.Address, referenceCurrency: bytes) -> _rt.Write[None]:
        """Sets the manager up, with the order of preference and the reference currency.

        The order is that of preference, not of the kinds' numbers.

        Arguments: `authority` the chain's access manager; `referenceCurrency` ISO 4217 code of
        the currency that values are told in, such as `USD`

        Solidity: `initialize(address,bytes3)`, nonpayable, selector 0x63753ab7
        """
        return self._write("initialize(address,bytes3)", type(None), authority_, referenceCurrency)

    def institutionOf(self, institution: _rt.Address) -> _rt.Read[tuple[int, int]]:
        """An institution's attested figures as settlements have changed them.

        Solidity: `institutionOf(address)`, view, selector 0xa3bbd439
        """
        return self._read("institutionOf(address)", tuple[int, int], institution)

    def instructionDigest(
        self,
        terms: _structs.ISettlementInstructions_Terms,
        side: int,
        own: _structs.ISettlementInstructions_Side,
    ) -> _rt.Read[bytes]:
        """The digest that a party signs.

        Solidity:
        `instructionDigest((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))`,
        view, selector 0xc292a004
        """
        return self._read(
            "instructionDigest((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))",
            bytes,
            terms,
            side,
            own,
        )

    def instructionStatus(self, instruction: bytes) -> _rt.Read[tuple[int, int]]:
        """Status of a submitted instruction and the quantity settled of it.

        Solidity: `instructionStatus(bytes32)`, view, selector 0x64c0d3c4
        """
        return self._read("instructionStatus(bytes32)", tuple[int, int], instruction)

    def isConsumingScheduledOp(self) -> _rt.Read[bytes]:
        """Returns true only in the context of a delayed restricted call, at the moment that the
        scheduled operation is being consumed. Prevents denial of service for delayed restricted
        calls in the case that the contract performs attacker controlled calls.

        Solidity: `isConsumingScheduledOp()`, view, selector 0x8fb36037
        """
        return self._read("isConsumingScheduledOp()", bytes)

    def isEligibleCollateral(self, token: _rt.Address) -> _rt.Read[tuple[bool, int]]:
        """Whether the asset may count as collateral: listed, not suspended, and in none of the
        groups 1b, 2a, 2b.

        Solidity: `isEligibleCollateral(address)`, view, selector 0x341558a5
        """
        return self._read("isEligibleCollateral(address)", tuple[bool, int], token)

    def isNetted(self, cycle: bytes, asset: _rt.Address, number: int) -> _rt.Read[bool]:
        """Whether a payment of a cycle has settled.

        Solidity: `isNetted(bytes32,address,uint16)`, view, selector 0xa4ce0beb
        """
        return self._read("isNetted(bytes32,address,uint16)", bool, cycle, asset, number)

    def isNonceUsed(self, party: _rt.Address, nonce: int) -> _rt.Read[bool]:
        """Whether a party's nonce was used or cancelled.

        Solidity: `isNonceUsed(address,uint256)`, view, selector 0xcab7e8eb
        """
        return self._read("isNonceUsed(address,uint256)", bool, party, nonce)

    def jurisdictionDay(self, jurisdiction: int, day: int) -> _rt.Read[tuple[int, int]]:
        """What settled on a day in assets at home in a jurisdiction: value in the reference
        currency, rounded down at each movement, and movements.

        Solidity: `jurisdictionDay(uint8,uint256)`, view, selector 0x179c6074
        """
        return self._read("jurisdictionDay(uint8,uint256)", tuple[int, int], jurisdiction, day)

    def leastRiskWeight(self, assetType: int) -> _rt.Read[int]:
        """The least preference score that an asset of a kind may have: 0, 5, 20, 50, 100 in the
        order of preference.

        Solidity: `leastRiskWeight(uint8)`, pure, selector 0x10e77c95
        """
        return self._read("leastRiskWeight(uint8)", int, assetType)

    def listAsset(
        self, token: _rt.Address, terms: _structs.ISettlementRegistry_AssetTerms
    ) -> _rt.Write[None]:
        """Admits an asset, or replaces its terms.

        Restricted: LISTING_ADMIN. Reverts with `TermsInvalid`, `LegalClaimMissing`,
        `TokenRefused`, `TooMany`, `AssetAlreadyListed` or `CurrencyUnknown`. A token's fee
        switch, where it has one as USDT does, must be off.

        Solidity:
        `listAsset(address,(uint8,uint8,uint8,uint16,uint8,address,uint24,uint16,uint16,uint96,bool,bool,bool,uint8,bytes32))`,
        nonpayable, selector 0x546d9dbc
        """
        return self._write(
            "listAsset(address,(uint8,uint8,uint8,uint16,uint8,address,uint24,uint16,uint16,uint96,bool,bool,bool,uint8,bytes32))",
            type(None),
            token,
            terms,
        )

    def listDigest(
        self,
        cycle: bytes,
        asset: _rt.Address,
        participants: _rt.Sequence[_rt.Address],
        list_: _structs.ISettlementNetting_PaymentList,
    ) -> _rt.Read[bytes]:
        """The digest that a participant signs for its list.

        Solidity:
        `listDigest(bytes32,address,address[],(uint8,bool,uint96,uint40,bytes,bytes))`, view,
        selector 0xe8cfa389
        """
        return self._read(
            "listDigest(bytes32,address,address[],(uint8,bool,uint96,uint40,bytes,bytes))",
            bytes,
            cycle,
            asset,
            participants,
            list_,
        )

    def listSecurity(self, token: _rt.Address, home: int, isCompliant: bool) -> _rt.Write[None]:
        """Admits a security, which can be delivered but not be chosen as payment.

        Restricted: LISTING_ADMIN.

        Solidity: `listSecurity(address,uint8,bool)`, nonpayable, selector 0x4d7fc70c
        """
        return self._write("listSecurity(address,uint8,bool)", type(None), token, home, isCompliant)

    def localRolesOf(self, account: _rt.Address) -> _rt.Read[int]:
        """All local roles of an account, one bit each.

        Solidity: `localRolesOf(address)`, view, selector 0x303d086c
        """
        return self._read("localRolesOf(address)", int, account)

    def lockOf(self, id: bytes) -> _rt.Read[_structs.ISettlementCrossChain_Lock]:
        """A delivery as it stands.

        Solidity: `lockOf(bytes32)`, view, selector 0x08f046f7
        """
        return self._read("lockOf(bytes32)", _structs.ISettlementCrossChain_Lock, id)

    def participantOf(self, account: _rt.Address) -> _rt.Read[tuple[_rt.Address, int]]:
        """A participant's institution and jurisdictions; zero when it may not settle.

        Solidity: `participantOf(address)`, view, selector 0x998fb585
        """
        return self._read("participantOf(address)", tuple[_rt.Address, int], account)

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

    def pay(
        self,
        currency: int,
        payee: _rt.Address,
        value: int,
        acceptedTypes: int,
        paymentReference: bytes,
    ) -> _rt.Write[tuple[_rt.Address, int]]:
        """Pays a value in the best eligible asset whose token does not refuse the transfer.

        Reverts with `NoEligibleAsset` (reason 15 when the first in order was eligible and its
        token refused), `AmountNotExact`, `FeeAboveLimit`, `FeeStructureFailed`, or the token's
        own error when the fee cannot be taken. The amount is rounded up.

        Arguments: `acceptedTypes` mask of the kinds the payer accepts to pay in, bit n for kind
        n; `currency` index of the currency; `payee` who receives; `paymentReference` the
        parties' own; `value` in the currency's units with 8 decimals

        Solidity: `pay(uint8,address,uint256,uint8,bytes32)`, nonpayable, selector 0x1a63874d
        """
        return self._write(
            "pay(uint8,address,uint256,uint8,bytes32)",
            tuple[_rt.Address, int],
            currency,
            payee,
            value,
            acceptedTypes,
            paymentReference,
        )

    def payAndDecrypt(self, id: bytes) -> _rt.Write[None]:
        """Pays, and asks for the key of success; the payer calls.

        Solidity: `payAndDecrypt(bytes32)`, nonpayable, selector 0x1d1701e4
        """
        return self._write("payAndDecrypt(bytes32)", type(None), id)

    def payFees(self, asset: _rt.Address, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Sends collected fees.

        Called by the fee structure alone, within `sweep` or `claimRefund`.

        Arguments: `amount` units of the asset; `asset` what the fees were charged in; `to` who
        is to receive them: the fee structure

        Solidity: `payFees(address,address,uint256)`, nonpayable, selector 0xf24c678b
        """
        return self._write("payFees(address,address,uint256)", type(None), asset, to, amount)

    def pendingReason(
        self,
        terms: _structs.ISettlementInstructions_Terms,
        delivery: _structs.ISettlementInstructions_Side,
        payment: _structs.ISettlementInstructions_Side,
    ) -> _rt.Read[bytes]:
        """Why a trade cannot settle now, as an ISO 20022 reason; empty when nothing is known to
        prevent it.

        Solidity:
        `pendingReason((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(uint256,uint256,bytes32,bytes))`,
        view, selector 0xa62b6603
        """
        return self._read(
            "pendingReason((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(uint256,uint256,bytes32,bytes))",
            bytes,
            terms,
            delivery,
            payment,
        )

    def preferenceOrder(self, position: int) -> _rt.Read[int]:
        """The kinds of assets from the most to the least preferred.

        Solidity: `preferenceOrder(uint256)`, view, selector 0x2f861394
        """
        return self._read("preferenceOrder(uint256)", int, position)

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

    def queueHead(
        self, payer: _rt.Address, token: _rt.Address, priority: int
    ) -> _rt.Read[tuple[bytes, int]]:
        """The next payment of a queue and its length, cancelled ones included.

        Solidity: `queueHead(address,address,uint8)`, view, selector 0x1acb405b
        """
        return self._read(
            "queueHead(address,address,uint8)", tuple[bytes, int], payer, token, priority
        )

    def queuePayment(
        self, payee: _rt.Address, token: _rt.Address, amount: int, priority: int, expiry: int
    ) -> _rt.Write[bytes]:
        """Queues a payment of the caller.

        Arguments: `expiry` first second at which it is rejected instead

        Solidity: `queuePayment(address,address,uint96,uint8,uint40)`, nonpayable, selector
        0xc8dd18b8
        """
        return self._write(
            "queuePayment(address,address,uint96,uint8,uint40)",
            bytes,
            payee,
            token,
            amount,
            priority,
            expiry,
        )

    def queuedPayment(self, paymentId: bytes) -> _rt.Read[_structs.ISettlementQueue_QueuedPayment]:
        """A queued payment.

        Solidity: `queuedPayment(bytes32)`, view, selector 0x37c341a6
        """
        return self._read(
            "queuedPayment(bytes32)", _structs.ISettlementQueue_QueuedPayment, paymentId
        )

    def refreshPrice(self, token: _rt.Address) -> _rt.Write[None]:
        """Reads an asset's price from its feed; anyone may. Reverts with `FeedUnusable`.

        Solidity: `refreshPrice(address)`, nonpayable, selector 0x33a67949
        """
        return self._write("refreshPrice(address)", type(None), token)

    def refreshRate(self, currency: int) -> _rt.Write[None]:
        """Reads a currency's rate from its feed; anyone may. Reverts with `FeedUnusable`.

        Solidity: `refreshRate(uint8)`, nonpayable, selector 0xd60867a3
        """
        return self._write("refreshRate(uint8)", type(None), currency)

    def releaseHold(self, holdId: bytes) -> _rt.Write[None]:
        """Returns what is left to the payer: notary or payee at any time, anyone after expiry.

        Solidity: `releaseHold(bytes32)`, nonpayable, selector 0x9335c28f
        """
        return self._write("releaseHold(bytes32)", type(None), holdId)

    def releaseKey(self, id: bytes, key: str) -> _rt.Write[None]:
        """Publishes the decrypted key. Local role BRIDGE, once for each id.

        Solidity: `releaseKey(bytes32,string)`, nonpayable, selector 0x52ea7d3c
        """
        return self._write("releaseKey(bytes32,string)", type(None), id, key)

    def renewHold(self, holdId: bytes, expiry: int) -> _rt.Write[None]:
        """Moves the expiry of an open hold to later; its payer alone, before it expires.

        Solidity: `renewHold(bytes32,uint40)`, nonpayable, selector 0x14d3a272
        """
        return self._write("renewHold(bytes32,uint40)", type(None), holdId, expiry)

    def replaceInstruction(
        self,
        oldTerms: _structs.ISettlementInstructions_Terms,
        oldOwn: _structs.ISettlementInstructions_Side,
        newTerms: _structs.ISettlementInstructions_Terms,
        newOwn: _structs.ISettlementInstructions_Side,
        side: int,
    ) -> _rt.Write[bytes]:
        """Cancels an unmatched instruction and submits another in its place.

        Solidity:
        `replaceInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),uint8)`,
        nonpayable, selector 0xed0868ce
        """
        return self._write(
            "replaceInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),uint8)",
            bytes,
            oldTerms,
            oldOwn,
            newTerms,
            newOwn,
            side,
        )

    def reprioritise(self, paymentId: bytes, priority: int) -> _rt.Write[bytes]:
        """Moves a queued payment to the end of another priority; its payer alone.

        Solidity: `reprioritise(bytes32,uint8)`, nonpayable, selector 0x0bd9ebf0
        """
        return self._write("reprioritise(bytes32,uint8)", bytes, paymentId, priority)

    def resumeAsset(self, token: _rt.Address) -> _rt.Write[None]:
        """Settles in it again. Restricted: LISTING_ADMIN.

        Solidity: `resumeAsset(address)`, nonpayable, selector 0xa8257491
        """
        return self._write("resumeAsset(address)", type(None), token)

    def revokeLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Revokes a local role at once; nothing happens when the account does not hold it.

        Restricted: RISK_OFFICER.

        Solidity: `revokeLocalRole(uint8,address)`, nonpayable, selector 0x855894db
        """
        return self._write("revokeLocalRole(uint8,address)", type(None), role, account)

    def selectAsset(
        self, currency: int, payer: _rt.Address, payee: _rt.Address, value: int, acceptedTypes: int
    ) -> _rt.Read[tuple[_rt.Address, int]]:
        """The asset that `pay` would take, without reasons. The zero address when none is
        eligible.

        Solidity: `selectAsset(uint8,address,address,uint256,uint8)`, view, selector 0xd35fc11e
        """
        return self._read(
            "selectAsset(uint8,address,address,uint256,uint8)",
            tuple[_rt.Address, int],
            currency,
            payer,
            payee,
            value,
            acceptedTypes,
        )

    def setAuthority(self, newAuthority: _rt.Address) -> _rt.Write[None]:
        """Transfers control to a new authority. The caller must be the current authority.

        Solidity: `setAuthority(address)`, nonpayable, selector 0x7a9e5e4b
        """
        return self._write("setAuthority(address)", type(None), newAuthority)

    def setBaselProfile(
        self, token: _rt.Address, profile: _structs.ISettlementRegistry_BaselProfile
    ) -> _rt.Write[None]:
        """Replaces an asset's capital treatment. Restricted: LISTING_ADMIN.

        Reverts with `TermsInvalid` and, where a reserve-backed asset without a claim on a
        central bank is given less than 2,000 basis points or no group, with
        `LegalClaimMissing`.

        Solidity: `setBaselProfile(address,(uint8,uint32,uint16,uint40,bytes32,string))`,
        nonpayable, selector 0xe096f17e
        """
        return self._write(
            "setBaselProfile(address,(uint8,uint32,uint16,uint40,bytes32,string))",
            type(None),
            token,
            profile,
        )

    def setFeeStructure(self, feeStructure_: _rt.Address) -> _rt.Write[None]:
        """Replaces the contract that prices and charges. Restricted: FEE_ADMIN.

        Solidity: `setFeeStructure(address)`, nonpayable, selector 0x95ef6d1c
        """
        return self._write("setFeeStructure(address)", type(None), feeStructure_)

    def setRateBand(self, bandBps: int) -> _rt.Write[None]:
        """How far the rate of two payment legs may be from the stored rates, in basis points; zero
        is no bound.

        Restricted: CONFIGURATOR.

        Solidity: `setRateBand(uint16)`, nonpayable, selector 0x98e533eb
        """
        return self._write("setRateBand(uint16)", type(None), bandBps)

    def settle(
        self,
        terms: _structs.ISettlementInstructions_Terms,
        delivery: _structs.ISettlementInstructions_Side,
        payment: _structs.ISettlementInstructions_Side,
        quantity: int,
    ) -> _rt.Write[bytes]:
        """Settles a trade, or a part of it, against payment. Anyone may bring both signatures.

        Everything is recorded before a token is called.

        Arguments: `quantity` units of the security; less than the whole needs the consent of
        both sides to parts

        Solidity:
        `settle((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(uint256,uint256,bytes32,bytes),uint256)`,
        nonpayable, selector 0xa27e1af8
        """
        return self._write(
            "settle((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),(uint256,uint256,bytes32,bytes),(uint256,uint256,bytes32,bytes),uint256)",
            bytes,
            terms,
            delivery,
            payment,
            quantity,
        )

    def settleNet(self, batch: _structs.ISettlementNetting_NetBatch) -> _rt.Write[None]:
        """Settles a solved batch of payments.

        Solidity:
        `settleNet((bytes32,address,address[],(uint8,bool,uint96,uint40,bytes,bytes)[],uint256[],(uint16,uint96)[]))`,
        nonpayable, selector 0xcc9b242e
        """
        return self._write(
            "settleNet((bytes32,address,address[],(uint8,bool,uint96,uint40,bytes,bytes)[],uint256[],(uint16,uint96)[]))",
            type(None),
            batch,
        )

    def settleQueue(self, payer: _rt.Address, token: _rt.Address, most: int) -> _rt.Write[int]:
        """Settles a payer's queue in an asset, most urgent first, until the next is not covered;
        anyone may.

        While fees are on, covered means with the most that the payer has agreed to pay in fees.

        Arguments: `most` payments to look at

        Returns: `settled` how many were paid

        Solidity: `settleQueue(address,address,uint256)`, nonpayable, selector 0x4a4b7f50
        """
        return self._write("settleQueue(address,address,uint256)", int, payer, token, most)

    def settleTrades(
        self,
        model: int,
        trades: _rt.Sequence[_structs.ISettlementInstructions_Terms],
        deliveries: _rt.Sequence[_structs.ISettlementInstructions_Side],
        payments: _rt.Sequence[_structs.ISettlementInstructions_Side],
    ) -> _rt.Write[None]:
        """Settles trades together: securities trade by trade or net, funds net.

        All or nothing; each trade as in `settle`, in full and without holds. At most 32 trades.

        Solidity:
        `settleTrades(uint8,(address,address,address,uint256,address,uint256,uint40,uint40,bytes32)[],(uint256,uint256,bytes32,bytes)[],(uint256,uint256,bytes32,bytes)[])`,
        nonpayable, selector 0xe4beb3a4
        """
        return self._write(
            "settleTrades(uint8,(address,address,address,uint256,address,uint256,uint40,uint40,bytes32)[],(uint256,uint256,bytes32,bytes)[],(uint256,uint256,bytes32,bytes)[])",
            type(None),
            model,
            trades,
            deliveries,
            payments,
        )

    def settlementAsset(
        self, token: _rt.Address
    ) -> _rt.Read[_structs.ISettlementAssetManager_SettlementAsset]:
        """An admitted asset. Reverts with `AssetNotListed`.

        Solidity: `settlementAsset(address)`, view, selector 0xb2d80085
        """
        return self._read(
            "settlementAsset(address)", _structs.ISettlementAssetManager_SettlementAsset, token
        )

    def stateLegalFinality(self, upTo: int, rules: bytes) -> _rt.Write[None]:
        """Says that settlements up to a time are final in law. Restricted: OPERATOR.

        Not beyond what is final on the ledger.

        Solidity: `stateLegalFinality(uint40,bytes32)`, nonpayable, selector 0x89529f6f
        """
        return self._write("stateLegalFinality(uint40,bytes32)", type(None), upTo, rules)

    def submitInstruction(
        self,
        terms: _structs.ISettlementInstructions_Terms,
        side: int,
        own: _structs.ISettlementInstructions_Side,
    ) -> _rt.Write[bytes]:
        """Records an instruction; two that match can be settled by anyone at or after the
        settlement date.

        Arguments: `side` 0 delivers, 1 pays

        Solidity:
        `submitInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))`,
        nonpayable, selector 0x8d920e82
        """
        return self._write(
            "submitInstruction((address,address,address,uint256,address,uint256,uint40,uint40,bytes32),uint8,(uint256,uint256,bytes32,bytes))",
            bytes,
            terms,
            side,
            own,
        )

    def suspendAsset(self, token: _rt.Address) -> _rt.Write[None]:
        """Stops settling in an asset or security at once. Restricted: RISK_OFFICER.

        Solidity: `suspendAsset(address)`, nonpayable, selector 0x4c0fe2b3
        """
        return self._write("suspendAsset(address)", type(None), token)

    def suspendParticipant(self, account: _rt.Address) -> _rt.Write[None]:
        """Suspends a participant at once. Restricted: COMPLIANCE_OFFICER.

        Solidity: `suspendParticipant(address)`, nonpayable, selector 0x3ddab058
        """
        return self._write("suspendParticipant(address)", type(None), account)

    def switchInfrastructureAddOnOff(self, jurisdiction: int) -> _rt.Write[None]:
        """An authority switched its infrastructure add-on off. Restricted: CONFIGURATOR.

        Solidity: `switchInfrastructureAddOnOff(uint8)`, nonpayable, selector 0x0b278ae5
        """
        return self._write("switchInfrastructureAddOnOff(uint8)", type(None), jurisdiction)

    def switchInfrastructureAddOnOn(self, jurisdiction: int) -> _rt.Write[None]:
        """An authority switched its infrastructure add-on on. Restricted: RISK_OFFICER.

        Solidity: `switchInfrastructureAddOnOn(uint8)`, nonpayable, selector 0x2445a3f1
        """
        return self._write("switchInfrastructureAddOnOn(uint8)", type(None), jurisdiction)

    def tradeIdOf(self, terms: _structs.ISettlementInstructions_Terms) -> _rt.Read[bytes]:
        """A trade's id.

        Solidity:
        `tradeIdOf((address,address,address,uint256,address,uint256,uint40,uint40,bytes32))`,
        pure, selector 0x0c8c8737
        """
        return self._read(
            "tradeIdOf((address,address,address,uint256,address,uint256,uint40,uint40,bytes32))",
            bytes,
            terms,
        )

    def transferWithKey(self, id: bytes, key: str) -> _rt.Write[None]:
        """Delivers or returns the asset, whichever the key opens; anyone may bring it.

        Solidity: `transferWithKey(bytes32,string)`, nonpayable, selector 0x71beeacb
        """
        return self._write("transferWithKey(bytes32,string)", type(None), id, key)

    def unpauseGroups(self, groups: int) -> _rt.Write[None]:
        """Unpauses every group in the mask.

        Restricted: UNPAUSER, at least 24 h after it was scheduled.

        Solidity: `unpauseGroups(uint64)`, nonpayable, selector 0xe1822fff
        """
        return self._write("unpauseGroups(uint64)", type(None), groups)

    def upgradeToAndCall(self, newImplementation: _rt.Address, data: bytes) -> _rt.Write[None]:
        """Upgrade the implementation of the proxy to `newImplementation`, and subsequently execute
        the function call encoded in `data`. Calls {_authorizeUpgrade}. Emits an {Upgraded}
        event.

        Solidity: `upgradeToAndCall(address,bytes)`, payable, selector 0x4f1ef286
        """
        return self._write("upgradeToAndCall(address,bytes)", type(None), newImplementation, data)

    def weightedDay(self, token: _rt.Address, day: int) -> _rt.Read[tuple[int, int]]:
        """A day's units weighted by preference score and by Basel risk weight, both rounded up.

        Solidity: `weightedDay(address,uint256)`, view, selector 0x5fa0b858
        """
        return self._read("weightedDay(address,uint256)", tuple[int, int], token, day)


class SettlementAssetManager(_rt.Contract):
    """See `ISettlementAssetManager`. This implementation moves payments, trades and netting
    batches; what is admitted and counted, and what waits (holds, queues, instructions,
    locks), are extensions at the same address.
    """

    NAME = "SettlementAssetManager"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        SettlementAssetManagerEvents.AssetListed,
        SettlementAssetManagerEvents.AssetSuspended,
        SettlementAssetManagerEvents.AuthorityUpdated,
        SettlementAssetManagerEvents.BaselProfileSet,
        SettlementAssetManagerEvents.BatchNetted,
        SettlementAssetManagerEvents.CrossPaymentAsked,
        SettlementAssetManagerEvents.CrossPaymentStatusChanged,
        SettlementAssetManagerEvents.CurrencyRateSet,
        SettlementAssetManagerEvents.DeliveryLocked,
        SettlementAssetManagerEvents.FeeCollected,
        SettlementAssetManagerEvents.FeeNotCharged,
        SettlementAssetManagerEvents.FeeStructureSet,
        SettlementAssetManagerEvents.FeesAgreed,
        SettlementAssetManagerEvents.FeesPaid,
        SettlementAssetManagerEvents.Group2LimitPassed,
        SettlementAssetManagerEvents.GroupsPaused,
        SettlementAssetManagerEvents.GroupsUnpaused,
        SettlementAssetManagerEvents.HoldExecuted,
        SettlementAssetManagerEvents.HoldOrdered,
        SettlementAssetManagerEvents.HoldReleased,
        SettlementAssetManagerEvents.HoldRenewed,
        SettlementAssetManagerEvents.InfrastructureAddOnsSet,
        SettlementAssetManagerEvents.Initialized,
        SettlementAssetManagerEvents.InstitutionAttested,
        SettlementAssetManagerEvents.InstructionStatusChanged,
        SettlementAssetManagerEvents.InstructionSubmitted,
        SettlementAssetManagerEvents.LedgerFinalityAttested,
        SettlementAssetManagerEvents.LegalFinalityStated,
        SettlementAssetManagerEvents.LocalRoleGranted,
        SettlementAssetManagerEvents.LocalRoleRevoked,
        SettlementAssetManagerEvents.NonceCancelled,
        SettlementAssetManagerEvents.ParticipantSet,
        SettlementAssetManagerEvents.PaymentAssetPassedOver,
        SettlementAssetManagerEvents.PaymentQueued,
        SettlementAssetManagerEvents.PaymentSettled,
        SettlementAssetManagerEvents.PaymentSplit,
        SettlementAssetManagerEvents.PaymentTransferIncepted,
        SettlementAssetManagerEvents.PaymentsNetted,
        SettlementAssetManagerEvents.PriceRefreshed,
        SettlementAssetManagerEvents.QueuedPaymentStatusChanged,
        SettlementAssetManagerEvents.RateBandSet,
        SettlementAssetManagerEvents.SecurityListed,
        SettlementAssetManagerEvents.TokenClaimed,
        SettlementAssetManagerEvents.TokenReclaimed,
        SettlementAssetManagerEvents.TradePartSettled,
        SettlementAssetManagerEvents.TradeSettled,
        SettlementAssetManagerEvents.TradesNetted,
        SettlementAssetManagerEvents.TransferCancelled,
        SettlementAssetManagerEvents.TransferConfirmed,
        SettlementAssetManagerEvents.TransferIncepted,
        SettlementAssetManagerEvents.TransferKeyReleased,
        SettlementAssetManagerEvents.TransferKeyRequested,
        SettlementAssetManagerEvents.Upgraded,
    )
    structs: TypeAlias = SettlementAssetManagerStructs
    errors: TypeAlias = SettlementAssetManagerErrors
    events: TypeAlias = SettlementAssetManagerEvents

    @cached_property
    def functions(self) -> SettlementAssetManagerFunctions:
        """What the contract can be asked and told."""
        return SettlementAssetManagerFunctions(self.contract, self.ERRORS)
