// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Debt of brokerage accounts
/// @notice What an account owes in a settlement asset is shares of the pool's debt times its index, rounded up. The
/// index grows by the pool's yearly rate, linearly from one touch to the next.
///
/// Repaying is never refused for a pause, a price, the sequencer, or the evidence on the account's institution; the
/// payer is as in `IBrokerageCollateral`.
interface IBrokerageDebt {
    /// @notice An account owes more.
    /// @param amount units lent, without the fee
    /// @param shares shares of the pool's debt afterwards
    event Borrowed(
        uint256 indexed account, uint256 indexed assetId, address indexed to, uint256 amount, uint256 shares
    );
    /// @notice An account owes less.
    /// @param payer who brought the units
    /// @param amount units paid
    /// @param shares shares of the pool's debt afterwards
    event Repaid(
        uint256 indexed account, uint256 indexed assetId, address indexed payer, uint256 amount, uint256 shares
    );
    /// @notice The account owes nothing in the asset.
    error NothingOwed(uint256 account, uint256 assetId);

    /// @notice Lends units of a pool to an account.
    /// @dev Right 4. Pause group BORROWING. Reverts with `AccountNotYours`, `AmountZero`, `AssetNotUsable`,
    /// `RecipientRefused`, `InsufficientLiquidity`, or with what the check of risk-taking reverts with.
    /// @param account who owes
    /// @param assetId which
    /// @param amount units
    /// @param to the institution, or a verified wallet of its identity
    function borrow(uint256 account, uint8 assetId, uint256 amount, address to) external;

    /// @notice Repays debt of an account with the caller's units.
    /// @dev In no pause group. Reverts with `AmountZero`, `NothingOwed`, `PayerNotVerified`, `AmountNotMoved` or the
    /// token's own error.
    /// @param amount units; more than is owed is all of it
    /// @return repaid units paid
    function repay(uint256 account, uint8 assetId, uint256 amount) external returns (uint256 repaid);

    /// @notice Repays debt of an account with its institution's units, which an operator brings.
    /// @dev The institution or an operator with the right to repay. In no pause group. Reverts as `repay`.
    function repayFromInstitution(uint256 account, uint8 assetId, uint256 amount) external returns (uint256 repaid);
}
