"""Assets of a brokerage as they are really listed: terms, feeds, prices."""

from dataclasses import dataclass
from typing import Any

from quantera.evm import ZERO_ADDRESS, Contract
from quantera.gas.brokerage_stack import MAX_UNITS, VALUE, Asset, BrokerageStack
from quantera.gas.settlement_stack import SettlementStack

FEED_DECIMALS = 8
MAX_AGE_MINUTES = 4_095
NO_CAPS = {"cap": MAX_UNITS, "institutionCap": MAX_UNITS, "openInterestCap": MAX_UNITS}

LISTING: dict[str, Any] = {
    "token": ZERO_ADDRESS,
    "decimals": 0,
    "isCollateral": False,
    "isTradable": False,
    "isSettlement": False,
    "issuerGroup": 0,
    "assetClass": 0,
    "maxAgeMinutes": MAX_AGE_MINUTES,
    "haircutBps": 0,
    "exposureBps": 0,
    "desk": ZERO_ADDRESS,
    "caps": NO_CAPS,
}
"""`AssetListing` of nothing yet: say what it is for."""

FEEDS: dict[str, Any] = {
    "primary": ZERO_ADDRESS,
    "secondary": ZERO_ADDRESS,
    "primaryAgeMinutes": MAX_AGE_MINUTES,
    "secondaryAgeMinutes": MAX_AGE_MINUTES,
    "bandBps": 1_000,
    "agreementBps": 200,
    "maxMoveBps": 2_500,
    "windowMinutes": 30,
    "singleAllowed": False,
    "signedAllowed": False,
}
"""`FeedSettings` without its feeds."""


@dataclass(frozen=True)
class Quoted:
    """A listed asset and its two feeds."""

    asset: Asset
    primary: Contract
    secondary: Contract

    @property
    def id(self) -> int:
        """Its number in the brokerage."""
        return self.asset.id


def list_asset(stack: BrokerageStack, token: Contract | None = None, **changes: Any) -> Asset:
    """List an asset without feeds; an underlying of positions where nothing else is said.

    Args:
        stack: the brokerage.
        token: its ERC-20; nothing for an underlying without one, which has 18 decimals.
        **changes: fields of `AssetListing`.
    """
    uses = {"isCollateral", "isTradable", "isSettlement"}
    listing = LISTING | {"token": token or ZERO_ADDRESS} | changes
    if not uses & changes.keys():
        listing |= {"isTradable": True}
    if listing["isTradable"] and not changes.get("exposureBps"):
        listing |= {"exposureBps": 1_000}
    if token is None and "decimals" not in changes:
        listing |= {"decimals": 18}
    receipt = stack.brokerage.listAsset(listing, sender=stack.governor)
    decimals = listing["decimals"] if token is None else token.decimals()
    asset = Asset(receipt.return_value, token, decimals)
    stack.assets.append(asset)
    return asset


def quote(
    stack: BrokerageStack,
    asset: Asset,
    price: int = VALUE,
    *,
    feed: str = "OneSlotFeed",
    **changes: Any,
) -> Quoted:
    """Give an asset two feeds that say the same.

    Args:
        stack: the brokerage.
        asset: which.
        price: of a whole token, 8 decimals.
        feed: contract that the feeds are.
        **changes: fields of `FeedSettings`.
    """
    first, second = (stack.chain.deploy(feed, FEED_DECIMALS, price) for _ in range(2))
    return quote_by(stack, asset, first, second, **changes)


def quote_by(
    stack: BrokerageStack, asset: Asset, first: Contract, second: Contract, **changes: Any
) -> Quoted:
    """Give an asset two feeds."""
    settings = FEEDS | {"primary": first, "secondary": second} | changes
    stack.brokerage.setFeeds(asset.id, settings, sender=stack.governor)
    return Quoted(asset, first, second)


def know_settlement(stack: BrokerageStack, settlement: SettlementStack) -> None:
    """Tell the brokerage which settlement manager knows what a settlement asset is."""
    stack.brokerage.setSettlementManager(settlement.manager, sender=stack.governor)


def packed_price(asset_id: int, low: int, spread: int = 0) -> bytes:
    """A price as a signed batch has it.

    Args:
        asset_id: of the asset.
        low: price of assets, 8 decimals.
        spread: to the price of liabilities, basis points.
    """
    return asset_id.to_bytes(1) + low.to_bytes(9) + spread.to_bytes(2)


def compact(signature: bytes) -> bytes:
    """A 65-byte signature in the 64 bytes of ERC-2098."""
    parity = (signature[64] - 27) << 7
    return signature[:32] + bytes([signature[32] | parity]) + signature[33:64]
