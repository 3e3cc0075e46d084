"""IBrokerageLending and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageLendingStructs:
    """Structs of IBrokerageLending."""

    PoolState: TypeAlias = _structs.IBrokerageLending_PoolState


class IBrokerageLendingErrors:
    """Errors of IBrokerageLending."""

    BookOwesNothing: TypeAlias = _errors.BookOwesNothing
    LenderNotVerified: TypeAlias = _errors.LenderNotVerified
    PoolOverflow: TypeAlias = _errors.PoolOverflow
    RateTooHigh: TypeAlias = _errors.RateTooHigh
    ReserveShareTooHigh: TypeAlias = _errors.ReserveShareTooHigh
    ReservesInsufficient: TypeAlias = _errors.ReservesInsufficient
    SharesInsufficient: TypeAlias = _errors.SharesInsufficient
    TooLittle: TypeAlias = _errors.TooLittle


class IBrokerageLendingEvents:
    """Events of IBrokerageLending."""

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


class IBrokerageLendingFunctions(_rt.Functions):
    """Functions of IBrokerageLending."""

    def MAX_BORROW_RATE_PIPS(self) -> _rt.Read[int]:
        """Highest yearly rate, millionths.

        Solidity: `MAX_BORROW_RATE_PIPS()`, view, selector 0x15626c74
        """
        return self._read("MAX_BORROW_RATE_PIPS()", int)

    def MAX_RESERVE_BPS(self) -> _rt.Read[int]:
        """Highest share of interest that is reserved, ten-thousandths.

        Solidity: `MAX_RESERVE_BPS()`, view, selector 0xd8f3e26d
        """
        return self._read("MAX_RESERVE_BPS()", int)

    def accrue(self, assetId: int) -> _rt.Write[None]:
        """Moves a pool's index to now; anyone may call.

        Solidity: `accrue(uint8)`, nonpayable, selector 0x041373bc
        """
        return self._write("accrue(uint8)", type(None), assetId)

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

    def setBorrowRate(self, assetId: int, ratePips: int) -> _rt.Write[None]:
        """Sets the yearly rate of a pool, from now on. Restricted: CONFIGURATOR.

        Reverts with `RateTooHigh`.

        Solidity: `setBorrowRate(uint8,uint24)`, nonpayable, selector 0xc1aa4ddb
        """
        return self._write("setBorrowRate(uint8,uint24)", type(None), assetId, ratePips)

    def setReserveShare(self, assetId: int, reserveBps: int) -> _rt.Write[None]:
        """Sets the share of interest that is reserved, from now on. Restricted: FEE_ADMIN.

        Reverts with `ReserveShareTooHigh`.

        Solidity: `setReserveShare(uint8,uint16)`, nonpayable, selector 0x5daf842c
        """
        return self._write("setReserveShare(uint8,uint16)", type(None), assetId, reserveBps)

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

    def withdrawReserves(self, assetId: int, to: _rt.Address, amount: int) -> _rt.Write[None]:
        """Pays reserves out. Restricted: TREASURER.

        Reverts with `ReservesInsufficient`, `InsufficientLiquidity`.

        Solidity: `withdrawReserves(uint8,address,uint256)`, nonpayable, selector 0x4a02d3e2
        """
        return self._write(
            "withdrawReserves(uint8,address,uint256)", type(None), assetId, to, amount
        )


class IBrokerageLending(_rt.Contract):
    """Verified institutions and the operator supply units and hold shares of the pool, which
    cannot be transferred. What the pool has is counted, not looked up: units sent to the
    contract without a call change nothing. A pool's worth is its units at hand, plus all
    debt, less reserves, less what it owes to the trading book: realised losses are owed to
    the pool by who lost and by the pool to who won. Interest belongs to the lenders but for
    the reserve share, which is rounded up; written-off debt lessens the worth of every
    share alike. The book owes and is owed in the pool of the cash asset, but for one case:
    an account's cash that bears its default in another asset makes the book owe that
    asset's pool. `settleBook` pays that, out of what the cash asset's pool owes to the
    book.
    """

    NAME = "IBrokerageLending"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageLendingEvents.BookSettled,
        IBrokerageLendingEvents.BorrowRateSet,
        IBrokerageLendingEvents.InterestAccrued,
        IBrokerageLendingEvents.Redeemed,
        IBrokerageLendingEvents.ReserveShareSet,
        IBrokerageLendingEvents.ReservesWithdrawn,
        IBrokerageLendingEvents.Supplied,
    )
    structs: TypeAlias = IBrokerageLendingStructs
    errors: TypeAlias = IBrokerageLendingErrors
    events: TypeAlias = IBrokerageLendingEvents

    @cached_property
    def functions(self) -> IBrokerageLendingFunctions:
        """What the contract can be asked and told."""
        return IBrokerageLendingFunctions(self.contract, self.ERRORS)
