"""ILiquidityGuards and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityGuardsStructs:
    """Structs of ILiquidityGuards."""

    PoolKey: TypeAlias = _structs.PoolKey


class ILiquidityGuardsErrors:
    """Errors of ILiquidityGuards."""

    BreakerOutOfRange: TypeAlias = _errors.BreakerOutOfRange
    NotTighter: TypeAlias = _errors.NotTighter_bytes32
    OracleTooShort: TypeAlias = _errors.OracleTooShort
    PeriodOutOfRange: TypeAlias = _errors.PeriodOutOfRange
    PoolIsPaused: TypeAlias = _errors.PoolIsPaused
    PriceTooFar: TypeAlias = _errors.PriceTooFar


class ILiquidityGuardsEvents:
    """Events of ILiquidityGuards."""

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
    class PoolPaused(_rt.Event):
        """A pool was paused."""

        SIGNATURE: ClassVar[str] = "PoolPaused(bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "320d1812dbf67ff1b70fe61860ed3dea465c55622f697ddae51a3c95e6d50113"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        id: bytes

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


class ILiquidityGuardsFunctions(_rt.Functions):
    """Functions of ILiquidityGuards."""

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

    def lowerSandwichGuard(self, key: _structs.PoolKey) -> _rt.Write[None]:
        """Switches a pool's sandwich guard off.

        Solidity: `lowerSandwichGuard((address,address,uint24,int24,uint16))`, nonpayable,
        selector 0x73f96b4a
        """
        return self._write(
            "lowerSandwichGuard((address,address,uint24,int24,uint16))", type(None), key
        )

    def pausePool(self, key: _structs.PoolKey) -> _rt.Write[None]:
        """Stops a pool's swaps and additions of liquidity; taking out and collecting go on.

        Solidity: `pausePool((address,address,uint24,int24,uint16))`, nonpayable, selector
        0xa849afbe
        """
        return self._write("pausePool((address,address,uint24,int24,uint16))", type(None), key)

    def raiseSandwichGuard(self, key: _structs.PoolKey) -> _rt.Write[None]:
        """Switches a pool's sandwich guard on.

        Solidity: `raiseSandwichGuard((address,address,uint24,int24,uint16))`, nonpayable,
        selector 0x43e2f01c
        """
        return self._write(
            "raiseSandwichGuard((address,address,uint24,int24,uint16))", type(None), key
        )

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

    def unpausePool(self, key: _structs.PoolKey) -> _rt.Write[None]:
        """Lets a paused pool go on.

        Solidity: `unpausePool((address,address,uint24,int24,uint16))`, nonpayable, selector
        0xc40c4af2
        """
        return self._write("unpausePool((address,address,uint24,int24,uint16))", type(None), key)


class ILiquidityGuards(_rt.Contract):
    """What a pool can be protected with, each switched by pool. What loosens a guard and what
    tightens it are two functions, so that the latter can be done at once by those who must
    not do the former. A pool without guards computes nothing of this. The sandwich guard:
    the price before a block's first swap is the block's opening price. A swap against the
    block's net move leads back to it. The part of it up to the opening price yields at most
    what enters, less the fee, at that price (exact in), or takes at least what leaves at
    that price, with the fee (exact out), each step of the computation rounded against the
    trader; the part beyond is what it is. The price moves as without the guard, and the
    difference goes to the providers on the way, each what it gave beyond the opening price.
    A block is its number together with its time. The early-exit penalty: while less than a
    period has passed since liquidity was last added to a position, the fees that it earned
    since are not paid out, do not become owed, and are not compounded; liquidity that
    leaves in this time loses its part of them to the providers in range. They go to the
    protocol where there is none besides the position itself, or where there is less than
    half of what there was when the liquidity came: else the price could be carried to where
    the leaver gives to itself. What the guard cannot see is that two positions belong to
    one person; the other one keeps what it gets only if it stays for the period itself, and
    earns no more than if it had been alone. The deviation breaker: a swap that ends more
    than so many ticks off the mean of the last seconds, on the side that it moves to, is
    refused, or pays at least the highest dynamic fee. The oracle must reach over the window
    before it is switched on, with as many entries as seconds, so that no trading can push
    the history out.
    """

    NAME = "ILiquidityGuards"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ILiquidityGuardsEvents.DeviationBreakerSet,
        ILiquidityGuardsEvents.EarlyExitPeriodSet,
        ILiquidityGuardsEvents.FeesForfeited,
        ILiquidityGuardsEvents.PoolPaused,
        ILiquidityGuardsEvents.PoolUnpaused,
        ILiquidityGuardsEvents.SandwichGuardSet,
        ILiquidityGuardsEvents.SwapHeldBack,
    )
    structs: TypeAlias = ILiquidityGuardsStructs
    errors: TypeAlias = ILiquidityGuardsErrors
    events: TypeAlias = ILiquidityGuardsEvents

    @cached_property
    def functions(self) -> ILiquidityGuardsFunctions:
        """What the contract can be asked and told."""
        return ILiquidityGuardsFunctions(self.contract, self.ERRORS)
