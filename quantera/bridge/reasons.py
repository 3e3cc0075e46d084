"""Why a transfer is refused or parked, in words: the bridge's codes; lower ones are tokens'."""

from collections.abc import Mapping
from enum import IntEnum

FIRST_OWN = 200


class Reason(IntEnum):
    """The codes of `BridgeReasons` and `IBridgeRoutes`."""

    BRIDGE_PAUSED = 200
    LANE_PAUSED = 201
    PROTOCOL_PAUSED = 202
    ASSET_PAUSED = 203
    ASSET_UNKNOWN = 204
    LANE_LIMIT = 205
    PROTOCOL_LIMIT = 206
    ESCROW_SHORT = 207
    VETOED = 208
    OUT_OF_GAS = 209
    CALL_FAILED = 210
    NOT_CONNECTED = 220
    TIER_TOO_LOW = 221
    QUOTE_FAILS = 222
    RECIPIENT_NOT_ALLOWED = 223
    PRICE_UNKNOWN = 224
    NOT_ENOUGH = 225
    NOT_REGISTERED = 226
    DUST = 227


TEXTS: Mapping[Reason, str] = {
    Reason.BRIDGE_PAUSED: "the bridge is paused",
    Reason.LANE_PAUSED: "the lane is paused",
    Reason.PROTOCOL_PAUSED: "the protocol is paused",
    Reason.ASSET_PAUSED: "the asset is paused",
    Reason.ASSET_UNKNOWN: "the asset is not registered for that chain",
    Reason.LANE_LIMIT: "the lane's limit is used up for now",
    Reason.PROTOCOL_LIMIT: "the protocol's limit is used up for now",
    Reason.ESCROW_SHORT: "the escrow holds too little for now",
    Reason.VETOED: "a guardian has vetoed it",
    Reason.OUT_OF_GAS: "it was brought with too little gas",
    Reason.CALL_FAILED: "the asset's contract failed without a reason",
    Reason.NOT_CONNECTED: "the protocol is not connected to that chain",
    Reason.TIER_TOO_LOW: "the protocol is not safe enough for the value",
    Reason.QUOTE_FAILS: "the protocol gives no price",
    Reason.RECIPIENT_NOT_ALLOWED: "the recipient cannot be one",
    Reason.PRICE_UNKNOWN: "the asset's price is unknown or too old",
    Reason.NOT_ENOUGH: "the sender has or has approved too little",
    Reason.NOT_REGISTERED: "the lane or the asset is not registered",
    Reason.DUST: "the units are no multiple of what the other chain can hold",
}


def text(code: int) -> str:
    """A code in words."""
    if code == 0:
        return "nothing speaks against it"
    if code < FIRST_OWN:
        return f"the token refuses with code {code}"
    try:
        return TEXTS[Reason(code)]
    except ValueError:
        return f"code {code}"
