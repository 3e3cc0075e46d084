// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LocalRoles } from "../access/LocalRoles.sol";
import { IBridgeConfiguration } from "../interfaces/IBridgeConfiguration.sol";
import { IManagedUpgradeable } from "../interfaces/IManagedUpgradeable.sol";
import { AssetSettings } from "./parts/AssetSettings.sol";
import { BridgeFeeSettings } from "./parts/BridgeFeeSettings.sol";
import { LaneSettings } from "./parts/LaneSettings.sol";
import { RouteSettings } from "./parts/RouteSettings.sol";

/// @title BridgeConfigurationExtension
/// @notice Everything of the bridge that is set, its pauses, local roles and fees; reached through its fallback alone.
/// @custom:extension-of UniversalBridge
contract BridgeConfigurationExtension is LocalRoles, LaneSettings, AssetSettings, RouteSettings, BridgeFeeSettings {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    /// @inheritdoc IBridgeConfiguration
    function initialize(address authority_) external initializer {
        if (authority_.code.length == 0) revert IManagedUpgradeable.AuthorityWithoutCode(authority_);
        __AccessManaged_init(authority_);
    }
}
