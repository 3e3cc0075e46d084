"""LiquidityPoolOptimizer and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class LiquidityPoolOptimizerStructs:
    """Structs of LiquidityPoolOptimizer."""

    AddRequest: TypeAlias = _structs.AddRequest
    Hop: TypeAlias = _structs.Hop
    Batch: TypeAlias = _structs.ILiquidityBatches_Batch
    BatchOrder: TypeAlias = _structs.ILiquidityBatches_BatchOrder
    Guards: TypeAlias = _structs.ILiquidityGuardViews_Guards
    LiquidityPool: TypeAlias = _structs.ILiquidityPoolOptimizer_LiquidityPool
    Position: TypeAlias = _structs.ILiquidityPositions_Position
    PoolState: TypeAlias = _structs.ILiquidityState_PoolState
    PositionState: TypeAlias = _structs.ILiquidityState_PositionState
    TickState: TypeAlias = _structs.ILiquidityState_TickState
    RebalancePlan: TypeAlias = _structs.ILiquidityStrategies_RebalancePlan
    Loan: TypeAlias = _structs.Loan
    MoveRequest: TypeAlias = _structs.MoveRequest
    PoolKey: TypeAlias = _structs.PoolKey
    RemoveRequest: TypeAlias = _structs.RemoveRequest
    StrategyPolicy: TypeAlias = _structs.StrategyPolicy
    SwapRequest: TypeAlias = _structs.SwapRequest
    VaultTerms: TypeAlias = _structs.VaultTerms


class LiquidityPoolOptimizerErrors:
    """Errors of LiquidityPoolOptimizer."""

    AccessManagedInvalidAuthority: TypeAlias = _errors.AccessManagedInvalidAuthority
    AccessManagedRequiredDelay: TypeAlias = _errors.AccessManagedRequiredDelay
    AccessManagedUnauthorized: TypeAlias = _errors.AccessManagedUnauthorized
    AccountBalanceOverflow: TypeAlias = _errors.AccountBalanceOverflow
    AddressEmptyCode: TypeAlias = _errors.AddressEmptyCode
    AddressWithoutCode: TypeAlias = _errors.AddressWithoutCode
    AmountLimitExceeded: TypeAlias = _errors.AmountLimitExceeded
    AmountZero: TypeAlias = _errors.AmountZero
    AmountsOutOfBounds: TypeAlias = _errors.AmountsOutOfBounds
    AuthorityWithoutCode: TypeAlias = _errors.AuthorityWithoutCode
    BalanceQueryForZeroAddress: TypeAlias = _errors.BalanceQueryForZeroAddress
    BatchEmpty: TypeAlias = _errors.BatchEmpty
    BatchFull: TypeAlias = _errors.BatchFull
    BatchNotSettleable: TypeAlias = _errors.BatchNotSettleable
    BatchOnly: TypeAlias = _errors.BatchOnly
    BatchOrderMisplaced: TypeAlias = _errors.BatchOrderMisplaced
    BatchPriceNotUniform: TypeAlias = _errors.BatchPriceNotUniform
    BatchWindowOutOfRange: TypeAlias = _errors.BatchWindowOutOfRange
    BatchingOff: TypeAlias = _errors.BatchingOff
    BreakerOutOfRange: TypeAlias = _errors.BreakerOutOfRange
    DeadlinePassed: TypeAlias = _errors.DeadlinePassed
    ERC1967InvalidImplementation: TypeAlias = _errors.ERC1967InvalidImplementation
    ERC1967NonPayable: TypeAlias = _errors.ERC1967NonPayable
    ETHTransferFailed: TypeAlias = _errors.ETHTransferFailed
    FailedCall: TypeAlias = _errors.FailedCall
    FeeAboveMaximum: TypeAlias = _errors.FeeAboveMaximum
    FeeOutOfRange: TypeAlias = _errors.FeeOutOfRange
    FeeStructureMissing: TypeAlias = _errors.FeeStructureMissing
    GroupPaused: TypeAlias = _errors.GroupPaused
    InvalidInitialization: TypeAlias = _errors.InvalidInitialization
    InvalidSqrtPrice: TypeAlias = _errors.InvalidSqrtPrice
    LendingNotAllowed: TypeAlias = _errors.LendingNotAllowed
    LiquidityMissing: TypeAlias = _errors.LiquidityMissing
    LiquidityPerTickExceeded: TypeAlias = _errors.LiquidityPerTickExceeded
    LiquidityTooSmall: TypeAlias = _errors.LiquidityTooSmall
    LiquidityWouldBeLocked: TypeAlias = _errors.LiquidityWouldBeLocked
    LiquidityZero: TypeAlias = _errors.LiquidityZero
    LoanLossTooHigh: TypeAlias = _errors.LoanLossTooHigh
    LoanMissing: TypeAlias = _errors.LoanMissing
    LoanNotExact: TypeAlias = _errors.LoanNotExact
    LoanOutstanding: TypeAlias = _errors.LoanOutstanding
    LocalRoleForNobody: TypeAlias = _errors.LocalRoleForNobody
    LocalRoleMissing: TypeAlias = _errors.LocalRoleMissing
    ModesUnknown: TypeAlias = _errors.ModesUnknown
    NativeCoinMismatch: TypeAlias = _errors.NativeCoinMismatch
    NotAdmitted: TypeAlias = _errors.NotAdmitted
    NotDue: TypeAlias = _errors.NotDue
    NotInitializing: TypeAlias = _errors.NotInitializing
    NotOwnerNorApproved: TypeAlias = _errors.NotOwnerNorApproved
    NotTighter: TypeAlias = _errors.NotTighter_bytes32
    NothingToLend: TypeAlias = _errors.NothingToLend
    ObservationTooOld: TypeAlias = _errors.ObservationTooOld
    ObservationsNotKept: TypeAlias = _errors.ObservationsNotKept
    OracleTooShort: TypeAlias = _errors.OracleTooShort
    OrderNotCancellable: TypeAlias = _errors.OrderNotCancellable
    OrderNotPayable: TypeAlias = _errors.OrderNotPayable
    OrderNotYours: TypeAlias = _errors.OrderNotYours
    PairOutOfRange: TypeAlias = _errors.PairOutOfRange
    PartialFill: TypeAlias = _errors.PartialFill
    PathBroken: TypeAlias = _errors.PathBroken
    PeriodOutOfRange: TypeAlias = _errors.PeriodOutOfRange
    PolicyOutOfBounds: TypeAlias = _errors.PolicyOutOfBounds
    PolicyUnknown: TypeAlias = _errors.PolicyUnknown
    PoolExists: TypeAlias = _errors.PoolExists
    PoolIsPaused: TypeAlias = _errors.PoolIsPaused
    PoolNumbersExhausted: TypeAlias = _errors.PoolNumbersExhausted
    PoolUnknown: TypeAlias = _errors.PoolUnknown
    PoolUnregulated: TypeAlias = _errors.PoolUnregulated
    PositionNotAllowed: TypeAlias = _errors.PositionNotAllowed
    PositionNotEmpty: TypeAlias = _errors.PositionNotEmpty
    PositionUnknown: TypeAlias = _errors.PositionUnknown
    PriceLimitOutOfRange: TypeAlias = _errors.PriceLimitOutOfRange
    PriceOutOfBounds: TypeAlias = _errors.PriceOutOfBounds
    PriceTooFar: TypeAlias = _errors.PriceTooFar
    ProtocolShareOutOfRange: TypeAlias = _errors.ProtocolShareOutOfRange
    RangeInvalid: TypeAlias = _errors.RangeInvalid
    ReceiptNotExact: TypeAlias = _errors.ReceiptNotExact
    ReentrancyGuardReentrantCall: TypeAlias = _errors.ReentrancyGuardReentrantCall
    SafeCastOverflowedIntDowncast: TypeAlias = _errors.SafeCastOverflowedIntDowncast
    SafeCastOverflowedUintDowncast: TypeAlias = _errors.SafeCastOverflowedUintDowncast
    SafeCastOverflowedUintToInt: TypeAlias = _errors.SafeCastOverflowedUintToInt
    TickSpacingOutOfRange: TypeAlias = _errors.TickSpacingOutOfRange
    TokenAlreadyExists: TypeAlias = _errors.TokenAlreadyExists
    TokenDoesNotExist: TypeAlias = _errors.TokenDoesNotExist
    TokensOutOfOrder: TypeAlias = _errors.TokensOutOfOrder
    TransferFailed: TypeAlias = _errors.TransferFailed
    TransferFromFailed: TypeAlias = _errors.TransferFromFailed
    TransferFromIncorrectOwner: TypeAlias = _errors.TransferFromIncorrectOwner
    TransferToNonERC721ReceiverImplementer: TypeAlias = (
        _errors.TransferToNonERC721ReceiverImplementer
    )
    TransferToZeroAddress: TypeAlias = _errors.TransferToZeroAddress
    UUPSUnauthorizedCallContext: TypeAlias = _errors.UUPSUnauthorizedCallContext
    UUPSUnsupportedProxiableUUID: TypeAlias = _errors.UUPSUnsupportedProxiableUUID
    UpgradeOutsideManager: TypeAlias = _errors.UpgradeOutsideManager
    VaultOfAnotherAsset: TypeAlias = _errors.VaultOfAnotherAsset
    VaultTermsOutOfBounds: TypeAlias = _errors.VaultTermsOutOfBounds
    WindowZero: TypeAlias = _errors.WindowZero


class LiquidityPoolOptimizerEvents:
    """Events of LiquidityPoolOptimizer."""

    @dataclass(frozen=True)
    class Approval(_rt.Event):
        """Emitted when `owner` enables `account` to manage the `id` token."""

        SIGNATURE: ClassVar[str] = "Approval(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        owner: _rt.Address
        account: _rt.Address
        id: int

    @dataclass(frozen=True)
    class ApprovalForAll(_rt.Event):
        """Emitted when `owner` enables or disables `operator` to manage all of their tokens."""

        SIGNATURE: ClassVar[str] = "ApprovalForAll(address,address,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        owner: _rt.Address
        operator: _rt.Address
        isApproved: bool

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
    class BatchSettled(_rt.Event):
        """A batch was settled; see `Batch`."""

        SIGNATURE: ClassVar[str] = (
            "BatchSettled(bytes32,uint256,uint256,uint128,uint128,uint128,uint128)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a0af955e51e07967baeff6deb1a37a30d37d8877e06473dfa57373e1f952b25a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False, False)
        id: bytes
        batch: int
        included: int
        paidInA: int
        paidInB: int
        paidOutA: int
        paidOutB: int

    @dataclass(frozen=True)
    class BatchingSet(_rt.Event):
        """A pool trades in batches from now on, or no longer (window 0)."""

        SIGNATURE: ClassVar[str] = "BatchingSet(bytes32,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fb71b62e467c54f2d84cf53ea98e068c93d5d21a6688feda7ae9828f2c8a7464"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        id: bytes
        window: int

    @dataclass(frozen=True)
    class CalledBack(_rt.Event):
        """A loan came back, or part of it.

        Arguments: `ofA` whether it was of token A; `principal` units that had been lent for
        them; `received` units that came back; `recipient` who received them; zero: they are
        owed to the position; `shares` that were given for it; `tokenId` the position; `vault`
        who had it
        """

        SIGNATURE: ClassVar[str] = (
            "CalledBack(uint256,address,bool,uint256,uint256,uint256,address)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "dfb25d364e52f958091b688c13ff6533de2b03e8521f2a3a985166b8025b3a75"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False, False)
        tokenId: int
        vault: _rt.Address
        ofA: bool
        shares: int
        principal: int
        received: int
        recipient: _rt.Address

    @dataclass(frozen=True)
    class Collected(_rt.Event):
        """What was owed to a position was paid.

        Arguments: `amountA` units of A; `amountB` units of B; `id` hash of the pool's key;
        `position` name of the position; `recipient` who received it
        """

        SIGNATURE: ClassVar[str] = "Collected(bytes32,bytes32,address,uint128,uint128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d59cd46a6a4daf89bbe18868614c362a4098336f9787adb840f3de2f70824538"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        id: bytes
        position: bytes
        recipient: _rt.Address
        amountA: int
        amountB: int

    @dataclass(frozen=True)
    class Compounded(_rt.Event):
        """Fees went into a position's own range; what did not fit stays owed to it.

        Arguments: `amountA` units of A that went in; `amountB` units of B; `id` hash of the
        pool's key; `position` name of the position
        """

        SIGNATURE: ClassVar[str] = "Compounded(bytes32,bytes32,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "606de20351b45d750875a335b15cd77f7bce946aa718b5d438bae34e2c814d64"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        id: bytes
        position: bytes
        amountA: int
        amountB: int

    @dataclass(frozen=True)
    class CompoundedFor(_rt.Event):
        """Fees were put to work by somebody else than the owner. Beside it `LiquidityRemoved`
        tells that fees were brought up to date and `LiquidityAdded` what went in.

        Arguments: `caller` who found it due; `feesValue` fees that the call brought in, at the
        mean in units of B; they count for the next move; `id` hash of the pool's key; `rewardA`
        units of A paid to the caller; `rewardB` units of B; `tokenId` the position
        """

        SIGNATURE: ClassVar[str] = "CompoundedFor(bytes32,uint256,address,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2ee69a19d7e6fb46613617981095bfbc999b46f15015cea9a923e5e0a0f79612"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        id: bytes
        tokenId: int
        caller: _rt.Address
        feesValue: int
        rewardA: int
        rewardB: int

    @dataclass(frozen=True)
    class DeviationBreakerSet(_rt.Event):
        """The deviation breaker of a pool was set.

        Arguments: `charges` whether swaps beyond pay the highest fee instead of being refused;
        `id` hash of the pool's key; `ticks` how far off the mean a swap may end; 0 for no
        breaker; `window` seconds of the mean
        """

        SIGNATURE: ClassVar[str] = "DeviationBreakerSet(bytes32,uint24,uint32,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "52a04950b3be0f0a75dc05d665af0b7dd5bcefb06ae5ce4e67324256c9e9d937"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        id: bytes
        ticks: int
        window: int
        charges: bool

    @dataclass(frozen=True)
    class EarlyExitPeriodSet(_rt.Event):
        """The early-exit penalty of a pool was set.

        Arguments: `id` hash of the pool's key; `period` seconds in which liquidity is young; 0
        for no penalty
        """

        SIGNATURE: ClassVar[str] = "EarlyExitPeriodSet(bytes32,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3277fe13fc59534c179b8e44dec2c68d0fe978be357ba18068c2bb0976f141d5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        id: bytes
        period: int

    @dataclass(frozen=True)
    class FeeStructureSet(_rt.Event):
        """The fee structure changed.

        Arguments: `maxFeePips` most that pools made from now on can charge, in millionths; zero
        for no bound of it; `structure` the fee structure, or zero for none
        """

        SIGNATURE: ClassVar[str] = "FeeStructureSet(address,uint24)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "da60ca2f21b0b20aa844cae08053c67c17c18cc6c7f8d37873218d1059aac7ed"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        structure: _rt.Address
        maxFeePips: int

    @dataclass(frozen=True)
    class FeesForfeited(_rt.Event):
        """Liquidity left young.

        Arguments: `amountA` units of A that it lost; `amountB` units of B that it lost; `id`
        hash of the pool's key; `position` name of the position; `shared` whether they went to
        the providers in range; else to the protocol
        """

        SIGNATURE: ClassVar[str] = "FeesForfeited(bytes32,bytes32,uint256,uint256,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ca1c16acf381b7f550d799c11e8ec0db437c36dbddbe775378b51fd1f13554a0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False)
        id: bytes
        position: bytes
        amountA: int
        amountB: int
        shared: bool

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
    class Lent(_rt.Event):
        """Idle units were lent: they are owed to the position no more.

        Arguments: `amount` units; `ofA` whether they are of token A; `shares` of the vault that
        came for them; `tokenId` the position; `vault` who has them
        """

        SIGNATURE: ClassVar[str] = "Lent(uint256,address,bool,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3a3770abc48c6c193380ae7e79814f0f98c380dba7a8c810e0b1ba0310cd4af3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        tokenId: int
        vault: _rt.Address
        ofA: bool
        amount: int
        shares: int

    @dataclass(frozen=True)
    class LiquidityAdded(_rt.Event):
        """Liquidity was added.

        Arguments: `amountA` units of A that entered; `amountB` units of B that entered; `id`
        hash of the pool's key; `liquidity` how much; `position` name of the position; `sender`
        who paid; `tickLower` where the range begins; `tickUpper` where the range ends
        """

        SIGNATURE: ClassVar[str] = (
            "LiquidityAdded(bytes32,bytes32,address,int24,int24,uint128,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e0396912244e2a8a94baa1367d5c3fa90d7164a72db9c1dab141b7930739294d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False, False, False)
        id: bytes
        position: bytes
        sender: _rt.Address
        tickLower: int
        tickUpper: int
        liquidity: int
        amountA: int
        amountB: int

    @dataclass(frozen=True)
    class LiquidityRemoved(_rt.Event):
        """Liquidity was taken out, or, with none, fees were brought up to date.

        Arguments: `amountA` units of A that it was worth; `amountB` units of B that it was
        worth; `id` hash of the pool's key; `liquidity` how much; `position` name of the
        position
        """

        SIGNATURE: ClassVar[str] = "LiquidityRemoved(bytes32,bytes32,uint128,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a99d1bd8ed337316a7dc44add37d8003db113f06502daf34f27bcd5e01f11913"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False)
        id: bytes
        position: bytes
        liquidity: int
        amountA: int
        amountB: int

    @dataclass(frozen=True)
    class LoanLeft(_rt.Event):
        """A move went on without a loan: the vault did not answer, did not pay, or would have paid
        too little.
        """

        SIGNATURE: ClassVar[str] = "LoanLeft(uint256,address,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6f461e28aed98d4acae47c674d090f545ad25c20e81accf76d9d9575868113e0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        tokenId: int
        vault: _rt.Address
        ofA: bool

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
    class ObservationsGrown(_rt.Event):
        """More entries of the ring will be kept.

        Arguments: `afterwards` entries asked for from now on; `before` entries asked for until
        now; `id` hash of the pool's key
        """

        SIGNATURE: ClassVar[str] = "ObservationsGrown(bytes32,uint16,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "eb4e55c6bef04b3cced5c886c68459891fd87e4610e93347191d9a27d70c9054"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        id: bytes
        before: int
        afterwards: int

    @dataclass(frozen=True)
    class OrderCancelled(_rt.Event):
        """An order was taken back before its batch closed, or after nobody settled it."""

        SIGNATURE: ClassVar[str] = "OrderCancelled(bytes32,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e4af7100a356cc424e6939f8c60f26ba0bbcf7908692baacacf6177d84704500"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        id: bytes
        batch: int
        order: int

    @dataclass(frozen=True)
    class OrderPaid(_rt.Event):
        """An order was paid: with what it bought, or, left out, with what it paid in."""

        SIGNATURE: ClassVar[str] = "OrderPaid(bytes32,uint256,uint256,bool,uint128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "cccef8df77c756c0fbbc7fa2d15b0d5b25e88d4dce1c4c89ec71e2251f79f523"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        id: bytes
        batch: int
        order: int
        bought: bool
        amount: int

    @dataclass(frozen=True)
    class OrderPlaced(_rt.Event):
        """An order waits."""

        SIGNATURE: ClassVar[str] = (
            "OrderPlaced(bytes32,uint256,uint256,address,bool,uint128,uint160,uint40)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d63a79beddd9d3ee196a54e0d78befea44837ccb8cefbadc9b043765a0b7f463"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False, False, False)
        id: bytes
        batch: int
        order: int
        owner: _rt.Address
        aForB: bool
        amountIn: int
        sqrtPriceLimitX96: int
        closesAt: int

    @dataclass(frozen=True)
    class PolicyEnded(_rt.Event):
        """A position is not looked after any more."""

        SIGNATURE: ClassVar[str] = "PolicyEnded(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "636f1672b195990e0a803b8f2c70f61c1e374da41de7ff20adf1081fcb6f38d2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        tokenId: int

    @dataclass(frozen=True)
    class PolicySet(_rt.Event):
        """A position is looked after from now on, or in another way; its cooldown and fees start
        anew.

        Arguments: `id` hash of the pool's key; `owner` who wrote the policy; `policy` all of
        it; `tokenId` the position
        """

        SIGNATURE: ClassVar[str] = (
            "PolicySet(bytes32,uint256,address,(uint24,uint24,uint24,uint16,uint32,uint24,uint32,uint32,uint24,uint16,uint128,uint128,uint128,uint128,uint16,uint16))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "deda3963369fe1b636e081c9c20f8695a00f3fbf474435dbcc0a572afa347e8d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        id: bytes
        tokenId: int
        owner: _rt.Address
        policy: _structs.StrategyPolicy

    @dataclass(frozen=True)
    class PoolCreated(_rt.Event):
        """A pool exists from now on.

        Arguments: `feePips` fee, in millionths; `flags` the state it starts in, bits of
        `PoolFlags`; `id` hash of the key; `modes` bits of `PoolModes`; `number` what positions
        know the pool by; `sqrtPriceX96` price it starts at; `tick` tick of that price;
        `tickSpacing` spacing of ticks; `tokenA` the token with the lower address; `tokenB` the
        token with the higher address
        """

        SIGNATURE: ClassVar[str] = (
            "PoolCreated(bytes32,address,address,uint256,uint24,int24,uint16,uint16,uint160,int24)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "77aea52835adf85b6958d7f578b3c4134b663ace3d69318806d8bfb64b51ba3e"
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
            False,
        )
        id: bytes
        tokenA: _rt.Address
        tokenB: _rt.Address
        number: int
        feePips: int
        tickSpacing: int
        modes: int
        flags: int
        sqrtPriceX96: int
        tick: int

    @dataclass(frozen=True)
    class PoolPaused(_rt.Event):
        """A pool was paused."""

        SIGNATURE: ClassVar[str] = "PoolPaused(bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "320d1812dbf67ff1b70fe61860ed3dea465c55622f697ddae51a3c95e6d50113"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        id: bytes

    @dataclass(frozen=True)
    class PoolRegulated(_rt.Event):
        """A pool for verified holders asks these from now on.

        Arguments: `deskA` where token A is told whose units move, or zero; `deskB` the same of
        B; `number` the pool's number; `tokenA` its token A where that has an identity registry,
        or zero; `tokenB` the same of B
        """

        SIGNATURE: ClassVar[str] = "PoolRegulated(uint256,address,address,address,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d15a37c7ebc00268b9223a6dc53244dfc12c2761447ab2dd5de786af3d3ff561"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False, False)
        number: int
        tokenA: _rt.Address
        deskA: _rt.Address
        tokenB: _rt.Address
        deskB: _rt.Address

    @dataclass(frozen=True)
    class PoolUnpaused(_rt.Event):
        """A pool goes on."""

        SIGNATURE: ClassVar[str] = "PoolUnpaused(bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5426ee8913abe0348f9b1853fe58185c5bba29d9f453932d82c2f398656cdcf1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        id: bytes

    @dataclass(frozen=True)
    class PositionEnded(_rt.Event):
        """A position was left entirely and paid: nothing of it is kept.

        Arguments: `id` hash of the pool's key; `position` name of the position
        """

        SIGNATURE: ClassVar[str] = "PositionEnded(bytes32,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1e4f7cb96c01da5f9970dab35ea0abbc9416dcea40f7e8cb63b09ec4690e6761"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True)
        id: bytes
        position: bytes

    @dataclass(frozen=True)
    class ProtocolFeesCollected(_rt.Event):
        """The protocol's fees of a pool were paid out.

        Arguments: `amountA` units of A; `amountB` units of B; `id` hash of the pool's key;
        `recipient` who received them
        """

        SIGNATURE: ClassVar[str] = "ProtocolFeesCollected(bytes32,address,uint128,uint128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9e80321d51d70df59572d8027d32a8645e7df992cde8a8354c4278d31a66d1e3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        id: bytes
        recipient: _rt.Address
        amountA: int
        amountB: int

    @dataclass(frozen=True)
    class ProtocolFeesDistributed(_rt.Event):
        """The protocol's fees of a pool went to the split's recipients in one token."""

        SIGNATURE: ClassVar[str] = (
            "ProtocolFeesDistributed(bytes32,address,address,uint256,address,uint256,address,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "34066116c44f1e2d47e5b8362758eb331fa23c612e8a79c5b2d1cf69d3ddcae6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False, False, False)
        id: bytes
        token: _rt.Address
        treasury: _rt.Address
        toTreasury: int
        partner: _rt.Address
        toPartner: int
        insurance: _rt.Address
        toInsurance: int

    @dataclass(frozen=True)
    class ProtocolShareSet(_rt.Event):
        """The protocol's share of a pool's fees changed.

        Arguments: `id` hash of the pool's key; `shareA` one part in so many of the fees paid in
        A, 4 to 10, or 0 for none; `shareB` the same of B
        """

        SIGNATURE: ClassVar[str] = "ProtocolShareSet(bytes32,uint8,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "702e3103a37a26a9bef71c689b01773c4bc229dbbd9fbbf8e57d527027503446"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        id: bytes
        shareA: int
        shareB: int

    @dataclass(frozen=True)
    class RangeChanged(_rt.Event):
        """A position's liquidity went into another range.

        Beside it `LiquidityRemoved` tells what the old range gave and `LiquidityAdded` what the
        new one took.

        Arguments: `afterwards` its name from now on: the same for a token; `before` name of the
        position until now; `changeA` units of A: positive what entered beside its own, negative
        what left; `changeB` the same of B; `id` hash of the pool's key
        """

        SIGNATURE: ClassVar[str] = "RangeChanged(bytes32,bytes32,bytes32,int256,int256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "dd45e4ca505a009aaff8c5ed20866268f0960a986ab0241ba9afed591b731b27"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        id: bytes
        before: bytes
        afterwards: bytes
        changeA: int
        changeB: int

    @dataclass(frozen=True)
    class Rebalanced(_rt.Event):
        """A position was moved. Beside it `LiquidityRemoved` tells what the old range gave and
        `LiquidityAdded` what the new one took; its sender has paid nothing.

        Arguments: `caller` who found it due; `id` hash of the pool's key; `idleA` units of A
        that are owed to the position now; `idleB` units of B; `meanTick` time-weighted mean;
        `rewardA` units of A paid to the caller; `rewardB` units of B; `tick` the price's;
        `tokenId` the position
        """

        SIGNATURE: ClassVar[str] = (
            "Rebalanced(bytes32,uint256,address,int24,int24,uint256,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5388198bb8305dbc79badff452861652a8807a93d81bb3047934b0d670617ca5"
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
        id: bytes
        tokenId: int
        caller: _rt.Address
        tick: int
        meanTick: int
        idleA: int
        idleB: int
        rewardA: int
        rewardB: int

    @dataclass(frozen=True)
    class SandwichGuardSet(_rt.Event):
        """The sandwich guard of a pool was switched.

        Arguments: `id` hash of the pool's key; `on` whether it is on
        """

        SIGNATURE: ClassVar[str] = "SandwichGuardSet(bytes32,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8aa274d53785fe2e93d7adcb86dc44357860147d95021b05d710975308959b40"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        id: bytes
        on: bool

    @dataclass(frozen=True)
    class SwapHeldBack(_rt.Event):
        """The sandwich guard held something of a swap back; its amounts are in the `Swapped` event
        already.

        Arguments: `amountIn` units that entered on top; `amountOut` units that did not leave;
        `id` hash of the pool's key
        """

        SIGNATURE: ClassVar[str] = "SwapHeldBack(bytes32,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e634f15f73235b90f67d5aebc2f5a1295a4c4d4c7d049d5ff2e4d74ab52878ee"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        id: bytes
        amountIn: int
        amountOut: int

    @dataclass(frozen=True)
    class Swapped(_rt.Event):
        """A swap, or one hop of a longer one.

        Arguments: `amountA` change of the pool's units of A: positive what entered, negative
        what left; `amountB` the same of B; `feePips` fee of this swap, in millionths of the
        input; `id` hash of the pool's key; `liquidity` liquidity in range afterwards; `sender`
        who paid; `sqrtPriceX96` price afterwards; `tick` tick afterwards
        """

        SIGNATURE: ClassVar[str] = (
            "Swapped(bytes32,address,int256,int256,uint160,uint128,int24,uint24)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3daeb7441d5714d303e07e69de9a75bd8eaf269812842cd124d959926c40068e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False, False, False)
        id: bytes
        sender: _rt.Address
        amountA: int
        amountB: int
        sqrtPriceX96: int
        liquidity: int
        tick: int
        feePips: int

    @dataclass(frozen=True)
    class TokenExactnessSet(_rt.Event):
        """A token moves exactly what it is told to, or stopped being known for that.

        Arguments: `exact` whether receipts of pools created from now on need no check; `token`
        the ERC-20
        """

        SIGNATURE: ClassVar[str] = "TokenExactnessSet(address,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "35e77d0ac1bf9c7690ce945a2d8161bf0019edfb2bcd3bba6e35c374457e5c01"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        token: _rt.Address
        exact: bool

    @dataclass(frozen=True)
    class Transfer(_rt.Event):
        """Emitted when token `id` is transferred from `from` to `to`."""

        SIGNATURE: ClassVar[str] = "Transfer(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        from_: _rt.Address
        to: _rt.Address
        id: int

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
    class VaultsAllowed(_rt.Event):
        """Vaults were allowed for a position, or, without any, forbidden. A new policy, or its
        end, forbids them.

        Arguments: `terms` all of them; `tokenId` the position
        """

        SIGNATURE: ClassVar[str] = "VaultsAllowed(uint256,(address,address,uint16,uint16))"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "965d48c552a1d16eb570bb8eb128ed2bf8b31767b7709c18882dc55960a1039d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        tokenId: int
        terms: _structs.VaultTerms

    @dataclass(frozen=True)
    class WrappedNativeSet(_rt.Event):
        """The chain's wrapped native coin."""

        SIGNATURE: ClassVar[str] = "WrappedNativeSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "141c8827a0e1bf1f8e0a0f1d0b4fce811fd3b387abb10419267afc2b74583776"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        token: _rt.Address


