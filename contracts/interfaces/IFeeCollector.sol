// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IFeeCollector
/// @notice What a contract that charges fees (local role PRODUCT of `IDynamicFeeStructure`) must be able to do: pay out
/// what it has collected.
/// @dev A collector takes each fee from its user in the asset of the deal and keeps it apart from its users' money. It
/// gives no allowance: it is asked, and can refuse what it does not owe. It must refuse every caller but the fee
/// structure. What arrives is measured there; a collector that pays less than it was asked still owes the rest.
interface IFeeCollector {
    /// @notice The fee structure failed without saying why, which a want of gas does too.
    error FeeStructureFailed(address feeStructure);
    /// @notice The caller is not the fee structure.
    error NotTheFeeStructure(address caller);
    /// @notice More is asked for than fees were collected.
    error FeesNotCollected(address asset, uint256 amount, uint256 collected);

    /// @notice Sends collected fees.
    /// @dev Called by the fee structure alone, within `sweep` or `claimRefund`.
    /// @param asset what the fees were charged in
    /// @param to who is to receive them: the fee structure
    /// @param amount units of the asset
    function payFees(address asset, address to, uint256 amount) external;
}
