// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Reasons against a route
/// @notice Beside the token's own reasons and those of `BridgeReasons`.
library RouteReasons {
    uint8 internal constant NONE = 0;
    /// @notice No contract or no peer of the protocol for that chain.
    uint8 internal constant PROTOCOL_ABSENT = 220;
    /// @notice The protocol's security tier is too low for the value.
    uint8 internal constant TIER_TOO_LOW = 221;
    /// @notice The protocol's own quote fails.
    uint8 internal constant QUOTE_FAILED = 222;
    /// @notice Not enough of the asset, or not approved.
    uint8 internal constant NOT_FUNDED = 223;
    /// @notice Nothing, or no multiple of what crosses without a remainder.
    uint8 internal constant DUST = 224;
    /// @notice Not enough of what the platform's fee is taken in, or not approved.
    uint8 internal constant FEE_NOT_FUNDED = 225;
    /// @notice The fee structure fails without a reason.
    uint8 internal constant FEE_UNKNOWN = 226;
}
