// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ContextUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/ContextUpgradeable.sol";

import { ILocalRoles } from "../interfaces/ILocalRoles.sol";

/// @title LocalRoleBits
/// @notice Storage and checks of `LocalRoles` without its functions, for extensions that share a proxy's storage.
abstract contract LocalRoleBits is ContextUpgradeable {
    /// @custom:storage-location erc7201:quantera.storage.LocalRoles
    struct LocalRolesStorage {
        mapping(address account => uint256 roles) roles;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.LocalRoles")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCAL_ROLES_STORAGE = 0x145bd61004bea9a0f278dc0f83a6a2773cf04c8b7d786e487e0e6802f5786700;

    /// @param role bit number, see `LocalRole`.
    modifier onlyLocalRole(uint8 role) {
        _requireLocalRole(uint256(1) << role);
        _;
    }

    /// @dev Any one of the roles in the mask will do.
    function _requireLocalRole(uint256 roles) internal view {
        address caller = _msgSender();
        if (_localRoles(caller) & roles == 0) revert ILocalRoles.LocalRoleMissing(caller, roles);
    }

    function _localRoles(address account) internal view returns (uint256) {
        return _localRolesStorage().roles[account];
    }

    function _hasLocalRole(uint8 role, address account) internal view returns (bool) {
        return (_localRoles(account) >> role) & 1 != 0;
    }

    /// @dev Returns false, without an event, when the account held the role already.
    function _grantLocalRole(uint8 role, address account) internal returns (bool granted) {
        if (account == address(0)) revert ILocalRoles.LocalRoleForNobody(role);
        if (_hasLocalRole(role, account)) return false;
        _localRolesStorage().roles[account] |= uint256(1) << role;
        emit ILocalRoles.LocalRoleGranted(role, account, _msgSender());
        return true;
    }

    /// @dev Returns false, without an event, when the account did not hold the role.
    function _revokeLocalRole(uint8 role, address account) internal returns (bool revoked) {
        if (!_hasLocalRole(role, account)) return false;
        _localRolesStorage().roles[account] &= ~(uint256(1) << role);
        emit ILocalRoles.LocalRoleRevoked(role, account, _msgSender());
        return true;
    }

    function _localRolesStorage() private pure returns (LocalRolesStorage storage $) {
        assembly {
            $.slot := LOCAL_ROLES_STORAGE
        }
    }
}
