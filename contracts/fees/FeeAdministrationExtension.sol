// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeeAccountsDesk } from "./parts/FeeAccountsDesk.sol";
import { FeeCollection } from "./parts/FeeCollection.sol";
import { FeeSchedules } from "./parts/FeeSchedules.sol";

/// @title FeeAdministrationExtension
/// @notice What a DynamicFeeStructure does besides quoting and charging; reached by its fallback alone.
/// @custom:extension-of DynamicFeeStructure
contract FeeAdministrationExtension is FeeCollection, FeeAccountsDesk, FeeSchedules {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }
}
