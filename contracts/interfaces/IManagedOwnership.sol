// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Ownership as ERC-3643 tools expect it, held by the access manager
/// @notice ACC-13: `owner()` is the authority at all times; no ownership function can part the two.
interface IManagedOwnership {
    /// @notice The authority, and with it the owner, changed.
    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);

    /// @notice Ownership follows the authority and cannot be given away by itself.
    error OwnershipFollowsAuthority(address authority);

    /// @notice The access manager.
    function owner() external view returns (address);

    /// @notice Always reverts with `OwnershipFollowsAuthority`, whoever calls.
    function transferOwnership(address newOwner) external;

    /// @notice Always reverts with `OwnershipFollowsAuthority`, whoever calls.
    function renounceOwnership() external;
}