class LiquidityPoolOptimizerFunctions(_rt.Functions):
    """Functions of LiquidityPoolOptimizer."""

    def BATCHES(self) -> _rt.Read[_rt.Address]:
        """Extension of batches at one price.

        Solidity: `BATCHES()`, view, selector 0xd7d58dce
        """
        return self._read("BATCHES()", _rt.Address)

    def LENDING(self) -> _rt.Read[_rt.Address]:
        """Extension of lending.

        Solidity: `LENDING()`, view, selector 0x48fb27b8
        """
        return self._read("LENDING()", _rt.Address)

    def POSITIONS(self) -> _rt.Read[_rt.Address]:
        """Extension of positions and their tokens.

        Solidity: `POSITIONS()`, view, selector 0xc989fd43
        """
        return self._read("POSITIONS()", _rt.Address)

    def REGISTRY(self) -> _rt.Read[_rt.Address]:
        """Extension of pools and their settings.

        Solidity: `REGISTRY()`, view, selector 0x06433b1b
        """
        return self._read("REGISTRY()", _rt.Address)

    def STRATEGIES(self) -> _rt.Read[_rt.Address]:
        """Extension of strategies.

        Solidity: `STRATEGIES()`, view, selector 0xc6460a8c
        """
        return self._read("STRATEGIES()", _rt.Address)

    def UPGRADE_INTERFACE_VERSION(self) -> _rt.Read[str]:
        """`UPGRADE_INTERFACE_VERSION`.

        Solidity: `UPGRADE_INTERFACE_VERSION()`, view, selector 0xad3cb1cc
        """
        return self._read("UPGRADE_INTERFACE_VERSION()", str)

    def VIEWS(self) -> _rt.Read[_rt.Address]:
        """Extension of quotes, time-weighted prices, fees and state.

        Solidity: `VIEWS()`, view, selector 0x0c4e7935
        """
        return self._read("VIEWS()", _rt.Address)

    def add(self, request: _structs.AddRequest) -> _rt.Write[tuple[int, int]]:
        """Adds liquidity to the caller's own position of a range, which is no token. The call's
        value pays where A or B is the wrapped native coin; what is left of it goes back.

        Returns: `amountA` units of A that entered; `amountB` units of B that entered

        Solidity:
        `add(((address,address,uint24,int24,uint16),int24,int24,uint128,uint256,uint256,uint160,uint160,uint256))`,
        payable, selector 0x9e66fa25
        """
        return self._write(
            "add(((address,address,uint24,int24,uint16),int24,int24,uint128,uint256,uint256,uint160,uint160,uint256))",
            tuple[int, int],
            request,
        )

    def allowVaults(
        self, key: _structs.PoolKey, tokenId: int, terms: _structs.VaultTerms
    ) -> _rt.Write[None]:
        """Says where idle units may be lent; the owner of a managed position alone.

        Arguments: `key` the pool; `terms` all of them; `tokenId` the position

        Solidity:
        `allowVaults((address,address,uint24,int24,uint16),uint256,(address,address,uint16,uint16))`,
        nonpayable, selector 0xe4d3a3e7
        """
        return self._write(
            "allowVaults((address,address,uint24,int24,uint16),uint256,(address,address,uint16,uint16))",
            type(None),
            key,
            tokenId,
            terms,
        )

    def approve(self, account: _rt.Address, id: int) -> _rt.Write[None]:
        """Sets `account` as the approved account to manage token `id`. Requirements: - Token `id`
        must exist. - The caller must be the owner of the token, or an approved operator for the
        token owner. Emits an {Approval} event.

        Solidity: `approve(address,uint256)`, payable, selector 0x095ea7b3
        """
        return self._write("approve(address,uint256)", type(None), account, id)

    def authority(self) -> _rt.Read[_rt.Address]:
        """Returns the current authority.

        Solidity: `authority()`, view, selector 0xbf7e214f
        """
        return self._read("authority()", _rt.Address)

    def balanceOf(self, owner: _rt.Address) -> _rt.Read[int]:
        """Returns the number of tokens owned by `owner`. Requirements: - `owner` must not be the
        zero address.

        Solidity: `balanceOf(address)`, view, selector 0x70a08231
        """
        return self._read("balanceOf(address)", int, owner)

    def batchOf(self, id: bytes, batch: int) -> _rt.Read[_structs.ILiquidityBatches_Batch]:
        """A batch; empty where there is none.

        Solidity: `batchOf(bytes32,uint256)`, view, selector 0x6c585d97
        """
        return self._read("batchOf(bytes32,uint256)", _structs.ILiquidityBatches_Batch, id, batch)

    def batchingOf(self, id: bytes) -> _rt.Read[tuple[int, int]]:
        """The pool's window in seconds, 0 where it has none, and the number of its newest batch.

        Solidity: `batchingOf(bytes32)`, view, selector 0xa5b47c07
        """
        return self._read("batchingOf(bytes32)", tuple[int, int], id)

    def breakerBounds(self, id: bytes) -> _rt.Read[tuple[int, int]]:
        """Where the deviation breaker lets a swap end now; the whole range of ticks where there is
        none.

        Arguments: `id` hash of the pool's key

        Returns: `highest` for swaps that raise it; `lowest` for swaps that lower the price

        Solidity: `breakerBounds(bytes32)`, view, selector 0x4c932a32
        """
        return self._read("breakerBounds(bytes32)", tuple[int, int], id)

    def calculateOptimalFee(self, volatility: int, volume: int, timeOfDay: int) -> _rt.Read[int]:
        """Fee of a pool at the reference level of 3,000 millionths. A pool of another level pays
        in proportion, leaned to the side to which arbitrage last moved the price.

        30 % of the reference without volatility, 70 % more for each 30,000 of it; up to a tenth
        less where turnover is high for the depth, and up to 7 % more and 5 % less by the hour.
        Rounds down; between 375 and 24,000. Never reverts.

        Arguments: `timeOfDay` seconds since midnight UTC; later ones wrap; `volatility`
        millionths per square root of a day; above 10,000,000 counts as that; `volume` turnover
        of a day over the depth in range, in millionths of it, which is how depth enters: the
        sum of the moves of the square root of price from second to second; above 200,000 counts
        as that

        Returns: `feePips` millionths of the input

        Solidity: `calculateOptimalFee(uint256,uint256,uint256)`, pure, selector 0xd64bf323
        """
        return self._read(
            "calculateOptimalFee(uint256,uint256,uint256)", int, volatility, volume, timeOfDay
        )

    def callBack(
        self, tokenId: int, ofA: bool, shares: int, recipient: _rt.Address, least: int
    ) -> _rt.Write[int]:
        """Calls back a loan, or part of it, at any loss that the caller accepts; the position's
        owner and those it allows, always, also after the position itself is gone.

        Arguments: `least` units that must come back; `ofA` which side; `recipient` who receives
        it, or nobody: it is then owed to the position; `shares` how many, 0 for all; `tokenId`
        the position

        Returns: `received` units

        Solidity: `callBack(uint256,bool,uint256,address,uint256)`, nonpayable, selector
        0x5fbe86bc
        """
        return self._write(
            "callBack(uint256,bool,uint256,address,uint256)",
            int,
            tokenId,
            ofA,
            shares,
            recipient,
            least,
        )

    def cancelOrder(self, key: _structs.PoolKey, number: int, order: int) -> _rt.Write[None]:
        """Takes an order back.

        Solidity: `cancelOrder((address,address,uint24,int24,uint16),uint256,uint256)`,
        nonpayable, selector 0xa7a9d6a7
        """
        return self._write(
            "cancelOrder((address,address,uint24,int24,uint16),uint256,uint256)",
            type(None),
            key,
            number,
            order,
        )

    def changeRange(self, request: _structs.MoveRequest) -> _rt.Write[tuple[int, int, int]]:
        """Takes a position's liquidity and fees out of its range and puts them into another, in
        one call. A token keeps its id; a position that is no token moves on to the name of its
        new range.

        Returns: `changeA` units of A: positive what the caller paid beside, negative what the
        recipient received; `changeB` the same of B; `liquidity` in the new range

        Solidity:
        `changeRange(((address,address,uint24,int24,uint16),bytes32,int24,int24,uint128,uint256,uint256,uint256,uint256,uint160,uint160,address,uint256))`,
        nonpayable, selector 0xde8542d4
        """
        return self._write(
            "changeRange(((address,address,uint24,int24,uint16),bytes32,int24,int24,uint128,uint256,uint256,uint256,uint256,uint160,uint160,address,uint256))",
            tuple[int, int, int],
            request,
        )

    def close(self, tokenId: int) -> _rt.Write[None]:
        """Ends a token whose position is empty and has lent nothing.

        Solidity: `close(uint256)`, nonpayable, selector 0x0aebeb4e
        """
        return self._write("close(uint256)", type(None), tokenId)

    def collect(
        self, key: _structs.PoolKey, position: bytes, recipient: _rt.Address, maxA: int, maxB: int
    ) -> _rt.Write[tuple[int, int]]:
        """Pays what is owed to a position, without bringing its fees up to date.

        Arguments: `key` the pool; `maxA` most units of A; `maxB` most units of B; `position`
        name of the position; `recipient` who receives it

        Returns: `amountA` units of A paid; `amountB` units of B paid

        Solidity:
        `collect((address,address,uint24,int24,uint16),bytes32,address,uint128,uint128)`,
        nonpayable, selector 0x13e4f593
        """
        return self._write(
            "collect((address,address,uint24,int24,uint16),bytes32,address,uint128,uint128)",
            tuple[int, int],
            key,
            position,
            recipient,
            maxA,
            maxB,
        )

    def collectProtocolFees(
        self, key: _structs.PoolKey, recipient: _rt.Address, maxA: int, maxB: int
    ) -> _rt.Write[tuple[int, int]]:
        """Pays out the protocol's fees of a pool; one unit stays, so that the next fee writes a
        used slot.

        Arguments: `key` the pool; `maxA` most units of A; `maxB` most units of B; `recipient`
        who receives them

        Returns: `amountA` units of A paid; `amountB` units of B paid

        Solidity:
        `collectProtocolFees((address,address,uint24,int24,uint16),address,uint128,uint128)`,
        nonpayable, selector 0xfaa99046
        """
        return self._write(
            "collectProtocolFees((address,address,uint24,int24,uint16),address,uint128,uint128)",
            tuple[int, int],
            key,
            recipient,
            maxA,
            maxB,
        )

    def compound(
        self,
        key: _structs.PoolKey,
        position: bytes,
        leastLiquidity: int,
        sqrtPriceLowX96: int,
        sqrtPriceHighX96: int,
        deadline: int,
    ) -> _rt.Write[tuple[int, int, int]]:
        """Adds a position's fees, and what else is owed to it, to its liquidity. No units move.

        Arguments: `deadline` last second in which the call may be mined; `key` the pool;
        `leastLiquidity` least that must be added; `position` name of the position;
        `sqrtPriceHighX96` highest price at which the caller wants this, or 0 for any price at
        all; `sqrtPriceLowX96` lowest price at which the caller wants this

        Returns: `amountA` units of A that went in, rounded up; `amountB` units of B that went
        in, rounded up; `liquidity` that was added

        Solidity:
        `compound((address,address,uint24,int24,uint16),bytes32,uint128,uint160,uint160,uint256)`,
        nonpayable, selector 0x4b60af6d
        """
        return self._write(
            "compound((address,address,uint24,int24,uint16),bytes32,uint128,uint160,uint160,uint256)",
            tuple[int, int, int],
            key,
            position,
            leastLiquidity,
            sqrtPriceLowX96,
            sqrtPriceHighX96,
            deadline,
        )

    def compoundFor(self, key: _structs.PoolKey, tokenId: int) -> _rt.Write[tuple[int, int, int]]:
        """Adds a position's fees, and what else is owed to it, to its liquidity. Anybody may,
        where the fees that the call brings in are enough by the policy's trigger and the price
        is near the mean. Reverts with `NotDue`.

        Arguments: `key` the pool; `tokenId` the position

        Returns: `liquidity` that was added; `rewardA` units of A that the caller received;
        `rewardB` units of B

        Solidity: `compoundFor((address,address,uint24,int24,uint16),uint256)`, nonpayable,
        selector 0xd5e94b31
        """
        return self._write(
            "compoundFor((address,address,uint24,int24,uint16),uint256)",
            tuple[int, int, int],
            key,
            tokenId,
        )

    def createPool(self, key: _structs.PoolKey, sqrtPriceX96: int) -> _rt.Write[tuple[bytes, int]]:
        """Creates a pool. Anybody may; what its tokens do is between its providers and them, since
        pools pay out of what they received themselves (LPO-01).

        Arguments: `key` what the pool is; `sqrtPriceX96` price it starts at

        Returns: `id` hash of the key; `tick` tick of the price

        Solidity: `createPool((address,address,uint24,int24,uint16),uint160)`, nonpayable,
        selector 0x8d781ae1
        """
        return self._write(
            "createPool((address,address,uint24,int24,uint16),uint160)",
            tuple[bytes, int],
            key,
            sqrtPriceX96,
        )

    def distributeProtocolFees(self, key: _structs.PoolKey) -> _rt.Write[tuple[int, int]]:
        """Pays the protocol's fees of a pool out as the fee structure splits what the pools
        collect; anybody may. Partner and insurance are rounded down, the treasury receives the
        rest; one unit of each token stays.

        Returns: `amountA` units of A paid; `amountB` units of B paid

        Solidity: `distributeProtocolFees((address,address,uint24,int24,uint16))`, nonpayable,
        selector 0xd75c9169
        """
        return self._write(
            "distributeProtocolFees((address,address,uint24,int24,uint16))", tuple[int, int], key
        )

    def distrustExactness(self, token: _rt.Address) -> _rt.Write[None]:
        """Has pools of a token that are created from now on check what they receive.

        Solidity: `distrustExactness(address)`, nonpayable, selector 0x23e4c445
        """
        return self._write("distrustExactness(address)", type(None), token)

    def endPolicy(self, tokenId: int) -> _rt.Write[None]:
        """Ends the policy of a position; its owner and those it allows may, always.

        Solidity: `endPolicy(uint256)`, nonpayable, selector 0xe517d3e4
        """
        return self._write("endPolicy(uint256)", type(None), tokenId)

    def exitPenalty(
        self, key: _structs.PoolKey, position: bytes, liquidity: int
    ) -> _rt.Read[tuple[int, int]]:
        """What a part of a position would lose by leaving now.

        Arguments: `key` the pool; `liquidity` the part; more than there is counts as all;
        `position` name of the position

        Returns: `amountA` units of A; `amountB` units of B

        Solidity: `exitPenalty((address,address,uint24,int24,uint16),bytes32,uint128)`, view,
        selector 0x5c83e0de
        """
        return self._read(
            "exitPenalty((address,address,uint24,int24,uint16),bytes32,uint128)",
            tuple[int, int],
            key,
            position,
            liquidity,
        )

    def extendEarlyExitPeriod(self, key: _structs.PoolKey, period: int) -> _rt.Write[None]:
        """Sets how long liquidity is young; not less than now.

        Solidity: `extendEarlyExitPeriod((address,address,uint24,int24,uint16),uint32)`,
        nonpayable, selector 0x25eead00
        """
        return self._write(
            "extendEarlyExitPeriod((address,address,uint24,int24,uint16),uint32)",
            type(None),
            key,
            period,
        )

    def feeState(self, id: bytes) -> _rt.Read[tuple[int, int, int]]:
        """What a pool with a dynamic fee remembers, as of this second.

        Arguments: `id` hash of the pool's key

        Returns: `lean` 127ths of the fee by which buying A is dearer and selling it cheaper;
        `turnover` of about a day over the depth in range, in millionths; `volatility`
        millionths per square root of a day

        Solidity: `feeState(bytes32)`, view, selector 0x0d1fd58e
        """
        return self._read("feeState(bytes32)", tuple[int, int, int], id)

    def feeStructure(self) -> _rt.Read[tuple[_rt.Address, int]]:
        """The fee structure, or zero, and the most that pools made from now on can charge, in
        millionths.

        Solidity: `feeStructure()`, view, selector 0x528d8711
        """
        return self._read("feeStructure()", tuple[_rt.Address, int])

    def feesOf(self, key: _structs.PoolKey, position: bytes) -> _rt.Read[tuple[int, int]]:
        """What a position could collect now, with the fees since its last call.

        Arguments: `key` the pool; `position` name of the position

        Returns: `amountA` units of A; `amountB` units of B

        Solidity: `feesOf((address,address,uint24,int24,uint16),bytes32)`, view, selector
        0xd4359fee
        """
        return self._read(
            "feesOf((address,address,uint24,int24,uint16),bytes32)", tuple[int, int], key, position
        )

    def getApproved(self, id: int) -> _rt.Read[_rt.Address]:
        """Returns the account approved to manage token `id`. Requirements: - Token `id` must
        exist.

        Solidity: `getApproved(uint256)`, view, selector 0x081812fc
        """
        return self._read("getApproved(uint256)", _rt.Address, id)

    def grantLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Grants a local role; nothing happens when the account holds it already.

        Restricted: AGENT_ADMIN, at least 24 h after it was scheduled.

        Solidity: `grantLocalRole(uint8,address)`, nonpayable, selector 0x8edec932
        """
        return self._write("grantLocalRole(uint8,address)", type(None), role, account)

    def growObservations(self, id: bytes, wanted: int) -> _rt.Write[None]:
        """Asks for a ring of at least so many entries; fewer than there are changes nothing. The
        first call starts the oracle. The caller pays for the new entries' slots.

        Arguments: `id` hash of the pool's key; `wanted` entries

        Solidity: `growObservations(bytes32,uint16)`, nonpayable, selector 0x23b0d6da
        """
        return self._write("growObservations(bytes32,uint16)", type(None), id, wanted)

    def guardsOf(self, id: bytes) -> _rt.Read[_structs.ILiquidityGuardViews_Guards]:
        """How a pool is guarded; empty where there is none.

        Solidity: `guardsOf(bytes32)`, view, selector 0x629f84cb
        """
        return self._read("guardsOf(bytes32)", _structs.ILiquidityGuardViews_Guards, id)

    def hasLocalRole(self, role: int, account: _rt.Address) -> _rt.Read[bool]:
        """Whether the account holds the role.

        Solidity: `hasLocalRole(uint8,address)`, view, selector 0x7592929b
        """
        return self._read("hasLocalRole(uint8,address)", bool, role, account)

    def increase(self, request: _structs.AddRequest, tokenId: int) -> _rt.Write[tuple[int, int]]:
        """Adds liquidity to a position that is a token; its owner and those it allows may. Its
        range must be that of the request.

        Returns: `amountA` units of A that entered; `amountB` units of B that entered

        Solidity:
        `increase(((address,address,uint24,int24,uint16),int24,int24,uint128,uint256,uint256,uint160,uint160,uint256),uint256)`,
        payable, selector 0xd5cbc482
        """
        return self._write(
            "increase(((address,address,uint24,int24,uint16),int24,int24,uint128,uint256,uint256,uint160,uint160,uint256),uint256)",
            tuple[int, int],
            request,
            tokenId,
        )

    def initialize(self, authority_: _rt.Address, wrappedNative: _rt.Address) -> _rt.Write[None]:
        """Sets the contract up.

        Arguments: `authority` the chain's access manager; `wrappedNative` the chain's wrapped
        native coin (WETH, WPOL, WAVAX)

        Solidity: `initialize(address,address)`, nonpayable, selector 0x485cc955
        """
        return self._write("initialize(address,address)", type(None), authority_, wrappedNative)

    def isApprovedForAll(self, owner: _rt.Address, operator: _rt.Address) -> _rt.Read[bool]:
        """Returns whether `operator` is approved to manage the tokens of `owner`.

        Solidity: `isApprovedForAll(address,address)`, view, selector 0xe985e9c5
        """
        return self._read("isApprovedForAll(address,address)", bool, owner, operator)

    def isConsumingScheduledOp(self) -> _rt.Read[bytes]:
        """Returns true only in the context of a delayed restricted call, at the moment that the
        scheduled operation is being consumed. Prevents denial of service for delayed restricted
        calls in the case that the contract performs attacker controlled calls.

        Solidity: `isConsumingScheduledOp()`, view, selector 0x8fb36037
        """
        return self._read("isConsumingScheduledOp()", bytes)

    def isExact(self, token: _rt.Address) -> _rt.Read[bool]:
        """Whether receipts of a token need no check in pools created from now on.

        Solidity: `isExact(address)`, view, selector 0xc0b08f6a
        """
        return self._read("isExact(address)", bool, token)

    def lendIdle(self, key: _structs.PoolKey, tokenId: int) -> _rt.Write[tuple[int, int]]:
        """Lends what is owed to a managed position beyond the buffer, which is counted on what is
        owed and lent together, rounded up. Anybody may.

        Arguments: `key` the pool; `tokenId` the position

        Returns: `lentA` units of A; `lentB` units of B

        Solidity: `lendIdle((address,address,uint24,int24,uint16),uint256)`, nonpayable,
        selector 0x598b56a8
        """
        return self._write(
            "lendIdle((address,address,uint24,int24,uint16),uint256)", tuple[int, int], key, tokenId
        )

    def liquidityFor(
        self, key: _structs.PoolKey, tickLower: int, tickUpper: int, amountA: int, amountB: int
    ) -> _rt.Read[int]:
        """Most liquidity that amounts pay for in a range at the present price, rounded down.

        Solidity:
        `liquidityFor((address,address,uint24,int24,uint16),int24,int24,uint256,uint256)`, view,
        selector 0xee2bf7d8
        """
        return self._read(
            "liquidityFor((address,address,uint24,int24,uint16),int24,int24,uint256,uint256)",
            int,
            key,
            tickLower,
            tickUpper,
            amountA,
            amountB,
        )

    def loansOf(
        self, tokenId: int
    ) -> _rt.Read[tuple[_structs.VaultTerms, _structs.Loan, _structs.Loan]]:
        """What a position may lend and has lent.

        Solidity: `loansOf(uint256)`, view, selector 0x3b7ae807
        """
        return self._read(
            "loansOf(uint256)", tuple[_structs.VaultTerms, _structs.Loan, _structs.Loan], tokenId
        )

    def localRolesOf(self, account: _rt.Address) -> _rt.Read[int]:
        """All local roles of an account, one bit each.

        Solidity: `localRolesOf(address)`, view, selector 0x303d086c
        """
        return self._read("localRolesOf(address)", int, account)

    def lowerSandwichGuard(self, key: _structs.PoolKey) -> _rt.Write[None]:
        """Switches a pool's sandwich guard off.

        Solidity: `lowerSandwichGuard((address,address,uint24,int24,uint16))`, nonpayable,
        selector 0x73f96b4a
        """
        return self._write(
            "lowerSandwichGuard((address,address,uint24,int24,uint16))", type(None), key
        )

    def meanTick(self, id: bytes, window: int) -> _rt.Read[int]:
        """Mean tick of the last seconds, rounded down.

        Arguments: `id` hash of the pool's key; `window` seconds; reverts beyond the ring

        Solidity: `meanTick(bytes32,uint32)`, view, selector 0x98ca2314
        """
        return self._read("meanTick(bytes32,uint32)", int, id, window)

    def mint(
        self, request: _structs.AddRequest, owner: _rt.Address
    ) -> _rt.Write[tuple[int, int, int]]:
        """Opens a position that is an ERC-721 token.

        Arguments: `owner` who receives the token; `request` range, amounts and limits

        Returns: `amountA` units of A that entered; `amountB` units of B that entered; `tokenId`
        the token

        Solidity:
        `mint(((address,address,uint24,int24,uint16),int24,int24,uint128,uint256,uint256,uint160,uint160,uint256),address)`,
        payable, selector 0xaa150b63
        """
        return self._write(
            "mint(((address,address,uint24,int24,uint16),int24,int24,uint128,uint256,uint256,uint160,uint160,uint256),address)",
            tuple[int, int, int],
            request,
            owner,
        )

    def name(self) -> _rt.Read[str]:
        """Returns the token collection name.

        Solidity: `name()`, pure, selector 0x06fdde03
        """
        return self._read("name()", str)

    def nextFees(self, id: bytes) -> _rt.Read[tuple[int, int]]:
        """Exactly what the next swap of a pool pays if it comes in this second, in both
        directions.

        Arguments: `id` hash of the pool's key

        Returns: `aForB` millionths of the input where A enters; `bForA` millionths of the input
        where B enters

        Solidity: `nextFees(bytes32)`, view, selector 0xa87e40dc
        """
        return self._read("nextFees(bytes32)", tuple[int, int], id)

    def observationAt(self, id: bytes, index: int) -> _rt.Read[tuple[int, int, int, bool]]:
        """An entry of the ring.

        Arguments: `id` hash of the pool's key; `index` place in the ring

        Returns: `second` modulo 2^32; 1 for a place that was grown and not written yet;
        `secondsPerLiquidityX128` seconds over liquidity in range; `tickCumulative` tick times
        seconds; `written` whether it was ever written

        Solidity: `observationAt(bytes32,uint256)`, view, selector 0xd5682571
        """
        return self._read("observationAt(bytes32,uint256)", tuple[int, int, int, bool], id, index)

    def observe(
        self, id: bytes, secondsAgos: _rt.Sequence[int]
    ) -> _rt.Read[tuple[list[int], list[int]]]:
        """Sums as of so many seconds ago each.

        Arguments: `id` hash of the pool's key; `secondsAgos` seconds before now; later than the
        newest entry counts as if nothing had happened since

        Returns: `secondsPerLiquidityX128` seconds over liquidity in range, Q128 modulo 2^160;
        `tickCumulatives` tick times seconds

        Solidity: `observe(bytes32,uint32[])`, view, selector 0xfc0ec48c
        """
        return self._read("observe(bytes32,uint32[])", tuple[list[int], list[int]], id, secondsAgos)

    def openingPrice(self, id: bytes) -> _rt.Read[int]:
        """The price that swaps of this block get at best on the way back; the present one where
        the block has had no swap, or the pool has no sandwich guard.

        Arguments: `id` hash of the pool's key

        Returns: `sqrtPriceX96` square root of B per A, Q64.96

        Solidity: `openingPrice(bytes32)`, view, selector 0x7cd6b77c
        """
        return self._read("openingPrice(bytes32)", int, id)

    def orderOf(
        self, id: bytes, batch: int, order: int
    ) -> _rt.Read[_structs.ILiquidityBatches_BatchOrder]:
        """An order; empty where there is none.

        Solidity: `orderOf(bytes32,uint256,uint256)`, view, selector 0x39741837
        """
        return self._read(
            "orderOf(bytes32,uint256,uint256)",
            _structs.ILiquidityBatches_BatchOrder,
            id,
            batch,
            order,
        )

    def ownerOf(self, id: int) -> _rt.Read[_rt.Address]:
        """Returns the owner of token `id`. Requirements: - Token `id` must exist.

        Solidity: `ownerOf(uint256)`, view, selector 0x6352211e
        """
        return self._read("ownerOf(uint256)", _rt.Address, id)

    def pauseGroups(self, groups: int) -> _rt.Write[None]:
        """Pauses every group in the mask at once; groups already paused stay so.

        Restricted: PAUSER.

        Solidity: `pauseGroups(uint64)`, nonpayable, selector 0xce7cd051
        """
        return self._write("pauseGroups(uint64)", type(None), groups)

    def pausePool(self, key: _structs.PoolKey) -> _rt.Write[None]:
        """Stops a pool's swaps and additions of liquidity; taking out and collecting go on.

        Solidity: `pausePool((address,address,uint24,int24,uint16))`, nonpayable, selector
        0xa849afbe
        """
        return self._write("pausePool((address,address,uint24,int24,uint16))", type(None), key)

    def pausedGroups(self) -> _rt.Read[int]:
        """Mask of all paused groups.

        Solidity: `pausedGroups()`, view, selector 0x0e531221
        """
        return self._read("pausedGroups()", int)

    def payOrder(self, key: _structs.PoolKey, number: int, order: int) -> _rt.Write[None]:
        """Pays an order of a settled batch to its owner; anybody may call.

        Solidity: `payOrder((address,address,uint24,int24,uint16),uint256,uint256)`, nonpayable,
        selector 0x5d94261a
        """
        return self._write(
            "payOrder((address,address,uint24,int24,uint16),uint256,uint256)",
            type(None),
            key,
            number,
            order,
        )

    def placeOrder(
        self,
        key: _structs.PoolKey,
        aForB: bool,
        amountIn: int,
        sqrtPriceLimitX96: int,
        deadline: int,
    ) -> _rt.Write[tuple[int, int]]:
        """Places an order in the pool's open batch, or opens one.

        Arguments: `aForB` whether the order pays in A; `amountIn` units that it pays in now;
        `deadline` last second in which the call may be mined; `key` the pool;
        `sqrtPriceLimitX96` square root of the worst price, B per A as Q64.96

        Returns: `number` number of the batch; `order` number of the order in it

        Solidity:
        `placeOrder((address,address,uint24,int24,uint16),bool,uint128,uint160,uint256)`,
        nonpayable, selector 0xe3a14187
        """
        return self._write(
            "placeOrder((address,address,uint24,int24,uint16),bool,uint128,uint160,uint256)",
            tuple[int, int],
            key,
            aForB,
            amountIn,
            sqrtPriceLimitX96,
            deadline,
        )

    def policyOf(self, tokenId: int) -> _rt.Read[tuple[_structs.StrategyPolicy, int, int, int]]:
        """The policy of a position; empty where it has none.

        Returns: `earnedValue` fees put to work by others since then, in units of B at the mean
        of each time; `movedAt` second of the last move by others; 0 for none; `movedTick` the
        price's tick then; `policy` all of it

        Solidity: `policyOf(uint256)`, view, selector 0x54d38590
        """
        return self._read(
            "policyOf(uint256)", tuple[_structs.StrategyPolicy, int, int, int], tokenId
        )

    def poolId(self, key: _structs.PoolKey) -> _rt.Read[bytes]:
        """Name of a pool: the hash of its key's five words.

        Solidity: `poolId((address,address,uint24,int24,uint16))`, pure, selector 0xc9dbde76
        """
        return self._read("poolId((address,address,uint24,int24,uint16))", bytes, key)

    def poolOf(
        self, key: _structs.PoolKey
    ) -> _rt.Read[_structs.ILiquidityPoolOptimizer_LiquidityPool]:
        """A pool as the platform's data model names it; empty where there is none.

        Walks over all the pool's ticks: for reading from outside the chain.

        Solidity: `poolOf((address,address,uint24,int24,uint16))`, view, selector 0x8e3472a5
        """
        return self._read(
            "poolOf((address,address,uint24,int24,uint16))",
            _structs.ILiquidityPoolOptimizer_LiquidityPool,
            key,
        )

    def poolState(self, id: bytes) -> _rt.Read[_structs.ILiquidityState_PoolState]:
        """Everything of a pool.

        Solidity: `poolState(bytes32)`, view, selector 0xe0b01bac
        """
        return self._read("poolState(bytes32)", _structs.ILiquidityState_PoolState, id)

    def positionKey(
        self, owner: _rt.Address, id: bytes, tickLower: int, tickUpper: int
    ) -> _rt.Read[bytes]:
        """Name of the position that an account has in a range without a token.

        Solidity: `positionKey(address,bytes32,int24,int24)`, pure, selector 0x7864818d
        """
        return self._read(
            "positionKey(address,bytes32,int24,int24)", bytes, owner, id, tickLower, tickUpper
        )

    def positionOf(self, tokenId: int) -> _rt.Read[_structs.ILiquidityPositions_Position]:
        """A position that is a token, as the platform's data model names it; empty where there is
        none.

        Solidity: `positionOf(uint256)`, view, selector 0x46f96023
        """
        return self._read("positionOf(uint256)", _structs.ILiquidityPositions_Position, tokenId)

    def positionState(self, position: bytes) -> _rt.Read[_structs.ILiquidityState_PositionState]:
        """A position, by its token's id or by `positionKey`.

        Solidity: `positionState(bytes32)`, view, selector 0x5c5f9ab4
        """
        return self._read(
            "positionState(bytes32)", _structs.ILiquidityState_PositionState, position
        )

    def previewBatch(self, key: _structs.PoolKey, number: int) -> _rt.Read[tuple[int, int, int]]:
        """What `settleBatch` would accept for a closed batch at the pool's present price.

        All orders first; then, round by round, of each side the order that asks most is left
        out as long as it does not get it.

        Solidity: `previewBatch((address,address,uint24,int24,uint16),uint256)`, view, selector
        0xe6e76e65
        """
        return self._read(
            "previewBatch((address,address,uint24,int24,uint16),uint256)",
            tuple[int, int, int],
            key,
            number,
        )

    def previewRebalance(
        self, key: _structs.PoolKey, tokenId: int
    ) -> _rt.Read[_structs.ILiquidityStrategies_RebalancePlan]:
        """What `rebalance` would do now, or why it would not. Fees that a guard of the pool would
        hold back are not foreseen.

        Solidity: `previewRebalance((address,address,uint24,int24,uint16),uint256)`, view,
        selector 0xa7098d62
        """
        return self._read(
            "previewRebalance((address,address,uint24,int24,uint16),uint256)",
            _structs.ILiquidityStrategies_RebalancePlan,
            key,
            tokenId,
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

    def quoteAdd(
        self, key: _structs.PoolKey, tickLower: int, tickUpper: int, liquidity: int
    ) -> _rt.Read[tuple[int, int]]:
        """What liquidity costs.

        Returns: `amountA` units of A that would enter, rounded up; `amountB` units of B that
        would enter, rounded up

        Solidity: `quoteAdd((address,address,uint24,int24,uint16),int24,int24,uint128)`, view,
        selector 0xc3637a7f
        """
        return self._read(
            "quoteAdd((address,address,uint24,int24,uint16),int24,int24,uint128)",
            tuple[int, int],
            key,
            tickLower,
            tickUpper,
            liquidity,
        )

    def quotePathExactIn(self, hops: _rt.Sequence[_structs.Hop], amountIn: int) -> _rt.Read[int]:
        """`swapPathExactIn`. A path that comes through one pool twice cannot be quoted.

        Solidity:
        `quotePathExactIn(((address,address,uint24,int24,uint16),bool,uint160)[],uint256)`,
        view, selector 0x23ebde17
        """
        return self._read(
            "quotePathExactIn(((address,address,uint24,int24,uint16),bool,uint160)[],uint256)",
            int,
            hops,
            amountIn,
        )

    def quotePathExactOut(self, hops: _rt.Sequence[_structs.Hop], amountOut: int) -> _rt.Read[int]:
        """`swapPathExactOut`. A path that comes through one pool twice cannot be quoted.

        Solidity:
        `quotePathExactOut(((address,address,uint24,int24,uint16),bool,uint160)[],uint256)`,
        view, selector 0xc4be7b68
        """
        return self._read(
            "quotePathExactOut(((address,address,uint24,int24,uint16),bool,uint160)[],uint256)",
            int,
            hops,
            amountOut,
        )

    def quoteRemove(
        self, key: _structs.PoolKey, position: bytes, liquidity: int
    ) -> _rt.Read[tuple[int, int]]:
        """What liquidity is worth, without fees.

        Returns: `amountA` units of A that would leave, rounded down; `amountB` units of B that
        would leave, rounded down

        Solidity: `quoteRemove((address,address,uint24,int24,uint16),bytes32,uint128)`, view,
        selector 0x4f549d42
        """
        return self._read(
            "quoteRemove((address,address,uint24,int24,uint16),bytes32,uint128)",
            tuple[int, int],
            key,
            position,
            liquidity,
        )

    def quoteSwap(
        self, key: _structs.PoolKey, aForB: bool, amountSpecified: int, sqrtPriceLimitX96: int
    ) -> _rt.Read[tuple[int, int, int, int]]:
        """A swap in one pool.

        Arguments: `aForB` whether A enters; `amountSpecified` units that enter, or, negative,
        units that leave; `key` the pool; `sqrtPriceLimitX96` price that is not passed, or 0 for
        none

        Returns: `amountIn` units that would enter; less than asked for where the limit comes
        first; `amountOut` units that would leave; `feePips` fee, in millionths of the input;
        `sqrtPriceX96` price afterwards

        Solidity: `quoteSwap((address,address,uint24,int24,uint16),bool,int256,uint160)`, view,
        selector 0x3d297975
        """
        return self._read(
            "quoteSwap((address,address,uint24,int24,uint16),bool,int256,uint160)",
            tuple[int, int, int, int],
            key,
            aForB,
            amountSpecified,
            sqrtPriceLimitX96,
        )

    def raiseSandwichGuard(self, key: _structs.PoolKey) -> _rt.Write[None]:
        """Switches a pool's sandwich guard on.

        Solidity: `raiseSandwichGuard((address,address,uint24,int24,uint16))`, nonpayable,
        selector 0x43e2f01c
        """
        return self._write(
            "raiseSandwichGuard((address,address,uint24,int24,uint16))", type(None), key
        )

    def rebalance(self, key: _structs.PoolKey, tokenId: int) -> _rt.Write[tuple[int, int, int]]:
        """Moves a position that is due into its new range. Anybody may. Reverts with `NotDue`.

        Arguments: `key` the pool; `tokenId` the position

        Returns: `liquidity` of the new range; `rewardA` units of A that the caller received;
        `rewardB` units of B

        Solidity: `rebalance((address,address,uint24,int24,uint16),uint256)`, nonpayable,
        selector 0x334ef00b
        """
        return self._write(
            "rebalance((address,address,uint24,int24,uint16),uint256)",
            tuple[int, int, int],
            key,
            tokenId,
        )

    def regulatedTokens(self, poolNumber: int) -> _rt.Read[tuple[_rt.Address, _rt.Address]]:
        """The tokens of a pool for verified holders whose registries decide; zero for one without
        a registry.

        Solidity: `regulatedTokens(uint256)`, view, selector 0x302db871
        """
        return self._read("regulatedTokens(uint256)", tuple[_rt.Address, _rt.Address], poolNumber)

    def remove(self, request: _structs.RemoveRequest) -> _rt.Write[tuple[int, int]]:
        """Takes liquidity out of a position; with a recipient, pays it and all that is owed. A
        position that is left entirely and paid is gone; its token, if it was one, stands for
        nothing any more and can be closed.

        Returns: `amountA` units of A: what the liquidity was worth or, with a recipient, all
        that was paid; `amountB` the same of B

        Solidity:
        `remove(((address,address,uint24,int24,uint16),bytes32,uint128,uint256,uint256,uint160,uint160,address,uint256,uint256))`,
        nonpayable, selector 0x71452b94
        """
        return self._write(
            "remove(((address,address,uint24,int24,uint16),bytes32,uint128,uint256,uint256,uint160,uint160,address,uint256,uint256))",
            tuple[int, int],
            request,
        )

    def revokeLocalRole(self, role: int, account: _rt.Address) -> _rt.Write[None]:
        """Revokes a local role at once; nothing happens when the account does not hold it.

        Restricted: RISK_OFFICER.

        Solidity: `revokeLocalRole(uint8,address)`, nonpayable, selector 0x855894db
        """
        return self._write("revokeLocalRole(uint8,address)", type(None), role, account)

    def safeTransferFrom_address_address_uint256(
        self, from_: _rt.Address, to: _rt.Address, id: int
    ) -> _rt.Write[None]:
        """Equivalent to `safeTransferFrom(from, to, id, "")`.

        Solidity: `safeTransferFrom(address,address,uint256)`, payable, selector 0x42842e0e
        """
        return self._write("safeTransferFrom(address,address,uint256)", type(None), from_, to, id)

    def safeTransferFrom_address_address_uint256_bytes(
        self, from_: _rt.Address, to: _rt.Address, id: int, data: bytes
    ) -> _rt.Write[None]:
        """Transfers token `id` from `from` to `to`. Requirements: - Token `id` must exist. -
        `from` must be the owner of the token. - `to` cannot be the zero address. - The caller
        must be the owner of the token, or be approved to manage the token. - If `to` refers to
        a smart contract, it must implement {IERC721Receiver-onERC721Received}, which is called
        upon a safe transfer. Emits a {Transfer} event.

        Solidity: `safeTransferFrom(address,address,uint256,bytes)`, payable, selector
        0xb88d4fde
        """
        return self._write(
            "safeTransferFrom(address,address,uint256,bytes)", type(None), from_, to, id, data
        )

    def setApprovalForAll(self, operator: _rt.Address, isApproved: bool) -> _rt.Write[None]:
        """Sets whether `operator` is approved to manage the tokens of the caller. Emits an
        {ApprovalForAll} event.

        Solidity: `setApprovalForAll(address,bool)`, nonpayable, selector 0xa22cb465
        """
        return self._write("setApprovalForAll(address,bool)", type(None), operator, isApproved)

    def setAuthority(self, newAuthority: _rt.Address) -> _rt.Write[None]:
        """Transfers control to a new authority. The caller must be the current authority.

        Solidity: `setAuthority(address)`, nonpayable, selector 0x7a9e5e4b
        """
        return self._write("setAuthority(address)", type(None), newAuthority)

    def setDeviationBreaker(
        self, key: _structs.PoolKey, ticks: int, window: int, charges: bool
    ) -> _rt.Write[None]:
        """Sets a pool's deviation breaker.

        Arguments: `charges` whether swaps beyond pay the highest fee instead of being refused;
        `key` the pool; `ticks` how far off the mean a swap may end, up to 887,272; 0, with a
        window of 0, for no breaker; `window` seconds of the mean; the oracle must reach over
        them

        Solidity:
        `setDeviationBreaker((address,address,uint24,int24,uint16),uint24,uint32,bool)`,
        nonpayable, selector 0x99e20bb4
        """
        return self._write(
            "setDeviationBreaker((address,address,uint24,int24,uint16),uint24,uint32,bool)",
            type(None),
            key,
            ticks,
            window,
            charges,
        )

    def setEarlyExitPeriod(self, key: _structs.PoolKey, period: int) -> _rt.Write[None]:
        """Sets how long liquidity is young; at most a day, 0 for no penalty. Holds for liquidity
        that is there, too.

        Solidity: `setEarlyExitPeriod((address,address,uint24,int24,uint16),uint32)`,
        nonpayable, selector 0xb68f2859
        """
        return self._write(
            "setEarlyExitPeriod((address,address,uint24,int24,uint16),uint32)",
            type(None),
            key,
            period,
        )

    def setFeeStructure(self, structure: _rt.Address) -> _rt.Write[None]:
        """Names the fee structure, or none.

        Solidity: `setFeeStructure(address)`, nonpayable, selector 0x95ef6d1c
        """
        return self._write("setFeeStructure(address)", type(None), structure)

    def setPolicy(
        self, key: _structs.PoolKey, tokenId: int, policy: _structs.StrategyPolicy
    ) -> _rt.Write[None]:
        """Writes the policy of a position; its owner alone may, in a pool that keeps observations.
        Bounds: widths from the spacing up; `minMove` at least the spacing; cooldown and window
        from a minute to 30 days; deviation at most 1,000 ticks; loss from 1 to 1,000 basis
        points; reward at most 2,000; and a least sum of fees or a multiple of the cost with the
        coin's price.

        Arguments: `key` the pool; `policy` all of it; `tokenId` the position

        Solidity:
        `setPolicy((address,address,uint24,int24,uint16),uint256,(uint24,uint24,uint24,uint16,uint32,uint24,uint32,uint32,uint24,uint16,uint128,uint128,uint128,uint128,uint16,uint16))`,
        nonpayable, selector 0x25ce07ce
        """
        return self._write(
            "setPolicy((address,address,uint24,int24,uint16),uint256,(uint24,uint24,uint24,uint16,uint32,uint24,uint32,uint32,uint24,uint16,uint128,uint128,uint128,uint128,uint16,uint16))",
            type(None),
            key,
            tokenId,
            policy,
        )

    def setProtocolShare(self, key: _structs.PoolKey, shareA: int, shareB: int) -> _rt.Write[None]:
        """Sets the protocol's share of a pool's fees.

        Arguments: `key` the pool; `shareA` one part in so many of fees paid in A, 4 to 10, or 0
        for none; `shareB` the same of B

        Solidity: `setProtocolShare((address,address,uint24,int24,uint16),uint8,uint8)`,
        nonpayable, selector 0x30e4da6f
        """
        return self._write(
            "setProtocolShare((address,address,uint24,int24,uint16),uint8,uint8)",
            type(None),
            key,
            shareA,
            shareB,
        )

    def settleBatch(
        self, key: _structs.PoolKey, number: int, net: int, amountIn: int, included: int
    ) -> _rt.Write[None]:
        """Settles a closed batch; anybody may.

        Arguments: `amountIn` units of it; `batch` number of the batch; `included` bit i is set
        where order i takes part; `key` the pool; `net` which token enters the pool for what is
        left over

        Solidity:
        `settleBatch((address,address,uint24,int24,uint16),uint256,uint8,uint256,uint256)`,
        nonpayable, selector 0xae1396f0
        """
        return self._write(
            "settleBatch((address,address,uint24,int24,uint16),uint256,uint8,uint256,uint256)",
            type(None),
            key,
            number,
            net,
            amountIn,
            included,
        )

    def startBatching(self, key: _structs.PoolKey, window: int) -> _rt.Write[None]:
        """Has a pool trade in batches alone.

        Arguments: `window` seconds that a batch stays open after its first order, 1 to 604,800

        Solidity: `startBatching((address,address,uint24,int24,uint16),uint32)`, nonpayable,
        selector 0x330d5a4a
        """
        return self._write(
            "startBatching((address,address,uint24,int24,uint16),uint32)", type(None), key, window
        )

    def stopBatching(self, key: _structs.PoolKey) -> _rt.Write[None]:
        """Has a pool trade by single swaps again; batches under way are settled all the same.

        Solidity: `stopBatching((address,address,uint24,int24,uint16))`, nonpayable, selector
        0xff603979
        """
        return self._write("stopBatching((address,address,uint24,int24,uint16))", type(None), key)

    def supportsInterface(self, interfaceId: bytes) -> _rt.Read[bool]:
        """Returns true if this contract implements the interface defined by `interfaceId`. See:
        https://eips.ethereum.org/EIPS/eip-165 This function call must use less than 30000 gas.

        Solidity: `supportsInterface(bytes4)`, view, selector 0x01ffc9a7
        """
        return self._read("supportsInterface(bytes4)", bool, interfaceId)

    def swap(self, request: _structs.SwapRequest) -> _rt.Write[tuple[int, int]]:
        """Swaps in one pool: the caller pays by allowance or, where the wrapped native coin
        enters, with the call's value, whose rest goes back.

        Returns: `amountIn` units that entered; `amountOut` units that left

        Solidity:
        `swap(((address,address,uint24,int24,uint16),bool,int256,uint256,uint160,address,uint256,uint256))`,
        payable, selector 0x9a2c444f
        """
        return self._write(
            "swap(((address,address,uint24,int24,uint16),bool,int256,uint256,uint160,address,uint256,uint256))",
            tuple[int, int],
            request,
        )

    def swapPathExactIn(
        self,
        hops: _rt.Sequence[_structs.Hop],
        amountIn: int,
        amountOutMinimum: int,
        recipient: _rt.Address,
        deadline: int,
        options: int,
    ) -> _rt.Write[int]:
        """Swaps an exact amount through several pools; tokens between the pools do not move.

        Arguments: `amountIn` units that enter the first pool; `amountOutMinimum` least units
        that leave the last; `deadline` last second in which the swap may be mined; `hops` the
        pools in the order of the trade; `options` bits of `SwapOptions`; partial fills are
        refused; `recipient` who receives what leaves

        Returns: `amountOut` units that left

        Solidity:
        `swapPathExactIn(((address,address,uint24,int24,uint16),bool,uint160)[],uint256,uint256,address,uint256,uint256)`,
        payable, selector 0xd8362236
        """
        return self._write(
            "swapPathExactIn(((address,address,uint24,int24,uint16),bool,uint160)[],uint256,uint256,address,uint256,uint256)",
            int,
            hops,
            amountIn,
            amountOutMinimum,
            recipient,
            deadline,
            options,
        )

    def swapPathExactOut(
        self,
        hops: _rt.Sequence[_structs.Hop],
        amountOut: int,
        amountInMaximum: int,
        recipient: _rt.Address,
        deadline: int,
        options: int,
    ) -> _rt.Write[int]:
        """Swaps for an exact amount through several pools; tokens between the pools do not move.

        Arguments: `amountInMaximum` most units that enter the first; `amountOut` units that
        leave the last pool; `deadline` last second in which the swap may be mined; `hops` the
        pools in the order of the trade; `options` bits of `SwapOptions`; partial fills are
        refused; `recipient` who receives what leaves

        Returns: `amountIn` units that entered

        Solidity:
        `swapPathExactOut(((address,address,uint24,int24,uint16),bool,uint160)[],uint256,uint256,address,uint256,uint256)`,
        payable, selector 0xa84837b9
        """
        return self._write(
            "swapPathExactOut(((address,address,uint24,int24,uint16),bool,uint160)[],uint256,uint256,address,uint256,uint256)",
            int,
            hops,
            amountOut,
            amountInMaximum,
            recipient,
            deadline,
            options,
        )

    def symbol(self) -> _rt.Read[str]:
        """Returns the token collection symbol.

        Solidity: `symbol()`, pure, selector 0x95d89b41
        """
        return self._read("symbol()", str)

    def tickBitmap(self, id: bytes, word: int) -> _rt.Read[int]:
        """256 ticks of a pool's bitmap: bit i of word w is set where tick (256 w + i) times the
        spacing is in use.

        Solidity: `tickBitmap(bytes32,int16)`, view, selector 0xa08264fe
        """
        return self._read("tickBitmap(bytes32,int16)", int, id, word)

    def tickState(self, id: bytes, tick: int) -> _rt.Read[_structs.ILiquidityState_TickState]:
        """A tick of a pool.

        Solidity: `tickState(bytes32,int24)`, view, selector 0x84fa4e97
        """
        return self._read("tickState(bytes32,int24)", _structs.ILiquidityState_TickState, id, tick)

    def tightenDeviationBreaker(
        self, key: _structs.PoolKey, ticks: int, window: int, charges: bool
    ) -> _rt.Write[None]:
        """Switches a pool's deviation breaker on, or tightens it: no more ticks, the same window,
        and never from refusing to charging.

        Solidity:
        `tightenDeviationBreaker((address,address,uint24,int24,uint16),uint24,uint32,bool)`,
        nonpayable, selector 0xfbe350bc
        """
        return self._write(
            "tightenDeviationBreaker((address,address,uint24,int24,uint16),uint24,uint32,bool)",
            type(None),
            key,
            ticks,
            window,
            charges,
        )

    def tokenURI(self, id: int) -> _rt.Read[str]:
        """Returns the Uniform Resource Identifier (URI) for token `id`.

        Solidity: `tokenURI(uint256)`, view, selector 0xc87b56dd
        """
        return self._read("tokenURI(uint256)", str, id)

    def transferFrom(self, from_: _rt.Address, to: _rt.Address, id: int) -> _rt.Write[None]:
        """Transfers token `id` from `from` to `to`. Requirements: - Token `id` must exist. -
        `from` must be the owner of the token. - `to` cannot be the zero address. - The caller
        must be the owner of the token, or be approved to manage the token. Emits a {Transfer}
        event.

        Solidity: `transferFrom(address,address,uint256)`, payable, selector 0x23b872dd
        """
        return self._write("transferFrom(address,address,uint256)", type(None), from_, to, id)

    def trustExactness(self, token: _rt.Address) -> _rt.Write[None]:
        """Lets pools of a token that are created from now on trust what it moves, which saves two
        reads a swap. A token that can take a fee on transfers, or whose balances move by
        themselves, is not one.

        Solidity: `trustExactness(address)`, nonpayable, selector 0xe7411c44
        """
        return self._write("trustExactness(address)", type(None), token)

    def unguardedSwap(
        self, id: bytes, aForB: bool, amountSpecified: int, sqrtPriceLimitX96: int, feePips: int
    ) -> _rt.Read[tuple[int, int, int]]:
        """What a swap at a given fee would come to without guards.

        Arguments: `aForB` whether A enters; `amountSpecified` units that enter, or, negative,
        units that leave; `feePips` fee, in millionths of the input; below a million; `id` hash
        of the pool's key; `sqrtPriceLimitX96` price that is not passed, or 0 for none

        Returns: `amountIn` units that enter; `amountOut` units that leave; `tick` tick
        afterwards

        Solidity: `unguardedSwap(bytes32,bool,int256,uint160,uint24)`, view, selector 0xbe2ec21d
        """
        return self._read(
            "unguardedSwap(bytes32,bool,int256,uint160,uint24)",
            tuple[int, int, int],
            id,
            aForB,
            amountSpecified,
            sqrtPriceLimitX96,
            feePips,
        )

    def unpauseGroups(self, groups: int) -> _rt.Write[None]:
        """Unpauses every group in the mask.

        Restricted: UNPAUSER, at least 24 h after it was scheduled.

        Solidity: `unpauseGroups(uint64)`, nonpayable, selector 0xe1822fff
        """
        return self._write("unpauseGroups(uint64)", type(None), groups)

    def unpausePool(self, key: _structs.PoolKey) -> _rt.Write[None]:
        """Lets a paused pool go on.

        Solidity: `unpausePool((address,address,uint24,int24,uint16))`, nonpayable, selector
        0xc40c4af2
        """
        return self._write("unpausePool((address,address,uint24,int24,uint16))", type(None), key)

    def upgradeToAndCall(self, newImplementation: _rt.Address, data: bytes) -> _rt.Write[None]:
        """Upgrade the implementation of the proxy to `newImplementation`, and subsequently execute
        the function call encoded in `data`. Calls {_authorizeUpgrade}. Emits an {Upgraded}
        event.

        Solidity: `upgradeToAndCall(address,bytes)`, payable, selector 0x4f1ef286
        """
        return self._write("upgradeToAndCall(address,bytes)", type(None), newImplementation, data)

    def wrappedNative(self) -> _rt.Read[_rt.Address]:
        """The chain's wrapped native coin.

        Solidity: `wrappedNative()`, view, selector 0xeb6d3a11
        """
        return self._read("wrappedNative()", _rt.Address)


class LiquidityPoolOptimizer(_rt.Contract):
    """See `ILiquidityPoolOptimizer`. This implementation swaps; pools and their settings,
    positions, and views are extensions at the same address.
    """

    NAME = "LiquidityPoolOptimizer"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        LiquidityPoolOptimizerEvents.Approval,
        LiquidityPoolOptimizerEvents.ApprovalForAll,
        LiquidityPoolOptimizerEvents.AuthorityUpdated,
        LiquidityPoolOptimizerEvents.BatchSettled,
        LiquidityPoolOptimizerEvents.BatchingSet,
        LiquidityPoolOptimizerEvents.CalledBack,
        LiquidityPoolOptimizerEvents.Collected,
        LiquidityPoolOptimizerEvents.Compounded,
        LiquidityPoolOptimizerEvents.CompoundedFor,
        LiquidityPoolOptimizerEvents.DeviationBreakerSet,
        LiquidityPoolOptimizerEvents.EarlyExitPeriodSet,
        LiquidityPoolOptimizerEvents.FeeStructureSet,
        LiquidityPoolOptimizerEvents.FeesForfeited,
        LiquidityPoolOptimizerEvents.GroupsPaused,
        LiquidityPoolOptimizerEvents.GroupsUnpaused,
        LiquidityPoolOptimizerEvents.Initialized,
        LiquidityPoolOptimizerEvents.Lent,
        LiquidityPoolOptimizerEvents.LiquidityAdded,
        LiquidityPoolOptimizerEvents.LiquidityRemoved,
        LiquidityPoolOptimizerEvents.LoanLeft,
        LiquidityPoolOptimizerEvents.LocalRoleGranted,
        LiquidityPoolOptimizerEvents.LocalRoleRevoked,
        LiquidityPoolOptimizerEvents.ObservationsGrown,
        LiquidityPoolOptimizerEvents.OrderCancelled,
        LiquidityPoolOptimizerEvents.OrderPaid,
        LiquidityPoolOptimizerEvents.OrderPlaced,
        LiquidityPoolOptimizerEvents.PolicyEnded,
        LiquidityPoolOptimizerEvents.PolicySet,
        LiquidityPoolOptimizerEvents.PoolCreated,
        LiquidityPoolOptimizerEvents.PoolPaused,
        LiquidityPoolOptimizerEvents.PoolRegulated,
        LiquidityPoolOptimizerEvents.PoolUnpaused,
        LiquidityPoolOptimizerEvents.PositionEnded,
        LiquidityPoolOptimizerEvents.ProtocolFeesCollected,
        LiquidityPoolOptimizerEvents.ProtocolFeesDistributed,
        LiquidityPoolOptimizerEvents.ProtocolShareSet,
        LiquidityPoolOptimizerEvents.RangeChanged,
        LiquidityPoolOptimizerEvents.Rebalanced,
        LiquidityPoolOptimizerEvents.SandwichGuardSet,
        LiquidityPoolOptimizerEvents.SwapHeldBack,
        LiquidityPoolOptimizerEvents.Swapped,
        LiquidityPoolOptimizerEvents.TokenExactnessSet,
        LiquidityPoolOptimizerEvents.Transfer,
        LiquidityPoolOptimizerEvents.Upgraded,
        LiquidityPoolOptimizerEvents.VaultsAllowed,
        LiquidityPoolOptimizerEvents.WrappedNativeSet,
    )
    structs: TypeAlias = LiquidityPoolOptimizerStructs
    errors: TypeAlias = LiquidityPoolOptimizerErrors
    events: TypeAlias = LiquidityPoolOptimizerEvents

    @cached_property
    def functions(self) -> LiquidityPoolOptimizerFunctions:
        """What the contract can be asked and told."""
        return LiquidityPoolOptimizerFunctions(self.contract, self.ERRORS)
