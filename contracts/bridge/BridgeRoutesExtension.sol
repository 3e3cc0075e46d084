// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { RoutePreviews } from "./routes/RoutePreviews.sol";
import { RouteQuotes } from "./routes/RouteQuotes.sol";

/// @title BridgeRoutesExtension
/// @notice Quotes, previews and the choice of a protocol; reached through the bridge's fallback alone.
/// @custom:extension-of UniversalBridge
contract BridgeRoutesExtension is RouteQuotes, RoutePreviews {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }
}
