// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LiquidationSettings } from "./liquidation/LiquidationSettings.sol";
import { MarginCalls } from "./liquidation/MarginCalls.sol";

/// @title BrokerageLiquidationExtension
/// @notice Margin calls, auctions and seizures of the brokerage; reached through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageLiquidationExtension is MarginCalls, LiquidationSettings {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }
}
