"""ILiquidityBatches and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityBatchesStructs:
    """Structs of ILiquidityBatches."""

    Batch: TypeAlias = _structs.ILiquidityBatches_Batch
    BatchOrder: TypeAlias = _structs.ILiquidityBatches_BatchOrder
    PoolKey: TypeAlias = _structs.PoolKey


class ILiquidityBatchesErrors:
    """Errors of ILiquidityBatches."""

    BatchEmpty: TypeAlias = _errors.BatchEmpty
    BatchFull: TypeAlias = _errors.BatchFull
    BatchNotSettleable: TypeAlias = _errors.BatchNotSettleable
    BatchOnly: TypeAlias = _errors.BatchOnly
    BatchOrderMisplaced: TypeAlias = _errors.BatchOrderMisplaced
    BatchPriceNotUniform: TypeAlias = _errors.BatchPriceNotUniform
    BatchWindowOutOfRange: TypeAlias = _errors.BatchWindowOutOfRange
    BatchingOff: TypeAlias = _errors.BatchingOff
    OrderNotCancellable: TypeAlias = _errors.OrderNotCancellable
    OrderNotPayable: TypeAlias = _errors.OrderNotPayable
    OrderNotYours: TypeAlias = _errors.OrderNotYours


class ILiquidityBatchesEvents:
    """Events of ILiquidityBatches."""

    @dataclass(frozen=True)
    class BatchSettled(_rt.Event):
        """A batch was settled; see `Batch`."""

        SIGNATURE: ClassVar[str] = (
            "BatchSettled(bytes32,uint256,uint256,uint128,uint128,uint128,uint128)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a0af955e51e07967baeff6deb1a37a30d37d8877e06473dfa57373e1f952b25a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False, False)
        id: bytes
        batch: int
        included: int
        paidInA: int
        paidInB: int
        paidOutA: int
        paidOutB: int

    @dataclass(frozen=True)
    class BatchingSet(_rt.Event):
        """A pool trades in batches from now on, or no longer (window 0)."""

        SIGNATURE: ClassVar[str] = "BatchingSet(bytes32,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fb71b62e467c54f2d84cf53ea98e068c93d5d21a6688feda7ae9828f2c8a7464"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        id: bytes
        window: int

    @dataclass(frozen=True)
    class OrderCancelled(_rt.Event):
        """An order was taken back before its batch closed, or after nobody settled it."""

        SIGNATURE: ClassVar[str] = "OrderCancelled(bytes32,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "e4af7100a356cc424e6939f8c60f26ba0bbcf7908692baacacf6177d84704500"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        id: bytes
        batch: int
        order: int

    @dataclass(frozen=True)
    class OrderPaid(_rt.Event):
        """An order was paid: with what it bought, or, left out, with what it paid in."""

        SIGNATURE: ClassVar[str] = "OrderPaid(bytes32,uint256,uint256,bool,uint128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "cccef8df77c756c0fbbc7fa2d15b0d5b25e88d4dce1c4c89ec71e2251f79f523"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        id: bytes
        batch: int
        order: int
        bought: bool
        amount: int

    @dataclass(frozen=True)
    class OrderPlaced(_rt.Event):
        """An order waits."""

        SIGNATURE: ClassVar[str] = (
            "OrderPlaced(bytes32,uint256,uint256,address,bool,uint128,uint160,uint40)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d63a79beddd9d3ee196a54e0d78befea44837ccb8cefbadc9b043765a0b7f463"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False, False, False)
        id: bytes
        batch: int
        order: int
        owner: _rt.Address
        aForB: bool
        amountIn: int
        sqrtPriceLimitX96: int
        closesAt: int


class ILiquidityBatchesFunctions(_rt.Functions):
    """Functions of ILiquidityBatches."""

    def batchOf(self, id: bytes, batch: int) -> _rt.Read[_structs.ILiquidityBatches_Batch]:
        """A batch; empty where there is none.

        Solidity: `batchOf(bytes32,uint256)`, view, selector 0x6c585d97
        """
        return self._read("batchOf(bytes32,uint256)", _structs.ILiquidityBatches_Batch, id, batch)

    def batchingOf(self, id: bytes) -> _rt.Read[tuple[int, int]]:
        """The pool's window in seconds, 0 where it has none, and the number of its newest batch.

        Solidity: `batchingOf(bytes32)`, view, selector 0xa5b47c07
        """
        return self._read("batchingOf(bytes32)", tuple[int, int], id)

    def cancelOrder(self, key: _structs.PoolKey, batch: int, order: int) -> _rt.Write[None]:
        """Takes an order back.

        Solidity: `cancelOrder((address,address,uint24,int24,uint16),uint256,uint256)`,
        nonpayable, selector 0xa7a9d6a7
        """
        return self._write(
            "cancelOrder((address,address,uint24,int24,uint16),uint256,uint256)",
            type(None),
            key,
            batch,
            order,
        )

    def orderOf(
        self, id: bytes, batch: int, order: int
    ) -> _rt.Read[_structs.ILiquidityBatches_BatchOrder]:
        """An order; empty where there is none.

        Solidity: `orderOf(bytes32,uint256,uint256)`, view, selector 0x39741837
        """
        return self._read(
            "orderOf(bytes32,uint256,uint256)",
            _structs.ILiquidityBatches_BatchOrder,
            id,
            batch,
            order,
        )

    def payOrder(self, key: _structs.PoolKey, batch: int, order: int) -> _rt.Write[None]:
        """Pays an order of a settled batch to its owner; anybody may call.

        Solidity: `payOrder((address,address,uint24,int24,uint16),uint256,uint256)`, nonpayable,
        selector 0x5d94261a
        """
        return self._write(
            "payOrder((address,address,uint24,int24,uint16),uint256,uint256)",
            type(None),
            key,
            batch,
            order,
        )

    def placeOrder(
        self,
        key: _structs.PoolKey,
        aForB: bool,
        amountIn: int,
        sqrtPriceLimitX96: int,
        deadline: int,
    ) -> _rt.Write[tuple[int, int]]:
        """Places an order in the pool's open batch, or opens one.

        Arguments: `aForB` whether the order pays in A; `amountIn` units that it pays in now;
        `deadline` last second in which the call may be mined; `key` the pool;
        `sqrtPriceLimitX96` square root of the worst price, B per A as Q64.96

        Returns: `batch` number of the batch; `order` number of the order in it

        Solidity:
        `placeOrder((address,address,uint24,int24,uint16),bool,uint128,uint160,uint256)`,
        nonpayable, selector 0xe3a14187
        """
        return self._write(
            "placeOrder((address,address,uint24,int24,uint16),bool,uint128,uint160,uint256)",
            tuple[int, int],
            key,
            aForB,
            amountIn,
            sqrtPriceLimitX96,
            deadline,
        )

    def previewBatch(self, key: _structs.PoolKey, batch: int) -> _rt.Read[tuple[int, int, int]]:
        """What `settleBatch` would accept for a closed batch at the pool's present price.

        Searches: for reading from outside the chain.

        Solidity: `previewBatch((address,address,uint24,int24,uint16),uint256)`, view, selector
        0xe6e76e65
        """
        return self._read(
            "previewBatch((address,address,uint24,int24,uint16),uint256)",
            tuple[int, int, int],
            key,
            batch,
        )

    def settleBatch(
        self, key: _structs.PoolKey, batch: int, net: int, amountIn: int, included: int
    ) -> _rt.Write[None]:
        """Settles a closed batch; anybody may.

        Arguments: `amountIn` units of it; `batch` number of the batch; `included` bit i is set
        where order i takes part; `key` the pool; `net` which token enters the pool for what is
        left over

        Solidity:
        `settleBatch((address,address,uint24,int24,uint16),uint256,uint8,uint256,uint256)`,
        nonpayable, selector 0xae1396f0
        """
        return self._write(
            "settleBatch((address,address,uint24,int24,uint16),uint256,uint8,uint256,uint256)",
            type(None),
            key,
            batch,
            net,
            amountIn,
            included,
        )

    def startBatching(self, key: _structs.PoolKey, window: int) -> _rt.Write[None]:
        """Has a pool trade in batches alone.

        Arguments: `window` seconds that a batch stays open after its first order, 1 to 604,800

        Solidity: `startBatching((address,address,uint24,int24,uint16),uint32)`, nonpayable,
        selector 0x330d5a4a
        """
        return self._write(
            "startBatching((address,address,uint24,int24,uint16),uint32)", type(None), key, window
        )

    def stopBatching(self, key: _structs.PoolKey) -> _rt.Write[None]:
        """Has a pool trade by single swaps again; batches under way are settled all the same.

        Solidity: `stopBatching((address,address,uint24,int24,uint16))`, nonpayable, selector
        0xff603979
        """
        return self._write("stopBatching((address,address,uint24,int24,uint16))", type(None), key)


class ILiquidityBatches(_rt.Contract):
    """A pool for thinly traded assets may trade in batches at one price. Orders of a batch pay
    in at once and wait until its window closes, which opens with its first order. Then
    buyers and sellers are matched with each other and what is left over is one swap with
    the pool; everybody's price is the one that this swap gets, fee included, so that nobody
    gains by coming first or last. Without anything left over the price is what the two
    sides make, as long as no swap with the pool would be better for either. Who settles
    names the swap; the contract accepts it only where the two sides' prices agree to a
    millionth and every order that the price satisfies takes part. Orders within a
    thousandth of the price may be left out, since with them it might move past their own
    limit.
    """

    NAME = "ILiquidityBatches"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ILiquidityBatchesEvents.BatchSettled,
        ILiquidityBatchesEvents.BatchingSet,
        ILiquidityBatchesEvents.OrderCancelled,
        ILiquidityBatchesEvents.OrderPaid,
        ILiquidityBatchesEvents.OrderPlaced,
    )
    structs: TypeAlias = ILiquidityBatchesStructs
    errors: TypeAlias = ILiquidityBatchesErrors
    events: TypeAlias = ILiquidityBatchesEvents

    @cached_property
    def functions(self) -> ILiquidityBatchesFunctions:
        """What the contract can be asked and told."""
        return ILiquidityBatchesFunctions(self.contract, self.ERRORS)
