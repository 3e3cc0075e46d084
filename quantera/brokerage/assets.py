"""What valuing an asset needs: its two prices, haircut, potential exposure and carry."""

from dataclasses import dataclass, replace
from enum import IntFlag
from functools import cached_property

from quantera.brokerage.rounding import BPS, up

CARRY_SCALE = 10**6
"""Digits that a carry has beyond a price."""
FLAGS_SHIFT = 163
CARRY_SHIFT = 169


class AssetFlag(IntFlag):
    """`RiskWords`' flags, in their order."""

    COLLATERAL = 1
    TRADABLE = 2
    SETTLEMENT = 4
    ACTIVE = 8
    RAMPING = 16
    ONE_FEED = 32


EVERYTHING = AssetFlag.COLLATERAL | AssetFlag.TRADABLE | AssetFlag.SETTLEMENT | AssetFlag.ACTIVE


@dataclass(frozen=True)
class HaircutPath:
    """A haircut on its way, in basis points; times in seconds."""

    from_bps: int
    to_bps: int
    start: int
    end: int

    def at(self, now: int) -> int:
        """The haircut of that time, rounded up."""
        if now >= self.end:
            return self.to_bps
        if now <= self.start:
            return self.from_bps
        gone, span = now - self.start, self.end - self.start
        return up(self.from_bps * (span - gone) + self.to_bps * gone, span)


@dataclass(frozen=True)
class Asset:
    """One asset as the contract's risk word tells it.

    Attributes:
        low: lower price of a whole token, value.
        spread_bps: how far the higher price is above it.
        updated_at: time of the price, in seconds.
        max_age: oldest that it may be, in seconds.
        carry: financing of a whole long token since the start, value with 14 decimals.
    """

    low: int
    spread_bps: int = 0
    updated_at: int = 0
    max_age: int = 0
    haircut_bps: int = 0
    exposure_bps: int = 0
    decimals: int = 18
    flags: AssetFlag = EVERYTHING
    carry: int = 0
    path: HaircutPath | None = None

    @cached_property
    def high(self) -> int:
        """Higher price of a whole token, value, rounded up."""
        return self.low + up(self.low * self.spread_bps, BPS)

    @cached_property
    def one(self) -> int:
        """Units of a whole token."""
        return int(10**self.decimals)

    @cached_property
    def settles(self) -> bool:
        """Whether debts can be paid in it."""
        return AssetFlag.SETTLEMENT in self.flags

    @cached_property
    def is_active(self) -> bool:
        """Whether it may be taken on."""
        return AssetFlag.ACTIVE in self.flags

    def haircut(self, now: int) -> int:
        """The haircut that holds now, in basis points, rounded up while it moves."""
        if self.path is not None and AssetFlag.RAMPING in self.flags:
            return self.path.at(now)
        return self.haircut_bps

    def is_stale(self, now: int) -> bool:
        """Whether its price is older than it may be."""
        return now > self.updated_at + self.max_age

    def priced(self, low: int, now: int, spread_bps: int = 0) -> "Asset":
        """The same with another price."""
        return replace(self, low=low, spread_bps=spread_bps, updated_at=now)


def _bits(word: int, shift: int, width: int) -> int:
    return word >> shift & (1 << width) - 1


def unpacked(word: int, path: HaircutPath | None = None) -> Asset:
    """The asset that a `RiskWord` holds."""
    carry = word >> CARRY_SHIFT
    if carry >> 86:
        carry -= 1 << 87
    return Asset(
        low=_bits(word, 0, 72),
        spread_bps=_bits(word, 72, 14),
        updated_at=_bits(word, 86, 32),
        max_age=60 * _bits(word, 118, 12),
        haircut_bps=_bits(word, 130, 14),
        exposure_bps=_bits(word, 144, 14),
        decimals=_bits(word, 158, 5),
        flags=AssetFlag(_bits(word, FLAGS_SHIFT, 6)),
        carry=carry,
        path=path,
    )


def packed(asset: Asset) -> int:
    """The `RiskWord` of an asset."""
    return (
        asset.low
        | asset.spread_bps << 72
        | asset.updated_at << 86
        | asset.max_age // 60 << 118
        | asset.haircut_bps << 130
        | asset.exposure_bps << 144
        | asset.decimals << 158
        | asset.flags << FLAGS_SHIFT
        | (asset.carry & (1 << 87) - 1) << CARRY_SHIFT
    )
