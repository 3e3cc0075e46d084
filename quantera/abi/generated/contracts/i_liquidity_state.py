"""ILiquidityState and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityStateStructs:
    """Structs of ILiquidityState."""

    LiquidityPool: TypeAlias = _structs.ILiquidityPoolOptimizer_LiquidityPool
    PoolState: TypeAlias = _structs.ILiquidityState_PoolState
    PositionState: TypeAlias = _structs.ILiquidityState_PositionState
    TickState: TypeAlias = _structs.ILiquidityState_TickState
    PoolKey: TypeAlias = _structs.PoolKey


class ILiquidityStateErrors:
    """Errors of ILiquidityState."""


class ILiquidityStateEvents:
    """Events of ILiquidityState."""


class ILiquidityStateFunctions(_rt.Functions):
    """Functions of ILiquidityState."""

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

    def isExact(self, token: _rt.Address) -> _rt.Read[bool]:
        """Whether receipts of a token need no check in pools created from now on.

        Solidity: `isExact(address)`, view, selector 0xc0b08f6a
        """
        return self._read("isExact(address)", bool, token)

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

    def positionState(self, position: bytes) -> _rt.Read[_structs.ILiquidityState_PositionState]:
        """A position, by its token's id or by `positionKey`.

        Solidity: `positionState(bytes32)`, view, selector 0x5c5f9ab4
        """
        return self._read(
            "positionState(bytes32)", _structs.ILiquidityState_PositionState, position
        )

    def regulatedTokens(self, poolNumber: int) -> _rt.Read[tuple[_rt.Address, _rt.Address]]:
        """The tokens of a pool for verified holders whose registries decide; zero for one without
        a registry.

        Solidity: `regulatedTokens(uint256)`, view, selector 0x302db871
        """
        return self._read("regulatedTokens(uint256)", tuple[_rt.Address, _rt.Address], poolNumber)

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

    def wrappedNative(self) -> _rt.Read[_rt.Address]:
        """The chain's wrapped native coin.

        Solidity: `wrappedNative()`, view, selector 0xeb6d3a11
        """
        return self._read("wrappedNative()", _rt.Address)


class ILiquidityState(_rt.Contract):
    """Views of pools, ticks and positions. None reverts for what does not exist: it is empty."""

    NAME = "ILiquidityState"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ILiquidityStateStructs
    errors: TypeAlias = ILiquidityStateErrors
    events: TypeAlias = ILiquidityStateEvents

    @cached_property
    def functions(self) -> ILiquidityStateFunctions:
        """What the contract can be asked and told."""
        return ILiquidityStateFunctions(self.contract, self.ERRORS)
