// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityPoolOptimizer } from "../interfaces/ILiquidityPoolOptimizer.sol";
import { IManagedUpgradeable } from "../interfaces/IManagedUpgradeable.sol";
import { GuardRegistry } from "./parts/GuardRegistry.sol";
import { PoolRegistry } from "./parts/PoolRegistry.sol";

/// @title LiquidityRegistryExtension
/// @notice Pools and their settings; reached through the pools' fallback alone.
/// @custom:extension-of LiquidityPoolOptimizer
contract LiquidityRegistryExtension is PoolRegistry, GuardRegistry {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    /// @inheritdoc ILiquidityPoolOptimizer
    function initialize(address authority_, address wrappedNative) external initializer {
        if (authority_.code.length == 0) revert IManagedUpgradeable.AuthorityWithoutCode(authority_);
        if (wrappedNative.code.length == 0) revert AddressWithoutCode(wrappedNative);
        __AccessManaged_init(authority_);
        _layout().wrappedNative = wrappedNative;
        emit WrappedNativeSet(wrappedNative);
    }
}
