"""Why a transfer is refused or parked, in words: the bridge's codes; lower ones are tokens'."""

from collections.abc import Mapping
from enum import IntEnum

FIRST_OWN = 200


class Reason(IntEnum):
    """The codes of `BridgeReasons` and `RouteReasons`."""

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
    RECIPIENT_INVALID = 211
    REFERENCE_UNKNOWN = 212
    DECIMALS_DIFFER = 213
    PROTOCOL_ABSENT = 220
    TIER_TOO_LOW = 221
    QUOTE_FAILED = 222
    NOT_FUNDED = 223
    DUST = 224
    FEE_NOT_FUNDED = 225
    FEE_UNKNOWN = 226


TEXTS: Mapping[Reason, str] = {
    Reason.BRIDGE_PAUSED: "the bridge is paused",
    Reason.LANE_PAUSED: "the lane is paused or closed",
    Reason.PROTOCOL_PAUSED: "too many of the protocols that brought it are paused or gone",
    Reason.ASSET_PAUSED: "the asset is paused",
    Reason.ASSET_UNKNOWN: "the asset has no counterpart on that chain",
    Reason.LANE_LIMIT: "the lane's limit is used up for now",
    Reason.PROTOCOL_LIMIT: "the protocol's limit is used up for now",
    Reason.ESCROW_SHORT: "the escrow holds too little for now",
    Reason.VETOED: "a guardian has vetoed it",
    Reason.OUT_OF_GAS: "it was brought with too little gas",
    Reason.CALL_FAILED: "the asset's contract failed without a reason",
    Reason.RECIPIENT_INVALID: "the recipient cannot be one",
    Reason.REFERENCE_UNKNOWN: "it refers to something that did not happen on that chain",
    Reason.DECIMALS_DIFFER: "the two chains disagree about the decimals of its amounts",
    Reason.PROTOCOL_ABSENT: "the protocol is switched off or has no peer on that chain",
    Reason.TIER_TOO_LOW: "the protocol is not safe enough for the value",
    Reason.QUOTE_FAILED: "the protocol gives no price",
    Reason.NOT_FUNDED: "the sender has or has approved too little",
    Reason.DUST: "the units are no multiple of what crosses without a remainder",
    Reason.FEE_NOT_FUNDED: "the sender has or has approved too little for the platform's fee",
    Reason.FEE_UNKNOWN: "the fee structure does not answer",
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
