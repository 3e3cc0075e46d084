"""Charges as `FeeCharged` and `DetailedFeeCharged` tell them, their packed words taken apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Protocol

EVENT = "FeeCharged"
DETAILED_EVENT = "DetailedFeeCharged"

_ADDRESS = 160
_HALF = 128
_PART = 85


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
        account: whose volume and terms counted.
        asset: what the amount and the fee are in.
        serial: number of the charge in the collector's line.
        version: of the schedules.
        period_volume: the account's volume in the period, this deal included; value, 8 decimals.
        floor_top_up: what the floor added.
        cap_reduction: what the cap or the maximum took off.
    """

    collector: str
    payer: str
    account: str
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


def _fields(word: int, *widths: int) -> list[int]:
    """The fields of a word from its lowest bit, and what is above them."""
    fields = []
    for width in widths:
        fields.append(word % (1 << width))
        word >>= width
    return [*fields, word]


def _address(number: int) -> str:
    return "0x" + number.to_bytes(20).hex()


def _context(word: int) -> dict[str, Any]:
    names = ("serial", "version", "product", "urgency", "complexity", "tier")
    *fields, limit = _fields(word, 32, 16, 8, 8, 8, 8)
    context: dict[str, Any] = dict(zip(names, fields, strict=True))
    return context | {"product": Product(context["product"]), "limit": Limit(limit)}


def _short(arguments: Mapping[str, Any]) -> dict[str, Any]:
    account, amount = _fields(arguments["accountAndAmount"], _ADDRESS)
    base, discount, congestion, _ = _fields(arguments["baseDiscountCongestion"], *[_PART] * 3)
    time, complexity, context = _fields(arguments["timeComplexityContext"], _PART, _PART)
    return _context(context) | {
        "account": _address(account),
        "amount": amount,
        "base_fee": base,
        "volume_discount": discount,
        "congestion_premium": congestion,
        "time_premium": time,
        "urgency_premium": 0,
        "complexity_fee": complexity,
        "floor_top_up": 0,
        "cap_reduction": 0,
        "waived": 0,
    }


def _detailed(arguments: Mapping[str, Any]) -> dict[str, Any]:
    amount, base = _fields(arguments["amountAndBase"], _HALF)
    discount, congestion = _fields(arguments["discountAndCongestion"], _HALF)
    time, urgency = _fields(arguments["timeAndUrgency"], _HALF)
    complexity, adjustment = _fields(arguments["complexityAndAdjustment"], _HALF)
    waived, word = _fields(arguments["waivedAndContext"], _HALF)
    context = _context(word)
    raised = context["limit"] is Limit.FLOOR
    return context | {
        "account": arguments["account"].lower(),
        "amount": amount,
        "base_fee": base,
        "volume_discount": discount,
        "congestion_premium": congestion,
        "time_premium": time,
        "urgency_premium": urgency,
        "complexity_fee": complexity,
        "floor_top_up": adjustment if raised else 0,
        "cap_reduction": 0 if raised else adjustment,
        "waived": waived,
    }


def read_charge(event: LogLike) -> Charge:
    """A charge from its event, either of the two."""
    arguments = event.args
    asset, volume = _fields(arguments["assetAndVolume"], _ADDRESS)
    read = _short if event.name == EVENT else _detailed
    return Charge(
        collector=arguments["collector"],
        payer=arguments["payer"],
        asset=_address(asset),
        period_volume=volume,
        **read(arguments),
    )


def charges(events: Iterable[LogLike]) -> list[Charge]:
    """The charges among decoded events, in their order."""
    return [read_charge(event) for event in events if event.name in (EVENT, DETAILED_EVENT)]
