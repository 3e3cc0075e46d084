// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IFeeCollector } from "./IFeeCollector.sol";

/// @title Fees of settlement
/// @notice Payments, trades, queued payments, netting batches and holds are charged by `IDynamicFeeStructure` where one
/// is set. The payer of the cash leg pays, in that asset, beside what it settles, and never more than the share it has
/// agreed to itself: a participant that has agreed to nothing cannot be charged, and cannot settle while fees are on.
///
/// A hold in a payment asset is charged when it is ordered, because the payer could keep its execution from happening
/// otherwise; what is paid out of a hold is not charged again, and what is released is not refunded. In a netting batch
/// each payer is charged once, for all that it pays gross; the fee counts against the limit that it has signed.
///
/// When the fee structure refuses with a reason of its own (paused, role withdrawn, line full), the settlement goes on
/// without a fee, and `FeeNotCharged` says so. `FeeAboveLimit` refuses the settlement. A fee structure that fails
/// without a reason stops settlements until FEE_ADMIN replaces it or switches fees off.
interface ISettlementFees is IFeeCollector {
    /// @notice The contract that prices and charges was replaced; zero switches fees off.
    event FeeStructureSet(address indexed feeStructure);
    /// @notice A participant agreed to fees of at most this share of what it pays.
    event FeesAgreed(address indexed account, uint16 mostBps);

    /// @notice A fee was taken from a payer's account.
    event FeeCollected(address indexed asset, address indexed payer, uint256 amount);
    /// @notice The fee structure refused to charge; the settlement went on without a fee.
    /// @param amount units that settled
    /// @param reason selector of the fee structure's error
    event FeeNotCharged(address indexed asset, address indexed payer, uint256 amount, bytes4 reason);
    /// @notice Collected fees went to the fee structure.
    event FeesPaid(address indexed asset, uint256 amount);

    /// @notice Replaces the contract that prices and charges. Restricted: FEE_ADMIN.
    function setFeeStructure(address feeStructure) external;

    /// @notice Agrees, for the caller, to fees of at most a share of what it pays, in basis points.
    function agreeToFees(uint16 mostBps) external;

    /// @notice The contract that prices and charges; zero while fees are off.
    function feeStructure() external view returns (address);

    /// @notice Fees of an asset that are collected and not paid out.
    function collectedFees(address asset) external view returns (uint256);

    /// @notice Most that an account has agreed to pay in fees, in basis points.
    function agreedFees(address account) external view returns (uint16 mostBps);
}
