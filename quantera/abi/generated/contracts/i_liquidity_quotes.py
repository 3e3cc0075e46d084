"""ILiquidityQuotes and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityQuotesStructs:
    """Structs of ILiquidityQuotes."""

    Hop: TypeAlias = _structs.Hop
    PoolKey: TypeAlias = _structs.PoolKey


class ILiquidityQuotesErrors:
    """Errors of ILiquidityQuotes."""


class ILiquidityQuotesEvents:
    """Events of ILiquidityQuotes."""


class ILiquidityQuotesFunctions(_rt.Functions):
    """Functions of ILiquidityQuotes."""

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


class ILiquidityQuotes(_rt.Contract):
    """What a call would come to if it were mined now, by the code that executes it (LPO-08).
    Quotes revert where the pool would refuse; they do not look at balances, allowances,
    pauses or who may use a pool.
    """

    NAME = "ILiquidityQuotes"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ILiquidityQuotesStructs
    errors: TypeAlias = ILiquidityQuotesErrors
    events: TypeAlias = ILiquidityQuotesEvents

    @cached_property
    def functions(self) -> ILiquidityQuotesFunctions:
        """What the contract can be asked and told."""
        return ILiquidityQuotesFunctions(self.contract, self.ERRORS)
