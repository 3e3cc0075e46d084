// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Balances of brokerage accounts
/// @notice What `IBrokerageCollateral` and `IBrokerageDebt` change, one figure at a time.
interface IBrokerageLedger {
    /// @notice Units of an asset that an account has as collateral.
    function collateralOf(uint256 account, uint8 assetId) external view returns (uint256 amount);

    /// @notice Cash of an account, value.
    function cashOf(uint256 account) external view returns (uint256 value);

    /// @notice Units of an asset that the accounts of an account's institution have as collateral.
    function institutionCollateralOf(uint256 account, uint8 assetId) external view returns (uint256 amount);

    /// @notice Units of an asset that all accounts have as collateral, each account's rounded up to a millionth of a
    /// token.
    function totalCollateralUp(uint8 assetId) external view returns (uint256 amount);

    /// @notice What an account owes in an asset now, rounded up.
    function debtOf(uint256 account, uint8 assetId) external view returns (uint256 amount);

    /// @notice An account's shares of a pool's debt.
    function debtSharesOf(uint256 account, uint8 assetId) external view returns (uint256 shares);
}
