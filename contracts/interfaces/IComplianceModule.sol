// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title A compliance module of ERC-3643
/// @notice What a modular compliance contract calls on its modules. Amounts are token units.
interface IComplianceModule {
    /// @notice The calling compliance contract starts to use the module.
    function bindCompliance(address compliance) external;

    /// @notice The calling compliance contract stops using the module.
    function unbindCompliance(address compliance) external;

    /// @notice A transfer has happened.
    function moduleTransferAction(address from, address to, uint256 value) external;

    /// @notice An issuance has happened.
    function moduleMintAction(address to, uint256 value) external;

    /// @notice A redemption has happened.
    function moduleBurnAction(address from, uint256 value) external;

    /// @notice Whether the module allows the movement.
    function moduleCheck(address from, address to, uint256 value, address compliance) external view returns (bool);

    /// @notice Whether the compliance contract uses the module.
    function isComplianceBound(address compliance) external view returns (bool);

    /// @notice Whether the compliance contract meets the module's preconditions.
    function canComplianceBind(address compliance) external view returns (bool);

    /// @notice Whether the module has no preconditions.
    function isPlugAndPlay() external pure returns (bool);

    /// @notice The module's name.
    function name() external pure returns (string memory);
}
