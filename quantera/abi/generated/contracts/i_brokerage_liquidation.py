"""IBrokerageLiquidation and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageLiquidationStructs:
    """Structs of IBrokerageLiquidation."""

    LiquidationOrder: TypeAlias = _structs.IBrokerageLiquidation_LiquidationOrder


class IBrokerageLiquidationErrors:
    """Errors of IBrokerageLiquidation."""

    LiquidationNonceMismatch: TypeAlias = _errors.LiquidationNonceMismatch
    LiquidationWorsens: TypeAlias = _errors.LiquidationWorsens
    LiquidatorIneligible: TypeAlias = _errors.LiquidatorIneligible
    NotLiquidatable: TypeAlias = _errors.NotLiquidatable
    NothingToClaim: TypeAlias = _errors.NothingToClaim
    NothingToLiquidate: TypeAlias = _errors.NothingToLiquidate
    SeizedTooFew: TypeAlias = _errors.SeizedTooFew
    SeizureCapReached: TypeAlias = _errors.SeizureCapReached
    SelfLiquidation: TypeAlias = _errors.SelfLiquidation


class IBrokerageLiquidationEvents:
    """Events of IBrokerageLiquidation."""

    @dataclass(frozen=True)
    class Liquidated(_rt.Event):
        """Debt was repaid for collateral.

        Arguments: `bonusBps` the liquidator's bonus; `fee` units of the debt asset that became
        first-loss capital; `repaid` units by which the debt fell; `seized` units of collateral
        that the liquidator got
        """

        SIGNATURE: ClassVar[str] = (
            "Liquidated(uint256,address,uint8,uint8,uint256,uint256,uint256,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d9b5f9080305463b848bcba21fdceab75e35b552ea3deedcf9d70a1ee82e4295"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False, False, False)
        account: int
        liquidator: _rt.Address
        debtAsset: int
        collateral: int
        repaid: int
        fee: int
        seized: int
        bonusBps: int

    @dataclass(frozen=True)
    class PositionLiquidated(_rt.Event):
        """A position was closed against the clearing account."""

        SIGNATURE: ClassVar[str] = "PositionLiquidated(uint256,uint8,int128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "47385cc1d1e9e07b91b9764a4661ec434fd9700d3e976d27880837424d446f1d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        account: int
        assetId: int
        size: int

    @dataclass(frozen=True)
    class PositionTakenOver(_rt.Event):
        """A position passed to another account.

        Arguments: `rewardValue` what the taker got for it; `size` units, negative for a short
        """

        SIGNATURE: ClassVar[str] = "PositionTakenOver(uint256,uint256,uint8,int128,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "89c8d2c9adad73b1382d73b13013ce617859f5011c05f19c16a87a39887e0185"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        account: int
        taker: int
        assetId: int
        size: int
        rewardValue: int

    @dataclass(frozen=True)
    class SeizureClaimable(_rt.Event):
        """Collateral could not be transferred to its liquidator, who may claim it."""

        SIGNATURE: ClassVar[str] = "SeizureClaimable(address,uint256,uint8,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "760d5eb73e79d5114d116e245f76dc409c4fe33e1c70ff6d99c21f4736b08da0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        liquidator: _rt.Address
        account: int
        assetId: int
        units: int

    @dataclass(frozen=True)
    class SeizureClaimed(_rt.Event):
        """A liquidator took what could not be transferred before."""

        SIGNATURE: ClassVar[str] = "SeizureClaimed(address,uint256,uint8,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "764e18bd4471014d5698645357a101759ca061b6d3d18b698596b5fa93d6b293"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False, False)
        liquidator: _rt.Address
        account: int
        assetId: int
        to: _rt.Address
        units: int


class IBrokerageLiquidationFunctions(_rt.Functions):
    """Functions of IBrokerageLiquidation."""

    def claimSeized(self, account: int, assetId: int, to: _rt.Address) -> _rt.Write[None]:
        """Takes what of an account's collateral could not be transferred to the caller before.

        Reverts with `NothingToClaim`, `LiquidatorIneligible`, and as the token's transfer does.

        Arguments: `to` a verified wallet

        Solidity: `claimSeized(uint256,uint8,address)`, nonpayable, selector 0xdb6d2666
        """
        return self._write("claimSeized(uint256,uint8,address)", type(None), account, assetId, to)

    def liquidate(
        self, order: _structs.IBrokerageLiquidation_LiquidationOrder
    ) -> _rt.Write[tuple[int, int]]:
        """Repays debt of an account for its collateral.

        The caller pays and receives; the registry must verify it. Reverts with
        `NotLiquidatable`, `LiquidationNonceMismatch`, `SelfLiquidation`,
        `LiquidatorIneligible`, `SeizedTooFew`, `NothingToLiquidate`, `SeizureCapReached`,
        `LiquidationWorsens`, in a batch, and while liquidations are paused or prices stale.
        Collateral whose transfer fails becomes a claim instead.

        Returns: `repaid` units by which the debt fell; `seized` units of collateral taken

        Solidity: `liquidate((uint256,uint8,uint8,uint32,uint128,uint128))`, nonpayable,
        selector 0xa3b27b56
        """
        return self._write(
            "liquidate((uint256,uint8,uint8,uint32,uint128,uint128))", tuple[int, int], order
        )

    def liquidatePosition(self, account: int, assetId: int, size: int) -> _rt.Write[None]:
        """Closes a position of an account that may be liquidated against the clearing account, at
        the adverse side of its price. Anyone may; nobody is rewarded.

        Reverts with `NotLiquidatable`, `NothingToLiquidate`.

        Solidity: `liquidatePosition(uint256,uint8,uint128)`, nonpayable, selector 0xc31c80cc
        """
        return self._write(
            "liquidatePosition(uint256,uint8,uint128)", type(None), account, assetId, size
        )

    def takeOverPosition(
        self, account: int, taker: int, assetId: int, size: int, expectedNonce: int
    ) -> _rt.Write[None]:
        """Takes over a position of an account that may be liquidated, at the adverse side of its
        price and for a reward: the bonus on the potential exposure that it relieves the account
        of. The taker is an account of the caller and keeps the initial ratio afterwards.

        Reverts as `liquidate` does, with `IPrimeBrokerage.TooManyAssets`, and as opening a
        position does.

        Arguments: `size` units of the position to take over at most, without sign

        Solidity: `takeOverPosition(uint256,uint256,uint8,uint128,uint32)`, nonpayable, selector
        0x7db95b4d
        """
        return self._write(
            "takeOverPosition(uint256,uint256,uint8,uint128,uint32)",
            type(None),
            account,
            taker,
            assetId,
            size,
            expectedNonce,
        )


class IBrokerageLiquidation(_rt.Contract):
    """A Dutch auction: whoever repays debt of an account that may be liquidated takes
    collateral worth as much and a bonus that grows with the time since the auction began.
    No more is liquidated than restores the account to the target ratio, but a rest below
    the dust value, of debt or of the collateral taken, is taken along. Collateral is valued
    at the low side of its price and debt at the high side, as everywhere. Repaid units are
    rounded up, taken ones down. On top of what the liquidator repays he pays the fee, which
    becomes first-loss capital; bonus, fee and expected slippage together stay below the
    liquidation threshold less one, and near insolvency they shrink so that the ratio does
    not fall. Under water the least bonus alone is paid: the liquidator pays for what he
    takes and the rest of the debt is left to the default waterfall.
    """

    NAME = "IBrokerageLiquidation"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageLiquidationEvents.Liquidated,
        IBrokerageLiquidationEvents.PositionLiquidated,
        IBrokerageLiquidationEvents.PositionTakenOver,
        IBrokerageLiquidationEvents.SeizureClaimable,
        IBrokerageLiquidationEvents.SeizureClaimed,
    )
    structs: TypeAlias = IBrokerageLiquidationStructs
    errors: TypeAlias = IBrokerageLiquidationErrors
    events: TypeAlias = IBrokerageLiquidationEvents

    @cached_property
    def functions(self) -> IBrokerageLiquidationFunctions:
        """What the contract can be asked and told."""
        return IBrokerageLiquidationFunctions(self.contract, self.ERRORS)
