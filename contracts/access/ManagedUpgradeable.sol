// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { UUPSUpgradeable } from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";

import { IManagedUpgradeable } from "../interfaces/IManagedUpgradeable.sol";

/// @title ManagedUpgradeable
/// @notice Base of every proxied contract; see `IManagedUpgradeable`.
/// @dev Mark rare functions `restricted` and map each to one role; the manager finds the role by selector, so a
/// function that both loosens and tightens must be two functions (`raise…` and `lower…`). Roles needed in every
/// transaction are local bits (`LocalRoles`). Combine with `GroupPausable`, `LocalRoles` and OpenZeppelin's
/// `ReentrancyGuardTransient`, which has neither constructor nor storage and is therefore safe behind a proxy.
abstract contract ManagedUpgradeable is IManagedUpgradeable, AccessManagedUpgradeable, UUPSUpgradeable {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    /// @param manager the chain's access manager.
    // solhint-disable-next-line func-name-mixedcase
    function __Managed_init(address manager) internal onlyInitializing {
        if (manager.code.length == 0) revert AuthorityWithoutCode(manager);
        __AccessManaged_init(manager);
    }

    /// @notice Lets only the manager's own execution upgrade.
    /// @dev Asks for the manager as caller before asking the manager, so that no error in its configuration lets
    /// anybody upgrade by calling the proxy.
    function _authorizeUpgrade(address) internal override {
        address caller = _msgSender();
        if (caller != authority()) revert UpgradeOutsideManager(caller);
        _checkCanCall(caller, _msgData());
    }
}
