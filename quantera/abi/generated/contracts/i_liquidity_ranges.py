"""ILiquidityRanges and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityRangesStructs:
    """Structs of ILiquidityRanges."""

    MoveRequest: TypeAlias = _structs.MoveRequest
    PoolKey: TypeAlias = _structs.PoolKey


class ILiquidityRangesErrors:
    """Errors of ILiquidityRanges."""

    LiquidityTooSmall: TypeAlias = _errors.LiquidityTooSmall
    PositionNotEmpty: TypeAlias = _errors.PositionNotEmpty


class ILiquidityRangesEvents:
    """Events of ILiquidityRanges."""

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


class ILiquidityRangesFunctions(_rt.Functions):
    """Functions of ILiquidityRanges."""

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


class ILiquidityRanges(_rt.Contract):
    """A position's own units and fees pay first; only the difference moves."""

    NAME = "ILiquidityRanges"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ILiquidityRangesEvents.Compounded,
        ILiquidityRangesEvents.RangeChanged,
    )
    structs: TypeAlias = ILiquidityRangesStructs
    errors: TypeAlias = ILiquidityRangesErrors
    events: TypeAlias = ILiquidityRangesEvents

    @cached_property
    def functions(self) -> ILiquidityRangesFunctions:
        """What the contract can be asked and told."""
        return ILiquidityRangesFunctions(self.contract, self.ERRORS)
