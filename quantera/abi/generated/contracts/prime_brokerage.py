"""PrimeBrokerage and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class PrimeBrokerageStructs:
    """Structs of PrimeBrokerage."""

    AccountRisk: TypeAlias = _structs.IBrokerageAccountRisk_AccountRisk
    AccountState: TypeAlias = _structs.IBrokerageAccounts_AccountState
    CreditState: TypeAlias = _structs.IBrokerageAccounts_CreditState
    CreditTerms: TypeAlias = _structs.IBrokerageAccounts_CreditTerms
    LiquidationTerms: TypeAlias = _structs.IBrokerageAuctions_LiquidationTerms
    Contribution: TypeAlias = _structs.IBrokerageDefault_Contribution
    DefaultFund: TypeAlias = _structs.IBrokerageDefault_DefaultFund
    PoolState: TypeAlias = _structs.IBrokerageLending_PoolState
    LiquidationOrder: TypeAlias = _structs.IBrokerageLiquidation_LiquidationOrder
    MarginCall: TypeAlias = _structs.IBrokerageMargin_MarginCall
    TradeOrder: TypeAlias = _structs.IBrokerageMatching_TradeOrder
    Grant: TypeAlias = _structs.IBrokerageOperators_Grant
    FeedSettings: TypeAlias = _structs.IBrokeragePrices_FeedSettings
    SignedTerms: TypeAlias = _structs.IBrokeragePrices_SignedTerms
    AssetCaps: TypeAlias = _structs.IBrokerageRisk_AssetCaps
    AssetListing: TypeAlias = _structs.IBrokerageRisk_AssetListing
    AccountTerms: TypeAlias = _structs.IBrokerageTerms_AccountTerms
    CollateralItem: TypeAlias = _structs.IBrokerageViews_CollateralItem
    DebtItem: TypeAlias = _structs.IBrokerageViews_DebtItem
    MarginShortfall: TypeAlias = _structs.IBrokerageViews_MarginShortfall
    PositionItem: TypeAlias = _structs.IBrokerageViews_PositionItem
    CrossMarginPosition: TypeAlias = _structs.IPrimeBrokerage_CrossMarginPosition
    EnterpriseAccount: TypeAlias = _structs.IPrimeBrokerage_EnterpriseAccount


class PrimeBrokerageErrors:
    """Errors of PrimeBrokerage."""

    AccessManagedInvalidAuthority: TypeAlias = _errors.AccessManagedInvalidAuthority
    AccessManagedRequiredDelay: TypeAlias = _errors.AccessManagedRequiredDelay
    AccessManagedUnauthorized: TypeAlias = _errors.AccessManagedUnauthorized
    AccountFrozen: TypeAlias = _errors.AccountFrozen
    AccountHealthy: TypeAlias = _errors.AccountHealthy
    AccountKnown: TypeAlias = _errors.AccountKnown
    AccountNotYours: TypeAlias = _errors.AccountNotYours
    AccountUnknown: TypeAlias = _errors.AccountUnknown
    AccountsUnrelated: TypeAlias = _errors.AccountsUnrelated
    AddressEmptyCode: TypeAlias = _errors.AddressEmptyCode
    AddressWithoutCode: TypeAlias = _errors.AddressWithoutCode
    AmountNotMoved: TypeAlias = _errors.AmountNotMoved
    AmountTooLarge: TypeAlias = _errors.AmountTooLarge_uint256_uint256
    AmountZero: TypeAlias = _errors.AmountZero
    AssetListFull: TypeAlias = _errors.AssetListFull
    AssetNotUsable: TypeAlias = _errors.AssetNotUsable
    AssetUnknown: TypeAlias = _errors.AssetUnknown_uint256
    AuthorityWithoutCode: TypeAlias = _errors.AuthorityWithoutCode
    BatchEmpty: TypeAlias = _errors.BatchEmpty
    BatchOfOther: TypeAlias = _errors.BatchOfOther
    BatchRunning: TypeAlias = _errors.BatchRunning
    BookOwesNothing: TypeAlias = _errors.BookOwesNothing
    CashInsufficient: TypeAlias = _errors.CashInsufficient
    CloseOnly: TypeAlias = _errors.CloseOnly
    CollateralCapExceeded: TypeAlias = _errors.CollateralCapExceeded
    CollateralInsufficient: TypeAlias = _errors.CollateralInsufficient
    ContributorRefused: TypeAlias = _errors.ContributorRefused
    CreditLimitExceeded: TypeAlias = _errors.CreditLimitExceeded
    CreditLimitInvalid: TypeAlias = _errors.CreditLimitInvalid
    CreditLineLapsed: TypeAlias = _errors.CreditLineLapsed
    DefaultPremature: TypeAlias = _errors.DefaultPremature
    ERC1967InvalidImplementation: TypeAlias = _errors.ERC1967InvalidImplementation
    ERC1967NonPayable: TypeAlias = _errors.ERC1967NonPayable
    EvidenceNotAttested: TypeAlias = _errors.EvidenceNotAttested
    FailedCall: TypeAlias = _errors.FailedCall
    FeeAboveLimit: TypeAlias = _errors.FeeAboveLimit
    FeeStructureFailed: TypeAlias = _errors.FeeStructureFailed
    FeedRefused: TypeAlias = _errors.FeedRefused
    FeedsDisagree: TypeAlias = _errors.FeedsDisagree
    FeedsMissing: TypeAlias = _errors.FeedsMissing
    FeesNotCollected: TypeAlias = _errors.FeesNotCollected
    FinancingOutOfRange: TypeAlias = _errors.FinancingOutOfRange
    FirstLossExceeded: TypeAlias = _errors.FirstLossExceeded
    FundAmount: TypeAlias = _errors.FundAmount
    FundFloorBreached: TypeAlias = _errors.FundFloorBreached
    FundSharesExceeded: TypeAlias = _errors.FundSharesExceeded
    FundTermsInvalid: TypeAlias = _errors.FundTermsInvalid
    GainAtStalePrice: TypeAlias = _errors.GainAtStalePrice
    GasTooLow: TypeAlias = _errors.GasTooLow
    GraceTooLong: TypeAlias = _errors.GraceTooLong
    GrantExpired: TypeAlias = _errors.GrantExpired
    GrantNonceSpent: TypeAlias = _errors.GrantNonceSpent
    GrantNotSigned: TypeAlias = _errors.GrantNotSigned
    GroupLimitExceeded: TypeAlias = _errors.GroupLimitExceeded
    GroupPaused: TypeAlias = _errors.GroupPaused
    ImpairmentUnchanged: TypeAlias = _errors.ImpairmentUnchanged
    InstitutionCapExceeded: TypeAlias = _errors.InstitutionCapExceeded
    InstitutionKnown: TypeAlias = _errors.InstitutionKnown
    InstitutionNotVerified: TypeAlias = _errors.InstitutionNotVerified
    InstitutionUnknown: TypeAlias = _errors.InstitutionUnknown
    InsufficientLiquidity: TypeAlias = _errors.InsufficientLiquidity
    InvalidInitialization: TypeAlias = _errors.InvalidInitialization
    IssuerCapExceeded: TypeAlias = _errors.IssuerCapExceeded
    LenderNotVerified: TypeAlias = _errors.LenderNotVerified
    LiquidationNonceMismatch: TypeAlias = _errors.LiquidationNonceMismatch
    LiquidationTermsInvalid: TypeAlias = _errors.LiquidationTermsInvalid
    LiquidationWorsens: TypeAlias = _errors.LiquidationWorsens
    LiquidatorIneligible: TypeAlias = _errors.LiquidatorIneligible
    ListingInvalid: TypeAlias = _errors.ListingInvalid
    LocalRoleForNobody: TypeAlias = _errors.LocalRoleForNobody
    LocalRoleMissing: TypeAlias = _errors.LocalRoleMissing
    MarginInsufficient: TypeAlias = _errors.MarginInsufficient
    MarginNotCured: TypeAlias = _errors.MarginNotCured
    MatchBandTooWide: TypeAlias = _errors.MatchBandTooWide
    NoMarginCall: TypeAlias = _errors.NoMarginCall
    NoSettlementAsset: TypeAlias = _errors.NoSettlementAsset
    NotInitializing: TypeAlias = _errors.NotInitializing
    NotLiquidatable: TypeAlias = _errors.NotLiquidatable
    NotLooser: TypeAlias = _errors.NotLooser
    NotStricter: TypeAlias = _errors.NotStricter
    NotTheFeeStructure: TypeAlias = _errors.NotTheFeeStructure
    NotTheInstitution: TypeAlias = _errors.NotTheInstitution
    NothingOwed_uint256_uint256: TypeAlias = _errors.NothingOwed_uint256_uint256
    NothingOwed_uint256_uint8: TypeAlias = _errors.NothingOwed_uint256_uint8
    NothingToClaim: TypeAlias = _errors.NothingToClaim
    NothingToLiquidate: TypeAlias = _errors.NothingToLiquidate
    NoticeRunning: TypeAlias = _errors.NoticeRunning
    OpenInterestExceeded: TypeAlias = _errors.OpenInterestExceeded
    OperatorInvalid: TypeAlias = _errors.OperatorInvalid
    OrderExpired: TypeAlias = _errors.OrderExpired
    OrderNonceUsed: TypeAlias = _errors.OrderNonceUsed
    OrderNotSigned: TypeAlias = _errors.OrderNotSigned
    OrderSizeExceeded: TypeAlias = _errors.OrderSizeExceeded
    OrdersUnfit: TypeAlias = _errors.OrdersUnfit
    ParameterOutOfRange: TypeAlias = _errors.ParameterOutOfRange_string_uint256_uint256_uint256
    PayerNotVerified: TypeAlias = _errors.PayerNotVerified
    PoolOverflow: TypeAlias = _errors.PoolOverflow
    PositionEmpty: TypeAlias = _errors.PositionEmpty
    PriceBeyondLimit: TypeAlias = _errors.PriceBeyondLimit
    PriceOutOfBand: TypeAlias = _errors.PriceOutOfBand
    PriceSettingsInvalid: TypeAlias = _errors.PriceSettingsInvalid
    PriceSettingsNotTighter: TypeAlias = _errors.PriceSettingsNotTighter
    PriceStale: TypeAlias = _errors.PriceStale
    PricesMalformed: TypeAlias = _errors.PricesMalformed
    PricesNotDue: TypeAlias = _errors.PricesNotDue
    PricesNotSigned: TypeAlias = _errors.PricesNotSigned
    RateTooHigh: TypeAlias = _errors.RateTooHigh
    RatioLowered: TypeAlias = _errors.RatioLowered
    RatiosUnordered: TypeAlias = _errors.RatiosUnordered
    RecipientRefused: TypeAlias = _errors.RecipientRefused
    ReentrancyGuardReentrantCall: TypeAlias = _errors.ReentrancyGuardReentrantCall
    ReserveShareTooHigh: TypeAlias = _errors.ReserveShareTooHigh
    ReservesInsufficient: TypeAlias = _errors.ReservesInsufficient
    RightsUnknown: TypeAlias = _errors.RightsUnknown
    SafeCastOverflowedIntDowncast: TypeAlias = _errors.SafeCastOverflowedIntDowncast
    SafeCastOverflowedUintDowncast: TypeAlias = _errors.SafeCastOverflowedUintDowncast
    SafeERC20FailedOperation: TypeAlias = _errors.SafeERC20FailedOperation
    SeizedTooFew: TypeAlias = _errors.SeizedTooFew
    SeizureCapReached: TypeAlias = _errors.SeizureCapReached
    SelfLiquidation: TypeAlias = _errors.SelfLiquidation
    SequencerUnavailable: TypeAlias = _errors.SequencerUnavailable
    SharesInsufficient: TypeAlias = _errors.SharesInsufficient
    ShockInvalid: TypeAlias = _errors.ShockInvalid
    SignedPricesOff: TypeAlias = _errors.SignedPricesOff
    SizeInvalid: TypeAlias = _errors.SizeInvalid
    TermsInvalid: TypeAlias = _errors.TermsInvalid_string
    TermsLooser: TypeAlias = _errors.TermsLooser
    TermsNotProposed: TypeAlias = _errors.TermsNotProposed
    TermsNotYours: TypeAlias = _errors.TermsNotYours
    TokenAlreadyListed: TypeAlias = _errors.TokenAlreadyListed
    TooLittle: TypeAlias = _errors.TooLittle
    TooManyAssets: TypeAlias = _errors.TooManyAssets
    UUPSUnauthorizedCallContext: TypeAlias = _errors.UUPSUnauthorizedCallContext
    UUPSUnsupportedProxiableUUID: TypeAlias = _errors.UUPSUnsupportedProxiableUUID
    UpgradeOutsideManager: TypeAlias = _errors.UpgradeOutsideManager
    WrongDirection: TypeAlias = _errors.WrongDirection
    WrongWayRisk: TypeAlias = _errors.WrongWayRisk


class PrimeBrokerageEvents:
    """Events of PrimeBrokerage."""

    @dataclass(frozen=True)
    class AccountFreezeSet(_rt.Event):
        """An account was frozen, or no longer is."""

        SIGNATURE: ClassVar[str] = "AccountFreezeSet(uint256,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7b6ae9d850352ae033eb4185d38a62b8d97b52a2f523cb9f526174b3c0102411"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: int
        frozen: bool

    @dataclass(frozen=True)
    class AccountOpened(_rt.Event):
        """An account exists from now on."""

        SIGNATURE: ClassVar[str] = "AccountOpened(uint256,address,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8ae01d12de30b9edc3d5ffb19883527d0f74ea12f7c1533028566036103993ed"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        account: int
        institution: _rt.Address
        subAccount: int

    @dataclass(frozen=True)
    class AccountRestricted(_rt.Event):
        """An account was restricted to closing, or no longer is."""

        SIGNATURE: ClassVar[str] = "AccountRestricted(uint256,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "4fba12d5a745e0859b066e12b603388f558d651c575f1868170f8d6772805b3a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: int
        restricted: bool

    @dataclass(frozen=True)
    class AssetActivitySet(_rt.Event):
        """An asset gives no new power any more, or does again."""

        SIGNATURE: ClassVar[str] = "AssetActivitySet(uint8,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "67d360c8cde18afd71967f3bae9375b32fa8a6d79d897b72e57f1d1cc49ebfee"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        isActive: bool

    @dataclass(frozen=True)
    class AssetAdmitted(_rt.Event):
        """An asset was listed."""

        SIGNATURE: ClassVar[str] = (
            "AssetAdmitted(uint8,address,(address,uint8,bool,bool,bool,uint16,uint8,uint16,uint16,uint16,address,(uint128,uint128,uint128)),uint8)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e531656f2e872c5fc0549684945b62dc57187a9eb01f93772a2d2bbc45880983"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        assetId: int
        token: _rt.Address
        listing: _structs.IBrokerageRisk_AssetListing
        decimals: int

    @dataclass(frozen=True)
    class AssetCapsSet(_rt.Event):
        """Caps of an asset were set."""

        SIGNATURE: ClassVar[str] = "AssetCapsSet(uint8,(uint128,uint128,uint128))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c60c62b26cc1cdf825839c883906834a856392269752996c891049f1a3d32222"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        caps: _structs.IBrokerageRisk_AssetCaps

    @dataclass(frozen=True)
    class AssetUsesSet(_rt.Event):
        """An asset was admitted for more; each says what it is now."""

        SIGNATURE: ClassVar[str] = "AssetUsesSet(uint8,bool,bool,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "70112254e5ff426852c09fd47153ac049e8d014205034e0fcbb64ea8691ad180"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        assetId: int
        isCollateral: bool
        isTradable: bool
        isSettlement: bool

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
    class BookSettled(_rt.Event):
        """Units that the book owed to a pool were paid to it, for units out of the cash asset's
        pool.
        """

        SIGNATURE: ClassVar[str] = "BookSettled(uint256,uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0c0021ff030888bcd5d2955cf101815f186bfec7abd5c8102b25cd8dc7c1e523"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        assetId: int
        cashAsset: int
        payer: _rt.Address
        settled: int
        paid: int

    @dataclass(frozen=True)
    class BorrowRateSet(_rt.Event):
        """A pool's yearly rate changed."""

        SIGNATURE: ClassVar[str] = "BorrowRateSet(uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f20103dc1bca6dd83d357bc0db5f1b344e9ac54bf97836e7860391b41ade0dab"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        ratePips: int

    @dataclass(frozen=True)
    class Borrowed(_rt.Event):
        """An account owes more.

        Arguments: `amount` units lent, without the fee; `shares` shares of the pool's debt
        afterwards
        """

        SIGNATURE: ClassVar[str] = "Borrowed(uint256,uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6132913642629e2afdaeed04fd857f053880582ed3a4de1e8acbb1ae289eecc3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        account: int
        assetId: int
        to: _rt.Address
        amount: int
        shares: int

    @dataclass(frozen=True)
    class CashApplied(_rt.Event):
        """Cash of a defaulted account was used up for its debt.

        Arguments: `value` all of it, or as much as the debt took
        """

        SIGNATURE: ClassVar[str] = "CashApplied(uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9c51182ecf9fd74874ff372b63bace800f14200dc8089179ce5f391c9e5ad8cd"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: int
        value: int

    @dataclass(frozen=True)
    class CashAssetSet(_rt.Event):
        """Gains and losses are settled in this asset."""

        SIGNATURE: ClassVar[str] = "CashAssetSet(uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "0267e0436740498231199899d7041672095cb1d99a71debb7463c94b32fff99e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        assetId: int

    @dataclass(frozen=True)
    class CashWithdrawn(_rt.Event):
        """Cash of an account was paid out in the cash asset.

        Arguments: `amount` units of the cash asset paid; `value` taken off the account's cash
        """

        SIGNATURE: ClassVar[str] = "CashWithdrawn(uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ab2cb0f920fdffd209d1c3fa329b8eec1a2a7c336d744eea89193265fb6db35a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        account: int
        to: _rt.Address
        value: int
        amount: int

    @dataclass(frozen=True)
    class CollateralDeposited(_rt.Event):
        """An account has more collateral.

        Arguments: `balance` units of the asset afterwards; `payer` who brought the units
        """

        SIGNATURE: ClassVar[str] = "CollateralDeposited(uint256,uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b4dea22bb9b172f55e8ce059a85bd1025323bf01da646c0cc094e742615fc243"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        account: int
        assetId: int
        payer: _rt.Address
        amount: int
        balance: int

    @dataclass(frozen=True)
    class CollateralMoved(_rt.Event):
        """Collateral moved between two sub-accounts of an institution."""

        SIGNATURE: ClassVar[str] = "CollateralMoved(uint256,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2d77ad86f597544b391cba93bb2a8ea5ab19025ab84aeb8cb682a037bf4e1fd1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        fromAccount: int
        toAccount: int
        assetId: int
        amount: int

    @dataclass(frozen=True)
    class CollateralWithdrawn(_rt.Event):
        """An account has less collateral.

        Arguments: `balance` units of the asset afterwards; `to` who received the units
        """

        SIGNATURE: ClassVar[str] = "CollateralWithdrawn(uint256,uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3338fe54a82a50d45ee3493564fd6ce4f04dd1ebea259dfd7ecaab950158992e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        account: int
        assetId: int
        to: _rt.Address
        amount: int
        balance: int

    @dataclass(frozen=True)
    class ConcentrationSet(_rt.Event):
        """How a concentrated asset is cut, in thousandths."""

        SIGNATURE: ClassVar[str] = "ConcentrationSet(uint16,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "27a70d78d2029286822297b4d030a364db0056c62bdad9e876a56d7269b485e4"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        thresholdMilli: int
        addOnMilli: int

    @dataclass(frozen=True)
    class CreditDaysSet(_rt.Event):
        """The last day or the day of review changed."""

        SIGNATURE: ClassVar[str] = "CreditDaysSet(address,uint16,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5bc03a90437c8c93cc4d9a06cae6c0c4d4691d2c4408c8c8338df6f1c5a1a10b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        institution: _rt.Address
        facilityEndDay: int
        reviewDay: int

    @dataclass(frozen=True)
    class CreditLimitSet(_rt.Event):
        """A credit limit changed."""

        SIGNATURE: ClassVar[str] = "CreditLimitSet(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fb587eed7d82436a3acb3b68b439f1ae35fab620859c89e06b5d2d0f020a5f8e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        institution: _rt.Address
        creditLimit: int

    @dataclass(frozen=True)
    class DefaultBorne(_rt.Event):
        """One step of a default's waterfall bore a loss.

        Arguments: `units` of the asset owed
        """

        SIGNATURE: ClassVar[str] = "DefaultBorne(uint256,uint8,uint8,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f6842b8e1e0449b1427cbeab5eac3a27791e85b31864c2b4911e237355db9d92"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        account: int
        assetId: int
        layer: int
        units: int

    @dataclass(frozen=True)
    class DefaultDeclared(_rt.Event):
        """An account's default was declared.

        Arguments: `owed` units that it owed, before its own cash was used
        """

        SIGNATURE: ClassVar[str] = "DefaultDeclared(uint256,uint8,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "abdc4f4e7bae3020372639667999c681152498bd8162e58fbfbdeb01964c536e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        account: int
        assetId: int
        owed: int

    @dataclass(frozen=True)
    class EvidenceModeSet(_rt.Event):
        """Evidence counts as stored from now on, or as the registry's mode of verification says."""

        SIGNATURE: ClassVar[str] = "EvidenceModeSet(bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "51af71d1e988df1e6b2e189e34c6e2783de8d92c4732b2dda3356683125ce984"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        attested: bool

    @dataclass(frozen=True)
    class ExposureRateSet(_rt.Event):
        """The potential exposure of positions was set."""

        SIGNATURE: ClassVar[str] = "ExposureRateSet(uint8,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "24b808772cf3313b9eb0406ab9c7cd8fb0ade81faeef7bc1a05025653af20c5c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        exposureBps: int

    @dataclass(frozen=True)
    class ExtraMarginSet(_rt.Event):
        """Points beyond the constants that every account must keep."""

        SIGNATURE: ClassVar[str] = "ExtraMarginSet(uint8,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "56508c84e19d2534eaff803faa5527e0727d99ce3f11f0bfdd674da59c7de6d8"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        extraInitial: int
        extraMaintenance: int

    @dataclass(frozen=True)
    class FeeCollected(_rt.Event):
        """A fee became debt of an account, and was set aside from the pool's units."""

        SIGNATURE: ClassVar[str] = "FeeCollected(uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7fad5a81d69823f1122cb787f4df239f21c141ac1c0ca80596e9752cad12e13f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        account: int
        assetId: int
        amount: int

    @dataclass(frozen=True)
    class FeeNotCharged(_rt.Event):
        """The fee structure refused to charge; the operation went on without a fee.

        Arguments: `amount` units that were borrowed or opened; `reason` selector of the fee
        structure's error
        """

        SIGNATURE: ClassVar[str] = "FeeNotCharged(uint256,uint256,uint256,bytes4)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "53ea33ed369df0ee2c9a1ca5cfd41c1d306421e27c06027e4ab812719fac5b52"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        account: int
        assetId: int
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
    class FeedFaulty(_rt.Event):
        """A feed's answer did not count."""

        SIGNATURE: ClassVar[str] = "FeedFaulty(uint8,address,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9db17747fb028d98865118f68f6153db43757f097a515075bb72ee4543ee8f65"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        assetId: int
        feed: _rt.Address
        fault: int

    @dataclass(frozen=True)
    class FeedsSet(_rt.Event):
        """Feeds were set, changed or tightened. The price that stood keeps standing."""

        SIGNATURE: ClassVar[str] = (
            "FeedsSet(uint8,(address,address,uint16,uint16,uint16,uint16,uint16,uint16,bool,bool))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7eb27420bb06cf2bb6d6b60489fbe46a72fe2d1e7535e6fc9db1e395defbcdfa"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        settings: _structs.IBrokeragePrices_FeedSettings

    @dataclass(frozen=True)
    class FeesAgreed(_rt.Event):
        """An institution agreed to fees of at most this share of what it borrows or opens."""

        SIGNATURE: ClassVar[str] = "FeesAgreed(address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2957b0a4f07d833b31cdc94088950d04e7cafafc3a21ef4bd9959fd83106b12e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        institution: _rt.Address
        mostBps: int

    @dataclass(frozen=True)
    class FeesPaid(_rt.Event):
        """Collected fees went to the fee structure."""

        SIGNATURE: ClassVar[str] = "FeesPaid(uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "905f2b3802aefa982c2d38dab3545e87f90b69e41c5d82c3abb700addd6b1f7a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        amount: int

    @dataclass(frozen=True)
    class FinancingSet(_rt.Event):
        """A financing rate was set; `word` and `track` are the asset's words, with the carry
        accrued until now.
        """

        SIGNATURE: ClassVar[str] = "FinancingSet(uint8,int24,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8e9419e59fecb5af5c695e2814dd68374dbc3203278daa2ab07e5b347d502b00"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        assetId: int
        ratePips: int
        word: int
        track: int

    @dataclass(frozen=True)
    class FirstLossFunded(_rt.Event):
        """The operator's capital was raised by a payment."""

        SIGNATURE: ClassVar[str] = "FirstLossFunded(uint8,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "115690e3ac51904f33f6fb6bf5571444901a8b4375b839a675886b7a608f027f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        assetId: int
        payer: _rt.Address
        units: int

    @dataclass(frozen=True)
    class FirstLossWithdrawn(_rt.Event):
        """The operator's capital was withdrawn."""

        SIGNATURE: ClassVar[str] = "FirstLossWithdrawn(uint8,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6ab385a38bd36e1d6dfb542104b154c120b8c9e9d9e0bb5c59f9004886c08e96"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        assetId: int
        to: _rt.Address
        units: int

    @dataclass(frozen=True)
    class FundContributed(_rt.Event):
        """An institution contributed."""

        SIGNATURE: ClassVar[str] = "FundContributed(uint8,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c883d9458ff762a910df511f5914e8a02024d2f8afe2b317fafde745fa5ff119"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        assetId: int
        institution: _rt.Address
        units: int
        shares: int

    @dataclass(frozen=True)
    class FundExhausted(_rt.Event):
        """Contributions were used up entirely."""

        SIGNATURE: ClassVar[str] = "FundExhausted(uint8,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "4d2fc07bc1ce09f258910c956a3c6f760db57bd22b979a95b17d31d7e0a445b1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        epoch: int

    @dataclass(frozen=True)
    class FundFloorSet(_rt.Event):
        """An institution's floor was set."""

        SIGNATURE: ClassVar[str] = "FundFloorSet(uint8,address,uint128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d2ceaa88444fd27c396e55534d217e949e48896048506cb68deac2f06d8971ca"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        assetId: int
        institution: _rt.Address
        units: int

    @dataclass(frozen=True)
    class FundNoticeGiven(_rt.Event):
        """Shares were put under notice; 0 withdraws the notice."""

        SIGNATURE: ClassVar[str] = "FundNoticeGiven(uint8,address,uint256,uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a56c840b4a198fc1dffb349b73c6fe757c7c3a5a924e5d2118ea9632984c630d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        assetId: int
        institution: _rt.Address
        shares: int
        withdrawableAt: int

    @dataclass(frozen=True)
    class FundTermsSet(_rt.Event):
        """The funds' terms were set."""

        SIGNATURE: ClassVar[str] = "FundTermsSet(uint24,uint24,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d3c1d7681a4d290da062cd9529d5e6e14daf9755e53beb9a0a66c5f97db5f878"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False, False)
        noticePeriod: int
        assessmentPeriod: int
        assessmentLimitBps: int

    @dataclass(frozen=True)
    class FundWithdrawn(_rt.Event):
        """An institution withdrew."""

        SIGNATURE: ClassVar[str] = "FundWithdrawn(uint8,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "01174e9638d207ac4a64a8d8c551620ed65c20a0f493e5274c71d953fe44b393"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        assetId: int
        institution: _rt.Address
        units: int
        shares: int

    @dataclass(frozen=True)
    class GraceSet(_rt.Event):
        """The time to react of a class of assets was set."""

        SIGNATURE: ClassVar[str] = "GraceSet(uint8,uint24)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "69b1d8dbbd7e774f7d0a25c94223b64d63afb553e26c0472c3f20e6dd0de9485"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        class_: int
        grace: int

    @dataclass(frozen=True)
    class GrantNonceUsed(_rt.Event):
        """A nonce can sign nothing any more."""

        SIGNATURE: ClassVar[str] = "GrantNonceUsed(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6b9d47be57adea0241defb2fb19b5079b81be4db3f433100c21d25c1294c13a9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        institution: _rt.Address
        nonce: int

    @dataclass(frozen=True)
    class GroupLimitSet(_rt.Event):
        """A group's limit changed."""

        SIGNATURE: ClassVar[str] = "GroupLimitSet(uint16,uint128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bf6cc3785e542461752cfc04ae7663427dc527c08c9fc4d616a560e14bac22df"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        group: int
        limitValue: int

    @dataclass(frozen=True)
    class GroupSet(_rt.Event):
        """An institution joined or left a group; zero for none."""

        SIGNATURE: ClassVar[str] = "GroupSet(address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "b106c7741fc13cad133652e993dad732594bb01a6f36de96f216516db7337943"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        institution: _rt.Address
        group: int

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
    class HaircutLowered(_rt.Event):
        """A haircut was lowered."""

        SIGNATURE: ClassVar[str] = "HaircutLowered(uint8,uint16,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "af48b1aa5091ad1a659f312b4f005f0db68c85786dcbc536efe7c14f7eb708c9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        assetId: int
        fromBps: int
        toBps: int

    @dataclass(frozen=True)
    class HaircutOverridden(_rt.Event):
        """A haircut was raised at once, past any ramp."""

        SIGNATURE: ClassVar[str] = "HaircutOverridden(uint8,uint16,uint16,address,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fb60f1eee1de0afe7758bee1b229a12608a606d2c5df793db70757db2d2ed8a6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, True, True)
        assetId: int
        fromBps: int
        toBps: int
        by: _rt.Address
        reason: bytes

    @dataclass(frozen=True)
    class HaircutRampSet(_rt.Event):
        """A haircut rises from one second to another."""

        SIGNATURE: ClassVar[str] = "HaircutRampSet(uint8,uint16,uint16,uint40,uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "48578cc50bf72421948f027ab6909e867c6a0375328cd47cb23209629c588b06"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False, False)
        assetId: int
        fromBps: int
        toBps: int
        start: int
        end: int

    @dataclass(frozen=True)
    class Impaired(_rt.Event):
        """An account was impaired."""

        SIGNATURE: ClassVar[str] = "Impaired(uint256,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ee4fc8787af4713ddb1661956f51d378977a1f6854bb9fd0747a95e160837f9c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: int
        reason: bytes

    @dataclass(frozen=True)
    class ImpairmentRemoved(_rt.Event):
        """An account's impairment was lifted."""

        SIGNATURE: ClassVar[str] = "ImpairmentRemoved(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "94f3387cabdaf912caff343ac490a3056bb348c474be2c718b9f59f56f1b7d97"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        account: int

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
    class InstitutionAdmitted(_rt.Event):
        """An institution was admitted."""

        SIGNATURE: ClassVar[str] = "InstitutionAdmitted(address,(uint256,uint16,uint16,uint16))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "887bf5619261b0c99c7692423ef2242e162cfa930142ca6ca35e9cf6c251e9a7"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        institution: _rt.Address
        terms: _structs.IBrokerageAccounts_CreditTerms

    @dataclass(frozen=True)
    class InterestAccrued(_rt.Event):
        """A pool's index moved on.

        Arguments: `borrowIndex` units per share of debt, 18 decimals; `interest` units that all
        debt grew by since interest was last taken up, rounded down; `reserved` units of it that
        were reserved
        """

        SIGNATURE: ClassVar[str] = "InterestAccrued(uint256,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e3972ae250606e82c6683843383cb8a51755588d2f443af42e8cb5b1e085392d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        assetId: int
        borrowIndex: int
        interest: int
        reserved: int

    @dataclass(frozen=True)
    class IssuerCapSet(_rt.Event):
        """Collateral of all assets that a group issued is held to a value, 8 decimals; zero for no
        such cap.
        """

        SIGNATURE: ClassVar[str] = "IssuerCapSet(uint16,uint128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ef732c3303b292f486db8a679a541ea888c866e63585e52758a17df1c09406d6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        issuerGroup: int
        capValue: int

    @dataclass(frozen=True)
    class Liquidated(_rt.Event):
        """Debt was repaid for collateral.

        Arguments: `bonusBps` the liquidator's bonus; `fee` units of the debt asset that became
        first-loss capital; `repaid` units by which the debt fell; `seized` units of collateral
        that the liquidator got
        """

        SIGNATURE: ClassVar[str] = (
            "Liquidated(uint256,address,uint8,uint8,uint256,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d9b5f9080305463b848bcba21fdceab75e35b552ea3deedcf9d70a1ee82e4295"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False, False, False)
        account: int
        liquidator: _rt.Address
        debtAsset: int
        collateral: int
        repaid: int
        fee: int
        seized: int
        bonusBps: int

    @dataclass(frozen=True)
    class LiquidationTermsSet(_rt.Event):
        """How liquidations go was set."""

        SIGNATURE: ClassVar[str] = (
            "LiquidationTermsSet((uint16,uint16,uint16,uint16,uint16,uint16,uint24,uint24,uint24,uint24,uint64))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7b6720e3f3638fe9976f75db82b45593f3185971241c9f5403dcf5c1c8f911bf"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        terms: _structs.IBrokerageAuctions_LiquidationTerms

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
    class LockdownSet(_rt.Event):
        """Lockdown of an institution's operators began or ended."""

        SIGNATURE: ClassVar[str] = "LockdownSet(address,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d00af4eb70012ebb13fcd9896348cedc60a2c90daca844a2d580e5c87db83a14"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        institution: _rt.Address
        locked: bool

    @dataclass(frozen=True)
    class MarginCallCured(_rt.Event):
        """An account's call ended, because it was mended or restored by liquidation."""

        SIGNATURE: ClassVar[str] = "MarginCallCured(uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3c1fe44180d3ea204ef4ea64fa307168628c4f7fd581796113ffb498054e71ef"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        account: int
        adjustedValue: int
        exposureValue: int

    @dataclass(frozen=True)
    class MarginCallEscalated(_rt.Event):
        """An account was seen below the liquidation threshold: its auction has begun."""

        SIGNATURE: ClassVar[str] = "MarginCallEscalated(uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d614ea5bd320a61eadc331b33307d88252f34361b2b21534b7214695e6b7a3ca"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        account: int
        adjustedValue: int
        exposureValue: int

    @dataclass(frozen=True)
    class MarginCallIssued(_rt.Event):
        """An account was called.

        Arguments: `adjustedValue` what its collateral counts for maintenance; `deadline` end of
        its time to react, in seconds since 1970; `exposureValue` its exposure
        """

        SIGNATURE: ClassVar[str] = "MarginCallIssued(uint256,uint40,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bde3b0faf59fbb461af59d1b78bf5ac192c6e94879186aa379d9a2c4d6eff303"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        account: int
        deadline: int
        adjustedValue: int
        exposureValue: int

    @dataclass(frozen=True)
    class MatchBandSet(_rt.Event):
        """The band of matched trades was set."""

        SIGNATURE: ClassVar[str] = "MatchBandSet(uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f358a11244a37dedab7084c97b1c10a5087ab682441cadb517330b1c9a8a914c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        bandBps: int

    @dataclass(frozen=True)
    class MaxAgeSet(_rt.Event):
        """How long a price counts was set."""

        SIGNATURE: ClassVar[str] = "MaxAgeSet(uint8,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2989417cf1e494715db76dfc710159ca2206ab8431d2ebe8c118817e630ecac1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        maxAgeMinutes: int

    @dataclass(frozen=True)
    class OperatorSet(_rt.Event):
        """An operator has these rights from now on, and no others."""

        SIGNATURE: ClassVar[str] = "OperatorSet(uint256,address,uint8,uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5df9e5078a6bda0d14b912d2cbbc151daac397b931a0a34e7b6c010da3193407"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        account: int
        operator: _rt.Address
        rights: int
        expiry: int

    @dataclass(frozen=True)
    class OrderFilled(_rt.Event):
        """Of an order this much has been used."""

        SIGNATURE: ClassVar[str] = "OrderFilled(bytes32,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fec331350fce78ba658e082a71da20ac9f8d798a99b3c79681c8440cbfe77e07"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        order: bytes
        filled: int

    @dataclass(frozen=True)
    class OrderNonceSpent(_rt.Event):
        """A signer's nonce can be used no more."""

        SIGNATURE: ClassVar[str] = "OrderNonceSpent(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d8e712fa625bd1b9b1c82238b71c900d0a2d850aa0d17e2a7dee5702bb1b0e69"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        signer: _rt.Address
        nonce: int

    @dataclass(frozen=True)
    class PositionChanged(_rt.Event):
        """A position changed; clearing's changed by the opposite of `traded` and of what the entry
        changed by.

        Arguments: `entryValue` what the position cost at average, less carry, value; `price` at
        which, value per whole token; `realisedValue` profit that was realised, negative for a
        loss; clearing realised the opposite; `size` of the position afterwards; `traded` units
        bought, negative when sold
        """

        SIGNATURE: ClassVar[str] = (
            "PositionChanged(uint256,uint256,int256,uint256,int256,int256,int256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "397a832d974f262f277187bdf2c67027de05e5eeac8d8b29e12231c1baf8c2c3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False, False)
        account: int
        assetId: int
        traded: int
        price: int
        size: int
        entryValue: int
        realisedValue: int

    @dataclass(frozen=True)
    class PositionLiquidated(_rt.Event):
        """A position was closed against the clearing account."""

        SIGNATURE: ClassVar[str] = "PositionLiquidated(uint256,uint8,int128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "47385cc1d1e9e07b91b9764a4661ec434fd9700d3e976d27880837424d446f1d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        account: int
        assetId: int
        size: int

    @dataclass(frozen=True)
    class PositionTakenOver(_rt.Event):
        """A position passed to another account.

        Arguments: `rewardValue` what the taker got for it; `size` units, negative for a short
        """

        SIGNATURE: ClassVar[str] = "PositionTakenOver(uint256,uint256,uint8,int128,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "89c8d2c9adad73b1382d73b13013ce617859f5011c05f19c16a87a39887e0185"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        account: int
        taker: int
        assetId: int
        size: int
        rewardValue: int

    @dataclass(frozen=True)
    class PricesPosted(_rt.Event):
        """A signed batch was brought.

        Arguments: `head` time of the prices in bits 0 to 39; from bit 40 a bit for each place
        in the batch whose price did not count; `prices` as they were signed
        """

        SIGNATURE: ClassVar[str] = "PricesPosted(address,uint256,bytes)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7b34ed587f82ba2102fc83d5f8f6dcd9f275a426905be8a1dfc96fd07afa5536"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        signer: _rt.Address
        head: int
        prices: bytes

    @dataclass(frozen=True)
    class PricesRefreshed(_rt.Event):
        """Prices were refreshed.

        Arguments: `assets` two bytes for each asset: its id and its `PriceOutcome`; `words` two
        for each asset: `RiskWord` and `FeedTrack` as they are now
        """

        SIGNATURE: ClassVar[str] = "PricesRefreshed(bytes,uint256[])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f48ec3904f62a2b258654da9add39bd249dfeb8a7d846c9d9eaa87a691837275"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        assets: bytes
        words: list[int]

    @dataclass(frozen=True)
    class ProfitBooked(_rt.Event):
        """A realised profit or loss was booked.

        Arguments: `cashValue` the account's cash afterwards; `debtShares` its shares of that
        debt afterwards; `debtUnits` units that its debt in the cash asset changed by;
        `realisedValue` the profit, negative for a loss
        """

        SIGNATURE: ClassVar[str] = "ProfitBooked(uint256,int256,uint256,int256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f03caba7f686080a58215bb25f6a76ed376f4ba5fba4f452988c46656895326d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False, False)
        account: int
        realisedValue: int
        cashValue: int
        debtUnits: int
        debtShares: int

    @dataclass(frozen=True)
    class Redeemed(_rt.Event):
        """Somebody took units for shares."""

        SIGNATURE: ClassVar[str] = "Redeemed(uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a5851b0172fdafd3dafe0e52ce051747548a4c642a2f22793c01faf228e13062"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        assetId: int
        lender: _rt.Address
        amount: int
        shares: int

    @dataclass(frozen=True)
    class Repaid(_rt.Event):
        """An account owes less.

        Arguments: `amount` units paid; `payer` who brought the units; `shares` shares of the
        pool's debt afterwards
        """

        SIGNATURE: ClassVar[str] = "Repaid(uint256,uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a7de81cb918e3d3d2e10d944b5a81f22d525eab1b926370283d4b9e997d445bb"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        account: int
        assetId: int
        payer: _rt.Address
        amount: int
        shares: int

    @dataclass(frozen=True)
    class RepaidWithCash(_rt.Event):
        """Cash of an account was used for its debt in the cash asset."""

        SIGNATURE: ClassVar[str] = "RepaidWithCash(uint256,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d3b68ff32d768b8c89fc821377e90f45433c19cdcef4afa516c0bed6201dce47"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        account: int
        value: int
        amount: int
        shares: int

    @dataclass(frozen=True)
    class ReserveShareSet(_rt.Event):
        """The share of interest that is reserved changed."""

        SIGNATURE: ClassVar[str] = "ReserveShareSet(uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "43261e49c2fde54c27705cf897a7ea04adf00ea5fec0da001013580ba39f2fb6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        reserveBps: int

    @dataclass(frozen=True)
    class ReservesWithdrawn(_rt.Event):
        """Reserves were paid out."""

        SIGNATURE: ClassVar[str] = "ReservesWithdrawn(uint256,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "58d87ac32e97a64b7c08d34a0526f455471fca94053e8850f45c7eceefbba853"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        assetId: int
        to: _rt.Address
        amount: int

    @dataclass(frozen=True)
    class SeizureCapSet(_rt.Event):
        """A cap on taken value was set; 0 for none."""

        SIGNATURE: ClassVar[str] = "SeizureCapSet(uint8,uint96)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "7aad1db3bd458e17ef9e4d65721c2ba6b714365bd2a60143e94bdc4c0b55379f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        capValue: int

    @dataclass(frozen=True)
    class SeizureClaimable(_rt.Event):
        """Collateral could not be transferred to its liquidator, who may claim it."""

        SIGNATURE: ClassVar[str] = "SeizureClaimable(address,uint256,uint8,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "760d5eb73e79d5114d116e245f76dc409c4fe33e1c70ff6d99c21f4736b08da0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        liquidator: _rt.Address
        account: int
        assetId: int
        units: int

    @dataclass(frozen=True)
    class SeizureClaimed(_rt.Event):
        """A liquidator took what could not be transferred before."""

        SIGNATURE: ClassVar[str] = "SeizureClaimed(address,uint256,uint8,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "764e18bd4471014d5698645357a101759ca061b6d3d18b698596b5fa93d6b293"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        liquidator: _rt.Address
        account: int
        assetId: int
        to: _rt.Address
        units: int

    @dataclass(frozen=True)
    class SequencerSet(_rt.Event):
        """The sequencer's uptime feed was set."""

        SIGNATURE: ClassVar[str] = "SequencerSet(address,uint32,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a5355369775e39242d77468ebad2f339b31d496c4bf81ca075817a289307cfe9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        feed: _rt.Address
        grace: int
        mostOutage: int

    @dataclass(frozen=True)
    class SettlementManagerSet(_rt.Event):
        """Where the brokerage asks what a settlement asset is."""

        SIGNATURE: ClassVar[str] = "SettlementManagerSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "be25bf54ebdb85763a838ccf68f72a8606c4bf03747f74cb1a0c0c760936440b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        manager: _rt.Address

    @dataclass(frozen=True)
    class SignedTermsSet(_rt.Event):
        """What signed batches are held to was set or tightened."""

        SIGNATURE: ClassVar[str] = "SignedTermsSet((uint16,uint16,uint16))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "118b85cf589cd321a60f641b7c85801f7cb92b1fe9ee2c309f7d9ee5e4e82855"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        terms: _structs.IBrokeragePrices_SignedTerms

    @dataclass(frozen=True)
    class StandstillBegan(_rt.Event):
        """A standstill began with a pause of liquidations."""

        SIGNATURE: ClassVar[str] = "StandstillBegan()"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "cab34660cd8a8680a95632886971381dc15f3ccb8161d4f7a1a7b3744bf48a76"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = ()

    @dataclass(frozen=True)
    class StandstillEnded(_rt.Event):
        """A standstill ended, or one learnt that it had.

        Arguments: `endedAt` when; `total` seconds of all standstills so far
        """

        SIGNATURE: ClassVar[str] = "StandstillEnded(uint40,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bf29485c6a6c6b4b90417550c531475f0cecaf25150e0808192d80325e6db645"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        endedAt: int
        total: int

    @dataclass(frozen=True)
    class Supplied(_rt.Event):
        """Somebody supplied units for shares."""

        SIGNATURE: ClassVar[str] = "Supplied(uint256,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "964172aae28754717b202bccf315e49c76adab23f5dada79d8507e25a1880820"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        assetId: int
        lender: _rt.Address
        amount: int
        shares: int

    @dataclass(frozen=True)
    class TermsChanged(_rt.Event):
        """An account's terms changed.

        Arguments: `agreed` whether the institution accepted them; they are stricter otherwise
        """

        SIGNATURE: ClassVar[str] = "TermsChanged(uint256,(uint8,uint8,uint16,uint16),bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f00026afffdc8fbba9f8e1326124d239676e1fb350e93975027e0b5f53624e3d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        account: int
        terms: _structs.IBrokerageTerms_AccountTerms
        agreed: bool

    @dataclass(frozen=True)
    class TermsProposed(_rt.Event):
        """Terms were proposed; until when they can be accepted."""

        SIGNATURE: ClassVar[str] = "TermsProposed(uint256,(uint8,uint8,uint16,uint16),uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d3d637d4b9839f633a24f87bbd86c5ddcaadca98f9297a43af675871e9a60f32"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        account: int
        terms: _structs.IBrokerageTerms_AccountTerms
        expiry: int

    @dataclass(frozen=True)
    class TermsWithdrawn(_rt.Event):
        """A proposal was withdrawn."""

        SIGNATURE: ClassVar[str] = "TermsWithdrawn(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "499f3529a67c5541942471e0ddd0ace24a0f18adf01dbf3888a520794aa73cde"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        account: int

    @dataclass(frozen=True)
    class TradeMatched(_rt.Event):
        """Two accounts traded."""

        SIGNATURE: ClassVar[str] = "TradeMatched(bytes32,bytes32,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a4c6f4e44d355ad06a27ff2cda5193596a37ba7b92eb365e5a8302083981390c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False)
        buyOrder: bytes
        sellOrder: bytes
        assetId: int
        size: int
        price: int

    @dataclass(frozen=True)
    class TradeTermsSet(_rt.Event):
        """How unrealised gains are cut in maintenance, and the spread of trades against the
        clearing account.
        """

        SIGNATURE: ClassVar[str] = "TradeTermsSet(uint16,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1e1c6b8b62851846b86bba02181fcb9660fa02bb1eddaccaab0bb3e5b7761c62"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        gainHaircutBps: int
        tradeSpreadBps: int

    @dataclass(frozen=True)
    class Upgraded(_rt.Event):
        """Emitted when the implementation is upgraded."""

        SIGNATURE: ClassVar[str] = "Upgraded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        implementation: _rt.Address


class PrimeBrokerageFunctions(_rt.Functions):
    """Functions of PrimeBrokerage."""

    def DEFAULT_GRACE(self) -> _rt.Read[int]:
        """Time to react where none was set for a class, in seconds.

        Solidity: `DEFAULT_GRACE()`, view, selector 0x8cdd4533
        """
        return self._read("DEFAULT_GRACE()", int)

    def INITIAL_MARGIN_RATIO(self) -> _rt.Read[int]:
        """Ratio that taking risk must leave, per cent.

        Solidity: `INITIAL_MARGIN_RATIO()`, view, selector 0xa425c9fc
        """
        return self._read("INITIAL_MARGIN_RATIO()", int)

    def LIQUIDATION_THRESHOLD(self) -> _rt.Read[int]:
        """Ratio below which an account is liquidated at once, per cent.

        Solidity: `LIQUIDATION_THRESHOLD()`, view, selector 0x90a8ae9b
        """
        return self._read("LIQUIDATION_THRESHOLD()", int)

    def MAINTENANCE_MARGIN_RATIO(self) -> _rt.Read[int]:
        """Ratio below which an account is called, per cent.

        Solidity: `MAINTENANCE_MARGIN_RATIO()`, view, selector 0x0bf429d7
        """
        return self._read("MAINTENANCE_MARGIN_RATIO()", int)

    def MAX_BORROW_RATE_PIPS(self) -> _rt.Read[int]:
        """Highest yearly rate, millionths.

        Solidity: `MAX_BORROW_RATE_PIPS()`, view, selector 0x15626c74
        """
        return self._read("MAX_BORROW_RATE_PIPS()", int)

    def MAX_CLOSING_AGE(self) -> _rt.Read[int]:
        """Age up to which the last accepted price closes positions, seconds, where it is not fresh
        for longer.

        Solidity: `MAX_CLOSING_AGE()`, view, selector 0x413c6aa5
        """
        return self._read("MAX_CLOSING_AGE()", int)

    def MAX_EXTRA_POINTS(self) -> _rt.Read[int]:
        """Most points that terms add to a ratio.

        Solidity: `MAX_EXTRA_POINTS()`, view, selector 0xed91582b
        """
        return self._read("MAX_EXTRA_POINTS()", int)

    def MAX_GRACE(self) -> _rt.Read[int]:
        """Longest time to react, in seconds.

        Solidity: `MAX_GRACE()`, view, selector 0xb0620f5b
        """
        return self._read("MAX_GRACE()", int)

    def MAX_MATCH_BAND_BPS(self) -> _rt.Read[int]:
        """Widest band, basis points.

        Solidity: `MAX_MATCH_BAND_BPS()`, view, selector 0x39387220
        """
        return self._read("MAX_MATCH_BAND_BPS()", int)

    def MAX_POSITIONS(self) -> _rt.Read[int]:
        """Most positions of an account.

        Solidity: `MAX_POSITIONS()`, view, selector 0xf7b24e08
        """
        return self._read("MAX_POSITIONS()", int)

    def MAX_RESERVE_BPS(self) -> _rt.Read[int]:
        """Highest share of interest that is reserved, ten-thousandths.

        Solidity: `MAX_RESERVE_BPS()`, view, selector 0xd8f3e26d
        """
        return self._read("MAX_RESERVE_BPS()", int)

    def UPGRADE_INTERFACE_VERSION(self) -> _rt.Read[str]:
        """`UPGRADE_INTERFACE_VERSION`.

        Solidity: `UPGRADE_INTERFACE_VERSION()`, view, selector 0xad3cb1cc
        """
        return self._read("UPGRADE_INTERFACE_VERSION()", str)

    def acceptTerms(
        self, account: int, terms: _structs.IBrokerageTerms_AccountTerms
    ) -> _rt.Write[None]:
        """Accepts what is proposed; the institution alone.

        Reverts with `TermsNotYours`, `TermsNotProposed`.

        Arguments: `terms` the terms as the institution read them

        Solidity: `acceptTerms(uint256,(uint8,uint8,uint16,uint16))`, nonpayable, selector
        0x3a0cbdf2
        """
        return self._write(
            "acceptTerms(uint256,(uint8,uint8,uint16,uint16))", type(None), account, terms
        )

    def accountNumber(self, institution: _rt.Address, subAccount: int) -> _rt.Read[int]:
        """Number of an institution's sub-account, opened or not.

        Solidity: `accountNumber(address,uint8)`, pure, selector 0x567205a3
        """
        return self._read("accountNumber(address,uint8)", int, institution, subAccount)

    def accountOf(self, account: int) -> _rt.Read[_structs.IBrokerageAccounts_AccountState]:
        """An account as it stands.

        Solidity: `accountOf(uint256)`, view, selector 0x8f4e4321
        """
        return self._read("accountOf(uint256)", _structs.IBrokerageAccounts_AccountState, account)

    def accountRisk(self, account: int) -> _rt.Read[_structs.IBrokerageAccountRisk_AccountRisk]:
        """An account's risk at the last accepted prices.

        Reverts with `AccountUnknown`.

        Solidity: `accountRisk(uint256)`, view, selector 0x0b905d48
        """
        return self._read(
            "accountRisk(uint256)", _structs.IBrokerageAccountRisk_AccountRisk, account
        )

    def accrue(self, assetId: int) -> _rt.Write[None]:
        """Moves a pool's index to now; anyone may call.

        Solidity: `accrue(uint8)`, nonpayable, selector 0x041373bc
        """
        return self._write("accrue(uint8)", type(None), assetId)

    def activateAsset(self, assetId: int) -> _rt.Write[None]:
        """Gives it back. Restricted: LISTING_ADMIN.

        Solidity: `activateAsset(uint8)`, nonpayable, selector 0x5796cddf
        """
        return self._write("activateAsset(uint8)", type(None), assetId)

    def addUses(
        self, assetId: int, isCollateral: bool, isTradable: bool, isSettlement: bool
    ) -> _rt.Write[None]:
        """Admits a listed asset for more than before. Restricted: LISTING_ADMIN.

        Reverts with `NotLooser` where it would be admitted for less, and as `listAsset`.

        Solidity: `addUses(uint8,bool,bool,bool)`, nonpayable, selector 0x83c75a37
        """
        return self._write(
            "addUses(uint8,bool,bool,bool)",
            type(None),
            assetId,
            isCollateral,
            isTradable,
            isSettlement,
        )

    def admitInstitution(
        self, institution: _rt.Address, terms: _structs.IBrokerageAccounts_CreditTerms
    ) -> _rt.Write[None]:
        """Admits an institution and opens its sub-account 0. Restricted: CREDIT_ADMIN.

        Reverts with `InstitutionKnown`, `InstitutionNotVerified`, `CreditLimitInvalid`.

        Solidity: `admitInstitution(address,(uint256,uint16,uint16,uint16))`, nonpayable,
        selector 0x2f0cfabd
        """
        return self._write(
            "admitInstitution(address,(uint256,uint16,uint16,uint16))",
            type(None),
            institution,
            terms,
        )

    def agreeToFees(self, mostBps: int) -> _rt.Write[None]:
        """Agrees, for the calling institution, to fees of at most a share of what it borrows or
        opens.

        Solidity: `agreeToFees(uint16)`, nonpayable, selector 0x9e3f1094
        """
        return self._write("agreeToFees(uint16)", type(None), mostBps)

    def agreedFees(self, institution: _rt.Address) -> _rt.Read[int]:
        """Most that an institution has agreed to pay in fees, basis points.

        Solidity: `agreedFees(address)`, view, selector 0x87c22c15
        """
        return self._read("agreedFees(address)", int, institution)

    def assetCount(self) -> _rt.Read[int]:
        """How many assets are listed; their ids are the numbers below.

        Solidity: `assetCount()`, view, selector 0xeafe7a74
        """
        return self._read("assetCount()", int)

    def assetIdOf(self, token: _rt.Address) -> _rt.Read[int]:
        """The id of a listed token. Reverts with `AssetUnknown(type(uint256).max)`.

        Solidity: `assetIdOf(address)`, view, selector 0x1bf5518b
        """
        return self._read("assetIdOf(address)", int, token)

    def assetOf(
        self, assetId: int
    ) -> _rt.Read[tuple[_structs.IBrokerageRisk_AssetListing, int, bool]]:
        """An asset as it was listed, with what has changed since. Reverts with `AssetUnknown`.

        Returns: `decimals` of the asset; `isActive` whether it gives new power; `listing` with
        the haircut that holds now, rounded up

        Solidity: `assetOf(uint8)`, view, selector 0x4aea71c7
        """
        return self._read(
            "assetOf(uint8)", tuple[_structs.IBrokerageRisk_AssetListing, int, bool], assetId
        )

    def auctionBonusOf(self, account: int) -> _rt.Read[int]:
        """Bonus of an account's auction as of now, in basis points, before it shrinks near
        insolvency.

        Solidity: `auctionBonusOf(uint256)`, view, selector 0xf809c53a
        """
        return self._read("auctionBonusOf(uint256)", int, account)

    def authority(self) -> _rt.Read[_rt.Address]:
        """Returns the current authority.

        Solidity: `authority()`, view, selector 0xbf7e214f
        """
        return self._read("authority()", _rt.Address)

    def batch(self, account: int, calls: _rt.Sequence[bytes]) -> _rt.Write[list[bytes]]:
        """Runs calls of functions of this contract for an account.

        Each call needs what it needs alone, but for the check of margin and limits, which comes
        once at the end. Reverts with `BatchRunning`, `BatchOfOther`, `BatchEmpty`, with what a
        call reverts with, or with what the check of risk-taking reverts with.

        Arguments: `account` whose margin is checked; `calls` calldata of deposits, withdrawals,
        loans, repayments and trades

        Returns: `results` what each call returned

        Solidity: `batch(uint256,bytes[])`, nonpayable, selector 0x672e92c0
        """
        return self._write("batch(uint256,bytes[])", list[bytes], account, calls)

    def bookTerms(self) -> _rt.Read[tuple[int, int, int, int, int, int, int]]:
        """What concerns every account.

        Returns: `addOnMilli` what is cut off the part above, thousandths; `cashAsset` the asset
        in which gains and losses are settled; `extraInitial` points beyond 150;
        `extraMaintenance` points beyond 125; `gainHaircutBps` what unrealised gains are cut by
        in maintenance; `thresholdMilli` share from which an asset is concentrated, thousandths;
        `tradeSpreadBps` spread of trades against the clearing account

        Solidity: `bookTerms()`, view, selector 0xb1a1a18c
        """
        return self._read("bookTerms()", tuple[int, int, int, int, int, int, int])

    def borrow(self, account: int, assetId: int, amount: int, to: _rt.Address) -> _rt.Write[None]:
        """Lends units of a pool to an account.

        Right 4. Pause group BORROWING. Reverts with `AccountNotYours`, `AmountZero`,
        `AssetNotUsable`, `RecipientRefused`, `InsufficientLiquidity`, or with what the check of
        risk-taking reverts with.

        Arguments: `account` who owes; `amount` units; `assetId` which; `to` the institution, or
        a verified wallet of its identity

        Solidity: `borrow(uint256,uint8,uint256,address)`, nonpayable, selector 0x99d6429b
        """
        return self._write(
            "borrow(uint256,uint8,uint256,address)", type(None), account, assetId, amount, to
        )

    def cancelGrantNonce(self, nonce: int) -> _rt.Write[None]:
        """Makes one of the caller's nonces useless.

        Reverts with `GrantNonceSpent`.

        Solidity: `cancelGrantNonce(uint256)`, nonpayable, selector 0x75b1e83a
        """
        return self._write("cancelGrantNonce(uint256)", type(None), nonce)

    def cancelOrderNonce(self, nonce: int) -> _rt.Write[None]:
        """Makes orders of the caller with a nonce worthless.

        Reverts with `OrderNonceUsed`.

        Solidity: `cancelOrderNonce(uint256)`, nonpayable, selector 0x31e7a42c
        """
        return self._write("cancelOrderNonce(uint256)", type(None), nonce)

    def cashOf(self, account: int) -> _rt.Read[int]:
        """Cash of an account, value.

        Solidity: `cashOf(uint256)`, view, selector 0x5899b25a
        """
        return self._read("cashOf(uint256)", int, account)

    def claimSeized(self, account: int, assetId: int, to: _rt.Address) -> _rt.Write[None]:
        """Takes what of an account's collateral could not be transferred to the caller before.

        Reverts with `NothingToClaim`, `LiquidatorIneligible`, and as the token's transfer does.

        Arguments: `to` a verified wallet

        Solidity: `claimSeized(uint256,uint8,address)`, nonpayable, selector 0xdb6d2666
        """
        return self._write("claimSeized(uint256,uint8,address)", type(None), account, assetId, to)

    def claimable(self, liquidator: _rt.Address, account: int, assetId: int) -> _rt.Read[int]:
        """Units of an account's collateral that a liquidator may claim.

        Solidity: `claimable(address,uint256,uint8)`, view, selector 0x4a688d8c
        """
        return self._read("claimable(address,uint256,uint8)", int, liquidator, account, assetId)

    def clearingAccount(self) -> _rt.Read[int]:
        """The account on the other side of every position.

        Solidity: `clearingAccount()`, pure, selector 0x09fc5705
        """
        return self._read("clearingAccount()", int)

    def clearingCash(self) -> _rt.Read[int]:
        """Profit that clearing has realised, negative for a loss, value.

        Solidity: `clearingCash()`, view, selector 0x0af63c8b
        """
        return self._read("clearingCash()", int)

    def closePosition(
        self, account: int, assetId: int, size: int, limitPrice: int
    ) -> _rt.Write[int]:
        """Closes a position or a part of it against clearing.

        The institution or an operator with the right to trade. Never refused for a pause, the
        sequencer, lapsed verification, or prices of other assets. The asset's own price may be
        stale, up to `MAX_CLOSING_AGE`: then the spread is the asset's whole potential exposure,
        and no gain is realised. Reverts with `AccountNotYours`, `AmountZero`, `PositionEmpty`,
        `PriceStale`, `GainAtStalePrice`, `PriceBeyondLimit`, and with `MarginInsufficient`
        where an account that met maintenance would not any more.

        Arguments: `limitPrice` least to receive for a long, most to pay for a short; `size`
        units; more than the position has is all of it

        Returns: `realisedValue` profit realised, negative for a loss

        Solidity: `closePosition(uint256,uint8,uint128,uint256)`, nonpayable, selector
        0xc29d4d57
        """
        return self._write(
            "closePosition(uint256,uint8,uint128,uint256)", int, account, assetId, size, limitPrice
        )

    def collateralBalances(self, account: int, token: _rt.Address) -> _rt.Read[int]:
        """Units of a token that an account has as collateral; zero for a token that is not listed.

        Solidity: `collateralBalances(uint256,address)`, view, selector 0x9bef3546
        """
        return self._read("collateralBalances(uint256,address)", int, account, token)

    def collateralOf(self, account: int, assetId: int) -> _rt.Read[int]:
        """Units of an asset that an account has as collateral.

        Solidity: `collateralOf(uint256,uint8)`, view, selector 0x7d4af160
        """
        return self._read("collateralOf(uint256,uint8)", int, account, assetId)

    def collectedFees(self, assetId: int) -> _rt.Read[int]:
        """Fees of an asset that are collected and not paid out.

        Solidity: `collectedFees(uint8)`, view, selector 0xf9b43172
        """
        return self._read("collectedFees(uint8)", int, assetId)

    def contribute(self, assetId: int, units: int) -> _rt.Write[int]:
        """Pays into a fund; institutions alone.

        Returns: `shares` of the fund, rounded down

        Solidity: `contribute(uint8,uint128)`, nonpayable, selector 0x876b8084
        """
        return self._write("contribute(uint8,uint128)", int, assetId, units)

    def contributionOf(
        self, assetId: int, institution: _rt.Address
    ) -> _rt.Read[tuple[_structs.IBrokerageDefault_Contribution, int]]:
        """An institution's contribution to a fund, and what it is worth, rounded down.

        Solidity: `contributionOf(uint8,address)`, view, selector 0xdec58e35
        """
        return self._read(
            "contributionOf(uint8,address)",
            tuple[_structs.IBrokerageDefault_Contribution, int],
            assetId,
            institution,
        )

    def creditLineOf(
        self, institution: _rt.Address
    ) -> _rt.Read[_structs.IBrokerageAccounts_CreditState]:
        """A credit line as it stands; all zero for an institution that was never admitted.

        Solidity: `creditLineOf(address)`, view, selector 0xc2d4507a
        """
        return self._read(
            "creditLineOf(address)", _structs.IBrokerageAccounts_CreditState, institution
        )

    def crossMarginPosition(
        self, account: int, assetId: int
    ) -> _rt.Read[_structs.IPrimeBrokerage_CrossMarginPosition]:
        """A position as SPEC tells it; clearing's too.

        Solidity: `crossMarginPosition(uint256,uint8)`, view, selector 0x31d3f470
        """
        return self._read(
            "crossMarginPosition(uint256,uint8)",
            _structs.IPrimeBrokerage_CrossMarginPosition,
            account,
            assetId,
        )

    def cureMarginCall(self, account: int) -> _rt.Write[None]:
        """Ends the call of an account that was mended. Anyone may.

        Reverts with `NoMarginCall`, `MarginNotCured`.

        Solidity: `cureMarginCall(uint256)`, nonpayable, selector 0xd6fbd35e
        """
        return self._write("cureMarginCall(uint256)", type(None), account)

    def deactivateAsset(self, assetId: int) -> _rt.Write[None]:
        """Takes an asset's power for new risk away at once. Restricted: RISK_OFFICER.

        What accounts have of it still counts in liquidation, can be withdrawn, paid back and
        closed.

        Solidity: `deactivateAsset(uint8)`, nonpayable, selector 0x0aa39ac4
        """
        return self._write("deactivateAsset(uint8)", type(None), assetId)

    def debtOf(self, account: int, assetId: int) -> _rt.Read[int]:
        """What an account owes in an asset now, rounded up.

        Solidity: `debtOf(uint256,uint8)`, view, selector 0xbe822c0d
        """
        return self._read("debtOf(uint256,uint8)", int, account, assetId)

    def debtSharesOf(self, account: int, assetId: int) -> _rt.Read[int]:
        """An account's shares of a pool's debt.

        Solidity: `debtSharesOf(uint256,uint8)`, view, selector 0x6300fe1a
        """
        return self._read("debtSharesOf(uint256,uint8)", int, account, assetId)

    def declareDefault(self, account: int, assetId: int) -> _rt.Write[None]:
        """Declares the default of an account that owes and has nothing left. Anyone may.

        Reverts with `DefaultPremature`, `NothingOwed`, and while liquidations are paused.

        Arguments: `assetId` the settlement asset owed

        Solidity: `declareDefault(uint256,uint8)`, nonpayable, selector 0x84a3948b
        """
        return self._write("declareDefault(uint256,uint8)", type(None), account, assetId)

    def defaultFundOf(self, assetId: int) -> _rt.Read[_structs.IBrokerageDefault_DefaultFund]:
        """A fund as it stands.

        Solidity: `defaultFundOf(uint8)`, view, selector 0xef772016
        """
        return self._read("defaultFundOf(uint8)", _structs.IBrokerageDefault_DefaultFund, assetId)

    def deposit(self, account: int, assetId: int, amount: int) -> _rt.Write[None]:
        """Adds units to an account's collateral.

        In no pause group. Reverts with `AmountZero`, `AssetNotUsable`, `WrongWayRisk`,
        `PayerNotVerified`, `AmountNotMoved`, `CollateralCapExceeded`, `InstitutionCapExceeded`,
        `TooManyAssets`, or the token's own error.

        Arguments: `account` whose; `amount` units; `assetId` which

        Solidity: `deposit(uint256,uint8,uint256)`, nonpayable, selector 0x60798cab
        """
        return self._write("deposit(uint256,uint8,uint256)", type(None), account, assetId, amount)

    def depositFromInstitution(self, account: int, assetId: int, amount: int) -> _rt.Write[None]:
        """Adds units of the institution, which an operator brings, to an account's collateral.

        The institution or an operator with the right to deposit. In no pause group. Reverts as
        `deposit`.

        Solidity: `depositFromInstitution(uint256,uint8,uint256)`, nonpayable, selector
        0xada208ea
        """
        return self._write(
            "depositFromInstitution(uint256,uint8,uint256)", type(None), account, assetId, amount
        )

    def enterpriseAccount(
        self, institution: _rt.Address
    ) -> _rt.Read[_structs.IPrimeBrokerage_EnterpriseAccount]:
        """An institution's account as SPEC tells it: its credit and what all its sub-accounts
        expose now.

        Solidity: `enterpriseAccount(address)`, view, selector 0xcec563df
        """
        return self._read(
            "enterpriseAccount(address)", _structs.IPrimeBrokerage_EnterpriseAccount, institution
        )

    def extendCreditDays(
        self, institution: _rt.Address, facilityEndDay: int, reviewDay: int
    ) -> _rt.Write[None]:
        """Sets later days; neither may be earlier than before. Restricted: CREDIT_ADMIN.

        Solidity: `extendCreditDays(address,uint16,uint16)`, nonpayable, selector 0x55f97b0f
        """
        return self._write(
            "extendCreditDays(address,uint16,uint16)",
            type(None),
            institution,
            facilityEndDay,
            reviewDay,
        )

    def feeStructure(self) -> _rt.Read[_rt.Address]:
        """The contract that prices and charges; zero while fees are off.

        Solidity: `feeStructure()`, view, selector 0x528d8711
        """
        return self._read("feeStructure()", _rt.Address)

    def feedsOf(self, assetId: int) -> _rt.Read[_structs.IBrokeragePrices_FeedSettings]:
        """Settings of an asset's feeds. Reverts with `FeedsMissing`.

        Solidity: `feedsOf(uint8)`, view, selector 0x50f58f53
        """
        return self._read("feedsOf(uint8)", _structs.IBrokeragePrices_FeedSettings, assetId)

    def freezeAccounts(self, accounts: _rt.Sequence[int]) -> _rt.Write[None]:
        """Freezes accounts at once. Restricted: COMPLIANCE_OFFICER.

        Solidity: `freezeAccounts(uint256[])`, nonpayable, selector 0x6feac3cc
        """
        return self._write("freezeAccounts(uint256[])", type(None), accounts)

    def fundFirstLoss(self, assetId: int, units: int) -> _rt.Write[None]:
        """Raises the operator's capital by units of the caller's.

        Solidity: `fundFirstLoss(uint8,uint128)`, nonpayable, selector 0x3ceda567
        """
        return self._write("fundFirstLoss(uint8,uint128)", type(None), assetId, units)

    def fundTerms(self) -> _rt.Read[tuple[int, int, int]]:
        """The funds' terms.

        Solidity: `fundTerms()`, view, selector 0x396d53ad
        """
        return self._read("fundTerms()", tuple[int, int, int])

    def giveNotice(self, assetId: int, shares: int) -> _rt.Write[int]:
        """Puts shares of the caller under notice, all of its earlier notice replaced; 0 withdraws
        it.

        Reverts with `FundSharesExceeded`.

        Solidity: `giveNotice(uint8,uint128)`, nonpayable, selector 0xc3fe08db
        """
        return self._write("giveNotice(uint8,uint128)", int, assetId, shares)

    def graceOf(self, class_: int) -> _rt.Read[int]:
        """Time to react that an account with assets of this class has, in seconds.

        Solidity: `graceOf(uint8)`, view, selector 0x44da4b9d
        """
        return self._read("graceOf(uint8)", int, class_)

    def grantDigest(self, grant: _structs.IBrokerageOperators_Grant) -> _rt.Read[bytes]:
        """What the institution signs: the EIP-712 digest of a grant.

        Solidity: `grantDigest((uint256,address,uint8,uint40,uint256,uint40))`, view, selector
        0xb5c9c84b
        """
        return self._read(
            "grantDigest((uint256,address,uint8,uint40,uint256,uint40))", bytes, grant
        )

    def grantLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Grants a local role; nothing happens when the account holds it already.

        Restricted: AGENT_ADMIN, at least 24 h after it was scheduled.

        Solidity: `grantLocalRole(uint8,address)`, nonpayable, selector 0x8edec932
        """
        return self._write("grantLocalRole(uint8,address)", type(None), role, account)

    def grantOperator(
        self, grant: _structs.IBrokerageOperators_Grant, signature: bytes
    ) -> _rt.Write[None]:
        """Gives rights that the institution has signed for; anybody may bring the signature.

        Reverts with `GrantExpired`, `GrantNonceSpent`, `GrantNotSigned`, `RightsUnknown`,
        `OperatorInvalid`.

        Solidity: `grantOperator((uint256,address,uint8,uint40,uint256,uint40),bytes)`,
        nonpayable, selector 0x7270e437
        """
        return self._write(
            "grantOperator((uint256,address,uint8,uint40,uint256,uint40),bytes)",
            type(None),
            grant,
            signature,
        )

    def groupOf(self, group: int) -> _rt.Read[tuple[int, int]]:
        """Limit and recorded exposure of a group, value.

        Solidity: `groupOf(uint16)`, view, selector 0x3ffafd30
        """
        return self._read("groupOf(uint16)", tuple[int, int], group)

    def haircutOf(self, assetId: int) -> _rt.Read[tuple[int, int, int, int]]:
        """A haircut that moves, or the last one that did.

        Returns: `end` when it arrives; `nowBps` the haircut that holds now, rounded up; `start`
        when it began to move; `toBps` where it goes

        Solidity: `haircutOf(uint8)`, view, selector 0xe231e45c
        """
        return self._read("haircutOf(uint8)", tuple[int, int, int, int], assetId)

    def hasLocalRole(self, role: int, account: _rt.Address) -> _rt.Read[bool]:
        """Whether the account holds the role.

        Solidity: `hasLocalRole(uint8,address)`, view, selector 0x7592929b
        """
        return self._read("hasLocalRole(uint8,address)", bool, role, account)

    def identityRegistry(self) -> _rt.Read[_rt.Address]:
        """Where institutions are verified.

        Solidity: `identityRegistry()`, view, selector 0x134e18f4
        """
        return self._read("identityRegistry()", _rt.Address)

    def impair(self, account: int, reason: bytes) -> _rt.Write[None]:
        """Makes an account close-only without calling it.

        Restricted: RISK_OFFICER. Reverts with `ImpairmentUnchanged`.

        Arguments: `reason` whatever the officer wants on record

        Solidity: `impair(uint256,bytes32)`, nonpayable, selector 0x712927d9
        """
        return self._write("impair(uint256,bytes32)", type(None), account, reason)

    def initialize(
        self, authority_: _rt.Address, identityRegistry_: _rt.Address
    ) -> _rt.Write[None]:
        """Sets the brokerage up.

        Arguments: `authority` the chain's access manager; `identityRegistry` registry that
        institutions are verified in

        Solidity: `initialize(address,address)`, nonpayable, selector 0x485cc955
        """
        return self._write("initialize(address,address)", type(None), authority_, identityRegistry_)

    def institutionAt(self, place: int) -> _rt.Read[_rt.Address]:
        """An institution by its place in the order of admission, from 0.

        Solidity: `institutionAt(uint256)`, view, selector 0xee2db549
        """
        return self._read("institutionAt(uint256)", _rt.Address, place)

    def institutionCollateralOf(self, account: int, assetId: int) -> _rt.Read[int]:
        """Units of an asset that the accounts of an account's institution have as collateral.

        Solidity: `institutionCollateralOf(uint256,uint8)`, view, selector 0xc375f679
        """
        return self._read("institutionCollateralOf(uint256,uint8)", int, account, assetId)

    def institutionCount(self) -> _rt.Read[int]:
        """Institutions that were ever admitted.

        Solidity: `institutionCount()`, view, selector 0xe8fc3ef8
        """
        return self._read("institutionCount()", int)

    def isConsumingScheduledOp(self) -> _rt.Read[bytes]:
        """Returns true only in the context of a delayed restricted call, at the moment that the
        scheduled operation is being consumed. Prevents denial of service for delayed restricted
        calls in the case that the contract performs attacker controlled calls.

        Solidity: `isConsumingScheduledOp()`, view, selector 0x8fb36037
        """
        return self._read("isConsumingScheduledOp()", bytes)

    def isEvidenceAttested(self) -> _rt.Read[bool]:
        """Whether stored evidence counts, see `setEvidenceMode`.

        Solidity: `isEvidenceAttested()`, view, selector 0x37b4d144
        """
        return self._read("isEvidenceAttested()", bool)

    def isGrantNonceSpent(self, institution: _rt.Address, nonce: int) -> _rt.Read[bool]:
        """Whether a nonce was used or cancelled.

        Solidity: `isGrantNonceSpent(address,uint256)`, view, selector 0x1380c2d9
        """
        return self._read("isGrantNonceSpent(address,uint256)", bool, institution, nonce)

    def isImpaired(self, account: int) -> _rt.Read[bool]:
        """Whether an account is impaired.

        Solidity: `isImpaired(uint256)`, view, selector 0x6431663d
        """
        return self._read("isImpaired(uint256)", bool, account)

    def isLockedDown(self, institution: _rt.Address) -> _rt.Read[bool]:
        """Whether an institution's operators are in lockdown.

        Solidity: `isLockedDown(address)`, view, selector 0xd1e5ce3b
        """
        return self._read("isLockedDown(address)", bool, institution)

    def isOrderNonceUsed(self, signer: _rt.Address, nonce: int) -> _rt.Read[bool]:
        """Whether a signer's nonce was used or cancelled.

        Solidity: `isOrderNonceUsed(address,uint256)`, view, selector 0xc03ec234
        """
        return self._read("isOrderNonceUsed(address,uint256)", bool, signer, nonce)

    def issueMarginCall(self, account: int) -> _rt.Write[int]:
        """Calls an account below the maintenance ratio, or escalates its call below the
        liquidation threshold. Anyone may. Calling again changes nothing.

        Reverts with `AccountHealthy`, while prices of the account's assets are stale, and while
        liquidations are paused.

        Returns: `_0` end of the time to react

        Solidity: `issueMarginCall(uint256)`, nonpayable, selector 0xf55b17ce
        """
        return self._write("issueMarginCall(uint256)", int, account)

    def issuerOf(self, issuerGroup: int) -> _rt.Read[tuple[int, int]]:
        """What an issuer's assets are worth as collateral of all accounts at high prices, rounded
        up, and its cap.

        Solidity: `issuerOf(uint16)`, view, selector 0x061d59d8
        """
        return self._read("issuerOf(uint16)", tuple[int, int], issuerGroup)

    def lenderSharesOf(self, assetId: int, lender: _rt.Address) -> _rt.Read[int]:
        """A lender's shares of a pool.

        Solidity: `lenderSharesOf(uint8,address)`, view, selector 0xbe800bd4
        """
        return self._read("lenderSharesOf(uint8,address)", int, assetId, lender)

    def lendingPool(self, assetId: int) -> _rt.Read[_structs.IBrokerageLending_PoolState]:
        """A pool as it stands.

        Solidity: `lendingPool(uint8)`, view, selector 0xac108191
        """
        return self._read("lendingPool(uint8)", _structs.IBrokerageLending_PoolState, assetId)

    def lengthenMaxAge(self, assetId: int, maxAgeMinutes: int) -> _rt.Write[None]:
        """Lets a price count for longer. Restricted: CONFIGURATOR.

        Solidity: `lengthenMaxAge(uint8,uint16)`, nonpayable, selector 0x6a93bb1f
        """
        return self._write("lengthenMaxAge(uint8,uint16)", type(None), assetId, maxAgeMinutes)

    def liquidate(
        self, order: _structs.IBrokerageLiquidation_LiquidationOrder
    ) -> _rt.Write[tuple[int, int]]:
        """Repays debt of an account for its collateral.

        The caller pays and receives; the registry must verify it. Reverts with
        `NotLiquidatable`, `LiquidationNonceMismatch`, `SelfLiquidation`,
        `LiquidatorIneligible`, `SeizedTooFew`, `NothingToLiquidate`, `SeizureCapReached`,
        `LiquidationWorsens`, in a batch, and while liquidations are paused or prices stale.
        Collateral whose transfer fails becomes a claim instead.

        Returns: `repaid` units by which the debt fell; `seized` units of collateral taken

        Solidity: `liquidate((uint256,uint8,uint8,uint32,uint128,uint128))`, nonpayable,
        selector 0xa3b27b56
        """
        return self._write(
            "liquidate((uint256,uint8,uint8,uint32,uint128,uint128))", tuple[int, int], order
        )

    def liquidatePosition(self, account: int, assetId: int, size: int) -> _rt.Write[None]:
        """Closes a position of an account that may be liquidated against the clearing account, at
        the adverse side of its price. Anyone may; nobody is rewarded.

        Reverts with `NotLiquidatable`, `NothingToLiquidate`.

        Solidity: `liquidatePosition(uint256,uint8,uint128)`, nonpayable, selector 0xc31c80cc
        """
        return self._write(
            "liquidatePosition(uint256,uint8,uint128)", type(None), account, assetId, size
        )

    def liquidationTerms(self) -> _rt.Read[_structs.IBrokerageAuctions_LiquidationTerms]:
        """How liquidations go.

        Solidity: `liquidationTerms()`, view, selector 0xbe808d17
        """
        return self._read("liquidationTerms()", _structs.IBrokerageAuctions_LiquidationTerms)

    def listAsset(self, listing: _structs.IBrokerageRisk_AssetListing) -> _rt.Write[int]:
        """Lists an asset. Restricted: LISTING_ADMIN.

        Gives no power before its feeds are set (`IBrokeragePrices.setFeeds`). Reverts with
        `ListingInvalid`, `TokenAlreadyListed`, `NoSettlementAsset`, `AssetListFull` or
        `ParameterOutOfRange`.

        Returns: `assetId` the next number

        Solidity:
        `listAsset((address,uint8,bool,bool,bool,uint16,uint8,uint16,uint16,uint16,address,(uint128,uint128,uint128)))`,
        nonpayable, selector 0xbeaa6e89
        """
        return self._write(
            "listAsset((address,uint8,bool,bool,bool,uint16,uint8,uint16,uint16,uint16,address,(uint128,uint128,uint128)))",
            int,
            listing,
        )

    def localRolesOf(self, account: _rt.Address) -> _rt.Read[int]:
        """All local roles of an account, one bit each.

        Solidity: `localRolesOf(address)`, view, selector 0x303d086c
        """
        return self._read("localRolesOf(address)", int, account)

    def lowerCaps(self, assetId: int, caps: _structs.IBrokerageRisk_AssetCaps) -> _rt.Write[None]:
        """Lowers caps; none may rise. What is beyond a cap may stay and not grow. Restricted:
        RISK_OFFICER.

        Solidity: `lowerCaps(uint8,(uint128,uint128,uint128))`, nonpayable, selector 0xaac926a1
        """
        return self._write("lowerCaps(uint8,(uint128,uint128,uint128))", type(None), assetId, caps)

    def lowerCreditLimit(self, institution: _rt.Address, creditLimit: int) -> _rt.Write[None]:
        """Lowers a credit limit at once; what is exposed above it stays. Restricted: RISK_OFFICER.

        Solidity: `lowerCreditLimit(address,uint256)`, nonpayable, selector 0x66ad9b3d
        """
        return self._write(
            "lowerCreditLimit(address,uint256)", type(None), institution, creditLimit
        )

    def lowerGroupLimit(self, group: int, limitValue: int) -> _rt.Write[None]:
        """Lowers a group's limit at once. Restricted: RISK_OFFICER.

        Solidity: `lowerGroupLimit(uint16,uint128)`, nonpayable, selector 0x9aabcc3c
        """
        return self._write("lowerGroupLimit(uint16,uint128)", type(None), group, limitValue)

    def lowerHaircut(self, assetId: int, toBps: int) -> _rt.Write[None]:
        """Lowers a haircut, or where its ramp goes. Restricted: CONFIGURATOR.

        A ramp that has not come so far ends there instead. Reverts with `NotLooser`.

        Solidity: `lowerHaircut(uint8,uint16)`, nonpayable, selector 0xafb977f9
        """
        return self._write("lowerHaircut(uint8,uint16)", type(None), assetId, toBps)

    def lowerIssuerCap(self, issuerGroup: int, capValue: int) -> _rt.Write[None]:
        """Lowers an issuer's cap, or introduces one. Restricted: RISK_OFFICER.

        Solidity: `lowerIssuerCap(uint16,uint128)`, nonpayable, selector 0x45ac1ea3
        """
        return self._write("lowerIssuerCap(uint16,uint128)", type(None), issuerGroup, capValue)

    def lowerMatchBand(self, bandBps: int) -> _rt.Write[None]:
        """Holds matched trades closer to the asset's prices, basis points. Restricted:
        RISK_OFFICER.

        Reverts with `IBrokerageRisk.NotStricter`.

        Solidity: `lowerMatchBand(uint16)`, nonpayable, selector 0x416bed68
        """
        return self._write("lowerMatchBand(uint16)", type(None), bandBps)

    def marginCallOf(self, account: int) -> _rt.Read[_structs.IBrokerageMargin_MarginCall]:
        """A call as it stands.

        Solidity: `marginCallOf(uint256)`, view, selector 0x233af507
        """
        return self._read("marginCallOf(uint256)", _structs.IBrokerageMargin_MarginCall, account)

    def marginCallQueue(
        self, accounts: _rt.Sequence[int]
    ) -> _rt.Read[list[_structs.IBrokerageViews_MarginShortfall]]:
        """Those of the accounts that are below maintenance, the lowest ratio first.

        Reverts with `AccountUnknown`.

        Solidity: `marginCallQueue(uint256[])`, view, selector 0x0f27a7dc
        """
        return self._read(
            "marginCallQueue(uint256[])", list[_structs.IBrokerageViews_MarginShortfall], accounts
        )

    def marginStateOf(self, account: int) -> _rt.Read[int]:
        """How an account stands against the ratios, at the last accepted prices.

        Reverts with `AccountUnknown`.

        Solidity: `marginStateOf(uint256)`, view, selector 0xd74f3f98
        """
        return self._read("marginStateOf(uint256)", int, account)

    def matchBand(self) -> _rt.Read[int]:
        """The band of matched trades, basis points.

        Solidity: `matchBand()`, view, selector 0x95c30ba6
        """
        return self._read("matchBand()", int)

    def matchTrade(
        self,
        buy: _structs.IBrokerageMatching_TradeOrder,
        buySignature: bytes,
        sell: _structs.IBrokerageMatching_TradeOrder,
        sellSignature: bytes,
        size: int,
        price: int,
    ) -> _rt.Write[None]:
        """Matches a purchase and a sale, or parts of them. Anyone may bring both signatures.

        Pause group TRADING; the price must be fresh. An account whose position grows or turns
        around must meet initial margin afterwards; one whose position shrinks must meet
        maintenance, or have no lower ratio than before. Reverts with an error above, with
        `AccountNotYours`, or as `IBrokerageTrading.openPosition`.

        Arguments: `buySignature` empty when the buyer's signer sends the transaction; `price`
        value per whole token; `sellSignature` empty when the seller's signer sends the
        transaction; `size` units

        Solidity:
        `matchTrade((uint256,uint8,int256,uint256,uint256,address,uint256,uint40),bytes,(uint256,uint8,int256,uint256,uint256,address,uint256,uint40),bytes,uint128,uint256)`,
        nonpayable, selector 0x8410edaf
        """
        return self._write(
            "matchTrade((uint256,uint8,int256,uint256,uint256,address,uint256,uint40),bytes,(uint256,uint8,int256,uint256,uint256,address,uint256,uint40),bytes,uint128,uint256)",
            type(None),
            buy,
            buySignature,
            sell,
            sellSignature,
            size,
            price,
        )

    def maxBorrow(self, account: int, assetId: int) -> _rt.Read[int]:
        """The most units of an asset that an account could borrow now, as far as margin and the
        limits of its institution and group are concerned. Liquidity, rights, pauses and
        verification are not looked at; with a stale price it is zero.

        Reverts with `AccountUnknown`.

        Solidity: `maxBorrow(uint256,uint8)`, view, selector 0x6a7af8f5
        """
        return self._read("maxBorrow(uint256,uint8)", int, account, assetId)

    def maxWithdraw(self, account: int, assetId: int) -> _rt.Read[int]:
        """The most units of an asset that an account could withdraw now, as far as margin is
        concerned: all of it without exposure. Liquidity, rights, pauses and verification are
        not looked at; with a stale price it is zero.

        Reverts with `AccountUnknown`.

        Solidity: `maxWithdraw(uint256,uint8)`, view, selector 0x5eb04719
        """
        return self._read("maxWithdraw(uint256,uint8)", int, account, assetId)

    def moveCollateral(
        self, fromAccount: int, toAccount: int, assetId: int, amount: int
    ) -> _rt.Write[None]:
        """Moves collateral from one sub-account to another of the same institution.

        Right 2 in the one and 1 in the other. Pause group COLLATERAL. Reverts as `withdraw` and
        `deposit`, and with `AccountsUnrelated`.

        Solidity: `moveCollateral(uint256,uint256,uint8,uint256)`, nonpayable, selector
        0x70f96cf2
        """
        return self._write(
            "moveCollateral(uint256,uint256,uint8,uint256)",
            type(None),
            fromAccount,
            toAccount,
            assetId,
            amount,
        )

    def noteOutage(self) -> _rt.Write[None]:
        """Notes an outage of the sequencer that is over. Anyone may; every call that begins or
        reads an auction does the same first.

        Solidity: `noteOutage()`, nonpayable, selector 0xaa1f9d31
        """
        return self._write("noteOutage()", type(None))

    def openAccount(self, subAccount: int) -> _rt.Write[int]:
        """Opens a sub-account of the calling institution.

        Reverts with `InstitutionUnknown`, `AccountKnown`.

        Returns: `account` its number

        Solidity: `openAccount(uint8)`, nonpayable, selector 0x4251fcd7
        """
        return self._write("openAccount(uint8)", int, subAccount)

    def openInterestOf(self, assetId: int) -> _rt.Read[tuple[int, int]]:
        """Sums of an asset's positions without clearing's, in its units.

        Solidity: `openInterestOf(uint8)`, view, selector 0x467dce63
        """
        return self._read("openInterestOf(uint8)", tuple[int, int], assetId)

    def openPosition(
        self, account: int, assetId: int, size: int, limitPrice: int
    ) -> _rt.Write[int]:
        """Trades against clearing: opens a position, adds to it, reduces it, or turns it around.

        The institution or an operator with the right to trade. Pause group TRADING. Whatever it
        does to the position, the account must meet initial margin afterwards. Reverts with
        `AccountNotYours`, `AmountZero`, `SizeInvalid`, `AssetNotUsable`, `PriceStale`,
        `PriceBeyondLimit`, `TooManyAssets`, `OpenInterestExceeded`, `AmountTooLarge`, or with
        what the check of risk-taking reverts with.

        Arguments: `account` whose position; `assetId` of the underlying; `limitPrice` most to
        pay or least to receive, value per whole token; `size` units bought, negative to sell;
        the least number of its type is refused

        Returns: `realisedValue` profit realised, negative for a loss

        Solidity: `openPosition(uint256,uint8,int128,uint256)`, nonpayable, selector 0x5847b95a
        """
        return self._write(
            "openPosition(uint256,uint8,int128,uint256)", int, account, assetId, size, limitPrice
        )

    def operatorOf(self, account: int, operator: _rt.Address) -> _rt.Read[tuple[int, int]]:
        """Rights that an operator can use now, and until when it has those it was given.

        Returns: `expiry` last second; `rights` bits; zero once expired; without what lockdown
        takes away

        Solidity: `operatorOf(uint256,address)`, view, selector 0xaaca023d
        """
        return self._read("operatorOf(uint256,address)", tuple[int, int], account, operator)

    def orderDigest(self, order: _structs.IBrokerageMatching_TradeOrder) -> _rt.Read[bytes]:
        """The digest that an order's signer signs.

        Solidity: `orderDigest((uint256,uint8,int256,uint256,uint256,address,uint256,uint40))`,
        view, selector 0x1104d1f9
        """
        return self._read(
            "orderDigest((uint256,uint8,int256,uint256,uint256,address,uint256,uint40))",
            bytes,
            order,
        )

    def orderFilled(self, order: _structs.IBrokerageMatching_TradeOrder) -> _rt.Read[int]:
        """Units of an order that have been used.

        Solidity: `orderFilled((uint256,uint8,int256,uint256,uint256,address,uint256,uint40))`,
        view, selector 0xd56d46c1
        """
        return self._read(
            "orderFilled((uint256,uint8,int256,uint256,uint256,address,uint256,uint40))", int, order
        )

    def overrideHaircut(self, assetId: int, toBps: int, reason: bytes) -> _rt.Write[None]:
        """Raises a haircut at once. Restricted: RISK_OFFICER.

        For an emergency: it can make accounts liquidatable. A ramp that goes further goes on
        from there. Reverts with `NotStricter`, `ParameterOutOfRange`, and with
        `ListingInvalid("reason")` without a reason.

        Solidity: `overrideHaircut(uint8,uint16,bytes32)`, nonpayable, selector 0x4e6630b3
        """
        return self._write(
            "overrideHaircut(uint8,uint16,bytes32)", type(None), assetId, toBps, reason
        )

    def parts(self) -> _rt.Read[list[_rt.Address]]:
        """The extensions, in the order in which the constructor names them.

        Solidity: `parts()`, view, selector 0xb47e9c79
        """
        return self._read("parts()", list[_rt.Address])

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

    def payFees(self, asset: _rt.Address, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Sends collected fees.

        Called by the fee structure alone, within `sweep` or `claimRefund`.

        Arguments: `amount` units of the asset; `asset` what the fees were charged in; `to` who
        is to receive them: the fee structure

        Solidity: `payFees(address,address,uint256)`, nonpayable, selector 0xf24c678b
        """
        return self._write("payFees(address,address,uint256)", type(None), asset, to, amount)

    def portfolio(
        self, account: int
    ) -> _rt.Read[
        tuple[
            list[_structs.IBrokerageViews_CollateralItem],
            list[_structs.IBrokerageViews_DebtItem],
            list[_structs.IBrokerageViews_PositionItem],
        ]
    ]:
        """Everything that an account has and owes, by asset.

        Reverts with `AccountUnknown`.

        Solidity: `portfolio(uint256)`, view, selector 0x2e63a156
        """
        return self._read(
            "portfolio(uint256)",
            tuple[
                list[_structs.IBrokerageViews_CollateralItem],
                list[_structs.IBrokerageViews_DebtItem],
                list[_structs.IBrokerageViews_PositionItem],
            ],
            account,
        )

    def positionOf(
        self, account: int, assetId: int
    ) -> _rt.Read[_structs.IBrokerageViews_PositionItem]:
        """A position in full; clearing's too.

        Solidity: `positionOf(uint256,uint8)`, view, selector 0xc04104d3
        """
        return self._read(
            "positionOf(uint256,uint8)", _structs.IBrokerageViews_PositionItem, account, assetId
        )

    def postPrices(
        self, signer: _rt.Address, observedAt: int, prices: bytes, signature: bytes
    ) -> _rt.Write[None]:
        """Brings a batch of prices signed by a holder of PRICER; anyone may.

        Reverts with `PricesNotSigned`, `PricesNotDue`, `PricesMalformed`, `SignedPricesOff`,
        `LocalRoleMissing` and while PRICING is paused. A price out of its band, of an asset
        that does not allow it, or older than what is stored does not count and does not stop
        the others.

        Arguments: `observedAt` time of the prices; later than the last batch by the spacing;
        `prices` twelve bytes each: asset id 1, low price 9 (8 decimals), spread to the high
        price 2 (basis points); `signature` of `IBrokeragePrices.pricesDigest`, of 65 bytes, 64
        (ERC-2098), or whatever the contract takes; `signer` an account, or a contract with
        ERC-1271

        Solidity: `postPrices(address,uint40,bytes,bytes)`, nonpayable, selector 0x42984a5f
        """
        return self._write(
            "postPrices(address,uint40,bytes,bytes)",
            type(None),
            signer,
            observedAt,
            prices,
            signature,
        )

    def previewPrice(self, assetId: int) -> _rt.Read[tuple[int, int, int, int, int]]:
        """What a refresh would come to now.

        Returns: `high` price of liabilities afterwards; `low` price of assets afterwards;
        `outcome` as it would be; `primary` fault of the primary feed; `secondary` fault of the
        secondary feed

        Solidity: `previewPrice(uint8)`, view, selector 0xd54d71bb
        """
        return self._read("previewPrice(uint8)", tuple[int, int, int, int, int], assetId)

    def priceOf(self, assetId: int) -> _rt.Read[tuple[int, int, int, int]]:
        """The stored price of an asset.

        Returns: `freshUntil` the last second at which new risk accepts it; `high` price of
        liabilities, 8 decimals; `low` price of assets, 8 decimals; `time` from which its oldest
        age counts

        Solidity: `priceOf(uint8)`, view, selector 0x912397c3
        """
        return self._read("priceOf(uint8)", tuple[int, int, int, int], assetId)

    def pricesDigest(self, observedAt: int, prices: bytes) -> _rt.Read[bytes]:
        """What a holder of PRICER signs (EIP-712).

        Solidity: `pricesDigest(uint40,bytes)`, view, selector 0xa99c7c2c
        """
        return self._read("pricesDigest(uint40,bytes)", bytes, observedAt, prices)

    def proposeTerms(
        self, account: int, terms: _structs.IBrokerageTerms_AccountTerms, expiry: int
    ) -> _rt.Write[None]:
        """Proposes terms to an account's institution; they replace an earlier proposal.

        Restricted: CREDIT_ADMIN. Reverts with `TermsInvalid`, and where the ratios would lose
        their order (`IBrokerageRisk`).

        Arguments: `expiry` first second at which they can no longer be accepted

        Solidity: `proposeTerms(uint256,(uint8,uint8,uint16,uint16),uint40)`, nonpayable,
        selector 0x49d881e5
        """
        return self._write(
            "proposeTerms(uint256,(uint8,uint8,uint16,uint16),uint40)",
            type(None),
            account,
            terms,
            expiry,
        )

    def proposedTermsOf(
        self, account: int
    ) -> _rt.Read[tuple[_structs.IBrokerageTerms_AccountTerms, int]]:
        """What is proposed to an account's institution, and until when; an expiry of 0 for
        nothing.

        Solidity: `proposedTermsOf(uint256)`, view, selector 0x2638adb8
        """
        return self._read(
            "proposedTermsOf(uint256)", tuple[_structs.IBrokerageTerms_AccountTerms, int], account
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

    def raiseCaps(self, assetId: int, caps: _structs.IBrokerageRisk_AssetCaps) -> _rt.Write[None]:
        """Raises caps; none may fall. Restricted: CONFIGURATOR.

        Solidity: `raiseCaps(uint8,(uint128,uint128,uint128))`, nonpayable, selector 0x24faa89a
        """
        return self._write("raiseCaps(uint8,(uint128,uint128,uint128))", type(None), assetId, caps)

    def raiseCreditLimit(self, institution: _rt.Address, creditLimit: int) -> _rt.Write[None]:
        """Raises a credit limit. Restricted: CREDIT_ADMIN.

        Reverts with `InstitutionUnknown`, `CreditLimitInvalid`, `WrongDirection`.

        Solidity: `raiseCreditLimit(address,uint256)`, nonpayable, selector 0xac6a3aa9
        """
        return self._write(
            "raiseCreditLimit(address,uint256)", type(None), institution, creditLimit
        )

    def raiseGroupLimit(self, group: int, limitValue: int) -> _rt.Write[None]:
        """Raises a group's limit. Restricted: CREDIT_ADMIN.

        Solidity: `raiseGroupLimit(uint16,uint128)`, nonpayable, selector 0x838089f5
        """
        return self._write("raiseGroupLimit(uint16,uint128)", type(None), group, limitValue)

    def raiseHaircut(self, assetId: int, toBps: int, duration: int) -> _rt.Write[None]:
        """Raises a haircut along a ramp that starts now. Restricted: OPERATOR.

        Reverts with `NotStricter` unless it ends above where it stands and where it was going,
        and with `ParameterOutOfRange` for a haircut above 9,999 or a duration outside 1 to 90
        days.

        Arguments: `duration` seconds

        Solidity: `raiseHaircut(uint8,uint16,uint32)`, nonpayable, selector 0x61ba9c87
        """
        return self._write(
            "raiseHaircut(uint8,uint16,uint32)", type(None), assetId, toBps, duration
        )

    def raiseInitialMargin(self, extraInitial: int) -> _rt.Write[None]:
        """Raises what new risk must leave at once. Restricted: RISK_OFFICER.

        Solidity: `raiseInitialMargin(uint8)`, nonpayable, selector 0x161520ca
        """
        return self._write("raiseInitialMargin(uint8)", type(None), extraInitial)

    def raiseIssuerCap(self, issuerGroup: int, capValue: int) -> _rt.Write[None]:
        """Raises or lifts an issuer's cap. Restricted: CONFIGURATOR.

        Arguments: `capValue` at high prices, 8 decimals; zero lifts it

        Solidity: `raiseIssuerCap(uint16,uint128)`, nonpayable, selector 0xe38f9763
        """
        return self._write("raiseIssuerCap(uint16,uint128)", type(None), issuerGroup, capValue)

    def raiseMatchBand(self, bandBps: int) -> _rt.Write[None]:
        """Lets matched trades be further beyond the asset's prices, basis points. Restricted:
        CONFIGURATOR.

        Reverts with `MatchBandTooWide`, or with `IBrokerageRisk.NotLooser`.

        Solidity: `raiseMatchBand(uint16)`, nonpayable, selector 0xb438174b
        """
        return self._write("raiseMatchBand(uint16)", type(None), bandBps)

    def redeem(self, assetId: int, shares: int) -> _rt.Write[int]:
        """Takes units out of a pool for the caller's shares.

        Pause group LENDING. Needs no evidence: units go to who owns them. Reverts with
        `SharesInsufficient`, `InsufficientLiquidity`, `TooLittle`, `AmountNotMoved`.

        Arguments: `shares` burnt; 2^256 - 1 is all of them

        Returns: `amount` units paid, rounded down: shares times the pool's worth and a unit,
        over all shares and 1,000

        Solidity: `redeem(uint8,uint256)`, nonpayable, selector 0xbb482f96
        """
        return self._write("redeem(uint8,uint256)", int, assetId, shares)

    def refreshPrices(self, assetIds: _rt.Sequence[int]) -> _rt.Write[None]:
        """Reads the feeds of assets; anyone may. Never fails because of a feed.

        Reverts with `FeedsMissing`, `GasTooLow`, and while PRICING is paused. Accrues financing
        and moves haircuts along their ramps, too.

        Solidity: `refreshPrices(uint8[])`, nonpayable, selector 0xfe23c1ea
        """
        return self._write("refreshPrices(uint8[])", type(None), assetIds)

    def releaseAccounts(self, accounts: _rt.Sequence[int]) -> _rt.Write[None]:
        """Lifts the restriction. Restricted: CREDIT_ADMIN.

        Solidity: `releaseAccounts(uint256[])`, nonpayable, selector 0x5d48c394
        """
        return self._write("releaseAccounts(uint256[])", type(None), accounts)

    def removeImpairment(self, account: int) -> _rt.Write[None]:
        """Lifts an impairment, which waits as every loosening does.

        Restricted: CREDIT_ADMIN. Reverts with `ImpairmentUnchanged`.

        Solidity: `removeImpairment(uint256)`, nonpayable, selector 0xc9dd3860
        """
        return self._write("removeImpairment(uint256)", type(None), account)

    def repay(self, account: int, assetId: int, amount: int) -> _rt.Write[int]:
        """Repays debt of an account with the caller's units.

        In no pause group. Reverts with `AmountZero`, `NothingOwed`, `PayerNotVerified`,
        `AmountNotMoved` or the token's own error.

        Arguments: `amount` units; more than is owed is all of it

        Returns: `repaid` units paid

        Solidity: `repay(uint256,uint8,uint256)`, nonpayable, selector 0x5c07d0b2
        """
        return self._write("repay(uint256,uint8,uint256)", int, account, assetId, amount)

    def repayFromInstitution(self, account: int, assetId: int, amount: int) -> _rt.Write[int]:
        """Repays debt of an account with its institution's units, which an operator brings.

        The institution or an operator with the right to repay. In no pause group. Reverts as
        `repay`.

        Solidity: `repayFromInstitution(uint256,uint8,uint256)`, nonpayable, selector 0x76300bf8
        """
        return self._write(
            "repayFromInstitution(uint256,uint8,uint256)", int, account, assetId, amount
        )

    def repayWithCash(self, account: int, value: int) -> _rt.Write[int]:
        """Repays debt in the cash asset with the account's cash, at the asset's high price,
        rounded down.

        Right 8. In no pause group; needs the asset's price to be fresh. Reverts with
        `NothingOwed`, `CashInsufficient`.

        Arguments: `value` of the cash; more than there is or than is needed is as much as can
        be used

        Returns: `amount` units of debt repaid

        Solidity: `repayWithCash(uint256,uint256)`, nonpayable, selector 0x8b3f601f
        """
        return self._write("repayWithCash(uint256,uint256)", int, account, value)

    def restrictAccounts(self, accounts: _rt.Sequence[int]) -> _rt.Write[None]:
        """Restricts accounts to closing at once. Restricted: RISK_OFFICER.

        Solidity: `restrictAccounts(uint256[])`, nonpayable, selector 0xedf090b0
        """
        return self._write("restrictAccounts(uint256[])", type(None), accounts)

    def revokeLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Revokes a local role at once; nothing happens when the account does not hold it.

        Restricted: RISK_OFFICER.

        Solidity: `revokeLocalRole(uint8,address)`, nonpayable, selector 0x855894db
        """
        return self._write("revokeLocalRole(uint8,address)", type(None), role, account)

    def seizureCapOf(self, assetId: int) -> _rt.Read[tuple[int, int]]:
        """An asset's cap on taken value and how much of the present window's is taken.

        Solidity: `seizureCapOf(uint8)`, view, selector 0xe8df6835
        """
        return self._read("seizureCapOf(uint8)", tuple[int, int], assetId)

    def sequencer(self) -> _rt.Read[tuple[_rt.Address, int, int, bool, bool, int]]:
        """The sequencer as its feed tells it now.

        Returns: `grace` seconds after it came back; `liquidationAllowed` whether accounts may
        be liquidated; `mostOutage` seconds after which liquidation goes on; `riskAllowed`
        whether risk may be taken; `since` when it came back or went down; zero where that is
        not known; `uptimeFeed` the uptime feed, or zero

        Solidity: `sequencer()`, view, selector 0x5c1bba38
        """
        return self._read("sequencer()", tuple[_rt.Address, int, int, bool, bool, int])

    def setAuthority(self, newAuthority: _rt.Address) -> _rt.Write[None]:
        """Transfers control to a new authority. The caller must be the current authority.

        Solidity: `setAuthority(address)`, nonpayable, selector 0x7a9e5e4b
        """
        return self._write("setAuthority(address)", type(None), newAuthority)

    def setBorrowRate(self, assetId: int, ratePips: int) -> _rt.Write[None]:
        """Sets the yearly rate of a pool, from now on. Restricted: CONFIGURATOR.

        Reverts with `RateTooHigh`.

        Solidity: `setBorrowRate(uint8,uint24)`, nonpayable, selector 0xc1aa4ddb
        """
        return self._write("setBorrowRate(uint8,uint24)", type(None), assetId, ratePips)

    def setCashAsset(self, assetId: int) -> _rt.Write[None]:
        """Names the asset in which gains and losses are settled. Restricted: LISTING_ADMIN.

        Reverts with `ListingInvalid("cashAsset")` unless it has a pool and is active.

        Solidity: `setCashAsset(uint8)`, nonpayable, selector 0x205a6cc5
        """
        return self._write("setCashAsset(uint8)", type(None), assetId)

    def setConcentration(self, thresholdMilli: int, addOnMilli: int) -> _rt.Write[None]:
        """Sets how a concentrated asset is cut. Restricted: CONFIGURATOR.

        From a half on only the largest asset can be above the threshold, which is all that a
        valuation looks at.

        Arguments: `addOnMilli` what is cut off the part above, at most 1,000 thousandths;
        `thresholdMilli` share of the value after haircuts from which an asset is concentrated,
        thousandths, at least 500

        Solidity: `setConcentration(uint16,uint16)`, nonpayable, selector 0x0b0710b7
        """
        return self._write(
            "setConcentration(uint16,uint16)", type(None), thresholdMilli, addOnMilli
        )

    def setEvidenceMode(self, attested: bool) -> _rt.Write[None]:
        """Sets whose word counts for whether institutions and others are verified. Restricted:
        CONFIGURATOR.

        A registry that is switched to live verification later is asked live only when this is
        set back: until then stored evidence counts, which ends no later than the earliest claim
        that it rests on and can be revoked at once.

        Arguments: `attested` true for `isAttested`, one cold word less in every check of new
        risk; false for `isVerified`. Reverts with `EvidenceNotAttested` when the registry is
        live or has no stored evidence

        Solidity: `setEvidenceMode(bool)`, nonpayable, selector 0x27a16cf1
        """
        return self._write("setEvidenceMode(bool)", type(None), attested)

    def setExposureRate(self, assetId: int, exposureBps: int) -> _rt.Write[None]:
        """Sets the potential exposure of positions. Restricted: CONFIGURATOR.

        Either way it waits: a higher one makes accounts liquidatable.

        Solidity: `setExposureRate(uint8,uint16)`, nonpayable, selector 0x56c016b0
        """
        return self._write("setExposureRate(uint8,uint16)", type(None), assetId, exposureBps)

    def setExtraMargin(self, extraInitial: int, extraMaintenance: int) -> _rt.Write[None]:
        """Sets points beyond the constants that every account must keep. Restricted: CONFIGURATOR.

        Either way it waits: more maintenance makes accounts callable. The book's points of
        maintenance are at most those of initial margin; an account's own can be 24 ahead, so
        that their sums keep the order. Reverts with `RatiosUnordered` and `ParameterOutOfRange`
        above 100.

        Solidity: `setExtraMargin(uint8,uint8)`, nonpayable, selector 0xed472dd2
        """
        return self._write(
            "setExtraMargin(uint8,uint8)", type(None), extraInitial, extraMaintenance
        )

    def setFeeStructure(self, feeStructure_: _rt.Address) -> _rt.Write[None]:
        """Replaces the contract that prices and charges. Restricted: FEE_ADMIN.

        Reverts with `AddressWithoutCode`.

        Solidity: `setFeeStructure(address)`, nonpayable, selector 0x95ef6d1c
        """
        return self._write("setFeeStructure(address)", type(None), feeStructure_)

    def setFeeds(
        self, assetId: int, settings: _structs.IBrokeragePrices_FeedSettings
    ) -> _rt.Write[None]:
        """Sets an asset's feeds. Restricted: LISTING_ADMIN.

        What stands keeps standing: with other feeds the next price has to be near it or be seen
        twice.

        Solidity:
        `setFeeds(uint8,(address,address,uint16,uint16,uint16,uint16,uint16,uint16,bool,bool))`,
        nonpayable, selector 0xc2250871
        """
        return self._write(
            "setFeeds(uint8,(address,address,uint16,uint16,uint16,uint16,uint16,uint16,bool,bool))",
            type(None),
            assetId,
            settings,
        )

    def setFinancing(self, assetId: int, ratePips: int) -> _rt.Write[None]:
        """Sets what long positions in an asset pay to short ones. Restricted: CONFIGURATOR.

        Reverts with `FinancingOutOfRange` beyond 200 % a year and with `FeedsMissing`.

        Arguments: `ratePips` millionths of the price a year; negative when short positions pay

        Solidity: `setFinancing(uint8,int24)`, nonpayable, selector 0xb99b1aac
        """
        return self._write("setFinancing(uint8,int24)", type(None), assetId, ratePips)

    def setFundFloor(self, assetId: int, institution: _rt.Address, units: int) -> _rt.Write[None]:
        """Sets what an institution must leave in a fund.

        Restricted: CREDIT_ADMIN.

        Solidity: `setFundFloor(uint8,address,uint128)`, nonpayable, selector 0x687738cb
        """
        return self._write(
            "setFundFloor(uint8,address,uint128)", type(None), assetId, institution, units
        )

    def setFundTerms(
        self, noticePeriod: int, assessmentPeriod: int, assessmentLimitBps: int
    ) -> _rt.Write[None]:
        """Sets the funds' terms.

        Restricted: CONFIGURATOR. Reverts with `FundTermsInvalid`. Notices that run keep their
        time.

        Arguments: `assessmentLimitBps` share of the contributions that may be used in one for
        others' defaults; `assessmentPeriod` seconds of an assessment period, 1 to 180 days;
        `noticePeriod` seconds of notice, 1 to 180 days

        Solidity: `setFundTerms(uint24,uint24,uint16)`, nonpayable, selector 0x8ba30931
        """
        return self._write(
            "setFundTerms(uint24,uint24,uint16)",
            type(None),
            noticePeriod,
            assessmentPeriod,
            assessmentLimitBps,
        )

    def setGrace(self, class_: int, grace: int) -> _rt.Write[None]:
        """Sets the time to react that an account with assets of this class has, at most
        `MAX_GRACE`; 0 for `DEFAULT_GRACE`. The shortest counts of all assets that the account
        has collateral or positions in.

        Restricted: RISK_OFFICER. It holds for calls issued from now on.

        Solidity: `setGrace(uint8,uint24)`, nonpayable, selector 0xd19eeb02
        """
        return self._write("setGrace(uint8,uint24)", type(None), class_, grace)

    def setGroup(self, institution: _rt.Address, group: int) -> _rt.Write[None]:
        """Puts an institution into a group, or takes it out of one. Restricted: CREDIT_ADMIN.

        Its exposure moves along. Prices may be old.

        Solidity: `setGroup(address,uint16)`, nonpayable, selector 0x3a9be2dd
        """
        return self._write("setGroup(address,uint16)", type(None), institution, group)

    def setLiquidationTerms(
        self, terms: _structs.IBrokerageAuctions_LiquidationTerms
    ) -> _rt.Write[None]:
        """Sets how liquidations go.

        Restricted: CONFIGURATOR. Reverts with `LiquidationTermsInvalid`, and with
        `IBrokerageRisk.RatiosUnordered` where bonus, fee and slippage together are not below
        the liquidation threshold less one.

        Solidity:
        `setLiquidationTerms((uint16,uint16,uint16,uint16,uint16,uint16,uint24,uint24,uint24,uint24,uint64))`,
        nonpayable, selector 0x1dcf0cee
        """
        return self._write(
            "setLiquidationTerms((uint16,uint16,uint16,uint16,uint16,uint16,uint24,uint24,uint24,uint24,uint64))",
            type(None),
            terms,
        )

    def setLockdown(self, locked: bool) -> _rt.Write[None]:
        """Starts or ends lockdown of the calling institution's operators; nothing happens when it
        is so already.

        Reverts with `InstitutionUnknown`.

        Solidity: `setLockdown(bool)`, nonpayable, selector 0xaab428ae
        """
        return self._write("setLockdown(bool)", type(None), locked)

    def setOperator(
        self, account: int, operator: _rt.Address, rights: int, expiry: int
    ) -> _rt.Write[None]:
        """Gives an operator rights, in place of those it has; zero takes all away.

        The institution alone. Reverts with `NotTheInstitution`, `RightsUnknown`,
        `OperatorInvalid`.

        Arguments: `account` the sub-account; `expiry` last second at which they hold; `rights`
        bits

        Solidity: `setOperator(uint256,address,uint8,uint40)`, nonpayable, selector 0x1ddc6573
        """
        return self._write(
            "setOperator(uint256,address,uint8,uint40)",
            type(None),
            account,
            operator,
            rights,
            expiry,
        )

    def setReserveShare(self, assetId: int, reserveBps: int) -> _rt.Write[None]:
        """Sets the share of interest that is reserved, from now on. Restricted: FEE_ADMIN.

        Reverts with `ReserveShareTooHigh`.

        Solidity: `setReserveShare(uint8,uint16)`, nonpayable, selector 0x5daf842c
        """
        return self._write("setReserveShare(uint8,uint16)", type(None), assetId, reserveBps)

    def setSeizureCap(self, assetId: int, capValue: int) -> _rt.Write[None]:
        """Sets the cap on the value of an asset that is taken in one window; 0 for none.

        Restricted: CONFIGURATOR. What the present window has taken counts against the new cap
        too.

        Solidity: `setSeizureCap(uint8,uint96)`, nonpayable, selector 0xfb5fa82f
        """
        return self._write("setSeizureCap(uint8,uint96)", type(None), assetId, capValue)

    def setSequencer(self, feed: _rt.Address, grace: int, mostOutage: int) -> _rt.Write[None]:
        """Sets the sequencer's uptime feed of this chain, or none. Restricted: LISTING_ADMIN.

        Arguments: `feed` Chainlink's L2 sequencer uptime feed; zero where there is none;
        `grace` seconds after the sequencer came back in which no risk is taken and nothing is
        liquidated; `mostOutage` seconds after which liquidation goes on whatever the sequencer
        does; at most 72 hours

        Solidity: `setSequencer(address,uint32,uint32)`, nonpayable, selector 0x35396bbd
        """
        return self._write(
            "setSequencer(address,uint32,uint32)", type(None), feed, grace, mostOutage
        )

    def setSettlementManager(self, manager: _rt.Address) -> _rt.Write[None]:
        """Names the settlement manager that knows what a settlement asset is. Restricted:
        LISTING_ADMIN.

        Solidity: `setSettlementManager(address)`, nonpayable, selector 0x0556df0f
        """
        return self._write("setSettlementManager(address)", type(None), manager)

    def setSignedTerms(self, terms: _structs.IBrokeragePrices_SignedTerms) -> _rt.Write[None]:
        """Sets what signed batches are held to. Restricted: CONFIGURATOR.

        Solidity: `setSignedTerms((uint16,uint16,uint16))`, nonpayable, selector 0xeda15ae2
        """
        return self._write("setSignedTerms((uint16,uint16,uint16))", type(None), terms)

    def setTradeTerms(self, gainHaircutBps: int, tradeSpreadBps: int) -> _rt.Write[None]:
        """Sets how unrealised gains are cut in maintenance, and the spread of trades against the
        clearing account. Restricted: CONFIGURATOR.

        Arguments: `gainHaircutBps` at most 10,000; `tradeSpreadBps` at most 1,000

        Solidity: `setTradeTerms(uint16,uint16)`, nonpayable, selector 0x7931d95f
        """
        return self._write(
            "setTradeTerms(uint16,uint16)", type(None), gainHaircutBps, tradeSpreadBps
        )

    def settleBook(self, assetId: int, most: int) -> _rt.Write[tuple[int, int]]:
        """Pays a pool, with the caller's units, what the book owes it, and takes as much in the
        cash asset out of that one's pool, at the low price of what is paid and the high one of
        what is taken. Restricted: TREASURER.

        Reverts with `BookOwesNothing`, `AmountZero`, `PriceStale`, `InsufficientLiquidity`,
        `AmountNotMoved`.

        Arguments: `most` units that are paid at most

        Returns: `paid` units of the cash asset that the caller receives, rounded down;
        `settled` units paid to the pool

        Solidity: `settleBook(uint8,uint256)`, nonpayable, selector 0xbbd338fb
        """
        return self._write("settleBook(uint8,uint256)", tuple[int, int], assetId, most)

    def settlementManager(self) -> _rt.Read[_rt.Address]:
        """Where the brokerage asks what a settlement asset is, or zero.

        Solidity: `settlementManager()`, view, selector 0x5dbdcdad
        """
        return self._read("settlementManager()", _rt.Address)

    def shortenCreditDays(
        self, institution: _rt.Address, facilityEndDay: int, reviewDay: int
    ) -> _rt.Write[None]:
        """Sets earlier days at once; neither may be later than before. Restricted: RISK_OFFICER.

        Solidity: `shortenCreditDays(address,uint16,uint16)`, nonpayable, selector 0x5a249d2c
        """
        return self._write(
            "shortenCreditDays(address,uint16,uint16)",
            type(None),
            institution,
            facilityEndDay,
            reviewDay,
        )

    def shortenMaxAge(self, assetId: int, maxAgeMinutes: int) -> _rt.Write[None]:
        """Lets a price count for less long. Restricted: RISK_OFFICER.

        Solidity: `shortenMaxAge(uint8,uint16)`, nonpayable, selector 0x14cf511f
        """
        return self._write("shortenMaxAge(uint8,uint16)", type(None), assetId, maxAgeMinutes)

    def signedTerms(self) -> _rt.Read[tuple[_structs.IBrokeragePrices_SignedTerms, int]]:
        """What signed batches are held to, and the time of the last one.

        Solidity: `signedTerms()`, view, selector 0x484f5291
        """
        return self._read("signedTerms()", tuple[_structs.IBrokeragePrices_SignedTerms, int])

    def standstill(self) -> _rt.Read[tuple[int, int, int]]:
        """Seconds of all standstills that are over, when the last one ended, and when the present
        one began (0 for none).

        Solidity: `standstill()`, view, selector 0x3a4bf428
        """
        return self._read("standstill()", tuple[int, int, int])

    def stress(
        self, account: int, shocksBps: _rt.Sequence[int]
    ) -> _rt.Read[_structs.IBrokerageAccountRisk_AccountRisk]:
        """An account's risk if prices moved: `accountRisk` with low and high prices shocked.

        The shocked low price is rounded down, and the high price has the same spread above it.
        Reverts with `AccountUnknown`, `ShockInvalid`.

        Arguments: `shocksBps` one shock for each asset id from 0 on, basis points; assets
        beyond the list keep their prices

        Solidity: `stress(uint256,int16[])`, view, selector 0x3d645d75
        """
        return self._read(
            "stress(uint256,int16[])",
            _structs.IBrokerageAccountRisk_AccountRisk,
            account,
            shocksBps,
        )

    def supply(self, assetId: int, amount: int) -> _rt.Write[int]:
        """Supplies the caller's units to a pool.

        The caller must be verified. Pause group LENDING. Reverts with `AssetNotUsable`,
        `AmountZero`, `LenderNotVerified`, `TooLittle`, `AmountNotMoved`.

        Returns: `shares` minted, rounded down: units times all shares and 1,000, over the
        pool's worth and two units. The 1,000 shares and a unit are nobody's, so that the first
        lender cannot price the others out

        Solidity: `supply(uint8,uint256)`, nonpayable, selector 0xeb8b9f48
        """
        return self._write("supply(uint8,uint256)", int, assetId, amount)

    def takeOverPosition(
        self, account: int, taker: int, assetId: int, size: int, expectedNonce: int
    ) -> _rt.Write[None]:
        """Takes over a position of an account that may be liquidated, at the adverse side of its
        price and for a reward: the bonus on the potential exposure that it relieves the account
        of. The taker is an account of the caller and keeps the initial ratio afterwards.

        Reverts as `liquidate` does, with `IPrimeBrokerage.TooManyAssets`, and as opening a
        position does.

        Arguments: `size` units of the position to take over at most, without sign

        Solidity: `takeOverPosition(uint256,uint256,uint8,uint128,uint32)`, nonpayable, selector
        0x7db95b4d
        """
        return self._write(
            "takeOverPosition(uint256,uint256,uint8,uint128,uint32)",
            type(None),
            account,
            taker,
            assetId,
            size,
            expectedNonce,
        )

    def termsOf(self, account: int) -> _rt.Read[_structs.IBrokerageTerms_AccountTerms]:
        """An account's terms in force.

        Solidity: `termsOf(uint256)`, view, selector 0xbadc2dff
        """
        return self._read("termsOf(uint256)", _structs.IBrokerageTerms_AccountTerms, account)

    def tightenFeeds(
        self, assetId: int, settings: _structs.IBrokeragePrices_FeedSettings
    ) -> _rt.Write[None]:
        """Holds the same feeds to more at once. Restricted: RISK_OFFICER.

        Reverts with `PriceSettingsNotTighter`. A shorter window makes the time-weighted price
        follow faster and counts as looser.

        Solidity:
        `tightenFeeds(uint8,(address,address,uint16,uint16,uint16,uint16,uint16,uint16,bool,bool))`,
        nonpayable, selector 0xfa2548a2
        """
        return self._write(
            "tightenFeeds(uint8,(address,address,uint16,uint16,uint16,uint16,uint16,uint16,bool,bool))",
            type(None),
            assetId,
            settings,
        )

    def tightenSignedTerms(self, terms: _structs.IBrokeragePrices_SignedTerms) -> _rt.Write[None]:
        """Holds signed batches to more at once. Restricted: RISK_OFFICER.

        Solidity: `tightenSignedTerms((uint16,uint16,uint16))`, nonpayable, selector 0xedad35b8
        """
        return self._write("tightenSignedTerms((uint16,uint16,uint16))", type(None), terms)

    def tightenTerms(
        self, account: int, terms: _structs.IBrokerageTerms_AccountTerms
    ) -> _rt.Write[None]:
        """Sets terms that are nowhere looser than those in force, at once. What was proposed
        before is withdrawn.

        Restricted: RISK_OFFICER. Reverts with `TermsLooser`, and where the ratios would lose
        their order (`IBrokerageRisk`).

        Solidity: `tightenTerms(uint256,(uint8,uint8,uint16,uint16))`, nonpayable, selector
        0x359c1b9a
        """
        return self._write(
            "tightenTerms(uint256,(uint8,uint8,uint16,uint16))", type(None), account, terms
        )

    def totalCollateralUp(self, assetId: int) -> _rt.Read[int]:
        """Units of an asset that all accounts have as collateral, each account's rounded up to a
        millionth of a token.

        Solidity: `totalCollateralUp(uint8)`, view, selector 0x915f143e
        """
        return self._read("totalCollateralUp(uint8)", int, assetId)

    def totalExposure(self) -> _rt.Read[int]:
        """Exposure of all accounts, value: the sum of the institutions' (`creditLineOf`).

        Solidity: `totalExposure()`, view, selector 0x79f883da
        """
        return self._read("totalExposure()", int)

    def trackOf(self, assetId: int) -> _rt.Read[tuple[int, int, bool, int, int]]:
        """The time-weighted price, when the price was last refreshed, whether a jump waits to be
        seen again, and the carry.

        Returns: `average` 8 decimals, kept to 25 significant bits; `carry` USD per whole token,
        14 decimals; `jumped` whether a jump waits to be seen again; `ratePips` financing,
        millionths a year; `refreshedAt` when the price was last refreshed or seen to jump

        Solidity: `trackOf(uint8)`, view, selector 0x5de3b609
        """
        return self._read("trackOf(uint8)", tuple[int, int, bool, int, int], assetId)

    def tradePrices(self, assetId: int) -> _rt.Read[tuple[int, int]]:
        """The prices at which an account can trade an asset against clearing now, value per whole
        token.

        Reverts with `AssetUnknown`, `AssetNotUsable`, `PriceStale`.

        Returns: `buying` high price plus spread, rounded up; `selling` low price less spread,
        rounded down

        Solidity: `tradePrices(uint8)`, view, selector 0xb2ee218b
        """
        return self._read("tradePrices(uint8)", tuple[int, int], assetId)

    def unfreezeAccounts(self, accounts: _rt.Sequence[int]) -> _rt.Write[None]:
        """Lifts the freeze. Restricted: COMPLIANCE_ADMIN.

        Solidity: `unfreezeAccounts(uint256[])`, nonpayable, selector 0xe929299b
        """
        return self._write("unfreezeAccounts(uint256[])", type(None), accounts)

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

    def withdraw(self, account: int, assetId: int, amount: int, to: _rt.Address) -> _rt.Write[int]:
        """Takes units out of an account's collateral.

        Right 2. Pause group COLLATERAL. Reverts with `AccountNotYours`, `AmountZero`,
        `CollateralInsufficient`, `RecipientRefused`, `AmountNotMoved`, or with what the check
        of risk-taking reverts with while the account has debt or positions.

        Arguments: `account` whose; `amount` units; 2^256 - 1 is all of them; `assetId` which;
        `to` the institution, or a verified wallet of its identity

        Returns: `withdrawn` units

        Solidity: `withdraw(uint256,uint8,uint256,address)`, nonpayable, selector 0x81857627
        """
        return self._write(
            "withdraw(uint256,uint8,uint256,address)", int, account, assetId, amount, to
        )

    def withdrawCash(self, account: int, value: int, to: _rt.Address) -> _rt.Write[int]:
        """Pays out cash in the cash asset, at its high price, rounded down.

        Right 2. Pause group COLLATERAL. Needs the asset's price to be fresh. Reverts as
        `withdraw`, and with `CashInsufficient`, `InsufficientLiquidity`.

        Arguments: `value` of the cash taken; 2^256 - 1 is all of it

        Returns: `amount` units paid

        Solidity: `withdrawCash(uint256,uint256,address)`, nonpayable, selector 0x87248b9c
        """
        return self._write("withdrawCash(uint256,uint256,address)", int, account, value, to)

    def withdrawContribution(self, assetId: int) -> _rt.Write[int]:
        """Withdraws the caller's shares under notice once that has run out.

        Reverts with `NoticeRunning`, `FundFloorBreached`.

        Returns: `units` paid, rounded down

        Solidity: `withdrawContribution(uint8)`, nonpayable, selector 0xcf72652d
        """
        return self._write("withdrawContribution(uint8)", int, assetId)

    def withdrawFirstLoss(self, assetId: int, units: int, to: _rt.Address) -> _rt.Write[None]:
        """Withdraws of the operator's capital.

        Restricted: TREASURER. Reverts with `FirstLossExceeded`.

        Solidity: `withdrawFirstLoss(uint8,uint128,address)`, nonpayable, selector 0x966a7a41
        """
        return self._write(
            "withdrawFirstLoss(uint8,uint128,address)", type(None), assetId, units, to
        )

    def withdrawReserves(self, assetId: int, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Pays reserves out. Restricted: TREASURER.

        Reverts with `ReservesInsufficient`, `InsufficientLiquidity`.

        Solidity: `withdrawReserves(uint8,address,uint256)`, nonpayable, selector 0x4a02d3e2
        """
        return self._write(
            "withdrawReserves(uint8,address,uint256)", type(None), assetId, to, amount
        )

    def withdrawTerms(self, account: int) -> _rt.Write[None]:
        """Withdraws a proposal.

        Restricted: CREDIT_ADMIN.

        Solidity: `withdrawTerms(uint256)`, nonpayable, selector 0x3ebee4de
        """
        return self._write("withdrawTerms(uint256)", type(None), account)


class PrimeBrokerage(_rt.Contract):
    """See `IPrimeBrokerage`. This implementation has collateral, debt, batches, the view of an
    account's risk and signed prices; everything else is in extensions at the same address.
    """

    NAME = "PrimeBrokerage"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        PrimeBrokerageEvents.AccountFreezeSet,
        PrimeBrokerageEvents.AccountOpened,
        PrimeBrokerageEvents.AccountRestricted,
        PrimeBrokerageEvents.AssetActivitySet,
        PrimeBrokerageEvents.AssetAdmitted,
        PrimeBrokerageEvents.AssetCapsSet,
        PrimeBrokerageEvents.AssetUsesSet,
        PrimeBrokerageEvents.AuthorityUpdated,
        PrimeBrokerageEvents.BookSettled,
        PrimeBrokerageEvents.BorrowRateSet,
        PrimeBrokerageEvents.Borrowed,
        PrimeBrokerageEvents.CashApplied,
        PrimeBrokerageEvents.CashAssetSet,
        PrimeBrokerageEvents.CashWithdrawn,
        PrimeBrokerageEvents.CollateralDeposited,
        PrimeBrokerageEvents.CollateralMoved,
        PrimeBrokerageEvents.CollateralWithdrawn,
        PrimeBrokerageEvents.ConcentrationSet,
        PrimeBrokerageEvents.CreditDaysSet,
        PrimeBrokerageEvents.CreditLimitSet,
        PrimeBrokerageEvents.DefaultBorne,
        PrimeBrokerageEvents.DefaultDeclared,
        PrimeBrokerageEvents.EvidenceModeSet,
        PrimeBrokerageEvents.ExposureRateSet,
        PrimeBrokerageEvents.ExtraMarginSet,
        PrimeBrokerageEvents.FeeCollected,
        PrimeBrokerageEvents.FeeNotCharged,
        PrimeBrokerageEvents.FeeStructureSet,
        PrimeBrokerageEvents.FeedFaulty,
        PrimeBrokerageEvents.FeedsSet,
        PrimeBrokerageEvents.FeesAgreed,
        PrimeBrokerageEvents.FeesPaid,
        PrimeBrokerageEvents.FinancingSet,
        PrimeBrokerageEvents.FirstLossFunded,
        PrimeBrokerageEvents.FirstLossWithdrawn,
        PrimeBrokerageEvents.FundContributed,
        PrimeBrokerageEvents.FundExhausted,
        PrimeBrokerageEvents.FundFloorSet,
        PrimeBrokerageEvents.FundNoticeGiven,
        PrimeBrokerageEvents.FundTermsSet,
        PrimeBrokerageEvents.FundWithdrawn,
        PrimeBrokerageEvents.GraceSet,
        PrimeBrokerageEvents.GrantNonceUsed,
        PrimeBrokerageEvents.GroupLimitSet,
        PrimeBrokerageEvents.GroupSet,
        PrimeBrokerageEvents.GroupsPaused,
        PrimeBrokerageEvents.GroupsUnpaused,
        PrimeBrokerageEvents.HaircutLowered,
        PrimeBrokerageEvents.HaircutOverridden,
        PrimeBrokerageEvents.HaircutRampSet,
        PrimeBrokerageEvents.Impaired,
        PrimeBrokerageEvents.ImpairmentRemoved,
        PrimeBrokerageEvents.Initialized,
        PrimeBrokerageEvents.InstitutionAdmitted,
        PrimeBrokerageEvents.InterestAccrued,
        PrimeBrokerageEvents.IssuerCapSet,
        PrimeBrokerageEvents.Liquidated,
        PrimeBrokerageEvents.LiquidationTermsSet,
        PrimeBrokerageEvents.LocalRoleGranted,
        PrimeBrokerageEvents.LocalRoleRevoked,
        PrimeBrokerageEvents.LockdownSet,
        PrimeBrokerageEvents.MarginCallCured,
        PrimeBrokerageEvents.MarginCallEscalated,
        PrimeBrokerageEvents.MarginCallIssued,
        PrimeBrokerageEvents.MatchBandSet,
        PrimeBrokerageEvents.MaxAgeSet,
        PrimeBrokerageEvents.OperatorSet,
        PrimeBrokerageEvents.OrderFilled,
        PrimeBrokerageEvents.OrderNonceSpent,
        PrimeBrokerageEvents.PositionChanged,
        PrimeBrokerageEvents.PositionLiquidated,
        PrimeBrokerageEvents.PositionTakenOver,
        PrimeBrokerageEvents.PricesPosted,
        PrimeBrokerageEvents.PricesRefreshed,
        PrimeBrokerageEvents.ProfitBooked,
        PrimeBrokerageEvents.Redeemed,
        PrimeBrokerageEvents.Repaid,
        PrimeBrokerageEvents.RepaidWithCash,
        PrimeBrokerageEvents.ReserveShareSet,
        PrimeBrokerageEvents.ReservesWithdrawn,
        PrimeBrokerageEvents.SeizureCapSet,
        PrimeBrokerageEvents.SeizureClaimable,
        PrimeBrokerageEvents.SeizureClaimed,
        PrimeBrokerageEvents.SequencerSet,
        PrimeBrokerageEvents.SettlementManagerSet,
        PrimeBrokerageEvents.SignedTermsSet,
        PrimeBrokerageEvents.StandstillBegan,
        PrimeBrokerageEvents.StandstillEnded,
        PrimeBrokerageEvents.Supplied,
        PrimeBrokerageEvents.TermsChanged,
        PrimeBrokerageEvents.TermsProposed,
        PrimeBrokerageEvents.TermsWithdrawn,
        PrimeBrokerageEvents.TradeMatched,
        PrimeBrokerageEvents.TradeTermsSet,
        PrimeBrokerageEvents.Upgraded,
    )
    structs: TypeAlias = PrimeBrokerageStructs
    errors: TypeAlias = PrimeBrokerageErrors
    events: TypeAlias = PrimeBrokerageEvents

    @cached_property
    def functions(self) -> PrimeBrokerageFunctions:
        """What the contract can be asked and told."""
        return PrimeBrokerageFunctions(self.contract, self.ERRORS)
