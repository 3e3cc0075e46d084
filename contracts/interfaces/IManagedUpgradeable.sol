// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IAccessManaged } from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

/// @title What every proxied contract has in common
/// @notice UUPS behind an ERC-1967 proxy, governed by the chain's access manager.
/// @custom:invariant ACC-10 a proxy's implementation changes only in a call that the access manager itself executes
/// @custom:invariant ACC-11 a proxy is initialised once, in the transaction that creates it; an implementation never
/// @custom:invariant ACC-12 the bare implementation holds no authority: everything restricted is refused on it
interface IManagedUpgradeable is IAccessManaged {
    /// @notice The authority given at initialisation has no code.
    error AuthorityWithoutCode(address authority);

    /// @notice Upgrades run only through the manager's `execute`; `caller` called the proxy itself.
    error UpgradeOutsideManager(address caller);
}
