// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";

import { ILocalRoles } from "../interfaces/ILocalRoles.sol";
import { LocalRoleBits } from "./LocalRoleBits.sol";

/// @title LocalRoles
/// @notice See `ILocalRoles`.
abstract contract LocalRoles is ILocalRoles, LocalRoleBits, AccessManagedUpgradeable {
    /// @inheritdoc ILocalRoles
    function grantLocalRole(uint8 role, address account) external virtual restricted {
        _grantLocalRole(role, account);
    }

    /// @inheritdoc ILocalRoles
    function revokeLocalRole(uint8 role, address account) external virtual restricted {
        _revokeLocalRole(role, account);
    }

    /// @inheritdoc ILocalRoles
    function hasLocalRole(uint8 role, address account) external view virtual returns (bool) {
        return _hasLocalRole(role, account);
    }

    /// @inheritdoc ILocalRoles
    function localRolesOf(address account) external view virtual returns (uint256) {
        return _localRoles(account);
    }
}
