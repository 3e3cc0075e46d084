// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { MatchedTrades } from "./parts/MatchedTrades.sol";
import { PositionDesk } from "./parts/PositionDesk.sol";

/// @title BrokerageTradingExtension
/// @notice Positions of the brokerage; reached through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageTradingExtension is PositionDesk, MatchedTrades {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }
}
