// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Defaults } from "./waterfall/Defaults.sol";

/// @title BrokerageDefaultExtension
/// @notice Default funds and the waterfall of the brokerage; reached through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageDefaultExtension is Defaults {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }
}
