// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IManagedUpgradeable } from "../interfaces/IManagedUpgradeable.sol";
import { ISettlementAssetManager } from "../interfaces/ISettlementAssetManager.sol";
import { ISettlementRegistry } from "../interfaces/ISettlementRegistry.sol";
import { Currency, SettlementStorage } from "./storage/SettlementStorage.sol";
import { Statistics } from "./parts/Statistics.sol";

/// @title SettlementRegistryExtension
/// @notice Assets, participants, selection views and counters of the settlement manager; reached through its fallback
/// alone.
/// @custom:extension-of SettlementAssetManager
contract SettlementRegistryExtension is Statistics {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    /// @inheritdoc ISettlementAssetManager
    /// @dev The order is that of preference, not of the kinds' numbers.
    function initialize(address authority_, bytes3 referenceCurrency) external initializer {
        if (authority_.code.length == 0) revert IManagedUpgradeable.AuthorityWithoutCode(authority_);
        if (referenceCurrency == 0) revert ISettlementRegistry.TermsInvalid("code");
        __AccessManaged_init(authority_);
        SettlementStorage.Layout storage $ = _layout();
        $.preferenceOrder.push(ISettlementAssetManager.SettlementAssetType.WCBDC);
        $.preferenceOrder.push(ISettlementAssetManager.SettlementAssetType.RBDC);
        $.preferenceOrder.push(ISettlementAssetManager.SettlementAssetType.DEPOSIT_TOKEN);
        $.preferenceOrder.push(ISettlementAssetManager.SettlementAssetType.STABLECOIN);
        $.preferenceOrder.push(ISettlementAssetManager.SettlementAssetType.CRYPTO);
        $.currencies.push(Currency(address(0), uint56(ONE_VALUE), uint40(block.timestamp), 0, referenceCurrency));
        emit ISettlementRegistry.CurrencyRateSet(0, referenceCurrency, ONE_VALUE, block.timestamp);
    }
}
