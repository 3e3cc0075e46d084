// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Instructions } from "./parts/Instructions.sol";
import { TradeNetting } from "./parts/TradeNetting.sol";

/// @title SettlementTradesExtension
/// @notice Submitted instructions and netted trades of the settlement manager; reached through its fallback alone.
/// @custom:extension-of SettlementAssetManager
contract SettlementTradesExtension is Instructions, TradeNetting {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }
}
