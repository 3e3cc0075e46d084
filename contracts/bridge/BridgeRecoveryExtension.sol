// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BridgeTreasury } from "./parts/BridgeTreasury.sol";
import { Claims } from "./parts/Claims.sol";
import { OtherEffects } from "./parts/OtherEffects.sol";
import { Resending } from "./parts/Resending.sol";
import { SendingPaying } from "./parts/SendingPaying.sol";

/// @title BridgeRecoveryExtension
/// @notice Sending over several protocols, waiting messages, allotments, deliveries and escrows of the bridge;
/// reached through its fallback alone.
/// @custom:extension-of UniversalBridge
contract BridgeRecoveryExtension is SendingPaying, Claims, Resending, OtherEffects, BridgeTreasury {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }
}
