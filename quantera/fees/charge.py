"""Charges as `FeeCharged` tells them, its packed words taken apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Protocol

EVENT = "FeeCharged"

_HALF = 1 << 128


class Product(IntEnum):
    """`IDynamicFeeStructure.Product`."""

    DEFAULT = 0
    TOKEN = 1
    BRIDGE = 2
    SETTLEMENT = 3
    BROKERAGE = 4
    POOL = 5


class Limit(IntEnum):
    """`IDynamicFeeStructure.Limit`."""

    NONE = 0
    FLOOR = 1
    CAP = 2
    MAXIMUM = 3


class LogLike(Protocol):
    """A decoded event."""

    @property
    def name(self) -> str:
        """The event's name."""

    @property
    def args(self) -> Mapping[str, Any]:
        """Its arguments by name."""


@dataclass(frozen=True, slots=True)
class Charge:
    """One fee that was charged; amounts in units of the asset.

    Attributes:
        collector: the contract that charged.
        payer: who paid.
        asset: what the amount and the fee are in.
        serial: number of the charge in the collector's line.
        version: of the schedules.
        period_volume: the account's volume in the period, this deal included; value, 8 decimals.
        floor_top_up: what the floor added.
        cap_reduction: what the cap or the maximum took off.
    """

    collector: str
    payer: str
    asset: str
    serial: int
    version: int
    product: Product
    urgency: int
    complexity: int
    tier: int
    limit: Limit
    period_volume: int
    amount: int
    base_fee: int
    volume_discount: int
    congestion_premium: int
    time_premium: int
    urgency_premium: int
    complexity_fee: int
    floor_top_up: int
    cap_reduction: int
    waived: int

    @property
    def total(self) -> int:
        """What was charged: the sum of its parts."""
        added = (
            self.base_fee
            + self.congestion_premium
            + self.time_premium
            + self.urgency_premium
            + self.complexity_fee
            + self.floor_top_up
        )
        return added - self.volume_discount - self.cap_reduction - self.waived


def _halves(word: int) -> tuple[int, int]:
    return word % _HALF, word // _HALF


def read_charge(arguments: Mapping[str, Any]) -> Charge:
    """A charge from the arguments of its event."""
    asset = arguments["assetAndVolume"]
    amount, base = _halves(arguments["amountAndBase"])
    discount, congestion = _halves(arguments["discountAndCongestion"])
    time, urgency = _halves(arguments["timeAndUrgency"])
    complexity, adjustment = _halves(arguments["complexityAndAdjustment"])
    waived, context = _halves(arguments["waivedAndContext"])
    limit = Limit(context >> 80 & 0xFF)
    raised = limit is Limit.FLOOR
    return Charge(
        collector=arguments["collector"],
        payer=arguments["payer"],
        asset="0x" + (asset % (1 << 160)).to_bytes(20).hex(),
        serial=context & 0xFFFFFFFF,
        version=context >> 32 & 0xFFFF,
        product=Product(context >> 48 & 0xFF),
        urgency=context >> 56 & 0xFF,
        complexity=context >> 64 & 0xFF,
        tier=context >> 72 & 0xFF,
        limit=limit,
        period_volume=asset >> 160,
        amount=amount,
        base_fee=base,
        volume_discount=discount,
        congestion_premium=congestion,
        time_premium=time,
        urgency_premium=urgency,
        complexity_fee=complexity,
        floor_top_up=adjustment if raised else 0,
        cap_reduction=0 if raised else adjustment,
        waived=waived,
    )


def charges(events: Iterable[LogLike]) -> list[Charge]:
    """The charges among decoded events, in their order."""
    return [read_charge(event.args) for event in events if event.name == EVENT]
