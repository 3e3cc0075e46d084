"""ILiquidityGuardViews and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityGuardViewsStructs:
    """Structs of ILiquidityGuardViews."""

    Guards: TypeAlias = _structs.ILiquidityGuardViews_Guards
    PoolKey: TypeAlias = _structs.PoolKey


class ILiquidityGuardViewsErrors:
    """Errors of ILiquidityGuardViews."""


class ILiquidityGuardViewsEvents:
    """Events of ILiquidityGuardViews."""


class ILiquidityGuardViewsFunctions(_rt.Functions):
    """Functions of ILiquidityGuardViews."""

    def breakerBounds(self, id: bytes) -> _rt.Read[tuple[int, int]]:
        """Where the deviation breaker lets a swap end now; the whole range of ticks where there is
        none.

        Arguments: `id` hash of the pool's key

        Returns: `highest` for swaps that raise it; `lowest` for swaps that lower the price

        Solidity: `breakerBounds(bytes32)`, view, selector 0x4c932a32
        """
        return self._read("breakerBounds(bytes32)", tuple[int, int], id)

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

    def guardsOf(self, id: bytes) -> _rt.Read[_structs.ILiquidityGuardViews_Guards]:
        """How a pool is guarded; empty where there is none.

        Solidity: `guardsOf(bytes32)`, view, selector 0x629f84cb
        """
        return self._read("guardsOf(bytes32)", _structs.ILiquidityGuardViews_Guards, id)

    def openingPrice(self, id: bytes) -> _rt.Read[int]:
        """The price that swaps of this block get at best on the way back; the present one where
        the block has had no swap, or the pool has no sandwich guard.

        Arguments: `id` hash of the pool's key

        Returns: `sqrtPriceX96` square root of B per A, Q64.96

        Solidity: `openingPrice(bytes32)`, view, selector 0x7cd6b77c
        """
        return self._read("openingPrice(bytes32)", int, id)

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


class ILiquidityGuardViews(_rt.Contract):
    """See `ILiquidityGuards`."""

    NAME = "ILiquidityGuardViews"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ILiquidityGuardViewsStructs
    errors: TypeAlias = ILiquidityGuardViewsErrors
    events: TypeAlias = ILiquidityGuardViewsEvents

    @cached_property
    def functions(self) -> ILiquidityGuardViewsFunctions:
        """What the contract can be asked and told."""
        return ILiquidityGuardViewsFunctions(self.contract, self.ERRORS)
