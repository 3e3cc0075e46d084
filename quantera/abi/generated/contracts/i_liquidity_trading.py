"""ILiquidityTrading and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityTradingStructs:
    """Structs of ILiquidityTrading."""

    Hop: TypeAlias = _structs.Hop
    PoolKey: TypeAlias = _structs.PoolKey
    SwapRequest: TypeAlias = _structs.SwapRequest


class ILiquidityTradingErrors:
    """Errors of ILiquidityTrading."""

    AmountLimitExceeded: TypeAlias = _errors.AmountLimitExceeded
    AmountZero: TypeAlias = _errors.AmountZero
    DeadlinePassed: TypeAlias = _errors.DeadlinePassed
    NativeCoinMismatch: TypeAlias = _errors.NativeCoinMismatch
    PartialFill: TypeAlias = _errors.PartialFill
    PathBroken: TypeAlias = _errors.PathBroken
    PriceLimitOutOfRange: TypeAlias = _errors.PriceLimitOutOfRange
    ReceiptNotExact: TypeAlias = _errors.ReceiptNotExact


class ILiquidityTradingEvents:
    """Events of ILiquidityTrading."""

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


class ILiquidityTradingFunctions(_rt.Functions):
    """Functions of ILiquidityTrading."""

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


class ILiquidityTrading(_rt.Contract):
    """See `ILiquidityPoolOptimizer` for units and rounding."""

    NAME = "ILiquidityTrading"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (ILiquidityTradingEvents.Swapped,)
    structs: TypeAlias = ILiquidityTradingStructs
    errors: TypeAlias = ILiquidityTradingErrors
    events: TypeAlias = ILiquidityTradingEvents

    @cached_property
    def functions(self) -> ILiquidityTradingFunctions:
        """What the contract can be asked and told."""
        return ILiquidityTradingFunctions(self.contract, self.ERRORS)
