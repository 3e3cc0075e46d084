"""ILiquidityPoolOptimizer and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityPoolOptimizerStructs:
    """Structs of ILiquidityPoolOptimizer."""

    PoolKey: TypeAlias = _structs.PoolKey


class ILiquidityPoolOptimizerErrors:
    """Errors of ILiquidityPoolOptimizer."""

    AddressWithoutCode: TypeAlias = _errors.AddressWithoutCode
    ETHTransferFailed: TypeAlias = _errors.ETHTransferFailed
    FeeOutOfRange: TypeAlias = _errors.FeeOutOfRange
    InvalidSqrtPrice: TypeAlias = _errors.InvalidSqrtPrice
    LiquidityWouldBeLocked: TypeAlias = _errors.LiquidityWouldBeLocked
    ModesUnknown: TypeAlias = _errors.ModesUnknown
    NotAdmitted: TypeAlias = _errors.NotAdmitted
    PoolExists: TypeAlias = _errors.PoolExists
    PoolNumbersExhausted: TypeAlias = _errors.PoolNumbersExhausted
    PoolUnknown: TypeAlias = _errors.PoolUnknown
    PoolUnregulated: TypeAlias = _errors.PoolUnregulated
    ProtocolShareOutOfRange: TypeAlias = _errors.ProtocolShareOutOfRange
    TickSpacingOutOfRange: TypeAlias = _errors.TickSpacingOutOfRange
    TokensOutOfOrder: TypeAlias = _errors.TokensOutOfOrder
    TransferFailed: TypeAlias = _errors.TransferFailed
    TransferFromFailed: TypeAlias = _errors.TransferFromFailed


class ILiquidityPoolOptimizerEvents:
    """Events of ILiquidityPoolOptimizer."""

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
    class WrappedNativeSet(_rt.Event):
        """The chain's wrapped native coin."""

        SIGNATURE: ClassVar[str] = "WrappedNativeSet(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "141c8827a0e1bf1f8e0a0f1d0b4fce811fd3b387abb10419267afc2b74583776"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        token: _rt.Address


class ILiquidityPoolOptimizerFunctions(_rt.Functions):
    """Functions of ILiquidityPoolOptimizer."""

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

    def distrustExactness(self, token: _rt.Address) -> _rt.Write[None]:
        """Has pools of a token that are created from now on check what they receive.

        Solidity: `distrustExactness(address)`, nonpayable, selector 0x23e4c445
        """
        return self._write("distrustExactness(address)", type(None), token)

    def initialize(self, authority: _rt.Address, wrappedNative: _rt.Address) -> _rt.Write[None]:
        """Sets the contract up.

        Arguments: `authority` the chain's access manager; `wrappedNative` the chain's wrapped
        native coin (WETH, WPOL, WAVAX)

        Solidity: `initialize(address,address)`, nonpayable, selector 0x485cc955
        """
        return self._write("initialize(address,address)", type(None), authority, wrappedNative)

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

    def trustExactness(self, token: _rt.Address) -> _rt.Write[None]:
        """Lets pools of a token that are created from now on trust what it moves, which saves two
        reads a swap. A token that can take a fee on transfers, or whose balances move by
        themselves, is not one.

        Solidity: `trustExactness(address)`, nonpayable, selector 0xe7411c44
        """
        return self._write("trustExactness(address)", type(None), token)


class ILiquidityPoolOptimizer(_rt.Contract):
    """Concentrated-liquidity pools of every pair in one contract. The other subjects at the
    same address are `ILiquidityTrading` (swaps), `ILiquidityPositions` (liquidity),
    `ILiquidityRanges` (moving and compounding it), `ILiquidityOracle` (time-weighted
    prices), `ILiquidityFees` (fees that follow the market), `ILiquidityQuotes` and
    `ILiquidityState` (views). Amounts are in a token's own units; prices are square roots
    of B per A as Q64.96; fees are in millionths of the input; times are Unix seconds. A
    pool without modes computes what Uniswap v3 computes, to the unit: what enters is
    rounded up, what leaves is rounded down, fees round up, growth of fees rounds down.
    """

    NAME = "ILiquidityPoolOptimizer"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ILiquidityPoolOptimizerEvents.PoolCreated,
        ILiquidityPoolOptimizerEvents.PoolRegulated,
        ILiquidityPoolOptimizerEvents.ProtocolFeesCollected,
        ILiquidityPoolOptimizerEvents.ProtocolShareSet,
        ILiquidityPoolOptimizerEvents.TokenExactnessSet,
        ILiquidityPoolOptimizerEvents.WrappedNativeSet,
    )
    structs: TypeAlias = ILiquidityPoolOptimizerStructs
    errors: TypeAlias = ILiquidityPoolOptimizerErrors
    events: TypeAlias = ILiquidityPoolOptimizerEvents

    @cached_property
    def functions(self) -> ILiquidityPoolOptimizerFunctions:
        """What the contract can be asked and told."""
        return ILiquidityPoolOptimizerFunctions(self.contract, self.ERRORS)
