"""ILiquidityPositions and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityPositionsStructs:
    """Structs of ILiquidityPositions."""

    AddRequest: TypeAlias = _structs.AddRequest
    Position: TypeAlias = _structs.ILiquidityPositions_Position
    PoolKey: TypeAlias = _structs.PoolKey
    RemoveRequest: TypeAlias = _structs.RemoveRequest


class ILiquidityPositionsErrors:
    """Errors of ILiquidityPositions."""

    AmountsOutOfBounds: TypeAlias = _errors.AmountsOutOfBounds
    LiquidityMissing: TypeAlias = _errors.LiquidityMissing
    LiquidityPerTickExceeded: TypeAlias = _errors.LiquidityPerTickExceeded
    LiquidityZero: TypeAlias = _errors.LiquidityZero
    PositionNotAllowed: TypeAlias = _errors.PositionNotAllowed
    PositionUnknown: TypeAlias = _errors.PositionUnknown
    PriceOutOfBounds: TypeAlias = _errors.PriceOutOfBounds
    RangeInvalid: TypeAlias = _errors.RangeInvalid


class ILiquidityPositionsEvents:
    """Events of ILiquidityPositions."""

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


class ILiquidityPositionsFunctions(_rt.Functions):
    """Functions of ILiquidityPositions."""

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

    def positionOf(self, tokenId: int) -> _rt.Read[_structs.ILiquidityPositions_Position]:
        """A position that is a token, as the platform's data model names it; empty where there is
        none.

        Solidity: `positionOf(uint256)`, view, selector 0x46f96023
        """
        return self._read("positionOf(uint256)", _structs.ILiquidityPositions_Position, tokenId)

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


class ILiquidityPositions(_rt.Contract):
    """A position is an ERC-721 token, or belongs to an account and a range as in Uniswap v3's
    core, which is cheaper and cannot be handed on. See `ILiquidityPoolOptimizer` for units
    and rounding.
    """

    NAME = "ILiquidityPositions"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ILiquidityPositionsEvents.Collected,
        ILiquidityPositionsEvents.LiquidityAdded,
        ILiquidityPositionsEvents.LiquidityRemoved,
        ILiquidityPositionsEvents.PositionEnded,
    )
    structs: TypeAlias = ILiquidityPositionsStructs
    errors: TypeAlias = ILiquidityPositionsErrors
    events: TypeAlias = ILiquidityPositionsEvents

    @cached_property
    def functions(self) -> ILiquidityPositionsFunctions:
        """What the contract can be asked and told."""
        return ILiquidityPositionsFunctions(self.contract, self.ERRORS)
