// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BridgeFees } from "./parts/BridgeFees.sol";
import { RoutePreviews } from "./routes/RoutePreviews.sol";
import { RouteQuotes } from "./routes/RouteQuotes.sol";

/// @title BridgeRoutesExtension
/// @notice Quotes, previews, the choice of a protocol, and the platform's fee; reached through the bridge's fallback
/// alone.
/// @custom:extension-of UniversalBridge
contract BridgeRoutesExtension is RouteQuotes, RoutePreviews, BridgeFees {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }
}
