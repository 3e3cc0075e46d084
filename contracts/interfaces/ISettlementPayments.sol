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

    /// @notice An eligible asset was passed over because its token refused the transfer, as one with a blocklist does.
    /// @param reason 15, see `ISettlementSelection`
    event PaymentAssetPassedOver(bytes32 indexed paymentReference, address indexed token, uint8 reason);

    /// @notice Pays a value in the best eligible asset whose token does not refuse the transfer.
    /// @dev Reverts with `NoEligibleAsset` (reason 15 when the first in order was eligible and its token refused),
    /// `AmountNotExact`, `FeeAboveLimit`, `FeeStructureFailed`, or the token's own error when the fee cannot be taken.
    /// The amount is rounded up.
    /// @param currency index of the currency
    /// @param payee who receives
    /// @param value in the currency's units with 8 decimals
    /// @param acceptedTypes mask of the kinds the payer accepts to pay in, bit n for kind n
    /// @param paymentReference the parties' own
    function pay(uint8 currency, address payee, uint256 value, uint8 acceptedTypes, bytes32 paymentReference)
        external
        returns (address token, uint256 amount);
}
