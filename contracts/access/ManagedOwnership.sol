// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";

import { IManagedOwnership } from "../interfaces/IManagedOwnership.sol";

/// @title ManagedOwnership
/// @notice See `IManagedOwnership`; functions that ERC-3643 reserves to the owner are `restricted`.
abstract contract ManagedOwnership is IManagedOwnership, AccessManagedUpgradeable {
    /// @inheritdoc IManagedOwnership
    function owner() public view virtual returns (address) {
        return authority();
    }

    /// @inheritdoc IManagedOwnership
    function transferOwnership(address) external virtual {
        revert OwnershipFollowsAuthority(authority());
    }

    /// @inheritdoc IManagedOwnership
    function renounceOwnership() external virtual {
        revert OwnershipFollowsAuthority(authority());
    }

    /// @inheritdoc AccessManagedUpgradeable
    function _setAuthority(address newAuthority) internal virtual override {
        emit OwnershipTransferred(authority(), newAuthority);
        super._setAuthority(newAuthority);
    }
}
