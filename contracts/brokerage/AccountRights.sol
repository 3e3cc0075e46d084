// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title AccountRights
/// @notice What an operator may do with an account: bits.
library AccountRights {
    /// @notice Add the institution's units to the collateral.
    uint256 internal constant DEPOSIT = 1 << 0;
    /// @notice Take collateral and cash out, to the institution.
    uint256 internal constant WITHDRAW = 1 << 1;
    /// @notice Borrow, to the institution.
    uint256 internal constant BORROW = 1 << 2;
    /// @notice Repay with the institution's units and the account's cash.
    uint256 internal constant REPAY = 1 << 3;
    /// @notice Open and close positions.
    uint256 internal constant TRADE = 1 << 4;

    /// @notice Those that lockdown leaves.
    uint256 internal constant PAYING_IN = DEPOSIT | REPAY;
    /// @notice All there are.
    uint256 internal constant ALL = DEPOSIT | WITHDRAW | BORROW | REPAY | TRADE;
}
