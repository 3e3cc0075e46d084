// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title A token that asks external modules only while there are any
/// @notice The token's side of `ITokenCompliance`: one switch in the word that each transfer reads anyway.
interface IExternalModulesHost {
    /// @notice Tells the token whether its compliance contract has modules bound.
    /// @dev Callable by the token's current compliance contract alone; the token reads `hasModules` by itself when it
    /// is given another one.
    function setExternalModules(bool active) external;
}
