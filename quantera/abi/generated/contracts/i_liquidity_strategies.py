"""ILiquidityStrategies and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityStrategiesStructs:
    """Structs of ILiquidityStrategies."""

    RebalancePlan: TypeAlias = _structs.ILiquidityStrategies_RebalancePlan
    PoolKey: TypeAlias = _structs.PoolKey
    StrategyPolicy: TypeAlias = _structs.StrategyPolicy


class ILiquidityStrategiesErrors:
    """Errors of ILiquidityStrategies."""

    NotDue: TypeAlias = _errors.NotDue
    PolicyOutOfBounds: TypeAlias = _errors.PolicyOutOfBounds
    PolicyUnknown: TypeAlias = _errors.PolicyUnknown


class ILiquidityStrategiesEvents:
    """Events of ILiquidityStrategies."""

    @dataclass(frozen=True)
    class CompoundedFor(_rt.Event):
        """Fees were put to work by somebody else than the owner. Beside it `LiquidityRemoved`
        tells that fees were brought up to date and `LiquidityAdded` what went in.

        Arguments: `caller` who found it due; `feesValue` fees that the call brought in, at the
        mean in units of B; they count for the next move; `id` hash of the pool's key; `rewardA`
        units of A paid to the caller; `rewardB` units of B; `tokenId` the position
        """

        SIGNATURE: ClassVar[str] = "CompoundedFor(bytes32,uint256,address,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2ee69a19d7e6fb46613617981095bfbc999b46f15015cea9a923e5e0a0f79612"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False, False)
        id: bytes
        tokenId: int
        caller: _rt.Address
        feesValue: int
        rewardA: int
        rewardB: int

    @dataclass(frozen=True)
    class PolicyEnded(_rt.Event):
        """A position is not looked after any more."""

        SIGNATURE: ClassVar[str] = "PolicyEnded(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "636f1672b195990e0a803b8f2c70f61c1e374da41de7ff20adf1081fcb6f38d2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        tokenId: int

    @dataclass(frozen=True)
    class PolicySet(_rt.Event):
        """A position is looked after from now on, or in another way; its cooldown and fees start
        anew.

        Arguments: `id` hash of the pool's key; `owner` who wrote the policy; `policy` all of
        it; `tokenId` the position
        """

        SIGNATURE: ClassVar[str] = (
            "PolicySet(bytes32,uint256,address,(uint24,uint24,uint24,uint16,uint32,uint24,uint32,uint32,uint24,uint16,uint128,uint128,uint128,uint128,uint16,uint16))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "deda3963369fe1b636e081c9c20f8695a00f3fbf474435dbcc0a572afa347e8d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        id: bytes
        tokenId: int
        owner: _rt.Address
        policy: _structs.StrategyPolicy

    @dataclass(frozen=True)
    class Rebalanced(_rt.Event):
        """A position was moved. Beside it `LiquidityRemoved` tells what the old range gave and
        `LiquidityAdded` what the new one took; its sender has paid nothing.

        Arguments: `caller` who found it due; `id` hash of the pool's key; `idleA` units of A
        that are owed to the position now; `idleB` units of B; `meanTick` time-weighted mean;
        `rewardA` units of A paid to the caller; `rewardB` units of B; `tick` the price's;
        `tokenId` the position
        """

        SIGNATURE: ClassVar[str] = (
            "Rebalanced(bytes32,uint256,address,int24,int24,uint256,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5388198bb8305dbc79badff452861652a8807a93d81bb3047934b0d670617ca5"
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
        )
        id: bytes
        tokenId: int
        caller: _rt.Address
        tick: int
        meanTick: int
        idleA: int
        idleB: int
        rewardA: int
        rewardB: int


class ILiquidityStrategiesFunctions(_rt.Functions):
    """Functions of ILiquidityStrategies."""

    def compoundFor(self, key: _structs.PoolKey, tokenId: int) -> _rt.Write[tuple[int, int, int]]:
        """Adds a position's fees, and what else is owed to it, to its liquidity. Anybody may,
        where the fees that the call brings in are enough by the policy's trigger and the price
        is near the mean. Reverts with `NotDue`.

        Arguments: `key` the pool; `tokenId` the position

        Returns: `liquidity` that was added; `rewardA` units of A that the caller received;
        `rewardB` units of B

        Solidity: `compoundFor((address,address,uint24,int24,uint16),uint256)`, nonpayable,
        selector 0xd5e94b31
        """
        return self._write(
            "compoundFor((address,address,uint24,int24,uint16),uint256)",
            tuple[int, int, int],
            key,
            tokenId,
        )

    def endPolicy(self, tokenId: int) -> _rt.Write[None]:
        """Ends the policy of a position; its owner and those it allows may, always.

        Solidity: `endPolicy(uint256)`, nonpayable, selector 0xe517d3e4
        """
        return self._write("endPolicy(uint256)", type(None), tokenId)

    def policyOf(self, tokenId: int) -> _rt.Read[tuple[_structs.StrategyPolicy, int, int, int]]:
        """The policy of a position; empty where it has none.

        Returns: `earnedValue` fees put to work by others since then, in units of B at the mean
        of each time; `movedAt` second of the last move by others; 0 for none; `movedTick` the
        price's tick then; `policy` all of it

        Solidity: `policyOf(uint256)`, view, selector 0x54d38590
        """
        return self._read(
            "policyOf(uint256)", tuple[_structs.StrategyPolicy, int, int, int], tokenId
        )

    def previewRebalance(
        self, key: _structs.PoolKey, tokenId: int
    ) -> _rt.Read[_structs.ILiquidityStrategies_RebalancePlan]:
        """What `rebalance` would do now, or why it would not. Fees that a guard of the pool would
        hold back are not foreseen.

        Solidity: `previewRebalance((address,address,uint24,int24,uint16),uint256)`, view,
        selector 0xa7098d62
        """
        return self._read(
            "previewRebalance((address,address,uint24,int24,uint16),uint256)",
            _structs.ILiquidityStrategies_RebalancePlan,
            key,
            tokenId,
        )

    def rebalance(self, key: _structs.PoolKey, tokenId: int) -> _rt.Write[tuple[int, int, int]]:
        """Moves a position that is due into its new range. Anybody may. Reverts with `NotDue`.

        Arguments: `key` the pool; `tokenId` the position

        Returns: `liquidity` of the new range; `rewardA` units of A that the caller received;
        `rewardB` units of B

        Solidity: `rebalance((address,address,uint24,int24,uint16),uint256)`, nonpayable,
        selector 0x334ef00b
        """
        return self._write(
            "rebalance((address,address,uint24,int24,uint16),uint256)",
            tuple[int, int, int],
            key,
            tokenId,
        )

    def setPolicy(
        self, key: _structs.PoolKey, tokenId: int, policy: _structs.StrategyPolicy
    ) -> _rt.Write[None]:
        """Writes the policy of a position; its owner alone may, in a pool that keeps observations.
        Bounds: widths from the spacing up; `minMove` at least the spacing; cooldown and window
        from a minute to 30 days; deviation at most 1,000 ticks; loss from 1 to 1,000 basis
        points; reward at most 2,000; and a least sum of fees or a multiple of the cost with the
        coin's price.

        Arguments: `key` the pool; `policy` all of it; `tokenId` the position

        Solidity:
        `setPolicy((address,address,uint24,int24,uint16),uint256,(uint24,uint24,uint24,uint16,uint32,uint24,uint32,uint32,uint24,uint16,uint128,uint128,uint128,uint128,uint16,uint16))`,
        nonpayable, selector 0x25ce07ce
        """
        return self._write(
            "setPolicy((address,address,uint24,int24,uint16),uint256,(uint24,uint24,uint24,uint16,uint32,uint24,uint32,uint32,uint24,uint16,uint128,uint128,uint128,uint128,uint16,uint16))",
            type(None),
            key,
            tokenId,
            policy,
        )


class ILiquidityStrategies(_rt.Contract):
    """A position that is a token may carry a policy; whoever finds it due may then move its
    range or put its fees to work, and is paid out of those fees. The new range lies around
    the price; that of a position out of range, which has one token alone, beside the price
    on that token's side. Nothing is swapped: what does not fit the new range stays owed to
    the position. A policy ends when its owner says so, when the token is handed on, or when
    the position is left entirely and paid out.
    """

    NAME = "ILiquidityStrategies"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ILiquidityStrategiesEvents.CompoundedFor,
        ILiquidityStrategiesEvents.PolicyEnded,
        ILiquidityStrategiesEvents.PolicySet,
        ILiquidityStrategiesEvents.Rebalanced,
    )
    structs: TypeAlias = ILiquidityStrategiesStructs
    errors: TypeAlias = ILiquidityStrategiesErrors
    events: TypeAlias = ILiquidityStrategiesEvents

    @cached_property
    def functions(self) -> ILiquidityStrategiesFunctions:
        """What the contract can be asked and told."""
        return ILiquidityStrategiesFunctions(self.contract, self.ERRORS)
