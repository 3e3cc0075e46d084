// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "./IComplianceEngine.sol";
import { IModularCompliance } from "./IModularCompliance.sol";

/// @title The compliance contract of one token
/// @notice Each token has one, because T-REX's modules ask `getTokenBound()`. Rules live in the chain's engine; this
/// contract holds the external modules and answers for both together. A refusal by one module is a refusal.
///
/// `owner()` is the access manager, and the calls that ERC-3643 gives to the owner go through it.
interface ITokenCompliance is IModularCompliance {
    /// @notice The caller is neither the access manager nor the token it speaks for.
    error NotOwnerOrToken(address caller);

    /// @notice Only the bound token may report movements.
    error NotBoundToken(address caller);

    /// @notice The argument must not be the zero address.
    error ZeroAddress();

    /// @notice A report must move something.
    error ZeroAmount();

    /// @notice `token` is not the bound token.
    error TokenNotBound(address token);

    /// @notice The module takes part already.
    error ModuleAlreadyBound(address module);

    /// @notice The module takes no part.
    error ModuleNotBound(address module);

    /// @notice 25 modules are bound already.
    error TooManyModules(uint256 maximum);

    /// @notice The module's own preconditions are not met.
    error ModuleRefusesCompliance(address module);

    /// @notice A module's function was called, with all that is needed to repeat it.
    /// @dev Stands beside ERC-3643's `ModuleInteraction`, which names the selector alone.
    event ModuleCalled(address indexed module, bytes data);

    /// @notice Whether all bound modules allow the movement; the token's rules are not asked.
    /// @dev The token asks this on its own path, where the engine decides the rules.
    function modulesAllow(address from, address to, uint256 amount) external view returns (bool);

    /// @notice The engine that decides the token's rules.
    function engine() external view returns (IComplianceEngine);

    /// @notice Whether any module is bound.
    function hasModules() external view returns (bool);

    /// @notice The access manager, as ERC-3643's modules expect to find it.
    function owner() external view returns (address);
}
