// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { CrossChain } from "./parts/CrossChain.sol";
import { SettlementFees } from "./parts/SettlementFees.sol";
import { Holds } from "./parts/Holds.sol";
import { PaymentQueue } from "./parts/PaymentQueue.sol";

/// @title SettlementCustodyExtension
/// @notice What of the settlement manager waits: holds, queued payments, deliveries across chains, fees; reached
/// through its fallback alone.
/// @custom:extension-of SettlementAssetManager
contract SettlementCustodyExtension is SettlementFees, Holds, PaymentQueue, CrossChain {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }
}
