// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Reasons against a route
/// @notice Beside the token's own reasons and those of `BridgeReasons`; `IBridgeRoutes` lists them in words.
library RouteReasons {
    uint8 internal constant NONE = 0;
    uint8 internal constant PROTOCOL_ABSENT = 220;
    uint8 internal constant TIER_TOO_LOW = 221;
    uint8 internal constant QUOTE_FAILED = 222;
    uint8 internal constant PRICE_UNKNOWN = 223;
    uint8 internal constant NOT_FUNDED = 224;
    uint8 internal constant DUST = 225;
    uint8 internal constant ATTESTATION_REQUIRED = 226;
}
