// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Payments in a selected asset
/// @notice Pays in the asset that `ISettlementSelection` explains (SET-04).
interface ISettlementPayments {
    /// @notice A payment was made.
    /// @param value in the currency's own units with 8 decimals
    event PaymentSettled(
        bytes32 indexed paymentReference,
        address indexed payer,
        address indexed payee,
        address token,
        uint256 amount,
        uint256 value
    );

    /// @notice Pays a value in the best eligible asset.
    /// @dev Reverts with `NoEligibleAsset` or the token's own error. The amount is rounded up.
    /// @param currency index of the currency
    /// @param payee who receives
    /// @param value in the currency's units with 8 decimals
    /// @param acceptedTypes mask of the kinds the payer accepts to pay in, bit n for kind n
    /// @param paymentReference the parties' own
    function pay(uint8 currency, address payee, uint256 value, uint8 acceptedTypes, bytes32 paymentReference)
        external
        returns (address token, uint256 amount);
}
