"""Custom errors of all contracts.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from typing import ClassVar
from quantera.abi import runtime as _rt
from . import structs as _structs


@dataclass(eq=False)
class AccessManagedInvalidAuthority(_rt.ContractError):
    """`AccessManagedInvalidAuthority(address)`.

    Selector: 0xc2f31e5e
    """

    SIGNATURE: ClassVar[str] = "AccessManagedInvalidAuthority(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c2f31e5e")
    authority: _rt.Address


@dataclass(eq=False)
class AccessManagedRequiredDelay(_rt.ContractError):
    """`AccessManagedRequiredDelay(address,uint32)`.

    Selector: 0xaf77169d
    """

    SIGNATURE: ClassVar[str] = "AccessManagedRequiredDelay(address,uint32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("af77169d")
    caller: _rt.Address
    delay: int


@dataclass(eq=False)
class AccessManagedUnauthorized(_rt.ContractError):
    """`AccessManagedUnauthorized(address)`.

    Selector: 0x068ca9d8
    """

    SIGNATURE: ClassVar[str] = "AccessManagedUnauthorized(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("068ca9d8")
    caller: _rt.Address


@dataclass(eq=False)
class AccessManagerAlreadyScheduled(_rt.ContractError):
    """`AccessManagerAlreadyScheduled(bytes32)`.

    Selector: 0x813e9459
    """

    SIGNATURE: ClassVar[str] = "AccessManagerAlreadyScheduled(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("813e9459")
    operationId: bytes


@dataclass(eq=False)
class AccessManagerBadConfirmation(_rt.ContractError):
    """`AccessManagerBadConfirmation()`.

    Selector: 0x5f159e63
    """

    SIGNATURE: ClassVar[str] = "AccessManagerBadConfirmation()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5f159e63")


@dataclass(eq=False)
class AccessManagerExpired(_rt.ContractError):
    """`AccessManagerExpired(bytes32)`.

    Selector: 0x78a5d6e4
    """

    SIGNATURE: ClassVar[str] = "AccessManagerExpired(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("78a5d6e4")
    operationId: bytes


@dataclass(eq=False)
class AccessManagerInvalidInitialAdmin(_rt.ContractError):
    """`AccessManagerInvalidInitialAdmin(address)`.

    Selector: 0x0813ada2
    """

    SIGNATURE: ClassVar[str] = "AccessManagerInvalidInitialAdmin(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("0813ada2")
    initialAdmin: _rt.Address


@dataclass(eq=False)
class AccessManagerLockedFunction(_rt.ContractError):
    """`AccessManagerLockedFunction(bytes4)`.

    Selector: 0xf4744e4a
    """

    SIGNATURE: ClassVar[str] = "AccessManagerLockedFunction(bytes4)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f4744e4a")
    selector: bytes


@dataclass(eq=False)
class AccessManagerLockedRole(_rt.ContractError):
    """`AccessManagerLockedRole(uint64)`.

    Selector: 0x1871a90c
    """

    SIGNATURE: ClassVar[str] = "AccessManagerLockedRole(uint64)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("1871a90c")
    roleId: int


@dataclass(eq=False)
class AccessManagerNotReady(_rt.ContractError):
    """`AccessManagerNotReady(bytes32)`.

    Selector: 0x18cb6b7a
    """

    SIGNATURE: ClassVar[str] = "AccessManagerNotReady(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("18cb6b7a")
    operationId: bytes


@dataclass(eq=False)
class AccessManagerNotScheduled(_rt.ContractError):
    """`AccessManagerNotScheduled(bytes32)`.

    Selector: 0x60a299b0
    """

    SIGNATURE: ClassVar[str] = "AccessManagerNotScheduled(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("60a299b0")
    operationId: bytes


@dataclass(eq=False)
class AccessManagerUnauthorizedAccount(_rt.ContractError):
    """`AccessManagerUnauthorizedAccount(address,uint64)`.

    Selector: 0xf07e038f
    """

    SIGNATURE: ClassVar[str] = "AccessManagerUnauthorizedAccount(address,uint64)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f07e038f")
    msgsender: _rt.Address
    roleId: int


@dataclass(eq=False)
class AccessManagerUnauthorizedCall(_rt.ContractError):
    """`AccessManagerUnauthorizedCall(address,address,bytes4)`.

    Selector: 0x81c6f24b
    """

    SIGNATURE: ClassVar[str] = "AccessManagerUnauthorizedCall(address,address,bytes4)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("81c6f24b")
    caller: _rt.Address
    target: _rt.Address
    selector: bytes


@dataclass(eq=False)
class AccessManagerUnauthorizedCancel(_rt.ContractError):
    """`AccessManagerUnauthorizedCancel(address,address,address,bytes4)`.

    Selector: 0x3fe2751c
    """

    SIGNATURE: ClassVar[str] = "AccessManagerUnauthorizedCancel(address,address,address,bytes4)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3fe2751c")
    msgsender: _rt.Address
    caller: _rt.Address
    target: _rt.Address
    selector: bytes


@dataclass(eq=False)
class AccessManagerUnauthorizedConsume(_rt.ContractError):
    """`AccessManagerUnauthorizedConsume(address)`.

    Selector: 0x320ff748
    """

    SIGNATURE: ClassVar[str] = "AccessManagerUnauthorizedConsume(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("320ff748")
    target: _rt.Address


@dataclass(eq=False)
class AccountBalanceOverflow(_rt.ContractError):
    """The recipient's balance has overflowed.

    Selector: 0x01336cea
    """

    SIGNATURE: ClassVar[str] = "AccountBalanceOverflow()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("01336cea")


@dataclass(eq=False)
class AccountFrozen(_rt.ContractError):
    """Nothing leaves a frozen account.

    Selector: 0xcbd739d3
    """

    SIGNATURE: ClassVar[str] = "AccountFrozen(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("cbd739d3")
    account: int


@dataclass(eq=False)
class AccountHealthy(_rt.ContractError):
    """The account keeps the maintenance ratio.

    Selector: 0x76d1938f
    """

    SIGNATURE: ClassVar[str] = "AccountHealthy(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("76d1938f")
    account: int
    adjustedValue: int
    exposureValue: int


@dataclass(eq=False)
class AccountKnown(_rt.ContractError):
    """The account was opened before.

    Selector: 0x9c6775a4
    """

    SIGNATURE: ClassVar[str] = "AccountKnown(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9c6775a4")
    account: int


@dataclass(eq=False)
class AccountNotYours(_rt.ContractError):
    """The caller is neither the account's institution nor an operator that may do this now.

    Arguments: `permission` the bit that is asked for

    Selector: 0x8054b640
    """

    SIGNATURE: ClassVar[str] = "AccountNotYours(uint256,address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8054b640")
    account: int
    caller: _rt.Address
    permission: int


@dataclass(eq=False)
class AccountUnknown(_rt.ContractError):
    """No such account has been opened.

    Selector: 0x5525ad43
    """

    SIGNATURE: ClassVar[str] = "AccountUnknown(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5525ad43")
    account: int


@dataclass(eq=False)
class AccountsUnrelated(_rt.ContractError):
    """The two accounts are not different sub-accounts of one institution.

    Selector: 0xd684c4f0
    """

    SIGNATURE: ClassVar[str] = "AccountsUnrelated(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d684c4f0")
    fromAccount: int
    toAccount: int


@dataclass(eq=False)
class AccrualFull(_rt.ContractError):
    """The line holds too much to take this fee: sweep it first.

    Selector: 0x81fbd1d1
    """

    SIGNATURE: ClassVar[str] = "AccrualFull(address,address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("81fbd1d1")
    collector: _rt.Address
    asset: _rt.Address
    accrued: int


@dataclass(eq=False)
class AddressEmptyCode(_rt.ContractError):
    """There's no code at `target` (it is not a contract).

    Selector: 0x9996b315
    """

    SIGNATURE: ClassVar[str] = "AddressEmptyCode(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9996b315")
    target: _rt.Address


@dataclass(eq=False)
class AddressWithoutCode(_rt.ContractError):
    """An address of the call has no code.

    Selector: 0x253886ea
    """

    SIGNATURE: ClassVar[str] = "AddressWithoutCode(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("253886ea")
    account: _rt.Address


@dataclass(eq=False)
class AllotmentInUse(_rt.ContractError):
    """The allotment cannot be taken away: `used` of it is in use.

    Selector: 0x727a2914
    """

    SIGNATURE: ClassVar[str] = "AllotmentInUse(uint8,uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("727a2914")
    limit: int
    key: int
    allotment: int
    used: int


@dataclass(eq=False)
class AllotmentOutOfRange(_rt.ContractError):
    """The allotment cannot change by that difference: it would pass the global value or fall
    below zero.

    Selector: 0x702405db
    """

    SIGNATURE: ClassVar[str] = "AllotmentOutOfRange(uint8,uint256,uint256,int256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("702405db")
    limit: int
    key: int
    allotment: int
    difference: int
    globalValue: int


@dataclass(eq=False)
class AllowanceTooLow(_rt.ContractError):
    """An allowance cannot be lowered below zero.

    Selector: 0x7b936de3
    """

    SIGNATURE: ClassVar[str] = "AllowanceTooLow(address,address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("7b936de3")
    owner: _rt.Address
    spender: _rt.Address
    allowance: int
    decrease: int


@dataclass(eq=False)
class AlreadyAgent(_rt.ContractError):
    """The account is an agent already.

    Selector: 0x91abf299
    """

    SIGNATURE: ClassVar[str] = "AlreadyAgent(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("91abf299")
    account: _rt.Address


@dataclass(eq=False)
class AmountLimitExceeded(_rt.ContractError):
    """Less left, or more entered, than the caller allows.

    Selector: 0x97121c21
    """

    SIGNATURE: ClassVar[str] = "AmountLimitExceeded(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("97121c21")
    amount: int
    amountLimit: int


@dataclass(eq=False)
class AmountNotExact(_rt.ContractError):
    """A token moved another amount than it was told to, as one that takes a fee does.

    Selector: 0x2e580e21
    """

    SIGNATURE: ClassVar[str] = "AmountNotExact(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2e580e21")
    token: _rt.Address
    expected: int
    received: int


@dataclass(eq=False)
class AmountNotMoved(_rt.ContractError):
    """The token moved another amount than it was told to.

    Selector: 0x03ac5ad9
    """

    SIGNATURE: ClassVar[str] = "AmountNotMoved(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("03ac5ad9")
    token: _rt.Address
    amount: int
    moved: int


@dataclass(eq=False)
class AmountTooLarge_uint256(_rt.ContractError):
    """Amounts end below 2^128.

    Selector: 0x08083b2a
    """

    SIGNATURE: ClassVar[str] = "AmountTooLarge(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("08083b2a")
    amount: int


@dataclass(eq=False)
class AmountTooLarge_uint256_uint256(_rt.ContractError):
    """Amounts of this token end at 2**120 - 1.

    Selector: 0x7f162703
    """

    SIGNATURE: ClassVar[str] = "AmountTooLarge(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("7f162703")
    amount: int
    maximum: int


@dataclass(eq=False)
class AmountZero(_rt.ContractError):
    """An amount of zero is no swap.

    Selector: 0xcbca5aa2
    """

    SIGNATURE: ClassVar[str] = "AmountZero()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("cbca5aa2")


@dataclass(eq=False)
class AmountsOutOfBounds(_rt.ContractError):
    """More would enter, or less would leave, than the caller allows.

    Selector: 0xf70906bd
    """

    SIGNATURE: ClassVar[str] = "AmountsOutOfBounds(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f70906bd")
    amountA: int
    amountB: int


@dataclass(eq=False)
class ApprovalPeriodInvalid(_rt.ContractError):
    """An approval must end after it begins and after now.

    Selector: 0xc838cfd8
    """

    SIGNATURE: ClassVar[str] = "ApprovalPeriodInvalid(uint40,uint40)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c838cfd8")
    validFrom: int
    validUntil: int


@dataclass(eq=False)
class ApprovalUnknown(_rt.ContractError):
    """There is no such approval.

    Selector: 0x42044db0
    """

    SIGNATURE: ClassVar[str] = "ApprovalUnknown(address,address,address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("42044db0")
    token: _rt.Address
    from_: _rt.Address
    to: _rt.Address
    amount: int


@dataclass(eq=False)
class AssetAlreadyListed(_rt.ContractError):
    """The token is admitted already, as something else.

    Selector: 0x99dd81ed
    """

    SIGNATURE: ClassVar[str] = "AssetAlreadyListed(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("99dd81ed")
    token: _rt.Address


@dataclass(eq=False)
class AssetFixed(_rt.ContractError):
    """What an asset is cannot change once it is listed.

    Selector: 0x36b7f95e
    """

    SIGNATURE: ClassVar[str] = "AssetFixed(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("36b7f95e")
    asset: _rt.Address


@dataclass(eq=False)
class AssetListFull(_rt.ContractError):
    """There are as many assets as can be.

    Selector: 0x0d483f16
    """

    SIGNATURE: ClassVar[str] = "AssetListFull(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("0d483f16")
    most: int


@dataclass(eq=False)
class AssetNotListed(_rt.ContractError):
    """The asset or security is not admitted.

    Selector: 0xd0957f1f
    """

    SIGNATURE: ClassVar[str] = "AssetNotListed(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d0957f1f")
    token: _rt.Address


@dataclass(eq=False)
class AssetNotUsable(_rt.ContractError):
    """The asset is not listed for this use, or no longer active.

    Selector: 0x414b3d50
    """

    SIGNATURE: ClassVar[str] = "AssetNotUsable(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("414b3d50")
    assetId: int


@dataclass(eq=False)
class AssetPaused(_rt.ContractError):
    """The asset is paused.

    Selector: 0x26e4b25d
    """

    SIGNATURE: ClassVar[str] = "AssetPaused(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("26e4b25d")
    asset: _rt.Address


@dataclass(eq=False)
class AssetUnknown_address_uint256(_rt.ContractError):
    """The asset is not listed, or has no counterpart on that chain.

    Selector: 0x5f7de951
    """

    SIGNATURE: ClassVar[str] = "AssetUnknown(address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5f7de951")
    asset: _rt.Address
    chainId: int


@dataclass(eq=False)
class AssetUnknown_uint256(_rt.ContractError):
    """No asset has been listed under this id or token.

    Selector: 0xfe65f792
    """

    SIGNATURE: ClassVar[str] = "AssetUnknown(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("fe65f792")
    assetId: int


@dataclass(eq=False)
class AttestationRequired(_rt.ContractError):
    """The amount needs more protocols.

    Selector: 0xcd246c83
    """

    SIGNATURE: ClassVar[str] = "AttestationRequired(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("cd246c83")
    required: int
    given: int


@dataclass(eq=False)
class AttestationsMissing(_rt.ContractError):
    """Fewer protocols that are neither paused nor gone have brought it than are required.

    Selector: 0xea1e1f0b
    """

    SIGNATURE: ClassVar[str] = "AttestationsMissing(bytes32,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ea1e1f0b")
    id: bytes
    active: int
    required: int


@dataclass(eq=False)
class AuthorityLocked(_rt.ContractError):
    """After set-up a managed contract changes its manager only through an upgrade.

    Selector: 0x20507cdd
    """

    SIGNATURE: ClassVar[str] = "AuthorityLocked(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("20507cdd")
    target: _rt.Address
    newAuthority: _rt.Address


@dataclass(eq=False)
class AuthorityWithoutCode(_rt.ContractError):
    """The authority given at initialisation has no code.

    Selector: 0x83e90f1e
    """

    SIGNATURE: ClassVar[str] = "AuthorityWithoutCode(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("83e90f1e")
    authority: _rt.Address


@dataclass(eq=False)
class BalanceQueryForZeroAddress(_rt.ContractError):
    """Cannot query the balance for the zero address.

    Selector: 0x8f4eb604
    """

    SIGNATURE: ClassVar[str] = "BalanceQueryForZeroAddress()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8f4eb604")


@dataclass(eq=False)
class BalanceTooLow(_rt.ContractError):
    """The holder's balance does not cover the amount an agent wants to move.

    Selector: 0xb3e09fee
    """

    SIGNATURE: ClassVar[str] = "BalanceTooLow(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b3e09fee")
    holder: _rt.Address
    balance: int
    amount: int


@dataclass(eq=False)
class BatchEmpty(_rt.ContractError):
    """A batch without calls.

    Selector: 0x50e980cc
    """

    SIGNATURE: ClassVar[str] = "BatchEmpty()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("50e980cc")


@dataclass(eq=False)
class BatchFull(_rt.ContractError):
    """The batch takes no more orders than that.

    Selector: 0xa6582540
    """

    SIGNATURE: ClassVar[str] = "BatchFull(bytes32,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a6582540")
    id: bytes
    batch: int


@dataclass(eq=False)
class BatchInvalid(_rt.ContractError):
    """The batch's form is wrong; `cause` is the field's name.

    Selector: 0xb311c6da
    """

    SIGNATURE: ClassVar[str] = "BatchInvalid(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b311c6da")
    cause: str


@dataclass(eq=False)
class BatchNotSettleable(_rt.ContractError):
    """The batch is not closed yet, is settled already, or does not exist.

    Selector: 0x1c47dc22
    """

    SIGNATURE: ClassVar[str] = "BatchNotSettleable(bytes32,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("1c47dc22")
    id: bytes
    batch: int


@dataclass(eq=False)
class BatchOfOther(_rt.ContractError):
    """A batch for one account must not act for another.

    Selector: 0x07579693
    """

    SIGNATURE: ClassVar[str] = "BatchOfOther(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("07579693")
    account: int
    other: int


@dataclass(eq=False)
class BatchOnly(_rt.ContractError):
    """The pool trades in batches alone.

    Selector: 0x6da2ac51
    """

    SIGNATURE: ClassVar[str] = "BatchOnly(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6da2ac51")
    id: bytes


@dataclass(eq=False)
class BatchOrderMisplaced(_rt.ContractError):
    """An order that takes part would get a worse price than it asks, or one that gets it is
    left out.

    Selector: 0x5e12208a
    """

    SIGNATURE: ClassVar[str] = "BatchOrderMisplaced(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5e12208a")
    order: int


@dataclass(eq=False)
class BatchOutOfTime(_rt.ContractError):
    """The batch's deadline has passed or it was signed in the future.

    Selector: 0x10cfc889
    """

    SIGNATURE: ClassVar[str] = "BatchOutOfTime(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("10cfc889")
    issuedAt: int
    deadline: int


@dataclass(eq=False)
class BatchPriceNotUniform(_rt.ContractError):
    """The two sides' prices, Q96, do not agree, or without a swap lie beyond what the pool
    would give.

    Selector: 0xe0ce1280
    """

    SIGNATURE: ClassVar[str] = "BatchPriceNotUniform(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e0ce1280")
    priceOfSellers: int
    priceOfBuyers: int


@dataclass(eq=False)
class BatchReplayed(_rt.ContractError):
    """The batch's nonce is not above the issuer's last one.

    Selector: 0xb2848fe3
    """

    SIGNATURE: ClassVar[str] = "BatchReplayed(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b2848fe3")
    issuer: _rt.Address
    nonce: int
    last: int


@dataclass(eq=False)
class BatchRevoked(_rt.ContractError):
    """The batch was signed before the issuer's signatures were revoked.

    Selector: 0x087ed946
    """

    SIGNATURE: ClassVar[str] = "BatchRevoked(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("087ed946")
    issuer: _rt.Address
    issuedAt: int
    revokedBefore: int


@dataclass(eq=False)
class BatchRunning(_rt.ContractError):
    """A batch runs already.

    Selector: 0x9e9adaac
    """

    SIGNATURE: ClassVar[str] = "BatchRunning(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9e9adaac")
    account: int


@dataclass(eq=False)
class BatchWindowOutOfRange(_rt.ContractError):
    """A window lasts from 1 second to 7 days.

    Selector: 0x03d462f7
    """

    SIGNATURE: ClassVar[str] = "BatchWindowOutOfRange(uint32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("03d462f7")
    window: int


@dataclass(eq=False)
class BatchingOff(_rt.ContractError):
    """The pool does not trade in batches.

    Selector: 0xc3d3bfb3
    """

    SIGNATURE: ClassVar[str] = "BatchingOff(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c3d3bfb3")
    id: bytes


@dataclass(eq=False)
class BookOwesNothing(_rt.ContractError):
    """The book owes the pool nothing, or it is the cash asset's, where it settles by itself.

    Selector: 0x4ccd77ec
    """

    SIGNATURE: ClassVar[str] = "BookOwesNothing(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4ccd77ec")
    assetId: int


@dataclass(eq=False)
class BreakerOutOfRange(_rt.ContractError):
    """A breaker allows from 1 to 887,272 ticks, over a window of at least a second.

    Selector: 0x7693f711
    """

    SIGNATURE: ClassVar[str] = "BreakerOutOfRange(uint24,uint32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("7693f711")
    ticks: int
    window: int


@dataclass(eq=False)
class CannotExpel(_rt.ContractError):
    """Administrators and guardians cannot be expelled, only revoked with delay.

    Selector: 0xe48ae79d
    """

    SIGNATURE: ClassVar[str] = "CannotExpel(uint64)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e48ae79d")
    roleId: int


@dataclass(eq=False)
class CashInsufficient(_rt.ContractError):
    """The account has not so much cash.

    Selector: 0xb603e400
    """

    SIGNATURE: ClassVar[str] = "CashInsufficient(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b603e400")
    account: int
    value: int
    cashValue: int


@dataclass(eq=False)
class ChainAlreadyOpen(_rt.ContractError):
    """The chain has been opened already, by the same or another manager's creation code.

    Selector: 0xb004728b
    """

    SIGNATURE: ClassVar[str] = "ChainAlreadyOpen(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b004728b")
    manager: _rt.Address


@dataclass(eq=False)
class CheckpointUnorderedInsertion(_rt.ContractError):
    """A value was attempted to be inserted on a past checkpoint.

    Selector: 0x2520601d
    """

    SIGNATURE: ClassVar[str] = "CheckpointUnorderedInsertion()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2520601d")


@dataclass(eq=False)
class ClaimTopicAlreadyRequired(_rt.ContractError):
    """The topic is required already.

    Selector: 0xa0ef208b
    """

    SIGNATURE: ClassVar[str] = "ClaimTopicAlreadyRequired(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a0ef208b")
    topic: int


@dataclass(eq=False)
class ClassTooLoose(_rt.ContractError):
    """The function must keep a class at least as strict as `required`; the role offers only
    `offered`.

    Selector: 0xf4c73430
    """

    SIGNATURE: ClassVar[str] = "ClassTooLoose(address,bytes4,uint8,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f4c73430")
    target: _rt.Address
    selector: bytes
    required: int
    offered: int


@dataclass(eq=False)
class CloseOnly(_rt.ContractError):
    """The account or its institution may only reduce what it exposes: not verified,
    restricted, impaired or in default.

    Selector: 0x5d3ba6d1
    """

    SIGNATURE: ClassVar[str] = "CloseOnly(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5d3ba6d1")
    account: int


@dataclass(eq=False)
class CollateralCapExceeded(_rt.ContractError):
    """All accounts together would have more units than the asset's cap.

    Selector: 0x9d2e7e6d
    """

    SIGNATURE: ClassVar[str] = "CollateralCapExceeded(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9d2e7e6d")
    assetId: int
    amount: int
    cap: int


@dataclass(eq=False)
class CollateralInsufficient(_rt.ContractError):
    """The account has not so many units.

    Selector: 0x337e59cb
    """

    SIGNATURE: ClassVar[str] = "CollateralInsufficient(uint256,uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("337e59cb")
    account: int
    assetId: int
    amount: int
    balance: int


@dataclass(eq=False)
class CollectorPaidNothing(_rt.ContractError):
    """The collector paid nothing.

    Selector: 0x0ef589bd
    """

    SIGNATURE: ClassVar[str] = "CollectorPaidNothing(address,address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("0ef589bd")
    collector: _rt.Address
    asset: _rt.Address
    asked: int


@dataclass(eq=False)
class ComplianceNotBound(_rt.ContractError):
    """A compliance contract must be bound to this token and to no other.

    Selector: 0x2698a05e
    """

    SIGNATURE: ClassVar[str] = "ComplianceNotBound(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2698a05e")
    compliance: _rt.Address


@dataclass(eq=False)
class ContributorRefused(_rt.ContractError):
    """Institutions that are admitted and verified alone contribute, verified wallets alone pay
    in.

    Selector: 0xd50f2122
    """

    SIGNATURE: ClassVar[str] = "ContributorRefused(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d50f2122")
    payer: _rt.Address


@dataclass(eq=False)
class CountInUse(_rt.ContractError):
    """A rule that runs needs what the new count would leave out.

    Selector: 0xea1d8bc3
    """

    SIGNATURE: ClassVar[str] = "CountInUse(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ea1d8bc3")
    code: int


@dataclass(eq=False)
class CountIncomplete(_rt.ContractError):
    """The count found `counted` units; the supply is `supply`.

    Selector: 0x3cdfc244
    """

    SIGNATURE: ClassVar[str] = "CountIncomplete(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3cdfc244")
    token: _rt.Address
    counted: int
    supply: int


@dataclass(eq=False)
class CountNeeded(_rt.ContractError):
    """The rule of `code` needs a count that does not run: start one first.

    Selector: 0x24852ff8
    """

    SIGNATURE: ClassVar[str] = "CountNeeded(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("24852ff8")
    code: int


@dataclass(eq=False)
class CountRunning(_rt.ContractError):
    """A count runs already.

    Selector: 0xd430b207
    """

    SIGNATURE: ClassVar[str] = "CountRunning(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d430b207")
    token: _rt.Address


@dataclass(eq=False)
class CreditLimitExceeded(_rt.ContractError):
    """The institution would expose more than its limit.

    Selector: 0x17f8b630
    """

    SIGNATURE: ClassVar[str] = "CreditLimitExceeded(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("17f8b630")
    institution: _rt.Address
    exposureValue: int
    limit: int


@dataclass(eq=False)
class CreditLimitInvalid(_rt.ContractError):
    """Limits are whole units of the reference currency, below 2^44.

    Selector: 0x6c936f8c
    """

    SIGNATURE: ClassVar[str] = "CreditLimitInvalid(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6c936f8c")
    creditLimit: int


@dataclass(eq=False)
class CreditLineLapsed(_rt.ContractError):
    """The credit line's term has ended, or its review is due.

    Selector: 0x52ac906f
    """

    SIGNATURE: ClassVar[str] = "CreditLineLapsed(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("52ac906f")
    institution: _rt.Address
    facilityEndDay: int
    reviewDay: int


@dataclass(eq=False)
class CreditRefused(_rt.ContractError):
    """A credit is refused for that reason.

    Selector: 0xb7d66772
    """

    SIGNATURE: ClassVar[str] = "CreditRefused(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b7d66772")
    reason: int


@dataclass(eq=False)
class CurrencyUnknown(_rt.ContractError):
    """The currency is not known.

    Selector: 0xa61f5f4d
    """

    SIGNATURE: ClassVar[str] = "CurrencyUnknown(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a61f5f4d")
    currency: int


@dataclass(eq=False)
class CustodyAmountTooLarge(_rt.ContractError):
    """More units than a share can hold.

    Selector: 0x2f1ee42a
    """

    SIGNATURE: ClassVar[str] = "CustodyAmountTooLarge(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2f1ee42a")
    units: int


@dataclass(eq=False)
class CustodyInvestorInvalid(_rt.ContractError):
    """An investor must be named, and another than the one that gives.

    Selector: 0x90b282ea
    """

    SIGNATURE: ClassVar[str] = "CustodyInvestorInvalid(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("90b282ea")
    investor: _rt.Address


@dataclass(eq=False)
class CustodyShareTooLow(_rt.ContractError):
    """The custodian holds no more than `units` for the investor.

    Selector: 0x70b0a1ba
    """

    SIGNATURE: ClassVar[str] = "CustodyShareTooLow(address,address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("70b0a1ba")
    custodian: _rt.Address
    investor: _rt.Address
    units: int
    needed: int


@dataclass(eq=False)
class CutOffPassed(_rt.ContractError):
    """The cut-off has passed (`LATE`).

    Selector: 0xbc0fe8fc
    """

    SIGNATURE: ClassVar[str] = "CutOffPassed(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("bc0fe8fc")
    cutOff: int


@dataclass(eq=False)
class DailyCapExceeded(_rt.ContractError):
    """The asset's daily cap would be passed.

    Selector: 0xd0f63438
    """

    SIGNATURE: ClassVar[str] = "DailyCapExceeded(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d0f63438")
    token: _rt.Address
    cap: int
    wouldBe: int


@dataclass(eq=False)
class DeadlinePassed(_rt.ContractError):
    """The last second named by the caller is over.

    Selector: 0x83f2ba20
    """

    SIGNATURE: ClassVar[str] = "DeadlinePassed(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("83f2ba20")
    deadline: int
    time: int


@dataclass(eq=False)
class DecimalsTooLarge_uint256(_rt.ContractError):
    """Decimals end at 36.

    Selector: 0x3f6b3b8e
    """

    SIGNATURE: ClassVar[str] = "DecimalsTooLarge(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3f6b3b8e")
    decimals: int


@dataclass(eq=False)
class DecimalsTooLarge_uint8(_rt.ContractError):
    """Decimals end at 18.

    Selector: 0xc414eb7a
    """

    SIGNATURE: ClassVar[str] = "DecimalsTooLarge(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c414eb7a")
    decimals: int


@dataclass(eq=False)
class DefaultPremature(_rt.ContractError):
    """The account still has collateral or positions, which come first, or cash that covers
    what it owes.

    Selector: 0x5d9f9cc3
    """

    SIGNATURE: ClassVar[str] = "DefaultPremature(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5d9f9cc3")
    account: int


@dataclass(eq=False)
class DelayRunning(_rt.ContractError):
    """The delay ends later.

    Selector: 0xb3190095
    """

    SIGNATURE: ClassVar[str] = "DelayRunning(bytes32,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b3190095")
    id: bytes
    releaseAt: int


@dataclass(eq=False)
class DeliveredInFuture(_rt.ContractError):
    """A delivery in the future.

    Selector: 0xb75464a7
    """

    SIGNATURE: ClassVar[str] = "DeliveredInFuture(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b75464a7")
    deliveredAt: int


@dataclass(eq=False)
class DeploymentFailed(_rt.ContractError):
    """The creation code failed, or there was too little gas for it. CREATE3 does not pass its
    reason on.

    Selector: 0x30116425
    """

    SIGNATURE: ClassVar[str] = "DeploymentFailed()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("30116425")


@dataclass(eq=False)
class DustRefused(_rt.ContractError):
    """The units are none, or no multiple of what crosses without a remainder.

    Selector: 0xe73ff895
    """

    SIGNATURE: ClassVar[str] = "DustRefused(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e73ff895")
    units: int
    multiple: int


@dataclass(eq=False)
class ECDSAInvalidSignature(_rt.ContractError):
    """The signature is invalid.

    Selector: 0xf645eedf
    """

    SIGNATURE: ClassVar[str] = "ECDSAInvalidSignature()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f645eedf")


@dataclass(eq=False)
class ECDSAInvalidSignatureLength(_rt.ContractError):
    """The signature has an invalid length.

    Selector: 0xfce698f7
    """

    SIGNATURE: ClassVar[str] = "ECDSAInvalidSignatureLength(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("fce698f7")
    length: int


@dataclass(eq=False)
class ECDSAInvalidSignatureS(_rt.ContractError):
    """The signature has an S value that is in the upper half order.

    Selector: 0xd78bce0c
    """

    SIGNATURE: ClassVar[str] = "ECDSAInvalidSignatureS(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d78bce0c")
    s: bytes


@dataclass(eq=False)
class ERC1967InvalidImplementation(_rt.ContractError):
    """The `implementation` of the proxy is invalid.

    Selector: 0x4c9c8ce3
    """

    SIGNATURE: ClassVar[str] = "ERC1967InvalidImplementation(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4c9c8ce3")
    implementation: _rt.Address


@dataclass(eq=False)
class ERC1967NonPayable(_rt.ContractError):
    """An upgrade function sees `msg.value > 0` that may be lost.

    Selector: 0xb398979f
    """

    SIGNATURE: ClassVar[str] = "ERC1967NonPayable()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b398979f")


@dataclass(eq=False)
class ERC7943CannotReceive(_rt.ContractError):
    """`account` may not receive.

    Selector: 0x705c1eed
    """

    SIGNATURE: ClassVar[str] = "ERC7943CannotReceive(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("705c1eed")
    account: _rt.Address


@dataclass(eq=False)
class ERC7943CannotSend(_rt.ContractError):
    """`account` may not send.

    Selector: 0x45bae9e2
    """

    SIGNATURE: ClassVar[str] = "ERC7943CannotSend(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("45bae9e2")
    account: _rt.Address


@dataclass(eq=False)
class ERC7943CannotTransfer(_rt.ContractError):
    """The token's rules refuse this transfer.

    Selector: 0x22dda4be
    """

    SIGNATURE: ClassVar[str] = "ERC7943CannotTransfer(address,address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("22dda4be")
    from_: _rt.Address
    to: _rt.Address
    amount: int


@dataclass(eq=False)
class ERC7943InsufficientUnfrozenBalance(_rt.ContractError):
    """The balance of `account` covers `amount`, its unfrozen part does not.

    Selector: 0x00384e71
    """

    SIGNATURE: ClassVar[str] = "ERC7943InsufficientUnfrozenBalance(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("00384e71")
    account: _rt.Address
    amount: int
    unfrozen: int


@dataclass(eq=False)
class ETHTransferFailed(_rt.ContractError):
    """The recipient does not take native coin.

    Selector: 0xb12d13eb
    """

    SIGNATURE: ClassVar[str] = "ETHTransferFailed()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b12d13eb")


@dataclass(eq=False)
class EmptyString(_rt.ContractError):
    """A text of the call must not be empty.

    Selector: 0xecd7b0d1
    """

    SIGNATURE: ClassVar[str] = "EmptyString()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ecd7b0d1")


@dataclass(eq=False)
class EnforcedPause(_rt.ContractError):
    """The token is paused.

    Selector: 0xd93c0665
    """

    SIGNATURE: ClassVar[str] = "EnforcedPause()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d93c0665")


@dataclass(eq=False)
class EvidenceNotAttested(_rt.ContractError):
    """The registry evaluates claims live, or does not know stored evidence: ask its mode
    instead.

    Selector: 0x9be52e70
    """

    SIGNATURE: ClassVar[str] = "EvidenceNotAttested(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9be52e70")
    registry: _rt.Address


@dataclass(eq=False)
class ExpectedPause(_rt.ContractError):
    """The token is not paused.

    Selector: 0x8dfc202b
    """

    SIGNATURE: ClassVar[str] = "ExpectedPause()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8dfc202b")


@dataclass(eq=False)
class ExtensionWithoutCode(_rt.ContractError):
    """An extension's address holds no code.

    Selector: 0x31f60a8a
    """

    SIGNATURE: ClassVar[str] = "ExtensionWithoutCode(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("31f60a8a")
    extension: _rt.Address


@dataclass(eq=False)
class FailedCall(_rt.ContractError):
    """A call to an address target failed. The target may have reverted.

    Selector: 0xd6bda275
    """

    SIGNATURE: ClassVar[str] = "FailedCall()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d6bda275")


@dataclass(eq=False)
class FeeAboveLimit(_rt.ContractError):
    """The fee is more than the payer agreed to, such as after a change of schedule.

    Selector: 0xd9998496
    """

    SIGNATURE: ClassVar[str] = "FeeAboveLimit(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d9998496")
    fee: int
    maxFee: int


@dataclass(eq=False)
class FeeAboveMaximum(_rt.ContractError):
    """The fee, or what a dynamic one can rise to, is above the fee structure's maximum.

    Selector: 0x38c7b9ea
    """

    SIGNATURE: ClassVar[str] = "FeeAboveMaximum(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("38c7b9ea")
    feePips: int
    maxFeePips: int


@dataclass(eq=False)
class FeeContractWithoutCode(_rt.ContractError):
    """Neither a fee structure nor an asset: there is no code at the address.

    Selector: 0x0924ef54
    """

    SIGNATURE: ClassVar[str] = "FeeContractWithoutCode(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("0924ef54")
    account: _rt.Address


@dataclass(eq=False)
class FeeInSecurity_void(_rt.ContractError):
    """Fees are not taken in the security itself, which nobody but investors may hold.

    Selector: 0xe8500104
    """

    SIGNATURE: ClassVar[str] = "FeeInSecurity()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e8500104")


@dataclass(eq=False)
class FeeInSecurity_address(_rt.ContractError):
    """Fees are not taken in a security.

    Selector: 0xaae47359
    """

    SIGNATURE: ClassVar[str] = "FeeInSecurity(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("aae47359")
    feeAsset: _rt.Address


@dataclass(eq=False)
class FeeNotReceived(_rt.ContractError):
    """Less arrived than the fee: the asset keeps some of what moves.

    Selector: 0x6f32f56a
    """

    SIGNATURE: ClassVar[str] = "FeeNotReceived(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6f32f56a")
    asset: _rt.Address
    fee: int
    received: int


@dataclass(eq=False)
class FeeOutOfRange(_rt.ContractError):
    """A fee must be below one million millionths; that of a dynamic pool from 1 to 100,000.

    Selector: 0x03d12b6d
    """

    SIGNATURE: ClassVar[str] = "FeeOutOfRange(uint24)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("03d12b6d")
    feePips: int


@dataclass(eq=False)
class FeePriceInvalid(_rt.ContractError):
    """A fee asset needs a price, unless it is the asset itself, which needs none.

    Selector: 0x2cec6781
    """

    SIGNATURE: ClassVar[str] = "FeePriceInvalid(uint64)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2cec6781")
    price: int


@dataclass(eq=False)
class FeeStructureFailed(_rt.ContractError):
    """The fee structure failed without saying why, which a want of gas does too.

    Selector: 0x0ae0feff
    """

    SIGNATURE: ClassVar[str] = "FeeStructureFailed(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("0ae0feff")
    feeStructure: _rt.Address


@dataclass(eq=False)
class FeeStructureMissing(_rt.ContractError):
    """No fee structure says who receives the protocol's fees.

    Selector: 0x23fa9342
    """

    SIGNATURE: ClassVar[str] = "FeeStructureMissing()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("23fa9342")


@dataclass(eq=False)
class FeeTooLow(_rt.ContractError):
    """The protocol's fee is above what is left of the value.

    Selector: 0x5006e9a1
    """

    SIGNATURE: ClassVar[str] = "FeeTooLow(uint8,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5006e9a1")
    protocol: int
    fee: int
    value: int


@dataclass(eq=False)
class FeedRefused(_rt.ContractError):
    """The feed gives no answer that counts, so it cannot be set.

    Selector: 0x053174f4
    """

    SIGNATURE: ClassVar[str] = "FeedRefused(address,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("053174f4")
    feed: _rt.Address
    fault: int


@dataclass(eq=False)
class FeedUnusable(_rt.ContractError):
    """The feed reverts, answers nothing usable, or is older than what is known.

    Selector: 0x7725ff6a
    """

    SIGNATURE: ClassVar[str] = "FeedUnusable(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("7725ff6a")
    feed: _rt.Address


@dataclass(eq=False)
class FeedsDisagree(_rt.ContractError):
    """The feeds are further apart than they may be, so they cannot be set.

    Selector: 0x093f7256
    """

    SIGNATURE: ClassVar[str] = "FeedsDisagree(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("093f7256")
    assetId: int


@dataclass(eq=False)
class FeedsMissing(_rt.ContractError):
    """The asset's feeds have not been set.

    Selector: 0xd3b140c4
    """

    SIGNATURE: ClassVar[str] = "FeedsMissing(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d3b140c4")
    assetId: int


@dataclass(eq=False)
class FeesNotCollected(_rt.ContractError):
    """More is asked for than fees were collected.

    Selector: 0x2c5cd068
    """

    SIGNATURE: ClassVar[str] = "FeesNotCollected(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2c5cd068")
    asset: _rt.Address
    amount: int
    collected: int


@dataclass(eq=False)
class FeesOff(_rt.ContractError):
    """There is no fee structure to report to.

    Selector: 0x6a108422
    """

    SIGNATURE: ClassVar[str] = "FeesOff()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6a108422")


@dataclass(eq=False)
class FinalityNotAfter(_rt.ContractError):
    """Finality is attested for the past, and only ever further.

    Selector: 0x14cfda10
    """

    SIGNATURE: ClassVar[str] = "FinalityNotAfter(uint40,uint40)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("14cfda10")
    upTo: int
    known: int


@dataclass(eq=False)
class FinancingOutOfRange(_rt.ContractError):
    """The financing rate is further from zero than it may be.

    Selector: 0x3106b33d
    """

    SIGNATURE: ClassVar[str] = "FinancingOutOfRange(int24,uint24)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3106b33d")
    ratePips: int
    most: int


@dataclass(eq=False)
class FirstLossExceeded(_rt.ContractError):
    """More than there is.

    Selector: 0x76831724
    """

    SIGNATURE: ClassVar[str] = "FirstLossExceeded(uint8,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("76831724")
    assetId: int
    units: int
    available: int


@dataclass(eq=False)
class FounderMissing(_rt.ContractError):
    """The founder is no address.

    Selector: 0xc445c78b
    """

    SIGNATURE: ClassVar[str] = "FounderMissing()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c445c78b")


@dataclass(eq=False)
class FreezeExceedsBalance(_rt.ContractError):
    """A partial freeze would exceed the balance; `setFrozenTokens` may.

    Selector: 0xf0d8212b
    """

    SIGNATURE: ClassVar[str] = "FreezeExceedsBalance(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f0d8212b")
    holder: _rt.Address
    balance: int
    frozenAfter: int


@dataclass(eq=False)
class FundAmount(_rt.ContractError):
    """Nothing is paid in, or the payment is too small for a share.

    Selector: 0x52b7680c
    """

    SIGNATURE: ClassVar[str] = "FundAmount(uint8,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("52b7680c")
    assetId: int
    units: int


@dataclass(eq=False)
class FundFloorBreached(_rt.ContractError):
    """Less would stay in than the floor.

    Selector: 0x3ebecbc4
    """

    SIGNATURE: ClassVar[str] = "FundFloorBreached(uint8,address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3ebecbc4")
    assetId: int
    institution: _rt.Address
    left: int
    floor: int


@dataclass(eq=False)
class FundSharesExceeded(_rt.ContractError):
    """More shares than the institution has.

    Selector: 0x9d8f8e60
    """

    SIGNATURE: ClassVar[str] = "FundSharesExceeded(uint8,address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9d8f8e60")
    assetId: int
    institution: _rt.Address
    shares: int
    held: int


@dataclass(eq=False)
class FundTermsInvalid(_rt.ContractError):
    """A setting is out of bounds; `cause` is the field's name.

    Selector: 0x01124cf3
    """

    SIGNATURE: ClassVar[str] = "FundTermsInvalid(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("01124cf3")
    cause: str


@dataclass(eq=False)
class GainAtStalePrice(_rt.ContractError):
    """A gain cannot be realised at a price that is stale: it may be gone.

    Selector: 0x5616f20a
    """

    SIGNATURE: ClassVar[str] = "GainAtStalePrice(uint256,int256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5616f20a")
    assetId: int
    realisedValue: int


@dataclass(eq=False)
class GasTooLow(_rt.ContractError):
    """Feeds cannot be asked with this little gas, so that nobody breaks a feed by giving it
    too little.

    Selector: 0xfe336aa7
    """

    SIGNATURE: ClassVar[str] = "GasTooLow(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("fe336aa7")
    left: int
    needed: int


@dataclass(eq=False)
class GraceTooLong(_rt.ContractError):
    """The time to react is longer than `MAX_GRACE`.

    Selector: 0xd6ac8848
    """

    SIGNATURE: ClassVar[str] = "GraceTooLong(uint24)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d6ac8848")
    grace: int


@dataclass(eq=False)
class GrantExpired(_rt.ContractError):
    """The signature may not be brought any more.

    Selector: 0xa315d173
    """

    SIGNATURE: ClassVar[str] = "GrantExpired(uint40)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a315d173")
    deadline: int


@dataclass(eq=False)
class GrantNonceSpent(_rt.ContractError):
    """The nonce was used or cancelled.

    Selector: 0xb36e8f2a
    """

    SIGNATURE: ClassVar[str] = "GrantNonceSpent(address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b36e8f2a")
    institution: _rt.Address
    nonce: int


@dataclass(eq=False)
class GrantNotSigned(_rt.ContractError):
    """The institution has not signed this.

    Selector: 0x3ef3c4df
    """

    SIGNATURE: ClassVar[str] = "GrantNotSigned(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3ef3c4df")
    institution: _rt.Address


@dataclass(eq=False)
class Group2LimitExceeded(_rt.ContractError):
    """The transaction would take an institution's Group 2 exposure above 2 % of Tier 1.

    Selector: 0x972fec28
    """

    SIGNATURE: ClassVar[str] = "Group2LimitExceeded(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("972fec28")
    institution: _rt.Address
    exposureValue: int
    tier1Value: int


@dataclass(eq=False)
class GroupLimitExceeded(_rt.ContractError):
    """The group would expose more than its limit.

    Selector: 0xad09dbe1
    """

    SIGNATURE: ClassVar[str] = "GroupLimitExceeded(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ad09dbe1")
    group: int
    exposureValue: int
    limit: int


@dataclass(eq=False)
class GroupPaused(_rt.ContractError):
    """The function belongs to groups of which `paused` are paused.

    Selector: 0x230ef090
    """

    SIGNATURE: ClassVar[str] = "GroupPaused(uint64)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("230ef090")
    paused: int


@dataclass(eq=False)
class GrowthOutOfRange(_rt.ContractError):
    """The vault cannot grow that fast.

    Selector: 0xe7253457
    """

    SIGNATURE: ClassVar[str] = "GrowthOutOfRange(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e7253457")
    growthBps: int
    mostBps: int


@dataclass(eq=False)
class GuardianMissing(_rt.ContractError):
    """Set-up cannot end before somebody can cancel: grant the GUARDIAN role first.

    Selector: 0x3f0b2700
    """

    SIGNATURE: ClassVar[str] = "GuardianMissing()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3f0b2700")


@dataclass(eq=False)
class HoldAmount(_rt.ContractError):
    """More is asked than the hold still has, or nothing.

    Selector: 0x4ec25aab
    """

    SIGNATURE: ClassVar[str] = "HoldAmount(bytes32,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4ec25aab")
    holdId: bytes
    amount: int
    remaining: int


@dataclass(eq=False)
class HoldExists(_rt.ContractError):
    """The id is taken.

    Selector: 0x5c9db642
    """

    SIGNATURE: ClassVar[str] = "HoldExists(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5c9db642")
    holdId: bytes


@dataclass(eq=False)
class HoldExpired(_rt.ContractError):
    """The hold has expired.

    Selector: 0x55af676e
    """

    SIGNATURE: ClassVar[str] = "HoldExpired(bytes32,uint40)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("55af676e")
    holdId: bytes
    expiry: int


@dataclass(eq=False)
class HoldInvalid(_rt.ContractError):
    """The hold's terms are invalid; `cause` is the field's name.

    Selector: 0xa1c14a74
    """

    SIGNATURE: ClassVar[str] = "HoldInvalid(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a1c14a74")
    cause: str


@dataclass(eq=False)
class HoldNotOpen(_rt.ContractError):
    """The hold is not open.

    Selector: 0x8729b796
    """

    SIGNATURE: ClassVar[str] = "HoldNotOpen(bytes32,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8729b796")
    holdId: bytes
    status: int


@dataclass(eq=False)
class HoldNotYours(_rt.ContractError):
    """The caller has no say in this hold.

    Selector: 0x6c11b443
    """

    SIGNATURE: ClassVar[str] = "HoldNotYours(bytes32,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6c11b443")
    holdId: bytes
    caller: _rt.Address


@dataclass(eq=False)
class HoldUnfit(_rt.ContractError):
    """A hold does not cover the leg it is named for.

    Selector: 0x4eee5e5e
    """

    SIGNATURE: ClassVar[str] = "HoldUnfit(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4eee5e5e")
    holdId: bytes


@dataclass(eq=False)
class HoldingsRefused(_rt.ContractError):
    """The lots of the holdings could not be moved, for the reason of `code`.

    Selector: 0x39e57311
    """

    SIGNATURE: ClassVar[str] = "HoldingsRefused(uint8,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("39e57311")
    code: int
    wallet: _rt.Address


@dataclass(eq=False)
class ImpairmentUnchanged(_rt.ContractError):
    """The account is impaired already, or is not.

    Selector: 0x0afb4372
    """

    SIGNATURE: ClassVar[str] = "ImpairmentUnchanged(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("0afb4372")
    account: int


@dataclass(eq=False)
class InstitutionCapExceeded(_rt.ContractError):
    """The institution's accounts together would have more units than the asset's cap for one
    institution.

    Selector: 0x80938860
    """

    SIGNATURE: ClassVar[str] = "InstitutionCapExceeded(uint256,uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("80938860")
    assetId: int
    institution: int
    amount: int
    cap: int


@dataclass(eq=False)
class InstitutionKnown(_rt.ContractError):
    """The institution was admitted before.

    Selector: 0xa9f8bd1b
    """

    SIGNATURE: ClassVar[str] = "InstitutionKnown(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a9f8bd1b")
    institution: _rt.Address


@dataclass(eq=False)
class InstitutionNotAttested(_rt.ContractError):
    """An institution's figures are missing.

    Selector: 0xd5dc6dde
    """

    SIGNATURE: ClassVar[str] = "InstitutionNotAttested(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d5dc6dde")
    institution: _rt.Address


@dataclass(eq=False)
class InstitutionNotVerified(_rt.ContractError):
    """The registry does not verify the institution.

    Selector: 0xba3f0306
    """

    SIGNATURE: ClassVar[str] = "InstitutionNotVerified(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ba3f0306")
    institution: _rt.Address


@dataclass(eq=False)
class InstitutionUnknown(_rt.ContractError):
    """The institution was never admitted.

    Selector: 0x82be2f88
    """

    SIGNATURE: ClassVar[str] = "InstitutionUnknown(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("82be2f88")
    institution: _rt.Address


@dataclass(eq=False)
class InsufficientBalance(_rt.ContractError):
    """The ETH balance of the account is not enough to perform the operation.

    Selector: 0xcf479181
    """

    SIGNATURE: ClassVar[str] = "InsufficientBalance(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("cf479181")
    balance: int
    needed: int


@dataclass(eq=False)
class InsufficientLiquidity(_rt.ContractError):
    """The pool of this asset has less than is asked for.

    Selector: 0xd54d0fc4
    """

    SIGNATURE: ClassVar[str] = "InsufficientLiquidity(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d54d0fc4")
    assetId: int
    asked: int
    available: int


@dataclass(eq=False)
class InvalidDocument(_rt.ContractError):
    """A document needs a name and a uri, and can only be removed when it exists.

    Selector: 0x45a97a2a
    """

    SIGNATURE: ClassVar[str] = "InvalidDocument(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("45a97a2a")
    name: bytes


@dataclass(eq=False)
class InvalidInitialization(_rt.ContractError):
    """The contract is already initialized.

    Selector: 0xf92ee8a9
    """

    SIGNATURE: ClassVar[str] = "InvalidInitialization()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f92ee8a9")


@dataclass(eq=False)
class InvalidRecordDate(_rt.ContractError):
    """A record date lies in the future, one at a time, at most 255 in all.

    Selector: 0x611e9d8c
    """

    SIGNATURE: ClassVar[str] = "InvalidRecordDate(uint40)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("611e9d8c")
    fallsAt: int


@dataclass(eq=False)
class InvalidSqrtPrice(_rt.ContractError):
    """A price outside the range of prices.

    Selector: 0x61487524
    """

    SIGNATURE: ClassVar[str] = "InvalidSqrtPrice(uint160)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("61487524")
    sqrtPriceX96: int


@dataclass(eq=False)
class IssuerAlreadyTrusted(_rt.ContractError):
    """The issuer is trusted already.

    Selector: 0xe2e015c7
    """

    SIGNATURE: ClassVar[str] = "IssuerAlreadyTrusted(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e2e015c7")
    issuer: _rt.Address


@dataclass(eq=False)
class IssuerCapExceeded(_rt.ContractError):
    """The assets of one issuer would be worth more than they may.

    Selector: 0x6bb9c248
    """

    SIGNATURE: ClassVar[str] = "IssuerCapExceeded(uint16,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6bb9c248")
    issuerGroup: int
    value: int
    capValue: int


@dataclass(eq=False)
class IssuerNotTrusted(_rt.ContractError):
    """The issuer is not trusted.

    Selector: 0x988b21a3
    """

    SIGNATURE: ClassVar[str] = "IssuerNotTrusted(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("988b21a3")
    issuer: _rt.Address


@dataclass(eq=False)
class KeyUnknown(_rt.ContractError):
    """The key opens nothing.

    Selector: 0x9a8256ae
    """

    SIGNATURE: ClassVar[str] = "KeyUnknown(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9a8256ae")
    id: bytes


@dataclass(eq=False)
class KindRefused(_rt.ContractError):
    """Messages of that kind cannot be redirected or returned.

    Selector: 0xadbb1d07
    """

    SIGNATURE: ClassVar[str] = "KindRefused(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("adbb1d07")
    kind: int


@dataclass(eq=False)
class LaneClosed(_rt.ContractError):
    """The lane to or from that chain is closed.

    Selector: 0xef19e3a3
    """

    SIGNATURE: ClassVar[str] = "LaneClosed(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ef19e3a3")
    chainId: int


@dataclass(eq=False)
class LanePaused(_rt.ContractError):
    """The lane is paused.

    Selector: 0x2da16583
    """

    SIGNATURE: ClassVar[str] = "LanePaused(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2da16583")
    chainId: int


@dataclass(eq=False)
class LastAdministrator(_rt.ContractError):
    """The only administrator cannot leave or be removed.

    Selector: 0x8fc07843
    """

    SIGNATURE: ClassVar[str] = "LastAdministrator(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8fc07843")
    account: _rt.Address


@dataclass(eq=False)
class LegalClaimMissing(_rt.ContractError):
    """A reserve-backed asset states no claim on a central bank that would carry this
    treatment.

    Selector: 0xec0de195
    """

    SIGNATURE: ClassVar[str] = "LegalClaimMissing(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ec0de195")
    token: _rt.Address


@dataclass(eq=False)
class LenderNotVerified(_rt.ContractError):
    """Lenders must be verified.

    Selector: 0x8088aa10
    """

    SIGNATURE: ClassVar[str] = "LenderNotVerified(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8088aa10")
    lender: _rt.Address


@dataclass(eq=False)
class LendingNotAllowed(_rt.ContractError):
    """The position's pool lends nothing.

    Selector: 0xef4ab175
    """

    SIGNATURE: ClassVar[str] = "LendingNotAllowed(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ef4ab175")
    id: bytes


@dataclass(eq=False)
class LengthMismatch(_rt.ContractError):
    """Arrays of one call must have equal length.

    Selector: 0xab8b67c6
    """

    SIGNATURE: ClassVar[str] = "LengthMismatch(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ab8b67c6")
    first: int
    other: int


@dataclass(eq=False)
class LevelUnknown(_rt.ContractError):
    """Levels of urgency and complexity end at 3.

    Selector: 0x208e63ec
    """

    SIGNATURE: ClassVar[str] = "LevelUnknown(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("208e63ec")
    level: int


@dataclass(eq=False)
class LimitExceeded(_rt.ContractError):
    """The amount is above what the limit has left; `available` is in shared decimals.

    Selector: 0x4db9e254
    """

    SIGNATURE: ClassVar[str] = "LimitExceeded(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4db9e254")
    asset: _rt.Address
    available: int
    amount: int


@dataclass(eq=False)
class LimitNotMovable(_rt.ContractError):
    """The limit cannot be moved by message.

    Selector: 0xcb7236d3
    """

    SIGNATURE: ClassVar[str] = "LimitNotMovable(uint8,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("cb7236d3")
    limit: int
    key: int


@dataclass(eq=False)
class LimitUnknown(_rt.ContractError):
    """The limit has no such key.

    Selector: 0xb8fb21e5
    """

    SIGNATURE: ClassVar[str] = "LimitUnknown(uint8,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b8fb21e5")
    limit: int
    key: int


@dataclass(eq=False)
class LiquidationNonceMismatch(_rt.ContractError):
    """The account was liquidated in the meantime, or not yet.

    Selector: 0xafe638ae
    """

    SIGNATURE: ClassVar[str] = "LiquidationNonceMismatch(uint256,uint32,uint32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("afe638ae")
    account: int
    expected: int
    actual: int


@dataclass(eq=False)
class LiquidationTermsInvalid(_rt.ContractError):
    """A setting is out of bounds; `cause` is the field's name.

    Selector: 0xbb9f5d5e
    """

    SIGNATURE: ClassVar[str] = "LiquidationTermsInvalid(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("bb9f5d5e")
    cause: str


@dataclass(eq=False)
class LiquidationWorsens(_rt.ContractError):
    """The liquidation would lower the account's ratio.

    Selector: 0x14fac1fa
    """

    SIGNATURE: ClassVar[str] = "LiquidationWorsens(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("14fac1fa")
    account: int


@dataclass(eq=False)
class LiquidatorIneligible(_rt.ContractError):
    """The identity registry does not verify who would receive.

    Selector: 0xfe14ad23
    """

    SIGNATURE: ClassVar[str] = "LiquidatorIneligible(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("fe14ad23")
    liquidator: _rt.Address


@dataclass(eq=False)
class LiquidityMissing(_rt.ContractError):
    """The position has less liquidity than that.

    Selector: 0x81a72ada
    """

    SIGNATURE: ClassVar[str] = "LiquidityMissing(bytes32,uint128,uint128)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("81a72ada")
    position: bytes
    liquidity: int
    asked: int


@dataclass(eq=False)
class LiquidityPerTickExceeded(_rt.ContractError):
    """A tick would carry more liquidity than its share of what a pool can carry.

    Selector: 0xcc532640
    """

    SIGNATURE: ClassVar[str] = "LiquidityPerTickExceeded(int24,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("cc532640")
    tick: int
    liquidity: int
    most: int


@dataclass(eq=False)
class LiquidityTooSmall(_rt.ContractError):
    """Less liquidity than the caller asks for.

    Selector: 0xfdd8c037
    """

    SIGNATURE: ClassVar[str] = "LiquidityTooSmall(uint128,uint128)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("fdd8c037")
    liquidity: int
    least: int


@dataclass(eq=False)
class LiquidityWouldBeLocked(_rt.ContractError):
    """What came in could not leave again to the one who brought it: the token's own code says
    why. A token whose units are bound to their holder (lock-ups, whole units, minimum
    positions) has no place in a pool.

    Selector: 0x54bf6bcc
    """

    SIGNATURE: ClassVar[str] = "LiquidityWouldBeLocked(address,address,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("54bf6bcc")
    token: _rt.Address
    account: _rt.Address
    code: int


@dataclass(eq=False)
class LiquidityZero(_rt.ContractError):
    """No liquidity is no position.

    Selector: 0x83ecd224
    """

    SIGNATURE: ClassVar[str] = "LiquidityZero()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("83ecd224")


@dataclass(eq=False)
class ListExpired(_rt.ContractError):
    """A list's deadline has passed.

    Selector: 0xa0f74baf
    """

    SIGNATURE: ClassVar[str] = "ListExpired(address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a0f74baf")
    payer: _rt.Address
    deadline: int


@dataclass(eq=False)
class ListingInvalid(_rt.ContractError):
    """A listing that contradicts itself or leaves its range; `cause` is the field's name.

    Selector: 0xbf37870a
    """

    SIGNATURE: ClassVar[str] = "ListingInvalid(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("bf37870a")
    cause: str


@dataclass(eq=False)
class LoanLossTooHigh(_rt.ContractError):
    """What came back, or would, is below the position's cap, or below what the caller asks
    for.

    Selector: 0x0844229e
    """

    SIGNATURE: ClassVar[str] = "LoanLossTooHigh(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("0844229e")
    vault: _rt.Address
    least: int
    received: int


@dataclass(eq=False)
class LoanMissing(_rt.ContractError):
    """There is no such loan.

    Selector: 0xb4d8b7c0
    """

    SIGNATURE: ClassVar[str] = "LoanMissing(uint256,bool,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b4d8b7c0")
    tokenId: int
    ofA: bool
    shares: int


@dataclass(eq=False)
class LoanNotExact(_rt.ContractError):
    """The vault took more than was lent, or gave no shares.

    Selector: 0xa3ed4244
    """

    SIGNATURE: ClassVar[str] = "LoanNotExact(address,uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a3ed4244")
    vault: _rt.Address
    amount: int
    taken: int
    shares: int


@dataclass(eq=False)
class LoanOutstanding(_rt.ContractError):
    """Another vault has a loan of the position's.

    Selector: 0xc701fb9b
    """

    SIGNATURE: ClassVar[str] = "LoanOutstanding(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c701fb9b")
    vault: _rt.Address


@dataclass(eq=False)
class LocalRoleForNobody(_rt.ContractError):
    """The zero address can hold no role.

    Selector: 0xbf44b3e1
    """

    SIGNATURE: ClassVar[str] = "LocalRoleForNobody(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("bf44b3e1")
    role: int


@dataclass(eq=False)
class LocalRoleMissing(_rt.ContractError):
    """The caller lacks every local role the function asks for.

    Arguments: `roles` mask of the roles of which one would do.

    Selector: 0xfedb3ed5
    """

    SIGNATURE: ClassVar[str] = "LocalRoleMissing(address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("fedb3ed5")
    account: _rt.Address
    roles: int


@dataclass(eq=False)
class LockMismatch(_rt.ContractError):
    """The call differs from what was incepted.

    Selector: 0xcf6c705b
    """

    SIGNATURE: ClassVar[str] = "LockMismatch(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("cf6c705b")
    id: bytes


@dataclass(eq=False)
class LockRefuses(_rt.ContractError):
    """The id is taken, or not in a status that allows this.

    Selector: 0xa736e975
    """

    SIGNATURE: ClassVar[str] = "LockRefuses(bytes32,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a736e975")
    id: bytes
    status: int


@dataclass(eq=False)
class LotMalformed(_rt.ContractError):
    """The word is no lot.

    Selector: 0xdf849d23
    """

    SIGNATURE: ClassVar[str] = "LotMalformed(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("df849d23")
    word: int


@dataclass(eq=False)
class LotTooLarge(_rt.ContractError):
    """More units of one kind and day than a lot holds.

    Selector: 0x2c0c123e
    """

    SIGNATURE: ClassVar[str] = "LotTooLarge(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2c0c123e")
    units: int


@dataclass(eq=False)
class LotsNotKept(_rt.ContractError):
    """Lots are not kept for the token.

    Selector: 0xf453318e
    """

    SIGNATURE: ClassVar[str] = "LotsNotKept(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f453318e")
    token: _rt.Address


@dataclass(eq=False)
class LotsNotMergeable(_rt.ContractError):
    """The two are not different lots of one source and exemption, or the second is older.

    Selector: 0x104da779
    """

    SIGNATURE: ClassVar[str] = "LotsNotMergeable(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("104da779")
    older: int
    younger: int


@dataclass(eq=False)
class LotsNotTheAmount(_rt.ContractError):
    """The lots do not add up to the amount, or there are none or more than 64.

    Selector: 0x5f1f9a68
    """

    SIGNATURE: ClassVar[str] = "LotsNotTheAmount(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5f1f9a68")
    units: int
    amount: int


@dataclass(eq=False)
class MarginInsufficient(_rt.ContractError):
    """What the account has left would not cover its exposure at the ratio asked for.

    Arguments: `adjustedValue` haircut-adjusted collateral, value; `exposureValue` exposure,
    value; `ratio` per cent that was asked for

    Selector: 0xeb452af1
    """

    SIGNATURE: ClassVar[str] = "MarginInsufficient(uint256,uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("eb452af1")
    account: int
    adjustedValue: int
    exposureValue: int
    ratio: int


@dataclass(eq=False)
class MarginNotCured(_rt.ContractError):
    """The account is below the maintenance ratio and the margin beyond that a cure needs.

    Selector: 0xe3ea2545
    """

    SIGNATURE: ClassVar[str] = "MarginNotCured(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e3ea2545")
    account: int
    adjustedValue: int
    neededValue: int


@dataclass(eq=False)
class MatchBandTooWide(_rt.ContractError):
    """A band above the most.

    Selector: 0x6b064c25
    """

    SIGNATURE: ClassVar[str] = "MatchBandTooWide(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6b064c25")
    bandBps: int
    most: int


@dataclass(eq=False)
class MessageAlreadyReceived(_rt.ContractError):
    """The message has been received before.

    Selector: 0xee49e001
    """

    SIGNATURE: ClassVar[str] = "MessageAlreadyReceived(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ee49e001")
    messageId: bytes


@dataclass(eq=False)
class MessageMalformed(_rt.ContractError):
    """The bytes are no message of this version.

    Selector: 0x747518d7
    """

    SIGNATURE: ClassVar[str] = "MessageMalformed()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("747518d7")


@dataclass(eq=False)
class MessageNotSent(_rt.ContractError):
    """The bridge did not send such a message, or it was returned since.

    Selector: 0x9d42979e
    """

    SIGNATURE: ClassVar[str] = "MessageNotSent(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9d42979e")
    id: bytes


@dataclass(eq=False)
class MessageVetoed(_rt.ContractError):
    """The message is vetoed.

    Selector: 0x1f487a75
    """

    SIGNATURE: ClassVar[str] = "MessageVetoed(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("1f487a75")
    id: bytes


@dataclass(eq=False)
class ModesUnknown(_rt.ContractError):
    """The key names a mode that does not exist.

    Selector: 0x049e0114
    """

    SIGNATURE: ClassVar[str] = "ModesUnknown(uint16)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("049e0114")
    modes: int


@dataclass(eq=False)
class ModuleAlreadyBound(_rt.ContractError):
    """The module takes part already.

    Selector: 0x58c507d7
    """

    SIGNATURE: ClassVar[str] = "ModuleAlreadyBound(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("58c507d7")
    module: _rt.Address


@dataclass(eq=False)
class ModuleNotBound(_rt.ContractError):
    """The module takes no part.

    Selector: 0x5b75587e
    """

    SIGNATURE: ClassVar[str] = "ModuleNotBound(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5b75587e")
    module: _rt.Address


@dataclass(eq=False)
class ModuleRefusesCompliance(_rt.ContractError):
    """The module's own preconditions are not met.

    Selector: 0x250e604c
    """

    SIGNATURE: ClassVar[str] = "ModuleRefusesCompliance(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("250e604c")
    module: _rt.Address


@dataclass(eq=False)
class NativeCoinMismatch(_rt.ContractError):
    """Native coin was sent, or asked for, where the token is not its wrapper, or less than
    enters.

    Selector: 0xeeecfec7
    """

    SIGNATURE: ClassVar[str] = "NativeCoinMismatch(address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("eeecfec7")
    token: _rt.Address
    value: int


@dataclass(eq=False)
class NoClaimTopics(_rt.ContractError):
    """An issuer needs at least one topic.

    Selector: 0xb40520a0
    """

    SIGNATURE: ClassVar[str] = "NoClaimTopics(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b40520a0")
    issuer: _rt.Address


@dataclass(eq=False)
class NoCountRunning(_rt.ContractError):
    """No count runs.

    Selector: 0x5be1972f
    """

    SIGNATURE: ClassVar[str] = "NoCountRunning(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5be1972f")
    token: _rt.Address


@dataclass(eq=False)
class NoEligibleAsset(_rt.ContractError):
    """No asset is eligible (ISO 20022 RJCT); `reason` is that of the first in order.

    Selector: 0x476b8e90
    """

    SIGNATURE: ClassVar[str] = "NoEligibleAsset(uint8,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("476b8e90")
    currency: int
    reason: int


@dataclass(eq=False)
class NoEscrow(_rt.ContractError):
    """The asset is minted, not locked: it has no escrow.

    Selector: 0x858728c5
    """

    SIGNATURE: ClassVar[str] = "NoEscrow(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("858728c5")
    asset: _rt.Address


@dataclass(eq=False)
class NoMarginCall(_rt.ContractError):
    """The account has no open margin call.

    Selector: 0xde4f86f3
    """

    SIGNATURE: ClassVar[str] = "NoMarginCall(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("de4f86f3")
    account: int


@dataclass(eq=False)
class NoProtocolEligible(_rt.ContractError):
    """No protocol may carry the message, for these reasons, in the protocols' order.

    Selector: 0x34377eaf
    """

    SIGNATURE: ClassVar[str] = "NoProtocolEligible(uint256,uint8[4])"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("34377eaf")
    targetChain: int
    reasons: list[int]


@dataclass(eq=False)
class NoSchedulesWaiting(_rt.ContractError):
    """No schedules are waiting.

    Selector: 0x04ef0009
    """

    SIGNATURE: ClassVar[str] = "NoSchedulesWaiting()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("04ef0009")


@dataclass(eq=False)
class NoServiceOpen(_rt.ContractError):
    """No service level is open for the message: none was bought, or it was reported.

    Selector: 0x88067bbf
    """

    SIGNATURE: ClassVar[str] = "NoServiceOpen(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("88067bbf")
    id: bytes


@dataclass(eq=False)
class NoSettlementAsset(_rt.ContractError):
    """The settlement manager does not know the token, or is not known itself.

    Selector: 0x71cb7ae6
    """

    SIGNATURE: ClassVar[str] = "NoSettlementAsset(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("71cb7ae6")
    token: _rt.Address


@dataclass(eq=False)
class NoSuchCurrency(_rt.ContractError):
    """Currencies are 0 US, 1 EU, 2 UK, 3 SG, 4 JP.

    Selector: 0x613fd696
    """

    SIGNATURE: ClassVar[str] = "NoSuchCurrency(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("613fd696")
    currency: int


@dataclass(eq=False)
class NonceUsed(_rt.ContractError):
    """The nonce was used or cancelled.

    Selector: 0x2af71f10
    """

    SIGNATURE: ClassVar[str] = "NonceUsed(address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2af71f10")
    party: _rt.Address
    nonce: int


@dataclass(eq=False)
class NotAdmitted(_rt.ContractError):
    """The identity registry of a token does not verify the account.

    Selector: 0xd2e620a0
    """

    SIGNATURE: ClassVar[str] = "NotAdmitted(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d2e620a0")
    token: _rt.Address
    account: _rt.Address


@dataclass(eq=False)
class NotAgent(_rt.ContractError):
    """The account is no agent.

    Selector: 0x52f49c95
    """

    SIGNATURE: ClassVar[str] = "NotAgent(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("52f49c95")
    account: _rt.Address


@dataclass(eq=False)
class NotAnEngine(_rt.ContractError):
    """The identity registry must be a compliance engine.

    Selector: 0x9b2a59c5
    """

    SIGNATURE: ClassVar[str] = "NotAnEngine(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9b2a59c5")
    identityRegistry: _rt.Address


@dataclass(eq=False)
class NotAttester(_rt.ContractError):
    """The caller is neither an agent nor the issuer that attested the record.

    Selector: 0x7f687e49
    """

    SIGNATURE: ClassVar[str] = "NotAttester(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("7f687e49")
    caller: _rt.Address
    wallet: _rt.Address


@dataclass(eq=False)
class NotBoundToken(_rt.ContractError):
    """Only the bound token may report movements.

    Selector: 0x5ba6b55a
    """

    SIGNATURE: ClassVar[str] = "NotBoundToken(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5ba6b55a")
    caller: _rt.Address


@dataclass(eq=False)
class NotClaimBased(_rt.ContractError):
    """The record was attested by an issuer; claims do not decide on it.

    Selector: 0x3a0f0a27
    """

    SIGNATURE: ClassVar[str] = "NotClaimBased(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3a0f0a27")
    wallet: _rt.Address


@dataclass(eq=False)
class NotCustodian(_rt.ContractError):
    """The wallet is no custodian's.

    Selector: 0xe15a5295
    """

    SIGNATURE: ClassVar[str] = "NotCustodian(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e15a5295")
    wallet: _rt.Address


@dataclass(eq=False)
class NotCustodianOrAgent(_rt.ContractError):
    """The caller is neither the custodian nor an agent of the token.

    Selector: 0xbffcf61e
    """

    SIGNATURE: ClassVar[str] = "NotCustodianOrAgent(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("bffcf61e")
    caller: _rt.Address
    custodian: _rt.Address


@dataclass(eq=False)
class NotDue(_rt.ContractError):
    """The call is not due.

    Selector: 0xb7006dba
    """

    SIGNATURE: ClassVar[str] = "NotDue(uint256,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b7006dba")
    tokenId: int
    reason: int


@dataclass(eq=False)
class NotForThisChain(_rt.ContractError):
    """The message is for another chain.

    Selector: 0x21ccdaa4
    """

    SIGNATURE: ClassVar[str] = "NotForThisChain(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("21ccdaa4")
    chainId: int


@dataclass(eq=False)
class NotInitializing(_rt.ContractError):
    """The contract is not initializing.

    Selector: 0xd7e6bcf8
    """

    SIGNATURE: ClassVar[str] = "NotInitializing()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d7e6bcf8")


@dataclass(eq=False)
class NotLiquidatable(_rt.ContractError):
    """The account may not be liquidated now.

    Selector: 0x3d63ed65
    """

    SIGNATURE: ClassVar[str] = "NotLiquidatable(uint256,uint256,uint256,uint40)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3d63ed65")
    account: int
    adjustedValue: int
    exposureValue: int
    deadline: int


@dataclass(eq=False)
class NotLooser(_rt.ContractError):
    """The change would tighten what this function only loosens; `cause` is the parameter's
    name.

    Selector: 0x9b119a6d
    """

    SIGNATURE: ClassVar[str] = "NotLooser(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9b119a6d")
    cause: str


@dataclass(eq=False)
class NotLotHolder(_rt.ContractError):
    """The caller is neither a wallet of the investor nor an agent of the token.

    Selector: 0x3d0dc0c2
    """

    SIGNATURE: ClassVar[str] = "NotLotHolder(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3d0dc0c2")
    caller: _rt.Address
    identity: _rt.Address


@dataclass(eq=False)
class NotOwnerNorApproved(_rt.ContractError):
    """Only the token owner or an approved account can manage the token.

    Selector: 0x4b6e7f18
    """

    SIGNATURE: ClassVar[str] = "NotOwnerNorApproved()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4b6e7f18")


@dataclass(eq=False)
class NotOwnerOrToken(_rt.ContractError):
    """The caller is neither the access manager nor the token it speaks for.

    Selector: 0x95275cd9
    """

    SIGNATURE: ClassVar[str] = "NotOwnerOrToken(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("95275cd9")
    caller: _rt.Address


@dataclass(eq=False)
class NotProposed(_rt.ContractError):
    """No officer proposed that call.

    Selector: 0x506e5258
    """

    SIGNATURE: ClassVar[str] = "NotProposed(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("506e5258")
    operationId: bytes


@dataclass(eq=False)
class NotSignedByFounder(_rt.ContractError):
    """The signature is not the founder's over this creation code, chain and deadline.

    Selector: 0xd92b861d
    """

    SIGNATURE: ClassVar[str] = "NotSignedByFounder(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d92b861d")
    founder: _rt.Address


@dataclass(eq=False)
class NotStricter(_rt.ContractError):
    """The change would loosen what this function only tightens; `cause` is the parameter's
    name.

    Selector: 0xe5e757c9
    """

    SIGNATURE: ClassVar[str] = "NotStricter(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e5e757c9")
    cause: str


@dataclass(eq=False)
class NotTheBridge(_rt.ContractError):
    """Only the bridge itself may call.

    Selector: 0x4e534183
    """

    SIGNATURE: ClassVar[str] = "NotTheBridge(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4e534183")
    caller: _rt.Address


@dataclass(eq=False)
class NotTheEndpoint(_rt.ContractError):
    """The caller is not the protocol's contract.

    Selector: 0xa988ce44
    """

    SIGNATURE: ClassVar[str] = "NotTheEndpoint(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a988ce44")
    caller: _rt.Address


@dataclass(eq=False)
class NotTheFeeStructure(_rt.ContractError):
    """The caller is not the fee structure.

    Selector: 0x3aa59274
    """

    SIGNATURE: ClassVar[str] = "NotTheFeeStructure(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3aa59274")
    caller: _rt.Address


@dataclass(eq=False)
class NotTheInstitution(_rt.ContractError):
    """The caller is not the institution that the account belongs to.

    Selector: 0x3efa5c15
    """

    SIGNATURE: ClassVar[str] = "NotTheInstitution(uint256,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3efa5c15")
    account: int
    caller: _rt.Address


@dataclass(eq=False)
class NotTheOperator(_rt.ContractError):
    """Batches of the cycle are submitted by the account that its name begins with.

    Selector: 0x84619e24
    """

    SIGNATURE: ClassVar[str] = "NotTheOperator(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("84619e24")
    operator: _rt.Address
    caller: _rt.Address


@dataclass(eq=False)
class NotTheParty(_rt.ContractError):
    """The caller is not the party of that instruction.

    Selector: 0x02ab6a83
    """

    SIGNATURE: ClassVar[str] = "NotTheParty(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("02ab6a83")
    caller: _rt.Address
    party: _rt.Address


@dataclass(eq=False)
class NotThePayer(_rt.ContractError):
    """The caller is not the payment's payer.

    Selector: 0x780d2abd
    """

    SIGNATURE: ClassVar[str] = "NotThePayer(bytes32,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("780d2abd")
    paymentId: bytes
    caller: _rt.Address


@dataclass(eq=False)
class NotTighter_bytes32(_rt.ContractError):
    """The setting would loosen what is there.

    Selector: 0x3d949e50
    """

    SIGNATURE: ClassVar[str] = "NotTighter(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3d949e50")
    id: bytes


@dataclass(eq=False)
class NotTighter_uint8(_rt.ContractError):
    """The call may only tighten; the settings of the rule of `code` would allow more than now.

    Selector: 0x836549d7
    """

    SIGNATURE: ClassVar[str] = "NotTighter(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("836549d7")
    code: int


@dataclass(eq=False)
class NotTokenAgent(_rt.ContractError):
    """The caller is not an agent of the token.

    Selector: 0xec27726e
    """

    SIGNATURE: ClassVar[str] = "NotTokenAgent(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ec27726e")
    token: _rt.Address
    caller: _rt.Address


@dataclass(eq=False)
class NotVetoed(_rt.ContractError):
    """It is not vetoed.

    Selector: 0xc91dd20b
    """

    SIGNATURE: ClassVar[str] = "NotVetoed(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c91dd20b")
    id: bytes


@dataclass(eq=False)
class NotVouchedFor(_rt.ContractError):
    """The protocol does not vouch for the message.

    Selector: 0xdb6c445a
    """

    SIGNATURE: ClassVar[str] = "NotVouchedFor(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("db6c445a")
    reason: str


@dataclass(eq=False)
class NotYetDue(_rt.ContractError):
    """The settlement date is not reached (`FUTU`).

    Selector: 0xd19b7749
    """

    SIGNATURE: ClassVar[str] = "NotYetDue(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d19b7749")
    settlementDate: int


@dataclass(eq=False)
class NothingAccrued(_rt.ContractError):
    """There is nothing to sweep.

    Selector: 0x45ac1258
    """

    SIGNATURE: ClassVar[str] = "NothingAccrued(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("45ac1258")
    collector: _rt.Address
    asset: _rt.Address


@dataclass(eq=False)
class NothingCredited(_rt.ContractError):
    """There is nothing to withdraw.

    Selector: 0xfbff8f5c
    """

    SIGNATURE: ClassVar[str] = "NothingCredited(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("fbff8f5c")
    asset: _rt.Address
    holder: _rt.Address


@dataclass(eq=False)
class NothingOwed_uint256_uint256(_rt.ContractError):
    """The account owes nothing in the asset.

    Selector: 0x9688b434
    """

    SIGNATURE: ClassVar[str] = "NothingOwed(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9688b434")
    account: int
    assetId: int


@dataclass(eq=False)
class NothingOwed_uint256_uint8(_rt.ContractError):
    """The account owes nothing in that asset.

    Selector: 0xa0474dff
    """

    SIGNATURE: ClassVar[str] = "NothingOwed(uint256,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a0474dff")
    account: int
    assetId: int


@dataclass(eq=False)
class NothingToClaim(_rt.ContractError):
    """Nothing to claim.

    Selector: 0xa1cfef49
    """

    SIGNATURE: ClassVar[str] = "NothingToClaim(address,uint256,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a1cfef49")
    liquidator: _rt.Address
    account: int
    assetId: int


@dataclass(eq=False)
class NothingToLend(_rt.ContractError):
    """No vault is allowed, or nothing is idle beyond the buffer.

    Selector: 0x23049d8b
    """

    SIGNATURE: ClassVar[str] = "NothingToLend(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("23049d8b")
    tokenId: int


@dataclass(eq=False)
class NothingToLiquidate(_rt.ContractError):
    """The account has nothing of that debt or of that collateral.

    Selector: 0x07b7b3a1
    """

    SIGNATURE: ClassVar[str] = "NothingToLiquidate(uint256,uint8,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("07b7b3a1")
    account: int
    debtAsset: int
    collateral: int


@dataclass(eq=False)
class NothingToMove(_rt.ContractError):
    """The wallet's units count under its present identity already, or it has none.

    Selector: 0x96c01989
    """

    SIGNATURE: ClassVar[str] = "NothingToMove(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("96c01989")
    token: _rt.Address
    wallet: _rt.Address


@dataclass(eq=False)
class NothingToRecover(_rt.ContractError):
    """Nothing to recover at the lost wallet.

    Selector: 0x86d9d035
    """

    SIGNATURE: ClassVar[str] = "NothingToRecover(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("86d9d035")
    lostWallet: _rt.Address


@dataclass(eq=False)
class NothingToWithdraw(_rt.ContractError):
    """Nothing to withdraw, or nobody to give it to.

    Selector: 0xdc69dc16
    """

    SIGNATURE: ClassVar[str] = "NothingToWithdraw(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("dc69dc16")
    account: _rt.Address


@dataclass(eq=False)
class NoticeRunning(_rt.ContractError):
    """Shares cannot be withdrawn yet, or none are under notice.

    Selector: 0x021c6acd
    """

    SIGNATURE: ClassVar[str] = "NoticeRunning(uint8,address,uint40)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("021c6acd")
    assetId: int
    institution: _rt.Address
    withdrawableAt: int


@dataclass(eq=False)
class NoticeTooShort(_rt.ContractError):
    """The schedules would take effect too soon.

    Selector: 0xd0eb4b76
    """

    SIGNATURE: ClassVar[str] = "NoticeTooShort(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d0eb4b76")
    effectiveAt: int
    earliest: int


@dataclass(eq=False)
class ObservationTooOld(_rt.ContractError):
    """The ring does not reach so far back.

    Selector: 0xe4afbcaa
    """

    SIGNATURE: ClassVar[str] = "ObservationTooOld(uint32,uint32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e4afbcaa")
    oldest: int
    asked: int


@dataclass(eq=False)
class ObservationsNotKept(_rt.ContractError):
    """Nobody has asked the pool to keep observations: `growObservations` does.

    Selector: 0x101604db
    """

    SIGNATURE: ClassVar[str] = "ObservationsNotKept(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("101604db")
    id: bytes


@dataclass(eq=False)
class OfficerConcealed(_rt.ContractError):
    """Officers call directly: through the manager nobody could tell one from the other.

    Selector: 0xeb68481c
    """

    SIGNATURE: ClassVar[str] = "OfficerConcealed()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("eb68481c")


@dataclass(eq=False)
class OpenInterestExceeded(_rt.ContractError):
    """All longs or all shorts in an asset would be more than its cap.

    Selector: 0x5429a21e
    """

    SIGNATURE: ClassVar[str] = "OpenInterestExceeded(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5429a21e")
    assetId: int
    units: int
    cap: int


@dataclass(eq=False)
class OpeningExpired(_rt.ContractError):
    """The founder's signature was good until `deadline` only, in Unix seconds.

    Selector: 0x9adc9e24
    """

    SIGNATURE: ClassVar[str] = "OpeningExpired(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9adc9e24")
    deadline: int


@dataclass(eq=False)
class OperatorInvalid(_rt.ContractError):
    """An operator must be somebody else than the institution and the zero address.

    Selector: 0x18776587
    """

    SIGNATURE: ClassVar[str] = "OperatorInvalid(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("18776587")
    operator: _rt.Address


@dataclass(eq=False)
class OracleTooShort(_rt.ContractError):
    """The oracle must keep more entries than the window has seconds, and reach back over it:
    see `growObservations`.

    Selector: 0x19a09b74
    """

    SIGNATURE: ClassVar[str] = "OracleTooShort(bytes32,uint256,uint256,uint32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("19a09b74")
    id: bytes
    kept: int
    reach: int
    window: int


@dataclass(eq=False)
class OrderBroken(_rt.ContractError):
    """A payment settles behind one of a strict list that does not.

    Selector: 0x448a9aac
    """

    SIGNATURE: ClassVar[str] = "OrderBroken(address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("448a9aac")
    payer: _rt.Address
    number: int


@dataclass(eq=False)
class OrderExpired(_rt.ContractError):
    """The order's time has passed.

    Selector: 0x85d983bf
    """

    SIGNATURE: ClassVar[str] = "OrderExpired(uint40)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("85d983bf")
    expiry: int


@dataclass(eq=False)
class OrderNonceUsed(_rt.ContractError):
    """The nonce was used or cancelled.

    Selector: 0xed1b95c9
    """

    SIGNATURE: ClassVar[str] = "OrderNonceUsed(address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ed1b95c9")
    signer: _rt.Address
    nonce: int


@dataclass(eq=False)
class OrderNotCancellable(_rt.ContractError):
    """The order can be taken back only while its batch is open, or a day after nobody settled
    it.

    Selector: 0x77244aff
    """

    SIGNATURE: ClassVar[str] = "OrderNotCancellable(bytes32,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("77244aff")
    id: bytes
    batch: int
    order: int


@dataclass(eq=False)
class OrderNotPayable(_rt.ContractError):
    """The order is unknown or paid, or its batch is not settled.

    Selector: 0xe8c1b147
    """

    SIGNATURE: ClassVar[str] = "OrderNotPayable(bytes32,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e8c1b147")
    id: bytes
    batch: int
    order: int


@dataclass(eq=False)
class OrderNotSigned(_rt.ContractError):
    """The signer has not signed this order.

    Selector: 0x3e84b5cd
    """

    SIGNATURE: ClassVar[str] = "OrderNotSigned(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3e84b5cd")
    signer: _rt.Address


@dataclass(eq=False)
class OrderNotYours(_rt.ContractError):
    """The order is somebody else's.

    Selector: 0x8c2d4dd2
    """

    SIGNATURE: ClassVar[str] = "OrderNotYours(uint256,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8c2d4dd2")
    order: int
    caller: _rt.Address


@dataclass(eq=False)
class OrderSizeExceeded(_rt.ContractError):
    """More than is left of an order, or nothing.

    Selector: 0xd060991e
    """

    SIGNATURE: ClassVar[str] = "OrderSizeExceeded(bytes32,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d060991e")
    order: bytes
    size: int
    remaining: int


@dataclass(eq=False)
class OrdersUnfit(_rt.ContractError):
    """The two orders do not fit each other; `cause` is the field's name.

    Selector: 0xa04e761d
    """

    SIGNATURE: ClassVar[str] = "OrdersUnfit(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a04e761d")
    cause: str


@dataclass(eq=False)
class Overdrawn(_rt.ContractError):
    """A payer would pay more than its limit.

    Selector: 0x62b8f728
    """

    SIGNATURE: ClassVar[str] = "Overdrawn(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("62b8f728")
    payer: _rt.Address
    netDebit: int
    limit: int


@dataclass(eq=False)
class OwnershipFollowsAuthority(_rt.ContractError):
    """Ownership is the chain's access manager and cannot be moved apart from it.

    Selector: 0x53350310
    """

    SIGNATURE: ClassVar[str] = "OwnershipFollowsAuthority(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("53350310")
    authority: _rt.Address


@dataclass(eq=False)
class PacksRemoved(_rt.ContractError):
    """The call may only tighten; the settings would switch packs off.

    Selector: 0x058388ee
    """

    SIGNATURE: ClassVar[str] = "PacksRemoved(uint8,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("058388ee")
    ownPacks: int
    recipientPacks: int


@dataclass(eq=False)
class PairOutOfRange(_rt.ContractError):
    """More than 128 bits of a token's units, or less than none.

    Selector: 0x5251f87a
    """

    SIGNATURE: ClassVar[str] = "PairOutOfRange(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5251f87a")
    amountA: int
    amountB: int


@dataclass(eq=False)
class ParameterOutOfRange_string_uint256_uint256_uint256(_rt.ContractError):
    """A parameter beyond its range; `cause` is its name.

    Selector: 0xa7b75891
    """

    SIGNATURE: ClassVar[str] = "ParameterOutOfRange(string,uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a7b75891")
    cause: str
    value: int
    least: int
    most: int


@dataclass(eq=False)
class ParameterOutOfRange_uint8_uint256(_rt.ContractError):
    """A parameter of the rule of `code` is out of its range.

    Selector: 0x8b3e48e5
    """

    SIGNATURE: ClassVar[str] = "ParameterOutOfRange(uint8,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8b3e48e5")
    code: int
    value: int


@dataclass(eq=False)
class PartRefused(_rt.ContractError):
    """The part is smaller or larger than the instructions allow.

    Selector: 0x52799f1d
    """

    SIGNATURE: ClassVar[str] = "PartRefused(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("52799f1d")
    quantity: int
    minimum: int
    remaining: int


@dataclass(eq=False)
class PartialFill(_rt.ContractError):
    """The price limit, or the end of liquidity, was reached and the caller did not ask for
    partial fills.

    Selector: 0xbd4c547b
    """

    SIGNATURE: ClassVar[str] = "PartialFill(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("bd4c547b")
    amountLeft: int


@dataclass(eq=False)
class ParticipantNotAdmitted(_rt.ContractError):
    """A party is not admitted.

    Selector: 0x28b6a7ac
    """

    SIGNATURE: ClassVar[str] = "ParticipantNotAdmitted(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("28b6a7ac")
    account: _rt.Address


@dataclass(eq=False)
class PathBroken(_rt.ContractError):
    """A path of no hop, or one whose tokens do not follow each other.

    Selector: 0x7bdffabb
    """

    SIGNATURE: ClassVar[str] = "PathBroken(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("7bdffabb")
    hop: int


@dataclass(eq=False)
class PayerNotVerified(_rt.ContractError):
    """The payer is neither the institution nor its operator, and the registry does not verify
    it.

    Selector: 0x3327bece
    """

    SIGNATURE: ClassVar[str] = "PayerNotVerified(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3327bece")
    payer: _rt.Address


@dataclass(eq=False)
class PaymentAffordable(_rt.ContractError):
    """A payment was left out that its payer could afford.

    Selector: 0x0b830e17
    """

    SIGNATURE: ClassVar[str] = "PaymentAffordable(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("0b830e17")
    payer: _rt.Address
    number: int
    available: int


@dataclass(eq=False)
class PaymentAssetRefused(_rt.ContractError):
    """The named asset cannot be paid in.

    Selector: 0x5c21486c
    """

    SIGNATURE: ClassVar[str] = "PaymentAssetRefused(address,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5c21486c")
    token: _rt.Address
    reason: int


@dataclass(eq=False)
class PaymentInvalid(_rt.ContractError):
    """A payment must be of something, and to somebody else.

    Selector: 0xbda1708c
    """

    SIGNATURE: ClassVar[str] = "PaymentInvalid()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("bda1708c")


@dataclass(eq=False)
class PaymentNotQueued(_rt.ContractError):
    """The payment is not waiting.

    Selector: 0x29d65b0a
    """

    SIGNATURE: ClassVar[str] = "PaymentNotQueued(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("29d65b0a")
    paymentId: bytes


@dataclass(eq=False)
class PaymentReplayed(_rt.ContractError):
    """A number of the cycle settled before.

    Selector: 0x52a2769d
    """

    SIGNATURE: ClassVar[str] = "PaymentReplayed(bytes32,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("52a2769d")
    cycle: bytes
    number: int


@dataclass(eq=False)
class PaymentUndecided(_rt.ContractError):
    """The settlement manager has no decided payment of these terms.

    Selector: 0x998f85a4
    """

    SIGNATURE: ClassVar[str] = "PaymentUndecided(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("998f85a4")
    id: bytes


@dataclass(eq=False)
class PeerUnknown(_rt.ContractError):
    """The message does not come from the bridge of that chain.

    Selector: 0x09574af9
    """

    SIGNATURE: ClassVar[str] = "PeerUnknown(uint8,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("09574af9")
    protocol: int
    chainId: int


@dataclass(eq=False)
class PeriodOutOfRange(_rt.ContractError):
    """Liquidity may be young for at most a day.

    Selector: 0x4232824b
    """

    SIGNATURE: ClassVar[str] = "PeriodOutOfRange(uint32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4232824b")
    period: int


@dataclass(eq=False)
class PermitExpired(_rt.ContractError):
    """A permit's deadline has passed.

    Selector: 0x9e96b26f
    """

    SIGNATURE: ClassVar[str] = "PermitExpired(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9e96b26f")
    deadline: int


@dataclass(eq=False)
class PermitSignerMismatch(_rt.ContractError):
    """A permit was not signed by the owner of the tokens.

    Selector: 0x1ef4cc9c
    """

    SIGNATURE: ClassVar[str] = "PermitSignerMismatch(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("1ef4cc9c")
    signer: _rt.Address
    owner: _rt.Address


@dataclass(eq=False)
class PolicyOutOfBounds(_rt.ContractError):
    """A term of the policy is outside its bounds.

    Selector: 0xe3bbd560
    """

    SIGNATURE: ClassVar[str] = "PolicyOutOfBounds(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e3bbd560")
    term: int


@dataclass(eq=False)
class PolicyUnknown(_rt.ContractError):
    """The position has no policy.

    Selector: 0xea7b41c5
    """

    SIGNATURE: ClassVar[str] = "PolicyUnknown(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ea7b41c5")
    tokenId: int


@dataclass(eq=False)
class PoolExists(_rt.ContractError):
    """The pool exists already.

    Selector: 0xcc36f935
    """

    SIGNATURE: ClassVar[str] = "PoolExists(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("cc36f935")
    id: bytes


@dataclass(eq=False)
class PoolIsPaused(_rt.ContractError):
    """The pool is paused.

    Selector: 0xf6eb2251
    """

    SIGNATURE: ClassVar[str] = "PoolIsPaused(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f6eb2251")
    id: bytes


@dataclass(eq=False)
class PoolNumbersExhausted(_rt.ContractError):
    """Every number that a pool can have is taken.

    Selector: 0x3400766b
    """

    SIGNATURE: ClassVar[str] = "PoolNumbersExhausted()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3400766b")


@dataclass(eq=False)
class PoolOverflow(_rt.ContractError):
    """More units than a pool can count.

    Selector: 0x9610ce10
    """

    SIGNATURE: ClassVar[str] = "PoolOverflow(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9610ce10")
    assetId: int


@dataclass(eq=False)
class PoolUnknown(_rt.ContractError):
    """No pool has this key.

    Selector: 0x3a125c84
    """

    SIGNATURE: ClassVar[str] = "PoolUnknown(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3a125c84")
    id: bytes


@dataclass(eq=False)
class PoolUnregulated(_rt.ContractError):
    """None of the tokens of a pool for verified holders has an identity registry.

    Selector: 0xb376a6e5
    """

    SIGNATURE: ClassVar[str] = "PoolUnregulated(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b376a6e5")
    tokenA: _rt.Address
    tokenB: _rt.Address


@dataclass(eq=False)
class PositionEmpty(_rt.ContractError):
    """The account has no position in the asset.

    Selector: 0x3946535f
    """

    SIGNATURE: ClassVar[str] = "PositionEmpty(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3946535f")
    account: int
    assetId: int


@dataclass(eq=False)
class PositionNotAllowed(_rt.ContractError):
    """The caller is neither the position's owner nor allowed by it.

    Selector: 0xed30641c
    """

    SIGNATURE: ClassVar[str] = "PositionNotAllowed(bytes32,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ed30641c")
    position: bytes
    caller: _rt.Address


@dataclass(eq=False)
class PositionNotEmpty(_rt.ContractError):
    """The position still has liquidity, or something is owed to it, or lent.

    Selector: 0x25b1ef05
    """

    SIGNATURE: ClassVar[str] = "PositionNotEmpty(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("25b1ef05")
    position: bytes


@dataclass(eq=False)
class PositionTooLarge(_rt.ContractError):
    """A token reported more units than any token may have.

    Selector: 0xb3024eb1
    """

    SIGNATURE: ClassVar[str] = "PositionTooLarge(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b3024eb1")
    units: int


@dataclass(eq=False)
class PositionTooSmall(_rt.ContractError):
    """A token moves more units than its investor has: it was registered with a wrong count, or
    lies.

    Selector: 0xc5847624
    """

    SIGNATURE: ClassVar[str] = "PositionTooSmall(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c5847624")
    balance: int
    amount: int


@dataclass(eq=False)
class PositionUnknown(_rt.ContractError):
    """The position is not in this pool.

    Selector: 0xba2f6e1e
    """

    SIGNATURE: ClassVar[str] = "PositionUnknown(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ba2f6e1e")
    position: bytes


@dataclass(eq=False)
class PositionsNotKept(_rt.ContractError):
    """Positions are not kept for the token.

    Selector: 0x6761d9d8
    """

    SIGNATURE: ClassVar[str] = "PositionsNotKept(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6761d9d8")
    token: _rt.Address


@dataclass(eq=False)
class PriceBeyondLimit(_rt.ContractError):
    """The price is worse than the caller's limit.

    Selector: 0x768c0d28
    """

    SIGNATURE: ClassVar[str] = "PriceBeyondLimit(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("768c0d28")
    price: int
    limitPrice: int


@dataclass(eq=False)
class PriceLimitOutOfRange(_rt.ContractError):
    """The price limit lies behind the price, or outside the range of prices.

    Selector: 0x49232619
    """

    SIGNATURE: ClassVar[str] = "PriceLimitOutOfRange(uint160,uint160)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("49232619")
    sqrtPriceLimitX96: int
    sqrtPriceX96: int


@dataclass(eq=False)
class PriceOutOfBand(_rt.ContractError):
    """The price is not within the asset's prices and the band around them.

    Selector: 0xd9de081b
    """

    SIGNATURE: ClassVar[str] = "PriceOutOfBand(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d9de081b")
    price: int
    least: int
    most: int


@dataclass(eq=False)
class PriceOutOfBounds(_rt.ContractError):
    """The price is not where the caller wants it.

    Selector: 0x7849db87
    """

    SIGNATURE: ClassVar[str] = "PriceOutOfBounds(uint160,uint160,uint160)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("7849db87")
    sqrtPriceX96: int
    low: int
    high: int


@dataclass(eq=False)
class PriceSettingsInvalid(_rt.ContractError):
    """Settings of feeds, signed batches or the sequencer that contradict each other or leave
    their range; `cause` is the field's name.

    Selector: 0x72ebb98e
    """

    SIGNATURE: ClassVar[str] = "PriceSettingsInvalid(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("72ebb98e")
    cause: str


@dataclass(eq=False)
class PriceSettingsNotTighter(_rt.ContractError):
    """The change would loosen something.

    Selector: 0x179ac870
    """

    SIGNATURE: ClassVar[str] = "PriceSettingsNotTighter(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("179ac870")
    cause: str


@dataclass(eq=False)
class PriceStale(_rt.ContractError):
    """The price of the asset is older than it may be; `refreshPrices` renews it.

    Selector: 0x3123b239
    """

    SIGNATURE: ClassVar[str] = "PriceStale(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3123b239")
    assetId: int
    updatedAt: int
    maxAge: int


@dataclass(eq=False)
class PriceTooFar(_rt.ContractError):
    """The swap would end further off the mean than the pool allows.

    Selector: 0x1d2d4743
    """

    SIGNATURE: ClassVar[str] = "PriceTooFar(bytes32,int24,int24)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("1d2d4743")
    id: bytes
    tick: int
    bound: int


@dataclass(eq=False)
class PricesMalformed(_rt.ContractError):
    """A batch has at least one price and at most so many bytes, twelve a price.

    Selector: 0x0d4d7557
    """

    SIGNATURE: ClassVar[str] = "PricesMalformed(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("0d4d7557")
    length: int
    most: int


@dataclass(eq=False)
class PricesNotDue(_rt.ContractError):
    """The batch is of the future, too old, or follows the last one too soon.

    Selector: 0x82ac8155
    """

    SIGNATURE: ClassVar[str] = "PricesNotDue(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("82ac8155")
    observedAt: int
    earliest: int
    latest: int


@dataclass(eq=False)
class PricesNotSigned(_rt.ContractError):
    """The signature is none of this signer over these prices.

    Selector: 0xb4f52168
    """

    SIGNATURE: ClassVar[str] = "PricesNotSigned(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b4f52168")
    signer: _rt.Address


@dataclass(eq=False)
class ProductUnknown(_rt.ContractError):
    """A request names no product, or a price beyond 64 bits.

    Selector: 0x94c9ddb1
    """

    SIGNATURE: ClassVar[str] = "ProductUnknown()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("94c9ddb1")


@dataclass(eq=False)
class PromiseStillOpen(_rt.ContractError):
    """The promise is neither reported as missed nor unreported for long enough.

    Selector: 0x5e133908
    """

    SIGNATURE: ClassVar[str] = "PromiseStillOpen(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5e133908")
    claimableFrom: int


@dataclass(eq=False)
class PromiseUnknown(_rt.ContractError):
    """There is no such promise, or it has been kept or refunded.

    Selector: 0x8f7935ce
    """

    SIGNATURE: ClassVar[str] = "PromiseUnknown(address,address,address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8f7935ce")
    collector: _rt.Address
    asset: _rt.Address
    payer: _rt.Address
    serial: int


@dataclass(eq=False)
class ProtocolOff(_rt.ContractError):
    """The protocol is switched off, or has no peer on that chain.

    Selector: 0x421c2b2d
    """

    SIGNATURE: ClassVar[str] = "ProtocolOff(uint8,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("421c2b2d")
    protocol: int
    chainId: int


@dataclass(eq=False)
class ProtocolShareOutOfRange(_rt.ContractError):
    """A protocol share must be 0 or from 4 to 10.

    Selector: 0x1244170a
    """

    SIGNATURE: ClassVar[str] = "ProtocolShareOutOfRange(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("1244170a")
    share: int


@dataclass(eq=False)
class ProtocolsInvalid(_rt.ContractError):
    """The same protocol stands twice in the list.

    Selector: 0x9e414e56
    """

    SIGNATURE: ClassVar[str] = "ProtocolsInvalid()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9e414e56")


@dataclass(eq=False)
class PublicRoleRefused(_rt.ContractError):
    """The public role cannot be given functions, administer or guard.

    Selector: 0xa3700736
    """

    SIGNATURE: ClassVar[str] = "PublicRoleRefused()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a3700736")


@dataclass(eq=False)
class RangeInvalid(_rt.ContractError):
    """The range is empty, outside the range of ticks, or not on the pool's spacing.

    Selector: 0xebbbd9d0
    """

    SIGNATURE: ClassVar[str] = "RangeInvalid(int24,int24)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ebbbd9d0")
    tickLower: int
    tickUpper: int


@dataclass(eq=False)
class RateOutOfBand(_rt.ContractError):
    """The rate between two payment legs is further from the stored rates than is allowed.

    Selector: 0x5f394b20
    """

    SIGNATURE: ClassVar[str] = "RateOutOfBand(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5f394b20")
    deliveredValue: int
    paidValue: int
    bandBps: int


@dataclass(eq=False)
class RateTooHigh(_rt.ContractError):
    """A rate above the most.

    Selector: 0x4716c005
    """

    SIGNATURE: ClassVar[str] = "RateTooHigh(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4716c005")
    ratePips: int
    most: int


@dataclass(eq=False)
class RatioLowered(_rt.ContractError):
    """The trade would lower the ratio of an account that is below maintenance.

    Selector: 0xecc7a8a8
    """

    SIGNATURE: ClassVar[str] = "RatioLowered(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ecc7a8a8")
    account: int


@dataclass(eq=False)
class RatiosUnordered(_rt.ContractError):
    """The ratios would not be in order: each must be above the next.

    Selector: 0x8c78b701
    """

    SIGNATURE: ClassVar[str] = "RatiosUnordered(uint256,uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8c78b701")
    initial: int
    maintenance: int
    liquidation: int
    floor: int


@dataclass(eq=False)
class ReceiptNotExact(_rt.ContractError):
    """What the pool received is not what it asked for.

    Selector: 0x02476fcd
    """

    SIGNATURE: ClassVar[str] = "ReceiptNotExact(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("02476fcd")
    token: _rt.Address
    amount: int
    received: int


@dataclass(eq=False)
class RecipientInvalid(_rt.ContractError):
    """Nobody can be credited at that address.

    Selector: 0xc620ce89
    """

    SIGNATURE: ClassVar[str] = "RecipientInvalid(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c620ce89")
    recipient: _rt.Address


@dataclass(eq=False)
class RecipientMissing(_rt.ContractError):
    """The treasury and the insurance must be somebody.

    Selector: 0xc664e64a
    """

    SIGNATURE: ClassVar[str] = "RecipientMissing()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c664e64a")


@dataclass(eq=False)
class RecipientRefused(_rt.ContractError):
    """Units go to the institution or to a verified wallet of its identity alone.

    Selector: 0x18399d22
    """

    SIGNATURE: ClassVar[str] = "RecipientRefused(uint256,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("18399d22")
    account: int
    to: _rt.Address


@dataclass(eq=False)
class RecoveryMismatch(_rt.ContractError):
    """The wallets do not belong to one identity, or the identity is not the one named.

    Selector: 0xd8d7ae84
    """

    SIGNATURE: ClassVar[str] = "RecoveryMismatch(address,address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d8d7ae84")
    lostWallet: _rt.Address
    newWallet: _rt.Address
    identity: _rt.Address


@dataclass(eq=False)
class RecoveryRefused(_rt.ContractError):
    """The new wallet is no management key of the identity, or the lost wallet belongs to
    another identity.

    Selector: 0x39b855e9
    """

    SIGNATURE: ClassVar[str] = "RecoveryRefused(address,address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("39b855e9")
    lostWallet: _rt.Address
    newWallet: _rt.Address
    identity: _rt.Address


@dataclass(eq=False)
class ReentrancyGuardReentrantCall(_rt.ContractError):
    """Called from within an operation that has not ended, as by a token's callback.

    Selector: 0x3ee5aeb5
    """

    SIGNATURE: ClassVar[str] = "ReentrancyGuardReentrantCall()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3ee5aeb5")


@dataclass(eq=False)
class RegistryAlreadyBound(_rt.ContractError):
    """The registry is bound already, or an agent in its own right.

    Selector: 0x8112dd11
    """

    SIGNATURE: ClassVar[str] = "RegistryAlreadyBound(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8112dd11")
    registry: _rt.Address


@dataclass(eq=False)
class RegistryIsItsOwn(_rt.ContractError):
    """This registry keeps its own storage, topics and issuers.

    Selector: 0xbe79001f
    """

    SIGNATURE: ClassVar[str] = "RegistryIsItsOwn(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("be79001f")
    registry: _rt.Address


@dataclass(eq=False)
class RegistryNotBound(_rt.ContractError):
    """The registry is not bound.

    Selector: 0x5d77b4b2
    """

    SIGNATURE: ClassVar[str] = "RegistryNotBound(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5d77b4b2")
    registry: _rt.Address


@dataclass(eq=False)
class RemoteAssetTaken(_rt.ContractError):
    """The counterpart is another asset's already.

    Selector: 0xc651b7ab
    """

    SIGNATURE: ClassVar[str] = "RemoteAssetTaken(uint256,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c651b7ab")
    chainId: int
    remoteAsset: _rt.Address


@dataclass(eq=False)
class ReserveShareTooHigh(_rt.ContractError):
    """A share above the most.

    Selector: 0xd85aff55
    """

    SIGNATURE: ClassVar[str] = "ReserveShareTooHigh(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d85aff55")
    reserveBps: int
    most: int


@dataclass(eq=False)
class ReservesInsufficient(_rt.ContractError):
    """There are not so many reserves.

    Selector: 0x1702c492
    """

    SIGNATURE: ClassVar[str] = "ReservesInsufficient(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("1702c492")
    assetId: int
    amount: int
    reserves: int


@dataclass(eq=False)
class ReturnTooEarly(_rt.ContractError):
    """Only the recipient and agents may, until `from`.

    Selector: 0x6713de75
    """

    SIGNATURE: ClassVar[str] = "ReturnTooEarly(bytes32,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6713de75")
    id: bytes
    from_: int


@dataclass(eq=False)
class RightsUnknown(_rt.ContractError):
    """Bits that are no rights.

    Selector: 0x21e1a494
    """

    SIGNATURE: ClassVar[str] = "RightsUnknown(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("21e1a494")
    rights: int


@dataclass(eq=False)
class RoleAdminTooLoose(_rt.ContractError):
    """A role's administrator must be of a class at least as strict as the role itself.

    Selector: 0x4a8ab416
    """

    SIGNATURE: ClassVar[str] = "RoleAdminTooLoose(uint64,uint64)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4a8ab416")
    roleId: int
    admin: int


@dataclass(eq=False)
class SafeCastOverflowedIntDowncast(_rt.ContractError):
    """Value doesn't fit in an int of `bits` size.

    Selector: 0x327269a7
    """

    SIGNATURE: ClassVar[str] = "SafeCastOverflowedIntDowncast(uint8,int256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("327269a7")
    bits: int
    value: int


@dataclass(eq=False)
class SafeCastOverflowedUintDowncast(_rt.ContractError):
    """Value doesn't fit in a uint of `bits` size.

    Selector: 0x6dfcc650
    """

    SIGNATURE: ClassVar[str] = "SafeCastOverflowedUintDowncast(uint8,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6dfcc650")
    bits: int
    value: int


@dataclass(eq=False)
class SafeCastOverflowedUintToInt(_rt.ContractError):
    """A uint value doesn't fit in an int of `bits` size.

    Selector: 0x24775e06
    """

    SIGNATURE: ClassVar[str] = "SafeCastOverflowedUintToInt(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("24775e06")
    value: int


@dataclass(eq=False)
class SafeERC20FailedOperation(_rt.ContractError):
    """An operation with an ERC-20 token failed.

    Selector: 0x5274afe7
    """

    SIGNATURE: ClassVar[str] = "SafeERC20FailedOperation(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5274afe7")
    token: _rt.Address


@dataclass(eq=False)
class SaltUsed(_rt.ContractError):
    """A contract stands at the salt's address already.

    Selector: 0x4d26f9b0
    """

    SIGNATURE: ClassVar[str] = "SaltUsed(bytes32,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4d26f9b0")
    salt: bytes
    created: _rt.Address


@dataclass(eq=False)
class ScheduleRefused(_rt.ContractError):
    """A schedule breaks a rule of `Schedule`, or its rates could pass the maximum.

    Selector: 0x3b584d23
    """

    SIGNATURE: ClassVar[str] = "ScheduleRefused(uint8,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3b584d23")
    product: int
    fault: int


@dataclass(eq=False)
class SchedulesMisplaced(_rt.ContractError):
    """The schedules could not be written where their version is looked for.

    Selector: 0xa0e65c6f
    """

    SIGNATURE: ClassVar[str] = "SchedulesMisplaced(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a0e65c6f")
    version: int


@dataclass(eq=False)
class SchedulesWaiting(_rt.ContractError):
    """Schedules are waiting already: withdraw them first.

    Selector: 0xd625fecd
    """

    SIGNATURE: ClassVar[str] = "SchedulesWaiting(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d625fecd")
    version: int
    effectiveAt: int


@dataclass(eq=False)
class SecondOfficerNeeded(_rt.ContractError):
    """The officer who proposed cannot be the one who executes.

    Selector: 0x661e7baf
    """

    SIGNATURE: ClassVar[str] = "SecondOfficerNeeded(bytes32,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("661e7baf")
    operationId: bytes
    proposer: _rt.Address


@dataclass(eq=False)
class SeizedTooFew(_rt.ContractError):
    """Fewer units would be taken than the liquidator asks for.

    Selector: 0x4ba00999
    """

    SIGNATURE: ClassVar[str] = "SeizedTooFew(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4ba00999")
    seized: int
    minSeized: int


@dataclass(eq=False)
class SeizureCapReached(_rt.ContractError):
    """What may be taken of an asset in this window is taken.

    Selector: 0xe7849423
    """

    SIGNATURE: ClassVar[str] = "SeizureCapReached(uint8,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e7849423")
    assetId: int
    capValue: int
    windowEnd: int


@dataclass(eq=False)
class SelfForcedTransfer(_rt.ContractError):
    """A forced transfer must change hands.

    Selector: 0xf67bf1e0
    """

    SIGNATURE: ClassVar[str] = "SelfForcedTransfer(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f67bf1e0")
    holder: _rt.Address


@dataclass(eq=False)
class SelfLiquidation(_rt.ContractError):
    """Who owns, operates or shares the beneficial owner of an account cannot liquidate it.

    Selector: 0x51c15e77
    """

    SIGNATURE: ClassVar[str] = "SelfLiquidation(uint256,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("51c15e77")
    account: int
    liquidator: _rt.Address


@dataclass(eq=False)
class SequencerUnavailable(_rt.ContractError):
    """The chain's sequencer is down, or was until `since` and its grace has not passed.

    Selector: 0xf4904a70
    """

    SIGNATURE: ClassVar[str] = "SequencerUnavailable(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f4904a70")
    since: int


@dataclass(eq=False)
class ServiceContradicted(_rt.ContractError):
    """The message came back: it was not delivered. Or it did not: nothing shows that it missed
    its level.

    Selector: 0x154147b1
    """

    SIGNATURE: ClassVar[str] = "ServiceContradicted(bytes32,bool)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("154147b1")
    id: bytes
    cameBack: bool


@dataclass(eq=False)
class ServiceStillDue(_rt.ContractError):
    """The level is not due yet.

    Selector: 0x16be9930
    """

    SIGNATURE: ClassVar[str] = "ServiceStillDue(bytes32,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("16be9930")
    id: bytes
    dueAt: int


@dataclass(eq=False)
class SetupAlreadyComplete(_rt.ContractError):
    """The call belongs to the set-up phase, which ended at `since`.

    Selector: 0x658d5565
    """

    SIGNATURE: ClassVar[str] = "SetupAlreadyComplete(uint48)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("658d5565")
    since: int


@dataclass(eq=False)
class SetupNotComplete(_rt.ContractError):
    """Operations can be scheduled only after the set-up phase, which lasts until `until` at
    most.

    Selector: 0x75420a14
    """

    SIGNATURE: ClassVar[str] = "SetupNotComplete(uint48)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("75420a14")
    until: int


@dataclass(eq=False)
class SharesInsufficient(_rt.ContractError):
    """The lender has not so many shares.

    Selector: 0xddf805d1
    """

    SIGNATURE: ClassVar[str] = "SharesInsufficient(uint256,address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ddf805d1")
    assetId: int
    lender: _rt.Address
    shares: int
    balance: int


@dataclass(eq=False)
class ShockInvalid(_rt.ContractError):
    """A price cannot fall by more than all of it.

    Selector: 0x5b5a95b8
    """

    SIGNATURE: ClassVar[str] = "ShockInvalid(uint256,int256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5b5a95b8")
    assetId: int
    shockBps: int


@dataclass(eq=False)
class SignatureInvalid(_rt.ContractError):
    """The signature is not the party's.

    Selector: 0xae9ff1c0
    """

    SIGNATURE: ClassVar[str] = "SignatureInvalid(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ae9ff1c0")
    party: _rt.Address


@dataclass(eq=False)
class SignedPricesOff(_rt.ContractError):
    """Signed batches have no terms yet.

    Selector: 0x8acab7ac
    """

    SIGNATURE: ClassVar[str] = "SignedPricesOff()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8acab7ac")


@dataclass(eq=False)
class SignerNotIssuer(_rt.ContractError):
    """The signature is none of the issuer's.

    Selector: 0xf22b2abb
    """

    SIGNATURE: ClassVar[str] = "SignerNotIssuer(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("f22b2abb")
    signer: _rt.Address
    issuer: _rt.Address


@dataclass(eq=False)
class SizeInvalid(_rt.ContractError):
    """A position of this size cannot be asked for.

    Selector: 0x579bf870
    """

    SIGNATURE: ClassVar[str] = "SizeInvalid(int256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("579bf870")
    size: int


@dataclass(eq=False)
class SourceWithoutCode(_rt.ContractError):
    """A congestion source must be a contract.

    Selector: 0x2cc38a44
    """

    SIGNATURE: ClassVar[str] = "SourceWithoutCode(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2cc38a44")
    source: _rt.Address


@dataclass(eq=False)
class SplitTooLarge(_rt.ContractError):
    """The shares are more than the whole.

    Selector: 0xa9c6b137
    """

    SIGNATURE: ClassVar[str] = "SplitTooLarge(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a9c6b137")
    partnerBps: int
    insuranceBps: int


@dataclass(eq=False)
class StatusRefuses(_rt.ContractError):
    """A message in that status allows no such thing.

    Selector: 0x2079a7b2
    """

    SIGNATURE: ClassVar[str] = "StatusRefuses(bytes32,uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2079a7b2")
    id: bytes
    status: int


@dataclass(eq=False)
class TermsChanged(_rt.ContractError):
    """Terms are no longer what their writer has seen: a purchase or another agent was faster.

    Selector: 0x864eb4ff
    """

    SIGNATURE: ClassVar[str] = "TermsChanged(address,address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("864eb4ff")
    token: _rt.Address
    identity: _rt.Address
    expected: int
    found: int


@dataclass(eq=False)
class TermsInvalid_string(_rt.ContractError):
    """The terms are out of bounds; `cause` is the field's name.

    Selector: 0x70dd89b5
    """

    SIGNATURE: ClassVar[str] = "TermsInvalid(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("70dd89b5")
    cause: str


@dataclass(eq=False)
class TermsInvalid_uint8_uint24(_rt.ContractError):
    """A currency or route does not exist.

    Selector: 0xe52e8410
    """

    SIGNATURE: ClassVar[str] = "TermsInvalid(uint8,uint24)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e52e8410")
    currency: int
    routes: int


@dataclass(eq=False)
class TermsLooser(_rt.ContractError):
    """The terms are looser than those in force; `cause` is the field's name.

    Selector: 0x738bcf3d
    """

    SIGNATURE: ClassVar[str] = "TermsLooser(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("738bcf3d")
    cause: str


@dataclass(eq=False)
class TermsNotAllowed(_rt.ContractError):
    """The caller may not set terms for the movement.

    Selector: 0x8b3ee94e
    """

    SIGNATURE: ClassVar[str] = "TermsNotAllowed(address,address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8b3ee94e")
    token: _rt.Address
    from_: _rt.Address
    caller: _rt.Address


@dataclass(eq=False)
class TermsNotProposed(_rt.ContractError):
    """These are not the terms proposed, nothing is proposed any more, or the terms in force
    have changed.

    Selector: 0xce92bab4
    """

    SIGNATURE: ClassVar[str] = "TermsNotProposed(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ce92bab4")
    account: int


@dataclass(eq=False)
class TermsNotYours(_rt.ContractError):
    """The caller is not the account's institution.

    Selector: 0x6132e756
    """

    SIGNATURE: ClassVar[str] = "TermsNotYours(uint256,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6132e756")
    account: int
    caller: _rt.Address


@dataclass(eq=False)
class TermsOutOfRange_uint8_uint24_uint40_uint8(_rt.ContractError):
    """Tiers end at 4, a waiver at the whole fee, the products at six.

    Selector: 0xdde31373
    """

    SIGNATURE: ClassVar[str] = "TermsOutOfRange((uint8,uint24,uint40,uint8))"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("dde31373")
    terms: _structs.IDynamicFeeStructureAccounts_Terms


@dataclass(eq=False)
class TermsOutOfRange_string(_rt.ContractError):
    """A parameter is outside its bounds.

    Selector: 0x6872aadd
    """

    SIGNATURE: ClassVar[str] = "TermsOutOfRange(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6872aadd")
    field: str


@dataclass(eq=False)
class TickSpacingOutOfRange(_rt.ContractError):
    """Spacing must be from 1 to 16,383.

    Selector: 0xce5ae2f8
    """

    SIGNATURE: ClassVar[str] = "TickSpacingOutOfRange(int24)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ce5ae2f8")
    tickSpacing: int


@dataclass(eq=False)
class TokenAlreadyExists(_rt.ContractError):
    """The token already exists.

    Selector: 0xc991cbb1
    """

    SIGNATURE: ClassVar[str] = "TokenAlreadyExists()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c991cbb1")


@dataclass(eq=False)
class TokenAlreadyListed(_rt.ContractError):
    """The token is listed already.

    Selector: 0x3fb6e971
    """

    SIGNATURE: ClassVar[str] = "TokenAlreadyListed(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("3fb6e971")
    token: _rt.Address


@dataclass(eq=False)
class TokenAlreadyRegistered(_rt.ContractError):
    """The token is registered already.

    Selector: 0x4f4b634e
    """

    SIGNATURE: ClassVar[str] = "TokenAlreadyRegistered(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4f4b634e")
    token: _rt.Address


@dataclass(eq=False)
class TokenDoesNotExist(_rt.ContractError):
    """The token does not exist.

    Selector: 0xceea21b6
    """

    SIGNATURE: ClassVar[str] = "TokenDoesNotExist()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ceea21b6")


@dataclass(eq=False)
class TokenNotBound(_rt.ContractError):
    """`token` is not the bound token.

    Selector: 0xa8c0eb58
    """

    SIGNATURE: ClassVar[str] = "TokenNotBound(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a8c0eb58")
    token: _rt.Address


@dataclass(eq=False)
class TokenNotPaused(_rt.ContractError):
    """The token must be paused while its holdings are counted.

    Selector: 0xb0e84d54
    """

    SIGNATURE: ClassVar[str] = "TokenNotPaused(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b0e84d54")
    token: _rt.Address


@dataclass(eq=False)
class TokenNotRegistered(_rt.ContractError):
    """The caller or the named address is not a registered token.

    Selector: 0xddef98d7
    """

    SIGNATURE: ClassVar[str] = "TokenNotRegistered(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ddef98d7")
    token: _rt.Address


@dataclass(eq=False)
class TokenRefused(_rt.ContractError):
    """The token cannot be settled with here: it has no code, no decimals up to 18, or takes a
    fee.

    Selector: 0xed109325
    """

    SIGNATURE: ClassVar[str] = "TokenRefused(address,string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ed109325")
    token: _rt.Address
    cause: str


@dataclass(eq=False)
class TokenWithoutCode(_rt.ContractError):
    """No code at the address that should be a token.

    Selector: 0x9276324f
    """

    SIGNATURE: ClassVar[str] = "TokenWithoutCode(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9276324f")
    token: _rt.Address


@dataclass(eq=False)
class TokensOutOfOrder(_rt.ContractError):
    """The key's tokens must be different, non-zero and in the order of their addresses.

    Selector: 0x1dbbc84b
    """

    SIGNATURE: ClassVar[str] = "TokensOutOfOrder(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("1dbbc84b")
    tokenA: _rt.Address
    tokenB: _rt.Address


@dataclass(eq=False)
class TooLittle(_rt.ContractError):
    """The amount is worth no share, or the shares no unit.

    Selector: 0x618bc7c9
    """

    SIGNATURE: ClassVar[str] = "TooLittle(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("618bc7c9")
    assetId: int
    amount: int


@dataclass(eq=False)
class TooLittleGas(_rt.ContractError):
    """An identity or a claim issuer said no, or nothing, with less gas than such a question
    may use.

    Selector: 0x9ee5fcf0
    """

    SIGNATURE: ClassVar[str] = "TooLittleGas(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9ee5fcf0")
    available: int
    needed: int


@dataclass(eq=False)
class TooMany(_rt.ContractError):
    """Every list has an end.

    Selector: 0xb7e9260a
    """

    SIGNATURE: ClassVar[str] = "TooMany(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("b7e9260a")
    most: int


@dataclass(eq=False)
class TooManyAssets(_rt.ContractError):
    """The account would have more assets of one kind than can be valued in one go.

    Selector: 0x399c20d1
    """

    SIGNATURE: ClassVar[str] = "TooManyAssets(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("399c20d1")
    account: int
    most: int


@dataclass(eq=False)
class TooManyClaimTopics(_rt.ContractError):
    """Topics end at 15.

    Selector: 0x5fbd1e33
    """

    SIGNATURE: ClassVar[str] = "TooManyClaimTopics(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5fbd1e33")
    count: int


@dataclass(eq=False)
class TooManyModules(_rt.ContractError):
    """25 modules are bound already.

    Selector: 0x685ce4e5
    """

    SIGNATURE: ClassVar[str] = "TooManyModules(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("685ce4e5")
    maximum: int


@dataclass(eq=False)
class TooManyRegistries(_rt.ContractError):
    """Bound registries end at 300.

    Selector: 0x5793521e
    """

    SIGNATURE: ClassVar[str] = "TooManyRegistries()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5793521e")


@dataclass(eq=False)
class TooManyTrustedIssuers(_rt.ContractError):
    """Trusted issuers end at 50 at a time and 63 over the registry's life.

    Selector: 0xcc739513
    """

    SIGNATURE: ClassVar[str] = "TooManyTrustedIssuers(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("cc739513")
    count: int


@dataclass(eq=False)
class TradeInvalid(_rt.ContractError):
    """Terms that nobody can settle; `cause` is the field's name.

    Selector: 0xa19ab28b
    """

    SIGNATURE: ClassVar[str] = "TradeInvalid(string)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a19ab28b")
    cause: str


@dataclass(eq=False)
class TradesInvalid(_rt.ContractError):
    """A batch holds from 1 to `most` trades, as many deliveries and as many payments.

    Selector: 0xe11ee653
    """

    SIGNATURE: ClassVar[str] = "TradesInvalid(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e11ee653")
    most: int


@dataclass(eq=False)
class TransferFailed(_rt.ContractError):
    """A token did not pay out.

    Selector: 0x90b8ec18
    """

    SIGNATURE: ClassVar[str] = "TransferFailed()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("90b8ec18")


@dataclass(eq=False)
class TransferFromFailed(_rt.ContractError):
    """A token did not pay in: no balance, no allowance, or a refusal of its own.

    Selector: 0x7939f424
    """

    SIGNATURE: ClassVar[str] = "TransferFromFailed()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("7939f424")


@dataclass(eq=False)
class TransferFromIncorrectOwner(_rt.ContractError):
    """The token must be owned by `from`.

    Selector: 0xa1148100
    """

    SIGNATURE: ClassVar[str] = "TransferFromIncorrectOwner()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a1148100")


@dataclass(eq=False)
class TransferRefused(_rt.ContractError):
    """A movement was refused; `code` is the same that the views return. Zero addresses stand
    for mint and burn.

    Selector: 0x6ecf23c4
    """

    SIGNATURE: ClassVar[str] = "TransferRefused(uint8,address,address,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("6ecf23c4")
    code: int
    from_: _rt.Address
    to: _rt.Address
    amount: int


@dataclass(eq=False)
class TransferToNonERC721ReceiverImplementer(_rt.ContractError):
    """Cannot safely transfer to a contract that does not implement the ERC721Receiver
    interface.

    Selector: 0xd1a57ed6
    """

    SIGNATURE: ClassVar[str] = "TransferToNonERC721ReceiverImplementer()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d1a57ed6")


@dataclass(eq=False)
class TransferToZeroAddress(_rt.ContractError):
    """Cannot mint or transfer to the zero address.

    Selector: 0xea553b34
    """

    SIGNATURE: ClassVar[str] = "TransferToZeroAddress()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("ea553b34")


@dataclass(eq=False)
class UUPSUnauthorizedCallContext(_rt.ContractError):
    """The call is from an unauthorized context.

    Selector: 0xe07c8dba
    """

    SIGNATURE: ClassVar[str] = "UUPSUnauthorizedCallContext()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e07c8dba")


@dataclass(eq=False)
class UUPSUnsupportedProxiableUUID(_rt.ContractError):
    """The storage `slot` is unsupported as a UUID.

    Selector: 0xaa1d49a4
    """

    SIGNATURE: ClassVar[str] = "UUPSUnsupportedProxiableUUID(bytes32)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("aa1d49a4")
    slot: bytes


@dataclass(eq=False)
class UnequalLengths(_rt.ContractError):
    """Arrays of one call must have equal length.

    Selector: 0x5020e505
    """

    SIGNATURE: ClassVar[str] = "UnequalLengths(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("5020e505")
    first: int
    other: int


@dataclass(eq=False)
class UnfreezeExceedsFrozen(_rt.ContractError):
    """A release would exceed the frozen amount.

    Selector: 0xe0dfe97f
    """

    SIGNATURE: ClassVar[str] = "UnfreezeExceedsFrozen(address,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e0dfe97f")
    holder: _rt.Address
    frozen: int
    amount: int


@dataclass(eq=False)
class UnknownPacks(_rt.ContractError):
    """The packs name jurisdictions that do not exist.

    Selector: 0x71574196
    """

    SIGNATURE: ClassVar[str] = "UnknownPacks(uint8)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("71574196")
    packs: int


@dataclass(eq=False)
class UnknownRecordDate(_rt.ContractError):
    """No record date has that number yet.

    Selector: 0xaed5f704
    """

    SIGNATURE: ClassVar[str] = "UnknownRecordDate(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("aed5f704")
    number: int


@dataclass(eq=False)
class UnknownRules(_rt.ContractError):
    """`rules` names codes that are no switchable rules.

    Selector: 0x468b6e22
    """

    SIGNATURE: ClassVar[str] = "UnknownRules(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("468b6e22")
    rules: int


@dataclass(eq=False)
class UpgradeOutsideManager(_rt.ContractError):
    """Upgrades run only through the manager's `execute`; `caller` called the proxy itself.

    Selector: 0xbcbd2ff1
    """

    SIGNATURE: ClassVar[str] = "UpgradeOutsideManager(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("bcbd2ff1")
    caller: _rt.Address


@dataclass(eq=False)
class UrgencyUnknown(_rt.ContractError):
    """Urgency goes from 0 to 3.

    Selector: 0x2f4c683b
    """

    SIGNATURE: ClassVar[str] = "UrgencyUnknown(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("2f4c683b")
    urgency: int


@dataclass(eq=False)
class VaultDecimalsUnknown(_rt.ContractError):
    """Tokens of more decimals than can be counted with.

    Selector: 0xa72ec3dd
    """

    SIGNATURE: ClassVar[str] = "VaultDecimalsUnknown(uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a72ec3dd")
    shareDecimals: int
    assetDecimals: int


@dataclass(eq=False)
class VaultEmpty(_rt.ContractError):
    """A share of the vault is worth nothing.

    Selector: 0xa6fdca7d
    """

    SIGNATURE: ClassVar[str] = "VaultEmpty(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("a6fdca7d")
    vault: _rt.Address


@dataclass(eq=False)
class VaultOfAnotherAsset(_rt.ContractError):
    """The vault's asset is not the token.

    Selector: 0x8467057b
    """

    SIGNATURE: ClassVar[str] = "VaultOfAnotherAsset(address,address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8467057b")
    vault: _rt.Address
    asset: _rt.Address


@dataclass(eq=False)
class VaultTermsOutOfBounds(_rt.ContractError):
    """Buffer at most 10,000 basis points, loss at most 1,000.

    Selector: 0x74583984
    """

    SIGNATURE: ClassVar[str] = "VaultTermsOutOfBounds(uint16,uint16)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("74583984")
    bufferBps: int
    maxLossBps: int


@dataclass(eq=False)
class VerifiersTooFew(_rt.ContractError):
    """A single verifier is not enough.

    Selector: 0x1d0553af
    """

    SIGNATURE: ClassVar[str] = "VerifiersTooFew(uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("1d0553af")
    verifiers: int


@dataclass(eq=False)
class VolumeFromFuture(_rt.ContractError):
    """The period of the figure has not ended.

    Selector: 0xc4a37a4b
    """

    SIGNATURE: ClassVar[str] = "VolumeFromFuture(uint40,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c4a37a4b")
    asOf: int
    timestamp: int


@dataclass(eq=False)
class VolumeOutdated(_rt.ContractError):
    """A figure of a later period was posted already.

    Selector: 0x8da645bb
    """

    SIGNATURE: ClassVar[str] = "VolumeOutdated(uint40,uint40)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("8da645bb")
    asOf: int
    present: int


@dataclass(eq=False)
class WalletAlreadyRegistered(_rt.ContractError):
    """The wallet is registered already.

    Selector: 0x78d8bf08
    """

    SIGNATURE: ClassVar[str] = "WalletAlreadyRegistered(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("78d8bf08")
    wallet: _rt.Address


@dataclass(eq=False)
class WalletNotRegistered(_rt.ContractError):
    """A wallet with units must be registered before it can be counted.

    Selector: 0x239a7cdf
    """

    SIGNATURE: ClassVar[str] = "WalletNotRegistered(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("239a7cdf")
    wallet: _rt.Address


@dataclass(eq=False)
class WindowZero(_rt.ContractError):
    """A mean over no time.

    Selector: 0x1ae68f57
    """

    SIGNATURE: ClassVar[str] = "WindowZero()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("1ae68f57")


@dataclass(eq=False)
class WithdrawalFailed(_rt.ContractError):
    """The recipient does not take the native coin.

    Selector: 0x4e11b02e
    """

    SIGNATURE: ClassVar[str] = "WithdrawalFailed(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("4e11b02e")
    to: _rt.Address


@dataclass(eq=False)
class WithdrawalToNobody(_rt.ContractError):
    """Nothing can be withdrawn to the zero address.

    Selector: 0x9cfe7aec
    """

    SIGNATURE: ClassVar[str] = "WithdrawalToNobody()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("9cfe7aec")


@dataclass(eq=False)
class WorthUnknown(_rt.ContractError):
    """The asset has no feed, or the feed's answer is none or old: its units' worth is not
    known.

    Selector: 0xc16838b2
    """

    SIGNATURE: ClassVar[str] = "WorthUnknown(address)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("c16838b2")
    asset: _rt.Address


@dataclass(eq=False)
class WrongDirection(_rt.ContractError):
    """The call may only lower, or only raise.

    Selector: 0xd76e317f
    """

    SIGNATURE: ClassVar[str] = "WrongDirection()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d76e317f")


@dataclass(eq=False)
class WrongWayRisk(_rt.ContractError):
    """The asset was issued by the account's own group.

    Selector: 0xe4abbbde
    """

    SIGNATURE: ClassVar[str] = "WrongWayRisk(uint256,uint256,uint256)"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("e4abbbde")
    account: int
    assetId: int
    group: int


@dataclass(eq=False)
class ZeroAddress(_rt.ContractError):
    """An address of the call must not be zero.

    Selector: 0xd92e233d
    """

    SIGNATURE: ClassVar[str] = "ZeroAddress()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d92e233d")


@dataclass(eq=False)
class ZeroAmount(_rt.ContractError):
    """A report must move something.

    Selector: 0x1f2a2005
    """

    SIGNATURE: ClassVar[str] = "ZeroAmount()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("1f2a2005")


@dataclass(eq=False)
class ZeroRegistryAddress(_rt.ContractError):
    """An address of the call must not be zero.

    Selector: 0xd54bd17d
    """

    SIGNATURE: ClassVar[str] = "ZeroRegistryAddress()"
    SELECTOR: ClassVar[bytes] = bytes.fromhex("d54bd17d")


BY_SELECTOR: dict[bytes, type[_rt.ContractError]] = {
    AccessManagedInvalidAuthority.SELECTOR: AccessManagedInvalidAuthority,
    AccessManagedRequiredDelay.SELECTOR: AccessManagedRequiredDelay,
    AccessManagedUnauthorized.SELECTOR: AccessManagedUnauthorized,
    AccessManagerAlreadyScheduled.SELECTOR: AccessManagerAlreadyScheduled,
    AccessManagerBadConfirmation.SELECTOR: AccessManagerBadConfirmation,
    AccessManagerExpired.SELECTOR: AccessManagerExpired,
    AccessManagerInvalidInitialAdmin.SELECTOR: AccessManagerInvalidInitialAdmin,
    AccessManagerLockedFunction.SELECTOR: AccessManagerLockedFunction,
    AccessManagerLockedRole.SELECTOR: AccessManagerLockedRole,
    AccessManagerNotReady.SELECTOR: AccessManagerNotReady,
    AccessManagerNotScheduled.SELECTOR: AccessManagerNotScheduled,
    AccessManagerUnauthorizedAccount.SELECTOR: AccessManagerUnauthorizedAccount,
    AccessManagerUnauthorizedCall.SELECTOR: AccessManagerUnauthorizedCall,
    AccessManagerUnauthorizedCancel.SELECTOR: AccessManagerUnauthorizedCancel,
    AccessManagerUnauthorizedConsume.SELECTOR: AccessManagerUnauthorizedConsume,
    AccountBalanceOverflow.SELECTOR: AccountBalanceOverflow,
    AccountFrozen.SELECTOR: AccountFrozen,
    AccountHealthy.SELECTOR: AccountHealthy,
    AccountKnown.SELECTOR: AccountKnown,
    AccountNotYours.SELECTOR: AccountNotYours,
    AccountUnknown.SELECTOR: AccountUnknown,
    AccountsUnrelated.SELECTOR: AccountsUnrelated,
    AccrualFull.SELECTOR: AccrualFull,
    AddressEmptyCode.SELECTOR: AddressEmptyCode,
    AddressWithoutCode.SELECTOR: AddressWithoutCode,
    AllotmentInUse.SELECTOR: AllotmentInUse,
    AllotmentOutOfRange.SELECTOR: AllotmentOutOfRange,
    AllowanceTooLow.SELECTOR: AllowanceTooLow,
    AlreadyAgent.SELECTOR: AlreadyAgent,
    AmountLimitExceeded.SELECTOR: AmountLimitExceeded,
    AmountNotExact.SELECTOR: AmountNotExact,
    AmountNotMoved.SELECTOR: AmountNotMoved,
    AmountTooLarge_uint256.SELECTOR: AmountTooLarge_uint256,
    AmountTooLarge_uint256_uint256.SELECTOR: AmountTooLarge_uint256_uint256,
    AmountZero.SELECTOR: AmountZero,
    AmountsOutOfBounds.SELECTOR: AmountsOutOfBounds,
    ApprovalPeriodInvalid.SELECTOR: ApprovalPeriodInvalid,
    ApprovalUnknown.SELECTOR: ApprovalUnknown,
    AssetAlreadyListed.SELECTOR: AssetAlreadyListed,
    AssetFixed.SELECTOR: AssetFixed,
    AssetListFull.SELECTOR: AssetListFull,
    AssetNotListed.SELECTOR: AssetNotListed,
    AssetNotUsable.SELECTOR: AssetNotUsable,
    AssetPaused.SELECTOR: AssetPaused,
    AssetUnknown_address_uint256.SELECTOR: AssetUnknown_address_uint256,
    AssetUnknown_uint256.SELECTOR: AssetUnknown_uint256,
    AttestationRequired.SELECTOR: AttestationRequired,
    AttestationsMissing.SELECTOR: AttestationsMissing,
    AuthorityLocked.SELECTOR: AuthorityLocked,
    AuthorityWithoutCode.SELECTOR: AuthorityWithoutCode,
    BalanceQueryForZeroAddress.SELECTOR: BalanceQueryForZeroAddress,
    BalanceTooLow.SELECTOR: BalanceTooLow,
    BatchEmpty.SELECTOR: BatchEmpty,
    BatchFull.SELECTOR: BatchFull,
    BatchInvalid.SELECTOR: BatchInvalid,
    BatchNotSettleable.SELECTOR: BatchNotSettleable,
    BatchOfOther.SELECTOR: BatchOfOther,
    BatchOnly.SELECTOR: BatchOnly,
    BatchOrderMisplaced.SELECTOR: BatchOrderMisplaced,
    BatchOutOfTime.SELECTOR: BatchOutOfTime,
    BatchPriceNotUniform.SELECTOR: BatchPriceNotUniform,
    BatchReplayed.SELECTOR: BatchReplayed,
    BatchRevoked.SELECTOR: BatchRevoked,
    BatchRunning.SELECTOR: BatchRunning,
    BatchWindowOutOfRange.SELECTOR: BatchWindowOutOfRange,
    BatchingOff.SELECTOR: BatchingOff,
    BookOwesNothing.SELECTOR: BookOwesNothing,
    BreakerOutOfRange.SELECTOR: BreakerOutOfRange,
    CannotExpel.SELECTOR: CannotExpel,
    CashInsufficient.SELECTOR: CashInsufficient,
    ChainAlreadyOpen.SELECTOR: ChainAlreadyOpen,
    CheckpointUnorderedInsertion.SELECTOR: CheckpointUnorderedInsertion,
    ClaimTopicAlreadyRequired.SELECTOR: ClaimTopicAlreadyRequired,
    ClassTooLoose.SELECTOR: ClassTooLoose,
    CloseOnly.SELECTOR: CloseOnly,
    CollateralCapExceeded.SELECTOR: CollateralCapExceeded,
    CollateralInsufficient.SELECTOR: CollateralInsufficient,
    CollectorPaidNothing.SELECTOR: CollectorPaidNothing,
    ComplianceNotBound.SELECTOR: ComplianceNotBound,
    ContributorRefused.SELECTOR: ContributorRefused,
    CountInUse.SELECTOR: CountInUse,
    CountIncomplete.SELECTOR: CountIncomplete,
    CountNeeded.SELECTOR: CountNeeded,
    CountRunning.SELECTOR: CountRunning,
    CreditLimitExceeded.SELECTOR: CreditLimitExceeded,
    CreditLimitInvalid.SELECTOR: CreditLimitInvalid,
    CreditLineLapsed.SELECTOR: CreditLineLapsed,
    CreditRefused.SELECTOR: CreditRefused,
    CurrencyUnknown.SELECTOR: CurrencyUnknown,
    CustodyAmountTooLarge.SELECTOR: CustodyAmountTooLarge,
    CustodyInvestorInvalid.SELECTOR: CustodyInvestorInvalid,
    CustodyShareTooLow.SELECTOR: CustodyShareTooLow,
    CutOffPassed.SELECTOR: CutOffPassed,
    DailyCapExceeded.SELECTOR: DailyCapExceeded,
    DeadlinePassed.SELECTOR: DeadlinePassed,
    DecimalsTooLarge_uint256.SELECTOR: DecimalsTooLarge_uint256,
    DecimalsTooLarge_uint8.SELECTOR: DecimalsTooLarge_uint8,
    DefaultPremature.SELECTOR: DefaultPremature,
    DelayRunning.SELECTOR: DelayRunning,
    DeliveredInFuture.SELECTOR: DeliveredInFuture,
    DeploymentFailed.SELECTOR: DeploymentFailed,
    DustRefused.SELECTOR: DustRefused,
    ECDSAInvalidSignature.SELECTOR: ECDSAInvalidSignature,
    ECDSAInvalidSignatureLength.SELECTOR: ECDSAInvalidSignatureLength,
    ECDSAInvalidSignatureS.SELECTOR: ECDSAInvalidSignatureS,
    ERC1967InvalidImplementation.SELECTOR: ERC1967InvalidImplementation,
    ERC1967NonPayable.SELECTOR: ERC1967NonPayable,
    ERC7943CannotReceive.SELECTOR: ERC7943CannotReceive,
    ERC7943CannotSend.SELECTOR: ERC7943CannotSend,
    ERC7943CannotTransfer.SELECTOR: ERC7943CannotTransfer,
    ERC7943InsufficientUnfrozenBalance.SELECTOR: ERC7943InsufficientUnfrozenBalance,
    ETHTransferFailed.SELECTOR: ETHTransferFailed,
    EmptyString.SELECTOR: EmptyString,
    EnforcedPause.SELECTOR: EnforcedPause,
    EvidenceNotAttested.SELECTOR: EvidenceNotAttested,
    ExpectedPause.SELECTOR: ExpectedPause,
    ExtensionWithoutCode.SELECTOR: ExtensionWithoutCode,
    FailedCall.SELECTOR: FailedCall,
    FeeAboveLimit.SELECTOR: FeeAboveLimit,
    FeeAboveMaximum.SELECTOR: FeeAboveMaximum,
    FeeContractWithoutCode.SELECTOR: FeeContractWithoutCode,
    FeeInSecurity_void.SELECTOR: FeeInSecurity_void,
    FeeInSecurity_address.SELECTOR: FeeInSecurity_address,
    FeeNotReceived.SELECTOR: FeeNotReceived,
    FeeOutOfRange.SELECTOR: FeeOutOfRange,
    FeePriceInvalid.SELECTOR: FeePriceInvalid,
    FeeStructureFailed.SELECTOR: FeeStructureFailed,
    FeeStructureMissing.SELECTOR: FeeStructureMissing,
    FeeTooLow.SELECTOR: FeeTooLow,
    FeedRefused.SELECTOR: FeedRefused,
    FeedUnusable.SELECTOR: FeedUnusable,
    FeedsDisagree.SELECTOR: FeedsDisagree,
    FeedsMissing.SELECTOR: FeedsMissing,
    FeesNotCollected.SELECTOR: FeesNotCollected,
    FeesOff.SELECTOR: FeesOff,
    FinalityNotAfter.SELECTOR: FinalityNotAfter,
    FinancingOutOfRange.SELECTOR: FinancingOutOfRange,
    FirstLossExceeded.SELECTOR: FirstLossExceeded,
    FounderMissing.SELECTOR: FounderMissing,
    FreezeExceedsBalance.SELECTOR: FreezeExceedsBalance,
    FundAmount.SELECTOR: FundAmount,
    FundFloorBreached.SELECTOR: FundFloorBreached,
    FundSharesExceeded.SELECTOR: FundSharesExceeded,
    FundTermsInvalid.SELECTOR: FundTermsInvalid,
    GainAtStalePrice.SELECTOR: GainAtStalePrice,
    GasTooLow.SELECTOR: GasTooLow,
    GraceTooLong.SELECTOR: GraceTooLong,
    GrantExpired.SELECTOR: GrantExpired,
    GrantNonceSpent.SELECTOR: GrantNonceSpent,
    GrantNotSigned.SELECTOR: GrantNotSigned,
    Group2LimitExceeded.SELECTOR: Group2LimitExceeded,
    GroupLimitExceeded.SELECTOR: GroupLimitExceeded,
    GroupPaused.SELECTOR: GroupPaused,
    GrowthOutOfRange.SELECTOR: GrowthOutOfRange,
    GuardianMissing.SELECTOR: GuardianMissing,
    HoldAmount.SELECTOR: HoldAmount,
    HoldExists.SELECTOR: HoldExists,
    HoldExpired.SELECTOR: HoldExpired,
    HoldInvalid.SELECTOR: HoldInvalid,
    HoldNotOpen.SELECTOR: HoldNotOpen,
    HoldNotYours.SELECTOR: HoldNotYours,
    HoldUnfit.SELECTOR: HoldUnfit,
    HoldingsRefused.SELECTOR: HoldingsRefused,
    ImpairmentUnchanged.SELECTOR: ImpairmentUnchanged,
    InstitutionCapExceeded.SELECTOR: InstitutionCapExceeded,
    InstitutionKnown.SELECTOR: InstitutionKnown,
    InstitutionNotAttested.SELECTOR: InstitutionNotAttested,
    InstitutionNotVerified.SELECTOR: InstitutionNotVerified,
    InstitutionUnknown.SELECTOR: InstitutionUnknown,
    InsufficientBalance.SELECTOR: InsufficientBalance,
    InsufficientLiquidity.SELECTOR: InsufficientLiquidity,
    InvalidDocument.SELECTOR: InvalidDocument,
    InvalidInitialization.SELECTOR: InvalidInitialization,
    InvalidRecordDate.SELECTOR: InvalidRecordDate,
    InvalidSqrtPrice.SELECTOR: InvalidSqrtPrice,
    IssuerAlreadyTrusted.SELECTOR: IssuerAlreadyTrusted,
    IssuerCapExceeded.SELECTOR: IssuerCapExceeded,
    IssuerNotTrusted.SELECTOR: IssuerNotTrusted,
    KeyUnknown.SELECTOR: KeyUnknown,
    KindRefused.SELECTOR: KindRefused,
    LaneClosed.SELECTOR: LaneClosed,
    LanePaused.SELECTOR: LanePaused,
    LastAdministrator.SELECTOR: LastAdministrator,
    LegalClaimMissing.SELECTOR: LegalClaimMissing,
    LenderNotVerified.SELECTOR: LenderNotVerified,
    LendingNotAllowed.SELECTOR: LendingNotAllowed,
    LengthMismatch.SELECTOR: LengthMismatch,
    LevelUnknown.SELECTOR: LevelUnknown,
    LimitExceeded.SELECTOR: LimitExceeded,
    LimitNotMovable.SELECTOR: LimitNotMovable,
    LimitUnknown.SELECTOR: LimitUnknown,
    LiquidationNonceMismatch.SELECTOR: LiquidationNonceMismatch,
    LiquidationTermsInvalid.SELECTOR: LiquidationTermsInvalid,
    LiquidationWorsens.SELECTOR: LiquidationWorsens,
    LiquidatorIneligible.SELECTOR: LiquidatorIneligible,
    LiquidityMissing.SELECTOR: LiquidityMissing,
    LiquidityPerTickExceeded.SELECTOR: LiquidityPerTickExceeded,
    LiquidityTooSmall.SELECTOR: LiquidityTooSmall,
    LiquidityWouldBeLocked.SELECTOR: LiquidityWouldBeLocked,
    LiquidityZero.SELECTOR: LiquidityZero,
    ListExpired.SELECTOR: ListExpired,
    ListingInvalid.SELECTOR: ListingInvalid,
    LoanLossTooHigh.SELECTOR: LoanLossTooHigh,
    LoanMissing.SELECTOR: LoanMissing,
    LoanNotExact.SELECTOR: LoanNotExact,
    LoanOutstanding.SELECTOR: LoanOutstanding,
    LocalRoleForNobody.SELECTOR: LocalRoleForNobody,
    LocalRoleMissing.SELECTOR: LocalRoleMissing,
    LockMismatch.SELECTOR: LockMismatch,
    LockRefuses.SELECTOR: LockRefuses,
    LotMalformed.SELECTOR: LotMalformed,
    LotTooLarge.SELECTOR: LotTooLarge,
    LotsNotKept.SELECTOR: LotsNotKept,
    LotsNotMergeable.SELECTOR: LotsNotMergeable,
    LotsNotTheAmount.SELECTOR: LotsNotTheAmount,
    MarginInsufficient.SELECTOR: MarginInsufficient,
    MarginNotCured.SELECTOR: MarginNotCured,
    MatchBandTooWide.SELECTOR: MatchBandTooWide,
    MessageAlreadyReceived.SELECTOR: MessageAlreadyReceived,
    MessageMalformed.SELECTOR: MessageMalformed,
    MessageNotSent.SELECTOR: MessageNotSent,
    MessageVetoed.SELECTOR: MessageVetoed,
    ModesUnknown.SELECTOR: ModesUnknown,
    ModuleAlreadyBound.SELECTOR: ModuleAlreadyBound,
    ModuleNotBound.SELECTOR: ModuleNotBound,
    ModuleRefusesCompliance.SELECTOR: ModuleRefusesCompliance,
    NativeCoinMismatch.SELECTOR: NativeCoinMismatch,
    NoClaimTopics.SELECTOR: NoClaimTopics,
    NoCountRunning.SELECTOR: NoCountRunning,
    NoEligibleAsset.SELECTOR: NoEligibleAsset,
    NoEscrow.SELECTOR: NoEscrow,
    NoMarginCall.SELECTOR: NoMarginCall,
    NoProtocolEligible.SELECTOR: NoProtocolEligible,
    NoSchedulesWaiting.SELECTOR: NoSchedulesWaiting,
    NoServiceOpen.SELECTOR: NoServiceOpen,
    NoSettlementAsset.SELECTOR: NoSettlementAsset,
    NoSuchCurrency.SELECTOR: NoSuchCurrency,
    NonceUsed.SELECTOR: NonceUsed,
    NotAdmitted.SELECTOR: NotAdmitted,
    NotAgent.SELECTOR: NotAgent,
    NotAnEngine.SELECTOR: NotAnEngine,
    NotAttester.SELECTOR: NotAttester,
    NotBoundToken.SELECTOR: NotBoundToken,
    NotClaimBased.SELECTOR: NotClaimBased,
    NotCustodian.SELECTOR: NotCustodian,
    NotCustodianOrAgent.SELECTOR: NotCustodianOrAgent,
    NotDue.SELECTOR: NotDue,
    NotForThisChain.SELECTOR: NotForThisChain,
    NotInitializing.SELECTOR: NotInitializing,
    NotLiquidatable.SELECTOR: NotLiquidatable,
    NotLooser.SELECTOR: NotLooser,
    NotLotHolder.SELECTOR: NotLotHolder,
    NotOwnerNorApproved.SELECTOR: NotOwnerNorApproved,
    NotOwnerOrToken.SELECTOR: NotOwnerOrToken,
    NotProposed.SELECTOR: NotProposed,
    NotSignedByFounder.SELECTOR: NotSignedByFounder,
    NotStricter.SELECTOR: NotStricter,
    NotTheBridge.SELECTOR: NotTheBridge,
    NotTheEndpoint.SELECTOR: NotTheEndpoint,
    NotTheFeeStructure.SELECTOR: NotTheFeeStructure,
    NotTheInstitution.SELECTOR: NotTheInstitution,
    NotTheOperator.SELECTOR: NotTheOperator,
    NotTheParty.SELECTOR: NotTheParty,
    NotThePayer.SELECTOR: NotThePayer,
    NotTighter_bytes32.SELECTOR: NotTighter_bytes32,
    NotTighter_uint8.SELECTOR: NotTighter_uint8,
    NotTokenAgent.SELECTOR: NotTokenAgent,
    NotVetoed.SELECTOR: NotVetoed,
    NotVouchedFor.SELECTOR: NotVouchedFor,
    NotYetDue.SELECTOR: NotYetDue,
    NothingAccrued.SELECTOR: NothingAccrued,
    NothingCredited.SELECTOR: NothingCredited,
    NothingOwed_uint256_uint256.SELECTOR: NothingOwed_uint256_uint256,
    NothingOwed_uint256_uint8.SELECTOR: NothingOwed_uint256_uint8,
    NothingToClaim.SELECTOR: NothingToClaim,
    NothingToLend.SELECTOR: NothingToLend,
    NothingToLiquidate.SELECTOR: NothingToLiquidate,
    NothingToMove.SELECTOR: NothingToMove,
    NothingToRecover.SELECTOR: NothingToRecover,
    NothingToWithdraw.SELECTOR: NothingToWithdraw,
    NoticeRunning.SELECTOR: NoticeRunning,
    NoticeTooShort.SELECTOR: NoticeTooShort,
    ObservationTooOld.SELECTOR: ObservationTooOld,
    ObservationsNotKept.SELECTOR: ObservationsNotKept,
    OfficerConcealed.SELECTOR: OfficerConcealed,
    OpenInterestExceeded.SELECTOR: OpenInterestExceeded,
    OpeningExpired.SELECTOR: OpeningExpired,
    OperatorInvalid.SELECTOR: OperatorInvalid,
    OracleTooShort.SELECTOR: OracleTooShort,
    OrderBroken.SELECTOR: OrderBroken,
    OrderExpired.SELECTOR: OrderExpired,
    OrderNonceUsed.SELECTOR: OrderNonceUsed,
    OrderNotCancellable.SELECTOR: OrderNotCancellable,
    OrderNotPayable.SELECTOR: OrderNotPayable,
    OrderNotSigned.SELECTOR: OrderNotSigned,
    OrderNotYours.SELECTOR: OrderNotYours,
    OrderSizeExceeded.SELECTOR: OrderSizeExceeded,
    OrdersUnfit.SELECTOR: OrdersUnfit,
    Overdrawn.SELECTOR: Overdrawn,
    OwnershipFollowsAuthority.SELECTOR: OwnershipFollowsAuthority,
    PacksRemoved.SELECTOR: PacksRemoved,
    PairOutOfRange.SELECTOR: PairOutOfRange,
    ParameterOutOfRange_string_uint256_uint256_uint256.SELECTOR: ParameterOutOfRange_string_uint256_uint256_uint256,
    ParameterOutOfRange_uint8_uint256.SELECTOR: ParameterOutOfRange_uint8_uint256,
    PartRefused.SELECTOR: PartRefused,
    PartialFill.SELECTOR: PartialFill,
    ParticipantNotAdmitted.SELECTOR: ParticipantNotAdmitted,
    PathBroken.SELECTOR: PathBroken,
    PayerNotVerified.SELECTOR: PayerNotVerified,
    PaymentAffordable.SELECTOR: PaymentAffordable,
    PaymentAssetRefused.SELECTOR: PaymentAssetRefused,
    PaymentInvalid.SELECTOR: PaymentInvalid,
    PaymentNotQueued.SELECTOR: PaymentNotQueued,
    PaymentReplayed.SELECTOR: PaymentReplayed,
    PaymentUndecided.SELECTOR: PaymentUndecided,
    PeerUnknown.SELECTOR: PeerUnknown,
    PeriodOutOfRange.SELECTOR: PeriodOutOfRange,
    PermitExpired.SELECTOR: PermitExpired,
    PermitSignerMismatch.SELECTOR: PermitSignerMismatch,
    PolicyOutOfBounds.SELECTOR: PolicyOutOfBounds,
    PolicyUnknown.SELECTOR: PolicyUnknown,
    PoolExists.SELECTOR: PoolExists,
    PoolIsPaused.SELECTOR: PoolIsPaused,
    PoolNumbersExhausted.SELECTOR: PoolNumbersExhausted,
    PoolOverflow.SELECTOR: PoolOverflow,
    PoolUnknown.SELECTOR: PoolUnknown,
    PoolUnregulated.SELECTOR: PoolUnregulated,
    PositionEmpty.SELECTOR: PositionEmpty,
    PositionNotAllowed.SELECTOR: PositionNotAllowed,
    PositionNotEmpty.SELECTOR: PositionNotEmpty,
    PositionTooLarge.SELECTOR: PositionTooLarge,
    PositionTooSmall.SELECTOR: PositionTooSmall,
    PositionUnknown.SELECTOR: PositionUnknown,
    PositionsNotKept.SELECTOR: PositionsNotKept,
    PriceBeyondLimit.SELECTOR: PriceBeyondLimit,
    PriceLimitOutOfRange.SELECTOR: PriceLimitOutOfRange,
    PriceOutOfBand.SELECTOR: PriceOutOfBand,
    PriceOutOfBounds.SELECTOR: PriceOutOfBounds,
    PriceSettingsInvalid.SELECTOR: PriceSettingsInvalid,
    PriceSettingsNotTighter.SELECTOR: PriceSettingsNotTighter,
    PriceStale.SELECTOR: PriceStale,
    PriceTooFar.SELECTOR: PriceTooFar,
    PricesMalformed.SELECTOR: PricesMalformed,
    PricesNotDue.SELECTOR: PricesNotDue,
    PricesNotSigned.SELECTOR: PricesNotSigned,
    ProductUnknown.SELECTOR: ProductUnknown,
    PromiseStillOpen.SELECTOR: PromiseStillOpen,
    PromiseUnknown.SELECTOR: PromiseUnknown,
    ProtocolOff.SELECTOR: ProtocolOff,
    ProtocolShareOutOfRange.SELECTOR: ProtocolShareOutOfRange,
    ProtocolsInvalid.SELECTOR: ProtocolsInvalid,
    PublicRoleRefused.SELECTOR: PublicRoleRefused,
    RangeInvalid.SELECTOR: RangeInvalid,
    RateOutOfBand.SELECTOR: RateOutOfBand,
    RateTooHigh.SELECTOR: RateTooHigh,
    RatioLowered.SELECTOR: RatioLowered,
    RatiosUnordered.SELECTOR: RatiosUnordered,
    ReceiptNotExact.SELECTOR: ReceiptNotExact,
    RecipientInvalid.SELECTOR: RecipientInvalid,
    RecipientMissing.SELECTOR: RecipientMissing,
    RecipientRefused.SELECTOR: RecipientRefused,
    RecoveryMismatch.SELECTOR: RecoveryMismatch,
    RecoveryRefused.SELECTOR: RecoveryRefused,
    ReentrancyGuardReentrantCall.SELECTOR: ReentrancyGuardReentrantCall,
    RegistryAlreadyBound.SELECTOR: RegistryAlreadyBound,
    RegistryIsItsOwn.SELECTOR: RegistryIsItsOwn,
    RegistryNotBound.SELECTOR: RegistryNotBound,
    RemoteAssetTaken.SELECTOR: RemoteAssetTaken,
    ReserveShareTooHigh.SELECTOR: ReserveShareTooHigh,
    ReservesInsufficient.SELECTOR: ReservesInsufficient,
    ReturnTooEarly.SELECTOR: ReturnTooEarly,
    RightsUnknown.SELECTOR: RightsUnknown,
    RoleAdminTooLoose.SELECTOR: RoleAdminTooLoose,
    SafeCastOverflowedIntDowncast.SELECTOR: SafeCastOverflowedIntDowncast,
    SafeCastOverflowedUintDowncast.SELECTOR: SafeCastOverflowedUintDowncast,
    SafeCastOverflowedUintToInt.SELECTOR: SafeCastOverflowedUintToInt,
    SafeERC20FailedOperation.SELECTOR: SafeERC20FailedOperation,
    SaltUsed.SELECTOR: SaltUsed,
    ScheduleRefused.SELECTOR: ScheduleRefused,
    SchedulesMisplaced.SELECTOR: SchedulesMisplaced,
    SchedulesWaiting.SELECTOR: SchedulesWaiting,
    SecondOfficerNeeded.SELECTOR: SecondOfficerNeeded,
    SeizedTooFew.SELECTOR: SeizedTooFew,
    SeizureCapReached.SELECTOR: SeizureCapReached,
    SelfForcedTransfer.SELECTOR: SelfForcedTransfer,
    SelfLiquidation.SELECTOR: SelfLiquidation,
    SequencerUnavailable.SELECTOR: SequencerUnavailable,
    ServiceContradicted.SELECTOR: ServiceContradicted,
    ServiceStillDue.SELECTOR: ServiceStillDue,
    SetupAlreadyComplete.SELECTOR: SetupAlreadyComplete,
    SetupNotComplete.SELECTOR: SetupNotComplete,
    SharesInsufficient.SELECTOR: SharesInsufficient,
    ShockInvalid.SELECTOR: ShockInvalid,
    SignatureInvalid.SELECTOR: SignatureInvalid,
    SignedPricesOff.SELECTOR: SignedPricesOff,
    SignerNotIssuer.SELECTOR: SignerNotIssuer,
    SizeInvalid.SELECTOR: SizeInvalid,
    SourceWithoutCode.SELECTOR: SourceWithoutCode,
    SplitTooLarge.SELECTOR: SplitTooLarge,
    StatusRefuses.SELECTOR: StatusRefuses,
    TermsChanged.SELECTOR: TermsChanged,
    TermsInvalid_string.SELECTOR: TermsInvalid_string,
    TermsInvalid_uint8_uint24.SELECTOR: TermsInvalid_uint8_uint24,
    TermsLooser.SELECTOR: TermsLooser,
    TermsNotAllowed.SELECTOR: TermsNotAllowed,
    TermsNotProposed.SELECTOR: TermsNotProposed,
    TermsNotYours.SELECTOR: TermsNotYours,
    TermsOutOfRange_uint8_uint24_uint40_uint8.SELECTOR: TermsOutOfRange_uint8_uint24_uint40_uint8,
    TermsOutOfRange_string.SELECTOR: TermsOutOfRange_string,
    TickSpacingOutOfRange.SELECTOR: TickSpacingOutOfRange,
    TokenAlreadyExists.SELECTOR: TokenAlreadyExists,
    TokenAlreadyListed.SELECTOR: TokenAlreadyListed,
    TokenAlreadyRegistered.SELECTOR: TokenAlreadyRegistered,
    TokenDoesNotExist.SELECTOR: TokenDoesNotExist,
    TokenNotBound.SELECTOR: TokenNotBound,
    TokenNotPaused.SELECTOR: TokenNotPaused,
    TokenNotRegistered.SELECTOR: TokenNotRegistered,
    TokenRefused.SELECTOR: TokenRefused,
    TokenWithoutCode.SELECTOR: TokenWithoutCode,
    TokensOutOfOrder.SELECTOR: TokensOutOfOrder,
    TooLittle.SELECTOR: TooLittle,
    TooLittleGas.SELECTOR: TooLittleGas,
    TooMany.SELECTOR: TooMany,
    TooManyAssets.SELECTOR: TooManyAssets,
    TooManyClaimTopics.SELECTOR: TooManyClaimTopics,
    TooManyModules.SELECTOR: TooManyModules,
    TooManyRegistries.SELECTOR: TooManyRegistries,
    TooManyTrustedIssuers.SELECTOR: TooManyTrustedIssuers,
    TradeInvalid.SELECTOR: TradeInvalid,
    TradesInvalid.SELECTOR: TradesInvalid,
    TransferFailed.SELECTOR: TransferFailed,
    TransferFromFailed.SELECTOR: TransferFromFailed,
    TransferFromIncorrectOwner.SELECTOR: TransferFromIncorrectOwner,
    TransferRefused.SELECTOR: TransferRefused,
    TransferToNonERC721ReceiverImplementer.SELECTOR: TransferToNonERC721ReceiverImplementer,
    TransferToZeroAddress.SELECTOR: TransferToZeroAddress,
    UUPSUnauthorizedCallContext.SELECTOR: UUPSUnauthorizedCallContext,
    UUPSUnsupportedProxiableUUID.SELECTOR: UUPSUnsupportedProxiableUUID,
    UnequalLengths.SELECTOR: UnequalLengths,
    UnfreezeExceedsFrozen.SELECTOR: UnfreezeExceedsFrozen,
    UnknownPacks.SELECTOR: UnknownPacks,
    UnknownRecordDate.SELECTOR: UnknownRecordDate,
    UnknownRules.SELECTOR: UnknownRules,
    UpgradeOutsideManager.SELECTOR: UpgradeOutsideManager,
    UrgencyUnknown.SELECTOR: UrgencyUnknown,
    VaultDecimalsUnknown.SELECTOR: VaultDecimalsUnknown,
    VaultEmpty.SELECTOR: VaultEmpty,
    VaultOfAnotherAsset.SELECTOR: VaultOfAnotherAsset,
    VaultTermsOutOfBounds.SELECTOR: VaultTermsOutOfBounds,
    VerifiersTooFew.SELECTOR: VerifiersTooFew,
    VolumeFromFuture.SELECTOR: VolumeFromFuture,
    VolumeOutdated.SELECTOR: VolumeOutdated,
    WalletAlreadyRegistered.SELECTOR: WalletAlreadyRegistered,
    WalletNotRegistered.SELECTOR: WalletNotRegistered,
    WindowZero.SELECTOR: WindowZero,
    WithdrawalFailed.SELECTOR: WithdrawalFailed,
    WithdrawalToNobody.SELECTOR: WithdrawalToNobody,
    WorthUnknown.SELECTOR: WorthUnknown,
    WrongDirection.SELECTOR: WrongDirection,
    WrongWayRisk.SELECTOR: WrongWayRisk,
    ZeroAddress.SELECTOR: ZeroAddress,
    ZeroAmount.SELECTOR: ZeroAmount,
    ZeroRegistryAddress.SELECTOR: ZeroRegistryAddress,
}


def decode_error(data: bytes | str) -> _rt.ContractError:
    """Read revert data of any contract here; `UnknownError` where it is of none."""
    return _rt.decode_error(data, BY_SELECTOR)
