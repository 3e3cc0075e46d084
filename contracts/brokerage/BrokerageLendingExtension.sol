// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { CashDesk } from "./parts/CashDesk.sol";
import { FeeDesk } from "./parts/FeeDesk.sol";
import { LedgerViews } from "./parts/LedgerViews.sol";
import { LendingDesk } from "./parts/LendingDesk.sol";

/// @title BrokerageLendingExtension
/// @notice Lending pools, fees, cash and single balances of the brokerage; reached through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageLendingExtension is LendingDesk, FeeDesk, LedgerViews, CashDesk {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }
}
