// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Several operations with an account, checked once
/// @notice The calls run one after the other as the caller's own, in one transaction; margin and limits are looked at
/// after the last one. All happen or none does: the first call that fails takes everything back, with its own error.
///
/// While a batch runs, only its account can be acted for; its account cannot be liquidated or called, no other batch
/// can run, and what asks nothing of the account's margin goes on as usual.
interface IBrokerageBatch {
    /// @notice A batch runs already.
    error BatchRunning(uint256 account);
    /// @notice A batch for one account must not act for another.
    error BatchOfOther(uint256 account, uint256 other);
    /// @notice A batch without calls.
    error BatchEmpty();

    /// @notice Runs calls of functions of this contract for an account.
    /// @dev Each call needs what it needs alone, but for the check of margin and limits, which comes once at the end.
    /// Reverts with `BatchRunning`, `BatchOfOther`, `BatchEmpty`, with what a call reverts with, or with
    /// what the check of risk-taking reverts with.
    /// @param account whose margin is checked
    /// @param calls calldata of deposits, withdrawals, loans, repayments and trades
    /// @return results what each call returned
    function batch(uint256 account, bytes[] calldata calls) external returns (bytes[] memory results);
}
