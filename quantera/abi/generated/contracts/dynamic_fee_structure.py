"""DynamicFeeStructure and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class DynamicFeeStructureStructs:
    """Structs of DynamicFeeStructure."""

    AccountState: TypeAlias = _structs.IDynamicFeeStructureAccounts_AccountState
    Terms: TypeAlias = _structs.IDynamicFeeStructureAccounts_Terms
    Line: TypeAlias = _structs.IDynamicFeeStructureCollection_Line
    Promise: TypeAlias = _structs.IDynamicFeeStructureCollection_Promise
    Split: TypeAlias = _structs.IDynamicFeeStructureCollection_Split
    Schedule: TypeAlias = _structs.IDynamicFeeStructureSchedules_Schedule
    FeeBreakdown: TypeAlias = _structs.IDynamicFeeStructure_FeeBreakdown
    FeeParameters: TypeAlias = _structs.IDynamicFeeStructure_FeeParameters
    FeeRequest: TypeAlias = _structs.IDynamicFeeStructure_FeeRequest


class DynamicFeeStructureErrors:
    """Errors of DynamicFeeStructure."""

    AccessManagedInvalidAuthority: TypeAlias = _errors.AccessManagedInvalidAuthority
    AccessManagedRequiredDelay: TypeAlias = _errors.AccessManagedRequiredDelay
    AccessManagedUnauthorized: TypeAlias = _errors.AccessManagedUnauthorized
    AccrualFull: TypeAlias = _errors.AccrualFull
    AddressEmptyCode: TypeAlias = _errors.AddressEmptyCode
    AmountTooLarge: TypeAlias = _errors.AmountTooLarge_uint256
    AuthorityWithoutCode: TypeAlias = _errors.AuthorityWithoutCode
    CollectorPaidNothing: TypeAlias = _errors.CollectorPaidNothing
    DecimalsTooLarge: TypeAlias = _errors.DecimalsTooLarge_uint256
    DeliveredInFuture: TypeAlias = _errors.DeliveredInFuture
    ERC1967InvalidImplementation: TypeAlias = _errors.ERC1967InvalidImplementation
    ERC1967NonPayable: TypeAlias = _errors.ERC1967NonPayable
    ExtensionWithoutCode: TypeAlias = _errors.ExtensionWithoutCode
    FailedCall: TypeAlias = _errors.FailedCall
    FeeAboveLimit: TypeAlias = _errors.FeeAboveLimit
    GroupPaused: TypeAlias = _errors.GroupPaused
    InvalidInitialization: TypeAlias = _errors.InvalidInitialization
    LevelUnknown: TypeAlias = _errors.LevelUnknown
    LocalRoleForNobody: TypeAlias = _errors.LocalRoleForNobody
    LocalRoleMissing: TypeAlias = _errors.LocalRoleMissing
    NoSchedulesWaiting: TypeAlias = _errors.NoSchedulesWaiting
    NotInitializing: TypeAlias = _errors.NotInitializing
    NothingAccrued: TypeAlias = _errors.NothingAccrued
    NothingCredited: TypeAlias = _errors.NothingCredited
    NoticeTooShort: TypeAlias = _errors.NoticeTooShort
    ProductUnknown: TypeAlias = _errors.ProductUnknown
    PromiseStillOpen: TypeAlias = _errors.PromiseStillOpen
    PromiseUnknown: TypeAlias = _errors.PromiseUnknown
    RecipientMissing: TypeAlias = _errors.RecipientMissing
    ReentrancyGuardReentrantCall: TypeAlias = _errors.ReentrancyGuardReentrantCall
    SafeERC20FailedOperation: TypeAlias = _errors.SafeERC20FailedOperation
    ScheduleRefused: TypeAlias = _errors.ScheduleRefused
    SchedulesMisplaced: TypeAlias = _errors.SchedulesMisplaced
    SchedulesWaiting: TypeAlias = _errors.SchedulesWaiting
    SourceWithoutCode: TypeAlias = _errors.SourceWithoutCode
    SplitTooLarge: TypeAlias = _errors.SplitTooLarge
    TermsOutOfRange: TypeAlias = _errors.TermsOutOfRange_uint8_uint24_uint40_uint8
    UUPSUnauthorizedCallContext: TypeAlias = _errors.UUPSUnauthorizedCallContext
    UUPSUnsupportedProxiableUUID: TypeAlias = _errors.UUPSUnsupportedProxiableUUID
    UpgradeOutsideManager: TypeAlias = _errors.UpgradeOutsideManager
    WithdrawalToNobody: TypeAlias = _errors.WithdrawalToNobody


class DynamicFeeStructureEvents:
    """Events of DynamicFeeStructure."""

    @dataclass(frozen=True)
    class AccountRefreshed(_rt.Event):
        """From now on a wallet's charges count for this account."""

        SIGNATURE: ClassVar[str] = "AccountRefreshed(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b2fca93cda94c7245196ad4ebdcf0d0cad048441e42b8cb57b60f67b23e2edf6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        wallet: _rt.Address
        account: _rt.Address
        time: int

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
    class BaseFeeSampled(_rt.Event):
        """The average base fee, wei, after a sample."""

        SIGNATURE: ClassVar[str] = "BaseFeeSampled(uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ca29f6497e8e77a8bd3531c05e2fc7dba8279bf9385088a18bdf594c30a01c88"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        baseFee: int
        average: int

    @dataclass(frozen=True)
    class CongestionSourceSet(_rt.Event):
        """Where congestion is read; zero for the base fee."""

        SIGNATURE: ClassVar[str] = "CongestionSourceSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9e9ce369dfd67d74b6ee2f05866523e25a37e9149f2628a7c585d32284a55af5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        source: _rt.Address

    @dataclass(frozen=True)
    class CreditWithdrawn(_rt.Event):
        """Somebody withdrew what it was credited."""

        SIGNATURE: ClassVar[str] = "CreditWithdrawn(address,address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d430aface48b16af1448d6ebf0bff9dc475b838e4d48c1ee1b3e45001e9889a5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        asset: _rt.Address
        holder: _rt.Address
        to: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class DetailedFeeCharged(_rt.Event):
        """A fee was charged that `FeeCharged` cannot tell. The parts are those of the breakdown,
        each in 128 bits.

        The line's accrual grows by the total, less what is refundable (`ServicePromised`). From
        the lowest bit:

        Arguments: `account` whose volume and terms counted; `amountAndBase` amount; `baseFee`;
        `assetAndVolume` asset 160; the account's volume in the current period, this deal
        included, 80; `collector` who charged; `complexityAndAdjustment` `complexityFee`;
        `floorTopUp` when the limit is `FLOOR`, else `capReduction`; `discountAndCongestion`
        `volumeDiscount`; `congestionPremium`; `payer` who paid; `timeAndUrgency` `timePremium`;
        `urgencyPremium`; `waivedAndContext` `waived`; serial 32, version 16, product 8, urgency
        8, complexity 8, tier 8, limit 8
        """

        SIGNATURE: ClassVar[str] = (
            "DetailedFeeCharged(address,address,uint256,address,uint256,uint256,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "99294c2ef0a1e1e19c573f7eb0e9bce8b0ee0deab8adf47dc26c3523a3b183dc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (
            True,
            True,
            False,
            False,
            False,
            False,
            False,
            False,
            False,
        )
        collector: _rt.Address
        payer: _rt.Address
        assetAndVolume: int
        account: _rt.Address
        amountAndBase: int
        discountAndCongestion: int
        timeAndUrgency: int
        complexityAndAdjustment: int
        waivedAndContext: int

    @dataclass(frozen=True)
    class FeeCharged(_rt.Event):
        """A fee was charged, for an amount below 2^88, with no urgency premium, no waiver and no
        limit at work: those parts are zero, and the others are here, each in 85 bits because
        none is above a twentieth of the amount. Every other charge is told by
        `DetailedFeeCharged`.

        The line's accrual grows by the total. Packed, because a log costs by the word
        (`quantera.fees.charges` unpacks both events); from the lowest bit:

        Arguments: `accountAndAmount` account whose volume and terms counted 160; amount 96;
        `assetAndVolume` asset 160; the account's volume in the current period, this deal
        included, 80; `baseDiscountCongestion` `baseFee` 85; `volumeDiscount` 85;
        `congestionPremium` 85; `collector` who charged; `payer` who paid;
        `timeComplexityContext` `timePremium` 85; `complexityFee` 85; serial 32; version 16;
        product 8; urgency 8; complexity 8; tier 8
        """

        SIGNATURE: ClassVar[str] = "FeeCharged(address,address,uint256,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8cd563b4ef1019d9a6262ee39cd600a71c85e4283ea2a0dc39cfd3e63e8cad2b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False)
        collector: _rt.Address
        payer: _rt.Address
        assetAndVolume: int
        accountAndAmount: int
        baseDiscountCongestion: int
        timeComplexityContext: int

    @dataclass(frozen=True)
    class FeesSwept(_rt.Event):
        """A line was swept; the three shares add up to what arrived, `outstanding` is what was
        asked beyond.
        """

        SIGNATURE: ClassVar[str] = (
            "FeesSwept(address,address,address,uint256,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b513adb8047b9cdd54f3c5f93df49c42c2bc1f5f8725997da6748d9c243d33c7"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False, False)
        collector: _rt.Address
        asset: _rt.Address
        partner: _rt.Address
        treasuryShare: int
        partnerShare: int
        insuranceShare: int
        outstanding: int

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
    class IdentityRegistrySet(_rt.Event):
        """Where identities are looked up; zero for nowhere."""

        SIGNATURE: ClassVar[str] = "IdentityRegistrySet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8aa6172b9dcbe4f05892121059bc535d4743d706ba3ac6cbabf4a40de229e388"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        registry: _rt.Address

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
    class InstitutionSet(_rt.Event):
        """An identity belongs to an institution, or to none (zero), for wallets refreshed from now
        on.
        """

        SIGNATURE: ClassVar[str] = "InstitutionSet(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1487f3ad37b2b9b1220cdcd5bb8fef049de22da1c1894b17685537a9bdbbe247"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        identity: _rt.Address
        institution: _rt.Address

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
    class PremiumRefunded(_rt.Event):
        """A premium was returned; `outstanding` is what the collector has not paid of it."""

        SIGNATURE: ClassVar[str] = (
            "PremiumRefunded(address,address,address,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "85c9b1ea80ecd0f4d6d9c098ad389cb851c8e35f7e687c5dd6f6f1b771ca4584"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        collector: _rt.Address
        payer: _rt.Address
        asset: _rt.Address
        serial: int
        refunded: int
        outstanding: int

    @dataclass(frozen=True)
    class PriceSet(_rt.Event):
        """The stored price of a line changed."""

        SIGNATURE: ClassVar[str] = "PriceSet(address,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "aeb43dd8d9bbc7e114c6625dcd52c04a4f321f466a173b6c8f8f11bf6d1d1ea5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        collector: _rt.Address
        asset: _rt.Address
        price: int
        decimals: int

    @dataclass(frozen=True)
    class RecipientsSet(_rt.Event):
        """Who has the treasury's and the insurance's shares of what is swept from now on."""

        SIGNATURE: ClassVar[str] = "RecipientsSet(address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ba91e264f3014dcddc5891a03ce4a2cb18b5a81d64ff00283a537609ba6d7e90"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        treasury: _rt.Address
        insurance: _rt.Address

    @dataclass(frozen=True)
    class SchedulesPublished(_rt.Event):
        """Schedules were published."""

        SIGNATURE: ClassVar[str] = (
            "SchedulesPublished(uint256,uint256,(uint64[3],uint16[4],uint48[4],uint16[4],uint24[3],uint24[3],uint40[3],uint8,uint64,uint64,uint24,uint32,uint24,uint24,bytes24,bytes24,uint8,uint32,uint256[2])[6])"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "635d035448659b973c601501a7400a3635ee56d680004df613bf53b146f6ab9a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        version: int
        effectiveAt: int
        schedules: list[_structs.IDynamicFeeStructureSchedules_Schedule]

    @dataclass(frozen=True)
    class SchedulesWithdrawn(_rt.Event):
        """Schedules were withdrawn before they took effect."""

        SIGNATURE: ClassVar[str] = "SchedulesWithdrawn(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5e4640f6f73f54d0caf491a6ec13e975e8d613b589e671fec4cf7d684d167e45"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        version: int

    @dataclass(frozen=True)
    class ServiceKept(_rt.Event):
        """A service level was kept; the premium now belongs to the line."""

        SIGNATURE: ClassVar[str] = "ServiceKept(address,address,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e6a6a450708b27d4c2ef9bcd9e5d1086bd2b7123ece090c6f6efa2a514be9722"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        collector: _rt.Address
        payer: _rt.Address
        asset: _rt.Address
        serial: int
        deliveredAt: int

    @dataclass(frozen=True)
    class ServiceMissed(_rt.Event):
        """A service level was missed; the premium is the payer's to claim."""

        SIGNATURE: ClassVar[str] = "ServiceMissed(address,address,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e4c93327e00073989e15b4e553ff1915c2b57fc14427860a13b3ac3cbf1c9ff6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        collector: _rt.Address
        payer: _rt.Address
        asset: _rt.Address
        serial: int
        deliveredAt: int

    @dataclass(frozen=True)
    class ServicePromised(_rt.Event):
        """A charge bought a service level; `premium` is held back from the line."""

        SIGNATURE: ClassVar[str] = (
            "ServicePromised(address,address,address,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "47412d3bd505126e0316cdeb7f3d786947c37afe519916878e31fd65db5b7da5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        collector: _rt.Address
        payer: _rt.Address
        asset: _rt.Address
        serial: int
        premium: int
        dueAt: int

    @dataclass(frozen=True)
    class SplitSet(_rt.Event):
        """How a collector's fees are divided from now on."""

        SIGNATURE: ClassVar[str] = "SplitSet(address,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a3021e8bdd895757efa707edf537269898b435741648802dc390062b27387607"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        collector: _rt.Address
        partner: _rt.Address
        partnerBps: int
        insuranceBps: int

    @dataclass(frozen=True)
    class TermsSet(_rt.Event):
        """An account's terms."""

        SIGNATURE: ClassVar[str] = "TermsSet(address,(uint8,uint24,uint40,uint8))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "38eb2bc8da30fe189c5c1c82399abe959a49dd0435376cf01a2e28b266ccc05b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: _rt.Address
        terms: _structs.IDynamicFeeStructureAccounts_Terms

    @dataclass(frozen=True)
    class Upgraded(_rt.Event):
        """Emitted when the implementation is upgraded."""

        SIGNATURE: ClassVar[str] = "Upgraded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        implementation: _rt.Address


class DynamicFeeStructureFunctions(_rt.Functions):
    """Functions of DynamicFeeStructure."""

    def ACCOUNT_LIFETIME(self) -> _rt.Read[int]:
        """How long a wallet's account holds before a charge looks it up again, seconds.

        Solidity: `ACCOUNT_LIFETIME()`, view, selector 0xd18d43f5
        """
        return self._read("ACCOUNT_LIFETIME()", int)

    def EXTENSION(self) -> _rt.Read[_rt.Address]:
        """The implementation of everything that neither quotes nor charges.

        Solidity: `EXTENSION()`, view, selector 0x46f13619
        """
        return self._read("EXTENSION()", _rt.Address)

    def MAX_FEE_PIPS(self) -> _rt.Read[int]:
        """Most that any fee can be, in millionths of the amount; rounded down, so never above it.

        Solidity: `MAX_FEE_PIPS()`, view, selector 0x4dbeb3e3
        """
        return self._read("MAX_FEE_PIPS()", int)

    def MINIMUM_NOTICE(self) -> _rt.Read[int]:
        """Least time between the publication of schedules and their effect, seconds.

        Solidity: `MINIMUM_NOTICE()`, view, selector 0xcc447a48
        """
        return self._read("MINIMUM_NOTICE()", int)

    def REPORT_GRACE(self) -> _rt.Read[int]:
        """How long after it was due an unreported promise can be claimed, seconds.

        Solidity: `REPORT_GRACE()`, view, selector 0xa99f046e
        """
        return self._read("REPORT_GRACE()", int)

    def UPGRADE_INTERFACE_VERSION(self) -> _rt.Read[str]:
        """`UPGRADE_INTERFACE_VERSION`.

        Solidity: `UPGRADE_INTERFACE_VERSION()`, view, selector 0xad3cb1cc
        """
        return self._read("UPGRADE_INTERFACE_VERSION()", str)

    def accountOf(self, wallet: _rt.Address) -> _rt.Read[_rt.Address]:
        """The account that a charge of this wallet would count for now.

        Solidity: `accountOf(address)`, view, selector 0x8086b8ba
        """
        return self._read("accountOf(address)", _rt.Address, wallet)

    def accountState(
        self, account: _rt.Address
    ) -> _rt.Read[_structs.IDynamicFeeStructureAccounts_AccountState]:
        """Volume and terms of an account.

        Solidity: `accountState(address)`, view, selector 0x0ec4c601
        """
        return self._read(
            "accountState(address)", _structs.IDynamicFeeStructureAccounts_AccountState, account
        )

    def authority(self) -> _rt.Read[_rt.Address]:
        """Returns the current authority.

        Solidity: `authority()`, view, selector 0xbf7e214f
        """
        return self._read("authority()", _rt.Address)

    def averageBaseFee(self) -> _rt.Read[tuple[int, int]]:
        """The average base fee, wei, and when it was last sampled.

        Solidity: `averageBaseFee()`, view, selector 0xdab41da0
        """
        return self._read("averageBaseFee()", tuple[int, int])

    def calculateFee(
        self, user: _rt.Address, amount: int, urgency: int, complexity: int
    ) -> _rt.Read[int]:
        """The fee by the default schedule, in the units of the amount, at the block's own base
        fee.

        Priced as an asset with the price stored for collector zero and asset zero. Reverts as
        `quote`.

        Arguments: `amount` units; `complexity` 0 to 3; `urgency` 0 to 3; `user` who would pay

        Returns: `fee` units

        Solidity: `calculateFee(address,uint256,uint256,uint256)`, view, selector 0xf709add3
        """
        return self._read(
            "calculateFee(address,uint256,uint256,uint256)", int, user, amount, urgency, complexity
        )

    def charge(
        self, request: _structs.IDynamicFeeStructure_FeeRequest, maxFee: int
    ) -> _rt.Write[tuple[int, int]]:
        """Charges a fee: prices the deal, adds its value to the account's volume and the fee to
        the collector's line. The collector takes the fee from its user itself.

        Local role PRODUCT. Pause group CHARGING. Reverts with `FeeAboveLimit`,
        `AmountTooLarge`, `LevelUnknown`, `DecimalsTooLarge`, `AccrualFull`, `LocalRoleMissing`
        or `GroupPaused`. Calls nobody but, when no account is named and the payer's is older
        than `ACCOUNT_LIFETIME`, the identity registry, and a congestion source where one is
        set, both statically.

        Arguments: `maxFee` most that the payer has agreed to; `request` the deal

        Returns: `serial` number of the charge in the collector's line, with which a service
        level is reported; `total` units of the asset

        Solidity:
        `charge((uint8,address,address,uint256,uint64,uint8,uint8,uint8,address),uint256)`,
        nonpayable, selector 0x550ac77d
        """
        return self._write(
            "charge((uint8,address,address,uint256,uint64,uint8,uint8,uint8,address),uint256)",
            tuple[int, int],
            request,
            maxFee,
        )

    def claimRefund(
        self, collector: _rt.Address, asset: _rt.Address, payer: _rt.Address, serial: int
    ) -> _rt.Write[int]:
        """Credits a missed promise's premium to the payer, after the collector has paid it; anyone
        may call.

        Pause group SERVICE. Reverts with `PromiseUnknown`, `PromiseStillOpen` or
        `CollectorPaidNothing`.

        Returns: `refunded` units credited; when the collector paid less than the premium, the
        rest can be claimed again

        Solidity: `claimRefund(address,address,address,uint256)`, nonpayable, selector
        0x729dc9be
        """
        return self._write(
            "claimRefund(address,address,address,uint256)", int, collector, asset, payer, serial
        )

    def congestionSource(self) -> _rt.Read[_rt.Address]:
        """Where congestion is read; zero for the base fee.

        Solidity: `congestionSource()`, view, selector 0x77226a87
        """
        return self._read("congestionSource()", _rt.Address)

    def creditOf(self, asset: _rt.Address, holder: _rt.Address) -> _rt.Read[int]:
        """What somebody can withdraw in an asset.

        Solidity: `creditOf(address,address)`, view, selector 0x035ec584
        """
        return self._read("creditOf(address,address)", int, asset, holder)

    def feeParameters(
        self, user: _rt.Address, amount: int, urgency: int, complexity: int
    ) -> _rt.Read[_structs.IDynamicFeeStructure_FeeParameters]:
        """The four factors behind `calculateFee`.

        Solidity: `feeParameters(address,uint256,uint256,uint256)`, view, selector 0x1de782fd
        """
        return self._read(
            "feeParameters(address,uint256,uint256,uint256)",
            _structs.IDynamicFeeStructure_FeeParameters,
            user,
            amount,
            urgency,
            complexity,
        )

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

    def identityRegistry(self) -> _rt.Read[_rt.Address]:
        """Where identities are looked up; zero for nowhere.

        Solidity: `identityRegistry()`, view, selector 0x134e18f4
        """
        return self._read("identityRegistry()", _rt.Address)

    def initialize(
        self,
        authority_: _rt.Address,
        identityRegistry_: _rt.Address,
        treasury_: _rt.Address,
        insurance_: _rt.Address,
    ) -> _rt.Write[None]:
        """Sets the fee structure up, with schedules that charge nothing.

        Arguments: `authority_` the chain's access manager; `identityRegistry_` where identities
        are looked up; zero for nowhere; `insurance_` who has the insurance's share; `treasury_`
        who has the treasury's share

        Solidity: `initialize(address,address,address,address)`, nonpayable, selector 0xf8c8765e
        """
        return self._write(
            "initialize(address,address,address,address)",
            type(None),
            authority_,
            identityRegistry_,
            treasury_,
            insurance_,
        )

    def institutionOf(self, identity: _rt.Address) -> _rt.Read[_rt.Address]:
        """The institution that an identity is linked to; zero for none.

        Solidity: `institutionOf(address)`, view, selector 0xa3bbd439
        """
        return self._read("institutionOf(address)", _rt.Address, identity)

    def insurance(self) -> _rt.Read[_rt.Address]:
        """Who has the insurance's share.

        Solidity: `insurance()`, view, selector 0x89cf3204
        """
        return self._read("insurance()", _rt.Address)

    def isConsumingScheduledOp(self) -> _rt.Read[bytes]:
        """Returns true only in the context of a delayed restricted call, at the moment that the
        scheduled operation is being consumed. Prevents denial of service for delayed restricted
        calls in the case that the contract performs attacker controlled calls.

        Solidity: `isConsumingScheduledOp()`, view, selector 0x8fb36037
        """
        return self._read("isConsumingScheduledOp()", bytes)

    def lineOf(
        self, collector: _rt.Address, asset: _rt.Address
    ) -> _rt.Read[_structs.IDynamicFeeStructureCollection_Line]:
        """What a collector owes in an asset.

        Solidity: `lineOf(address,address)`, view, selector 0x62c0079c
        """
        return self._read(
            "lineOf(address,address)",
            _structs.IDynamicFeeStructureCollection_Line,
            collector,
            asset,
        )

    def localRolesOf(self, account: _rt.Address) -> _rt.Read[int]:
        """All local roles of an account, one bit each.

        Solidity: `localRolesOf(address)`, view, selector 0x303d086c
        """
        return self._read("localRolesOf(address)", int, account)

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

    def promiseOf(
        self, collector: _rt.Address, asset: _rt.Address, payer: _rt.Address, serial: int
    ) -> _rt.Read[_structs.IDynamicFeeStructureCollection_Promise]:
        """A promise that is open or claimable; all zero when there is none.

        Solidity: `promiseOf(address,address,address,uint256)`, view, selector 0x5966e9ad
        """
        return self._read(
            "promiseOf(address,address,address,uint256)",
            _structs.IDynamicFeeStructureCollection_Promise,
            collector,
            asset,
            payer,
            serial,
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

    def publishSchedules(
        self,
        schedules: _rt.Sequence[_structs.IDynamicFeeStructureSchedules_Schedule],
        effectiveAt: int,
    ) -> _rt.Write[int]:
        """Publishes the schedules of all products as a new version.

        Restricted: FEE_ADMIN. Reverts with `ScheduleRefused`, `NoticeTooShort` or
        `SchedulesWaiting`.

        Arguments: `effectiveAt` first second at which they hold; `schedules` by product, in the
        order of `Product`

        Returns: `version` its number

        Solidity:
        `publishSchedules((uint64[3],uint16[4],uint48[4],uint16[4],uint24[3],uint24[3],uint40[3],uint8,uint64,uint64,uint24,uint32,uint24,uint24,bytes24,bytes24,uint8,uint32,uint256[2])[6],uint40)`,
        nonpayable, selector 0xfd882649
        """
        return self._write(
            "publishSchedules((uint64[3],uint16[4],uint48[4],uint16[4],uint24[3],uint24[3],uint40[3],uint8,uint64,uint64,uint24,uint32,uint24,uint24,bytes24,bytes24,uint8,uint32,uint256[2])[6],uint40)",
            int,
            schedules,
            effectiveAt,
        )

    def quote(
        self,
        collector: _rt.Address,
        request: _structs.IDynamicFeeStructure_FeeRequest,
        baseFee: int,
    ) -> _rt.Read[_structs.IDynamicFeeStructure_FeeBreakdown]:
        """What `charge` would take in a block of this time, with every part.

        Takes the base fee as an argument because a call outside a block may see zero. At zero
        there is no congestion premium. Not refused while charging is paused. Reverts with
        `AmountTooLarge`, `LevelUnknown` or `DecimalsTooLarge`.

        Arguments: `baseFee` wei; `collector` who would charge: its stored price holds when the
        request has none; `request` the deal

        Returns: `breakdown` the fee and its parts

        Solidity:
        `quote(address,(uint8,address,address,uint256,uint64,uint8,uint8,uint8,address),uint256)`,
        view, selector 0xcf9d036a
        """
        return self._read(
            "quote(address,(uint8,address,address,uint256,uint64,uint8,uint8,uint8,address),uint256)",
            _structs.IDynamicFeeStructure_FeeBreakdown,
            collector,
            request,
            baseFee,
        )

    def refreshAccounts(self, wallets: _rt.Sequence[_rt.Address]) -> _rt.Write[None]:
        """Looks up wallets' accounts now; anyone may call.

        Solidity: `refreshAccounts(address[])`, nonpayable, selector 0x61ca7078
        """
        return self._write("refreshAccounts(address[])", type(None), wallets)

    def refreshedAt(self, wallet: _rt.Address) -> _rt.Read[int]:
        """When a wallet's account was last looked up; zero for never.

        Solidity: `refreshedAt(address)`, view, selector 0x3b8940bc
        """
        return self._read("refreshedAt(address)", int, wallet)

    def reportDelivery(
        self, asset: _rt.Address, payer: _rt.Address, serial: int, deliveredAt: int
    ) -> _rt.Write[bool]:
        """Says when what was paid for was delivered: in time, the premium joins the line; late, it
        is the payer's.

        Local role PRODUCT, each collector its own charges. Pause group SERVICE. Calls nobody. A
        charge that promised nothing, or whose promise has been reported or refunded, is left as
        it is: a delivery must not fail because of its fee. Reverts with `DeliveredInFuture`, or
        `AccrualFull` of `IDynamicFeeStructure`.

        Arguments: `asset` of the charge; `deliveredAt` Unix time, not in the future; `payer` of
        the charge; `serial` as `charge` returned it

        Returns: `kept` whether a promise was kept by this report

        Solidity: `reportDelivery(address,address,uint256,uint256)`, nonpayable, selector
        0xea7f09a5
        """
        return self._write(
            "reportDelivery(address,address,uint256,uint256)",
            bool,
            asset,
            payer,
            serial,
            deliveredAt,
        )

    def revokeLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Revokes a local role; what lines remember of the role PRODUCT is void with it.

        Solidity: `revokeLocalRole(uint8,address)`, nonpayable, selector 0x855894db
        """
        return self._write("revokeLocalRole(uint8,address)", type(None), role, account)

    def revokeTerms(self, account: _rt.Address) -> _rt.Write[None]:
        """Ends an account's waiver and tier at once.

        Restricted: RISK_OFFICER.

        Solidity: `revokeTerms(address)`, nonpayable, selector 0x3802f489
        """
        return self._write("revokeTerms(address)", type(None), account)

    def sampleBaseFee(self) -> _rt.Write[None]:
        """Brings the average base fee up to date; anyone may call.

        The average moves towards the block's base fee by the time since the last sample over a
        day, an eighth at most. A second sample in one block changes nothing. An average older
        than a day loses its say, and has none after two.

        Solidity: `sampleBaseFee()`, nonpayable, selector 0x3731b30c
        """
        return self._write("sampleBaseFee()", type(None))

    def scheduleOf(
        self, version: int, product: int
    ) -> _rt.Read[_structs.IDynamicFeeStructureSchedules_Schedule]:
        """A schedule of a version; that of a version that was not published is all zero.

        Solidity: `scheduleOf(uint256,uint8)`, view, selector 0x4e9e4b86
        """
        return self._read(
            "scheduleOf(uint256,uint8)",
            _structs.IDynamicFeeStructureSchedules_Schedule,
            version,
            product,
        )

    def setAuthority(self, newAuthority: _rt.Address) -> _rt.Write[None]:
        """Transfers control to a new authority. The caller must be the current authority.

        Solidity: `setAuthority(address)`, nonpayable, selector 0x7a9e5e4b
        """
        return self._write("setAuthority(address)", type(None), newAuthority)

    def setCongestionSource(self, source: _rt.Address) -> _rt.Write[None]:
        """Sets where congestion is read instead of the base fee; zero for the base fee.

        Restricted: FEE_ADMIN. Reverts with `SourceWithoutCode`.

        Solidity: `setCongestionSource(address)`, nonpayable, selector 0xdf6f3025
        """
        return self._write("setCongestionSource(address)", type(None), source)

    def setIdentityRegistry(self, registry: _rt.Address) -> _rt.Write[None]:
        """Sets where identities are looked up.

        Restricted: FEE_ADMIN.

        Solidity: `setIdentityRegistry(address)`, nonpayable, selector 0xcbf3f861
        """
        return self._write("setIdentityRegistry(address)", type(None), registry)

    def setInstitution(self, identity: _rt.Address, institution: _rt.Address) -> _rt.Write[None]:
        """Links an identity to an institution, which may be any address that stands for it; zero
        unlinks.

        Restricted: OPERATOR. Holds for a wallet when it is next refreshed.

        Solidity: `setInstitution(address,address)`, nonpayable, selector 0xa33eed66
        """
        return self._write("setInstitution(address,address)", type(None), identity, institution)

    def setPrice(
        self, collector: _rt.Address, asset: _rt.Address, price: int, decimals: int
    ) -> _rt.Write[None]:
        """Stores an asset's price for a collector that gives none.

        Local role PRICER. Reverts with `DecimalsTooLarge`. Zero takes the price away.

        Arguments: `collector` whose; zero, with asset zero, is the price of `calculateFee`;
        `decimals` of the asset; `price` value of one whole unit, 8 decimals

        Solidity: `setPrice(address,address,uint64,uint8)`, nonpayable, selector 0xf0b9c217
        """
        return self._write(
            "setPrice(address,address,uint64,uint8)", type(None), collector, asset, price, decimals
        )

    def setRecipients(self, treasury_: _rt.Address, insurance_: _rt.Address) -> _rt.Write[None]:
        """Sets who has the treasury's and the insurance's shares.

        Restricted: TREASURER. Reverts with `RecipientMissing`.

        Solidity: `setRecipients(address,address)`, nonpayable, selector 0x16de1335
        """
        return self._write("setRecipients(address,address)", type(None), treasury_, insurance_)

    def setSplit(
        self, collector: _rt.Address, split: _structs.IDynamicFeeStructureCollection_Split
    ) -> _rt.Write[None]:
        """Sets how a collector's fees are divided; of collector zero, those of collectors without
        a split.

        Restricted: FEE_ADMIN. Reverts with `SplitTooLarge`.

        Solidity: `setSplit(address,(address,uint16,uint16))`, nonpayable, selector 0xe4bdadb6
        """
        return self._write(
            "setSplit(address,(address,uint16,uint16))", type(None), collector, split
        )

    def setTerms(
        self, account: _rt.Address, terms: _structs.IDynamicFeeStructureAccounts_Terms
    ) -> _rt.Write[None]:
        """Sets what was agreed with an account.

        Restricted: FEE_ADMIN. Reverts with `TermsOutOfRange`.

        Solidity: `setTerms(address,(uint8,uint24,uint40,uint8))`, nonpayable, selector
        0x2a957906
        """
        return self._write(
            "setTerms(address,(uint8,uint24,uint40,uint8))", type(None), account, terms
        )

    def splitOf(
        self, collector: _rt.Address
    ) -> _rt.Read[_structs.IDynamicFeeStructureCollection_Split]:
        """The split that holds for a collector.

        Solidity: `splitOf(address)`, view, selector 0x41890891
        """
        return self._read(
            "splitOf(address)", _structs.IDynamicFeeStructureCollection_Split, collector
        )

    def sweep(self, collector: _rt.Address, asset: _rt.Address) -> _rt.Write[int]:
        """Makes a collector pay its line and credits the split; anyone may call.

        Pause group SWEEPING. The split in force at the time holds; the treasury has what the
        other two shares, each rounded down, leave. Reverts with `NothingAccrued` or
        `CollectorPaidNothing`.

        Returns: `received` units that arrived

        Solidity: `sweep(address,address)`, nonpayable, selector 0xb8dc491b
        """
        return self._write("sweep(address,address)", int, collector, asset)

    def treasury(self) -> _rt.Read[_rt.Address]:
        """Who has the treasury's share.

        Solidity: `treasury()`, view, selector 0x61d027b3
        """
        return self._read("treasury()", _rt.Address)

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

    def versions(self) -> _rt.Read[tuple[int, int, int]]:
        """The version in force, and the one that waits, zero when none does.

        Solidity: `versions()`, view, selector 0xf8b1cb3c
        """
        return self._read("versions()", tuple[int, int, int])

    def withdraw(self, asset: _rt.Address, to: _rt.Address) -> _rt.Write[int]:
        """Sends the caller what it was credited in an asset.

        Pause group WITHDRAWALS. Reverts with `NothingCredited` or `WithdrawalToNobody`.

        Returns: `amount` units sent

        Solidity: `withdraw(address,address)`, nonpayable, selector 0xf940e385
        """
        return self._write("withdraw(address,address)", int, asset, to)

    def withdrawSchedules(self) -> _rt.Write[None]:
        """Withdraws the schedules that wait; those in force stay.

        Restricted: RISK_OFFICER. Reverts with `NoSchedulesWaiting`.

        Solidity: `withdrawSchedules()`, nonpayable, selector 0xca25d40b
        """
        return self._write("withdrawSchedules()", type(None))


class DynamicFeeStructure(_rt.Contract):
    """See `IDynamicFeeStructure`. This implementation quotes and charges; everything else,
    also roles and pauses, is `FeeAdministrationExtension`, which the fallback reaches at
    the same address: the fewer functions stand here, the sooner a charge is found.
    """

    NAME = "DynamicFeeStructure"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        DynamicFeeStructureEvents.AccountRefreshed,
        DynamicFeeStructureEvents.AuthorityUpdated,
        DynamicFeeStructureEvents.BaseFeeSampled,
        DynamicFeeStructureEvents.CongestionSourceSet,
        DynamicFeeStructureEvents.CreditWithdrawn,
        DynamicFeeStructureEvents.DetailedFeeCharged,
        DynamicFeeStructureEvents.FeeCharged,
        DynamicFeeStructureEvents.FeesSwept,
        DynamicFeeStructureEvents.GroupsPaused,
        DynamicFeeStructureEvents.GroupsUnpaused,
        DynamicFeeStructureEvents.IdentityRegistrySet,
        DynamicFeeStructureEvents.Initialized,
        DynamicFeeStructureEvents.InstitutionSet,
        DynamicFeeStructureEvents.LocalRoleGranted,
        DynamicFeeStructureEvents.LocalRoleRevoked,
        DynamicFeeStructureEvents.PremiumRefunded,
        DynamicFeeStructureEvents.PriceSet,
        DynamicFeeStructureEvents.RecipientsSet,
        DynamicFeeStructureEvents.SchedulesPublished,
        DynamicFeeStructureEvents.SchedulesWithdrawn,
        DynamicFeeStructureEvents.ServiceKept,
        DynamicFeeStructureEvents.ServiceMissed,
        DynamicFeeStructureEvents.ServicePromised,
        DynamicFeeStructureEvents.SplitSet,
        DynamicFeeStructureEvents.TermsSet,
        DynamicFeeStructureEvents.Upgraded,
    )
    structs: TypeAlias = DynamicFeeStructureStructs
    errors: TypeAlias = DynamicFeeStructureErrors
    events: TypeAlias = DynamicFeeStructureEvents

    @cached_property
    def functions(self) -> DynamicFeeStructureFunctions:
        """What the contract can be asked and told."""
        return DynamicFeeStructureFunctions(self.contract, self.ERRORS)
