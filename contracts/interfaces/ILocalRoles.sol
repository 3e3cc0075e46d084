// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Roles kept in the contract itself
/// @notice For roles checked in every transaction: one storage word per account instead of a call to the manager.
/// Role numbers are bit positions, the same in all contracts (`LocalRole`).
/// @custom:invariant ACC-30 only a call that the access manager permits changes a local role
/// @custom:invariant ACC-31 a function of a local role is refused to every account without that bit
interface ILocalRoles {
    /// @notice The account now holds the role.
    event LocalRoleGranted(uint8 indexed role, address indexed account, address indexed by);

    /// @notice The account no longer holds the role.
    event LocalRoleRevoked(uint8 indexed role, address indexed account, address indexed by);

    /// @notice The caller lacks every local role the function asks for.
    /// @param roles mask of the roles of which one would do.
    error LocalRoleMissing(address account, uint256 roles);

    /// @notice The zero address can hold no role.
    error LocalRoleForNobody(uint8 role);

    /// @notice Grants a local role; nothing happens when the account holds it already.
    /// @dev Restricted: AGENT_ADMIN, at least 24 h after it was scheduled.
    function grantLocalRole(uint8 role, address account) external;

    /// @notice Revokes a local role at once; nothing happens when the account does not hold it.
    /// @dev Restricted: RISK_OFFICER.
    function revokeLocalRole(uint8 role, address account) external;

    /// @notice Whether the account holds the role.
    function hasLocalRole(uint8 role, address account) external view returns (bool);

    /// @notice All local roles of an account, one bit each.
    function localRolesOf(address account) external view returns (uint256);
}
